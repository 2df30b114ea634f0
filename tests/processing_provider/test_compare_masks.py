"""`clouds2mask:comparemasks`: measure the agreement of a mask with a reference."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from qgis.core import (
    NULL,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingOutputHtml,
    QgsProject,
    QgsVectorLayer,
)
from rasterio.transform import from_origin

from ...core.classes import CLASS_OF_KEY
from ...tools.make_safe import zip_product
from .conftest import FLAT, stopped, unnamed

MEASURES = ("OVERALL_ACCURACY", "BALANCED_ACCURACY", "KAPPA", "MEAN_IOU")


@pytest.fixture
def write(tmp_path):
    """Write a raster of classes with pixels of 20 m at the place of the test products."""

    def raster(name: str, values, left: float = 300000.0, path: Path | None = None, **options) -> str:
        array = np.asarray(values, np.uint8)
        shape = {"height": array.shape[0], "width": array.shape[1], "transform": from_origin(left, 5900040, 20, 20)}
        profile = {"driver": "GTiff", "count": 1, "dtype": "uint8", "nodata": 255, "crs": "EPSG:32633", **options}
        with rasterio.open(path or tmp_path / name, "w", **profile, **shape) as dataset:
            dataset.write(array, 1)
        return str(path or tmp_path / name)

    return raster


@pytest.fixture
def l2a(make_product, write) -> Path:
    """An L2A product whose scene classification has 12 lines each of vegetation, cloud, cirrus, shadow and nodata."""
    product = Path(make_product(FLAT, level="L2A", baseline="05.10"))
    folder = next(product.glob("GRANULE/*/IMG_DATA/R20m"))
    lines = np.repeat([4, 9, 10, 3, 0], 12)[:, None].repeat(60, 1)
    write(
        "",
        lines,
        path=folder / "T33UUU_20170216T102101_SCL_20m.jp2",
        driver="JP2OpenJPEG",
        nodata=None,
        REVERSIBLE="YES",
        QUALITY=100,
    )
    return product


def table(path: str) -> list[dict]:
    """Read the rows of a table by column."""
    layer = QgsVectorLayer(path, "table", "ogr")
    assert layer.isValid()
    return [feature.attributeMap() for feature in layer.getFeatures()]


def check(**parameters) -> tuple[bool, str]:
    """Check parameters before the run."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:comparemasks")
    return algorithm.checkParameterValues(parameters, QgsProcessingContext())


def test_the_outputs_are_those_of_the_matrix(run, write, tmp_path):
    """Numbers, tables, difference and report agree with each other and with values computed by hand."""
    result = run(
        "comparemasks",
        INPUT=write("mask.tif", [[0, 0, 1, 1, 3, 255]]),
        REFERENCE=write("reference.tif", [[0, 1, 1, 1, 0, 1]]),
        REPORT=str(tmp_path / "report.html"),
        DIFFERENCE=str(tmp_path / "difference.tif"),
        MATRIX=str(tmp_path / "matrix.csv"),
        METRICS=str(tmp_path / "metrics.gpkg"),
    )
    assert result["PIXELS"] == 5
    assert result["OVERALL_ACCURACY"] == pytest.approx(3 / 5)
    assert result["BALANCED_ACCURACY"] == pytest.approx((1 / 2 + 2 / 3) / 2)
    assert result["KAPPA"] == pytest.approx((0.6 - 0.4) / (1 - 0.4))
    assert result["MEAN_IOU"] == pytest.approx((1 / 3 + 2 / 3 + 0) / 3)
    matrix = Path(result["MATRIX"]).read_text(encoding="utf-8").replace('"', "").split()
    assert matrix == [
        "reference,clear,thick_cloud,thin_cloud,shadow",
        "clear,1,0,0,1",
        "thick_cloud,1,2,0,0",
        "thin_cloud,0,0,0,0",
        "shadow,0,0,0,0",
    ]
    metrics = {row["class"]: row for row in table(result["METRICS"])}
    thick = metrics["thick_cloud"]
    assert (thick["mask_pixels"], thick["reference_pixels"], thick["agreeing_pixels"]) == (2, 3, 2)
    assert (thick["users_accuracy"], thick["producers_accuracy"]) == (1, pytest.approx(2 / 3))
    assert (thick["f1"], thick["iou"]) == (pytest.approx(0.8), pytest.approx(2 / 3))
    assert [metrics["thin_cloud"][key] for key in ("users_accuracy", "producers_accuracy", "f1", "iou")] == [NULL] * 4
    with rasterio.open(result["DIFFERENCE"]) as dataset:
        assert dataset.read(1).tolist() == [[0, 10, 11, 11, 3, 255]]
    report = Path(result["REPORT"]).read_text(encoding="utf-8")
    for text in ("mask.tif", "reference.tif", "0.600", "0.333", "66.7\u00a0%", "Cloud shadow"):
        assert text in report


