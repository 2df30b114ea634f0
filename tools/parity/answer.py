"""What a package says of a product."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Answer:
    """What a package says of a product."""

    labels: NDArray[np.uint8]
    """(lines, columns): the classes that it writes."""
    probabilities: NDArray[np.float32]
    """(classes, lines, columns): before anything is cut off."""
    patches: int
    """How many it looked at."""
