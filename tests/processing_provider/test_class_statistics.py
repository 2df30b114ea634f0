"""`clouds2mask:classstatistics`: compute the shares of the classes in polygons."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from rasterio.transform import from_origin

from .conftest import stopped

LEFT, TOP, PIXEL = 300000.0, 5900040.0, 20.0
SHARES = ("clear", "thick_cloud", "thin_cloud", "shadow", "cloud")


def write(path: Path, values: np.ndarray, **profile) -> str:
    """Write a raster of 20 m pixels."""
    shape = {"height": values.shape[0], "width": values.shape[1], "transform": from_origin(LEFT, TOP, PIXEL, PIXEL)}
    fixed = {"driver": "GTiff", "count": 1, "dtype": values.dtype, "nodata": 255, "crs": "EPSG:32633", **profile}
    with rasterio.open(path, "w", **fixed, **shape) as dataset:
        dataset.write(values, 1)
    return str(path)


@pytest.fixture
def mask(tmp_path) -> str:
    """Ten columns of four lines: two columns each of clear, thick cloud, thin cloud, shadow and nodata."""
    return write(tmp_path / "mask.tif", np.tile(np.array([0, 0, 1, 1, 2, 2, 3, 3, 255, 255], np.uint8), (4, 1)))


def box(left: float, right: float, top: float = 0, bottom: float = 4) -> QgsGeometry:
    """Return a rectangle by columns and lines of the mask."""
    ring = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    corners = ", ".join(f"{LEFT + PIXEL * x} {TOP - PIXEL * y}" for x, y in ring)
    return QgsGeometry.fromWkt(f"POLYGON(({corners}))")


def zones(
    *geometries: QgsGeometry | None, fields: str = "field=name:string", crs: str = "EPSG:32633"
) -> QgsVectorLayer:
    """Create a layer of polygons with a number in the first column."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}&{fields}", "zones", "memory")
    for number, geometry in enumerate(geometries):
        feature = QgsFeature(layer.fields())
        feature.setAttribute(0, str(number))
        if geometry is not None:
            feature.setGeometry(geometry)
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def rows(run, tmp_path):
    """Run the algorithm and return the polygons with their values by column."""

    def counted(mask: str, layer: QgsVectorLayer | QgsProcessingFeatureSourceDefinition, **options) -> list[dict]:
        output = run("classstatistics", INPUT=mask, ZONES=layer, OUTPUT=str(tmp_path / "out.gpkg"), **options)["OUTPUT"]
        written = QgsVectorLayer(output, "out", "ogr")
        assert written.isValid()
        return [feature.attributeMap() for feature in written.getFeatures()]

    return counted


def test_shares_are_percent_of_the_pixels_with_data(rows, mask):
    """Each polygon keeps its columns and gets the shares of its pixels with data, and the percent that has data."""
    found = rows(mask, zones(box(0, 10), box(1, 3), box(6, 10)))
    assert [row["name"] for row in found] == ["0", "1", "2"]
    assert [[row[key] for key in SHARES] for row in found] == [
        [25, 25, 25, 25, 50],
        [50, 50, 0, 0, 50],
        [0, 0, 0, 100, 0],
    ]
    assert [(row["valid"], row["pixels"]) for row in found] == [(80, 40), (100, 8), (50, 16)]


def columns(folder: Path) -> list[str]:
    """Return the names of the columns of the last table, in their order."""
    return list(QgsVectorLayer(str(folder / "out.gpkg"), "out", "ogr").fields().names())


@pytest.fixture
def with_water(tmp_path) -> str:
    """A mask that names snow and water: columns of clear, cloud, two of water, and no data."""
    path = write(tmp_path / "water.tif", np.tile(np.array([0, 1, 5, 5, 255], np.uint8), (4, 1)))
    with rasterio.open(path, "r+") as dataset:
        dataset.update_tags(CLOUDS2MASK_CLASSES='{"0": "", "1": "", "3": "", "4": "", "5": ""}')
    return path


def test_snow_and_water_have_columns_after_the_others(rows, with_water, tmp_path):
    """They are parts of clear; a class that the mask names has 0 where it does not occur, and no share without data."""
    found = rows(with_water, zones(box(0, 4), box(0, 2), box(4, 5)))
    assert columns(tmp_path)[-3:] == ["pixels", "snow", "water"]
    assert [[row[key] for key in ("clear", "cloud", "shadow", "snow", "water")] for row in found] == [
        [75, 25, 0, 0, 50],
        [50, 50, 0, 0, 0],
        [NULL] * 5,
    ]


def test_masks_that_do_not_tell_water_have_no_column_of_it(rows, mask, tmp_path):
    """The table of another model looks as it always did; a raster that says nothing has the classes that occur."""
    rows(mask, zones(box(0, 10)))
    assert columns(tmp_path)[-1] == "pixels"
    nameless = write(tmp_path / "nameless.tif", np.tile(np.array([0, 4], np.uint8), (4, 1)))
    (row,) = rows(nameless, zones(box(0, 2)), PREFIX="a_")
    assert (columns(tmp_path)[-1], row["a_snow"], row["a_clear"]) == ("a_snow", 50, 100)


