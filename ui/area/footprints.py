"""Outline the listed products on the map, and move the map to them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
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
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtWidgets import QStackedWidget

from ..scenes.model import Mark
from ..shared.canvas_items import remove_item
from .emblems import Emblems

if TYPE_CHECKING:
    from ...core.raster.grid import Grid
    from ...core.stac.opening import Listed
    from ..scenes.model import ProductRow

_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry
_EDGE = QColor(255, 255, 255)
"""Colour of the edges of lines: dark lines are seen over imagery and on white."""
_LOOKS = {
    Mark.MASKED: (QColor(0, 158, 115), Qt.PenStyle.SolidLine),
    Mark.READY: (QColor(45, 120, 250), Qt.PenStyle.SolidLine),
    Mark.LEFT_OUT: (QColor(110, 110, 110), Qt.PenStyle.DotLine),
    Mark.UNUSABLE: (QColor(230, 159, 0), Qt.PenStyle.DashDotLine),
    Mark.FAILED: (QColor(213, 94, 0), Qt.PenStyle.DashLine),
}
"""Line of each mark, the lowest first: colours that the colour-blind tell apart (Okabe and Ito), and dashes.

A tile with a product that is not masked yet looks so, and what has failed is seen over all.
"""
_SELECTED, _SELECTED_EDGE = QColor(0, 225, 255), QColor(10, 35, 90)
_MARGIN = 1.15
"""Width of the map over that of the products, when the map moves to them."""
_FAR = 10
"""A map this many times as wide as the products does not show them well enough to draw on."""
_RANKS = {mark: rank for rank, mark in enumerate(_LOOKS)}

Ring = tuple[tuple[float, float], ...]
"""A footprint, see `outline`."""


class Footprints(QObject):
    """The outlines of listed products on a canvas, with the marks of the table; selected ones are thicker, brighter."""

    settled = pyqtSignal()
    """Emitted when the outlines have been drawn."""

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._rows: Callable[[], Sequence[ProductRow]] = tuple
        self._shown: Callable[[], Iterable[int]] = tuple
        self._selected: Callable[[], Iterable[int]] = tuple
        self._visible = False
        self._count = 0
        """Rows when the map last moved to them."""
        self._centre: QgsPointXY | None = None
        """Centre of the map then, which a new size does not move; None with an empty list, and an empty point once the
        user works on the map."""
        self._placed: dict[Ring, QgsGeometry | None] = {}
        """Outlines in the CRS of the canvas; None outside of it."""
        self._emblems = Emblems(canvas)
        self._bands = {mark: _band(canvas, colour, _EDGE, 2, style) for mark, (colour, style) in _LOOKS.items()}
        self._selected_band = _band(canvas, _SELECTED, _SELECTED_EDGE, 4, Qt.PenStyle.SolidLine)
        self._drawn: dict[QgsRubberBand, frozenset[Ring]] = {}
        self._settling = QTimer(self)  # a list changes several times in a row
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self.settle)
        canvas.destinationCrsChanged.connect(self._place_again)

    def follow(
        self,
        rows: Callable[[], Sequence[ProductRow]],
        shown: Callable[[], Iterable[int]],
        selected: Callable[[], Iterable[int]],
    ) -> None:
        """Outline the products of a list; call `renew` after each change of it.

        Args:
            rows: Returns all rows.
            shown: Returns the numbers of those that the table shows: only these are outlined, and found by `rows_in`.
            selected: Returns the numbers of those that are emphasised.
        """
        self._rows, self._shown, self._selected = rows, shown, selected
        self.renew()

    def renew(self, *_values: object) -> None:
        """Draw the outlines soon, once for all changes until then."""
        self._settling.start()

    def set_visible(self, visible: bool) -> None:
        """Show or hide all outlines."""
        self._visible = visible
        self._settling.start()

    def is_visible(self) -> bool:
        """Return True if the outlines are shown."""
        return self._visible

    def settle(self) -> None:
        """Draw the outlines now; nothing is computed while they are hidden."""
        self._settling.stop()
        if self._visible:
            self._follow_list()
        marked: dict[Ring, Mark] = {}
        rows = self._rows() if self._visible else ()
        for row in (rows[number] for number in self._shown()) if rows else ():
            ring = row.product.footprint if row.product else ()
            if ring and (ring not in marked or _RANKS[row.mark] > _RANKS[marked[ring]]):
                marked[ring] = row.mark
        for mark, band in self._bands.items():
            self._draw(band, frozenset(ring for ring, one in marked.items() if one == mark))
        chosen = (rows[number].product for number in self._selected()) if rows else ()
        self._draw(self._selected_band, frozenset(product.footprint for product in chosen if product))
        centres = [(self._place(ring), mark) for ring, mark in marked.items() if mark.value]
        self._emblems.set_marks([(geometry.centroid().asPoint(), mark) for geometry, mark in centres if geometry])
        self.settled.emit()

    def show_pictures(self, pictures: Iterable[tuple[Listed, QImage]]) -> None:
        """Show these pictures of products in their places, in place of earlier ones."""
        crs, placed = self._canvas.mapSettings().destinationCrs(), []
        for product, picture in pictures:
            grid = next(iter(product.grids.values()), None)
            corners = _corners(grid, crs) if grid else []
            if corners:
                placed.append((picture, corners))
        self._emblems.set_pictures(placed)

    def rows_in(self, box: QgsRectangle) -> list[int]:
        """Return the numbers of the rows shown whose products touch a rectangle in the CRS of the canvas."""
        touching: dict[Ring, bool] = {}
        rows, found = self._rows(), []
        for number in self._shown():
            product = rows[number].product
            ring = product.footprint if product else ()
            if ring not in touching:
                geometry = self._place(ring)
                touching[ring] = geometry is not None and geometry.intersects(box)
            if touching[ring]:
                found.append(number)
        return found

    def bring_into_view(self) -> None:
        """Show the canvas in place of QGIS's welcome page, and move it to the products unless it shows them well.

        A project without layers takes the CRS of the first product. The project stays as unchanged as it was, so that
        QGIS does not ask to save it.
        """
        with _clean_project():
            self._show_canvas()
            box, view = self._box(self._products()), self._canvas.extent()
            if not view.intersects(box) or view.width() > _FAR * box.width():
                self._show(box)
        self._centre = QgsPointXY()

    def zoom_to(self, products: Iterable[Listed]) -> None:
        """Move the map to these products, in place of QGIS's welcome page."""
        with _clean_project():
            self._show_canvas()
            self._show(self._box(products))

    def _follow_list(self) -> None:
        """Move an empty project to the products when some are added, unless the user has moved the map since."""
        count = len(self._rows())
        grown, self._count = count > self._count, count
        if not self._count:
            self._centre = None
        if not grown or QgsProject.instance().mapLayers() or not self._products():
            return
        view = self._canvas.extent()
        if self._centre is None or self._centre.compare(view.center(), view.width() / 1000):
            self.zoom_to(self._products())
            self._centre = self._canvas.extent().center()

    def _show_canvas(self) -> None:
        """Show the canvas in place of QGIS's welcome page; a project without layers takes the CRS of the products."""
        stack = self._canvas.parentWidget()
        if isinstance(stack, QStackedWidget):  # QGIS's canvas and its welcome page, in all versions
            stack.setCurrentWidget(self._canvas)
        project, crs = QgsProject.instance(), _crs_of(self._products())
        if not project.mapLayers() and crs.isValid():
            project.setCrs(crs)
            self._canvas.setDestinationCrs(crs)

    def shut_down(self) -> None:
        """Remove the outlines from the canvas; it may be called twice."""
        self._settling.stop()
        self._settling.blockSignals(True)
        for item in (*self._bands.values(), self._selected_band, self._emblems):
            remove_item(item)

    def _products(self) -> list[Listed]:
        """Return the products that the table shows."""
        rows = self._rows()
        return [product for number in self._shown() if (product := rows[number].product)]

    def _place_again(self) -> None:
        """Place the outlines in the new CRS of the canvas."""
        self._placed.clear()
        self._drawn.clear()
        self._settling.start()

    def _draw(self, band: QgsRubberBand, rings: frozenset[Ring]) -> None:
        """Draw outlines, unless they are drawn already."""
        if self._drawn.get(band) == rings:
            return
        self._drawn[band] = rings
        parts = [geometry for geometry in map(self._place, rings) if geometry]
        band.reset(_POLYGON)
        if parts:
            band.setToGeometry(QgsGeometry.collectGeometry(parts))

    def _box(self, products: Iterable[Listed]) -> QgsRectangle:
        """Return the box around products in the CRS of the canvas; an empty one if none is on the map."""
        box = QgsRectangle()
        for geometry in map(self._place, {product.footprint for product in products}):
            if geometry:
                box.combineExtentWith(geometry.boundingBox())
        return box

    def _show(self, box: QgsRectangle) -> None:
        if not box.isEmpty():
            box.scale(_MARGIN)
            self._canvas.setExtent(box)
            self._canvas.refresh()

    def _place(self, ring: Ring) -> QgsGeometry | None:
        """Return an outline in the CRS of the canvas; None without one, and outside the CRS."""
        if ring not in self._placed:
            self._placed[ring] = _in_crs(outline(ring), self._canvas.mapSettings().destinationCrs())
        return self._placed[ring]


