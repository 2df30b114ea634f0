"""The rooms of the house: which module may import which, read from the imports themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..tools.package import ROOT

# Each wing of core/ imports only itself and those before it.
WINGS = (
    "hosts",
    "addresses",
    "jpeg2000",
    "raster",
    "areas",
    "decoding",
    "eopf",
    "contents",
    "product",
    "stac",
    "angles",
    "verification",
    "cards",
    "runtime",
    "inference",
    "fmask",
    "weights",
    "graphs",
    "conversion",
    "networks",
    "install",
    "fetching",
    "masks",
    "previews",
    "settings",
    "pipeline",
    "analysis",
    "outlines",
    "correction",
    "season",
    "cluster",
    "systems",
)
GROUND = {
    "archives",
    "classes",
    "errors",
    "files",
    "html_page",
    "language",
    "memory",
    "onnx_format",
    "process",
    "unfinished",
    "version",
    "workers",
}
"""Modules of core/ that all wings use, and that use none of them."""
FACES = {"core/__init__.py", "core/__main__.py"}
"""The Python interface and the command line, which use every wing."""
FOLDERS = ("core", "ui", "processing_provider", "tools", "bench")
MAX_WING_LINES = 1700
MAX_FUNCTION_LINES = 80


def modules() -> list[Path]:
    """The modules of the project but for its tests."""
    return [ROOT / "plugin.py", *(path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")))]


def name_of(path: Path) -> str:
    """The path of a module as messages show it, e.g. `core/raster/grid.py`."""
    return path.relative_to(ROOT).as_posix()


def imports_of(path: Path) -> Iterator[Path]:
    """The project's modules that a module imports, in functions and for type checkers too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = path.parents[node.level - 1]
            base = folder.joinpath(*(node.module or "").split("."))
            for alias in node.names:
                found = (base / f"{alias.name}.py", base.with_suffix(".py"), base / "__init__.py")
                yield next(one for one in found if one.exists())


IMPORTS = {name_of(path): sorted({name_of(one) for one in imports_of(path)}) for path in modules()}


def wing_of(module: str) -> str:
    """The wing of a module of core/, or the module itself where it stands beside the wings."""
    return module.split("/")[1].removesuffix(".py")


def broken(importers: str, forbidden: tuple[str, ...], but_for: tuple[str, ...] = ()) -> list[str]:
    """The imports that lead from one folder into others.

    Args:
        importers: Folder of the modules that import.
        forbidden: Folders that they may not import from.
        but_for: Folders below these that they may.
    """
    return [
        f"{module} imports {one}"
        for module, imported in IMPORTS.items()
        if module.startswith(f"{importers}/")
        for one in imported
        if one.startswith(tuple(f"{folder}/" for folder in forbidden))
        and not one.startswith(tuple(f"{folder}/" for folder in but_for))
    ]


def test_a_wing_imports_only_the_wings_before_it():
    """Whoever changes a wing need not look at those before it."""
    upwards = [
        f"{module} imports {one}"
        for module, imported in IMPORTS.items()
        if module.startswith("core/") and module not in FACES and wing_of(module) in WINGS
        for one in imported
        if wing_of(one) not in GROUND and WINGS.index(wing_of(one)) > WINGS.index(wing_of(module))
    ]
    assert upwards == []


def test_the_ground_imports_no_wing():
    """Errors, classes and files serve all wings."""
    assert {
        wing_of(module) for module in IMPORTS if module.startswith("core/") and module not in FACES
    } == GROUND | set(WINGS)
    offenders = [
        f"{module} imports {one}"
        for module, imported in IMPORTS.items()
        if module.startswith("core/") and wing_of(module) in GROUND
        for one in imported
        if wing_of(one) not in GROUND
    ]
    assert offenders == []


@pytest.mark.parametrize("wing", ["analysis", "season"])
def test_finished_masks_are_used_without_the_pipeline(wing):
    """Analysis and season work on files: they know nothing of how masks are made."""
    assert broken(f"core/{wing}", ("core/pipeline",)) == []


@pytest.mark.parametrize(
    ("importers", "forbidden", "but_for"),
    [
        ("core", ("ui", "processing_provider", "tools", "bench"), ()),
        ("processing_provider", ("ui", "tools", "bench"), ("ui/shared",)),
        ("ui/shared", ("ui", "processing_provider", "tools", "bench"), ("ui/shared",)),
        ("ui", ("processing_provider", "tools", "bench"), ()),
        ("tools", ("bench",), ()),
    ],
    ids=["engine", "toolbox", "shared", "windows", "tools"],
)
def test_dependencies_point_one_way(importers, forbidden, but_for):
    """The two shells stand on the engine and meet in ui/shared; what is not shipped is imported by nothing shipped."""
    assert broken(importers, forbidden, but_for) == []


def test_no_modules_import_each_other_in_a_circle():
    """Every module can be read after those that it imports."""
    left = {module: set(imported) - {module} for module, imported in IMPORTS.items()}
    while True:
        done = {module for module, imported in left.items() if not imported & set(left)}
        if not done:
            break
        left = {module: imported for module, imported in left.items() if module not in done}
    assert left == {}


@pytest.mark.parametrize("wing", [wing for wing in WINGS if wing != "settings"])
def test_a_wing_reads_in_one_sitting(wing):
    """A wing that needs more lines holds more than one thing; its first line says which one."""
    paths = sorted((ROOT / "core" / wing).glob("*.py"))
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)
    assert 0 < lines <= MAX_WING_LINES
    sentence = ast.get_docstring(ast.parse((ROOT / "core" / wing / "__init__.py").read_text(encoding="utf-8")))
    assert sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_functions_fit_a_screen():
    """A longer function does more than one thing."""
    long = [
        f"{name_of(path)}: {node.name}"
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION_LINES
    ]
    assert long == []
