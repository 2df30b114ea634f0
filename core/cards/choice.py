"""The choice of the model for a scene: the default of its level and resolution, one by its id, or an ensemble."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import takewhile

from ..errors import ModelCardError, SettingError
from ..language import translated
from ..product.bands import BANDS, MAX_RESOLUTION
from .card import ModelCard, load_cards
from .stored import is_stored

AUTO = "auto"
"""The default networks of a product's level and a resolution."""
FAST = "auto-fast"
"""The first of them alone, in about two thirds of the time."""
AUTOMATIC = (AUTO, FAST)
"""Names of choices that depend on the product."""
JOINT = "+"
"""Separates the ids of the models of an ensemble."""

_DEFAULT_FINE = {"L1C": "ukis-4b-l1c", "L2A": "ukis-4b-l2a"}
_DEFAULT = {"L1C": "ukis-6b-l1c", "L2A": "ukis-6b-l2a"}
DEFAULT_FROM = 20
"""Metres from which the 6-band networks take part. Short-wave infrared separates snow from cloud, but has pixels of
20 m: at 10 m the 6 bands over-mask (kappa 0.66 against 0.83 of the 4 bands on a labelled scene of cumulus)."""


class _Names:
    """The names of models in the advice of this process."""

    are_titles = False


def name_by_titles(wanted: bool = True) -> None:
    """Name models in advice by their titles, as windows list them, in place of their ids, as Python takes them."""
    _Names.are_titles = wanted


def names_to_choose(cards: Iterable[ModelCard]) -> list[str]:
    """Name models that the user may choose: first those that can be used without a download.

    Returns:
        Ids, or titles in the user's language, see `name_by_titles`; with a note on models to download first.
    """
    names: dict[bool, list[str]] = {True: [], False: []}
    for card in cards:
        names[is_stored(card)].append(card.named if _Names.are_titles else card.id)
    return [*names[True], *(translated("{model} (not downloaded)", model=name) for name in names[False])]


def _names_with_automatic(cards: Iterable[ModelCard]) -> list[str]:
    """Name the automatic choice and models that the user may choose; see `names_to_choose`."""
    return [translated("Automatic") if _Names.are_titles else AUTO, *names_to_choose(cards)]


def choose_card(level: str, resolution: float, model: str = AUTO, bands: Collection[str] = BANDS) -> ModelCard:
    """Choose the card to mask a product with.

    Args:
        level: The product's processing level, `L1C` or `L2A`.
        resolution: Pixel size of the mask in metres.
        model: Id of a card; ids joined by `+`; `auto` for the default of the level and resolution; or `auto-fast` for
            its first network alone.
        bands: The bands of the product; the default depends on them.

    Raises:
        SettingError: no card has this id, or the card does not support the level.
        ModelCardError: the cards cannot be used together.
    """
    cards = load_cards()
    if model in AUTOMATIC:
        default, fine = cards[_DEFAULT[level]], cards[_DEFAULT_FINE[level]]
        if resolution < DEFAULT_FROM or not set(default.bands) <= set(bands):
            return fine
        return join_cards([default, fine]) if model == AUTO else default
    return join_cards([_card_by_id(name, level, cards) for name in model.split(JOINT)])


def default_cards() -> list[ModelCard]:
    """Return the cards from which `auto` and `auto-fast` choose."""
    cards = load_cards()
    return [cards[model] for model in (*_DEFAULT.values(), *_DEFAULT_FINE.values())]


def check_known(model: str) -> None:
    """Raise if no such model exists.

    Raises:
        SettingError: the model is neither automatic nor the id of a card.
    """
    if model not in AUTOMATIC:
        _known(model, load_cards())


def check_resolution(card: ModelCard, resolution: float, level: str) -> None:
    """Raise if a mask is finer than the model supports; for a coarser mask the model runs at its own pixel size.

    Args:
        card: The model.
        resolution: Pixel size of the mask in metres.
        level: The product's processing level.

    Raises:
        SettingError: the mask is finer than the model's finest pixel size.
    """
    finest = card.resolution[0]
    if resolution >= finest:
        return
    values = {
        "model": card.named,
        "pixels": pixels_of(card),
        "resolution": resolution,
        "names": _names_with_automatic(other for other in load_cards().values() if _supports(other, level, resolution)),
    }
    if finest > MAX_RESOLUTION:
        raise SettingError(
            "{model} supports pixels of {pixels}, not of {resolution:g} m. Choose one of: {names}.",
            **values,
        )
    raise SettingError(
        "{model} supports pixels of {pixels}, not of {resolution:g} m. Choose {finest:g} m or more, or one of: "
        "{names}.",
        finest=finest,
        **values,
    )


def pixels_of(card: ModelCard) -> str:
    """Name the pixel sizes that a model supports."""
    finest, coarsest = card.resolution
    if finest == coarsest:
        return translated("{finest:g} m", finest=finest)
    return translated("{finest:g} to {coarsest:g} m", finest=finest, coarsest=coarsest)


def _supports(card: ModelCard, level: str, resolution: float) -> bool:
    return level in card.levels and card.network_resolution(resolution) == resolution


def _known(model: str, cards: Mapping[str, ModelCard]) -> ModelCard:
    if model not in cards:
        known = {name.casefold(): name for name in (*AUTOMATIC, *cards)}
        nearest = get_close_matches(model.casefold(), known, 1)
        if nearest:
            raise SettingError(
                "There is no model {model!r}. {nearest} may be meant.", model=model, nearest=known[nearest[0]]
            )
        raise SettingError(
            "There is no model {model!r}. Choose auto or one of: {names}; or import it with Raster > CloudS2Mask > "
            "Models.",
            model=model,
            names=list(cards),
        )
    return cards[model]


