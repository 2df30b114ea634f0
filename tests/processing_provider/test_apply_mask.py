"""`clouds2mask:applymask`: set the masked pixels of a raster to nodata."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRasterLayer,
)

from ..rasters import read_raster, write_mask, write_raster
from .conftest import FLAT, at_swath_edge, stopped, unnamed

CLASSES = np.array([[0, 1, 0, 0], [0, 0, 2, 255], [3, 0, 0, 0]], np.uint8)


@pytest.fixture
def mask(tmp_path) -> str:
    """A mask of 3 x 4 pixels of 20 m."""
    tags = {"CLOUDS2MASK_SENSING_TIME": "2017-02-16T10:21:01+00:00"}
    return write_mask(tmp_path / "mask.tif", CLASSES, tags=tags)


def check(**parameters) -> tuple[bool, str]:
    """Check parameters before the run."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:applymask")
    return algorithm.checkParameterValues({"OUTPUT": "TEMPORARY_OUTPUT", **parameters}, QgsProcessingContext())


def test_masked_pixels_become_nodata(run, mask, tmp_path):
    """By default, cloud, shadow and pixels without data in the mask become nodata."""
    values = np.arange(1, 25).reshape(2, 3, 4)
    source = write_raster(tmp_path / "in.tif", values, names=["B04", "B08"])
    result = run("applymask", INPUT=source, MASK=mask, OUTPUT=str(tmp_path / "out.tif"))
    assert np.array_equal(read_raster(result["OUTPUT"]), np.where(CLASSES == 0, values, 0))
    assert result["MASKED_PERCENT"] == pytest.approx(100 * 4 / 12)
    with rasterio.open(result["OUTPUT"]) as dataset:
        assert (dataset.nodata, dataset.descriptions) == (0, ("B04", "B08"))


def test_snow_and_water_are_kept_unless_i_mask_them(run, tmp_path):
    """They are clear ground: my raster has data there, unless I choose their classes."""
    mask = write_mask(tmp_path / "mask.tif", [[0, 1, 4, 5, 255]])
    source = write_raster(tmp_path / "in.tif", np.full((1, 5), 7))
    given = {"INPUT": source, "MASK": mask, "OUTPUT": str(tmp_path / "out.tif")}
    run("applymask", **given)
    assert read_raster(given["OUTPUT"]).tolist() == [[[7, 0, 7, 7, 0]]]
    run("applymask", CLASSES=["thick_cloud", "water"], **given)
    assert read_raster(given["OUTPUT"]).tolist() == [[[7, 0, 7, 0, 0]]]


def test_an_empty_result_is_told(run, mask, feedback, tmp_path):
    """The mask hides everything: I read that this is no result."""
    source = write_raster(tmp_path / "in.tif", np.full((3, 4), 7))
    run("applymask", INPUT=source, MASK=mask, OUTPUT=str(tmp_path / "out.tif"))
    assert not any(warning.startswith("No pixel is left") for warning in feedback.warnings)
    feedback.warnings.clear()
    cloudy = write_mask(tmp_path / "cloudy.tif", np.ones((3, 4), np.uint8))
    assert run("applymask", INPUT=source, MASK=cloudy, OUTPUT=str(tmp_path / "out.tif"))["MASKED_PERCENT"] == 100
    (warning,) = feedback.warnings
    assert warning.startswith("No pixel is left")


def test_the_options_reach_the_engine(run, mask, tmp_path):
    """Classes, buffer, smallest object and nodata value are those I chose."""
    source = write_raster(tmp_path / "in.tif", np.full((3, 4), 7))
    given = {"INPUT": source, "MASK": mask, "OUTPUT": str(tmp_path / "out.tif"), "NODATA": 9}
    run("applymask", CLASSES=["shadow"], BUFFER=20, **given)
    assert read_raster(tmp_path / "out.tif")[0].tolist() == [[7, 7, 7, 7], [9, 7, 7, 9], [9, 9, 7, 7]]
    run("applymask", MIN_SIZE=0.05, **given)
    assert read_raster(tmp_path / "out.tif")[0].tolist() == [[7, 9, 7, 7], [7, 7, 9, 9], [7, 7, 7, 7]]


def test_a_mask_of_a_part_of_the_raster_is_said(run, feedback, mask, tmp_path):
    """The log names the share that the mask covers."""
    source = write_raster(tmp_path / "in.tif", np.full((3, 8), 7))
    run("applymask", INPUT=source, MASK=mask, OUTPUT=str(tmp_path / "out.tif"))
    (warning,) = [text for text in feedback.warnings if "mask.tif" in text]
    assert "45.8 %" in warning


def test_a_valid_mask_can_be_applied(run, mask, tmp_path):
    """A valid mask works like a cloud mask: pixels of value 1 keep their data."""
    valid = run("validmask", INPUT=mask, CLASSES=["thin_cloud"], OUTPUT=str(tmp_path / "valid.tif"))["OUTPUT"]
    source = write_raster(tmp_path / "in.tif", np.full((3, 4), 7))
    run("applymask", INPUT=source, MASK=valid, CLASSES=["shadow"], OUTPUT=str(tmp_path / "out.tif"))
    assert np.array_equal(read_raster(tmp_path / "out.tif")[0] == 7, ~np.isin(CLASSES, [2, 255]))


