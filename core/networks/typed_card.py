"""What a person says of a network that comes without a card: as text, and as the fields of a card."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..cards.card import card_problems
from ..cards.schema import ANY_SHA256, Problem
from ..language import translated

BAND_COUNT, CLASS_COUNT = "band_count", "class_count"
"""What a network itself says beside the fields of a card; see `propose_facts`."""

_ANY_NETWORK = {"file": "network.onnx", "sha256": ANY_SHA256}


@dataclass(frozen=True)
class ModelFacts:
    """The facts as they are typed; words and numbers stand in one text each. The defaults are what is usual."""

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
        """The fields of a card, but for its networks; what is no number stays text, which the check refuses."""
        bands = _words(self.bands)
        fixed = self.normalisation == "fixed"
        return {
            "id": self.id.strip(),
            "title": self.title.strip() or self.id.strip() or "?",  # without an id, that is what is told of
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
        """What keeps these facts from being the card of a network.

        Args:
            network: What it says of itself; see `propose_facts`.
        """
        fields = self.fields()
        found = card_problems({**fields, "networks": [_ANY_NETWORK]})
        for name, count in (("bands", network.get(BAND_COUNT)), ("classes", network.get(CLASS_COUNT))):
            named = len(fields[name])
            if count is not None and named != count:
                text = translated("must be {count}, as the network has; these are {named}", count=count, named=named)
                found.append(Problem((name,), text))
        return found


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s,;]+", text) if word]


def _numbers(text: str) -> list[Any]:
    """The numbers of a list.

    A comma without a blank after it may be a decimal comma: it parts numbers only where each of them has a point.
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
