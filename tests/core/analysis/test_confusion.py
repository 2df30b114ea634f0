"""Measures of agreement equal those computed by hand, and are None if they are undefined."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.analysis.confusion import DETAILS, PAIR_COLOURS, Confusion, pair_code, pair_codes
from ....core.classes import NODATA, WATER


def confusion(counts: list[list[int]], detail: str = "all classes") -> Confusion:
    """Return the confusion matrix of given counts, without kinds of ground; rows are the reference."""
    return Confusion(DETAILS[detail].with_surfaces(()).classes, np.array(counts, np.int64))


@pytest.fixture
def by_hand() -> Confusion:
    """100 pixels of which 80 agree; neither has thin cloud."""
    return confusion([[50, 6, 0, 4], [5, 20, 0, 0], [0, 0, 0, 0], [5, 0, 0, 10]])


def test_pixels_are_counted_by_class_of_the_reference_and_of_the_mask():
    """Each pixel with data in both counts once, in the row of the reference and the column of the mask."""
    reference = np.array([[0, 0, 0, 1], [1, 3, 2, NODATA]], np.uint8)
    mask = np.array([[0, 0, 3, 1], [0, 3, NODATA, 1]], np.uint8)
    found = Confusion.of(reference, mask)
    assert found.counts.tolist() == [[2, 0, 0, 1], [1, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1]]
    assert found.counts.dtype == np.int64
    assert found.pixels == 6


def test_a_pair_of_classes_has_a_readable_code():
    """13 in the difference is thick cloud that the mask calls shadow; 255 means that one of the two has no data."""
    reference = np.array([0, 1, 3, 3, NODATA, 0], np.uint8)
    mask = np.array([0, 3, 1, NODATA, 0, 2], np.uint8)
    assert pair_codes(reference, mask).tolist() == [0, 13, 31, NODATA, NODATA, 2]


def test_the_measures_of_the_whole(by_hand):
    """Accuracies, kappa and mean IoU of a matrix of 100 pixels."""
    assert by_hand.overall_accuracy == pytest.approx(0.8)
    assert by_hand.balanced_accuracy == pytest.approx((50 / 60 + 20 / 25 + 10 / 15) / 3)
    chance = 0.6 * 0.6 + 0.25 * 0.26 + 0.15 * 0.14
    assert by_hand.kappa == pytest.approx((0.8 - chance) / (1 - chance))
    assert by_hand.mean_iou == pytest.approx((50 / 70 + 20 / 31 + 10 / 19) / 3)
    assert by_hand.missed == pytest.approx(10 / 40)
    assert by_hand.invented == pytest.approx(10 / 60)
    assert (by_hand.false_cloud, by_hand.false_shadow) == (pytest.approx(6 / 60), pytest.approx(4 / 60))


def test_the_measures_of_a_class(by_hand):
    """Precision, recall, F1 and IoU of thick cloud: 20 of 26 pixels are correct, 20 of 25 are found."""
    cloud = by_hand.per_class[1]
    assert (cloud.mask_pixels, cloud.reference_pixels, cloud.agreeing_pixels) == (26, 25, 20)
    assert cloud.users_accuracy == pytest.approx(20 / 26)
    assert cloud.producers_accuracy == pytest.approx(20 / 25)
    assert cloud.f1 == pytest.approx(2 * (20 / 26) * (20 / 25) / (20 / 26 + 20 / 25))
    assert cloud.iou == pytest.approx(20 / 31)


def test_a_class_that_neither_has_is_not_measured(by_hand):
    """Thin cloud is in neither, so its measures are None rather than 0 or 1, and no mean includes it."""
    thin = by_hand.per_class[2]
    assert [thin.users_accuracy, thin.producers_accuracy, thin.f1, thin.iou] == [None] * 4


def test_a_class_that_only_the_mask_has_is_wrong_everywhere():
    """A class that only the mask has is never correct, and its recall is undefined."""
    thin = confusion([[8, 0, 2, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]).per_class[2]
    assert (thin.users_accuracy, thin.producers_accuracy, thin.f1, thin.iou) == (0, None, 0, 0)


def test_equal_masks_agree_in_every_measure():
    """A mask compared with itself gets 1 everywhere."""
    mask = np.array([[0, 1, 2, 3], [0, 0, 1, NODATA]], np.uint8)
    found = Confusion.of(mask, mask)
    assert [found.overall_accuracy, found.balanced_accuracy, found.kappa, found.mean_iou] == [1.0] * 4
    for one in found.per_class:
        assert [one.users_accuracy, one.producers_accuracy, one.f1, one.iou] == [1.0] * 4
    assert (found.missed, found.invented) == (0, 0)


def test_chance_alone_gives_no_kappa():
    """If both have only the same class, they agree by chance, and kappa is undefined."""
    clear = np.zeros((3, 3), np.uint8)
    found = Confusion.of(clear, clear)
    assert found.overall_accuracy == 1
    assert found.kappa is None
    assert found.missed is None


def test_cloud_and_shadow_in_one_class_have_no_share_of_false_cloud():
    """Nobody can tell which of the two a wrong pixel is."""
    merged = confusion([[50, 50], [0, 100]], "clear or not")
    assert (merged.false_cloud, merged.false_shadow, merged.invented) == (None, None, 0.5)


def test_kappa_of_a_mosaic_of_many_tiles():
    """Counts whose products exceed 64 bits still give the kappa of their proportions."""
    small = confusion([[50, 10], [20, 20]], "clear or not")
    large = confusion([[50 * 10**9, 10 * 10**9], [20 * 10**9, 20 * 10**9]], "clear or not")
    assert small.kappa == pytest.approx((0.7 - (0.6 * 0.7 + 0.4 * 0.3)) / (1 - (0.6 * 0.7 + 0.4 * 0.3)))
    assert large.kappa == pytest.approx(small.kappa)


@pytest.mark.parametrize("detail", DETAILS)
def test_every_pair_of_classes_has_a_colour_of_its_own(detail):
    """Each kind of disagreement can be distinguished in the difference."""
    classes = DETAILS[detail].classes
    codes = [pair_code(reference, mask) for reference in classes for mask in classes]
    assert set(codes) <= set(PAIR_COLOURS)
    assert len({PAIR_COLOURS[code] for code in codes}) == len(codes)


def test_a_detail_may_tell_some_kinds_of_ground_only():
    """Snow is clear if one of the two does not tell it from clear."""
    every = np.array([0, 1, 2, 3, 4, 5, NODATA], np.uint8)
    water = DETAILS["all classes"].with_surfaces({WATER})
    assert [c.key for c in water.classes] == ["clear", "thick_cloud", "thin_cloud", "shadow", "water"]
    assert water.apply(every).tolist() == [0, 1, 2, 3, 0, 5, NODATA]
    assert DETAILS["one class of cloud"].apply(every).tolist() == [0, 1, 1, 3, 4, 5, NODATA]
    assert DETAILS["clear or not"].apply(every).tolist() == [0, 1, 1, 1, 0, 0, NODATA]
    assert [c.key for c in DETAILS["clear or not"].classes] == ["clear", "not_clear"]


def test_the_measures_of_clear_are_of_all_visible_ground():
    """Snow that the mask calls water is neither false cloud nor missed; snow that it calls cloud is false cloud."""
    classes = DETAILS["all classes"].classes
    counts = np.zeros((6, 6), np.int64)
    counts[0, 0], counts[4, 5], counts[4, 1], counts[5, 3], counts[1, 4], counts[1, 1] = 10, 5, 3, 2, 4, 6
    found = Confusion(classes, counts)
    assert (found.false_cloud, found.false_shadow) == (3 / 20, 2 / 20)
    assert (found.missed, found.invented) == (4 / 10, 5 / 20)
    assert found.overall_accuracy == 16 / 30


def test_two_arrays_are_counted_with_all_ground_as_clear():
    """Labels of a person who drew clouds do not tell water."""
    found = Confusion.of(np.array([0, 0, 1, 0], np.uint8), np.array([5, 4, 1, 1], np.uint8))
    assert found.counts.tolist() == [[2, 1, 0, 0], [0, 1, 0, 0], [0] * 4, [0] * 4]
