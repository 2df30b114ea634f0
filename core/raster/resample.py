"""Resampling of lines from one grid to another along both axes, independent of how the lines are cut."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Axis:
    """How each output pixel of one axis is weighed together from source pixels.

    A pixel's weights do not depend on where a strip starts, so strips of any height give the same values.
    """

    index: NDArray[np.intp]
    """(n_out, taps): source pixels."""
    weight: NDArray[np.float32]
    """(n_out, taps): their weights, which add up to 1."""

    @classmethod
    def between(cls, n_in: int, n_out: int, factor: float) -> Axis:
        """Weights from `n_in` source pixels to `n_out` output pixels, each `factor` source pixels wide.

        Both axes start at the same point. A factor of 1 copies, one above 1 takes the area-weighted mean (the
        block mean, where it is whole), one below 1 is bilinear.
        """
        if math.isclose(factor, round(factor), abs_tol=1e-3 / max(n_out, 1)):
            factor = float(round(factor))
        out = np.arange(n_out, dtype=np.float64)[:, None]
        if factor < 1:
            position = np.clip((out + 0.5) * factor - 0.5, 0, n_in - 1)
            first = np.floor(position)
            index = first + np.arange(2)
            weight = np.concatenate([1 - (position - first), position - first], axis=1)
        else:
            start, stop = out * factor, np.minimum((out + 1) * factor, n_in)
            taps = math.ceil(factor) + (0 if factor.is_integer() else 1)
            index = np.floor(start) + np.arange(taps)
            weight = np.clip(np.minimum(index + 1, stop) - np.maximum(index, start), 0, None)
        weight /= weight.sum(axis=1, keepdims=True)
        return cls(np.clip(index, 0, n_in - 1).astype(np.intp), weight.astype(np.float32))

    @property
    def copies(self) -> bool:
        """Whether every output pixel is one source pixel."""
        return self.index.shape[1] == 1

    def source(self, start: int, stop: int) -> tuple[int, int]:
        """The source pixels [first, last) under the output pixels [start, stop)."""
        used = np.where(self.weight[start:stop] > 0, self.index[start:stop], self.index[start:stop, :1])
        return int(used.min()), int(used.max()) + 1

    def within(self, first: int, last: int) -> tuple[int, int]:
        """The output pixels [start, stop) that need no source pixels but [first, last)."""
        used = np.where(self.weight > 0, self.index, self.index[:, :1])
        (inside,) = np.nonzero((used.min(axis=1) >= first) & (used.max(axis=1) < last))
        return (int(inside[0]), int(inside[-1]) + 1) if inside.size else (0, 0)

    def part(self, start: int, stop: int, origin: int) -> Axis:
        """The weights of the output pixels [start, stop), for source pixels counted from `origin`."""
        first, last = self.source(start, stop)
        index = np.clip(self.index[start:stop], first, last - 1) - origin
        return Axis(index, self.weight[start:stop])


def resample(source: NDArray[np.generic], rows: Axis, columns: Axis) -> NDArray[np.float32]:
    """Weigh lines together.

    Args:
        source: (..., lines, columns) of any real type.
        rows: Weights over the lines.
        columns: Weights over the columns.

    Returns:
        (..., n_out lines, n_out columns) float32.
    """
    lines = _weigh(source, rows, axis=-2)
    return _weigh(lines, columns, axis=-1)


def _weigh(source: NDArray[np.generic], axis_weights: Axis, axis: int) -> NDArray[np.float32]:
    shape = (-1, 1) if axis == -2 else (-1,)
    total = np.zeros((), np.float32)
    for tap in range(axis_weights.index.shape[1]):
        taken = np.take(source, axis_weights.index[:, tap], axis=axis).astype(np.float32, copy=False)
        total = total + taken * axis_weights.weight[:, tap].reshape(shape)
    return np.asarray(total, np.float32)
