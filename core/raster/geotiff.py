"""GeoTIFF files that are written window by window."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.enums import ColorInterp, Resampling
from rasterio.io import MemoryFile
from rasterio.shutil import copy as copy_raster
from rasterio.transform import Affine

from .align import Place

BLOCK = 512
_OVERVIEW_EDGE = 1024
"""A raster that is not larger is drawn fast without overviews."""
_PREDICTORS = {**dict.fromkeys(("uint8", "int8", "uint16", "int16", "uint32", "int32"), 2), "float32": 3, "float64": 3}
_STALE = ("STATISTICS_", "AREA_OR_POINT")
"""Beginnings of tags that are not true of changed pixels, or are written anyway."""


def create_raster(path: Path | str, place: Place, *, count: int, dtype: str, nodata: float | None) -> Any:
    """Open a new GeoTIFF for writing: tiled, compressed without loss, and a BigTIFF where it may become large."""
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
        photometric="minisblack",  # GDAL would take the fourth band of bytes for transparency
        alpha="no",
    )


def common_dtype(dataset: Any) -> str:
    """The type that holds the values of all bands."""
    return str(np.result_type(*dataset.dtypes))


def default_nodata(dtype: str) -> float:
    """Nodata of rasters that declare none: NaN, 0 where there are no negative numbers, else the smallest number."""
    kind = np.dtype(dtype).kind
    if kind == "f":
        return float("nan")
    return float(np.iinfo(dtype).min) if kind == "i" else 0.0


def can_declare(dtype: str, nodata: float) -> bool:
    """Whether a GeoTIFF keeps a nodata value: rasterio 1.3.5 loses negative ones of 64 bits without a word."""
    profile = {"driver": "GTiff", "count": 1, "height": 1, "width": 1, "transform": Affine.scale(2)}
    with MemoryFile() as memory:
        with memory.open(**profile, dtype=dtype, nodata=nodata):
            pass
        with memory.open() as dataset:
            return dataset.nodata is not None


def describe_as(target: Any, source: Any, leave_out: str) -> None:
    """Give a new raster the tags of another, and its bands their names, units, colours, scales and offsets.

    Args:
        target: An open dataset to write to.
        source: An open dataset.
        leave_out: Beginning of further tags that are not true of the new raster.
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


def add_overviews(path: Path, proceed: Callable[[], None]) -> None:
    """Make a large raster quick to draw.

    Args:
        path: A GeoTIFF.
        proceed: Called for each level; may raise to stop.
    """
    with rasterio.open(path, "r+") as dataset:
        levels = math.ceil(math.log2(max(1, max(dataset.shape) / _OVERVIEW_EDGE)))
        for level in range(1, levels + 1):
            proceed()
            dataset.build_overviews([2**level], Resampling.nearest)


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
