"""Fetch the chunks of Zarr arrays behind addresses that are about to be read, and nothing else."""

from __future__ import annotations

import shutil
import threading
import weakref
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import product
from pathlib import Path, PurePosixPath

from ..addresses.copies import Span, scratch_path
from ..errors import AddressForbiddenError, ProductError
from .store import MAX_STORE_BYTES, ZarrArray

_METADATA = {2: ".zarray", 3: "zarr.json"}
"""File of an array that is no chunk, by the version of the format."""
_ATTRIBUTES = ".zattrs"
"""Another one of version 2, which need not be there."""


class FetchedChunks:
    """An array of a store behind an address, copied chunk by chunk; it goes with the last reference to it.

    GDAL reads a chunk that it cannot get as one without data, so it gets only what is on the disk.
    """

    def __init__(
        self,
        array: ZarrArray,
        read: Callable[[PurePosixPath, int], bytes | None],
        check_absent: Callable[[tuple[int, ...], PurePosixPath], None],
    ) -> None:
        """Read nothing yet.

        Args:
            array: The array.
            read: Reads a file of the store that may have so many bytes; None if there is none.
            check_absent: Called with the place and the name of a chunk that is absent; raises if it is missing.
        """
        self._array, self._read, self._check_absent = array, read, check_absent
        folder = scratch_path()
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self._folder = folder / array.name.name
        self._locks: dict[PurePosixPath, threading.Lock] = {}
        self._finding = threading.Lock()
        self._known: set[PurePosixPath] = set()

    def to_open(self) -> str:
        """Fetch the metadata; return the path of the folder of the array."""
        array = self._array
        self._fetch(array.name / _METADATA[array.version], MAX_STORE_BYTES)
        if array.version == 2:
            with suppress(AddressForbiddenError):
                self._fetch(array.name / _ATTRIBUTES, MAX_STORE_BYTES)
        return str(self._folder)

    def fetch(self, _shape: tuple[int, int], lines: Span, columns: Span) -> int:
        """Fetch the chunks under a window.

        Args:
            _shape: (lines, columns) of the array.
            lines: First line of the window, and the line after the last.
            columns: The same of its columns.

        Returns:
            0: a store has no reduced levels.

        Raises:
            AddressError: they cannot be read.
            ProductError: one is missing, or the disk is full.
        """
        spans = zip((lines, columns), self._array.chunks)
        self._fetch_places(product(*(range(first // size, -(-last // size)) for (first, last), size in spans)))
        return 0

    def fetch_all(self) -> None:
        """Fetch all chunks; see `fetch` for errors."""
        self._fetch_places(product(*map(range, self._array.counts)))

    def _fetch_places(self, places: Iterable[tuple[int, ...]]) -> None:
        for place in places:
            name = self._array.chunk_name(place)
            if not self._fetch(name, self._array.max_chunk_bytes):
                self._check_absent(place, name)

    def _fetch(self, name: PurePosixPath, limit: int) -> bool:
        """Copy a file once; return False if there is none."""
        path = self._folder / name.relative_to(self._array.name)
        with self._finding:
            lock = self._locks.setdefault(name, threading.Lock())
        with lock:
            if name not in self._known:
                data = self._read(name, limit)
                if data is not None:
                    _write(path, data)
                self._known.add(name)
            return path.exists()


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.part")
        part.write_bytes(data)
        part.replace(path)  # GDAL never sees half a file
    except OSError as error:
        raise ProductError(
            "{path} could not be written ({reason}). Free disk space, or set the variable TMPDIR to another folder.",
            path=path,
            reason=error.strerror or error,
        ) from error
