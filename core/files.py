"""Write files completely or not at all, and find and read those in folders and zip archives."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from rasterio._err import CPLE_BaseError  # rasterio.shutil.copy raises GDAL's errors as they are
from rasterio.errors import RasterioError

from .errors import OutputError
from .language import translated

_LONGER = len("_confidence.12345678.part")
"""Characters that a temporary name, or the name of a file beside a mask, has more than the mask."""


def check_output_folder(folder: Path) -> None:
    """Create the output folder if its parent exists, and check that it can be written to.

    Raises:
        OutputError: the folder cannot be created or written to.
    """
    probe = folder / f".{uuid4().hex}.part"
    try:
        folder.mkdir(exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise OutputError(
            "The output folder {folder} cannot be written to ({reason}). Create it, or choose another one.",
            folder=folder,
            reason=error.strerror,
        ) from error


def write_all(files: dict[Path, Callable[[Path], object]]) -> None:
    """Write files under temporary names unique to this run, and rename them when all are complete.

    The first file is renamed last: if it exists, the others do too.
    """
    suffix = f"{uuid4().hex[:8]}.part"
    parts = {path: path.with_name(f".{path.stem}.{suffix}{path.suffix}") for path in files}
    path = next(iter(files))
    added: list[Path] = []
    try:
        for path, write in files.items():
            write(parts[path])
        for path in reversed(files):
            if not path.exists():
                added.append(path)
            parts[path].replace(path)
    except (OSError, RasterioError, CPLE_BaseError) as error:
        for companion in added:
            companion.unlink(missing_ok=True)
        raise write_error(path, error) from error
    finally:
        for part in parts.values():
            with suppress(OSError):  # must not hide the error, such as a name that is too long
                part.unlink(missing_ok=True)


def check_name(path: Path) -> None:
    """Check that the name of a file, and the longer ones beside it, are not too long.

    Raises:
        OutputError: they are.
    """
    try:
        path.with_name(path.name + "x" * _LONGER).lstat()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise write_error(path, error) from error


def write_error(path: Path, error: Exception) -> OutputError:
    """Return the error for a file that could not be written, with reason and remedy."""
    if isinstance(error, PermissionError) and path.exists():
        return OutputError(
            "{path} cannot be replaced ({reason}). Remove its layer from QGIS, close other programs that use "
            "it, or choose another output folder.",
            path=path,
            reason=error.strerror,
        )
    if getattr(error, "errno", None) == errno.ENAMETOOLONG:
        return OutputError(
            "{path} cannot be written: its name is too long. Shorten the name of the product or of the output folder.",
            path=path,
        )
    full = getattr(error, "errno", None) == errno.ENOSPC or "No space left" in str(error)
    reason = translated("the disk is full") if full else getattr(error, "strerror", None) or str(error)
    return OutputError(
        "{path} could not be written ({reason}). Free disk space, or choose another output folder.",
        path=path,
        reason=reason,
    )
