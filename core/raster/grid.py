"""Grids: the pixels of a band file, and the working grid on which a mask is computed."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..errors import ProductError
from ..language import translated

if TYPE_CHECKING:
    from rasterio import DatasetReader
    from rasterio.transform import Affine

_OUTLINE_STEPS = 8
"""Segments per edge of an outline: in degrees, a tile's edge bends by 300 m, a segment by 5 m."""


@dataclass(frozen=True)
class Grid:
    """A grid of square pixels, anchored at its upper left corner."""

    crs: str
    """WKT."""
    left: float
    top: float
    pixel_size: float
    """In units of the CRS, metres for Sentinel-2."""
    height: int
    width: int

    @classmethod
    def of(cls, dataset: DatasetReader) -> Grid:
        """Return the grid of an open raster."""
        transform = dataset.transform
        crs = dataset.crs.to_wkt() if dataset.crs else ""
        return cls(crs, transform.c, transform.f, transform.a, dataset.height, dataset.width)

    @property
    def right(self) -> float:
        """Right edge in units of the CRS."""
        return self.left + self.width * self.pixel_size

    @property
    def bottom(self) -> float:
        """Lower edge in units of the CRS."""
        return self.top - self.height * self.pixel_size

    @property
    def shape(self) -> tuple[int, int]:
        """(height, width) in pixels."""
        return self.height, self.width

    def transform(self) -> Affine:
        """Return the affine transform for rasterio."""
        from rasterio.transform import Affine

        return Affine(self.pixel_size, 0, self.left, 0, -self.pixel_size, self.top)

    def window(self, lines: slice, columns: slice) -> Grid:
        """Return the part of the grid within these lines and columns."""
        left = self.left + columns.start * self.pixel_size
        top = self.top - lines.start * self.pixel_size
        return replace(self, left=left, top=top, height=lines.stop - lines.start, width=columns.stop - columns.start)

    def outline(self) -> list[tuple[float, float]]:
        """Return the edge as a closed counterclockwise ring of (longitude, latitude) in degrees of EPSG:4326."""
        from rasterio.warp import transform

        corners = [(self.left, self.top), (self.left, self.bottom), (self.right, self.bottom), (self.right, self.top)]
        ring = [
            (x + (next_x - x) * step / _OUTLINE_STEPS, y + (next_y - y) * step / _OUTLINE_STEPS)
            for (x, y), (next_x, next_y) in zip(corners, [*corners[1:], corners[0]])
            for step in range(_OUTLINE_STEPS)
        ]
        longitudes, latitudes = transform(self.crs, "EPSG:4326", *zip(*ring, ring[0]))
        return list(zip(longitudes, latitudes))

    def at(self, pixel_size: float) -> Grid:
        """Return the grid of another pixel size over the same extent: same upper left corner, size rounded up."""

        def pixels(extent: float) -> int:
            return math.ceil(round(extent / pixel_size, 3))

        height = pixels(self.height * self.pixel_size)
        width = pixels(self.width * self.pixel_size)
        return Grid(self.crs, self.left, self.top, pixel_size, height, width)


def metres_per_nominal(nominal: float, grid: Grid) -> float:
    """Return the ratio of a band file's pixel size to the nominal one: 1, except in reduced products."""
    ratio = grid.pixel_size / nominal
    return 1.0 if math.isclose(ratio, 1, rel_tol=1e-4) else ratio


def check_same_extent(grids: dict[str, Grid], name: str) -> None:
    """Check that all bands of a product have the same extent.

    Raises:
        ProductError: two bands differ in CRS, or by more than a pixel in extent.
    """
    reference_band, reference = min(grids.items(), key=lambda item: item[1].pixel_size)
    for band, grid in grids.items():
        coarser = max(grid.pixel_size, reference.pixel_size)
        same_corner = max(abs(grid.left - reference.left), abs(grid.top - reference.top)) < reference.pixel_size / 2
        same_extent = max(abs(grid.right - reference.right), abs(grid.bottom - reference.bottom)) < coarser
        if grid.crs != reference.crs or not same_corner or not same_extent:
            raise ProductError(
                "Bands {reference_band} and {band} of {name} have different extents ({reference_extent}; {extent}). "
                "Download the product again.",
                reference_band=reference_band,
                band=band,
                name=name,
                reference_extent=_extent(reference),
                extent=_extent(grid),
            )


def _extent(grid: Grid) -> str:
    return translated(
        "{crs}, {left:.0f} {bottom:.0f} to {right:.0f} {top:.0f}",
        crs=grid.crs.split('"')[1] if '"' in grid.crs else translated("no CRS"),
        left=grid.left,
        bottom=grid.bottom,
        right=grid.right,
        top=grid.top,
    )
