"""`make qt6` finds what would break with Qt 6."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...tools.qt6 import names


@pytest.fixture
def found(tmp_path: Path):
    """What is found in a module of some lines, as text with line numbers."""

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
    """PyQt6 has them in their enumerations only, and those of QGIS are made like that for Qt 6."""
    imports = ("from qgis.core import QgsTask", "from qgis.PyQt import QtWidgets", "from qgis.PyQt.QtCore import Qt")
    assert found(*imports, line) == ([f"module.py:4: {text}"] if text else [])


def test_other_names_for_a_class_hide_nothing(found):
    """A short name for a class or an enumeration is followed."""
    imports = ("from qgis.core import QgsTask as Job",)
    assert found(*imports, "Flag = Job.Flag", "Flag.CanCancel") == []
    assert found(*imports, "J = Job", "J.CanCancel")[0].startswith("module.py:3: J.CanCancel is not scoped")


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("import PyQt5.QtCore", "PyQt5.QtCore by name: import it through qgis.PyQt"),
        ("from PyQt5 import QtCore", "PyQt5 by name: import it through qgis.PyQt"),
        ("from qgis.core import QgsNothing", "qgis.core has no QgsNothing"),
        ("from qgis.core import Qgis; Qgis.NoSuchName", "there is no Qgis.NoSuchName"),
        ("dialog.exec_()", "exec_ is exec in Qt 6"),
        ("<<<<<<< HEAD", "is no Python: invalid syntax"),
        ("dialog.exec()", None),
        ("from . import PyQt5", None),
    ],
)
def test_names_that_are_not_there_are_found(found, line, text):
    """A name that this QGIS lacks, or that Qt 6 took away, is found before someone runs into it."""
    assert found(line) == ([f"module.py:1: {text}"] if text else [])


def test_the_shipped_code_has_no_findings():
    """All names of the plugin are there in this QGIS, and all enumerators are scoped."""
    assert [str(finding) for finding in names.shipped_findings()] == []
