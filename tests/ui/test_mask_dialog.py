"""Tests of running from the main window, and of what it says meanwhile."""

from __future__ import annotations

import zipfile

from qgis.core import QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QMessageBox

from ...tools.desktop_user import tip_under_mouse
from ...ui.scenes.model import Status
from ...ui.time_left import TimeLeft
from ...ui.window_state import Remedy
from .conftest import FLAT, LEFT, TOP


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
    assert all(value in dialog.message.text() for value in ("UKIS csmask U-Net, 6 bands", "L2A", "L1C"))


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
    assert "UKIS csmask U-Net, 6 bands, L2A" in told.split("<br>")[0]
    assert told.split("<br>")[1].startswith("Last run: 1 mask made.")
    assert "UKIS csmask U-Net, 6 bands, L2A" in dialog.scenes.index(0, 6).data()
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


def assert_shown(dialog) -> None:
    """Check that each widget of the window shows its present state."""
    state = dialog._gathered()
    assert dialog.message.text() == state.status
    for name in ("run", "cancel", "replace", "remove", "add_folders", "add_parent", "add_zips", "add_web"):
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
    wait(dialog.remove.isEnabled)
    dialog.remove.click()
    assert "1 failed" in dialog.message.text()
    assert 'href="failed"' not in dialog.message.text(), "The row is not in the list any more."
    assert dialog._iface.messages() == [], "The message is about another list."


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


def test_the_progress_bar_shows_the_remaining_time(dialog, fill, product, wait, monkeypatch):
    """I see the remaining time of a run."""
    fill(product)
    dialog.run.click()
    monkeypatch.setattr(TimeLeft, "text", lambda _self, fraction: f"a while after {fraction}")
    dialog._show_progress(50)
    assert dialog.progress.format() == "%p %  (a while after 0.5)"
    wait(lambda: not dialog.current_run().is_running())
    assert dialog.progress.format() == "%p %"
