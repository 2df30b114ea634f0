"""Load masks with the natural colours of their scenes, in the groups in which the window shows them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis import utils
from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProject
from qgis.PyQt.QtCore import QTimer

from ..core.masks.result import MaskResult
from ..ui.shared.animation import prepare_animation
from ..ui.shared.layer_tree import add_layers, fold_older, place_in_scene, raise_in_scene
from ..ui.shared.layers import HIDDEN, open_layers_here, set_crs
from .styles import when_loaded


def load_mask(
    context: QgsProcessingContext, result: MaskResult, output: str, *, hidden_below: Path | None = None
) -> None:
    """Have Processing load a mask and the layers of its scene.

    Args:
        context: Of the run; it has a project.
        result: The mask.
        output: Name of the output with the mask.
        hidden_below: File of a layer of the same scene that stays on top, below which the mask is unchecked.
    """
    # Opened here, because Processing would open them on the main thread, and as vector layers first.
    mask, *others = (context.temporaryLayerStore().addMapLayer(layer) for layer in open_layers_here(result))
    mask.setCustomProperty(HIDDEN, hidden_below is not None)
    details = QgsProcessingContext.LayerDetails(mask.name(), context.project(), output)
    details.forceName = True
    path = str(result.mask_path)
    context.addLayerToLoadOnCompletion(path, details)
    when_loaded(context, path, partial(_show_scene, result, [layer.id() for layer in others], hidden_below))


def _show_scene(
    result: MaskResult, others: list[str], top: Path | None, mask: QgsMapLayer, context: QgsProcessingContext
) -> None:
    """Put a mask, and the layers of its scene, into the group of its run, or refresh them if they are there already.

    Args:
        result: The mask.
        others: Ids of the other layers of the scene.
        top: File of the layer that stays on top.
        mask: Layer of the mask.
        context: Owner of the other layers.
    """
    store = context.temporaryLayerStore()
    taken = [store.takeMapLayer(store.mapLayer(layer)) for layer in others]
    set_crs([mask])
    add_layers(context.project(), result, taken)
    place_in_scene(context.project(), result, mask)
    if top is not None:
        raise_in_scene(context.project(), result, top)
    mask.reload()
    QTimer.singleShot(0, partial(_finish, context.project(), result))  # after QGIS has made a layer the active one


def _finish(project: QgsProject, result: MaskResult) -> None:
    """Fold the scenes of a run, and let the map show all dates."""
    fold_older(project, result)
    if utils.iface is not None:
        prepare_animation(utils.iface.mapCanvas(), project)
