"""The menus of both tables: by mouse and by keyboard, with the same words, and a reason for what is grey."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgsMessageViewer
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QContextMenuEvent, QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QMenu, QShortcut, QTableView, QToolTip

from ....core.addresses.location import parse
from ....ui.scenes.model import ProductRow
from ....ui.shared.layer_tree import add_layers, mask_layer
from ....ui.shared.layers import open_layers
from ...season import cloudy, failed, masked, result_of
from ..conftest import FLAT

UTM = "EPSG:32633"
SIGNED = "https://host.invalid/S2A_MSIL1C_20240403T102021_N0510_R065_T33UUU.SAFE?sig=secret"


def words(menu: QMenu) -> list[str]:
    """Return the texts of a menu."""
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(dialog: Any, name: str) -> None:
    """Click an entry of the menu of the selected rows, which is not grey."""
    action = dialog.row_menu.menu().findChild(QAction, name)
    assert action.isEnabled(), action.toolTip()
    action.trigger()


def press(table: QTableView, key: Qt.Key, with_control: bool = False) -> None:
    """Press a key in a table."""
    held = Qt.KeyboardModifier.ControlModifier if with_control else Qt.KeyboardModifier.NoModifier
    table.setFocus()
    QTest.keyClick(table, key, held)


def test_the_menu_key_opens_the_menu(dialog, fill, product):
    """I reach each entry without a mouse, also if no row is selected: then the entries say that one is needed."""
    fill(product)
    seen: list[QMenu] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.append([(action.isEnabled(), action.toolTip()) for action in menu.actions() if not action.isSeparator()])
        menu.close()

    for select in (dialog.table.clearSelection, dialog.table.selectAll):
        select()
        QTimer.singleShot(100, look)
        place = QPoint(5, 5)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, dialog.table.mapToGlobal(place))
        QApplication.sendEvent(dialog.table, event)
    without, of_row = seen
    assert set(without) == {(False, "Select a row first.")}
    assert [enabled for enabled, _tip in of_row][:1] == [True]


def test_both_tables_have_the_same_words(dialog, fill, product, tmp_path):
    """I find in one table what I know from the other: the same words in the same order, each with its own letter."""
    fill(product)
    dialog.table.selectRow(0)
    season = dialog.season_window
    season.add(masked(tmp_path, 0, cloudy(5)))
    season.settle()
    season.table.selectRow(0)
    of_list, of_season = words(dialog.row_menu.menu()), words(season.row_menu.menu())
    assert [text for text in of_season if text in of_list] == of_list
    letters = [text[text.index("&") + 1].lower() for text in of_season]
    assert len(set(letters)) == len(letters)
    assert len(of_season) > len(of_list) >= 7


def test_keys_do_it_at_once(dialog, fill, product, make_product, canvas):
    """Enter moves the map, Ctrl+C copies the paths, Delete removes the rows; Enter does not start a run."""
    other = make_product(FLAT, tile="T33UCC")
    fill(product, other)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(UTM))
    canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    dialog.table.selectRow(0)
    press(dialog.table, Qt.Key.Key_Return)
    assert dialog.current_run() is None
    assert canvas.extent().contains(QgsPointXY(300600, 5899400))
    dialog.table.selectAll()
    press(dialog.table, Qt.Key.Key_C, with_control=True)
    assert QApplication.clipboard().text().splitlines() == [str(product), str(other)]
    dialog.table.select([0])
    press(dialog.table, Qt.Key.Key_Delete)
    assert [scene.path for scene in dialog.scenes.scenes()] == [other]


def test_keys_are_not_shared_with_the_window_of_qgis(dialog, fill, product):
    """QGIS has Ctrl+C and Delete too: in a table, they are the table's, and are not ambiguous."""
    fill(product)
    elsewhere: list[str] = []
    for key in (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Delete):
        QShortcut(QKeySequence(key), dialog).activated.connect(lambda: elsewhere.append("QGIS"))
    dialog.table.selectAll()
    QApplication.clipboard().clear()
    press(dialog.table, Qt.Key.Key_C, with_control=True)
    assert QApplication.clipboard().text() == str(product)
    press(dialog.table, Qt.Key.Key_Delete)
    assert dialog.scenes.rowCount() == 0
    assert elsewhere == []


