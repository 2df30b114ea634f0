"""Example models that branch on or filter by the shares of a mask."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
import rasterio
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelComponent,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ...processing_provider import provider
from .conftest import FLAT, at_swath_edge, shares, unnamed

MODELS = Path(provider.__file__).parent / "example_models"
BRIGHT = dict.fromkeys(FLAT, 0.6)
"""Bands of a product with some cloud and more clear pixels."""
NO_DATA = {band: np.full((60 if band in {"B11", "B12"} else 120,) * 2, np.nan) for band in FLAT}
NAMES = ("mask_and_branch_on_cloud_share", "season_table_for_an_area")


def load(name: str) -> QgsProcessingModelAlgorithm:
    """Load an example model."""
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(MODELS / f"{name}.model3"))
    return model


@pytest.fixture
def run_model(feedback):
    """Run a model as the toolbox does; return its outputs by title."""
    import processing

    def run(name: str, outputs: dict[str, str], **parameters) -> dict[str, str]:
        model = load(name)
        named = {output.name(): outputs[output.description()] for output in model.outputDefinitions()}
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        results = processing.run(model, {**parameters, **named}, context=context, feedback=feedback)
        return {output.description(): results.get(output.name()) for output in model.outputDefinitions()}

    return run


def boxes(model: QgsProcessingModelAlgorithm) -> list[QgsProcessingModelComponent]:
    """Return all boxes in the designer: inputs, steps and outputs."""
    steps = model.childAlgorithms().values()
    outputs = [output for step in steps for output in step.modelOutputs().values()]
    return [*model.parameterComponents().values(), *steps, *outputs]


@pytest.mark.parametrize("name", NAMES)
def test_a_model_can_be_read_in_the_designer(name):
    """In the designer, every input is explained and no box overlaps another."""
    model = load(name)
    assert model.validate() == (True, [])
    assert model.displayName()
    assert model.group() == "CloudS2Mask"
    help_content = model.helpContent()
    assert len(help_content["ALG_DESC"]) > 100
    for definition in model.parameterDefinitions():
        assert help_content[definition.description() if ":" in definition.name() else definition.name()]
    for one, other in itertools.combinations(boxes(model), 2):
        apart = one.position() - other.position()
        sizes = one.size() + other.size()
        assert abs(apart.x()) >= sizes.width() / 2 or abs(apart.y()) >= sizes.height() / 2


@pytest.mark.parametrize(("bands", "limit", "masked"), [(BRIGHT, 20, True), (BRIGHT, 1, False), (NO_DATA, 99, False)])
def test_the_image_is_masked_if_there_are_few_clouds(run_model, feedback, make_product, tmp_path, bands, limit, masked):
    """Within the limit, the image has no clouds; above it, or without data, a warning names the limit."""
    product = Path(make_product(bands))
    outputs = {"Cloud mask": str(tmp_path / "mask.tif"), "Image without clouds": str(tmp_path / "image.tif")}
    image = str(next(product.rglob("*_B04.jp2")))
    run_model("mask_and_branch_on_cloud_share", outputs, product=str(product), image=image, most_cloud=limit)
    assert Path(outputs["Cloud mask"]).exists()
    assert Path(outputs["Image without clouds"]).exists() == masked
    if masked:
        with rasterio.open(outputs["Image without clouds"]) as dataset:
            without = 100 * np.mean(dataset.read(1) == dataset.nodata)
        assert without == pytest.approx(100 - shares(outputs["Cloud mask"])["clear"])
    messages = feedback.warnings + feedback.errors  # depends on the version of QGIS
    assert any(unnamed(text, f"is {limit} %") == [] for text in messages) != masked


@pytest.mark.parametrize(("least_clear", "usable"), [(0, ["T33UAA", "T33UBB"]), (100, ["T33UAA"])])
def test_the_season_table_keeps_the_scenes_that_are_clear_enough(
    run_model, make_product, tmp_path, least_clear, usable
):
    """All scenes are listed; only those with enough clear pixels are usable, and one without data never is."""
    for tile, bands in (("T33UAA", at_swath_edge()), ("T33UBB", BRIGHT), ("T33UCC", NO_DATA)):
        make_product(bands, folder=tmp_path / "season", tile=tile)
    outputs = {
        "Masks": str(tmp_path / "masks"),
        "All scenes": str(tmp_path / "all.gpkg"),
        "Usable scenes": str(tmp_path / "usable.gpkg"),
    }
    given = {"folder": str(tmp_path / "season"), "least_clear": least_clear}
    run_model("season_table_for_an_area", outputs, **given)
    rows = {
        title: {row["tile"]: row.attributeMap() for row in QgsVectorLayer(outputs[title], title, "ogr").getFeatures()}
        for title in ("All scenes", "Usable scenes")
    }
    assert sorted(rows["All scenes"]) == ["T33UAA", "T33UBB", "T33UCC"]
    assert rows["All scenes"]["T33UCC"]["clear"] == NULL
    assert sorted(rows["Usable scenes"]) == usable
    row = rows["Usable scenes"]["T33UAA"]
    assert row["clear"] == pytest.approx(shares(row["mask"])["clear"])


def test_the_season_table_covers_the_area(run_model, make_product, tmp_path):
    """The masks are cut to the extent or polygons that I choose."""
    make_product(FLAT, folder=tmp_path / "season")
    polygons = QgsVectorLayer("Polygon?crs=EPSG:32633", "area", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(300000, 5899640, 300600, 5900040)))
    polygons.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(polygons)
    areas = {"extent": "300000,300600,5899640,5900040 [EPSG:32633]", "polygons": polygons.id()}
    for name, area in areas.items():
        folder = tmp_path / name
        outputs = {
            "Masks": str(folder / "masks"),
            "All scenes": str(folder / "all.gpkg"),
            "Usable scenes": str(folder / "usable.gpkg"),
        }
        folder.mkdir()
        run_model("season_table_for_an_area", outputs, folder=str(tmp_path / "season"), least_clear=50, **{name: area})
        (mask,) = (folder / "masks").glob("*.tif")
        with rasterio.open(mask) as dataset:
            assert dataset.shape == (20, 30)
