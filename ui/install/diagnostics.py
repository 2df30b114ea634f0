"""What a bug report needs: versions, devices, folders, models and the last error, as Markdown."""

from __future__ import annotations

import importlib
import importlib.metadata
import platform
import sys
import traceback
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsProjUtils
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QObject, qVersion

from ...core.cards.card import models_dir
from ...core.install.fetch import has_nvidia_driver
from ...core.version import plugin_version
from ..shared.host import LOG_TAG
from ..shared.installation import folder_of_packages, model_states

_SERIOUS = (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)


class ProblemLog(QObject):
    """Keeps the last problem that the plugin has written to the log panel."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.last = ""
        QgsApplication.messageLog().messageReceived.connect(self._received)

    def _received(self, text: str, tag: str, level: Qgis.MessageLevel) -> None:
        if tag == LOG_TAG and level in _SERIOUS:
            self.last = text


def diagnostics_text(last_problem: str) -> str:
    """Gather all that is known, as Markdown; the home folder is written `~`.

    It takes a while, because the packages are loaded to see if they can be. Whatever fails, there is text to paste.
    """
    try:
        text = _gathered(last_problem)
    except Exception:  # noqa: BLE001 - a broken package may raise anything
        text = traceback.format_exc()
    return text.replace(str(Path.home()), "~")


def _gathered(last_problem: str) -> str:
    providers: list[str] = getattr(_imported("onnxruntime"), "get_available_providers", list)()
    facts = {
        "CloudS2Mask": plugin_version(),
        "QGIS": f"{Qgis.QGIS_VERSION}, Qt {qVersion()}, PyQt {PYQT_VERSION_STR}",
        "GDAL and PROJ of QGIS": f"{_attribute('osgeo.gdal', '__version__')}, {_proj_of_qgis()}",
        "System": f"{platform.platform()}, {platform.machine()}",
        "Python": f"{platform.python_version()}, {sys.executable}, {sys.exec_prefix}",
        "numpy": _place("numpy"),
        "rasterio": _place("rasterio"),
        "GDAL and PROJ of rasterio": ", ".join(
            _attribute("rasterio", name) for name in ("__gdal_version__", "__proj_version__")
        ),
        "ONNX Runtime": _place("onnxruntime"),
        "Execution providers": ", ".join(providers) or "-",
        "NVIDIA driver": "found" if has_nvidia_driver() else "not found",
        "Packages": f"{folder_of_packages()} ({_there(folder_of_packages())})",
        "Models": f"{models_dir()} ({_there(models_dir())})",
        **{f"Model {model}": state.name for model, state in model_states().items()},
    }
    lines = ["| | |", "|---|---|", *(f"| {name} | {_cell(value)} |" for name, value in facts.items())]
    problem = ["", "Last problem:", "", "```", last_problem or "none in this session", "```", ""]
    return "\n".join(lines + problem)


def _imported(name: str) -> Any:
    """The module, or why it cannot be imported."""
    try:
        return importlib.import_module(name)
    except Exception as error:  # noqa: BLE001 - whatever it is, it belongs into the report
        return f"{type(error).__name__}: {error}"


def _attribute(module: str, name: str) -> str:
    return str(getattr(_imported(module), name, "-"))


def _place(name: str) -> str:
    module = _imported(name)
    if isinstance(module, str):
        return module
    file = getattr(module, "__file__", None)  # None: a folder that only has the name of the package
    return f"{getattr(module, '__version__', '-')}, {Path(file).parent if file else '-'}"


def _proj_of_qgis() -> str:
    return f"{QgsProjUtils.projVersionMajor()}.{QgsProjUtils.projVersionMinor()}"


def _there(folder: Path) -> str:
    return "there" if folder.exists() else "not there"


def _cell(value: str) -> str:
    return value.replace("|", "\\|").replace("\n", " ")
