"""Which model masks a scene: the default of a level and resolution, one by its id, or several together."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from .errors import LevelMismatchError, ModelCardError, UnknownModelError
from .language import translated
from .model_card import ModelCard, load_cards
from .spectral import BANDS

AUTO = "auto"
JOINT = "+"
"""Between the ids of models that are used together."""

_DEFAULT_FINE = {"L1C": "ukis-4b-l1c", "L2A": "ukis-4b-l2a"}
_DEFAULT = {"L1C": "ukis-6b-l1c", "L2A": "ukis-6b-l2a"}
_DEFAULT_FROM = 20
"""Metres from which the 6-band networks are the default. Short-wave infrared tells snow from cloud, but has pixels of
20 m: at 10 m the 6 bands over-mask (kappa 0.66 against 0.83 of the 4 bands on a labelled scene of cumulus)."""


def choose_card(
    level: str, resolution: float, model: str = AUTO, bands: Collection[str] = BANDS, *, ensembling: bool = False
) -> ModelCard:
    """The card to mask a product with.

    Args:
        level: The product's processing level, `L1C` or `L2A`.
        resolution: Pixel size of the mask in metres.
        model: Id of a card; ids joined by `+`; or `auto` for the default of the level and resolution.
        bands: The bands that there are, as far as the default depends on them.
        ensembling: Whether the default is both default models together, where both work.

    Raises:
        UnknownModelError: no card has this id.
        LevelMismatchError: the card is for another level.
        ModelCardError: the cards cannot be used together.
    """
    cards = load_cards()
    if model == AUTO:
        default, fine = cards[_DEFAULT[level]], cards[_DEFAULT_FINE[level]]
        if resolution < _DEFAULT_FROM or not set(default.bands) <= set(bands):
            return fine
        return join_cards([default, fine]) if ensembling else default
    return join_cards([_card_by_id(name, level, cards) for name in model.split(JOINT)])


def _card_by_id(model: str, level: str, cards: Mapping[str, ModelCard]) -> ModelCard:
    if model not in cards:
        raise UnknownModelError(
            translated(
                "There is no model {model!r}. Choose auto or one of: {names}.", model=model, names=", ".join(cards)
            )
        )
    card = cards[model]
    if level not in card.levels:
        fitting = [other.id for other in cards.values() if level in other.levels]
        raise LevelMismatchError(
            translated(
                "The model {model} is for {levels}, the product is {level}. Choose auto or one of: {names}.",
                model=model,
                levels=" + ".join(card.levels),
                level=level,
                names=", ".join(fitting),
            )
        )
    return card


def join_cards(cards: Sequence[ModelCard]) -> ModelCard:
    """The card of models that are used together: the mean of their probabilities, from the same patches.

    Raises:
        ModelCardError: a card occurs twice, or they differ in their classes, or have no resolution in common.
    """
    first = cards[0]
    if len(cards) == 1:
        return first
    names = " and ".join(card.id for card in cards)
    if len({card.id for card in cards}) < len(cards):
        raise ModelCardError(translated("{names} are the same model. Name each model once.", names=names))
    if any(sorted(card.classes) != sorted(set(first.classes)) for card in cards):
        raise ModelCardError(
            translated("{names} cannot be used together: their classes differ. Choose one of them.", names=names)
        )
    if any(card.context == "pixel" or card.decision for card in cards):
        raise ModelCardError(
            translated(
                "{names} cannot be used together: one of them judges pixels alone. Choose one of them.", names=names
            )
        )
    levels = tuple(level for level in first.levels if all(level in card.levels for card in cards))
    if not levels:
        raise ModelCardError(
            translated(
                "{names} cannot be used together: they share no processing level. Choose one of them.", names=names
            )
        )
    finest, coarsest = max(card.resolution[0] for card in cards), min(card.resolution[1] for card in cards)
    if finest > coarsest:
        raise ModelCardError(
            translated("{names} cannot be used together: they share no pixel size. Choose one of them.", names=names)
        )
    multiple = math.lcm(*(card.patch_multiple for card in cards))
    size = max(card.patch_size for card in cards)
    size += -size % multiple
    for card in cards:
        if card.fixed_size and card.patch_size != size:
            raise ModelCardError(
                translated(
                    "{names} cannot be used together: {id} takes patches of {own} pixels only, but {size} are needed. "
                    "Choose one of them.",
                    names=names,
                    id=card.id,
                    own=card.patch_size,
                    size=size,
                )
            )
    return replace(
        first,
        id=JOINT.join(card.id for card in cards),
        title=" + ".join(card.title for card in cards),
        version=JOINT.join(card.version for card in cards),
        levels=levels,
        bands=tuple(dict.fromkeys(band for card in cards for band in card.bands)),
        resolution=(finest, coarsest),
        mean=(),
        std=(),
        patch_size=size,
        patch_multiple=multiple,
        patch_overlap=max(card.patch_overlap for card in cards),
        activation="none",
        blend="probabilities",
        networks=(),
        licence=", ".join(dict.fromkeys(card.licence for card in cards)),
        citation="; ".join(dict.fromkeys(card.citation for card in cards)),
        source=None,
        folder=None,
        members=tuple(cards),
    )
