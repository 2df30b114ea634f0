"""List and read the files of products behind addresses: a manifest or a directory names them, nothing is searched."""

from __future__ import annotations

import errno
import shutil
import struct
import threading
import weakref
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import IO

from ..addresses.copies import Copy, remove, scratch_path
from ..addresses.location import Address
from ..addresses.reading import forbidden, read_part, too_large
from ..archives import UNREADABLE, entries_of
from ..decoding.band_image import Parts
from ..errors import AddressForbiddenError, AddressMissingError, ProductError, SettingError, UnreadableBandError
from ..hosts.transport import never
from .files import OnDemand, ProductFiles, tops_of, visible
from .xml_files import MAX_METADATA_BYTES, parse_images, parse_manifest

_MANIFEST = PurePosixPath("manifest.safe")
_METADATA = (PurePosixPath("MTD_MSIL1C.xml"), PurePosixPath("MTD_MSIL2A.xml"))
_WHOLE_BYTES = 1 << 20
"""Bytes to read at once of files that are read whole."""
_LOCAL_HEADER_BYTES = 64
_MAX_IMAGE_BYTES = 3 * 10_980**2
"""Pixels of the largest image, the one in true colours; real bands have less than half of it."""


def at_address(root: Address, cancelled: Callable[[], bool] = never) -> ProductFiles:
    """List the product in a `.SAFE` folder, by its manifest or else its metadata; a store is not listed.

    Args:
        root: The folder.
        cancelled: See `read_part`; asked as long as the product is in use.

    Raises:
        AddressError: the files cannot be read.
        ProductError: the manifest is damaged, or names files outside of the product.
    """
    folder = _Folder(root, cancelled)
    names = () if root.suffix.lower() == ".zarr" else folder.names()
    paths = visible({name: str(root / name) for name in names})
    on_demand = OnDemand(folder.band, folder.size)
    return ProductFiles(root, paths, folder.open, str(root), _no_sizes, on_demand=on_demand)


def in_archive_at(archive: Address, cancelled: Callable[[], bool] = never) -> list[ProductFiles]:
    """List the products in a zip archive behind an address.

    Args:
        archive: The archive.
        cancelled: See `read_part`; asked as long as a product is in use.

    Raises:
        AddressError: it cannot be read.
        ProductError: it is damaged, or contains absolute or `..` names.
    """
    one = _Archive(archive, cancelled)
    return [found for found in map(one.product, tops_of(one.entries)) if found.is_product()]


class _Folder:
    """The files in a folder behind an address; a band has one copy as long as the product is in use."""

    def __init__(self, root: Address, cancelled: Callable[[], bool]) -> None:
        self._root, self._cancelled = root, cancelled
        self._bands: dict[PurePosixPath, tuple[Copy, Parts]] = {}
        self._lock = threading.Lock()

    def names(self) -> list[PurePosixPath]:
        """Return the names of the files; none if this is no SAFE product.

        Raises:
            AddressForbiddenError: it has the name of one, and no file that lists others may be read.
        """
        refused = False
        for listing in (_MANIFEST, *_METADATA):
            try:
                with self.open(listing) as file:
                    data = file.read(MAX_METADATA_BYTES + 1)
            except FileNotFoundError:
                continue
            except AddressForbiddenError:  # it may be absent, in a bucket that may not be listed
                refused = True
                continue
            parse = parse_manifest if listing == _MANIFEST else parse_images
            names = [PurePosixPath(name) for name in parse(data, str(self._root / listing))]
            for name in names:
                self._check_inside(name)
            return list(dict.fromkeys([*names, listing]))
        if refused and self._root.suffix.upper() == ".SAFE":
            raise forbidden(self._root)
        return []

    def open(self, name: PurePosixPath) -> IO[bytes]:
        """Open a file; see `ProductFiles.open`."""
        try:
            known = self._bands.get(name)
            return (known[0] if known else Copy(self._root / name, self._cancelled)).open(_WHOLE_BYTES)
        except AddressMissingError as error:
            raise FileNotFoundError(errno.ENOENT, "no such file", str(self._root / name)) from error

    def band(self, name: PurePosixPath) -> Parts:
        """Return the tiles of a band."""
        from ..jpeg2000.remote import FetchedTiles  # needs rasterio, without which products are listed

        with self._lock:
            if name not in self._bands:
                address = self._root / name
                copy = Copy(address, self._cancelled)
                self._bands[name] = copy, FetchedTiles(address, copy)
            return self._bands[name][1]

    def size(self, name: PurePosixPath) -> int:
        """Return the size of a file in bytes, 0 if there is none."""
        try:
            return read_part(self._root / name, 0, 1, None, self._cancelled)[1].size
        except AddressMissingError:
            return 0

    def _check_inside(self, name: PurePosixPath) -> None:
        try:
            _ = self._root / name
        except SettingError as error:
            raise ProductError(
                "{path} was not read: it contains the unsafe file name {name!r}. Download the product again from a "
                "trusted provider.",
                path=self._root,
                name=str(name),
            ) from error


