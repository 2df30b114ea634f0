"""Layers and tables of features are written completely, or the file that was there before stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.errors import OutputError
from ...processing_provider.feature_files import is_file, write_file
from ...processing_provider.parameter_values import Values, make_fields
from ...tools.faults.disks import CannotMountError, files_of_at_most, tiny_disk
from ..refusals import refused

ROWS = 2000
SQUARE = QgsGeometry.fromWkt("POLYGON((0 0, 1 0, 1 1, 0 0))")

Write = Callable[..., str]


@pytest.fixture
def write(qgis_app) -> Write:
    """Return a function that writes a layer of triangles to a file, and returns its path."""
    fields, crs = make_fields("number:int8", "text:string"), QgsCoordinateReferenceSystem("EPSG:32633")

    def written(path: Path, count: int = ROWS, geometry_type: QgsWkbTypes.Type = QgsWkbTypes.Type.Polygon) -> str:
        features = []
        for number in range(count):
            feature = QgsFeature(fields)
            feature.setAttributes([number, f"row {number}"])
            if geometry_type == QgsWkbTypes.Type.Polygon:
                feature.setGeometry(SQUARE)
            features.append(feature)
        return write_file(str(path), features, (fields, geometry_type, crs), {}, QgsProcessingContext())

    return written


def numbers(path: str) -> list[int]:
    """Read the numbers of a layer."""
    return [int(feature["number"]) for feature in QgsVectorLayer(path, "read", "ogr").getFeatures()]


@pytest.mark.parametrize("suffix", ["gpkg", "csv", "geojson", "shp"])
def test_a_file_on_a_full_disk_is_whole_or_an_error(write, tmp_path, suffix):
    """The file has all rows, or an error names it and nothing is left."""
    folder = tmp_path / "disk"
    outcomes: list[bool | None] = []
    folder.mkdir()
    for kilobytes in (8, 60, 100, 140, 180, 220, 340, 3000):
        path = folder / f"out.{suffix}"
        try:
            with tiny_disk(folder, kilobytes):
                try:
                    outcomes.append(numbers(write(path)) == list(range(ROWS)))
                except OutputError:
                    outcomes.append(None)
                    assert list(folder.iterdir()) == []
        except CannotMountError as error:
            pytest.skip(f"This system does not allow tests to mount a small file system: {error}")
    assert set(outcomes) == {True, None}


@pytest.mark.parametrize("suffix", ["gpkg", "csv", "geojson", "shp"])
def test_the_file_before_stays_if_the_new_one_fails(write, tmp_path, suffix):
    """A quota ends the new file at any byte: the old one is as it was."""
    path = tmp_path / f"out.{suffix}"
    write(path, 10)
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    write(tmp_path / f"new.{suffix}")
    size = (tmp_path / f"new.{suffix}").stat().st_size
    for one in tmp_path.glob("new.*"):
        one.unlink()
    for limit in (0, 1000, size - 1):
        with files_of_at_most(limit), refused(OutputError):
            write(path)
        assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before
    assert numbers(write(path)) == list(range(ROWS))


def test_logs_and_indexes_of_the_file_before_go(write, tmp_path):
    """The log of an open GeoPackage and the index of a shapefile would change what the new file shows."""
    for name in ("a.gpkg-wal", "a.gpkg-shm", "b.qix", "b.sbn", "c.qix"):
        (tmp_path / name).write_bytes(b"old")
    for name in ("a.gpkg", "b.shp", "d.csv"):
        assert numbers(write(tmp_path / name, 5)) == list(range(5))
    assert {path.name for path in tmp_path.iterdir() if path.read_bytes() == b"old"} == {"c.qix"}


def test_files_of_another_file_of_the_same_name_stay(write, tmp_path):
    """A shapefile beside a raster of its name leaves the raster its world file, overviews, statistics and table."""
    shapefile = {"roads.sbn", "roads.qix", "roads.shp.xml"}
    others = {"roads.png", "roads.wld", "roads.ovr", "roads.aux.xml", "roads.vat.dbf", "roads.shp-wal", "a.csv-wal"}
    logs = {"roads.gpkg-wal", "roads.gpkg-journal"}
    for name in shapefile | others | logs | {"more.gpkg-wal"}:
        (tmp_path / name).write_bytes(b"old")
    for name in ("roads.shp", "a.csv"):
        write(tmp_path / name, 5)
    left = others | logs | {"more.gpkg-wal"}
    assert {path.name for path in tmp_path.iterdir() if path.read_bytes() == b"old"} == left
    write(tmp_path / "roads.gpkg", 5)
    assert {path.name for path in tmp_path.iterdir() if path.read_bytes() == b"old"} == left - logs


def test_a_layer_in_use_does_not_change_the_new_one(write, tmp_path):
    """I run an algorithm again while its first output is open: the new file has the new rows."""
    path = tmp_path / "out.gpkg"
    layer = QgsVectorLayer(write(path, 5), "open", "ogr")
    assert layer.startEditing()
    assert layer.deleteFeatures([1, 2])
    assert layer.commitChanges(False)
    assert numbers(write(path, 7)) == list(range(7))
    del layer
    assert numbers(str(path)) == list(range(7))


def test_a_format_that_drops_rows_is_refused(write, tmp_path):
    """FlatGeobuf holds no rows without geometry; they are not lost silently. A newer GDAL says so itself."""
    with pytest.raises(QgsProcessingException, match=r"out\.fgb|NULL geometry"):
        write(tmp_path / "out.fgb", 3, QgsWkbTypes.Type.NoGeometry)
    assert list(tmp_path.iterdir()) == []


def test_a_name_without_suffix_is_a_geopackage(write, tmp_path):
    """QGIS adds the suffix, as always."""
    assert write(tmp_path / "out", 2) == str(tmp_path / "out.gpkg")
    assert numbers(str(tmp_path / "out.gpkg")) == [0, 1]


@pytest.mark.parametrize(
    ("target", "on_disk"),
    [
        ("a.csv", True),
        ("/a/b.gpkg", True),
        ("C:/a.shp", True),
        ("memory:a", False),
        ("TEMPORARY_OUTPUT", False),
        ("ogr:dbname='/a.gpkg' table=\"b\" (geom)", False),
        ("postgres:dbname='a'", False),
        ("", False),
    ],
)
def test_files_are_told_from_other_targets(target, on_disk):
    """Layers in memory and tables of databases are QGIS's own matter."""
    assert is_file(target) is on_disk


def test_a_written_table_is_loaded_into_the_project(tmp_path):
    """The table of models is opened by its title if I ask for it."""
    project, path = QgsProject.instance(), tmp_path / "models.csv"
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:comparemasks")
    output = QgsProcessingOutputLayerDefinition(str(path), project)
    output.destinationName = "My table"
    context = QgsProcessingContext()
    values = Values(algorithm, {"MATRIX": output}, context)
    assert values.write_table("MATRIX", make_fields("number:int8"), [[1], [2]]) == str(path)
    assert numbers(str(path)) == [1, 2]
    details = context.layersToLoadOnCompletion()
    assert {source: detail.name for source, detail in details.items()} == {str(path): "My table"}
