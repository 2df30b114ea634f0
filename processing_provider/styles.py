"""Style layers when Processing loads them, from the toolbox or a model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from ..core.analysis.confusion import PAIR_COLOURS, Confusion, pair_code
from ..core.classes import CLEAR, MaskClass
from ..core.masks.qml import MASK_OPACITY, confidence_qml
from ..ui.shared.animation import set_time
from ..ui.shared.layer_tree import place_above_runs
from ..ui.shared.layers import set_style, valid_mask_style

Style = Callable[[QgsRasterLayer], None]
_Action = Callable[[QgsMapLayer, QgsProcessingContext], None]


class _PostProcessor(QgsProcessingLayerPostProcessorInterface):
    """Handles one layer; not shared, because QGIS deletes it with its list of layers."""

    def __init__(self, source: str, action: _Action) -> None:
        super().__init__()
        self._source = source
        self._action = action

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> None:
        """Handle the layer; QGIS calls this on the main thread once the layer is in the project."""
        _post_processors.pop(self._source, None)
        self._action(layer, context)


_post_processors: dict[str, _PostProcessor] = {}
"""By the source of the layer; without a reference from Python, nothing would be done."""


def when_loaded(context: QgsProcessingContext, source: str, action: _Action) -> None:
    """Call a function with a layer and its context, on the main thread, if Processing will load it."""
    if context.willLoadLayerOnCompletion(source):
        _post_processors[source] = _PostProcessor(source, action)
        context.layerToLoadOnCompletionDetails(source).setPostProcessor(_post_processors[source])


def style_when_loaded(context: QgsProcessingContext, path: str, style: Style) -> None:
    """Style a raster if Processing will load it, and put it above the masks."""

    def action(layer: QgsMapLayer, context: QgsProcessingContext) -> None:
        put_above_masks(layer, context)
        if isinstance(layer, QgsRasterLayer):
            style(layer)

    when_loaded(context, path, action)


def put_above_masks(layer: QgsMapLayer, context: QgsProcessingContext) -> None:
    """Put a layer above the groups of masks, into which QGIS puts it while a mask is the active layer."""
    if context.project() is not None:
        place_above_runs(context.project(), layer)


def style_footprints(layer: QgsVectorLayer) -> None:
    """Show footprints as outlines, through which the map can be seen."""
    outline = {"style": "no", "outline_color": _FOOTPRINT_COLOUR, "outline_width": "0.5"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(outline)))
    layer.triggerRepaint()


def style_class_polygons(layer: QgsVectorLayer, field: str, classes: Sequence[MaskClass]) -> None:
    """Show polygons in the colours of their classes, as a mask.

    Args:
        layer: The layer.
        field: Field with the values of the classes.
        classes: Classes of the legend, with the names of the mask's model.
    """
    categories = []
    for shown in classes:
        colour = QColor(*shown.colour, round(255 * (0 if shown.value == CLEAR else MASK_OPACITY)))
        edge = QColor(*shown.colour).darker(_DARKER)
        look = {"color": _rgba(colour), "outline_color": _rgba(edge), "outline_width": "0.2"}
        categories.append(QgsRendererCategory(shown.value, QgsFillSymbol.createSimple(look), shown.name()))
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, categories))
    layer.triggerRepaint()


def _rgba(colour: QColor) -> str:
    return "{},{},{},{}".format(*colour.getRgb())


_DARKER = 140
"""Percent by which the outline of a polygon is darker than its class."""
_OPACITY = 0.8
_FOOTPRINT_COLOUR = "#cc79a7"
"""Reddish purple of the palette of the classes, none of which has it."""


def style_difference(layer: QgsRasterLayer, confusion: Confusion) -> None:
    """Show a colour per pair of classes that occurs, disagreements first; clear in both is transparent."""
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
        node.setExpanded(True)  # QGIS collapsed the legend of 256 entries


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
    """Show usable and unusable pixels."""
    set_style(layer, valid_mask_style())


def style_confidence(layer: QgsRasterLayer, classes: Sequence[MaskClass]) -> None:
    """Show the confidence of cloud; `classes` are those of the bands."""
    set_style(layer, confidence_qml(classes, MaskClass.name))


def copied_style(layer: QgsRasterLayer) -> Style:
    """Copy the style of a layer, for another layer with the same bands."""
    renderer = layer.renderer().clone()

    def style(other: QgsRasterLayer) -> None:
        other.setRenderer(renderer.clone())

    return style


def with_time(style: Style, time: datetime | None) -> Style:
    """Add the acquisition time for the temporal controller to a style, if it is known."""

    def both(layer: QgsRasterLayer) -> None:
        style(layer)
        if time is not None:
            set_time(layer, time)
        layer.triggerRepaint()

    return both
