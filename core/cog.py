"""Cloud Optimized GeoTIFFs, which are written by copying."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.io import MemoryFile
from rasterio.shutil import copy as copy_raster

from .classes import CLASSES, NODATA
from .grid import Grid


def write_mask(part: Path, mask: NDArray[np.uint8], grid: Grid, tags: Mapping[str, str], compression: str) -> None:
    """Write a mask with its colours.

    Args:
        part: The file.
        mask: (lines, columns) uint8 classes, 255 nodata.
        grid: The mask's grid.
        tags: All of its tags.
        compression: As GDAL calls it, in any case.
    """
    profile: dict[str, Any] = {
        "driver": "GTiff",
        "height": grid.height,
        "width": grid.width,
        "count": 1,
        "dtype": "uint8",
        "nodata": NODATA,
        "crs": grid.crs,
        "transform": grid.transform(),
        "tiled": True,
    }
    palette = {c.value: (*c.colour, 255) for c in CLASSES}
    with MemoryFile() as memory:
        with memory.open(**profile) as dataset:
            dataset.write(mask, 1)
            dataset.write_colormap(1, palette)
            dataset.set_band_description(1, "Cloud mask")
            dataset.update_tags(**tags)
        with memory.open() as dataset:
            copy_as_cog(dataset, part, compression, overviews="mode")


def copy_as_cog(dataset: Any, part: Path, compression: str, overviews: str) -> None:
    """Copy an open raster; the names are those of GDAL's options."""
    copy_raster(
        dataset,
        str(part),
        driver="COG",
        compress=compression.upper(),
        overview_resampling=overviews,
        blocksize=512,
        num_threads="ALL_CPUS",
    )
