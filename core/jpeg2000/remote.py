"""Fetch the tiles of JPEG 2000 files behind addresses that are about to be decoded, and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import IO, Protocol

from ..addresses.copies import Span
from ..addresses.location import Address
from ..errors import UnreadableBandError
from .opening import SparseFile, reads_single_tiles
from .structure import CodeStream, DamageError, Part, TilePart, code_stream

_HEADER_BYTES = 512
"""Bytes to read at a tile-part: its header has the lengths of 60 packets."""


class Fetched(Protocol):
    """A file on the disk whose parts are there once they are fetched: a `Copy`, or one that is whole."""

    @property
    def path(self) -> Path:
        """Path on the disk."""

    @property
    def size(self) -> int:
        """Size in bytes."""

    def fetch(self, *spans: Span) -> None:
        """Bring bytes."""

    def open(self, buffer: int) -> IO[bytes]:
        """Open the file; what is read is fetched."""


class FetchedTiles:
    """A band file behind an address, also one that is stored in an archive.

    By the standard a tile depends on the main header and on the tile's own parts only. Decoders also read the headers
    of the parts before them, from which they learn where the next one begins.
    """

    def __init__(self, address: Address, copy: Fetched, place: Callable[[], Span] | None = None) -> None:
        """Read nothing yet.

        Args:
            address: The band file.
            copy: The copy of the file, or of the archive that contains it.
            place: Finds where the band file lies in the copy; None: it is all of it.
        """
        self.address = address
        self._copy, self._place = copy, place
        self._lock = threading.Lock()
        self._stream: CodeStream | None = None
        self._parts: dict[int, list[Span]] = {}
        self._whole: set[int] = set()
        """Tiles of which all parts are known, and the header after the last."""
        self._last: TilePart | None = None

    @cached_property
    def _span(self) -> Span:
        """Place of the band file in the copy."""
        return self._place() if self._place else (0, self._copy.size)

    @cached_property
    def _described(self) -> SparseFile:
        start, stop = self._span
        return SparseFile(str(self._copy.path), start, stop - start)

    def to_open(self) -> str:
        """Check the header; return the GDAL path of the copy."""
        with self._lock:
            self._known()
            return self._described.path

    def fetch(self, shape: tuple[int, int], lines: Span, columns: Span) -> int:
        """Fetch what a window is decoded from; the file has to be opened after that.

        Args:
            shape: (lines, columns) of the reduced level that is read, or of the image.
            lines: First line of the window in the level, and the line after the last.
            columns: The same of its columns.

        Returns:
            The level; 0 for the image.

        Raises:
            UnreadableBandError: the file is damaged.
            AddressError: it cannot be read.
        """
        if not reads_single_tiles():
            self.fetch_all()
        with self._lock:
            image = self._known().image
            level = next(n for n in range(32) if -(-image.height // 2**n) <= shape[0])
            # A pixel of a level stands where the wavelet keeps a pixel of the image (T.800, equation B-15).
            down, across = (
                range((first << level) // tile, (((last - 1) << level) // tile) + 1)
                for (first, last), tile in ((lines, image.tile_height), (columns, image.tile_width))
            )
            width = -(-image.width // image.tile_width)
            spans = self._spans({row * width + column for row in down for column in across})
        self._copy.fetch(*spans)
        return level

    def fetch_all(self) -> None:
        """Fetch the whole file."""
        self._copy.fetch(self._span)

    def _known(self) -> CodeStream:
        """Read the main header, unless it is known."""
        if self._stream is None:
            with self._walking():
                start, stop = self._span
                stream = code_stream(Part(self._copy.open(_HEADER_BYTES), stop - start, start))
                # GDAL reads the boxes as well, which are checked but for their contents.
                self._copy.fetch((start, start + stream.start), (start + stream.stop, stop))
                self._stream = stream
        return self._stream

    def _spans(self, tiles: Collection[int]) -> list[Span]:
        """Walk through the tile-parts until it is known where tiles lie in the copy."""
        with self._walking():
            first, parts = self._span[0], self._known().parts
            while not self._whole.issuperset(tiles):
                part = next(parts, None)
                if self._last and self._last.is_last:
                    self._whole.add(self._last.tile)  # decoders look at the header of the part after the last of a tile
                if part is None:
                    self._whole.update(self._parts)
                    break
                self._parts.setdefault(part.tile, []).append((first + part.start, first + part.stop))
                self._last = part
        return [span for tile in tiles for span in self._parts[tile]]

    @contextmanager
    def _walking(self) -> Iterator[None]:
        """Begin anew after an error, which may be one of the connection.

        Raises:
            UnreadableBandError: the file is damaged.
        """
        try:
            yield
        except BaseException as error:
            self._stream = None
            self._parts.clear()
            self._whole.clear()
            self._last = None
            if isinstance(error, DamageError):
                raise UnreadableBandError(
                    "The band file {path} is damaged: {reason}. Download the product again.",
                    path=self.address,
                    reason=error,
                ) from error
            raise
