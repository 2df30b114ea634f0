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
        self._axes = None
        if network != grid:
            factor = grid.pixel_size / network.pixel_size
            self._axes = (
                Axis.between(network.height, grid.height, factor),
                Axis.between(network.width, grid.width, factor),
            )
            self._network = network
            self._held = np.zeros((len(rule.classes) + 1, 0, network.width), np.float32)
            self._held_top = self._written = 0

    def add(self, top: int, field: NDArray[np.float32], valid: NDArray[np.bool_]) -> None:
        """Take lines below all that came before.

        Args:
            top: Their first line on the network's grid.
            field: (classes, lines, columns) float32 probabilities over the columns that they come for.
            valid: (lines, columns) bool.
        """
        if self._axes is None:
            self._classify(top, self._left, field, valid)
            return
        gap = top - self._held_top - self._held.shape[1]
        added = np.zeros((len(self._held), gap + valid.shape[0], self._network.width), np.float32)
        columns = slice(self._left, self._left + valid.shape[1])
        added[:-1, gap:, columns] = field
        added[-1, gap:, columns] = valid
        self._held = np.concatenate([self._held, added], axis=1)
        self._resample()

    def finish(self) -> NDArray[np.uint8]:
        """The whole mask."""
        if self._axes:
            rest = self._network.height - self._held_top - self._held.shape[1]
            self._held = np.pad(self._held, ((0, 0), (0, rest), (0, 0)))
            self._resample()
        return self._mask

    def _resample(self) -> None:
        """Classify the lines whose source lines are all there, and let go of those that are done with."""
        if self._axes is None:
            return
        rows, columns = self._axes
        bottom = self._held_top + self._held.shape[1]
        ready = int(np.searchsorted(np.where(rows.weight > 0, rows.index, -1).max(axis=1), bottom))
        if ready <= self._written:
            return
        part = rows.part(self._written, ready, origin=self._held_top)
        lines = resample(self._held, part, columns)
        # Every pixel that has a part holds data.
        self._classify(self._written, 0, lines[:-1], lines[-1] > 0.999)
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
