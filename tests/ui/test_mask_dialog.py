"""The main window: adding products, running, and explaining missing components."""

from __future__ import annotations

import gc
import importlib.util
import zipfile

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsLayerTreeMapCanvasBridge
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QMimeData, QPointF, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QListView,
    QMessageBox,
    QProgressBar,
    QScrollArea,
    QTreeView,
)

from ...tools.desktop_user import tip_under_mouse
from ...ui.mask_dialog import MaskDialog
from ...ui.scenes.model import ProductRow, Status
from ...ui.time_left import TimeLeft
from ...ui.window_state import Remedy
from .conftest import FLAT, LEFT, TOP


def wait_for_layout() -> None:
    """Let windows lay out what has changed."""
    for _time in range(5):
        QCoreApplication.processEvents()


def test_run_is_disabled_with_the_reason_until_all_is_set(dialog, fill, product):
    """The Run button tells me what is missing."""
    assert not dialog.run.isEnabled()
    assert dialog.run.toolTip() == "Add at least one product."
    folder = fill(product)
    assert dialog.run.isEnabled()
    assert dialog.message.text() == "Ready to mask 1 product."
    dialog.options.output_folder.setFilePath(str(folder / "no" / "masks"))
    assert not dialog.run.isEnabled()
    assert dialog.run.toolTip() == "The output folder does not exist."
    assert dialog.message.text() == "The output folder does not exist."
    dialog.options.output_folder.setFilePath(str(folder))
    dialog.options.model.setCurrentIndex(dialog.options.model.findData("ukis-6b-l2a"))
    assert not dialog.run.isEnabled()
    assert all(value in dialog.message.text() for value in ("ukis-6b-l2a", "L2A", "L1C"))


def test_masking_from_the_window_puts_a_styled_layer_on_the_map(dialog, fill, product, wait):
    """I add a product, choose a folder, press Run, and see the mask."""
    folder = fill(product)
    dialog.run.click()
    assert dialog.cancel.isEnabled()
    assert dialog.close_button.text() == "Close and keep running"
    assert not dialog.options.isEnabled()
    for greyed in (dialog.options.model, dialog.area.rectangle, dialog.add_folders):
        assert tip_under_mouse(greyed) == "A run is in progress."
    wait(lambda: not dialog.current_run().is_running())
    assert dialog.close_button.text() == "Close"
    assert dialog.options.isEnabled()
    for usable in (dialog.options.model, dialog.area.rectangle, dialog.add_folders):
        assert tip_under_mouse(usable) == usable.toolTip()
        assert usable.toolTip() not in ("", "A run is in progress.")
    assert dialog.message.text().startswith("1 mask made.")
    assert dialog.progress.value() == dialog.progress.maximum()
    layers = QgsProject.instance().layerTreeRoot().findLayers()
    assert layers[0].layer().renderer().type() == "paletted"
    assert (folder / f"{product.stem}_ukis-6b-l1c+ukis-4b-l1c_20m.tif").exists()
    assert "Clear" in dialog.scenes.index(0, 6).data()


def test_tool_tips_follow_what_changes_during_a_run(dialog, fill, canvas, product, wait):
    """The size of the area is right in its tool tip after a run during which the map has moved."""
    fill(product)
    dialog.area.source.setCurrentIndex(dialog.area.source.findData("canvas"))
    accuracy = dialog.options.refine.tta_depth.toolTip()
    dialog.run.click()
    canvas.setExtent(QgsRectangle(LEFT + 400, TOP - 1000, LEFT + 1500, TOP))
    dialog.area.settle()
    assert tip_under_mouse(dialog.area.summary) == "A run is in progress."
    assert dialog.options.refine.tta_depth.toolTip() == accuracy
    wait(lambda: not dialog.current_run().is_running())
    assert tip_under_mouse(dialog.area.summary) == dialog.area.summary.text()


def test_the_layers_of_all_products_stay_on_the_map(dialog, fill, product, make_product, wait):
    """Layers opened in the background stay after their threads have ended."""
    fill(product, make_product(FLAT, tile="T33UCC"))
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as QGIS's own event loop does
    layers = QgsProject.instance().mapLayers().values()
    assert len(layers) == 4
    assert {layer.thread() for layer in layers} == {QCoreApplication.instance().thread()}
    assert all(layer.isValid() for layer in layers)


