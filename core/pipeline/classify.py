"""Classification of lines of probabilities, resampled if the network runs at another resolution."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from ..cards.schema import NODATA_CLASS
from ..classes import CLASS_OF_KEY, NODATA
from ..raster.grid import Grid
from ..raster.resample import Axis, resample

_LINES = 64
"""Number of lines of the mask that are resampled at a time."""


class FieldSink(Protocol):
    """A receiver of the class probabilities, line by line."""

    def add(self, top: int, left: int, field: NDArray[np.float32], has_data: NDArray[np.bool_]) -> None:
        """Receive lines, from top to bottom.

        Args:
            top: Their first line on the mask's grid.
            left: Their first column.
            field: (classes, lines, columns) float32 probabilities.
            has_data: (lines, columns) bool.
        """


@dataclass(frozen=True)
class ClassRule:
    """The rule that gives a pixel its class."""

    classes: tuple[str, ...]
    """Keys of the classes of the probabilities."""
    threshold: float | None = None
    """A pixel has the second of two classes if its probability is above this; None: its likeliest class."""

    def apply(self, field: NDArray[np.float32]) -> NDArray[np.uint8]:
        """Classify (classes, lines, columns) float32 probabilities to (lines, columns) uint8 classes."""
        codes = [NODATA if key == NODATA_CLASS else CLASS_OF_KEY[key].value for key in self.classes]
        index = _likeliest(field) if self.threshold is None else (field[1] > self.threshold).astype(np.uint8)
        return np.array(codes, np.uint8)[index]


class ClassLines:
    """A mask that is filled from top to bottom with the classes of its probabilities."""

    def __init__(
        self, rule: ClassRule, network: Grid, grid: Grid, columns: tuple[int, int], sink: FieldSink | None
    ) -> None:
        """Make an empty mask.

        Args:
            rule: Gives each pixel its class.
            network: The grid of the network.
            grid: The grid of the mask.
            columns: The columns [first, last) of the network's grid that have probabilities.
            sink: Receives the probabilities on the mask's grid.
        """
        self._left = columns[0]
        self._rule = rule
        self._mask = np.full(grid.shape, NODATA, np.uint8)
        self._sink = sink
        self._rows = None
        if network != grid:
            factor = grid.pixel_size / network.pixel_size
            across = Axis.between(network.width, grid.width, factor)
            last = min(columns[1], network.width)
            start, stop = across.within(columns[0], last)
            self._left = start
            self._columns = across.part(start, stop, origin=columns[0]) if stop > start else None
            self._rows = Axis.between(network.height, grid.height, factor)
            self._held = np.empty((len(rule.classes) + 1, 0, last - columns[0]), np.float32)
            self._held_top = self._written = 0

    def add(self, top: int, field: NDArray[np.float32], has_data: NDArray[np.bool_]) -> None:
        """Add lines, from top to bottom.

        Args:
            top: Their first line on the network's grid.
            field: (classes, lines, columns) float32 probabilities over the columns that have probabilities.
            has_data: (lines, columns) bool.
        """
        if self._rows is None:
            self._classify(top, self._left, field, has_data)
            return
        lines = np.concatenate([field, has_data[None]])
        if top > self._held_top + self._held.shape[1]:  # pixels that reach into the gap stay nodata
            self._held, self._held_top = lines, top
        else:
            self._held = np.concatenate([self._held, lines], axis=1)
        self._resample(self._rows)

    def finish(self) -> NDArray[np.uint8]:
        """Return the whole mask."""
        return self._mask

    def _resample(self, rows: Axis) -> None:
        """Classify the lines for which all lines of the network's grid have been added, and drop those not needed."""
        first, ready = rows.within(self._held_top, self._held_top + self._held.shape[1])
        first = max(first, self._written)
        if ready <= first or self._columns is None:
            return
        for start in range(first, ready, _LINES):
            part = rows.part(start, min(start + _LINES, ready), origin=self._held_top)
            lines = resample(self._held, part, self._columns)
            # A pixel has data if all pixels that contribute to it have data.
            self._classify(start, self._left, lines[:-1], lines[-1] > 0.999)
        self._written = ready
        if ready < len(rows.index):
            done = rows.inputs(ready, ready + 1)[0] - self._held_top
            self._held, self._held_top = self._held[:, done:], self._held_top + done

    def _classify(self, top: int, left: int, field: NDArray[np.float32], has_data: NDArray[np.bool_]) -> None:
        """Write lines of the mask, and pass the probabilities to the sink."""
        lines = slice(top, top + has_data.shape[0]), slice(left, left + has_data.shape[1])
        self._mask[lines] = np.where(has_data, self._rule.apply(field), np.uint8(NODATA))
        if self._sink:
            self._sink.add(top, left, field, has_data)


