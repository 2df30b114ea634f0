"""The layout and the habits of the repository."""

from __future__ import annotations

import ast
import configparser
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..tools import package

ROOT = package.ROOT
# Import names of the modules that exist only inside QGIS.
QGIS_MODULES = {"qgis", "PyQt5", "PyQt6", "processing"}


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    """The paths that git tracks, relative to the root."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
    return [name for name in listing.stdout.split("\0") if name and (ROOT / name).exists()]


@pytest.fixture(scope="module")
def metadata() -> configparser.SectionProxy:
    """The general section of metadata.txt."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


def _imports(path: Path) -> set[str]:
    """Return the top-level names of all absolute imports in a module."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add((node.module or "").partition(".")[0])
    return names


def test_the_layout_is_the_agreed_one(tracked):
    """Every top-level folder is part of the agreed layout."""
    folders = {name.partition("/")[0] for name in tracked if "/" in name}
    assert folders <= {
        ".ci",
        "bench",
        "core",
        "docs",
        "i18n",
        "models",
        "processing_provider",
        "tests",
        "tools",
        "ui",
    }


def test_the_engine_imports_no_qgis():
    """core/ runs without QGIS, so it does not import it."""
    offenders = {
        str(path.relative_to(ROOT)): sorted(_imports(path) & QGIS_MODULES)
        for path in (ROOT / "core").rglob("*.py")
        if _imports(path) & QGIS_MODULES
    }
    assert offenders == {}


def test_the_package_imports_itself_relatively(tracked):
    """The package works under any folder name, because no module imports it by name."""
    offenders = [name for name in tracked if name.endswith(".py") and "cloud_s2_mask" in _imports(ROOT / name)]
    assert offenders == []


def test_qt_is_imported_through_qgis():
    """PyQt5 by name fails with Qt 6, so Qt is imported from qgis."""
    shipped = [name for name in package.shipped_files() if name.endswith(".py")]
    assert [name for name in shipped if _imports(ROOT / name) & {"PyQt5", "PyQt6"}] == []


def test_importing_the_package_imports_neither_qgis_nor_the_runtime():
    """QGIS starts as fast with the plugin: large packages are imported when they are needed."""
    code = (
        "import sys, cloud_s2_mask, cloud_s2_mask.core.settings, cloud_s2_mask.core.product.product;"
        "print([m for m in ('qgis', 'onnxruntime', 'rasterio', 'onnx', 'tqdm') if m in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "build" / "plugins")}
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    assert result.stdout.strip() == "[]"


def test_the_runtime_is_imported_with_its_telemetry_off(tracked):
    """ONNX Runtime reads the switch while it is imported, so each import follows the switch in its own file."""
    imports = re.compile(r"^\s*(?:import|from) (?:onnxruntime|ukis_csmask)\b", re.MULTILINE)
    found = {}
    for name in tracked:
        text = (ROOT / name).read_text(encoding="utf-8") if name.endswith(".py") else ""
        if imported := imports.search(text):
            found[name] = 'os.environ["ORT_DISABLE_TELEMETRY"] = "1"' in text[: imported.start()]
    peers = ("bench/peers/ukis.py", "tools/parity/packaged_peer.py")
    assert found == dict.fromkeys((*peers, "core/runtime/package.py"), True)


def _docstrings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and text of each docstring in a module, with those of attributes."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.lineno, node.value.value.strip()


def test_docstrings_say_what_the_code_does(tracked):
    """A docstring begins with a verb or a noun, not with a question word."""
    question = re.compile(r"(What|Whether|How|Where|Which)\b")
    modules = [name for name in tracked if name.endswith(".py")]
    found = [f"{name}:{line}: {text}" for name in modules for line, text in _docstrings(ROOT / name)]
    odd = [docstring.partition("\n")[0] for docstring in found if question.match(docstring.split(": ", 1)[1])]
    assert not odd, "Begin these docstrings with a verb or a noun:\n" + "\n".join(odd)


def test_shipped_code_has_nothing_that_publication_refuses():
    """Publication scans refuse asserts, pickles and subprocesses."""
    for name in package.shipped_files():
        if not name.endswith(".py"):
            continue
        tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.Assert)], f"{name} asserts"
        assert not _imports(ROOT / name) & {"pickle", "marshal", "shelve", "subprocess"}, name


def test_metadata_is_complete(metadata):
    """QGIS and its plugin repository read these fields."""
    for field in (
        "name",
        "description",
        "about",
        "author",
        "email",
        "repository",
        "tracker",
        "homepage",
        "tags",
    ):
        assert metadata[field].strip(), field
    assert metadata["qgisMinimumVersion"] == "3.22"
    assert metadata["qgisMaximumVersion"] == "4.99"
    assert metadata["hasProcessingProvider"] == "yes"
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["version"])
    assert (ROOT / metadata["icon"]).is_file()


def test_the_changelog_describes_the_version(metadata):
    """The changelog describes the version that I install."""
    assert f"## {metadata['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_package_has_one_top_folder_and_only_what_is_shipped(tmp_path):
    """The zip has one folder, no tests, tools or build products, and a size within the limit."""
    target = tmp_path / "plugin.zip"
    assert package.write_package(target) <= package.MAX_BYTES
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert {name.partition("/")[0] for name in names} == {"cloud_s2_mask"}
    for needed in (
        "metadata.txt",
        "__init__.py",
        "plugin.py",
        "LICENSE",
        "core/settings.py",
        "i18n/cloud_s2_mask_de.qm",
    ):
        assert f"cloud_s2_mask/{needed}" in names
    unwanted = re.compile(
        r"cloud_s2_mask/(tests|tools|bench|docs/(?!guide|reference|images|systems|accuracy|many-machines|performance)|build|\.)|\.(onnx|pyc|ts)$"
    )
    assert [name for name in names if unwanted.search(name)] == []


def test_the_package_is_the_same_every_time(tmp_path):
    """Packing twice gives equal bytes."""
    first, second = tmp_path / "1.zip", tmp_path / "2.zip"
    package.write_package(first)
    package.write_package(second)
    assert first.read_bytes() == second.read_bytes()


def test_a_package_that_is_too_large_is_refused(tmp_path, monkeypatch):
    """A plugin of more than 25 MB is refused, and no file is left."""
    size = package.write_package(tmp_path / "accepted.zip")
    monkeypatch.setattr(package, "MAX_BYTES", 1000)
    with pytest.raises(ValueError, match=rf" {size / 1e6:.1f} MB.* 0 MB"):
        package.write_package(tmp_path / "plugin.zip")
    assert not (tmp_path / "plugin.zip").exists()


def test_model_cards_are_json(tracked):
    """Every model card is valid JSON."""
    for name in tracked:
        if name.startswith("models/") and name.endswith(".json"):
            json.loads((ROOT / name).read_text(encoding="utf-8"))


def test_forms_name_no_resources_and_no_machine(tracked):
    """A .ui file contains neither paths of a computer nor compiled resources."""
    for name in tracked:
        if name.endswith(".ui"):
            text = (ROOT / name).read_text(encoding="utf-8")
            assert "<resources/>" in text or "<resources>" not in text, name
            assert not re.search(r"/home/|[A-Z]:\\\\|\.qrc", text), name


@pytest.mark.parametrize(
    "name",
    [
        "requirements.txt",
        "requirements-dev.txt",
        "requirements-qt6.txt",
        "models/requirements.txt",
        "tools/demo_requirements.txt",
        "tools/templates/requirements.txt",
    ],
)
def test_requirements_are_pinned(name):
    """Every computer installs the same packages, and downloads are checked by their hash."""
    lines = [line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    assert lines
    for line in lines:
        assert re.fullmatch(r"[A-Za-z0-9_-]+==[0-9][0-9.]*( --hash=sha256:[0-9a-f]{64})?", line), line
        assert ("--hash" in line) == (name in {"models/requirements.txt", "tools/demo_requirements.txt"}), line


def test_ci_runs_what_a_developer_runs():
    """CI runs the same commands as a developer."""
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    text = script.read_text(encoding="utf-8")
    for command in ("lint", "test", "scan", "qt6"):
        assert re.search(rf"^make {command}\b", text, re.MULTILINE), command
