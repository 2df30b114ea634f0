"""The results of a run, one for each scene."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..classes import CLASSES, NODATA
from ..errors import CloudS2MaskError, OutsideAreaError
from ..product.acquisition import Acquisition
from ..raster.grid import Grid


@dataclass(frozen=True)
class SceneOutcome:
    """What became of a scene: a result, or an error."""

    path: Path
    """Of the product or the raster."""
    result: MaskResult | None = None
    error: CloudS2MaskError | None = None

    @property
    def skipped(self) -> bool:
        """Whether there was nothing to do, because the product does not touch the area of interest."""
        return isinstance(self.error, OutsideAreaError)

    @property
    def failed(self) -> bool:
        """Whether the scene should have been masked and was not."""
        return self.error is not None and not self.skipped


@dataclass(frozen=True)
class MaskResult:
    """A finished mask."""

    mask_path: Path
    vrt_path: Path | None
    acquisition: Acquisition
    model: str
    provider: str
    resolution: float
    grid: Grid
    """Pixels of the mask."""
    valid_percent: float | None
    """Share of the mask's pixels that hold data; of those inside the area of interest, if there is one. None for a
    mask of an older version, which does not say."""
    shares: dict[str, float] | None
    """Percent of valid pixels per class key; None where there is no valid pixel."""
    seconds: float
    reused: bool = False
    """Whether the mask was there already, of the same product, model, resolution and options."""
    warnings: tuple[str, ...] = field(default=())
    classes: tuple[str, ...] = ()
    """Keys of the classes that the model tells apart."""
    confidence_path: Path | None = None
    valid_mask_path: Path | None = None

    @property
    def clear_percent(self) -> float | None:
        """Share of clear pixels among the valid ones."""
        return self._percent("clear")

    @property
    def cloud_percent(self) -> float | None:
        """Share of thick and thin cloud among the valid pixels."""
        return self._percent("thick_cloud", "thin_cloud")

    @property
    def shadow_percent(self) -> float | None:
        """Share of cloud shadow among the valid pixels."""
        return self._percent("shadow")

    def _percent(self, *keys: str) -> float | None:
        return None if self.shares is None else sum(self.shares[key] for key in keys)


def class_shares(mask: NDArray[np.uint8]) -> dict[str, float] | None:
    """Percent of valid pixels per class key; None where there is no valid pixel."""
    # By parts, because bincount makes an int64 copy of what it is given.
    parts = [np.bincount(lines.ravel(), minlength=256) for lines in np.array_split(mask, len(mask) // 512 + 1)]
    counts = np.sum(parts, axis=0)
    valid = int(counts[:NODATA].sum())
    return {c.key: 100 * int(counts[c.value]) / valid for c in CLASSES} if valid else None
