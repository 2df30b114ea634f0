"""Count pairs of classes by blocks of pixels, and draw the blocks anew for the interval of a measure (bootstrap)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from .confusion import CODES

BLOCK = 128
"""Edge of a block in pixels. Blocks are drawn, not pixels: neighbouring pixels are not independent."""
DRAWS = 2000
_SEED = 1
_FEWEST = 5
"""Fewer blocks give no interval: it would be far too narrow."""

Interval = tuple[float, float]


def count_by_block(codes: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Count the codes of `pair_codes` in each block.

    Args:
        codes: (lines, columns); blocks at the right and lower edge may be smaller.

    Returns:
        (blocks, 256), without blocks that have no pixel with data in both.
    """
    height, width = codes.shape
    across = -(-width // BLOCK)
    block = (np.arange(height) // BLOCK * across)[:, None] + np.arange(width) // BLOCK
    counts = np.bincount((block * CODES + codes).ravel(), minlength=(int(block.max(initial=-1)) + 1) * CODES)
    counts = counts.reshape(-1, CODES)
    return counts[counts[:, :-1].any(axis=1)]


def interval(blocks: NDArray[np.int64], measure: Callable[[NDArray[np.int64]], float | None]) -> Interval | None:
    """Return the 95 % interval of a measure: percentiles over draws of as many blocks, with replacement.

    Efron (1979), The Annals of Statistics 7:1-26.

    Args:
        blocks: (blocks, ...) counts.
        measure: Called with the counts, summed over the blocks of a draw; None if they do not define it.

    Returns:
        Both ends; None for fewer than five blocks, or if no draw defines the measure.
    """
    count = len(blocks)
    if count < _FEWEST:
        return None
    random, flat = np.random.default_rng(_SEED), blocks.reshape(count, -1)
    values = []
    for _ in range(DRAWS):
        times = np.bincount(random.integers(count, size=count), minlength=count)
        value = measure((times @ flat).reshape(blocks.shape[1:]))
        if value is not None:
            values.append(value)
    if not values:
        return None
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)