def test_a_copied_address_has_no_signature(dialog):
    """A path that I paste into an e-mail gives nobody access; there is no folder to open."""
    dialog.scenes.add([ProductRow(parse(SIGNED), None)])
    dialog.table.selectAll()
    choose(dialog, "copy")
    assert QApplication.clipboard().text() == SIGNED.partition("?")[0]
    folder = dialog.row_menu.menu().findChild(QAction, "open folder")
    assert (folder.isEnabled(), folder.toolTip()) == (False, "It lies behind an address, not in a folder.")


def test_the_reason_can_be_read_and_copied(dialog, fill, product, tmp_path, wait):
    """I read the whole reason of a product that cannot be used; a fine one has none."""
    fill(product, tmp_path / "nothing.zip")
    dialog.table.select([0])
    reason = dialog.row_menu.menu().findChild(QAction, "reason")
    assert (reason.isEnabled(), reason.toolTip()) == (False, "Nothing went wrong with the selected rows.")
    dialog.table.selectAll()
    choose(dialog, "reason")
    (viewer,) = dialog.findChildren(QgsMessageViewer)
    assert viewer.isVisible()
    told = dialog.scenes.reasons([0, 1])
    assert len(told) == 1
    assert str(tmp_path / "nothing.zip") in told[0]
    viewer.close()


def test_a_key_that_can_do_nothing_says_why(dialog, fill, product, wait):
    """While a run is in progress, Delete removes nothing, and the reason appears beside the row."""
    fill(product)
    dialog.table.selectRow(0)
    dialog.run.click()
    press(dialog.table, Qt.Key.Key_Delete)
    assert QToolTip.text() == "A run is in progress."
    assert dialog.scenes.rowCount() == 1
    wait(lambda: not dialog.current_run().is_running())


def test_one_of_several_products_is_masked_again(dialog, fill, product, make_product, wait):
    """With another buffer, I mask the selected product again, from either table; the other one keeps its mask."""
    fill(product, make_product(FLAT, tile="T33UCC"))
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    dialog.options.buffer.setValue(40)
    dialog.table.select([0])
    choose(dialog, "mask again")
    wait(lambda: not dialog.current_run().is_running())
    assert dialog.current_run().task.settings.paths == (product,)
    assert dialog.current_run().task.settings.overwrite
    season = dialog.season_window
    assert season.rows.rowCount() == 2
    season.settle()
    season.table.selectRow(1)
    (name,) = season.selected_names()
    choose(season, "mask again")
    wait(lambda: not dialog.current_run().is_running())
    (path,) = dialog.current_run().task.settings.paths
    assert path.stem == name


def test_masks_of_a_folder_are_masked_again_only_with_their_product(dialog, tmp_path):
    """A season of last week's folder has no products: the entry says what to do."""
    season = dialog.season_window
    season.add(masked(tmp_path, 0, cloudy(5)))
    season.settle()
    season.table.selectRow(0)
    for name in ("mask again", "compare"):
        action = season.row_menu.menu().findChild(QAction, name)
        assert action.toolTip() == "Add its product to the list of the main window first."


def test_the_season_s_rows_zoom_copy_and_go(dialog, tmp_path, canvas):
    """Enter shows a date, Ctrl+C copies the path of its mask, Delete takes it from the list but not from the map."""
    season = dialog.season_window
    one, other = masked(tmp_path, 0, cloudy(5)), failed()
    for outcome in (one, other):
        season.add(outcome)
    season.settle()
    season.show()
    season.zoom.setChecked(False)
    add_layers(QgsProject.instance(), result_of(one), open_layers(result_of(one)))
    season.select(result_of(one).acquisition.name)
    canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    press(season.table, Qt.Key.Key_Enter)
    assert canvas.extent().contains(QgsPointXY(300100, 5899940))
    press(season.table, Qt.Key.Key_C, with_control=True)
    assert QApplication.clipboard().text() == str(result_of(one).mask_path)
    press(season.table, Qt.Key.Key_Delete)
    assert season.rows.outcomes() == [other]
    assert mask_layer(QgsProject.instance(), result_of(one))
    season.table.selectRow(0)
    assert "damaged" in season.rows.reasons([0])[0]


@pytest.mark.parametrize("name", ["list", "season"])
def test_ctrl_f_leads_to_the_filter(dialog, name):
    """I type the filter without reaching for the mouse."""
    window = dialog if name == "list" else dialog.season_window
    window.show()
    QApplication.setActiveWindow(window)
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.filter.search.hasFocus()
