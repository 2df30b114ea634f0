"""Style rasters when Processing loads them, from the toolbox and from models alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from qgis.core import (
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from ..core.analysis.confusion import PAIR_COLOURS, Confusion, pair_code
from ..core.classes import CLEAR, MaskClass
from ..core.masks.qml import confidence_qml
from ..ui.shared.layers import set_style, set_time, valid_mask_style

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


_OPACITY = 0.8


def style_difference(layer: QgsRasterLayer, confusion: Confusion) -> None:
    """Show a colour for each pair of classes that occurs, disagreement first; clear in both is transparent."""
    pairs = sorted(_pairs(confusion), key=lambda pair: (pair[0] == pair[1], pair[0].value, pair[1].value))
    entries = []
    for reference, mask in pairs:
        code = pair_code(reference, mask)
        colour = QColor(*PAIR_COLOURS[code], 0 if reference == mask and mask.value == CLEAR else 255)
        entries.append(QgsPalettedRasterRenderer.Class(code, colour, _label(reference, mask)))
    renderer = QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries)
    renderer.setOpacity(_OPACITY)
    layer.setRenderer(renderer)
    layer.triggerRepaint()
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    if node is not None:
        node.setExpanded(True)  # QGIS has folded the 256 entries of the palette


def _pairs(confusion: Confusion) -> Iterator[tuple[MaskClass, MaskClass]]:
    for row, reference in enumerate(confusion.classes):
        for column, mask in enumerate(confusion.classes):
            if confusion.counts[row, column]:
                yield reference, mask


def _label(reference: MaskClass, mask: MaskClass) -> str:
    translate = QCoreApplication.translate
    if reference == mask:
        return translate("Difference", "{name} in both").format(name=mask.name())
    if mask.value == CLEAR:
        return translate("Difference", "{name}, missed by the mask").format(name=reference.name())
    if reference.value == CLEAR:
        return translate("Difference", "{name}, only in the mask").format(name=mask.name())
    text = translate("Difference", "{reference} (mask: {mask})")
    return text.format(reference=reference.name(), mask=mask.name())


def style_valid_mask(layer: QgsRasterLayer) -> None:
    """Show what is usable and what is not."""
    set_style(layer, valid_mask_style())


def style_confidence(layer: QgsRasterLayer, classes: Sequence[MaskClass]) -> None:
    """Show how sure the model is of cloud; `classes` are those of the bands."""
    set_style(layer, confidence_qml(classes, MaskClass.name))


def look_of(layer: QgsRasterLayer) -> Style:
    """A style like that of another layer with the same bands, which may be gone when it is used."""
    renderer = layer.renderer().clone()

    def style(other: QgsRasterLayer) -> None:
        other.setRenderer(renderer.clone())

    return style


def timed(style: Style, time: datetime | None) -> Style:
    """The same style, and the acquisition time for the temporal controller where it is known."""

    def both(layer: QgsRasterLayer) -> None:
        style(layer)
        if time is not None:
            set_time(layer, time)
        layer.triggerRepaint()

    return both
