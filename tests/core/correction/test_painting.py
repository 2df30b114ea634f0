"""Painting: classes over pixels, undo, redo, and connected patches."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.areas.area import AreaOnGrid
from ....core.correction import painting
from ....core.correction.painting import Correction, connected_patch

MASK = [[0, 0, 1, 255], [0, 1, 1, 0], [3, 0, 1, 0]]


def area(top: int, left: int, inside: list[list[int]]) -> AreaOnGrid:
    """Return an area by its upper left pixel and its pixels."""
    cells = np.array(inside, np.bool_)
    return AreaOnGrid(slice(top, top + cells.shape[0]), slice(left, left + cells.shape[1]), cells)


@pytest.fixture
def correction() -> Correction:
    """A correction of a mask of 3 x 4 pixels."""
    return Correction(np.array(MASK, np.uint8))


def test_an_area_gets_a_class_but_for_pixels_without_data(correction):
    """Only the pixels of the area change, and those without data stay so."""
    assert correction.paint(area(0, 2, [[1, 1], [0, 1]]), 3)
    assert correction.pixels.tolist() == [[0, 0, 3, 255], [0, 1, 1, 3], [3, 0, 1, 0]]


def test_painting_what_is_there_is_no_edit(correction):
    """Clear over clear changes nothing, so there is nothing to undo."""
    assert not correction.paint(area(0, 0, [[1, 1], [1, 0]]), 0)
    assert not correction.paint(area(0, 3, [[1]]), 1)
    assert not correction.can_undo


def test_edits_are_undone_and_done_again_in_turn(correction):
    """Undo goes back edit by edit, also where they overlap, and redo comes forward."""
    states = [correction.pixels.tolist()]
    for value, there in (
        (1, area(0, 0, [[1, 1], [1, 1]])),
        (3, area(1, 1, [[1, 1], [1, 1]])),
        (0, area(0, 1, [[1, 1]])),
    ):
        assert correction.paint(there, value)
        states.append(correction.pixels.tolist())
    for state in reversed(states[:-1]):
        correction.undo()
        assert correction.pixels.tolist() == state
    correction.undo()
    assert not correction.can_undo
    assert not correction.is_edited
    for state in states[1:]:
        correction.redo()
        assert correction.pixels.tolist() == state
    assert not correction.can_redo


def test_a_new_edit_drops_what_was_undone(correction):
    """After undo and another edit, there is nothing to do again."""
    correction.paint(area(0, 0, [[1]]), 1)
    correction.undo()
    correction.paint(area(1, 0, [[1]]), 3)
    assert not correction.can_redo
    correction.redo()
    assert correction.pixels[0, 0] == 0


def test_the_memory_for_undoing_is_bounded(correction, monkeypatch):
    """Of many large edits the oldest can no longer be undone; the last one always can."""
    monkeypatch.setattr(painting, "_MOST_BYTES", 4)
    correction.paint(area(0, 0, [[1, 1]]), 1)
    correction.paint(area(1, 0, [[1, 1, 1, 1]]), 3)
    correction.undo()
    assert not correction.can_undo
    assert correction.is_edited  # by the first edit, which can still be saved
    assert correction.pixels[0].tolist() == [1, 1, 1, 255]
    correction.paint(area(0, 0, [[1] * 4] * 3), 0)
    assert correction.can_undo


def test_a_patch_is_of_one_class_and_hangs_together_side_by_side():
    """Pixels that touch at a corner only are of another patch."""
    pixels = np.array(MASK, np.uint8)
    cloud = connected_patch(pixels, 1, 1)
    assert cloud is not None
    assert (cloud.lines, cloud.columns) == (slice(0, 3), slice(1, 3))
    assert cloud.inside.tolist() == [[False, True], [True, True], [False, True]]
    clear = connected_patch(pixels, 2, 1)
    assert clear is not None
    assert clear.inside.tolist() == [[True]]


@pytest.mark.parametrize("place", [(0, 3), (-1, 0), (0, 4), (3, 0)])
def test_there_is_no_patch_without_data(place):
    """Pixels without data, and places beyond the mask, are of no patch."""
    assert connected_patch(np.array(MASK, np.uint8), *place) is None


@pytest.mark.parametrize("place", [(500, 10), (0, 0), (999, 1500)])
def test_a_large_winding_patch_is_found_whole(place):
    """A patch that goes far beyond the first square around the pixel is found to its end."""
    pixels = np.ones((1000, 1501), np.uint8)
    pixels[1::4, 1:] = 0
    pixels[3::4, :-1] = 0
    patch = connected_patch(pixels, *place)
    assert patch is not None
    assert patch.inside.sum() == (np.count_nonzero(pixels) if pixels[place] else 1500)


def test_patches_that_reach_over_the_whole_mask_take_little_memory(monkeypatch):
    """They can be undone many times: an edit takes a bit of each pixel in its box."""
    monkeypatch.setattr(painting, "_MOST_BYTES", 800_000)
    whole = AreaOnGrid(slice(0, 1000), slice(0, 1000), np.ones((1000, 1000), np.bool_))
    correction = Correction(np.zeros((1000, 1000), np.uint8))
    for value in (1, 2, 3, 1, 2, 3):
        correction.paint(whole, value)
    for value in (2, 1, 3, 2, 1, 0):
        correction.undo()
        assert (correction.pixels == value).all()