def test_polygons_without_data_have_no_shares(rows, mask):
    """Over nodata, outside the mask or without geometry, the shares are NULL, not 0 or 100."""
    found = rows(mask, zones(box(8, 10), box(20, 30), None))
    assert [[row[key] for key in SHARES] for row in found] == [[NULL] * 5] * 3
    assert [(row["valid"], row["pixels"]) for row in found] == [(0, 8), (0, 40), (NULL, 0)]


def test_polygons_of_another_place_give_a_warning(rows, mask, feedback):
    """If I choose the mask of another tile, I read it in the log; one polygon on the mask is enough."""
    rows(mask, zones(box(8, 10), box(20, 30)))
    assert feedback.warnings == []
    rows(mask, zones(box(20, 30), None))
    assert len(feedback.warnings) == 1


def test_parts_outside_the_mask_have_no_data(rows, mask):
    """A polygon half outside the mask has data in 50 percent of its pixels."""
    (row,) = rows(mask, zones(box(-2, 2)))
    assert (row["clear"], row["valid"], row["pixels"]) == (100, 50, 16)


def test_a_polygon_smaller_than_a_pixel_uses_that_pixel(rows, mask):
    """A garden under a cloud is cloudy."""
    (row,) = rows(mask, zones(box(2.1, 2.3, 1.1, 1.3)))
    assert (row["thick_cloud"], row["valid"], row["pixels"]) == (100, 100, 1)


def test_polygons_in_another_crs_are_reprojected(rows, mask):
    """Polygons in degrees get the same shares and stay in degrees."""
    from qgis.core import QgsCoordinateTransform

    to_degrees = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:32633"), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
    )
    geometry = box(1.1, 4.9, 0.1, 3.9)
    geometry.transform(to_degrees)
    (row,) = rows(mask, zones(geometry, crs="EPSG:4326"))
    assert [row[key] for key in SHARES] == [25, 50, 25, 0, 75]
    written = QgsVectorLayer(str(Path(mask).with_name("out.gpkg")), "out", "ogr")
    assert written.crs().authid() == "EPSG:4326"
    assert next(written.getFeatures()).geometry().boundingBox().center().x() == pytest.approx(
        geometry.boundingBox().center().x()
    )


def test_existing_columns_are_kept(rows, mask):
    """My own column `clear` stays, and the new one gets another name."""
    layer = zones(box(0, 4), fields="field=clear:string&field=pixels:string")
    (row,) = rows(mask, layer)
    assert row["clear"] == "0"
    assert (row["clear_2"], row["pixels_2"]) == (50, 16)


def test_a_prefix_distinguishes_masks(rows, mask):
    """Shares of several dates fit into one layer."""
    (row,) = rows(mask, zones(box(0, 4)), PREFIX="7&16: ")
    assert (row["7&16: clear"], row["7&16: valid"], row["7&16: pixels"]) == (50, 100, 16)
    assert "clear" not in row


def test_only_selected_polygons_are_counted_on_request(rows, mask):
    """'Selected features only' works."""
    layer = zones(box(0, 2), box(2, 4))
    layer.selectByExpression("\"name\" = '1'")
    (row,) = rows(mask, QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True))
    assert (row["name"], row["thick_cloud"]) == ("1", 100)


def test_a_crs_set_by_hand_is_used(run, mask, tmp_path):
    """If I set another CRS for the layer than the file has, the polygons are counted where the map shows them."""
    layer = QgsRasterLayer(mask, "mask")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32634"))
    QgsProject.instance().addMapLayer(layer)
    polygons = zones(box(0, 4), crs="EPSG:32634")
    output = run("classstatistics", INPUT=layer, ZONES=polygons, OUTPUT=str(tmp_path / "out.gpkg"))["OUTPUT"]
    (row,) = [feature.attributeMap() for feature in QgsVectorLayer(output, "out", "ogr").getFeatures()]
    assert (row["clear"], row["thick_cloud"], row["valid"], row["pixels"]) == (50, 50, 100, 16)


@pytest.mark.parametrize(
    ("values", "content"),
    [(np.full((4, 10), 7, np.uint8), "the value 7"), (np.full((4, 10), 0.25, np.float32), "8 bits")],
)
def test_a_raster_that_is_not_a_mask_is_refused_and_leaves_no_layer(run, tmp_path, values, content):
    """Reflectance or a land cover map gives an error with its content, and no partial layer."""
    raster = write(tmp_path / "other.tif", values)
    with stopped(content):
        run("classstatistics", INPUT=raster, ZONES=zones(box(0, 10)), OUTPUT=str(tmp_path / "out.gpkg"))
    assert not (tmp_path / "out.gpkg").exists()


def test_cancelling_leaves_no_layer(run, feedback, mask, tmp_path):
    """Cancel stops the run and leaves no layer."""
    feedback.cancel()
    with stopped("Cancelled"):
        run("classstatistics", INPUT=mask, ZONES=zones(box(0, 10)), OUTPUT=str(tmp_path / "out.gpkg"))
    assert not (tmp_path / "out.gpkg").exists()
