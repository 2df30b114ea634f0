"""Which model masks a scene: the default of a level and resolution, one by its id, or several together."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from ..errors import ModelCardError, SettingError
from ..language import translated
from ..product.bands import BANDS, MAX_RESOLUTION
from .card import ModelCard, load_cards

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
        SettingError: no card has this id.
        SettingError: the card is for another level.
        ModelCardError: the cards cannot be used together.
    """
    cards = load_cards()
    if model == AUTO:
        default, fine = cards[_DEFAULT[level]], cards[_DEFAULT_FINE[level]]
        if resolution < _DEFAULT_FROM or not set(default.bands) <= set(bands):
            return fine
        return join_cards([default, fine]) if ensembling else default
    return join_cards([_card_by_id(name, level, cards) for name in model.split(JOINT)])


def default_cards() -> list[ModelCard]:
    """The cards among which `auto` chooses."""
    cards = load_cards()
    return [cards[model] for model in (*_DEFAULT.values(), *_DEFAULT_FINE.values())]


def check_known(model: str) -> None:
    """Refuse a model that there is none of.

    Raises:
        SettingError: neither `auto` nor the id of a card.
    """
    if model != AUTO:
        _known(model, load_cards())


def check_resolution(card: ModelCard, resolution: float, level: str) -> None:
    """Refuse a mask that is finer than a model knows; a coarser one is made of what it finds in finer pixels.

    Args:
        card: The model.
        resolution: Pixel size of the mask in metres.
        level: The product's processing level.

    Raises:
        SettingError: the mask would show detail that the model cannot see.
    """
    finest = card.resolution[0]
    if resolution >= finest:
        return
    fitting = [other.id for other in load_cards().values() if _knows(other, level, resolution)]
    facts = {
        "model": card.id,
        "pixels": pixels_of(card),
        "resolution": resolution,
        "finest": finest,
        "names": ", ".join([AUTO, *fitting]),
    }
    if finest > MAX_RESOLUTION:
        raise SettingError(
            "The model {model} works at {pixels}, a mask of {resolution:g} m was asked for. Choose one of: {names}.",
            **facts,
        )
    raise SettingError(
        "The model {model} works at {pixels}, a mask of {resolution:g} m was asked for. Choose {finest:g} m or "
        "more, or one of: {names}.",
        **facts,
    )


def pixels_of(card: ModelCard) -> str:
    """The pixel sizes that a model works at."""
    finest, coarsest = card.resolution
    if finest == coarsest:
        return translated("{finest:g} m", finest=finest)
    return translated("{finest:g} to {coarsest:g} m", finest=finest, coarsest=coarsest)


def _knows(card: ModelCard, level: str, resolution: float) -> bool:
    return level in card.levels and card.network_resolution(resolution) == resolution


def _known(model: str, cards: Mapping[str, ModelCard]) -> ModelCard:
    if model not in cards:
        raise SettingError(
            "There is no model {model!r}. Choose auto or one of: {names}; or import it, in QGIS's menu "
            "Raster > CloudS2Mask > Models.",
            model=model,
            names=", ".join(cards),
        )
    return cards[model]


def _card_by_id(model: str, level: str, cards: Mapping[str, ModelCard]) -> ModelCard:
    card = _known(model, cards)
    if level not in card.levels:
        fitting = [other.id for other in cards.values() if level in other.levels]
        raise SettingError(
            "The model {model} is for {levels}, the product is {level}. Choose auto or one of: {names}.",
            model=model,
            levels=" + ".join(card.levels),
            level=level,
            names=", ".join(fitting),
        )
    return card


def join_cards(cards: Sequence[ModelCard]) -> ModelCard:
    """The card of models that are used together: the mean of their probabilities, from the same patches.

    Raises:
        ModelCardError: a card occurs twice, or they differ in their classes, or have no resolution in common.
    """
    if len(cards) == 1:
        return cards[0]
    joint = _joint_card(cards)
    _check_joint(joint)
    return joint


def _check_joint(joint: ModelCard) -> None:
    """Refuse models that cannot be used together.

    Raises:
        ModelCardError: see `join_cards`.
    """
    cards = joint.members
    names = " and ".join(card.id for card in cards)

    def refuse(reason: str) -> ModelCardError:
        return ModelCardError(
            "{names} cannot be used together: {reason}. Choose one of them.", names=names, reason=reason
        )

    if len({card.id for card in cards}) < len(cards):
        raise ModelCardError("{names} are the same model. Name each model once.", names=names)
    if any(sorted(card.classes) != sorted(set(cards[0].classes)) for card in cards):
        raise refuse(translated("their classes differ"))
    if any(card.context == "pixel" or card.decision for card in cards):
        raise refuse(translated("one of them judges pixels alone"))
    if not joint.levels:
        raise refuse(translated("they share no processing level"))
    finest, coarsest = joint.resolution
    if finest > coarsest:
        sizes = "; ".join(f"{card.id}: {pixels_of(card)}" for card in cards)
        raise refuse(translated("they share no pixel size ({sizes})", sizes=sizes))
    for card in cards:
        if card.fixed_size and card.patch_size != joint.patch_size:
            raise refuse(
                translated(
                    "{id} takes patches of {own} pixels only, but {size} are needed",
                    id=card.id,
                    own=card.patch_size,
                    size=joint.patch_size,
                )
            )


def _joint_card(cards: Sequence[ModelCard]) -> ModelCard:
    """Put together what models have in common, and the largest patches that one of them needs."""
    first = cards[0]
    multiple = math.lcm(*(card.patch_multiple for card in cards))
    size = max(card.patch_size for card in cards)
    return replace(
        first,
        id=JOINT.join(card.id for card in cards),
        title=" + ".join(card.title for card in cards),
        version=JOINT.join(card.version for card in cards),
        levels=tuple(level for level in first.levels if all(level in card.levels for card in cards)),
        bands=tuple(dict.fromkeys(band for card in cards for band in card.bands)),
        resolution=(max(card.resolution[0] for card in cards), min(card.resolution[1] for card in cards)),
        mean=(),
        std=(),
        patch_size=size + -size % multiple,
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
