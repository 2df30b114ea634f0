"""Choose the area of interest, and show its size and its outline on the map."""

from __future__ import annotations

import math
from collections.abc import Iterable
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
    QgsProject,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgisInterface
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import QAbstractButton, QWidget

from ...core.errors import SettingError
from ..shared.area_geometry import AreaGeometry
from ..shared.canvas_items import remove_item
from ..shared.host import SETTINGS_GROUP
from ..shared.rich_text import literal
from ..widgets import explain
from .footprints import Footprints, outline
from .product_map import ProductMap
from .tools import AreaTool, Drawing, PolygonTool, RectangleTool, area_band

if TYPE_CHECKING:
    from ...core.areas.area import AreaOfInterest
    from ...core.stac.opening import Listed
    from ..scenes.model import SceneModel
    from ..scenes.table import SceneTable

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
        self._scenes: SceneModel | None = None
        self._product_map: ProductMap | None = None
        self._unusable: set[str] = set()
        self._nowhere: bool | None = None
        """True if the map shows nothing to draw on; None before the first look."""
        self._touching: dict[tuple[tuple[float, float], ...], bool] = {}
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._band = area_band(self._canvas)
        self._band.setFillColor(QColor(Qt.GlobalColor.transparent))  # it stays over scenes and masks
        self._footprints = Footprints(self._canvas, self)
        self._drawing = Drawing(iface, self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._fill()
        self._connect()
        self._explain_tools()
        self.restore()

    def follow(self, scenes: SceneModel, table: SceneTable, pick: QAbstractButton) -> None:
        """Show the products of this list on the map, with those of the selected rows emphasised.

        Args:
            scenes: The list.
            table: The table of the list.
            pick: Checkable button of the tool that selects products on the map.
        """
        self._scenes = scenes
        self._product_map = ProductMap(self._footprints, scenes, table, self._canvas)
        self._product_map.follow_button(pick)
        for signal in (scenes.rowsInserted, scenes.rowsRemoved, scenes.modelReset):
            signal.connect(self._explain_tools)
        self._explain_tools()

    def zoom_to(self, products: Iterable[Listed]) -> None:
        """Move the map to the outlines of products."""
        self._footprints.zoom_to(products)

    def area(self) -> AreaGeometry | None:
        """Return the area; None for entire products, and for an area that cannot be read."""
        return self._area

    def area_of_interest(self) -> AreaOfInterest | None:
        """Return the area for the engine; None for entire products, and for an area that cannot be read."""
        return self._area.area_of_interest() if self._area else None

    def needed_area(self) -> AreaGeometry:
        """Return the area where entire products are none.

        Raises:
            SettingError: none is chosen, or it cannot be read.
        """
        if self._area is None:
            text = self.tr("Choose an area of interest below the list of products first.")
            raise SettingError(self._problem or text)
        return self._area

    def map_view(self) -> AreaGeometry:
        """Return the extent of the map.

        Raises:
            SettingError: the map is empty.
        """
        settings = self._canvas.mapSettings()
        if settings.visibleExtent().isEmpty():
            text = self.tr("The map is empty. Add a layer, such as a map of the world, and zoom to your area.")
            raise SettingError(text)
        return AreaGeometry.of_extent(settings.visibleExtent(), settings.destinationCrs(), self.tr("The map"))

    def why_not_ready(self) -> str:
        """Return the reason why the chosen area cannot be used; empty if it can."""
        return self._problem

    def is_map_view(self) -> bool:
        """Return True if the area is the extent of the map, which changes as the map moves."""
        return self._source() == AreaSource.CANVAS

    def is_outside(self, product: Listed) -> bool:
        """Return True if a product does not touch the area; False if it may touch it, which the run decides."""
        footprint = product.footprint
        if self._bounds is None or not footprint:
            return False
        if footprint not in self._touching:
            low, high = self._bounds.yMinimum(), self._bounds.yMaximum()
            self._touching[footprint] = any(
                outline(footprint).intersects(
                    QgsRectangle(self._bounds.xMinimum() + turn, low, self._bounds.xMaximum() + turn, high)
                )
                for turn in (-360, 0, 360)  # the longitudes of a map may be beyond 180
            )
        return not self._touching[footprint]

    def settle(self) -> None:
        """Apply pending changes of the map now, without waiting for the timer."""
        if self._settling.isActive():
            self._settling.stop()
            self._update()

    def restore(self) -> None:
        """Restore the choice of the last session; a drawn area is not stored."""
        stored = QgsSettings().value(f"{SETTINGS_GROUP}/area", AreaSource.WHOLE.value, type=str)
        self.source.setCurrentIndex(max(self.source.findData(stored), 0))
        self._source_changed()

    def save(self) -> None:
        """Store the choice for the next session."""
        chosen = AreaSource.WHOLE if self._source() == AreaSource.DRAWN else self._source()
        QgsSettings().setValue(f"{SETTINGS_GROUP}/area", chosen.value)

    def shut_down(self) -> None:
        """Remove everything from the canvas before the plugin or QGIS closes; it may be called twice."""
        self.hide()
        self._drawing.blockSignals(True)
        self._drawing.stop()
        if self._product_map is not None:
            self._product_map.shut_down()
        self._footprints.shut_down()
        self._watch(None)
        remove_item(self._band)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the area and the products on the map, and cancel a drawing in progress."""
        super().showEvent(event)
        self._drawing.stop()
        self._show_products(True)
        self._show_on_map()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide the outlines on the map; those of the products stay while an area is drawn over them."""
        super().hideEvent(event)
        self._band.hide()
        self._show_products(self._drawing.is_active())

    def _show_products(self, visible: bool) -> None:
        if self._product_map is not None:
            self._product_map.set_visible(visible)

    def event(self, event: QEvent) -> bool:
        """Look at the layers again when the window becomes active: one may have got its CRS meanwhile."""
        if event.type() == QEvent.Type.WindowActivate:
            self._offer_layers()
        handled: bool = super().event(event)
        return handled

    def _source(self) -> AreaSource:
        return AreaSource(self.source.currentData())

    def _fill(self) -> None:
        for source, title in {
            AreaSource.WHOLE: self.tr("Entire product"),
            AreaSource.CANVAS: self.tr("Map canvas extent"),
            AreaSource.EXTENT: self.tr("Extent of a layer"),
            AreaSource.SELECTED: self.tr("Selected features"),
            AreaSource.FEATURES: self.tr("All features of a layer"),
            AreaSource.DRAWN: self.tr("Drawn on the map"),
        }.items():
            self.source.addItem(title, source.value)
        self.rectangle.setIcon(QgsApplication.getThemeIcon("/mActionAddBasicRectangle.svg"))
        self.polygon.setIcon(QgsApplication.getThemeIcon("/mActionAddPolygon.svg"))
        self.source.view().setMinimumWidth(self.source.view().sizeHintForColumn(0))  # where the row is narrow
        self.summary.setMinimumWidth(self.fontMetrics().horizontalAdvance("00000 km²"))

    def _connect(self) -> None:
        self.source.currentIndexChanged.connect(self._source_changed)
        self.layer.layerChanged.connect(self._choose)
        self.rectangle.clicked.connect(lambda: self._draw(RectangleTool(self._canvas)))
        self.polygon.clicked.connect(lambda: self._draw(PolygonTool(self._canvas)))
        self._drawing.drawn.connect(self._set_drawn)
        self._drawing.ended.connect(self._show_window)
        self._settling.timeout.connect(self._update)
        self._canvas.extentsChanged.connect(self._extent_changed)
        self._canvas.destinationCrsChanged.connect(self._extent_changed)
        self._canvas.destinationCrsChanged.connect(self._show_on_map)
        for signal in (QgsProject.instance().layersAdded, QgsProject.instance().layersRemoved):
            signal.connect(self._offer_layers)
            signal.connect(self._explain_tools)

    def _source_changed(self) -> None:
        """Offer the layers of the chosen source; for selected features, the first one with a selection."""
        self._offer_layers()
        layer = self.layer.currentLayer()
        if self._source() == AreaSource.SELECTED and not (layer and layer.selectedFeatureCount()):
            offered = [self.layer.layer(index) for index in range(self.layer.count())]
            self.layer.setLayer(next((other for other in offered if other.selectedFeatureCount()), layer))
        self._choose()

    def _offer_layers(self, *_layers: object) -> None:
        """List the layers that can be an area of the chosen source: readable ones in a known place."""
        kinds, flags = QgsMapLayerProxyModel.Filter, type(self.layer.filters())
        # Since QGIS 3.34, two kinds together are a plain number, which equals no flags.
        wanted = flags(kinds.PolygonLayer if self._source() in _POLYGONS else kinds.RasterLayer | kinds.HasGeometry)
        if self.layer.filters() != wanted:
            self.layer.setFilters(wanted)
        layers = QgsProject.instance().mapLayers()
        unusable = {key for key, layer in layers.items() if not (layer.isValid() and layer.crs().isValid())}
        if unusable != self._unusable:  # not asked of the combo box, whose list holds layers that are deleted meanwhile
            self._unusable = unusable
            self.layer.setExceptedLayerList([layers[key] for key in unusable])

    def _explain_tools(self, *_values: object) -> None:
        """Enable the drawing buttons if there are products, or, before any are listed, layers to draw on."""
        listed = bool(self._scenes and self._scenes.rowCount())
        nowhere = not self._products() and (listed or not QgsProject.instance().mapLayers())
        if nowhere == self._nowhere:
            return
        self._nowhere = nowhere
        reason = (nowhere, self.tr("Add products first: the map shows their outlines to draw on"))
        explain(self.rectangle, self.tr("Drag a rectangle on the map; this window is hidden meanwhile"), reason)
        tool_tip = self.tr("Click the corners of a polygon on the map; this window is hidden meanwhile")
        explain(self.polygon, tool_tip, reason)
        if self._source() == AreaSource.DRAWN:
            self._update()

    def _products(self) -> list[Listed]:
        """Return the listed products, without the rows that are none."""
        return [scene.product for scene in self._scenes.scenes() if scene.product] if self._scenes else []

    def _choose(self, *_value: object) -> None:
        """Show the widgets of the chosen source, and read the area."""
        of_layer = self._source() in {AreaSource.EXTENT, *_POLYGONS} and self.layer.count() > 0
        styles = Qt.ToolButtonStyle
        for button in (self.rectangle, self.polygon):  # before the layer, which needs the place of their texts
            button.setToolButtonStyle(styles.ToolButtonIconOnly if of_layer else styles.ToolButtonTextBesideIcon)
        self.layer.setVisible(of_layer)
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
        if self.is_map_view():
            self._settling.start()

    def _update(self) -> None:
        """Read the area again, and show its size or the problem."""
        try:
            self._area, self._problem = self._read(), ""
        except SettingError as error:
            self._area, self._problem = None, str(error)
        self._touching = {}
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
            return self.map_view()
        if source == AreaSource.DRAWN and self._drawn is None and self._nowhere:
            raise SettingError(self.tr("Add products first, then draw the area of interest."))
        if source == AreaSource.DRAWN and self._drawn is None:
            raise SettingError(self.tr("Draw the area of interest: a rectangle or a polygon."))
        if source == AreaSource.DRAWN:
            return self._drawn
        return None if source == AreaSource.WHOLE else self._of_layer(source, self.layer.currentLayer())

    def _of_layer(self, source: AreaSource, layer: QgsMapLayer | None) -> AreaGeometry:
        if layer is None:
            text = self.tr("No usable layer. Add one, or draw the area.")
            if source in _POLYGONS:
                text = self.tr("No usable polygon layer. Add one, or draw the area.")
            raise SettingError(text)
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
        if self._area is None or self.is_map_view():
            return
        target = self._canvas.mapSettings().destinationCrs()
        geometry = QgsGeometry(self._area.geometry)
        with suppress(QgsCsException):  # an area outside the CRS of the map
            geometry.transform(QgsCoordinateTransform(self._area.crs, target, QgsProject.instance()))
            self._band.setToGeometry(geometry)
        self._band.show()

    def _draw(self, tool: AreaTool) -> None:
        self._footprints.bring_into_view()
        self._drawing.start(tool)
        self.window().hide()
        self._iface.mainWindow().activateWindow()  # so that the canvas gets the keys

    def _set_drawn(self, geometry: QgsGeometry) -> None:
        """Choose the drawn area; one that cannot be used leaves the chosen one."""
        crs = self._canvas.mapSettings().destinationCrs()
        try:
            self._drawn = AreaGeometry.of_polygons([geometry], crs, self.tr("The map"))
        except SettingError as error:
            self._iface.messageBar().pushMessage(literal(str(error)), Qgis.MessageLevel.Warning)
            return
        if self._source() == AreaSource.DRAWN:
            self._update()
        else:
            self.source.setCurrentIndex(self.source.findData(AreaSource.DRAWN.value))

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
