"""Polygons in well-known binary, as QGIS passes them."""

from __future__ import annotations

import re
import struct

import numpy as np
import pytest

from ....core.areas.area import AreaOfInterest
from ....core.areas.polygons import densified, polygons_of_wkb
from ....core.errors import SettingError

SQUARE: list[tuple[float, ...]] = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]
HOLE: list[tuple[float, ...]] = [(1.0, 1.0), (1.0, 2.0), (2.0, 2.0), (1.0, 1.0)]


def polygon(*rings: list[tuple[float, ...]], order: str = "<", kind: int = 3) -> bytes:
    """Return a polygon of rings whose last point is the first."""
    data = struct.pack(f"{order}BII", order == "<", kind, len(rings))
    for ring in rings:
        numbers = [number for point in ring for number in point]
        data += struct.pack(f"{order}I{len(numbers)}d", len(ring), *numbers)
    return data


def multi(*polygons: bytes, order: str = "<") -> bytes:
    """Return a multipolygon."""
    return struct.pack(f"{order}BII", order == "<", 6, len(polygons)) + b"".join(polygons)


def points(data: bytes) -> list[list[list[list[float]]]]:
    """Return the coordinates of all rings."""
    return [[ring.tolist() for ring in rings] for rings in polygons_of_wkb(data)]


def test_rings_come_without_their_last_point():
    """My field with a pond in it, and a second field, keep their rings."""
    square, hole = ([list(point) for point in ring[:-1]] for ring in (SQUARE, HOLE))
    assert points(polygon(SQUARE, HOLE)) == [[square, hole]]
    assert points(multi(polygon(SQUARE), polygon(HOLE))) == [[square], [hole]]


@pytest.mark.parametrize("kind", [1003, 2003, 3003])
def test_heights_and_measures_are_dropped(kind):
    """My parcels have heights; the area is the same."""
    more = (7.0, 8.0) if kind == 3003 else (7.0,)
    assert points(polygon([(*point, *more) for point in SQUARE], kind=kind)) == points(polygon(SQUARE))


def test_both_byte_orders_are_read():
    """Big-endian files of old workstations are read too."""
    assert points(multi(polygon(SQUARE, order=">"), polygon(SQUARE), order=">")) == points(
        multi(polygon(SQUARE), polygon(SQUARE))
    )


@pytest.mark.parametrize("data", [b"", b"\x01", polygon(SQUARE)[:-5], struct.pack("<BIdd", 1, 1, 0, 0), b"\x07" * 20])
def test_what_is_no_polygon_is_refused(data):
    """A point or half a polygon is not an area."""
    with pytest.raises(ValueError, match=r"polygon|binary|buffer"):
        polygons_of_wkb(data)
    with pytest.raises(SettingError) as caught:
        AreaOfInterest(data, "EPSG:32633")
    assert re.search("polygon|binary|buffer", str(caught.value.values["reason"]))


def test_an_area_of_binary_is_that_of_text():
    """The box is the same in both formats, but the digest depends on the exact geometry."""
    text = AreaOfInterest.box(0, 0, 4, 4, "EPSG:32633")
    binary = AreaOfInterest(polygon(SQUARE), "EPSG:32633")
    boxes = [area.as_box() for area in (binary, text)]
    assert boxes == [(0, 0, 4, 4)] * 2
    assert {type(side) for box in boxes for side in box or ()} == {float}, "numpy 2 writes np.float64(4.0)."
    assert binary.digest == AreaOfInterest(polygon(SQUARE), "EPSG:32633").digest
    assert binary.digest != AreaOfInterest(polygon(HOLE), "EPSG:32633").digest


def test_a_ring_with_too_many_points_is_refused():
    """Edges that would get a billion points are an error, not a wait without end."""
    ring = np.array([(0.0, 0.0), (1e9, 0.0), (0.0, 1e9)])
    assert len(densified(ring, 1e6)) == 3000
    for step in (1e-3, float("nan"), 0.0):
        with pytest.raises(ValueError, match="long"), np.errstate(all="ignore"):
            densified(ring, step)
