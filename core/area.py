"""An area of interest: which pixels of a grid it covers, and which patches of a plan it needs."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from .errors import OutsideAreaError, SettingError
from .patches import PatchPlan, ValidMask

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .grid import Grid

_CELL_PIXELS = 16


@dataclass(frozen=True)
class AreaOfInterest:
    """A polygon on the ground.

    Raises:
        SettingError: the geometry is no GeoJSON polygon.
    """

    geometry: str
    """GeoJSON geometry, Polygon or MultiPolygon."""
    crs: str
    """Its CRS as WKT or as an authority code such as `EPSG:4326`."""

    def __post_init__(self) -> None:
        """Check the geometry."""
        try:
            kind = json.loads(self.geometry)["type"]
        except (ValueError, TypeError, KeyError) as error:
            raise SettingError(f"The area of interest is no GeoJSON geometry ({error}).") from error
        if kind not in {"Polygon", "MultiPolygon"}:
            raise SettingError(f"The area of interest is a {kind}, but must be a Polygon or MultiPolygon.")

    @classmethod
    def box(cls, left: float, bottom: float, right: float, top: float, crs: str) -> AreaOfInterest:
        """A rectangle in units of the CRS."""
        ring = [[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]]
        return cls(json.dumps({"type": "Polygon", "coordinates": [ring]}), crs)

    @property
    def digest(self) -> str:
        """A short name for exactly this area."""
        return hashlib.sha256(f"{self.crs} {self.geometry}".encode()).hexdigest()[:16]

    def on(self, grid: Grid, name: str) -> AreaOnGrid:
        """The pixels of a grid inside the area.

        Args:
            grid: Any grid with a CRS.
            name: What the grid is of, for the error message.

        Raises:
            OutsideAreaError: the area holds no pixel of the grid.
            SettingError: the CRS of the area is not known.
        """
        from rasterio.errors import RasterioError
        from rasterio.features import bounds, geometry_mask
        from rasterio.warp import transform_geom

        try:
            geometry: dict[str, Any] = transform_geom(self.crs, grid.crs, json.loads(self.geometry))
        except (RasterioError, ValueError) as error:
            raise SettingError(f"The area of interest cannot be placed on {name} ({error}).") from error
        left, bottom, right, top = bounds(geometry)
        lines = _pixels(grid.top - top, grid.top - bottom, grid.pixel_size, grid.height)
        columns = _pixels(left - grid.left, right - grid.left, grid.pixel_size, grid.width)
        if lines.start < lines.stop and columns.start < columns.stop:
            window = grid.window(lines, columns)
            inside = geometry_mask([geometry], window.shape, window.transform(), invert=True)
            if inside.any():
                return AreaOnGrid(lines, columns, inside)
        raise OutsideAreaError(f"{name} does not touch the area of interest; it was skipped.")


@dataclass(frozen=True)
class AreaOnGrid:
    """The pixels of a grid inside an area."""

    lines: slice
    columns: slice
    """Its bounding box in pixels."""
    inside: NDArray[np.bool_]
    """(lines, columns) of the bounding box: True inside."""

    def select(self, plan: PatchPlan, shape: tuple[int, int], margin: float) -> PatchPlan:
        """The patches of a plan that the area needs, so that it comes out as in the whole scene.

        Args:
            plan: Of the whole scene.
            shape: (height, width) of its grid in pixels.
            margin: Pixels around the area that have a part in it.
        """
        cells = np.zeros([math.ceil(length / _CELL_PIXELS) for length in shape], np.bool_)
        lines, columns = np.nonzero(self.inside)
        reach = math.ceil(margin / _CELL_PIXELS)
        cells[(lines + self.lines.start) // _CELL_PIXELS, (columns + self.columns.start) // _CELL_PIXELS] = True
        for axis in (0, 1):
            cells = np.logical_or.reduce([_shifted(cells, step, axis) for step in range(-reach, reach + 1)])
        needed = ValidMask(cells, _CELL_PIXELS)
        rows = []
        for row in plan.rows:
            lefts = tuple(x for x in row.lefts if needed.any(row.top, plan.bottom(row), x, x + plan.width))
            if lefts:
                rows.append(replace(row, lefts=lefts))
        return replace(plan, rows=tuple(rows))


def _pixels(start: float, stop: float, pixel_size: float, count: int) -> slice:
    return slice(max(0, math.floor(start / pixel_size)), min(count, math.ceil(stop / pixel_size)))


def _shifted(cells: NDArray[np.bool_], step: int, axis: int) -> NDArray[np.bool_]:
    """Cells moved along an axis; nothing comes in at the end."""
    moved = np.zeros_like(cells)
    count = cells.shape[axis]
    source = [slice(None), slice(None)]
    target = [slice(None), slice(None)]
    source[axis], target[axis] = slice(max(0, -step), count - max(0, step)), slice(max(0, step), count + min(0, step))
    moved[tuple(target)] = cells[tuple(source)]
    return moved