def test_a_run_that_fails_before_its_first_scene_keeps_what_was_masked(dialog, fill, product, wait, monkeypatch):
    """If the output folder is gone when I press Run again, rows, links and season of the last run stay."""
    folder = fill(product)
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    row = dialog.scenes.index(0, 6).data()
    monkeypatch.setattr(dialog.options, "why_not_ready", lambda: "")  # as if the folder went after the check
    dialog.options.output_folder.setFilePath(str(folder / "gone" / "masks"))
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    text = dialog.message.text()
    assert str(folder / "gone") in text
    assert "1 mask made." in text
    assert "folder" in text.partition("1 mask made.")[2]
    assert dialog.scenes.index(0, 6).data() == row
    assert dialog.scenes.scenes()[0].status == Status.DONE
    assert [scene.product for scene in dialog.season_window.rows.scenes()] == [product.stem]


def test_the_season_shows_the_last_run(dialog, fill, product, make_product, wait):
    """After a run I open its season; before, I can open the masks of a folder there."""
    dialog.season.click()
    assert dialog.season_window.isVisible()
    assert dialog.season_window.open_masks.isEnabled()
    dialog.season_window.close()
    broken = make_product(FLAT, tile="T33UCC")
    fill(product, broken)
    next(broken.rglob("*_B08.jp2")).write_bytes(b"")
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    dialog.season.click()
    assert dialog.season_window.isVisible()
    assert [scene.product for scene in dialog.season_window.rows.scenes() if scene.mask] == [product.stem]
    wait(lambda: dialog.season_window.summary.text() == "Scenes masked: 1, in map: 1, failed: 1")
    dialog.close()
    assert dialog.season_window.isVisible()
    dialog.run.click()
    assert dialog.season_window.rows.rowCount() == 0
    wait(lambda: not dialog.current_run().is_running())
    assert dialog.season_window.rows.rowCount() == 2


def test_only_clear_scenes_are_added_if_i_choose_so(dialog, fill, product, wait):
    """Scenes below the least clear share are in the season but not on the map."""
    assert dialog.options.min_clear() == 0
    dialog.options.only_clear.setChecked(True)
    dialog.options.least_clear.setValue(100)
    fill(product)
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    added = dialog.current_run().outcomes[0].result.clear_percent == 100
    assert bool(QgsProject.instance().mapLayers()) == added
    assert dialog.season_window.rows.rowCount() == 1


def test_one_scene_needs_no_folder(dialog, product, wait):
    """I list a product and press Run: its mask is in 'cloud masks' beside it."""
    dialog.add_paths([product])
    wait(dialog.run.isEnabled)
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    assert (product.parent / "cloud masks" / f"{product.stem}_ukis-6b-l1c+ukis-4b-l1c_20m.tif").exists()
    assert dialog.options.output_folder.filePath() == ""


def test_masks_of_a_zip_with_two_products_are_beside_it(dialog, product, make_product, wait, tmp_path):
    """I list an archive of two products: the proposed folder can be written to, because it is not in the archive."""
    archive = tmp_path / "zips" / "both.zip"
    archive.parent.mkdir()
    with zipfile.ZipFile(archive, "w") as target:
        for path in (product, make_product(FLAT, tile="T33UCC")):
            for file in path.rglob("*"):
                target.write(file, file.relative_to(path.parent))
    dialog.add_paths([archive])
    wait(dialog.run.isEnabled)
    assert dialog.options.folder() == archive.parent / "cloud masks"


def test_the_reason_for_a_grey_run_is_told_after_a_run_too(dialog, fill, product, wait):
    """After the first run I read why I cannot start another one, in the row and in the status line."""
    fill(product)
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    assert dialog.progress.isTextVisible()
    dialog.options.model.setCurrentIndex(dialog.options.model.findData("ukis-6b-l2a"))
    assert not dialog.run.isEnabled()
    told = dialog.message.text()
    assert "ukis-6b-l2a" in told.split("<br>")[0]
    assert told.split("<br>")[1].startswith("Last run: 1 mask made.")
    assert "ukis-6b-l2a" in dialog.scenes.index(0, 6).data()
    assert not dialog.progress.isTextVisible(), "The number is of the last run."
    assert dialog.progress.value() == 0
    dialog.options.model.setCurrentIndex(0)
    assert dialog.run.isEnabled()
    assert dialog.message.text().startswith("Ready to mask 1 product.")
    assert "Clear" in dialog.scenes.index(0, 6).data()


