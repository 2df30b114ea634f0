"""`clouds2mask:comparemasks`: measure the agreement of a mask with a reference."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from qgis.core import (
    NULL,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingOutputHtml,
    QgsProject,
    QgsVectorLayer,
)
from rasterio.transform import from_origin

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
