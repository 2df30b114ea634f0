"""The classes of a mask: a table of their values, names and colours."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from .language import marked, translated

NODATA = 255


class MaskClass(NamedTuple):
    """A class of a mask, as in its file."""

    value: int
    key: str
    """Name in cards, tags and tables."""
    label: str
    """Name in English, used in files in every language of QGIS; `name` translates it."""
    colour: tuple[int, int, int]
    """Red, green, blue, 0-255."""
    ground: bool = False
    """True if the ground is visible, so that the pixel counts as clear."""
    within: str = ""
    """Label in English within a sentence, for kinds of clear ground."""

    def name(self) -> str:
        """Return the label in the user's language."""
        return translated(self.label)


# Vermilion, yellow and blue of Okabe and Ito's palette for colour-blind readers (Color Universal Design, 2008). Violet
# and navy are as far from these and from each other for all readers. Clear is white in viewers without transparency.
CLASSES = (
    MaskClass(0, "clear", marked("Clear"), (255, 255, 255), ground=True),
    MaskClass(1, "thick_cloud", marked("Thick cloud"), (213, 94, 0)),
    MaskClass(2, "thin_cloud", marked("Thin cloud"), (240, 228, 66)),
    MaskClass(3, "shadow", marked("Cloud shadow"), (0, 114, 178)),
    MaskClass(4, "snow", marked("Snow or ice"), (200, 130, 255), ground=True, within=marked("snow or ice")),
    MaskClass(5, "water", marked("Water"), (0, 0, 128), ground=True, within=marked("water")),
)
_CLOUD = marked("Cloud")
CLASS_OF_KEY = {mask_class.key: mask_class for mask_class in CLASSES}
CLEAR, THICK_CLOUD, THIN_CLOUD, SHADOW, SNOW, WATER = (mask_class.value for mask_class in CLASSES)

GROUND = tuple(c.value for c in CLASSES if c.ground)
"""Values of the pixels in which the ground is visible."""
SURFACES = tuple(c for c in CLASSES if c.ground and c.value != CLEAR)
"""Kinds of visible ground that some models distinguish; to the others they are clear."""
COVERS = tuple(c for c in CLASSES if not c.ground)
"""Classes that hide or darken the ground."""
INVALID_CLASSES = tuple(c.key for c in CLASSES if c.value != CLEAR)
"""Classes that a user may count as not usable."""
USUAL_INVALID = tuple(c.key for c in COVERS)
"""Classes that are not usable unless the user chooses others."""
_USUAL_KEYS = (CLASSES[CLEAR].key, *USUAL_INVALID)


def known_keys(keys: Collection[str]) -> Collection[str]:
    """Return the keys of a model's classes, or the usual ones if they are unknown: clear, clouds and shadow.

    Masks that do not name their classes are of versions that had no others.
    """
    return keys or _USUAL_KEYS


def classes_of(keys: Collection[str]) -> tuple[MaskClass, ...]:
    """Return the classes that a model distinguishes, in order, with their labels in legends, tables and files.

    Without thin cloud, thick cloud is called cloud.

    Args:
        keys: Keys of the model's classes; empty if they are unknown, see `known_keys`.
    """
    return named_for(keys, (c for c in CLASSES if c.key in known_keys(keys)))


def named_for(keys: Collection[str], classes: Iterable[MaskClass]) -> tuple[MaskClass, ...]:
    """Return classes as they are called for a model: without thin cloud, thick cloud is called cloud."""
    merged = CLASSES[THIN_CLOUD].key not in known_keys(keys)
    thick = CLASSES[THICK_CLOUD].key
    return tuple(c._replace(label=_CLOUD) if merged and c.key == thick else c for c in classes)
