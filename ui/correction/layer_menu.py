"""Offer an action in the context menus of mask layers."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsMapLayer, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QAction

from ..shared.layers import looks_like_mask


class LayerMenu(QObject):
    """An action in the context menu of each layer that looks like a mask."""

    def __init__(self, iface: QgisInterface, action: QAction) -> None:
        super().__init__()
        self._iface, self._action = iface, action
        self._registered = False
        self._new: list[str] = []
        self._settling = QTimer(self)  # layers of the toolbox get their style after they were added
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._offer)
        QgsProject.instance().layersAdded.connect(self._note)
        self._note(QgsProject.instance().mapLayers().values())

    def remove(self) -> None:
        """Take the action out of all menus."""
        self._settling.stop()
        QgsProject.instance().layersAdded.disconnect(self._note)
        if self._registered:
            self._iface.removeCustomActionForLayerType(self._action)

    def _note(self, layers: Iterable[QgsMapLayer]) -> None:
        self._new += [layer.id() for layer in layers]
        self._settling.start()

    def _offer(self) -> None:
        names, self._new = self._new, []
        layers = (QgsProject.instance().mapLayer(name) for name in names)
        for layer in layers:
            if layer is None or not looks_like_mask(layer):
                continue
            if not self._registered:
                self._registered = True
                self._iface.addCustomActionForLayerType(self._action, "", layer.type(), False)
            self._iface.addCustomActionForLayer(self._action, layer)