def test_a_product_added_after_a_run_clears_its_progress(dialog, fill, product, make_product, wait):
    """'100 %' does not stay when there is something new to mask."""
    fill(product)
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    assert dialog.progress.value() == dialog.progress.maximum()
    fill(make_product(FLAT, tile="T33UCC"))
    assert not dialog.progress.isTextVisible()
    assert dialog.message.text().startswith("Ready to mask 2 products.")


def test_masks_with_another_buffer_are_replaced_with_one_click(dialog, fill, product, make_product, wait, tmp_path):
    """I change the buffer and run again: I read what differs, and one click masks these products again."""
    other = make_product(FLAT, tile="T33UCC")
    folder = fill(product, other)
    new = make_product(FLAT, tile="T33UDD")

    def run(button) -> None:
        button.click()
        wait(lambda: not dialog.current_run().is_running())

    run(dialog.run)
    before = {path: path.read_bytes() for path in folder.glob("*.tif")}
    assert dialog.strip.isHidden()
    dialog.options.buffer.setValue(40)
    fill(new)
    run(dialog.run)
    assert dialog.strip.isVisible()
    assert dialog.strip_text.text() == "2 products have masks with another buffer."
    assert dialog.replace.isVisible()
    assert not dialog.fetch_missing.isVisible()
    assert dialog.message.text().startswith("1 mask made, 2 not replaced.")
    assert dialog.scenes.index(0, 6).data() == "A mask with another buffer exists"
    assert [scene.status for scene in dialog.scenes.scenes()] == [Status.KEPT, Status.KEPT, Status.DONE]
    assert before.items() <= {path: path.read_bytes() for path in folder.glob("*.tif")}.items()
    run(dialog.replace)
    assert dialog.current_run().task.settings.paths == (product, other)
    assert all(outcome.result and not outcome.result.reused for outcome in dialog.current_run().outcomes)
    assert dialog.message.text().startswith("2 masks made.")
    assert dialog.strip.isHidden()
    assert [scene.status for scene in dialog.scenes.scenes()] == [Status.DONE] * 3
    assert sorted(scene.product for scene in dialog.season_window.rows.scenes()) == sorted(
        path.stem for path in (product, other, new)
    )
    assert not dialog.options.overwrite.isChecked()


def test_a_change_forgets_masks_with_other_settings(dialog, fill, product, wait):
    """I set the buffer back: the row is ready again, and nothing is offered to be replaced."""
    fill(product)
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    dialog.options.buffer.setValue(40)
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    assert dialog.strip.isVisible()
    dialog.options.buffer.setValue(0)
    assert dialog.strip.isHidden()
    assert dialog.scenes.index(0, 6).data() == "Ready"
    dialog.replace_masks()
    dialog.current_run().replacing_wanted.emit()  # the message bar still offers it
    assert not dialog.current_run().is_running()


def test_masks_are_still_offered_for_replacement_when_another_row_goes(dialog, fill, product, make_product, wait):
    """I remove one of three rows: the offer counts the two that stay, and replaces their masks."""
    others = make_product(FLAT, tile="T33UCC"), make_product(FLAT, tile="T33UDD")
    fill(product, *others)
    for buffer in (0, 40):
        dialog.options.buffer.setValue(buffer)
        dialog.run.click()
        wait(lambda: not dialog.current_run().is_running())
    dialog.table.selectRow(0)
    dialog.remove.click()
    assert dialog.message.text().startswith("Ready to mask 2 products.")
    assert dialog.strip_text.text() == "2 products have masks with another buffer."
    dialog.replace.click()
    wait(lambda: not dialog.current_run().is_running())
    assert dialog.current_run().task.settings.paths == others
    assert dialog.message.text().startswith("2 masks made.")
    fill(product)
    assert dialog.strip.isHidden()


