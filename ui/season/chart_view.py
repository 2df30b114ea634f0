"""Show the chart of a season in a widget that follows the window's size, the theme and the pointer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QEvent, QRectF, pyqtSignal
from qgis.PyQt.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QLabel, QToolTip, QWidget

from ...core.season.chart import SeasonChart

if TYPE_CHECKING:
    from ...core.season.table import SceneSummary


class ChartView(QLabel):
    """A widget that draws a `SeasonChart`; put it in a scroll area, because it grows with the number of tiles.

    A label, because QGIS themes set a readable text colour for labels but not for plain widgets.

    Args:
        describe: Returns the tool tip of a scene.
        parent: Owner.
    """

    clicked = pyqtSignal(str)
    """Emitted with the name of the product whose bar was clicked."""

    def __init__(self, describe: Callable[[SceneSummary], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._scenes: list[SceneSummary] = []
        self._selected: Collection[str] = ()
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    def set_scenes(self, scenes: Iterable[SceneSummary]) -> None:
        """Set the scenes to show."""
        self._scenes = list(scenes)
        self.setMinimumHeight(round(SeasonChart(self._scenes, self.width()).height))
        self.update()

    def select(self, products: Collection[str]) -> None:
        """Mark the bars of some products."""
        self._selected = products
        self.update()

    def chart(self) -> SeasonChart:
        """Return the chart at the current size."""
        return SeasonChart(self._scenes, self.width(), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chart in the colours of the theme."""
        chart = self.chart()
        ink = self.palette().color(QPalette.ColorRole.WindowText).name()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        svg = chart.svg(ink, self._selected)
        QSvgRenderer(svg.encode()).render(painter, QRectF(0, 0, chart.width, chart.height))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the scene of the clicked bar."""
        scene = self.chart().at(event.pos().x(), event.pos().y())
        if scene is not None:
            self.clicked.emit(scene.product)

    def event(self, event: QEvent) -> bool:
        """Show the tool tip of the bar under the pointer."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        scene = self.chart().at(event.pos().x(), event.pos().y())
        QToolTip.showText(event.globalPos(), self._describe(scene) if scene else "", self)
        return True
