"""Collect the details for a bug report as Markdown: versions, devices, folders, models and the last error."""

from __future__ import annotations

import importlib
import importlib.metadata
import platform
import sys
import traceback
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsProjUtils
from qgis.PyQt.QtCore import PYQT_VERSION_STR, qVersion

from ...core.cards.card import models_dir
from ...core.install.fetch import ANY_GPU, has_nvidia_driver
from ...core.runtime.devices import CPU
from ...core.runtime.package import import_runtime, load_runtime
from ...core.version import plugin_version
from ..shared.installation import folder_of_packages, model_states


def diagnostics_text(last_problem: str) -> str:
    """Return the details as Markdown, with the home folder written as `~`.

    Slow, because it imports the packages to test them. If anything fails, the text holds the traceback.
    """
    try:
        text = _gathered(last_problem)
    except Exception:  # noqa: BLE001 - a broken package may raise anything
        text = traceback.format_exc()
    return text.replace(str(Path.home()), "~")


def _gathered(last_problem: str) -> str:
    details = {
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
        "Execution providers": ", ".join(_providers()) or "-",
        "WebGPU": _version(ANY_GPU),
        "GPUs that ONNX Runtime finds": ", ".join(_gpus()) or "-",
        "NVIDIA driver": "found" if has_nvidia_driver() else "not found",
        "Packages": f"{folder_of_packages()} ({_existence(folder_of_packages())})",
        "Models": f"{models_dir()} ({_existence(models_dir())})",
        **{f"Model {model}": state.name for model, state in model_states().items()},
    }
    lines = ["| | |", "|---|---|", *(f"| {name} | {_cell(value)} |" for name, value in details.items())]
    problem = ["", "Last problem:", "", "```", last_problem or "none in this session", "```", ""]
    return "\n".join(lines + problem)


def _providers() -> list[str]:
    try:
        found: list[str] = load_runtime().get_available_providers()
    except Exception:  # noqa: BLE001 - the package is reported anyway
        return []
    return found


def _gpus() -> list[str]:
    try:
        devices = load_runtime().get_ep_devices()
    except Exception:  # noqa: BLE001 - an older ONNX Runtime lists none
        return []
    gpus = (one for one in devices if one.ep_name != CPU.provider)
    return [f"{one.ep_name} {one.ep_metadata.get('version', '')}: {one.device.vendor}" for one in gpus]


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "-"


def _imported(name: str) -> Any:
    """Import a module, or return the reason why it cannot be imported."""
    try:
        return import_runtime() if name == "onnxruntime" else importlib.import_module(name)
    except Exception as error:  # noqa: BLE001 - any error belongs in the report
        return f"{type(error).__name__}: {error}"


def _attribute(module: str, name: str) -> str:
    return str(getattr(_imported(module), name, "-"))


def _place(name: str) -> str:
    module = _imported(name)
    if isinstance(module, str):
        return module
    file = getattr(module, "__file__", None)  # None for a bare folder with the name of the package
    return f"{getattr(module, '__version__', '-')}, {Path(file).parent if file else '-'}"


def _proj_of_qgis() -> str:
    return f"{QgsProjUtils.projVersionMajor()}.{QgsProjUtils.projVersionMinor()}"


def _existence(folder: Path) -> str:
    return "exists" if folder.exists() else "missing"


def _cell(value: str) -> str:
    return value.replace("|", "\\|").replace("\n", " ")