def test_a_mask_compared_with_itself_is_perfect(run, write):
    """All measures are 1, and no optional file is written."""
    mask = write("mask.tif", [[0, 1, 2, 3]])
    result = run("comparemasks", INPUT=mask, REFERENCE=mask)
    assert [result[name] for name in MEASURES] == [1.0] * 4
    assert [result[name] for name in ("REPORT", "DIFFERENCE", "MATRIX", "METRICS")] == [None] * 4


@pytest.mark.parametrize(
    ("model", "names"),
    [
        ("ukis-6b-l1c", ["Clear", "Cloud", "Thin cloud", "Cloud shadow"]),
        ("omnicloudmask", ["Clear", "Thick cloud", "Thin cloud", "Cloud shadow"]),
    ],
)
def test_classes_are_called_as_in_the_legend_of_the_mask(run, write, tmp_path, model, names):
    """A model without thin cloud has 'Cloud', in report and table as on the map; keys and columns stay."""
    mask = write("mask.tif", [[0, 1, 1, 3]])
    with rasterio.open(mask, "r+") as dataset:
        dataset.update_tags(CLOUDS2MASK_MODEL=model)
    outputs = {name: str(tmp_path / f"{name}.csv") for name in ("MATRIX", "METRICS")}
    found = run("comparemasks", INPUT=mask, REFERENCE=mask, REPORT=str(tmp_path / "report.html"), **outputs)
    assert [row["name"] for row in table(found["METRICS"])] == names
    assert [row["class"] for row in table(found["METRICS"])] == ["clear", "thick_cloud", "thin_cloud", "shadow"]
    assert set(table(found["MATRIX"])[0]) == {"reference", "clear", "thick_cloud", "thin_cloud", "shadow"}
    assert f"<th>{names[1]}</th>" in Path(found["REPORT"]).read_text(encoding="utf-8")


@pytest.mark.parametrize("given", ["folder", "metadata", "zip", "raster"])
def test_the_scene_classification_of_a_product_is_a_reference(run, write, l2a, given):
    """I can choose an L2A product in any form, or its SCL file, without listing its values."""
    mask = write("mask.tif", np.repeat([0, 1, 2, 3, 0], 12)[:, None].repeat(60, 1))
    reference = {
        "folder": lambda: {"PRODUCT": str(l2a)},
        "metadata": lambda: {"PRODUCT": str(l2a / "MTD_MSIL2A.xml")},
        "zip": lambda: {"PRODUCT": str(zip_product(l2a))},
        "raster": lambda: {"REFERENCE": str(next(l2a.rglob("*_SCL_20m.jp2")))},
    }[given]()
    result = run("comparemasks", INPUT=mask, **reference)
    assert result["PIXELS"] == 4 * 12 * 60
    assert [result[name] for name in MEASURES] == [1.0] * 4


