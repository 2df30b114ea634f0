"""The list of models in the windows of the toolbox: titles with their state, ids as values."""

from __future__ import annotations

from typing import Any

import pytest
from processing.gui.AlgorithmDialog import AlgorithmDialog
from processing.gui.wrappers import WidgetWrapperFactory
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildParameterSource,
)
from qgis.gui import QgsProcessingModelerParameterWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ...core.cards.card import load_cards
from ...core.errors import HOW_TO_DOWNLOAD, HOW_TO_FETCH
from .conftest import FLAT


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch) -> None:
    """An empty folder for networks, but for one that is there."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path))
    (tmp_path / "ukis-4b-l1c.onnx").write_bytes(b"there")


def made(name: str, dialog: Any = None) -> Any:
    """Make the widget of an algorithm's model as Processing does; the algorithm lives as long as it."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
    wrapper = WidgetWrapperFactory.create_wrapper(algorithm.parameterDefinition("MODEL"), dialog)
    wrapper.algorithm = algorithm
    return wrapper


@pytest.mark.parametrize("name", ["maskscene", "maskscenes", "maskraster"])
def test_models_are_listed_by_their_titles_with_their_state(name):
    """I choose among titles, see which models are there, and read their classes and licence; the value is the id."""
    wrapper, context = made(name), QgsProcessingContext()
    combo = wrapper.widget
    texts = {combo.itemData(index): combo.itemText(index) for index in range(combo.count())}
    assert next(iter(texts)) == "auto"
    assert set(texts) == {"auto", *load_cards()}
    assert texts["auto"] == "Automatic (ukis-csmask)"
    assert texts["omnicloudmask"] == "OmniCloudMask (not downloaded)"
    assert texts["ukis-4b-l1c"] == "UKIS csmask U-Net, 4 bands, L1C"
    tip = combo.itemData(combo.findData("omnicloudmask"), Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("Finds cloud, thin cloud, shadow. L1C + L2A, 10 to 50 m. MIT\n")
    assert load_cards()["omnicloudmask"].described in tip
    assert wrapper.parameterValue() == "auto"
    wrapper.setParameterValue("omnicloudmask", context)
    assert wrapper.parameterValue() == "omnicloudmask"
    wrapper.setParameterValue("of another computer", context)
    assert wrapper.parameterValue() == "of another computer"


def test_the_download_lists_published_models_alone():
    """I see which of them I have already."""
    combo = made("fetchmodel").widget
    texts = [combo.itemText(index) for index in range(combo.count())]
    published = [card for card in load_cards().values() if card.publication]
    assert sorted(texts) == sorted(f"{card.title} (not downloaded)" for card in published)
    assert combo.currentData() == "omnicloudmask"


@pytest.mark.parametrize("name", ["maskscene", "maskraster"])
def test_a_model_that_is_not_there_is_refused_with_the_remedy(name, make_product, tmp_path):
    """I choose a model that is not downloaded, and the toolbox says where to download it before anything runs."""
    product = make_product(FLAT)
    parameters = {"INPUT": str(product), "MODEL": "omnicloudmask", "OUTPUT": str(tmp_path / "mask.tif")}
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
    fits, reason = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not fits
    assert HOW_TO_DOWNLOAD in reason
    assert "omnicloudmask" in reason
    with_it = parameters | {"MODEL": "ukis-4b-l1c", "WITH_MODELS": ["ukis-6b-l1c"]}
    assert HOW_TO_FETCH in algorithm.checkParameterValues(with_it, QgsProcessingContext())[1]


def test_in_the_designer_the_model_can_be_an_input(qgis_processing):
    """A graphical model takes the model from an input or an expression, as before."""

    class ModelerParametersDialog(QWidget):
        """The part of Processing's dialog that the widget asks for."""

        def __init__(self) -> None:
            super().__init__()
            self.model, self.childId, self.context = QgsProcessingModelAlgorithm(), "child", QgsProcessingContext()

    dialog = ModelerParametersDialog()
    wrapper = made("maskscene", dialog)
    assert isinstance(wrapper, QgsProcessingModelerParameterWidget)
    source = QgsProcessingModelChildParameterSource.fromExpression("'auto'")
    wrapper.setWidgetValue(source)
    assert wrapper.value() == source


def test_the_window_of_an_algorithm_shows_the_list(monkeypatch):
    """The window gives the chosen id to the run."""
    monkeypatch.setattr("processing.gui.ParametersPanel.iface", None)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscene")
    window = AlgorithmDialog(algorithm)
    window.setParameters({"INPUT": "/data/a.SAFE", "MODEL": "omnicloudmask"})
    combos = [combo for combo in window.findChildren(QComboBox) if combo.findData("omnicloudmask") > 0]
    assert [combo.currentText() for combo in combos] == ["OmniCloudMask (not downloaded)"]
    assert window.createProcessingParameters()["MODEL"] == "omnicloudmask"
    window.close()
