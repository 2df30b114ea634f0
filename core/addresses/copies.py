"""Copy the parts of files that are read from behind addresses to the disk, each of them once.

GDAL reads the copies, so that the loss of a connection is an error here, and never a hole in what a decoder is given.
"""

from __future__ import annotations

import atexit
import io
import itertools
import tempfile
import threading
import weakref
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from functools import cached_property
from pathlib import Path
from typing import IO

from ..errors import ProductError
from ..hosts.transport import never
from ..unfinished import unfinished
from .location import Address
from .reading import Version, read_part

FIRST_BYTES = 16 * 1024
"""Bytes that the first request asks for: the metadata and the main header of a band have 4 kB."""
_PIECE_BYTES = 8 * 1024 * 1024
"""Most bytes of a request, which are in memory until they have arrived."""
_BUFFER_BYTES = 64 * 1024

Span = tuple[int, int]
"""First byte, and byte after the last."""


class Copy:
    """A copy of a file, in which the parts that nobody asked for are holes; it goes with the last reference to it."""

    def __init__(self, address: Address, cancelled: Callable[[], bool] = never) -> None:
        """Read nothing yet.

        Args:
            address: The file.
            cancelled: See `read_part`.
        """
        self.address = address
        self._cancelled = cancelled
        self._version: Version | None = None
        self._there: list[Span] = []
        self._coming: list[Span] = []
        self._changed = threading.Condition()
        self._beginning = threading.Lock()

    @cached_property
    def path(self) -> Path:
        """The copy on the disk.

        Raises:
            ProductError: no folder can be made.
        """
        path = scratch_path()
        weakref.finalize(self, remove, path)
        return path

    @property
    def size(self) -> int:
        """Size of the file in bytes; see `fetch` for errors."""
        return self._begun().size

    def _begun(self) -> Version:
        """Read the beginning of the file, unless it is there; return its version.

        Raises:
            AddressError: the file cannot be read, or does not exist.
            ProductError: the disk is full.
        """
        with self._beginning:
            if self._version is None:
                data, version = read_part(self.address, 0, FIRST_BYTES, None, self._cancelled)
                self._write(0, data, version.size)
                self._version = version
            return self._version

    def fetch(self, *spans: Span) -> None:
        """Bring the bytes that are not there yet; what another thread brings is waited for.

        Raises:
            AddressError: they cannot be read, or the file has changed.
            ProductError: the disk is full.
        """
        version = self._begun()
        while own := self._claimed(spans):
            try:
                for start, stop in own:
                    for first in range(start, stop, _PIECE_BYTES):
                        end = min(first + _PIECE_BYTES, stop)
                        data, _ = read_part(self.address, first, end, version, self._cancelled)
                        self._write(first, data, version.size)
            finally:
                with self._changed:
                    for one in own:
                        self._coming.remove(one)
                    self._changed.notify_all()

    def open(self, buffer: int = _BUFFER_BYTES) -> IO[bytes]:
        """Open the file; what is read is fetched, at least as many bytes at once as the buffer has."""
        return io.BufferedReader(_Reader(self), buffer)

    def _claimed(self, spans: Sequence[Span]) -> list[Span]:
        """Return missing parts that no other thread brings, once there is one; none if all are there."""
        size, wanted = self.size, list[Span]()
        for span in spans:
            wanted = joined(wanted, span)
        with self._changed:
            while True:
                missing = [gap for a, b in wanted for gap in gaps((max(a, 0), min(b, size)), self._there)]
                own = [gap for one in missing for gap in gaps(one, self._coming)]
                if own or not missing:
                    self._coming = sorted([*self._coming, *own])
                    return own
                self._changed.wait()

    def _write(self, start: int, data: bytes, size: int) -> None:
        try:
            with self.path.open("r+b" if self._there else "wb") as file:
                file.truncate(size)
                file.seek(start)
                file.write(data)
        except OSError as error:
            raise ProductError(
                "{address} could not be copied to {folder} ({reason}). Free disk space there, or set the variable "
                "TMPDIR to another folder.",
                address=self.address,
                folder=self.path.parent,
                reason=error.strerror or error,
            ) from error
        with self._changed:
            self._there = joined(self._there, (start, start + len(data)))


class _Reader(io.RawIOBase):
    """Reads a copy, and fetches what is missing."""

    def __init__(self, copy: Copy) -> None:
        self._copy, self._at = copy, 0
        copy.fetch()  # the beginning, so that there is a file
        self._file = copy.path.open("rb", buffering=0)

    def close(self) -> None:
        self._file.close()
        super().close()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        origin = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._copy.size}[whence]
        if origin + offset < 0:
            raise OSError(22, "seek to before the beginning")
        self._at = origin + offset
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._read(self._at + len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def readall(self) -> bytes:
        return self._read(self._copy.size)

    def _read(self, stop: int) -> bytes:
        stop = min(stop, self._copy.size)
        if stop <= self._at:
            return b""
        self._copy.fetch((self._at, stop))
        self._file.seek(self._at)
        data = self._file.read(stop - self._at)
        self._at = stop
        return data


def gaps(span: Span, there: Sequence[Span]) -> list[Span]:
    """Return the parts of a span that lie in none of others, which are sorted and do not overlap."""
    start, stop = span
    found = []
    for first, last in there:
        if last > start and first < stop:
            if first > start:
                found.append((start, first))
            start = last
    return [*found, (start, stop)] if start < stop else found


def joined(there: Sequence[Span], span: Span) -> list[Span]:
    """Return sorted spans with another one, to which those that it touches are joined."""
    touching = [one for one in there if one[1] >= span[0] and one[0] <= span[1]]
    bounds = min([span[0], *(one[0] for one in touching)]), max([span[1], *(one[1] for one in touching)])
    return sorted([*(one for one in there if one not in touching), bounds])


class _Scratch:
    """The folder of this process for copies, which the next process removes if this one is killed."""

    lock = threading.Lock()
    folder: Path | None = None
    stack = ExitStack()
    numbers = itertools.count()


def scratch_path() -> Path:
    """Return a path that no other copy has, in a folder that goes with this process.

    Raises:
        ProductError: no folder can be made.
    """
    with _Scratch.lock:
        if _Scratch.folder is None:
            parent = Path(tempfile.gettempdir())
            try:
                _Scratch.folder = _Scratch.stack.enter_context(unfinished(parent, 0o700))
            except OSError as error:
                raise ProductError(
                    "Products behind addresses cannot be copied to {folder} ({reason}). Set the variable TMPDIR to "
                    "another folder.",
                    folder=parent,
                    reason=error.strerror or error,
                ) from error
            atexit.register(_Scratch.stack.close)
        return _Scratch.folder / str(next(_Scratch.numbers))


def remove(path: Path) -> None:
    """Remove a file of `scratch_path`."""
    with suppress(OSError):  # Windows: GDAL still has it open; it goes with the process
        path.unlink()