def test_a_layer_of_the_project_keeps_its_style_and_gets_its_time(mask, tmp_path):
    """The masked raster looks like the original with holes, and has the acquisition time of the mask."""
    import processing

    source = write_raster(tmp_path / "in.tif", np.ones((3, 3, 4)))
    layer = QgsRasterLayer(source, "scene")
    layer.renderer().setRedBand(3)
    layer.renderer().setBlueBand(1)
    QgsProject.instance().addMapLayer(layer)
    output = str(tmp_path / "out.tif")
    processing.runAndLoadResults("clouds2mask:applymask", {"INPUT": layer.id(), "MASK": mask, "OUTPUT": output})
    (made,) = [other for other in QgsProject.instance().mapLayers().values() if other is not layer]
    assert Path(made.source()) == Path(output)
    assert (made.renderer().redBand(), made.renderer().greenBand(), made.renderer().blueBand()) == (3, 2, 1)
    assert made.temporalProperties().fixedTemporalRange().begin().toString("yyyy-MM-dd") == "2017-02-16"
    assert layer.isValid()


def test_the_layer_of_a_product_is_masked(run, make_product, tmp_path):
    """I can mask the natural-colour layer beside a mask, which reads the product itself."""
    result = run(
        "maskscene", INPUT=str(make_product(at_swath_edge())), KEEP_VRT=True, OUTPUT=str(tmp_path / "mask.tif")
    )
    assert Path(result["SCENE"]) == tmp_path / "mask_bands.vrt"
    run("applymask", INPUT=result["SCENE"], MASK=result["OUTPUT"], OUTPUT=str(tmp_path / "out.tif"))
    clear = read_raster(result["OUTPUT"])[0] == 0
    out = read_raster(tmp_path / "out.tif")
    assert 0.5 < clear.mean() < 0.7
    assert np.array_equal(out[0], np.where(clear, 1000, 0))
    assert np.array_equal(out[2], np.where(clear, 800, 0))


def test_without_the_switch_there_is_no_layer_of_the_product(run, make_product, tmp_path):
    """Only the mask and its style are written, unless I ask for more."""
    folder = tmp_path / "out"
    folder.mkdir()
    result = run("maskscene", INPUT=str(make_product(FLAT)), OUTPUT=str(folder / "mask.tif"))
    assert result["SCENE"] is None
    assert sorted(path.name for path in folder.iterdir()) == ["mask.qml", "mask.tif"]


def test_wrong_parameters_are_refused_before_the_run(mask, tmp_path):
    """The message names the parameter without a class or a mask, or the layer that is not a file."""
    source = write_raster(tmp_path / "in.tif", np.ones((3, 4)))
    assert check(INPUT=source, MASK=mask) == (True, "")
    service = QgsRasterLayer("type=xyz&url=file:///nowhere/%7Bz%7D/%7Bx%7D/%7By%7D.png", "Map tiles", "wms")
    QgsProject.instance().addMapLayer(service)
    for given, values in (
        ({"INPUT": source, "MASK": mask, "CLASSES": []}, ("thick_cloud", "thin_cloud", "shadow")),
        ({"INPUT": source}, ("MASK",)),
        ({"INPUT": source, "MASK": mask, "BUFFER": -1}, ("BUFFER", "-1")),
        ({"INPUT": service, "MASK": mask}, ("Map tiles", "wms")),
    ):
        fits, text = check(**given)
        assert not fits
        assert unnamed(text, *values) == [], text


def test_an_unusable_input_is_named_and_leaves_no_file(run, mask, tmp_path):
    """The message names a mask of another area, a raster that is not a mask, or a value that cannot be stored."""
    source = write_raster(tmp_path / "in.tif", np.full((3, 4), 812))
    far = write_raster(tmp_path / "far.tif", np.ones((3, 4)), left=500000.0)
    folder = tmp_path / "out"
    folder.mkdir()
    for given, values in (
        ({"INPUT": far, "MASK": mask}, ("far.tif", "mask.tif")),
        ({"INPUT": source, "MASK": source}, ("in.tif", 812)),
        ({"INPUT": source, "MASK": mask, "NODATA": -1}, ("in.tif", -1)),
    ):
        with stopped(*values):
            run("applymask", OUTPUT=str(folder / "out.tif"), **given)
    assert list(folder.iterdir()) == []


def test_cancelling_leaves_no_file(run, feedback, tmp_path):
    """Cancel stops the run quickly and leaves no file."""
    source = write_raster(tmp_path / "in.tif", np.ones((3000, 200)), compress="deflate")
    mask = write_mask(tmp_path / "mask.tif", np.zeros((3000, 200)))
    folder = tmp_path / "out"
    folder.mkdir()
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 20 else None)
    with stopped("Cancelled"):
        run("applymask", INPUT=source, MASK=mask, OUTPUT=str(folder / "out.tif"))
    assert feedback.progress() < 90
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["applymask", "validmask"])
def test_every_parameter_is_explained_and_rare_ones_are_folded_away(name):
    """I understand the parameters without a manual, and rare ones are advanced."""
    made = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    assert {d.name() for d in made.parameterDefinitions() if d.flags() & advanced} <= {"MIN_SIZE", "NODATA"}
    assert all(d.description()[0].isupper() for d in made.parameterDefinitions())
    assert all(output.description() for output in made.outputDefinitions())
    assert len(made.shortHelpString()) > 500
    assert (made.groupId(), made.icon().isNull()) == ("using", False)