def _likeliest(field: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return the index of the largest value along the first axis, like `argmax` but as uint8."""
    largest, index = field[0].copy(), np.zeros(field.shape[1:], np.uint8)
    for number in range(1, len(field)):
        larger = field[number] > largest
        index[larger] = number
        np.maximum(largest, field[number], out=largest)
    return index


CLOUD_CHANNEL = 1
"""Index of cloud among the two classes of a model with a threshold; clear comes first."""


class Lines(NamedTuple):
    """Lines of probabilities on the network's grid."""

    top: int
    """The first line."""
    field: NDArray[np.float32]
    """(classes, lines, columns) over the columns of the plan."""
    has_data: NDArray[np.bool_]
    """(lines, columns)."""


def averaged(lines: Iterable[Lines], radius: int, left: int, shape: tuple[int, int]) -> Iterator[Lines]:
    """Average the probability of cloud over the disc around each pixel, delayed by as many lines as its radius.

    The mean is over pixels with data. The grid is mirrored at its edges, including the outermost pixels, as in
    s2cloudless.

    Args:
        lines: Lines from top to bottom.
        radius: Radius of the disc in pixels between pixel centres.
        left: First column of the lines on the grid.
        shape: (height, width) of the grid.
    """
    buffer: _Buffer | None = None
    for part in lines:
        if buffer is None:
            buffer = _Buffer(part, radius, left, shape)
        buffer.add(part)
        yield from buffer.finished(part.top + len(part.has_data))
    if buffer is not None:
        yield from buffer.finished(shape[0] + radius)


class _Buffer:
    """The lines that are needed for the next means."""

    def __init__(self, first: Lines, radius: int, left: int, shape: tuple[int, int]) -> None:
        height, width = shape
        self._radius = radius
        self._height = height
        self._left = left
        columns = _mirrored(left - radius, left + first.has_data.shape[1] + radius, width) - left
        self._columns = np.clip(columns, 0, first.has_data.shape[1] - 1)
        self._outside = self._columns != columns
        self._top = self._next = first.top
        self._cloud = np.empty((0, first.has_data.shape[1]), np.float32)
        self._has_data = np.empty(self._cloud.shape, np.bool_)

    def add(self, part: Lines) -> None:
        gap = np.zeros((part.top - self._top - len(self._has_data), part.has_data.shape[1]), np.bool_)
        cloud = np.where(part.has_data, part.field[CLOUD_CHANNEL], 0)
        self._cloud = np.concatenate([self._cloud, gap.astype(np.float32), cloud])
        self._has_data = np.concatenate([self._has_data, gap, part.has_data])

    def finished(self, bottom: int) -> Iterator[Lines]:
        """Return the means of the lines whose discs are complete when all lines above `bottom` have been added."""
        last = bottom if bottom >= self._height else bottom - self._radius
        last = min(last, self._top + len(self._has_data))
        if last <= self._next:
            return
        first, self._next = self._next, last
        mean = self._means(first, last)
        has_data = self._has_data[first - self._top : last - self._top]
        done = max(0, last - self._radius - self._top)
        self._top += done
        self._cloud, self._has_data = self._cloud[done:], self._has_data[done:]
        yield Lines(first, np.stack([1 - mean, mean]), has_data)

    def _means(self, first: int, last: int) -> NDArray[np.float32]:
        radius, width = self._radius, self._has_data.shape[1]
        needed = _mirrored(first - radius, last + radius, self._height) - self._top
        lines = np.clip(needed, 0, len(self._has_data) - 1)
        outside = (lines != needed)[:, None] | self._outside
        sums = []
        for values in (self._cloud, self._has_data):
            around = values[lines][:, self._columns].astype(np.float64)
            around[outside] = 0
            # Sums from the left edge: the sum of a part of a line is the difference of two of them.
            ahead = np.cumsum(np.pad(around, ((0, 0), (1, 0))), axis=1)
            total = np.zeros((last - first, width))
            for down in range(-radius, radius + 1):
                half = math.isqrt(radius * radius - down * down)
                line = ahead[radius + down : radius + down + last - first]
                total += line[:, radius + half + 1 :][:, :width] - line[:, radius - half :][:, :width]
            sums.append(total)
        return (sums[0] / np.maximum(sums[1], 1)).astype(np.float32)


def _mirrored(start: int, stop: int, length: int) -> NDArray[np.int64]:
    """Return the pixels of an axis for [start, stop), mirrored beyond both of its ends."""
    index = np.arange(start, stop) % (2 * length)
    return np.minimum(index, 2 * length - 1 - index)