def test_masks_are_replaced_for_the_area_that_i_see(dialog, fill, canvas, product, make_product, wait):
    """I move the map while it is the area: what the run tells is of the area before, and no mask of that is replaced.

    The same holds while masks are being replaced: their rows stay as they are.
    """
    QgsProject.instance().addMapLayer(QgsVectorLayer("Polygon?crs=EPSG:32633", "fields", "memory"))
    fill(product, make_product(FLAT, tile="T33UCC"))
    dialog.area.source.setCurrentIndex(dialog.area.source.findData("canvas"))

    def run(button, moved: float = 0) -> list[Status]:
        button.click()
        extent = canvas.extent()
        if moved:
            canvas.setExtent(QgsRectangle(LEFT + moved, TOP - 1400, LEFT + 1900, TOP))
            dialog.area.settle()
        assert dialog.message.text().count("Ready") == 0
        running = [scene.status for scene in dialog.scenes.scenes()]
        wait(lambda: not dialog.current_run().is_running())
        canvas.setExtent(extent)
        dialog.area.settle()
        return running

    run(dialog.run)
    dialog.options.buffer.setValue(40)
    run(dialog.run)
    assert dialog.strip_text.text() == "2 products have masks with another buffer."
    assert run(dialog.replace, moved=100) == [Status.WAITING] * 2
    assert dialog.message.text().startswith("Ready to mask 2 products.<br>Last run: 2 masks made.")
    dialog.options.buffer.setValue(80)
    run(dialog.run, moved=200)
    assert dialog.strip.isHidden()
    assert [scene.status for scene in dialog.scenes.scenes()] == [Status.IDLE] * 2
    assert "Last run: No new mask made, 2 not replaced." in dialog.message.text()
    assert any("2 not replaced" in text for text in dialog._iface.messages())
    dialog.current_run().replacing_wanted.emit()  # in the message bar
    assert not dialog.current_run().is_running()


def test_the_map_stays_where_it_is_the_area(dialog, fill, canvas, product, make_product, wait):
    """My project is empty and the map is the area: it stays as it is, so that masks can still be replaced."""
    bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), canvas)  # QGIS's, which moves the map
    dialog.area.source.setCurrentIndex(dialog.area.source.findData("canvas"))
    for buffer, path in ((0, product), (40, make_product(FLAT, tile="T33UCC"))):
        fill(path)
        dialog.options.buffer.setValue(buffer)
        QgsProject.instance().clear()
        canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
        canvas.setExtent(QgsRectangle(LEFT + 300, TOP - 900, LEFT + 1100, TOP - 300))
        before = canvas.extent()
        dialog.run.click()
        wait(lambda: not dialog.current_run().is_running())
        wait(lambda: not dialog.area._settling.isActive())
        assert bridge.rootGroup().findLayers()
        assert canvas.extent() == before
    assert dialog.message.text().startswith("1 mask made, 1 not replaced.")
    assert dialog.replace.isVisible()


def assert_shown(dialog) -> None:
    """Check that each widget of the window shows its present state."""
    state = dialog._gathered()
    assert dialog.message.text() == state.status
    for name in ("run", "cancel", "replace", "remove", "add_folders", "add_parent", "add_zips"):
        button = getattr(state, name)
        shown = getattr(dialog, name)
        assert (shown.isEnabled(), shown.toolTip()) == (not button.obstacle, button.obstacle or button.tip), name
    assert dialog.options.isEnabled() != state.is_running
    assert tip_under_mouse(dialog.options.model) == (state.busy or dialog.options.model.toolTip())
    assert dialog.close_button.text() == state.close
    notice = state.notice
    assert (dialog.strip.isVisible(), dialog.strip_text.text()) == (bool(notice), notice.text if notice else "")
    assert dialog.replace.isVisible() == (notice is not None and notice.remedy == Remedy.REPLACE)
    assert dialog.progress.isTextVisible() == state.has_progress


def test_the_widgets_follow_the_state_while_the_map_changes(dialog, fill, canvas, product, make_product, wait):
    """Before, during and after runs, while the area and the layers change, every widget shows the present state."""
    fields = QgsVectorLayer("Polygon?crs=EPSG:32633", "fields", "memory")
    QgsProject.instance().addMapLayer(fields)
    fill(product, make_product(FLAT, tile="T33UCC"))
    dialog.area.source.setCurrentIndex(dialog.area.source.findData("canvas"))
    assert_shown(dialog)

    def move(metres: float) -> None:
        canvas.setExtent(QgsRectangle(LEFT + metres, TOP - 1400, LEFT + 1900, TOP))
        dialog.area.settle()
        assert_shown(dialog)

    def calm() -> bool:
        return not (dialog.current_run().is_running() or dialog._refreshing.isActive())

    for buffer, start in ((0, dialog.run), (40, dialog.run), (40, dialog.replace)):
        dialog.options.buffer.setValue(buffer)
        start.click()
        assert dialog.current_run().is_running()
        assert_shown(dialog)
        if start is dialog.replace:
            move(100)
            QgsProject.instance().removeMapLayer(fields.id())
        wait(calm)
        assert_shown(dialog)
    assert "Remove layers" in dialog.message.text()
    assert "Last run" in dialog.message.text()
    dialog.message.linkActivated.emit("remove")
    wait(calm)
    assert_shown(dialog)
    assert "Remove layers" not in dialog.message.text()
    move(200)
    dialog.run.click()
    move(300)
    dialog.cancel.click()
    assert_shown(dialog)
    wait(calm)
    assert_shown(dialog)


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


