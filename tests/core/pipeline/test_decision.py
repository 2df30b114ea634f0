"""A threshold on the mean over a disc, as in s2cloudless: of pixels with data only, for strips of any height."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ....core import create_settings
from ....core.cards.card import Decision, load_cards
from ....core.errors import SettingError
from ....core.pipeline.checks import with_thresholds
from ....core.pipeline.classify import ClassRule
from ....core.raster.disc_mean import Lines, averaged
from ....core.raster.morphology import grow
from ...refusals import refused

S2CLOUDLESS = load_cards()["s2cloudless"]
CV2_DISKS = {
    1: [0, 1, 0],
    2: [0, 1, 2, 1, 0],
    3: [0, 2, 2, 3, 2, 2, 0],
    4: [0, 2, 3, 3, 4, 3, 3, 2, 0],
    5: [0, 3, 4, 4, 4, 5, 4, 4, 4, 3, 0],
    7: [0, 3, 4, 5, 6, 6, 6, 7, 6, 6, 6, 5, 4, 3, 0],
}
"""Discs of `s2cloudless.utils.cv2_disk` 1.7.3, as the half-width of each line."""


def offsets(radius: int) -> list[tuple[int, int]]:
    """List the pixels of a disc, (down, right) from its centre."""
    reach = range(-radius, radius + 1)
    return [(y, x) for y in reach for x in reach if y * y + x * x <= radius * radius]


def mean_over_disc(cloud: np.ndarray, has_data: np.ndarray, radius: int) -> np.ndarray:
    """Average the pixels with data around each pixel, mirrored at the edges, one pixel of the disc at a time."""
    height, width = cloud.shape
    total, count = np.zeros(cloud.shape), np.zeros(cloud.shape)
    padded, used = (np.pad(array, radius, mode="symmetric") for array in (np.where(has_data, cloud, 0), has_data))
    for y, x in offsets(radius):
        window = slice(radius + y, radius + y + height), slice(radius + x, radius + x + width)
        total += padded[window]
        count += used[window]
    return total / np.maximum(count, 1)


def run(cloud: np.ndarray, has_data: np.ndarray, radius: int, steps: list[int]) -> tuple[np.ndarray, list[int]]:
    """Average a scene whose lines come in steps, and return the means and the delay of each step in lines."""
    field = np.stack([1 - cloud, cloud]).astype(np.float32)
    given = 0

    def lines():
        nonlocal given
        for top, bottom in zip(steps, steps[1:]):
            given = bottom
            yield Lines(top, field[:, top:bottom], has_data[top:bottom])

    means, lags, next_top = np.full(cloud.shape, np.nan), [], steps[0]
    for part in averaged(lines(), radius, 0, (len(cloud), cloud.shape[1])):
        assert part.top == next_top
        next_top += len(part.has_data)
        lags.append(given - next_top)
        np.testing.assert_allclose(part.field.sum(axis=0), 1, atol=1e-6)
        assert np.array_equal(part.has_data, has_data[part.top : next_top])
        means[part.top : next_top] = part.field[1]
    assert next_top == steps[-1]
    return means, lags


def scene(height: int = 60, width: int = 40, seed: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Make probabilities of a scene, and the pixels that have data."""
    rng = np.random.default_rng(seed)
    has_data = rng.random((height, width)) > 0.2
    has_data[20:30, 5:20] = False
    return rng.random((height, width)).astype(np.float32), has_data


@pytest.mark.parametrize("radius", [1, 2, 3, 7, 20])
@pytest.mark.parametrize("steps", [[0, 60], [0, 1, 2, 3, 40, 41, 60], [0, 17, 34, 51, 60]])
def test_the_mean_over_the_disc_is_the_same_for_any_strips(radius, steps):
    """In strips of any height, each pixel has the mean of the pixels with data around it; edges are mirrored."""
    cloud, has_data = scene()
    means, _ = run(cloud, has_data, radius, steps)
    np.testing.assert_allclose(means[has_data], mean_over_disc(cloud, has_data, radius)[has_data], atol=1e-6)


def test_means_are_delayed_by_the_radius_of_the_disc_only():
    """In a scene of many strips, only as many lines as the radius are kept in memory."""
    cloud, has_data = scene(200)
    _, lags = run(cloud, has_data, 4, list(range(0, 201, 10)))
    assert lags == [4] * 19 + [0]


def test_pixels_outside_the_lines_do_not_contribute_to_the_mean():
    """Lines and columns outside an area count as nodata, not as clear, and are not mirrored either."""
    cloud, has_data = scene()
    part = slice(12, 47), slice(8, 31)
    field = np.stack([1 - cloud, cloud])[:, part[0], part[1]].astype(np.float32)
    given = [Lines(12, field, has_data[part])]
    means = np.concatenate([lines.field[1] for lines in averaged(given, 3, 8, (len(cloud), cloud.shape[1]))])
    cut = np.zeros_like(has_data)
    cut[part] = has_data[part]
    expected = mean_over_disc(cloud, cut, 3)[part]
    np.testing.assert_allclose(means[has_data[part]], expected[has_data[part]], atol=1e-6)


def test_lines_without_patches_are_nodata():
    """If a row of patches is missing between others, its lines count as nodata in the means."""
    cloud, has_data = scene()
    has_data[25:40] = False
    field = np.stack([1 - cloud, cloud]).astype(np.float32)
    given = [Lines(0, field[:, :25], has_data[:25]), Lines(40, field[:, 40:], has_data[40:])]
    means = np.concatenate([part.field[1] for part in averaged(given, 2, 0, (len(cloud), cloud.shape[1]))])
    np.testing.assert_allclose(means[has_data], mean_over_disc(cloud, has_data, 2)[has_data], atol=1e-6)


