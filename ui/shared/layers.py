"""Show masks in QGIS: style, legend, time, and their place in the layer tree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDateTimeRange,
    QgsInterval,
    QgsLayerTree,
    QgsLayerTreeGroup,
    QgsProject,
    QgsRasterLayer,
    QgsReadWriteContext,
    QgsRectangle,
    QgsTemporalNavigationObject,
)
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, Qt
from qgis.PyQt.QtXml import QDomDocument

from ...core.classes import MaskClass, confidence_bands
from ...core.masks.qml import confidence_qml, mask_qml, valid_mask_qml

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas

    from ...core.masks.result import MaskResult


_MARK = "cloud_s2_mask"
"""Custom property of the groups added by the plugin, and scope of its entries in the project."""
_TIME_ENTRY = "days"
_HIDDEN = f"{_MARK}/hidden"
"""Custom property of layers that are added hidden."""


def open_layers(result: MaskResult) -> list[QgsRasterLayer]:
    """Open the layers of a finished scene: the mask first, then its further rasters, the natural-colour layer last.

    Call it in a background thread: opening a file may be slow, and would freeze QGIS on the main thread. The layers
    belong to the main thread afterwards.

    Args:
        result: The finished mask.
    """
    title = QCoreApplication.translate("MaskLayers", "Clouds, {res} m, {model}")
    title = title.format(res=result.resolution, model=result.model)
    layers = [open_styled(result.mask_path, title, mask_qml(MaskClass.name)), *_open_beside(result)]
    if result.vrt_path is not None:
        # Imported here, because the plugin loads without rasterio.
        from ...core.masks.vrt import bands_qml

        title = QCoreApplication.translate("MaskLayers", "Natural colour, {res} m").format(res=result.resolution)
        layers.append(open_styled(result.vrt_path, title, bands_qml()))
    for layer in layers:
        set_time(layer, result.acquisition.sensing_time)
        layer.moveToThread(QCoreApplication.instance().thread())
    return layers


def _open_beside(result: MaskResult) -> list[QgsRasterLayer]:
    """Open the confidence raster and the valid mask, hidden so that they do not cover the mask."""
    layers = []
    if result.confidence_path is not None:
        title = QCoreApplication.translate("MaskLayers", "Confidence, {res} m, {model}")
        title = title.format(res=result.resolution, model=result.model)
        qml = confidence_qml(confidence_bands(result.classes), MaskClass.name)
        layers.append(open_styled(result.confidence_path, title, qml))
    if result.valid_mask_path is not None:
        title = QCoreApplication.translate("MaskLayers", "Valid mask, {res} m").format(res=result.resolution)
        layers.append(open_styled(result.valid_mask_path, title, valid_mask_style()))
    for layer in layers:
        layer.setCustomProperty(_HIDDEN, True)
    return layers


def valid_mask_style() -> str:
    """Return the style of a valid mask as QML, with class names in the language of QGIS."""
    translate = QCoreApplication.translate
    return valid_mask_qml(translate("ValidMask", "Usable"), translate("ValidMask", "Not usable"))


def add_layers(project: QgsProject, product_name: str, layers: Sequence[QgsRasterLayer]) -> None:
    """Add layers to a group named after their product, the first one on top; call it on the main thread.

    A layer whose file is open already is refreshed and keeps its style.
    """
    _set_crs(layers)
    root = project.layerTreeRoot()
    group = root.findGroup(product_name) or root.insertGroup(0, product_name)
    for layer in reversed(layers):
        if not _refresh(project, layer.source()):
            project.addMapLayer(layer, addToLegend=False)
            node = group.insertLayer(0, layer)
            hidden = bool(layer.customProperty(_HIDDEN))
            node.setItemVisibilityChecked(not hidden)
            node.setExpanded(layer.renderer().type() == "paletted" and not hidden)
    _show_one_legend(root, group)
    _widen_time(project, layers)


def mask_layer(project: QgsProject, result: MaskResult) -> QgsRasterLayer | None:
    """Return the layer of a mask; None if it is not on the map."""
    return next(iter(_layers_of(project, str(result.mask_path))), None)


def shown_files(project: QgsProject) -> set[Path]:
    """Return the files of all layers of a project."""
    return {Path(layer.source()) for layer in project.mapLayers().values()}


def show_only(project: QgsProject, chosen: Iterable[MaskResult], others: Iterable[MaskResult]) -> None:
    """Check the groups of the chosen products in the layer tree, and uncheck those of the others."""
    names = {result.acquisition.name for result in chosen}
    root = project.layerTreeRoot()
    for name in names | {result.acquisition.name for result in others}:
        group = root.findGroup(name)
        if group is not None:
            group.setItemVisibilityChecked(name in names)


def combined_extent(results: Iterable[MaskResult], crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    """Return the combined extent of masks in another CRS."""
    extent = QgsRectangle()
    for result in results:
        grid = result.grid
        to_crs = QgsCoordinateTransform(QgsCoordinateReferenceSystem.fromWkt(grid.crs), crs, QgsProject.instance())
        box = QgsRectangle(grid.left, grid.bottom, grid.right, grid.top)
        extent.combineExtentWith(to_crs.transformBoundingBox(box))
    return extent


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


def style_mask(layer: QgsRasterLayer, sensing_time: datetime | None) -> None:
    """Set the colours, the legend and, if known, the time of an open mask."""
    set_style(layer, mask_qml(MaskClass.name))
    set_time(layer, sensing_time)
    layer.triggerRepaint()


def set_style(layer: QgsRasterLayer, qml: str) -> None:
    """Apply a style of `core/masks/qml.py` to a layer."""
    document = QDomDocument()
    document.setContent(qml)
    layer.importNamedStyle(document)


def set_time(layer: QgsRasterLayer, sensing_time: datetime | None) -> None:
    """Set the acquisition time of a layer for the temporal controller, which QML does not store."""
    if sensing_time is None:
        return
    # With milliseconds: QGIS shows a time on the boundary of two frames in both, and passes of one orbit often begin at
    # the same second of the day.
    text = sensing_time.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    instant = QDateTime.fromString(text, Qt.DateFormat.ISODateWithMs)
    properties = layer.temporalProperties()
    properties.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
    properties.setFixedTemporalRange(QgsDateTimeRange(instant, instant))
    properties.setIsActive(True)


def _set_crs(layers: Iterable[QgsRasterLayer]) -> None:
    """Set the CRS of layers from their files, looked up on the main thread.

    A CRS that another thread has looked up becomes unusable when the thread ends, for its layer and, through QGIS's
    cache, for every later one. Such layers are no longer reprojected.
    """
    QgsCoordinateReferenceSystem.invalidateCache()
    QgsCoordinateTransform.invalidateCache()
    for layer in layers:
        layer.setCrs(QgsCoordinateReferenceSystem(layer.dataProvider().crs().authid()))


def prepare_animation(canvas: QgsMapCanvas, project: QgsProject) -> None:
    """Set the temporal controller to step through the season by days, unless the user has set the project's time.

    Otherwise it covers the first scene only.
    """
    period, controller = _season_days(project), canvas.temporalController()
    if period is not None and controller is not None:
        controller.setTemporalExtents(period)
        controller.setFrameDuration(QgsInterval(0, 0, 0, 1, 0, 0, 0))
        controller.rewindToStart()
        if controller.navigationMode() == QgsTemporalNavigationObject.NavigationMode.NavigationOff:
            canvas.setTemporalRange(
                QgsDateTimeRange(QDateTime(), QDateTime())
            )  # otherwise the map shows the first day only


def _season_days(project: QgsProject) -> QgsDateTimeRange | None:
    """Return the project's time from the first midnight to the last (UTC); None if the user has set it."""
    period = project.timeSettings().temporalRange()
    return None if period.isInfinite() or project.readEntry(_MARK, _TIME_ENTRY)[0] != _days(period) else period


