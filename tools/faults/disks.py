"""Write every output to disks that are too small or end a file early, and to a disk that is mounted anew afterwards."""

from __future__ import annotations

import resource
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from rasterio.errors import RasterioError

from ...core.errors import OutputError
from .outputs import Write, digests

_IMAGE_BYTES = 32_000_000


class CannotMountError(Exception):
    """Only an administrator may mount a file system, and not in every container."""


@contextmanager
def mounted(folder: Path, *options: str, lazy: bool = False) -> Iterator[Path]:
    """Mount a file system on a folder.

    Args:
        folder: An empty folder.
        options: Arguments of `mount` before the folder.
        lazy: Allow files to be open at the end, as QGIS keeps those of a layer that failed.

    Raises:
        CannotMountError: this system does not allow it.
    """
    mount = subprocess.run(["mount", *options, folder], capture_output=True, text=True, check=False)  # noqa: S607 - of the system
    if mount.returncode:
        raise CannotMountError(mount.stderr.strip())
    try:
        yield folder
    finally:
        subprocess.run(["umount", *(["--lazy"] if lazy else []), folder], check=True)  # noqa: S607 - of the system


def tiny_disk(folder: Path, kilobytes: int) -> AbstractContextManager[Path]:
    """Mount a disk of a few kilobytes in memory; see `mounted`."""
    return mounted(folder, "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", lazy=True)


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Limit files to a number of bytes; more is an error, as with a quota."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def outcome(write: Write, folder: Path, expected: dict[str, str]) -> str:
    """Write an output to a folder, and tell what came of it.

    Args:
        write: The output.
        folder: An empty folder.
        expected: `digests` of the output on a disk with enough space.

    Returns:
        `done` if all files are whole and right, `refused` if an error was reported and no file is left, else the fault.
    """
    try:
        write(folder)
    except OutputError as error:
        left = sorted(path.name for path in folder.iterdir())
        return "refused" if not left else f"left {left} after: {error}"
    except Exception as error:  # noqa: BLE001 - whatever it is, it should have been an OutputError
        return f"no OutputError, but {error!r}"
    try:
        found = digests(folder)
    except (RasterioError, OSError) as error:
        return f"damaged: {error}"
    return "done" if found == expected else f"different: {sorted(set(expected.items()) ^ set(found.items()))}"


def on_small_disks(write: Write, folder: Path, expected: dict[str, str], sizes: Iterable[int]) -> dict[int, str]:
    """Return the outcome on disks of these sizes in kilobytes; see `outcome` and `mounted`."""
    found = {}
    for size in sizes:
        with tiny_disk(folder, size):
            found[size] = outcome(write, folder, expected)
    return found


def with_short_files(write: Write, folder: Path, expected: dict[str, str], sizes: Iterable[int]) -> dict[int, str]:
    """Return the outcome if no file may be larger than these sizes in bytes; see `outcome`."""
    found = {}
    for size in sizes:
        with files_of_at_most(size):
            found[size] = outcome(write, folder, expected)
        for path in folder.iterdir():
            path.unlink()
    return found


def after_remount(write: Write, folder: Path, expected: dict[str, str]) -> str:
    """Write an output to ext4 in a file, mount it anew, and return the outcome; see `outcome` and `mounted`."""
    image = folder.with_name("ext4.img")
    with image.open("wb") as file:
        file.truncate(_IMAGE_BYTES)
    if shutil.which("mkfs.ext4") is None:
        raise CannotMountError("mkfs.ext4 is not installed")
    subprocess.run(["mkfs.ext4", "-q", "-F", "-m", "0", image], check=True, capture_output=True)  # noqa: S607 - of the system
    with mounted(folder, "-o", "loop", str(image)):
        first = outcome(write, folder, expected)
    with mounted(folder, "-o", "loop,ro", str(image)):
        same = digests(folder) == expected
    image.unlink()
    return first if same else f"{first}, but different after a remount"