def _card_by_id(model: str, level: str, cards: Mapping[str, ModelCard]) -> ModelCard:
    card = _known(model, cards)
    if level not in card.levels:
        raise SettingError(
            "{model} supports {levels} products, not {level}. Choose one of: {names}.",
            model=card.named,
            levels=" + ".join(card.levels),
            level=level,
            names=_names_with_automatic(other for other in cards.values() if level in other.levels),
        )
    return card


def join_cards(cards: Sequence[ModelCard]) -> ModelCard:
    """Join models into an ensemble: the mean of their probabilities, from the same patches.

    Raises:
        ModelCardError: a card occurs twice, the cards differ in their classes, or have no resolution in common.
    """
    if len(cards) == 1:
        return cards[0]
    joint = _joint_card(cards)
    _check_joint(joint)
    return joint


def _check_joint(joint: ModelCard) -> None:
    """Raise if models cannot be used together.

    Raises:
        ModelCardError: see `join_cards`.
    """
    cards = joint.members
    names = " and ".join(card.id for card in cards)

    def refuse(field: str, reason: str) -> ModelCardError:
        return ModelCardError(
            "{names} cannot be used together: {reason}. Choose one of them.", names=names, field=field, reason=reason
        )

    if len({card.id for card in cards}) < len(cards):
        raise ModelCardError("{names} are the same model. Name each model once.", names=names, field="id")
    if any(sorted(card.classes) != sorted(set(cards[0].classes)) for card in cards):
        raise refuse("classes", translated("their classes differ"))
    if any(card.rules for card in cards):
        raise refuse("rules", translated("one of them consists of rules, without probabilities"))
    if any(card.context == "pixel" or card.decision for card in cards):
        raise refuse("context", translated("one of them classifies each pixel on its own"))
    if not joint.levels:
        raise refuse("levels", translated("they have no processing level in common"))
    finest, coarsest = joint.resolution
    if finest > coarsest:
        sizes = "; ".join(f"{card.id}: {pixels_of(card)}" for card in cards)
        raise refuse("resolution", translated("they have no pixel size in common ({sizes})", sizes=sizes))
    for card in cards:
        if card.fixed_size and card.patch_size != joint.patch_size:
            raise refuse(
                "patch_size",
                translated(
                    "{id} only supports patches of {own} pixels, not of {size}",
                    id=card.id,
                    own=card.patch_size,
                    size=joint.patch_size,
                ),
            )


def known_card(model: str) -> ModelCard | None:
    """Return the card of an id, or of ids joined by `+`, as masks name their model; None if there is none any more."""
    cards = load_cards()
    names = model.split(JOINT)
    if not all(name in cards for name in names):
        return None
    try:
        return join_cards([cards[name] for name in names])
    except ModelCardError:  # imported again with other classes
        return None


def _common_shares(cards: Sequence[ModelCard]) -> dict[str, float]:
    """Return the largest of the least shares of each class that has one in every card."""
    common = set.intersection(*(set(card.least_share) for card in cards))
    return {key: max(card.least_share[key] for card in cards) for key in sorted(common)}


def _joint_card(cards: Sequence[ModelCard]) -> ModelCard:
    """Build the card of an ensemble, with the levels and resolutions in common and the largest patches."""
    first = cards[0]
    multiple = math.lcm(*(card.patch_multiple for card in cards))
    size = max(card.patch_size for card in cards)
    return replace(
        first,
        id=JOINT.join(card.id for card in cards),
        title=" + ".join(card.title for card in cards),
        version=JOINT.join(card.version for card in cards),
        levels=tuple(level for level in first.levels if all(level in card.levels for card in cards)),
        least_share=_common_shares(cards),
        bands=tuple(dict.fromkeys(band for card in cards for band in card.bands)),
        resolution=(max(card.resolution[0] for card in cards), min(card.resolution[1] for card in cards)),
        mean=(),
        std=(),
        any_sensor=all(card.any_sensor for card in cards),
        patch_size=size + -size % multiple,
        patch_multiple=multiple,
        patch_overlap=max(card.patch_overlap for card in cards),
        patch_shape="fitted" if all(card.patch_shape == "fitted" for card in cards) else "square",
        activation="none",
        blend="probabilities",
        networks=(),
        licence=", ".join(dict.fromkeys(card.licence for card in cards)),
        citation="; ".join(dict.fromkeys(card.citation for card in cards)),
        source=None,
        publication=None,
        summary="",
        folder=None,
        members=tuple(cards),
    )


def short_name(model: str) -> str:
    """Shorten the joined ids of an ensemble for titles and columns: `ukis-6b+4b-l1c` for the two of `auto`.

    What all ids begin and end with, between hyphens, stands there once. The id of one model stays as it is.
    """
    ids = [one.split("-") for one in model.split(JOINT)]
    head = _count_of_same(ids)
    tail = _count_of_same([one[head:][::-1] for one in ids])
    middles = ["-".join(one[head : len(one) - tail]) for one in ids]
    if not all(middles):
        return model
    return "-".join([*ids[0][:head], JOINT.join(middles), *ids[0][len(ids[0]) - tail :]])


def _count_of_same(lists: Sequence[Sequence[str]]) -> int:
    """Count the first items that are the same in all lists."""
    return len(list(takewhile(lambda items: len(set(items)) == 1, zip(*lists))))
