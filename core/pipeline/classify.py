"""Lines of probabilities in, lines of classes out; resampled where the network runs at another resolution."""

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
"""Lines of the mask that are resampled at a time."""


class FieldSink(Protocol):
    """What else is told of the probabilities that classes come from."""

    def add(self, top: int, left: int, field: NDArray[np.float32], valid: NDArray[np.bool_]) -> None:
        """Take lines below all that came before.

        Args:
            top: Their first line on the mask's grid.
            left: Their first column.
            field: (classes, lines, columns) float32 probabilities.
            valid: (lines, columns) bool.
        """


@dataclass(frozen=True)
class ClassRule:
    """Which class a pixel is of."""

    classes: tuple[str, ...]
    """Keys of the classes of the probabilities."""
    threshold: float | None = None
    """Of two classes, the second is where its probability is above this; None: the likeliest is taken."""

    def apply(self, field: NDArray[np.float32]) -> NDArray[np.uint8]:
        """(lines, columns) uint8 classes for (classes, lines, columns) float32 probabilities."""
        codes = [NODATA if key == NODATA_CLASS else CLASS_OF_KEY[key].value for key in self.classes]
        index = _likeliest(field) if self.threshold is None else (field[1] > self.threshold).astype(np.uint8)
        return np.array(codes, np.uint8)[index]


class ClassLines:
    """The classes of a scene, as its probabilities come in from top to bottom."""

    def __init__(
        self, rule: ClassRule, network: Grid, grid: Grid, columns: tuple[int, int], sink: FieldSink | None
    ) -> None:
        """Make an empty mask.

        Args:
            rule: What makes classes of the probabilities.
            network: The grid that the network runs on.
            grid: The grid of the mask.
            columns: The columns [first, last) of the network's grid that probabilities come for.
            sink: Is told the probabilities on the mask's grid; None: nothing is.
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

    def add(self, top: int, field: NDArray[np.float32], valid: NDArray[np.bool_]) -> None:
        """Take lines below all that came before.

        Args:
            top: Their first line on the network's grid.
            field: (classes, lines, columns) float32 probabilities over the columns that they come for.
            valid: (lines, columns) bool.
        """
        if self._rows is None:
            self._classify(top, self._left, field, valid)
            return
        lines = np.concatenate([field, valid[None]])
        if top > self._held_top + self._held.shape[1]:  # of pixels that reach into the gap no class is known
            self._held, self._held_top = lines, top
        else:
            self._held = np.concatenate([self._held, lines], axis=1)
        self._resample(self._rows)

    def finish(self) -> NDArray[np.uint8]:
        """The whole mask."""
        return self._mask

    def _resample(self, rows: Axis) -> None:
        """Classify the lines whose source lines are all there, and let go of those that are done with."""
        first, ready = rows.within(self._held_top, self._held_top + self._held.shape[1])
        first = max(first, self._written)
        if ready <= first or self._columns is None:
            return
        for start in range(first, ready, _LINES):
            part = rows.part(start, min(start + _LINES, ready), origin=self._held_top)
            lines = resample(self._held, part, self._columns)
            # Every pixel that has a part holds data.
            self._classify(start, self._left, lines[:-1], lines[-1] > 0.999)
        self._written = ready
        if ready < len(rows.index):
            done = rows.inputs(ready, ready + 1)[0] - self._held_top
            self._held, self._held_top = self._held[:, done:], self._held_top + done

    def _classify(self, top: int, left: int, field: NDArray[np.float32], valid: NDArray[np.bool_]) -> None:
        """Write lines of the mask, and tell the sink."""
        lines = slice(top, top + valid.shape[0]), slice(left, left + valid.shape[1])
        self._mask[lines] = np.where(valid, self._rule.apply(field), np.uint8(NODATA))
        if self._sink:
            self._sink.add(top, left, field, valid)


def _likeliest(field: NDArray[np.float32]) -> NDArray[np.uint8]:
    """The index of the largest value along the first axis; the first of equals, as `argmax` has it, but in bytes."""
    largest, index = field[0].copy(), np.zeros(field.shape[1:], np.uint8)
    for number in range(1, len(field)):
        larger = field[number] > largest
        index[larger] = number
        np.maximum(largest, field[number], out=largest)
    return index


CLOUD_CHANNEL = 1
"""Of the two probabilities of a model with a threshold: clear comes first."""


class Lines(NamedTuple):
    """Lines of probabilities on the network's grid."""

    top: int
    """The first of them."""
    field: NDArray[np.float32]
    """(classes, lines, columns) over the columns of the plan."""
    valid: NDArray[np.bool_]
    """(lines, columns)."""


