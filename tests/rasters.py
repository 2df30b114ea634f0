"""Write and read small rasters at the place of the tests' products."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import rasterio


def write_raster(path: Path, values: Any, *, dtype: str = "uint16", size: float = 20.0, **options: Any) -> str:
    """Write (lines, columns) or (bands, lines, columns) as a GeoTIFF; return its path.

    Options are `left` and `top` of the upper left corner, `names` of the bands, `tags`, and rasterio's own options.
    """
    array = np.asarray(values, dtype)
    array = array[None] if array.ndim == 2 else array
    left, top = options.pop("left", 300000.0), options.pop("top", 5900040.0)
    names, tags = options.pop("names", ()), options.pop("tags", {})
    profile = {
        "driver": "GTiff",
        "count": len(array),
        "height": array.shape[1],
        "width": array.shape[2],
        "dtype": dtype,
        "crs": "EPSG:32633",
        "transform": rasterio.Affine(size, 0, left, 0, -size, top),
        **options,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(array)
        dataset.update_tags(**tags)
        for number, name in enumerate(names, start=1):
            dataset.set_band_description(number, name)
    return str(path)


def write_mask(path: Path, classes: Any, **options: Any) -> str:
    """Write a cloud mask; return its path."""
    return write_raster(path, classes, **{"dtype": "uint8", "nodata": 255, **options})


def read_raster(path: Path | str) -> np.ndarray:
    """Return (bands, lines, columns) of a file."""
    with rasterio.open(path) as dataset:
        return np.asarray(dataset.read())