def test_the_links_of_the_status_line(dialog, fill, product, make_product, wait, opened, monkeypatch):
    """One click selects what failed, opens the folder, or opens the season."""
    broken = make_product(FLAT, tile="T33UCC")
    folder = fill(product, broken)
    next(broken.rglob("*_B08.jp2")).write_bytes(b"")
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    assert dialog._iface.messages()
    dialog.message.linkActivated.emit("failed")
    assert dialog.table.selected_rows() == [1]
    dialog.message.linkActivated.emit("folder")
    assert opened == [str(folder)]
    dialog.message.linkActivated.emit("season")
    assert dialog.season_window.isVisible()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: told.append(text))
    dialog.message.linkActivated.emit("folder")
    assert told == [f"{folder} cannot be opened."]
    dialog.table.selectRow(1)
    dialog.remove.click()
    assert "1 failed" in dialog.message.text()
    assert 'href="failed"' not in dialog.message.text(), "The row is not in the list any more."
    assert dialog._iface.messages() == [], "The message is about another list."


def test_the_layers_of_a_run_are_removed_in_one_go(dialog, fill, product, make_product, wait):
    """One click takes the masks of the run off the map, and nothing else; the files stay."""
    folder = fill(product, make_product(FLAT, tile="T33UCC"))
    own = QgsVectorLayer("Polygon?crs=EPSG:32633", "fields", "memory")
    QgsProject.instance().addMapLayer(own)
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    wait(lambda: "Remove layers" in dialog.message.text())
    dialog.message.linkActivated.emit("remove")
    assert list(QgsProject.instance().mapLayers().values()) == [own]
    wait(lambda: "Remove layers" not in dialog.message.text())
    assert dialog.message.text().startswith("2 masks made.")
    assert len(list(folder.glob("*.tif"))) == 2


def test_layers_can_be_removed_while_one_is_on_the_map(dialog, fill, product, wait):
    """I have removed the mask by hand: natural colours are still offered for removal, and then nothing is."""
    fill(product)
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    project = QgsProject.instance()
    (mask,) = [name for name, layer in project.mapLayers().items() if layer.source().endswith(".tif")]
    project.removeMapLayer(mask)
    wait(lambda: not dialog._refreshing.isActive())
    assert "Remove layers" in dialog.message.text()
    dialog.message.linkActivated.emit("remove")
    assert project.mapLayers() == {}
    wait(lambda: "Remove layers" not in dialog.message.text())


def test_no_message_of_a_run_outlives_the_plugin(dialog, fill, iface, product, make_product, wait):
    """I remove the plugin after a run: the message bar has no buttons left that would do nothing."""
    fill(product, make_product(FLAT, tile="T33UCC"))
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    assert iface.messages() == ["2 masks made."]
    dialog.shut_down()
    assert iface.messages() == []


def test_cancelling_is_told_until_the_run_has_ended(dialog, fill, make_product, wait):
    """After Cancel the button is grey and says why, and no step of the run hides it."""
    fill(make_product(FLAT, metres=24000))
    dialog.run.click()
    wait(lambda: dialog.progress.value() > 200)
    dialog.cancel.click()
    assert not dialog.cancel.isEnabled()
    assert dialog.cancel.toolTip() == "The run is being cancelled."
    dialog._show_step("Masking patch 3 of 4")
    assert dialog.message.text().startswith("Cancelling")
    wait(lambda: not dialog.current_run().is_running())
    assert dialog.message.text() == "Cancelled. No new mask made, 1 not masked."
    assert dialog.scenes.index(0, 6).data() == "Not masked"
    dialog.options.buffer.setValue(20)
    assert dialog.scenes.index(0, 6).data() == "Ready"


