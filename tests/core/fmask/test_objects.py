"""Objects of a mask are pixels that hang together, whichever library counts them."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from ....core.fmask.objects import label, runs, tally


@pytest.fixture(params=["scipy", "numpy"])
def library(request, monkeypatch):
    """With scipy, and without it."""
    if request.param == "scipy":
        pytest.importorskip("scipy")
    else:
        monkeypatch.setitem(sys.modules, "scipy", None)


def test_corners_join_pixels(library):
    """Pixels that touch at a corner are one object; numbers follow the first pixels, line by line."""
    mask = np.array(
        [
            [0, 0, 1, 0, 0, 1],
            [1, 0, 0, 1, 0, 1],
            [1, 0, 0, 0, 0, 0],
            [0, 1, 0, 1, 1, 0],
        ],
        np.bool_,
    )
    labels, count = label(mask)
    assert count == 4
    assert labels.dtype == np.int32
    assert labels.tolist() == [
        [0, 0, 1, 0, 0, 2],
        [3, 0, 0, 1, 0, 2],
        [3, 0, 0, 0, 0, 0],
        [0, 3, 0, 4, 4, 0],
    ]


@pytest.mark.parametrize("line", ["101", "111", "000"])
def test_the_end_of_a_line_does_not_touch_the_next_line(library, line):
    """Runs at both ends of lines are joined in the plane, not along the file."""
    mask = np.array([[c == "1" for c in line], [c == "1" for c in "000"], [c == "1" for c in line]], np.bool_)
    _, count = label(mask)
    assert count == 2 * len([part for part in line.split("0") if part])


def test_corners_do_not_join_pixels_unless_they_should(library):
    """Pixels that touch at a corner only are two objects where sides alone count."""
    mask = np.array([[1, 0, 1, 1], [0, 1, 0, 1], [1, 1, 0, 0]], np.bool_)
    labels, count = label(mask, corners=False)
    assert count == 3
    assert labels.tolist() == [[1, 0, 2, 2], [0, 3, 0, 2], [3, 3, 0, 0]]


@pytest.mark.parametrize("corners", [True, False])
@pytest.mark.parametrize("density", [0.02, 0.3, 0.41, 0.6, 0.98])
@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (40, 1), (61, 83)])
def test_numpy_labels_as_scipy_does(monkeypatch, density, shape, corners):
    """A QGIS without scipy gives the same objects, with the same numbers."""
    pytest.importorskip("scipy")
    mask = np.random.default_rng(7).random(shape) < density
    expected, count = label(mask, corners=corners)
    monkeypatch.setitem(sys.modules, "scipy", None)
    labels, again = label(mask, corners=corners)
    assert again == count
    assert np.array_equal(labels, expected)


def test_a_spiral_is_one_object(library):
    """An object that winds through the whole mask is found as one."""
    mask = np.zeros((41, 41), np.bool_)
    for ring in range(0, 20, 2):
        mask[ring, ring : 41 - ring] = mask[40 - ring, ring : 41 - ring] = True
        mask[ring : 41 - ring, 40 - ring] = mask[ring + 2 : 41 - ring, ring] = True
        mask[ring + 2, ring : ring + 2] = True
    assert label(mask)[1] == 1


@pytest.mark.parametrize("value", [False, True])
def test_empty_and_full_masks(library, value):
    """A mask without a pixel has no object; one that is full has one."""
    labels, count = label(np.full((5, 7), value))
    assert count == value
    assert (labels == value).all()


def test_runs_end_with_their_line():
    """A run goes from its first pixel to its last, and never on in the next line."""
    starts, stops = runs(np.array([[1, 1, 0, 1], [1, 0, 0, 0], [0, 1, 1, 1]], np.bool_))
    assert starts.tolist() == [0, 3, 5, 11]
    assert stops.tolist() == [2, 4, 6, 14]


def test_pixels_are_counted_per_object():
    """The tally counts chosen pixels of each object, and outside objects, also across blocks of lines."""
    labels = np.zeros((1100, 3), np.int32)
    labels[500:600, 1] = 1
    labels[700, :2] = 2
    where = np.ones(labels.shape, np.bool_)
    where[:512] = False
    assert tally(labels, 2, where).tolist() == [588 * 3 - 90, 88, 2]
