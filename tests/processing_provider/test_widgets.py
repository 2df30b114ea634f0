"""The widgets of the toolbox: titles in place of words, products, and the raster that is meant."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from processing.gui.AlgorithmDialog import AlgorithmDialog
from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
from processing.gui.wrappers import WidgetWrapperFactory
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingParameterEnum,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import (
    QgsCheckableComboBox,
    QgsCollapsibleGroupBoxBasic,
    QgsProcessingModelerParameterWidget,
    QgsProcessingParameterWidgetContext,
)
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QComboBox, QScrollArea, QWidget

from ...core.cards.card import load_cards
from ...core.classes import CLASS_OF_KEY, CLASSES, MaskClass
from ...core.errors import HOW_TO_DOWNLOAD, HOW_TO_FETCH
from ...core.masks.qml import mask_qml
from ...processing_provider.provider import ALGORITHMS
from ...ui.shared.layers import set_style
from ...ui.shared.option_texts import choice_texts
from ..rasters import write_raster
from .conftest import FLAT


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch) -> None:
    """An empty folder for networks, but for one that is there."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path))
    (tmp_path / "ukis-4b-l1c.onnx").write_bytes(b"there")


def made(name: str, parameter: str = "MODEL", dialog: Any = None) -> Any:
    """Make the widget of a parameter as Processing does; the algorithm lives as long as it."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
    wrapper = WidgetWrapperFactory.create_wrapper(algorithm.parameterDefinition(parameter), dialog)
    wrapper.algorithm = algorithm
    return wrapper


@pytest.mark.parametrize("name", ["maskscene", "maskscenes", "maskraster"])
def test_models_are_listed_by_their_titles_with_their_state(name):
    """I choose among titles, see which models are there, and read their classes and licence; the value is the id."""
    wrapper, context = made(name), QgsProcessingContext()
    combo = wrapper.widget
    texts = {combo.itemData(index): combo.itemText(index) for index in range(combo.count())}
    assert list(texts)[:2] == ["auto", "auto-fast"]
    rules = {card.id for card in load_cards().values() if card.rules}  # which need the angles of a product
    assert set(texts) == {"auto", "auto-fast", *load_cards()} - (rules if name == "maskraster" else set())
    assert texts["auto"] == "Automatic (ukis-csmask)"
    assert texts["auto-fast"] == "Automatic, fast (ukis-csmask)"
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


def test_labels_are_those_of_the_widgets_of_qgis(monkeypatch):
    """I point at a label and read its help, not its id; 'optional' is said in the language of QGIS."""
    label = made("maskscene").label
    assert label.text() == "Model"
    assert load_help("maskscene", "MODEL") in label.toolTip()
    monkeypatch.setattr(QCoreApplication, "translate", lambda context, text: f"{context}: {text}")
    assert made("maskscenes", "INPUTS").label.text().startswith("QObject: ")
    assert made("maskscenes", "INPUTS").label.toolTip() != "INPUTS"


def load_help(name: str, parameter: str) -> str:
    """Return the help of a parameter."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
    text: str = algorithm.parameterDefinition(parameter).help()
    assert text
    return text


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


class ModelerParametersDialog(QWidget):
    """The part of Processing's dialog for a step of a model that the widgets ask for."""

    def __init__(self) -> None:
        super().__init__()
        self.model, self.childId, self.context = QgsProcessingModelAlgorithm(), "child", QgsProcessingContext()


def test_in_the_designer_the_model_can_be_an_input(qgis_processing):
    """A graphical model takes the model from an input or an expression, as before."""
    dialog = ModelerParametersDialog()  # which the widget needs as long as it is there
    wrapper = made("maskscene", dialog=dialog)
    assert isinstance(wrapper, QgsProcessingModelerParameterWidget)
    source = QgsProcessingModelChildParameterSource.fromExpression("'auto'")
    wrapper.setWidgetValue(source)
    assert wrapper.value() == source


def test_the_designer_shows_titles_and_keeps_words(qgis_processing):
    """In the designer I see the titles too, and the model stores the word."""
    dialog = ModelerParametersDialog()
    wrapper = made("composite", "METHOD", dialog)
    (combo,) = [combo for combo in wrapper.findChildren(QComboBox) if combo.findData("newest") >= 0]
    texts = choice_texts("method")
    assert [combo.itemText(index) for index in range(combo.count())] == [text.title for text in texts.values()]
    combo.setCurrentIndex(combo.findData("newest"))
    assert wrapper.value().staticValue() == "newest"