def test_unusable_products_are_not_masked(dialog, fill, product, tmp_path, wait):
    """A flagged product does not stop the others."""
    (tmp_path / "empty").mkdir()
    fill(product, tmp_path / "empty")
    assert dialog.message.text() == "Ready to mask 1 product. Left out: 1 unusable."
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    assert dialog.current_run().task.settings.paths == (product,)


def test_only_the_area_that_i_choose_is_masked(dialog, fill, canvas, product, make_product, wait):
    """The field on the map is masked; products elsewhere are told to be skipped, and so is a close one."""
    close = make_product(FLAT, tile="T33UCC", origin=(303000, 5900040))
    far = make_product(FLAT, tile="T33UDD", origin=(500000, 5900040))
    fill(product, close, far)
    dialog.area.source.setCurrentIndex(dialog.area.source.findData("canvas"))
    canvas.setExtent(QgsRectangle(300200, 5899340, 300600, 5899640))
    expected = canvas.extent()
    dialog.run.click()  # at once, before the map has settled
    assert not dialog.area.isEnabled()
    wait(lambda: not dialog.current_run().is_running())
    assert dialog.message.text().startswith("1 mask made, 2 skipped (outside the area).")
    assert [scene.status for scene in dialog.scenes.scenes()[1:]] == [Status.SKIPPED] * 2
    (mask,) = [layer for layer in QgsProject.instance().mapLayers().values() if layer.source().endswith(".tif")]
    assert abs(mask.width() * 20 - expected.width()) <= 40
    assert abs(mask.extent().xMinimum() - expected.xMinimum()) <= 20
    assert dialog.area.isEnabled()


def test_run_waits_for_an_area_that_is_still_to_be_drawn(dialog, fill, product):
    """I chose to draw the area and have not: Run is disabled and says so."""
    fill(product)
    dialog.area.source.setCurrentIndex(dialog.area.source.findData("drawn"))
    assert not dialog.run.isEnabled()
    assert dialog.run.toolTip() == "Draw the area of interest: a rectangle or a polygon."
    dialog.area.source.setCurrentIndex(dialog.area.source.findData("whole"))
    assert dialog.run.isEnabled()


def test_closing_keeps_the_run_and_opening_again_shows_it(dialog, fill, make_product, wait):
    """I close the window and continue working, and the masks are added."""
    product = make_product(FLAT, metres=12000)
    fill(product)
    dialog.run.click()
    dialog.close_button.click()
    assert not dialog.isVisible()
    assert dialog.current_run().is_running()
    dialog.show()
    assert dialog.cancel.isEnabled()
    dialog.close()
    wait(lambda: not dialog.current_run().is_running())
    assert QgsProject.instance().mapLayers()


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


def test_selected_products_can_be_removed(dialog, fill, product, make_product):
    """Removing deletes the row, not the file."""
    fill(product, make_product(FLAT, tile="T33UCC"))
    assert not dialog.remove.isEnabled()
    assert dialog.remove.toolTip() == "Select products first"
    dialog.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    dialog.table.selectRow(0)
    dialog.remove.click()
    assert [scene.path for scene in dialog.scenes.scenes()] == [product]
    assert product.exists()


def test_a_right_click_offers_what_can_be_done_with_rows(dialog, fill, product, make_product, opened, canvas, tmp_path):
    """From a row I move the map to its outline, open its folder, or remove it from the list."""
    fill(product)
    dialog.table.selectRow(0)
    zoom, folder, remove = dialog._menu().actions()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    zoom.trigger()
    assert canvas.extent().contains(QgsPointXY(300600, 5899400))
    assert canvas.extent().width() < 20_000
    folder.trigger()
    assert opened == [str(product.parent)]
    remove.trigger()
    assert dialog.scenes.rowCount() == 0
    dialog.scenes.add([ProductRow(tmp_path, None)])
    dialog.table.selectRow(0)
    assert [action.isEnabled() for action in dialog._menu().actions()] == [False, True, True]


