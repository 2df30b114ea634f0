"""Read the season back from a folder of masks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ..masks.mask_file import WrittenMask
from ..masks.result import SceneOutcome

if TYPE_CHECKING:
    from ..masks.result import MaskResult


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
            season.setdefault(result.acquisition.name, result)
    outcomes = [SceneOutcome(folder / f"{name}.SAFE", result=result) for name, result in season.items()]
    return outcomes, len(found) - len(outcomes)
