"""Search a STAC API, and choose from the scenes that it finds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.addresses.location import Location
from ...core.errors import CloudS2MaskError
from ...core.stac.search import CATALOGUES, Found, Search, search
from ..shared.area_geometry import AreaGeometry
from ..shared.background import Worker, is_interrupted, why_failed
from ..shared.host import SETTINGS_GROUP
from ..widgets import explain

_KEYS = {name: f"{SETTINGS_GROUP}/stac_{name}" for name in ("api", "collection")}
_DATE, _TILE, _SATELLITE, _LEVEL, _CLOUD = range(5)
_FOUND = Qt.ItemDataRole.UserRole

Areas = Mapping[str, Callable[[], AreaGeometry]]
"""Title of an area -> returns it, or raises SettingError."""
Allow = Callable[[Iterable[Location]], None]
"""Uses the authentication that is chosen for the hosts of addresses, or raises SettingError."""


class SearchPanel(QWidget):
    """The conditions of a search, its progress, and a table of what it finds."""

    changed = pyqtSignal()
    """Emitted when other scenes are chosen."""

    def __init__(self, areas: Areas, allow: Allow, parent: QWidget | None = None) -> None:
        """Create the panel.

        Args:
            areas: Areas that can be searched; the first is preset.
            allow: Called with the address of a search before it begins.
            parent: The window.
        """
        super().__init__(parent)
        self._areas, self._allow = areas, allow
        self._listed: Collection[Location] = ()
        self._worker = Worker(self)
        self._search: object = None
        """The search whose results are awaited; those of a cancelled one are dropped."""
        self._add_conditions()
        self._add_results()
        self._restore()
        self._connect()
        self.status.setText(self.tr("Choose an area and days, then search."))
        self._refresh()

    def chosen(self) -> list[Found]:
        """Return the scenes that are ticked."""
        return [item.data(_FOUND) for item in self._items() if item.checkState() == Qt.CheckState.Checked]

    def set_listed(self, listed: Collection[Location]) -> None:
        """Show which scenes are in the list of products: they are grey, and cannot be added again."""
        self._listed = listed
        self._mark_listed()
        self._refresh()

    def shut_down(self) -> None:
        """Stop the search before the window is deleted."""
        self._search = None
        self._worker.close()

    def _add_conditions(self) -> None:
        self.catalogue = QComboBox(self)
        for one in CATALOGUES:
            self.catalogue.addItem(one.title, one.api)
        self.catalogue.addItem(self.tr("Another STAC API"), "")
        self.api = QLineEdit(self)
        self.api.setPlaceholderText("https://stac.example.org/v1")
        self.collection = QComboBox(self)
        self.collection.setEditable(True)
        self.note = QLabel(self)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.note.setMinimumHeight(2 * self.fontMetrics().lineSpacing())  # else a line that wraps cuts the buttons
        self.area = QComboBox(self)
        for title in self._areas:
            self.area.addItem(title)
        self.start, self.end = QDateEdit(self), QDateEdit(self)
        today = QDate.currentDate()
        for edit, day in ((self.start, today.addYears(-1)), (self.end, today)):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setDate(day)
        self.end.setAccessibleName(self.tr("Last day"))
        self.cloud = QSpinBox(self)
        self.cloud.setRange(0, 100)
        self.cloud.setValue(100)
        self.cloud.setSuffix(self.tr(" %"))
        self.cloud.setToolTip(self.tr("Of the whole tile, as the provider states it; your area may be clearer"))
        for spin in (self.start, self.end, self.cloud):
            spin.setMinimumSize(spin.sizeHint())
        self.run = QPushButton(self.tr("&Search"), self)
        self.run.setAutoDefault(False)
        self.cancel = QPushButton(self.tr("&Cancel search"), self)
        self.cancel.setAutoDefault(False)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("C&atalogue"), self.catalogue)
        form.addRow(self.tr("Addr&ess of the API"), self.api)
        form.addRow(self.tr("C&ollection"), self.collection)
        form.addRow("", self.note)
        form.addRow(self.tr("A&rea"), self.area)
        cover = QLabel(self.tr("Cloud co&ver at most"), self)
        cover.setBuddy(self.cloud)
        until = QLabel(self.tr("to"), self)
        days = _beside(self.start, until, self.end, None, cover, self.cloud, None, self.run, self.cancel)
        form.addRow(self.tr("&Days"), days)
        form.labelForField(days).setBuddy(self.start)
        self._form = form

    def _add_results(self) -> None:
        self.status = QLabel(self)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        self.table = QTableWidget(0, 5, self)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Date"), self.tr("Tile"), self.tr("Satellite"), self.tr("Level"), self.tr("Cloud cover")]
        )
        self.table.setAccessibleName(self.tr("Scenes found"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(_DATE, Qt.SortOrder.AscendingOrder)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.tick = QPushButton(self.tr("&Tick all"), self)
        self.untick = QPushButton(self.tr("&Untick all"), self)
        for button in (self.tick, self.untick):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.addLayout(self._form)
        layout.addWidget(self.table, 1)
        layout.addWidget(_beside(self.tick, self.untick, None))
        layout.addWidget(self.status)

    def _connect(self) -> None:
        self.catalogue.currentIndexChanged.connect(self._show_catalogue)
        self.api.textEdited.connect(self._show_other)
        self.collection.currentTextChanged.connect(self._show_note)
        self.run.clicked.connect(self._start)
        self.cancel.clicked.connect(self._stop)
        self.tick.clicked.connect(lambda: self._tick_all(Qt.CheckState.Checked))
        self.untick.clicked.connect(lambda: self._tick_all(Qt.CheckState.Unchecked))
        self.table.itemChanged.connect(self._refresh)

    def _restore(self) -> None:
        api, collection = (QgsSettings().value(_KEYS[name], "", type=str) for name in ("api", "collection"))
        self.catalogue.setCurrentIndex(max(0, self.catalogue.findData(api) if api else 0))
        self._show_catalogue()
        if api:
            self.catalogue.setCurrentIndex(self._index_of(api))
            self._show_catalogue()
            self.api.setText(api)
            self.collection.setCurrentText(collection)

    def _index_of(self, api: str) -> int:
        """Return the place of an API in the list of catalogues; that of others if it is not there."""
        found = self.catalogue.findData(api)
        return found if found >= 0 else self.catalogue.count() - 1

    def _show_catalogue(self, *_index: int) -> None:
        """Show the collections of the catalogue that is chosen, and the field for the address of any other."""
        api = self.catalogue.currentData()
        for part in (self.api, self._form.labelForField(self.api)):
            part.setVisible(not api)
        if api:
            self.api.setText(api)
        collections = next((one.collections for one in CATALOGUES if one.api == api), ("sentinel-2-l2a",))
        self.collection.clear()
        self.collection.addItems(collections)
        self._show_note()

    def _show_note(self, *_text: str) -> None:
        """Show what the files of the collection need."""
        keys = self.tr("JPEG 2000 in a bucket that needs access keys in the environment: see the guide.")
        free = self.tr("Free, without an account. A small area of interest reads some 40 MB a date, a tile up to 1 GB.")
        paid = self.tr("JPEG 2000 in a bucket whose readers pay: it needs access keys of AWS, see the guide.")
        notes = {CATALOGUES[0].api: free, CATALOGUES[1].api: free, CATALOGUES[2].api: keys}
        is_paid = self.api.text() == CATALOGUES[0].api and self.collection.currentText() == "sentinel-2-l1c"
        self.note.setText(paid if is_paid else notes.get(self.api.text(), ""))
        self.note.setVisible(bool(self.note.text()))

    def _show_other(self, text: str) -> None:
        """Show which catalogue a typed address is of."""
        self.catalogue.blockSignals(True)
        self.catalogue.setCurrentIndex(self._index_of(text.strip()))
        self.catalogue.blockSignals(False)
        self._show_note()

    def _wanted(self) -> Search:
        """Return the search.

        Raises:
            SettingError: the area cannot be read, or a condition is impossible.
        """
        area = self._areas[self.area.currentText()]().area_of_interest()
        return Search(
            self.api.text(),
            self.collection.currentText(),
            area,
            _day(self.start.date()),
            _day(self.end.date()),
            self.cloud.value(),
        )

    def _start(self) -> None:
        """Search in the background."""
        try:
            wanted = self._wanted()
            self._allow([wanted.endpoint])
        except CloudS2MaskError as error:
            self.status.setText(str(error))
            return
        for name, text in (("api", wanted.api), ("collection", wanted.collection)):
            QgsSettings().setValue(_KEYS[name], text.strip())
        self._search = running = object()
        self._show([])
        self.status.setText(self.tr("Searching…"))

        def cancelled() -> bool:
            return is_interrupted() or self._search is not running

        def done(found: list[Found]) -> None:
            if self._search is running:
                self._search = None
                self._show(found)
                if not found:
                    self.status.setText(
                        self.tr(
                            "Nothing was found. Check the collection, or choose other days, another area or more cloud "
                            "cover."
                        )
                    )

        def failed(error: Exception) -> None:
            if self._search is running:
                self._search = None
                self.status.setText(why_failed(error))
                self._refresh()

        self._worker.call(lambda: search(wanted, cancelled), done, failed)
        self._refresh()

    def _stop(self) -> None:
        """End the search, and drop what it has found."""
        self._search = None
        self.status.setText(self.tr("The search was cancelled."))
        self._refresh()

    def _show(self, found: list[Found]) -> None:
        """Fill the table, with all scenes ticked."""
        self.table.blockSignals(True)
        self.table.setSortingEnabled(False)
        self.table.setRowCount(len(found))
        for row, one in enumerate(found):
            acquired, cover = one.item.acquisition, one.item.cloud_cover
            texts = (acquired.day, acquired.tile, acquired.satellite, acquired.level)
            for column, text in enumerate(texts):
                self.table.setItem(row, column, QTableWidgetItem(text))
            first = self.table.item(row, _DATE)
            first.setData(_FOUND, one)
            first.setCheckState(Qt.CheckState.Checked)
            self.table.setItem(row, _CLOUD, _Percent(cover))
        self.table.setSortingEnabled(True)
        self.table.blockSignals(False)
        self._mark_listed()
        self._refresh()

    def _items(self) -> list[QTableWidgetItem]:
        """Return the first cell of each row, which has its scene and its tick."""
        return [self.table.item(row, _DATE) for row in range(self.table.rowCount())]

    def _is_listed(self, item: QTableWidgetItem) -> bool:
        return item.data(_FOUND).location in self._listed

    def _mark_listed(self) -> None:
        """Make the rows of scenes grey that are in the list."""
        self.table.blockSignals(True)
        for item in self._items():
            listed = self._is_listed(item)
            if listed:
                item.setCheckState(Qt.CheckState.Unchecked)
            name = item.data(_FOUND).item.acquisition.name
            item.setToolTip(self.tr("{name} is in the list").format(name=name) if listed else name)
            for column in range(self.table.columnCount()):
                cell = self.table.item(item.row(), column)
                enabled = Qt.ItemFlag.ItemIsEnabled
                cell.setFlags(cell.flags() & ~enabled if listed else cell.flags() | enabled)
        self.table.blockSignals(False)

    def _tick_all(self, state: Qt.CheckState) -> None:
        self.table.blockSignals(True)
        for item in self._items():
            if not self._is_listed(item):
                item.setCheckState(state)
        self.table.blockSignals(False)
        self._refresh()

    def _refresh(self, *_item: object) -> None:
        searching, found = self._search is not None, self.table.rowCount()
        self.cancel.setVisible(searching)
        self.run.setVisible(not searching)
        explain(self.run, "", (searching, self.tr("A search is running")))
        empty = (not found, self.tr("There are no scenes yet: search first"))
        explain(self.tick, "", empty)
        explain(self.untick, "", empty)
        if found:
            listed = sum(map(self._is_listed, self._items()))
            text = self.tr("Scenes found: {count}, ticked: {ticked}, in the list: {listed}")
            self.status.setText(text.format(count=found, ticked=len(self.chosen()), listed=listed))
        self.changed.emit()


class _Percent(QTableWidgetItem):
    """A cloud cover, sorted as a number."""

    def __init__(self, cover: float | None) -> None:
        super().__init__("-" if cover is None else f"{cover:.0f} %")
        self._cover = 101.0 if cover is None else cover
        self.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        return isinstance(other, _Percent) and self._cover < other._cover


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _beside(*widgets: QWidget | None) -> QWidget:
    """Put widgets beside each other into one; None leaves room."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        if widget is None:
            layout.addStretch()
        else:
            layout.addWidget(widget)
    return row
