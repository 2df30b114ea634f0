"""Tools on the map with which a person paints: a brush and a click on a patch; polygons are drawn as areas are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from ..area.tools import AREA_COLOUR, AreaTool
from ..shared.canvas_items import CanvasItem, remove_item

_INK = QColor(AREA_COLOUR.red(), AREA_COLOUR.green(), AREA_COLOUR.blue(), 100)
"""Colour of a stroke until it is painted."""


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
        self._trail = _Trail(canvas)

    def instruction(self) -> str:
        """Return the instruction for the panel."""
        return QCoreApplication.translate("CorrectionTools", "Drag over the map to paint. Esc cancels.")

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._way = [event.mapPoint()]
            self._trail.add(self._swath(QgsGeometry.fromPointXY(event.mapPoint())))

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show the brush under the pointer, and go on with the stroke."""
        self._show(self._swath(QgsGeometry.fromPointXY(event.mapPoint())))
        if self._way:
            piece = QgsGeometry.fromPolylineXY([self._way[-1], event.mapPoint()])
            self._way.append(event.mapPoint())
            self._trail.add(self._swath(piece))

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

    def deactivate(self) -> None:
        """Take the stroke from the canvas too."""
        self._trail.remove()
        super().deactivate()


class _Trail(CanvasItem):
    """The stroke so far, of which each piece is drawn once: a rubber band would draw all of them at every move."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._pieces: list[QgsGeometry] = []
        self._image = QImage()
        canvas.extentsChanged.connect(self._draw_again)
        self._draw_again()

    def add(self, piece: QgsGeometry) -> None:
        """Add the outline of the brush along a piece of the way, in the CRS of the map; it may be empty."""
        self._pieces.append(piece)
        self._draw(piece)
        self.update()

    def remove(self) -> None:
        """Take the stroke from the map; it may be called twice."""
        if not sip.isdeleted(self):
            self.canvas.extentsChanged.disconnect(self._draw_again)
            remove_item(self)

    def paint(self, painter: QPainter, *_options: Any) -> None:
        """Draw the stroke; called by Qt."""
        painter.drawImage(0, 0, self._image)

    def _draw_again(self) -> None:
        """Draw all pieces where they are now: the map can be zoomed during a stroke."""
        self._image = QImage(self.canvas.size(), QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(Qt.GlobalColor.transparent)
        for piece in self._pieces:
            self._draw(piece)
        self.update()

    def _draw(self, piece: QgsGeometry) -> None:
        there = QgsGeometry(piece)
        there.mapToPixel(self.canvas.getCoordinateTransform())
        painter = QPainter(self._image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)  # pieces overlap
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_INK)
        painter.drawPolygon(there.asQPolygonF())
        painter.end()


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