def test_the_window_offers_to_install_missing_components(iface, wait, monkeypatch):
    """Without ONNX Runtime I see what is missing, and one button that installs it."""
    find = importlib.util.find_spec
    monkeypatch.setattr(
        "cloud_s2_mask.core.install.packages.find_spec", lambda name: None if name == "onnxruntime" else find(name)
    )
    window = MaskDialog(iface, iface.mainWindow())
    window.show()
    wait(lambda: window._installation is not None)
    assert window.strip.isVisible()
    assert window.strip_text.text() == "Missing Python packages: onnxruntime."
    wanted = []
    window.installer_wanted.connect(lambda: wanted.append(True))
    window.fetch_missing.click()
    assert wanted == [True]
    window.set_installing(True)
    assert window.fetch_missing.isVisible()
    assert window.run.toolTip() == window.message.text() == "Components are being installed."
    window.set_installing(False)
    assert not window.run.isEnabled()
    assert window.run.toolTip() == "Components are missing; install them above."
    window.shut_down()
    window.deleteLater()


@pytest.mark.parametrize(
    ("model", "words"),
    [
        ("omnicloudmask", "OmniCloudMask is not on this computer. Download it now (58 MB, MIT)?"),
        ("clouds2mask-20m", "CloudS2Mask, 20 m is not on this computer. Open the window of the models"),
    ],
)
def test_a_chosen_model_that_is_not_there_is_downloaded_if_i_agree(dialog, monkeypatch, model, words):
    """I choose a model that is not downloaded: one question, and the window of the models does the rest."""
    wanted: list[str] = []
    asked: list[str] = []
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]

    def answer(*arguments: object) -> QMessageBox.StandardButton:
        asked.append(str(arguments[2]))
        return answers.pop(0)

    monkeypatch.setattr(QMessageBox, "question", answer)
    dialog.download_wanted.connect(wanted.append)
    for _time in range(2):
        dialog.options.download_wanted.emit(model)
    assert wanted == [model]
    assert asked[0].startswith(words)


def test_a_broken_package_does_not_keep_the_window_waiting(iface, wait, monkeypatch):
    """I read any error of ONNX Runtime at the top of the window."""

    def fail() -> list[str]:
        raise AttributeError("half a package")

    monkeypatch.setattr("cloud_s2_mask.ui.shared.installation.available_devices", fail)
    window = MaskDialog(iface, iface.mainWindow())
    window.check_installation()
    wait(lambda: window.installation() is not None)
    assert "AttributeError: half a package" in window.strip_text.text()
    assert window._installation is not None
    assert window._installation.devices == ("auto",)
    window.shut_down()
    window.deleteLater()


def test_newly_installed_models_are_used_at_once(iface, wait, monkeypatch, tmp_path):
    """Once the missing models are installed I can run, without restarting QGIS."""
    with monkeypatch.context() as without:
        without.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path))
        window = MaskDialog(iface, iface.mainWindow())
        window.show()
        wait(lambda: window._installation is not None)
        assert "models" in window.strip_text.text()
        assert not window.run.isEnabled()
    window.check_installation()
    wait(lambda: not window.strip.isVisible())
    assert window.run.toolTip() == "Add at least one product."
    window.shut_down()
    window.deleteLater()


@pytest.mark.parametrize("area", ["whole", "drawn", "features"])
@pytest.mark.parametrize("collapsed", [True, False])
def test_the_window_fits_a_small_screen_with_long_paths(dialog, fill, make_product, tmp_path, collapsed, area):
    """On 800 x 500 pixels and with long paths, every button is in the window, and the options can be scrolled to."""
    deep = tmp_path.joinpath(*["a folder with quite a long name for a folder of scenes"] * 3)
    fill(make_product(FLAT, folder=deep))
    dialog.options.output_folder.setFilePath(str(deep / "masks of this season"))
    dialog.options.advanced.setCollapsed(collapsed)
    dialog.area.source.setCurrentIndex(dialog.area.source.findData(area))
    QCoreApplication.processEvents()
    assert dialog.minimumSizeHint().width() <= 780
    assert dialog.minimumSizeHint().height() <= 400
    dialog.resize(dialog.minimumSizeHint())
    QCoreApplication.processEvents()
    inside = dialog.rect()
    for widget in (dialog.run, dialog.cancel, dialog.close_button, dialog.help, dialog.add_zips, dialog.message):
        assert inside.contains(widget.mapTo(dialog, widget.rect().bottomRight()))
    scrolled = next(area for area in dialog.findChildren(QScrollArea) if area.widget() is dialog.options)
    for widget in (dialog.options.resolution_10, dialog.options.model, dialog.options.device):
        scrolled.ensureWidgetVisible(widget)
        shown = scrolled.viewport().rect()
        assert shown.contains(widget.mapTo(scrolled.viewport(), widget.rect().center()))
    assert scrolled.horizontalScrollBar().maximum() == 0