def _widen_time(project: QgsProject, layers: Iterable[QgsRasterLayer]) -> None:
    """Extend the project's time to the days of all scenes, unless the user has set it.

    Otherwise the temporal controller begins at the first acquisition, and a pass some minutes earlier on the next day
    falls into the same frame. Frames that begin at midnight are days.
    """
    settings = project.timeSettings()
    known = _season_days(project)
    if known is None and not settings.temporalRange().isInfinite():
        return
    periods = [layer.temporalProperties().fixedTemporalRange() for layer in layers]
    dated = [period for period in (*periods, known) if period is not None and not period.isInfinite()]
    days = sorted({day for period in dated for day in _days(period).split()})
    if days:
        times = (f"{days[0]}T00:00:00Z", f"{days[-1]}T23:59:59Z")
        settings.setTemporalRange(QgsDateTimeRange(*(QDateTime.fromString(t, Qt.DateFormat.ISODate) for t in times)))
        project.writeEntry(_MARK, _TIME_ENTRY, f"{days[0]} {days[-1]}")


def _days(period: QgsDateTimeRange) -> str:
    return " ".join(time.toUTC().toString("yyyy-MM-dd") for time in (period.begin(), period.end()))


def _refresh(project: QgsProject, source: str) -> bool:
    """Refresh the layers of a file, and return True if there are any."""
    shown = _layers_of(project, source)
    for layer in shown:
        layer.reload()
        layer.triggerRepaint()
    return bool(shown)


def _layers_of(project: QgsProject, source: str) -> list[QgsRasterLayer]:
    return [layer for layer in project.mapLayers().values() if Path(layer.source()) == Path(source)]


def _show_one_legend(root: QgsLayerTree, group: QgsLayerTreeGroup) -> None:
    """Expand the new group and collapse the others with a mask, because one legend explains them all."""
    for other in root.findGroups():
        if other.customProperty(_MARK):
            other.setExpanded(False)
    group.setCustomProperty(_MARK, True)
    # Both, because the view does not expand a group that was already expanded when it was empty.
    group.setExpanded(False)
    group.setExpanded(True)
