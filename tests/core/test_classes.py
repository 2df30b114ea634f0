"""Legends, tables and files name the classes of the model, and no others."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from ...core.classes import CLASSES, COVERS, GROUND, SURFACES, classes_of
from ..colours import EYES, lab


def labels(*keys: str) -> list[tuple[int, str]]:
    """Return value and label of each class of a model."""
    return [(mask_class.value, mask_class.label) for mask_class in classes_of(keys)]


def test_a_model_without_thin_cloud_has_cloud():
    """I do not look for thin cloud in vain; the values stay the same for all models."""
    assert labels("shadow", "clear", "thick_cloud") == [(0, "Clear"), (1, "Cloud"), (3, "Cloud shadow")]
    assert labels("clear", "thick_cloud") == [(0, "Clear"), (1, "Cloud")]


def test_a_model_with_thin_cloud_has_thick_cloud():
    """Thick and thin cloud are told apart, whatever else the network gives."""
    assert classes_of(("nodata", "clear", "shadow", "thin_cloud", "thick_cloud", "nodata")) == CLASSES[:4]
    assert labels("clear", "thin_cloud") == [(0, "Clear"), (2, "Thin cloud")]


def test_a_mask_of_unknown_classes_has_those_of_older_versions():
    """The legend of a mask of unknown origin explains cloud and shadow, and promises neither snow nor water."""
    assert classes_of(()) == CLASSES[:4]


def test_a_model_may_know_snow_and_water():
    """Snow and water have values of their own, after those of older versions."""
    keys = ("clear", "thick_cloud", "shadow", "snow", "water")
    assert labels(*keys) == [(0, "Clear"), (1, "Cloud"), (3, "Cloud shadow"), (4, "Snow or ice"), (5, "Water")]


def test_snow_and_water_are_visible_ground():
    """Every class either shows the ground or covers it."""
    assert GROUND == (0, 4, 5)
    assert [mask_class.key for mask_class in SURFACES] == ["snow", "water"]
    assert [mask_class.key for mask_class in COVERS] == ["thick_cloud", "thin_cloud", "shadow"]


@pytest.mark.parametrize("eyes", EYES)
def test_colour_blind_readers_can_tell_the_colours_apart(eyes):
    """No two classes have colours closer than 20 in CIELAB; 2 is just noticeable, side by side."""
    for one, other in combinations(CLASSES, 2):
        distance = np.linalg.norm(lab(one.colour, eyes) - lab(other.colour, eyes))
        assert distance > 20, (one.key, other.key)


def test_cloud_is_in_my_language(another_language):
    """The name that replaces thick cloud is translated too."""
    assert [mask_class.name() for mask_class in classes_of(("clear", "thick_cloud"))] == ["§Clear", "§Cloud"]
