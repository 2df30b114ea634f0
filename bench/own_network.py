"""Run the plugin with the network of clouds2mask: `own_network MODELS` and the options of the command line.

The peer exports its network and prints the fields of its card; both are stored in a folder of their own.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from ..core.cards import card as model_card

CARD_ID = "clouds2mask-random"
_NETWORK = f"{CARD_ID}.onnx"


def install(python: Path, peer: Path, folder: Path) -> Path:
    """Let the peer export its network into `folder`, unless already there; return the folder."""
    card = folder / "cards" / f"{CARD_ID}.json"
    if card.exists():
        return folder
    card.parent.mkdir(parents=True, exist_ok=True)
    output = subprocess.run([python, peer, "prepare", folder], check=True, capture_output=True, text=True).stdout
    sha256 = hashlib.sha256((folder / _NETWORK).read_bytes()).hexdigest()
    fields = {
        "id": CARD_ID,
        "title": "CloudS2Mask's architecture, random weights",
        "version": "1.1.3",
        "levels": ["L1C"],
        "resolution": [10, 20],
        "patch_size": 352,
        "patch_multiple": 32,
        "patch_overlap": 32,
        "activation": "softmax",
        "blend": "probabilities",
        "classes": ["clear", "thick_cloud", "thin_cloud", "shadow"],
        "networks": [{"file": _NETWORK, "sha256": sha256}],
        "licence": "none",
        "citation": "none",
    }
    card.write_text(json.dumps({**fields, **json.loads(output.splitlines()[-1])}), encoding="utf-8")
    return folder


def _main() -> int:
    folder = Path(sys.argv[1])
    os.environ["CLOUD_S2_MASK_MODELS"] = str(folder)
    model_card.CARDS_DIR = folder / "cards"
    from ..core.__main__ import main

    return main(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(_main())
