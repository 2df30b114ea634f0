"""Add STAC items to the list of scenes: by their files and addresses, or by a search."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
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
from ..widgets import explain, fit_to_screen, set_tab_order
from .search_panel import Areas, SearchPanel

_SIZE = (720, 580)


class StacDialog(QDialog):
    """A window that stays open, so that several searches can be added."""

    def __init__(
        self, areas: Areas, add: Callable[[list[Location]], object], folder: str, parent: QWidget | None = None
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
        self.search = SearchPanel(areas, self)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.search, self.tr("Catalo&gue search"))
        self.tabs.addTab(self._items_panel(), self.tr("&Items"))
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(self.tr("Ways to add items"))
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Close, self)
        self.add = QPushButton(self.tr("Add to the &list"), self)
        self.buttons.addButton(self.add, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.buttons)
        self.add.clicked.connect(self._add_scenes)
        self.tabs.currentChanged.connect(self._refresh)
        self.search.changed.connect(self._refresh)
        self.text.textChanged.connect(self._refresh)
        panel = self.search
        set_tab_order(
            *(self.tabs.tabBar(), panel.catalogue, panel.api, panel.collection, panel.area, panel.start, panel.end),
            *(panel.cloud, panel.run, panel.cancel, panel.table, panel.tick, panel.untick),
            *(self.text, self.choose, self.add, self.buttons.button(kinds.Close)),
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

    def shut_down(self) -> None:
        """Stop the search before the window is deleted."""
        self.search.shut_down()

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
                reason = self.tr("{name} is no STAC item: its name ends in .json, or its address has /items/")
                reason = reason.format(name=location.name)
                return found, self.tr("Line {number}: {reason}").format(number=number, reason=reason)
            found.append(location)
        return list(dict.fromkeys(found)), ""

    def _add_scenes(self) -> None:
        """Add the scenes of the tab in front, and keep the window open."""
        if self.tabs.currentWidget() is self.search:
            self._add(self.search.chosen())
        else:
            self._add(self._typed()[0])
            self.text.clear()

    def _refresh(self, *_values: object) -> None:
        """Enable the button if there is something to add, and show what is wrong."""
        items, problem = self._typed()
        self.problem.setText(problem)
        searched = self.tabs.currentWidget() is self.search
        obstacles = (
            (bool(self._obstacle), self._obstacle),
            (searched and not self.search.chosen(), self.tr("Tick at least one scene; search first")),
            (not searched and bool(problem), problem),
            (not searched and not items, self.tr("Enter the address or the file of an item")),
        )
        explain(self.add, self.tr("The scenes are read where they lie; the window stays open"), *obstacles)
