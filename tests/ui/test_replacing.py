"""Tests of replacing masks with other settings, from the window."""

from __future__ import annotations

from qgis.core import QgsProject, QgsRectangle, QgsVectorLayer

from ...ui.scenes.model import Status
from .conftest import FLAT, LEFT, TOP


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
    assert dialog.strip_text.text() == "2 products have masks with other settings: buffer."
    assert dialog.replace.isVisible()
    assert not dialog.fetch_missing.isVisible()
    assert dialog.message.text().startswith("1 mask made, 2 not replaced.")
    assert dialog.scenes.index(0, 6).data() == "A mask with other settings exists: buffer"
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
    wait(dialog.remove.isEnabled)
    dialog.remove.click()
    assert dialog.message.text().startswith("Ready to mask 2 products.")
    assert dialog.strip_text.text() == "2 products have masks with other settings: buffer."
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
    assert dialog.strip_text.text() == "2 products have masks with other settings: buffer."
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
