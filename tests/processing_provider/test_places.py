"""Results beside masks: where the layers that the toolbox loads are in the layer tree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsLayerTreeRegistryBridge, QgsProject, QgsVectorLayer

from ...ui.shared.layer_tree import add_layers
from ...ui.shared.layers import open_layers
from ..season import cloudy, masked, result_of
from .conftest import FLAT


@pytest.fixture
def mask(tmp_path) -> Iterator[str]:
    """The mask of a run on the map, which is the active layer: QGIS adds layers beside it."""
    project, result = QgsProject.instance(), result_of(masked(tmp_path / "masks", 0, cloudy(20)))
    add_layers(project, result, open_layers(result))
    (run,) = project.layerTreeRoot().findGroups()
    (scene,) = run.findGroups()
    bridge = project.layerTreeRegistryBridge()
    bridge.setLayerInsertionPoint(QgsLayerTreeRegistryBridge.InsertionPoint(scene, 0))
    yield str(result.mask_path)
    bridge.setLayerInsertionPoint(QgsLayerTreeRegistryBridge.InsertionPoint(project.layerTreeRoot(), 0))


def load(name: str, **parameters: object) -> None:
    """Run an algorithm as its window does, which loads the results."""
    import processing

    processing.runAndLoadResults(f"clouds2mask:{name}", parameters)


def places() -> list[tuple[str, str]]:
    """Return the file and the group of each layer, from top to bottom; the group is empty for those in none."""
    nodes = QgsProject.instance().layerTreeRoot().findLayers()
    return [(Path(node.layer().source().split("|")[0]).name, node.parent().name()) for node in nodes]


def test_statistics_of_polygons_are_above_the_masks(mask, tmp_path):
    """The polygons with shares do not hide in the group of the active mask."""
    polygons = QgsVectorLayer("Polygon?crs=EPSG:32633&field=name:string", "zones", "memory")
    polygon = QgsFeature(polygons.fields())
    polygon.setGeometry(
        QgsGeometry.fromWkt("POLYGON((300000 5899840, 300200 5899840, 300200 5900040, 300000 5899840))")
    )
    polygons.dataProvider().addFeature(polygon)
    load("classstatistics", INPUT=mask, ZONES=polygons, OUTPUT=str(tmp_path / "shares.gpkg"))
    assert places() == [("shares.gpkg", ""), (Path(mask).name, "2024-04-03 T33UUU (S2A, L1C)")]


def test_tables_are_above_the_masks(mask, tmp_path):
    """The confusion matrix does not go when I remove the run."""
    load("comparemasks", INPUT=mask, REFERENCE=mask, MATRIX=str(tmp_path / "matrix.csv"))
    assert places() == [("matrix.csv", ""), (Path(mask).name, "2024-04-03 T33UUU (S2A, L1C)")]


def test_footprints_without_masks_are_above_the_masks_of_another_run(mask, make_product, tmp_path):
    """I mask without adding to the map, and the footprints do not join the run that is shown."""
    folder, table = str(tmp_path / "other"), str(tmp_path / "table.gpkg")
    load("maskscenes", INPUTS=[str(make_product(FLAT))], OUTPUT_FOLDER=folder, TABLE=table)
    assert places() == [("table.gpkg", ""), (Path(mask).name, "2024-04-03 T33UUU (S2A, L1C)")]
