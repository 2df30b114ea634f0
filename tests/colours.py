"""See colours as readers see them who lack a kind of cone."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

# Linear RGB as seen with full protanopia, deuteranopia and tritanopia (Machado, Oliveira and Fernandes, 2009).
EYES = {
    "all cones": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
_FROM_RGB = np.array([[0.41246, 0.35758, 0.18044], [0.21267, 0.71515, 0.07218], [0.01933, 0.11919, 0.9503]])
"""Matrix from linear sRGB to CIE XYZ."""


def lab(colour: ArrayLike, eyes: str) -> NDArray[np.float64]:
    """Return CIE L*a*b* of an sRGB colour, 0 to 255, as some eyes see it."""
    share = np.asarray(colour) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    of_white = _FROM_RGB @ np.clip(EYES[eyes] @ linear, 0, 1) / (0.95047, 1, 1.08883)
    x, y, z = np.where(of_white > 0.008856, np.cbrt(of_white), 7.787 * of_white + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])
