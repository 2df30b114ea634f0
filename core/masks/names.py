"""The names of mask files, and of the files that go beside them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class MaskNames:
    """Where a mask and the files beside it go."""

    mask: Path
    vrt: Path
    """Of the bands."""

    @classmethod
    def in_folder(cls, folder: Path, product: str, model: str, extent: str) -> MaskNames:
        """Name the files of a run; masks of a product share the VRT of its bands, whichever model made them."""
        return cls(folder / f"{product}_{model}_{extent}.tif", folder / f"{product}_{extent}.vrt")

    @classmethod
    def beside(cls, mask: Path) -> MaskNames:
        """Name the files of a mask whose own name was given."""
        return cls(mask, mask.with_name(f"{mask.stem}_bands.vrt"))

    @property
    def confidence(self) -> Path:
        """Where the confidence goes."""
        return self.mask.with_name(f"{self.mask.stem}_confidence.tif")

    @property
    def valid_mask(self) -> Path:
        """Where the valid mask goes."""
        return self.mask.with_name(f"{self.mask.stem}_valid.tif")


def extent_name(resolution: float | str, area: str | None) -> str:
    """Name pixel size and area, so that masks of several areas lie in one folder: `20m_area_1a2b3c4d`.

    Args:
        resolution: In metres.
        area: Digest of the area of interest, if there is one.
    """
    return f"{resolution}m" + (f"_area_{area[:8]}" if area else "")
