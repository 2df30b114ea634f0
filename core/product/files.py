"""List and read the files of a product, in a folder or in a zip archive."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from ..archives import UNREADABLE, gdal_folder, is_hidden, members_of, open_member, sizes_of
from ..eopf.metadata import is_eopf
from ..eopf.store import METADATA_NAMES as STORE_METADATA_NAMES
from .metadata import MAX_METADATA_BYTES

# MTD_MSIL1C.xml, or S2A_OPER_MTD_SAFL1C_PDMC_....xml in products of baseline 02.04 and before.
METADATA_NAME = re.compile(r"(MTD_MSIL(1C|2A)|S2[A-D]_\w{4}_MTD_SAFL(1C|2A)_\w+)\.xml$")
TILE_METADATA_NAME = re.compile(r"(MTD_TL|S2[A-D]_\w{4}_MTD_L(1C|2A)_TL_\w+)\.xml$")
_PATTERNS = ("*.xml", "GRANULE/*/*.xml", "GRANULE/*/IMG_DATA/*.*", "GRANULE/*/IMG_DATA/*/*.*")


@dataclass(frozen=True)
class ProductFiles:
    """The files of one product, by their names relative to its root."""

    root: Path
    """The `.SAFE` folder, or its path inside an archive, as in `archive.zip/NAME.SAFE`."""
    paths: Mapping[PurePosixPath, str]
    """GDAL path of each file."""
    open: Callable[[PurePosixPath], AbstractContextManager[IO[bytes]]]
    """Opens a regular file, listed or not, to read it once from its beginning; FileNotFoundError if there is none."""
    gdal_folder: str
    """GDAL path of the root."""
    sizes: Callable[[PurePosixPath], Mapping[PurePosixPath, int]]
    """Returns the size in bytes of each file below a folder of the product."""
    archive: Path | None = None
    """The zip archive that contains the product; None if it is a folder."""

    def read(self, name: PurePosixPath) -> bytes:
        """Read the beginning of a file, up to one byte more than metadata may have."""
        with self.open(name) as file:
            return file.read(MAX_METADATA_BYTES + 1)

    def metadata(self) -> PurePosixPath | None:
        """Return the product's metadata file, if there is one."""
        return next((name for name in self.paths if len(name.parts) == 1 and METADATA_NAME.match(name.name)), None)

    def store_metadata(self) -> PurePosixPath | None:
        """Return the metadata file of a Zarr store, if the files are one."""
        for name in map(PurePosixPath, STORE_METADATA_NAMES):
            with suppress(OSError), self.open(name):
                return name
        return None

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

    return ProductFiles(root, _visible(paths), open_file, str(root), sizes)


def in_archive(archive: Path) -> list[ProductFiles]:
    """List the products in a zip archive, which is read in place through GDAL's `/vsizip/`.

    Raises:
        ProductError: it cannot be read, or contains absolute or `..` names.
    """
    members, folder = members_of(archive), gdal_folder(archive)
    tops = sorted({name.parent for name in members if _may_be_metadata(name) and not is_hidden(name.parent)})

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
        return ProductFiles(archive / top, _visible(inside), open_file, gdal_root, sizes, archive)

    products = [product(top) for top in tops if not set(top.parents) & set(tops)]
    return [one for one in products if one.is_product()]


def _may_be_metadata(name: PurePosixPath) -> bool:
    return name.name in STORE_METADATA_NAMES or bool(METADATA_NAME.match(name.name) and not is_hidden(name))


def _visible(paths: Mapping[PurePosixPath, str]) -> dict[PurePosixPath, str]:
    return {name: paths[name] for name in sorted(paths) if not is_hidden(name)}


def _missing(path: Path) -> FileNotFoundError:
    return FileNotFoundError(errno.ENOENT, "no such file", str(path))
