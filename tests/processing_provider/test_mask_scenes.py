"""`clouds2mask:maskscenes`: mask products into a folder and list their shares in a table."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from qgis.core import (
    NULL,
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, Qt

from .conftest import FLAT, at_swath_edge, run_step, shares, stopped, unnamed


@pytest.fixture
def season(make_product, tmp_path) -> Path:
    """A folder with two good products, one without data, and one whose band file is empty."""
    folder = tmp_path / "season"
    make_product(FLAT, folder=folder, tile="T33UAA")
    make_product(at_swath_edge(), folder=folder / "deeper", tile="T33UBB")
    empty = {band: np.full((60 if band in {"B11", "B12"} else 120,) * 2, np.nan) for band in FLAT}
    make_product(empty, folder=folder, tile="T33UCC")
    broken = make_product(FLAT, folder=folder, tile="T33UDD")
    next(broken.rglob("*_B08.jp2")).write_bytes(b"")
    return folder


def rows(table: str) -> dict[str, dict]:
    """Read the rows of a table by tile, which is taken from the product's name."""
    layer = QgsVectorLayer(table, "table", "ogr")
    assert layer.isValid()
    return {row["product"].split("_")[5]: row.attributeMap() for row in layer.getFeatures()}


def data_share(mask: str) -> float:
    """Count the percent of a mask's pixels that have data."""
    with rasterio.open(mask) as dataset:
        return 100 * float(np.mean(dataset.read(1) != 255))


def test_a_folder_of_products_gives_masks_and_a_table(run, feedback, season, tmp_path):
    """I mask a folder in one run; the table has the shares, and NULL for products without data."""
    folder, table = tmp_path / "masks", tmp_path / "table.gpkg"
    result = run("maskscenes", FOLDER=str(season), OUTPUT_FOLDER=str(folder), TABLE=str(table))
    assert (result["MASK_COUNT"], result["FAILED_COUNT"]) == (3, 1)
    assert sorted(result["MASKS"]) == sorted(str(path) for path in folder.glob("*.tif"))
    found = rows(str(table))
    assert sorted(found) == ["T33UAA", "T33UBB", "T33UCC", "T33UDD"]
    row = found["T33UBB"]
    counted = shares(row["mask"])
    for key, percent in counted.items():
        assert row[key] == pytest.approx(percent)
    assert row["cloud"] == pytest.approx(counted["thick_cloud"] + counted["thin_cloud"])
    assert [row["satellite"], row["tile"], row["level"], row["baseline"]] == ["S2A", "T33UBB", "L1C", "02.06"]
    assert row["sensing_time"].toString("yyyy-MM-ddTHH:mm:ss") == "2017-02-16T10:21:01"
    assert (row["resolution"], row["model"]) == (20, "ukis-6b-l1c+ukis-4b-l1c")
    assert row["valid"] == pytest.approx(data_share(row["mask"]))
    assert 60 < row["valid"] < 67
    assert found["T33UCC"]["valid"] == 0
    assert [found["T33UCC"][key] for key in ("clear", "thick_cloud", "thin_cloud", "shadow", "cloud")] == [NULL] * 5
    assert found["T33UCC"]["mask"] != NULL
    assert [found["T33UBB"][key] for key in ("snow", "water")] == [NULL] * 2  # the model calls them clear
    assert QgsVectorLayer(str(table), "table", "ogr").fields().names()[-3:] == ["error", "snow", "water"]
    assert "B08" in found["T33UDD"]["error"]
    assert found["T33UDD"]["mask"] == NULL
    assert any("B08" in error for error in feedback.errors)


def test_changed_products_fail_if_i_verify_them(run, make_product, tmp_path):
    """VERIFY refuses the products that differ from their checksums, and masks the others."""
    folder = tmp_path / "season"
    make_product(FLAT, folder=folder, tile="T33UAA")
    with (make_product(FLAT, folder=folder, tile="T33UBB") / "MTD_MSIL1C.xml").open("ab") as file:
        file.write(b"<!-- -->")
    table = tmp_path / "table.gpkg"
    given = {"FOLDER": str(folder), "TABLE": str(table), "VERIFY": True}
    result = run("maskscenes", OUTPUT_FOLDER=str(tmp_path / "masks"), **given)
    assert (result["MASK_COUNT"], result["FAILED_COUNT"]) == (1, 1)
    found = rows(str(table))
    assert "MTD_MSIL1C.xml" in found["T33UBB"]["error"]
    assert found["T33UAA"]["mask"] != NULL


