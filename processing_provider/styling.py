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
    """Styles the layers whose files were announced to it."""

    def __init__(self) -> None:
        super().__init__()
        self.times: dict[str, datetime] = {}

    def postProcessLayer(
        self, layer: QgsMapLayer, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS on the main thread once the layer is in the project."""
        time = self.times.pop(layer.source(), None)
        if isinstance(layer, QgsRasterLayer) and time is not None:
            style_mask(layer, time)


# QGIS does not keep a post-processor alive: without this reference the layer would come unstyled.
_STYLER = _MaskStyler()


def style_when_loaded(context: QgsProcessingContext, path: str, sensing_time: datetime) -> None:
    """Have a mask styled if Processing is going to load it."""
    if context.willLoadLayerOnCompletion(path):
        _STYLER.times[path] = sensing_time
        context.layerToLoadOnCompletionDetails(path).setPostProcessor(_STYLER)