def test_the_designer_shows_titles_of_lists_too(qgis_processing):
    """In the designer I check classes by their names; the model stores the words, and shows those it has stored."""
    dialog = ModelerParametersDialog()
    wrapper = made("applymask", "CLASSES", dialog)
    wrapper.setWidgetValue(QgsProcessingModelChildParameterSource.fromStaticValue(["shadow"]))
    wrapper.show()
    (combo,) = wrapper.findChildren(QgsCheckableComboBox)
    assert combo.checkedItems() == [CLASS_OF_KEY["shadow"].name()]
    combo.setItemCheckState(combo.findData("thin_cloud"), Qt.CheckState.Checked)
    assert wrapper.value().staticValue() == ["thin_cloud", "shadow"]
    wrapper.hide()
    wrapper.setWidgetValue(QgsProcessingModelChildParameterSource.fromStaticValue(["thick_cloud"]))
    wrapper.show()
    assert combo.checkedItemsData() == ["thick_cloud"]
    wrapper.hide()


def choices() -> list[tuple[str, str]]:
    """The algorithms with their parameters whose values are words."""
    found = []
    for algorithm in ALGORITHMS:
        one = algorithm()
        one.initAlgorithm()
        kinds = [d.name() for d in one.parameterDefinitions() if isinstance(d, QgsProcessingParameterEnum)]
        found += [(one.name(), name) for name in kinds]
    return found


@pytest.mark.parametrize(("name", "parameter"), choices())
def test_every_word_has_a_title(name, parameter):
    """I never see a word that only a program needs; the value is still that word, also of several."""
    wrapper, context = made(name, parameter), QgsProcessingContext()
    definition = wrapper.parameterDefinition()
    combo = wrapper.widget
    assert sorted(combo.itemData(index) for index in range(combo.count())) == sorted(definition.options())
    assert all(combo.itemText(index) != combo.itemData(index) for index in range(combo.count()))
    given = definition.options()[-2:] if definition.allowMultiple() else definition.options()[-1:]
    wrapper.setParameterValue(",".join(given), context)
    assert sorted(wrapper.parameterValue().split(",")) == sorted(given)
    assert definition.checkValueIsAcceptable(wrapper.parameterValue())


def test_several_words_are_checked_by_their_titles(qgis_processing):
    """I check classes in a list that shows them by name, and see which are checked."""
    wrapper, context = made("applymask", "CLASSES"), QgsProcessingContext()
    assert wrapper.parameterValue() == "thick_cloud,thin_cloud,shadow"
    wrapper.setParameterValue(["shadow"], context)
    assert wrapper.widget.checkedItems() == [CLASS_OF_KEY["shadow"].name()]
    assert wrapper.parameterValue() == "shadow"
    wrapper.setParameterValue(["haze"], context)  # of another version, which the run refuses by its name
    assert wrapper.parameterValue() == "haze"
    wrapper.setParameterValue([], context)
    assert wrapper.parameterValue() == []


def test_an_example_model_shows_titles_too(qgis_processing):
    """The inputs of the example models are as readable as those of the algorithms."""
    wrapper = made("mask_apply_and_composite", "method")
    assert wrapper.widget.currentText() == choice_texts("method")["median"].title
    assert wrapper.parameterValue() == "median"


def test_paths_of_products_are_shown_and_kept(qgis_processing, tmp_path):
    """The list of products shows each path, also one with blanks, and gives them back."""
    wrapper, context = made("maskscenes", "INPUTS"), QgsProcessingContext()
    assert wrapper.parameterValue() is None
    for paths in (["/data/a.SAFE"], ["/data/a.SAFE", "/my data/b.zip"]):
        wrapper.setParameterValue(paths, context)
        assert wrapper.parameterValue() == paths
        assert all(path in wrapper.widget.filePath() for path in paths)


@pytest.fixture
def scene_and_mask(tmp_path) -> tuple[QgsRasterLayer, QgsRasterLayer]:
    """An image with three bands and a cloud mask, both in the project."""
    layers = []
    for name, bands in (("scene", 3), ("mask", 1)):
        path = tmp_path / f"{name}.tif"
        write_raster(path, np.ones((bands, 10, 10)), dtype="uint8")
        layers.append(QgsRasterLayer(str(path), name))
    set_style(layers[1], mask_qml(CLASSES, MaskClass.name))
    QgsProject.instance().addMapLayers(layers)
    return layers[0], layers[1]


@pytest.mark.parametrize("active", [0, 1, None])
def test_the_scene_and_its_mask_are_selected(qgis_processing, scene_and_mask, active):
    """Whatever layer is active, the raster to mask is the scene, and the mask is the mask."""
    scene, mask = scene_and_mask
    context = QgsProcessingParameterWidgetContext()
    context.setProject(QgsProject.instance())
    if active is not None:
        context.setActiveLayer(scene_and_mask[active])
    for name, parameter, layer in (
        ("applymask", "INPUT", scene),
        ("applymask", "MASK", mask),
        ("validmask", "INPUT", mask),
        ("maskraster", "INPUT", scene),
    ):
        wrapper = made(name, parameter)
        wrapper.setWidgetContext(context)
        assert wrapper.parameterValue() == layer.id()


