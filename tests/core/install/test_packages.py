"""The plugin's own packages are found, replaced and removed, and come last in Python's search path."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader
from pathlib import Path
from typing import Any

import pytest

from ....core.errors import InstallationError
from ....core.install import packages
from ...refusals import refused


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Iterator[Path]:
    """A folder for packages, in Python's search path during the test."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "path_hooks", list(sys.path_hooks))
    place = packages.packages_dir(tmp_path)
    packages.make_importable(place)
    yield place
    sys.modules.pop("cs2m_tiny", None)
    importlib.invalidate_caches()


def package(parent: Path, name: str = "cs2m_tiny", text: str = "") -> Path:
    """Write a package whose `__init__` has this text."""
    (parent / name).mkdir(parents=True)
    (parent / name / "__init__.py").write_text(text, encoding="utf-8")
    return parent


def test_each_python_and_platform_has_its_own_folder(tmp_path):
    """After an update of QGIS's Python, packages for the old version are not imported."""
    name = packages.packages_dir(tmp_path).name
    assert name.startswith(f"cp{sys.version_info.major}{sys.version_info.minor}")
    assert name.partition("-")[2].startswith(sys.platform)
    assert packages.packages_dir(tmp_path).is_relative_to(tmp_path / "cloud_s2_mask")


def test_the_hosts_packages_take_precedence(folder):
    """The folder is searched last, so its packages never replace those of QGIS."""
    package(folder, "numpy", "raise ImportError('a second numpy')")
    assert sys.path[-1] == str(folder)
    packages.make_importable(folder)
    assert sys.path.count(str(folder)) == 1
    assert packages.place_of("numpy") != folder


def test_a_new_package_can_be_imported_without_a_restart(folder, tmp_path):
    """Python did not find the package before, but finds it as soon as it is installed."""
    assert packages.place_of("cs2m_tiny") is None
    packages.put_in_place(package(tmp_path / "new", text="VALUE = 3"), folder)
    assert packages.place_of("cs2m_tiny") == folder
    assert importlib.import_module("cs2m_tiny").VALUE == 3


def test_a_new_set_replaces_the_old_one_as_a_whole(folder, tmp_path):
    """No file of the old set is left in the folder or beside it."""
    packages.put_in_place(package(tmp_path / "old", "cs2m_old"), folder)
    packages.put_in_place(package(tmp_path / "new"), folder)
    assert [path.name for path in folder.iterdir()] == ["cs2m_tiny"]
    assert list(folder.parent.iterdir()) == [folder]


def test_a_new_set_that_cannot_be_put_in_place_leaves_the_old_one(folder, tmp_path):
    """If the last step of an installation fails, the old packages still work."""
    packages.put_in_place(package(tmp_path / "old"), folder)
    with pytest.raises(FileNotFoundError):
        packages.put_in_place(tmp_path / "not there", folder)
    assert packages.place_of("cs2m_tiny") == folder
    assert list(folder.parent.iterdir()) == [folder]


def test_a_removed_package_counts_as_missing_even_if_it_is_loaded(folder, tmp_path):
    """After its removal a package is missing, although Python still has it in memory."""
    packages.put_in_place(package(tmp_path / "new"), folder)
    importlib.import_module("cs2m_tiny")
    packages.remove(folder)
    assert packages.place_of("cs2m_tiny") is None
    assert list(folder.parent.iterdir()) == []
    packages.remove(folder)  # a second time has no effect


def test_packages_in_use_stay_whole(folder, tmp_path, monkeypatch):
    """On Windows a loaded library cannot be removed: then nothing is removed, and the error names the folder."""
    packages.put_in_place(package(tmp_path / "new"), folder)

    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "Access is denied")

    with monkeypatch.context() as windows:
        windows.setattr(Path, "replace", refuse)
        with refused(InstallationError, folder=folder, reason="Access is denied"):
            packages.remove(folder)
    assert packages.place_of("cs2m_tiny") == folder


def test_loaded_packages_are_known(folder, tmp_path):
    """A new package needs a restart if QGIS has loaded the old one, even in part."""
    packages.put_in_place(package(tmp_path / "new"), folder)
    assert packages.loaded(["cs2m_tiny"]) == ()
    importlib.import_module("cs2m_tiny")
    assert packages.loaded(["cs2m_tiny", "cs2m_absent"]) == ("cs2m_tiny",)
    sys.modules["cs2m_half.part"] = sys.modules["cs2m_tiny"]
    try:
        assert packages.loaded(["cs2m_half"]) == ("cs2m_half",)
    finally:
        del sys.modules["cs2m_half.part"]


def test_only_packages_that_the_host_lacks_are_needed(folder, tmp_path, monkeypatch):
    """Packages of QGIS's Python are not installed; those in the folder are installed again with the rest."""
    monkeypatch.setattr(packages, "NEEDED", ("numpy", "cs2m_tiny", "cs2m_absent"))
    packages.put_in_place(package(tmp_path / "new"), folder)
    assert packages.not_there() == ("cs2m_absent",)
    assert packages.not_from_host(folder) == ("cs2m_tiny", "cs2m_absent")


@pytest.mark.skipif(not hasattr(os, "RTLD_DEEPBIND"), reason="Only Linux mixes up the symbols of libraries.")
def test_libraries_of_fetched_packages_use_their_own_symbols(folder, monkeypatch):
    """Rasterio's wheel does not use QGIS's GDAL; other packages are loaded as usual."""
    flags: list[int] = []
    monkeypatch.setattr(ExtensionFileLoader, "create_module", lambda _self, _spec: flags.append(sys.getdlopenflags()))
    folder.mkdir(parents=True)
    (folder / f"cs2m_tiny{EXTENSION_SUFFIXES[0]}").write_bytes(b"")
    before = sys.getdlopenflags()
    importlib.invalidate_caches()
    spec: Any = importlib.util.find_spec("cs2m_tiny")
    spec.loader.create_module(spec)
    assert flags == [before | os.RTLD_DEEPBIND]
    assert sys.getdlopenflags() == before
    elsewhere: Any = importlib.util.find_spec("_sqlite3")
    assert type(elsewhere.loader) is ExtensionFileLoader
