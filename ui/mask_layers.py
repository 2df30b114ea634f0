"""How masks look in QGIS: style, legend, time, and their place in the layer tree."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsDateTimeRange, QgsLayerTree, QgsLayerTreeGroup, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, Qt
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import CloudS2MaskError
from ..core.mask_style import mask_qml
from ..core.product import open_product

if TYPE_CHECKING:
    from ..core.mask_raster import MaskResult


_GROUP_MARK = "cloud_s2_mask"
"""Custom property of the groups that were made here."""


def add_result(project: QgsProject, result: MaskResult, source: Path) -> QgsRasterLayer:
    """Show a finished mask above its natural-colour layer, in a group named after the product.

    Call it on the main thread. A file that is loaded already is refreshed, not added again.

    Args:
        project: Gets the layers.
        result: The finished mask.
        source: The product that was masked.

    Returns:
        The mask's layer; not valid if the file cannot be read.
    """
    root = project.layerTreeRoot()
    group = root.findGroup(result.product_name) or root.insertGroup(0, result.product_name)
    if result.vrt_path is not None:
        title = QCoreApplication.translate("MaskLayers", "Natural colour, {res} m")
        scene = _load(project, group, result.vrt_path, title.format(res=result.resolution))
        _style_scene(scene, source)
        set_time(scene, result.sensing_time)
        node = group.findLayer(scene.id())
        if node is not None:
            node.setExpanded(False)
    title = QCoreApplication.translate("MaskLayers", "Clouds, {res} m, {model}")
    mask = _load(project, group, result.mask_path, title.format(res=result.resolution, model=result.model))
    style_mask(mask, result.sensing_time)
    _show_one_legend(root, group)
    return mask


def _show_one_legend(root: QgsLayerTree, group: QgsLayerTreeGroup) -> None:
    """Unfold the group that has just come and fold the others with a mask: one legend explains them all."""
    for other in root.findGroups():
        if other.customProperty(_GROUP_MARK):
            other.setExpanded(False)
    group.setCustomProperty(_GROUP_MARK, True)
    group.setExpanded(True)


def style_mask(layer: QgsRasterLayer, sensing_time: datetime) -> None:
    """Give a mask its colours, its legend and its time."""
    _apply_qml(layer, mask_qml())
    set_time(layer, sensing_time)


def set_time(layer: QgsRasterLayer, sensing_time: datetime) -> None:
    """Make a layer show in the temporal controller at its acquisition time; QML does not carry this."""
    text = sensing_time.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    instant = QDateTime.fromString(text, Qt.DateFormat.ISODate)
    properties = layer.temporalProperties()
    properties.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
    properties.setFixedTemporalRange(QgsDateTimeRange(instant, instant))
    properties.setIsActive(True)


def _style_scene(layer: QgsRasterLayer, source: Path) -> None:
    # Imported here, because it needs rasterio, and the plugin loads without.
    from ..core.bands_vrt import bands_qml

    try:
        _apply_qml(layer, bands_qml(open_product(source)))
    except CloudS2MaskError:  # the product has gone since; the layer cannot be drawn then either
        return


def _apply_qml(layer: QgsRasterLayer, qml: str) -> None:
    document = QDomDocument()
    document.setContent(qml)
    layer.importNamedStyle(document)
    layer.triggerRepaint()


def _load(project: QgsProject, group: QgsLayerTreeGroup, path: Path, name: str) -> QgsRasterLayer:
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsRasterLayer) and Path(layer.source()) == path:
            layer.reload()
            return layer
    layer = QgsRasterLayer(str(path), name)
    project.addMapLayer(layer, addToLegend=False)
    group.insertLayer(0, layer)
    return layer
