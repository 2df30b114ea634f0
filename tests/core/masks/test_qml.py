"""Styles are well-formed and agree with the class table."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import numpy as np
import rasterio

from ....core.classes import CLASSES, MaskClass
from ....core.masks.qml import mask_qml, natural_colour_qml
from ....core.masks.vrt import bands_vrt
from ....core.product.product import open_product
from ....core.product.strips import Bands
from ..conftest import BACKGROUND


def _document(qml: str) -> ET.Element:
    """Return the root of a style; its DOCTYPE is QGIS's own."""
    assert qml.startswith("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>")
    root = ET.fromstring(qml)
    assert root.tag == "qgis"
    return root


def test_the_mask_style_has_the_classes():
    """Clear is transparent; clouds, shadow, snow and water have their colours and names, at half opacity."""
    renderer = _document(mask_qml(CLASSES)).find(".//rasterrenderer")
    assert renderer is not None
    assert renderer.get("type") == "paletted"
    assert float(renderer.get("opacity", "0")) == 0.5
    entries = [entry.attrib for entry in renderer.iter("paletteEntry")]
    assert [(int(entry["value"]), entry["label"]) for entry in entries] == [(c.value, c.label) for c in CLASSES]
    assert [entry["alpha"] for entry in entries] == ["0", *["255"] * 5]
    for entry, mask_class in zip(entries, CLASSES):
        assert entry["color"] == "#{:02x}{:02x}{:02x}".format(*mask_class.colour)


def test_a_legend_can_be_in_the_language_of_qgis(another_language):
    """On the map the classes have names in my language."""
    labels = [entry.get("label") for entry in _document(mask_qml(CLASSES, MaskClass.name)).iter("paletteEntry")]
    assert labels == [f"§{c.label}" for c in CLASSES]


def test_classes_have_the_values_that_are_documented():
    """Their values never change."""
    values = {"clear": 0, "thick_cloud": 1, "thin_cloud": 2, "shadow": 3, "snow": 4, "water": 5}
    assert {c.key: c.value for c in CLASSES} == values


def _limits(qml: str) -> list[float]:
    """Return the values of red, green and blue that are black and white, one after the other."""
    return [float(node.text or "") for node in _document(qml).iter() if node.tag.endswith("Value")]


def test_natural_colours_are_without_the_haze_of_the_air():
    """The air's blue light is black in L1C, which has it, and not in L2A; DN have the same colours as reflectance."""
    renderer = _document(natural_colour_qml("L1C")).find(".//rasterrenderer")
    assert renderer is not None
    assert [renderer.get(f"{name}Band") for name in ("red", "green", "blue")] == ["1", "2", "3"]
    assert _limits(natural_colour_qml("L1C")) == [0.03, 0.28, 0.053, 0.28, 0.085, 0.28]
    assert _limits(natural_colour_qml("L2A")) == [0, 0.28] * 3
    assert _limits(natural_colour_qml("L1C", 10000)) == [300, 2800, 530, 2800, 850, 2800]


def test_a_scene_looks_the_same_in_every_baseline(make_product):
    """The same reflectance has the same value and colour in QGIS, with or without an offset in the DN."""
    values = []
    for baseline in ("02.06", "05.10"):
        product = open_product(make_product(BACKGROUND, baseline=baseline))
        grid = Bands(product, ("B02",), 20).grid
        with rasterio.open(bands_vrt(product, ["B02"], grid)) as dataset:
            values.append(dataset.read(1) * dataset.scales[0] + dataset.offsets[0])
    assert np.allclose(values[0], values[1], atol=1e-6)
    assert np.allclose(values[0], BACKGROUND["B02"], atol=1e-4)
