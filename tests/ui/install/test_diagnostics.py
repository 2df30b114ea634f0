"""What a bug report gets."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import onnxruntime
import rasterio
from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QGuiApplication

from ....core.version import plugin_version
from ....ui.install import diagnostics
from ....ui.install.diagnostics import ProblemLog, diagnostics_text
from ....ui.install.dialog import InstallDialog


def rows(text: str) -> dict[str, str]:
    """The table by its first column."""
    return dict(re.findall(r"^\| (.+?) \| (.+) \|$", text, re.MULTILINE))


def test_it_holds_versions_devices_folders_and_models():
    """Whoever reads the report knows what I have."""
    facts = rows(diagnostics_text("the disk is full"))
    assert facts["CloudS2Mask"] == plugin_version()
    assert facts["QGIS"].startswith(Qgis.QGIS_VERSION)
    assert facts["numpy"].startswith(np.__version__)
    assert facts["rasterio"].startswith(rasterio.__version__)
    assert rasterio.__gdal_version__ in facts["GDAL and PROJ of rasterio"]
    assert facts["ONNX Runtime"].startswith(onnxruntime.__version__)
    assert "CPUExecutionProvider" in facts["Execution providers"]
    assert facts["Model ukis-6b-l1c"] in {"ready", "missing"}
    assert "cloud_s2_mask" in facts["Packages"]


def test_it_does_not_tell_my_name():
    """Paths of my home folder begin with `~`."""
    assert str(Path.home()) not in diagnostics_text(f"{Path.home()}/secret.SAFE is damaged")
    assert "~/secret.SAFE is damaged" in diagnostics_text(f"{Path.home()}/secret.SAFE is damaged")


def test_a_package_that_cannot_be_loaded_is_told_of(monkeypatch):
    """That is what most reports are about."""
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    facts = rows(diagnostics_text(""))
    assert facts["ONNX Runtime"].startswith("ModuleNotFoundError")
    assert facts["Execution providers"] == "-"


def test_one_click_copies_it_with_the_last_problem(wait):
    """The last error of the plugin is in it, that of another plugin is not."""
    problems = ProblemLog()
    window = InstallDialog(problems)
    QgsMessageLog.logMessage("B02 is truncated", "CloudS2Mask", Qgis.MessageLevel.Warning)
    QgsMessageLog.logMessage("all is well", "CloudS2Mask", Qgis.MessageLevel.Info)
    QgsMessageLog.logMessage("not ours", "Other", Qgis.MessageLevel.Critical)
    QGuiApplication.clipboard().clear()
    window.copy_diagnostics.click()
    wait(lambda: "clipboard" in window.message.text())
    text = QGuiApplication.clipboard().text()
    assert "B02 is truncated" in text
    assert "not ours" not in text
    window.shut_down()
    window.deleteLater()
    QCoreApplication.processEvents()


def test_a_folder_that_only_has_the_name_of_a_package_is_told_of(monkeypatch):
    """A package that was removed by half has neither version nor file; the rest of the report is there."""
    monkeypatch.setitem(sys.modules, "onnxruntime", ModuleType("onnxruntime"))
    facts = rows(diagnostics_text(""))
    assert facts["ONNX Runtime"] == "-, -"
    assert facts["Execution providers"] == "-"
    assert facts["rasterio"].startswith(rasterio.__version__)


def test_whatever_fails_i_have_something_to_paste(monkeypatch):
    """Where a fact cannot be gathered, the clipboard gets why."""

    def fail() -> None:
        raise AttributeError("no driver")

    monkeypatch.setattr(diagnostics, "has_nvidia_driver", fail)
    assert "AttributeError: no driver" in diagnostics_text("")
