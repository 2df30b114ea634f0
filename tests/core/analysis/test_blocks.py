"""The interval of a measure comes from blocks of pixels, drawn anew."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.analysis.blocks import BLOCK, count_by_block, interval
from ....core.analysis.confusion import DETAILS, PLAIN, Confusion, matrices, pair_codes
from ....core.classes import NODATA


def test_pixels_are_counted_by_block_and_pair_of_classes():
    """Blocks at the edges are smaller, and a block without a pixel to compare is left out."""
    shape = BLOCK + 10, 2 * BLOCK + 5
    reference, mask = np.zeros(shape, np.uint8), np.zeros(shape, np.uint8)
    mask[:10, :20] = 1
    reference[BLOCK:, 2 * BLOCK :] = 3
    reference[:BLOCK, BLOCK : 2 * BLOCK] = NODATA
    found = count_by_block(pair_codes(reference, mask))
    assert found.shape == (5, 256)
    assert [block.tolist() for block in found[:, [0, 1, 30]]] == [
        [BLOCK**2 - 200, 200, 0],
        [5 * BLOCK, 0, 0],
        [10 * BLOCK, 0, 0],
        [10 * BLOCK, 0, 0],
        [0, 0, 50],
    ]


def test_the_blocks_add_up_to_the_whole():
    """The sum of the matrices of the blocks is the confusion matrix."""
    random = np.random.default_rng(1)
    reference, mask = random.choice([0, 1, 2, 3, NODATA], (2, 300, 200)).astype(np.uint8)
    blocks = matrices(count_by_block(pair_codes(reference, mask)), PLAIN.classes)
    assert len(blocks) == 6
    assert np.array_equal(blocks.sum(axis=0), Confusion.of(reference, mask).counts)


def test_equal_blocks_give_an_interval_without_width():
    """If all blocks agree, the measure is certain."""
    blocks = np.repeat(np.array([[[60, 20], [5, 15]]]), 8, axis=0)
    kappa = Confusion(DETAILS["clear or not"].classes, blocks[0]).kappa
    found = interval(blocks, lambda counts: Confusion(DETAILS["clear or not"].classes, counts).kappa)
    assert list(found or ()) == pytest.approx([kappa, kappa])


def test_the_interval_is_that_of_the_mean_of_draws():
    """For the share of right blocks among 100, of which 70 are right, it is that of a binomial distribution."""
    blocks = np.array([[1, 0]] * 70 + [[0, 1]] * 30)
    low, high = interval(blocks, lambda counts: counts[0] / counts.sum()) or (0, 0)
    assert low == pytest.approx(0.7 - 1.96 * (0.7 * 0.3 / 100) ** 0.5, abs=0.015)
    assert high == pytest.approx(0.7 + 1.96 * (0.7 * 0.3 / 100) ** 0.5, abs=0.015)
    assert interval(blocks, lambda counts: counts[0] / counts.sum()) == (low, high)


def test_draws_that_do_not_define_the_measure_do_not_count():
    """A draw without any cloud has no F1 of cloud; the others have."""
    blocks = np.array([[0, 0], [0, 0], [0, 0], [0, 0], [4, 3]])
    assert interval(blocks, lambda counts: counts[1] / counts[0] if counts[0] else None) == (0.75, 0.75)
    assert interval(np.zeros((5, 2), np.int64), lambda counts: None) is None


def test_few_blocks_give_no_interval():
    """Four blocks cannot tell how much a measure varies."""
    assert interval(np.ones((4, 2), np.int64), lambda counts: 1.0) is None
