"""A small product and small networks, of which the answers of the packages are recorded for the tests."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..make_safe import build_product
from ..safe_metadata import BANDS
from .scene import BASELINE

EDGE = 384
"""Lines and columns of the product, in pixels of 20 m."""
PATCH, OVERLAP = 256, 64
CLASSES = 4
_BLOCK = 16
"""Lines and columns of the blocks whose classes are counted."""
_SPOT = 8


def write_small_product(folder: Path) -> Path:
    """Write spots and slopes of random reflectance, all bands in pixels of 20 m; returns the `.SAFE` folder."""
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
    """Weights and bias of one convolution that finds edges: (classes, bands, 3, 3) and (classes,) float32.

    Args:
        bands: How many come in.
        seed: Of the weights.
        spread: Deviation of the logits, for inputs of a deviation of 1.
        classes: How many go out.
    """
    weights = np.random.default_rng(seed).normal(0, spread / (3 * bands**0.5), (classes, bands, 3, 3))
    weights -= weights.mean(axis=(2, 3), keepdims=True)  # so that every class is as likely
    return weights.astype(np.float32), np.zeros(classes, np.float32)


def count_classes(labels: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Pixels of each class of masks in each block of one: (blocks down, blocks across, classes)."""
    blocks = labels.reshape(len(labels) // _BLOCK, _BLOCK, -1, _BLOCK)
    return np.stack([(blocks == number).sum(axis=(1, 3)) for number in range(CLASSES)], axis=-1)
