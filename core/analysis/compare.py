"""Compare a mask with a reference window by window, where both have data, and write their difference."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..classes import NODATA, SURFACES, named_for
from ..errors import RasterError
from ..files import write_all
from ..language import message, translated
from ..masks.mask_file import WrittenMask
from ..raster.align import Place, aligned, opened_raster, reading
from ..raster.geotiff import add_overviews, create_raster
from .blocks import Interval, count_by_block, interval
from .class_values import MASK_VALUES, ClassValues, to_classes
from .confusion import PAIR_COLOURS, Confusion, Detail, matrices, pair_codes
from .fit import acquisition_time, time_warnings
from .labels import Labels, LabelsOnGrid

_MOST_VALUES = 256
"""A raster with more values than this is not a classification."""


class Classified(NamedTuple):
    """A classified raster; only its first band is used."""

    path: str
    """GDAL path."""
    values: ClassValues
    jpeg2000: bool = False
    """A JPEG 2000 file of a product, opened as such and without files beside it."""
    crs: str = ""
    """WKT of the CRS of a raster that has none of its own."""


@dataclass(frozen=True)
class Comparison:
    """The result of a comparison."""

    confusion: Confusion
    blocks: NDArray[np.int64]
    """(blocks, reference, mask) pixels of each block of pixels, in the order of the classes."""
    mask_pixels: int
    """Pixels of the mask with data, compared or not."""
    warnings: tuple[str, ...]

    @cached_property
    def kappa_interval(self) -> Interval | None:
        """The 95 % interval of kappa over the blocks; None if there are too few."""
        classes = self.confusion.classes
        return interval(self.blocks, lambda counts: Confusion(classes, counts).kappa)


def compare(
    mask: Classified,
    reference: Classified | Labels,
    detail: Detail,
    *,
    difference: Path | None = None,
    progress: Callable[[float], None] = lambda _fraction: None,
) -> Comparison:
    """Compare on the mask's grid; a reference on another grid is resampled to it by nearest neighbour.

    The classes of the result are called as in the legend of the mask.

    Args:
        mask: The mask.
        reference: The reference: a raster, or polygons.
        detail: Classes to distinguish; kinds of ground only if both have them, else they are clear.
        difference: Path of a raster of both classes, coded by `pair_codes`; None: do not write one.
        progress: Called with the fraction done, 0 to 1, before each window; may raise to cancel.

    Raises:
        RasterError: one of the two cannot be read or aligned, or is not a classification.
        RasterError: no pixel has data in both.
        SettingError: the polygons cannot be reprojected.
        OutputError: the difference cannot be written, or its file is open in another program.
    """
    found: list[NDArray[np.int64]] = []
    with ExitStack() as stack:
        grid = stack.enter_context(opened_raster(mask.path, jpeg2000=mask.jpeg2000))
        place = Place.of(grid)
        detail = detail.with_surfaces(_common_surfaces(mask, reference, lambda: progress(0.0)))
        if isinstance(reference, Labels):
            labels: _Side | LabelsOnGrid = LabelsOnGrid(reference, place, mask.path, detail)
        else:
            other = stack.enter_context(opened_raster(reference.path, jpeg2000=reference.jpeg2000, crs=reference.crs))
            on_grid = stack.enter_context(aligned(other, place, (reference.path, mask.path)))
            labels = _Side(reference, on_grid, detail)
        sides = labels, _Side(mask, grid, detail)

        def parts() -> Iterator[tuple[Window, NDArray[np.uint8]]]:
            for window in place.windows():
                progress(window.row_off / place.height)
                codes = pair_codes(*[side.read(window) for side in sides])
                found.append(matrices(count_by_block(codes), detail.classes))
                yield window, codes
            _check_common_data(found, sides)

        if difference is None:
            deque(parts(), maxlen=0)
        else:
            write_all({difference: lambda part: _write(part, place, parts(), progress)})
    times = [acquisition_time(one.path) for one in (mask, reference)]
    warnings = (
        *(warning for side in sides for warning in side.warnings()),
        *time_warnings(mask.path, times[0], reference.path, times[1]),
    )
    written = _written(mask)
    blocks, classes = np.concatenate(found), named_for(written.classes if written else (), detail.classes)
    return Comparison(Confusion(classes, blocks.sum(axis=0)), blocks, sides[1].pixels, warnings)


def _written(one: Classified) -> WrittenMask | None:
    """Return a raster as a mask of this plugin; None if it is none."""
    written = WrittenMask.read(Path(one.path))
    return written if written and written.is_cloud_mask else None


def _common_surfaces(mask: Classified, reference: Classified | Labels, progress: Callable[[], None]) -> set[int]:
    """Return the kinds of ground that both mask and reference tell from clear."""
    found = _surfaces(mask, progress)
    if not found:
        return found
    return found & (set(reference.of_class) if isinstance(reference, Labels) else _surfaces(reference, progress))


def _surfaces(one: Classified, progress: Callable[[], None]) -> set[int]:
    """Return the kinds of ground that a raster tells from clear.

    They are those of its list of values, those that a mask names, or those that occur in a raster which says nothing.
    """
    listed = {c.value for c in SURFACES} & set(one.values.values())
    if one.values is not MASK_VALUES:
        return listed
    written = _written(one)
    if written:
        return {c.value for c in SURFACES if c.key in written.classes}
    found: set[int] = set()
    with opened_raster(one.path, jpeg2000=one.jpeg2000) as dataset, reading(one.path):
        for window in Place.of(dataset).windows():
            progress()
            pixels = dataset.read(1, window=window, masked=True)
            found |= {value for value in listed - found if (pixels == value).any()}
    return found


class _Side:
    """One of the two rasters while it is read."""

    def __init__(self, classified: Classified, dataset: Any, detail: Detail) -> None:
        self.path, self._values = classified.path, classified.values
        self._dataset = dataset
        self._detail = detail
        self._unknown: Counter[float] = Counter()
        self.pixels = 0

    def read(self, window: Window) -> NDArray[np.uint8]:
        """Read the classes of a window, 255 where there is no data."""
        with reading(self.path):
            pixels = self._dataset.read(1, window=window)
            has_data = self._dataset.read_masks(1, window=window) > 0
        classes, unknown = to_classes(pixels, self._values)
        self._count_unknown(pixels[unknown & has_data])
        classes[~has_data] = NODATA
        classes = self._detail.apply(classes)
        self.pixels += int(np.count_nonzero(classes != NODATA))
        return classes

    def warnings(self) -> list[str]:
        """Return a warning if there were values without a class."""
        if not self._unknown:
            return []
        values = ", ".join(f"{value:g}" for value in sorted(self._unknown)[:8])
        more = ", ..." if len(self._unknown) > 8 else ""
        pixels = sum(self._unknown.values())
        return [
            message(
                "{pixels} pixels of {path} were left out, because their values have no class ({values}). Assign "
                "classes to them in 'Custom class values of the mask' or 'of the reference'.",
                pixels=pixels,
                path=self.path,
                values=values + more,
            )
        ]

    def _count_unknown(self, pixels: NDArray) -> None:
        values, counts = np.unique(pixels, return_counts=True)
        if len(values) <= _MOST_VALUES:
            self._unknown.update(dict(zip(values.tolist(), counts.tolist())))
        if max(len(values), len(self._unknown)) > _MOST_VALUES:
            raise RasterError(
                "{path} is not a classification: it has more than {limit} values. Choose a mask or a classification.",
                path=self.path,
                limit=_MOST_VALUES,
            )


def _check_common_data(blocks: Sequence[NDArray[np.int64]], sides: tuple[_Side | LabelsOnGrid, _Side]) -> None:
    if any(len(some) for some in blocks):
        return
    reference, mask = sides
    hint = " ".join(reference.warnings() + mask.warnings()) or translated("Choose a mask and a reference of one area.")
    raise RasterError(
        "{mask} and {reference} have no pixel with data in common. {hint}",
        mask=mask.path,
        reference=reference.path,
        hint=hint,
    )


def _write(
    part: Path, place: Place, parts: Iterator[tuple[Window, NDArray[np.uint8]]], progress: Callable[[float], None]
) -> None:
    with create_raster(part, place, count=1, dtype="uint8", nodata=NODATA) as dataset:
        dataset.write_colormap(1, dict(PAIR_COLOURS))
        dataset.set_band_description(1, "10 x reference + mask")
        for window, codes in parts:
            dataset.write(codes, 1, window=window)
    add_overviews(part, lambda: progress(1.0))
