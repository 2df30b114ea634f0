"""Style rasters when Processing loads them, from the toolbox and from models alike."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
)

Style = Callable[[QgsRasterLayer], None]


class _Styler(QgsProcessingLayerPostProcessorInterface):
    """Styles one layer. QGIS deletes it with the list of layers that it is in, so it cannot be shared."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style

    def postProcessLayer(
        self, layer: QgsMapLayer, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS on the main thread once the layer is in the project."""
        _stylers.pop(layer.source(), None)
        if isinstance(layer, QgsRasterLayer):
            self._style(layer)


_stylers: dict[str, _Styler] = {}
"""By file. Without a reference from Python the layer would come unstyled."""


def style_when_loaded(context: QgsProcessingContext, path: str, style: Style) -> None:
    """Have a raster styled if Processing is going to load it."""
    if context.willLoadLayerOnCompletion(path):
        _stylers[path] = _Styler(style)
        context.layerToLoadOnCompletionDetails(path).setPostProcessor(_stylers[path])
