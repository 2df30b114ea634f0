"""The model and threshold for a source, and checks of the settings; needs no rasterio."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..cards.card import Decision, ModelCard
from ..cards.choice import AUTO, check_resolution, choose_card, pixels_of
from ..classes import INVALID_CLASSES
from ..errors import SettingError
from ..language import message
from ..product.raster import Raster
from ..settings import MaskSettings

if TYPE_CHECKING:
    from ..product.source import Source


def decision_of(card: ModelCard, settings: MaskSettings) -> Decision | None:
    """Choose the threshold and discs of a model; None: a pixel has its likeliest class.

    Raises:
        SettingError: the settings have a threshold or a disc, but the model has no threshold.
    """
    given = {name: value for name in Decision.__dataclass_fields__ if (value := getattr(settings, name)) is not None}
    if card.decision is None:
        if given:
            raise SettingError(
                "{names} cannot be used: the model {model} has no threshold. Remove these options, or choose a model "
                "with a threshold, such as s2cloudless.",
                names=list(given),
                model=card.id,
            )
        return None
    return replace(card.decision, **given)


def card_for(source: Source, settings: MaskSettings) -> ModelCard:
    """Choose the card to mask a source with.

    Raises:
        SettingError: see `check_resolution`; rasters may have pixels of any size.
        SettingError: the valid mask excludes no class of the model.
        SettingError, ModelCardError: see `choose_card`.
    """
    level, resolution, ensembling = source.acquisition.level, settings.processing_res, settings.model_ensembling
    card = choose_card(level, resolution, settings.model, source.expected_bands, ensembling=ensembling)
    if not settings.of_raster:
        check_resolution(card, resolution, level)
    _check_valid_mask(card, settings)
    return card


def source_for(source: Source, card: ModelCard) -> Source:
    """Return a source as a model reads it; see `Raster.for_any_sensor`."""
    return source.for_any_sensor() if card.any_sensor and isinstance(source, Raster) else source


def _check_valid_mask(card: ModelCard, settings: MaskSettings) -> None:
    """Raise if every pixel of the valid mask would be usable."""
    invalid = settings.valid_mask.invalid if settings.valid_mask else card.classes
    if not set(invalid) & set(card.classes):
        raise SettingError(
            "The valid mask excludes {classes}, but the model {model} does not detect these classes. Choose from its "
            "classes: {names}.",
            classes=invalid,
            model=card.id,
            names=[key for key in card.classes if key in INVALID_CLASSES],
        )


def setting_warnings(card: ModelCard, settings: MaskSettings) -> Iterator[str]:
    """Warn if the chosen model runs at another pixel size, and of options without effect.

    The default model runs at finer pixels by design above 40 m, so there is no warning.
    """
    resolution = settings.processing_res
    used = card.network_resolution(resolution)
    # The pixel sizes of warped rasters differ from round numbers in their last digits.
    if not math.isclose(used, resolution, rel_tol=1e-3) and (used > resolution or settings.model != AUTO):
        yield message(
            "The model {model} supports pixels of {pixels}. It runs at {used:g} m, and the mask is resampled to "
            "{resolution:g} m.",
            model=card.id,
            pixels=pixels_of(card),
            resolution=resolution,
            used=used,
        )
    if settings.tta_max_depth and card.context == "pixel":
        yield message("tta_max_depth has no effect: the model {model} classifies each pixel on its own.", model=card.id)
    several = any(one.networks != one.networks_in_use(ensembling=False) for one in card.members or (card,))
    if settings.model_ensembling and settings.model != AUTO and not several:
        yield message("model_ensembling has no effect: the model {model} has no further networks.", model=card.id)
