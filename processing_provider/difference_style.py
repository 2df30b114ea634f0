"""How the difference of a mask and a reference looks on the map."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsPalettedRasterRenderer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from ..core.classes import CLEAR, MaskClass
from ..core.confusion import PAIR_COLOURS, Confusion, pair_code
from ..ui.class_names import class_name

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
        return translate("Difference", "{name} in both").format(name=class_name(mask))
    if mask.value == CLEAR:
        return translate("Difference", "{name}, missed by the mask").format(name=class_name(reference))
    if reference.value == CLEAR:
        return translate("Difference", "{name}, only in the mask").format(name=class_name(mask))
    text = translate("Difference", "{reference} (mask: {mask})")
    return text.format(reference=class_name(reference), mask=class_name(mask))
