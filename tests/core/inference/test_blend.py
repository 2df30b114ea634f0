"""Blending is a weighted mean: uniform probabilities stay uniform, and there are no seams."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.inference.blend import Blend

RNG = np.random.default_rng(11)
CORNERS = [(0, (0, 20, 44)), (24, (0, 28, 44)), (40, (0, 22, 44))]
"""Rows of patches of 64 px over 104 lines and 108 columns."""
HEIGHT, WIDTH, PATCH = 104, 108, 64


def blended(patches, overlap: int, classes: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Blend patches(top, left), and return all lines of the field and the pixels that are covered."""
    blend = Blend(classes, (PATCH, PATCH), WIDTH, overlap)
    field = np.zeros((classes, HEIGHT, WIDTH), np.float32)
    covered = np.zeros((HEIGHT, WIDTH), np.bool_)
    tops = [top for top, _ in CORNERS] + [HEIGHT]
    for (top, lefts), below in zip(CORNERS, tops[1:]):
        for left in lefts:
            blend.add(left, patches(top, left))
        field[:, top:below], covered[top:below] = blend.advance(below - top)
    return field, covered


@pytest.mark.parametrize("overlap", [0, 1, 16, 32])
@pytest.mark.parametrize("p", [0.9, 0.5, 1 / 3, 1.0, 1e-3])
def test_uniform_probabilities_stay_uniform_to_the_last_pixel(p, overlap):
    """If the network's probabilities are uniform, so is the mask: no ring, no seam, no corner."""
    values = np.array([1 - p, p / 2, p / 2], np.float32)[:, None, None]
    field, covered = blended(lambda *_: np.broadcast_to(values, (3, PATCH, PATCH)), overlap)
    assert covered.all()
    np.testing.assert_allclose(field, np.broadcast_to(values, field.shape), rtol=2e-6)


@pytest.mark.parametrize("overlap", [0, 8, 20])
def test_a_pixel_is_the_weighted_mean_of_its_patches(overlap):
    """The weight of a patch depends on the distance from its edge, computed here pixel by pixel."""
    patches = {(top, left): RNG.random((2, PATCH, PATCH), np.float32) for top, lefts in CORNERS for left in lefts}
    field, _ = blended(lambda top, left: patches[top, left], overlap, classes=2)
    sums, weights = np.zeros((2, HEIGHT, WIDTH)), np.zeros((HEIGHT, WIDTH))
    for (top, left), patch in patches.items():
        for y in range(PATCH):
            for x in range(PATCH):
                down, right = (min(1, (min(i, PATCH - 1 - i) + 1) / (overlap + 1)) for i in (y, x))
                sums[:, top + y, left + x] += patch[:, y, x] * down * right
                weights[top + y, left + x] += down * right
    assert weights.min() > 0
    np.testing.assert_allclose(field, sums / weights, rtol=1e-5)


def test_no_seam_is_left_between_different_patches():
    """Between a patch of 0 and a patch of 1 the blend rises evenly over the overlap."""
    blend = Blend(1, (8, 40), 64, 16)
    blend.add(0, np.zeros((1, 8, 40), np.float32))
    blend.add(24, np.ones((1, 8, 40), np.float32))
    field, _ = blend.advance(8)
    steps = np.diff(field[0, 4])
    assert (steps >= 0).all()
    assert steps.max() <= 1 / 16
    assert (field[0, 4, 0], field[0, 4, -1]) == (0, 1)


def test_pixels_without_a_patch_are_flagged():
    """Pixels without a patch are not covered, and their probabilities are 0."""
    blend = Blend(2, (16, 16), 50, 4)
    blend.add(30, np.full((2, 16, 16), 0.5, np.float32))
    field, covered = blend.advance(16)
    assert covered[:, 30:46].all()
    assert not covered[:, :30].any()
    assert not covered[:, 46:].any()
    assert (field[:, ~covered] == 0).all()


def test_a_patch_that_reaches_over_the_edge_is_cut_off():
    """A padded patch of a small scene only contributes pixels of the scene."""
    blend = Blend(1, (16, 32), 20, 4)
    blend.add(0, np.arange(32, dtype=np.float32)[None, None].repeat(16, 1))
    field, covered = blend.advance(10)
    assert field.shape == (1, 10, 20)
    assert covered.all()
    np.testing.assert_allclose(field[0, 0], np.arange(20), rtol=1e-6)


def test_doubtful_pixels_do_not_turn_clear():
    """A small difference between probabilities decides: 0.334 of three classes is more than 0.333, at the edge too."""
    values = np.array([0.333, 0.334, 0.333], np.float32)[:, None, None]
    field, _ = blended(lambda *_: np.broadcast_to(values, (3, PATCH, PATCH)), 32)
    assert (field.argmax(axis=0) == 1).all()
