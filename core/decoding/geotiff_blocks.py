"""Fetch the blocks of GeoTIFF files behind addresses that are about to be read, and nothing else.

GDAL could read the files itself, but rasterio holds the lock of Python while it opens one: a window would
stand still for as long as its host takes.
"""

from __future__ import annotations

import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import IO

import numpy as np
from numpy.typing import NDArray

from ..addresses.copies import Copy, Span
from ..errors import UnreadableBandError
from ..language import translated

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
"""Type of a tag -> bytes of a value (TIFF 6.0, section 2; BigTIFF)."""
_KIND, _WIDTH, _LENGTH, _STRIP_STARTS, _SAMPLES, _STRIP_LINES, _STRIP_BYTES = 254, 256, 257, 273, 277, 278, 279
_PLANES, _TILE_WIDTH, _TILE_LENGTH, _TILE_STARTS, _TILE_BYTES = 284, 322, 323, 324, 325
"""Numbers of tags (TIFF 6.0, sections 8 and 15)."""
_MASK = 4
"""Bit of `_KIND` of an image that masks another one."""
_MAX_DIRECTORIES, _MAX_TAGS, _MAX_VALUE_BYTES = 64, 4096, 16_000_000
_LEADER = 4
"""Bytes before and after a block in which cloud-optimised files repeat its size and its end."""

Tags = dict[int, NDArray[np.int64]]


class _DamageError(Exception):
    """The file is no GeoTIFF, or is damaged; the text is the reason."""


