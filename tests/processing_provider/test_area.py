"""The area of interest in the masking algorithms: an extent or a layer of polygons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelParameter,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProject,
    QgsProperty,
    QgsVectorLayer,
)

from .conftest import FLAT, add_step, destination, keep_output, run_step, shares, stopped, unnamed

LEFT, TOP = 300000.0, 5900040.0
"""Upper left corner of the test products, in EPSG:32633."""
CORNERS = {"one": [(200, 200), (600, 200), (200, 600)], "bow": [(700, 100), (1100, 500), (1100, 100), (700, 500)]}
"""Metres right of and below the corner: a triangle, and a field that crosses itself."""


@pytest.fixture
def product(make_product) -> Path:
    """A product with a round cloud in its upper left quarter."""
    y, x = np.mgrid[0:120, 0:120]
    cloud = 0.6 * np.exp(-(((x - 40) / 14) ** 2) - ((y - 40) / 14) ** 2)
    bands = {band: value + cloud for band, value in FLAT.items()}
    coarse = {"B11", "B12"}
    return make_product({band: values[::2, ::2] if band in coarse else values for band, values in bands.items()})


@pytest.fixture
def fields() -> QgsVectorLayer:
    """A layer of the project with two fields."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32633&field=name:string", "fields", "memory")
    for name, corners in CORNERS.items():
        feature = QgsFeature(layer.fields())
        feature["name"] = name
        feature.setGeometry(QgsGeometry.fromPolygonXY([[QgsPointXY(LEFT + x, TOP - y) for x, y in corners]]))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


def opened(path: str) -> tuple[np.ndarray, tuple[int, int]]:
    """Read the classes of a mask, and (line, column) of its corner in the mask of the whole product."""
    with rasterio.open(path) as dataset:
        corner = round((TOP - dataset.transform.f) / 20), round((dataset.transform.c - LEFT) / 20)
        return dataset.read(1), corner


def test_an_extent_cuts_the_mask_without_changing_it(run, product, tmp_path):
    """Inside my extent the mask equals that of the whole product; the shares are those of the extent."""
    whole, _ = opened(run("maskscene", INPUT=str(product), OUTPUT=str(tmp_path / "whole.tif"))["OUTPUT"])
    extent = f"{LEFT + 200},{LEFT + 600},{TOP - 1000},{TOP - 400} [EPSG:32633]"
    result = run("maskscene", INPUT=str(product), EXTENT=extent, OUTPUT=str(tmp_path / "part.tif"))
    part, corner = opened(result["OUTPUT"])
    assert corner == (20, 10)
    assert np.array_equal(part, whole[20:50, 10:30])
    assert len(np.unique(part)) > 1, "every pixel is of one class, so nothing was compared"
    assert result["CLEAR_PERCENT"] == pytest.approx(100 * np.mean(part == 0))
    assert result["CLEAR_PERCENT"] == pytest.approx(shares(result["OUTPUT"])["clear"])
    assert result["CLEAR_PERCENT"] != pytest.approx(100 * np.mean(whole == 0), abs=1)


@pytest.mark.parametrize("selected", [False, True])
def test_all_or_the_selected_polygons_are_masked(run, product, fields, tmp_path, selected):
    """Only my fields are masked, equal to the mask of the whole product; a self-crossing outline is repaired."""
    whole, _ = opened(run("maskscene", INPUT=str(product), OUTPUT=str(tmp_path / "whole.tif"))["OUTPUT"])
    fields.selectByExpression("name = 'one'")
    area = QgsProcessingFeatureSourceDefinition(fields.id(), selectedFeaturesOnly=selected)
    part, corner = opened(run("maskscene", INPUT=str(product), AREA=area, OUTPUT=str(tmp_path / "part.tif"))["OUTPUT"])
    got = np.full_like(whole, 255)
    got[corner[0] : corner[0] + part.shape[0], corner[1] : corner[1] + part.shape[1]] = part
    lines, columns = (np.indices(whole.shape) + 0.5) * 20
    inside = (columns > 200) & (lines > 200) & (lines + columns < 800)
    if not selected:
        x, y = np.abs(columns - 900) / 200, np.abs(lines - 300) / 200
        inside |= (x <= 1) & (y <= x)
    surely_in, surely_out = inside & (got != 255), ~inside & (got == 255)
    assert (surely_in | surely_out).mean() > 0.99
    assert np.array_equal(got[surely_in], whole[surely_in])
    assert (np.count_nonzero(got != 255) * 400) == pytest.approx(80000 if selected else 160000, rel=0.05)


