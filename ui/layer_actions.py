"""Mask, apply masks and look below them from the context menus of layers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.gui import QgisInterface, QgsGui
from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .layer_menu import LayerMenu
from .shared.algorithm_window import open_algorithm
from .shared.layers import looks_like_mask
from .shared.raster_source import is_file, product_of

if TYPE_CHECKING:
    from pathlib import Path

_LEAST_BANDS = 3
"""Bands of a raster that can be masked; a band of a product leads to all of them."""
SHORTCUT = "Ctrl+Alt+M"
"""Of the switch of masks, until the user chooses another one in QGIS's settings."""

_PEEKED = "cloud_s2_mask/peeked"
"""Custom property of the entries of masks that `toggle_masks` has unchecked."""


class LayerActions(QObject):
    """Actions on the layer that is active, which is the one whose context menu is open.

    Args:
        iface: The interface of QGIS.
        icons: Folder of the icons.
        correct: Action that corrects the mask of the active layer.
    """

    def __init__(self, iface: QgisInterface, icons: Path, correct: QAction) -> None:
        super().__init__()
        self._iface, self._icons = iface, icons
        translate = QCoreApplication.translate
        mask = self._action("maskraster", translate("LayerActions", "Mask clouds…"), self._mask)
        apply = self._action("applymask", translate("LayerActions", "Apply cloud mask…"), self._apply)
        polygons = self._action("maskpolygons", translate("LayerActions", "Mask as polygons…"), self._polygons)
        text = translate("LayerActions", "Show or hide cloud masks")
        self.toggle = self._action("clouds2mask", text, lambda: toggle_masks(QgsProject.instance()))
        self.toggle.setObjectName("cloud_s2_mask_toggle")
        QgsGui.shortcutsManager().registerAction(self.toggle, SHORTCUT)
        of_masks = dict.fromkeys((polygons, correct, self.toggle), looks_like_mask)
        actions = {mask: can_be_masked, apply: is_file, **of_masks}
        self._menu = LayerMenu(iface, actions)

    def remove(self) -> None:
        """Take the actions out of QGIS."""
        self._menu.remove()
        QgsGui.shortcutsManager().unregisterAction(self.toggle)

    def _action(self, icon: str, text: str, slot: Callable[[], object]) -> QAction:
        action = QAction(QIcon(str(self._icons / f"{icon}.svg")), text, self)
        action.triggered.connect(lambda *_checked: slot())
        return action

    def _mask(self) -> None:
        """Open the algorithm for the product that the layer shows, or else for the layer itself."""
        layer = self._iface.activeLayer()
        product = product_of(layer)
        if product is None:
            open_algorithm(self._iface, "maskraster", {"INPUT": layer.id()})
        else:
            open_algorithm(self._iface, "maskscene", {"INPUT": str(product)})

    def _polygons(self) -> None:
        open_algorithm(self._iface, "maskpolygons", {"INPUT": self._iface.activeLayer().id()})

    def _apply(self) -> None:
        """Open the algorithm for an image and its mask, whichever of both the layer is."""
        layer = self._iface.activeLayer()
        is_mask = looks_like_mask(layer)
        other = next((one for one in _neighbours(layer) if looks_like_mask(one) != is_mask), None)
        image, mask = (other, layer) if is_mask else (layer, other)
        open_algorithm(self._iface, "applymask", {k: v.id() for k, v in (("INPUT", image), ("MASK", mask)) if v})


def can_be_masked(layer: QgsRasterLayer) -> bool:
    """Return True if a layer is an image that may be masked, or a part of a product."""
    if not is_file(layer) or looks_like_mask(layer):
        return False
    return layer.bandCount() >= _LEAST_BANDS or product_of(layer) is not None


def _neighbours(layer: QgsMapLayer) -> Iterator[QgsRasterLayer]:
    """Yield the other rasters of the project that touch a layer in its CRS, those in its group first."""
    root = QgsProject.instance().layerTreeRoot()
    node = root.findLayer(layer.id())
    for group in (node.parent(), root):
        for one in (found.layer() for found in group.findLayers()):
            fitting = isinstance(one, QgsRasterLayer) and one != layer and is_file(one) and one.crs() == layer.crs()
            if fitting and one.extent().intersects(layer.extent()):
                yield one


def toggle_masks(project: QgsProject) -> None:
    """Uncheck the masks that are checked in the layer tree, or check those again that the last call has unchecked."""
    nodes = [node for node in project.layerTreeRoot().findLayers() if node.layer() and looks_like_mask(node.layer())]
    hidden = [node for node in nodes if node.customProperty(_PEEKED)]
    for node in hidden or [node for node in nodes if node.itemVisibilityChecked()]:
        node.setItemVisibilityChecked(bool(hidden))
        if hidden:
            node.removeCustomProperty(_PEEKED)
        else:
            node.setCustomProperty(_PEEKED, True)
