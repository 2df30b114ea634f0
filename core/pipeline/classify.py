"""Classification of lines of probabilities, resampled if the network runs at another resolution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

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
    least_share: Mapping[str, float] = field(default_factory=dict)
    """Probability from which a pixel may have a class, by key; below it, it has the likeliest of the other classes."""

    def apply(self, field: NDArray[np.float32]) -> NDArray[np.uint8]:
        """Classify (classes, lines, columns) float32 probabilities to (lines, columns) uint8 classes."""
        codes = np.array([NODATA if key == NODATA_CLASS else CLASS_OF_KEY[key].value for key in self.classes], np.uint8)
        if self.threshold is not None:
            return np.where(field[1] > self.threshold, codes[1], codes[0])
        return _likeliest(field, codes, [self.least_share.get(key, 0.0) for key in self.classes])


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


def _likeliest(
    probabilities: NDArray[np.float32], codes: NDArray[np.uint8], least: Sequence[float]
) -> NDArray[np.uint8]:
    """Return the codes of the largest values along the first axis, in half the time of `argmax`.

    Args:
        probabilities: (classes, lines, columns) float32.
        codes: (classes,) uint8.
        least: Value below which a class does not count, for each class; if none counts, the code is the first.
    """
    first = probabilities[0]
    largest = np.where(first >= least[0], first, np.float32(-1)) if least[0] else first.copy()
    chosen = np.full(largest.shape, codes[0])
    for values, code, low in zip(probabilities[1:], codes[1:], least[1:]):
        larger = values > largest
        if low:
            larger &= values >= low
        np.copyto(chosen, code, where=larger)
        np.copyto(largest, values, where=larger)
    return chosen
