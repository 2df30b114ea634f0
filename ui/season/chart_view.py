"""Show the chart of a season in a widget that follows the window's size, the theme, the pointer and the keys."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QEvent, QPoint, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QLabel, QStyle, QStyleOptionFocusRect, QToolTip, QWidget

from ...core.season.chart import SeasonChart

if TYPE_CHECKING:
    from ...core.season.table import SceneSummary

_STEP, _LEAP = 1, 10
"""Percent by which a key moves the line."""


class ChartView(QLabel):
    """A widget that draws a `SeasonChart`; put it in a scroll area, because it grows with the number of tiles.

    A line across the bars shows the least clear share that is wanted. It is dragged, or moved with the arrow keys,
    Page Up and Page Down, Home and End. A label, because QGIS themes set a readable text colour for labels but not for
    plain widgets.

    Args:
        describe: Returns the tool tip of a scene.
        parent: Owner.
    """

    clicked = pyqtSignal(str)
    """Emitted with the name of the product whose bar was clicked."""
    line_moved = pyqtSignal(int)
    """Emitted with the clear share, in percent, to which the user has moved the line."""

    def __init__(self, describe: Callable[[SceneSummary], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._scenes: list[SceneSummary] = []
        self._selected: Collection[str] = ()
        self._least = 0
        self._dragged: int | None = None
        """Row of the chart whose line is held."""
        self._pressed = QPoint()
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Line of the least clear share"))
        self.set_least(0)

    def set_scenes(self, scenes: Iterable[SceneSummary]) -> None:
        """Set the scenes to show."""
        self._scenes = list(scenes)
        self.setMinimumHeight(round(SeasonChart(self._scenes, self.width()).height))
        self.update()

    def set_least(self, least: int) -> None:
        """Draw the line at a clear share, in percent."""
        self._least = least
        self.setAccessibleDescription(f"{least} %")
        self.update()

    def select(self, products: Collection[str]) -> None:
        """Mark the bars of some products."""
        self._selected = products
        self.update()

    def chart(self) -> SeasonChart:
        """Return the chart at the current size."""
        return SeasonChart(self._scenes, self.width(), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chart in the colours of the theme, with a frame if it takes the keys."""
        chart = self.chart()
        ink = self.palette().color(QPalette.ColorRole.WindowText).name()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        svg = chart.svg(ink, self._selected, self._least)
        QSvgRenderer(svg.encode()).render(painter, QRectF(0, 0, chart.width, chart.height))
        if self.hasFocus():
            frame = QStyleOptionFocusRect()
            frame.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, frame, painter, self)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold the line under the pointer, or select the scene of the clicked bar."""
        self._dragged, self._pressed = self._line_under(event.pos()), event.pos()
        if self._dragged is None:
            self._click(event.pos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the line that is held; show where one can be."""
        if self._dragged is not None:
            self.line_moved.emit(round(self.chart().share_at(event.pos().y(), self._dragged)))
            return
        on_line = self._line_under(event.pos()) is not None
        self.setCursor(Qt.CursorShape.SplitVCursor if on_line else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the line go; if it was not moved, the bar behind it was clicked."""
        if self._dragged is not None and event.pos() == self._pressed:
            self._click(event.pos())
        self._dragged = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the line."""
        steps = {
            Qt.Key.Key_Up: self._least + _STEP,
            Qt.Key.Key_Down: self._least - _STEP,
            Qt.Key.Key_PageUp: self._least + _LEAP,
            Qt.Key.Key_PageDown: self._least - _LEAP,
            Qt.Key.Key_Home: 100,
            Qt.Key.Key_End: 0,
        }
        if event.key() not in steps:
            super().keyPressEvent(event)
            return
        self.line_moved.emit(min(100, max(0, steps[event.key()])))

    def event(self, event: QEvent) -> bool:
        """Show the tool tip of the line or bar under the pointer."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        scene = self.chart().at(event.pos().x(), event.pos().y())
        text = self._describe(scene) if scene else ""
        if self._line_under(event.pos()) is not None:
            text = self.tr("At least {least} % clear: drag the line, or move it with the arrow keys")
            text = text.format(least=self._least)
        QToolTip.showText(event.globalPos(), text, self)
        return True

    def _line_under(self, place: QPoint) -> int | None:
        return self.chart().line_at(place.x(), place.y(), self._least)

    def _click(self, place: QPoint) -> None:
        scene = self.chart().at(place.x(), place.y())
        if scene is not None:
            self.clicked.emit(scene.product)
