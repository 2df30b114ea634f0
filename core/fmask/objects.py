"""Find the objects of a mask: pixels that hang together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_BLOCK_LINES = 512


def label(mask: NDArray[np.bool_], *, corners: bool = True) -> tuple[NDArray[np.int32], int]:
    """Number the objects of a mask.

    Args:
        mask: (lines, columns).
        corners: True if pixels that touch at a corner only are one object.

    Returns:
        (lines, columns) int32: 0 outside objects, else 1 to their count, in the order of their first pixels.
        Their count.
    """
    try:
        from scipy import ndimage
    except ImportError:  # QGIS of some Linux distributions has no scipy
        return _label_runs(mask, corners=corners)
    labels, count = ndimage.label(mask, ndimage.generate_binary_structure(2, 1 + corners), output=np.int32)
    return labels, int(count)


def tally(labels: NDArray[np.int32], count: int, where: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Count the pixels of each object.

    Args:
        labels: (lines, columns) as `label` returns them.
        count: Number of objects.
        where: (lines, columns): True for pixels to be counted.

    Returns:
        (count + 1,): entry 0 is of pixels outside objects.
    """
    total = np.zeros(count + 1, np.int64)
    for top in range(0, len(labels), _BLOCK_LINES):
        block = slice(top, top + _BLOCK_LINES)
        total += np.bincount(labels[block][where[block]], minlength=count + 1)
    return total


def runs(mask: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Find the runs of True pixels along lines.

    Args:
        mask: (lines, columns).

    Returns:
        The first pixel of each run, and the one after its last, counted along lines of columns + 1 pixels.
    """
    padded = np.zeros((len(mask), mask.shape[1] + 1), np.bool_)  # no run goes on in the next line
    padded[:, :-1] = mask
    flat = padded.ravel()
    changes = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    if flat[:1].any():
        changes = np.concatenate([[0], changes])
    return changes[::2], changes[1::2]


def _label_runs(mask: NDArray[np.bool_], *, corners: bool) -> tuple[NDArray[np.int32], int]:
    """Number objects by the runs that touch a run of the next line."""
    starts, stops = runs(mask)
    stride = mask.shape[1] + 1
    first = np.searchsorted(stops, starts + stride, "left" if corners else "right")
    touching = np.searchsorted(starts, stops + stride, "right" if corners else "left") - first
    above = np.repeat(np.arange(len(starts)), touching)
    below = np.arange(len(above)) + np.repeat(first - np.cumsum(touching) + touching, touching)
    _, number = np.unique(_roots(len(starts), above, below), return_inverse=True)
    labels = np.zeros(mask.shape, np.int32)
    labels[mask] = np.repeat(number.astype(np.int32) + 1, stops - starts)
    return labels, int(number.max(initial=-1)) + 1


def _roots(count: int, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the lowest number of the group of each of `count` things, of which pairs belong together."""
    root = np.arange(count)
    while len(one):
        lowest = np.minimum(root[one], root[other])
        np.minimum.at(root, root[one], lowest)
        np.minimum.at(root, root[other], lowest)
        while not np.array_equal(shorter := root[root], root):
            root = shorter
        apart = root[one] != root[other]
        one, other = one[apart], other[apart]
    return root
