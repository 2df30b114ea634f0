"""Agreement of masks: the matrix and the map of the disagreement, counted by hand on a few pixels."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio

from ....core.errors import CancelledError, RasterError
from ....core.systems.agreement import BANDS, legend, measure

ALL = ("clear", "thick_cloud", "thin_cloud", "shadow")
BLIND = ("clear", "thick_cloud")


def votes(path) -> np.ndarray:
    """Read the bands of the map."""
    with rasterio.open(path) as dataset:
        assert dataset.descriptions == BANDS
        assert dataset.nodata == 255
        return np.asarray(dataset.read())


def test_pairs_agree_on_cloud_shadow_and_ground(voter, out):
    """Thick and thin cloud are the same opinion, and a pixel without data in one mask is left out for all."""
    one = voter([[0, 1, 3, 3, 0, 255]], *ALL)
    other = voter([[0, 2, 3, 0, 1, 0]], *ALL)
    third = voter([[1, 1, 3, 3, 1, 1]], *ALL)
    found = measure([one, other, third], out)
    assert found.pixels == 5
    assert found.alike.tolist() == [[5, 3, 3], [3, 5, 3], [3, 3, 5]]
    assert found.of(0, 1) == found.of(1, 0) == 3 / 5
    assert found.unanimous == 2 / 5
    against, cloud, shadow = votes(out)
    assert against.tolist() == [[1, 0, 0, 1, 1, 255]]
    assert cloud.tolist() == [[1, 3, 0, 0, 2, 255]]
    assert shadow.tolist() == [[0, 0, 3, 2, 0, 255]]
    assert found.share(0, 3) == 2 / 5
    assert found.share(1, 2) == 1 / 5


def test_who_does_not_detect_shadow_agrees_with_ground_and_shadow(voter, out):
    """A model without shadow is compared on cloud or not, and never against a majority for shadow or for ground."""
    seeing, blind, other = voter([[3, 3, 0, 1]], *ALL), voter([[0, 1, 0, 0]], *BLIND), voter([[3, 3, 3, 0]], *ALL)
    found = measure([seeing, blind, other], out)
    assert found.alike.tolist() == [[4, 2, 2], [2, 4, 3], [2, 3, 4]]
    assert votes(out)[0].tolist() == [[0, 1, 1, 1]]


def test_kinds_of_ground_are_one_opinion(voter, out):
    """Snow and water are visible ground: a model that tells them from clear agrees with one that does not."""
    found = measure([voter([[4, 5, 0, 5]], *ALL, "snow", "water"), voter([[0, 0, 0, 1]], *ALL)], out)
    assert found.of(0, 1) == 3 / 4
    assert found.share(0, 5) == 2 / 4
    assert found.share(0, 0) == 1
    assert found.share(1, 0) == 3 / 4
    assert votes(out)[0].tolist() == [[0, 0, 0, 1]]


def test_three_opinions_have_a_majority_of_one(voter, out):
    """If each of three models says something else, two are against the largest opinion."""
    found = measure([voter([[0]], *ALL), voter([[1]], *ALL), voter([[3]], *ALL)], out)
    assert found.against.tolist() == [0, 0, 1]
    assert votes(out)[:, 0, 0].tolist() == [2, 1, 1]


def test_masks_without_a_common_pixel_have_no_agreement(voter, out):
    """Nothing is divided by 0."""
    found = measure([voter([[0, 255]], *ALL), voter([[255, 1]], *ALL)], out)
    assert (found.pixels, found.unanimous, found.of(0, 1), found.share(0, 0)) == (0, None, None, None)
    assert votes(out)[0].tolist() == [[255, 255]]


def test_windows_add_up(voter, out):
    """A mask of several windows is counted as a whole."""
    random = np.random.default_rng(3)
    masks = [random.choice([0, 1, 3], (1100, 1030)) for _ in range(2)]
    found = measure([voter(mask.tolist(), *ALL) for mask in masks], out)
    assert found.of(0, 1) == np.mean(masks[0] == masks[1])
    assert np.array_equal(votes(out)[0], masks[0] != masks[1])


def test_masks_of_other_pixels_are_refused(voter, out):
    """A shifted mask is named, and no map is left."""
    with pytest.raises(RasterError) as caught:
        measure([voter([[0]]), voter([[0]], left=300020)], out)
    assert "mask" in str(caught.value.values["mask"])
    assert not out.exists()


def test_cancelling_leaves_no_map(voter, out):
    """The map is complete or absent."""

    def cancel(_fraction: float) -> None:
        raise CancelledError("Cancelled.")

    with pytest.raises(CancelledError):
        measure([voter([[0]]), voter([[0]])], out, cancel)
    assert not out.exists()


@pytest.mark.parametrize(("count", "most"), [(2, 1), (3, 2), (4, 2), (10, 6)])
def test_the_legend_has_each_number_that_can_occur(count, most):
    """Of three opinions the largest has a third at least; all colours differ."""
    entries = legend(count)
    assert [value for value, _, _ in entries] == list(range(most + 1))
    assert len({colour for _, colour, _ in entries}) == len({name for _, _, name in entries}) == most + 1


def test_one_model_is_not_several(another_language):
    """One against the majority is a text of its own, because its verb and noun differ in other languages."""
    one, two = [name for _, _, name in legend(3)][1:]
    assert one == "§1 of 3 models against the majority"
    assert two == "§2 of 3 models against the majority"
