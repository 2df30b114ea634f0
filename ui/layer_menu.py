"""Offer actions in the context menus of raster layers, each for the layers that it serves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QAction

_MENU = "CloudS2Mask"


class LayerMenu(QObject):
    """Actions in the context menus of layers.

    Args:
        iface: The interface of QGIS.
        actions: Actions, and the functions that tell if they serve a raster layer.
    """

    def __init__(self, iface: QgisInterface, actions: Mapping[QAction, Callable[[QgsRasterLayer], bool]]) -> None:
        super().__init__()
        self._iface, self._actions = iface, actions
        self._registered = False
        self._new: list[str] = []
        self._settling = QTimer(self)  # layers of the toolbox get their style after they were added
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._offer)
        QgsProject.instance().layersAdded.connect(self._note)
        self._note(QgsProject.instance().mapLayers().values())

    def remove(self) -> None:
        """Take the actions out of all menus."""
        self._settling.stop()
        QgsProject.instance().layersAdded.disconnect(self._note)
        for action in self._actions if self._registered else ():
            self._iface.removeCustomActionForLayerType(action)

    def _note(self, layers: Iterable[QgsMapLayer]) -> None:
        self._new += [layer.id() for layer in layers]
        self._settling.start()

    def _offer(self) -> None:
        names, self._new = self._new, []
        for layer in map(QgsProject.instance().mapLayer, names):
            if isinstance(layer, QgsRasterLayer):
                self._register(layer)
                for action, serves in self._actions.items():
                    if serves(layer):
                        self._iface.addCustomActionForLayer(action, layer)

    def _register(self, layer: QgsRasterLayer) -> None:
        """Tell QGIS of the actions; in its versions, types of layers are of several classes."""
        for action in () if self._registered else self._actions:
            self._iface.addCustomActionForLayerType(action, _MENU, layer.type(), False)
        self._registered = True
