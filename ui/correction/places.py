"""Find the places of the map in a mask, and the outline of the brush on both."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapCanvas

if TYPE_CHECKING:
    from ...core.raster.grid import Grid

_CORNERS = 12
"""Segments of a quarter of the brush's outline."""
_HALF_DIAGONAL = 0.71
"""Of a pixel: a brush at least as wide always meets the centre of one."""


class Places:
    """The way from the map as it is now to a mask, and back.

    Args:
        canvas: The map.
        grid: Grid of the mask.
    """

    def __init__(self, canvas: QgsMapCanvas, grid: Grid) -> None:
        self._grid = grid
        crs = QgsCoordinateReferenceSystem.fromWkt(grid.crs)
        self._to_mask = QgsCoordinateTransform(canvas.mapSettings().destinationCrs(), crs, QgsProject.instance())

    def line_and_column(self, point: QgsPointXY) -> tuple[float, float] | None:
        """Return the place of a point of the map, in pixels from the mask's upper left corner; None outside its CRS."""
        try:
            there = self._to_mask.transform(point)
        except QgsCsException:
            return None
        line, column = (self._grid.top - there.y(), there.x() - self._grid.left)
        if not (math.isfinite(line) and math.isfinite(column)):
            return None
        return line / self._grid.pixel_size, column / self._grid.pixel_size

    def in_mask(self, geometry: QgsGeometry) -> QgsGeometry:
        """Return a geometry of the map in the CRS of the mask; empty if a part of it has no place there."""
        return self._transformed(geometry, Qgis.TransformDirection.Forward)

    def swath(self, way: QgsGeometry, width: float) -> QgsGeometry:
        """Return the outline of a brush along a way.

        Args:
            way: A point or a line in the CRS of the mask; may be empty.
            width: Of the brush, in units of that CRS.
        """
        if way.isEmpty():
            return QgsGeometry()
        return way.buffer(max(width / 2, _HALF_DIAGONAL * self._grid.pixel_size), _CORNERS)

    def swath_on_map(self, way: QgsGeometry, width: float) -> QgsGeometry:
        """Return the outline of a brush along a way, both in the CRS of the map; empty where it has no place."""
        return self._transformed(self.swath(self.in_mask(way), width), Qgis.TransformDirection.Reverse)

    def _transformed(self, geometry: QgsGeometry, direction: Qgis.TransformDirection) -> QgsGeometry:
        there = QgsGeometry(geometry)
        try:
            there.transform(self._to_mask, direction)
        except QgsCsException:
            return QgsGeometry()
        # QGIS raises no error for a point without a place, and crashes when it draws a buffer around it.
        finite = all(math.isfinite(one.x()) and math.isfinite(one.y()) for one in there.vertices())
        return there if finite else QgsGeometry()
