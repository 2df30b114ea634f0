"""What this installation offers, what it lacks, and the command that gets it."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, QThread, pyqtSignal

from ..core.errors import CloudS2MaskError
from ..core.model_card import load_cards
from ..core.model_store import state
from ..core.session import available_devices

_PACKAGES = {"onnxruntime": "onnxruntime", "rasterio": "rasterio"}
"""Import name of each package that the engine needs, and the name by which pip knows it."""


@dataclass(frozen=True)
class Missing:
    """Something that is not there: a sentence, and the shell command that brings it."""

    text: str
    command: str


@dataclass(frozen=True)
class Installation:
    """What masks can be made with here."""

    missing: tuple[Missing, ...]
    """All that keeps masks from being made; empty when a run can start."""
    model_states: Mapping[str, str]
    """`ready`, `missing` or `damaged` for the id of each model."""
    devices: tuple[str, ...]
    """Names of devices, `auto` first."""


class InstallationCheck(QThread):
    """Looks in the background: loading ONNX Runtime and checking large model files take time."""

    checked = pyqtSignal(object)
    """The `Installation`."""

    def run(self) -> None:
        """Look; what cannot be read counts as missing."""
        try:
            states = {card.id: state(card) for card in load_cards().values()}
        except (CloudS2MaskError, OSError):
            states = {}
        try:
            devices = tuple(available_devices())
        except (CloudS2MaskError, ImportError):
            devices = ("auto",)
        self.checked.emit(Installation(tuple(missing()), states, devices))


def missing() -> list[Missing]:
    """All that keeps masks from being made here; empty when a run can start."""
    found = [_missing_package(name) for name in _PACKAGES if find_spec(name) is None]
    models = _missing_models()
    return [*found, models] if models else found


def missing_text() -> str:
    """The same as one text for the toolbox; empty when a run can start."""
    return "\n".join(f"{item.text} {item.command}".strip() for item in missing())


def _missing_package(name: str) -> Missing:
    text = QCoreApplication.translate(
        "Requirements",
        "The Python package {name} is not installed. Install it in a terminal and restart QGIS:",
    )
    return Missing(text.format(name=name), f"{_python()} -m pip install {_pip_options()}{_PACKAGES[name]}")


def _missing_models() -> Missing | None:
    try:
        ready = any(state(card) == "ready" for card in load_cards().values())
    except CloudS2MaskError as error:
        return Missing(str(error), "")
    if ready:
        return None
    text = QCoreApplication.translate(
        "Requirements", "No model has been prepared yet. Prepare the models in a terminal:"
    )
    return Missing(text, f'make -C "{Path(__file__).resolve().parents[1]}" models')


def _python() -> str:
    # On Windows and macOS sys.executable is QGIS itself, whose shell offers the interpreter by this name.
    name = Path(sys.executable).stem.lower()
    return f'"{sys.executable}"' if name.startswith("python") else "python3"


def _pip_options() -> str:
    options = ""
    if sys.prefix == sys.base_prefix:
        options = "--user "
        if (Path(sysconfig.get_path("stdlib")) / "EXTERNALLY-MANAGED").exists():
            options += "--break-system-packages "
    try:
        import numpy as np
    except ImportError:
        return options
    # A second, newer numpy would keep QGIS's own modules from being imported.
    return f'{options}"numpy=={np.__version__}" '
