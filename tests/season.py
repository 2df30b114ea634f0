"""Outcomes of an invented season: masks with known shares, without running a network."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import rasterio

from ..core.classes import NODATA
from ..core.errors import MaskExistsError, UnreadableBandError
from ..core.masks.result import MaskResult, SceneOutcome, class_shares
from ..core.product.acquisition import Acquisition
from ..core.raster.grid import Grid

UTM33 = rasterio.crs.CRS.from_epsg(32633).to_wkt()
FIRST_DAY = datetime(2024, 4, 3, 10, 21, 1, tzinfo=timezone.utc)


def masked(
    folder: Path,
    day: int,
    mask: np.ndarray,
    tile: str = "T33UUU",
    source: Path | None = None,
    classes: tuple[str, ...] = (),
) -> SceneOutcome:
    """Write a mask of 20 m pixels, `day` days after the first, and return the outcome of its product."""
    time = FIRST_DAY + timedelta(days=day)
    name = source.stem if source else f"S2A_MSIL1C_{time:%Y%m%dT%H%M%S}_N0510_R065_{tile}"
    grid = Grid(UTM33, 300000, 5900040, 20, len(mask), mask.shape[1])
    path = folder / f"{name}_tiny_20m.tif"
    folder.mkdir(exist_ok=True)
    profile = {"width": grid.width, "height": grid.height, "count": 1, "dtype": "uint8", "nodata": NODATA}
    with rasterio.open(path, "w", driver="GTiff", crs=grid.crs, transform=grid.transform(), **profile) as dataset:
        dataset.write(mask.astype(np.uint8), 1)
    result = MaskResult(
        mask_path=path,
        vrt_path=None,
        acquisition=Acquisition(name, "L1C", "05.10", "S2A", tile, time),
        model="tiny",
        provider="CPUExecutionProvider",
        resolution=20,
        grid=grid,
        valid_percent=100 * float(np.mean(mask != NODATA)),
        shares=class_shares(mask.astype(np.uint8), classes),
        classes=classes,
        seconds=1.0,
    )
    return SceneOutcome(source or folder / f"{name}.SAFE", result=result)


def result_of(outcome: SceneOutcome) -> MaskResult:
    """Return the mask of an outcome that has one."""
    assert outcome.result
    return outcome.result


def cloudy(percent: int) -> np.ndarray:
    """Return a mask of 10 x 10 pixels, `percent` of them thick cloud."""
    mask = np.zeros(100, np.uint8)
    mask[:percent] = 1
    return mask.reshape(10, 10)


def kept(outcome: SceneOutcome) -> SceneOutcome:
    """Return the outcome of a product whose mask has another buffer, and was not replaced."""
    result = result_of(outcome)
    names = ["buffer"]
    error = MaskExistsError(
        "A mask with other settings ({names}) exists: {path}.", names=names, differing=names, path=result.mask_path
    )
    return SceneOutcome(outcome.path, error=error, source=result.acquisition)


def failed(name: str = "S2A_BROKEN.SAFE") -> SceneOutcome:
    """Return the outcome of a product that could not be masked."""
    return SceneOutcome(Path("/products") / name, error=UnreadableBandError(f"{name}: the band file is damaged."))
