"""Open the rasters of a mask as layers of QGIS, with style, legend and time."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtXml import QDomDocument

from ...core.cards.choice import short_name
from ...core.classes import CLASSES, NODATA, MaskClass, classes_of
from ...core.masks.qml import confidence_qml, mask_qml, natural_colour_qml, valid_mask_qml
from .animation import set_time

if TYPE_CHECKING:
    from ...core.masks.result import MaskResult

HIDDEN = "cloud_s2_mask/hidden"
"""Custom property of layers that are added hidden."""


def open_layers(result: MaskResult) -> list[QgsRasterLayer]:
    """Open the layers of a finished scene for the main thread; see `open_layers_here`."""
    layers = open_layers_here(result)
    for layer in layers:
        layer.moveToThread(QCoreApplication.instance().thread())
    return layers


def open_layers_here(result: MaskResult) -> list[QgsRasterLayer]:
    """Open the layers of a finished scene: the mask first, then its further rasters, the natural-colour layer last.

    Call it in a background thread: opening a file may be slow, and would freeze QGIS on the main thread. The layers
    belong to the calling thread.

    Args:
        result: The finished mask.
    """
    text = QCoreApplication.translate("MaskLayers", "Clouds, {scene}, {res} m, {model}")
    if result.edited:
        text = QCoreApplication.translate("MaskLayers", "Clouds (corrected), {scene}, {res} m, {model}")
    title = _title(result, text)
    qml = mask_qml(classes_of(result.classes), MaskClass.name)
    layers = [open_styled(result.mask_path, title, qml), *_open_beside(result)]
    if result.vrt_path is not None:
        title = _title(result, QCoreApplication.translate("MaskLayers", "Natural colour, {scene}, {res} m"))
        layers.append(open_styled(result.vrt_path, title, natural_colour_qml(result.acquisition.level)))
    for layer in layers:
        set_time(layer, result.acquisition.sensing_time)
    _add_slider(layers[0])
    return layers


def _add_slider(mask: QgsRasterLayer) -> None:
    """Show QGIS's own slider of the opacity below a mask in the layers panel."""
    mask.setCustomProperty("embeddedWidgets/count", 1)
    mask.setCustomProperty("embeddedWidgets/0/id", "transparency")


def _open_beside(result: MaskResult) -> list[QgsRasterLayer]:
    """Open the confidence raster and the valid mask, hidden so that they do not cover the mask."""
    layers = []
    if result.confidence_path is not None:
        title = _title(result, QCoreApplication.translate("MaskLayers", "Confidence, {scene}, {res} m, {model}"))
        qml = confidence_qml(classes_of(result.classes), MaskClass.name)
        layers.append(open_styled(result.confidence_path, title, qml))
    if result.valid_mask_path is not None:
        title = _title(result, QCoreApplication.translate("MaskLayers", "Valid mask, {scene}, {res} m"))
        layers.append(open_styled(result.valid_mask_path, title, valid_mask_style()))
    for layer in layers:
        layer.setCustomProperty(HIDDEN, True)
    return layers


def _title(result: MaskResult, text: str) -> str:
    """Fill in the title of a layer, by which lists of layers without groups tell it from those of other scenes."""
    return text.format(scene=result.acquisition.title, res=result.pixel_text, model=short_name(result.model))


def valid_mask_style() -> str:
    """Return the style of a valid mask as QML, with class names in the language of QGIS."""
    translate = QCoreApplication.translate
    return valid_mask_qml(translate("ValidMask", "Usable"), translate("ValidMask", "Not usable"))


def open_styled(path: Path, name: str, qml: str) -> QgsRasterLayer:
    """Open a raster with a style, as a project does, but without a CRS.

    A layer that is opened first and styled afterwards gets a default stretch in between. For that QGIS reads bands of
    JPEG 2000, which takes up to 15 s and freezes QGIS.
    """
    document = QDomDocument()
    document.setContent(qml)
    description = document.documentElement()
    description.setTagName("maplayer")
    description.setAttribute("type", "raster")
    for tag, text in (("datasource", str(path)), ("layername", name), ("provider", "gdal")):
        element = document.createElement(tag)
        element.appendChild(document.createTextNode(text))
        description.appendChild(element)
    layer = QgsRasterLayer()
    layer.readLayerXml(description, QgsReadWriteContext())
    return layer


def style_mask(layer: QgsRasterLayer, result: MaskResult) -> None:
    """Set the colours, the legend and, if known, the time of an open mask."""
    set_style(layer, mask_qml(classes_of(result.classes), MaskClass.name))
    _add_slider(layer)
    set_time(layer, result.acquisition.sensing_time)
    layer.triggerRepaint()


def set_style(layer: QgsRasterLayer, qml: str) -> None:
    """Apply a style of `core/masks/qml.py` to a layer."""
    document = QDomDocument()
    document.setContent(qml)
    layer.importNamedStyle(document)


def set_crs(layers: Iterable[QgsRasterLayer]) -> None:
    """Set the CRS of layers from their files, looked up on the main thread.

    A CRS that another thread has looked up becomes unusable when the thread ends, for its layer and, through QGIS's
    cache, for every later one. Such layers are no longer reprojected.
    """
    QgsCoordinateReferenceSystem.invalidateCache()
    QgsCoordinateTransform.invalidateCache()
    for layer in layers:
        layer.setCrs(QgsCoordinateReferenceSystem(layer.dataProvider().crs().authid()))


def may_be_mask(layer: QgsMapLayer) -> bool:
    """Return True if a raster has one band of any type, as masks and labels have, and perhaps one of transparency."""
    return isinstance(layer, QgsRasterLayer) and layer.isValid() and layer.bandCount() <= 2


def looks_like_mask(layer: QgsMapLayer) -> bool:
    """Return True if a raster has the style of a cloud mask or a valid mask; its file is not read."""
    renderer = layer.renderer() if may_be_mask(layer) else None
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return False
    values = {shown.value for shown in renderer.classes()}
    return {0, 1} <= values <= {NODATA, *(mask_class.value for mask_class in CLASSES)}
