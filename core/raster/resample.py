"""Resample lines from one grid to another; the result does not depend on how the lines are cut into strips."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Axis:
    """The weights of the input pixels for each output pixel along one axis.

    They do not depend on the start of a strip, so strips of any height give the same values.
    """

    index: NDArray[np.intp]
    """(n_out, taps): input pixels."""
    weight: NDArray[np.float32]
    """(n_out, taps): their weights, which add up to 1."""

    @classmethod
    def between(cls, n_in: int, n_out: int, factor: float) -> Axis:
        """Compute the weights from `n_in` input pixels to `n_out` output pixels, each `factor` input pixels wide.

        Both axes start at the same point. A factor of 1 copies, one above 1 is the area-weighted mean (for whole
        factors the block mean), one below 1 is bilinear.
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
            taps = min(math.ceil(factor) + (0 if factor.is_integer() else 1), n_in)
            index = np.floor(start) + np.arange(taps)
            weight = np.clip(np.minimum(index + 1, stop) - np.maximum(index, start), 0, None)
        weight /= weight.sum(axis=1, keepdims=True)
        return cls(np.clip(index, 0, n_in - 1).astype(np.intp), weight.astype(np.float32))

    @property
    def copies(self) -> bool:
        """True if every output pixel copies one input pixel."""
        return self.index.shape[1] == 1

    def inputs(self, start: int, stop: int) -> tuple[int, int]:
        """Return the input pixels [first, last) under the output pixels [start, stop)."""
        used = np.where(self.weight[start:stop] > 0, self.index[start:stop], self.index[start:stop, :1])
        return int(used.min()), int(used.max()) + 1

    def within(self, first: int, last: int) -> tuple[int, int]:
        """Return the output pixels [start, stop) that need only the input pixels [first, last)."""
        used = np.where(self.weight > 0, self.index, self.index[:, :1])
        (inside,) = np.nonzero((used.min(axis=1) >= first) & (used.max(axis=1) < last))
        return (int(inside[0]), int(inside[-1]) + 1) if inside.size else (0, 0)

    def part(self, start: int, stop: int, origin: int) -> Axis:
        """Return the weights of the output pixels [start, stop), for input pixels counted from `origin`."""
        first, last = self.inputs(start, stop)
        index = np.clip(self.index[start:stop], first, last - 1) - origin
        return Axis(index, self.weight[start:stop])


def resample(values: NDArray[np.generic], rows: Axis, columns: Axis) -> NDArray[np.float32]:
    """Resample along both axes.

    Args:
        values: (..., lines, columns) of any real type.
        rows: Weights over the lines.
        columns: Weights over the columns.

    Returns:
        (..., n_out lines, n_out columns) float32.
    """
    lines = _weigh(values, rows, axis=-2)
    return _weigh(lines, columns, axis=-1)


def _weigh(values: NDArray[np.generic], axis_weights: Axis, axis: int) -> NDArray[np.float32]:
    shape = (-1, 1) if axis == -2 else (-1,)
    total = np.zeros((), np.float32)
    for tap in range(axis_weights.index.shape[1]):
        taken = np.take(values, axis_weights.index[:, tap], axis=axis).astype(np.float32, copy=False)
        total = total + taken * axis_weights.weight[:, tap].reshape(shape)
    return np.asarray(total, np.float32)
