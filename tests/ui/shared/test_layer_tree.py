"""The layers of runs in the layer tree: a group per run, a group per scene, and what is shown of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import (
    QgsDataProvider,
    QgsLayerTreeGroup,
    QgsLayerTreeModel,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsLayerTreeView
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from ....core.masks.result import MaskResult
from ....ui.shared.host import MASKS_FOLDER
from ....ui.shared.layer_tree import (
    add_layers,
    make_active,
    mask_layer,
    place_above_runs,
    place_below,
    place_in_scene,
    remove_layers,
    show_again,
    show_only,
)
from ....ui.shared.layers import open_layers
from ...season import cloudy, masked, result_of

ORDER = ["2024-05-03 T33UUU", "2024-04-08 T33UVU", "2024-04-08 T33UUU", "2024-04-03 T33UUU"]
"""Scenes as they are listed."""


def project() -> QgsProject:
    """Return the project of the test."""
    return QgsProject.instance()


@pytest.fixture
def results(tmp_path) -> list[MaskResult]:
    """Masks of a run, as they might be finished."""
    folder = tmp_path / "masks"
    dates = ((5, "T33UUU"), (30, "T33UUU"), (0, "T33UUU"), (5, "T33UVU"))
    return [result_of(masked(folder, day, cloudy(20), tile)) for day, tile in dates]


def add(*results: MaskResult) -> None:
    """Add masks to the map, as a run does."""
    for result in results:
        add_layers(project(), result, open_layers(result))


def runs() -> list[QgsLayerTreeGroup]:
    """Return the groups of the runs from top to bottom."""
    return project().layerTreeRoot().findGroups()


def scenes(run: QgsLayerTreeGroup | None = None) -> dict[str, QgsLayerTreeGroup]:
    """Return the groups of a run, or of the only run, by date and tile, from top to bottom."""
    (run,) = [run] if run else runs()
    return {scene.name()[:17]: scene for scene in run.findGroups()}


def visible() -> list[str]:
    """Return the scenes of the only run that the map shows."""
    return [name for name, scene in scenes().items() if scene.isVisible()]


def test_a_run_has_one_group_with_its_scenes_by_date(results):
    """I see one group for the run, and find a date in it whatever the order in which the masks were finished."""
    add(*results)
    (run,) = runs()
    assert run.name() == "Clouds, masks (20 m)"
    assert list(scenes()) == ORDER
    assert run.findGroups()[0].name() == "2024-05-03 T33UUU (S2A, L1C)"
    assert all(len(scene.findLayers()) == 1 for scene in run.findGroups())


def test_a_folder_beside_the_products_is_called_like_theirs(results, tmp_path):
    """The group says 'tuscany', not 'cloud masks' as for every other run."""
    folder = tmp_path / "tuscany" / MASKS_FOLDER
    folder.mkdir(parents=True)
    add(_of_folder(results[0], folder))
    assert runs()[0].name() == "Clouds, tuscany (20 m)"


def test_one_legend_explains_all_scenes(results):
    """Only the scene on top is unfolded, and of several runs only the newest."""
    add(*results)
    assert [name for name, scene in scenes().items() if scene.isExpanded()] == ORDER[:1]
    place_in_scene(project(), _renamed(results[0], "60m"), _copy(results[0]))
    assert [run.isExpanded() for run in runs()] == [True, False]


def test_a_group_that_i_fold_stays_folded_during_the_run(results):
    """I fold the run to see my other layers, and the next scene leaves it folded."""
    add(*results[:2])
    runs()[0].setExpanded(False)
    add(*results[2:])
    assert not runs()[0].isExpanded()


def test_a_run_with_several_models_has_one_group(results):
    """Products of both levels, or without a band, are masked by different models in one run, and stay together."""
    models = (("ukis-6b-l1c", "L1C"), ("ukis-6b-l2a", "L2A"), ("ukis-4b-l1c", "L1C"))
    made = [_of_model(result, *model) for result, model in zip(results, models)]
    add(*made)
    assert runs()[0].name() == "Clouds, masks (20 m)"
    assert len(scenes()) == 3
    assert {layer.name()[-11:] for layer in project().mapLayers().values()} == {model for model, _level in models}


def test_runs_with_other_areas_pixel_sizes_or_folders_have_groups_of_their_own(results, tmp_path):
    """I compare two areas, and switch each run on and off with one click."""
    result = results[0]
    add(result, _renamed(result, "60m"), _renamed(result, "20m_area_1a2b3c4d"), _of_folder(result, tmp_path))
    assert len(runs()) == 4


def test_the_same_run_again_refreshes_its_group(results):
    """I run again with the same settings: nothing is added, and a group that I renamed and moved keeps both."""
    add(*results)
    (run,) = runs()
    run.setName("my season")
    mine = project().layerTreeRoot().insertGroup(0, "mine")
    mine.addChildNode(run.clone())
    project().layerTreeRoot().removeChildNode(run)
    add(*results)
    assert [group.name() for group in runs()] == ["mine"]
    assert [group.name() for group in mine.findGroups()] == ["my season"]
    assert len(project().mapLayers()) == 4
    later = _later(results[0])
    add(later)
    assert list(scenes(mine.findGroups()[0])) == ["2024-05-13 T33UUU", *ORDER]


def test_only_the_chosen_scenes_are_shown_until_all_come_back(results):
    """I go through the season scene by scene; afterwards the map is as it was, with what I had hidden myself."""
    add(*results)
    scenes()[ORDER[3]].setItemVisibilityChecked(False)
    show_only(project(), results[:1])
    assert visible() == [ORDER[2]]
    show_only(project(), results[1:2])
    assert visible() == [ORDER[0]]
    show_again(project())
    assert visible() == ORDER[:3]


def test_a_chosen_scene_is_shown_even_if_its_run_was_hidden(results):
    """I choose a scene of a run that I had switched off, and see it."""
    add(*results)
    runs()[0].setItemVisibilityChecked(False)
    show_only(project(), results[:1])
    assert visible() == [ORDER[2]]


def test_a_project_that_was_moved_has_its_scenes(results, tmp_path):
    """I move project and masks to another disk; the season still shows and removes the right scenes."""
    add(*results)
    moved = [_of_folder(result, tmp_path) for result in results]
    for result, other in zip(results, moved):
        layer = mask_layer(project(), result)
        assert layer is not None
        layer.setDataSource(str(other.mask_path), layer.name(), "gdal", QgsDataProvider.ProviderOptions())
    show_only(project(), moved[:1])
    assert visible() == [ORDER[2]]
    remove_layers(project(), moved)
    assert runs() == []


def test_choosing_a_scene_hides_those_of_other_runs(results):
    """The scenes of an earlier run do not cover the chosen one."""
    add(results[0], _renamed(results[0], "60m"))
    show_only(project(), [results[0]])
    assert [group.isVisible() for run in runs() for group in run.findGroups()] == [False, True]


def test_an_active_layer_leaves_its_groups_folded(results):
    """I choose a scene in the season, and the layer tree does not unfold."""
    add(*results)
    view = QgsLayerTreeView()
    view.setModel(QgsLayerTreeModel(project().layerTreeRoot(), view))
    view.show()
    QTest.qWaitForWindowExposed(view)  # a hidden view would not scroll

    class Tree:
        def setActiveLayer(self, layer: QgsRasterLayer) -> None:
            view.setCurrentLayer(layer)

    layer = mask_layer(project(), results[0])
    assert layer is not None
    make_active(Tree(), layer)
    assert view.currentLayer() == layer
    assert not scenes()[ORDER[2]].isExpanded()
    assert not view.isExpanded(view.node2index(scenes()[ORDER[2]]))
    view.deleteLater()


def test_the_layers_of_a_run_are_removed_in_one_go(results):
    """I remove a run, or single scenes of it, without searching for layers; its footprints go with its last scene."""
    add(*results)
    remove_layers(project(), results[:1])
    assert list(scenes()) == [ORDER[0], ORDER[1], ORDER[3]]
    footprints = _polygons()
    place_below(project(), results[1], footprints)
    assert runs()[0].children()[-1].name() == "mine"
    remove_layers(project(), results[1:3])
    assert footprints.id() in project().mapLayers()
    remove_layers(project(), results)
    assert runs() == []
    assert project().mapLayers() == {}


def test_my_own_layers_stay_when_a_run_is_removed(results):
    """QGIS put my layer beside the active mask, and I put one into the group of the run: both move out of it."""
    add(*results)
    beside, below = _polygons(), _polygons()
    scenes()[ORDER[0]].insertLayer(0, beside)
    runs()[0].addLayer(below)
    remove_layers(project(), results[1:2])
    assert beside.id() in project().mapLayers()
    assert list(scenes()) == ORDER[1:]
    assert project().layerTreeRoot().children()[0].layer() == beside
    remove_layers(project(), results)
    assert runs() == []
    assert [node.layer() for node in project().layerTreeRoot().children()] == [below, beside]


def test_a_mask_is_removed_wherever_it_is(results):
    """I have dragged a mask out of its group, and opened another one by hand: both are removed."""
    add(results[0])
    root = project().layerTreeRoot()
    (node,) = root.findLayers()
    root.insertChildNode(0, node.clone())
    node.parent().removeChildNode(node)
    project().addMapLayer(_copy(results[1]))
    remove_layers(project(), results[:2])
    assert project().mapLayers() == {}
    assert root.children() == []


def test_a_scene_stays_with_the_mask_of_another_model(results):
    """Of two masks in the group of a scene, I remove one."""
    other = _of_model(results[0], "other", "L1C")
    add(results[0])
    layer = _copy(other)
    project().addMapLayer(layer, addToLegend=False)
    place_in_scene(project(), results[0], layer)
    remove_layers(project(), [results[0]])
    assert [node.layer() for node in scenes()[ORDER[2]].findLayers()] == [layer]


def test_a_layer_that_is_placed_leaves_its_former_place(results):
    """A mask that Processing has put on top of all goes to its run."""
    layer = open_layers(results[0])[0]
    project().addMapLayer(layer)
    place_in_scene(project(), results[0], layer)
    assert [node.layer() for node in project().layerTreeRoot().findLayers()] == [layer]
    assert list(scenes()) == [ORDER[2]]


def test_the_legend_begins_with_the_first_class(results):
    """The legend has a line per class, and none with the English name of the band."""
    model = QgsLayerTreeModel(project().layerTreeRoot())
    add(results[0])
    (node,) = project().layerTreeRoot().findLayers()
    lines = [line.data(Qt.ItemDataRole.DisplayRole) for line in model.layerLegendNodes(node)]
    assert lines == ["Clear", "Thick cloud", "Thin cloud", "Cloud shadow"]


def test_a_result_is_put_above_the_masks(results):
    """QGIS puts a composite beside the active mask, where the masks above would cover it."""
    add(*results)
    composite, mine = _copy(results[0]), project().layerTreeRoot().addGroup("mine")
    project().addMapLayer(composite, addToLegend=False)
    scenes(runs()[0])[ORDER[2]].addLayer(composite)
    place_above_runs(project(), composite)
    place_above_runs(project(), composite)  # as in a run of an algorithm, whose layers are moved one by one
    assert project().layerTreeRoot().children()[0].layer() == composite
    assert len(project().layerTreeRoot().findLayers()) == 5
    own = _copy(results[0])
    project().addMapLayer(own, addToLegend=False)
    mine.addLayer(own)
    place_above_runs(project(), own)
    assert [node.layer() for node in mine.findLayers()] == [own]


def test_a_raster_without_a_tile_has_its_own_name(results):
    """A mask of a raster, or of an unknown date, is listed by the name of its source."""
    acquired = replace(results[0].acquisition, name="my raster", tile="", satellite="", sensing_time=None)
    add(replace(results[0], acquisition=acquired))
    assert [scene.name() for scene in runs()[0].findGroups()] == ["my raster"]


def _copy(result: MaskResult) -> QgsRasterLayer:
    """Open a mask as another layer."""
    return QgsRasterLayer(str(result.mask_path), "mine")


def _polygons() -> QgsVectorLayer:
    """Add a layer to the project that a user has made, but not to the layer tree."""
    return project().addMapLayer(QgsVectorLayer("Polygon?crs=EPSG:32633", "mine", "memory"), addToLegend=False)


def _of_model(result: MaskResult, model: str, level: str) -> MaskResult:
    """Return a mask as another model would have made it of a product of this level."""
    path = _twin(result, result.mask_path.with_name(f"{result.acquisition.name}_{model}_20m.tif"))
    return replace(result, mask_path=path, model=model, acquisition=replace(result.acquisition, level=level))


def _renamed(result: MaskResult, extent: str) -> MaskResult:
    """Return a mask of another pixel size or area."""
    return replace(
        result, mask_path=_twin(result, result.mask_path.with_name(f"{result.acquisition.name}_tiny_{extent}.tif"))
    )


def _of_folder(result: MaskResult, folder: Path) -> MaskResult:
    """Return a mask in another folder."""
    return replace(result, mask_path=_twin(result, folder / result.mask_path.name))


def _later(result: MaskResult) -> MaskResult:
    """Return a mask of a later date in the same folder."""
    return result_of(masked(result.mask_path.parent, 40, cloudy(10)))


def _twin(result: MaskResult, path: Path) -> Path:
    """Copy a mask file."""
    path.write_bytes(result.mask_path.read_bytes())
    return path