def test_the_options_do_not_scroll_where_there_is_room(dialog):
    """In a window of the usual size all options are in view, also the advanced ones."""
    for collapsed in (False, True, False):
        dialog.options.advanced.setCollapsed(collapsed)
        dialog.resize(1000, 640)
        for _time in range(3):
            QCoreApplication.processEvents()
        scrolled = next(area for area in dialog.findChildren(QScrollArea) if area.widget() is dialog.options)
        assert scrolled.verticalScrollBar().maximum() == 0


def test_the_window_grows_for_the_advanced_options(dialog):
    """I open them and still see as much of the list; I close them, and the window has its former height."""
    dialog.options.advanced.setCollapsed(True)
    dialog.resize(1000, 600)
    QCoreApplication.processEvents()
    height, rows = dialog.height(), dialog.table.height()
    dialog.options.advanced.setCollapsed(False)
    wait_for_layout()
    scrolled = next(area for area in dialog.findChildren(QScrollArea) if area.widget() is dialog.options)
    assert scrolled.verticalScrollBar().maximum() == 0
    assert dialog.height() > height
    assert abs(dialog.table.height() - rows) < 10
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())
    dialog.options.advanced.setCollapsed(True)
    wait_for_layout()
    assert dialog.height() == height


def test_every_option_has_a_tool_tip(dialog):
    """The tool tip of an option tells me its effect."""
    options = dialog.options
    names = ["resolution_20", "resolution_10", "resolution_other", "output_folder", "model", "device"]
    names += ["buffer", "compression", "patch_size", "patch_overlap", "placement"]
    names += ["overwrite", "keep_vrt", "qml_files", "only_clear", "least_clear"]
    assert [name for name in names if not getattr(options, name).toolTip()] == []


def test_the_tab_key_goes_from_top_to_bottom(dialog):
    """I reach every control with the Tab key, in reading order."""
    names = ("add_folders", "remove", "table", "resolution_20", "source", "polygon", "model", "advanced", "run", "help")
    parts = (dialog, dialog.options, dialog.area)
    wanted = [next(getattr(part, name) for part in parts if hasattr(part, name)) for name in names]
    reached, widget = [], dialog.add_folders
    while widget not in reached:
        reached.append(widget)
        widget = widget.nextInFocusChain()
    assert [widget for widget in reached if widget in wanted] == wanted


def test_every_control_explains_itself(dialog):
    """Shift+F1 or the tool tip explains every control."""
    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QProgressBar)
    # Widgets named in a .ui file; others are parts of Qt's and QGIS's own widgets.
    places = (dialog, dialog.options, dialog.area)
    own = [widget for place in places for widget in vars(place).values() if isinstance(widget, kinds)]
    assert len(own) > 15
    silent = [widget.objectName() for widget in own if not widget.whatsThis() and not widget.toolTip()]
    assert silent == []


def test_the_guide_opens_from_the_window(dialog):
    """I press Help and read the guide, without a network."""
    dialog.help.click()
    guide = dialog.findChild(QDialog, "GuideWindow")
    assert guide.isVisible()
    assert "Cloud masks" in guide.text.toPlainText()
    guide.close()


def test_the_progress_bar_shows_the_remaining_time(dialog, fill, product, wait, monkeypatch):
    """I see the remaining time of a run."""
    fill(product)
    dialog.run.click()
    monkeypatch.setattr(TimeLeft, "text", lambda _self, fraction: f"a while after {fraction}")
    dialog._show_progress(50)
    assert dialog.progress.format() == "%p %  (a while after 0.5)"
    wait(lambda: not dialog.current_run().is_running())
    assert dialog.progress.format() == "%p %"


def test_a_request_during_a_check_queues_another_one(iface, wait, monkeypatch):
    """Packages installed during a check are found by the next one."""
    window = MaskDialog(iface, iface.mainWindow())
    found: list[object] = []
    window.installation_checked.connect(found.append)
    for _ in range(3):  # one runs, one follows
        window.check_installation()
    wait(lambda: len(found) == 2)
    window.check_installation()
    window.check_installation()
    window.shut_down()
    QCoreApplication.processEvents()
    assert len(found) == 2
    window.deleteLater()
