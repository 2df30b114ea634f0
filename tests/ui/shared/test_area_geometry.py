"""Polygons of QGIS as areas of interest of the engine."""

from __future__ import annotations

import math

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsDistanceArea, QgsGeometry, QgsPointXY

from ....core.areas.polygons import polygons_of_wkb
from ....ui.area.panel import MAX_FEATURES
from ....ui.shared.area_geometry import AreaGeometry
from ..conftest import LEFT, TOP

UTM = QgsCoordinateReferenceSystem("EPSG:32633")


def area(*geometries: QgsGeometry) -> AreaGeometry:
    """Create the area of some polygons."""
    return AreaGeometry.of_polygons(geometries, UTM, "fields")


def test_thousands_of_parcels_do_not_hold_up_the_window(monkeypatch):
    """A county's parcels with half a million vertices do not freeze QGIS, neither now nor at Run."""
    places = [QgsPointXY(LEFT + 300 * (n % 140), TOP - 300 * (n // 140)) for n in range(MAX_FEATURES)]
    parcels = [QgsGeometry.fromPointXY(place).buffer(100, 7) for place in places]
    made = area(*parcels)
    with monkeypatch.context() as patch:  # what takes seconds
        patch.delattr(QgsGeometry, "asJson")
        patch.delattr(QgsDistanceArea, "measureArea")
        assert math.isnan(made.square_kilometres())  # the window shows the number of polygons
        given = made.area_of_interest().geometry
    assert made.polygons == MAX_FEATURES
    assert isinstance(given, bytes)
    rings = polygons_of_wkb(given)
    assert len(rings) == MAX_FEATURES
    assert rings[141][0].mean(axis=0) == pytest.approx([LEFT + 300, TOP - 300], abs=0.01)


def test_curved_fields_get_straight_edges():
    """A pivot drawn as a circle is masked as a polygon of many vertices."""
    arc = "CIRCULARSTRING(300100 5900000, 300300 5900000, 300100 5900000)"
    given = area(QgsGeometry.fromWkt(f"CURVEPOLYGON({arc})")).area_of_interest().geometry
    assert isinstance(given, bytes)
    [[ring]] = polygons_of_wkb(given)
    assert len(ring) > 50
    assert ring.min(axis=0) == pytest.approx([300100, 5899900], abs=1)
    assert ring.max(axis=0) == pytest.approx([300300, 5900100], abs=1)


def test_heights_are_dropped():
    """Parcels with heights are masked like those without."""
    flat, high = "((0 0, 9 0, 9 9, 0 0))", "((0 0 5, 9 0 5, 9 9 5, 0 0 5))"
    one, other = (area(QgsGeometry.fromWkt(text)) for text in (f"POLYGON{flat}", f"POLYGONZ{high}"))
    corners = [polygons_of_wkb(bytes(made.geometry.asWkb()))[0][0].tolist() for made in (one, other)]
    assert corners[0] == corners[1] == [[0, 0], [9, 0], [9, 9]]
