"""A season: masks of several dates, their table and chart, and the dates that are good enough."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from qgis import utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QContextMenuEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QToolButton

from ..desktop_driver import Steps, pause
from ..desktop_user import User, shows, window
from .steps import (
    algorithm_dialog,
    cells,
    choose,
    describe_layer,
    drawn,
    ended,
    half_way,
    home,
    layers,
    open_files_in,
    open_window,
    read,
    run,
    tree_names,
)


def six_dates(user: User) -> Steps:
    """From a new QGIS to the masks of all dates over an area that is drawn on the map, and to their season."""
    yield from open_window(user)
    dialog = window("MaskDialog")
    open_files_in(home(user) / "Sentinel-2")
    yield from user.click(dialog.add_parent)
    yield from user.choose_files(home(user) / "Sentinel-2")
    yield from read(dialog)
    user.look()
    user.keep("dialog.png", dialog)
    user.seen["folder"] = str(dialog.options.folder())
    yield from user.click(dialog.area.rectangle)
    yield from drawn()
    user.look()
    yield from user.drag(utils.iface.mapCanvas().viewport(), (0.25, 0.1), (0.75, 0.9))
    yield shows("MaskDialog")
    yield pause(0.5)
    user.look()
    yield from user.click(dialog.run)
    yield half_way(dialog)
    user.look()
    user.keep("dialog-running.png", dialog)
    yield from ended(dialog)
    user.look()
    yield from user.click(dialog.season)
    yield from drawn()
    user.look()
    user.seen["status"] = dialog.message.text()
    user.seen["season"] = cells(dialog.season_window.table.model())
    user.seen["layers"] = tree_names(QgsProject.instance().layerTreeRoot())
    user.seen["described"] = [describe_layer(layer) for layer in layers()]


def season(user: User) -> Steps:
    """From the season to the map of one of its dates."""
    yield from open_window(user)
    dialog = window("MaskDialog")
    yield from user.click(dialog.season)
    overview = dialog.season_window
    yield from user.click_item(overview.table, overview.table.model().index(2, 0))
    yield from drawn()
    user.look()
    yield from _keep_large(user, "season.png", overview)
    overview.hide()
    dialog.hide()
    utils.iface.messageBar().clearWidgets()
    yield from drawn()
    utils.iface.mapCanvas().zoomToFullExtent()
    yield from drawn()
    user.look()
    user.keep("map.jpg", utils.iface.mainWindow())


def choose_dates(user: User) -> Steps:
    """From the line in the chart to a composite of the clear dates, and a season docked in QGIS's window."""
    yield from open_window(user)
    dialog = window("MaskDialog")
    yield from user.click(dialog.season)
    dialog.hide()
    overview = dialog.season_window
    yield from drawn()
    chart, bar = overview.chart, overview.chart.chart().bars[0]
    places = [(0.3, (bar.bottom - share * bar.height) / chart.height()) for share in (0, 0.7)]
    yield from user.drag(chart, *places)
    yield from user.click(overview.select_shown)
    yield from drawn()
    user.look()
    user.seen["least"], user.seen["clear"] = overview.filter.least.value(), cells(overview.table.model())
    yield from user.click(overview.use_selected)
    yield lambda: QApplication.activePopupWidget() is not None
    user.look()
    yield from choose(user, "composite")
    yield lambda: algorithm_dialog() is not None
    asked = algorithm_dialog()
    yield pause(0.5)
    user.look()
    user.seen["asked"] = {name: str(value) for name, value in asked.createProcessingParameters().items()}
    asked.close()
    place = overview.table.visualRect(overview.table.model().index(1, 0)).center()
    QTimer.singleShot(0, lambda: overview.table.customContextMenuRequested.emit(place))  # which waits for its end
    yield lambda: QApplication.activePopupWidget() is not None
    yield pause(0.5)
    user.look()
    user.keep("table-menu.png", QApplication.activePopupWidget())
    QApplication.activePopupWidget().close()
    yield from _keep_large(user, "season-line.png", overview)
    overview.setFloating(False)
    yield from drawn()
    user.look()
    user.keep("season-docked.jpg", utils.iface.mainWindow())
    user.seen["docked"] = not overview.isFloating()
    overview.filter.least.setValue(0)
    overview.setFloating(True)
    overview.close()


def _keep_large(user: User, name: str, overview: Any) -> Steps:
    """Keep a picture of the season as on a larger screen."""
    size = overview.size()
    overview.resize(1000, 660)
    yield from drawn()
    user.keep(name, overview)
    overview.resize(size)


def rerun(user: User) -> Steps:
    """The same run again, then with another buffer, which offers to replace the masks."""
    yield from open_window(user)
    dialog = window("MaskDialog")
    yield from run(user)
    user.look()
    user.seen["reused"] = dialog.message.text()
    arrow = dialog.options.advanced.findChild(QToolButton, "collapseButton")
    yield from user.click(arrow)
    yield from user.type(dialog.options.buffer.lineEdit(), "100")
    yield from run(user)
    user.look()
    user.seen["other"] = dialog.message.text()
    user.seen["notice"] = dialog.strip_text.text()
    user.desk.watch()
    yield from user.click(dialog.replace)
    yield from ended(dialog)
    user.desk.observed["lateness_ms"] = user.desk.worst_lateness_ms()
    user.look()
    user.seen["replaced"] = dialog.message.text()
    dialog.options.advanced.setCollapsed(True)


def by_keyboard(user: User) -> Steps:
    """From a filter of the list to the dates above a line, without a mouse."""
    yield from open_window(user)
    dialog = window("MaskDialog")
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    yield lambda: QApplication.focusWidget() is dialog.filter.search
    first = cells(dialog.table.model())[0][1]
    QTest.keyClicks(dialog.filter.search, f"{first}.. T33UUU")
    yield pause(0.3)
    user.seen["filtered"] = [row[1] for row in cells(dialog.table.model())]
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    user.seen["menu"] = yield from _menu_by_key(user, dialog.table)
    dialog.filter.search.clear()
    dialog.season_window.bring_forward()
    overview = dialog.season_window
    yield from drawn()
    overview.chart.setFocus()
    for _ in range(7):
        QTest.keyClick(overview.chart, Qt.Key.Key_PageUp)
    QTest.keyClick(overview.chart, Qt.Key.Key_Down)
    user.seen["least"] = overview.filter.least.value()
    overview.select_shown.setFocus()
    QTest.keyClick(overview.select_shown, Qt.Key.Key_Space)
    yield from drawn()
    user.look()
    user.seen["selected"] = len(overview.selected())
    user.seen["uses"] = yield from _menu_by_key(user, overview.table)
    overview.filter.least.setValue(0)
    overview.close()


def _menu_by_key(user: User, table: Any) -> Generator[Callable[[], bool], None, list[str]]:
    """Open the menu of a table by Shift+F10, look at it, close it by Esc, and return the names of its entries."""
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, table.visualRect(table.currentIndex()).center())
    QTimer.singleShot(0, lambda: QApplication.sendEvent(table, event))  # which waits for its end
    yield lambda: QApplication.activePopupWidget() is not None
    yield pause(0.3)
    user.look()
    menu: Any = QApplication.activePopupWidget()
    names = [one.objectName() for one in menu.actions() if one.objectName() and one.isEnabled()]
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    yield lambda: QApplication.activePopupWidget() is None
    return names
