"""The options for more than a mask: nothing changes by default, what is set reaches the engine, and why not is said."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt

from ...core.cards.card import load_cards
from ...core.classes import INVALID_CLASSES
from ...core.masks.usable import ClearRule
from ...core.networks.store import ModelState
from ...core.product.product import open_product
from ...tools.labelled_scene import SIX_BANDS
from ...ui.options_panel import OptionsPanel
from ...ui.shared.installation import Installation

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


def test_nothing_more_is_asked_for_by_default(panel, tmp_path):
    """Who does not open these options gets the plain mask."""
    settings = panel.settings([tmp_path])
    assert (settings.model, settings.model_ensembling, settings.tta_max_depth) == ("auto", False, 0)
    assert (settings.export_confidence, settings.valid_mask) == (False, None)
    assert "set" not in panel.more.text()


def test_what_is_set_reaches_the_engine_and_the_next_session(panel, tmp_path):
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


def test_what_changes_nothing_is_not_offered(panel, tmp_path):
    """What a model cannot use is greyed, says why, and does not reach the engine; with another model it is back."""
    refine = panel.refine
    assert refine.ensemble.isEnabled()
    for box in (refine.ensemble, refine.valid_mask, refine.confidence):
        box.setChecked(True)
    refine.tta_depth.setValue(2)
    choose(panel, "s2cloudless")
    for widget, why in (
        (refine.ensemble, "no further networks"),
        (refine.tta_depth, "judges each pixel alone"),
        (refine.without_shadow, "does not tell this class apart"),
    ):
        assert not widget.isEnabled()
        assert why in widget.toolTip()
    settings = panel.settings([tmp_path])
    assert (settings.model_ensembling, settings.tta_max_depth) == (False, 0)
    assert settings.valid_mask == ClearRule(("thick_cloud",), 0.0, 0.0)
    choose(panel, "auto")
    settings = panel.settings([tmp_path])
    assert (settings.model_ensembling, settings.tta_max_depth) == (True, 2)
    assert settings.valid_mask == ClearRule(("thick_cloud", "shadow"), 0.0, 0.0)


def test_a_valid_mask_of_nothing_is_not_the_products_fault(panel, tmp_path, make_product):
    """No class ticked is told once below the list, not as a fault of each product."""
    refine = panel.refine
    refine.valid_mask.setChecked(True)
    for key in INVALID_CLASSES:
        getattr(refine, f"without_{key}").setChecked(False)
    panel.output_folder.setFilePath(str(tmp_path))
    product = open_product(make_product(dict.fromkeys(SIX_BANDS, 0.1)))
    assert panel.why_unusable(product) == ""
    assert panel.why_not_ready() == "Accuracy and further files: tick a class that the valid mask leaves out."


def test_the_pixels_of_a_model_are_said_beside_the_resolution(panel):
    """I see before the run that the model works at finer pixels than I want, which takes longer."""
    choose(panel, "ukis-6b-l1c")
    assert panel.resolution_note.text() == ""
    panel.resolution_other.setChecked(True)
    panel.resolution_value.setValue(60)
    assert panel.resolution_note.text() == "The model runs at 40 m"
    panel.save()
    assert OptionsPanel().resolution_note.text() == "The model runs at 40 m"
    choose(panel, "auto")
    assert panel.resolution_note.text() == ""


def test_the_pixels_of_two_models_are_those_that_they_share(panel):
    """Two models run at pixels that both know."""
    choose(panel, "ukis-4b-l1c")
    other = panel.refine.with_model
    other.setCurrentIndex(other.findData("ukis-6b-l1c"))
    panel.resolution_other.setChecked(True)
    panel.resolution_value.setValue(60)
    fine, coarse = (load_cards()[model].resolution[1] for model in ("ukis-4b-l1c", "ukis-6b-l1c"))
    assert panel.resolution_note.text() == f"The model runs at {min(fine, coarse):g} m"


def test_options_count_while_the_panel_is_disabled(panel, tmp_path):
    """During a run the panel is grey, and what would be run next is the same."""
    choose(panel, "ukis-6b-l1c")
    panel.refine.tta_depth.setValue(3)
    panel.refine.valid_mask.setChecked(True)
    before = panel.settings([tmp_path])
    panel.setEnabled(False)
    assert panel.settings([tmp_path]) == before
    assert panel.refine.changes() == 2


def test_the_automatic_model_has_its_classes_too(panel):
    """It tells no thin cloud apart, so a valid mask of that alone cannot be asked for."""
    panel.refine.valid_mask.setChecked(True)
    assert not panel.refine.without_thin_cloud.isEnabled()
    panel.refine.without_thick_cloud.setChecked(False)
    panel.refine.without_shadow.setChecked(False)
    assert panel.why_not_ready() == "Accuracy and further files: tick a class that the valid mask leaves out."


def test_a_mask_finer_than_a_model_knows_is_refused_before_it_runs(panel, make_product):
    """I see in the list that the model does not go with the resolution, and what to choose."""
    product = open_product(make_product(dict.fromkeys(SIX_BANDS, 0.1)))
    choose(panel, "ukis-6b-l1c")
    panel.resolution_10.setChecked(True)
    assert "works at 20 to 40 m, a mask of 10 m was asked for. Choose 20 m or more" in panel.why_unusable(product)
    panel.resolution_20.setChecked(True)
    assert panel.why_unusable(product) == ""


def test_a_second_model_is_offered_where_it_goes_with_the_first(panel):
    """With the automatic model there is no second one, and the tip says why; with others those of the same level."""
    other = panel.refine.with_model
    assert not other.isEnabled()
    assert "Choose a model above first" in other.toolTip()
    choose(panel, "ukis-6b-l1c")
    assert other.isEnabled()
    offered = [other.itemData(i) for i in range(1, other.count()) if other.model().item(i).isEnabled()]
    assert offered == ["ukis-4b-l1c"]
    clash = other.itemData(other.findData("ukis-6b-l2a"), Qt.ItemDataRole.ToolTipRole)
    assert "ukis-6b-l1c and ukis-6b-l2a cannot be used together: they share no processing level" in clash
    other.setCurrentIndex(other.findData("ukis-4b-l1c"))
    choose(panel, "ukis-6b-l2a")
    assert other.currentData() == ""


def test_what_has_no_effect_is_disabled(panel):
    """The choices of a valid mask wait for the wish for one."""
    assert not panel.refine.valid_buffer.isEnabled()
    panel.refine.valid_mask.setChecked(True)
    assert panel.refine.valid_buffer.isEnabled()


def test_every_model_that_takes_part_has_to_be_there(panel, make_product):
    """If the second model is missing, the list says so before the run."""
    bands = dict.fromkeys(["B02", "B03", "B04", "B08", "B11", "B12"], 0.1)
    product = open_product(make_product(bands))
    choose(panel, "ukis-6b-l1c")
    panel.refine.with_model.setCurrentIndex(panel.refine.with_model.findData("ukis-4b-l1c"))
    assert panel.why_unusable(product) == ""
    panel.set_installation(Installation((), READY | {"ukis-4b-l1c": ModelState("missing")}, ("auto", "cpu")))
    assert "ukis-4b-l1c" in panel.why_unusable(product)


def test_a_threshold_is_for_models_that_have_one(panel, tmp_path):
    """With s2cloudless I see its own threshold and may set another; with the others the tip says why there is none."""
    refine = panel.refine
    numbers = refine.threshold, refine.average_px, refine.dilate_px
    assert not any(number.isEnabled() for number in numbers)
    assert all("such as s2cloudless" in number.toolTip() for number in numbers)
    choose(panel, "s2cloudless")
    assert all(number.isEnabled() for number in numbers)
    assert [number.text() for number in numbers] == [
        "0.4 (the model's)",
        "averaged over 1 px (the model's)",
        "dilated by 1 px (the model's)",
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


def test_a_second_model_of_the_last_session_that_no_longer_fits_is_dropped(panel):
    """A card may have been replaced by one of the same id since."""
    choose(panel, "ukis-6b-l1c")
    stored = {f"{name}": value for name, value in panel.refine.values().items()} | {"with_model": "ukis-6b-l2a"}
    panel.refine._set(stored)
    assert panel.refine.model() == "ukis-6b-l1c"
