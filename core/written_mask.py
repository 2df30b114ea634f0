"""What a mask file says of itself, and the masks that earlier runs have left in a folder."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import rasterio
from rasterio.errors import RasterioError

from .classes import CLASSES
from .grid import Grid
from .listener import SceneOutcome
from .model_card import load_cards

if TYPE_CHECKING:
    from .mask_raster import MaskResult

TAG_PREFIX = "CLOUDS2MASK_"
_SATELLITE = re.compile(r"(S2[A-Z])_")
_TILE = re.compile(r"_(T\d{2}[A-Z]{3})(?=_|$)")


def share_tag(key: str) -> str:
    """The tag that holds the share of a class, or of `valid` pixels."""
    return f"{key.upper()}_PERCENT"


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
        from .mask_raster import MaskResult

        product, model = self.tags["PRODUCT"], self.tags["MODEL"]
        satellite, tile = _SATELLITE.match(product), _TILE.search(product)
        time, resolution = self.tags.get("SENSING_TIME"), float(self.tags["RESOLUTION"])
        card = load_cards().get(model)
        bands = self.path.with_name(f"{product}_{self.extent}.vrt"), self._beside("bands", ".vrt")
        return MaskResult(
            mask_path=self.path,
            vrt_path=next((path for path in bands if path.exists()), None),
            confidence_path=self._existing("confidence") if card else None,
            valid_mask_path=self._existing("valid"),
            product_name=product,
            level=self.tags["LEVEL"],
            tile=self.tags.get("TILE") or (tile[1] if tile else ""),
            baseline=self.tags.get("BASELINE", ""),
            satellite=self.tags.get("SATELLITE") or (satellite[1] if satellite else ""),
            sensing_time=datetime.fromisoformat(time) if time else None,
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


def masks_in(folder: Path, advanced: Callable[[float], None]) -> tuple[list[SceneOutcome], int]:
    """The masks of a folder as the season that a run would have given.

    A folder may hold masks of several runs: those of the same pixel size and area as the newest one are taken, and of
    each product the newest.

    Args:
        folder: Where masks were written; folders in it are not looked at.
        advanced: Called with the done fraction, 0 to 1; may raise to stop.

    Returns:
        The outcomes, newest file first, and how many masks were left out.

    Raises:
        OSError: the folder cannot be read.
    """
    paths = sorted(folder.glob("*.tif"), key=lambda path: path.stat().st_mtime, reverse=True)
    found: list[tuple[str, MaskResult]] = []
    for number, path in enumerate(paths):
        advanced(number / len(paths))
        written = WrittenMask.read(path)
        if written is not None and written.is_cloud_mask:
            with suppress(KeyError, ValueError):  # tags that another program has changed
                found.append((written.extent, written.result()))
    season: dict[str, MaskResult] = {}
    for extent, result in found:
        if extent == found[0][0]:
            season.setdefault(result.product_name, result)
    outcomes = [SceneOutcome(folder / f"{name}.SAFE", result=result) for name, result in season.items()]
    return outcomes, len(found) - len(outcomes)
