"""Models of the plugin with the weights of a peer: built from the files that the peer writes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from ..core.networks.bind import bind_weights
from ..core.networks.importing import import_model

MODELS = "CLOUD_S2_MASK_MODELS"


def install(python: Path, peer: Path, folder: Path) -> Path:
    """Let a peer write random weights in its own format, build the plugin's networks from them, and import these.

    Args:
        python: Python of the peer's environment.
        peer: Its script; `prepare FOLDER` writes files of weights as its authors publish them.
        folder: Folder of the weights and the models; what is there is kept.

    Returns:
        The models folder.
    """
    weights, bound, models = (folder / name for name in ("weights", "bound", "models"))
    if not models.exists():
        subprocess.run([python, peer, "prepare", weights], check=True, capture_output=True)
        bind_weights(sorted(weights.iterdir()), bound)
        before = os.environ.get(MODELS)
        os.environ[MODELS] = str(models)
        try:
            for card in bound.glob("*.json"):
                import_model(card)
        finally:
            os.environ.pop(MODELS)
            if before is not None:
                os.environ[MODELS] = before
    return models
