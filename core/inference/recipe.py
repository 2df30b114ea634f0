"""The way from the counts of patches to a network's input, and from its output to the values that are blended.

Processors go it in numpy; for GPUs it becomes part of the network, see `prepared`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ..cards.card import ModelCard
from ..decoding.band_image import Counts
from .augmentation import Augmentation


@dataclass(frozen=True)
class Patches:
    """The pixels of a batch of patches, mirrored beyond the scene's edge."""

    counts: Sequence[Counts]
    """Of each patch (bands, height, width): reflectance x quantification value, or values as they are."""
    has_data: Sequence[NDArray[np.bool_]]
    """Of each patch (height, width): False for a pixel without data."""
    quantification: float
    """Counts per unit of reflectance."""
    _inputs: dict[Recipe, NDArray[np.float32]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def whole(cls, counts: Counts, quantification: float = 1.0) -> Patches:
        """Make patches from counts (patches, bands, height, width) that all have data."""
        return cls(list(counts), list(np.ones((len(counts), *counts.shape[2:]), np.bool_)), quantification)

    def __len__(self) -> int:
        """Count the patches."""
        return len(self.counts)

    def __getitem__(self, part: slice) -> Patches:
        """Select some of the patches."""
        return Patches(self.counts[part], self.has_data[part], self.quantification)

    @property
    def shape(self) -> tuple[int, int, int]:
        """Bands, height and width of each patch."""
        bands, height, width = self.counts[0].shape
        return bands, height, width

    def of_bands(self, numbers: Sequence[int]) -> Patches:
        """Select some of the bands; without a copy if they lie side by side."""
        side_by_side = list(numbers) == list(range(numbers[0], numbers[-1] + 1))
        chosen = slice(numbers[0], numbers[-1] + 1) if side_by_side else list(numbers)
        return Patches([counts[chosen] for counts in self.counts], self.has_data, self.quantification)

    def augmented(self, augmentation: Augmentation, numbers: Iterable[int]) -> Patches:
        """Mirror and turn some of the patches."""
        counts, has_data = (
            [augmentation.apply(arrays[number]) for number in numbers] for arrays in (self.counts, self.has_data)
        )
        return Patches(counts, has_data, self.quantification)

    def inputs(self, recipe: Recipe) -> NDArray[np.float32]:
        """Normalise the patches in numpy, once for all networks with this recipe; see `Recipe.normalised`."""
        if recipe not in self._inputs:
            self._inputs[recipe] = recipe.normalised(self)
        return self._inputs[recipe]


@dataclass(frozen=True)
class Recipe:
    """The normalisation and the activation of a card; see `AS_THEY_ARE` for none."""

    mean: tuple[float, ...] = ()
    """Per band, in reflectance."""
    std: tuple[float, ...] = ()
    """Per band, in reflectance."""
    per_patch: bool = False
    """True if each band of each patch is standardised by its pixels with data, without `mean` and `std`."""
    softmax: bool = False
    """True if the network's output becomes probabilities before it is blended."""
    classes: int = 0
    """Number of output channels."""
    counts: str = "int16"
    """Type of the counts that a GPU gets; rasters of any sensor need float32."""

    @classmethod
    def of(cls, card: ModelCard) -> Recipe:
        """Return the recipe of a card."""
        return cls(
            card.mean,
            card.std,
            per_patch=card.normalisation == "patch",
            softmax=card.activation == "softmax" and card.blend == "probabilities",
            classes=len(card.classes),
            counts="float32" if card.any_sensor else "int16",
        )

    @property
    def normalises(self) -> bool:
        """False if values are left as they are."""
        return self.per_patch or bool(self.mean)

    def scale_and_offset(self, quantification: float) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the factor of counts, and what is subtracted then: each (bands, 1, 1)."""
        mean, std = (np.array(values, np.float64)[:, None, None] for values in (self.mean, self.std))
        return (1 / (quantification * std)).astype(np.float32), (mean / std).astype(np.float32)

    def normalised(self, patches: Patches) -> NDArray[np.float32]:
        """Normalise patches to a network's input, (patches, bands, height, width) float32."""
        inputs = np.empty((len(patches), *patches.shape), np.float32)
        if self.per_patch:
            for counts, has_data, patch in zip(patches.counts, patches.has_data, inputs):
                _standardise(counts, has_data, patch)
            return inputs
        if not self.mean:
            return np.stack(patches.counts, out=inputs)
        scale, offset = self.scale_and_offset(patches.quantification)
        for counts, patch in zip(patches.counts, inputs):
            np.multiply(counts, scale, out=patch)
        inputs -= offset
        return inputs

    def activated(self, output: NDArray[np.float32]) -> NDArray[np.float32]:
        """Turn a network's output (patches, classes, height, width) into what is blended, in place."""
        return softmax(output, axis=1) if self.softmax else output


AS_THEY_ARE = Recipe()
"""Gives a network the values as they are, and returns its output."""


def softmax(output: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    """Turn logits into probabilities along an axis, in place."""
    output -= output.max(axis=axis, keepdims=True)
    np.exp(output, out=output)
    output /= output.sum(axis=axis, keepdims=True)
    return output


def _standardise(counts: Counts, has_data: NDArray[np.bool_], patch: NDArray[np.float32]) -> None:
    """Fill (bands, height, width): each band has mean 0 and deviation 1 over its pixels with data, others are 0.

    As in OmniCloudMask, a count of 0 is no data: a single such pixel would count as very dark.
    """
    empty = ~has_data | (counts == 0)
    inside = np.maximum(1, (~empty).sum(axis=(1, 2), keepdims=True))
    patch[:] = counts
    np.copyto(patch, 0, where=empty)
    patch -= (patch.sum(axis=(1, 2), keepdims=True, dtype=np.float64) / inside).astype(np.float32)
    np.copyto(patch, 0, where=empty)
    deviation = np.sqrt(np.square(patch, dtype=np.float64).sum(axis=(1, 2), keepdims=True) / inside)
    patch /= np.where(deviation > 0, deviation, 1.0).astype(np.float32)
