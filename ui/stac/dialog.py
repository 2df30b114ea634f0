"""Add STAC items to the list of scenes: by their files and addresses, or by a search."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from qgis.gui import QgsAuthConfigSelect
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.addresses.location import Location, parse
from ...core.errors import SettingError
from ...core.stac.source import is_item
from ..guide_window import open_on_f1
from ..scenes.scanner import Given
from ..shared.authentication import use_authentication
from ..widgets import explain, fit_to_screen, set_tab_order
from .search_panel import Areas, SearchPanel

_SIZE = (720, 640)


class StacDialog(QDialog):
    """A window that stays open, so that several searches can be added."""

    def __init__(
        self, areas: Areas, add: Callable[[list[Given]], object], folder: str, parent: QWidget | None = None
    ) -> None:
        """Create the window.

        Args:
            areas: Areas that can be searched.
            add: Called with the scenes to add.
            folder: Folder in which files are chosen first.
            parent: The window of the list.
        """
        super().__init__(parent)
        self.setObjectName("StacDialog")
        self.setWindowTitle(self.tr("Add STAC items"))
        self._add, self._folder, self._obstacle = add, folder, ""
        self._notice = ""
        """Outcome of the last attempt to add items, until others are typed."""
        self.search = SearchPanel(areas, self._allow, self)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.search, self.tr("Catalo&gue search"))
        self.tabs.addTab(self._items_panel(), self.tr("&Items"))
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(self.tr("Ways to add items"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(self._bottom())
        self.add.clicked.connect(self._add_scenes)
        self.close_button.clicked.connect(self.reject)
        self.tabs.currentChanged.connect(self._refresh)
        self.search.changed.connect(self._refresh)
        self.text.textChanged.connect(self._text_changed)
        panel = self.search
        set_tab_order(
            *(self.tabs.tabBar(), panel.catalogue, panel.api, panel.collection, panel.area, panel.start, panel.end),
            *(panel.cloud, panel.run, panel.cancel, panel.table, panel.tick, panel.untick),
            *(self.text, self.choose, self.authentication, self.add, self.close_button),
        )
        open_on_f1(self)
        self.resize(*_SIZE)
        fit_to_screen(self)
        self._refresh()

    def set_obstacle(self, reason: str) -> None:
        """Set the reason why nothing can be added now; empty if it can."""
        if reason != self._obstacle:
            self._obstacle = reason
            self._refresh()

    def set_listed(self, listed: Collection[Location]) -> None:
        """Set what is in the list of products, so that nothing is added twice."""
        self.search.set_listed(listed)

    def shut_down(self) -> None:
        """Stop the search before the window is deleted."""
        self.search.shut_down()

    def _bottom(self) -> QHBoxLayout:
        """Lay out the authentication, which serves both tabs, and the buttons."""
        self.authentication = QgsAuthConfigSelect(self)
        self.authentication.setToolTip(
            self.tr(
                "For an API, or items, whose host wants a login: user and password, a header or a token. Keys of "
                "buckets come from the environment."
            )
        )
        label = QLabel(self.tr("Authentication"), self)
        label.setBuddy(self.authentication)
        self.add = QPushButton(self.tr("Add to the &list"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.authentication, 1)
        for button in (self.add, self.close_button):
            row.addWidget(button)
        return row

    def _items_panel(self) -> QWidget:
        panel = QWidget(self)
        label = QLabel(self.tr("&Files or addresses of items, one a line:"), panel)
        self.text = QPlainTextEdit(panel)
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText("https://stac.example.org/v1/collections/sentinel-2-l2a/items/S2A_33UUU_20250601")
        label.setBuddy(self.text)
        self.choose = QPushButton(self.tr("C&hoose files…"), panel)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose_files)
        self.problem = QLabel(panel)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch()
        layout = QVBoxLayout(panel)
        for widget in (label, self.text):
            layout.addWidget(widget)
        layout.addLayout(row)
        layout.addWidget(self.problem)
        return panel

    def _choose_files(self) -> None:
        kinds = self.tr("STAC items ({patterns});;All files (*)").format(patterns="*.json *.geojson")
        paths, _kind = QFileDialog.getOpenFileNames(self, self.tr("Choose STAC items"), self._folder, kinds)
        if paths:
            self._folder = str(Path(paths[0]).parent)
            self.text.appendPlainText("\n".join(paths))

    def _typed(self) -> tuple[list[Location], str]:
        """Return the items that were typed, and the reason why a line is none; empty if all are."""
        found: list[Location] = []
        for number, line in enumerate(self.text.toPlainText().splitlines(), start=1):
            if not line.strip():
                continue
            try:
                location = parse(line)
            except SettingError as error:
                return found, self.tr("Line {number}: {reason}").format(number=number, reason=error)
            if not is_item(location):
                reason = self.tr(
                    "{name} is no STAC item: its name ends in .json, or its address has /items/. Products are added by "
                    "Web > Addresses."
                ).format(name=location.name)
                return found, self.tr("Line {number}: {reason}").format(number=number, reason=reason)
            found.append(location)
        return list(dict.fromkeys(found)), ""

    def _allow(self, locations: Iterable[Location]) -> None:
        """Use the authentication for the hosts of addresses; see `use_authentication` for errors."""
        use_authentication(self.authentication.configId(), locations)

    def _add_scenes(self) -> None:
        """Add the scenes of the tab in front, and keep the window open."""
        if self.tabs.currentWidget() is self.search:
            self._add([*self.search.chosen()])
            return
        items, _problem = self._typed()
        try:
            self._allow(items)
        except SettingError as error:
            self._notice = str(error)
        else:
            self._add([*items])
            text = self.tr("Added to the list: {count}. The list says which of them cannot be used.")
            self._notice = text.format(count=len(items))
            self.text.clear()
        self._refresh()

    def _text_changed(self) -> None:
        if self.text.toPlainText():
            self._notice = ""
        self._refresh()

    def _refresh(self, *_values: object) -> None:
        """Enable the button if there is something to add, and show what is wrong."""
        items, problem = self._typed()
        self.problem.setText(problem or self._notice)
        searched = self.tabs.currentWidget() is self.search
        obstacles = (
            (bool(self._obstacle), self._obstacle),
            (searched and not self.search.chosen(), self.tr("Search, and tick at least one scene")),
            (not searched and bool(problem), problem),
            (not searched and not items, self.tr("Enter the address or the file of an item")),
        )
        explain(self.add, self.tr("The scenes are read where they lie; the window stays open"), *obstacles)
