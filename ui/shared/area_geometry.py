"""Extents and features of QGIS as an area of interest of the engine, for the window and the toolbox alike."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDistanceArea,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import SettingError
from ...core.raster.area import AreaOfInterest

_WGS84 = "EPSG:4326"
_MEASURED_POINTS = 50_000
"""More take so long to measure that a person would notice it."""


@dataclass(frozen=True)
class AreaGeometry:
    """A polygon, or several that may overlap, with a CRS that is known."""

    geometry: QgsGeometry
    crs: QgsCoordinateReferenceSystem

    @classmethod
    def of_extent(cls, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, name: str) -> AreaGeometry:
        """A rectangle.

        Args:
            extent: In units of the CRS.
            crs: Of the extent.
            name: Whose extent it is, for the error message.

        Raises:
            SettingError: it is empty, or its CRS is not known.
        """
        if not extent.isFinite() or extent.isEmpty():
            text = QCoreApplication.translate("AreaGeometry", "{name} has no extent.")
            raise SettingError(text.format(name=name))
        return cls(QgsGeometry.fromRect(extent), _known(crs, name))

    @classmethod
    def of_polygons(
        cls, geometries: Iterable[QgsGeometry], crs: QgsCoordinateReferenceSystem, name: str
    ) -> AreaGeometry:
        """All of several polygons, repaired where they cross themselves.

        Args:
            geometries: In units of the CRS; what is empty is left out.
            crs: Of all of them.
            name: Whose they are, for the error message.

        Raises:
            SettingError: there is no polygon among them, or their CRS is not known.
        """
        polygons = [polygon for geometry in geometries for polygon in _polygons(geometry)]
        if not polygons:
            text = QCoreApplication.translate("AreaGeometry", "{name} has no polygons.")
            raise SettingError(text.format(name=name))
        return cls(QgsGeometry.collectGeometry(polygons), _known(crs, name))

    def area_of_interest(self) -> AreaOfInterest:
        """The same as the engine takes it."""
        variant = QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED
        return AreaOfInterest(bytes(self.geometry.asWkb()), self.crs.toWkt(variant))

    @property
    def polygons(self) -> int:
        """How many polygons it has."""
        count: int = self.geometry.constGet().partCount()
        return count

    def square_kilometres(self) -> float:
        """Its size on the ellipsoid; what overlaps counts twice. NaN where that is not known, or would take long."""
        if self.geometry.constGet().nCoordinates() > _MEASURED_POINTS:
            return math.nan
        measure = QgsDistanceArea()
        measure.setEllipsoid("EPSG:7030")
        measure.setSourceCrs(self.crs, QgsProject.instance().transformContext())
        try:
            return measure.measureArea(self.geometry) / 1e6
        except QgsCsException:  # larger than its projection; before QGIS 3.40 it has no size without a word
            return math.nan

    def bounds(self) -> QgsRectangle | None:
        """Its bounding box in degrees of EPSG:4326; None if there it has none."""
        wgs84 = QgsCoordinateReferenceSystem(_WGS84)
        transform = QgsCoordinateTransform(self.crs, wgs84, QgsProject.instance().transformContext())
        try:
            box = transform.transformBoundingBox(self.geometry.boundingBox())
        except QgsCsException:  # a canvas that shows more than the world
            return None
        return box if box.isFinite() else None


def _polygons(geometry: QgsGeometry) -> list[QgsGeometry]:
    """The valid polygons that a geometry consists of, with straight edges."""
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    if not geometry.isGeosValid():
        geometry = geometry.makeValid()
    parts = geometry.asGeometryCollection()
    return [part for part in parts if part.type() == QgsWkbTypes.GeometryType.PolygonGeometry and part.area() > 0]


def _known(crs: QgsCoordinateReferenceSystem, name: str) -> QgsCoordinateReferenceSystem:
    if not crs.isValid():
        text = QCoreApplication.translate(
            "AreaGeometry", "{name} has no coordinate reference system, so its place is not known. Set it first."
        )
        raise SettingError(text.format(name=name))
    return crs
