"""The list of products shows details, usability and outcome of each one."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.PyQt.QtCore import Qt

from ....core.errors import ProductError, UnreadableBandError
from ....core.masks.result import SceneOutcome
from ....core.product.product import open_product
from ....ui.scenes.model import FRACTION_ROLE, Column, ProductRow, SceneModel, Status
from ....ui.scenes.scanner import read_row
from ...refusals import refused


@pytest.fixture
def model() -> SceneModel:
    """An empty list."""
    return SceneModel()


def shown(model: SceneModel, row: int, column: Column) -> str:
    """Return the text of a cell."""
    return model.index(row, column).data()


def test_a_row_shows_the_details_of_a_product(model, make_product):
    """I see satellite, date, tile, level and baseline at a glance."""
    model.add([read_row(make_product({"B02": 0.1}, level="L2A", baseline="05.10", tile="T32UQD"))])
    row = [shown(model, 0, column) for column in (Column.SATELLITE, Column.DATE, Column.TILE)]
    assert row == ["S2A", "2017-02-16", "T32UQD"]
    assert [shown(model, 0, Column.LEVEL), shown(model, 0, Column.BASELINE)] == ["L2A", "05.10"]
    assert shown(model, 0, Column.NAME).startswith("S2A_MSIL2A_2017")
    assert shown(model, 0, Column.STATUS) == "Ready"


def test_a_path_without_a_product_is_flagged_with_the_reason(model, tmp_path):
    """A folder that is not a product is listed in grey, with the reason."""
    model.add([read_row(tmp_path)])
    with refused(ProductError) as caught:
        open_product(tmp_path)
    assert shown(model, 0, Column.STATUS) == str(caught.value).replace(str(tmp_path), tmp_path.name)
    assert str(tmp_path) in model.index(0, Column.NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, Column.NAME).data(Qt.ItemDataRole.ForegroundRole) is not None
    assert model.usable_paths() == []


def test_the_same_product_is_used_once(model, make_product, tmp_path):
    """Two copies of a product would be written to one mask, so the second one is flagged."""
    first = make_product({"B02": 0.1}, folder=tmp_path / "a")
    second = make_product({"B02": 0.1}, folder=tmp_path / "b")
    model.add([read_row(first), read_row(second), read_row(first)])
    assert model.rowCount() == 2
    assert model.usable_paths() == [first]
    assert "already" in shown(model, 1, Column.STATUS)
    model.remove([0])
    assert model.usable_paths() == [second]


def test_products_are_checked_again_when_the_options_change(model, make_product):
    """A model of another level flags the products that it cannot mask; the right model clears the flags."""
    path = make_product({"B02": 0.1})
    model.add([read_row(path)])
    model.set_rule(lambda product: "wrong level" if product.acquisition.level == "L1C" else "")
    assert model.usable_paths() == []
    assert shown(model, 0, Column.STATUS) == "wrong level"
    model.set_rule(lambda _product: "")
    assert model.usable_paths() == [path]


def test_progress_and_failure_of_a_scene_are_shown(model, make_product):
    """During a run each row has its own progress, and a failed one shows the reason."""
    path = make_product({"B02": 0.1})
    model.add([read_row(path)])
    model.start_run([path])
    assert shown(model, 0, Column.STATUS) == "Waiting"
    model.set_progress(path, 0.25, "Inferring")
    assert model.index(0, Column.STATUS).data(FRACTION_ROLE) == 0.25
    model.set_outcome(SceneOutcome(path, None, UnreadableBandError(f"{path} is broken.")))
    assert shown(model, 0, Column.STATUS) == f"{path.stem} is broken."
    assert model.index(0, Column.STATUS).data(FRACTION_ROLE) is None


def test_scenes_that_a_cancelled_run_did_not_reach_are_marked(model):
    """After cancelling, no row is shown as running."""
    model.add([ProductRow(Path("/a"), None), ProductRow(Path("/b"), None)])
    model.start_run([Path("/a"), Path("/b")])
    model.set_progress(Path("/a"), 0.5, "Inferring")
    model.end_run()
    assert [scene.status for scene in model.scenes()] == [Status.UNFINISHED] * 2
