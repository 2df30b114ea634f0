"""List and read the files of a product, in a folder or in a zip archive."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from ..addresses.location import Address, Location
from ..addresses.reading import forbidden, too_large
from ..archives import UNREADABLE, gdal_folder, is_hidden, members_of, open_member, sizes_of
from ..decoding.band_image import Parts
from ..eopf.chunks import is_lost
from ..eopf.metadata import is_eopf
from ..eopf.remote import FetchedChunks
from ..eopf.store import METADATA_NAMES as STORE_METADATA_NAMES
from ..eopf.store import ZarrArray
from ..errors import AddressForbiddenError, ProductError
from .xml_files import MAX_METADATA_BYTES

# MTD_MSIL1C.xml, or S2A_OPER_MTD_SAFL1C_PDMC_....xml in products of baseline 02.04 and before.
METADATA_NAME = re.compile(r"(MTD_MSIL(1C|2A)|S2[A-D]_\w{4}_MTD_SAFL(1C|2A)_\w+)\.xml$")
TILE_METADATA_NAME = re.compile(r"(MTD_TL|S2[A-D]_\w{4}_MTD_L(1C|2A)_TL_\w+)\.xml$")
_PATTERNS = (
    *("*.xml", "GRANULE/*/*.xml", "GRANULE/*/IMG_DATA/*.*", "GRANULE/*/IMG_DATA/*/*.*"),
    "GRANULE/*/QI_DATA/*PVI*.jp2",
)


class OnDemand(NamedTuple):
    """The ways to what is fetched of a product behind an address."""

    band: Callable[[PurePosixPath], Parts]
    """Gives the parts of a JPEG 2000 file."""
    size: Callable[[PurePosixPath], int]
    """Returns the size in bytes of a file; 0 if there is none."""


@dataclass(frozen=True)
class ProductFiles:
    """The files of one product, by their names relative to its root."""

    root: Location
    """The `.SAFE` folder, or its path inside an archive, as in `archive.zip/NAME.SAFE`."""
    paths: Mapping[PurePosixPath, str]
    """GDAL path of each file; the address of a file behind one."""
    open: Callable[[PurePosixPath], AbstractContextManager[IO[bytes]]]
    """Opens a regular file, listed or not, to read it once from its beginning; FileNotFoundError if there is none."""
    gdal_folder: str
    """GDAL path of the root."""
    sizes: Callable[[PurePosixPath], Mapping[PurePosixPath, int]]
    """Returns the size in bytes of each file below a folder of the product."""
    archive: Location | None = None
    """The zip archive that contains the product; None if it is a folder."""
    on_demand: OnDemand | None = None
    """Of a product behind an address; None for one on a disk. All files are read by `open` then, but for bands."""

    def read(self, name: PurePosixPath) -> bytes:
        """Read the beginning of a file, up to one byte more than metadata may have."""
        with self.open(name) as file:
            return file.read(MAX_METADATA_BYTES + 1)

    @property
    def is_listed(self) -> bool:
        """True if `sizes` knows the files: a folder behind an address is not listed."""
        return self.on_demand is None or self.archive is not None

    def name_of(self, path: str) -> PurePosixPath:
        """Return the name of a file by its GDAL path."""
        return next(name for name, one in self.paths.items() if one == path)

    def chunks(self, array: ZarrArray, others: Collection[ZarrArray] = ()) -> FetchedChunks:
        """Return the chunks of an array of a store behind an address.

        Args:
            array: The array.
            others: Other bands, which tell if an absent chunk is missing; none if it may be absent.
        """
        size = self.on_demand.size if self.on_demand else lambda _name: 0

        def read(name: PurePosixPath, limit: int) -> bytes | None:
            try:
                with self.open(name) as file:
                    data = file.read(limit + 1)
            except FileNotFoundError:
                return None
            if len(data) > limit:
                raise too_large(self.root / name, limit)
            return data

        def check_absent(place: tuple[int, ...], name: PurePosixPath) -> None:
            if is_lost(place, array, others, size):
                raise self.incomplete(name, array.name.name.upper())

        return FetchedChunks(array, read, check_absent)

    def incomplete(self, chunk: PurePosixPath, band: str) -> ProductError:
        """Return the error for a chunk that is missing."""
        return ProductError(
            "{path} is incomplete: it lacks {chunk}, a part of band {band}. Download the product again.",
            path=self.root,
            chunk=chunk,
            band=band,
        )

    def metadata(self) -> PurePosixPath | None:
        """Return the product's metadata file, if there is one."""
        return next((name for name in self.paths if len(name.parts) == 1 and METADATA_NAME.match(name.name)), None)

    def store_metadata(self) -> PurePosixPath | None:
        """Return the metadata file of a Zarr store, if the files are one.

        Raises:
            AddressForbiddenError: none of those that a store may have may be read.
        """
        refused = False
        for name in map(PurePosixPath, STORE_METADATA_NAMES):
            is_there = self._is_there(name)
            if is_there:
                return name
            refused = refused or is_there is None
        if refused and isinstance(self.root, Address):
            raise forbidden(self.root)
        return None

    def _is_there(self, name: PurePosixPath) -> bool | None:
        """Tell if there is a file; None: it may not be read, and may be absent, in a bucket that may not be listed."""
        try:
            with self.open(name):
                return True
        except AddressForbiddenError:
            return None
        except OSError:
            return False

    def is_product(self) -> bool:
        """Check if the files have the metadata of a product; damaged metadata is reported when it is opened."""
        if self.metadata():
            return True
        store = self.store_metadata()
        try:
            return store is not None and is_eopf(self.read(store))
        except UNREADABLE:
            return True

    def tile_metadata(self, granule: str) -> PurePosixPath | None:
        """Return the metadata file of a granule, if there is one."""
        folder = PurePosixPath("GRANULE", granule)
        return next((n for n in self.paths if n.parent == folder and TILE_METADATA_NAME.match(n.name)), None)

    def images(self) -> dict[str, list[str]]:
        """Return the GDAL paths of all JPEG 2000 files under IMG_DATA, by granule; other folders are no granules."""
        found: dict[str, list[str]] = {}
        for name, path in self.paths.items():
            if len(name.parts) > 3 and name.parts[::2][:2] == ("GRANULE", "IMG_DATA") and name.suffix.lower() == ".jp2":
                found.setdefault(name.parts[1], []).append(path)
        return found


