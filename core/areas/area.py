"""Find the pixels and cells of a grid that an area of interest covers."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np

from ..errors import OutsideAreaError, SettingError
from ..language import translated
from ..raster.grid import WGS84, Grid, known_crs
from ..raster.patches import DataCells
from .polygons import Ring, clipped, densified, polygons_of_wkb, unclosed

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CELL_PIXELS = 4
"""Pixels of an area are joined to cells of so many, because a tile has too many to look at each."""
_LARGEST = 1e12
"""Largest coordinate: beyond it, a float cannot place an edge to a fraction of a metre."""
_EDGE_PARTS = 64
"""Points along an edge as long as a tile: its curve is accurate to a fraction of a metre."""


@dataclass(frozen=True)
class AreaOfInterest:
    """An area of interest: one or more polygons, which may overlap.

    Raises:
        SettingError: the geometry is not a polygon.
    """

    geometry: str | bytes
    """Polygon or MultiPolygon as GeoJSON, or as well-known binary, which is faster for many polygons."""
    crs: str
    """CRS as WKT or as an authority code such as `EPSG:4326`."""

    def __post_init__(self) -> None:
        """Check the geometry."""
        _ = self._polygons

    @classmethod
    def box(cls, left: float, bottom: float, right: float, top: float, crs: str) -> AreaOfInterest:
        """Create a rectangle in units of the CRS; in degrees, it crosses the antimeridian if left is east of right.

        Raises:
            SettingError: the rectangle is upside down, or its left edge right of its right one.
        """
        if left > right and abs(left) <= 180 and abs(right) <= 180 and _is_geographic(crs):
            right += 360
        if left > right or bottom > top:
            raise SettingError(
                "The extent {extent} has its edges in the wrong order. Give left, bottom, right and top.",
                extent=f"{left:g} {bottom:g} {right:g} {top:g}",
            )
        ring = [[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]]
        return cls(json.dumps({"type": "Polygon", "coordinates": [ring]}), crs)

    @cached_property
    def _polygons(self) -> list[list[Ring]]:
        """Outer ring and holes of each polygon, in the CRS of the area."""
        try:
            rings = polygons_of_wkb(self.geometry) if isinstance(self.geometry, bytes) else _of_json(self.geometry)
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
            raise SettingError(
                "The area of interest is not a polygon ({reason}). Use a Polygon or MultiPolygon.", reason=error
            ) from error
        good = [ring.shape[1:] == (2,) and np.isfinite(ring).all() for polygon in rings for ring in polygon]
        if not good or not all(good) or not all(rings):
            raise SettingError("The area of interest is empty or has points without x and y. Choose another area.")
        largest = max(float(np.abs(ring).max(initial=0)) for polygon in rings for ring in polygon)
        if largest > _LARGEST:
            raise SettingError(
                "The area of interest has a coordinate of {number:g}, which no map has. Choose another area.",
                number=largest,
            )
        return rings

    def as_box(self) -> tuple[float, float, float, float] | None:
        """Return left, bottom, right and top if the area is a rectangle in its CRS, else None."""
        if len(self._polygons) != 1 or len(self._polygons[0]) != 1 or len(self._polygons[0][0]) != 4:
            return None
        ring = self._polygons[0][0]
        (left, bottom), (right, top) = ring.min(axis=0).tolist(), ring.max(axis=0).tolist()
        corners = {(left, bottom), (left, top), (right, bottom), (right, top)}
        return (left, bottom, right, top) if {tuple(point) for point in ring} == corners else None

    @property
    def digest(self) -> str:
        """Short identifier of exactly this area."""
        crs, geometry = (
            text if isinstance(text, bytes) else text.encode(errors="surrogatepass")
            for text in (f"{self.crs} ", self.geometry)
        )
        return hashlib.sha256(crs + geometry).hexdigest()[:16]

    def degrees(self) -> tuple[float, float, float, float]:
        """Return west, south, east and north in degrees of EPSG:4326; west is above east across the antimeridian.

        Raises:
            SettingError: the area cannot be reprojected, or its CRS is unknown.
        """
        from rasterio._err import CPLE_BaseError  # rasterio passes some of GDAL's errors on
        from rasterio.errors import RasterioError
        from rasterio.warp import transform

        rings = [polygon[0] for polygon in self._polygons]
        step = max(float(np.ptp(ring, axis=0).max()) for ring in rings) / _EDGE_PARTS
        points = np.concatenate([densified(ring, step) if step else ring for ring in rings])
        try:
            x, y = map(np.array, transform(self.crs, WGS84, points[:, 0], points[:, 1]))
        except (RasterioError, CPLE_BaseError, ValueError) as error:
            raise _not_reprojected("EPSG:4326", error) from error
        if not (np.isfinite(x).all() and np.isfinite(y).all() and np.abs(y).max() <= 90):
            raise _not_reprojected("EPSG:4326", translated("it is no place on the Earth"))
        if np.ptp(x) > 180 and not _is_geographic(self.crs):  # on both sides of the antimeridian
            x = x % 360
        west, east = float(x.min()), float(x.max())
        if east - west >= 360:
            west, east = -180.0, 180.0
        return west, float(y.min()), east - 360 if east > 180 else east, float(y.max())

    def on(self, grid: Grid, name: str) -> AreaOnGrid:
        """Return the pixels of a grid inside the area.

        Args:
            grid: Any grid with a CRS.
            name: Name of the grid's raster, for the error message.

        Raises:
            OutsideAreaError: no pixel of the grid lies in the area.
            SettingError: the CRS of the area is unknown.
        """
        from rasterio._err import CPLE_BaseError  # rasterio passes some of GDAL's errors on
        from rasterio.errors import RasterioError
        from rasterio.features import geometry_mask

        box = grid.left, grid.bottom, grid.right, grid.top
        try:
            polygons = polygons_near(self._polygons, self.crs, grid.crs, box)
        except (RasterioError, CPLE_BaseError, ValueError) as error:
            raise _not_reprojected(name, error) from error
        if polygons:
            points = np.concatenate([polygon[0] for polygon in polygons])
            (left, bottom), (right, top) = points.min(axis=0), points.max(axis=0)
            lines = _pixels(grid.top - top, grid.top - bottom, grid.pixel_size, grid.height)
            columns = _pixels(left - grid.left, right - grid.left, grid.pixel_size, grid.width)
            if lines.start < lines.stop and columns.start < columns.stop:
                window = grid.window(lines, columns)
                # One by one: rasterized as one multipolygon, overlaps would become holes.
                inside = geometry_mask(
                    [as_shape(rings) for rings in polygons], window.shape, window.transform(), invert=True
                )
                if inside.any():
                    return AreaOnGrid(lines, columns, inside)
        raise OutsideAreaError("{name} does not touch the area of interest.", name=name)


@dataclass(frozen=True)
class AreaOnGrid:
    """The pixels of a grid inside an area."""

    lines: slice
    columns: slice
    """Bounding box in pixels."""
    inside: NDArray[np.bool_]
    """(lines, columns) of the bounding box: True inside."""

    def scaled(self, scale: float) -> ScaledArea:
        """Return the area on another grid of the same extent, with so many pixels for each of this one."""
        return ScaledArea(self, scale)


@dataclass(frozen=True)
class ScaledArea:
    """An area on a grid that is finer or coarser than the one whose pixels it selects.

    Narrow parts would vanish on a coarser grid if its pixels were selected by their centres.
    """

    area: AreaOnGrid
    scale: float
    """Pixels of the grid for each of the area's."""

    def box(self, shape: tuple[int, int], margin: float) -> tuple[slice, slice]:
        """Return the lines and columns of a grid of `shape` that hold the area and a margin in pixels around it."""
        reach = math.ceil(margin)
        lines, columns = (
            slice(
                max(0, math.floor(part.start * self.scale) - reach),
                min(length, math.ceil(part.stop * self.scale) + reach),
            )
            for part, length in zip((self.area.lines, self.area.columns), shape)
        )
        return lines, columns

    def cells(self, shape: tuple[int, int], margin: float) -> DataCells:
        """Return the cells that the area needs for the same result as in the whole scene.

        Args:
            shape: (height, width) of the scene's grid in pixels.
            margin: Distance in pixels from which surrounding pixels affect the area.
        """
        size = _CELL_PIXELS * self.scale
        cells = np.zeros([math.ceil(length / size) for length in shape], np.bool_)
        parts = self.area.lines, self.area.columns
        lines, columns = (np.arange(part.start // _CELL_PIXELS, -(-part.stop // _CELL_PIXELS)) for part in parts)
        # Reduce pixels to cells without an index per pixel, which would be large for a whole tile.
        inside = self.area.inside
        for axis, (numbers, part) in enumerate(zip((lines, columns), parts)):
            starts = np.maximum(numbers * _CELL_PIXELS - part.start, 0)
            inside = np.logical_or.reduceat(inside, starts, axis=axis)
        kept = [numbers < length for numbers, length in zip((lines, columns), cells.shape)]
        cells[np.ix_(lines[kept[0]], columns[kept[1]])] = inside[np.ix_(*kept)]
        return DataCells(cells, size, reach=math.ceil(margin / size))


def polygons_near(
    polygons: Iterable[list[Ring]], crs: str, target: str, box: tuple[float, float, float, float]
) -> list[list[Ring]]:
    """Return polygons in another CRS, clipped to the surroundings of a box.

    They are clipped before they are reprojected: the map canvas may show the whole world, but a UTM zone cannot
    represent it.

    Args:
        polygons: Outer ring and holes of each.
        crs: Their CRS.
        target: CRS of the result.
        box: Left, bottom, right and top in the target's units.

    Raises:
        ValueError: a point has no place in the target's CRS.
        rasterio.errors.RasterioError: a CRS is unknown.
    """
    from rasterio.warp import transform, transform_bounds

    left, bottom, right, top = transform_bounds(target, crs, *box)
    # In degrees, a tile on the antimeridian has its left edge east of its right one, and the longitudes of an area
    # may be from 0 to 360, or beyond -180 on a map.
    turns = (-360, 0, 360) if _is_geographic(crs) else (0,)
    right += 360 if right < left else 0
    size = min(right - left, top - bottom)
    low, high = (left - size / 8, bottom - size / 8), (right + size / 8, top + size / 8)
    dense = []
    for polygon, turn in product(polygons, turns):
        moved = [ring + np.array([turn, 0]) for ring in polygon]
        if np.any(moved[0].max(axis=0) < low) or np.any(moved[0].min(axis=0) > high):
            continue
        rings = [clipped(ring, low, high) for ring in moved]
        if len(rings[0]) > 2:
            dense.append([densified(ring, size / _EDGE_PARTS) for ring in rings if len(ring)])
    if not dense:
        return []
    # All points at once: each call sets GDAL up anew.
    points = np.stack(transform(crs, target, *np.concatenate([ring for one in dense for ring in one]).T), axis=1)
    parts = iter(np.split(points, np.cumsum([len(ring) for one in dense for ring in one])[:-1]))
    near = [[next(parts) for _ in one] for one in dense]
    _check_finite(near)
    return near


def as_shape(polygon: list[Ring]) -> dict[str, Any]:
    """Return a polygon as GeoJSON, as rasterio takes it."""
    return {"type": "Polygon", "coordinates": [_closed(ring) for ring in polygon if len(ring) > 2]}


def _not_reprojected(name: str, reason: object) -> SettingError:
    return SettingError(
        "The area of interest cannot be reprojected to {name} ({reason}). Check its coordinate reference system.",
        name=name,
        reason=reason,
    )


def _is_geographic(crs: str) -> bool:
    known = known_crs(crs)
    return known is not None and bool(known.is_geographic)


def _of_json(text: str) -> list[list[Ring]]:
    geometry = json.loads(text)
    kind = geometry["type"]
    if kind not in {"Polygon", "MultiPolygon"}:
        raise SettingError(
            "The area of interest is a {geometry}, but must be a Polygon or MultiPolygon.", geometry=kind
        )
    polygons = [geometry["coordinates"]] if kind == "Polygon" else geometry["coordinates"]
    return [[unclosed(np.array([point[:2] for point in ring], np.float64)) for ring in rings] for rings in polygons]


def _pixels(start: float, stop: float, pixel_size: float, count: int) -> slice:
    return slice(max(0, math.floor(start / pixel_size)), min(count, math.ceil(stop / pixel_size)))


def _check_finite(polygons: list[list[Ring]]) -> None:
    """Raise if a reprojected point has no place.

    Raises:
        ValueError: it is not finite.
    """
    if not all(np.isfinite(ring).all() for polygon in polygons for ring in polygon):
        raise ValueError(translated("a point of it has no place there"))


def _closed(ring: Ring) -> list[list[float]]:
    points: list[list[float]] = ring.tolist()
    return [*points, points[0]]
