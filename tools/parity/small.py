"""A small product and small networks, on which the results of the packages are recorded for the tests."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..make_safe import build_product
from ..safe_metadata import BANDS
from .scene import BASELINE

EDGE = 384
"""Lines and columns of the product in pixels of 20 m."""
PATCH, OVERLAP = 256, 64
CLASSES = 4
_BLOCK = 16
"""Lines and columns of the blocks whose classes are counted."""
_SPOT = 8


def write_small_product(folder: Path) -> Path:
    """Write spots on a slope of random reflectance, all bands at 20 m, and return the `.SAFE` folder."""
    rng = np.random.default_rng(7)
    slope = np.add.outer(np.arange(EDGE), np.arange(EDGE)) * 2
    bands = {}
    for band in BANDS:
        spots = rng.integers(300, 4000, (EDGE // _SPOT, EDGE // _SPOT)).repeat(_SPOT, 0).repeat(_SPOT, 1)
        bands[band] = (spots + slope + rng.integers(0, 300, (EDGE, EDGE))).astype(np.uint16)
    return build_product(folder, bands, resolutions=dict.fromkeys(bands, 20), baseline=BASELINE)


def small_network(
    bands: int, seed: int, spread: float, classes: int = CLASSES
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return weights and bias of an edge-detecting convolution: (classes, bands, 3, 3) and (classes,) float32.

    Args:
        bands: Number of input bands.
        seed: Seed of the weights.
        spread: Standard deviation of the logits for inputs with a standard deviation of 1.
        classes: Number of output classes.
    """
    weights = np.random.default_rng(seed).normal(0, spread / (3 * bands**0.5), (classes, bands, 3, 3))
    weights -= weights.mean(axis=(2, 3), keepdims=True)  # makes all classes equally likely
    return weights.astype(np.float32), np.zeros(classes, np.float32)


def count_classes(labels: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Count the pixels of each class in each block of a mask: (blocks down, blocks across, classes)."""
    blocks = labels.reshape(len(labels) // _BLOCK, _BLOCK, -1, _BLOCK)
    return np.stack([(blocks == number).sum(axis=(1, 3)) for number in range(CLASSES)], axis=-1)
