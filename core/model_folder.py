"""Where networks are: a folder in the user's data, shared by QGIS and the command line; an update leaves it."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def models_dir() -> Path:
    """Folder of the network files: `CLOUD_S2_MASK_MODELS` if set, else in the user's data folder."""
    if os.environ.get("CLOUD_S2_MASK_MODELS"):
        return Path(os.environ["CLOUD_S2_MASK_MODELS"])
    if sys.platform == "win32":
        data = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        data = Path.home() / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data / "cloud_s2_mask" / "models"


def imported_dir() -> Path:
    """Folder of the models that a person brought: `<id>/<id>.json` with its networks beside it."""
    return models_dir() / "imported"
