"""A user of the QGIS desktop: clicks on what can be seen, types, counts the clicks, takes pictures and finds faults."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from qgis import utils
from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QHelpEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QApplication,
    QDialogButtonBox,
    QDockWidget,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QToolTip,
    QWidget,
)

from .desktop_driver import Driver, Steps, pause

_PACKAGE = __package__.partition(".")[0]
_LEFT = Qt.MouseButton.LeftButton
_PATIENCE = 10.0
"""Seconds until something that cannot be clicked is a fault."""
_AFTER_CLICK = 0.2
_PLAIN = 3
"""Pixels that a text may lack, which nobody sees."""


class User:
    """Walks through journeys; the observations are in `desk.observed["journeys"]`."""

    def __init__(self, desk: Driver) -> None:
        self.desk = desk
        self.seen: dict[str, Any] = {"said": []}
        self._journey = ""
        self._tips: dict[tuple[str, str], set[str]] = {}
        self._grey: set[tuple[str, str, str]] = set()
        desk.observed |= {"journeys": {}, "faults": []}
        utils.iface.messageBar().widgetAdded.connect(self._hear)
        QgsApplication.messageLog().messageReceived.connect(self._read_log)

    def begin(self, journey: str) -> None:
        """Start a journey, whose clicks are counted from 0."""
        self._journey = journey
        self.seen = {"clicks": [], "pictures": [], "said": []}
        self.desk.observed["journeys"][journey] = self.seen

    def click(self, widget: Any, name: str = "", at: QPoint | None = None, *, double: bool = False) -> Steps:
        """Click a widget once it is visible, enabled and not covered, and count the click, a double one as one.

        Raises:
            AssertionError: it cannot be clicked, with the reason.
        """
        name = name or getattr(widget, "text", str)().replace("&", "") or widget.objectName()
        end = time.monotonic() + _PATIENCE
        yield lambda: can_be_clicked(widget, at) or time.monotonic() > end
        if not can_be_clicked(widget, at):
            raise AssertionError(f"{self._journey}: {name} cannot be clicked: {_why_not(widget, at)}")
        self.seen["clicks"].append(name)
        act = QTest.mouseDClick if double else QTest.mouseClick
        if double:  # as a hand does it
            QTest.mouseClick(widget, _LEFT, pos=at or widget.rect().center())
        # A dialog that appears waits for its end: click once this step has returned.
        QTimer.singleShot(0, partial(act, widget, _LEFT, pos=at or widget.rect().center()))
        yield pause(_AFTER_CLICK)

    def click_item(self, view: QAbstractItemView, index: QModelIndex, *, double: bool = False) -> Steps:
        """Click an item of a list, a table or a tree."""
        view.scrollTo(index)
        yield pause(_AFTER_CLICK)
        yield from self.click(view.viewport(), str(index.data()), view.visualRect(index).center(), double=double)

    def open_by_menu(self, *names: str) -> Steps:
        """Click through the menus of QGIS to an entry, by the object names or titles on the way: a click each."""
        menu: Any = utils.iface.mainWindow().menuBar()
        for name in names:
            [action] = [one for one in menu.actions() if name in _names_of(one)]
            yield from self.click(menu, action.text(), menu.actionGeometry(action).center())
            menu = action.menu()

    def drag(self, canvas: QWidget, corner: tuple[float, float], opposite: tuple[float, float]) -> Steps:
        """Drag the mouse over a widget between two points, given as shares of its size: one click."""
        begin, end = (QPoint(round(x * canvas.width()), round(y * canvas.height())) for x, y in (corner, opposite))
        yield lambda: can_be_clicked(canvas, begin) and can_be_clicked(canvas, end)
        self.seen["clicks"].append("drag")
        QTest.mousePress(canvas, _LEFT, pos=begin)
        yield pause(_AFTER_CLICK)
        QTest.mouseMove(canvas, (begin + end) / 2)
        QTest.mouseMove(canvas, end)
        yield pause(_AFTER_CLICK)
        QTest.mouseRelease(canvas, _LEFT, pos=end)
        yield pause(2 * _AFTER_CLICK)

    def type(self, field: QLineEdit, text: str) -> Steps:
        """Replace the text of a field and press Tab; the click into the field is counted."""
        yield from self.click(field, field.parentWidget().objectName())
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Tab)
        yield pause(_AFTER_CLICK)

    def choose_files(self, folder: Path, *names: str) -> Steps:
        """Choose files, or the folder itself, in the open file dialog of Qt; one name is double-clicked."""
        yield lambda: _file_dialog() is not None
        dialog = _file_dialog()
        if Path(dialog.directory().absolutePath()) != folder:
            self.desk.observed["faults"].append(f"{self._journey}: dialog opens in {dialog.directory().absolutePath()}")
            dialog.setDirectory(str(folder))
            yield pause(1)
        view = dialog.findChild(QAbstractItemView, "listView")
        if not view.isVisible():
            view = dialog.findChild(QAbstractItemView, "treeView")
        find = partial(_find_row, view)
        yield lambda: all(find(name).isValid() for name in names)
        yield pause(0.3)
        self.look()
        for name in names:
            yield from self.click_item(view, find(name), double=len(names) == 1)
        if dialog.isVisible():
            box = dialog.findChild(QDialogButtonBox)
            accept = QDialogButtonBox.ButtonRole.AcceptRole
            [button] = [button for button in box.buttons() if box.buttonRole(button) == accept]
            yield from self.click(button)
        yield lambda: _file_dialog() is None

    def look(self) -> None:
        """Take a picture of the whole desktop and look for faults in the windows of the plugin."""
        name = f"{self._journey}-{len(self.seen['pictures']) + 1}"
        self.desk.picture(name)
        picture = {"name": name, "clicks": len(self.seen["clicks"]), "faults": sorted(set(self._faults()))}
        self.seen["pictures"].append(picture)

    def keep(self, name: str, widget: QWidget | None = None) -> None:
        """Save a picture of a window, or of the whole screen with its menus and tips, for the guide."""
        folder = self.desk.pictures / "guide"
        folder.mkdir(exist_ok=True)
        shot = widget.grab() if widget else QApplication.primaryScreen().grabWindow(0)
        shot.save(str(folder / name), quality=88 if name.endswith(".jpg") else -1)

    def unexplained(self) -> list[str]:
        """List the buttons that were grey with the tool tip that they have when they can be clicked."""
        return sorted(
            f"{window}.{button} is grey: {tip!r}"
            for window, button, tip in self._grey
            if tip in self._tips.get((window, button), set())
        )

    def _faults(self) -> Iterator[str]:
        """Find grey buttons without a reason, cut texts, and windows beyond the screen."""
        screen = QApplication.primaryScreen().geometry()
        for window in own_windows():
            if window.isWindow() and not screen.contains(window.geometry()):
                yield f"{window.objectName()} is beyond the screen: {window.geometry().getRect()}"
            for button in (*window.findChildren(QPushButton), *window.findChildren(QToolButton)):
                if not button.isVisible() or not button.text():
                    continue
                place = (window.objectName(), button.objectName())
                if button.isEnabled():
                    self._tips.setdefault(place, set()).add(button.toolTip())
                elif tip := tip_under_mouse(button):
                    self._grey.add((*place, tip))
                elif button.objectName():
                    yield f"{'.'.join(place)} is grey without a reason"
                if button.width() < button.minimumSizeHint().width() - _PLAIN:
                    yield f"{'.'.join(place)} is cut: {button.text()}"
            yield from (
                f"{window.objectName()}.{label.objectName()} is cut: {label.text()}"
                for label in window.findChildren(QLabel)
                if label.isVisible() and label.text() and _is_cut(label)
            )
            yield from (
                f"{window.objectName()}: column is cut: {header.model().headerData(section, header.orientation())}"
                for header in window.findChildren(QHeaderView)
                if not isinstance(header.window(), QFileDialog)
                if header.isVisible() and header.orientation() == Qt.Orientation.Horizontal
                for section in range(header.count())
                if not header.isSectionHidden(section) and _title_width(header, section) > header.sectionSize(section)
            )

    def _hear(self, item: Any) -> None:
        if isinstance(item, QgsMessageBarItem):
            self.seen["said"].append(f"{item.title()}: {item.text()}")
            if item.level() == Qgis.MessageLevel.Critical:
                self._note(item.text())

    def _read_log(self, text: str, tag: str, level: int) -> None:
        if tag == "Python error" or level == Qgis.MessageLevel.Critical:
            self._note(f"{tag}: {text}")

    def _note(self, error: str) -> None:
        self.desk.observed["faults"].append(f"{self._journey}: {error}")


def own_windows() -> list[QWidget]:
    """List the visible windows and panels of the plugin."""
    windows = [*QApplication.topLevelWidgets(), *utils.iface.mainWindow().findChildren(QDockWidget)]
    return [window for window in windows if window.isVisible() and type(window).__module__.startswith(_PACKAGE)]


def window(name: str) -> Any:
    """Return a window of the plugin by its object name; None if it was never opened."""
    return next((one for one in QApplication.topLevelWidgets() if one.objectName() == name), None)


def shows(name: str) -> Callable[[], bool]:
    """Return the condition that a window of the plugin is visible."""
    return lambda: (found := window(name)) is not None and found.isVisible()


def tool_button(action: str) -> QToolButton:
    """Return the button of a toolbar of QGIS by the object name of its action."""
    buttons = utils.iface.mainWindow().findChildren(QToolButton)
    return next(one for one in buttons if one.defaultAction() and one.defaultAction().objectName() == action)


def _names_of(action: QAction) -> set[str]:
    menu = action.menu()
    return {action.objectName(), action.text().replace("&", ""), menu.objectName() if menu else ""}


def _file_dialog() -> Any:
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()]
    return dialogs[-1] if dialogs else None


def _find_row(view: QAbstractItemView, name: str) -> QModelIndex:
    """Find a row of a file dialog by its name; not valid if it is not listed yet."""
    model, root = view.model(), view.rootIndex()
    rows = (model.index(row, 0, root) for row in range(model.rowCount(root)))
    return next((row for row in rows if row.data() == name), QModelIndex())


def tip_under_mouse(widget: QWidget) -> str:
    """Return the tool tip that a widget shows, which is not its own while its panel is locked, and hide it."""
    place = widget.rect().center()
    _hide_tip()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    text = str(QToolTip.text())
    _hide_tip()
    return text


def _hide_tip() -> None:
    """Hide the tool tip at once: Qt waits, and a picture would show it."""
    for window in QApplication.topLevelWidgets():
        if window.inherits("QTipLabel"):
            window.hide()


def can_be_clicked(widget: QWidget, at: QPoint | None = None) -> bool:
    """Return True if a widget is visible, enabled and not covered at a point of it, by default its centre."""
    return not _why_not(widget, at)


def _why_not(widget: QWidget, at: QPoint | None) -> str:
    """Return why a user cannot click a widget; empty if they can."""
    if not widget.isVisible():
        return "it is not visible"
    if not widget.isEnabled():
        return f"it is grey: {tip_under_mouse(widget)}"
    place = widget.mapToGlobal(at or widget.rect().center())
    found = QApplication.widgetAt(place)
    if found is None or not (found is widget or widget.isAncestorOf(found)):
        covering = f"{found.window().objectName()}.{found.objectName()}" if found else "nothing of QGIS"
        return f"{covering} is in its place"
    return ""


def _is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + _PLAIN
    return label.sizeHint().width() > label.width() + _PLAIN


def _title_width(header: QHeaderView, section: int) -> int:
    title = str(header.model().headerData(section, header.orientation()))
    return header.fontMetrics().horizontalAdvance(title) + 2 * _PLAIN
