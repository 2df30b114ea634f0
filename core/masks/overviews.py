"""Reduce masks for their overviews, with the classes that GDAL's method `mode` chooses, in an eighth of its time."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ..classes import NODATA

_LINES = 128
"""Lines of an overview that are computed at a time, in the processor's cache."""


def overviews(mask: NDArray[np.uint8], largest: int) -> Iterator[NDArray[np.uint8]]:
    """Halve a mask until it has at most so many lines and columns.

    Each pixel has the most frequent class of the 2 x 2 pixels that it replaces; of two equally frequent ones, the class
    that comes first to its number, line by line. It is nodata only where all of them are.

    Args:
        mask: (lines, columns) uint8 classes, 255 nodata.
        largest: Lines and columns.

    Yields:
        (lines, columns) uint8, each half as large as the one before, rounded up.
    """
    while max(mask.shape) > largest:
        mask = _halved(mask)
        yield mask


def _halved(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    half = np.empty([-(-edge // 2) for edge in mask.shape], np.uint8)
    for top in range(0, len(half), _LINES):
        lines = mask[2 * top : 2 * (top + _LINES)]
        if len(lines) % 2 or lines.shape[1] % 2:
            lines = np.pad(lines, [(0, edge % 2) for edge in lines.shape], mode="edge")
        half[top : top + _LINES] = _most_frequent(*(lines[down::2, right::2] for down in (0, 1) for right in (0, 1)))
    return half


def _most_frequent(*pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the most frequent class of four pixels, which are those of 2 x 2, line by line."""
    first, second, third, fourth = (np.ascontiguousarray(one) for one in pixels)
    chosen = fourth.copy()
    for one in (third, second, first):  # the first with data, where all differ
        np.copyto(chosen, one, where=one != NODATA)
    for one, equals in (
        (third, third == fourth),
        (second, (second == third) | (second == fourth)),
        (first, (first == second) | (first == third)),  # if only the fourth equals the first, it is chosen already
    ):
        np.copyto(chosen, one, where=equals & (one != NODATA))
    return chosen
