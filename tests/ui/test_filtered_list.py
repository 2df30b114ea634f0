"""The filter of the list of products: what is hidden is never masked, and the window says so."""

from __future__ import annotations

import pytest

from ...ui.scenes.model import Status
from .conftest import FLAT


@pytest.fixture
def two(dialog, fill, product, make_product):
    """Two listed products of two tiles."""
    other = make_product(FLAT, tile="T33UCC")
    fill(product, other)
    return product, other


def test_a_run_masks_only_what_is_shown(dialog, two, wait):
    """I filter for a tile and click Run: the other product waits, and I read that it was left out."""
    product, other = two
    dialog.filter.search.setText("t33ucc 2017..")
    assert "Ready to mask 1 product. Left out: 1 hidden by the filter." in dialog.message.text()
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    assert dialog.current_run().task.settings.paths == (other,)
    status = {scene.path: scene.status for scene in dialog.scenes.scenes()}
    assert status == {product: Status.IDLE, other: Status.DONE}
    dialog.filter.search.clear()
    assert "Ready to mask 2 products." in dialog.message.text()
    assert "Last run:" in dialog.message.text()


def test_without_a_match_run_is_grey(dialog, two):
    """I read why, in the line above the button and in the list."""
    dialog.filter.search.setText("2031")
    assert not dialog.run.isEnabled()
    assert dialog.run.toolTip() == "No product matches the filter: Run masks only products that are shown."
    assert dialog.table.model().rowCount() == 0


def test_hidden_rows_are_not_removed(dialog, two):
    """I select all, filter, and remove: only what I see goes."""
    product, _other = two
    dialog.table.selectAll()
    dialog.filter.search.setText("T33UCC")
    dialog.remove.click()
    dialog.filter.search.clear()
    assert [scene.path for scene in dialog.scenes.scenes()] == [product]


def test_hidden_masks_are_not_replaced(dialog, two, wait):
    """Masks with another buffer are offered for replacement: only those that I see."""
    product, other = two
    for buffer in (0, 40):
        dialog.options.buffer.setValue(buffer)
        dialog.run.click()
        wait(lambda: not dialog.current_run().is_running())
    assert dialog.replace.isVisible()
    dialog.filter.search.setText("T33UCC")
    dialog.replace.click()
    wait(lambda: not dialog.current_run().is_running())
    assert dialog.current_run().task.settings.paths == (other,)
    dialog.filter.search.clear()
    status = {scene.path: scene.status for scene in dialog.scenes.scenes()}
    assert status == {product: Status.KEPT, other: Status.DONE}


def test_masked_products_are_found_by_their_clear_share(dialog, two, wait):
    """After a run I see the clear products; those without a mask have no share."""
    product, _other = two
    dialog.filter.search.setText("T33UUU")
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    dialog.filter.search.clear()
    clear = {scene.path: scene.clear for scene in dialog.scenes.scenes()}[product]
    assert clear is not None
    dialog.filter.least.setValue(max(1, int(clear)))
    assert [dialog.scenes.scenes()[row].path for row in dialog.table.filter.shown()] == [product]
    if clear < 99:
        dialog.filter.least.setValue(int(clear) + 1)
        assert dialog.table.filter.shown() == []
