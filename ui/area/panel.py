"""Choose the area of interest, and show its size and its outline on the map."""

from __future__ import annotations

import math
from contextlib import suppress
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapLayer,
    QgsMapLayerProxyModel,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgisInterface
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import QWidget

from ...core.errors import SettingError
from ..shared.area_geometry import AreaGeometry
from ..shared.host import SETTINGS_GROUP
from ..shared.rich_text import literal
from .tools import AreaTool, Drawing, PolygonTool, RectangleTool, area_band

if TYPE_CHECKING:
    from ...core.product.product import Product
    from ...core.raster.area import AreaOfInterest

MAX_FEATURES = 20_000
"""Most features that are read: the window freezes meanwhile."""
_SETTLE_MS = 200
_MARGIN_DEGREES = 0.05
"""Tolerance of a footprint: its edges are straight in degrees, those of the pixels are straight in metres."""
_IDENTIFIER = QgsCoordinateReferenceSystem.IdentifierType.ShortString


class AreaSource(Enum):
    """Origins of the area of interest; the values are stored in the settings."""

    WHOLE = "whole"
    CANVAS = "canvas"
    EXTENT = "extent"
    SELECTED = "selected"
    FEATURES = "features"
    DRAWN = "drawn"


_POLYGONS = {AreaSource.SELECTED, AreaSource.FEATURES}


