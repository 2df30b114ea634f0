"""The diagnostics for a bug report."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import rasterio
from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QGuiApplication

from ....core.runtime.package import import_runtime
from ....core.version import plugin_version
from ....ui.install import diagnostics
from ....ui.install.diagnostics import diagnostics_text
from ....ui.install.dialog import InstallDialog
from ....ui.install.problem_log import ProblemLog


def rows(text: str) -> dict[str, str]:
    """Read the table into a dictionary by its first column."""
    return dict(re.findall(r"^\| (.+?) \| (.+) \|$", text, re.MULTILINE))


def test_they_list_versions_devices_folders_and_models():
    """A reader of the report sees my versions, devices, folders and models."""
    details = rows(diagnostics_text("the disk is full"))
    assert details["CloudS2Mask"] == plugin_version()
    assert details["QGIS"].startswith(Qgis.QGIS_VERSION)
    assert details["numpy"].startswith(np.__version__)
    assert details["rasterio"].startswith(rasterio.__version__)
    assert rasterio.__gdal_version__ in details["GDAL and PROJ of rasterio"]
    assert details["ONNX Runtime"].startswith(import_runtime().__version__)
    assert "CPUExecutionProvider" in details["Execution providers"]
    assert details["Model ukis-6b-l1c"] in {"ready", "missing"}
    assert "cloud_s2_mask" in details["Packages"]


def test_they_do_not_reveal_my_name():
    """Paths of my home folder begin with `~`."""
    assert str(Path.home()) not in diagnostics_text(f"{Path.home()}/secret.SAFE is damaged")
    assert "~/secret.SAFE is damaged" in diagnostics_text(f"{Path.home()}/secret.SAFE is damaged")


def test_a_package_that_cannot_be_loaded_is_reported(monkeypatch):
    """Most bug reports are about a package that cannot be loaded."""
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    details = rows(diagnostics_text(""))
    assert details["ONNX Runtime"].startswith("ModuleNotFoundError")
    assert details["Execution providers"] == "-"


def test_one_click_copies_them_with_the_last_problem(wait):
    """The text includes the plugin's last error, but not those of other plugins."""
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


def test_a_bare_folder_with_the_name_of_a_package_is_reported(monkeypatch):
    """A half-removed package has neither version nor file, and the rest of the report is complete."""
    monkeypatch.setitem(sys.modules, "onnxruntime", ModuleType("onnxruntime"))
    details = rows(diagnostics_text(""))
    assert details["ONNX Runtime"] == "-, -"
    assert details["Execution providers"] == "-"
    assert details["rasterio"].startswith(rasterio.__version__)


def test_a_failure_still_gives_a_text_to_paste(monkeypatch):
    """If a detail cannot be read, the clipboard gets the traceback."""

    def fail() -> None:
        raise AttributeError("no driver")

    monkeypatch.setattr(diagnostics, "has_nvidia_driver", fail)
    assert "AttributeError: no driver" in diagnostics_text("")
