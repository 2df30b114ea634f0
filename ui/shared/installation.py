"""What this installation offers, and what it lacks."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from ...core.cards.card import load_cards
from ...core.errors import CloudS2MaskError
from ...core.inference.session import available_devices
from ...core.install.packages import not_there, packages_dir, place_of
from ...core.networks.store import ModelState, state_of
from .background import why_failed


@dataclass(frozen=True)
class Installation:
    """What masks can be made with here."""

    missing: tuple[str, ...]
    """All that keeps masks from being made, a sentence each; empty when a run can start."""
    model_states: Mapping[str, ModelState]
    """By the id of each model."""
    devices: tuple[str, ...]
    """Names of devices, `auto` first."""
    broken: str = ""
    """Which packages cannot be loaded although they are there, why, and what to do; also one of `missing`."""


def inspect_installation() -> Installation:
    """Find out what masks can be made with; slow, because it loads ONNX Runtime and reads large model files.

    What cannot be read counts as missing: whatever happens, the window learns of it.
    """
    devices, broken = _loaded_devices()
    try:
        lacking, states = missing(), model_states()
    except Exception as error:  # noqa: BLE001 - a broken package may raise anything
        lacking, states = [why_failed(error)], {}
    if broken:
        lacking.append(broken)
    return Installation(tuple(lacking), states, devices, broken)


def lacks_models() -> bool:
    """Tell if a model that is downloaded is missing or damaged, or its card cannot be read.

    It loads nothing: on Windows a library that has been loaded cannot be removed.
    """
    try:
        return not all(state_of(card).is_ready for card in load_cards().values() if card.source)
    except (CloudS2MaskError, OSError):
        return True


def _loaded_devices() -> tuple[tuple[str, ...], str]:
    """The devices of ONNX Runtime, once it has been loaded; or why it cannot be, and what to do."""
    try:
        return tuple(available_devices()), ""
    except Exception as error:  # noqa: BLE001 - as above
        reason = why_failed(error.__cause__ if isinstance(error.__cause__, Exception) else error).rstrip(".")
    place = place_of("onnxruntime")
    if place is None:
        return ("auto",), ""  # then it is one of those that are missing
    translate = QCoreApplication.translate
    text = translate("Requirements", "The Python package onnxruntime is there, but cannot be loaded ({reason}).")
    if place == folder_of_packages():
        remedy = translate("Requirements", "Fetch it again, and restart QGIS.")
    else:
        remedy = translate(
            "Requirements", "It was not fetched here: repair or remove it in {folder}, then restart QGIS."
        )
    text = f"{text.format(reason=reason)} {remedy.format(folder=place)}"
    if sys.platform == "win32":
        for hint in (
            translate("Requirements", "On Windows an old Microsoft Visual C++ Redistributable is the usual cause."),
            translate("Requirements", "Install the current one (x64) from Microsoft's web site, then restart QGIS."),
        ):
            text += f" {hint}"
    return ("auto",), text


def folder_of_packages() -> Path:
    """Where the packages are that were fetched into the profile in use."""
    return packages_dir(Path(QgsApplication.qgisSettingsDirPath()))


def model_states() -> dict[str, ModelState]:
    """Check all models, and return their states by id; none if the cards cannot be read."""
    try:
        return {card.id: state_of(card) for card in load_cards().values()}
    except (CloudS2MaskError, OSError):
        return {}


def missing() -> list[str]:
    """All that keeps masks from being made here, a sentence each; empty when a run can start."""
    sentences = []
    names = not_there()
    if names:
        text = QCoreApplication.translate("Requirements", "Missing Python packages: {names}.")
        sentences.append(text.format(names=", ".join(names)))
    try:
        cards = load_cards().values()
    except CloudS2MaskError as error:
        return [*sentences, str(error)]
    if not any(state_of(card).is_ready for card in cards):
        sentences.append(QCoreApplication.translate("Requirements", "Missing models: the networks that find clouds."))
    return sentences


def missing_text() -> str:
    """The same as one text for the toolbox, with the way to get it; empty when a run can start."""
    sentences = missing()
    if not sentences:
        return ""
    way = QCoreApplication.translate(
        "Requirements", "The menu Raster > CloudS2Mask > Packages and models… fetches what is missing."
    )
    return "\n".join([*sentences, way])