@pytest.mark.parametrize("names", [("clear", "thick_cloud", "shadow", "snow", "water"), ("clear", "thick_cloud")])
def test_snow_and_water_of_the_scene_classification_are_classes_if_the_mask_has_them(run, write, tmp_path, names):
    """A mask with these classes is judged by them; to a mask without them they are clear, as before."""
    tags = {"CLOUDS2MASK_MODEL": "of another computer"}
    tags["CLOUDS2MASK_CLASSES"] = json.dumps({str(CLASS_OF_KEY[name].value): name for name in names})
    mask = write("mask.tif", [[0, 1, 4, 5, 5]] if "snow" in names else [[0, 1, 0, 0, 0]])
    with rasterio.open(mask, "r+") as dataset:
        dataset.update_tags(**tags)
    scl = write("T33UUU_20170216T102101_SCL_20m.tif", [[4, 9, 11, 6, 4]])
    outputs = {"MATRIX": str(tmp_path / "matrix.csv"), "DIFFERENCE": str(tmp_path / "difference.tif")}
    import processing

    results = processing.runAndLoadResults("clouds2mask:comparemasks", {"INPUT": mask, "REFERENCE": scl, **outputs})
    lines = Path(results["MATRIX"]).read_text(encoding="utf-8").replace('"', "").split()
    (layer,) = (one for one in QgsProject.instance().mapLayers().values() if one.name() == "Difference")
    legend = {int(item.value): item.label for item in layer.renderer().classes()}
    if "snow" in names:
        assert lines[0] == "reference,clear,thick_cloud,thin_cloud,shadow,snow,water"
        assert lines[1] == "clear,1,0,0,0,0,1"
        assert lines[5:] == ["snow,0,0,0,0,1,0", "water,0,0,0,0,0,1"]
        assert legend[44] == "Snow or ice in both"
        assert legend[5] == "Water, only in the mask"
    else:
        assert lines[:2] == ["reference,clear,thick_cloud,thin_cloud,shadow", "clear,4,0,0,0"]
        assert legend == {0: "Clear in both", 11: "Thick cloud in both"} | {11: "Cloud in both"}


def test_my_own_values_and_merged_clouds(run, feedback, write):
    """A reference with other values and without thin cloud is read by my list; a warning names the missing value."""
    result = run(
        "comparemasks",
        INPUT=write("mask.tif", [[0, 1, 2, 3, 0]]),
        REFERENCE=write("labels.tif", [[10, 20, 20, 30, 99]]),
        REFERENCE_VALUES="10:clear, 20:thick_cloud, 30:shadow",
        DETAIL="one class of cloud",
    )
    assert (result["PIXELS"], result["OVERALL_ACCURACY"]) == (4, 1.0)
    (warning,) = feedback.warnings
    assert unnamed(warning, 99, 1) == []


def test_two_scene_classifications_can_be_compared(run, write, l2a):
    """The mask can be a scene classification too, if I choose its values."""
    scl = str(next(l2a.rglob("*_SCL_20m.jp2")))
    with rasterio.open(scl) as dataset:
        copy = write("renamed.tif", dataset.read(1))
    result = run("comparemasks", INPUT=copy, INPUT_KIND="scl", PRODUCT=str(l2a))
    assert (result["PIXELS"], result["KAPPA"]) == (4 * 12 * 60, 1.0)


def test_the_difference_is_styled_and_the_report_is_shown(write, tmp_path):
    """The difference has a legend of the pairs that occur; the report opens in the results viewer."""
    import processing

    parameters = {
        "INPUT": write("mask.tif", [[0, 0, 1, 2]]),
        "REFERENCE": write("reference.tif", [[0, 1, 0, 1]]),
        "DIFFERENCE": str(tmp_path / "difference.tif"),
        "REPORT": str(tmp_path / "report.html"),
    }
    processing.runAndLoadResults("clouds2mask:comparemasks", parameters)
    (layer,) = (one for one in QgsProject.instance().mapLayers().values() if one.source().endswith("difference.tif"))
    legend = {int(item.value): (item.label, item.color.alpha()) for item in layer.renderer().classes()}
    assert legend == {
        1: ("Thick cloud, only in the mask", 255),
        10: ("Thick cloud, missed by the mask", 255),
        12: ("Thick cloud (mask: Thin cloud)", 255),
        0: ("Clear in both", 0),
    }
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:comparemasks")
    assert isinstance(algorithm.outputDefinition("REPORT"), QgsProcessingOutputHtml)


