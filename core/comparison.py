"""Compare a mask with a reference on the ground that both know, strip by strip, and write where they differ."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from .class_values import ClassValues, to_classes
from .classes import NODATA
from .confusion import PAIR_COLOURS, Confusion, Detail, pair_codes
from .errors import NoCommonGroundError, UnusableRasterError
from .output_files import write_all

_STRIP_LINES = 512
_UNREADABLE = (RasterioError, OSError)
_MOST_VALUES = 256
"""A raster with more values than this is no raster of classes."""


class Classified(NamedTuple):
    """A raster of classes; its first band counts."""

    path: str
    """Anything that GDAL opens."""
    values: ClassValues


@dataclass(frozen=True)
class Comparison:
    """What a comparison found."""

    confusion: Confusion
    mask_pixels: int
    """Pixels of the mask with data, compared or not."""
    warnings: tuple[str, ...]


def compare(
    mask: Classified,
    reference: Classified,
    detail: Detail,
    *,
    difference: Path | None = None,
    proceed: Callable[[float], None] = lambda _fraction: None,
) -> Comparison:
    """Compare on the mask's grid; a reference of another grid is taken there by its nearest pixels.

    Args:
        mask: The mask.
        reference: What it is compared with.
        detail: Which classes are told apart.
        difference: Where to write a raster of both classes, as `pair_codes` numbers them; None: nowhere.
        proceed: Called with the fraction done, every 512 lines; may raise to stop.

    Raises:
        UnusableRasterError: one of the two cannot be read, not be placed on the other, or holds no classes.
        NoCommonGroundError: no pixel has data in both.
        OutputFolderError: the difference cannot be written.
        OutputBusyError: its file is held open by another program.
    """
    counts = np.zeros(256, np.int64)
    with _open(mask.path) as grid, _open(reference.path) as other, _placed(other, grid) as placed:
        sides = _Side(reference, placed, detail), _Side(mask, grid, detail)

        def strips() -> Iterator[tuple[Window, NDArray[np.uint8]]]:
            for top in range(0, grid.height, _STRIP_LINES):
                proceed(top / grid.height)
                window = Window(0, top, grid.width, min(_STRIP_LINES, grid.height - top))
                codes = pair_codes(*[side.read(window) for side in sides])
                np.add(counts, np.bincount(codes.ravel(), minlength=256), out=counts)
                yield window, codes
            _check_common_ground(counts, sides)

        if difference is None:
            deque(strips(), maxlen=0)
        else:
            write_all({difference: lambda part: _write(part, grid, strips())})
    warnings = tuple(warning for side in sides for warning in side.warnings())
    return Comparison(Confusion.of_codes(counts, detail.classes), sides[1].pixels, warnings)


class _Side:
    """One of the two rasters while they are read."""

    def __init__(self, classified: Classified, dataset: Any, detail: Detail) -> None:
        self.path, self._values = classified
        self._dataset = dataset
        self._merged = detail.merged
        self._unknown: Counter[float] = Counter()
        self.pixels = 0

    def read(self, window: Window) -> NDArray[np.uint8]:
        """Classes of a window, 255 where there is no data."""
        try:
            pixels = self._dataset.read(1, window=window)
            has_data = self._dataset.read_masks(1, window=window) > 0
        except _UNREADABLE as error:
            raise _unreadable(self.path, error) from error
        classes, unknown = to_classes(pixels, self._values)
        self._count_unknown(pixels[unknown & has_data])
        classes[~has_data] = NODATA
        for value, target in self._merged.items():
            classes[classes == value] = target
        self.pixels += int(np.count_nonzero(classes != NODATA))
        return classes

    def warnings(self) -> list[str]:
        """What a user should know of values without a meaning."""
        if not self._unknown:
            return []
        values = ", ".join(f"{value:g}" for value in sorted(self._unknown)[:8])
        more = ", ..." if len(self._unknown) > 8 else ""
        pixels = sum(self._unknown.values())
        text = f"{self.path} holds values that stand for no class ({values}{more}): {pixels} pixels were left out."
        return [f"{text} Say what its values mean, if they should count."]

    def _count_unknown(self, pixels: NDArray) -> None:
        values, counts = np.unique(pixels, return_counts=True)
        if len(values) <= _MOST_VALUES:
            self._unknown.update(dict(zip(values.tolist(), counts.tolist())))
        if max(len(values), len(self._unknown)) > _MOST_VALUES:
            raise UnusableRasterError(
                f"{self.path} has more than {_MOST_VALUES} values, so its pixels are no classes. Choose a mask or a "
                "classification."
            )


def _check_common_ground(counts: NDArray[np.int64], sides: tuple[_Side, _Side]) -> None:
    if counts[:NODATA].any():
        return
    reference, mask = sides
    known = " ".join(reference.warnings() + mask.warnings()) or "Choose two rasters of the same ground."
    raise NoCommonGroundError(f"{mask.path} and {reference.path} have no pixel with data in common. {known}")


@contextmanager
def _open(path: str) -> Iterator[Any]:
    try:
        dataset = rasterio.open(path)
    except _UNREADABLE as error:
        raise _unreadable(path, error) from error
    with dataset:
        yield dataset


@contextmanager
def _placed(dataset: Any, grid: Any) -> Iterator[Any]:
    """A raster on the pixels of another one, without data beyond its edges."""
    if (dataset.crs, dataset.transform, dataset.shape) == (grid.crs, grid.transform, grid.shape):
        yield dataset
        return
    for one in (dataset, grid):
        if one.crs is None:
            raise UnusableRasterError(
                f"{one.name} has no coordinate reference system, so it cannot be placed on the other raster. Assign "
                "one with 'Assign projection'."
            )
    target = {"crs": grid.crs, "transform": grid.transform, "width": grid.width, "height": grid.height}
    try:
        # With an alpha band, because a file without a nodata value would be 0 beyond its edges, which is clear.
        placed = WarpedVRT(dataset, **target, resampling=Resampling.nearest, add_alpha=True)
    except _UNREADABLE as error:
        raise _unreadable(dataset.name, error) from error
    with placed:
        yield placed


def _write(part: Path, grid: Any, strips: Iterator[tuple[Window, NDArray[np.uint8]]]) -> None:
    profile = {"driver": "GTiff", "count": 1, "dtype": "uint8", "nodata": NODATA, "tiled": True, "compress": "deflate"}
    place = {"width": grid.width, "height": grid.height, "crs": grid.crs, "transform": grid.transform}
    with rasterio.open(part, "w", **profile, **place, blockxsize=512, blockysize=512) as dataset:
        dataset.write_colormap(1, dict(PAIR_COLOURS))
        dataset.set_band_description(1, "10 x reference + mask")
        for window, codes in strips:
            dataset.write(codes, 1, window=window)
    with rasterio.open(part, "r+") as dataset:
        factors = [2**n for n in range(1, 8) if max(dataset.shape) >> n >= 256]
        dataset.build_overviews(factors, Resampling.nearest)


def _unreadable(path: str, error: Exception) -> UnusableRasterError:
    return UnusableRasterError(f"{path} cannot be read ({error}). Choose a raster file that QGIS can open.")
