"""Describe the outcome of each scene of a run."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..addresses.location import Location
from ..classes import CLASSES, CLEAR, COVERS, GROUND, NODATA, SURFACES
from ..errors import CloudS2MaskError, MaskExistsError, OutsideAreaError
from ..product.acquisition import Acquisition
from ..raster.grid import Grid


@dataclass(frozen=True)
class SceneOutcome:
    """The outcome of a scene: a result or an error."""

    path: Location
    """Location of the product, or path of the raster."""
    result: MaskResult | None = None
    error: CloudS2MaskError | None = None
    source: Acquisition | None = None
    """Acquisition of a product that was read but not masked."""

    @property
    def acquisition(self) -> Acquisition | None:
        """Acquisition of the product, or what the name of one that cannot be read tells; None if it tells nothing."""
        if self.result:
            return self.result.acquisition
        return self.source or Acquisition.named(self.path.name)

    @property
    def skipped(self) -> bool:
        """True if the product does not touch the area of interest."""
        return isinstance(self.error, OutsideAreaError)

    @property
    def kept(self) -> bool:
        """True if a mask that was made with other settings stays as it is; `failed` is True then too."""
        return isinstance(self.error, MaskExistsError)

    @property
    def failed(self) -> bool:
        """True if the scene should have been masked but was not."""
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
    """Grid of the mask."""
    valid_percent: float | None
    """Percent of the mask's pixels that hold data, or of those inside the area of interest, if any. None for masks of
    older versions without this tag."""
    shares: dict[str, float] | None
    """Percent of the pixels with data per class key, see `class_shares`; None if no pixel has data."""
    seconds: float
    reused: bool = False
    """True if an existing mask with the same product, model, resolution and options was reused."""
    warnings: tuple[str, ...] = field(default=())
    classes: tuple[str, ...] = ()
    """Keys of the classes that the model distinguishes; empty if they are unknown."""
    confidence_path: Path | None = None
    valid_mask_path: Path | None = None
    edited: datetime | None = None
    """Time at which a person saved this version; None if nobody has corrected the mask."""

    @property
    def files(self) -> tuple[Path, ...]:
        """Files that are layers of the map: the mask, then those beside it."""
        paths = self.mask_path, self.confidence_path, self.valid_mask_path, self.vrt_path
        return tuple(path for path in paths if path is not None)

    @property
    def pixel_text(self) -> str:
        """Pixel size of the mask in metres, to three digits: in reduced products it is larger than `resolution`."""
        size = self.grid.pixel_size
        return f"{size:.3g}" if size < 100 else f"{size:.0f}"

    @property
    def clear_percent(self) -> float | None:
        """Percent of clear pixels among those with data, whatever the ground."""
        return self._percent("clear")

    @property
    def cloud_percent(self) -> float | None:
        """Percent of thick and thin cloud among the pixels with data."""
        return self._percent("thick_cloud", "thin_cloud")

    @property
    def shadow_percent(self) -> float | None:
        """Percent of cloud shadow among the pixels with data."""
        return self._percent("shadow")

    @property
    def surfaces(self) -> dict[str, float]:
        """Percent of each kind of clear ground among the pixels with data, by key, if the model distinguishes it."""
        return {c.key: self.shares[c.key] for c in SURFACES if self.shares and c.key in self.shares}

    def _percent(self, *keys: str) -> float | None:
        return None if self.shares is None else sum(self.shares[key] for key in keys)


def class_shares(mask: NDArray[np.uint8], classes: Collection[str] = ()) -> dict[str, float] | None:
    """Return the percent of the pixels with data per class key; None if no pixel has data.

    Clear is all visible ground. Its kinds that the model distinguishes have shares too, which are parts of clear; the
    shares of all other classes add to 100.

    Args:
        mask: (lines, columns) uint8 classes, 255 nodata.
        classes: Keys of the model's classes; empty if they are unknown.
    """
    # Faster than bincount, in parts that stay in the processor's cache.
    values, parts = [NODATA, *(c.value for c in CLASSES)], np.array_split(mask, len(mask) // 64 + 1)
    counts = {value: sum(int(np.count_nonzero(lines == value)) for lines in parts) for value in values}
    data_pixels = mask.size - counts[NODATA]
    if not data_pixels:
        return None
    known = *COVERS, *(c for c in SURFACES if c.key in classes)
    pixels = {CLASSES[CLEAR].key: sum(counts[value] for value in GROUND), **{c.key: counts[c.value] for c in known}}
    return {key: 100 * count / data_pixels for key, count in pixels.items()}
