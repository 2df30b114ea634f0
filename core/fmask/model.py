"""Fmask as a model: it keeps the fields of all strips, and classifies when the last one has been read."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable

import numpy as np
from numpy.typing import NDArray

from ..cards.card import ModelCard
from ..classes import CLASS_OF_KEY, CLEAR, NODATA, SNOW, THICK_CLOUD, WATER
from ..decoding.band_image import MAX_COUNT
from ..product.bands import NATURAL_COLOUR
from ..product.strips import PlannedScene, Strip
from ..raster.disc_mean import Lines
from ..raster.morphology import dilated
from . import fields as kept
from .clouds import find_clouds
from .fields import SceneFields
from .spectral import tested

_SNOW_REACH = 5000
"""Metres around a pixel in which uniform snow is told from cloud."""
_LINES = 64
"""Lines of probabilities at a time."""


class Fmask:
    """The rules of a card, with the notices of the scene that was masked last."""

    provider = "NumPy"
    """Named in place of an execution provider."""

    def __init__(self, card: ModelCard) -> None:
        """Keep the card, which has rules."""
        if card.rules is None:
            raise ValueError(card.id)
        self._card, self._rules = card, card.rules
        self._notices: list[str] = []

    def take_notices(self) -> list[str]:
        """Return and clear the messages for the user."""
        notices, self._notices = self._notices, []
        return notices

    def lines(
        self, scene: PlannedScene, strips: Iterable[Strip], progress: Callable[[int], None]
    ) -> Generator[Lines, None, None]:
        """Yield the classes of a scene as probabilities of 0 and 1; see `Predictor`."""
        if not scene.plan.rows:
            return
        mask = self._mask(scene, strips, progress)
        columns = slice(scene.plan.columns[0], min(scene.plan.columns[1], mask.shape[1]))
        codes = np.array([CLASS_OF_KEY[key].value for key in self._card.classes], np.uint8)
        for top in range(0, len(mask), _LINES):
            part = mask[top : top + _LINES, columns]
            yield Lines(top, (part == codes[:, None, None]).astype(np.float32), part != NODATA)

    def _mask(self, scene: PlannedScene, strips: Iterable[Strip], progress: Callable[[int], None]) -> NDArray[np.uint8]:
        """Classify a scene, (lines, columns) uint8 on the working grid."""
        grid = scene.bands.grid
        fields = SceneFields(grid.shape)
        for number, strip in enumerate(strips, start=1):
            self._keep(fields, scene, strip)
            progress(number)
        cloud, _ground = find_clouds(fields, self._rules.threshold, round(_SNOW_REACH / grid.pixel_size))
        progress(scene.plan.count)
        mask = np.full(grid.shape, CLEAR, np.uint8)
        for value, pixels, radius in (
            (WATER, fields.has(kept.WATER), 0),
            (SNOW, fields.has(kept.SNOW), self._rules.snow_dilate_px),
            (THICK_CLOUD, cloud, self._rules.dilate_px),
        ):
            mask[dilated(pixels, radius)] = value
        mask[~fields.has(kept.DATA)] = NODATA
        return mask

    def _keep(self, fields: SceneFields, scene: PlannedScene, strip: Strip) -> None:
        """Test the pixels of a strip, and keep what is needed again."""
        unit = np.float32(1 / scene.source.quantification)
        bands = {band: counts * unit for band, counts in zip(self._card.bands, strip.counts)}
        saturated = np.zeros(strip.nodata.shape, np.bool_)
        for band in NATURAL_COLOUR:
            saturated |= strip.counts[self._card.bands.index(band)] == MAX_COUNT
        corner = strip.top, scene.plan.columns[0]
        fields.add(corner, ~strip.nodata, bands, tested(bands, saturated))