@contextmanager
def _clean_project() -> Iterator[None]:
    """Leave the project as unchanged as it was, so that QGIS does not ask to save it."""
    was_dirty = QgsProject.instance().isDirty()
    yield
    QgsProject.instance().setDirty(was_dirty)


def _in_crs(geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> QgsGeometry | None:
    """Return a geometry of longitudes and latitudes in another CRS; None if it has no place there."""
    if geometry.isNull() or not crs.isValid():
        return None
    wgs84, placed = QgsCoordinateReferenceSystem("EPSG:4326"), QgsGeometry(geometry)
    try:
        placed.transform(QgsCoordinateTransform(wgs84, crs, QgsProject.instance()))
    except QgsCsException:
        return None
    return placed if placed.boundingBox().isFinite() else None  # QGIS before 3.40 raises no error


def _corners(grid: Grid, crs: QgsCoordinateReferenceSystem) -> list[QgsPointXY]:
    """Return the corners of a grid in a CRS, from the upper left one clockwise; none if it has no place there."""
    of_grid = QgsCoordinateReferenceSystem.fromWkt(grid.crs)
    to_map = QgsCoordinateTransform(of_grid, crs, QgsProject.instance())
    places = ((grid.left, grid.top), (grid.right, grid.top), (grid.right, grid.bottom), (grid.left, grid.bottom))
    try:
        corners = [to_map.transform(QgsPointXY(*place)) for place in places]
    except QgsCsException:
        return []
    return corners if all(math.isfinite(value) for corner in corners for value in corner) else []


@lru_cache(maxsize=4096)
def outline(footprint: Ring) -> QgsGeometry:
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


def _band(canvas: QgsMapCanvas, line: QColor, edge: QColor, width: int, style: Qt.PenStyle) -> QgsRubberBand:
    band = QgsRubberBand(canvas, _POLYGON)
    band.setStrokeColor(line)
    band.setSecondaryStrokeColor(edge)
    band.setFillColor(QColor(Qt.GlobalColor.transparent))
    band.setWidth(width)
    band.setLineStyle(style)
    return band


def _crs_of(products: Iterable[Listed]) -> QgsCoordinateReferenceSystem:
    """Return the CRS that the metadata of the first product states; invalid if none does."""
    stated = next((grid.crs for product in products for grid in product.grids.values()), "")
    return QgsCoordinateReferenceSystem.fromWkt(stated) if stated else QgsCoordinateReferenceSystem()
