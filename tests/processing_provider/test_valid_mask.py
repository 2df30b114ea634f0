"""`clouds2mask:validmask`: convert a cloud mask into usable (1) and not usable (0)."""

from __future__ import annotations

import importlib.util

import numpy as np
import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject

from ...processing_provider.parameter_values import Values
from ..rasters import read_raster, write_mask, write_raster
from .conftest import stopped, unnamed

CLASSES = np.array([[0, 1, 0, 0], [0, 0, 2, 255], [3, 0, 0, 0]], np.uint8)


@pytest.fixture
def mask(tmp_path) -> str:
    """A mask of 3 x 4 pixels of 20 m."""
    tags = {"CLOUDS2MASK_SENSING_TIME": "2017-02-16T10:21:01+00:00"}
    return write_mask(tmp_path / "mask.tif", CLASSES, tags=tags)


def test_clear_is_1_and_the_rest_0(run, mask, tmp_path):
    """By default only clear is usable, and the share is of the pixels with data."""
    result = run("validmask", INPUT=mask, OUTPUT=str(tmp_path / "valid.tif"))
    assert np.array_equal(read_raster(result["OUTPUT"])[0], CLASSES == 0)
    assert result["USABLE_PERCENT"] == pytest.approx(100 * 8 / 11)


def test_snow_and_water_are_usable_unless_i_exclude_them(run, tmp_path):
    """Whoever masks clouds keeps lakes, and may leave them out."""
    given = {"INPUT": write_mask(tmp_path / "mask.tif", [[0, 1, 4, 5, 255]]), "OUTPUT": str(tmp_path / "valid.tif")}
    assert run("validmask", **given)["USABLE_PERCENT"] == 75
    assert read_raster(given["OUTPUT"])[0].tolist() == [[1, 0, 1, 1, 0]]
    run("validmask", CLASSES=["thick_cloud", "water"], **given)
    assert read_raster(given["OUTPUT"])[0].tolist() == [[1, 0, 1, 0, 0]]


def test_the_options_reach_the_engine(run, mask, tmp_path):
    """Classes, buffer and smallest object are those I chose."""
    given = {"INPUT": mask, "OUTPUT": str(tmp_path / "valid.tif")}
    run("validmask", CLASSES=["thick_cloud"], BUFFER=20, **given)
    assert read_raster(given["OUTPUT"])[0].tolist() == [[0, 0, 0, 1], [1, 0, 1, 0], [1, 1, 1, 1]]
    run("validmask", MIN_SIZE=0.05, **given)  # thick and thin cloud touch at a corner: two pixels
    assert read_raster(given["OUTPUT"])[0].tolist() == [[1, 0, 1, 1], [1, 1, 0, 0], [1, 1, 1, 1]]


def test_a_mask_without_data_has_no_share(run, tmp_path):
    """If the mask has no data, the share is empty."""
    empty = write_mask(tmp_path / "empty.tif", np.full((3, 3), 255))
    assert run("validmask", INPUT=empty, OUTPUT=str(tmp_path / "valid.tif"))["USABLE_PERCENT"] is None


def test_a_loaded_valid_mask_has_its_style_and_time(mask, tmp_path):
    """On the map, I see usable and unusable pixels at the time of the scene."""
    import processing

    output = str(tmp_path / "valid.tif")
    processing.runAndLoadResults("clouds2mask:validmask", {"INPUT": mask, "OUTPUT": output})
    (layer,) = QgsProject.instance().mapLayers().values()
    assert {int(c.value): c.label for c in layer.renderer().classes()} == {1: "Usable", 0: "Not usable"}
    alpha = {int(c.value): c.color.alpha() for c in layer.renderer().classes()}
    assert alpha[1] < 128 < alpha[0]  # the scene stays visible where it is usable
    assert layer.temporalProperties().fixedTemporalRange().begin().toString("yyyy-MM-dd") == "2017-02-16"


def test_an_unusable_mask_is_named_and_leaves_no_file(run, tmp_path):
    """The message names a raster of reflectance, or a mask in degrees if I set a buffer."""
    folder = tmp_path / "out"
    folder.mkdir()
    bands = write_raster(tmp_path / "bands.tif", np.full((3, 3), 812))
    degrees = write_mask(tmp_path / "degrees.tif", np.zeros((3, 3)), crs="EPSG:4326", size=1e-3)
    for given, values in (
        ({"INPUT": bands}, ("bands.tif", 812)),
        ({"INPUT": degrees, "BUFFER": 100}, ("degrees.tif", "metres")),
    ):
        with stopped(*values):
            run("validmask", OUTPUT=str(folder / "valid.tif"), **given)
    assert list(folder.iterdir()) == []


def test_cancelling_leaves_no_file(run, feedback, tmp_path):
    """Cancel stops the run quickly and leaves no file."""
    mask = write_mask(tmp_path / "mask.tif", np.eye(3000, dtype=np.uint8))
    folder = tmp_path / "out"
    folder.mkdir()
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 10 else None)
    with stopped("Cancelled"):
        run("validmask", INPUT=mask, BUFFER=200, OUTPUT=str(folder / "valid.tif"))
    assert list(folder.iterdir()) == []


def test_only_rasterio_has_to_be_installed(monkeypatch):
    """Without ONNX Runtime the algorithm runs; without rasterio it names the missing package."""
    find = importlib.util.find_spec
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:validmask")
    monkeypatch.setattr(
        "cloud_s2_mask.core.install.packages.find_spec", lambda n: None if n == "onnxruntime" else find(n)
    )
    assert algorithm.canExecute() == (True, "")
    monkeypatch.setattr("cloud_s2_mask.core.install.packages.find_spec", lambda n: None if n == "rasterio" else find(n))
    able, text = algorithm.canExecute()
    assert not able
    assert unnamed(text, "rasterio") == []


def test_an_unknown_class_is_refused_in_a_step_of_a_model():
    """QGIS would replace an unknown class by all classes; here the step stops and names it."""
    made = QgsApplication.processingRegistry().algorithmById("clouds2mask:validmask").create()
    with stopped("CLASSES", "haze", "thick_cloud"):
        made.rule(Values(made, {"CLASSES": ["thick_cloud", "haze"]}, QgsProcessingContext()))
