"""Convert extents and features of QGIS to areas of interest, for the window and the toolbox."""

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

from ...core.areas.area import AreaOfInterest
from ...core.errors import SettingError

_WGS84 = "EPSG:4326"
_MEASURED_POINTS = 50_000
"""Most vertices that are measured: more take noticeably long."""


@dataclass(frozen=True)
class AreaGeometry:
    """A polygon, or several that may overlap, with a known CRS."""

    geometry: QgsGeometry
    crs: QgsCoordinateReferenceSystem

    @classmethod
    def of_extent(cls, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, name: str) -> AreaGeometry:
        """Create an area from an extent.

        Args:
            extent: In units of the CRS.
            crs: CRS of the extent.
            name: Name of the layer or map, for the error message.

        Raises:
            SettingError: the extent is empty, or its CRS is unknown.
        """
        if not extent.isFinite() or extent.isEmpty():
            text = QCoreApplication.translate("AreaGeometry", "{name} has no extent. Choose another area of interest.")
            raise SettingError(text.format(name=name))
        return cls(QgsGeometry.fromRect(extent), with_crs(crs, name))

    @classmethod
    def of_polygons(
        cls, geometries: Iterable[QgsGeometry], crs: QgsCoordinateReferenceSystem, name: str
    ) -> AreaGeometry:
        """Create an area from polygons, repaired where they cross themselves.

        Args:
            geometries: In units of the CRS; empty ones are skipped.
            crs: CRS of the geometries.
            name: Name of the layer or map, for the error message.

        Raises:
            SettingError: there is no polygon among them, or their CRS is unknown.
        """
        polygons = [polygon for geometry in geometries for polygon in repaired(geometry)]
        if not polygons:
            text = QCoreApplication.translate(
                "AreaGeometry", "{name} has no polygons. Choose another area of interest."
            )
            raise SettingError(text.format(name=name))
        return cls(QgsGeometry.collectGeometry(polygons), with_crs(crs, name))

    def area_of_interest(self) -> AreaOfInterest:
        """Convert the area for the engine."""
        variant = QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED
        return AreaOfInterest(bytes(self.geometry.asWkb()), self.crs.toWkt(variant))

    def as_extent(self) -> str:
        """Return a rectangle as Processing reads an extent; empty for another area, or if its CRS has no code."""
        box = self.area_of_interest().as_box()
        if box is None or not self.crs.authid():
            return ""
        left, bottom, right, top = box
        return f"{left!r},{right!r},{bottom!r},{top!r} [{self.crs.authid()}]"

    @property
    def polygons(self) -> int:
        """Number of polygons."""
        count: int = self.geometry.constGet().partCount()
        return count

    def square_kilometres(self) -> float:
        """Measure the area on the ellipsoid, in km²; overlaps count twice. NaN if unknown or slow to measure."""
        if self.geometry.constGet().nCoordinates() > _MEASURED_POINTS:
            return math.nan
        measure = QgsDistanceArea()
        measure.setEllipsoid("EPSG:7030")
        measure.setSourceCrs(self.crs, QgsProject.instance().transformContext())
        try:
            return measure.measureArea(self.geometry) / 1e6
        except QgsCsException:  # outside the range of its projection; QGIS before 3.40 raises no error
            return math.nan

    def bounds(self) -> QgsRectangle | None:
        """Return the bounding box in degrees of EPSG:4326; None if it has none there."""
        wgs84 = QgsCoordinateReferenceSystem(_WGS84)
        transform = QgsCoordinateTransform(self.crs, wgs84, QgsProject.instance().transformContext())
        try:
            box = transform.transformBoundingBox(self.geometry.boundingBox())
        except QgsCsException:  # a canvas that shows more than the Earth
            return None
        return box if box.isFinite() else None


def repaired(geometry: QgsGeometry) -> list[QgsGeometry]:
    """Split a geometry into polygons with straight edges that do not cross themselves."""
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    if not geometry.isGeosValid():
        geometry = geometry.makeValid()
    parts = geometry.asGeometryCollection()
    return [part for part in parts if part.type() == QgsWkbTypes.GeometryType.PolygonGeometry and part.area() > 0]


def with_crs(crs: QgsCoordinateReferenceSystem, name: str) -> QgsCoordinateReferenceSystem:
    """Return a CRS if it is valid.

    Raises:
        SettingError: the layer or map with this name has none.
    """
    if not crs.isValid():
        text = QCoreApplication.translate("AreaGeometry", "{name} has no coordinate reference system. Set one first.")
        raise SettingError(text.format(name=name))
    return crs
