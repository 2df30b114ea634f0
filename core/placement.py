"""Rasters on the pixels of another one, and windows over them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from math import isfinite
from typing import Any, NamedTuple

from rasterio.coords import disjoint_bounds
from rasterio.enums import ColorInterp, Resampling
from rasterio.errors import RasterioError
from rasterio.transform import Affine
from rasterio.vrt import WarpedVRT
from rasterio.warp import transform_bounds
from rasterio.windows import Window

from .errors import NoCommonGroundError, UnusableRasterError

READ_ERRORS = (RasterioError, OSError)
"""What rasterio raises for a file that it cannot open or read."""


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

    def windows(self, edge: int) -> Iterator[Window]:
        """Squares that cover it, line by line; those at the right and lower edge may be smaller."""
        for top in range(0, self.height, edge):
            for left in range(0, self.width, edge):
                yield Window(left, top, min(edge, self.width - left), min(edge, self.height - top))

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
        UnusableRasterError: instead of what rasterio raises.
    """
    try:
        yield
    except READ_ERRORS as error:
        raise UnusableRasterError(
            f"{name} cannot be read ({error}). Choose a raster file that QGIS can open."
        ) from error


@contextmanager
def placed(dataset: Any, place: Place, names: tuple[str, str]) -> Iterator[Any]:
    """A raster on the pixels of another one, by its nearest pixels, and without data beyond its edges.

    Args:
        dataset: An open dataset.
        place: The pixels to take it to.
        names: What messages call the two.

    Raises:
        UnusableRasterError: one of the two has no CRS.
        NoCommonGroundError: they lie apart.
    """
    here = Place.of(dataset)
    if here == place:
        yield dataset
        return
    for name, one in zip(names, (here, place)):
        if one.crs is None:
            raise UnusableRasterError(
                f"{name} has no coordinate reference system, so the two rasters cannot be placed on each other. "
                "Assign one with 'Assign projection'."
            )
    if not place.overlaps(here):
        raise NoCommonGroundError(f"{names[0]} and {names[1]} cover no common ground. Choose rasters of one place.")
    # With an alpha band, because a file without a nodata value would be 0 beyond its edges.
    alpha = dataset.nodata is None and ColorInterp.alpha not in dataset.colorinterp
    target = {"crs": place.crs, "transform": place.transform, "width": place.width, "height": place.height}
    with WarpedVRT(dataset, **target, resampling=Resampling.nearest, add_alpha=alpha) as vrt:
        yield vrt
