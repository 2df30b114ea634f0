"""Write GeoTIFF files window by window."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.enums import ColorInterp, Resampling
from rasterio.errors import RasterioIOError
from rasterio.io import MemoryFile
from rasterio.shutil import copy as copy_raster
from rasterio.transform import Affine

from ..language import translated
from .align import Place

BLOCK = 512
_OVERVIEW_EDGE = 1024
"""Rasters up to this edge in pixels draw fast without overviews."""
_PREDICTORS = {**dict.fromkeys(("uint8", "int8", "uint16", "int16", "uint32", "int32"), 2), "float32": 3, "float64": 3}
_STALE = ("STATISTICS_", "AREA_OR_POINT")
"""Prefixes of tags that no longer apply to changed pixels, or are written anyway."""


def create_raster(path: Path | str, place: Place, *, count: int, dtype: str, nodata: float | None) -> Any:
    """Create a GeoTIFF for writing: tiled, with lossless compression, as a BigTIFF if it may become large."""
    return rasterio.open(
        path,
        "w",
        driver="GTiff",
        crs=place.crs,
        transform=place.transform,
        height=place.height,
        width=place.width,
        count=count,
        dtype=dtype,
        nodata=nodata,
        tiled=True,
        blockxsize=BLOCK,
        blockysize=BLOCK,
        interleave="band",
        compress="deflate",
        predictor=_PREDICTORS.get(dtype, 1),
        zlevel=4,
        num_threads="ALL_CPUS",
        bigtiff="if_safer",
        photometric="minisblack",  # GDAL would treat the fourth band of an 8-bit raster as alpha
        alpha="no",
    )


def common_dtype(dataset: Any) -> str:
    """Return the type that holds the values of all bands."""
    return str(np.result_type(*dataset.dtypes))


def default_nodata(dtype: str) -> float:
    """Return the nodata value for rasters that declare none: NaN, 0 if unsigned, else the smallest integer."""
    kind = np.dtype(dtype).kind
    if kind == "f":
        return float("nan")
    return float(np.iinfo(dtype).min) if kind == "i" else 0.0


def can_declare(dtype: str, nodata: float) -> bool:
    """Return True if a GeoTIFF keeps a nodata value: rasterio 1.3.5 silently drops negative 64-bit ones."""
    profile = {"driver": "GTiff", "count": 1, "height": 1, "width": 1, "transform": Affine.scale(2)}
    with MemoryFile() as memory:
        with memory.open(**profile, dtype=dtype, nodata=nodata):
            pass
        with memory.open() as dataset:
            return dataset.nodata is not None


def describe_as(target: Any, source: Any, leave_out: str) -> None:
    """Copy tags, and names, units, colours, scales and offsets of the bands, to a new raster.

    Args:
        target: An open dataset to write to.
        source: An open dataset.
        leave_out: Prefix of further tags that do not apply to the new raster.
    """
    stale = (*_STALE, leave_out)

    def lasting(tags: dict[str, str]) -> dict[str, str]:
        return {name: text for name, text in tags.items() if not name.startswith(stale)}

    for name in ("scales", "offsets", "units", "colorinterp"):
        setattr(target, name, getattr(source, name))
    target.update_tags(**lasting(source.tags()))
    for band in source.indexes:
        target.update_tags(band, **lasting(source.tags(band)))
        if source.descriptions[band - 1]:
            target.set_band_description(band, source.descriptions[band - 1])
        if source.colorinterp[band - 1] == ColorInterp.palette:
            target.write_colormap(band, source.colormap(band))


def add_overviews(path: Path, progress: Callable[[], None]) -> None:
    """Add overviews to a large raster, so that it draws fast, and check the file; see `check_raster`.

    Args:
        path: A GeoTIFF.
        progress: Called before each level; may raise to cancel.
    """
    with rasterio.open(path) as dataset:  # which fails if the disk was full
        levels = math.ceil(math.log2(max(1, max(dataset.shape) / _OVERVIEW_EDGE)))
    for level in range(1, levels + 1):
        progress()
        with rasterio.open(path, "r+") as dataset:
            dataset.build_overviews([2**level], Resampling.nearest)
    check_raster(path)


def copy_as_cog(dataset: Any, part: Path, compression: str, **options: str) -> None:
    """Copy an open raster as a Cloud Optimized GeoTIFF.

    Args:
        dataset: The raster; if it has overviews, they are copied.
        part: The file.
        compression: GDAL's name of the compression, in upper or lower case.
        options: Further options of GDAL's driver.

    Raises:
        RasterioIOError: the file could not be written completely.
    """
    copy_raster(
        dataset,
        str(part),
        driver="COG",
        compress=compression.upper(),
        blocksize=BLOCK,
        num_threads="ALL_CPUS",
        **options,
    )
    check_raster(part)


def check_raster(path: Path | str) -> None:
    """Read every block of a GeoTIFF and of its overviews, because GDAL hides errors on closing a file.

    Raises:
        RasterioIOError: a block is missing, as on a full disk, or damaged.
    """
    with rasterio.open(path) as dataset:
        levels = len(dataset.overviews(1))
    for level in (None, *range(levels)):
        with rasterio.open(path) if level is None else rasterio.open(path, overview_level=level) as dataset:
            for (line, column), window in dataset.block_windows(1):
                dataset.read(window=window)
                places = [
                    dataset.get_tag_item(f"BLOCK_OFFSET_{column}_{line}", "TIFF", bidx=b) for b in dataset.indexes
                ]
                if None in places:  # would be read as nodata
                    raise RasterioIOError(translated("it was not written completely"))
