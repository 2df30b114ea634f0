"""What a mask file says of itself, and the masks that earlier runs have left in a folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.errors import RasterioError
from rasterio.io import MemoryFile

from ..cards.card import load_cards
from ..classes import CLASSES, NODATA
from ..raster.geotiff import copy_as_cog
from ..raster.grid import Grid
from .tags import TAG_PREFIX, acquisition_of, share_tag

if TYPE_CHECKING:
    from .result import MaskResult


@dataclass(frozen=True)
class WrittenMask:
    """A mask file, without its pixels."""

    path: Path
    grid: Grid
    bands: int
    tags: Mapping[str, str]
    """Without their prefix."""

    @classmethod
    def read(cls, path: Path) -> WrittenMask | None:
        """Open a file; None if GDAL cannot."""
        try:
            with rasterio.open(path) as dataset:
                given = dataset.tags()
                tags = {name[len(TAG_PREFIX) :]: text for name, text in given.items() if name.startswith(TAG_PREFIX)}
                return cls(path, Grid.of(dataset), dataset.count, tags)
        except (RasterioError, OSError):
            return None

    @property
    def shares(self) -> dict[str, float] | None:
        """Percent of valid pixels per class key; None where there is no valid pixel."""
        return {c.key: float(self.tags[share_tag(c.key)]) for c in CLASSES if share_tag(c.key) in self.tags} or None

    @property
    def valid_percent(self) -> float | None:
        """Share of the mask's pixels that hold data; None in masks of an older version."""
        text = self.tags.get(share_tag("valid"))
        return float(text) if text else None

    @property
    def is_cloud_mask(self) -> bool:
        """Whether it is one: a confidence has the same tags, but several bands; a valid mask names no model."""
        return self.bands == 1 and "MODEL" in self.tags

    @property
    def extent(self) -> str:
        """Pixel size and area, which masks of one season have in common, as file names have them: `20m_area_1a2b3c4d`.

        Raises:
            KeyError, ValueError: a tag is missing, or damaged.
        """
        area = json.loads(self.tags["OPTIONS"]).get("area")
        return f"{self.tags['RESOLUTION']}m" + (f"_area_{area[:8]}" if area else "")

    def result(self) -> MaskResult:
        """The same as the run gave that made it, as far as tags, names and the files beside it tell.

        Raises:
            KeyError, ValueError: a tag is missing, or damaged.
        """
        from .result import MaskResult

        product, model = self.tags["PRODUCT"], self.tags["MODEL"]
        resolution, card = float(self.tags["RESOLUTION"]), load_cards().get(model)
        bands = self.path.with_name(f"{product}_{self.extent}.vrt"), self._beside("bands", ".vrt")
        return MaskResult(
            mask_path=self.path,
            vrt_path=next((path for path in bands if path.exists()), None),
            confidence_path=self._existing("confidence") if card else None,
            valid_mask_path=self._existing("valid"),
            acquisition=acquisition_of(self.tags),
            model=model,
            classes=card.classes if card else (),
            provider=self.tags.get("PROVIDER", ""),
            resolution=int(resolution) if resolution.is_integer() else resolution,
            grid=self.grid,
            valid_percent=self.valid_percent,
            shares=self.shares,
            seconds=0.0,
            reused=True,
        )

    def _beside(self, what: str, suffix: str = ".tif") -> Path:
        return self.path.with_name(f"{self.path.stem}_{what}{suffix}")

    def _existing(self, what: str) -> Path | None:
        path = self._beside(what)
        return path if path.exists() else None


def write_mask(part: Path, mask: NDArray[np.uint8], grid: Grid, tags: Mapping[str, str], compression: str) -> None:
    """Write a mask with its colours.

    Args:
        part: The file.
        mask: (lines, columns) uint8 classes, 255 nodata.
        grid: The mask's grid.
        tags: All of its tags.
        compression: As GDAL calls it, in any case.
    """
    profile: dict[str, Any] = {
        "driver": "GTiff",
        "height": grid.height,
        "width": grid.width,
        "count": 1,
        "dtype": "uint8",
        "nodata": NODATA,
        "crs": grid.crs,
        "transform": grid.transform(),
        "tiled": True,
    }
    palette = {c.value: (*c.colour, 255) for c in CLASSES}
    with MemoryFile() as memory:
        with memory.open(**profile) as dataset:
            dataset.write(mask, 1)
            dataset.write_colormap(1, palette)
            dataset.set_band_description(1, "Cloud mask")
            dataset.update_tags(**tags)
        with memory.open() as dataset:
            copy_as_cog(dataset, part, compression, overviews="mode")
