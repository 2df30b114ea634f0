"""Drawing an area of interest on the canvas: the map tools, and the way there and back."""

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

_STROKE, _FILL = QColor(227, 26, 114), QColor(227, 26, 114, 30)
"""Colours of areas on the canvas: neither imagery nor masks have them."""
_QUEUED = Qt.ConnectionType.QueuedConnection


def area_band(canvas: QgsMapCanvas) -> QgsRubberBand:
    """An outline that areas are shown with."""
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setStrokeColor(_STROKE)
    band.setFillColor(_FILL)
    band.setWidth(2)
    return band


class AreaTool(QgsMapTool):
    """Base of the tools: it shows what is being drawn, and Esc gives up."""

    drawn = pyqtSignal(object)
    """The polygon, a `QgsGeometry` in the CRS of the canvas; it may cross itself."""
    given_up = pyqtSignal()
    CURSOR = QgsApplication.Cursor.CrossHair

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(QgsApplication.getThemeCursor(self.CURSOR))
        self._band = area_band(canvas)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()

    def instruction(self) -> str:
        """What to do now, for the message bar."""
        raise NotImplementedError

    def deactivate(self) -> None:
        """Take what was drawn off the canvas, with the outline itself: every drawing has a tool of its own."""
        scene = self._band.scene()
        if scene is not None:
            scene.removeItem(self._band)
        super().deactivate()

    def _show(self, geometry: QgsGeometry) -> None:
        self._band.setToGeometry(geometry)


class RectangleTool(AreaTool):
    """Draws a rectangle by dragging."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._corner: QgsPointXY | None = None

    def instruction(self) -> str:
        """What to do."""
        return QCoreApplication.translate("AreaTools", "Drag a rectangle on the map. Esc leaves the area as it was.")

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Take the first corner."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._corner = event.mapPoint()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show the rectangle to the pointer."""
        if self._corner is not None:
            self._show(QgsGeometry.fromRect(QgsRectangle(self._corner, event.mapPoint())))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Take the opposite corner; a click without dragging is no rectangle."""
        if self._corner is None or event.button() != Qt.MouseButton.LeftButton:
            return
        extent, self._corner = QgsRectangle(self._corner, event.mapPoint()), None
        if not extent.isEmpty():
            self.drawn.emit(QgsGeometry.fromRect(extent))


class PolygonTool(AreaTool):
    """Draws a polygon, corner by corner."""

    CURSOR = QgsApplication.Cursor.CapturePoint

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._corners: list[QgsPointXY] = []
        self._is_closing = False

    def instruction(self) -> str:
        """What to do."""
        return QCoreApplication.translate(
            "AreaTools", "Click the corners of a polygon, right-click to close it. Esc leaves the area as it was."
        )

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show the polygon as it would be with the pointer as its next corner."""
        self._show_corners(event.mapPoint())

    def canvasDoubleClickEvent(self, _event: QgsMapMouseEvent) -> None:
        """Close the polygon once the button is up: the tool that comes next is not to get the rest of the click."""
        self._is_closing = True

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Take a corner, or close the polygon."""
        if self._is_closing or event.button() == Qt.MouseButton.RightButton:
            self._is_closing = False
            self._finish()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._corners.append(event.mapPoint())
            self._show_corners()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up, Backspace takes back a corner, Enter closes the polygon."""
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            del self._corners[-1:]
            self._show_corners()
            event.ignore()  # QGIS would else take it as meant for the features that are selected
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
    """Gives the canvas a tool that draws, and gives it back the one that it had."""

    drawn = pyqtSignal(object)
    """The polygon, a `QgsGeometry` in the CRS of the canvas; `ended` follows."""
    ended = pyqtSignal()
    """The canvas has another tool again, whether something was drawn or not."""

    def __init__(self, iface: QgisInterface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._tool: AreaTool | None = None
        self._tool_before: QgsMapTool | None = None
        self._hint: QgsMessageBarItem | None = None

    def start(self, tool: AreaTool) -> None:
        """Let a person draw."""
        self.stop()
        self._tool, self._tool_before = tool, self._canvas.mapTool()
        self._canvas.setMapTool(tool)
        self._canvas.setFocus()
        # Queued, because the tool is still at work when it sends them.
        tool.drawn.connect(self._take, _QUEUED)
        tool.given_up.connect(self.stop, _QUEUED)
        tool.deactivated.connect(self.stop, _QUEUED)
        bar = self._iface.messageBar()
        title = QCoreApplication.translate("AreaTools", "Area of interest")
        self._hint = bar.pushWidget(bar.createMessage(title, tool.instruction()))

    def stop(self) -> None:
        """Take the tool away, if it is there."""
        tool, self._tool = self._tool, None
        if tool is None:
            return
        with suppress(RuntimeError):  # closed by hand
            self._iface.messageBar().popWidget(self._hint)
        if self._canvas.mapTool() is tool:
            self._canvas.unsetMapTool(tool)
            with suppress(RuntimeError):  # it has gone since
                self._canvas.setMapTool(self._tool_before)
        tool.deleteLater()
        self.ended.emit()

    def _take(self, geometry: QgsGeometry) -> None:
        if self._tool is not None:
            self.drawn.emit(geometry)
            self.stop()
