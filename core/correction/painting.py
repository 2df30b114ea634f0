"""Paint classes over pixels of a mask in memory, undo and redo."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..areas.area import AreaOnGrid
from ..classes import NODATA
from ..fmask.objects import label

_FIRST_EDGE = 256
"""Edge in pixels of the square around a pixel in which its patch is looked for first."""
_MOST_BYTES = 200_000_000
"""Memory for undoing; the oldest edits can no longer be undone beyond it."""


@dataclass(frozen=True)
class _Edit:
    """The pixels that an edit has changed: a bit each in its box, because a patch may reach over the whole mask."""

    lines: slice
    columns: slice
    changed: NDArray[np.uint8]
    """Bits of the pixels in the box, packed."""
    before: NDArray[np.uint8]
    """(changed pixels,) classes as they were; (1,) if all were the same."""
    value: int
    """Class that they have got."""

    @classmethod
    def of(cls, area: AreaOnGrid, changing: NDArray[np.bool_], before: NDArray[np.uint8], value: int) -> _Edit:
        """Keep an edit; for arguments see the class."""
        kept = before[:1] if (before == before[0]).all() else before
        return cls(area.lines, area.columns, np.packbits(changing), kept, value)

    @property
    def nbytes(self) -> int:
        """Memory that it takes."""
        return self.changed.nbytes + self.before.nbytes

    def apply(self, pixels: NDArray[np.uint8], classes: NDArray[np.uint8] | int) -> None:
        """Give the changed pixels of a mask classes, those of before or the one of after."""
        part = pixels[self.lines, self.columns]
        changed = np.unpackbits(self.changed, count=part.size).reshape(part.shape).view(np.bool_)
        part[changed] = classes


class Correction:
    """A mask whose pixels a person changes; pixels without data stay so.

    Args:
        pixels: (lines, columns) uint8 classes, 255 nodata; changed in place.
    """

    def __init__(self, pixels: NDArray[np.uint8]) -> None:
        self.pixels = pixels
        self._done: list[_Edit] = []
        self._undone: list[_Edit] = []
        self._forgot = False
        """True if edits were made that can no longer be undone."""

    @property
    def is_edited(self) -> bool:
        """True if there are edits, also such as can no longer be undone."""
        return self._forgot or self.can_undo

    @property
    def can_undo(self) -> bool:
        """True if there is an edit to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """True if there is an undone edit."""
        return bool(self._undone)

    def paint(self, area: AreaOnGrid, value: int) -> bool:
        """Give the pixels of an area a class; False if that changes none.

        Args:
            area: Pixels of the mask.
            value: Value of the class.
        """
        part = self.pixels[area.lines, area.columns]
        changing = area.inside & (part != value) & (part != NODATA)
        if not changing.any():
            return False
        self._done.append(_Edit.of(area, changing, part[changing], value))
        part[changing] = value
        self._undone.clear()
        while len(self._done) > 1 and sum(edit.nbytes for edit in self._done) > _MOST_BYTES:
            del self._done[0]
            self._forgot = True
        return True

    def undo(self) -> None:
        """Undo the last edit, if any."""
        if self._done:
            edit = self._done.pop()
            edit.apply(self.pixels, edit.before)
            self._undone.append(edit)

    def redo(self) -> None:
        """Do again what was undone last, if nothing was painted since."""
        if self._undone:
            edit = self._undone.pop()
            edit.apply(self.pixels, edit.value)
            self._done.append(edit)


def connected_patch(pixels: NDArray[np.uint8], line: int, column: int) -> AreaOnGrid | None:
    """Return the pixels of one class that hang together with a pixel, side by side; None without data there.

    Args:
        pixels: (lines, columns) uint8 classes, 255 nodata.
        line: Of the pixel.
        column: Of the pixel.
    """
    inside_mask = 0 <= line < pixels.shape[0] and 0 <= column < pixels.shape[1]
    if not inside_mask or pixels[line, column] == NODATA:
        return None
    edge = _FIRST_EDGE
    while True:
        lines, columns = (
            slice(max(0, middle - edge // 2), min(length, middle + edge // 2))
            for middle, length in zip((line, column), pixels.shape)
        )
        labels, _ = label(pixels[lines, columns] == pixels[line, column], corners=False)
        found = AreaOnGrid(lines, columns, labels == labels[line - lines.start, column - columns.start])
        if edge > 2 * max(pixels.shape) or not _reaches_out(found, pixels.shape):
            return _cut(found)
        edge *= 4


def _reaches_out(area: AreaOnGrid, shape: tuple[int, ...]) -> bool:
    """Return True if a patch touches an edge of its box beyond which the mask goes on."""
    inside = area.inside
    return bool(
        (area.lines.start > 0 and inside[0].any())
        or (area.lines.stop < shape[0] and inside[-1].any())
        or (area.columns.start > 0 and inside[:, 0].any())
        or (area.columns.stop < shape[1] and inside[:, -1].any())
    )


def _cut(area: AreaOnGrid) -> AreaOnGrid:
    """Return an area with the smallest box around it."""
    (top, bottom), (left, right) = (np.flatnonzero(area.inside.any(axis=axis))[[0, -1]] for axis in (1, 0))
    return AreaOnGrid(
        slice(area.lines.start + int(top), area.lines.start + int(bottom) + 1),
        slice(area.columns.start + int(left), area.columns.start + int(right) + 1),
        area.inside[top : bottom + 1, left : right + 1].copy(),
    )
