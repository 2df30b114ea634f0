"""The comparison of a device with the CPU: patches for both, and how far their values are apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .recipe import Patches, Recipe, softmax

LARGEST_DIFFERENCE = 0.005
"""A mean difference of probabilities above it is that of a fault.

Measured with the default networks: up to 0.00005 in 32 bits and 0.0011 in 16 bits; 0.03 with a wrong convolution, 0.04
and more with classes or the patches of a batch in another order.
"""
_QUANTIFICATION = 10_000
"""Counts per unit of reflectance."""
_CELL = 16
"""Pixels between the points that brightness is interpolated from: networks see clouds and ground, not noise."""
_KINDS = 2
"""Different patches, which take turns in a batch, so that it is seen if a device mixes them up."""


def sample_patches(shape: tuple[int, int, int], count: int, recipe: Recipe) -> Patches:
    """Make patches of smooth brightness, from dark ground to cloud, with bands of different shares.

    Args:
        shape: (bands, height, width) of a patch.
        count: Number of patches; the first two differ, and the others repeat them.
        recipe: The recipe of the network that they are for.
    """
    bands, height, width = shape
    generator = np.random.default_rng(0)
    kinds = []
    for _ in range(min(count, _KINDS)):
        points = generator.random((height // _CELL + 2, width // _CELL + 2))
        brightness = _between(height) @ points @ _between(width).T
        shares = 0.7 + 0.3 * generator.random((bands, 1, 1))
        kinds.append((_QUANTIFICATION * brightness**2 * shares).astype(recipe.counts))
    has_data = np.ones((height, width), np.bool_)
    return Patches([kinds[number % _KINDS] for number in range(count)], [has_data] * count, _QUANTIFICATION)


def _between(pixels: int) -> NDArray[np.float64]:
    """Return (pixels, points) weights of linear interpolation."""
    places = np.arange(pixels) / _CELL
    return np.maximum(0, 1 - np.abs(places[:, None] - np.arange(pixels // _CELL + 2)))


def mean_difference(own: NDArray[np.float32], expected: NDArray[np.float32]) -> float:
    """Return the mean difference of probabilities in the patch where it is largest.

    Args:
        own: (patches, classes, height, width) of a device, of `sample_patches`: probabilities or logits.
        expected: The same of the CPU, for the patches that differ.
    """
    logits = expected.min() < 0 or expected.max() > 1 + LARGEST_DIFFERENCE
    if logits and expected.shape[1] > 1:
        own, expected = softmax(own.copy(), axis=1), softmax(expected.copy(), axis=1)
    differences = [np.abs(field - expected[number % len(expected)]).mean() for number, field in enumerate(own)]
    return float(max(differences))