class AreaPanel(QWidget):
    """A row of widgets to choose the area of interest, laid out by `panel.ui`."""

    changed = pyqtSignal()
    """Emitted when the area has changed."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._area: AreaGeometry | None = None
        self._bounds: QgsRectangle | None = None
        self._problem = ""
        self._drawn: AreaGeometry | None = None
        self._watched: QgsMapLayer | None = None
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self.setFocusProxy(self.source)
        self._band = area_band(self._canvas)
        self._drawing = Drawing(iface, self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._fill()
        self._connect()
        self.restore()

    def area_of_interest(self) -> AreaOfInterest | None:
        """Return the area for the engine; None for whole products, and if `why_not_ready` has a reason."""
        return self._area.area_of_interest() if self._area else None

    def why_not_ready(self) -> str:
        """Return the reason why the chosen area cannot be used; empty if it can."""
        return self._problem

    def why_outside(self, product: Product) -> str:
        """Return the reason why a product can be skipped; empty if it may touch the area, which the run decides."""
        footprint = product.metadata.footprint
        if self._bounds is None or not footprint:
            return ""
        outline = QgsGeometry.fromPolygonXY([[QgsPointXY(*point) for point in footprint]])
        low, high = self._bounds.yMinimum(), self._bounds.yMaximum()
        for turn in (-360, 0, 360):  # longitudes of a footprint may be from 0 to 360, those of a map beyond 180
            bounds = QgsRectangle(self._bounds.xMinimum() + turn, low, self._bounds.xMaximum() + turn, high)
            if outline.intersects(bounds):
                return ""
        return self.tr("Does not touch the area of interest")

    def settle(self) -> None:
        """Apply pending changes of the map now, without waiting for the timer."""
        if self._settling.isActive():
            self._settling.stop()
            self._update()

    def restore(self) -> None:
        """Restore the choice of the last session; a drawn area is not stored."""
        stored = QgsSettings().value(f"{SETTINGS_GROUP}/area", AreaSource.WHOLE.value, type=str)
        self.source.setCurrentIndex(max(self.source.findData(stored), 0))
        self._choose()

    def save(self) -> None:
        """Store the choice for the next session."""
        chosen = AreaSource.WHOLE if self._source() == AreaSource.DRAWN else self._source()
        QgsSettings().setValue(f"{SETTINGS_GROUP}/area", chosen.value)

    def shut_down(self) -> None:
        """Remove everything from the canvas before the plugin or QGIS closes; it may be called twice."""
        self._drawing.blockSignals(True)
        self._drawing.stop()
        self._watch(None)
        scene = self._band.scene()
        if scene is not None:
            scene.removeItem(self._band)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the area on the map, and cancel a drawing in progress."""
        super().showEvent(event)
        self._drawing.stop()
        self._show_on_map()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide the outline on the map."""
        super().hideEvent(event)
        self._band.hide()

    def _source(self) -> AreaSource:
        return AreaSource(self.source.currentData())

    def _fill(self) -> None:
        for source, title in {
            AreaSource.WHOLE: self.tr("Whole products"),
            AreaSource.CANVAS: self.tr("Map canvas extent"),
            AreaSource.EXTENT: self.tr("Extent of a layer"),
            AreaSource.SELECTED: self.tr("Selected features"),
            AreaSource.FEATURES: self.tr("All features of a layer"),
            AreaSource.DRAWN: self.tr("Drawn on the map"),
        }.items():
            self.source.addItem(title, source.value)
        self.rectangle.setIcon(QgsApplication.getThemeIcon("/mActionAddBasicRectangle.svg"))
        self.polygon.setIcon(QgsApplication.getThemeIcon("/mActionAddPolygon.svg"))

    def _connect(self) -> None:
        self.source.currentIndexChanged.connect(self._choose)
        self.layer.layerChanged.connect(self._choose)
        self.rectangle.clicked.connect(lambda: self._draw(RectangleTool(self._canvas)))
        self.polygon.clicked.connect(lambda: self._draw(PolygonTool(self._canvas)))
        self._drawing.drawn.connect(self._set_drawn)
        self._drawing.ended.connect(self._show_window)
        self._settling.timeout.connect(self._update)
        self._canvas.extentsChanged.connect(self._extent_changed)
        self._canvas.destinationCrsChanged.connect(self._extent_changed)
        self._canvas.destinationCrsChanged.connect(self._show_on_map)

    def _choose(self, *_value: object) -> None:
        """Show the widgets of the chosen source, and read the area."""
        source = self._source()
        self.layer.setVisible(source == AreaSource.EXTENT or source in _POLYGONS)
        for button in (self.rectangle, self.polygon):
            button.setVisible(source == AreaSource.DRAWN)
        kinds = QgsMapLayerProxyModel.Filter
        wanted = kinds.PolygonLayer if source in _POLYGONS else kinds.RasterLayer | kinds.HasGeometry
        if self.layer.filters() != wanted:
            self.layer.setFilters(wanted)
        self._watch(self.layer.currentLayer() if self.layer.isVisibleTo(self) else None)
        self._update()

    def _watch(self, layer: QgsMapLayer | None) -> None:
        """Follow the changes of this layer only."""
        for watched, connect in ((self._watched, False), (layer, True)):
            if watched is None:
                continue
            names = ["dataChanged"]
            if isinstance(watched, QgsVectorLayer):
                names += ["selectionChanged", "layerModified"]
            for name in names:
                with suppress(RuntimeError, TypeError):  # a layer that has been deleted
                    signal = getattr(watched, name)
                    (signal.connect if connect else signal.disconnect)(self._layer_changed)
        self._watched = layer

    def _layer_changed(self, *_values: object) -> None:
        self._settling.start()

    def _extent_changed(self) -> None:
        if self._source() == AreaSource.CANVAS:
            self._settling.start()

    def _update(self) -> None:
        """Read the area again, and show its size or the problem."""
        try:
            self._area, self._problem = self._read(), ""
        except SettingError as error:
            self._area, self._problem = None, str(error)
        self._bounds = self._area.bounds() if self._area else None
        if self._bounds:
            self._bounds.grow(_MARGIN_DEGREES)
        text = self._problem or (_describe(self._area) if self._area else "")
        self.summary.setText(text)
        self.summary.setToolTip(literal(text))
        self._show_on_map()
        self.changed.emit()

    def _read(self) -> AreaGeometry | None:
        source = self._source()
        if source == AreaSource.CANVAS:
            settings = self._canvas.mapSettings()
            return AreaGeometry.of_extent(settings.visibleExtent(), settings.destinationCrs(), self.tr("The map"))
        if source == AreaSource.DRAWN and self._drawn is None:
            raise SettingError(self.tr("Draw the area of interest: a rectangle or a polygon."))
        if source == AreaSource.DRAWN:
            return self._drawn
        return None if source == AreaSource.WHOLE else self._of_layer(source, self.layer.currentLayer())

    def _of_layer(self, source: AreaSource, layer: QgsMapLayer | None) -> AreaGeometry:
        if layer is None:
            raise SettingError(self.tr("The project has no layer to use as the area of interest."))
        if source == AreaSource.EXTENT or not isinstance(layer, QgsVectorLayer):
            return AreaGeometry.of_extent(layer.extent(), layer.crs(), layer.name())
        if source == AreaSource.SELECTED and not layer.selectedFeatureCount():
            raise SettingError(self.tr("Select features of {name} on the map.").format(name=layer.name()))
        request = QgsFeatureRequest().setSubsetOfAttributes([])
        found = layer.getSelectedFeatures(request) if source == AreaSource.SELECTED else layer.getFeatures(request)
        geometries = [feature.geometry() for feature in islice(found, MAX_FEATURES + 1)]
        if len(geometries) > MAX_FEATURES:
            text = self.tr("{name} has more than {count} features. Select some of them, or dissolve the layer.")
            raise SettingError(text.format(name=layer.name(), count=MAX_FEATURES))
        return AreaGeometry.of_polygons(geometries, layer.crs(), layer.name())

    def _show_on_map(self) -> None:
        """Outline the area on the canvas while the window is open; the extent of the canvas needs no outline."""
        if not self.isVisible():
            return  # showEvent calls this again
        self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        if self._area is None or self._source() == AreaSource.CANVAS:
            return
        target = self._canvas.mapSettings().destinationCrs()
        geometry = QgsGeometry(self._area.geometry)
        with suppress(QgsCsException):  # an area outside the CRS of the map
            geometry.transform(QgsCoordinateTransform(self._area.crs, target, QgsProject.instance()))
            self._band.setToGeometry(geometry)
        self._band.show()

    def _draw(self, tool: AreaTool) -> None:
        self.window().hide()
        self._drawing.start(tool)

    def _set_drawn(self, geometry: QgsGeometry) -> None:
        crs = self._canvas.mapSettings().destinationCrs()
        try:
            self._drawn = AreaGeometry.of_polygons([geometry], crs, self.tr("The map"))
        except SettingError as error:
            self._iface.messageBar().pushMessage(literal(str(error)), Qgis.MessageLevel.Warning)
        self._update()

    def _show_window(self) -> None:
        self.window().show()
        self.window().raise_()
        self.window().activateWindow()


def _describe(area: AreaGeometry) -> str:
    """Describe the area by its size, or by its number of polygons if the size is unknown, and its CRS."""
    size, crs = area.square_kilometres(), area.crs.userFriendlyIdentifier(_IDENTIFIER)
    if not 0 < size < math.inf:
        text = QCoreApplication.translate("AreaPanel", "{count} polygons, {crs}")
        return text.format(count=QLocale().toString(area.polygons), crs=crs) if area.polygons > 1 else crs
    digits = min(max(0, 2 - math.floor(math.log10(size))), 4)
    return f"{QLocale().toString(size, 'f', digits)} km², {crs}"