def in_folder(root: Path) -> ProductFiles:
    """List the product in a `.SAFE` folder; links are followed."""
    found = (entry for pattern in _PATTERNS for entry in root.glob(pattern) if entry.is_file())
    paths = {PurePosixPath(entry.relative_to(root).as_posix()): str(entry) for entry in found}

    def open_file(name: PurePosixPath) -> IO[bytes]:
        path = root / name
        if not path.is_file():  # a named pipe would wait for a writer
            raise _missing(path)
        return path.open("rb")

    def sizes(folder: PurePosixPath) -> dict[PurePosixPath, int]:
        files = (entry for entry in (root / folder).rglob("*") if entry.is_file())
        return {PurePosixPath(entry.relative_to(root).as_posix()): entry.stat().st_size for entry in files}

    return ProductFiles(root, visible(paths), open_file, str(root), sizes)


def in_archive(archive: Path) -> list[ProductFiles]:
    """List the products in a zip archive, which is read in place through GDAL's `/vsizip/`.

    Raises:
        ProductError: it cannot be read, or contains absolute or `..` names.
    """
    members, folder = members_of(archive), gdal_folder(archive)

    def product(top: PurePosixPath) -> ProductFiles:
        named = {name.relative_to(top): member for name, member in members.items() if top in name.parents}
        inside = {name: f"{folder}/{top / name}" for name in named}

        def open_file(name: PurePosixPath) -> AbstractContextManager[IO[bytes]]:
            member = members.get(top / name, "/")
            if member.endswith("/"):  # a folder
                raise _missing(archive / top / name)
            return open_member(archive, member)

        def sizes(below: PurePosixPath) -> dict[PurePosixPath, int]:
            found = sizes_of(archive)
            return {name: found[member] for name, member in named.items() if below in name.parents}

        gdal_root = folder if top == PurePosixPath() else f"{folder}/{top}"
        return ProductFiles(archive / top, visible(inside), open_file, gdal_root, sizes, archive)

    return [one for one in map(product, tops_of(members)) if one.is_product()]


def tops_of(members: Collection[PurePosixPath]) -> list[PurePosixPath]:
    """List the folders of an archive that may be products, from the names in it."""
    tops = {name.parent for name in members if _may_be_metadata(name) and not is_hidden(name.parent)}
    return [top for top in sorted(tops) if not tops.intersection(top.parents)]


def _may_be_metadata(name: PurePosixPath) -> bool:
    return name.name in STORE_METADATA_NAMES or bool(METADATA_NAME.match(name.name) and not is_hidden(name))


def visible(paths: Mapping[PurePosixPath, str]) -> dict[PurePosixPath, str]:
    """Select the paths of files that the system did not write beside those of the product."""
    return {name: paths[name] for name in sorted(paths) if not is_hidden(name)}


def _missing(path: Path) -> FileNotFoundError:
    return FileNotFoundError(errno.ENOENT, "no such file", str(path))
