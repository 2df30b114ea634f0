"""Simplify borders without gaps or overlaps: each is simplified once, for the polygons on both of its sides.

Corners are left out by the area of the triangle with their neighbours, small ones first (Visvalingam and Whyatt 1993,
The Cartographic Journal 30:46-51). A corner stays where borders meet, and where a corner of any border lies in its
triangle: so no border ever crosses or touches another, and nothing changes its side.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from .corners import Corners

_CELL = 4
"""Edge in pixels of the cells by which corners are found."""
_CHUNK = 4_000_000
"""Pairs of a triangle and a corner that are tested at once."""


def kept_corners(corners: Corners, tolerance: float, progress: Callable[[], None] = lambda: None) -> NDArray[np.bool_]:
    """Choose the corners that simplified borders keep; rings that meet no other border keep at least four.

    Args:
        corners: Corners of the borders.
        tolerance: In pixels: a corner is left out if this changes the area on a side by at most its square.
        progress: Called at intervals; may raise to cancel.

    Returns:
        (n,) bool.
    """
    net = _Net(corners)
    while tolerance > 0 and net.leave_out(2 * tolerance**2):
        progress()
    return net.kept


class _Net:
    """Corners and the borders between them, while corners are left out."""

    def __init__(self, corners: Corners) -> None:
        links = corners.links
        self.kept = np.ones(len(links), np.bool_)
        self._points = corners.points
        self._fixed = (links >= 0).sum(axis=1) > 2
        # The two neighbours of the others: one along the line, one along the column.
        self._links = np.stack([links[:, :2].max(axis=1), links[:, 2:].max(axis=1)], axis=1)
        self._blocked = self._fixed.copy()
        self._cells = _Cells(self._points)
        # All corners of the stairs of a slanted border are equal. If those at eastern ends go first, a line is left,
        # and all borders move by a quarter of a pixel to the west, which changes no area.
        self._rank = np.arange(len(links)) + np.where(links[:, 1] >= 0, 0, len(links))
        ends = np.stack([np.repeat(np.arange(len(links)), 4), links.ravel()], axis=1)
        between = (ends[:, 1] >= 0) & self._fixed[ends[:, 0]] & self._fixed[ends[:, 1]]
        self._joins = np.unique(self._keys(ends[between]))
        """Straight borders between corners that stay."""

    def leave_out(self, most: float) -> bool:
        """Leave out corners that are no neighbours of each other; False if none can be.

        Args:
            most: Twice the largest area of a triangle, in pixels.
        """
        (free,) = np.nonzero(self.kept & ~self._blocked)
        double_area = np.full(len(self.kept), np.inf)
        double_area[free] = self._double_areas(free)
        free = free[(double_area[free] <= most) & ~self._closes(free)]
        candidates = np.full(len(self.kept), np.inf)
        candidates[free] = double_area[free]
        chosen = free[self._is_smallest(free, candidates)]
        if not chosen.size:
            return False
        ends = self._links[chosen]
        blocked = self._cells.any_inside(self._points[np.column_stack([chosen, ends])], chosen, ends, self.kept)
        blocked |= self._joined(ends)
        self._blocked[chosen[blocked]] = True
        self._remove(chosen[~blocked])
        return True

    def _double_areas(self, corners: NDArray[np.int64]) -> NDArray[np.int64]:
        here, (one, other) = self._points[corners], self._points[self._links[corners].T]
        return np.abs(_cross(one - here, other - here))

    def _is_smallest(self, free: NDArray[np.int64], double_area: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Return True for corners that come before both of their neighbours, by area and rank."""
        smallest = np.ones(len(free), np.bool_)
        for neighbour in self._links[free].T:
            here, there = double_area[free], double_area[neighbour]
            smallest &= (here < there) | ((here == there) & (self._rank[free] < self._rank[neighbour]))
        return smallest

    def _closes(self, corners: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return True for the corners of rings with three or four corners."""
        one, other = self._links[corners].T
        beyond_one, beyond_other = self._beyond(one, corners), self._beyond(other, corners)
        meets: NDArray[np.bool_] = (beyond_one == other) | (beyond_other == one)
        return meets | ((beyond_one == beyond_other) & (beyond_one >= 0))

    def _beyond(self, corners: NDArray[np.int64], before: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the neighbours of corners on the other side; -1 where several borders meet."""
        links = self._links[corners]
        return np.where(self._fixed[corners], -1, np.where(links[:, 0] == before, links[:, 1], links[:, 0]))

    def _joined(self, ends: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return True where a new border would join two corners that another one joins already, or joins too."""
        keys = self._keys(ends)
        again = np.ones(len(ends), np.bool_)
        again[np.unique(keys, return_index=True)[1]] = False
        return again | (self._fixed[ends].all(axis=1) & np.isin(keys, self._joins))

    def _remove(self, corners: NDArray[np.int64]) -> None:
        self.kept[corners] = False
        ends = self._links[corners]
        joins = self._fixed[ends].all(axis=1)
        self._joins = np.union1d(self._joins, self._keys(ends[joins]))
        for side in (0, 1):
            here, there = ends[:, side], ends[:, 1 - side]
            slot = (self._links[here, 1] == corners).astype(np.intp)
            moved = ~self._fixed[here]
            self._links[here[moved], slot[moved]] = there[moved]
            self._blocked[here[moved]] = False  # another triangle

    def _keys(self, ends: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return a number for each pair of corners, in any order."""
        return ends.min(axis=1) * len(self.kept) + ends.max(axis=1)


class _Cells:
    """Corners by square cells, line by line of cells."""

    def __init__(self, points: NDArray[np.int64]) -> None:
        cells = points // _CELL
        self._across = int(cells[:, 0].max(initial=0)) + 1
        cell = cells[:, 1] * self._across + cells[:, 0]
        self._order = np.argsort(cell, kind="stable")
        self._sorted = cell[self._order]
        self._points = points

    def any_inside(
        self,
        triangles: NDArray[np.int64],
        tips: NDArray[np.int64],
        ends: NDArray[np.int64],
        kept: NDArray[np.bool_],
    ) -> NDArray[np.bool_]:
        """Return True for triangles that hold another corner, also on an edge.

        Args:
            triangles: (n, 3, 2) column and line.
            tips: (n,) numbers of their own corners.
            ends: (n, 2) numbers of their own corners.
            kept: False for corners that do not count.
        """
        low, high = triangles.min(axis=1) // _CELL, triangles.max(axis=1) // _CELL
        rows = high[:, 1] - low[:, 1] + 1
        triangle = np.repeat(np.arange(len(triangles)), rows)
        row = low[triangle, 1] + np.arange(len(triangle)) - np.repeat(np.cumsum(rows) - rows, rows)
        start = np.searchsorted(self._sorted, row * self._across + low[triangle, 0], "left")
        stop = np.searchsorted(self._sorted, row * self._across + high[triangle, 0], "right")
        inside = np.zeros(len(triangles), np.bool_)
        total = np.cumsum(stop - start)
        for part in np.split(np.arange(len(triangle)), np.searchsorted(total, np.arange(_CHUNK, total[-1], _CHUNK))):
            which, corner = _pairs(triangle[part], start[part], stop[part])
            corner = self._order[corner]
            other = kept[corner] & (corner != tips[which]) & (corner != ends[which].T).all(axis=0)
            which, corner = which[other], corner[other]
            inside[which[_holds(triangles[which], self._points[corner])]] = True
        return inside


def _pairs(
    item: NDArray[np.int64], start: NDArray[np.int64], stop: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return each item with each number of its span."""
    counts = stop - start
    index = np.repeat(np.arange(len(item)), counts)
    return item[index], start[index] + np.arange(len(index)) - np.repeat(np.cumsum(counts) - counts, counts)


def _holds(triangles: NDArray[np.int64], points: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return True where a point lies in a triangle or on its edge."""
    in_box = (points >= triangles.min(axis=1)) & (points <= triangles.max(axis=1))  # also for a triangle without area
    sides = [
        _cross(triangles[:, (corner + 1) % 3] - triangles[:, corner], points - triangles[:, corner])
        for corner in range(3)
    ]
    left, right = (np.all([direction * side >= 0 for side in sides], axis=0) for direction in (1, -1))
    return (left | right) & in_box.all(axis=1)


def _cross(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    product: NDArray[np.int64] = one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0]
    return product
