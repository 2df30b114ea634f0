"""Find missing names of Qt and QGIS, and unscoped enumerators, without running the code.

PyQt6 and QGIS for Qt 6 have `Qt.AlignmentFlag.AlignLeft`, but not `Qt.AlignLeft`. Every dotted name that starts with an
import from `qgis` is looked up in its module: in the installed QGIS, and by `windows` in PyQt6.
"""

from __future__ import annotations

import ast
import enum
import importlib
import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import package

# Bindings imported by name work with one version of Qt only.
_BINDINGS = {"PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}


@dataclass(frozen=True, order=True)
class Finding:
    """A problem in a line of code."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


def findings(path: Path, modules: str = "qgis") -> list[Finding]:
    """Return the problems in a Python file; only names imported from `modules` and below are checked."""
    reader = _Reader(modules)
    try:
        reader.visit(ast.parse(path.read_text(encoding="utf-8")))
    except SyntaxError as error:
        return [Finding(path.name, error.lineno or 0, f"is not valid Python: {error.msg}")]
    return sorted({Finding(path.name, line, text) for line, text in reader.found})


def shipped_findings(modules: str = "qgis") -> list[Finding]:
    """Return the problems in all shipped code, with paths relative to the root."""
    names = [name for name in package.shipped_files() if name.endswith(".py")]
    return [
        Finding(name, finding.line, finding.text)
        for name in names
        for finding in findings(package.ROOT / name, modules)
    ]


class _Reader(ast.NodeVisitor):
    """Visitor of a module that resolves its names, without regard to function scopes."""

    def __init__(self, modules: str) -> None:
        self._modules = modules
        self._known: dict[str, Any] = {}
        self.found: list[tuple[int, str]] = []

    def visit_Import(self, node: ast.Import) -> None:
        """Check `import qgis.core` for bindings by name."""
        for alias in node.names:
            self._refuse_bindings(node, alias.name)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Register the names of `from qgis.core import QgsTask`."""
        module = node.module or ""
        if node.level:
            return
        self._refuse_bindings(node, module)
        if module != self._modules and not module.startswith(f"{self._modules}."):
            return
        for alias in node.names:
            value = _imported(module, alias.name)
            if value is None:
                self.found.append((node.lineno, f"{module} has no {alias.name}"))
            else:
                self._known[alias.asname or alias.name] = value

    def visit_Assign(self, node: ast.Assign) -> None:
        """Register aliases such as `_Number = QgsProcessingParameterNumber.Type`."""
        self.generic_visit(node)
        value = self._value_of(node.value)
        for target in node.targets:
            if isinstance(target, ast.Name) and value is not None:
                self._known[target.id] = value

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Check a dotted name with all its parts."""
        if node.attr == "exec_":
            self.found.append((node.lineno, "exec_ is called exec in Qt 6"))
        if self._names(node) is None:
            self.generic_visit(node)
        else:
            self._value_of(node)

    def _refuse_bindings(self, node: ast.stmt, module: str) -> None:
        if module.partition(".")[0] in _BINDINGS:
            self.found.append((node.lineno, f"{module} by name: import it through qgis.PyQt"))

    def _names(self, node: ast.expr) -> list[str] | None:
        """Split a dotted name that starts with a registered name."""
        names: list[str] = []
        while isinstance(node, ast.Attribute):
            names.insert(0, node.attr)
            node = node.value
        if isinstance(node, ast.Name) and node.id in self._known:
            return [node.id, *names]
        return None

    def _value_of(self, node: ast.expr) -> Any:
        """Resolve a dotted name through classes and modules; None if unknown."""
        names = self._names(node)
        if names is None:
            return None
        value = self._known[names[0]]
        for index, name in enumerate(names[1:], start=1):
            if not inspect.isclass(value) and not inspect.ismodule(value):
                return None
            owner, dotted = value, ".".join(names[: index + 1])
            try:
                value = getattr(owner, name)
            except AttributeError:
                self.found.append((node.lineno, f"{dotted} does not exist"))
                return None
            if inspect.isclass(owner) and _is_enumerator(value) and not _is_enum(owner):
                self.found.append((node.lineno, f"{dotted} is not scoped: {type(value).__qualname__}.{name}"))
                return None
        return value


def _imported(module: str, name: str) -> Any:
    try:
        value = getattr(importlib.import_module(module), name, None)
        return importlib.import_module(f"{module}.{name}") if value is None else value
    except ImportError:
        return None


def _is_enum(kind: type) -> bool:
    # Enumerations of PyQt5 are of sip, those of PyQt6 and of newer QGIS of Python.
    return issubclass(kind, enum.Enum) or type(kind).__name__ == "enumtype"


def _is_enumerator(value: Any) -> bool:
    return _is_enum(type(value))


def report(lines: Iterator[str] | list[str], subject: str) -> int:
    """Print the findings and return 1 if there are any."""
    lines = list(lines)
    for line in lines:
        print(f"  {line}")
    print(f"{subject}: {f'{len(lines)} findings' if lines else 'ok'}")
    return 1 if lines else 0


def main() -> int:
    """Check the shipped code with the installed QGIS."""
    from qgis.core import Qgis

    return report([str(finding) for finding in shipped_findings()], f"Names, QGIS {Qgis.QGIS_VERSION}")


if __name__ == "__main__":
    sys.exit(main())
