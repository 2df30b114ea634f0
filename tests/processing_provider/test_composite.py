"""`clouds2mask:composite`: combine the clear observations of several scenes."""

from __future__ import annotations

from datetime import datetime, timezone

import numpy as np
import pytest
import rasterio
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
)
from rasterio.transform import from_origin

from ...ui.shared.animation import set_time
from .conftest import FLAT, run_step, stopped, unnamed

NAMES = ("S2A_20170402T102021.tif", "S2A_20170412T102021.tif")


@pytest.fixture
def scenes(tmp_path):
    """Two scenes of two pixels, of 100 and 300, with a mask each: cloud over the first pixel of the second date."""
    paths = []
    for name, value, mask in zip(NAMES, (100, 300), ([[0, 0]], [[1, 0]])):
        place = {"crs": "EPSG:32633", "transform": from_origin(300000, 5900040, 20, 20), "width": 2, "height": 1}
        with rasterio.open(tmp_path / name, "w", driver="GTiff", count=1, dtype="uint16", nodata=0, **place) as dataset:
            dataset.write(np.full((1, 1, 2), value, np.uint16))
        with rasterio.open(
            tmp_path / f"mask_{name}", "w", driver="GTiff", count=1, dtype="uint8", nodata=255, **place
        ) as dataset:
            dataset.write(np.array([mask], np.uint8))
        paths.append((str(tmp_path / name), str(tmp_path / f"mask_{name}")))
    return paths


@pytest.mark.parametrize(
    ("method", "wanted"), [("median", [100, 200]), ("newest", [100, 300]), ("clearest", [100, 100])]
)
def test_a_composite_of_layers(run, scenes, tmp_path, method, wanted):
    """I choose scenes, masks and a method, and get an image without clouds, with a count of observations."""
    out = str(tmp_path / "out.tif")
    given = {"INPUTS": [scene for scene, _ in scenes], "MASKS": [mask for _, mask in scenes], "METHOD": method}
    results = run("composite", **given, OUTPUT=out)
    assert results["COVERED_PERCENT"] == 100
    with rasterio.open(out) as dataset:
        assert dataset.read()[:, 0].tolist() == [wanted, [1, 2]]
        assert dataset.descriptions == ("Band 1", "count")


def test_snow_and_water_are_clear_observations(run, scenes, tmp_path):
    """A lake has a value on every date without cloud; if I mask snow, its dates do not count."""
    with rasterio.open(scenes[1][1], "r+") as dataset:
        dataset.write(np.array([[[5, 4]]], np.uint8))
    out = str(tmp_path / "out.tif")
    given = {"INPUTS": [scene for scene, _ in scenes], "MASKS": [mask for _, mask in scenes], "OUTPUT": out}
    run("composite", **given)
    with rasterio.open(out) as dataset:
        assert dataset.read()[:, 0].tolist() == [[200, 200], [2, 2]]
    run("composite", CLASSES=["thick_cloud", "snow"], **given)
    with rasterio.open(out) as dataset:
        assert dataset.read()[:, 0].tolist() == [[200, 100], [2, 1]]


def test_all_tiles_are_in_the_result_and_the_log_names_those_that_add_nothing(run, feedback, scenes, tmp_path):
    """A tile beside the first one widens the image; a scene that is cloudy everywhere is named."""
    (first, mask), (second, _mask) = scenes
    with rasterio.open(first) as dataset:
        beside = {**dataset.profile, "transform": dataset.transform * rasterio.Affine.translation(3, 0)}
    with rasterio.open(tmp_path / "S2A_20170403T102021.tif", "w", **beside) as dataset:
        dataset.write(np.full((1, 1, 2), 700, np.uint16))
    cloudy = tmp_path / "cloudy.tif"
    with rasterio.open(mask) as source, rasterio.open(cloudy, "w", **source.profile) as dataset:
        dataset.write(np.ones((1, 1, 2), np.uint8))
    inputs = [first, str(tmp_path / "S2A_20170403T102021.tif"), second]
    with rasterio.open(tmp_path / "all clear.tif", "w", **{**beside, "dtype": "uint8", "nodata": 255}) as dataset:
        dataset.write(np.zeros((1, 1, 2), np.uint8))
    masks = [mask, str(tmp_path / "all clear.tif"), str(cloudy)]
    out = str(tmp_path / "out.tif")
    assert run("composite", INPUTS=inputs, MASKS=masks, OUTPUT=out)["COVERED_PERCENT"] == 80
    with rasterio.open(out) as dataset:
        assert dataset.read()[:, 0].tolist() == [[100, 100, 0, 700, 700], [1, 1, 0, 1, 1]]
    (warning,) = feedback.warnings
    assert NAMES[1] in warning


