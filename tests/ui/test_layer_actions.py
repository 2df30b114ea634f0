"""The context menus of layers: mask what is an image, apply a mask, and look below masks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QAction

from ...core.masks.result import MaskResult
from ...tools.make_safe import zip_product
from ...ui import layer_actions
from ...ui.layer_actions import LayerActions, toggle_masks
from ...ui.shared.layer_tree import add_layers
from ...ui.shared.layers import open_layers
from ...ui.shared.raster_source import product_of
from ..rasters import write_raster
from ..season import cloudy, masked, result_of
from .conftest import FLAT, Interface

ICONS = Path(layer_actions.__file__).parent / "icons"


class Menus(Interface):
    """An interface with context menus of layers."""

    def __init__(self) -> None:
        super().__init__()
        self.offered: dict[str, set[str]] = {}

    def addCustomActionForLayerType(self, action: QAction, menu: str, _kind: Any, all_layers: bool) -> None:
        """Offer an action for layers that are named later."""
        assert menu == "CloudS2Mask"
        assert not all_layers

    def removeCustomActionForLayerType(self, action: QAction) -> None:
        """Take an action out of all menus."""
        for texts in self.offered.values():
            texts.discard(action.text())

    def addCustomActionForLayer(self, action: QAction, layer: QgsRasterLayer) -> None:
        """Offer an action for a layer."""
        self.offered.setdefault(layer.name(), set()).add(action.text())

    def activeLayer(self) -> Any:
        """Return the layer whose menu is open."""
        return self.active


@pytest.fixture
def iface(qgis_app) -> Menus:
    """A fresh interface."""
    return Menus()


@pytest.fixture
def opened(monkeypatch) -> list[tuple[str, dict[str, Any]]]:
    """The algorithms that have been opened, and their parameters."""
    seen: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(layer_actions, "open_algorithm", lambda _iface, *asked: seen.append(asked))
    return seen


@pytest.fixture
def actions(iface) -> Iterator[LayerActions]:
    """The actions of the plugin."""
    made = LayerActions(iface, ICONS, QAction("Correct a mask by hand…"))
    yield made
    made.remove()


@pytest.fixture
def result(tmp_path) -> MaskResult:
    """A finished mask."""
    return result_of(masked(tmp_path / "masks", 5, cloudy(20), "T33UUU"))


def show(path: Path | str, name: str) -> QgsRasterLayer:
    """Add a raster to the project."""
    layer = QgsRasterLayer(str(path), name)
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    QCoreApplication.processEvents()
    return layer


def trigger(actions: LayerActions, iface: Menus, layer: QgsRasterLayer, text: str) -> None:
    """Click an entry in the menu of a layer."""
    iface.active = layer
    next(one for one in actions.findChildren(QAction) if one.text() == text).trigger()


def test_each_layer_has_the_actions_that_serve_it(iface, actions, make_product, result, tmp_path):
    """An image can be masked, heights only be cut by a mask, a mask be hidden, corrected and drawn as polygons."""
    show(write_raster(tmp_path / "image.tif", np.ones((4, 20, 20)), dtype="uint16"), "image")
    show(write_raster(tmp_path / "heights.tif", np.ones((1, 20, 20)), dtype="float32"), "heights")
    show(next(make_product(FLAT).rglob("*_B02.jp2")), "a band")
    add_layers(QgsProject.instance(), result, [mask := open_layers(result)[0]])
    QCoreApplication.processEvents()
    apply = "Apply cloud mask…"
    assert iface.offered["image"] == iface.offered["a band"] == {"Mask clouds…", apply}
    assert iface.offered["heights"] == {apply}
    of_mask = {"Mask as polygons…", "Show or hide cloud masks", "Correct a mask by hand…"}
    assert iface.offered[mask.name()] == {apply, *of_mask}
    actions._menu.remove()
    assert not any(iface.offered.values())
    QgsProject.instance().layersAdded.connect(actions._menu._note)


def test_an_image_is_filled_in(iface, actions, opened, tmp_path):
    """I right-click my own raster and choose Mask clouds."""
    layer = show(write_raster(tmp_path / "image.tif", np.ones((4, 20, 20)), dtype="uint16"), "image")
    trigger(actions, iface, layer, "Mask clouds…")
    assert opened == [("maskraster", {"INPUT": layer.id()})]


def test_a_mask_is_filled_in_for_its_polygons(iface, actions, opened, result):
    """I right-click a mask and choose Mask as polygons."""
    add_layers(QgsProject.instance(), result, [mask := open_layers(result)[0]])
    trigger(actions, iface, mask, "Mask as polygons…")
    assert opened == [("maskpolygons", {"INPUT": mask.id()})]


def test_of_a_band_the_product_is_masked(iface, actions, opened, make_product):
    """I have dragged a band of a product into QGIS: the product is masked, with all bands that a model needs."""
    product = make_product(FLAT)
    trigger(actions, iface, show(next(product.rglob("*_B02.jp2")), "band"), "Mask clouds…")
    assert opened == [("maskscene", {"INPUT": str(product)})]


def test_the_product_of_a_layer_is_found(make_product, tmp_path):
    """By the names that GDAL and QGIS give to parts of folders, archives, and by what a VRT stacks."""
    product = make_product(FLAT)
    band = next(product.rglob("*_B02.jp2"))
    vrt = tmp_path / "natural.vrt"
    text = '<VRTDataset><SourceFilename relativeToVRT="{}">{}</SourceFilename></VRTDataset>'
    archive = zip_product(product)
    inside = band.relative_to(product.parent).as_posix()
    for source in (
        str(band),
        f"/vsizip/{archive}/{inside}",
        f"/vsizip/{{{archive}}}/{inside}",
        f"SENTINEL2_L1C:{product}/MTD_MSIL1C.xml:10m:EPSG_32633",
        str(vrt),
    ):
        vrt.write_text(text.format(1, band.relative_to(tmp_path)), encoding="utf-8")
        expected = archive if "vsizip" in source else product
        assert product_of(QgsRasterLayer(source, "layer", "gdal")) == expected, source
    vrt.write_text(text.format(0, band), encoding="utf-8")
    assert product_of(QgsRasterLayer(str(vrt), "layer", "gdal")) == product
    for source in (tmp_path / "image.tif", tmp_path / "gone.SAFE" / "band.jp2", tmp_path / "gone.vrt"):
        assert product_of(QgsRasterLayer(str(source), "layer", "gdal")) is None


def test_mask_and_image_find_each_other(iface, actions, opened, result, tmp_path):
    """Whichever of both I right-click, Apply cloud mask has both filled in; a layer elsewhere is left out."""
    image = show(write_raster(tmp_path / "image.tif", np.ones((4, 20, 20)), dtype="uint16"), "image")
    trigger(actions, iface, image, "Apply cloud mask…")
    assert opened.pop() == ("applymask", {"INPUT": image.id()})
    show(write_raster(tmp_path / "far.tif", np.ones((4, 20, 20)), dtype="uint16", left=900000.0), "far")
    add_layers(QgsProject.instance(), result, [mask := open_layers(result)[0]])
    trigger(actions, iface, image, "Apply cloud mask…")
    assert opened.pop() == ("applymask", {"INPUT": image.id(), "MASK": mask.id()})
    trigger(actions, iface, mask, "Apply cloud mask…")
    assert opened.pop() == ("applymask", {"INPUT": image.id(), "MASK": mask.id()})


def test_masks_are_hidden_and_shown_again(actions, result, tmp_path):
    """I look below all masks with one key, and the masks that I had hidden myself stay hidden."""
    other = result_of(masked(tmp_path / "masks", 9, cloudy(20), "T33UUU"))
    for one in (result, other):
        add_layers(QgsProject.instance(), one, open_layers(one)[:1])
    first, second = QgsProject.instance().layerTreeRoot().findLayers()
    second.setItemVisibilityChecked(False)
    assert actions.toggle.shortcut().toString() == "Ctrl+Alt+M"
    actions.toggle.trigger()
    assert not first.itemVisibilityChecked()
    actions.toggle.trigger()
    assert first.itemVisibilityChecked()
    assert not second.itemVisibilityChecked()
    toggle_masks(QgsProject.instance())
    assert not first.itemVisibilityChecked()


def test_a_mask_has_a_slider_of_its_opacity(result):
    """QGIS's own slider lies below a mask in the layers panel; the other layers of the scene have none."""
    layers = open_layers(result)
    assert [layer.customProperty("embeddedWidgets/0/id") for layer in layers] == ["transparency"] + [None] * (
        len(layers) - 1
    )
