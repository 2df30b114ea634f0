"""Compute the reduced levels of JPEG 2000 from full resolution, so that other formats give the same pixels."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

LEVELS = 5
"""Reduced levels in the band files of SAFE products."""


def halvings(factor: float) -> int:
    """Return the level that JPEG 2000 would be read at for pixels that are larger by a factor; 0 for none."""
    whole, level = round(factor), 0
    if math.isclose(factor, whole, rel_tol=1e-6):
        while level < LEVELS and whole % 2 ** (level + 1) == 0:
            level += 1
    return level


def inputs(first: int, last: int, level: int) -> tuple[int, int]:
    """Return the pixels [first, last) along an axis under those of a level, with those that the wavelet mixes in."""
    for _ in range(level):
        first, last = max(0, 2 * first - 2), 2 * last + 1
    return first, last


def reduced(values: NDArray[np.int16], first: int, length: int, tile: int, level: int) -> tuple[int, NDArray[np.int16]]:
    """Reduce whole tiles side by side to a level.

    The low-pass of the reversible 5/3 wavelet (ISO/IEC 15444-1, annex F) is computed as in the files, in whole numbers
    and tile by tile, lines before columns.

    Args:
        values: (lines, columns): the columns are those of whole tiles, the lines are from `inputs`.
        first: First of the lines in the file.
        length: Number of lines in the file.
        tile: Edge of the tiles in pixels; 2 to the power of `level` divides it.
        level: Level, from 1.

    Returns:
        The first line of the level, and (lines, columns) from there, without lines that need others than these.
    """
    parts, top = [], first
    for _ in range(level):
        top = top // 2 + int(top > 0)
    for left in range(0, values.shape[1], tile):
        part = values[:, left : left + tile].astype(np.int32)
        start, end, size = first, length, tile
        for _ in range(level):
            more = start + len(part) < end
            part = _low(part, start, size)
            part = _low(part.T, 0, size).T
            part = part[int(start > 0) : len(part) - int(more)]
            start, end, size = start // 2 + int(start > 0), -(-end // 2), size // 2
        parts.append(np.clip(part, 0, np.iinfo(np.int16).max).astype(np.int16))
    return top, np.concatenate(parts, axis=1)


def _low(values: NDArray[np.int32], first: int, tile: int) -> NDArray[np.int32]:
    """Halve the lines, which start at an even one; at the ends of tiles they are mirrored."""
    even, odd = values[0::2], values[1::2]
    if len(odd) == 0:
        return even
    places = first + 2 * np.arange(len(even))
    following = np.concatenate([even[1:], even[-1:]])
    ends = (places + 2) % tile == 0
    following[ends] = even[ends]
    detail = odd - ((even + following)[: len(odd)] >> 1)
    if len(odd) < len(even):
        detail = np.concatenate([detail, detail[-1:]])
        # A last line that begins a tile has no other one.
        detail[-1] = 0 if places[-1] % tile == 0 else detail[-1]
    before = np.concatenate([detail[:1], detail[:-1]])
    starts = places % tile == 0
    before[starts] = detail[starts]
    low: NDArray[np.int32] = even + ((before + detail + 2) >> 2)
    return low