def test_a_class_can_be_accepted(run, scenes, tmp_path):
    """I can count thick cloud as clear for my purpose."""
    out = str(tmp_path / "out.tif")
    given = {"INPUTS": [scene for scene, _ in scenes], "MASKS": [mask for _, mask in scenes], "METHOD": "newest"}
    run("composite", **given, CLASSES=["shadow"], OUTPUT=out)
    with rasterio.open(out) as dataset:
        assert dataset.read(1).tolist() == [[300, 300]]


def test_clouds_can_have_a_buffer(run, scenes, tmp_path):
    """With a buffer of one pixel, the neighbour of a cloud is not used either."""
    out = str(tmp_path / "out.tif")
    given = {"INPUTS": [scene for scene, _ in scenes], "MASKS": [mask for _, mask in scenes], "METHOD": "newest"}
    run("composite", **given, BUFFER=20, OUTPUT=out)
    with rasterio.open(out) as dataset:
        assert dataset.read()[:, 0].tolist() == [[100, 100], [1, 1]]


def test_the_time_of_a_layer_is_used(run, scenes, tmp_path):
    """If I set a layer's time by hand, it decides which scene is the newest."""
    layers = [QgsRasterLayer(scene, "scene") for scene, _ in scenes]
    QgsProject.instance().addMapLayers(layers)
    set_time(layers[0], datetime(2020, 1, 1, tzinfo=timezone.utc))
    out = str(tmp_path / "out.tif")
    run("composite", INPUTS=layers, METHOD="newest", OUTPUT=out)
    with rasterio.open(out) as dataset:
        assert dataset.read(1).tolist() == [[100, 100]]


def test_products_of_all_baselines_can_be_combined(run, make_product, tmp_path):
    """Natural-colour layers with and without an offset give the reflectance that they share."""
    scenes, masks = [], []
    for baseline in ("02.06", "05.10"):
        product = make_product(FLAT, folder=tmp_path / baseline, baseline=baseline)
        given = {"INPUTS": [str(product)], "OUTPUT_FOLDER": str(tmp_path / f"masks {baseline}"), "RESOLUTION": 20}
        found = run("maskscenes", **given, TABLE=str(tmp_path / f"{baseline}.csv"))
        scenes += found["SCENES"]
        masks += found["MASKS"]
    for order, offset in ((slice(None), 0), (slice(None, None, -1), 1000)):
        out = tmp_path / f"out {offset}.tif"
        assert run("composite", INPUTS=scenes[order], MASKS=masks, OUTPUT=str(out))["COVERED_PERCENT"] == 100
        with rasterio.open(out) as dataset:
            values = dict(zip(dataset.descriptions, dataset.read()))
            assert dataset.offsets[:-1] == pytest.approx([-offset / 10000] * len(FLAT), abs=1e-8)
        assert (values.pop("count") == 2).all()
        assert values.keys() == FLAT.keys()
        for band, reflectance in FLAT.items():
            assert (values[band] == round(10000 * reflectance) + offset).all(), band


def test_layers_of_services_are_refused_before_the_run(scenes):
    """The message names the layer that is not a raster file, and its provider."""
    service = QgsRasterLayer("type=xyz&url=file:///nowhere/%7Bz%7D/%7Bx%7D/%7By%7D.png", "Map tiles", "wms")
    QgsProject.instance().addMapLayer(service)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:composite")
    for given in ({"INPUTS": [scenes[0][0], service]}, {"INPUTS": [scenes[0][0]], "MASKS": [service]}):
        fits, reason = algorithm.checkParameterValues({"OUTPUT": "TEMPORARY_OUTPUT", **given}, QgsProcessingContext())
        assert not fits
        assert unnamed(reason, "Map tiles", "wms") == []


def test_scenes_without_a_time_are_named(run, scenes, tmp_path):
    """The message names the scene without a time, and no file is left."""
    renamed = tmp_path / "summer.tif"
    (tmp_path / NAMES[0]).rename(renamed)
    out = tmp_path / "out.tif"
    with stopped("summer.tif"):
        run("composite", INPUTS=[str(renamed), scenes[1][0]], METHOD="newest", OUTPUT=str(out))
    assert not out.exists()


@pytest.mark.parametrize("which", ["INPUTS", "MASKS"])
def test_an_unreadable_layer_is_named(scenes, tmp_path, which):
    """In a model too, a missing scene or mask stops the step; without a mask, its clouds would count as clear."""
    given = {"INPUTS": [scene for scene, _ in scenes], "MASKS": [mask for _, mask in scenes]}
    given[which][1] = str(tmp_path / "gone.tif")
    _, log = run_step("composite", **given, METHOD="newest", OUTPUT=str(tmp_path / "out.tif"))
    assert unnamed(log, "gone.tif") == []
    assert not (tmp_path / "out.tif").exists()


def test_a_step_without_scenes_stops(tmp_path):
    """If an earlier step returns no scenes, the message names the parameter."""
    assert unnamed(run_step("composite", INPUTS=[], OUTPUT=str(tmp_path / "out.tif"))[1], "INPUTS") == []
