"""Draw an area of interest on the canvas: the map tools, and the switch to them and back."""

from __future__ import annotations

from contextlib import suppress

from qgis.core import QgsApplication, QgsGeometry, QgsPointXY, QgsRectangle, QgsWkbTypes
from qgis.gui import (
    QgisInterface,
    QgsMapCanvas,
    QgsMapMouseEvent,
    QgsMapTool,
    QgsMessageBarItem,
    QgsRubberBand,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent
from qgis.PyQt.QtWidgets import QPushButton

from ..shared.canvas_items import remove_item

AREA_COLOUR, _FILL = QColor(227, 26, 114), QColor(227, 26, 114, 30)
"""Colours of areas on the canvas, which neither imagery nor masks use."""
_QUEUED = Qt.ConnectionType.QueuedConnection


def area_band(canvas: QgsMapCanvas) -> QgsRubberBand:
    """Create an outline for an area."""
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setStrokeColor(AREA_COLOUR)
    band.setFillColor(_FILL)
    band.setWidth(2)
    return band


class AreaTool(QgsMapTool):
    """Base of the drawing tools: shows the drawing, and Esc cancels it."""

    drawn = pyqtSignal(object)
    """Emitted with the polygon, a `QgsGeometry` in the CRS of the canvas; it may cross itself."""
    cancelled = pyqtSignal()
    CURSOR = QgsApplication.Cursor.CrossHair

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(QgsApplication.getThemeCursor(self.CURSOR))
        self._band = area_band(canvas)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()

    def instruction(self) -> str:
        """Return the instruction for the message bar."""
        raise NotImplementedError

    def deactivate(self) -> None:
        """Remove the drawing and its outline from the canvas: every drawing has its own tool."""
        remove_item(self._band)
        super().deactivate()

    def _show(self, geometry: QgsGeometry) -> None:
        self._band.setToGeometry(geometry)


class RectangleTool(AreaTool):
    """A tool that draws a rectangle by dragging."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._corner: QgsPointXY | None = None

    def instruction(self) -> str:
        """Return the instruction for the message bar."""
        return QCoreApplication.translate("AreaTools", "Drag a rectangle on the map. Esc cancels.")

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Set the first corner."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._corner = event.mapPoint()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show the rectangle up to the pointer."""
        if self._corner is not None:
            self._show(QgsGeometry.fromRect(QgsRectangle(self._corner, event.mapPoint())))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Set the opposite corner; a click without dragging is ignored."""
        if self._corner is None or event.button() != Qt.MouseButton.LeftButton:
            return
        extent, self._corner = QgsRectangle(self._corner, event.mapPoint()), None
        if not extent.isEmpty():
            self.drawn.emit(QgsGeometry.fromRect(extent))


class PolygonTool(AreaTool):
    """A tool that draws a polygon corner by corner."""

    CURSOR = QgsApplication.Cursor.CapturePoint

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._corners: list[QgsPointXY] = []
        self._is_closing = False

    def instruction(self) -> str:
        """Return the instruction for the message bar."""
        return QCoreApplication.translate(
            "AreaTools", "Click the corners of a polygon, right-click to close it. Esc cancels."
        )

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show the polygon with the pointer as its next corner."""
        self._show_corners(event.mapPoint())

    def canvasDoubleClickEvent(self, _event: QgsMapMouseEvent) -> None:
        """Close the polygon on release, so that the next tool does not receive the rest of the click."""
        self._is_closing = True

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Add a corner, or close the polygon."""
        if self._is_closing or event.button() == Qt.MouseButton.RightButton:
            self._is_closing = False
            self._finish()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._corners.append(event.mapPoint())
            self._show_corners()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove a corner on Backspace, close the polygon on Enter, cancel on Esc."""
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            del self._corners[-1:]
            self._show_corners()
            event.ignore()  # otherwise QGIS deletes the selected features
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._finish()
        else:
            super().keyPressEvent(event)

    def _show_corners(self, *pointer: QgsPointXY) -> None:
        corners = [*self._corners, *pointer]
        self._show(QgsGeometry.fromPolygonXY([corners]) if corners else QgsGeometry())

    def _finish(self) -> None:
        if len(self._corners) > 2:
            self.drawn.emit(QgsGeometry.fromPolygonXY([self._corners]))


class Drawing(QObject):
    """A drawing on the canvas, with a switch to its tool and back to the previous one."""

    drawn = pyqtSignal(object)
    """Emitted with the polygon, a `QgsGeometry` in the CRS of the canvas; `ended` follows."""
    ended = pyqtSignal()
    """Emitted when the canvas has its previous tool again, with or without a polygon."""

    def __init__(self, iface: QgisInterface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._tool: AreaTool | None = None
        self._tool_before: QgsMapTool | None = None
        self._hint: QgsMessageBarItem | None = None

    def is_active(self) -> bool:
        """Check if a drawing is in progress."""
        return self._tool is not None

    def start(self, tool: AreaTool) -> None:
        """Start drawing with a tool."""
        self.stop()
        self._tool, self._tool_before = tool, self._canvas.mapTool()
        self._canvas.setMapTool(tool)
        self._canvas.setFocus()
        # Queued, because the tool is still handling its event when it emits them.
        tool.drawn.connect(self._take, _QUEUED)
        tool.cancelled.connect(self.stop, _QUEUED)
        tool.deactivated.connect(self.stop, _QUEUED)
        bar = self._iface.messageBar()
        title = QCoreApplication.translate("AreaTools", "Area of interest")
        hint = bar.createMessage(title, tool.instruction())
        cancel = QPushButton(QCoreApplication.translate("AreaTools", "Cancel"), hint)
        cancel.clicked.connect(self.stop, _QUEUED)
        hint.layout().addWidget(cancel)
        self._hint = bar.pushWidget(hint)

    def stop(self) -> None:
        """Put the previous tool back if a drawing is in progress."""
        tool, self._tool = self._tool, None
        if tool is None:
            return
        with suppress(RuntimeError):  # closed by the user
            self._iface.messageBar().popWidget(self._hint)
        if self._canvas.mapTool() is tool:
            self._canvas.unsetMapTool(tool)
            with suppress(RuntimeError):  # deleted meanwhile
                self._canvas.setMapTool(self._tool_before)
        tool.deleteLater()
        self.ended.emit()

    def _take(self, geometry: QgsGeometry) -> None:
        if self._tool is not None:
            self.drawn.emit(geometry)
            self.stop()
