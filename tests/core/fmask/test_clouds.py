"""Clouds of small scenes: the thresholds follow the clear ground of the same scene."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.fmask.clouds import Ground, find_clouds
from ....core.fmask.fields import DATA, POTENTIAL, SNOW, WATER, SceneFields
from ....core.fmask.spectral import examine
from .test_spectral import CLOUD, FIELD, LAKE
from .test_spectral import SNOW as SNOWFIELD

CLEAR_SKY = 0.001
"""Reflectance of B10 over clear ground."""


def scene(kinds: np.ndarray, pixels: list[dict[str, float]], has_data: np.ndarray | None = None) -> SceneFields:
    """Make the fields of a scene: (lines, columns) numbers of pixels."""
    bands = {
        band: np.array([pixel.get(band, CLEAR_SKY) for pixel in pixels], np.float32)[kinds]
        for band in ("B02", "B03", "B04", "B08", "B10", "B11", "B12")
    }
    fields = SceneFields((kinds.shape[0], kinds.shape[1]))
    has_data = np.ones(kinds.shape, np.bool_) if has_data is None else has_data
    fields.add((0, 0), has_data, bands, examine(bands, np.zeros(kinds.shape, np.bool_)))
    return fields


def square(background: int, inside: int, edge: int = 60) -> np.ndarray:
    """Put a square of 20 pixels into the middle of a scene."""
    kinds = np.full((edge, edge), background)
    kinds[20:40, 20:40] = inside
    return kinds


def clouds(fields: SceneFields, threshold: float = 0.2) -> tuple[np.ndarray, Ground]:
    """Find the clouds with windows of 9 pixels."""
    return find_clouds(fields, threshold, 4)


def test_a_cloud_over_fields_is_found_with_its_outline():
    """Clear land has HOT .01 - .08 + ..., so that a white pixel of HOT .12 is certain, and its variability decides."""
    kinds = square(0, 1)
    found, ground = clouds(scene(kinds, [FIELD, CLOUD]))
    assert np.array_equal(found, kinds == 1)
    assert ground.is_enough
    assert ground.hot == pytest.approx((-0.02 - 0.04, -0.02 + 0.04))
    assert ground.dark == (4000, 2000)


def test_the_threshold_is_added_to_the_probability_of_clear_land():
    """Clear land: (-.02 + .06) / .08 x .26 = .13. The cloud has 1 x (1 - .2) = .8: it is lost from .67 on."""
    kinds = square(0, 1)
    fields = [FIELD, CLOUD]
    # FIELD: NDVI .34 / .46 = .739, so its variability is .261; CLOUD: NDBI -.15 / .75 = -.2.
    limit = 0.5 * (1 - 0.34 / 0.46)
    assert clouds(scene(kinds, fields), 0.8 - limit - 0.005)[0].any()
    assert not clouds(scene(kinds, fields), 0.8 - limit + 0.005)[0].any()


def test_cirrus_is_found_above_the_level_of_clear_ground():
    """B10 of clear ground is taken off: .012 is cirrus over ground of .001, and none over ground of .003."""
    veil = {**FIELD, "B10": 0.012}
    assert scene_potential([FIELD, veil]).any()
    assert not scene_potential([{**FIELD, "B10": 0.003}, veil]).any()


def scene_potential(pixels: list[dict[str, float]]) -> np.ndarray:
    """Return the potential cloud of a square of the second pixel."""
    fields = scene(square(0, 1), pixels)
    clouds(fields)
    return fields.has(POTENTIAL)


def test_thick_cirrus_is_cloud_over_land_and_over_water():
    """Half of B10 / .04 is added to the probability: .044 gives .54."""
    for ground in (FIELD, LAKE):
        kinds = square(0, 1)
        found, _ = clouds(scene(kinds, [ground, {**ground, "B10": 0.045}]))
        assert np.array_equal(found, kinds == 1)


def test_a_bright_pixel_over_water_is_cloud_by_its_short_wave_infrared():
    """Over water the probability is B11 / .11: half of it decides, whatever the land of the scene."""
    bright = {"B02": 0.2, "B03": 0.16, "B04": 0.12, "B08": 0.109, "B12": 0.04}
    kinds = square(0, 1)
    for swir, is_cloud in ((0.06, True), (0.05, False)):
        fields = scene(kinds, [LAKE, {**bright, "B11": swir}])
        assert fields.has(WATER)[30, 30]
        assert clouds(fields)[0][30, 30] == is_cloud


def test_uniform_snow_is_taken_out_of_potential_cloud_and_rough_snow_is_not():
    """Snow that passes the tests of cloud stays potential cloud unless B03 hardly deviates around it."""
    white = {**SNOWFIELD, "B11": 0.15, "B12": 0.1}  # NDSI .68
    kinds = np.zeros((60, 60), int)
    fields = scene(kinds, [white])
    assert fields.has(POTENTIAL | SNOW).all()
    clouds(fields)
    assert not fields.has(POTENTIAL).any()
    kinds[::2] = 1
    fields = scene(kinds, [white, {**white, "B03": 0.7, "B04": 0.7}])
    clouds(fields)
    assert fields.has(POTENTIAL | SNOW).all()


def test_with_hardly_a_clear_pixel_all_potential_cloud_is_cloud():
    """Below 3 % of clear pixels there is nothing to compare with."""
    kinds = np.ones((100, 100), int)
    kinds[:2] = 0
    found, ground = clouds(scene(kinds, [FIELD, CLOUD]))
    assert not ground.is_enough
    assert found[2:].all()
    assert not found[0].any()
    kinds[:4] = 0
    assert clouds(scene(kinds, [FIELD, CLOUD]))[1].is_enough


@pytest.mark.parametrize(
    ("pixel", "is_cloud"), [(CLOUD, True), (LAKE, False), (SNOWFIELD, False), (FIELD, False)], ids=str
)
def test_a_scene_of_one_kind_has_one_answer(pixel, is_cloud):
    """All cloud, all water, all snow and all land: nothing divides by 0, and no pixel differs from the others."""
    found, _ = clouds(scene(np.zeros((30, 30), int), [pixel]))
    assert (found == is_cloud).all()


def test_a_scene_without_data_has_no_cloud():
    """Nothing was added, so nothing is found."""
    found, ground = clouds(SceneFields((30, 30)))
    assert not found.any()
    assert not ground.is_enough


def test_a_hole_among_clouds_is_filled_and_a_pixel_without_data_is_not():
    """A pixel is cloud where 5 of the 3 x 3 around it are."""
    kinds = square(0, 1)
    kinds[30, 30] = 0
    has_data = np.ones(kinds.shape, np.bool_)
    has_data[25, 25] = False
    fields = scene(kinds, [FIELD, CLOUD], has_data)
    assert not fields.has(DATA)[25, 25]
    found, _ = clouds(fields)
    assert found[30, 30]
    assert not found[25, 25]
    assert np.count_nonzero(found) == 400 - 1


def test_low_sun_does_not_turn_snow_or_land_into_cloud():
    """With the sun at 80 degrees, reflectance at the top of the atmosphere is low and blue: the statistics follow."""
    haze = {"B02": 0.06, "B03": 0.03, "B04": 0.015, "B10": 0.0005}
    dim = [{band: 0.3 * value + haze.get(band, 0) for band, value in pixel.items()} for pixel in (FIELD, SNOWFIELD)]
    kinds = square(0, 1)
    found, _ = clouds(scene(kinds, dim))
    assert not found.any()
