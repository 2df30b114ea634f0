"""Tests of the list of products in the window."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRectangle
from qgis.PyQt.QtCore import QItemSelectionModel, QMimeData, QPointF, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QListView, QTreeView

from ...ui.scenes.model import Status
from ...ui.scenes.scanner import read_row
from .conftest import FLAT


def test_only_failures_are_selected_as_such(dialog, fill, product, make_product, wait):
    """A mask that was not replaced is no failure: it has another icon, and the link to the failure leaves it out."""
    broken = make_product(FLAT, tile="T33UCC")
    fill(product, broken)
    next(broken.rglob("*_B08.jp2")).write_bytes(b"")
    for buffer in (0, 40):
        dialog.options.buffer.setValue(buffer)
        dialog.run.click()
        wait(lambda: not dialog.current_run().is_running())
    assert [scene.status for scene in dialog.scenes.scenes()] == [Status.KEPT, Status.FAILED]
    dialog.message.linkActivated.emit("failed")
    assert dialog.table.selected_rows() == [1]


def test_folders_and_files_can_be_dropped_on_the_list(dialog, product, wait):
    """I drag a product from the file manager into the list."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(product / "MTD_MSIL1C.xml")), QUrl("https://example.org/x.zip")])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), action, data, button, Qt.KeyboardModifier.NoModifier)
    dialog.table.dropEvent(event)
    wait(lambda: not dialog.scanner.is_busy())
    assert [scene.path for scene in dialog.scenes.scenes()] == [product]


def test_several_folders_can_be_chosen_at_once(dialog, product, make_product, wait):
    """I select several .SAFE folders at once, like files."""
    other = make_product(FLAT, tile="T33UCC")

    def choose() -> None:
        chooser = QApplication.activeModalWidget()
        chooser.setDirectory(str(product.parent))
        view = chooser.findChild(QTreeView, "treeView")
        model, here = view.model(), view.rootIndex()
        wait(lambda: model.rowCount(here) >= 2)
        view.clearSelection()
        for row in range(model.rowCount(here)):
            if model.index(row, 0, here).data().endswith(".SAFE"):
                flags = QItemSelectionModel.SelectionFlag
                view.selectionModel().select(model.index(row, 0, here), flags.Select | flags.Rows)
        chooser.accept()

    QTimer.singleShot(300, choose)
    dialog.add_folders.click()
    wait(lambda: dialog.scenes.rowCount() == 2, seconds=10)
    assert sorted(scene.path for scene in dialog.scenes.scenes()) == sorted([product, other])


def test_a_double_click_on_a_product_adds_it(dialog, product, wait):
    """In the file dialog a double-click on a .SAFE folder adds it, instead of leading into it."""

    def choose() -> None:
        chooser = QApplication.activeModalWidget()
        chooser.setDirectory(str(product.parent))
        view = chooser.findChild(QTreeView, "treeView")
        view = view if view.isVisible() else chooser.findChild(QListView, "listView")
        model = view.model()
        wait(lambda: model.rowCount(view.rootIndex()) >= 1)
        rows = (model.index(row, 0, view.rootIndex()) for row in range(model.rowCount(view.rootIndex())))
        place = view.visualRect(next(row for row in rows if row.data() == product.name)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        if chooser.isVisible():
            chooser.reject()

    QTimer.singleShot(300, choose)
    dialog.add_folders.click()
    wait(lambda: dialog.scenes.rowCount() == 1, seconds=10)
    assert [scene.path for scene in dialog.scenes.scenes()] == [product]


def test_selected_products_can_be_removed(dialog, fill, product, make_product, wait):
    """Removing deletes the row, not the file."""
    fill(product, make_product(FLAT, tile="T33UCC"))
    assert not dialog.remove.isEnabled()
    assert dialog.remove.toolTip() == "Select products first"
    dialog.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    dialog.table.selectRow(0)
    wait(dialog.remove.isEnabled)
    dialog.remove.click()
    assert [scene.path for scene in dialog.scenes.scenes()] == [product]
    assert product.exists()


def test_a_right_click_offers_what_can_be_done_with_rows(dialog, fill, product, make_product, opened, canvas, tmp_path):
    """From a row I move the map to its outline, open its folder, or remove it from the list."""
    fill(product)
    dialog.table.selectRow(0)
    menu = dialog.row_menu.menu()
    zoom, folder, remove = (menu.findChild(QAction, name) for name in ("zoom", "open folder", "remove"))
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    zoom.trigger()
    assert canvas.extent().contains(QgsPointXY(300600, 5899400))
    assert canvas.extent().width() < 20_000
    folder.trigger()
    assert opened == [str(product.parent)]
    remove.trigger()
    assert dialog.scenes.rowCount() == 0
    dialog.scenes.add([read_row(tmp_path / "none.zip")])
    dialog.table.selectRow(0)
    enabled = {action.objectName() for action in dialog.row_menu.menu().actions() if action.isEnabled()}
    assert enabled - {""} == {"reason", "open folder", "copy", "remove"}
