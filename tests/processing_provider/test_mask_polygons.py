"""`clouds2mask:maskpolygons`: convert the classes of a mask to polygons."""

from __future__ import annotations

import json

import numpy as np
import pytest
from qgis.core import QgsCategorizedSymbolRenderer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime

from ..rasters import write_mask, write_raster
from .conftest import stopped

CLASSES = np.array([[1, 1, 0, 0, 0], [1, 1, 0, 3, 3], [0, 0, 255, 3, 3], [2, 2, 2, 255, 255]], np.uint8)
TAGS = {
    "CLOUDS2MASK_SENSING_TIME": "2017-02-16T10:21:01+00:00",
    "CLOUDS2MASK_PRODUCT": "S2A_A",
    "CLOUDS2MASK_TILE": "T33UUU",
    "CLOUDS2MASK_MODEL": "ukis-6b-l1c",
    "CLOUDS2MASK_CLASSES": json.dumps({"0": "Clear", "1": "Cloud", "3": "Cloud shadow"}),
}


@pytest.fixture
def mask(tmp_path) -> str:
    """A mask of 4 x 5 pixels of 20 m."""
    return write_mask(tmp_path / "mask.tif", CLASSES, tags=TAGS)


@pytest.fixture
def rows(run, tmp_path):
    """Run the algorithm and return the layer that it has written."""

    def made(mask: str, **options) -> QgsVectorLayer:
        output = run("maskpolygons", INPUT=mask, OUTPUT=str(tmp_path / "out.gpkg"), **options)["OUTPUT"]
        layer = QgsVectorLayer(output, "out", "ogr")
        assert layer.isValid()
        return layer

    return made


def test_polygons_have_class_area_date_and_product(rows, mask):
    """Each patch of cloud and shadow has its facts, in the CRS of the mask."""
    layer = rows(mask, TOLERANCE=0)
    assert layer.crs().authid() == "EPSG:32633"
    assert layer.fields().names()[1:] == [
        *("class", "name", "area_m2", "area_ha", "sensing_time", "product", "tile", "model"),
    ]
    found = sorted(feature.attributes()[1:5] for feature in layer.getFeatures())
    assert found == [
        [1, "Cloud", 1600, 0.16],
        [2, "Thin cloud", 1200, 0.12],
        [3, "Cloud shadow", 1600, 0.16],
    ]
    for feature in layer.getFeatures():
        assert feature.geometry().area() == pytest.approx(feature["area_m2"])
        assert (feature["product"], feature["tile"], feature["model"]) == ("S2A_A", "T33UUU", "ukis-6b-l1c")
        assert feature["sensing_time"].toUTC() == QDateTime.fromString("2017-02-16T10:21:01Z", 1)


def test_the_options_reach_the_engine(rows, mask):
    """Classes, smallest polygon and simplification are those I chose."""
    assert [one["class"] for one in rows(mask, CLASSES=["shadow"]).getFeatures()] == [3]
    assert sorted(one["class"] for one in rows(mask, MIN_SIZE=0.13).getFeatures()) == [1, 3]
    corners = [
        sum(len(one.geometry().asPolygon()[0]) for one in rows(mask, CLASSES=["clear"], TOLERANCE=given).getFeatures())
        for given in (0, 1)
    ]
    assert corners[1] < corners[0]


def test_a_raster_without_tags_gives_polygons_without_facts(rows, tmp_path):
    """A mask of another program has classes and areas; in degrees it has no areas."""
    (one,) = rows(write_mask(tmp_path / "bare.tif", [[0, 1]])).getFeatures()
    assert one.attributes()[1:4] == [1, "Thick cloud", 400]
    assert [str(value) for value in one.attributes()[5:]] == ["NULL"] * 4
    (one,) = rows(write_mask(tmp_path / "degrees.tif", [[0, 1]], crs="EPSG:4326", size=1e-3)).getFeatures()
    assert str(one["area_m2"]) == "NULL"


def test_loaded_polygons_have_the_colours_of_the_classes_and_their_time(mask, tmp_path):
    """On the map, they look as the mask does, are named by its date, and the temporal controller shows them."""
    import processing

    processing.runAndLoadResults("clouds2mask:maskpolygons", {"INPUT": mask, "OUTPUT": str(tmp_path / "out.gpkg")})
    (layer,) = QgsProject.instance().mapLayers().values()
    renderer = layer.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    assert renderer.classAttribute() == "class"
    shown = {one.value(): (one.label(), one.symbol().color().getRgb()[:3]) for one in renderer.categories()}
    assert shown == {
        1: ("Cloud", (213, 94, 0)),
        2: ("Thin cloud", (240, 228, 66)),
        3: ("Cloud shadow", (0, 114, 178)),
    }
    assert layer.temporalProperties().isActive()
    assert layer.temporalProperties().startField() == "sensing_time"
    [title] = {f"{feature['sensing_time'].toString('yyyy-MM-dd')} {feature['tile']}" for feature in layer.getFeatures()}
    assert layer.name() == f"Polygons, {title}"


def test_an_unusable_mask_is_named_and_leaves_no_file(run, tmp_path):
    """The message names a raster of reflectance, and a valid mask."""
    folder = tmp_path / "out"
    folder.mkdir()
    bands = write_raster(tmp_path / "bands.tif", np.full((3, 3), 812))
    valid = write_mask(tmp_path / "valid.tif", [[1, 0]], tags={"CLOUDS2MASK_KIND": "valid mask"})
    for given, values in ((bands, ("bands.tif", 812)), (valid, ("valid.tif",))):
        with stopped(*values):
            run("maskpolygons", INPUT=given, OUTPUT=str(folder / "out.gpkg"))
    assert list(folder.iterdir()) == []


def test_cancelling_leaves_no_file(run, feedback, tmp_path):
    """Cancel stops the run and leaves no file."""
    mask = write_mask(tmp_path / "mask.tif", np.eye(500, dtype=np.uint8))
    folder = tmp_path / "out"
    folder.mkdir()
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 20 else None)
    with stopped("Cancelled"):
        run("maskpolygons", INPUT=mask, OUTPUT=str(folder / "out.gpkg"))
    assert list(folder.iterdir()) == []
