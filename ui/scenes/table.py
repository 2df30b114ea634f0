"""The table of products: a drop target, with sorting and a progress bar in each row."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionProgressBar,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ..tables.row_filter import RowFilter
from .model import FRACTION_ROLE, Column, SceneModel

_CHARACTERS = 85
"""Room for a status at most, if names are cut for it, as for shares with snow and water; a third of it at least."""
_FIT_MS = 100
_FITTED_ROWS = 50
"""Rows beyond those in view that are looked at for the room that they need."""


class SceneTable(QTableView):
    """A table with one product per row; folders, archives and metadata files can be dropped on it."""

    dropped = pyqtSignal(list)
    """Emitted with the dropped paths."""

    def __init__(self, model: SceneModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene_model = model
        self.filter = proxy = RowFilter(model, model.takes, self)
        self.setModel(proxy)
        self.setSortingEnabled(True)
        proxy.sort(-1)  # in the order of adding, until a header is clicked
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setItemDelegateForColumn(Column.STATUS, _StatusDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)  # names of products differ in the date, near their start
        self.setAccessibleName(self.tr("Products"))
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(6 * self.fontMetrics().height())
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored
        )  # the options have their height first
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.verticalHeader().hide()
        self._set_column_widths()
        self._fitting = QTimer(self)  # rows change several times in a row
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit_name)
        self._fitted = 0
        """Width of the names that was set here; another one was set by the user and stays."""
        for signal in (proxy.dataChanged, proxy.rowsInserted, proxy.rowsRemoved, proxy.modelReset):
            signal.connect(self._fit_soon)

    def selected_rows(self) -> list[int]:
        """Return the selected rows of the model."""
        return [self.model().mapToSource(index).row() for index in self.selectionModel().selectedRows()]

    def select(self, rows: Iterable[int]) -> None:
        """Select rows of the model in place of others, at once, and scroll to the first; without those filtered out."""
        flags = QItemSelectionModel.SelectionFlag
        source = self.model().sourceModel()
        indices = [index for row in rows if (index := self.model().mapFromSource(source.index(row, 0))).isValid()]
        chosen = QItemSelection()
        for index in indices:
            chosen.select(index, index)
        self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
        if indices:
            self.scrollTo(min(indices))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between name and status again."""
        super().resizeEvent(event)
        self._fit_name()

    def _fit_soon(self, *_values: object) -> None:
        if not self._fitting.isActive():
            self._fitting.start(_FIT_MS)

    def _fit_name(self) -> None:
        """Give the names the room that the states, which are sentences, do not need, and no more than they need.

        Names are cut before states, because the other columns repeat them.
        """
        header = self.horizontalHeader()
        if self._fitted not in {0, header.sectionSize(Column.NAME)}:
            return
        facts = sum(header.sectionSize(column) for column in Column if column not in {Column.NAME, Column.STATUS})
        character = self.fontMetrics().averageCharWidth()
        room, sentence = self.viewport().width() - facts, _CHARACTERS * character
        hint = self.sizeHintForColumn(Column.STATUS) + 2 * character  # themes have margins that Qt does not count
        state = max(sentence // 3, min(sentence, hint))
        name = max(header.sectionSizeHint(Column.NAME), self.sizeHintForColumn(Column.NAME))
        header.resizeSection(Column.NAME, max(room // 5, min(name, room - state)))
        self._fitted = header.sectionSize(Column.NAME)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the table, with a hint if it is empty."""
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            hint = self.tr("No product matches the filter: shorten the text, or lower the clear share.")
            if self._scene_model.rowCount() == 0:
                hint = self.tr(
                    "Add Sentinel-2 products with the buttons above,\nor drop .SAFE and .zarr folders or zips here"
                )
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, hint)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept local paths."""
        self._accept_paths(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Accept local paths."""
        self._accept_paths(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Emit the dropped local paths."""
        paths = _local_paths(event)
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _accept_paths(self, event: QDragMoveEvent) -> None:
        if _local_paths(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def _set_column_widths(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(_FITTED_ROWS)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        metrics = self.fontMetrics()
        samples = {
            Column.SATELLITE: self.tr("Satellite"),
            Column.DATE: "2088-08-28",
            Column.TILE: "T33WWW",
            Column.LEVEL: self.tr("Level"),
            Column.BASELINE: self.tr("Baseline"),
        }
        for column, sample in samples.items():
            margins_and_arrow = 3 * metrics.averageCharWidth() + 8
            header.resizeSection(column, metrics.horizontalAdvance(sample) + margins_and_arrow)
        header.setSectionResizeMode(Column.STATUS, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(40)
        self.verticalHeader().setDefaultSectionSize(round(1.6 * metrics.height()))


class _StatusDelegate(QStyledItemDelegate):
    """A delegate that draws a progress bar for the running scene and text for the others."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw a status cell."""
        fraction = index.data(FRACTION_ROLE)
        if fraction is None:
            super().paint(painter, option, index)
            return
        bar = QStyleOptionProgressBar()
        bar.rect = option.rect.adjusted(2, 2, -2, -2)
        bar.state = option.state | QStyle.StateFlag.State_Horizontal
        bar.palette = option.palette
        bar.fontMetrics = option.fontMetrics
        bar.minimum, bar.maximum, bar.progress = 0, 1000, round(1000 * fraction)
        bar.text = f"{index.data()}  {fraction:.0%}"
        bar.textVisible = True
        bar.textAlignment = Qt.AlignmentFlag.AlignCenter
        QApplication.style().drawControl(QStyle.ControlElement.CE_ProgressBar, bar, painter)


def _local_paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
