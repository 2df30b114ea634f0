"""The card of a network without a card, as the user types its fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..cards.card import card_problems
from ..cards.schema import ANY_SHA256, Problem
from ..language import translated

BAND_COUNT, CLASS_COUNT = "band_count", "class_count"
"""Details of a network that are not fields of a card; see `propose_fields`."""

_ANY_NETWORK = {"file": "network.onnx", "sha256": ANY_SHA256}


@dataclass(frozen=True)
class TypedCard:
    """The fields of a card as typed; a list of words or numbers is one text. The defaults are common values."""

    id: str
    title: str
    levels: str
    bands: str
    classes: str
    resolution: tuple[float, float] = (10, 20)
    normalisation: str = "fixed"
    mean: str = ""
    std: str = ""
    patch_size: int = 512
    patch_multiple: int = 32
    patch_overlap: int = 32
    activation: str = "softmax"
    licence: str = ""
    citation: str = ""

    def fields(self) -> dict[str, Any]:
        """Return the fields of a card without its networks; text that is not a number stays text for the check."""
        bands = _words(self.bands)
        fixed = self.normalisation == "fixed"
        return {
            "id": self.id.strip(),
            "title": self.title.strip() or self.id.strip() or "?",  # if the id is missing, only the id is reported
            "version": "1",
            "levels": _words(self.levels),
            "bands": bands,
            "resolution": list(self.resolution),
            "normalisation": self.normalisation,
            "mean": (_numbers(self.mean) or [0.0] * len(bands)) if fixed else [],
            "std": (_numbers(self.std) or [1.0] * len(bands)) if fixed else [],
            "patch_size": self.patch_size,
            "patch_multiple": self.patch_multiple,
            "patch_overlap": self.patch_overlap,
            "activation": self.activation,
            "blend": "probabilities",
            "classes": _words(self.classes),
            "licence": self.licence.strip() or "not stated",
            "citation": self.citation.strip() or "not stated",
        }

    def problems(self, network: Mapping[str, Any]) -> list[Problem]:
        """List the problems of these fields as the card of a network.

        Args:
            network: Details of the network; see `propose_fields`.
        """
        fields = self.fields()
        found = card_problems({**fields, "networks": [_ANY_NETWORK]})
        for name, count in (("bands", network.get(BAND_COUNT)), ("classes", network.get(CLASS_COUNT))):
            typed = len(fields[name])
            if count is not None and typed != count:
                text = translated("must be {count} as in the network, not {typed}", count=count, typed=typed)
                found.append(Problem((name,), text))
        return found


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s,;]+", text) if word]


def _numbers(text: str) -> list[Any]:
    """Parse a list of numbers.

    A comma without a space after it may be a decimal comma: it separates numbers only if each of them has a point.
    """
    numbers: list[Any] = []
    for word in re.split(r"[\s;]+|,(?!\S)|(?<!\S),", text):
        parts = word.split(",")
        numbers += map(_number, parts if all("." in part for part in parts) else [word]) if word else []
    return numbers


def _number(word: str) -> float | str:
    try:
        return float(word)
    except ValueError:
        return word
