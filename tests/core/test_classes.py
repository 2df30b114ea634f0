"""Legends, tables and files name the classes of the model, and no others."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from ...core.classes import CLASSES, COVERS, GROUND, SURFACES, classes_of

_SIMULATED = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""Linear RGB as readers see it: Machado et al. (2009), IEEE Trans. Vis. Comput. Graph. 15:1291-1298, severity 1."""
_XYZ = np.array([(0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)])
"""Of linear sRGB (IEC 61966-2-1)."""


def seen(colour: tuple[int, int, int], reader: str) -> np.ndarray:
    """Return CIELAB (L, a, b) of a colour as a reader sees it."""
    part = np.array(colour) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    xyz = _XYZ @ np.clip(np.array(_SIMULATED[reader]) @ linear, 0, 1) / _XYZ.sum(axis=1)
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


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


@pytest.mark.parametrize("reader", _SIMULATED)
def test_colour_blind_readers_can_tell_the_colours_apart(reader):
    """No two classes have colours closer than 20 in CIELAB; 2 is just noticeable, side by side."""
    for one, other in combinations(CLASSES, 2):
        distance = np.linalg.norm(seen(one.colour, reader) - seen(other.colour, reader))
        assert distance > 20, (one.key, other.key)


def test_cloud_is_in_my_language(another_language):
    """The name that replaces thick cloud is translated too."""
    assert [mask_class.name() for mask_class in classes_of(("clear", "thick_cloud"))] == ["§Clear", "§Cloud"]