def test_an_extent_can_be_a_layer_or_in_another_crs(run, product, fields, tmp_path):
    """I can give the extent as a layer, or in degrees."""
    of_layer, corner = opened(
        run("maskscene", INPUT=str(product), EXTENT=fields, OUTPUT=str(tmp_path / "a.tif"))["OUTPUT"]
    )
    assert (corner, of_layer.shape) == ((5, 10), (25, 45))
    degrees = "12.0,12.1,53.0,53.3 [EPSG:4326]"
    result = run("maskscene", INPUT=str(product), EXTENT=degrees, OUTPUT=str(tmp_path / "b.tif"))
    assert opened(result["OUTPUT"])[0].shape == (60, 60)


def refusal(name: str, **parameters: Any) -> str:
    """Return the message of an algorithm that refuses parameters before the run; empty if it accepts them."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    outputs = {output.name(): "TEMPORARY_OUTPUT" for output in algorithm.destinationParameterDefinitions()}
    fits, text = algorithm.checkParameterValues(outputs | parameters, context)
    return "" if fits else text


def test_an_extent_and_polygons_together_are_refused(product, fields):
    """Before the run, the message names both parameters; each alone is accepted."""
    extent = f"{LEFT},{LEFT + 600},{TOP - 1000},{TOP} [EPSG:32633]"
    for name, given in (("maskscene", {"INPUT": str(product)}), ("maskscenes", {"INPUTS": [str(product)]})):
        assert unnamed(refusal(name, EXTENT=extent, AREA=fields.id(), **given), "EXTENT", "AREA") == []
        assert refusal(name, EXTENT=extent, **given) == ""
        assert refusal(name, AREA=fields.id(), **given) == ""
        assert refusal(name, EXTENT=None, AREA=None, **given) == ""


def test_an_area_without_crs_or_polygons_is_refused(run, product, fields, tmp_path):
    """A layer without a CRS, or without polygons, stops the algorithm; each message names the layer."""
    fields.setCrs(QgsCoordinateReferenceSystem())
    output = tmp_path / "mask.tif"
    with stopped("fields") as without_crs:
        run("maskscene", INPUT=str(product), AREA=fields.id(), OUTPUT=str(output))
    fields.dataProvider().truncate()
    with stopped("fields") as without_polygons:
        run("maskscene", INPUT=str(product), AREA=fields.id(), OUTPUT=str(output))
    assert str(without_crs.value) != str(without_polygons.value)
    assert not output.exists()


def test_a_product_outside_the_area_stops_a_model(run, make_product, fields, tmp_path):
    """The next step of a model does not run without a mask."""
    beside = make_product(FLAT, origin=(LEFT + 5000, TOP))
    with stopped(beside.stem):
        run("maskscene", INPUT=str(beside), AREA=fields.id(), OUTPUT=str(tmp_path / "mask.tif"))
    assert not (tmp_path / "mask.tif").exists()


def test_an_area_without_data_is_a_warning(run, feedback, make_product, tmp_path):
    """My field lies outside the swath: the mask has no shares, and a warning names the product."""
    bands = {band: np.full((60, 60) if band in {"B11", "B12"} else (120, 120), value) for band, value in FLAT.items()}
    for values in bands.values():
        values[:, : values.shape[1] // 2] = np.nan
    extent = f"{LEFT + 100},{LEFT + 300},{TOP - 1000},{TOP - 400} [EPSG:32633]"
    product = make_product(bands)
    result = run("maskscene", INPUT=str(product), EXTENT=extent, OUTPUT=str(tmp_path / "mask.tif"))
    assert result["CLEAR_PERCENT"] is None
    (warning,) = feedback.warnings
    assert unnamed(warning, product.stem) == []


def reason(table: str, tile: str) -> str:
    """Read the reason in a table why a tile has no mask; the layer must not outlive QGIS."""
    layer = QgsVectorLayer(table, "table", "ogr")
    return next(row["error"] for row in layer.getFeatures() if tile in row["product"])


def test_products_outside_the_area_are_skipped_and_counted(run, feedback, make_product, product, fields, tmp_path):
    """Products that do not touch my fields are skipped, not failed; the table gives the reason."""
    beside = make_product(FLAT, origin=(LEFT + 5000, TOP), tile="T33UVV")
    given = {"AREA": fields.id(), "OUTPUT_FOLDER": str(tmp_path / "masks"), "TABLE": str(tmp_path / "table.gpkg")}
    inputs = [str(product), str(beside), str(tmp_path / "no.SAFE")]
    result = run("maskscenes", INPUTS=inputs, **given)
    assert [result[name] for name in ("MASK_COUNT", "SKIPPED_COUNT", "FAILED_COUNT")] == [1, 1, 1]
    (warning,) = feedback.warnings
    assert unnamed(warning, beside.stem) == []
    assert [error for error in feedback.errors if beside.stem in error] == []
    assert reason(given["TABLE"], "T33UVV") == warning
    with stopped("area of interest"):
        run("maskscenes", INPUTS=[str(beside)], **given)


@pytest.mark.parametrize(
    ("given", "values"),
    [
        ({"EXTENT": "here"}, ("EXTENT", "here")),
        ({"EXTENT": QgsProperty.fromExpression("'he' || 're'")}, ("EXTENT", "here")),
        ({"AREA": "gone.gpkg"}, ("AREA", "gone.gpkg")),
        ({"EXTENT": "300000,300600,5899400,5900000 [EPSG:32633]", "AREA": "gone.gpkg"}, ("EXTENT", "AREA")),
    ],
)
def test_an_unreadable_area_does_not_mask_the_whole_product(product, tmp_path, given, values):
    """QGIS does not check the steps of models, and returns an empty extent or no layer."""
    _, log = run_step("maskscene", INPUT=str(product), OUTPUT=str(tmp_path / "mask.tif"), **given)
    assert unnamed(log, *values) == [], log
    assert "Traceback" not in log
    assert not (tmp_path / "mask.tif").exists()


@pytest.mark.parametrize("given", [{}, {"extent": None}, {"extent": "300000,300600,5899440,5900040 [EPSG:32633]"}])
def test_an_area_of_a_model_may_be_left_empty(product, tmp_path, given):
    """My model has inputs for an extent and polygons; if both are empty, the whole product is masked."""
    source = QgsProcessingModelChildParameterSource
    model = QgsProcessingModelAlgorithm("mask an area", "tests")
    for parameter in (
        QgsProcessingParameterExtent("extent", "Extent", optional=True),
        QgsProcessingParameterFeatureSource("polygons", "Polygons", optional=True),
    ):
        model.addModelParameter(parameter, QgsProcessingModelParameter(parameter.name()))
    add_step(
        model,
        "mask",
        "clouds2mask:maskscene",
        INPUT=source.fromStaticValue(str(product)),
        RESOLUTION=source.fromExpression("10 * 2"),
        EXTENT=source.fromModelParameter("extent"),
        AREA=source.fromModelParameter("polygons"),
    )
    keep_output(model, "mask", "OUTPUT", "mask")
    model.initAlgorithm()
    output = str(tmp_path / "m.tif")
    _, fine = model.run({**given, destination(model, "mask"): output}, QgsProcessingContext(), QgsProcessingFeedback())
    assert fine
    values, corner = opened(output)
    assert values.shape == ((30, 30) if given.get("extent") else (60, 60))
    assert corner == (0, 0)


@pytest.mark.parametrize("extent", ["179.99,-179.98,-16.32,-16.28", "179.99,180.02,-16.32,-16.28"])
def test_an_extent_crosses_the_antimeridian(run, make_product, tmp_path, extent):
    """West is east of east, or beyond 180 degrees: 3 km are masked, not the rest of the world."""
    island = make_product(FLAT, metres=12000, tile="T01KAB", epsg=32701, origin=(174000, 8200000))
    result = run("maskscene", INPUT=str(island), EXTENT=f"{extent} [EPSG:4326]", OUTPUT=str(tmp_path / "a.tif"))
    with rasterio.open(result["OUTPUT"]) as dataset:
        height, width = dataset.shape
        inside = np.mean(dataset.read(1) != 255)
    assert 155 <= width <= 172, "3.2 km, a little more at an angle"
    assert 220 <= height <= 232
    assert inside > 0.9


def test_an_extent_in_metres_is_not_turned_around(product):
    """Metres do not go around the world: the message names the extent."""
    extent = f"{LEFT + 600},{LEFT},{TOP - 1000},{TOP} [EPSG:32633]"
    assert unnamed(refusal("maskscene", INPUT=str(product), EXTENT=extent), "EXTENT", extent) == []


def test_the_table_of_tiles_on_the_antimeridian_has_parts_on_both_sides(run, make_product, product, tmp_path):
    """Their footprints do not span the world; beside them, other footprints have one part."""
    island = make_product(FLAT, metres=12000, tile="T01KAB", epsg=32701, origin=(174000, 8200000))
    folders = {"OUTPUT_FOLDER": str(tmp_path / "out"), "TABLE": str(tmp_path / "table.gpkg")}
    table = QgsVectorLayer(run("maskscenes", INPUTS=[str(island), str(product)], **folders)["TABLE"], "table")
    parts = {}
    for feature in table.getFeatures():
        boxes = [part.boundingBox() for part in feature.geometry().asGeometryCollection()]
        parts[feature["tile"]] = sorted((round(box.xMinimum(), 1), round(box.xMaximum(), 1)) for box in boxes)
    assert parts == {"T01KAB": [(-180, -179.9), (179.9, 180)], "T33UUU": [(12, 12)]}
