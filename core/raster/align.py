"""Open rasters, align them to the grid of another raster, and cut them into windows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from math import isfinite, nan
from typing import Any, NamedTuple

import numpy as np
import rasterio
from rasterio.enums import ColorInterp, Resampling
from rasterio.errors import CRSError, RasterioError
from rasterio.transform import Affine
from rasterio.vrt import WarpedVRT
from rasterio.warp import transform_bounds
from rasterio.windows import Window

from ..errors import RasterError
from ..jpeg2000.opening import open_alone

READ_ERRORS = (RasterioError, CRSError, OSError, UnicodeError)
"""Errors of rasterio for a file that cannot be opened or read; its name, tags or GDAL's message may be no UTF-8."""
_SAME_PIXEL = 0.01
"""Largest difference, in pixels, between pixels that coincide: coordinates in files are rounded."""
TILE = 1024
"""Edge in pixels of the tiles in Sentinel-2's JPEG 2000 files; windows of this size decode each tile once."""


class Place(NamedTuple):
    """The pixel grid of a raster, which may be rotated."""

    crs: Any
    """A rasterio CRS, or None."""
    transform: Affine
    height: int
    width: int

    @classmethod
    def of(cls, dataset: Any) -> Place:
        """Return the pixel grid of an open dataset."""
        return cls(dataset.crs, dataset.transform, dataset.height, dataset.width)

    def windows(self, edge: int = TILE) -> Iterator[Window]:
        """Yield square windows over the raster, row by row; those at the right and lower edge may be smaller."""
        for top in range(0, self.height, edge):
            for left in range(0, self.width, edge):
                yield Window(left, top, min(edge, self.width - left), min(edge, self.height - top))

    def same_as(self, other: Place) -> bool:
        """Return True if both have the same pixels, apart from rounding of their coordinates."""
        here, there = (self.crs, self.height, self.width), (other.crs, other.height, other.width)
        return here == there and bool(self.transform.almost_equals(other.transform))

    def check_crs(self, name: str) -> None:
        """Raise if the raster with this name has no CRS.

        Raises:
            RasterError: it has none.
        """
        if self.crs is None:
            raise RasterError(
                "{name} has no coordinate reference system and cannot be aligned. Assign one with 'Assign projection'.",
                name=name,
            )

    def has_pixels_of(self, other: Place) -> bool:
        """Return True if the pixels of another grid coincide with those of this one, where both are continued."""
        return self._start_of(other) is not None

    def extended_to(self, other: Place) -> Place:
        """Return the smallest grid with all pixels of both; this one if the pixels of the other do not coincide."""
        start = self._start_of(other)
        if start is None:
            return self
        column, line = start
        left, top = min(0, column), min(0, line)
        right, bottom = max(self.width, column + other.width), max(self.height, line + other.height)
        return Place(self.crs, self.transform * Affine.translation(left, top), bottom - top, right - left)

    def overlaps(self, other: Place) -> bool:
        """Return True if the bounding boxes have an area in common; both need a CRS."""
        return self.share_of(other) > 0

    def share_of(self, other: Place) -> float:
        """Return the share of another grid's bounding box that lies on that of this one, 0 to 1; both need a CRS."""
        try:
            left, bottom, right, top = transform_bounds(other.crs, self.crs, *other.box())
        except RasterioError:  # outside the CRS's area of use
            return 0.0
        area = (right - left) * (top - bottom)
        if not (isfinite(area) and area > 0):
            return 0.0
        own_left, own_bottom, own_right, own_top = self.box()
        width, height = min(right, own_right) - max(left, own_left), min(top, own_top) - max(bottom, own_bottom)
        return max(width, 0) * max(height, 0) / area

    def _start_of(self, other: Place) -> tuple[int, int] | None:
        """Return the column and line at which another grid starts on this one; None if its pixels do not coincide."""
        if self.crs is None or self.crs != other.crs or self.transform.is_degenerate:
            return None
        to_here = ~self.transform * other.transform
        start = to_here * (0, 0)
        if not all(map(isfinite, start)):
            return None
        column, line = map(round, start)
        for x, y in product((0, other.width), (0, other.height)):
            here_x, here_y = to_here * (x, y)
            if max(abs(here_x - column - x), abs(here_y - line - y)) > _SAME_PIXEL:
                return None
        return column, line

    def box(self) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top, also if the raster is rotated or its first line is the southernmost."""
        xs, ys = zip(*(self.transform * corner for corner in product((0, self.width), (0, self.height))))
        return min(xs), min(ys), max(xs), max(ys)


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Name the raster in the error if it cannot be opened or read.

    Raises:
        RasterError: in place of rasterio's own errors.
    """
    try:
        yield
    except READ_ERRORS as error:
        raise RasterError(
            "{name} cannot be read ({reason}). Choose a raster file that QGIS can open.", name=name, reason=error
        ) from error


