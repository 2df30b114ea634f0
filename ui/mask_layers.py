"""How masks look in QGIS: style, legend, time, and their place in the layer tree."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsLayerTree,
    QgsLayerTreeGroup,
    QgsProject,
    QgsRasterLayer,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, Qt
from qgis.PyQt.QtXml import QDomDocument

from ..core.mask_style import mask_qml
from ..core.product import open_product

if TYPE_CHECKING:
    from ..core.mask_raster import MaskResult


_GROUP_MARK = "cloud_s2_mask"
"""Custom property of the groups that were made here."""


def add_scene(project: QgsProject, result: MaskResult, source: Path) -> None:
    """Show the natural-colour layer of a finished scene, in a group named after the product.

    Call it on the main thread. A file that is loaded already is drawn anew, and keeps the style that it has.

    Args:
        project: Gets the layer.
        result: The finished mask.
        source: The product that was masked.

    Raises:
        CloudS2MaskError: the product has gone since it was masked.
    """
    group = _group(project, result.product_name)
    if result.vrt_path is not None and not _refresh(project, result.vrt_path):
        title = QCoreApplication.translate("MaskLayers", "Natural colour, {res} m").format(res=result.resolution)
        scene = open_styled(result.vrt_path, title, _scene_qml(source))
        _insert(project, group, scene, result.sensing_time)
        group.findLayer(scene.id()).setExpanded(False)


def add_mask(project: QgsProject, result: MaskResult) -> None:
    """Show a finished mask at the top of its product's group; as for `add_scene`."""
    group = _group(project, result.product_name)
    if not _refresh(project, result.mask_path):
        title = QCoreApplication.translate("MaskLayers", "Clouds, {res} m, {model}")
        title = title.format(res=result.resolution, model=result.model)
        _insert(project, group, open_styled(result.mask_path, title, mask_qml()), result.sensing_time)
    _show_one_legend(project.layerTreeRoot(), group)


def _group(project: QgsProject, name: str) -> QgsLayerTreeGroup:
    root = project.layerTreeRoot()
    return root.findGroup(name) or root.insertGroup(0, name)


def open_styled(path: Path, name: str, qml: str) -> QgsRasterLayer:
    """Open a raster with a style, as a project does.

    A layer that is opened first and styled afterwards is given a stretch of its own in between. For that QGIS reads
    bands of JPEG 2000, which takes up to a quarter of a minute, and QGIS stands still meanwhile.
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
    if layer.isValid():
        layer.setCrs(layer.dataProvider().crs())
    return layer


def _show_one_legend(root: QgsLayerTree, group: QgsLayerTreeGroup) -> None:
    """Unfold the group that has just come and fold the others with a mask: one legend explains them all."""
    for other in root.findGroups():
        if other.customProperty(_GROUP_MARK):
            other.setExpanded(False)
    group.setCustomProperty(_GROUP_MARK, True)
    # Both, because the view does not unfold a group that was already unfolded when it was still empty.
    group.setExpanded(False)
    group.setExpanded(True)


def style_mask(layer: QgsRasterLayer, sensing_time: datetime) -> None:
    """Give a mask that is open its colours, its legend and its time."""
    document = QDomDocument()
    document.setContent(mask_qml())
    layer.importNamedStyle(document)
    set_time(layer, sensing_time)
    layer.triggerRepaint()


def set_time(layer: QgsRasterLayer, sensing_time: datetime) -> None:
    """Make a layer show in the temporal controller at its acquisition time; QML does not carry this."""
    text = sensing_time.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    instant = QDateTime.fromString(text, Qt.DateFormat.ISODate)
    properties = layer.temporalProperties()
    properties.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
    properties.setFixedTemporalRange(QgsDateTimeRange(instant, instant))
    properties.setIsActive(True)


def _scene_qml(source: Path) -> str:
    # Imported here, because it needs rasterio, and the plugin loads without.
    from ..core.bands_vrt import bands_qml

    return bands_qml(open_product(source))


def _insert(project: QgsProject, group: QgsLayerTreeGroup, layer: QgsRasterLayer, sensing_time: datetime) -> None:
    set_time(layer, sensing_time)
    project.addMapLayer(layer, addToLegend=False)
    group.insertLayer(0, layer)


def _refresh(project: QgsProject, path: Path) -> bool:
    """Read a file anew if a layer shows it; whether there is one."""
    shown = [layer for layer in project.mapLayers().values() if Path(layer.source()) == path]
    for layer in shown:
        layer.reload()
        layer.triggerRepaint()
    return bool(shown)
