"""The list of products shows details, usability and outcome of each one."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from unittest.mock import Mock
from xml.etree import ElementTree as ET

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QSignalSpy

from ....core.errors import MaskExistsError, OutsideAreaError, ProductError, UnreadableBandError
from ....core.language import use_translator
from ....core.masks.result import SceneOutcome
from ....core.product.product import open_product
from ....tools.make_safe import zip_product
from ....tools.translations import FOLDER as TRANSLATIONS
from ....ui.scenes.model import FRACTION_ROLE, Column, ProductRow, SceneModel, Status
from ....ui.scenes.scanner import read_row
from ...refusals import refused

SHORT = "S2A_SHORT"
SHARES = {"clear_percent": 81.0, "cloud_percent": 6.0, "shadow_percent": 13.0, "classes": (), "surfaces": {}}
"""Of a mask, in percent."""


@pytest.fixture
def model() -> SceneModel:
    """An empty list."""
    return SceneModel()


def shown(model: SceneModel, row: int, column: Column) -> str:
    """Return the text of a cell."""
    return model.index(row, column).data()


def icon(name: str) -> int:
    """Return the key of an icon of QGIS."""
    return QgsApplication.getThemeIcon(f"/mIcon{name}.svg").cacheKey()


def icon_of(model: SceneModel, row: int) -> int:
    """Return the key of the icon of a row."""
    return model.index(row, Column.STATUS).data(Qt.ItemDataRole.DecorationRole).cacheKey()


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
    assert shown(model, 0, Column.STATUS).startswith("Is not a Sentinel-2 product: it has no MTD_MSIL1C.xml")
    told = model.index(0, Column.NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert told == f"{tmp_path}\n{caught.value.beside(tmp_path)}"
    assert [shown(model, 0, column) for column in (Column.SATELLITE, Column.DATE, Column.TILE)] == ["-"] * 3
    assert model.index(0, Column.NAME).data(Qt.ItemDataRole.ForegroundRole) is not None
    assert model.usable_paths() == []


@pytest.mark.parametrize("depth", [1, 30], ids=["short", "long"])
def test_a_reason_does_not_repeat_the_name_beside_it(model, tmp_path, depth):
    """Of a file in a product I see the name, however long the path is; a sentence on the product begins at its verb."""
    path = tmp_path / "/".join(["some folder"] * depth) / f"{SHORT}.SAFE"
    inside = f"/vsizip/{{{path}}}/GRANULE/L1C/IMG_DATA/T33UUU_20170216T102101_B02.jp2"
    told = {
        "Cannot be read (reason). Download it.": ("{path} cannot be read ({reason}). Download it.", path),
        "B02.jp2 cannot be read (reason). Download it.": ("{path} cannot be read ({reason}). Download it.", inside),
        "MTD_TL.xml lacks (reason).": ("{path} lacks ({reason}).", path / "GRANULE" / "MTD_TL.xml"),
        f"A tile of {SHORT}.SAFE (reason).": ("A tile of {path} ({reason}).", path),
    }
    for text, (template, value) in told.items():
        model.remove([0] if model.rowCount() else [])
        model.add([ProductRow(path, None, ProductError(template, path=value, reason="reason"))])
        assert shown(model, 0, Column.STATUS) == text


@pytest.mark.parametrize("language", ["de", "fr"])
def test_reasons_read_well_without_the_name_in_every_language(model, tmp_path, language):
    """In German and French too, the rest of a sentence is one, and begins with a capital letter."""
    entries = ET.parse(TRANSLATIONS / f"cloud_s2_mask_{language}.ts").iter("message")
    known = {entry.findtext("source"): entry.findtext("translation") for entry in entries}
    use_translator(lambda text: known.get(text) or text)
    try:
        model.add([read_row(tmp_path)])
        start = {"de": "Ist kein Sentinel-2-Produkt: Es", "fr": "N'est pas un produit Sentinel-2\xa0: il"}[language]
        assert shown(model, 0, Column.STATUS).startswith(start)
    finally:
        use_translator(None)


def test_a_cut_zip_is_told_as_such(model, make_product):
    """After a download that broke off I read that the archive is cut short, not that metadata is missing."""
    archive = zip_product(make_product({"B02": 0.1}))
    archive.write_bytes(archive.read_bytes()[:-100])
    model.add([read_row(archive)])
    assert shown(model, 0, Column.STATUS).startswith("Is cut short or damaged. ")


def test_a_product_that_cannot_be_read_is_known_by_its_name(model, make_product):
    """Of a zip that is cut short I see satellite, date, tile, level and baseline, by which I find it again."""
    archive = zip_product(make_product({"B02": 0.1}, level="L2A", baseline="05.10", tile="T32UQD"))
    readable = read_row(archive)
    archive.write_bytes(archive.read_bytes()[:-100])
    columns = (Column.SATELLITE, Column.DATE, Column.TILE, Column.LEVEL, Column.BASELINE)
    for row in (readable, read_row(archive)):
        model.remove([0] if model.rowCount() else [])
        model.add([row])
        assert [shown(model, 0, column) for column in columns] == ["S2A", "2017-02-16", "T32UQD", "L2A", "05.10"]
    assert icon_of(model, 0) == icon("Warning")


def test_a_mask_that_a_person_has_corrected_says_so(model, make_product):
    """A run that reuses it shows the corrected shares."""
    product = make_product({"B02": 0.1})
    model.add([read_row(product)])
    shares = Mock(reused=True, edited=datetime(2025, 5, 1, tzinfo=timezone.utc), warnings=(), **SHARES)
    model.set_outcome(SceneOutcome(product, shares))
    assert shown(model, 0, Column.STATUS) == "Clear 81 %, cloud 6 %, shadow 13 % (corrected)"


def test_an_outcome_has_the_icon_of_what_it_is(model, make_product):
    """A failure is red; a mask with a remark is a success, and its row and tool tip tell the remark."""
    good, bad = (make_product({"B02": 0.1}, tile=tile) for tile in ("T31UAA", "T31UBB"))
    model.add([read_row(good), read_row(bad)])
    model.start_run([good, bad])
    remark = f"{good.stem} is a reduced product."
    model.set_outcome(SceneOutcome(good, Mock(reused=False, edited=None, warnings=(remark,), **SHARES)))
    inside = f"/vsizip/{{{bad}}}/GRANULE/T31UBB_20170216T102101_B02.jp2"
    model.set_outcome(SceneOutcome(bad, None, UnreadableBandError("{path} is broken.", path=inside)))
    assert [icon_of(model, row) for row in (0, 1)] == [icon("Success"), icon("Delete")]
    assert [scene.status for scene in model.scenes()] == [Status.DONE, Status.FAILED]
    assert shown(model, 0, Column.STATUS) == "Clear 81 %, cloud 6 %, shadow 13 %. Is a reduced product."
    tips = [model.index(row, Column.STATUS).data(Qt.ItemDataRole.ToolTipRole).split("\n") for row in (0, 1)]
    assert tips[0][2:] == ["Clear 81 %, cloud 6 %, shadow 13 %", "Is a reduced product."]
    assert (tips[1][0], tips[1][2:]) == (str(bad), ["B02.jp2 is broken."])
    clash = MaskExistsError("A mask with {names} exists.", names=("buffer",), differing=("buffer",))
    model.set_outcome(SceneOutcome(bad, None, clash))
    assert (icon_of(model, 1), model.scenes()[1].status) == (icon("Info"), Status.KEPT)
    assert shown(model, 1, Column.STATUS) == "A mask with other settings exists: buffer"


def test_a_product_outside_the_area_has_no_fault(model, make_product):
    """It is told to be skipped, without a warning, and does not count as unusable."""
    path = make_product({"B02": 0.1})
    model.add([read_row(path)])
    model.set_rule(lambda _product: "", lambda _product: True)
    assert shown(model, 0, Column.STATUS) == "Outside the area: will be skipped"
    assert model.index(0, Column.STATUS).data(Qt.ItemDataRole.DecorationRole).cacheKey() == icon("Info")
    assert model.usable_paths() == model.outside_paths() == [path]
    assert model.common_fault() == ""
    model.start_run([path])
    model.set_outcome(SceneOutcome(path, None, OutsideAreaError("{name} is far.", name=path.stem)))
    model.end_run()
    assert shown(model, 0, Column.STATUS) == "Outside the area: skipped"
    model.set_rule(lambda _product: "", lambda _product: False)
    assert (shown(model, 0, Column.STATUS), model.outside_paths()) == ("Ready", [])
    model.set_rule(lambda _product: "wrong level", lambda _product: True)
    assert (shown(model, 0, Column.STATUS), model.outside_paths()) == ("wrong level", [])


def test_scenes_that_were_not_reached_are_ready_after_a_change(model, make_product):
    """After I have cancelled, the next change of the options or the list shows what the next run would do."""
    first, second = (make_product({"B02": 0.1}, tile=tile) for tile in ("T31UAA", "T31UBB"))
    for change in (model.recheck, lambda: model.add([read_row(second)])):
        model.add([read_row(first)])
        model.start_run([first])
        model.recheck()  # during the run
        assert shown(model, 0, Column.STATUS) == "Waiting"
        model.end_run()
        assert shown(model, 0, Column.STATUS) == "Not masked"
        change()
        assert shown(model, 0, Column.STATUS) == "Ready"


def test_a_fault_of_changed_options_is_shown_after_a_run(model, make_product):
    """A model that cannot mask a product says so in its row, also after a run; then the outcome comes back."""
    path = make_product({"B02": 0.1})
    model.add([read_row(path)])
    model.start_run([path])
    model.set_outcome(SceneOutcome(path, None, UnreadableBandError("{path} is broken.", path=path)))
    model.end_run()
    model.set_rule(lambda _product: "wrong level")
    assert shown(model, 0, Column.STATUS) == "wrong level"
    assert model.index(0, Column.STATUS).data(Qt.ItemDataRole.DecorationRole).cacheKey() == icon("Warning")
    model.set_rule(lambda _product: "")
    assert shown(model, 0, Column.STATUS) == "Is broken."


@pytest.mark.parametrize(("rows", "told"), [(range(200), 1), ([0, 1, 5, 7, 8], 3), (range(0, 200, 2), 0)])
def test_rows_are_removed_in_few_steps(model, rows, told):
    """Views are told once of rows that follow each other, and start again if too many do not."""
    model.add(ProductRow(Path(f"/{number}"), None) for number in range(200))
    removals, resets, checks = (QSignalSpy(one) for one in (model.rowsRemoved, model.modelReset, model.dataChanged))
    model.remove(rows)
    assert [scene.path.name for scene in model.scenes()] == [str(n) for n in range(200) if n not in rows]
    assert (len(removals), len(resets)) == (told, int(not told))
    assert len(checks) <= 1


def test_the_same_product_is_used_once(model, make_product, tmp_path):
    """Two copies of a product would be written to one mask, so the second one is flagged."""
    first = make_product({"B02": 0.1}, folder=tmp_path / "a")
    second = make_product({"B02": 0.1}, folder=tmp_path / "b")
    model.add([read_row(first), read_row(second), read_row(first)])
    assert model.rowCount() == 2
    assert model.usable_paths() == [first]
    assert "already" in shown(model, 1, Column.STATUS)
    rule = Mock(return_value="")
    model.set_rule(rule)
    rule.reset_mock()
    model.remove([0])
    assert model.usable_paths() == [second]
    assert [call.args[0].path for call in rule.mock_calls] == [second]


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
    model.set_outcome(SceneOutcome(path, None, UnreadableBandError("{path} is broken.", path=path)))
    assert shown(model, 0, Column.STATUS) == "Is broken."
    assert model.index(0, Column.STATUS).data(FRACTION_ROLE) is None


def test_scenes_that_a_cancelled_run_did_not_reach_are_marked(model):
    """After cancelling, no row is shown as running."""
    model.add([ProductRow(Path("/a"), None), ProductRow(Path("/b"), None)])
    model.start_run([Path("/a"), Path("/b")])
    model.set_progress(Path("/a"), 0.5, "Inferring")
    model.end_run()
    assert [scene.status for scene in model.scenes()] == [Status.UNFINISHED] * 2


def test_views_are_told_once_of_a_run_that_ends(model):
    """The end of a cancelled run of fifty scenes, and the change after it, are one step each for the table."""
    paths = [Path(f"{number}.SAFE") for number in range(50)]
    model.add([ProductRow(path, None) for path in paths])
    model.start_run(paths)
    told = QSignalSpy(model.dataChanged)
    model.end_run()
    assert len(told) == 1
    assert [scene.status for scene in model.scenes()] == [Status.UNFINISHED] * 50
    model.recheck()
    assert len(told) == 2
    assert [scene.status for scene in model.scenes()] == [Status.IDLE] * 50
    model.start_run(paths)
    model.end_run()
    model.add([ProductRow(Path("another.SAFE"), None)])
    assert len(told) == 5
    assert [scene.status for scene in model.scenes()] == [Status.IDLE] * 51
    model.forget(paths)
    assert len(told) == 6
