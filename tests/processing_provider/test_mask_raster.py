"""`clouds2mask:maskraster`: mask a raster layer and return the shares of the classes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QDateTime, QEventLoop, Qt, QTimer
from rasterio.transform import from_origin

from .conftest import FLAT, add_step, at_swath_edge, destination, keep_output, shares, stopped, unnamed

BANDS = {"BLUE": 1, "GREEN": 2, "RED": 3, "NIR": 4, "SWIR1": 5, "SWIR2": 6}


@pytest.fixture
def raster(tmp_path) -> Callable[..., Path]:
    """Write 60 x 60 uniform pixels of 20 m, a third of them without data."""

    def write(name: str = "stack.tif", names: tuple[str, ...] = (), **profile: Any) -> Path:
        values = np.stack([np.full((60, 60), 10000 * value) for value in FLAT.values()])
        values[:, :, :20] = 0
        profile = {
            "driver": "GTiff",
            "count": 6,
            "height": 60,
            "width": 60,
            "dtype": "uint16",
            "crs": "EPSG:32633",
            "transform": from_origin(412345, 5812345, 20, 20),
            **profile,
        }
        values = values[: profile["count"]].astype(profile["dtype"])
        with rasterio.open(tmp_path / name, "w", **profile) as dataset:
            dataset.write(values)
            for number, text in enumerate(names, start=1):
                dataset.set_band_description(number, text)
        return tmp_path / name

    return write


def check(**parameters: Any) -> tuple[bool, str]:
    """Check parameters before the run."""
    made = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskraster")
    return made.checkParameterValues({"OUTPUT": "TEMPORARY_OUTPUT", **parameters}, QgsProcessingContext())


def read(mask: str) -> np.ndarray:
    """Read the classes of a mask."""
    with rasterio.open(mask) as dataset:
        return dataset.read(1)


def test_the_mask_has_the_grid_of_the_raster(run, raster, tmp_path):
    """I choose a layer and its bands, and get a mask on its grid; the shares are those of the mask."""
    output = str(tmp_path / "mask.tif")
    result = run("maskraster", INPUT=str(raster()), **BANDS, LEVEL="L1C", OUTPUT=output)
    counted = shares(output)
    assert result["OUTPUT"] == output
    assert result["CLEAR_PERCENT"] == pytest.approx(counted["clear"])
    assert result["CLOUD_PERCENT"] == pytest.approx(counted["thick_cloud"] + counted["thin_cloud"])
    assert result["SHADOW_PERCENT"] == pytest.approx(counted["shadow"])
    with rasterio.open(output) as dataset:
        assert dataset.transform.to_gdal() == (412345, 20, 0, 5812345, 0, -20)
        assert dataset.shape == (60, 60)
        assert dataset.tags()["CLOUDS2MASK_MODEL"] == "ukis-6b-l1c+ukis-4b-l1c"
        assert dataset.tags()["CLOUDS2MASK_PRODUCT"] == "stack"
        assert (dataset.read(1) == 255).mean() == pytest.approx(1 / 3)
    assert sorted(path.name for path in tmp_path.glob("mask.*")) == ["mask.qml", "mask.tif"]


def test_a_stack_of_band_files_gets_the_mask_of_the_product(run, make_product, tmp_path):
    """If I stack the band files of a product with QGIS, the mask equals that of the product."""
    import processing

    product = make_product(at_swath_edge(), level="L2A", baseline="05.10", resolutions_levels=1)
    files = [str(next(product.rglob(f"*_{band}_10m.jp2"))) for band in ("B02", "B03", "B04", "B08")]
    stack = str(tmp_path / "stack.vrt")
    processing.run("gdal:buildvirtualraster", {"INPUT": files, "SEPARATE": True, "OUTPUT": stack})
    numbers = {name: BANDS[name] for name in ("BLUE", "GREEN", "RED", "NIR")}
    options = {"MODEL": "ukis-4b-l2a", "RESOLUTION": 20}
    one = run("maskraster", INPUT=stack, **numbers, OFFSET=-0.1, **options, OUTPUT=str(tmp_path / "1.tif"))
    other = run("maskscene", INPUT=str(product), **options, OUTPUT=str(tmp_path / "2.tif"))
    assert np.array_equal(read(one["OUTPUT"]), read(other["OUTPUT"]))


def test_a_raster_is_masked_at_any_resolution(run, raster, tmp_path):
    """A raster can be masked at 12.5 m; for products, only whole numbers are accepted."""
    mask = run("maskraster", INPUT=str(raster()), **BANDS, RESOLUTION=12.5, OUTPUT=str(tmp_path / "mask.tif"))
    with rasterio.open(mask["OUTPUT"]) as dataset:
        assert dataset.res == (12.5, 12.5)


def test_the_options_reach_the_engine(run, raster, tmp_path):
    """Level, resolution, scale, offset, nodata, buffer and model are those I chose; bands are found by name."""
    path = raster(names=("blue", "green", "red", "nir", "swir16", "swir22"), dtype="float32", nodata=-1)
    run(
        "maskraster",
        INPUT=str(path),
        LEVEL="L2A",
        RESOLUTION=30,
        SCALE=0.0002,
        OFFSET=-0.05,
        NODATA=0,
        BUFFER=60,
        TIME=QDateTime.fromString("2024-05-01T10:20:30Z", Qt.DateFormat.ISODate),
        OUTPUT=str(tmp_path / "mask.tif"),
    )
    with rasterio.open(tmp_path / "mask.tif") as dataset:
        tags = dataset.tags()
        assert dataset.res == (30, 30)
        assert (dataset.read(1)[:, :13] == 255).all()
    assert tags["CLOUDS2MASK_MODEL"] == "ukis-6b-l2a+ukis-4b-l2a"
    assert '"B02": [1, 0.0002, -0.05, 0.0]' in tags["CLOUDS2MASK_OPTIONS"]
    assert '"buffer_m": 60.0' in tags["CLOUDS2MASK_OPTIONS"]
    assert tags["CLOUDS2MASK_SENSING_TIME"] == "2024-05-01T10:20:30+00:00"


def test_without_short_wave_infrared_four_bands_are_used(run, raster, tmp_path):
    """A raster of blue, green, red and near infrared is masked with the network of four bands."""
    result = run(
        "maskraster", INPUT=str(raster(count=4)), BLUE=1, GREEN=2, RED=3, NIR=4, OUTPUT=str(tmp_path / "m.tif")
    )
    with rasterio.open(result["OUTPUT"]) as dataset:
        assert dataset.tags()["CLOUDS2MASK_MODEL"] == "ukis-4b-l2a"


def test_the_mask_of_an_area_equals_that_part_of_the_whole(run, raster, tmp_path):
    """If I mask a part of the raster, I get that part of its mask."""
    path = str(raster())
    whole = run("maskraster", INPUT=path, **BANDS, OUTPUT=str(tmp_path / "whole.tif"))["OUTPUT"]
    extent = "412645,413145,5811845,5812245 [EPSG:32633]"
    part = run("maskraster", INPUT=path, **BANDS, EXTENT=extent, OUTPUT=str(tmp_path / "part.tif"))["OUTPUT"]
    assert np.array_equal(read(part), read(whole)[5:25, 15:40])
    with rasterio.open(part) as dataset:
        assert dataset.transform.to_gdal() == (412645, 20, 0, 5812245, 0, -20)


def test_a_forgotten_scale_causes_a_warning(run, feedback, raster, tmp_path):
    """Values that cannot be reflectance are masked, with a warning that names the raster."""
    run("maskraster", INPUT=str(raster(dtype="float32")), **BANDS, OUTPUT=str(tmp_path / "mask.tif"))
    (warning,) = feedback.warnings
    assert unnamed(warning, "stack") == []


def test_a_file_with_special_characters_is_masked(run, raster, tmp_path):
    """A file name may contain blanks, accents and characters with a meaning for GDAL."""
    path = raster("Été 100 % & 'mask'.tif")
    assert read(run("maskraster", INPUT=str(path), **BANDS, OUTPUT=str(tmp_path / "m.tif"))["OUTPUT"]).shape == (60, 60)


def test_subdatasets_and_archives_are_masked(run, raster, tmp_path):
    """A layer can also be a subdataset or a file in an archive."""
    import zipfile

    path = raster()
    with zipfile.ZipFile(tmp_path / "stack.zip", "w") as archive:
        archive.write(path, "inner/stack.tif")
    wanted = read(run("maskraster", INPUT=str(path), **BANDS, OUTPUT=str(tmp_path / "0.tif"))["OUTPUT"])
    for number, source in enumerate([f"GTIFF_DIR:1:{path}", f"/vsizip/{tmp_path}/stack.zip/inner/stack.tif"], start=1):
        layer = QgsRasterLayer(source, f"layer {number}")
        assert layer.isValid()
        QgsProject.instance().addMapLayer(layer)
        got = run("maskraster", INPUT=layer.id(), **BANDS, OUTPUT=str(tmp_path / f"{number}.tif"))["OUTPUT"]
        assert np.array_equal(read(got), wanted)


def test_the_mask_has_its_style_and_the_time_of_the_layer(raster, tmp_path):
    """On the map, the mask has the colours of its classes and the layer's time, if the layer has one."""
    import processing

    project = QgsProject.instance()
    for name in ("timed", "timeless"):
        layer = QgsRasterLayer(str(raster(f"{name}.tif")), name)
        if name == "timed":
            instant = QDateTime.fromString("2024-05-01T10:20:30Z", Qt.DateFormat.ISODate)
            layer.temporalProperties().setFixedTemporalRange(QgsDateTimeRange(instant, instant))
            layer.temporalProperties().setIsActive(True)
        project.addMapLayer(layer)
        output = str(tmp_path / f"mask of {name}.tif")
        processing.runAndLoadResults("clouds2mask:maskraster", {"INPUT": layer.id(), **BANDS, "OUTPUT": output})
        mask = next(shown for shown in project.mapLayers().values() if Path(shown.source()) == Path(output))
        assert [item.label for item in mask.renderer().classes()] == ["Clear", "Cloud", "Cloud shadow"]
        assert mask.temporalProperties().isActive() == (name == "timed")
        if name == "timed":
            assert mask.temporalProperties().fixedTemporalRange().begin() == instant


