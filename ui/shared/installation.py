"""Check which packages, models and devices are installed."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from ...core.cards.card import load_cards
from ...core.errors import CloudS2MaskError
from ...core.install.packages import not_there, packages_dir, place_of
from ...core.networks.store import ModelState, state_of
from ...core.runtime.package import available_devices
from .background import why_failed


@dataclass(frozen=True)
class Installation:
    """The packages, models and devices of this installation."""

    missing: tuple[str, ...]
    """Reasons why no network can run, a sentence each; empty if one can."""
    model_states: Mapping[str, ModelState]
    """State of each model, by its id."""
    devices: tuple[str, ...]
    """Names of devices, `auto` first."""
    broken: str = ""
    """Packages that are installed but cannot be loaded, with reason and remedy; also one of `missing`."""
    rules_can_run: bool = False
    """True if models that consist of rules can run, also while no network can."""


def inspect_installation() -> Installation:
    """Check packages, models and devices; slow, because it loads ONNX Runtime and reads large model files.

    Errors count as missing components, so that the window always shows a result.
    """
    devices, broken = _loaded_devices()
    try:
        lacking, states = missing(), model_states()
    except Exception as error:  # noqa: BLE001 - a broken package may raise anything
        lacking, states = [why_failed(error)], {}
    if broken:
        lacking.append(broken)
    return Installation(tuple(lacking), states, devices, broken, not lacking or rules_can_run())


def lacks_models() -> bool:
    """Return True if a downloadable model is missing or damaged, or its card cannot be read.

    It loads no packages: on Windows a loaded library cannot be removed.
    """
    try:
        return not all(state_of(card).is_ready for card in load_cards().values() if card.source)
    except (CloudS2MaskError, OSError):
        return True


def _loaded_devices() -> tuple[tuple[str, ...], str]:
    """Return the devices of ONNX Runtime; or the reason why it cannot be loaded, with a remedy."""
    try:
        return tuple(available_devices()), ""
    except Exception as error:  # noqa: BLE001 - as above
        reason = why_failed(error.__cause__ if isinstance(error.__cause__, Exception) else error).rstrip(".")
    place = place_of("onnxruntime")
    if place is None:
        return ("auto",), ""  # reported as missing
    translate = QCoreApplication.translate
    text = translate("Requirements", "The Python package onnxruntime is installed but cannot be loaded ({reason}).")
    if place == folder_of_packages():
        remedy = translate("Requirements", "Install it again, then restart QGIS.")
    else:
        remedy = translate("Requirements", "Repair or remove it in {folder}, then restart QGIS.")
    text = f"{text.format(reason=reason)} {remedy.format(folder=place)}"
    if sys.platform == "win32":
        for hint in (
            translate("Requirements", "The usual cause on Windows is an old Microsoft Visual C++ Redistributable."),
            translate("Requirements", "Install the current version (x64) from Microsoft's website."),
        ):
            text += f" {hint}"
    return ("auto",), text


def folder_of_packages() -> Path:
    """Return the folder of the packages installed for the current profile."""
    return packages_dir(Path(QgsApplication.qgisSettingsDirPath()))


def model_states() -> dict[str, ModelState]:
    """Check all models, and return their states by id; empty if the cards cannot be read."""
    try:
        return {card.id: state_of(card) for card in load_cards().values()}
    except (CloudS2MaskError, OSError):
        return {}


def rules_can_run() -> bool:
    """Return True if the packages are there that models of rules need: all but ONNX Runtime."""
    return set(not_there()) <= {"onnxruntime"}


def missing() -> list[str]:
    """List the reasons why no network can run, a sentence each; empty if one can."""
    sentences = []
    names = not_there()
    if names:
        text = QCoreApplication.translate("Requirements", "Missing Python packages: {names}.")
        sentences.append(text.format(names=", ".join(names)))
    try:
        cards = load_cards().values()
    except CloudS2MaskError as error:
        return [*sentences, str(error)]
    if not any(card.networks and state_of(card).is_ready for card in cards):
        sentences.append(QCoreApplication.translate("Requirements", "Missing models: no network is installed."))
    return sentences


def missing_text() -> str:
    """Describe the missing components and how to install them, for the toolbox; empty if a network can run."""
    sentences = missing()
    if not sentences:
        return ""
    remedy = QCoreApplication.translate(
        "Requirements", "Install them with Raster > CloudS2Mask > Install or update components…"
    )
    return "\n".join([*sentences, remedy])
