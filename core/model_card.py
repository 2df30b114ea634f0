"""Model cards: what a network needs and what its classes mean. A new model is a new card, not new code."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from .classes import CLASS_OF_KEY
from .errors import LevelMismatchError, ModelCardError, UnknownModelError
from .spectral import BANDS

CARDS_DIR = Path(__file__).parent.parent / "models"

_DEFAULT_FINE = {"L1C": "ukis-4b-l1c", "L2A": "ukis-4b-l2a"}
_DEFAULT = {"L1C": "ukis-6b-l1c", "L2A": "ukis-6b-l2a"}
_DEFAULT_FROM = 20
"""Metres from which the 6-band networks are the default. Short-wave infrared tells snow from cloud, but has pixels of
20 m: at 10 m the 6 bands over-mask (kappa 0.66 against 0.83 of the 4 bands on a labelled scene of cumulus)."""


@dataclass(frozen=True)
class ModelSource:
    """Where a network comes from: a file in a wheel of the Python package index."""

    package: str
    package_version: str
    member: str
    """Path in the wheel."""
    sha256: str
    """Of the member."""


@dataclass(frozen=True)
class ModelCard:
    """One network."""

    id: str
    title: str
    version: str
    levels: tuple[str, ...]
    bands: tuple[str, ...]
    """In the order of the network's input channels."""
    resolution: tuple[int, int]
    """Smallest and largest pixel size in metres that the network works at."""
    mean: tuple[float, ...]
    """Per band, in reflectance; subtracted from the input."""
    std: tuple[float, ...]
    """Per band, in reflectance; what is left is divided by it."""
    patch_size: int
    patch_multiple: int
    """Patch sizes are multiples of this."""
    patch_overlap: int
    """Smallest overlap of patches in pixels."""
    activation: Literal["softmax", "none"]
    """What turns the network's output into probabilities."""
    blend: Literal["probabilities", "logits"]
    """What is averaged where patches overlap; logits are activated afterwards."""
    classes: tuple[str, ...]
    """Key of the mask class for each output channel."""
    network: str
    """File name in the model folder."""
    source: ModelSource
    licence: str
    citation: str

    def network_resolution(self, resolution: float) -> float:
        """The pixel size in metres to run at for a mask of `resolution` metres: the nearest in the card's range."""
        return min(max(resolution, self.resolution[0]), self.resolution[1])


@lru_cache(maxsize=1)
def load_cards() -> Mapping[str, ModelCard]:
    """All cards by id.

    Raises:
        ModelCardError: if a card cannot be used; the message names the field.
    """
    cards = [parse_card(path) for path in sorted(CARDS_DIR.glob("*.json"))]
    return {card.id: card for card in cards}


def parse_card(path: Path) -> ModelCard:
    """Read and check a card.

    Raises:
        ModelCardError: not JSON, or a field is missing, unknown or has a value that cannot be honoured.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        source = ModelSource(**data.pop("source"))
        source = replace(source, sha256=source.sha256.removeprefix("sha256:"))
        card = ModelCard(**{key: _frozen(value) for key, value in data.items()}, source=source)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ModelCardError(f"The model card {path} cannot be used: {error}. Correct or remove it.") from error
    problems = [f"{field} {reason}" for field, reason, wrong in _checks(card) if wrong]
    if problems:
        raise ModelCardError(f"The model card {path} cannot be used: {'; '.join(problems)}. Correct or remove it.")
    return card


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _checks(card: ModelCard) -> list[tuple[str, str, bool]]:
    return [
        ("levels", "must be L1C or L2A", not card.levels or not set(card.levels) <= {"L1C", "L2A"}),
        ("bands", "must be Sentinel-2 bands", not card.bands or not set(card.bands) <= set(BANDS)),
        ("mean, std", "must have one value per band", not len(card.mean) == len(card.std) == len(card.bands)),
        ("std", "must be above 0", any(std <= 0 for std in card.std)),
        ("classes", f"must be among {', '.join(CLASS_OF_KEY)}", not set(card.classes) <= set(CLASS_OF_KEY)),
        ("activation", "must be softmax or none", card.activation not in {"softmax", "none"}),
        ("blend", "must be probabilities or logits", card.blend not in {"probabilities", "logits"}),
        ("patch_size", "must be a multiple of patch_multiple", card.patch_size % card.patch_multiple != 0),
        (
            "patch_overlap",
            "must be below half of patch_size",
            not 0 <= card.patch_overlap < card.patch_size // 2,
        ),
        ("resolution", "must be two rising numbers", list(card.resolution) != sorted(card.resolution)),
    ]


def choose_card(level: str, resolution: float, model: str = "auto", bands: Collection[str] = BANDS) -> ModelCard:
    """The card to mask a product with.

    Args:
        level: The product's processing level, `L1C` or `L2A`.
        resolution: Pixel size of the mask in metres.
        model: Id of a card, or `auto` for the default of the level and resolution.
        bands: The bands that there are, as far as the default depends on them.

    Raises:
        UnknownModelError: no card has this id.
        LevelMismatchError: the card is for another level.
    """
    cards = load_cards()
    if model == "auto":
        default, fine = cards[_DEFAULT[level]], cards[_DEFAULT_FINE[level]]
        return fine if resolution < _DEFAULT_FROM or not set(default.bands) <= set(bands) else default
    if model not in cards:
        raise UnknownModelError(f"There is no model {model!r}. Choose auto or one of: {', '.join(cards)}.")
    card = cards[model]
    if level not in card.levels:
        fitting = [other.id for other in cards.values() if level in other.levels]
        raise LevelMismatchError(
            f"The model {model} is for {' and '.join(card.levels)}, the product is {level}. Choose auto or one of: "
            f"{', '.join(fitting)}."
        )
    return card
