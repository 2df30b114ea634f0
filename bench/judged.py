"""Judge masks by labels: agreement by blocks of pixels, and calibration of the confidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ..core.analysis.blocks import Interval, count_by_block, interval
from ..core.analysis.confusion import DETAILS, Confusion, matrices, pair_codes
from ..core.classes import CLEAR, NODATA, SHADOW
from ..tools.labelled_sets import LabelledSet

THREE = DETAILS["one class of cloud"].with_surfaces(())
"""Clear, cloud and shadow."""
BINS = (0, 50, 60, 70, 80, 90, 95, 100)
"""Limits in percent of the bins of the calibration."""


@dataclass
class Judged:
    """The agreement of one model with the images of one kind."""

    blocks: dict[str, NDArray[np.int64]] = field(default_factory=dict)
    """(blocks, 3, 3) pixels by label and mask: clear, cloud, shadow; by image."""
    has_shadow: bool = True
    """False for a model without this class."""

    def confusion(self, images: Iterable[str] | None = None) -> Confusion:
        """Pool the blocks of some images, or of all."""
        return Confusion(THREE.classes, self._pooled(images).sum(axis=0))

    def kappa_interval(self) -> Interval | None:
        """Return the 95 % interval of the pooled kappa."""
        return interval(self._pooled(), _kappa)

    def difference(self, other: Judged) -> tuple[float, Interval] | None:
        """Return kappa minus that of another model, and its 95 % interval from the same draws of blocks for both.

        None if the two were not judged on the same images, or one has no class in a block.
        """
        if {name: len(counts) for name, counts in self.blocks.items()} != {
            name: len(counts) for name, counts in other.blocks.items()
        }:
            return None
        both = np.stack([self._pooled(), other._pooled()], axis=1)

        def difference(counts: NDArray[np.int64]) -> float | None:
            mine, its = map(_kappa, counts)
            return None if mine is None or its is None else mine - its

        value, ends = difference(both.sum(axis=0)), interval(both, difference)
        return None if value is None or ends is None else (value, ends)

    def _pooled(self, images: Iterable[str] | None = None) -> NDArray[np.int64]:
        return np.concatenate([self.blocks[name] for name in (sorted(self.blocks) if images is None else images)])


def _kappa(counts: NDArray[np.int64]) -> float | None:
    return Confusion(THREE.classes, counts).kappa


def confidence_of(mask: NDArray[np.uint8], shares: NDArray[np.uint8], values: Sequence[int]) -> NDArray[np.uint8]:
    """Return the percent of the class that each pixel has, which is not always the likeliest.

    Args:
        mask: (lines, columns) classes.
        shares: (bands, lines, columns) percents.
        values: Class of each band; thin and thick cloud are one, and all clear ground.
    """
    seen, kinds = THREE.apply(mask), THREE.apply(np.array(values, np.uint8))
    found = np.full(mask.shape, NODATA, np.uint8)
    for value in set(kinds.tolist()):
        here = seen == value
        found[here] = np.minimum(100, shares[kinds == value].sum(axis=0, dtype=np.uint16))[here]
    return found


def blocks_of(one: LabelledSet, mask: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Count the pixels of each block by label and mask: (blocks, 3, 3) clear, cloud and shadow.

    Thin cloud is cloud, all visible ground clear; shadow is clear if the labels do not tell it.
    """
    seen = THREE.apply(mask)
    if one.kind == "cloud":
        seen[seen == SHADOW] = CLEAR
    return matrices(count_by_block(pair_codes(one.labels, seen)), THREE.classes)


def calibration(one: LabelledSet, mask: NDArray[np.uint8], confidence: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return, for each bin of confidence: pixels, the sum of their percents, and those with the right class."""
    known = (one.labels != NODATA) & (mask != NODATA)
    right, percent = (one.labels == THREE.apply(mask))[known], confidence[known]
    number = np.clip(np.searchsorted(BINS, percent, side="right") - 1, 0, len(BINS) - 2)
    weights = np.ones(len(percent)), percent, right
    return np.stack([np.bincount(number, weight, minlength=len(BINS) - 1) for weight in weights], axis=1)
