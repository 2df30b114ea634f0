"""Models of the plugin with the weights of a peer: built from the files that the peer writes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from ..core.networks.importing import import_model

MODELS = "CLOUD_S2_MASK_MODELS"


def install(python: Path, peer: Path, folder: Path) -> Path:
    """Let a peer write random weights in its own format, and build the plugin's networks from them.

    Args:
        python: Python of the peer's environment.
        peer: Its script; `prepare FOLDER` writes files of weights as its authors publish them.
        folder: Folder of the weights and the models; what is there is kept.

    Returns:
        The models folder.
    """
    weights, models = folder / "weights", folder / "models"
    if not models.exists():
        subprocess.run([python, peer, "prepare", weights], check=True, capture_output=True)
        before = os.environ.get(MODELS)
        os.environ[MODELS] = str(models)
        try:
            for path in sorted(weights.iterdir()):
                import_model(path)
        finally:
            os.environ.pop(MODELS)
            if before is not None:
                os.environ[MODELS] = before
    return models
