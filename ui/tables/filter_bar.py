"""A line above a table in which a user types which rows to see."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QShortcut, QSizePolicy, QSpinBox, QWidget

from .row_filter import RowQuery


class FilterBar(QWidget):
    """A field for words and dates, and one for the least clear share; Ctrl+F in the window leads to the first."""

    changed = pyqtSignal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.search = QLineEdit(self)
        self.search.setObjectName("search")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(12 * self.fontMetrics().averageCharWidth())
        self.search.setPlaceholderText(self.tr("Date, tile or product, such as 2025-05..2025-07 T33UUU"))
        self.search.setToolTip(
            self.tr(
                "Show only rows with all these words in their date, tile, satellite, level or product (Ctrl+F); two "
                "dates with .. between them are the first and the last one: 2025-05..2025-07, 2025-05.. or ..2025-07"
            )
        )
        self.least = QSpinBox(self)
        self.least.setObjectName("least")
        self.least.setSuffix(self.tr(" % clear"))
        self.least.setMaximum(100)
        self.least.setSingleStep(10)
        self.least.setToolTip(
            self.tr("Show only rows with at least this share of clear pixels; 0 shows all, also those without a mask")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.layout_of_line = QHBoxLayout(self)
        self.layout_of_line.setContentsMargins(0, 0, 0, 0)
        for text, field, stretch in ((self.tr("Filter"), self.search, 1), (self.tr("At least"), self.least, 0)):
            label = QLabel(text, self)
            label.setBuddy(field)
            self.layout_of_line.addWidget(label)
            self.layout_of_line.addWidget(field, stretch)
        self.search.textChanged.connect(self.changed)
        self.least.valueChanged.connect(self.changed)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), window)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._search)

    def query(self) -> RowQuery:
        """Return what is asked."""
        return RowQuery.typed(self.search.text(), self.least.value())

    def _search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