def test_nothing_is_selected_where_nothing_fits(qgis_processing, scene_and_mask):
    """Without a mask in the project, none is selected and none is offered; a file is still accepted."""
    scene, mask = scene_and_mask
    QgsProject.instance().removeMapLayer(mask.id())
    context = QgsProcessingParameterWidgetContext()
    context.setProject(QgsProject.instance())
    context.setActiveLayer(scene)
    wrapper = made("applymask", "MASK")
    wrapper.setWidgetContext(context)
    assert not wrapper.parameterValue()
    assert wrapper.widget.findChild(QComboBox).count() == 0
    wrapper.setParameterValue("/data/mask.tif", QgsProcessingContext())
    assert wrapper.parameterValue() == "/data/mask.tif"


@pytest.mark.parametrize(("bands", "dtype"), [(1, "int16"), (1, "float32"), (2, "uint8")])
def test_labels_of_any_type_are_offered(qgis_processing, tmp_path, bands, dtype):
    """A raster of other numbers, or with a band of transparency, is in the list of masks."""
    path = tmp_path / "labels.tif"
    write_raster(path, np.ones((bands, 10, 10)), dtype=dtype)
    layer = QgsRasterLayer(str(path), "labels")
    QgsProject.instance().addMapLayer(layer)
    wrapper = made("comparemasks", "INPUT")
    choice = wrapper.widget.findChild(QComboBox)
    assert [choice.itemText(row).split(" [")[0] for row in range(choice.count())] == ["labels"]


def test_the_batch_panel_has_widgets_too(monkeypatch):
    """I can set the classes and the method for each of many runs; layers are chosen by QGIS's own widget."""
    monkeypatch.setattr("processing.gui.BatchPanel.iface", None)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:composite")
    window = BatchAlgorithmDialog(algorithm)
    cells = {cell.parameterDefinition().name(): cell for cell in window.mainWidget().wrappers[0] if cell is not None}
    assert cells["METHOD"].widget.currentText() == choice_texts("method")["median"].title
    assert cells["CLASSES"].parameterValue() == "thick_cloud,thin_cloud,shadow"
    window.close()
    window = BatchAlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:applymask"))
    names = [cell.parameterDefinition().name() for cell in window.mainWidget().wrappers[0] if cell is not None]
    assert {"INPUT", "MASK"} <= set(names)
    window.close()


def test_the_window_of_an_algorithm_shows_the_list(monkeypatch):
    """The window gives the chosen id to the run."""
    monkeypatch.setattr("processing.gui.ParametersPanel.iface", None)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscene")
    window = AlgorithmDialog(algorithm)
    window.setParameters({"INPUT": "/data/a.SAFE", "MODEL": "omnicloudmask"})
    combos = [combo for combo in window.findChildren(QComboBox) if combo.findData("auto") == 0]
    assert "OmniCloudMask (not downloaded)" in [combo.currentText() for combo in combos]
    assert window.createProcessingParameters()["MODEL"] == "omnicloudmask"
    window.close()


def test_bands_follow_the_chosen_raster(monkeypatch, scene_and_mask):
    """The bands that I can choose are those of the raster that is selected, also of the one selected first."""
    monkeypatch.setattr("processing.gui.ParametersPanel.iface", None)
    window = AlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskraster"))
    bands = window.mainWidget().wrappers["NIR"].wrappedWidget()
    scene, mask = scene_and_mask
    assert window.mainWidget().wrappers["INPUT"].parameterValue() == scene.id()
    assert bands.count() == scene.bandCount() + 1  # not set
    window.setParameters({"INPUT": mask.id()})
    assert bands.count() == mask.bandCount() + 1
    window.close()


@pytest.mark.parametrize("algorithm", ALGORITHMS, ids=lambda made: made.__name__)
def test_dialogs_open_without_a_horizontal_scroll_bar(monkeypatch, algorithm):
    """At its first size, a dialog shows all labels and the buttons at its right edge, the advanced ones too."""
    monkeypatch.setattr("processing.gui.ParametersPanel.iface", None)
    name = f"clouds2mask:{algorithm().name()}"
    dialog = AlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById(name))
    for box in dialog.findChildren(QgsCollapsibleGroupBoxBasic):
        box.setCollapsed(False)
    dialog.show()
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()
    areas = [area for area in dialog.findChildren(QScrollArea) if area.isVisible()]
    assert areas
    assert [area.horizontalScrollBar().maximum() for area in areas] == [0] * len(areas)
    dialog.close()
