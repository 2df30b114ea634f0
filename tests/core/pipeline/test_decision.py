"""A threshold over the mean of a disc: as s2cloudless decides, of valid pixels only, and however the lines come."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ....core import create_settings
from ....core.cards.card import Decision, load_cards
from ....core.errors import SettingError
from ....core.pipeline.checks import decision_of
from ....core.pipeline.classify import ClassRule, Lines, averaged
from ....core.raster.morphology import grow

S2CLOUDLESS = load_cards()["s2cloudless"]
CV2_DISKS = {
    1: [0, 1, 0],
    2: [0, 1, 2, 1, 0],
    3: [0, 2, 2, 3, 2, 2, 0],
    4: [0, 2, 3, 3, 4, 3, 3, 2, 0],
    5: [0, 3, 4, 4, 4, 5, 4, 4, 4, 3, 0],
    7: [0, 3, 4, 5, 6, 6, 6, 7, 6, 6, 6, 5, 4, 3, 0],
}
"""What `s2cloudless.utils.cv2_disk` of 1.7.3 gives, as the half-width of each line."""


def offsets(radius: int) -> list[tuple[int, int]]:
    """The pixels of a disc, (down, right) from its centre."""
    reach = range(-radius, radius + 1)
    return [(y, x) for y in reach for x in reach if y * y + x * x <= radius * radius]


def mean_over_disc(cloud: np.ndarray, valid: np.ndarray, radius: int) -> np.ndarray:
    """The mean of the valid pixels around each pixel, mirrored at the edges, one pixel of the disc after the other."""
    height, width = cloud.shape
    total, count = np.zeros(cloud.shape), np.zeros(cloud.shape)
    padded, used = (np.pad(array, radius, mode="symmetric") for array in (np.where(valid, cloud, 0), valid))
    for y, x in offsets(radius):
        window = slice(radius + y, radius + y + height), slice(radius + x, radius + x + width)
        total += padded[window]
        count += used[window]
    return total / np.maximum(count, 1)


def run(cloud: np.ndarray, valid: np.ndarray, radius: int, steps: list[int]) -> tuple[np.ndarray, list[int]]:
    """The means of a scene whose lines come in steps; and the lines that were there with each."""
    field = np.stack([1 - cloud, cloud]).astype(np.float32)
    given = 0

    def lines():
        nonlocal given
        for top, bottom in zip(steps, steps[1:]):
            given = bottom
            yield Lines(top, field[:, top:bottom], valid[top:bottom])

    means, lags, next_top = np.full(cloud.shape, np.nan), [], steps[0]
    for part in averaged(lines(), radius, 0, (len(cloud), cloud.shape[1])):
        assert part.top == next_top
        next_top += len(part.valid)
        lags.append(given - next_top)
        np.testing.assert_allclose(part.field.sum(axis=0), 1, atol=1e-6)
        assert np.array_equal(part.valid, valid[part.top : next_top])
        means[part.top : next_top] = part.field[1]
    assert next_top == steps[-1]
    return means, lags


def scene(height: int = 60, width: int = 40, seed: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities, and where there are any."""
    rng = np.random.default_rng(seed)
    valid = rng.random((height, width)) > 0.2
    valid[20:30, 5:20] = False
    return rng.random((height, width)).astype(np.float32), valid


@pytest.mark.parametrize("radius", [1, 2, 3, 7, 20])
@pytest.mark.parametrize("steps", [[0, 60], [0, 1, 2, 3, 40, 41, 60], [0, 17, 34, 51, 60]])
def test_the_mean_is_that_of_the_disc_however_the_lines_come(radius, steps):
    """Cut into strips of any height, each pixel has the mean of the valid ones around it; edges are mirrored."""
    cloud, valid = scene()
    means, _ = run(cloud, valid, radius, steps)
    np.testing.assert_allclose(means[valid], mean_over_disc(cloud, valid, radius)[valid], atol=1e-6)


def test_no_more_lines_are_held_back_than_the_disc_needs():
    """Memory stays that of a strip: of a scene of many strips, just the radius is waited for."""
    cloud, valid = scene(200)
    _, lags = run(cloud, valid, 4, list(range(0, 201, 10)))
    assert lags == [4] * 19 + [0]


def test_what_is_not_there_has_no_part_in_the_mean():
    """Lines and columns that an area leaves out count as no data, not as clear ground, and are no mirror either."""
    cloud, valid = scene()
    part = slice(12, 47), slice(8, 31)
    field = np.stack([1 - cloud, cloud])[:, part[0], part[1]].astype(np.float32)
    given = [Lines(12, field, valid[part])]
    means = np.concatenate([lines.field[1] for lines in averaged(given, 3, 8, (len(cloud), cloud.shape[1]))])
    cut = np.zeros_like(valid)
    cut[part] = valid[part]
    expected = mean_over_disc(cloud, cut, 3)[part]
    np.testing.assert_allclose(means[valid[part]], expected[valid[part]], atol=1e-6)


def test_lines_without_patches_are_no_data():
    """Where rows of patches are left out between others, means go on below as if there were no data."""
    cloud, valid = scene()
    valid[25:40] = False
    field = np.stack([1 - cloud, cloud]).astype(np.float32)
    given = [Lines(0, field[:, :25], valid[:25]), Lines(40, field[:, 40:], valid[40:])]
    means = np.concatenate([part.field[1] for part in averaged(given, 2, 0, (len(cloud), cloud.shape[1]))])
    np.testing.assert_allclose(means[valid], mean_over_disc(cloud, valid, 2)[valid], atol=1e-6)


def test_a_scene_smaller_than_the_disc_is_mirrored_as_often_as_it_takes():
    """A tiny raster with a large radius gives means, not an error."""
    cloud, valid = scene(5, 4)
    means, _ = run(cloud, valid, 9, [0, 2, 5])
    np.testing.assert_allclose(means[valid], mean_over_disc(cloud, valid, 9)[valid], atol=1e-6)


@pytest.mark.parametrize("radius", CV2_DISKS)
def test_discs_are_those_of_s2cloudless(radius):
    """What cloud is dilated by, and what probabilities are averaged over, is the disc of the package."""
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
    """Exactly at the threshold is clear, a bit above it is cloud."""
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
def test_what_i_say_comes_before_the_card(given, expected):
    """Without a word the model's own threshold and discs are used; each can be replaced, also by none."""
    assert decision_of(S2CLOUDLESS, create_settings("a.SAFE", Path(), **given)) == expected


def test_a_model_without_a_threshold_has_none_to_set():
    """A threshold for a network that tells the likeliest class is refused with the name of the option."""
    card = load_cards()["ukis-6b-l1c"]
    assert decision_of(card, create_settings("a.SAFE", Path())) is None
    with pytest.raises(SettingError, match=r"threshold and dilate_px cannot be honoured: the model ukis-6b-l1c"):
        decision_of(card, create_settings("a.SAFE", Path(), threshold=0.5, dilate_px=0))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[("threshold", value) for value in (0, 1, -0.1, 1.5, float("nan"), "0.4", True)],
        *[(name, value) for name in ("average_px", "dilate_px") for value in (-1, 51, 1.5, True)],
    ],
)
def test_values_out_of_range_are_refused_by_name(name, value):
    """A value that no threshold or disc can have is refused before anything runs."""
    with pytest.raises(SettingError, match=f"^{name} is "):
        create_settings("a.SAFE", Path(), **{name: value})
