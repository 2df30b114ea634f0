"""Percentiles of a whole scene from counts of its values, which strips add one after the other."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

UNITS = 10_000
"""Whole numbers per unit of reflectance or probability."""


class Histogram:
    """Counts of whole numbers from -32,768 to 65,535."""

    def __init__(self) -> None:
        """Begin without values."""
        self._counts = np.zeros((1 << 15) + (1 << 16), np.int64)

    def add(self, values: NDArray[Any]) -> None:
        """Count values, (n,) int16 or uint16."""
        if values.size:
            counts = np.bincount(values.astype(np.int32) + (1 << 15))
            self._counts[: len(counts)] += counts

    @property
    def total(self) -> int:
        """Number of values."""
        return int(self._counts.sum())

    def percentile(self, percent: float) -> int | None:
        """Return the smallest value that this percentage of the values does not exceed; None without values."""
        if not self.total:
            return None
        reached = np.searchsorted(np.cumsum(self._counts), max(1, self.total * percent / 100))
        return int(reached) - (1 << 15)


def packed(values: NDArray[np.float32], kind: Any) -> NDArray[Any]:
    """Round reflectance or probabilities to whole units.

    Args:
        values: float32 of any shape.
        kind: int16 or uint16, to whose limits they are cut.
    """
    limits = np.iinfo(kind)
    whole = np.rint(values * np.float32(UNITS))
    return np.clip(whole, limits.min, limits.max, out=whole).astype(kind)
