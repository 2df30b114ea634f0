"""A pretended attempt at a scene, which workers import: its outcome has the size of a real one, and took no work."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..core.classes import CLASSES
from ..core.cluster.worker import Attempt
from ..core.masks.result import MaskResult, SceneOutcome
from ..core.product.acquisition import Acquisition
from ..core.raster.grid import WGS84, Grid
from ..core.settings import MaskSettings


def attempt(settings: MaskSettings, _taken: Mapping[Path, Acquisition]) -> Attempt:
    """Answer as a worker that has masked a scene."""
    path, folder = settings.paths[0], settings.job.folder
    acquisition = Acquisition.named(path.name)
    if acquisition is None:
        raise ValueError(f"{path.name} is no name of ESA's form.")
    result = MaskResult(
        folder / f"{path.stem}_model_20m.tif",
        folder / f"{path.stem}_20m.vrt",
        acquisition,
        "model",
        "CPUExecutionProvider",
        settings.processing_res,
        Grid(WGS84, 0, 0, settings.processing_res, 5490, 5490),
        valid_percent=80.0,
        shares={one.key: 25.0 for one in CLASSES},
        seconds=60.0,
    )
    return Attempt("tcp://127.0.0.1:1", (SceneOutcome(path, result=result),))