@contextmanager
def opened_raster(path: str, *, jpeg2000: bool = False, crs: str = "") -> Iterator[Any]:
    """Open anything that GDAL can read, or only a JPEG 2000 file of a product, without files beside it.

    Args:
        path: GDAL path.
        jpeg2000: See `open_alone`.
        crs: WKT of the CRS of a raster that has none of its own.

    Raises:
        RasterError: it cannot be opened.
        UnreadableBandError: the JPEG 2000 file is damaged or of another format.
    """
    with reading(path):
        dataset = open_alone(path) if jpeg2000 else rasterio.open(path)
    with dataset:
        if dataset.crs or not crs:
            yield dataset
            return
        same = {"transform": dataset.transform, "width": dataset.width, "height": dataset.height}
        with reading(path), WarpedVRT(dataset, src_crs=crs, crs=crs, **same) as placed:
            yield placed


def check_overlap(here: Place, there: Place, names: tuple[str, str]) -> None:
    """Check that two rasters of these names have an area in common.

    Raises:
        RasterError: they have not, or one of them has no CRS, and they are not on the same pixels.
    """
    if here.same_as(there):
        return
    for name, one in zip(names, (here, there)):
        one.check_crs(name)
    if not there.overlaps(here):
        raise RasterError(
            "{name} and {other} do not overlap. Choose rasters of the same area.", name=names[0], other=names[1]
        )


_MASKED_BY_ALPHA = ("uint8", "uint16")
"""Types of rasters in which GDAL takes an alpha band for a mask."""


def _unlikely(dtype: np.dtype[Any]) -> float:
    """Return a value of a type that hardly occurs: NaN, or the largest one; the smallest is often used for no data."""
    return float(np.iinfo(dtype).max) if np.issubdtype(dtype, np.integer) else nan


@contextmanager
def aligned(
    dataset: Any,
    place: Place,
    names: tuple[str, str],
    *,
    resampling: Resampling = Resampling.nearest,
    nodata: float | None = None,
) -> Iterator[Any]:
    """Open a raster on the pixels of another one, without data beyond its edges.

    If the grids differ and neither the raster nor `nodata` gives a nodata value, an alpha band is appended, or, for
    types in which it would be no mask, a value that hardly occurs is nodata.

    Args:
        dataset: An open dataset.
        place: The target grid.
        names: Names of the two in messages.
        resampling: Method if the grids differ.
        nodata: Nodata value if the grids differ; None: as the raster declares.

    Raises:
        RasterError: one of the two has no CRS, the dataset cannot be read, or they do not overlap.
    """
    here = Place.of(dataset)
    if here.same_as(place):
        yield dataset
        return
    check_overlap(here, place, names)
    nodata = dataset.nodata if nodata is None else nodata
    # Without an alpha band or a nodata value, pixels beyond the edges would be 0.
    alpha = nodata is None and ColorInterp.alpha not in dataset.colorinterp
    dtype = None
    if alpha and dataset.dtypes[0] not in _MASKED_BY_ALPHA:
        dtype = dataset.dtypes[0]  # else rasterio widens it, in which the value masks nothing
        nodata, alpha = _unlikely(np.dtype(dtype)), False
    target = {"crs": place.crs, "transform": place.transform, "width": place.width, "height": place.height}
    with reading(names[0]):
        vrt = WarpedVRT(dataset, **target, resampling=resampling, nodata=nodata, add_alpha=alpha, dtype=dtype)
    with vrt:
        yield vrt
