"""The comparison of models from the list of products."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAction, QGroupBox, QPushButton

from ...processing_provider.provider import CloudS2MaskProvider
from ...ui.comparison import _area_parameters
from ...ui.shared.area_geometry import AreaGeometry
from .conftest import FLAT, LEFT, TOP

UTM = "EPSG:32633"


@pytest.fixture
def provider(qgis_processing) -> Iterator[None]:
    """The algorithms of the plugin."""
    made = CloudS2MaskProvider()
    QgsApplication.processingRegistry().addProvider(made)
    yield
    QgsApplication.processingRegistry().removeProvider(made)


@pytest.fixture
def asked(provider, monkeypatch) -> Iterator[list[Any]]:
    """The windows of algorithms that are opened."""
    for module in ("AlgorithmDialog", "ParametersPanel"):
        monkeypatch.setattr(f"processing.gui.{module}.iface", None, raising=False)
    windows: list[Any] = []
    yield windows
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.processEvents()


def compare(dialog: Any) -> Any:
    """Choose the comparison in the menu of the selected rows, and return the window that opens."""
    action = dialog.row_menu.menu().findChild(QAction, "compare")
    assert action.isEnabled()
    action.trigger()
    assert dialog.comparison.isVisible()
    return dialog.comparison


def test_a_product_of_the_list_is_compared_with_the_options_of_the_window(dialog, fill, product, asked):
    """I choose nothing twice: product, resolution, area and models are filled in, and all options are seen."""
    folder = fill(product)
    dialog.options._set_resolution(20)
    dialog.table.selectRow(0)
    window = compare(dialog)
    asked.append(window)
    given = window.createProcessingParameters()
    assert given["INPUT"] == str(product)
    assert given["RESOLUTION"] == 20
    models = set(given["MODELS"].split(","))
    assert models == {"auto", "ukis-6b-l1c", "ukis-4b-l1c"}, "all others need bands that the product lacks"
    assert Path(str(given["FOLDER"])) == folder / "comparisons"
    assert not given.get("EXTENT")
    assert not window.findChild(QGroupBox, "grpAdvanced").property("collapsed")
    fits, reason = window.algorithm().checkParameterValues(given, QgsProcessingContext())
    assert fits, reason


def test_fmask_is_compared_with_the_options_of_the_window(dialog, fill, make_product, asked):
    """With Fmask chosen, its numbers are filled in; Automatic is there without its two networks."""
    product = make_product({**FLAT, **dict.fromkeys(("B01", "B05", "B07", "B8A", "B09", "B10"), 0.1)})
    fill(product)
    dialog.options.choose_model("fmask")
    dialog.options.refine.threshold.setValue(0.35)
    dialog.options.refine.parallax.setChecked(False)
    dialog.table.selectRow(0)
    window = compare(dialog)
    asked.append(window)
    given = window.createProcessingParameters()
    assert set(given["MODELS"].split(",")) == {"auto", "fmask", "s2cloudless"}
    assert (given["THRESHOLD"], given["PARALLAX"]) == (0.35, False)


def test_a_product_that_was_moved_is_compared_as_it_was_listed(dialog, fill, product, asked, iface):
    """The window opens, filled in for the product of the list, instead of an error of Python."""
    fill(product)
    dialog.table.selectRow(0)
    product.rename(product.with_name("moved"))
    window = compare(dialog)
    asked.append(window)
    given = window.createProcessingParameters()
    assert given["INPUT"] == str(product)
    assert "auto" in given["MODELS"].split(",")
    assert iface.bar.items() == []


def test_options_that_contradict_each_other_are_told_in_the_message_bar(dialog, fill, product, provider, iface):
    """No comparison opens without a class for the valid mask, and I read why."""
    fill(product)
    dialog.table.selectRow(0)
    refine = dialog.options.refine
    refine.valid_mask.setChecked(True)
    for box in (refine.without_thick_cloud, refine.without_thin_cloud, refine.without_shadow):
        box.setChecked(False)
    dialog.row_menu.menu().findChild(QAction, "compare").trigger()
    [item] = iface.bar.items()
    assert "valid mask" in item.text()
    assert dialog.comparison is None


def test_the_report_is_offered_in_the_message_bar(dialog, fill, product, asked, iface, monkeypatch, tmp_path):
    """When the models have run, I read how far they agree, and open the report from there."""
    fill(product)
    dialog.table.selectRow(0)
    window = compare(dialog)
    asked.append(window)
    report = str(tmp_path / "report.html")
    window.algorithmFinished.emit(True, {"REPORT": report, "AGREEMENT_PERCENT": 93.4, "MASK_COUNT": 3})
    [item] = iface.bar.items()
    assert "93" in item.text()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    next(button for button in item.findChildren(QPushButton) if button.text() == "Open report").click()
    assert [url.toLocalFile() for url in opened] == [report]


def test_a_failed_comparison_is_told_by_its_own_window(dialog, fill, product, asked, iface):
    """Nothing is offered that does not exist."""
    fill(product)
    dialog.table.selectRow(0)
    window = compare(dialog)
    asked.append(window)
    window.algorithmFinished.emit(False, {})
    assert iface.bar.items() == []


def test_several_products_are_not_compared_at_once(dialog, fill, product, make_product, provider):
    """The entry is grey for two rows, and while masks are made, which would take time from the models."""
    fill(product, make_product(FLAT, tile="T33UCC"))
    dialog.table.selectAll()
    action = dialog.row_menu.menu().findChild(QAction, "compare")
    assert not action.isEnabled()
    assert "single product" in action.toolTip()


def test_without_networks_the_grey_comparison_says_why(dialog, fill, product, provider):
    """I see what to do before two models can be compared."""
    fill(product)
    dialog.table.selectRow(0)
    dialog._show_installation(replace(dialog.installation(), missing=("No network is installed.",)))
    action = dialog.row_menu.menu().findChild(QAction, "compare")
    assert not action.isEnabled()
    assert "missing components" in action.toolTip()


def test_a_rectangle_is_passed_as_an_extent():
    """The algorithm shows the numbers of the rectangle, in its own CRS."""
    rectangle = QgsRectangle(LEFT, TOP - 100.5, LEFT + 200, TOP)
    area = AreaGeometry.of_extent(rectangle, QgsCoordinateReferenceSystem(UTM), "map")
    assert _area_parameters(area) == {"EXTENT": "300000.0,300200.0,5899939.5,5900040.0 [EPSG:32633]"}
    assert _area_parameters(None) == {}


def test_polygons_are_passed_as_a_layer(qgis_app):
    """Polygons that overlap stay polygons, where they are."""
    texts = "POLYGON ((0 0, 4 0, 4 4, 0 0))", "POLYGON ((1 1, 5 1, 5 5, 1 1))"
    polygons = [QgsGeometry.fromWkt(text) for text in texts]
    area = AreaGeometry.of_polygons(polygons, QgsCoordinateReferenceSystem(UTM), "layer")
    given = _area_parameters(area)
    layer = QgsVectorLayer(given["AREA"], "area", "ogr")
    assert layer.crs().authid() == UTM
    assert [feature.geometry().asWkt() for feature in layer.getFeatures()] == [one.asWkt() for one in polygons]
    assert QgsProcessingUtils.mapLayerFromString(given["AREA"], QgsProcessingContext()) is not None
    assert QgsProject.instance().mapLayers() == {}