def test_each_row_has_the_footprint_of_its_mask(run, season, tmp_path):
    """The table is a layer of footprints; products that failed have a row without one."""
    table = tmp_path / "table.gpkg"
    run("maskscenes", FOLDER=str(season), OUTPUT_FOLDER=str(tmp_path / "masks"), TABLE=str(table))
    layer = QgsVectorLayer(str(table), "table", "ogr")
    assert layer.crs().authid() == "EPSG:4326"
    features = {feature["product"].split("_")[5]: feature for feature in layer.getFeatures()}
    assert features["T33UDD"].geometry().isEmpty()
    polygon = features["T33UAA"].geometry()
    utm = QgsCoordinateReferenceSystem("EPSG:32633")
    polygon.transform(QgsCoordinateTransform(layer.crs(), utm, QgsProject.instance()))
    assert polygon.area() == pytest.approx(1200 * 1200, rel=0.001)
    extent = polygon.boundingBox()
    assert (extent.xMinimum(), extent.yMaximum()) == pytest.approx((300000, 5900040), abs=0.5)


def test_a_csv_table_has_the_footprints_too(run, season, tmp_path):
    """A table in a CSV file opens with its footprints."""
    table = tmp_path / "table.csv"
    run("maskscenes", FOLDER=str(season), OUTPUT_FOLDER=str(tmp_path / "masks"), TABLE=str(table))
    layer = QgsVectorLayer(str(table), "table", "ogr")
    assert layer.isSpatial()
    areas = {feature["product"].split("_")[5]: feature.geometry().area() for feature in layer.getFeatures()}
    assert areas["T33UAA"] > 0
    assert len(areas) == 4


def test_the_table_selects_the_clear_scenes(run, season, tmp_path):
    """I can filter the table by expression for scenes that are clear enough, and for failures."""
    table = run(
        "maskscenes", FOLDER=str(season), OUTPUT_FOLDER=str(tmp_path / "masks"), TABLE=str(tmp_path / "table.gpkg")
    )["TABLE"]
    shares_of = {row["tile"]: row["clear"] for row in rows(table).values() if row["clear"] != NULL}
    assert set(shares_of) == {"T33UAA", "T33UBB"}
    limit = max(shares_of.values())

    def extracted(expression: str) -> set[str]:
        import processing

        parameters = {"INPUT": table, "EXPRESSION": expression, "OUTPUT": "TEMPORARY_OUTPUT"}
        layer = processing.run("native:extractbyexpression", parameters)["OUTPUT"]
        return {feature["product"].split("_")[5] for feature in layer.getFeatures()}

    assert extracted(f'"clear" >= {limit - 0.001}') == {t for t, clear in shares_of.items() if clear == limit}
    assert extracted('"clear" >= 0') == {"T33UAA", "T33UBB"}
    assert extracted('"valid" < 70') == {"T33UBB", "T33UCC"}
    assert extracted('"error" is not null') == {"T33UDD"}


def test_a_report_is_written_on_request(run, season, tmp_path):
    """On request, a report shows the season with a picture of each scene."""
    report = tmp_path / "report.html"
    given = {"FOLDER": str(season), "OUTPUT_FOLDER": str(tmp_path / "masks"), "TABLE": str(tmp_path / "table.gpkg")}
    assert run("maskscenes", **given)["REPORT"] is None
    assert run("maskscenes", REPORT=str(report), **given)["REPORT"] == str(report)
    text = report.read_text(encoding="utf-8")
    assert text.count("data:image/jpeg") == 3
    assert "T33UDD" in text
    algorithm = QgsApplication.processingRegistry().algorithmById("clouds2mask:maskscenes")
    assert algorithm.outputDefinition("REPORT").type() == "outputHtml"
    assert not algorithm.parameterDefinition("REPORT").createByDefault()