class _Archive:
    """A zip archive behind an address, of which the directory has been read."""

    def __init__(self, address: Address, cancelled: Callable[[], bool]) -> None:
        self._address = address
        self._copy = Copy(address, cancelled)
        self.entries = entries_of(self._copy.open(), address)
        self._bands: dict[PurePosixPath, Parts] = {}
        self._lock = threading.Lock()

    def product(self, top: PurePosixPath) -> ProductFiles:
        """Return the files in a folder of the archive."""
        root = self._address / top
        named = {name.relative_to(top): name for name in self.entries if top in name.parents}

        @contextmanager
        def open_file(name: PurePosixPath) -> Iterator[IO[bytes]]:
            entry = self.entries.get(top / name)
            if entry is None or entry.is_dir():
                raise FileNotFoundError(errno.ENOENT, "no such file", str(root / name))
            with zipfile.ZipFile(self._copy.open()) as opened, opened.open(entry) as file:
                yield file

        def sizes(below: PurePosixPath) -> dict[PurePosixPath, int]:
            return {name: self.entries[full].file_size for name, full in named.items() if below in name.parents}

        def size(name: PurePosixPath) -> int:
            return self.entries[named[name]].file_size if name in named else 0

        def band(name: PurePosixPath) -> Parts:
            with self._lock:
                if name not in self._bands:
                    self._bands[name] = self._band(named[name])
                return self._bands[name]

        paths = {name: str(root / name) for name in named}
        on_demand = OnDemand(band, size)
        return ProductFiles(root, visible(paths), open_file, str(root), sizes, self._address, on_demand)

    def _band(self, name: PurePosixPath) -> Parts:
        """Return the tiles of a band; one that is compressed is unpacked."""
        from ..jpeg2000.remote import FetchedTiles  # needs rasterio, without which products are listed

        entry, address = self.entries[name], self._address / name
        if entry.file_size > _MAX_IMAGE_BYTES:
            raise too_large(address, _MAX_IMAGE_BYTES)
        if entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 1:
            return FetchedTiles(address, _Unpacked(self._copy, entry, address))

        def place() -> tuple[int, int]:
            with self._copy.open(_LOCAL_HEADER_BYTES) as file:  # which ends with the name and an extra field
                file.seek(entry.header_offset + 26)
                start = entry.header_offset + 30 + sum(struct.unpack("<HH", file.read(4)))
            return start, start + entry.file_size

        return FetchedTiles(address, self._copy, place)


class _Unpacked:
    """A band that is compressed in an archive, unpacked as a whole when it is first needed; see `Fetched`."""

    def __init__(self, archive: Copy, entry: zipfile.ZipInfo, address: Address) -> None:
        self._archive, self._entry, self._address = archive, entry, address
        self.size = entry.file_size

    @cached_property
    def path(self) -> Path:
        path = scratch_path()
        weakref.finalize(self, remove, path)
        self._unpack(path)
        return path

    def fetch(self, *_spans: tuple[int, int]) -> None:
        """Bring nothing: everything is there."""

    def open(self, buffer: int) -> IO[bytes]:
        return self.path.open("rb", buffer)

    def _unpack(self, path: Path) -> None:
        try:
            with (
                zipfile.ZipFile(self._archive.open()) as opened,
                opened.open(self._entry) as file,
                path.open("wb") as out,
            ):
                shutil.copyfileobj(file, out, _WHOLE_BYTES)
        except UNREADABLE as error:
            raise UnreadableBandError(
                "The band file {path} is damaged: {reason}. Download the product again.",
                path=self._address,
                reason=getattr(error, "strerror", None) or error,
            ) from error


def _no_sizes(_folder: PurePosixPath) -> dict[PurePosixPath, int]:
    """Return nothing: a folder behind an address is not listed."""
    return {}
