"""Grids: the pixels of a band file, and the working grid on which a mask is computed."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..errors import ProductError, RasterError
from ..language import marked, translated

if TYPE_CHECKING:
    from rasterio import DatasetReader
    from rasterio.crs import CRS
    from rasterio.transform import Affine

WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]'
)
"""EPSG:4326 as WKT, which needs no database of PROJ; x is the longitude."""
_SMALLEST_PIXEL, _FARTHEST = 1e-3, 1e8
"""In metres; coordinates with the number of their zone before them reach 6e7."""
_WARP = marked("Warp it to UTM with square pixels first (Raster > Projections > Warp (Reproject)).")
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
    stated: bool = field(default=False, compare=False)
    """True if the file lacks a CRS or a place of its own, so that its metadata gave it."""

    @classmethod
    def of(cls, dataset: DatasetReader, stated: Grid | None = None, path: str = "") -> Grid:
        """Return the grid of an open raster.

        Args:
            dataset: The raster.
            stated: Grid that its metadata states: used if the raster has no place, and otherwise checked.
            path: Its path for messages, if it was opened by another one.

        Raises:
            ProductError: the raster has no CRS, is not north up with square pixels, or is not where it should be.
        """
        path, transform, crs = path or dataset.name, dataset.transform, dataset.crs
        if stated and transform.is_identity and stated.shape == dataset.shape and _fits(crs, stated):
            return replace(stated, stated=True)
        if crs:
            wkt = crs.to_wkt()
        elif stated and not transform.is_identity:
            wkt = stated.crs
        else:
            raise ProductError(
                "{path} has no coordinate reference system, and no metadata that states it. Download it again.",
                path=path,
            )
        square = math.isclose(transform.a, -transform.e, rel_tol=1e-4)
        if not square or transform.a <= 0 or transform.b or transform.d:
            raise ProductError("{path} is not north up with square pixels. Download it again.", path=path)
        grid = cls(wkt, transform.c, transform.f, transform.a, dataset.height, dataset.width, stated=not crs)
        if stated and not (grid.covers(stated) and _fits(crs, stated)):
            raise ProductError(
                "{path} is not where its metadata says ({extent}; {stated}). Download it again.",
                path=path,
                extent=_extent(grid),
                stated=_extent(stated),
            )
        return grid

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

    def covers(self, other: Grid) -> bool:
        """Check if another grid has the same corner, to half a pixel, and the same extent, to a pixel."""
        finer, coarser = sorted((self.pixel_size, other.pixel_size))
        same_corner = max(abs(self.left - other.left), abs(self.top - other.top)) < finer / 2
        return same_corner and max(abs(self.right - other.right), abs(self.bottom - other.bottom)) < coarser

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
        """Return the edge as a closed counterclockwise ring of (longitude, latitude) in degrees of EPSG:4326.

        Across the antimeridian, longitudes are from 0 to 360.
        """
        from rasterio.warp import transform

        corners = [(self.left, self.top), (self.left, self.bottom), (self.right, self.bottom), (self.right, self.top)]
        ring = [
            (x + (next_x - x) * step / _OUTLINE_STEPS, y + (next_y - y) * step / _OUTLINE_STEPS)
            for (x, y), (next_x, next_y) in zip(corners, [*corners[1:], corners[0]])
            for step in range(_OUTLINE_STEPS)
        ]
        longitudes, latitudes = transform(self.crs, WGS84, *zip(*ring, ring[0]))
        if max(longitudes) - min(longitudes) > 180:
            longitudes = [longitude % 360 for longitude in longitudes]
        return list(zip(longitudes, latitudes))

    def at(self, pixel_size: float) -> Grid:
        """Return the grid of another pixel size over the same extent: same upper left corner, size rounded up."""

        def pixels(extent: float) -> int:
            return max(1, math.ceil(round(extent / pixel_size, 3)))

        height = pixels(self.height * self.pixel_size)
        width = pixels(self.width * self.pixel_size)
        return Grid(self.crs, self.left, self.top, pixel_size, height, width)


def utm_wkt(code: int) -> str:
    """Return the WKT of EPSG:326xx or EPSG:327xx, exactly as GDAL writes it, without a database of PROJ."""
    zone, south = code % 100, code // 100 == 327
    return (
        f'PROJCS["WGS 84 / UTM zone {zone}{"S" if south else "N"}",{WGS84},PROJECTION["Transverse_Mercator"],'
        f'PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",{6 * zone - 183}],'
        'PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],'
        f'PARAMETER["false_northing",{10_000_000 if south else 0}],UNIT["metre",1,AUTHORITY["EPSG","9001"]],'
        f'AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","{code}"]]'
    )


def _fits(crs: CRS | None, stated: Grid) -> bool:
    """Check that a raster has the CRS of a grid, or none."""
    return not crs or crs.to_wkt() == stated.crs or crs == known_crs(stated.crs)


def known_crs(text: str) -> CRS | None:
    """Return a CRS by its WKT or its authority code; None if it is unknown."""
    from rasterio.crs import CRS
    from rasterio.errors import CRSError

    try:
        return CRS.from_user_input(text)
    except CRSError:
        return None


def metres_per_nominal(nominal: float, grid: Grid) -> float:
    """Return the ratio of a band file's pixel size to the nominal one: 1, except in reduced products."""
    ratio = grid.pixel_size / nominal
    return 1.0 if math.isclose(ratio, 1, rel_tol=1e-4) else ratio


def check_metric(dataset: DatasetReader, name: str, crs: CRS | None) -> None:
    """Check that a raster of this CRS is north up, with square pixels in metres.

    Raises:
        RasterError: it is not; the message says how to reproject it.
    """
    transform, remedy = dataset.transform, translated(_WARP)
    if not crs:
        raise RasterError("{name} has no coordinate reference system. Assign one with 'Assign projection'.", name=name)
    if not crs.is_projected or not math.isclose(crs.linear_units_factor[1], 1, rel_tol=1e-6):
        units = translated("degrees") if crs.is_geographic else translated("other units")
        raise RasterError(
            "The pixel size of {name} is in {units}, but models need metres. {remedy}",
            name=name,
            units=units,
            remedy=remedy,
        )
    if transform.b or transform.d or transform.a <= 0 or transform.e >= 0:
        raise RasterError("{name} is rotated or upside down. {remedy}", name=name, remedy=remedy)
    if not math.isclose(transform.a, -transform.e, rel_tol=1e-4):
        size = f"{transform.a:g} x {-transform.e:g}"
        raise RasterError(
            "The pixels of {name} are not square ({size} metres). {remedy}", name=name, size=size, remedy=remedy
        )
    farthest = max(abs(transform.c), abs(transform.f)) + transform.a * max(dataset.shape)
    if not (transform.a >= _SMALLEST_PIXEL and farthest <= _FARTHEST):
        raise RasterError(
            "{name} has pixels of {size:g} metres from {left:g}, {top:g}, which is no place on the Earth. Correct its "
            "georeference.",
            name=name,
            size=transform.a,
            left=transform.c,
            top=transform.f,
        )


def check_same_extent(grids: dict[str, Grid], name: str) -> None:
    """Check that all bands of a product have the same extent.

    Raises:
        ProductError: two bands differ in CRS, or by more than a pixel in extent.
    """
    reference_band, reference = min(grids.items(), key=lambda item: item[1].pixel_size)
    for band, grid in grids.items():
        if grid.crs != reference.crs or not grid.covers(reference):
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
