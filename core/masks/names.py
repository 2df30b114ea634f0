"""Name mask files and the files beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

_EDITED = "_edited"
_VERSION = re.compile(rf"{_EDITED}\d*$")


@dataclass(frozen=True)
class MaskNames:
    """Paths of a mask and of the files beside it."""

    mask: Path
    vrt: Path
    """Stack of the bands."""

    @classmethod
    def in_folder(cls, folder: Path, product: str, model: str, extent: str) -> MaskNames:
        """Name the files of a run; masks of a product by different models share the VRT of its bands."""
        return cls(folder / f"{product}_{model}_{extent}.tif", folder / f"{product}_{extent}.vrt")

    @classmethod
    def beside(cls, mask: Path) -> MaskNames:
        """Name the files beside a mask with a name of the user's choice."""
        return cls(mask, mask.with_name(f"{mask.stem}_bands.vrt"))

    @property
    def confidence(self) -> Path:
        """Path of the confidence raster."""
        return self.mask.with_name(f"{self.mask.stem}_confidence.tif")

    @property
    def valid_mask(self) -> Path:
        """Path of the valid mask."""
        return self.mask.with_name(f"{self.mask.stem}_valid.tif")


def unedited(stem: str) -> str:
    """Return the name of a mask, without suffix, of which a person may have saved a version."""
    return _VERSION.sub("", stem)


def version_names(mask: Path) -> Iterator[Path]:
    """Yield paths for versions of a mask, in their order: `a_edited.tif`, `a_edited2.tif`; those of a version too."""
    for number in count(1):
        yield mask.with_name(f"{unedited(mask.stem)}{_EDITED}{number if number > 1 else ''}{mask.suffix}")


def extent_name(resolution: float | str, area: str | None) -> str:
    """Combine pixel size and area into a name, so that masks of several areas fit in one folder: `20m_area_1a2b3c4d`.

    Args:
        resolution: In metres.
        area: Digest of the area of interest, or None.
    """
    return f"{resolution}m" + (f"_area_{area[:8]}" if area else "")
