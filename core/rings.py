"""Rings of polygons, (points, 2) float64 without the first point repeated: cut to a box, and given more points."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

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
