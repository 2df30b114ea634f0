"""The menu and the keys of the selected rows of a table: the same words, order and keys in all tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from functools import partial
from pathlib import Path
from typing import NamedTuple

from qgis.gui import QgsMessageViewer
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QApplication, QMenu, QTableView, QToolTip

from ...core.addresses.location import Location
from ..shared.rich_text import literal
from ..widgets import open_folder

_GAP = "\n\n"


class Deed(Enum):
    """The things that can be done with rows."""

    ZOOM = "zoom"
    REASON = "reason"
    OPEN_FOLDER = "open folder"
    COPY = "copy"
    ADD_TO_MAP = "add to map"
    REMOVE_FROM_MAP = "remove from map"
    MASK_AGAIN = "mask again"
    COMPARE = "compare"
    CORRECT = "correct"
    COMPOSITE = "composite"
    APPLY_MASK = "apply mask"
    STATISTICS = "statistics"
    POLYGONS = "polygons"
    REPORT = "report"
    REMOVE = "remove"


USES = (Deed.COMPOSITE, Deed.APPLY_MASK, Deed.STATISTICS, Deed.POLYGONS, Deed.REPORT)
"""Further work with masks."""
_SECTIONS = (
    (Deed.ZOOM, Deed.REASON, Deed.OPEN_FOLDER, Deed.COPY),
    (Deed.ADD_TO_MAP, Deed.REMOVE_FROM_MAP),
    (Deed.MASK_AGAIN, Deed.COMPARE, Deed.CORRECT),
    USES,
    (Deed.REMOVE,),
)
_KEYS = {
    Deed.ZOOM: (Qt.Key.Key_Return, Qt.Key.Key_Enter),
    Deed.COPY: (QKeySequence.StandardKey.Copy,),
    Deed.REMOVE: (QKeySequence.StandardKey.Delete,),
}


class Entry(NamedTuple):
    """An entry of the menu."""

    deed: Deed
    act: Callable[[], object]
    obstacle: Callable[[], str] = str
    """Returns why it cannot be done with the selected rows; empty if it can."""


class RowMenu(QObject):
    """The menu of the selected rows of a table, also by the Menu key and Shift+F10, and their keys.

    Keys are taken before the shortcuts of the window, which may be QGIS's own if the table is in a panel.
    """

    def __init__(self, table: QTableView, *entries: Entry) -> None:
        super().__init__(table)
        self._table = table
        self._entries = {entry.deed: entry for entry in entries}
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show)
        table.doubleClicked.connect(lambda _index: self.do(Deed.ZOOM))
        table.installEventFilter(self)

    def add(self, *entries: Entry) -> None:
        """Add entries, each in its place of the menu."""
        self._entries |= {entry.deed: entry for entry in entries}

    def add_places(self, places: Callable[[], Sequence[Location]]) -> None:
        """Add the entries for the places of the selected rows: open their folder, and copy their paths."""

        def folders() -> list[Path]:
            return [place.parent for place in places() if isinstance(place, Path)]

        def why_no_folder() -> str:
            return "" if folders() else self.tr("It lies behind an address, not in a folder.")

        def copy() -> None:
            QApplication.clipboard().setText("\n".join(map(str, places())))  # of an address, without its signature

        self.add(
            Entry(Deed.OPEN_FOLDER, lambda: open_folder(self._table.window(), folders()[0]), why_no_folder),
            Entry(Deed.COPY, copy),
        )

    def add_reasons(self, reasons: Callable[[], Sequence[str]]) -> None:
        """Add the entry that shows why the selected rows are as they are, to be read and copied."""

        def show() -> None:
            viewer = QgsMessageViewer(self._table.window())
            viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            viewer.setWindowTitle(self.tr("Reason"))
            viewer.setCheckBoxVisible(False)
            viewer.setMessageAsPlainText(_GAP.join(reasons()))
            viewer.open()

        def why_none() -> str:
            return "" if reasons() else self.tr("Nothing went wrong with the selected rows.")

        self.add(Entry(Deed.REASON, show, why_none))

    def do(self, deed: Deed) -> None:
        """Do something with the selected rows, or tell why this is not possible."""
        reason = self.why_not(deed)
        if not reason:
            self._entries[deed].act()
            return
        place = self._table.visualRect(self._table.currentIndex()).bottomLeft()
        QToolTip.showText(self._table.viewport().mapToGlobal(place), literal(reason), self._table)

    def why_not(self, deed: Deed) -> str:
        """Return why something cannot be done with the selected rows; empty if it can."""
        if not self._table.selectionModel().hasSelection():
            return self.tr("Select a row first.")
        return self._entries[deed].obstacle()

    def menu(self) -> QMenu:
        """Return a menu of all entries."""
        menu = QMenu(self._table)
        for section in _SECTIONS:
            if menu.actions():
                menu.addSeparator()
            self.fill(menu, section)
        return menu

    def fill(self, menu: QMenu, deeds: Iterable[Deed]) -> None:
        """Add entries to a menu as they are now; grey ones have the reason as their tool tip."""
        menu.setToolTipsVisible(True)
        words = self._words()
        for deed in deeds:
            if deed not in self._entries:
                continue
            action = menu.addAction(words[deed], partial(self.do, deed))
            action.setObjectName(deed.value)
            if deed in _KEYS:
                action.setShortcut(QKeySequence(_KEYS[deed][0]))
                action.setShortcutVisibleInContextMenu(True)
            reason = self.why_not(deed)
            action.setEnabled(not reason)
            action.setToolTip(literal(reason))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the keys of the entries."""
        if event.type() not in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress} or not isinstance(event, QKeyEvent):
            return False
        deed = next((deed for deed in self._entries if _is_key_of(deed, event)), None)
        if deed is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.do(deed)
        return True

    def _show(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.exec(self._table.viewport().mapToGlobal(place))

    def _words(self) -> dict[Deed, str]:
        return {
            Deed.ZOOM: self.tr("&Zoom to outline"),
            Deed.REASON: self.tr("Show &reason"),
            Deed.OPEN_FOLDER: self.tr("Open containing &folder"),
            Deed.COPY: self.tr("&Copy path"),
            Deed.ADD_TO_MAP: self.tr("Add to &map"),
            Deed.REMOVE_FROM_MAP: self.tr("Remo&ve from map"),
            Deed.MASK_AGAIN: self.tr("Mask a&gain"),
            Deed.COMPARE: self.tr("C&ompare models…"),
            Deed.CORRECT: self.tr("Correct &by hand…"),
            Deed.COMPOSITE: self.tr("Cloud-free com&posite…"),
            Deed.APPLY_MASK: self.tr("&Apply mask…"),
            Deed.STATISTICS: self.tr("&Statistics of polygons…"),
            Deed.POLYGONS: self.tr("Mask as pol&ygons…"),
            Deed.REPORT: self.tr("Repor&t…"),
            Deed.REMOVE: self.tr("Remove from the &list"),
        }


def _is_key_of(deed: Deed, event: QKeyEvent) -> bool:
    return any(
        event.matches(key) if isinstance(key, QKeySequence.StandardKey) else event.key() == key and _is_bare(event)
        for key in _KEYS.get(deed, ())
    )


def _is_bare(event: QKeyEvent) -> bool:
    return event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