def test_the_window_of_the_toolbox_loads_the_mask(raster, tmp_path):
    """A run in the background, as from the toolbox, adds the mask to the map with its style."""
    made = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskraster")
    output = str(tmp_path / "mask.tif")
    definition = QgsProcessingOutputLayerDefinition(output, QgsProject.instance())
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    task = QgsProcessingAlgRunnerTask(made, {"INPUT": str(raster()), **BANDS, "OUTPUT": definition}, context, feedback)
    loop = QEventLoop()
    finished: list[bool] = []
    task.executed.connect(lambda fine, _results: finished.append(fine))
    task.executed.connect(lambda *_results: loop.quit())
    QTimer.singleShot(60000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    assert finished == [True]
    assert list(context.layersToLoadOnCompletion()) == [output]
    assert context.layerToLoadOnCompletionDetails(output).postProcessor()


@pytest.mark.parametrize(
    ("file", "options", "values"),
    [
        ({"count": 3}, {"BLUE": 1, "GREEN": 2, "RED": 3}, ("stack", "B08", 3)),
        ({}, BANDS | {"RED": 2}, ("stack", 2, "B03", "B04")),
        ({}, BANDS | {"NIR": 7}, ("stack", 7, "B08")),
        ({}, BANDS | {"SCALE": 0}, ("scale", "0.0")),
        ({}, BANDS | {"OFFSET": -1000}, ("offset", "-1000.0")),
        ({}, BANDS | {"RESOLUTION": 0}, ("processing_res", 1000)),
        ({}, BANDS | {"LEVEL": "L2A", "MODEL": "ukis-6b-l1c"}, ("6 bands, L1C", "6 bands, L2A")),
        ({}, {"BLUE": 1, "GREEN": 2, "RED": 3, "NIR": 4, "MODEL": "ukis-6b-l2a"}, ("stack", "B11", "SWIR 1")),
        ({"crs": "EPSG:4326", "transform": from_origin(10, 50, 0.001, 0.001)}, BANDS, ("stack", "degrees")),
        ({"transform": from_origin(0, 0, 10, 20)}, BANDS, ("stack", "10 x 20")),
        ({"crs": None}, BANDS, ("stack", "coordinate reference system")),
    ],
)
def test_wrong_parameters_are_refused_before_the_run(raster, file, options, values):
    """The message names the raster, band, option or model that is wrong before anything is computed."""
    fits, text = check(INPUT=str(raster(**file)), **options)
    assert not fits
    assert unnamed(text, *values) == [], text


def test_layers_of_services_are_refused(raster):
    """The message names the layer that is not a raster file, its provider, and the format to export it to."""
    layer = QgsRasterLayer("type=xyz&url=https://example.invalid/{z}/{x}/{y}.png", "pictures", "wms")
    QgsProject.instance().addMapLayer(layer)
    fits, text = check(INPUT=layer, **BANDS)
    assert not fits
    assert unnamed(text, "pictures", "wms", "GeoTIFF") == []


def test_a_damaged_raster_is_named_and_leaves_no_file(run, raster, tmp_path):
    """The message names the truncated file, and no partial mask is left."""
    path = raster(compress="deflate")
    path.write_bytes(path.read_bytes()[:-200])
    folder = tmp_path / "out"
    folder.mkdir()
    with stopped("stack.tif"):
        run("maskraster", INPUT=str(path), **BANDS, OUTPUT=str(folder / "mask.tif"))
    assert list(folder.iterdir()) == []


def test_it_works_in_a_model(raster, tmp_path):
    """In a model, I can mask the layer of an earlier step and use its share of cloud."""
    source = QgsProcessingModelChildParameterSource
    model = QgsProcessingModelAlgorithm("mask a raster", "tests")
    model.addModelParameter(QgsProcessingParameterRasterLayer("layer", "Layer"), QgsProcessingModelParameter("layer"))
    bands = {name: source.fromStaticValue(number) for name, number in BANDS.items()}
    add_step(model, "mask", "clouds2mask:maskraster", INPUT=source.fromModelParameter("layer"), **bands)
    keep_output(model, "mask", "OUTPUT", "mask")
    model.initAlgorithm()
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    results, fine = model.run(
        {"layer": str(raster()), destination(model, "mask"): str(tmp_path / "m.tif")}, context, QgsProcessingFeedback()
    )
    assert fine
    counted = shares(tmp_path / "m.tif")
    assert results["CHILD_RESULTS"]["mask"]["CLOUD_PERCENT"] == pytest.approx(counted["thick_cloud"])


def test_only_an_area_of_the_raster_is_masked(run, raster, feedback, tmp_path):
    """A part of a raster gets the classes of the whole mask; if it has no data, a warning names the raster."""
    given = {"INPUT": str(raster()), **BANDS, "LEVEL": "L1C"}
    whole = read(run("maskraster", **given, OUTPUT=str(tmp_path / "whole.tif"))["OUTPUT"])
    extent = "412745,413145,5811545,5812145 [EPSG:32633]"
    part = read(run("maskraster", **given, EXTENT=extent, OUTPUT=str(tmp_path / "part.tif"))["OUTPUT"])
    assert np.array_equal(part, whole[10:40, 20:40])
    extent = "412345,412545,5811545,5812145 [EPSG:32633]"
    empty = read(run("maskraster", **given, EXTENT=extent, OUTPUT=str(tmp_path / "empty.tif"))["OUTPUT"])
    assert (empty == 255).all()
    assert any(unnamed(warning, "stack", "area of interest") == [] for warning in feedback.warnings)


def test_the_crs_that_qgis_was_given_is_used(run, raster, tmp_path):
    """The raster has no CRS; I set one on its layer, and the mask is there. Without one, the remedy is named."""
    path = raster("nowhere.tif", crs=None)
    layer = QgsRasterLayer(str(path), "nowhere", "gdal")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    result = run("maskraster", INPUT=layer, **BANDS, LEVEL="L1C", OUTPUT=str(tmp_path / "mask.tif"))
    usual = run("maskraster", INPUT=str(raster()), **BANDS, LEVEL="L1C", OUTPUT=str(tmp_path / "usual.tif"))
    assert np.array_equal(read(result["OUTPUT"]), read(usual["OUTPUT"]))
    with rasterio.open(result["OUTPUT"]) as dataset:
        assert (dataset.crs.to_epsg(), dataset.transform.to_gdal()[::3]) == (32633, (412345, 5812345))
    layer.setCrs(QgsCoordinateReferenceSystem())
    with stopped("nowhere", "'Assign projection'"):
        run("maskraster", INPUT=layer, **BANDS, LEVEL="L1C", OUTPUT=str(tmp_path / "none.tif"))


@pytest.mark.parametrize(
    ("tag", "profile", "given", "offset"),
    [
        ("05.10", {}, {}, -0.1),
        ("05.10", {}, {"OFFSET": 0}, 0),
        ("05.10", {"dtype": "float32"}, {"SCALE": 0.0001}, 0),
        ("02.06", {}, {}, 0),
        ("99.99", {}, {}, 0),
        ("new", {}, {}, 0),
    ],
)
def test_the_offset_of_a_tagged_baseline_is_used_with_a_warning(
    run, feedback, raster, tmp_path, tag, profile, given, offset
):
    """GDAL's view of a product tags its baseline but declares no offset: 0.1 is taken off, unless I say otherwise."""
    path = raster(**profile)
    with rasterio.open(path, "r+") as dataset:
        dataset.update_tags(PROCESSING_BASELINE=tag)
    result = run("maskraster", INPUT=str(path), **BANDS, LEVEL="L1C", **given, OUTPUT=str(tmp_path / "mask.tif"))
    with rasterio.open(result["OUTPUT"]) as dataset:
        reading = json.loads(dataset.tags()["CLOUDS2MASK_OPTIONS"])["reading"]
    assert [values[2] for values in reading.values()] == pytest.approx([offset] * 6)
    assert sum(f"baseline {tag}" in warning for warning in feedback.warnings) == (1 if offset else 0)


def test_models_of_rules_are_not_offered():
    """Rules need a product with its angles, so I cannot choose them for a raster."""
    registry = QgsApplication.processingRegistry()
    offered = {
        name: registry.algorithmById(f"clouds2mask:{name}").parameterDefinition("MODEL").options()
        for name in ("maskraster", "maskscene")
    }
    assert set(offered["maskscene"]) - set(offered["maskraster"]) == {"fmask"}
