"""Write files completely or not at all, and report the reason if that fails."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

from rasterio._err import CPLE_BaseError  # some of GDAL's errors are raised as they are
from rasterio.errors import RasterioError

from .errors import OutputError
from .language import translated
from .unfinished import naming, unfinished

WRITE_ERRORS = (OSError, UnicodeError, RasterioError, CPLE_BaseError)
"""Errors for a file that cannot be written; GDAL's messages and the names of files may be no UTF-8."""
_FULL_BYTES = 100_000
"""A disk with less free space than this is full: GDAL does not always say why it could not write."""


def check_output_folder(folder: Path) -> None:
    """Create the output folder if its parent exists, and check that it can be written to.

    Raises:
        OutputError: the folder cannot be created or written to.
    """
    try:
        str(folder).encode()
        folder.mkdir(exist_ok=True)
        with unfinished(folder):
            pass
    except (OSError, UnicodeError) as error:
        if isinstance(error, FileNotFoundError) and not folder.parent.exists():
            raise OutputError(
                "The output folder {folder} cannot be created: {parent} does not exist. Create that, or choose another "
                "output folder.",
                folder=folder,
                parent=folder.parent,
            ) from error
        if isinstance(error, FileExistsError):
            raise OutputError("The output folder {folder} is a file. Choose a folder.", folder=folder) from error
        raise OutputError(
            "The output folder {folder} cannot be written to ({reason}). Choose another one.",
            folder=folder,
            reason=_reason(error),
        ) from error


def is_there(path: Path) -> bool:
    """Return True if a file exists.

    Raises:
        OutputError: its folder cannot be read, or its name is too long.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise write_error(path, error) from error
    return True


def write_all(files: dict[Path, Callable[[Path], object]]) -> None:
    """Write files under temporary names, flush them to the disk, and rename them when all are complete.

    The first file is renamed last: if it exists, the others do too. If a file fails, all stay as they were.

    Args:
        files: Function that writes each file to another path; it raises if the file is not complete.

    Raises:
        OutputError: a file cannot be written.
    """
    path = next(iter(files))
    try:
        with ExitStack() as stack:
            folders = {folder: stack.enter_context(unfinished(folder)) for folder in {path.parent for path in files}}
            parts = {path: folders[path.parent] / f"{n}{path.suffix}" for n, path in enumerate(files)}
            try:
                for path, write in files.items():
                    write(parts[path])
                    _flush(parts[path])
            except WRITE_ERRORS as error:  # before the files are removed, which frees a full disk
                raise write_error(path, error) from error
            with naming, ExitStack() as undo:
                for path in reversed(files):
                    before = _keep(path, parts[path])
                    parts[path].replace(path)
                    undo.callback(_restore, path, before)
                undo.pop_all()
            for folder in folders:
                path = next(one for one in files if one.parent == folder)
                _flush_folder(folder)
    except WRITE_ERRORS as error:
        raise write_error(path, error) from error


def text_writer(text: str) -> Callable[[Path], object]:
    """Return a function that writes a text to a file; characters that UTF-8 lacks are spelled out."""
    return lambda part: part.write_text(text, encoding="utf-8", errors="backslashreplace")


def _keep(path: Path, part: Path) -> Path | None:
    """Keep a file that will be replaced under another name, if there is one and the file system has links."""
    before = part.with_name(f"{part.name}.before")
    try:
        os.link(path, before)
    except OSError:
        return path if path.exists() else None
    return before


def _restore(path: Path, before: Path | None) -> None:
    with suppress(OSError):
        path.unlink() if before is None else before.replace(path)


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Flush the names of new files to the disk."""
    if os.name != "posix":  # Windows opens no folders
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network shares
            raise
    finally:
        os.close(number)


def write_error(path: Path, error: Exception) -> OutputError:
    """Return the error for a file that could not be written, with reason and remedy."""
    number = getattr(error, "errno", None)
    if isinstance(error, PermissionError) and os.path.exists(path):  # noqa: PTH110 - `Path.exists` may raise
        return OutputError(
            "{path} cannot be replaced ({reason}). Remove its layer from QGIS, close other programs that use "
            "it, or choose another output folder.",
            path=path,
            reason=error.strerror,
        )
    if number == errno.ENAMETOOLONG:
        return OutputError(
            "{path} cannot be written: its name is too long. Shorten the name of the product or of the output folder.",
            path=path,
        )
    full = number == errno.ENOSPC or "No space left" in str(error) or (number is None and _is_full(path.parent))
    return OutputError(
        "{path} could not be written ({reason}). Free disk space, or choose another output folder.",
        path=path,
        reason=translated("the disk is full") if full else _reason(error),
    )


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _FULL_BYTES
    except OSError:
        return False


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeError):
        return translated("its name or a message of the system is not UTF-8")
    return getattr(error, "strerror", None) or str(error)
