"""Tools on the map with which a person paints: a brush and a click on a patch; polygons are drawn as areas are."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import QCoreApplication, Qt

from ..area.tools import AreaTool


class BrushTool(AreaTool):
    """A tool that paints along the way of the pointer.

    Args:
        canvas: The map.
        swath: Returns the outline of the brush along a way, both in the CRS of the map; empty where there is none.
    """

    def __init__(self, canvas: QgsMapCanvas, swath: Callable[[QgsGeometry], QgsGeometry]) -> None:
        super().__init__(canvas)
        self._swath = swath
        self._way: list[QgsPointXY] = []

    def instruction(self) -> str:
        """Return the instruction for the panel."""
        return QCoreApplication.translate("CorrectionTools", "Drag over the map to paint. Esc cancels.")

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._way = [event.mapPoint()]
            self._show(self._swath(QgsGeometry.fromPointXY(event.mapPoint())))

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show the brush under the pointer, or go on with the stroke."""
        if not self._way:
            self._show(self._swath(QgsGeometry.fromPointXY(event.mapPoint())))
            return
        piece = QgsGeometry.fromPolylineXY([self._way[-1], event.mapPoint()])
        self._way.append(event.mapPoint())
        self._band.addGeometry(self._swath(piece), self.canvas().mapSettings().destinationCrs())

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """End the stroke: emit its way, a line or a point."""
        if event.button() != Qt.MouseButton.LeftButton or not self._way:
            return
        way, self._way = self._way, []
        moved = any(point != way[0] for point in way)
        self.drawn.emit(QgsGeometry.fromPolylineXY(way) if moved else QgsGeometry.fromPointXY(way[0]))

    def keyPressEvent(self, event: object) -> None:
        """Drop the stroke on Esc."""
        self._way = []
        super().keyPressEvent(event)


class PatchTool(AreaTool):
    """A tool that paints the connected patch of a class under a click."""

    def instruction(self) -> str:
        """Return the instruction for the panel."""
        return QCoreApplication.translate(
            "CorrectionTools", "Click a patch of a class: all of it that hangs together is painted."
        )

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Emit the point."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.drawn.emit(QgsGeometry.fromPointXY(event.mapPoint()))
