"""Choose the model and threshold of a source, and refuse or warn of settings that do not fit it; needs no rasterio."""

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
from ..settings import MaskSettings

if TYPE_CHECKING:
    from ..product.source import Source


def decision_of(card: ModelCard, settings: MaskSettings) -> Decision | None:
    """How the probabilities of a model become classes; None: the likeliest class is taken.

    Raises:
        SettingError: the settings say how a threshold is used, and the model has none.
    """
    given = {name: value for name in Decision.__dataclass_fields__ if (value := getattr(settings, name)) is not None}
    if card.decision is None:
        if given:
            raise SettingError(
                "{names} cannot be honoured: the model {id} has no threshold, a pixel is of its likeliest "
                "class. Leave that out, or choose a model with a threshold, such as s2cloudless.",
                names=" and ".join(given),
                id=card.id,
            )
        return None
    return replace(card.decision, **given)


def card_for(source: Source, settings: MaskSettings) -> ModelCard:
    """The card to mask a source with.

    Raises:
        SettingError: see `check_resolution`; a raster is masked on its own pixels, whatever their size.
        SettingError: the valid mask leaves out no class that the model tells apart.
        SettingError, SettingError, ModelCardError: see `choose_card`.
    """
    level, resolution, ensembling = source.acquisition.level, settings.processing_res, settings.model_ensembling
    card = choose_card(level, resolution, settings.model, source.expected_bands, ensembling=ensembling)
    if not settings.of_raster:
        check_resolution(card, resolution, level)
    _check_valid_mask(card, settings)
    return card


def _check_valid_mask(card: ModelCard, settings: MaskSettings) -> None:
    """Refuse a valid mask that would call everything usable."""
    left_out = settings.valid_mask.invalid if settings.valid_mask else card.classes
    if not set(left_out) & set(card.classes):
        raise SettingError(
            "The valid mask leaves out {classes}, which the model {model} does not tell apart: all would be "
            "usable. Choose among its classes: {known}.",
            classes=", ".join(left_out),
            model=card.id,
            known=", ".join(key for key in card.classes if key in INVALID_CLASSES),
        )


def setting_warnings(card: ModelCard, settings: MaskSettings) -> Iterator[str]:
    """Warn of a model that runs at other pixels than the mask's, and of options that change nothing.

    The default model runs at finer pixels by design, from 40 m on: that is not warned of.
    """
    asked = settings.processing_res
    used = card.network_resolution(asked)
    # The pixel sizes of rasters that were warped are round but for their last digits.
    if not math.isclose(used, asked, rel_tol=1e-3) and (used > asked or settings.model != AUTO):
        yield message(
            "The model {model} works at {pixels}, not at {asked:g} m: it runs at {used:g} m, and the mask is "
            "resampled from that.",
            model=card.id,
            pixels=pixels_of(card),
            asked=asked,
            used=used,
        )
    if settings.tta_max_depth and card.context == "pixel":
        yield message(
            "tta_max_depth changes nothing: the model {model} judges each pixel alone, turned or not.", model=card.id
        )
    several = any(one.networks != one.networks_in_use(ensembling=False) for one in card.members or (card,))
    if settings.model_ensembling and settings.model != AUTO and not several:
        yield message("model_ensembling changes nothing: the model {model} has no further networks.", model=card.id)
