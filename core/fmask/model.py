"""Fmask as a model: it keeps the fields of all strips, and classifies when the last one has been read."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ..angles.view import Angles, angles_of
from ..cards.card import Rules
from ..classes import CLASS_OF_KEY, CLEAR, NODATA, SHADOW, SNOW, THICK_CLOUD, WATER
from ..decoding.band_image import MAX_COUNT
from ..product.bands import NATURAL_COLOUR
from ..product.strips import PlannedScene, Strip
from ..raster.disc_mean import Lines
from ..raster.morphology import dilated
from . import fields as kept
from .clouds import find_clouds
from .fields import SceneFields
from .maps import check_elevation, check_water, slopes, water
from .moving_window import MovingWindow
from .parallax import false_cloud
from .projection import Drift
from .shadow import cast, potential
from .spectral import Reflectance, examine

_SNOW_REACH = 5000
"""Metres around a pixel in which uniform snow is told from cloud."""
_ROOFS_REACH = 250
"""Metres around roofs in which a cloud may be false."""
_LINES = 64
"""Lines of probabilities at a time."""


class Fmask:
    """The rules; one object masks any number of products, one at a time."""

    provider = "NumPy"
    """Named in place of an execution provider."""

    def __init__(self, bands: Sequence[str], classes: Sequence[str], rules: Rules) -> None:
        """Take the numbers of the rules.

        Args:
            bands: The bands of the strips.
            classes: Keys of the classes, in the order of the probabilities.
            rules: The numbers of the rules.
        """
        self._bands, self._classes, self._rules = bands, classes, rules
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
        codes = np.array([CLASS_OF_KEY[key].value for key in self._classes], np.uint8)
        for top in range(0, len(mask), _LINES):
            part = mask[top : top + _LINES, columns]
            yield Lines(top, (part == codes[:, None, None]).astype(np.float32), part != NODATA)

    def _mask(self, scene: PlannedScene, strips: Iterable[Strip], progress: Callable[[int], None]) -> NDArray[np.uint8]:
        """Classify a scene, (lines, columns) uint8 on the working grid."""
        grid = scene.bands.grid
        angles = angles_of(scene.source, grid)
        self._notices += [*angles.warnings, *self._try_maps(scene)]
        fields = self._read(scene, strips, progress)
        self._add_maps(fields, scene, angles)
        cloud, ground = find_clouds(fields, self._rules.threshold, round(_SNOW_REACH / grid.pixel_size))
        flags, nir, swir = fields.flags, fields.nir, fields.swir
        del fields
        progress(scene.plan.count)
        if self._rules.parallax:
            near = dilated((flags & kept.BUILT_UP) != 0, _ROOFS_REACH / grid.pixel_size)
            cloud &= ~false_cloud(cloud, near, (flags & kept.DISPLACED) != 0, grid.pixel_size)
            progress(scene.plan.count)
        dark = potential(nir, swir, *ground.dark, grid.pixel_size)
        dark &= (flags & kept.SHADED) == 0
        del nir, swir
        progress(scene.plan.count)
        drift = Drift(angles, grid.pixel_size)
        shadow = cast(cloud, dark, (flags & kept.DATA) == 0, drift, lambda: progress(scene.plan.count))
        progress(scene.plan.count)
        mask = np.full(grid.shape, CLEAR, np.uint8)
        for value, pixels, radius in (
            (WATER, (flags & kept.WATER) != 0, 0),
            (SNOW, (flags & kept.SNOW) != 0, self._rules.snow_dilate_px),
            (SHADOW, shadow, self._rules.shadow_dilate_px),
            (THICK_CLOUD, cloud, self._rules.dilate_px),
        ):
            mask[dilated(pixels, radius)] = value
        mask[(flags & kept.DATA) == 0] = NODATA
        return mask

    def _read(self, scene: PlannedScene, strips: Iterable[Strip], progress: Callable[[int], None]) -> SceneFields:
        """Test the pixels of all strips."""
        grid, left = scene.bands.grid, scene.plan.columns[0]
        fields, window = SceneFields(grid.shape), MovingWindow(grid.pixel_size)
        for number, strip in enumerate(strips, start=1):
            bands = self._keep(fields, scene, strip)
            if self._rules.parallax:
                for top, index in window.add(strip.top, (bands["B07"], bands["B08"], bands["B8A"])):
                    fields.add_displacement((top, left), index)
            progress(number)
        for top, index in window.rest():
            fields.add_displacement((top, left), index)
        return fields

    def _try_maps(self, scene: PlannedScene) -> list[str]:
        """Try the user's rasters on a sample of their pixels before the scene is read, and return warnings."""
        grid, name = scene.bands.grid, scene.source.acquisition.name
        elevation, water_map = self._rules.elevation, self._rules.water_map
        return [
            *(check_elevation(elevation, grid, name) if elevation else ()),
            *(check_water(water_map, grid, name) if water_map else ()),
        ]

    def _add_maps(self, fields: SceneFields, scene: PlannedScene, angles: Angles) -> None:
        """Correct the water of a scene by the user's rasters, and mark hillsides in the shade."""
        grid, name = scene.bands.grid, scene.source.acquisition.name
        if self._rules.elevation:
            for lines, steep, shaded in slopes(self._rules.elevation, grid, name, angles):
                fields.drop(kept.WATER, steep | shaded, lines)
                fields.set(kept.SHADED, shaded, lines)
        if self._rules.water_map:
            for lines, pixels in water(self._rules.water_map, grid, name):
                fields.set(kept.WATER, pixels & fields.has(kept.DATA, lines), lines)

    def _keep(self, fields: SceneFields, scene: PlannedScene, strip: Strip) -> Mapping[str, Reflectance]:
        """Test the pixels of a strip, keep what is needed again, and return its reflectance."""
        unit = np.float32(1 / scene.source.quantification)
        bands = {band: counts * unit for band, counts in zip(self._bands, strip.counts)}
        saturated = np.zeros(strip.nodata.shape, np.bool_)
        for band in NATURAL_COLOUR:
            saturated |= strip.counts[self._bands.index(band)] == MAX_COUNT
        corner = strip.top, scene.plan.columns[0]
        fields.add(corner, ~strip.nodata, bands, examine(bands, saturated))
        return bands
