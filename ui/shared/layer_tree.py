"""Arrange the layers of masks in QGIS's layer tree: a group per run, and in it a group per scene, the newest on top.

A group is known by its custom properties, so that the user can rename and move it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsLayerTreeNode,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.masks.names import MaskNames, extent_name, unedited, version_names
from .animation import widen_time
from .host import MASKS_FOLDER
from .layers import HIDDEN, set_crs

if TYPE_CHECKING:
    from qgis.gui import QgisInterface, QgsMapCanvas

    from ...core.masks.result import MaskResult

_MARGIN = 1.05
"""Factor of the map's extent around masks."""
_RUN = "cloud_s2_mask/run"
"""Custom property of the group of a run: folder, pixel size and area, so that the same run again finds it.

The model is none of them: with the automatic choice, scenes of one run may have several.
"""
_SCENE = "cloud_s2_mask/scene"
"""Custom property of the group of a scene: day, tile and product, by which scenes are sorted."""
_PART = "cloud_s2_mask/part"
"""Custom property of the layers that belong to a run; the user may have put others into its groups."""
_SET_ASIDE = "cloud_s2_mask/set_aside"
"""Custom property of the groups that `show_only` has hidden."""


def add_layers(project: QgsProject, result: MaskResult, layers: Sequence[QgsRasterLayer]) -> None:
    """Add the layers of a scene to the group of its run, the first one on top; call it on the main thread.

    Scenes are in order of date and tile, the newest on top, whatever the order in which they are added. A layer whose
    file is open already is refreshed, and keeps its style and its place.
    """
    set_crs(layers)
    open_before = defaultdict(list)
    for layer in project.mapLayers().values():
        open_before[Path(layer.source())].append(layer)
    for layer in reversed(layers):
        shown = open_before[Path(layer.source())]
        if not shown:
            project.addMapLayer(layer, addToLegend=False)
            place_in_scene(project, result, layer)
        for other in shown:
            other.reload()
            other.triggerRepaint()
    widen_time(project, layers)


def place_in_scene(project: QgsProject, result: MaskResult, layer: QgsRasterLayer) -> None:
    """Put a layer of a project on top of the group of its scene, unless it has its place there, and nowhere else."""
    former = _nodes_of(project, layer)
    run = _run_group(project, result) or _new_run_group(project, result)
    scene = _scene_group(run, result) or _new_scene_group(run, result)
    if layer.customProperty(_PART) and scene.findLayer(layer.id()) is not None:  # without, QGIS has put it there
        return
    layer.setCustomProperty(_PART, True)
    node, renderer, hidden = QgsLayerTreeLayer(layer), layer.renderer(), bool(layer.customProperty(HIDDEN))
    if renderer.type() == "paletted":  # the line before the classes is the name of the band, which says nothing new
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, list(range(1, len(renderer.classes()) + 1)))
    scene.insertChildNode(0, node)
    node.setItemVisibilityChecked(not hidden)
    node.setExpanded(renderer.type() == "paletted" and not hidden)
    if len(scene.children()) == 1:
        _show_one_legend(project, run, scene)
    _remove(former)


def raise_in_scene(project: QgsProject, result: MaskResult, file: Path) -> None:
    """Put the layer of a file, if it is open, on top of the group of a scene again."""
    for layer in project.mapLayers().values():
        if Path(layer.source()) == file:
            layer.removeCustomProperty(_PART)
            place_in_scene(project, result, layer)


def place_below(project: QgsProject, result: MaskResult, layer: QgsMapLayer) -> None:
    """Put a layer of a project, such as the footprints of a run, below the scenes of the run."""
    former = _nodes_of(project, layer)
    run = _run_group(project, result) or _new_run_group(project, result)
    layer.setCustomProperty(_PART, True)
    run.addLayer(layer).setExpanded(False)
    _remove(former)


def place_above_runs(project: QgsProject, layer: QgsMapLayer) -> None:
    """Move a layer out of the groups of runs, where QGIS puts it if a mask is the active layer, to above all runs."""
    for node in _nodes_of(project, layer):
        runs = [group for group in _groups_above(node) if group.customProperty(_RUN)]
        if runs:
            project.layerTreeRoot().insertLayer(0, layer)
            _remove([node])


def fold_older(project: QgsProject, result: MaskResult) -> None:
    """Fold the scenes of a run but the newest; QGIS unfolds groups whose layers it makes active."""
    run = _run_group(project, result)
    for scene in list(_scenes(run))[1:] if run else []:
        scene.setExpanded(False)


