"""The Python packages that were installed for the plugin: their folder in the profile, and their import."""

from __future__ import annotations

import importlib
import os
import platform
import shutil
import sys
from collections.abc import Iterable
from importlib.abc import PathEntryFinder
from importlib.machinery import (
    BYTECODE_SUFFIXES,
    EXTENSION_SUFFIXES,
    SOURCE_SUFFIXES,
    ExtensionFileLoader,
    FileFinder,
    ModuleSpec,
    SourceFileLoader,
    SourcelessFileLoader,
)
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from ..errors import InstallationError

NEEDED = ("onnxruntime", "rasterio")
"""The packages that the engine imports; their names in pip are the same."""

_LEFT_BEHIND = ".old-*"


def packages_dir(profile: Path) -> Path:
    """Return the folder for a QGIS profile, this version of Python and this platform; it may not exist."""
    python = f"cp{sys.version_info.major}{sys.version_info.minor}{getattr(sys, 'abiflags', '')}"
    return profile / "cloud_s2_mask" / "packages" / f"{python}-{sys.platform}_{platform.machine().lower()}"


def make_importable(folder: Path) -> None:
    """Append a folder to Python's search path, so that QGIS's own packages take precedence."""
    name = str(folder)
    if name in sys.path:
        return
    sys.path.append(name)
    # For this folder and its subfolders; Python calls the hook once per folder.
    finder = FileFinder.path_hook(
        (_OwnLibraries, EXTENSION_SUFFIXES),
        (SourceFileLoader, SOURCE_SUFFIXES),
        (SourcelessFileLoader, BYTECODE_SUFFIXES),
    )

    def hook(path: str) -> PathEntryFinder:
        if path != name and not path.startswith(name + os.sep):
            raise ImportError(path)
        return finder(path)

    sys.path_hooks.insert(0, hook)


def place_of(package: str) -> Path | None:
    """Find the folder from which a package is imported; None if the package is not installed (any more)."""
    try:
        spec = find_spec(package)
    except ValueError:  # a module that was inserted in sys.modules
        return None
    if spec is None or spec.origin is None or not Path(spec.origin).exists():
        return None
    return Path(spec.origin).parent.parent


def not_there() -> tuple[str, ...]:
    """List the needed packages that cannot be imported."""
    return tuple(name for name in NEEDED if place_of(name) is None)


def belongs_in(folder: Path, package: str) -> bool:
    """Check that the host's Python lacks a package: it is installed in `folder`, or can be."""
    return place_of(package) in {None, folder}


def not_from_host(folder: Path) -> tuple[str, ...]:
    """List the needed packages that the host's Python lacks and that belong in `folder`."""
    return tuple(name for name in NEEDED if belongs_in(folder, name))


def loaded(names: Iterable[str]) -> tuple[str, ...]:
    """List the packages that this process has imported, at least in part; new versions need a restart."""
    tops = {module.partition(".")[0] for module in list(sys.modules)}
    return tuple(name for name in names if name in tops)


def check_free(folder: Path) -> None:
    """Check that a set of packages can be replaced, before a new set is downloaded.

    Raises:
        InstallationError: it is in use.
    """
    old = _set_aside(folder)
    if old is not None:
        old.replace(folder)


def put_in_place(new: Path, folder: Path) -> None:
    """Put a complete set of packages in place of an older set, which is removed.

    Raises:
        InstallationError: the older set is in use; it stays.
        OSError: the new one cannot be renamed; the older set stays.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    old = _set_aside(folder)
    try:
        new.replace(folder)
    except OSError:
        if old is not None:
            old.replace(folder)
        raise
    if old is not None:
        shutil.rmtree(old, ignore_errors=True)
    importlib.invalidate_caches()


def add(new: Path, folder: Path) -> None:
    """Put more packages beside a set, in place of what is left of an unfinished installation of them.

    Raises:
        OSError: they cannot be renamed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for part in new.iterdir():
        place = folder / part.name
        shutil.rmtree(place, ignore_errors=True)
        part.replace(place)
    importlib.invalidate_caches()


def remove(folder: Path) -> None:
    """Remove a set of packages if it exists, completely or not at all.

    Raises:
        InstallationError: it is in use; it stays.
    """
    old = _set_aside(folder)
    if old is not None:
        shutil.rmtree(old, ignore_errors=True)
    importlib.invalidate_caches()


def _set_aside(folder: Path) -> Path | None:
    """Rename a set of packages and return its new path, or None if it does not exist; remove earlier leftovers."""
    for left in folder.parent.glob(_LEFT_BEHIND):
        shutil.rmtree(left, ignore_errors=True)
    if not folder.exists():
        return None
    old = folder.with_name(_LEFT_BEHIND.replace("*", str(os.getpid())))
    try:
        folder.replace(old)
    except OSError as error:  # on Windows, if one of its libraries is loaded
        raise InstallationError(
            "{folder} is in use ({reason}). Restart QGIS, then try again before you open the CloudS2Mask window or "
            "make a mask.",
            folder=folder,
            reason=error.strerror,
        ) from error
    return old


class _OwnLibraries(ExtensionFileLoader):
    """A loader that lets a wheel use its own libraries and data beside QGIS's GDAL and PROJ."""

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Load the library; on Linux its symbols would otherwise resolve to QGIS's libraries."""
        if not hasattr(os, "RTLD_DEEPBIND"):
            return super().create_module(spec)
        flags = sys.getdlopenflags()
        sys.setdlopenflags(flags | os.RTLD_DEEPBIND)
        try:
            return super().create_module(spec)
        finally:
            sys.setdlopenflags(flags)

    def exec_module(self, module: ModuleType) -> None:
        """Initialise the module; rasterio would otherwise use QGIS's PROJ database, as the environment sets it."""
        super().exec_module(module)
        if module.__name__ == "rasterio._env":
            own = str(Path(str(module.__file__)).with_name("proj_data"))
            search = module.set_proj_data_search_path
            search(own)
            module.__dict__["set_proj_data_search_path"] = lambda _path: search(own)
            module.set_gdal_config("GDAL_DRIVER_PATH", "disable")  # plugins are built for one version of GDAL
