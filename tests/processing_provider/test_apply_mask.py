"""`clouds2mask:applymask`: a raster and a mask in; the raster without what is masked out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRasterLayer,
)

from ..rasters import read_raster, write_mask, write_raster
from .conftest import FLAT, at_swath_edge

CLASSES = np.array([[0, 1, 0, 0], [0, 0, 2, 255], [3, 0, 0, 0]], np.uint8)


@pytest.fixture
def mask(tmp_path) -> str:
    """A mask of 3 x 4 pixels of 20 m."""
    tags = {"CLOUDS2MASK_SENSING_TIME": "2017-02-16T10:21:01+00:00"}
    return write_mask(tmp_path / "mask.tif", CLASSES, tags=tags)


def check(**parameters) -> tuple[bool, str]:
    """What the algorithm says of parameters before it runs."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:applymask")
    return algorithm.checkParameterValues({"OUTPUT": "TEMPORARY_OUTPUT", **parameters}, QgsProcessingContext())


def test_masked_pixels_become_nodata(run, mask, tmp_path):
    """With nothing but raster and mask, all cloud and shadow goes, and what the mask does not know."""
    values = np.arange(1, 25).reshape(2, 3, 4)
    source = write_raster(tmp_path / "in.tif", values, names=["B04", "B08"])
    result = run("applymask", INPUT=source, MASK=mask, OUTPUT=str(tmp_path / "out.tif"))
    assert np.array_equal(read_raster(result["OUTPUT"]), np.where(CLASSES == 0, values, 0))
    assert result["MASKED_PERCENT"] == pytest.approx(100 * 4 / 12)
    with rasterio.open(result["OUTPUT"]) as dataset:
        assert (dataset.nodata, dataset.descriptions) == (0, ("B04", "B08"))


def test_the_options_reach_the_engine(run, mask, tmp_path):
    """Classes, buffer, smallest object and value are those that I chose."""
    source = write_raster(tmp_path / "in.tif", np.full((3, 4), 7))
    given = {"INPUT": source, "MASK": mask, "OUTPUT": str(tmp_path / "out.tif"), "NODATA": 9}
    run("applymask", CLASSES=["shadow"], BUFFER=20, **given)
    assert read_raster(tmp_path / "out.tif")[0].tolist() == [[7, 7, 7, 7], [9, 7, 7, 9], [9, 9, 7, 7]]
    run("applymask", MIN_SIZE=0.05, **given)
    assert read_raster(tmp_path / "out.tif")[0].tolist() == [[7, 9, 7, 7], [7, 7, 9, 9], [7, 7, 7, 7]]


def test_a_valid_mask_can_be_applied(run, mask, tmp_path):
    """The output of `validmask` says 1 where it is usable, and is understood so."""
    valid = run("validmask", INPUT=mask, CLASSES=["thin_cloud"], OUTPUT=str(tmp_path / "valid.tif"))["OUTPUT"]
    source = write_raster(tmp_path / "in.tif", np.full((3, 4), 7))
    run("applymask", INPUT=source, MASK=valid, CLASSES=["shadow"], OUTPUT=str(tmp_path / "out.tif"))
    assert np.array_equal(read_raster(tmp_path / "out.tif")[0] == 7, ~np.isin(CLASSES, [2, 255]))


def test_a_layer_of_the_project_keeps_its_look_and_gets_its_time(mask, tmp_path):
    """What I see is the same picture with holes, and it is shown at its time."""
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
    """The natural-colour layer beside a mask, which reads the product itself, goes in as it is."""
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
    """A mask comes alone unless I ask for more."""
    folder = tmp_path / "out"
    folder.mkdir()
    result = run("maskscene", INPUT=str(make_product(FLAT)), OUTPUT=str(folder / "mask.tif"))
    assert result["SCENE"] is None
    assert sorted(path.name for path in folder.iterdir()) == ["mask.qml", "mask.tif"]


def test_what_cannot_be_done_is_refused_before_it_runs(mask, tmp_path):
    """No class, no file, and a layer that is no file are told."""
    source = write_raster(tmp_path / "in.tif", np.ones((3, 4)))
    assert check(INPUT=source, MASK=mask) == (True, "")
    service = QgsRasterLayer("type=xyz&url=file:///nowhere/%7Bz%7D/%7Bx%7D/%7By%7D.png", "Map tiles", "wms")
    QgsProject.instance().addMapLayer(service)
    for given, reason in (
        ({"INPUT": source, "MASK": mask, "CLASSES": []}, "CLASSES|at least one"),
        ({"INPUT": source}, "MASK|Cloud mask"),
        ({"INPUT": source, "MASK": mask, "BUFFER": -1}, "BUFFER"),
        ({"INPUT": service, "MASK": mask}, "Map tiles comes from wms, so it is no raster file"),
    ):
        fits, text = check(**given)
        assert not fits
        assert any(word in text for word in reason.split("|")), text


def test_what_does_not_fit_is_told_and_leaves_nothing(run, mask, tmp_path):
    """Other ground, a raster that is no mask, and a value that cannot be stored."""
    source = write_raster(tmp_path / "in.tif", np.full((3, 4), 812))
    far = write_raster(tmp_path / "far.tif", np.ones((3, 4)), left=500000.0)
    folder = tmp_path / "out"
    folder.mkdir()
    for given, reason in (
        ({"INPUT": far, "MASK": mask}, "no common ground"),
        ({"INPUT": source, "MASK": source}, "no cloud mask"),
        ({"INPUT": source, "MASK": mask, "NODATA": -1}, "does not fit"),
    ):
        with pytest.raises(QgsProcessingException, match=reason):
            run("applymask", OUTPUT=str(folder / "out.tif"), **given)
    assert list(folder.iterdir()) == []


def test_cancelling_leaves_nothing(run, feedback, tmp_path):
    """Cancel stops within a moment, and no file is left."""
    source = write_raster(tmp_path / "in.tif", np.ones((3000, 200)), compress="deflate")
    mask = write_mask(tmp_path / "mask.tif", np.zeros((3000, 200)))
    folder = tmp_path / "out"
    folder.mkdir()
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 20 else None)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("applymask", INPUT=source, MASK=mask, OUTPUT=str(folder / "out.tif"))
    assert feedback.progress() < 90
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["applymask", "validmask"])
def test_every_parameter_is_explained_and_rare_ones_are_folded_away(name):
    """I find my way without a manual."""
    made = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    assert {d.name() for d in made.parameterDefinitions() if d.flags() & advanced} <= {"MIN_SIZE", "NODATA"}
    assert all(d.description()[0].isupper() for d in made.parameterDefinitions())
    assert all(output.description() for output in made.outputDefinitions())
    assert len(made.shortHelpString()) > 500
    assert (made.groupId(), made.icon().isNull()) == ("using", False)
