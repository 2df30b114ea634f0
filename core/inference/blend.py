"""Blending of overlapping patches to one field of probabilities, line by line.

Sums are float32; CloudS2Mask cuts weighted probabilities to 8 bits before it sums them, which turns doubtful pixels
clear.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


class Blend:
    """The weighted mean of overlapping patches, in a buffer as high as one row of patches."""

    def __init__(self, classes: int, patch: tuple[int, int], width: int, overlap: int) -> None:
        """Make an empty buffer.

        Args:
            classes: Number of classes.
            patch: (height, width) of a patch in pixels.
            width: Width of the field in pixels.
            overlap: Pixels over which a patch's weight rises from its edge.
        """
        self._weights = np.outer(_ramp(patch[0], overlap), _ramp(patch[1], overlap)).astype(np.float32)
        self._sums = np.zeros((classes, patch[0], width), np.float32)
        self._total = np.zeros((patch[0], width), np.float32)
        self._weighted = np.empty((classes, *patch), np.float32)
        self._finished = 0

    def add(self, left: int, probabilities: NDArray[np.float32]) -> None:
        """Add a patch of the current row.

        Args:
            left: Its first column; columns beyond the field's width are cut off.
            probabilities: (classes, patch height, patch width) float32.
        """
        self._move_down()
        columns = slice(left, left + self._weights.shape[1])
        width = self._total[:, columns].shape[1]
        np.multiply(probabilities, self._weights, out=self._weighted)
        self._sums[:, :, columns] += self._weighted[:, :, :width]
        self._total[:, columns] += self._weights[:, :width]

    def advance(self, lines: int) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """Return the uppermost lines, which no later patch reaches, and move the buffer down by them.

        Args:
            lines: Number of lines, at most the patch height.

        Returns:
            (classes, lines, width) float32 probabilities, and (lines, width) bool: True for pixels of any patch. The
            probabilities of other pixels are 0. The arrays are views of the buffer, until the next call.
        """
        self._move_down()
        self._finished = lines
        total, field = self._total[:lines], self._sums[:, :lines]
        covered = total > 0
        np.divide(field, total, out=field, where=covered)
        return field, covered

    def _move_down(self) -> None:
        """Remove the finished lines from the buffer."""
        if not self._finished:
            return
        for buffer in (*self._sums, self._total):
            kept = len(buffer) - self._finished
            buffer[:kept] = buffer[self._finished :]
            buffer[kept:] = 0
        self._finished = 0


def _ramp(size: int, overlap: int) -> NDArray[np.float64]:
    """Return weights along one axis of a patch, which rise from its edges over the overlap and are never 0."""
    from_edge = np.minimum(np.arange(size), np.arange(size)[::-1]) + 1.0
    return np.minimum(from_edge / (overlap + 1), 1.0)
