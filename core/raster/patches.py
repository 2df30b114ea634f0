"""Place patches over all pixels of a grid that hold data; the result is a plan, which consists of rows of patches.

`offset` (the default) and `grid` spread the fewest patches that keep the overlap over the extent of the data in each
row; `offset` also shifts alternate rows against each other, so that no pixel lies at the corner of all its patches.
`upstream` places patches exactly as CloudS2Mask 1.1.3 does. Patches are squares, or rectangles of at most the
same area whose sides fit the grid, so that less is inferred twice. A model that classifies each pixel by itself uses
strips instead of patches: as wide as the extent of the data, without overlap.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

PatchPlacement = Literal["offset", "grid", "upstream"]

_SIDES = 32
"""Sides of fitted patches are multiples of this: fewer choices are tried, and ONNX Runtime is fast with them."""
_LEAST_SIDE = 3 / 4
"""Shorter side of a fitted patch, as a share of the square's: the network sees less around a pixel if it is smaller."""
STRIP_LINES = 64
"""Maximum lines of a strip: 700,000 pixels for a tile at 10 m."""


def _complete(_rows: slice, _columns: slice) -> None:
    """Leave cells as they are, because all are known."""


@dataclass(frozen=True)
class DataCells:
    """The parts of a scene that may hold data, as square cells over the working grid."""

    cells: NDArray[np.bool_]
    """(rows, columns): False only where no pixel of the cell holds data, once `decode` was called for it."""
    cell_size: float
    """Edge of a cell in pixels of the working grid."""
    reach: int = 0
    """Cells around True ones, in all eight directions, that may hold data too."""
    piece: tuple[int, int] = (2**31, 2**31)
    """Rows and columns of cells that are decoded together."""
    decode: Callable[[slice, slice], None] = field(default=_complete, repr=False)
    """Called with the rows and columns of cells before they are read."""

    def extent(self, axis: int, start: float = 0, stop: float = math.inf) -> tuple[int, int] | None:
        """Return the pixels [first, last) along an axis that hold data, within a range of the other axis.

        Args:
            axis: 0 for lines, 1 for columns.
            start: First pixel of the range.
            stop: Pixel after the range.

        Returns:
            None if there is no data.
        """
        across = self._near(1 - axis, start, stop)
        first, last = self._end(axis, across, min), self._end(axis, across, max)
        if first is None or last is None:
            return None
        after = min(last + self.reach + 1, self.cells.shape[axis])
        return math.floor(max(0, first - self.reach) * self.cell_size), math.ceil(after * self.cell_size)

    def any(self, top: int, bottom: int, left: int, right: int) -> bool:
        """Return True if a window of pixels may hold data."""
        across = self._near(1, left, right)
        parts = (self._used(0, rows, across) for rows in _cut_at(self._near(0, top, bottom), self.piece[0]))
        return any(used.size for part in parts for used in part)

    def _near(self, axis: int, start: float, stop: float) -> slice:
        """Return the cells along an axis whose data matters to pixels [start, stop)."""
        count = self.cells.shape[axis]
        last = count if math.isinf(stop) else math.ceil(stop / self.cell_size) + self.reach
        return slice(max(0, math.floor(start / self.cell_size) - self.reach), min(last, count))

    def _end(self, axis: int, across: slice, pick: Callable[[Iterable[int]], int]) -> int | None:
        """Return the first (`min`) or last (`max`) cell along an axis that holds data; decode little."""
        along = _cut_at(slice(0, self.cells.shape[axis]), self.piece[axis])
        for cells in along if pick is min else reversed(along):
            outermost = pick((cells.start, cells.stop - 1))
            ends: list[int] = []
            for used in self._used(axis, cells, across):
                if used.size:
                    ends.append(int(pick(used)))
                if outermost in ends:
                    break
            if ends:
                return pick(ends)
        return None

    def _used(self, axis: int, along: slice, across: slice) -> Iterator[NDArray[np.intp]]:
        """Yield the cells along an axis that hold data in one piece, then in ever more, which are decoded at once."""
        parts, count = _cut_at(across, self.piece[1 - axis]), 1
        while parts:
            some, parts = parts[:count], parts[count:]
            part = slice(some[0].start, some[-1].stop)
            rows, columns = (along, part) if axis == 0 else (part, along)
            self.decode(rows, columns)
            yield np.flatnonzero(self.cells[rows, columns].any(axis=1 - axis)) + along.start
            count *= 2


def _cut_at(span: slice, size: int) -> list[slice]:
    """Cut a span at the multiples of a size."""
    starts = range(span.start - span.start % size, span.stop, size)
    return [slice(max(start, span.start), min(start + size, span.stop)) for start in starts]


@dataclass(frozen=True)
class PatchRow:
    """Patches with their upper edges on one line."""

    top: int
    lefts: tuple[int, ...]


