"""The mask of a package for one product."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class PackageMask:
    """The mask of a package for one product, with its probabilities."""

    labels: NDArray[np.uint8]
    """(lines, columns): the classes the package writes."""
    probabilities: NDArray[np.floating]
    """(classes, lines, columns): before the package truncates them."""
    patches: int
    """Number of patches the package infers."""
