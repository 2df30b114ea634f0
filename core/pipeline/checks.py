"""The model and threshold for a source, and checks of the settings; needs no rasterio."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from ..cards.card import MODEL_OPTIONS, Decision, ModelCard, Rules, load_cards
from ..cards.choice import AUTOMATIC, DEFAULT_FROM, check_resolution, choose_card, names_to_choose, pixels_of
from ..classes import INVALID_CLASSES
from ..errors import SettingError
from ..language import message
from ..masks.differences import setting_name
from ..product.product import Product
from ..product.raster import Raster
from ..settings import OPTIONS, MaskSettings

if TYPE_CHECKING:
    from ..product.source import Source

_SHADOW = "shadow"
Part = TypeVar("Part", Decision, Rules)


def card_for(source: Source, settings: MaskSettings) -> ModelCard:
    """Choose the card to mask a source with; see `with_thresholds`.

    Raises:
        SettingError: see `check_resolution`; rasters may have pixels of any size, but no rules.
        SettingError: an item has no checksums to verify; the valid mask excludes no class of the model.
        SettingError, ModelCardError: see `choose_card`.
    """
    level, resolution = source.acquisition.level, settings.processing_res
    card = choose_card(level, resolution, settings.model, source.expected_bands)
    if card.rules and not isinstance(source, Product):
        raise SettingError(
            "{model} supports products, not rasters and STAC items, which lack bands and angles that it needs. Choose "
            "another model.",
            model=card.named,
        )
    if not settings.of_raster:
        check_resolution(card, resolution, level)
    if settings.verify and not isinstance(source, Product):
        raise SettingError(
            "{name} requires a product: the files of a STAC item have no manifest.safe with checksums.", name="verify"
        )
    _check_valid_mask(card, settings)
    return with_thresholds(card, settings)


def with_thresholds(card: ModelCard, settings: MaskSettings) -> ModelCard:
    """Return a card with the thresholds, discs and rasters of the settings in place of its own.

    Raises:
        SettingError: the settings have an option that the model does not have.
    """
    given = _given(settings)
    unknown = [name for name in given if name not in card.options]
    if unknown:
        raise SettingError(
            "Options that {model} does not have: {names}. Remove them, or choose one of: {others}.",
            names=[setting_name(name) for name in unknown],
            model=card.named,
            others=names_to_choose(other for other in load_cards().values() if other.options.issuperset(unknown)),
        )
    return replace(
        card,
        decision=_with_given(card.decision, given),
        rules=_with_given(card.rules, given),
        least_share=_least_share(card, settings),
    )


def check_rules_are_among(models: Iterable[str], settings: MaskSettings) -> None:
    """Raise if options are given that only models of rules take here, and none of the models is one.

    Args:
        models: Ids of the models to run with the same settings.
        settings: The settings.

    Raises:
        SettingError: the options would have no effect.
    """
    cards, given = load_cards(), _given(settings)
    if given and not any(cards[model].rules for model in models if model in cards):
        raise SettingError(
            "Options for models that consist of rules, of which none is chosen: {names}. Remove them, or choose one "
            "of: {others}.",
            names=[setting_name(name) for name in given],
            others=names_to_choose(card for card in cards.values() if card.rules),
        )


def _given(settings: MaskSettings) -> dict[str, Any]:
    """Return the options that only some models have, without those that the user has left as they are."""
    return {name: value for name in MODEL_OPTIONS if (value := getattr(settings, name)) != OPTIONS[name].default}


def _with_given(part: Part | None, given: Mapping[str, Any]) -> Part | None:
    """Return the threshold and the discs of a model, with the values that are given."""
    return part and replace(part, **{one.name: given[one.name] for one in fields(part) if one.name in given})


def _least_share(card: ModelCard, settings: MaskSettings) -> Mapping[str, float]:
    """Return the probabilities from which a pixel may have a class, by the key of the class."""
    share = settings.shadow_share
    if share is None:
        return card.least_share
    if _SHADOW not in card.classes or card.rules:
        raise SettingError(
            "A least probability of shadow cannot be set for {model}, which gives none. Remove this option, or choose "
            "another model.",
            model=card.named,
        )
    others = {key: least for key, least in card.least_share.items() if key != _SHADOW}
    return {**others, _SHADOW: share} if share else others


def source_for(source: Source, card: ModelCard) -> Source:
    """Return a source as a model reads it; see `Raster.for_any_sensor`."""
    return source.for_any_sensor() if card.any_sensor and isinstance(source, Raster) else source


def _check_valid_mask(card: ModelCard, settings: MaskSettings) -> None:
    """Raise if every pixel of the valid mask would be usable."""
    invalid = settings.valid_mask.invalid if settings.valid_mask else card.classes
    if not set(invalid) & set(card.classes):
        raise SettingError(
            "The valid mask excludes {classes}, but {model} does not detect these classes. Choose from its classes: "
            "{names}.",
            classes=invalid,
            model=card.named,
            names=[key for key in card.classes if key in INVALID_CLASSES],
        )


def setting_warnings(source: Source, card: ModelCard, settings: MaskSettings) -> Iterator[str]:
    """Warn if the chosen model runs at another pixel size, and of options without effect.

    The default model runs at finer pixels by design above 40 m, so there is no warning.
    """
    resolution = settings.processing_res
    used = card.network_resolution(resolution)
    # The pixel sizes of warped rasters differ from round numbers in their last digits.
    if not math.isclose(used, resolution, rel_tol=1e-3) and (used > resolution or settings.model not in AUTOMATIC):
        yield message(
            "{model} supports pixels of {pixels}. It runs at {used:g} m, and the mask is resampled to {resolution:g} "
            "m.",
            model=card.named,
            pixels=pixels_of(card),
            resolution=resolution,
            used=used,
        )
    if isinstance(source, Raster):
        yield from _raster_warnings(source, card, settings)
    if settings.tta_max_depth and card.context != "patch":
        yield message("Test-time augmentation has no effect: {model} has no patches.", model=card.named)
    if settings.export_confidence and card.rules:
        yield message("The confidence of {model} is 0 or 100 %: rules have no probabilities.", model=card.named)
    several = any(one.networks != one.networks_in_use(ensembling=False) for one in card.members or (card,))
    if settings.model_ensembling and not several:
        yield message("Averaging all networks has no effect: {model} has no further networks.", model=card.named)


def _raster_warnings(raster: Raster, card: ModelCard, settings: MaskSettings) -> Iterator[str]:
    """Warn of a mask finer than the raster, and of the default network without short-wave infrared."""
    name, own, resolution = raster.acquisition.name, raster.pixel_size, settings.processing_res
    if resolution < own * (1 - 1e-3):
        yield message(
            "The mask has pixels of {resolution:g} m, but {name} has pixels of {own:g} m: finer pixels show no more, "
            "and labels are less accurate. Choose {own:g} m or more.",
            resolution=resolution,
            name=name,
            own=own,
        )
    if settings.model in AUTOMATIC and resolution >= DEFAULT_FROM and "B11" not in card.bands:
        yield message(
            "{name} has no short-wave infrared, so the network of 4 bands was used, which takes snow for cloud. Assign "
            "B11 and B12 if the raster has them.",
            name=name,
        )
