"""Tell clouds from bright ground by parallax: band B08 sees what is high from another side than B07 and B8A."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .objects import label, tally

# Sources: Frantz et al. 2018, Remote Sensing of Environment 215, 471-481; Qiu et al. 2019, 231, 111205 (Fmask 4).
_PIXEL_SIZE = 20
"""Metres of the pixels in which both papers count."""
_REACH = 3
"""Pixels from the centre of the window to its edge: 7 x 7 pixels."""
DISPLACED = -0.5
"""Highest index of a pixel that shows a cloud."""
_LARGE = 10_000
"""Pixels from which a cloud needs no such pixel."""
_SMALLEST = 3
"""Pixels of the smallest cloud."""


def halo(pixel_size: float) -> int:
    """Return the lines that `displacement` needs above and below those that are wanted.

    Args:
        pixel_size: In metres.
    """
    return max(1, round(_REACH * _PIXEL_SIZE / pixel_size))


def displacement(
    b07: NDArray[np.floating], b08: NDArray[np.floating], b8a: NDArray[np.floating], pixel_size: float
) -> NDArray[np.float32]:
    """Compute the cloud displacement index: negative where B08 is displaced against B07 and B8A.

    It compares the local variances of B07 / B8A and B08 / B8A. Pixels where a band is not above 0 are left out.

    Args:
        b07: (lines, columns) reflectance in any unit.
        b08: The same of B08.
        b8a: The same of B8A.
        pixel_size: In metres.

    Returns:
        (lines, columns) float32, -1 to 1; 0 without a variance. The outermost `halo` lines see only a part of their
        window.
    """
    known = (b07 > 0) & (b08 > 0) & (b8a > 0)
    reach = halo(pixel_size)
    count = _window_sum(known.astype(np.float32), reach)
    near, far = (_variance(np.where(known, band / np.where(known, b8a, 1) - 1, 0), count, reach) for band in (b07, b08))
    total = near + far
    return np.divide(near - far, total, out=np.zeros_like(total), where=known & (total > 0))


def false_cloud(
    cloud: NDArray[np.bool_], candidates: NDArray[np.bool_], displaced: NDArray[np.bool_], pixel_size: float
) -> NDArray[np.bool_]:
    """Find clouds that are none: small ones without parallax, those wholly in candidates, and single pixels.

    Args:
        cloud: (lines, columns).
        candidates: (lines, columns): where bright ground is likely.
        displaced: (lines, columns): where the cloud displacement index is at most `DISPLACED`.
        pixel_size: In metres.

    Returns:
        (lines, columns): True for pixels that are not cloud.
    """
    labels, count = label(cloud)
    area = tally(labels, count, cloud) * (pixel_size / _PIXEL_SIZE) ** 2
    outside = tally(labels, count, cloud & ~candidates)
    moving = tally(labels, count, cloud & displaced)
    false = (outside == 0) | (area < _SMALLEST) | ((moving == 0) & (area < _LARGE))
    false[0] = False
    return np.asarray(false[labels])


def _variance(values: NDArray[np.floating], count: NDArray[np.float32], reach: int) -> NDArray[np.float32]:
    """Return the variance in windows of values near 0, of which unknown ones are 0."""
    values = values.astype(np.float32, copy=False)
    number = np.maximum(count, 1)
    mean = _window_sum(values, reach) / number
    return np.maximum(_window_sum(values * values, reach) / number - mean * mean, 0)


def _window_sum(values: NDArray[np.float32], reach: int) -> NDArray[np.float32]:
    """Sum the square of pixels around each, in an order that is the same in strips of any height."""
    for axis in (0, 1):
        total = values.copy()
        for step in range(1, reach + 1):
            ahead, behind = [slice(None)] * 2, [slice(None)] * 2
            ahead[axis], behind[axis] = slice(step, None), slice(None, -step)
            total[tuple(ahead)] += values[tuple(behind)]
            total[tuple(behind)] += values[tuple(ahead)]
        values = total
    return values
