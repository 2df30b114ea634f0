"""Read a season back from a folder of masks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from rasterio._err import CPLE_BaseError  # rasterio passes some of GDAL's errors on

from ..masks.mask_file import WrittenMask
from ..masks.result import SceneOutcome
from ..raster.align import READ_ERRORS

if TYPE_CHECKING:
    from ..masks.result import MaskResult
    from ..raster.grid import Grid


def masks_in(folder: Path, progress: Callable[[float], None]) -> tuple[list[SceneOutcome], int]:
    """Read the masks in a folder as outcomes of a run.

    A folder may hold masks of several runs: only those with the pixel size and area of the newest one are used, and
    for each product the newest. A version that a person has corrected stands for the mask that was corrected.

    Args:
        folder: Folder of masks; neither subfolders nor hidden files are searched.
        progress: Called with the fraction done, 0 to 1; may raise to cancel.

    Returns:
        The outcomes, newest file first, and the number of masks left out.

    Raises:
        OSError: the folder cannot be read.
    """
    visible = [path for path in folder.glob("*.tif") if path.is_file() and not path.name.startswith(".")]
    paths = sorted(visible, key=lambda path: path.stat().st_mtime, reverse=True)
    found: list[tuple[str, MaskResult]] = []
    versions: set[Path] = set()
    for number, path in enumerate(paths):
        progress(number / len(paths))
        written = WrittenMask.read(path)
        if written is None or not written.is_cloud_mask or not _has_place(written.grid):
            continue
        with suppress(KeyError, ValueError):  # damaged tags
            extent, result = written.extent, written.result()
            if written.unedited_path not in versions:
                found.append((extent, result))
                versions.add(written.unedited_path)
    season: dict[tuple[str, str], MaskResult] = {}
    for extent, result in found:
        if extent == found[0][0]:
            season.setdefault((result.acquisition.name, result.acquisition.tile), result)
    outcomes = [SceneOutcome(folder / f"{name}.SAFE", result=result) for (name, _), result in season.items()]
    return outcomes, len(found) - len(outcomes)


def _has_place(grid: Grid) -> bool:
    """Check that the outline of a mask has coordinates in degrees; another program may have damaged its CRS."""
    try:
        return all(isfinite(x) and isfinite(y) for x, y in grid.outline())
    except (*READ_ERRORS, CPLE_BaseError):
        return False
