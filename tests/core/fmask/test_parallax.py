"""Bright roofs stay in place between the bands, clouds do not."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.fmask.parallax import displacement, false_cloud, halo


def textured(shape=(60, 70), seed=3) -> np.ndarray:
    """Return a bright surface with texture, as reflectance."""
    return np.random.default_rng(seed).uniform(0.2, 0.6, shape).astype(np.float32)


@pytest.mark.parametrize(("pixel_size", "lines"), [(10, 6), (20, 3), (30, 2), (60, 1)])
def test_the_window_has_the_same_size_in_metres(pixel_size, lines):
    """The variance is that of 140 m, whatever the resolution."""
    assert halo(pixel_size) == lines


def test_a_cloud_is_displaced_and_ground_is_not():
    """The index is near -1 if B08 sees a texture 2 pixels beside B07 and B8A, and near 1 if B07 does."""
    b8a = textured()
    moved = np.roll(b8a, 2, axis=1)
    assert displacement(b8a, moved, b8a, 20)[10:-10, 10:-10].max() < -0.99
    assert displacement(moved, b8a, b8a, 20)[10:-10, 10:-10].min() > 0.99


def test_the_index_follows_from_the_variances():
    """Ratios that vary by 0.1 and by 0.2 about their means have variances of 1 : 4: the index is (1 - 4) / (1 + 4)."""
    sign = np.where(np.indices((40, 40)).sum(axis=0) % 2, 1, -1).astype(np.float32)
    b8a = np.full((40, 40), 0.3, np.float32)
    index = displacement(b8a * (1.1 + 0.1 * sign), b8a * (0.9 + 0.2 * sign), b8a, 20)
    assert np.allclose(index[5:-5, 5:-5], -0.6, atol=1e-5)


def test_without_a_variance_the_index_is_0():
    """A uniform surface, and one without data, show no parallax."""
    flat = np.full((20, 20), 0.4, np.float32)
    assert not displacement(flat, flat, flat, 20).any()
    assert not displacement(flat * 0, flat * 0, flat * 0, 20).any()


def test_nodata_does_not_mix_into_the_index():
    """Beyond an edge of the swath, 0 is no reflectance: next to it, the index is that of the data alone."""
    b8a = textured()
    b07, b08 = b8a * 1.05, np.roll(b8a, 2, axis=1)
    data = np.indices(b8a.shape)[1] >= 30
    index = displacement(b07 * data, b08 * data, b8a * data, 20)
    assert not index[:, :30].any()
    assert np.allclose(index[:, 30:], displacement(b07[:, 30:], b08[:, 30:], b8a[:, 30:], 20), atol=1e-5)


@pytest.mark.parametrize("pixel_size", [10, 20, 60])
def test_strips_of_any_height_give_the_same_index(pixel_size):
    """With its halo, a strip gives the numbers of the whole scene to the last bit."""
    b07, b08, b8a = (textured((80, 50), seed) for seed in (1, 2, 3))
    whole, reach = displacement(b07, b08, b8a, pixel_size), halo(pixel_size)
    lines = slice(20 - reach, 41 + reach)
    strip = displacement(b07[lines], b08[lines], b8a[lines], pixel_size)
    assert np.array_equal(strip[reach:-reach], whole[20:41])


def clouds(*boxes) -> np.ndarray:
    """Return a mask with boxes (first line, first column, lines, columns)."""
    mask = np.zeros((300, 300), np.bool_)
    for line, column, lines, columns in boxes:
        mask[line : line + lines, column : column + columns] = True
    return mask


def test_a_small_cloud_needs_one_displaced_pixel():
    """A small cloud without parallax goes, with it stays whole; one of 10,000 pixels needs none."""
    cloud = clouds((5, 5, 20, 20), (5, 40, 20, 20), (100, 100, 100, 100), (100, 210, 99, 101))
    displaced = clouds((10, 45, 1, 1))
    false = false_cloud(cloud, np.zeros_like(cloud), displaced, 20)
    assert np.array_equal(false, clouds((5, 5, 20, 20), (100, 210, 99, 101)))


def test_a_cloud_within_candidates_is_false():
    """A cloud that lies wholly over roofs goes in spite of its size; one that reaches beyond them stays."""
    cloud = clouds((0, 0, 120, 120), (0, 150, 120, 120))
    roofs = clouds((0, 0, 130, 130), (0, 150, 120, 119))
    assert np.array_equal(false_cloud(cloud, roofs, cloud, 20), clouds((0, 0, 120, 120)))


@pytest.mark.parametrize(("pixel_size", "kept"), [(10, [12, 13]), (20, [3, 12, 13]), (60, [1, 2, 3, 12, 13])])
def test_specks_are_no_clouds(pixel_size, kept):
    """A cloud has at least 3 pixels of 20 m, which is 12 of 10 m and one of 60 m."""
    sizes = [1, 2, 3, 12, 13]
    cloud = clouds(*((10 * number, 0, 1, size) for number, size in enumerate(sizes)))
    false = false_cloud(cloud, np.zeros_like(cloud), cloud, pixel_size)
    assert [size for number, size in enumerate(sizes) if not false[10 * number, 0]] == kept


def test_a_clear_scene_has_no_false_cloud():
    """Without a cloud nothing is removed."""
    empty = clouds()
    assert not false_cloud(empty, ~empty, empty, 20).any()
