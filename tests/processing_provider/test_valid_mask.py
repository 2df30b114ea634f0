"""`clouds2mask:validmask`: a cloud mask in; 1 where the ground can be used, 0 elsewhere, out."""

from __future__ import annotations

import importlib.util

import numpy as np
import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProject

from ...processing_provider.parameter_values import Values
from ..rasters import read_raster, write_mask, write_raster

CLASSES = np.array([[0, 1, 0, 0], [0, 0, 2, 255], [3, 0, 0, 0]], np.uint8)


@pytest.fixture
def mask(tmp_path) -> str:
    """A mask of 3 x 4 pixels of 20 m."""
    tags = {"CLOUDS2MASK_SENSING_TIME": "2017-02-16T10:21:01+00:00"}
    return write_mask(tmp_path / "mask.tif", CLASSES, tags=tags)


def test_clear_is_1_and_everything_else_0(run, mask, tmp_path):
    """By default no class is usable but clear, and the share is of the pixels with data."""
    result = run("validmask", INPUT=mask, OUTPUT=str(tmp_path / "valid.tif"))
    assert np.array_equal(read_raster(result["OUTPUT"])[0], CLASSES == 0)
    assert result["USABLE_PERCENT"] == pytest.approx(100 * 8 / 11)


def test_the_options_reach_the_engine(run, mask, tmp_path):
    """Classes, buffer and smallest object are those that I chose."""
    given = {"INPUT": mask, "OUTPUT": str(tmp_path / "valid.tif")}
    run("validmask", CLASSES=["thick_cloud"], BUFFER=20, **given)
    assert read_raster(given["OUTPUT"])[0].tolist() == [[0, 0, 0, 1], [1, 0, 1, 0], [1, 1, 1, 1]]
    run("validmask", MIN_SIZE=0.05, **given)  # thick and thin cloud touch at a corner: two pixels
    assert read_raster(given["OUTPUT"])[0].tolist() == [[1, 0, 1, 1], [1, 1, 0, 0], [1, 1, 1, 1]]


def test_a_mask_without_data_has_no_share(run, tmp_path):
    """Where there is nothing to share, there is no number."""
    empty = write_mask(tmp_path / "empty.tif", np.full((3, 3), 255))
    assert run("validmask", INPUT=empty, OUTPUT=str(tmp_path / "valid.tif"))["USABLE_PERCENT"] is None


def test_it_is_styled_and_timed_when_it_is_loaded(mask, tmp_path):
    """On the map I read what is usable, at the time of the scene."""
    import processing

    output = str(tmp_path / "valid.tif")
    processing.runAndLoadResults("clouds2mask:validmask", {"INPUT": mask, "OUTPUT": output})
    (layer,) = QgsProject.instance().mapLayers().values()
    assert {int(c.value): c.label for c in layer.renderer().classes()} == {1: "Usable", 0: "Not usable"}
    alpha = {int(c.value): c.color.alpha() for c in layer.renderer().classes()}
    assert alpha[1] < 128 < alpha[0]  # the scene below stays visible where it can be used
    assert layer.temporalProperties().fixedTemporalRange().begin().toString("yyyy-MM-dd") == "2017-02-16"


def test_what_is_no_mask_is_told_and_leaves_nothing(run, tmp_path):
    """A raster of reflectance is named, and so is a buffer that has no metres."""
    folder = tmp_path / "out"
    folder.mkdir()
    bands = write_raster(tmp_path / "bands.tif", np.full((3, 3), 812))
    degrees = write_mask(tmp_path / "degrees.tif", np.zeros((3, 3)), crs="EPSG:4326", size=1e-3)
    for given, reason in (({"INPUT": bands}, "value 812"), ({"INPUT": degrees, "BUFFER": 100}, "not in metres")):
        with pytest.raises(QgsProcessingException, match=reason):
            run("validmask", OUTPUT=str(folder / "valid.tif"), **given)
    assert list(folder.iterdir()) == []


def test_cancelling_leaves_nothing(run, feedback, tmp_path):
    """Cancel stops within a moment, and no file is left."""
    mask = write_mask(tmp_path / "mask.tif", np.eye(3000, dtype=np.uint8))
    folder = tmp_path / "out"
    folder.mkdir()
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 10 else None)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("validmask", INPUT=mask, BUFFER=200, OUTPUT=str(folder / "valid.tif"))
    assert list(folder.iterdir()) == []


def test_only_what_is_needed_has_to_be_installed(monkeypatch):
    """Without ONNX Runtime the algorithm runs; without rasterio it says what to install."""
    find = importlib.util.find_spec
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:validmask")
    monkeypatch.setattr(
        "cloud_s2_mask.core.install.packages.find_spec", lambda n: None if n == "onnxruntime" else find(n)
    )
    assert algorithm.canExecute() == (True, "")
    monkeypatch.setattr("cloud_s2_mask.core.install.packages.find_spec", lambda n: None if n == "rasterio" else find(n))
    able, text = algorithm.canExecute()
    assert not able
    assert "rasterio" in text


def test_an_unknown_class_is_refused_in_a_step_of_a_model():
    """QGIS would take all classes for one that it does not know; here the step stops and names it."""
    made = QgsApplication.processingRegistry().algorithmById("clouds2mask:validmask").create()
    with pytest.raises(QgsProcessingException, match="CLASSES holds haze, but may hold only: thick_cloud"):
        made.rule(Values(made, {"CLASSES": ["thick_cloud", "haze"]}, QgsProcessingContext()))
