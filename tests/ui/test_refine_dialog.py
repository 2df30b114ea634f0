"""The options for accuracy and output: off by default, stored, and explained where disabled."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import numpy as np
import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from ...core.cards.card import load_cards
from ...core.cards.choice import check_resolution, join_cards
from ...core.classes import INVALID_CLASSES
from ...core.errors import CloudS2MaskError, ModelCardError
from ...core.fmask import maps
from ...core.masks.usable import ClearRule
from ...core.networks.store import ModelState
from ...core.product.product import open_product
from ...core.raster.grid import Grid
from ...tools.labelled_scene import SIX_BANDS
from ...ui.options_panel import OptionsPanel
from ...ui.shared.installation import Installation
from ..rasters import write_raster
from ..refusals import refused

READY = dict.fromkeys(("ukis-4b-l1c", "ukis-4b-l2a", "ukis-6b-l1c", "ukis-6b-l2a"), ModelState("ready"))


@pytest.fixture
def panel(tmp_path) -> OptionsPanel:
    """Options on a computer with all models."""
    made = OptionsPanel()
    made.output_folder.setFilePath(str(tmp_path))
    made.set_installation(Installation((), READY, ("auto", "cpu")))
    return made


def choose(panel: OptionsPanel, model: str) -> None:
    """Choose a model."""
    panel.model.setCurrentIndex(panel.model.findData(model))


def test_the_plain_mask_is_the_default(panel, tmp_path):
    """Without opening these options I get the plain mask."""
    settings = panel.settings([tmp_path])
    assert (settings.model, settings.model_ensembling, settings.tta_max_depth) == ("auto", False, 0)
    assert (settings.export_confidence, settings.valid_mask) == (False, None)
    assert "set" not in panel.more.text()


def test_options_reach_the_engine_and_the_next_session(panel, tmp_path):
    """I find these options as I left them."""
    choose(panel, "ukis-6b-l1c")
    refine = panel.refine
    refine.with_model.setCurrentIndex(refine.with_model.findData("ukis-4b-l1c"))
    refine.tta_depth.setValue(3)
    refine.confidence.setChecked(True)
    refine.valid_mask.setChecked(True)
    refine.without_shadow.setChecked(False)
    refine.valid_buffer.setValue(80)
    refine.valid_min.setValue(0.5)
    assert "(4 set)" in panel.more.text()
    panel.save()
    again = OptionsPanel()
    settings = again.settings([tmp_path])
    assert settings == panel.settings([tmp_path])
    assert (settings.model, settings.tta_max_depth) == ("ukis-6b-l1c+ukis-4b-l1c", 3)
    assert settings.export_confidence
    assert settings.valid_mask == ClearRule(("thick_cloud",), 80.0, 0.5)
    assert "(4 set)" in again.more.text()
    again.refine.reset.click()
    assert again.settings([tmp_path]).valid_mask is None
    assert "set" not in again.more.text()


def test_options_without_effect_are_disabled(panel, tmp_path):
    """Options that a model cannot use are disabled with the reason, ignored by the engine, and kept."""
    refine = panel.refine
    choose(panel, "clouds2mask-20m")
    assert refine.ensemble.isEnabled()
    for box in (refine.ensemble, refine.valid_mask, refine.confidence):
        box.setChecked(True)
    refine.tta_depth.setValue(2)
    choose(panel, "s2cloudless")
    for widget, why in (
        (refine.ensemble, "no further networks"),
        (refine.tta_depth, "classifies each pixel on its own"),
        (refine.without_shadow, "does not have this class"),
    ):
        assert not widget.isEnabled()
        assert why in widget.toolTip()
    settings = panel.settings([tmp_path])
    assert (settings.model_ensembling, settings.tta_max_depth) == (False, 0)
    assert settings.valid_mask == ClearRule(("thick_cloud",), 0.0, 0.0)
    choose(panel, "clouds2mask-20m")
    settings = panel.settings([tmp_path])
    assert (settings.model_ensembling, settings.tta_max_depth) == (True, 2)
    assert settings.valid_mask == ClearRule(("thick_cloud", "thin_cloud", "shadow"), 0.0, 0.0)


def test_a_valid_mask_without_classes_does_not_flag_products(panel, tmp_path, make_product):
    """A valid mask without classes is reported once below the list, not for each product."""
    refine = panel.refine
    refine.valid_mask.setChecked(True)
    for key in INVALID_CLASSES:
        getattr(refine, f"without_{key}").setChecked(False)
    panel.output_folder.setFilePath(str(tmp_path))
    product = open_product(make_product(dict.fromkeys(SIX_BANDS, 0.1)))
    assert panel.why_unusable(product) == ""
    reason = panel.why_not_ready()
    assert reason == "Accuracy and output options: choose at least one class to exclude from the valid mask."


def test_the_pixel_size_of_a_model_is_shown_beside_the_resolution(panel):
    """Before the run I see that the model runs at finer pixels than I want, which is slower."""
    choose(panel, "ukis-6b-l1c")
    assert panel.resolution_note.text() == ""
    panel.resolution_other.setChecked(True)
    panel.resolution_value.setValue(60)
    assert panel.resolution_note.text() == "The model runs at 40 m"
    panel.save()
    assert OptionsPanel().resolution_note.text() == "The model runs at 40 m"
    choose(panel, "auto")
    assert panel.resolution_note.text() == ""


def test_two_models_run_at_a_pixel_size_that_both_support(panel):
    """Averaged models run at the coarsest pixel size that both support."""
    choose(panel, "ukis-4b-l1c")
    other = panel.refine.with_model
    other.setCurrentIndex(other.findData("ukis-6b-l1c"))
    panel.resolution_other.setChecked(True)
    panel.resolution_value.setValue(60)
    fine, coarse = (load_cards()[model].resolution[1] for model in ("ukis-4b-l1c", "ukis-6b-l1c"))
    assert panel.resolution_note.text() == f"The model runs at {min(fine, coarse):g} m"


def test_options_are_kept_while_the_panel_is_disabled(panel, tmp_path):
    """During a run the panel is disabled, and the options stay the same."""
    choose(panel, "ukis-6b-l1c")
    panel.refine.tta_depth.setValue(3)
    panel.refine.valid_mask.setChecked(True)
    before = panel.settings([tmp_path])
    panel.setEnabled(False)
    assert panel.settings([tmp_path]) == before
    assert panel.refine.changes() == 2


@pytest.mark.parametrize("model", ["auto", "auto-fast"])
def test_the_automatic_model_offers_its_classes(panel, model):
    """The automatic model has no thin-cloud class, so a valid mask cannot exclude that class, and cloud is its name."""
    choose(panel, model)
    panel.refine.valid_mask.setChecked(True)
    assert not panel.refine.without_thin_cloud.isEnabled()
    assert panel.refine.without_thick_cloud.text() == "Cloud"
    panel.refine.without_thick_cloud.setChecked(False)
    panel.refine.without_shadow.setChecked(False)
    reason = panel.why_not_ready()
    assert reason == "Accuracy and output options: choose at least one class to exclude from the valid mask."


def test_snow_and_water_are_offered_only_with_a_model_that_has_them(tmp_path, tiny_model):
    """They are usable unless I tick them; with other models I do not see them, and they have no effect."""
    classes = ["clear", "thick_cloud", "shadow", "snow", "water"]
    model = tiny_model([[0] * 6] * 5, [0] * 5, classes=classes, title="With snow")
    panel = OptionsPanel()
    panel.output_folder.setFilePath(str(tmp_path))
    refine = panel.refine
    refine.valid_mask.setChecked(True)
    surfaces = refine.without_snow, refine.without_water
    assert [box.isVisibleTo(refine) for box in surfaces] == [False, False]
    choose(panel, model)
    assert [box.isVisibleTo(refine) for box in surfaces] == [True, True]
    assert [box.isEnabled() for box in surfaces] == [True, True]
    assert [box.text() for box in surfaces] == ["Snow or ice", "Water"]
    assert panel.settings([tmp_path]).valid_mask == ClearRule(("thick_cloud", "shadow"))
    refine.without_water.setChecked(True)
    assert panel.settings([tmp_path]).valid_mask == ClearRule(("thick_cloud", "shadow", "water"))
    choose(panel, "ukis-6b-l1c")
    assert [box.isVisibleTo(refine) for box in surfaces] == [False, False]
    assert panel.settings([tmp_path]).valid_mask == ClearRule(("thick_cloud", "shadow"))


def test_a_mask_finer_than_a_model_supports_is_refused_before_it_runs(panel, make_product):
    """I see in the list that the model does not support the resolution, and what to choose."""
    product = open_product(make_product(dict.fromkeys(SIX_BANDS, 0.1)))
    choose(panel, "ukis-6b-l1c")
    panel.resolution_10.setChecked(True)
    with refused(CloudS2MaskError) as caught:
        check_resolution(load_cards()["ukis-6b-l1c"], 10, "L1C")
    assert panel.why_unusable(product) == str(caught.value)
    assert all(value in panel.why_unusable(product) for value in (load_cards()["ukis-6b-l1c"].title, "10 m", "20"))
    panel.resolution_20.setChecked(True)
    assert panel.why_unusable(product) == ""


@pytest.mark.parametrize("automatic", ["auto", "auto-fast"])
def test_a_second_model_is_offered_if_it_fits_the_first(panel, automatic):
    """The automatic model has no second one, and the tip says why; others offer models of the same level."""
    other = panel.refine.with_model
    choose(panel, automatic)
    assert not other.isEnabled()
    assert "Choose a model" in other.toolTip()
    assert not panel.refine.ensemble.isEnabled()
    choose(panel, "ukis-6b-l1c")
    assert other.isEnabled()
    offered = [other.itemData(i) for i in range(1, other.count()) if other.model().item(i).isEnabled()]
    assert offered == ["ukis-4b-l1c"]
    clash = other.itemData(other.findData("ukis-6b-l2a"), Qt.ItemDataRole.ToolTipRole)
    with refused(ModelCardError) as caught:
        join_cards([load_cards()["ukis-6b-l1c"], load_cards()["ukis-6b-l2a"]])
    assert clash == str(caught.value)
    other.setCurrentIndex(other.findData("ukis-4b-l1c"))
    choose(panel, "ukis-6b-l2a")
    assert other.currentData() == ""


def test_options_of_the_valid_mask_wait_for_it(panel):
    """The options of the valid mask are disabled until I tick it, and say so."""
    parts = panel.refine.valid_buffer, panel.refine.valid_min, panel.refine.without_shadow
    assert not any(part.isEnabled() for part in parts)
    assert {part.toolTip() for part in parts} == {"Tick 'Write valid mask' first"}
    panel.refine.valid_mask.setChecked(True)
    assert all(part.isEnabled() for part in parts)


def test_reset_is_offered_once_something_differs(panel):
    """Reset says why it is grey, and sets every option back."""
    refine = panel.refine
    assert not refine.reset.isEnabled()
    assert refine.reset.toolTip() == "All options have their defaults"
    refine.confidence.setChecked(True)
    refine.valid_mask.setChecked(True)
    refine.reset.click()
    assert refine.changes() == 0
    assert not refine.reset.isEnabled()


def test_every_model_of_an_ensemble_must_be_installed(panel, make_product):
    """If the second model is not installed, the list says so before the run."""
    bands = dict.fromkeys(["B02", "B03", "B04", "B08", "B11", "B12"], 0.1)
    product = open_product(make_product(bands))
    choose(panel, "ukis-6b-l1c")
    panel.refine.with_model.setCurrentIndex(panel.refine.with_model.findData("ukis-4b-l1c"))
    assert panel.why_unusable(product) == ""
    panel.set_installation(Installation((), READY | {"ukis-4b-l1c": ModelState("missing")}, ("auto", "cpu")))
    assert load_cards()["ukis-4b-l1c"].title in panel.why_unusable(product)


def test_shadow_needs_the_probability_of_the_model_or_mine(panel, tmp_path):
    """I see from which probability the model calls a pixel shadow, set another one, and find it in the next session."""
    share = panel.refine.shadow_share
    texts = {}
    for model in ("auto", "auto-fast", "ukis-4b-l1c", "omnicloudmask", "s2cloudless"):
        choose(panel, model)
        texts[model] = share.text(), share.isEnabled()
    assert texts == {
        **dict.fromkeys(("auto", "auto-fast", "ukis-4b-l1c"), ("70 % (the model's)", True)),
        "omnicloudmask": ("0 % (the model's)", True),
        "s2cloudless": ("\N{EN DASH}", False),
    }
    assert "does not find shadow" in share.toolTip()
    choose(panel, "auto")
    assert panel.settings([tmp_path]).shadow_share is None
    QTest.keyClick(share, Qt.Key.Key_Up)
    assert panel.settings([tmp_path]).shadow_share == 0.75
    QTest.keyClick(share, Qt.Key.Key_Down)
    QTest.keyClick(share, Qt.Key.Key_Down)
    assert panel.settings([tmp_path]).shadow_share == 0.65
    share.setValue(85)
    assert panel.settings([tmp_path]).shadow_share == 0.85
    assert panel.refine.changes() == 1
    panel.save()
    again = OptionsPanel()
    assert again.settings([tmp_path]).shadow_share == 0.85
    again.refine.shadow_share.setValue(0)
    assert again.settings([tmp_path]).shadow_share == 0.0
    choose(again, "s2cloudless")
    assert again.settings([tmp_path]).shadow_share is None
    assert again.refine.changes() == 0
    again.refine.reset.click()
    choose(again, "auto")
    assert again.settings([tmp_path]).shadow_share is None


def test_a_threshold_is_for_models_that_have_one(panel, tmp_path):
    """With s2cloudless I see and change its threshold; with other models the tip says why I cannot."""
    refine = panel.refine
    numbers = refine.threshold, refine.average_px, refine.dilate_px
    assert not any(number.isEnabled() for number in numbers)
    assert all("such as s2cloudless" in number.toolTip() for number in numbers)
    choose(panel, "s2cloudless")
    assert all(number.isEnabled() for number in numbers)
    assert [number.text() for number in numbers] == [
        "0.4 (the model's)",
        "average over 1 px (the model's)",
        "dilate by 1 px (the model's)",
    ]
    settings = panel.settings([tmp_path])
    assert (settings.threshold, settings.average_px, settings.dilate_px) == (None, None, None)
    refine.threshold.setValue(0.55)
    refine.average_px.setValue(4)
    refine.dilate_px.setValue(0)
    panel.save()
    again = OptionsPanel()
    settings = again.settings([tmp_path])
    assert settings == panel.settings([tmp_path])
    assert (settings.threshold, settings.average_px, settings.dilate_px) == (0.55, 4, 0)
    choose(panel, "ukis-6b-l1c")
    settings = panel.settings([tmp_path])
    assert (settings.threshold, settings.average_px, settings.dilate_px) == (None, None, None)


def test_rules_have_options_of_their_own(panel, tmp_path):
    """With Fmask I see its options and numbers, and change them; with other models they are hidden and not used."""
    refine = panel.refine
    assert refine.rules_group.isHidden()
    choose(panel, "fmask")
    assert not refine.rules_group.isHidden()
    assert refine.shadow_dilate_px.text() == "shadow by 2 px (the model's)"
    assert refine.threshold.text() == "0.2 (the model's)"
    assert not refine.average_px.isEnabled()
    assert not refine.shadow_share.isEnabled()
    assert not refine.tta_depth.isEnabled()
    assert refine.without_snow.text() == "Snow or ice"
    settings = panel.settings([tmp_path])
    assert (settings.shadow_dilate_px, settings.parallax, settings.elevation) == (None, True, None)
    refine.dilate_px.setValue(4)
    refine.shadow_dilate_px.setValue(0)
    refine.parallax.setChecked(False)
    path = write_raster(tmp_path / "heights.tif", np.full((90, 90), 700))
    refine.elevation.set_file(path)
    assert "(4 set)" in panel.more.text()
    panel.save()
    again = OptionsPanel()
    settings = again.settings([tmp_path])
    assert settings == panel.settings([tmp_path])
    assert (settings.dilate_px, settings.shadow_dilate_px, settings.snow_dilate_px) == (4, 0, None)
    assert (settings.parallax, settings.elevation, settings.water_map) == (False, Path(path), None)
    choose(panel, "ukis-6b-l1c")
    settings = panel.settings([tmp_path])
    assert (settings.dilate_px, settings.shadow_dilate_px, settings.parallax) == (None, None, True)
    assert settings.elevation is None
    choose(panel, "fmask")
    refine.reset.click()
    assert panel.settings([tmp_path]).elevation is None
    assert "set" not in panel.more.text()


def test_a_map_may_be_a_layer_of_the_project(panel, tmp_path):
    """I choose what is on my map, and find its file in the next session, in which the layer is gone."""
    layer = QgsRasterLayer(write_raster(tmp_path / "heights.tif", np.full((90, 90), 700)), "heights")
    QgsProject.instance().addMapLayer(layer)
    choose(panel, "fmask")
    assert panel.settings([tmp_path]).elevation is None, "no layer is chosen by itself"
    panel.refine.elevation.choice.setLayer(layer)
    assert panel.settings([tmp_path]).elevation == tmp_path / "heights.tif"
    panel.save()
    QgsProject.instance().clear()
    assert OptionsPanel().settings([tmp_path]).elevation == tmp_path / "heights.tif"


def test_a_map_is_checked_as_soon_as_it_is_chosen(panel, tmp_path, wait, make_product):
    """Elevation as water, and maps of another place, are told before the run, which cannot start with them."""
    choose(panel, "fmask")
    panel.show()
    refine = panel.refine
    heights = write_raster(tmp_path / "heights.tif", np.full((30, 90), 700))
    refine.water_map.set_file(heights)
    wait(lambda: refine.map_problem)
    assert "700" in panel.why_not_ready()
    assert "700" in refine.maps_note.text()
    refine.water_map.set_file("")
    wait(lambda: not refine.map_problem)
    refine.elevation.set_file(heights)
    refine.set_products([open_product(make_product(dict.fromkeys(SIX_BANDS, 0.1)))])
    wait(lambda: "50 %" in refine.maps_note.text())
    assert panel.why_not_ready() == ""
    refine.elevation.set_file(write_raster(tmp_path / "far.tif", np.full((90, 90), 700), left=800000))
    wait(lambda: "overlap" in panel.why_not_ready())
    choose(panel, "ukis-6b-l1c")
    assert panel.why_not_ready() == "", "networks do not use it"
    panel.shut_down()


def test_a_map_that_was_repaired_is_accepted_when_the_window_is_shown(panel, tmp_path, wait):
    """I convert feet to metres in the same file, and need not choose it again."""
    choose(panel, "fmask")
    refine = panel.refine
    path = write_raster(tmp_path / "heights.tif", np.full((90, 90), 29032), dtype="int16")
    refine.elevation.set_file(path)
    wait(lambda: refine.map_problem)
    write_raster(tmp_path / "heights.tif", np.full((90, 90), 8848), dtype="int16")
    refine.show()
    assert refine.map_problem == "", "while it is being checked, it is not refused"
    wait(lambda: not refine._checker.is_busy())
    assert panel.why_not_ready() == ""
    write_raster(tmp_path / "heights.tif", np.full((90, 90), 29032), dtype="int16")
    refine.hide()
    refine.show()
    wait(lambda: "29032" in refine.map_problem)
    panel.shut_down()


def test_maps_are_tried_on_the_first_product_of_each_tile_once(panel, tmp_path, wait, make_product, monkeypatch):
    """A list that grows while a map is being tried costs one further check, not one for each of its states."""
    begun, go, tried = Event(), Event(), []

    def check(_path: Path, _grid: Grid, name: str) -> list[str]:
        tried.append(name)
        begun.set()
        go.wait(10)
        return []

    monkeypatch.setattr(maps, "check_elevation", check)
    tiles = "T33UUU", "T33UUV", "T33UVU"
    one, two, three = (open_product(make_product(dict.fromkeys(SIX_BANDS, 0.1), tile=tile)) for tile in tiles)
    again = open_product(make_product(dict.fromkeys(SIX_BANDS, 0.1), tile=tiles[0], satellite="S2B"))
    choose(panel, "fmask")
    refine = panel.refine
    refine.set_products([one])
    refine.elevation.set_file(write_raster(tmp_path / "heights.tif", np.full((90, 90), 700)))
    wait(begun.is_set)
    for products in ([one, two], [one, two, three], [one, two, three, again]):
        refine.set_products(products)
    go.set()
    wait(lambda: not refine._checker.is_busy())
    assert tried == [tiles[0], *tiles]
    refine.set_products([one, two, three])
    assert not refine._checker.is_busy()
    panel.shut_down()


def test_the_password_of_a_service_is_not_stored(panel, tmp_path):
    """A layer of a web service is refused as a map, and the settings keep nothing of it; Reset removes it."""
    address = "type=xyz&url=http://127.0.0.1:9/%7Bz%7D/%7Bx%7D/%7By%7D.png&username=me&password=secret"
    layer = QgsRasterLayer(address, "service", "wms")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    choose(panel, "fmask")
    refine = panel.refine
    refine.water_map.choice.setLayer(layer)
    assert "service" in panel.why_not_ready()
    panel.save()
    stored = QgsSettings()
    assert not [key for key in stored.allKeys() if "secret" in str(stored.value(key))]
    assert refine.values()["water_map"] == ""
    assert refine.reset.isEnabled()
    refine.reset.click()
    assert panel.why_not_ready() == ""
    missing = str(tmp_path / "on a drive that is not there.tif")
    refine.water_map.set_file(missing)
    assert refine.values()["water_map"] == missing
    QgsProject.instance().clear()


def test_a_second_model_of_the_last_session_that_no_longer_fits_is_dropped(panel):
    """A stored second model is dropped if its card has been replaced since."""
    choose(panel, "ukis-6b-l1c")
    stored = {f"{name}": value for name, value in panel.refine.values().items()} | {"with_model": "ukis-6b-l2a"}
    panel.refine._set(stored)
    assert panel.refine.model() == "ukis-6b-l1c"