def test_a_scene_smaller_than_the_disc_is_mirrored_repeatedly():
    """A tiny raster with a large radius gives means, not an error."""
    cloud, has_data = scene(5, 4)
    means, _ = run(cloud, has_data, 9, [0, 2, 5])
    np.testing.assert_allclose(means[has_data], mean_over_disc(cloud, has_data, 9)[has_data], atol=1e-6)


@pytest.mark.parametrize("radius", CV2_DISKS)
def test_discs_are_those_of_s2cloudless(radius):
    """Dilation and averaging use the discs of the package."""
    edge = 2 * radius + 1
    mask = np.zeros((edge + 4, edge + 4), np.uint8)
    mask[radius + 2, radius + 2] = 1
    grow(mask, radius)
    assert [int(line.sum() // 2) if line.any() else -1 for line in mask] == [-1, -1, *CV2_DISKS[radius], -1, -1]
    point = np.zeros(mask.shape, np.float32)
    point[radius + 2, radius + 2] = 1
    means, _ = run(point, np.ones(mask.shape, np.bool_), radius, [0, len(mask)])
    assert np.array_equal(means > 0, mask == 1)


def test_cloud_is_above_the_threshold():
    """A pixel at the threshold is clear, a pixel just above it is cloud."""
    cloud = np.array([[0.39, 0.4, 0.4001, 0.9]], np.float32)
    rule = ClassRule(("clear", "thick_cloud"), 0.4)
    assert rule.apply(np.stack([1 - cloud, cloud])).tolist() == [[0, 0, 1, 1]]
    assert ClassRule(("clear", "thick_cloud")).apply(np.stack([1 - cloud, cloud])).tolist() == [[0, 0, 0, 1]]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, Decision(0.4, 1, 1)),
        ({"threshold": 0.6}, Decision(0.6, 1, 1)),
        ({"average_px": 0, "dilate_px": 0}, Decision(0.4, 0, 0)),
        ({"threshold": 0.2, "average_px": 4, "dilate_px": 2}, Decision(0.2, 4, 2)),
    ],
)
def test_settings_override_the_card(given, expected):
    """By default the model's own threshold and discs are used; each can be set, discs also to 0."""
    assert with_thresholds(S2CLOUDLESS, create_settings("a.SAFE", Path(), **given)).decision == expected


def test_a_threshold_for_a_model_without_one_is_refused():
    """A threshold for a network that returns the likeliest class is an error with the names of the options."""
    card = load_cards()["ukis-6b-l1c"]
    assert with_thresholds(card, create_settings("a.SAFE", Path())).decision is None
    with refused(SettingError, names="cloud probability threshold, dilation of cloud", model=card.title):
        with_thresholds(card, create_settings("a.SAFE", Path(), threshold=0.5, dilate_px=0))


def test_a_class_needs_its_least_share():
    """Shadow below its share is the likelier of clear and cloud, even if it is the likeliest class."""
    field = np.array([[0.2, 0.1, 0.05, 0.5], [0.11, 0.25, 0.25, 0.3], [0.69, 0.65, 0.7, 0.2]], np.float32)[:, None]
    classes = ("clear", "thick_cloud", "shadow")
    assert ClassRule(classes, least_share={"shadow": 0.7}).apply(field).tolist() == [[0, 1, 3, 0]]
    assert ClassRule(classes).apply(field).tolist() == [[3, 3, 3, 0]]


@pytest.mark.parametrize(("given", "expected"), [({}, 0.7), ({"shadow_share": 0.5}, 0.5), ({"shadow_share": 0}, None)])
def test_the_settings_override_the_least_share_of_shadow(given, expected):
    """The card's own share is used by default; 0 turns the rule off; a model without the rule can have it too."""
    settings = create_settings("a.SAFE", Path(), **given)
    assert with_thresholds(load_cards()["ukis-4b-l1c"], settings).least_share.get("shadow") == expected
    other = with_thresholds(load_cards()["omnicloudmask"], settings).least_share.get("shadow")
    assert other == (given.get("shadow_share") or None)


def test_a_share_of_shadow_for_a_model_without_shadow_is_refused():
    """A share of shadow for a model that detects none is an error that names both."""
    with refused(SettingError, model=S2CLOUDLESS.title):
        with_thresholds(S2CLOUDLESS, create_settings("a.SAFE", Path(), shadow_share=0.5))


@pytest.mark.parametrize("value", [1, -0.1, 1.5, float("nan"), "0.4", True])
def test_a_share_of_shadow_is_a_probability(value):
    """Other values are refused with the option and the value."""
    with refused(SettingError, name="shadow_share", value=value):
        create_settings("a.SAFE", Path(), shadow_share=value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[("threshold", value) for value in (0, 1, -0.1, 1.5, float("nan"), "0.4", True)],
        *[(name, value) for name in ("average_px", "dilate_px") for value in (-1, 51, 1.5, True)],
    ],
)
def test_values_out_of_range_are_refused_by_name(name, value):
    """A wrong threshold or radius is an error before the run starts."""
    with refused(SettingError, name=name) as caught:
        create_settings("a.SAFE", Path(), **{name: value})
    assert caught.value.values["value"] is value
