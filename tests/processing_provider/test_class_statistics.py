"""`clouds2mask:classstatistics`: a mask and polygons in; shares of the classes per polygon out."""

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
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from rasterio.transform import from_origin

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
    """A rectangle by columns and lines of the mask."""
    ring = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    corners = ", ".join(f"{LEFT + PIXEL * x} {TOP - PIXEL * y}" for x, y in ring)
    return QgsGeometry.fromWkt(f"POLYGON(({corners}))")


def zones(
    *geometries: QgsGeometry | None, fields: str = "field=name:string", crs: str = "EPSG:32633"
) -> QgsVectorLayer:
    """A layer of polygons that are numbered by their first column."""
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


def test_shares_are_percent_of_the_valid_pixels(rows, mask):
    """Each polygon has the shares of its own valid pixels, its own columns, and how much of it is valid."""
    found = rows(mask, zones(box(0, 10), box(1, 3), box(6, 10)))
    assert [row["name"] for row in found] == ["0", "1", "2"]
    assert [[row[key] for key in SHARES] for row in found] == [
        [25, 25, 25, 25, 50],
        [50, 50, 0, 0, 50],
        [0, 0, 0, 100, 0],
    ]
    assert [(row["valid"], row["pixels"]) for row in found] == [(80, 40), (100, 8), (50, 16)]


def test_polygons_without_a_valid_pixel_have_no_shares(rows, mask):
    """Over nodata, outside the mask or without geometry, shares are NULL rather than 0 or 100, and nothing fails."""
    found = rows(mask, zones(box(8, 10), box(20, 30), None))
    assert [[row[key] for key in SHARES] for row in found] == [[NULL] * 5] * 3
    assert [(row["valid"], row["pixels"]) for row in found] == [(0, 8), (0, 40), (NULL, 0)]


def test_ground_beyond_the_mask_is_not_valid(rows, mask):
    """A polygon that lies half outside does not look fully seen."""
    (row,) = rows(mask, zones(box(-2, 2)))
    assert (row["clear"], row["valid"], row["pixels"]) == (100, 50, 16)


def test_a_polygon_smaller_than_a_pixel_takes_the_pixel(rows, mask):
    """A garden in a cloud is cloudy."""
    (row,) = rows(mask, zones(box(2.1, 2.3, 1.1, 1.3)))
    assert (row["thick_cloud"], row["valid"], row["pixels"]) == (100, 100, 1)


def test_polygons_in_another_crs_are_reprojected(rows, mask):
    """Polygons in degrees get the same shares, and stay in degrees."""
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


def test_columns_that_exist_are_kept(rows, mask):
    """A column of mine that is called clear stays, and the new one beside it gets another name."""
    layer = zones(box(0, 4), fields="field=clear:string&field=pixels:string")
    (row,) = rows(mask, layer)
    assert row["clear"] == "0"
    assert (row["clear_2"], row["pixels_2"]) == (50, 16)


def test_a_prefix_tells_masks_apart(rows, mask):
    """Shares of several dates fit into one layer."""
    (row,) = rows(mask, zones(box(0, 4)), PREFIX="7&16: ")
    assert (row["7&16: clear"], row["7&16: valid"], row["7&16: pixels"]) == (50, 100, 16)
    assert "clear" not in row


def test_only_selected_polygons_are_taken_if_asked(rows, mask):
    """'Selected features only' works."""
    layer = zones(box(0, 2), box(2, 4))
    layer.selectByExpression("\"name\" = '1'")
    (row,) = rows(mask, QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True))
    assert (row["name"], row["thick_cloud"]) == ("1", 100)


def test_a_crs_that_was_set_by_hand_counts(run, mask, tmp_path):
    """A mask whose file says another CRS than its layer lies where the layer lies on the map."""
    layer = QgsRasterLayer(mask, "mask")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32634"))
    QgsProject.instance().addMapLayer(layer)
    polygons = zones(box(0, 4), crs="EPSG:32634")
    output = run("classstatistics", INPUT=layer, ZONES=polygons, OUTPUT=str(tmp_path / "out.gpkg"))["OUTPUT"]
    (row,) = [feature.attributeMap() for feature in QgsVectorLayer(output, "out", "ogr").getFeatures()]
    assert (row["clear"], row["thick_cloud"], row["valid"], row["pixels"]) == (50, 50, 100, 16)


@pytest.mark.parametrize(
    ("values", "reason"),
    [(np.full((4, 10), 7, np.uint8), "the value 7"), (np.full((4, 10), 0.25, np.float32), "more than 8 bits")],
)
def test_what_is_no_mask_is_refused_and_leaves_nothing(run, tmp_path, values, reason):
    """Reflectance or a land cover map gives an error that says what a mask is, and no half layer."""
    raster = write(tmp_path / "other.tif", values)
    with pytest.raises(QgsProcessingException, match="no cloud mask") as error:
        run("classstatistics", INPUT=raster, ZONES=zones(box(0, 10)), OUTPUT=str(tmp_path / "out.gpkg"))
    assert reason in str(error.value)
    assert not (tmp_path / "out.gpkg").exists()


def test_cancelling_leaves_nothing(run, feedback, mask, tmp_path):
    """Cancel stops, and no layer is left."""
    feedback.cancel()
    with pytest.raises(QgsProcessingException):
        run("classstatistics", INPUT=mask, ZONES=zones(box(0, 10)), OUTPUT=str(tmp_path / "out.gpkg"))
    assert not (tmp_path / "out.gpkg").exists()
