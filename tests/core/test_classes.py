"""Legends, tables and files name the classes of the model, and no others."""

from __future__ import annotations

from ...core.classes import CLASSES, classes_of


def labels(*keys: str) -> list[tuple[int, str]]:
    """Return value and label of each class of a model."""
    return [(mask_class.value, mask_class.label) for mask_class in classes_of(keys)]


def test_a_model_without_thin_cloud_has_cloud():
    """I do not look for thin cloud in vain; the values stay the same for all models."""
    assert labels("shadow", "clear", "thick_cloud") == [(0, "Clear"), (1, "Cloud"), (3, "Cloud shadow")]
    assert labels("clear", "thick_cloud") == [(0, "Clear"), (1, "Cloud")]


def test_a_model_with_thin_cloud_has_thick_cloud():
    """Thick and thin cloud are told apart, whatever else the network gives."""
    assert classes_of(("nodata", "clear", "shadow", "thin_cloud", "thick_cloud", "nodata")) == CLASSES
    assert labels("clear", "thin_cloud") == [(0, "Clear"), (2, "Thin cloud")]


def test_an_unknown_model_may_have_any_class():
    """The legend of a mask of unknown origin explains every value."""
    assert classes_of(()) == CLASSES


def test_cloud_is_in_my_language(another_language):
    """The name that replaces thick cloud is translated too."""
    assert [mask_class.name() for mask_class in classes_of(("clear", "thick_cloud"))] == ["§Clear", "§Cloud"]
