"""Adaptive test-time augmentation as in CloudS2Mask: only patches with speckled labels are predicted again."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

ISOLATED_PIXELS = 10 / (512 * 512)
"""Share of isolated pixels above which a patch is doubtful (CloudS2Mask 1.1.3: 10 in a patch of 512 x 512)."""


class Augmentation(NamedTuple):
    """A mirrored and turned patch; its height and width are the last two axes."""

    quarter_turns: int
    """Counterclockwise, after mirroring."""
    mirrored: bool
    """Left and right are swapped."""

    def apply(self, patches: NDArray[Any]) -> NDArray[Any]:
        """Mirror and turn."""
        mirrored = patches[..., ::-1] if self.mirrored else patches
        return np.ascontiguousarray(np.rot90(mirrored, self.quarter_turns, axes=(-2, -1)))

    def undo(self, fields: NDArray[np.float32]) -> NDArray[np.float32]:
        """Turn and mirror back."""
        turned = np.rot90(fields, -self.quarter_turns, axes=(-2, -1))
        return turned[..., ::-1] if self.mirrored else turned


AUGMENTATIONS = tuple(Augmentation(turns, mirrored) for mirrored in (False, True) for turns in range(4))
"""In CloudS2Mask's order; the first changes nothing."""

MAX_DEPTH = len(AUGMENTATIONS) - 1


def doubtful(labels: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Flag patches with more isolated pixels than a mask without noise has.

    Args:
        labels: (patches, height, width) of class indices.

    Returns:
        (patches,) bool.
    """
    return isolated(labels).mean(axis=(1, 2)) > ISOLATED_PIXELS


def isolated(labels: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Flag pixels whose 8 neighbours all have another class; beyond the patch the class is 0.

    Args:
        labels: (patches, height, width) of class indices.

    Returns:
        (patches, height, width) bool.
    """
    padded = np.pad(labels.astype(np.uint8), ((0, 0), (1, 1), (1, 1)))
    height, width = labels.shape[1:]
    alone = np.ones(labels.shape, np.bool_)
    for down in range(3):
        for right in range(3):
            if (down, right) != (1, 1):
                alone &= padded[:, down : down + height, right : right + width] != labels
    return alone
