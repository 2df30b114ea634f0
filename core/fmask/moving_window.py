"""The cloud displacement index of strips, whose windows reach into the strips above and below."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .parallax import displacement, halo
from .spectral import Reflectance


class MovingWindow:
    """The lines that the windows of the next lines need."""

    def __init__(self, pixel_size: float) -> None:
        """Begin a scene with pixels of so many metres."""
        self._pixel_size = pixel_size
        self._reach = halo(pixel_size)
        self._lines: NDArray[np.float32] | None = None
        self._top = self._next = 0

    def add(self, top: int, bands: tuple[Reflectance, Reflectance, Reflectance]) -> Iterator[tuple[int, Reflectance]]:
        """Add the lines of a strip below those before, and return the index of lines whose windows are complete.

        Args:
            top: The first line.
            bands: Reflectance of B07, B08 and B8A.

        Yields:
            The first line, and (lines, columns) float32.
        """
        lines = np.stack(bands)
        if self._lines is None:
            self._lines, self._top, self._next = lines, top, top
        else:
            self._lines = np.concatenate([self._lines, lines], axis=1)
        yield from self._until(top + lines.shape[1] - self._reach)

    def rest(self) -> Iterator[tuple[int, Reflectance]]:
        """Return the index of the lines that are left after the last strip."""
        if self._lines is not None:
            yield from self._until(self._top + self._lines.shape[1])

    def _until(self, bottom: int) -> Iterator[tuple[int, Reflectance]]:
        if self._lines is None or bottom <= self._next:
            return
        b07, b08, b8a = self._lines
        index = displacement(b07, b08, b8a, self._pixel_size)
        yield self._next, index[self._next - self._top : bottom - self._top]
        self._next = bottom
        done = max(0, bottom - self._reach - self._top)
        self._lines, self._top = self._lines[:, done:], self._top + done
