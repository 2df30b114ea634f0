"""Lines of probabilities in, lines of classes out; resampled where the network runs at another resolution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from .card_fields import NODATA_CLASS
from .classes import CLASS_OF_KEY, NODATA
from .grid import Grid
from .resample import Axis, resample

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
            done = rows.source(ready, ready + 1)[0] - self._held_top
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