def remove_layers(project: QgsProject, results: Iterable[MaskResult]) -> None:
    """Remove the files of these masks from a project, wherever they are in the layer tree.

    A scene's group goes with its last layer of the plugin, and a run's group with its last scene, also its footprints.
    Other layers in these groups move out of them.
    """
    results = list(results)
    files, keys = {file for result in results for file in _files_of(project, result)}, set(map(_run_key, results))
    runs = [run for run in _runs(project) if run.customProperty(_RUN) in keys or _has(run, files)]
    project.removeMapLayers([name for name, layer in project.mapLayers().items() if Path(layer.source()) in files])
    for run in runs:
        for scene in list(_scenes(run)):
            if not _parts(scene):
                _dissolve(project, scene)
        if not any(_scenes(run)):
            project.removeMapLayers(_parts(run))
            _dissolve(project, run)


def _files_of(project: QgsProject, result: MaskResult) -> set[Path]:
    """Return the files of a mask; those of a version with the ones of the mask and of its other versions on the map."""
    files, path = set(result.files), result.mask_path
    if not result.edited:
        return files
    versions = islice(version_names(path), project.count())
    for one in (path.with_name(f"{unedited(path.stem)}{path.suffix}"), *versions):
        names = MaskNames.beside(one)
        files |= {names.mask, names.confidence, names.valid_mask}
    return files


def mask_layer(project: QgsProject, result: MaskResult) -> QgsRasterLayer | None:
    """Return the layer of a mask; None if it is not on the map."""
    layers = project.mapLayers().values()
    return next((layer for layer in layers if Path(layer.source()) == result.mask_path), None)


def shown_files(project: QgsProject) -> set[Path]:
    """Return the files of all layers of a project."""
    return {Path(layer.source()) for layer in project.mapLayers().values()}


def show_only(project: QgsProject, chosen: Iterable[MaskResult]) -> None:
    """Check the scenes of these masks in the layer tree, and uncheck all other scenes until `show_again`."""
    masks = {result.mask_path for result in chosen}
    for run in _runs(project):
        for scene in _scenes(run):
            if _has(scene, masks):
                scene.setItemVisibilityCheckedParentRecursive(True)
                scene.removeCustomProperty(_SET_ASIDE)
            elif scene.itemVisibilityChecked():
                scene.setItemVisibilityChecked(False)
                scene.setCustomProperty(_SET_ASIDE, True)


def show_again(project: QgsProject) -> None:
    """Check the scenes that `show_only` has unchecked; those that the user has unchecked stay so."""
    for run in _runs(project):
        for scene in _scenes(run):
            if scene.customProperty(_SET_ASIDE):
                scene.setItemVisibilityChecked(True)
                scene.removeCustomProperty(_SET_ASIDE)


def make_active(iface: QgisInterface, layer: QgsMapLayer) -> None:
    """Make a layer the active one, and leave its groups folded, which QGIS would unfold."""
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    folded = [group for group in _groups_above(node) if not group.isExpanded()]
    iface.setActiveLayer(layer)
    for group in folded:
        group.setExpanded(False)


def zoom_to(canvas: QgsMapCanvas, results: Iterable[MaskResult]) -> None:
    """Show the whole of masks on a map, with a margin, unless they lie where its CRS has no coordinates."""
    crs, extent = canvas.mapSettings().destinationCrs(), QgsRectangle()
    for result in results:
        grid = result.grid
        to_crs = QgsCoordinateTransform(QgsCoordinateReferenceSystem.fromWkt(grid.crs), crs, QgsProject.instance())
        box = QgsRectangle(grid.left, grid.bottom, grid.right, grid.top)
        with suppress(QgsCsException):
            extent.combineExtentWith(to_crs.transformBoundingBox(box))
    if not extent.isEmpty():
        extent.scale(_MARGIN)
        canvas.setExtent(extent)


def _run_key(result: MaskResult) -> str:
    """Return folder, pixel size and area of a mask, the same for all masks of a run.

    The name of a mask has the resolution that was asked for, also that of a reduced product, whose pixels are larger.
    """
    path, name = result.mask_path, f"{result.acquisition.name}_{result.model}_"
    stem = unedited(path.stem)
    extent = stem[len(name) :] if stem.startswith(name) else extent_name(result.resolution, None)
    return f"{path.parent}|{result.pixel_text}|{extent}"


