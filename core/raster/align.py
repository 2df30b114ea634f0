"""Rasters as GDAL opens them, on the pixels of another one, and windows over them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from math import isfinite
from typing import Any, NamedTuple

import rasterio
from rasterio.coords import disjoint_bounds
from rasterio.enums import ColorInterp, Resampling
from rasterio.errors import RasterioError
from rasterio.transform import Affine
from rasterio.vrt import WarpedVRT
from rasterio.warp import transform_bounds
from rasterio.windows import Window

from ..errors import RasterError

READ_ERRORS = (RasterioError, OSError)
"""What rasterio raises for a file that it cannot open or read."""
TILE = 1024
"""Pixels along an edge of the tiles of Sentinel-2's JPEG 2000 files: in windows of it, each is decoded once."""


class Place(NamedTuple):
    """The pixels that a raster has."""

    crs: Any
    """A rasterio CRS, or None."""
    transform: Affine
    height: int
    width: int

    @classmethod
    def of(cls, dataset: Any) -> Place:
        """The pixels of an open dataset."""
        return cls(dataset.crs, dataset.transform, dataset.height, dataset.width)

    def windows(self, edge: int = TILE) -> Iterator[Window]:
        """Squares that cover it, line by line; those at the right and lower edge may be smaller."""
        for top in range(0, self.height, edge):
            for left in range(0, self.width, edge):
                yield Window(left, top, min(edge, self.width - left), min(edge, self.height - top))

    def same_as(self, other: Place) -> bool:
        """Whether both have the same pixels, but for the rounding of their coordinates."""
        here, there = (self.crs, self.height, self.width), (other.crs, other.height, other.width)
        return here == there and bool(self.transform.almost_equals(other.transform))

    def overlaps(self, other: Place) -> bool:
        """Whether the boxes around both touch; both need a CRS."""
        try:
            there = transform_bounds(other.crs, self.crs, *other._box())
        except RasterioError:  # too far away for the CRS
            return False
        return all(isfinite(value) for value in there) and not disjoint_bounds(self._box(), there)

    def _box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top, also of a raster that is turned, or whose first line is its southernmost."""
        xs, ys = zip(*(self.transform * corner for corner in product((0, self.width), (0, self.height))))
        return min(xs), min(ys), max(xs), max(ys)


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Say which raster it is that cannot be opened or read.

    Raises:
        RasterError: instead of what rasterio raises.
    """
    try:
        yield
    except READ_ERRORS as error:
        raise RasterError(
            "{name} cannot be read ({reason}). Choose a raster file that QGIS can open.", name=name, reason=error
        ) from error


@contextmanager
def opened_raster(path: str) -> Iterator[Any]:
    """Anything that GDAL opens, as a dataset.

    Raises:
        RasterError: it cannot be opened.
    """
    with reading(path):
        dataset = rasterio.open(path)
    with dataset:
        yield dataset


@contextmanager
def placed(
    dataset: Any,
    place: Place,
    names: tuple[str, str],
    *,
    resampling: Resampling = Resampling.nearest,
    nodata: float | None = None,
) -> Iterator[Any]:
    """A raster on the pixels of another one, without data beyond its edges.

    Where its pixels are others, an alpha band comes last if neither the raster nor `nodata` says what has no data.

    Args:
        dataset: An open dataset.
        place: The pixels to take it to.
        names: What messages call the two.
        resampling: How values are taken from other pixels.
        nodata: What has no data once it is taken from other pixels; None: what the raster declares.

    Raises:
        RasterError: one of the two has no CRS, or the dataset cannot be read.
        RasterError: they lie apart.
    """
    here = Place.of(dataset)
    if here.same_as(place):
        yield dataset
        return
    for name, one in zip(names, (here, place)):
        if one.crs is None:
            raise RasterError(
                "{name} has no coordinate reference system, so the two rasters cannot be placed on each "
                "other. Assign one with 'Assign projection'.",
                name=name,
            )
    if not place.overlaps(here):
        raise RasterError(
            "{one} and {other} cover no common ground, so they have no pixel with data in common. Choose "
            "rasters of one place.",
            one=names[0],
            other=names[1],
        )
    nodata = dataset.nodata if nodata is None else nodata
    # With an alpha band, because a file without a nodata value would be 0 beyond its edges.
    alpha = nodata is None and ColorInterp.alpha not in dataset.colorinterp
    target = {"crs": place.crs, "transform": place.transform, "width": place.width, "height": place.height}
    with reading(names[0]):
        vrt = WarpedVRT(dataset, **target, resampling=resampling, nodata=nodata, add_alpha=alpha)
    with vrt:
        yield vrt
