"""What needs neighbours: growing cloud and shadow on the finished mask."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from .classes import CLEAR, SHADOW, THICK_CLOUD, THIN_CLOUD

_BLOCK_LINES = 512


def grow(mask: NDArray[np.uint8], radius: float) -> None:
    """Grow cloud and shadow into clear ground, in place.

    Other classes and nodata stay as they are. Where two classes reach the same pixel, thick cloud comes before thin
    cloud and both before shadow.

    Args:
        mask: (lines, columns) uint8 mask classes.
        radius: Distance in pixels between pixel centres.
    """
    reach = math.floor(radius)
    if reach < 1:
        return
    before = np.empty((0, mask.shape[1]), np.uint8)  # lines above the block, as they were
    for top in range(0, len(mask), _BLOCK_LINES):
        block = mask[top : top + _BLOCK_LINES]
        around = np.concatenate([before[-reach:], mask[top : top + _BLOCK_LINES + reach]])
        before = around[: len(around) - min(reach, len(mask) - top - len(block))].copy()
        first = len(around) - len(mask[top : top + _BLOCK_LINES + reach])
        for value in (SHADOW, THIN_CLOUD, THICK_CLOUD):  # the last one stays
            reached = _within(around == value, radius)[first : first + len(block)]
            clear = around[first : first + len(block)] == CLEAR
            block[reached & clear] = value


def _within(pixels: NDArray[np.bool_], radius: float) -> NDArray[np.bool_]:
    """Where a True pixel is no farther than the radius, by discs that are cut into lines."""
    if not pixels.any():
        return pixels
    width = pixels.shape[1]
    sums = np.zeros((len(pixels), width + 1), np.int32)
    np.cumsum(pixels, axis=1, out=sums[:, 1:])
    columns = np.arange(width)
    reached = np.zeros_like(pixels)
    for down in range(math.floor(radius) + 1):
        half = math.floor(math.sqrt(radius * radius - down * down))
        right, left = np.minimum(columns + half + 1, width), np.maximum(columns - half, 0)
        near = sums[:, right] > sums[:, left]
        reached[down:] |= near[: len(near) - down]
        reached[: len(near) - down] |= near[down:]
    return reached
