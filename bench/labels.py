"""Measure the effect of patch size and overlap on labels: `labels FOLDER SAFE ...` prints agreement and kappa.

Each size is compared with the same size at 50 % overlap: the network pools over its patch, so sizes differ where a
scene is ambiguous. Kappa is measured on the labelled scene of the test data, if available.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray

from ..core import batch_process_scenes, create_settings
from ..core.analysis.confusion import Confusion
from ..tools import labelled_scene

CANDIDATES = ((256, 32), (384, 32), (512, 32), (512, 64), (576, 28), (640, 32))
MODELS = ("ukis-6b-l1c", "ukis-4b-l1c")


def _mask(safe: Path, out: Path, **options: Any) -> NDArray[np.uint8]:
    (path,) = batch_process_scenes(create_settings([safe], out, quiet=True, overwrite=True, **options))
    with rasterio.open(path) as dataset:
        mask: NDArray[np.uint8] = dataset.read(1)
    return mask


def measure(out: Path, safes: list[Path]) -> list[dict[str, Any]]:
    """Return a row per model, patch size and overlap; `agreements` are in the order of the products."""
    labelled = None
    if labelled_scene.DATA.is_dir():
        reflectance, reference = labelled_scene.load()
        labelled = labelled_scene.write_product(out / "labelled", reflectance), reference
    rows = []
    for model in MODELS:
        halves: dict[tuple[Path, int], NDArray[np.uint8]] = {}
        for size, overlap in CANDIDATES:
            chosen = {"model": model, "patch_size": size, "patch_overlap_px": overlap}
            agreements = []
            for safe in safes:
                if (safe, size) not in halves:
                    halves[safe, size] = _mask(safe, out, **{**chosen, "patch_overlap_px": size // 2})
                agreements.append(float((_mask(safe, out, **chosen) == halves[safe, size]).mean()))
            kappa = Confusion.of(labelled[1], _mask(labelled[0], out, **chosen)).kappa if labelled else None
            rows.append({"model": model, "size": size, "overlap": overlap, "agreements": agreements, "kappa": kappa})
    return rows


if __name__ == "__main__":
    rows = measure(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
    sys.stdout.write(json.dumps({"seconds": 0, "rows": rows}) + "\n")
