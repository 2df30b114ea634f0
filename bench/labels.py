"""Measure the effect of patch size and overlap on labels: `labels FOLDER SAFE ...` prints agreement, cost and kappa.

Each size is compared with the same size at 50 % overlap: the network pools over its patch, so sizes differ where a
scene is ambiguous. How far sizes differ at 50 % overlap shows how much of that is the size. Kappa is
measured on the labelled scene of the test data, if available.
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
from ..core.cards.choice import AUTO, FAST
from ..core.raster.patches import DataCells, PatchRule, plan_patches
from ..tools import labelled_scene
from ..tools.full_size import TILE_METRES

CANDIDATES = ((256, 32), (512, 32), (512, 64), (576, 28), (640, 32))
MODELS = (AUTO, FAST)
DEFAULT_SIZE = 512
MULTIPLE = 32
"""Patch sizes of these networks are multiples of this."""


def inferred_on_tile(size: int, overlap: int) -> float:
    """Return the inferred pixels per pixel of a whole tile at 20 m."""
    edge = TILE_METRES // 20
    everywhere = DataCells(np.ones((1, 1), np.bool_), edge)
    plan = plan_patches(everywhere, (edge, edge), PatchRule(size, overlap, MULTIPLE))
    return plan.count * plan.height * plan.width / edge**2


def _mask(safe: Path, out: Path, **options: Any) -> NDArray[np.uint8]:
    (path,) = batch_process_scenes(create_settings([safe], out, quiet=True, overwrite=True, **options))
    with rasterio.open(path) as dataset:
        mask: NDArray[np.uint8] = dataset.read(1)
    return mask


def measure(out: Path, safes: list[Path]) -> list[dict[str, Any]]:
    """Return a row per model, patch size and overlap; lists are in the order of the products.

    `agreements` are with the same size at 50 % overlap, `references` of that with the default size at 50 % overlap.
    """
    labelled = None
    if labelled_scene.DATA.is_dir():
        reflectance, reference = labelled_scene.load()
        labelled = labelled_scene.write_product(out / "labelled", reflectance), reference
    rows = []
    for model in MODELS:
        halves: dict[tuple[Path, int], NDArray[np.uint8]] = {}
        for size in dict.fromkeys((DEFAULT_SIZE, *(size for size, _ in CANDIDATES))):
            half = {"model": model, "patch_size": size, "patch_overlap_px": size // 2}
            halves |= {(safe, size): _mask(safe, out, **half) for safe in safes}
        for size, overlap in CANDIDATES:
            chosen = {"model": model, "patch_size": size, "patch_overlap_px": overlap}
            agreements = [float((_mask(safe, out, **chosen) == halves[safe, size]).mean()) for safe in safes]
            references = [float((halves[safe, size] == halves[safe, DEFAULT_SIZE]).mean()) for safe in safes]
            kappa = Confusion.of(labelled[1], _mask(labelled[0], out, **chosen)).kappa if labelled else None
            row = {"model": model, "size": size, "overlap": overlap, "inferred": inferred_on_tile(size, overlap)}
            rows.append({**row, "agreements": agreements, "references": references, "kappa": kappa})
    return rows


if __name__ == "__main__":
    rows = measure(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
    sys.stdout.write(json.dumps({"seconds": 0, "rows": rows}) + "\n")
