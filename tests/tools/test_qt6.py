"""`make qt6` finds code that fails with Qt 6."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...tools.qt6 import names


@pytest.fixture
def found(tmp_path: Path):
    """Return the findings in a module of these lines, as text with line numbers."""

    def look(*lines: str) -> list[str]:
        path = tmp_path / "module.py"
        path.write_text("\n".join(lines), encoding="utf-8")
        return [str(finding) for finding in names.findings(path)]

    return look


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Qt.AlignLeft", "Qt.AlignLeft is not scoped: Qt.AlignmentFlag.AlignLeft"),
        ("QgsTask.CanCancel", "QgsTask.CanCancel is not scoped: QgsTask.Flag.CanCancel"),
        ("QtWidgets.QDialog.Accepted", "QtWidgets.QDialog.Accepted is not scoped: QDialog.DialogCode.Accepted"),
        ("f(x | Qt.AlignLeft)", "Qt.AlignLeft is not scoped: Qt.AlignmentFlag.AlignLeft"),
        ("Qt.AlignmentFlag.AlignLeft", None),
        ("QgsTask.Flag.CanCancel", None),
        ("QgsTask.fromFunction('x', print)", None),
        ("QtWidgets.QDialog().accepted", None),
    ],
)
def test_enumerators_without_their_enumeration_are_found(found, line, text):
    """PyQt6, and QGIS for Qt 6, have enumerators only in their enumerations."""
    imports = ("from qgis.core import QgsTask", "from qgis.PyQt import QtWidgets", "from qgis.PyQt.QtCore import Qt")
    assert found(*imports, line) == ([f"module.py:4: {text}"] if text else [])


def test_aliases_are_resolved(found):
    """An alias of a class or an enumeration hides no finding."""
    imports = ("from qgis.core import QgsTask as Job",)
    assert found(*imports, "Flag = Job.Flag", "Flag.CanCancel") == []
    assert found(*imports, "J = Job", "J.CanCancel")[0].startswith("module.py:3: J.CanCancel is not scoped")


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("import PyQt5.QtCore", "PyQt5.QtCore by name: import it through qgis.PyQt"),
        ("from PyQt5 import QtCore", "PyQt5 by name: import it through qgis.PyQt"),
        ("from qgis.core import QgsNothing", "qgis.core has no QgsNothing"),
        ("from qgis.core import Qgis; Qgis.NoSuchName", "Qgis.NoSuchName does not exist"),
        ("dialog.exec_()", "exec_ is called exec in Qt 6"),
        ("<<<<<<< HEAD", "is not valid Python: invalid syntax"),
        ("dialog.exec()", None),
        ("from . import PyQt5", None),
    ],
)
def test_missing_names_are_found(found, line, text):
    """A name that QGIS does not have, or that Qt 6 has removed, is found without running the code."""
    assert found(line) == ([f"module.py:1: {text}"] if text else [])


def test_the_shipped_code_has_no_findings():
    """All names in the plugin exist in this QGIS, and all enumerators are scoped."""
    assert [str(finding) for finding in names.shipped_findings()] == []
