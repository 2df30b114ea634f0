"""Titles and tool tips of the options that are words, for the windows and the toolbox; the words never change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from qgis.PyQt.QtCore import QCoreApplication

from ...core.cards.choice import AUTO, AUTOMATIC
from ...core.cards.stored import is_stored
from ...core.classes import CLASS_OF_KEY, CLASSES, THICK_CLOUD
from ...core.language import translated
from ...core.runtime.devices import DESCRIPTIONS
from .model_texts import automatic_facts, automatic_title, facts, sorted_cards, title_with_state

translate = QCoreApplication.translate

Option = Literal[
    "model",
    "device",
    "placement",
    "compression",
    "classes",
    "level",
    "method",
    "detail",
    "values",
    "normalisation",
    "activation",
]

_DEVICES = {
    "cpu": "CPU",
    "cuda": "CUDA (NVIDIA)",
    "migraphx": "MIGraphX (AMD)",
    "directml": "DirectML (Windows)",
    "coreml": "Core ML (Apple)",
    "webgpu": "WebGPU",
    "tensorrt": "TensorRT (NVIDIA)",
    "openvino": "OpenVINO (CPU)",
    "cpu-bf16": "OpenVINO, bfloat16 (CPU)",
}
"""Names that are the same in every language."""


class ChoiceText(NamedTuple):
    """A word of a choice as people see it."""

    title: str
    tip: str = ""


def choice_texts(option: Option) -> Mapping[str, ChoiceText]:
    """Return the texts of the words of an option, in the order of the windows and in the language of QGIS."""
    return _TEXTS[option]()


def device_text(device: str) -> ChoiceText:
    """Describe a device, also one that only the installed ONNX Runtime knows."""
    if device == AUTO:
        tip = translate("OptionTexts", "The fastest that ONNX Runtime offers on this computer.")
        return ChoiceText(translate("OptionTexts", "Automatic"), tip)
    return ChoiceText(_DEVICES.get(device, device), translated(DESCRIPTIONS.get(device, "")))


def _models() -> dict[str, ChoiceText]:
    texts = {model: ChoiceText(automatic_title(model), automatic_facts(model)) for model in AUTOMATIC}
    for card in sorted_cards():
        title = title_with_state(card, "ready" if is_stored(card) else "missing")
        texts[card.id] = ChoiceText(title, f"{facts(card)}\n{card.described}".strip())
    return texts


def _devices() -> dict[str, ChoiceText]:
    return {device: device_text(device) for device in (AUTO, *DESCRIPTIONS)}


def _placements() -> dict[str, ChoiceText]:
    return {
        "offset": ChoiceText(
            translate("OptionTexts", "Offset grid, optimised"),
            translate("OptionTexts", "No pixel lies at the corner of all its patches."),
        ),
        "grid": ChoiceText(translate("OptionTexts", "Plain grid")),
        "upstream": ChoiceText(
            translate("OptionTexts", "As CloudS2Mask places them"),
            translate("OptionTexts", "For masks that equal those of the CloudS2Mask library."),
        ),
    }


def _compressions() -> dict[str, ChoiceText]:
    return {
        "deflate": ChoiceText(translate("OptionTexts", "Deflate")),
        "lzw": ChoiceText(translate("OptionTexts", "LZW")),
        "zstd": ChoiceText(translate("OptionTexts", "Zstandard")),
        "none": ChoiceText(translate("OptionTexts", "None")),
    }


def _classes() -> dict[str, ChoiceText]:
    all_cloud = translate("OptionTexts", "Any cloud, in masks of models without thin cloud.")
    tips = {CLASSES[THICK_CLOUD].key: all_cloud}
    return {key: ChoiceText(mask_class.name(), tips.get(key, "")) for key, mask_class in CLASS_OF_KEY.items()}


def _levels() -> dict[str, ChoiceText]:
    return {
        "L2A": ChoiceText(translate("OptionTexts", "L2A: surface reflectance")),
        "L1C": ChoiceText(translate("OptionTexts", "L1C: top-of-atmosphere reflectance")),
    }


def _methods() -> dict[str, ChoiceText]:
    return {
        "median": ChoiceText(
            translate("OptionTexts", "Median of the clear observations"),
            translate("OptionTexts", "Band by band; hides clouds that a mask has missed best."),
        ),
        "newest": ChoiceText(
            translate("OptionTexts", "Newest clear observation"),
            translate("OptionTexts", "Whole pixels of the latest scene that is clear there."),
        ),
        "clearest": ChoiceText(
            translate("OptionTexts", "Clearest scene"),
            translate("OptionTexts", "Whole pixels of the scene with the largest clear share that is clear there."),
        ),
    }


def _details() -> dict[str, ChoiceText]:
    return {
        "all classes": ChoiceText(translate("OptionTexts", "All classes")),
        "one class of cloud": ChoiceText(
            translate("OptionTexts", "Thick and thin cloud as one"),
            translate("OptionTexts", "For references without thin cloud."),
        ),
        "clear or not": ChoiceText(
            translate("OptionTexts", "Clear or not"),
            translate("OptionTexts", "Cloud and cloud shadow are one class."),
        ),
    }


def _values() -> dict[str, ChoiceText]:
    return {
        AUTO: ChoiceText(
            translate("OptionTexts", "Automatic (by the file name)"),
            translate("OptionTexts", "A scene classification if the file name contains _SCL, otherwise a cloud mask."),
        ),
        "mask": ChoiceText(
            translate("OptionTexts", "Cloud mask"),
            translate(
                "OptionTexts",
                "0 clear, 1 cloud (or thick cloud), 2 thin cloud, 3 shadow, 4 snow or ice, 5 water, 255 no data.",
            ),
        ),
        "scl": ChoiceText(
            translate("OptionTexts", "Scene classification (SCL)"),
            translate("OptionTexts", "The classes 0 to 11 of Sen2Cor in L2A products."),
        ),
    }


def _normalisations() -> dict[str, ChoiceText]:
    return {
        "fixed": ChoiceText(translate("OptionTexts", "By mean and deviation")),
        "patch": ChoiceText(translate("OptionTexts", "By those of each patch")),
    }


def _activations() -> dict[str, ChoiceText]:
    return {
        "softmax": ChoiceText(
            translate("OptionTexts", "Logits"),
            translate("OptionTexts", "Softmax converts them to probabilities."),
        ),
        "none": ChoiceText(translate("OptionTexts", "Probabilities")),
    }


_TEXTS: dict[Option, Callable[[], dict[str, ChoiceText]]] = {
    "model": _models,
    "device": _devices,
    "placement": _placements,
    "compression": _compressions,
    "classes": _classes,
    "level": _levels,
    "method": _methods,
    "detail": _details,
    "values": _values,
    "normalisation": _normalisations,
    "activation": _activations,
}
