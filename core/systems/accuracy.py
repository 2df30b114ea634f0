"""Measure a mask against a reference by what every model tells: cloud or not, and shadow if the model tells it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..analysis.blocks import Interval, interval
from ..analysis.compare import Comparison
from ..analysis.confusion import ClassAgreement, Confusion
from ..classes import CLASSES, CLEAR, SHADOW, THICK_CLOUD


@dataclass(frozen=True)
class Accuracy:
    """The agreement of a mask with a reference."""

    comparison: Comparison
    """By the detail `one class of cloud`."""
    tells_shadow: bool
    """True if the model distinguishes shadow."""

    @property
    def cloud_or_not(self) -> Confusion:
        """Confusion matrix of cloud, whose kappas can be compared between all models."""
        return self._merged(self.comparison.confusion.counts)

    @property
    def kappa_interval(self) -> Interval | None:
        """The 95 % interval of the kappa of cloud or not; None if there are too few blocks of pixels."""
        return interval(self.comparison.blocks, lambda counts: self._merged(counts).kappa)

    @property
    def cloud(self) -> ClassAgreement:
        """Agreement of cloud."""
        return self._of(THICK_CLOUD)

    @property
    def shadow(self) -> ClassAgreement | None:
        """Agreement of shadow; None if the model does not distinguish it."""
        return self._of(SHADOW) if self.tells_shadow else None

    def _of(self, value: int) -> ClassAgreement:
        return next(one for one in self.comparison.confusion.per_class if one.mask_class.value == value)

    def _merged(self, counts: NDArray[np.int64]) -> Confusion:
        """Merge all classes but cloud."""
        cloud = np.array([one.value == THICK_CLOUD for one in self.comparison.confusion.classes])
        parts = np.stack([~cloud, cloud]).astype(np.int64)
        classes = CLASSES[CLEAR], CLASSES[THICK_CLOUD]
        return Confusion(classes, parts @ counts @ parts.T)
