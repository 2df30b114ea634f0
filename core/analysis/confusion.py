"""Compute the confusion matrix of a mask and a reference, and measures of agreement."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..classes import CLASSES, CLEAR, COVERS, GROUND, NODATA, SHADOW, SURFACES, THICK_CLOUD, THIN_CLOUD, MaskClass
from ..language import marked

_STEP = 10
"""Factor of the reference's class in the code of a pair of classes; the mask's class is added."""
CODES = 256
"""Number of values that a code can have; the last means that one of the two has no data."""
_COVERED = tuple(c.value for c in COVERS)


def pair_codes(reference: NDArray[np.uint8], mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Combine both classes of each pixel as 10 x reference + mask: 13 is thick cloud that the mask calls shadow.

    Args:
        reference: Classes of the reference, 255 where it has no data.
        mask: Classes of the mask, of the same shape.

    Returns:
        The codes, 255 where one of the two has no data.
    """
    codes = reference * np.uint8(_STEP) + mask  # nodata overflows, and is replaced
    codes[(reference == NODATA) | (mask == NODATA)] = NODATA
    return codes


def pair_code(reference: MaskClass, mask: MaskClass) -> int:
    """Return the code of a pair of classes."""
    return _STEP * reference.value + mask.value


class Detail(NamedTuple):
    """A level of detail: the classes to distinguish."""

    classes: tuple[MaskClass, ...]
    merged: dict[int, int]
    """Class of a mask -> value in `classes` that replaces it."""

    def with_surfaces(self, values: Collection[int]) -> Detail:
        """Return the detail at which no other kinds of ground than these are told from clear."""
        left_out = {c.value: CLEAR for c in SURFACES if c.value not in values}
        return Detail(tuple(c for c in self.classes if c.value not in left_out), self.merged | left_out)

    def apply(self, mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Return a mask in which the classes that are not distinguished are replaced."""
        table = np.arange(256, dtype=np.uint8)
        table[list(self.merged)] = list(self.merged.values())
        replaced: NDArray[np.uint8] = table[mask]
        return replaced


_CLOUD = MaskClass(THICK_CLOUD, "cloud", marked("Cloud"), CLASSES[THICK_CLOUD].colour)
_NOT_CLEAR = MaskClass(THICK_CLOUD, "not_clear", marked("Cloud or shadow"), CLASSES[THICK_CLOUD].colour)
DETAILS = {
    "all classes": Detail(CLASSES, {}),
    "one class of cloud": Detail((CLASSES[CLEAR], _CLOUD, CLASSES[SHADOW], *SURFACES), {THIN_CLOUD: THICK_CLOUD}),
    "clear or not": Detail((CLASSES[CLEAR], _NOT_CLEAR), {c.value: THICK_CLOUD for c in COVERS}).with_surfaces(()),
}
PLAIN = DETAILS["all classes"].with_surfaces(())
"""The detail that every mask has: clear, thick and thin cloud, and shadow."""

_COLOURS = {
    # Both agree: clear is white, the others grey.
    0: (255, 255, 255),
    11: (190, 190, 190),
    22: (220, 220, 220),
    33: (140, 140, 140),
    # Missed by the mask: vermilion.
    10: (213, 94, 0),
    20: (247, 175, 120),
    30: (128, 50, 0),
    # Clear in the reference: blue.
    1: (0, 114, 178),
    2: (125, 195, 240),
    3: (0, 55, 110),
    # Two kinds of cloud: yellow. Cloud and shadow: purple.
    12: (240, 228, 66),
    21: (205, 190, 30),
    13: (204, 121, 167),
    23: (230, 180, 210),
    31: (150, 65, 110),
    32: (175, 100, 145),
}
"""RGB of the pairs of clear, clouds and shadow: hues that colour-blind readers can distinguish (Okabe and Ito 2008)."""
_SAME_GROUND, _OTHER_GROUND = (205, 205, 205), (0, 158, 115)
"""RGB of pixels in which the ground is visible in both, if it has a kind: grey and Okabe and Ito's bluish green."""


def _colour(reference: MaskClass, mask: MaskClass) -> tuple[int, int, int]:
    """Return the colour of a pair; kinds of ground tint the colour that the pair has with clear."""
    seen = [CLEAR if one.ground else one.value for one in (reference, mask)]
    base = _COLOURS[_STEP * seen[0] + seen[1]]
    if reference not in SURFACES and mask not in SURFACES:
        return base
    if reference.ground and mask.ground:
        base = _SAME_GROUND if reference == mask else _OTHER_GROUND
    red, green, blue = (round(0.7 * b + 0.2 * r + 0.1 * m) for b, r, m in zip(base, reference.colour, mask.colour))
    return red, green, blue


PAIR_COLOURS = {pair_code(reference, mask): _colour(reference, mask) for reference in CLASSES for mask in CLASSES}
"""RGB of each code of `pair_codes`."""


class ClassAgreement(NamedTuple):
    """The agreement of one class; a measure is None if it would divide by 0.

    The names are those of Congalton (1991), Remote Sensing of Environment 37:35-46.
    """

    mask_class: MaskClass
    reference_pixels: int
    mask_pixels: int
    agreeing_pixels: int

    @property
    def users_accuracy(self) -> float | None:
        """Share of the mask's pixels of this class that the reference confirms: precision."""
        return _ratio(self.agreeing_pixels, self.mask_pixels)

    @property
    def producers_accuracy(self) -> float | None:
        """Share of the reference's pixels of this class that the mask has found: recall."""
        return _ratio(self.agreeing_pixels, self.reference_pixels)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of user's and producer's accuracy."""
        return _ratio(2 * self.agreeing_pixels, self.reference_pixels + self.mask_pixels)

    @property
    def iou(self) -> float | None:
        """Intersection over union: Jaccard's index."""
        return _ratio(self.agreeing_pixels, self.reference_pixels + self.mask_pixels - self.agreeing_pixels)


@dataclass(frozen=True)
class Confusion:
    """A confusion matrix: pixels by class of the reference and of the mask."""

    classes: tuple[MaskClass, ...]
    counts: NDArray[np.int64]
    """(reference, mask), in the order of `classes`."""

    @classmethod
    def of(cls, reference: NDArray[np.uint8], mask: NDArray[np.uint8]) -> Confusion:
        """Count two arrays of classes of the same shape, where both have data; all visible ground is clear."""
        codes = pair_codes(PLAIN.apply(reference), PLAIN.apply(mask))
        return cls.of_codes(np.bincount(codes.ravel(), minlength=CODES), PLAIN.classes)

    @classmethod
    def of_codes(cls, counts: NDArray[np.int64], classes: tuple[MaskClass, ...]) -> Confusion:
        """Create it from the counts of the 256 possible values of `pair_codes`."""
        return cls(classes, matrices(counts, classes))

    @property
    def pixels(self) -> int:
        """Pixels compared."""
        return int(self.counts.sum())

    @property
    def per_class(self) -> list[ClassAgreement]:
        """Agreement of each class."""
        rows, columns, same = self.counts.sum(axis=1), self.counts.sum(axis=0), self.counts.diagonal()
        return [
            ClassAgreement(c, int(row), int(column), int(both))
            for c, row, column, both in zip(self.classes, rows, columns, same)
        ]

    @property
    def overall_accuracy(self) -> float | None:
        """Share of the pixels to which both give the same class (Congalton 1991)."""
        return _ratio(int(np.trace(self.counts)), self.pixels)

    @property
    def balanced_accuracy(self) -> float | None:
        """Mean of the producer's accuracies of the classes that the reference has.

        Brodersen et al. (2010), International Conference on Pattern Recognition, 3121-3124.
        """
        return _mean([agreement.producers_accuracy for agreement in self.per_class])

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa: 1 for full agreement, 0 for agreement by chance; None if both have only the same class.

        Cohen (1960), Educational and Psychological Measurement 20:37-46.
        """
        same = self.overall_accuracy
        if same is None:
            return None
        # As floats: the product of two counts of a large mosaic would overflow int64.
        by_chance = float((self.counts.sum(axis=1) / self.pixels) @ (self.counts.sum(axis=0) / self.pixels))
        return (same - by_chance) / (1 - by_chance) if by_chance < 1 else None

    @property
    def mean_iou(self) -> float | None:
        """Mean intersection over union of the classes in the mask or the reference."""
        return _mean([agreement.iou for agreement in self.per_class])

    @property
    def false_cloud(self) -> float | None:
        """Share of the reference's clear pixels that the mask calls cloud, thick or thin; None if shadow is merged."""
        return self._share(GROUND, (THICK_CLOUD, THIN_CLOUD)) if self._tells_shadow else None

    @property
    def false_shadow(self) -> float | None:
        """Share of the reference's clear pixels that the mask calls cloud shadow; None if it is merged with cloud."""
        return self._share(GROUND, (SHADOW,)) if self._tells_shadow else None

    @property
    def missed(self) -> float | None:
        """Share of the reference's cloud and shadow that the mask calls clear."""
        return self._share(_COVERED, GROUND)

    @property
    def invented(self) -> float | None:
        """Share of the reference's clear pixels that the mask calls cloud or shadow."""
        return self._share(GROUND, _COVERED)

    @property
    def _tells_shadow(self) -> bool:
        return SHADOW in [c.value for c in self.classes]

    def _share(self, reference: Collection[int], mask: Collection[int]) -> float | None:
        """Return the share of the reference's pixels of some classes to which the mask gives one of others."""
        values = [c.value for c in self.classes]
        rows = self.counts[np.isin(values, list(reference))]
        return _ratio(int(rows[:, np.isin(values, list(mask))].sum()), int(rows.sum()))


def matrices(counts: NDArray[np.int64], classes: tuple[MaskClass, ...]) -> NDArray[np.int64]:
    """Arrange counts of the codes of `pair_codes`.

    Args:
        counts: (..., 256).
        classes: Classes of the rows and columns.

    Returns:
        (..., reference, mask), in the order of `classes`.
    """
    codes = [[pair_code(reference, mask) for mask in classes] for reference in classes]
    return counts[..., codes]


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _mean(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
