"""Select products on the canvas, by a click or by a rectangle."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, QRect, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from ..shared.canvas_items import remove_item
from .tools import area_band

_TOLERANCE = 2
"""Distance in pixels of the window from which a pointer touches an outline."""


class PickTool(QgsMapTool):
    """A tool that tells where the user has clicked or dragged."""

    picked = pyqtSignal(QgsRectangle, object)
    """Emitted with a rectangle in the CRS of the canvas, a small one after a click, and the keyboard's modifiers."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._canvas = canvas
        self._band: QgsRubberBand | None = None
        self._start: QPoint | None = None

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Start a rectangle."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._start, self._band = event.pos(), area_band(self._canvas)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show the rectangle up to the pointer."""
        if self._start is not None and self._band is not None:
            self._band.setToGeometry(QgsGeometry.fromRect(self._box(self._start, event.pos())))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """End the rectangle."""
        if self._start is None or event.button() != Qt.MouseButton.LeftButton:
            return
        start = self._start
        self._forget()
        is_click = (event.pos() - start).manhattanLength() < QApplication.startDragDistance()
        self.picked.emit(self._box(event.pos() if is_click else start, event.pos()), event.modifiers())

    def deactivate(self) -> None:
        """Forget a rectangle that was not ended."""
        self._forget()
        super().deactivate()

    def _forget(self) -> None:
        band, self._start, self._band = self._band, None, None
        if band is not None:
            remove_item(band)

    def _box(self, start: QPoint, end: QPoint) -> QgsRectangle:
        return box_around(self._canvas, QRect(start, end))


def box_around(canvas: QgsMapCanvas, place: QRect) -> QgsRectangle:
    """Return a part of the canvas in its CRS, with the tolerance of a pointer."""
    to_map = canvas.getCoordinateTransform().toMapCoordinates
    box = place.normalized().adjusted(-_TOLERANCE, -_TOLERANCE, _TOLERANCE, _TOLERANCE)
    return QgsRectangle(to_map(box.topLeft()), to_map(box.bottomRight()))