@dataclass(frozen=True)
class _Level:
    """An image of the file: the whole one or an overview."""

    shape: tuple[int, int]
    block: tuple[int, int]
    starts: NDArray[np.int64]
    """(planes, blocks down, blocks across) First byte of each block, 0 for one without data."""
    sizes: NDArray[np.int64]
    """Bytes of each block, of the same shape."""

    def spans(self, lines: Span, columns: Span) -> Iterator[Span]:
        """Yield where the blocks under a window lie."""
        down, across = (
            range(first // size, -(-last // size)) for (first, last), size in zip((lines, columns), self.block)
        )
        for place in product(range(len(self.starts)), down, across):
            start, size = int(self.starts[place]), int(self.sizes[place])
            if size:
                yield max(0, start - _LEADER), start + size + _LEADER


class FetchedBlocks:
    """A GeoTIFF file behind an address."""

    def __init__(self, copy: Copy) -> None:
        """Read nothing yet."""
        self._copy = copy
        self._lock = threading.Lock()
        self._levels: list[_Level] = []

    def to_open(self) -> str:
        """Fetch the description of the images; return the path of the copy.

        Raises:
            AddressError: it cannot be read.
            UnreadableBandError: it is damaged.
        """
        self._known()
        return str(self._copy.path)

    def fetch(self, shape: tuple[int, int], lines: Span, columns: Span) -> int:
        """Fetch the blocks under a window; the file has to be opened after that.

        Args:
            shape: (lines, columns) of the overview that is read, or of the image.
            lines: First line of the window in it, and the line after the last.
            columns: The same of its columns.

        Returns:
            The level: 0 for the image, 1 for its first overview.

        Raises:
            AddressError, UnreadableBandError: see `to_open`.
        """
        levels = self._known()
        level = next((number for number, one in enumerate(levels) if one.shape == shape), None)
        if level is None:
            raise self._damaged(translated("it has no image of that size"))
        self._copy.fetch(*levels[level].spans(lines, columns))
        return level

    def fetch_all(self) -> None:
        """Fetch the whole file; see `to_open` for errors."""
        self._copy.fetch((0, self._copy.size))

    def _known(self) -> list[_Level]:
        with self._lock:
            if not self._levels:
                with self._copy.open() as file:
                    try:
                        self._levels = [_level(tags) for tags in _directories(file) if not _first(tags, _KIND) & _MASK]
                    except (_DamageError, struct.error, KeyError, ValueError, OverflowError) as error:
                        raise self._damaged(str(error)) from error
            return self._levels

    def _damaged(self, reason: str) -> UnreadableBandError:
        return UnreadableBandError(
            "The file {path} is no GeoTIFF file, or is damaged ({reason}). Choose another item.",
            path=self._copy.address,
            reason=reason,
        )


def _directories(file: IO[bytes]) -> Iterator[Tags]:
    """Yield the tags of each image; all their values are fetched, which GDAL reads as well."""
    head = file.read(8)
    order, version = {b"II": "<", b"MM": ">"}.get(head[:2]), head[2:4]
    if order is None or version not in {struct.pack(f"{order}H", 42), struct.pack(f"{order}H", 43)}:
        raise _DamageError(translated("it does not begin like one"))
    big = version == struct.pack(f"{order}H", 43)
    word = f"{order}{'Q' if big else 'I'}"
    at = _number(file, word) if big else struct.unpack_from(word, head, 4)[0]
    seen: set[int] = set()
    while at:
        if at in seen or len(seen) >= _MAX_DIRECTORIES:
            raise _DamageError(translated("its images form a circle"))
        seen.add(at)
        file.seek(at)
        count = _number(file, f"{order}{'Q' if big else 'H'}")
        if count > _MAX_TAGS:
            raise _DamageError(translated("it has too many tags"))
        entry = 20 if big else 12
        entries = _exactly(file, count * entry)
        at = _number(file, word)
        yield dict(_values(file, entries[n : n + entry], order, word) for n in range(0, len(entries), entry))


def _values(file: IO[bytes], entry: bytes, order: str, word: str) -> tuple[int, NDArray[np.int64]]:
    """Return the number of a tag and its values; none if they are no whole numbers, though they are fetched."""
    tag, kind = struct.unpack_from(f"{order}HH", entry)
    count = struct.unpack_from(word, entry, 4)[0]
    inside = entry[4 + struct.calcsize(word) :]
    size = _SIZES.get(kind, 0) * count
    if size > _MAX_VALUE_BYTES:
        raise _DamageError(translated("it has too many tags"))
    if size > len(inside):
        file.seek(struct.unpack(word, inside)[0])
        inside = _exactly(file, size)
    letter = {1: "u1", 3: "u2", 4: "u4", 16: "u8"}.get(kind)
    values = np.frombuffer(inside[:size], f"{order}{letter}") if letter else np.array([], np.uint8)
    return tag, values.astype(np.int64)


def _level(tags: Tags) -> _Level:
    shape = _first(tags, _LENGTH), _first(tags, _WIDTH)
    tiled = _TILE_STARTS in tags
    block = (
        (_first(tags, _TILE_LENGTH), _first(tags, _TILE_WIDTH))
        if tiled
        else (min(_first(tags, _STRIP_LINES, shape[0]), shape[0]), shape[1])
    )
    if min(*shape, *block) <= 0:
        raise _DamageError(translated("it has no image of that size"))
    planes = _first(tags, _SAMPLES, 1) if _first(tags, _PLANES, 1) == 2 else 1
    counts = planes, -(-shape[0] // block[0]), -(-shape[1] // block[1])
    starts, sizes = (tags[_TILE_STARTS], tags[_TILE_BYTES]) if tiled else (tags[_STRIP_STARTS], tags[_STRIP_BYTES])
    if (starts < 0).any() or (sizes < 0).any():
        raise _DamageError(translated("a part lies outside of it"))
    return _Level(shape, block, starts.reshape(counts), sizes.reshape(counts))


def _first(tags: Tags, tag: int, default: int = 0) -> int:
    values = tags.get(tag)
    return default if values is None or not values.size else int(values[0])


def _number(file: IO[bytes], layout: str) -> int:
    number: int = struct.unpack(layout, _exactly(file, struct.calcsize(layout)))[0]
    return number


def _exactly(file: IO[bytes], count: int) -> bytes:
    data = file.read(count)
    if len(data) < count:
        raise _DamageError(translated("it ends too early"))
    return data
