"""Outline the listed products on the map, and move the map to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from ...core.stac.opening import Listed

_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry
_LISTED, _LISTED_EDGE = QColor(45, 120, 250), QColor(255, 255, 255)
_SELECTED, _SELECTED_EDGE = QColor(0, 225, 255), QColor(10, 35, 90)
"""Colours of the lines and of their edges: dark on bright and bright on dark, to be seen over imagery and on white."""
_MARGIN = 1.15
"""Width of the map over that of the products, when the map moves to them."""
_FAR = 10
"""A map this many times as wide as the products does not show them well enough to draw on."""


class Footprints(QObject):
    """The outlines of products on a canvas; those of selected products are thicker and brighter."""

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._products: Sequence[Listed] = ()
        self._selected: Sequence[Listed] = ()
        self._visible = False
        self._listed_band = _band(canvas, _LISTED, _LISTED_EDGE, 2)
        self._selected_band = _band(canvas, _SELECTED, _SELECTED_EDGE, 4)
        self._settling = QTimer(self)  # a list changes several times in a row
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self.settle)
        canvas.destinationCrsChanged.connect(self._settling.start)

    def set_products(self, products: Sequence[Listed], selected: Sequence[Listed]) -> None:
        """Outline these products soon, and emphasise the selected ones among them."""
        self._products, self._selected = products, selected
        self._settling.start()

    def set_visible(self, visible: bool) -> None:
        """Show or hide all outlines."""
        self._visible = visible
        self._settling.start()

    def settle(self) -> None:
        """Draw the outlines now; nothing is computed while they are hidden."""
        self._settling.stop()
        for band, products in ((self._listed_band, self._products), (self._selected_band, self._selected)):
            band.reset(_POLYGON)
            parts = self._on_the_map(products) if self._visible else []
            if parts:
                band.setToGeometry(QgsGeometry.collectGeometry(parts))

    def bring_into_view(self) -> None:
        """Show the canvas in place of QGIS's welcome page, and move it to the products unless it shows them well.

        A project without layers takes the CRS of the first product. The project stays as unchanged as it was, so that
        QGIS does not ask to save it.
        """
        stack = self._canvas.parentWidget()
        if isinstance(stack, QStackedWidget):  # QGIS's canvas and its welcome page, in all versions
            stack.setCurrentWidget(self._canvas)
        project = QgsProject.instance()
        was_dirty = project.isDirty()
        crs = _crs_of(self._products)
        if not project.mapLayers() and crs.isValid():
            project.setCrs(crs)
            self._canvas.setDestinationCrs(crs)
        box, view = self._box(self._products), self._canvas.extent()
        if not view.intersects(box) or view.width() > _FAR * box.width():
            self._show(box)
        project.setDirty(was_dirty)

    def zoom_to(self, products: Iterable[Listed]) -> None:
        """Move the map to these products, in place of QGIS's welcome page."""
        self.bring_into_view()
        was_dirty = QgsProject.instance().isDirty()
        self._show(self._box(products))
        QgsProject.instance().setDirty(was_dirty)

    def shut_down(self) -> None:
        """Remove the outlines from the canvas; it may be called twice."""
        self._settling.stop()
        self._settling.blockSignals(True)
        for band in (self._listed_band, self._selected_band):
            scene = band.scene()
            if scene is not None:
                scene.removeItem(band)

    def _box(self, products: Iterable[Listed]) -> QgsRectangle:
        """Return the box around products in the CRS of the canvas; an empty one if none is on the map."""
        box = QgsRectangle()
        for part in self._on_the_map(products):
            box.combineExtentWith(part.boundingBox())
        return box

    def _show(self, box: QgsRectangle) -> None:
        if not box.isEmpty():
            box.scale(_MARGIN)
            self._canvas.setExtent(box)
            self._canvas.refresh()

    def _on_the_map(self, products: Iterable[Listed]) -> list[QgsGeometry]:
        """Return the outlines of products in the CRS of the canvas; equal ones once, and none outside the CRS."""
        wgs84, target = QgsCoordinateReferenceSystem("EPSG:4326"), self._canvas.mapSettings().destinationCrs()
        if not target.isValid():
            return []
        transform = QgsCoordinateTransform(wgs84, target, QgsProject.instance())
        placed = []
        for footprint in {product.footprint for product in products} - {()}:
            geometry = QgsGeometry(outline(footprint))
            try:
                geometry.transform(transform)
            except QgsCsException:
                continue
            if geometry.boundingBox().isFinite():  # QGIS before 3.40 raises no error
                placed.append(geometry)
        return placed


@lru_cache(maxsize=4096)
def outline(footprint: tuple[tuple[float, float], ...]) -> QgsGeometry:
    """Return the polygon of a footprint, cut along the antimeridian.

    Args:
        footprint: (longitude, latitude) in degrees of EPSG:4326, across the antimeridian to 360; may be empty.

    Returns:
        A geometry in longitudes from -180 to 180, to be copied before it is changed; null without a footprint.
    """
    if not footprint:
        return QgsGeometry()
    if max(x for x, _ in footprint) <= 180:
        return QgsGeometry.fromPolygonXY([[QgsPointXY(*point) for point in footprint]])
    world = QgsRectangle(-180, -90, 180, 90)
    turned = [[QgsPointXY(x + turn, y) for x, y in footprint] for turn in (0, -360)]
    return QgsGeometry.collectGeometry([QgsGeometry.fromPolygonXY([ring]).clipped(world) for ring in turned])


def _band(canvas: QgsMapCanvas, line: QColor, edge: QColor, width: int) -> QgsRubberBand:
    band = QgsRubberBand(canvas, _POLYGON)
    band.setStrokeColor(line)
    band.setSecondaryStrokeColor(edge)
    band.setFillColor(QColor(Qt.GlobalColor.transparent))
    band.setWidth(width)
    return band


def _crs_of(products: Iterable[Listed]) -> QgsCoordinateReferenceSystem:
    """Return the CRS that the metadata of the first product states; invalid if none does."""
    stated = next((grid.crs for product in products for grid in product.grids.values()), "")
    return QgsCoordinateReferenceSystem.fromWkt(stated) if stated else QgsCoordinateReferenceSystem()
