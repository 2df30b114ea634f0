"""Spectral tests of single pixels, with the answers worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.fmask.spectral import Findings, examine

CLOUD = {"B02": 0.4, "B03": 0.4, "B04": 0.4, "B08": 0.45, "B11": 0.3, "B12": 0.2}
FIELD = {"B02": 0.09, "B03": 0.09, "B04": 0.06, "B08": 0.4, "B11": 0.2, "B12": 0.1}
LAKE = {"B02": 0.08, "B03": 0.06, "B04": 0.04, "B08": 0.03, "B11": 0.01, "B12": 0.01}
SNOW = {"B02": 0.8, "B03": 0.8, "B04": 0.78, "B08": 0.7, "B11": 0.07, "B12": 0.06}
ROOF = {"B02": 0.25, "B03": 0.25, "B04": 0.25, "B08": 0.26, "B11": 0.28, "B12": 0.2}


def of(pixel: dict[str, float], *, saturated: bool = False) -> Findings:
    """Test one pixel."""
    return examine(
        {band: np.full((1, 1), value, np.float32) for band, value in pixel.items()}, np.full((1, 1), saturated)
    )


def has(name: str, pixel: dict[str, float], **changed: float) -> bool:
    """Return a result for a pixel of which some bands are changed."""
    return bool(getattr(of({**pixel, **changed}), name)[0, 0])


def test_a_bright_white_pixel_may_be_cloud_and_a_field_is_none():
    """Clouds are bright in blue, white, and not green."""
    assert has("potential", CLOUD)
    assert not has("potential", FIELD)


@pytest.mark.parametrize(
    "change",
    [
        {"B12": 0.03},  # not above .03
        {"B11": 0.04},  # NDSI .82
        {"B08": 3.7},  # NDVI .80
        {"B02": 0.27, "B04": 0.4},  # HOT -.01
        {"B08": 0.22},  # B08 / B11 .73
        {"B02": 0.9, "B03": 0.1, "B04": 0.3},  # whiteness 1.08
    ],
    ids=["dark", "snow", "green", "red", "rock", "coloured"],
)
def test_each_test_alone_takes_a_pixel_out_of_potential_cloud(change):
    """A pixel that fails a single test is no potential cloud."""
    assert not has("potential", CLOUD, **change)


@pytest.mark.parametrize(
    ("nir", "red", "is_water"),
    [(0.10, 0.10, True), (0.12, 0.13, False), (0.049, 0.042, True), (0.06, 0.051, False), (0.09, 0.05, False)],
    ids=["dark", "bright", "clear", "not so clear", "green"],
)
def test_water_is_dark_in_near_infrared_and_not_green(nir, red, is_water):
    """NDVI below .01 with B08 below .11, or NDVI below .1 with B08 below .05."""
    assert has("water", LAKE, B08=nir, B04=red) == is_water


def test_snow_needs_more_than_a_bright_green_band():
    """Snow is dark in short-wave infrared: a cloud as bright in B03 is no snow, nor is water of the same index."""
    assert has("snow", SNOW)
    assert not has("snow", CLOUD, B03=0.8, B11=0.6)  # NDSI .14
    assert not has("snow", SNOW, B08=0.11)
    assert not has("snow", SNOW, B03=0.1, B11=0.01)
    assert not has("snow", SNOW, B02=0.12, B03=0.14, B04=0.17, B08=0.15, B11=0.055)  # a muddy river


def test_a_roof_is_brighter_in_short_wave_infrared():
    """Built-up: NDBI above 0 and above NDVI, and no water."""
    assert has("built_up", ROOF)
    assert not has("built_up", FIELD)
    assert not has("built_up", ROOF, B08=0.1, B04=0.1)  # as dark as water


def test_the_haze_optimised_transform_and_the_variability_are_those_of_the_papers():
    """HOT is B02 - B04 / 2 - .08; the variability is 1 - the largest index, here NDVI .4 / .5 - a tenth."""
    found = of({**CLOUD, "B04": 0.1, "B02": 0.2, "B03": 0.15, "B08": 0.3})
    assert found.hot[0, 0] == pytest.approx(0.2 - 0.05 - 0.08)
    # NDVI .5, NDSI (.15 - .3) / .45 = -.33, NDBI 0, whiteness (.05 + 0 + .05) / .15 = .67
    assert found.variability[0, 0] == pytest.approx(1 - 0.1 / 0.15, abs=1e-6)


def test_a_saturated_pixel_has_no_colour():
    """Whiteness, NDVI and NDSI of a saturated pixel are wrong, so they count as 0, and HOT does not matter."""
    coloured = {**CLOUD, "B02": 0.9, "B03": 3.2, "B04": 2.0}
    assert not of(coloured).potential[0, 0]
    found = of(coloured, saturated=True)
    assert found.potential[0, 0]
    assert found.variability[0, 0] == pytest.approx(1 - 0.2)  # NDBI (.3 - .45) / .75


def test_reflectance_below_zero_gives_finite_results():
    """Dark pixels of baselines with offsets may be below 0 in every band."""
    found = of(dict.fromkeys(CLOUD, -0.01))
    assert np.isfinite(found.hot).all()
    assert found.variability[0, 0] == 1
    assert not found.potential[0, 0]