def averaged(lines: Iterable[Lines], radius: int, left: int, shape: tuple[int, int]) -> Iterator[Lines]:
    """Average the probability of cloud over the disc around each pixel; so many lines as its radius are held back.

    The mean is that of valid pixels. At the edges of the grid they are mirrored, the outermost pixels included, as
    s2cloudless does it.

    Args:
        lines: From top to bottom.
        radius: Of the disc in pixels between pixel centres.
        left: Their first column on the grid.
        shape: (height, width) of the grid.
    """
    held: _Held | None = None
    for part in lines:
        if held is None:
            held = _Held(part, radius, left, shape)
        held.add(part)
        yield from held.take(part.top + len(part.valid))
    if held is not None:
        yield from held.take(shape[0] + radius)


class _Held:
    """The lines that are wanted for means to come."""

    def __init__(self, first: Lines, radius: int, left: int, shape: tuple[int, int]) -> None:
        height, width = shape
        self._radius = radius
        self._height = height
        self._left = left
        columns = _mirrored(left - radius, left + first.valid.shape[1] + radius, width) - left
        self._columns = np.clip(columns, 0, first.valid.shape[1] - 1)
        self._outside = self._columns != columns
        self._top = self._next = first.top
        self._cloud = np.empty((0, first.valid.shape[1]), np.float32)
        self._valid = np.empty(self._cloud.shape, np.bool_)

    def add(self, part: Lines) -> None:
        gap = np.zeros((part.top - self._top - len(self._valid), part.valid.shape[1]), np.bool_)
        cloud = np.where(part.valid, part.field[CLOUD_CHANNEL], 0)
        self._cloud = np.concatenate([self._cloud, gap.astype(np.float32), cloud])
        self._valid = np.concatenate([self._valid, gap, part.valid])

    def take(self, bottom: int) -> Iterator[Lines]:
        """The means of the lines whose discs are whole, if no line above `bottom` is to come."""
        last = bottom if bottom >= self._height else bottom - self._radius
        last = min(last, self._top + len(self._valid))
        if last <= self._next:
            return
        first, self._next = self._next, last
        mean = self._means(first, last)
        valid = self._valid[first - self._top : last - self._top]
        done = max(0, last - self._radius - self._top)
        self._top += done
        self._cloud, self._valid = self._cloud[done:], self._valid[done:]
        yield Lines(first, np.stack([1 - mean, mean]), valid)

    def _means(self, first: int, last: int) -> NDArray[np.float32]:
        radius, width = self._radius, self._valid.shape[1]
        wanted = _mirrored(first - radius, last + radius, self._height) - self._top
        lines = np.clip(wanted, 0, len(self._valid) - 1)
        outside = (lines != wanted)[:, None] | self._outside
        sums = []
        for values in (self._cloud, self._valid):
            around = values[lines][:, self._columns].astype(np.float64)
            around[outside] = 0
            # Sums from the left edge: the sum of any piece of a line is the difference of two of them.
            ahead = np.cumsum(np.pad(around, ((0, 0), (1, 0))), axis=1)
            total = np.zeros((last - first, width))
            for down in range(-radius, radius + 1):
                half = math.isqrt(radius * radius - down * down)
                line = ahead[radius + down : radius + down + last - first]
                total += line[:, radius + half + 1 :][:, :width] - line[:, radius - half :][:, :width]
            sums.append(total)
        return (sums[0] / np.maximum(sums[1], 1)).astype(np.float32)


def _mirrored(start: int, stop: int, length: int) -> NDArray[np.int64]:
    """The pixels of an axis that stand for [start, stop), which may reach beyond both of its ends."""
    index = np.arange(start, stop) % (2 * length)
    return np.minimum(index, 2 * length - 1 - index)