def test_products_can_be_listed_and_repeated(run, make_product, tmp_path):
    """A list of paths works like a folder, and a product in both is masked once."""
    folder = tmp_path / "season"
    one = make_product(FLAT, folder=folder, tile="T33UAA")
    other = make_product(FLAT, folder=tmp_path / "elsewhere", tile="T33UBB")
    result = run(
        "maskscenes",
        FOLDER=str(folder),
        INPUTS=[str(one), str(other / "MTD_MSIL1C.xml")],
        OUTPUT_FOLDER=str(tmp_path / "masks"),
        TABLE=str(tmp_path / "table.csv"),
    )
    assert (result["MASK_COUNT"], result["FAILED_COUNT"]) == (2, 0)
    assert sorted(rows(str(tmp_path / "table.csv"))) == ["T33UAA", "T33UBB"]


def load(season: Path, tmp_path: Path, **parameters: Any) -> None:
    """Run the algorithm as its window does, which loads the results."""
    import processing

    given = {"FOLDER": str(season), "OUTPUT_FOLDER": str(tmp_path / "masks"), "TABLE": str(tmp_path / "table.gpkg")}
    processing.runAndLoadResults("clouds2mask:maskscenes", given | parameters)
    QCoreApplication.processEvents()


def masks_on_the_map() -> list[QgsRasterLayer]:
    """Return the layers of masks from top to bottom."""
    nodes = QgsProject.instance().layerTreeRoot().findLayers()
    return [node.layer() for node in nodes if node.layer().source().endswith(".tif")]


def test_the_masks_are_loaded_and_styled_on_request(season, tmp_path):
    """I can load all masks onto the map, styled."""
    load(season, tmp_path, LOAD_MASKS=True)
    masks = masks_on_the_map()
    assert len(masks) == 3
    assert all(layer.renderer().type() == "paletted" and layer.opacity() == 0.5 for layer in masks)
    assert all(layer.temporalProperties().isActive() for layer in masks)
    tiles = ("T33UCC", "T33UBB", "T33UAA")
    assert [layer.name() for layer in masks] == [f"Clouds, 2017-02-16 {tile}, 20 m, ukis-6b+4b-l1c" for tile in tiles]
    assert [one.label for one in masks[0].renderer().classes()] == ["Clear", "Cloud", "Cloud shadow"]


def test_the_masks_are_grouped_as_from_the_window_with_outlines_below(season, tmp_path):
    """I see the masks by date and tile in one group, over natural colours, and through the footprints of the table."""
    load(season, tmp_path, LOAD_MASKS=True)
    root = QgsProject.instance().layerTreeRoot()
    (run,) = root.children()
    *scenes, table = run.children()
    assert run.name() == "Clouds, masks (20 m)"
    assert [scene.name() for scene in scenes] == [
        f"2017-02-16 {tile} (S2A, L1C)" for tile in ("T33UCC", "T33UBB", "T33UAA")
    ]
    kinds = [[node.layer().renderer().type() for node in scene.findLayers()] for scene in scenes]
    assert kinds == [["paletted", "multibandcolor"]] * 3
    symbol = table.layer().renderer().symbol().symbolLayer(0)
    assert symbol.brushStyle() == Qt.BrushStyle.NoBrush
    assert symbol.strokeColor().alpha() == 255


def test_an_empty_project_takes_the_crs_of_the_products(season, tmp_path):
    """The map is in the products' UTM zone, not in the degrees of the footprints; a CRS of mine stays."""
    load(season, tmp_path)
    assert QgsProject.instance().crs().authid() == "EPSG:32633"
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:3035"))
    load(season, tmp_path, LOAD_MASKS=True)
    assert QgsProject.instance().crs().authid() == "EPSG:3035"


def test_masks_loaded_again_are_refreshed(season, tmp_path):
    """I run again with the masks on the map: no copy is added, and a style of mine stays."""
    load(season, tmp_path, LOAD_MASKS=True)
    mine = masks_on_the_map()[0]
    mine.setOpacity(0.9)
    load(season, tmp_path, LOAD_MASKS=True)
    assert len(masks_on_the_map()) == 3
    assert masks_on_the_map()[0] == mine
    assert mine.opacity() == 0.9


