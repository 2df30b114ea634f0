"""List and read the files of a product, in a folder or in a zip archive."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from ..errors import ProductError
from .metadata import MAX_METADATA_BYTES

# MTD_MSIL1C.xml, or S2A_OPER_MTD_SAFL1C_PDMC_....xml in products of baseline 02.04 and before.
METADATA_NAME = re.compile(r"(MTD_MSIL(1C|2A)|S2[A-D]_\w{4}_MTD_SAFL(1C|2A)_\w+)\.xml$")
UNREADABLE = (OSError, EOFError, RuntimeError, zlib.error, zipfile.BadZipFile)
"""Errors for an archive entry that is damaged, encrypted or compressed by an unknown method."""


class FolderFiles:
    """The files of a product in a folder."""

    def __init__(self, root: Path) -> None:
        """Use a `.SAFE` folder."""
        self._root = root

    def top(self) -> list[str]:
        """Return names of the files at the top level, including the metadata file."""
        return [entry.name for entry in self._root.glob("*.xml")]

    def granules(self) -> list[str]:
        """Return names of the folders in GRANULE."""
        return sorted(entry.name for entry in (self._root / "GRANULE").glob("*") if entry.is_dir())

    def images(self, granule: str) -> list[str]:
        """Return GDAL paths of all files under IMG_DATA of a granule."""
        folder = self._root / "GRANULE" / granule / "IMG_DATA"
        return [str(entry) for entry in sorted(folder.rglob("*")) if entry.is_file()]

    def read(self, name: str) -> bytes:
        """Read the beginning of a file, up to one byte more than metadata may have."""
        with (self._root / name).open("rb") as file:
            return file.read(MAX_METADATA_BYTES + 1)


class ZipFiles:
    """The files of a product in a zip archive, read in place through GDAL's `/vsizip/`."""

    def __init__(self, path: Path) -> None:
        """List an archive.

        Raises:
            ProductError: it cannot be read, or contains absolute or `..` names.
        """
        self._path = path
        try:
            with zipfile.ZipFile(path) as archive:
                self._names = [PurePosixPath(name) for name in archive.namelist()]
        except (OSError, zipfile.BadZipFile) as error:
            raise ProductError(
                "{path} cannot be read as a zip archive ({reason}). Download it again.", path=path, reason=error
            ) from error
        for name in self._names:
            # Backslashes too: Windows treats them as separators.
            if name.is_absolute() or ".." in re.split(r"[/\\]", str(name)) or re.match(r"[A-Za-z]:|\\", str(name)):
                raise ProductError(
                    "{path} was not read: it contains the unsafe file name {name!r}. Download the product again "
                    "from a trusted provider.",
                    path=path,
                    name=str(name),
                )
        tops = [name.parent for name in self._names if METADATA_NAME.match(name.name) and len(name.parts) <= 2]
        self._root = tops[0] if tops else PurePosixPath()

    def top(self) -> list[str]:
        """Return names of the files at the top level, including the metadata file."""
        return [name.name for name in self._names if name.parent == self._root]

    def granules(self) -> list[str]:
        """Return names of the folders in GRANULE."""
        folder = self._root / "GRANULE"
        depth = len(folder.parts)
        return sorted({n.parts[depth] for n in self._names if folder in n.parents and len(n.parts) > depth + 1})

    def images(self, granule: str) -> list[str]:
        """Return GDAL paths of all files under IMG_DATA of a granule."""
        folder = self._root / "GRANULE" / granule / "IMG_DATA"
        return [f"/vsizip/{self._path.resolve().as_posix()}/{n}" for n in sorted(self._names) if folder in n.parents]

    def read(self, name: str) -> bytes:
        """Read the beginning of a file, up to one byte more than metadata may have."""
        with zipfile.ZipFile(self._path) as archive, archive.open(str(self._root / name)) as file:
            return file.read(MAX_METADATA_BYTES + 1)
