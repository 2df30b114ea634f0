"""Local deviation of a band, by which uniform snow is told from cloud."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .spectral import Pixels, Reflectance


def deviations(
    values: NDArray[np.uint16], has_data: Pixels, radius: int, wanted: Pixels
) -> Iterator[tuple[int, Reflectance]]:
    """Yield the standard deviation in the square window around each pixel of a line.

    Args:
        values: (lines, columns) uint16.
        has_data: (lines, columns) bool: the pixels that count.
        radius: Pixels from the middle of the window to its edge.
        wanted: (lines,) bool.

    Yields:
        Each wanted line, and (columns,) float32 in units of the values; 0 without data.
    """
    height, width = values.shape
    sums = np.zeros((3, width))
    starts = np.maximum(np.arange(width) - radius, 0)
    stops = np.minimum(np.arange(width) + radius + 1, width)
    first = last = 0
    for line in np.flatnonzero(wanted).tolist():
        top, bottom = max(line - radius, 0), min(line + radius + 1, height)
        if top >= last:  # nothing of the window before
            sums[:] = 0
            first = last = top
        for sign, number in [*((1, n) for n in range(last, bottom)), *((-1, n) for n in range(first, top))]:
            inside = has_data[number]
            row = np.where(inside, values[number], 0).astype(np.float64)
            sums += sign * np.stack([inside, row, row * row])
        first, last = top, bottom
        ahead = np.pad(np.cumsum(sums, axis=1), ((0, 0), (1, 0)))
        count, total, squares = ahead[:, stops] - ahead[:, starts]
        mean = total / np.maximum(count, 1)
        yield line, np.sqrt(np.maximum(squares / np.maximum(count, 1) - mean * mean, 0)).astype(np.float32)
