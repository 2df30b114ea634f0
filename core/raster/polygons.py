"""Polygons in well-known binary (OGC 06-103r4), which QGIS writes many times faster than GeoJSON."""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

_POLYGON, _MULTIPOLYGON = 3, 6
_ORDERS = {0: ">", 1: "<"}


def polygons_of_wkb(data: bytes) -> list[list[Ring]]:
    """Each polygon as its outer ring and its holes; heights and measures are dropped.

    Args:
        data: A Polygon or a MultiPolygon.

    Raises:
        ValueError: it is something else, or cut off.
    """
    try:
        kind, order = _header(data, 0)
        if kind % 1000 == _POLYGON:
            return [_polygon(data, 0)[0]]
        if kind % 1000 != _MULTIPOLYGON:
            raise ValueError(f"geometry type {kind} is no polygon")
        (count,) = struct.unpack_from(f"{order}I", data, 5)
        place, polygons = 9, []
        for _ in range(count):
            polygon, place = _polygon(data, place)
            polygons.append(polygon)
    except (struct.error, KeyError) as error:
        raise ValueError(f"damaged well-known binary: {error}") from error
    return polygons


def _header(data: bytes, place: int) -> tuple[int, str]:
    """Type of the geometry at a place (thousands: heights, measures), and its byte order as `struct` has it."""
    order = _ORDERS[data[place]] if place < len(data) else "<"
    (kind,) = struct.unpack_from(f"{order}I", data, place + 1)
    return kind, order


def _polygon(data: bytes, place: int) -> tuple[list[Ring], int]:
    """The rings of a polygon, without their last point, which repeats the first, and where it ends."""
    kind, order = _header(data, place)
    if kind % 1000 != _POLYGON:
        raise ValueError(f"geometry type {kind} is no polygon")
    numbers = {0: 2, 1: 3, 2: 3, 3: 4}[kind // 1000]
    (count,) = struct.unpack_from(f"{order}I", data, place + 5)
    place += 9
    rings = []
    for _ in range(count):
        (points,) = struct.unpack_from(f"{order}I", data, place)
        ring = np.frombuffer(data, f"{order}f8", points * numbers, place + 4).reshape(points, numbers)
        rings.append(ring[:-1, :2].astype(np.float64))
        place += 4 + 8 * points * numbers
    return rings, place


Ring = NDArray[np.float64]


def clipped(ring: Ring, low: tuple[float, float], high: tuple[float, float]) -> Ring:
    """The part of a ring inside a box, by the method of Sutherland and Hodgman (1974).

    Where a concave ring falls into several parts, edges along the box join them.

    Args:
        ring: The ring.
        low: Least x and y of the box; -inf where it is open.
        high: Largest x and y; inf where it is open.

    Returns:
        (points, 2); without a point if nothing is inside.
    """
    for axis in (0, 1):
        for limit, direction in ((low[axis], 1), (high[axis], -1)):
            if np.isfinite(limit):
                ring = _on_one_side(ring, direction * (ring[:, axis] - limit))
    return ring


def densified(ring: Ring, step: float) -> Ring:
    """The same ring with points along its edges, so that it keeps its place where straight lines become curves.

    Args:
        ring: The ring.
        step: Largest distance of neighbouring points along x and along y.
    """
    edges = np.roll(ring, -1, axis=0) - ring
    pieces = np.maximum(1, np.ceil(np.abs(edges).max(axis=1) / step)).astype(np.intp)
    edge = np.repeat(np.arange(len(ring)), pieces)
    place = np.arange(len(edge)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    dense: Ring = ring[edge] + (place / pieces[edge])[:, None] * edges[edge]
    return dense


def _on_one_side(ring: Ring, distance: NDArray[np.float64]) -> Ring:
    """The points at no negative distance, and those where edges cross distance 0."""
    inside, next_distance = distance >= 0, np.roll(distance, -1)
    crosses = inside != np.roll(inside, -1)
    part = np.divide(distance, distance - next_distance, out=np.zeros_like(distance), where=crosses)
    crossings = ring + part[:, None] * (np.roll(ring, -1, axis=0) - ring)
    kept: Ring = np.stack([ring, crossings], axis=1)[np.stack([inside, crosses], axis=1)]
    return kept
