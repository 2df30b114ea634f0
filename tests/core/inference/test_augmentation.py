"""Test-time augmentation: rotated and mirrored patches are restored; only doubtful ones are predicted again."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.inference.augmentation import AUGMENTATIONS, doubtful, isolated

RNG = np.random.default_rng(5)


@pytest.mark.parametrize("augmentation", AUGMENTATIONS)
def test_undoing_an_augmentation_restores_the_patch(augmentation):
    """A patch of any shape that was rotated and mirrored can be restored."""
    patches = RNG.normal(size=(2, 3, 4, 6)).astype(np.float32)
    there = augmentation.apply(patches)
    assert there.shape == ((2, 3, 6, 4) if augmentation.quarter_turns % 2 else patches.shape)
    np.testing.assert_array_equal(augmentation.undo(there), patches)


def test_the_order_is_that_of_clouds2mask():
    """Four rotations, then the four of the mirror image, all different."""
    assert [tuple(one) for one in AUGMENTATIONS] == [(turns, flip) for flip in (0, 1) for turns in range(4)]
    patch = np.arange(4, dtype=np.float32).reshape(1, 1, 2, 2)
    assert AUGMENTATIONS[1].apply(patch)[0, 0].tolist() == [[1, 3], [0, 2]]  # counterclockwise
    assert AUGMENTATIONS[4].apply(patch)[0, 0].tolist() == [[1, 0], [3, 2]]  # left and right
    assert AUGMENTATIONS[5].apply(patch)[0, 0].tolist() == [[0, 2], [1, 3]]  # mirrored, then turned
    assert len({one.apply(patch).tobytes() for one in AUGMENTATIONS}) == 8


def test_a_pixel_is_isolated_if_none_of_its_8_neighbours_is_equal():
    """A speck is isolated, two specks that touch at a corner are not; beyond the edge all is clear."""
    labels = np.zeros((1, 6, 6), np.uint8)
    labels[0, 1, 1] = 1
    labels[0, 3, 3] = labels[0, 4, 4] = 2
    labels[0, 0, 5] = 3
    assert np.argwhere(isolated(labels)[0]).tolist() == [[0, 5], [1, 1]]
    everywhere = np.ones((1, 1, 1), np.uint8)
    assert isolated(everywhere).all()
    assert not isolated(np.zeros((1, 1, 1), np.uint8)).any()


@pytest.mark.parametrize(
    ("edge", "specks", "expected"), [(512, 10, False), (512, 11, True), (256, 2, False), (256, 3, True)]
)
def test_a_patch_is_doubtful_above_10_isolated_pixels_in_512_x_512(edge, specks, expected):
    """The limit is a share, so it is the same for patches of all sizes."""
    labels = np.zeros((2, edge, edge), np.uint8)
    labels[1, 3 : 3 + 4 * specks : 4, 7] = 1
    assert doubtful(labels).tolist() == [False, expected]