@dataclass(frozen=True)
class PatchPlan:
    """The patches of one scene, from top to bottom."""

    height: int
    """Patch height in pixels; more than the grid's only if the grid is smaller than the smallest patch."""
    width: int
    overlap: int
    """Smallest overlap of neighbours, in pixels."""
    rows: tuple[PatchRow, ...]

    @property
    def count(self) -> int:
        """Number of patches."""
        return sum(len(row.lefts) for row in self.rows)

    @property
    def columns(self) -> tuple[int, int]:
        """Columns [first, last) covered by patches."""
        lefts = [left for row in self.rows for left in row.lefts]
        return min(lefts), max(lefts) + self.width

    def bottom(self, row: PatchRow) -> int:
        """Return the line below a row of patches."""
        return row.top + self.height


@dataclass(frozen=True)
class PatchRule:
    """Size, overlap and placement of patches."""

    size: int
    """Height and width of square patches in pixels. A smaller grid gets the next smaller size that holds it."""
    overlap: int
    """Smallest overlap of neighbouring patches in pixels."""
    multiple: int = 1
    """Patch sizes are multiples of this."""
    placement: PatchPlacement = "offset"
    """See the module's description."""
    fitted: bool = False
    """True if patches may be rectangles of at most the area of the square."""

    def shape_on(self, grid: tuple[int, int]) -> tuple[int, int]:
        """Return the height and width of patches on a grid of (height, width) pixels.

        Those of a fitted patch cover the whole grid with the fewest pixels; where that is a tie, the patch is as
        square as possible, then high, because the edge of a swath runs from north to south.
        """
        size = self.size + -self.size % self.multiple
        limits = [math.ceil(length / self.multiple) * self.multiple for length in grid]
        least = max(_LEAST_SIDE * size, 2 * self.overlap)
        step = math.lcm(self.multiple, _SIDES)
        heights = range(step * math.ceil(least / step), int(size**2 / least) + 1, step)
        shapes = [(size, size)]
        if self.fitted:
            shapes += [(high, wide) for high in heights for wide in heights if high * wide <= size**2]

        def cost(shape: tuple[int, int]) -> tuple[int, int, int]:
            sides = [min(side, limit) for side, limit in zip(shape, limits)]
            overlap = self.overlap_of(*sides)
            pixels = math.prod(side * _count(length, side, overlap) for side, length in zip(sides, grid))
            return pixels, abs(sides[0] - sides[1]), -sides[0]

        height, width = min(shapes, key=cost)
        return min(height, limits[0]), min(width, limits[1])

    def overlap_of(self, height: int, width: int) -> int:
        """Return the smallest overlap of patches of this shape, which is at most half a side."""
        return min(self.overlap, height // 2, width // 2)


def plan_patches(
    data: DataCells, shape: tuple[int, int], rule: PatchRule, needed: DataCells | None = None
) -> PatchPlan:
    """Place patches so that each pixel that may hold data is covered at least once.

    Args:
        data: Cells that may hold data; for `upstream` placement one per pixel.
        shape: (height, width) of the working grid in pixels.
        rule: Size, overlap and placement.
        needed: Cells of which only the patches are wanted, a selection of those of the whole scene; None: all.

    Returns:
        A plan, without rows if there is no data. No patch is empty, and none occurs twice.
    """
    height, width = rule.shape_on(shape)
    plan = PatchPlan(height, width, rule.overlap_of(height, width), ())
    needed = needed or DataCells(np.ones((1, 1), np.bool_), max(shape))
    if rule.placement == "upstream" and height <= shape[0] and width <= shape[1]:
        return _selected(replace(plan, rows=tuple(_upstream_rows(data.cells, plan))), needed)
    rows = _packed_rows(data, shape, plan, needed, shift=rule.placement == "offset")
    return replace(plan, rows=tuple(rows))


def _selected(plan: PatchPlan, needed: DataCells) -> PatchPlan:
    """Return the patches that hold a needed cell."""
    rows = []
    for row in plan.rows:
        lefts = tuple(x for x in row.lefts if needed.any(row.top, plan.bottom(row), x, x + plan.width))
        if lefts:
            rows.append(replace(row, lefts=lefts))
    return replace(plan, rows=tuple(rows))


def plan_strips(data: DataCells, within: tuple[slice, slice]) -> PatchPlan:
    """Cut the extent of the data into strips of one patch each, which do not overlap.

    Args:
        data: Cells that may hold data.
        within: Lines and columns that limit the strips.

    Returns:
        A plan, without rows if there is no data within the limits.
    """
    lines, columns = within
    down = _cut(data.extent(0, columns.start, columns.stop), lines)
    right = down and _cut(data.extent(1, *down), columns)
    if not down or not right:
        return PatchPlan(0, 0, 0, ())
    height = math.ceil((down[1] - down[0]) / math.ceil((down[1] - down[0]) / STRIP_LINES))
    rows = tuple(PatchRow(top, (right[0],)) for top in range(*down, height))
    return PatchPlan(height, right[1] - right[0], 0, rows)


def _cut(span: tuple[int, int] | None, within: slice) -> tuple[int, int] | None:
    """Return the part of a span of pixels within the limits, or None."""
    start, stop = (max(span[0], within.start), min(span[1], within.stop)) if span else (0, 0)
    return (start, stop) if start < stop else None


def _packed_rows(
    data: DataCells, shape: tuple[int, int], empty: PatchPlan, needed: DataCells, *, shift: bool
) -> Iterator[PatchRow]:
    """Place rows over the lines with data, each over the columns with data in its own lines; keep what is needed."""
    lines = data.extent(axis=0)
    tops = _spread(lines, shape[0], empty.height, empty.overlap) if lines else []
    for number, top in enumerate(tops):
        bottom = top + empty.height
        if not needed.any(top, bottom, 0, shape[1]):
            continue
        columns = data.extent(1, top, bottom)
        if columns is None:
            continue
        direction = (-1) ** number if shift else 0
        lefts = _spread(columns, shape[1], empty.width, empty.overlap, direction)
        windows = ((top, bottom, left, left + empty.width) for left in lefts)
        used = tuple(window[2] for window in windows if needed.any(*window) and data.any(*window))
        if used:
            yield PatchRow(top, used)


def _spread(span: tuple[int, int], limit: int, size: int, overlap: int, direction: int = 0) -> list[int]:
    """Return the starts of the fewest evenly spaced pieces that cover a span with the overlap.

    Args:
        span: First pixel to cover, and the pixel after the last.
        limit: Pixel at which pieces must end, if they fit.
        size: Pixels per piece.
        overlap: Smallest overlap of neighbouring pieces.
        direction: 1 or -1 shifts the inner pieces that way, as far as the overlap allows but by at most a quarter of
            a step; 0 does not shift.
    """
    start, stop = span[0], min(span[1], limit)
    count = _count(stop - start, size, overlap)
    if count == 1:
        return [max(0, min(start, limit - size))]
    step = (stop - start - size) / (count - 1)
    offset = direction * min(size - overlap - math.ceil(step), math.floor(step) // 4)
    starts = [start + round(number * step) for number in range(count)]
    return [starts[0], *(inner + offset for inner in starts[1:-1]), starts[-1]]


def _count(length: int, size: int, overlap: int) -> int:
    """Return the fewest pieces of a size that cover a length in pixels with the overlap."""
    return max(1, math.ceil((length - overlap) / (size - overlap)))


def _upstream_rows(data: NDArray[np.bool_], empty: PatchPlan) -> list[PatchRow]:
    """Place rows as CloudS2Mask 1.1.3: clamped starts, odd rows half a stride to the left, shifted inwards."""
    grid_height, grid_width = data.shape
    height, width = empty.height, empty.width
    stride_down, stride_right = height - empty.overlap, width - empty.overlap
    lefts_by_top: defaultdict[int, set[int]] = defaultdict(set)
    for number, top in enumerate(range(0, grid_height, stride_down)):
        shift = stride_right // 2 if number % 2 else 0
        lefts = [max(0, left - shift) for left in range(0, grid_width, stride_right)]
        if shift and lefts[-1] + width < grid_width:
            lefts.append(grid_width - width)
        for left in lefts:
            corner = min(top, grid_height - height), min(left, grid_width - width)
            placed = _shifted_inwards(data, corner, (height, width))
            if placed:
                lefts_by_top[placed[0]].add(placed[1])
    return [PatchRow(top, tuple(sorted(lefts))) for top, lefts in sorted(lefts_by_top.items())]


def _shifted_inwards(data: NDArray[np.bool_], corner: tuple[int, int], size: tuple[int, int]) -> tuple[int, int] | None:
    """Return a patch's corner, moved off empty lines and columns at one of its edges; None if the patch is empty."""
    (top, left), (height, width) = corner, size
    window = data[top : top + height, left : left + width]
    if not window.any():
        return None
    down = _empty_ends(np.any(window, axis=1), data.shape[0] - top - height, top)
    right = _empty_ends(np.any(window, axis=0), data.shape[1] - left - width, left)
    return top + down, left + right


def _empty_ends(used: NDArray[np.bool_], room_after: int, room_before: int) -> int:
    """Return the pixels to move along an axis: off the empty end, or 0 if both or no ends are empty."""
    if used[0] == used[-1]:
        return 0
    first, last = np.flatnonzero(used)[[0, -1]]
    return min(int(first), room_after) if not used[0] else -min(len(used) - 1 - int(last), room_before)