def test_masks_are_loaded_without_noise(season, tmp_path):
    """The log has no line that says that a mask cannot be opened."""
    lines: list[str] = []
    log = QgsApplication.messageLog()
    log.messageReceived[str, str, Qgis.MessageLevel].connect(lambda text, tag, _level: lines.append(f"{tag}: {text}"))
    load(season, tmp_path, LOAD_MASKS=True)
    assert [line for line in lines if line.startswith("OGR")] == []


def test_natural_colour_and_style_files_can_be_left_out(run, make_product, tmp_path):
    """With the switches off, the folder has only masks."""
    product = make_product(FLAT)
    folder = tmp_path / "masks"
    options = {"KEEP_VRT": False, "QML_FILES": False}
    run(
        "maskscenes",
        INPUTS=[str(product)],
        OUTPUT_FOLDER=str(folder),
        TABLE=str(tmp_path / "table.gpkg"),
        **options,
    )
    assert [path.name for path in folder.iterdir()] == [f"{product.stem}_ukis-6b-l1c+ukis-4b-l1c_20m.tif"]


def test_masks_with_other_options_are_kept_unless_i_replace_them(run, make_product, tmp_path):
    """A second run with another buffer does not overwrite my masks, unless I choose to replace them."""
    given = {
        "INPUTS": [str(make_product(FLAT))],
        "OUTPUT_FOLDER": str(tmp_path / "masks"),
        "TABLE": str(tmp_path / "table.gpkg"),
    }
    (mask,) = run("maskscenes", **given)["MASKS"]
    before = Path(mask).read_bytes()
    with stopped(Path(mask).name, "buffer", "OVERWRITE"):
        run("maskscenes", BUFFER=100, **given)
    assert Path(mask).read_bytes() == before
    assert run("maskscenes", BUFFER=100, OVERWRITE=True, **given)["MASK_COUNT"] == 1


def test_a_folder_that_cannot_be_created_is_named(run, make_product, tmp_path):
    """The message names the folder, and no table is written."""
    (tmp_path / "file").touch()
    folder, table = tmp_path / "file" / "masks", tmp_path / "table.gpkg"
    with stopped(folder):
        run("maskscenes", INPUTS=[str(make_product(FLAT))], OUTPUT_FOLDER=str(folder), TABLE=str(table))
    assert not table.exists()