def _run_title(result: MaskResult) -> str:
    """Return the title of a run's group, with the folder of the masks, or of the products if that one says more."""
    folder = result.mask_path.parent
    place = folder.parent if folder.name == MASKS_FOLDER else folder
    text = QCoreApplication.translate("MaskLayers", "Clouds, {folder} ({res} m)")
    return text.format(res=result.pixel_text, folder=place.name)


def _scene_key(result: MaskResult) -> str:
    acquired = result.acquisition
    return f"{acquired.day} {acquired.tile} {acquired.name}"


def _scene_title(result: MaskResult) -> str:
    """Return the title of a scene's group, such as `2017-05-02 T33UUU (S2A, L1C)`."""
    acquired = result.acquisition
    return f"{acquired.title} ({acquired.satellite}, {acquired.level})" if acquired.tile else acquired.title


def has_runs(project: QgsProject) -> bool:
    """Return True if the project has a group of a run."""
    return any(_runs(project))


def _runs(project: QgsProject) -> Iterator[QgsLayerTreeGroup]:
    return (group for group in project.layerTreeRoot().findGroups(True) if group.customProperty(_RUN))


def _scenes(run: QgsLayerTreeGroup) -> Iterator[QgsLayerTreeGroup]:
    return (group for group in run.findGroups(True) if group.customProperty(_SCENE))


def _run_group(project: QgsProject, result: MaskResult) -> QgsLayerTreeGroup | None:
    key = _run_key(result)
    return next((run for run in _runs(project) if run.customProperty(_RUN) == key), None)


def _scene_group(run: QgsLayerTreeGroup, result: MaskResult) -> QgsLayerTreeGroup | None:
    key = _scene_key(result)
    return next((scene for scene in _scenes(run) if scene.customProperty(_SCENE) == key), None)


def _has(group: QgsLayerTreeGroup, files: set[Path]) -> bool:
    """Look for masks by their files, because a project that was moved has groups with the name of its former folder."""
    return any(Path(layer.source()) in files for layer in _layers(group))


def _parts(group: QgsLayerTreeGroup) -> list[str]:
    """Return the ids of the layers in a group that belong to a run."""
    return [layer.id() for layer in _layers(group) if layer.customProperty(_PART)]


def _layers(group: QgsLayerTreeGroup) -> Iterator[QgsMapLayer]:
    layers = (node.layer() for node in group.findLayers())
    return (layer for layer in layers if layer is not None)


def _new_run_group(project: QgsProject, result: MaskResult) -> QgsLayerTreeGroup:
    run = project.layerTreeRoot().insertGroup(0, _run_title(result))
    run.setCustomProperty(_RUN, _run_key(result))
    return run


def _new_scene_group(run: QgsLayerTreeGroup, result: MaskResult) -> QgsLayerTreeGroup:
    """Insert the group of a scene below the newer ones."""
    key, place = _scene_key(result), 0
    for index, node in enumerate(run.children()):
        if (node.customProperty(_SCENE) or "") > key:
            place = index + 1
    scene = run.insertGroup(place, _scene_title(result))
    scene.setCustomProperty(_SCENE, key)
    return scene


def _show_one_legend(project: QgsProject, run: QgsLayerTreeGroup, scene: QgsLayerTreeGroup) -> None:
    """Fold a new scene, unless it is on top, because one legend explains all scenes of all runs."""
    top, *others = _scenes(run)
    _unfold(scene, scene == top)
    if scene == top and others:
        others[0].setExpanded(False)  # the former top; what else is unfolded the user has unfolded
    if not others:  # the run is new
        for other in _runs(project):
            _unfold(other, other == run)


def _unfold(group: QgsLayerTreeGroup, unfolded: bool) -> None:
    # Folded first, because the view does not unfold a group that was unfolded already when it was empty.
    group.setExpanded(False)
    group.setExpanded(unfolded)


def _nodes_of(project: QgsProject, layer: QgsMapLayer) -> list[QgsLayerTreeLayer]:
    return [node for node in project.layerTreeRoot().findLayers() if node.layerId() == layer.id()]


def _remove(nodes: Iterable[QgsLayerTreeNode]) -> None:
    for node in nodes:
        node.parent().removeChildNode(node)


def _dissolve(project: QgsProject, group: QgsLayerTreeGroup) -> None:
    """Remove a group, and move what is left in it to the top of the tree."""
    for place, node in enumerate(group.children()):
        project.layerTreeRoot().insertChildNode(place, node.clone())
    _remove([group])


def _groups_above(node: QgsLayerTreeNode | None) -> Iterator[QgsLayerTreeGroup]:
    while node is not None and node.parent() is not None:
        node = node.parent()
        yield node