def polygons(*rows: tuple[object, str], kind: str = "string", crs: str = "EPSG:32633") -> QgsVectorLayer:
    """A memory layer of the project: a class and a geometry as text per polygon."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=kind:{kind}", "my labels", "memory")
    for value, text in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([value])
        feature.setGeometry(QgsGeometry.fromWkt(text))
        assert layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer


def box(left: int, top: int, right: int, bottom: int) -> str:
    """A rectangle in columns and lines of 20 m as well-known text."""
    west, east, north, south = 300000 + 20 * left, 300000 + 20 * right, 5900040 - 20 * top, 5900040 - 20 * bottom
    return f"POLYGON(({west} {north}, {east} {north}, {east} {south}, {west} {south}, {west} {north}))"


def test_polygons_that_i_drew_are_a_reference(run, feedback, write, tmp_path):
    """My polygons, with words for classes, are compared where they are; the report has the same measures."""
    values = np.zeros((20, 20))
    values[:10, :10], values[10:, 10:] = 1, 3
    rows = [("clear", box(10, 0, 20, 5)), ("Wolke", box(5, 0, 12, 5)), ("shadow", box(10, 10, 20, 20))]
    report = str(tmp_path / "report.html")
    result = run(
        "comparemasks",
        INPUT=write("mask.tif", values),
        POLYGONS=polygons(*rows),
        CLASS_FIELD="kind",
        DETAIL="one class of cloud",
        REPORT=report,
        MATRIX=str(tmp_path / "matrix.csv"),
    )
    matrix = Path(result["MATRIX"]).read_text(encoding="utf-8").replace('"', "").split()
    assert matrix[1:] == ["clear,40,0,0", "cloud,0,25,0", "shadow,0,0,100"]
    assert (result["PIXELS"], result["KAPPA"], result["KAPPA_LOW"]) == (165, 1.0, None)
    (warning,) = feedback.warnings
    assert unnamed(warning, 10, "my labels") == []
    text = Path(report).read_text(encoding="utf-8")
    assert all(one in text for one in ("my labels", "too few blocks of pixels: 1", "IoU"))


def test_kappa_has_an_interval_and_false_cloud_and_shadow_a_share(run, write):
    """On a mask of many blocks, the interval holds kappa; false cloud and shadow are shares of the clear pixels."""
    random = np.random.default_rng(1)
    reference = np.zeros((640, 640))
    reference[:, 320:] = 1
    mask = np.where(
        random.random(reference.shape) < 0.1, 3, np.where(random.random(reference.shape) < 0.2, 1, reference)
    )
    result = run("comparemasks", INPUT=write("mask.tif", mask), REFERENCE=write("reference.tif", reference))
    assert result["FALSE_SHADOW"] == pytest.approx(0.1, abs=0.005)
    assert result["FALSE_CLOUD"] == pytest.approx(0.18, abs=0.005)
    assert result["KAPPA_LOW"] < result["KAPPA"] < result["KAPPA_HIGH"]
    assert result["KAPPA_HIGH"] - result["KAPPA_LOW"] < 0.3


def test_polygons_in_degrees_with_numbers_of_my_own(run, write):
    """Polygons of another coordinate reference system and with my own numbers count for the same pixels."""
    values = np.zeros((20, 20))
    values[5:15, 5:15] = 1
    square = QgsGeometry.fromWkt(box(5, 5, 15, 15))
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    here = QgsCoordinateReferenceSystem("EPSG:32633")
    square.transform(QgsCoordinateTransform(here, degrees, QgsProject.instance()))
    layer = polygons((20, square.asWkt(12)), kind="integer", crs="EPSG:4326")
    result = run(
        "comparemasks",
        INPUT=write("mask.tif", values),
        POLYGONS=layer,
        CLASS_FIELD="kind",
        REFERENCE_VALUES="10:clear, 20:thick_cloud",
    )
    assert (result["PIXELS"], result["OVERALL_ACCURACY"]) == (100, 1.0)


def test_a_polygon_that_crosses_itself_is_repaired_and_an_empty_one_skipped(run, write):
    """A bow tie counts with its two triangles, whatever QGIS does with invalid geometries."""
    bow_tie = "POLYGON((300000 5900040, 300400 5899640, 300400 5900040, 300000 5899640, 300000 5900040))"
    layer = polygons(("1", bow_tie), ("1", ""))
    result = run("comparemasks", INPUT=write("mask.tif", np.ones((20, 20))), POLYGONS=layer, CLASS_FIELD="kind")
    assert 180 <= result["PIXELS"] <= 220
    assert result["OVERALL_ACCURACY"] == 1.0


def test_polygons_that_cannot_be_used_are_refused(run, write):
    """A wrong field is named before the run, with those that the layer has; so is a layer without any polygon."""
    mask = write("mask.tif", np.zeros((20, 20)))
    layer = polygons(("forest", box(0, 0, 5, 5)))
    for given in ({}, {"CLASS_FIELD": "class"}):
        fits, text = check(INPUT=mask, POLYGONS=layer, **given)
        assert not fits
        assert unnamed(text, "CLASS_FIELD", "kind") == [], text
    assert check(INPUT=mask, POLYGONS=layer, CLASS_FIELD="kind") == (True, "")
    fits, text = check(INPUT=mask, REFERENCE=mask, POLYGONS=layer, CLASS_FIELD="kind")
    assert not fits
    assert unnamed(text, "REFERENCE", "PRODUCT", "POLYGONS") == [], text
    for unusable, named in ((layer, "forest"), (polygons(), "my labels")):
        with stopped("my labels", named):
            run("comparemasks", INPUT=mask, POLYGONS=unusable, CLASS_FIELD="kind")
    nowhere = polygons(("clear", box(0, 0, 5, 5)))
    nowhere.setCrs(QgsCoordinateReferenceSystem())
    with stopped("my labels"):
        run("comparemasks", INPUT=mask, POLYGONS=nowhere, CLASS_FIELD="kind")


def test_the_report_escapes_file_names(run, write, tmp_path):
    """A file name that contains <b> is shown as it is."""
    folder = tmp_path / "a&b"
    folder.mkdir()
    mask = write("", [[0, 1]], path=folder / "<b>.tif")
    report = run("comparemasks", INPUT=mask, REFERENCE=mask, REPORT=str(tmp_path / "report.html"))["REPORT"]
    text = Path(report).read_text(encoding="utf-8")
    assert "&lt;b&gt;.tif" in text
    assert "<b>" not in text


def test_wrong_parameters_are_refused_before_the_run(write, make_product, l2a):
    """The message names the missing or wrong parameter, product or value before anything is computed."""
    mask = write("mask.tif", [[0, 1]])
    assert check(INPUT=mask, REFERENCE=mask) == (True, "")
    l1c = make_product(FLAT)
    for given, value in (
        ({"PRODUCT": str(l1c)}, l1c.stem),
        ({"PRODUCT": str(Path(mask).parent)}, Path(mask).parent.name),
        ({"REFERENCE": mask, "REFERENCE_VALUES": "1=clear"}, "1=clear"),
        ({"REFERENCE": mask, "INPUT_VALUES": "1:haze"}, "1:haze"),
    ):
        fits, text = check(INPUT=mask, **given)
        assert not fits
        assert unnamed(text, value) == [], text
    for given in ({}, {"REFERENCE": mask, "PRODUCT": str(l2a)}):
        fits, text = check(INPUT=mask, **given)
        assert not fits
        assert unnamed(text, "REFERENCE", "PRODUCT") == [], text


def test_rasters_of_different_areas_are_refused_and_leave_no_file(run, write, tmp_path):
    """Two masks of different tiles give an error that names both, and no file."""
    folder = tmp_path / "out"
    folder.mkdir()
    outputs = {name: str(folder / f"{name}.{kind}") for name, kind in (("REPORT", "html"), ("DIFFERENCE", "tif"))}
    with stopped("mask.tif", "other.tif"):
        run(
            "comparemasks",
            INPUT=write("mask.tif", [[0, 1]]),
            REFERENCE=write("other.tif", [[0, 1]], left=500000.0),
            MATRIX=str(folder / "matrix.gpkg"),
            **outputs,
        )
    assert list(folder.iterdir()) == []


def test_cancelling_leaves_no_file(run, feedback, write, tmp_path):
    """Cancel stops the run quickly and leaves no file."""
    mask = write("mask.tif", np.zeros((2000, 4)))
    folder = tmp_path / "out"
    folder.mkdir()
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 20 else None)
    with stopped("Cancelled"):
        run("comparemasks", INPUT=mask, REFERENCE=mask, DIFFERENCE=str(folder / "difference.tif"))
    assert list(folder.iterdir()) == []
