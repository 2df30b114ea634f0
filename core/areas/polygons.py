"""Read polygons from well-known binary (OGC 06-103r4), which QGIS writes faster than GeoJSON, and clip their rings."""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

from ..language import translated

_POLYGON, _MULTIPOLYGON = 3, 6
_ORDERS = {0: ">", 1: "<"}
_MAX_POINTS = 1_000_000
"""Most points of a ring with dense edges; edges along a tile have a few hundred."""


def polygons_of_wkb(data: bytes) -> list[list[Ring]]:
    """Read each polygon as its outer ring and its holes, without heights and measures.

    Args:
        data: A Polygon or a MultiPolygon.

    Raises:
        ValueError: the geometry is of another type, or truncated.
    """
    try:
        kind, order = _header(data, 0)
        if kind % 1000 == _POLYGON:
            return [_polygon(data, 0)[0]]
        if kind % 1000 != _MULTIPOLYGON:
            raise ValueError(f"geometry type {kind} is not a polygon")
        (count,) = struct.unpack_from(f"{order}I", data, 5)
        position, polygons = 9, []
        for _ in range(count):
            polygon, position = _polygon(data, position)
            polygons.append(polygon)
    except (struct.error, KeyError) as error:
        raise ValueError(f"damaged well-known binary: {error}") from error
    return polygons


def _header(data: bytes, position: int) -> tuple[int, str]:
    """Read the geometry type (thousands: heights, measures) and the byte order for `struct` at a position."""
    order = _ORDERS[data[position]] if position < len(data) else "<"
    (kind,) = struct.unpack_from(f"{order}I", data, position + 1)
    # QGIS writes flags for heights and measures where its type is older than the standard.
    heights, measures = kind >> 31 & 1, kind >> 30 & 1
    return (kind & 0x3FFFFFFF) + 1000 * heights + 2000 * measures, order


def _polygon(data: bytes, position: int) -> tuple[list[Ring], int]:
    """Read the rings of a polygon without their closing points, and return them with the position after it."""
    kind, order = _header(data, position)
    if kind % 1000 != _POLYGON:
        raise ValueError(f"geometry type {kind} is not a polygon")
    numbers = {0: 2, 1: 3, 2: 3, 3: 4}[kind // 1000]
    (count,) = struct.unpack_from(f"{order}I", data, position + 5)
    position += 9
    rings = []
    for _ in range(count):
        (points,) = struct.unpack_from(f"{order}I", data, position)
        ring = np.frombuffer(data, f"{order}f8", points * numbers, position + 4).reshape(points, numbers)
        rings.append(unclosed(ring[:, :2].astype(np.float64)))
        position += 4 + 8 * points * numbers
    return rings, position


Ring = NDArray[np.float64]


def unclosed(ring: Ring) -> Ring:
    """Return a ring without its closing point, if it has one."""
    return ring[:-1] if len(ring) > 1 and np.array_equal(ring[0], ring[-1]) else ring


def clipped(ring: Ring, low: tuple[float, float], high: tuple[float, float]) -> Ring:
    """Clip a ring to a box by the method of Sutherland and Hodgman (1974).

    If a concave ring falls into several parts, edges along the box connect them.

    Args:
        ring: The ring.
        low: Smallest x and y of the box; -inf for an open side.
        high: Largest x and y; inf for an open side.

    Returns:
        (points, 2); no points if nothing is inside.
    """
    for axis in (0, 1):
        for limit, direction in ((low[axis], 1), (high[axis], -1)):
            if np.isfinite(limit):
                ring = _on_one_side(ring, direction * (ring[:, axis] - limit))
    return ring


def densified(ring: Ring, step: float) -> Ring:
    """Add points along the edges of a ring, so that it keeps its shape when straight lines become curves.

    Args:
        ring: The ring.
        step: Largest distance between neighbouring points along x and along y.

    Raises:
        ValueError: the ring would have more than a million points.
    """
    edges = np.roll(ring, -1, axis=0) - ring
    pieces = np.maximum(1, np.ceil(np.abs(edges).max(axis=1) / step))
    if not pieces.sum() <= max(_MAX_POINTS, 2 * len(ring)):
        raise ValueError(translated("its edges are too long"))
    pieces = pieces.astype(np.intp)
    edge = np.repeat(np.arange(len(ring)), pieces)
    position = np.arange(len(edge)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    dense: Ring = ring[edge] + (position / pieces[edge])[:, None] * edges[edge]
    return dense


def _on_one_side(ring: Ring, distance: NDArray[np.float64]) -> Ring:
    """Keep the points at distance 0 or more, and add one where an edge crosses distance 0."""
    inside, next_distance = distance >= 0, np.roll(distance, -1)
    crosses = inside != np.roll(inside, -1)
    part = np.divide(distance, distance - next_distance, out=np.zeros_like(distance), where=crosses)
    crossings = ring + part[:, None] * (np.roll(ring, -1, axis=0) - ring)
    kept: Ring = np.stack([ring, crossings], axis=1)[np.stack([inside, crosses], axis=1)]
    return kept
