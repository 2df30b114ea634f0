"""Style masks when Processing loads them, from the toolbox and from models alike."""

from __future__ import annotations

from datetime import datetime

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
)

from ..ui.mask_layers import style_mask


class _MaskStyler(QgsProcessingLayerPostProcessorInterface):
    """Styles one layer. QGIS deletes it with the list of layers that it is in, so it cannot be shared."""

    def __init__(self, sensing_time: datetime) -> None:
        super().__init__()
        self._sensing_time = sensing_time

    def postProcessLayer(
        self, layer: QgsMapLayer, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS on the main thread once the layer is in the project."""
        _stylers.pop(layer.source(), None)
        if isinstance(layer, QgsRasterLayer):
            style_mask(layer, self._sensing_time)


_stylers: dict[str, _MaskStyler] = {}
"""By file. Without a reference from Python the layer would come unstyled."""


def style_when_loaded(context: QgsProcessingContext, path: str, sensing_time: datetime) -> None:
    """Have a mask styled if Processing is going to load it."""
    if context.willLoadLayerOnCompletion(path):
        _stylers[path] = _MaskStyler(sensing_time)
        context.layerToLoadOnCompletionDetails(path).setPostProcessor(_stylers[path])