@pytest.mark.parametrize("given", [{}, {"FOLDER": "missing"}])
def test_a_list_without_products_is_refused(tmp_path, given):
    """Before the run, the message names the empty parameters or the missing folder."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscenes")
    parameters = {name: str(tmp_path / value) for name, value in given.items()}
    parameters |= {"OUTPUT_FOLDER": str(tmp_path / "masks"), "TABLE": "TEMPORARY_OUTPUT"}
    fits, text = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not fits
    assert unnamed(text, *(given.values() or ("FOLDER", "INPUTS"))) == [], text


def test_a_folder_without_products_is_named_during_the_run(run, tmp_path):
    """The message names a folder without products; it is searched in the run, because that may be slow."""
    (tmp_path / "empty").mkdir()
    with stopped(tmp_path / "empty"):
        run("maskscenes", FOLDER=str(tmp_path / "empty"), OUTPUT_FOLDER=str(tmp_path / "masks"), TABLE="memory:")
    assert not (tmp_path / "masks").exists()


def test_a_cancelled_run_keeps_the_previous_table(run, feedback, season, tmp_path):
    """If I cancel a run while it searches or masks, the previous table stays."""
    table = tmp_path / "table.csv"
    given = {"FOLDER": str(season), "OUTPUT_FOLDER": str(tmp_path / "masks"), "TABLE": str(table), "OVERWRITE": True}
    run("maskscenes", **given)
    before = table.read_bytes()
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 5 else None)
    with stopped("Cancelled"):
        run("maskscenes", **given)
    assert table.read_bytes() == before
    with stopped("Cancelled"):  # while it searches
        run("maskscenes", **given)
    assert table.read_bytes() == before


def test_a_blank_output_folder_is_not_the_working_directory(season, tmp_path, monkeypatch):
    """A step of a model whose output folder is blank masks nothing and writes no file."""
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    parameters = {"FOLDER": str(season), "OUTPUT_FOLDER": " ", "TABLE": "memory:"}
    _, log = run_step("maskscenes", **parameters)
    assert unnamed(log, "OUTPUT_FOLDER") == []
    assert sorted(tmp_path.iterdir()) == before


def test_a_missing_folder_in_a_step_is_named_without_a_traceback(tmp_path):
    """QGIS does not check the steps of models, but the message still names the missing folder."""
    parameters = {"FOLDER": str(tmp_path / "gone"), "OUTPUT_FOLDER": str(tmp_path / "masks"), "TABLE": "memory:"}
    _, log = run_step("maskscenes", **parameters)
    assert unnamed(log, tmp_path / "gone") == []
    assert "Traceback" not in log


@pytest.mark.parametrize("form", [tuple, lambda paths: [paths[:1], paths[1:]], lambda paths: [*paths, None, ""]])
def test_products_can_be_any_list(run, make_product, tmp_path, form):
    """All products are masked from nested lists, as steps of models return them, and from tuples of scripts."""
    paths = [str(make_product(FLAT, folder=tmp_path / tile, tile=tile)) for tile in ("T33UAA", "T33UBB")]
    parameters = {"INPUTS": form(paths), "OUTPUT_FOLDER": str(tmp_path / "masks"), "TABLE": "memory:"}
    results, _ = run_step("maskscenes", **parameters)
    assert results["MASK_COUNT"] == 2


def test_an_unwritable_table_stops_the_run_before_masking(make_product, tmp_path):
    """A wrong path of the table is reported before hours of masking."""
    parameters = {"INPUTS": [str(make_product(FLAT))], "OUTPUT_FOLDER": str(tmp_path / "masks"), "TABLE": str(tmp_path)}
    _, log = run_step("maskscenes", **parameters)
    assert unnamed(log, tmp_path) == []
    assert list((tmp_path / "masks").iterdir()) == []


def test_a_temporary_folder_is_not_a_folder_of_that_name(make_product, tmp_path, monkeypatch):
    """TEMPORARY_OUTPUT is a folder that QGIS chooses, also in a step of a model."""
    monkeypatch.chdir(tmp_path)
    parameters = {"INPUTS": [str(make_product(FLAT))], "OUTPUT_FOLDER": "TEMPORARY_OUTPUT", "TABLE": "memory:"}
    results, _ = run_step("maskscenes", **parameters)
    assert Path(results["MASKS"][0]).is_file()
    assert not (tmp_path / "TEMPORARY_OUTPUT").exists()


def test_an_archive_of_several_products_is_masked_whole(run, make_product, tmp_path):
    """All products of an archive are masked, from a folder or from the list; beside its folders it counts once."""
    products = [make_product(FLAT, tile=tile, folder=tmp_path / "in") for tile in ("T33UUU", "T33UVU")]
    archive = tmp_path / "in" / "bundle.zip"
    with zipfile.ZipFile(archive, "w") as target:
        for product in products:
            for path in product.rglob("*"):
                target.write(path, path.relative_to(product.parent))
    folder = str(tmp_path / "in")
    both = run("maskscenes", FOLDER=folder, **outputs(tmp_path, "unpacked"))
    assert both["MASK_COUNT"] == 2
    for product in products:
        shutil.rmtree(product)
    for number, given in enumerate((folder, str(archive))):
        name = "INPUTS" if number else "FOLDER"
        result = run("maskscenes", **{name: given}, **outputs(tmp_path, f"zipped {number}"))
        assert [Path(mask).name for mask in result["MASKS"]] == [Path(mask).name for mask in both["MASKS"]]


def outputs(folder: Path, name: str) -> dict[str, str]:
    """Return the outputs of a run below a folder."""
    return {"OUTPUT_FOLDER": str(folder / name), "TABLE": str(folder / f"{name}.csv")}
