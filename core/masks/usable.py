"""Make valid masks: 1 where the pixels of a cloud mask are usable, 0 everywhere else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..classes import CLASS_OF_KEY, CLASSES, CLEAR, INVALID_CLASSES, NODATA, THICK_CLOUD, USUAL_INVALID
from ..errors import SettingError
from ..language import translated
from ..raster.morphology import grow
from .pixels import MASK_VALUES, is_valid_mask, pixel_metres, read_classes
from .qml import UNUSABLE_COLOUR, USABLE_COLOUR
from .tags import KIND, RULE, VALID_MASK, origin_of, prefixed, sensing_time_of, unprefixed

if TYPE_CHECKING:
    from ..raster.align import Place
    from ..raster.grid import Grid

USABLE = 1
"""Value of the usable pixels of a valid mask."""


def valid_mask(
    mask: NDArray[np.uint8], rule: ClearRule, pixel_size: float, progress: Callable[[], None] = lambda: None
) -> NDArray[np.uint8]:
    """Mark the usable pixels of a cloud mask.

    Args:
        mask: (lines, columns) uint8 classes of a cloud mask, 255 nodata.
        rule: Rule for clear pixels.
        pixel_size: In metres; without effect if the rule has neither a buffer nor a smallest object.
        progress: Called at intervals; may raise to cancel.

    Returns:
        (lines, columns) uint8: 1 usable, 0 not.
    """
    meaning = np.full(256, NODATA, np.uint8)
    meaning[[c.value for c in CLASSES]] = CLEAR
    meaning[[CLASS_OF_KEY[key].value for key in rule.invalid]] = THICK_CLOUD
    states: NDArray[np.uint8] = meaning[mask]
    smallest = least_pixels(rule.min_hectares, pixel_size)
    if smallest > 1:
        progress()
        _drop_specks(states, smallest)
    grow(states, rule.buffer_m / pixel_size, progress)
    return (states == CLEAR).view(np.uint8)


def least_pixels(hectares: float, pixel_size: float) -> int:
    """Return the number of pixels that an area takes at least.

    Args:
        hectares: The area.
        pixel_size: In metres.
    """
    # Rounded first, because 0.04 ha is exactly one pixel of 20 m.
    return int(np.ceil(round(hectares * 10_000 / pixel_size**2, 6)))


def _drop_specks(states: NDArray[np.uint8], smallest: int) -> None:
    """Set objects of fewer pixels to clear, in place; pixels that touch at a corner are one object."""
    from rasterio.features import sieve

    objects = (states == THICK_CLOUD).view(np.uint8)
    # GDAL's sieve also fills small gaps in objects; these must not change.
    kept = sieve(objects, min(smallest, objects.size), connectivity=8)
    states[objects > kept] = CLEAR


@dataclass(frozen=True)
class ValidMask:
    """The usable pixels of a scene, made from its cloud mask."""

    name: str
    """Path of the cloud mask; empty if it is not written yet."""
    pixels: NDArray[np.uint8]
    """(lines, columns): 1 usable, 0 not, 255 where the cloud mask has no data."""
    place: Place
    tags: dict[str, str]
    """Tags without prefix: product and time of the cloud mask, and the rule."""

    @property
    def usable_percent(self) -> float | None:
        """Percent of usable pixels among those with data; None if no pixel has data."""
        data_pixels = int(np.count_nonzero(self.pixels != NODATA))
        return 100 * int(np.count_nonzero(self.pixels == USABLE)) / data_pixels if data_pixels else None

    @property
    def sensing_time(self) -> datetime | None:
        """Acquisition time, if the cloud mask has it."""
        try:
            return sensing_time_of(self.tags)
        except ValueError:  # changed by another program
            return None

    @classmethod
    def read(cls, path: str, rule: ClearRule, progress: Callable[[], None] = lambda: None) -> ValidMask:
        """Read a cloud mask; a valid mask is used as it is, apart from buffer and smallest object.

        Raises:
            RasterError: the file cannot be read, is not a mask, or lacks square pixels in metres for a buffer.
        """
        from ..raster.align import Place, opened_raster, reading

        with opened_raster(path) as dataset, reading(path):
            metres = pixel_metres(Place.of(dataset), path) if rule.needs_metres else 1.0
            mask = read_classes(dataset, _meanings(dataset, rule), progress)
            place, tags = Place.of(dataset), origin_of(unprefixed(dataset.tags())) | rule.tags
        return cls(path, _with_nodata(valid_mask(mask, rule, metres, progress), mask), place, tags)

    @classmethod
    def of(cls, mask: NDArray[np.uint8], rule: ClearRule, grid: Grid, tags: dict[str, str]) -> ValidMask:
        """Create it from a cloud mask that is not written yet; for arguments see `valid_mask` and the class."""
        from ..raster.align import Place

        place = Place(grid.crs, grid.transform(), grid.height, grid.width)
        return cls("", _with_nodata(valid_mask(mask, rule, grid.pixel_size), mask), place, origin_of(tags) | rule.tags)

    @contextmanager
    def aligned(self, place: Place, other: str) -> Iterator[Any]:
        """Open the mask on the pixels of another raster: 1 usable, 0 not, 255 no data, also beyond its edges.

        Args:
            place: The target grid.
            other: Name of the other raster in messages.

        Raises:
            RasterError: see `align.aligned`.
        """
        from rasterio.io import MemoryFile

        from ..raster.align import aligned

        with MemoryFile(ext=".tif") as memory:
            self.write_with_nodata(memory.name)
            with memory.open() as dataset, aligned(dataset, place, (self.name, other)) as on_grid:
                yield on_grid

    def write(self, path: Path | str) -> None:
        """Write a GeoTIFF with two colours: 1 usable, 0 not usable or without data.

        Raises:
            RasterioIOError: the file could not be written completely.
        """
        from ..raster.geotiff import check_raster, create_raster

        with create_raster(path, self.place, count=1, dtype="uint8", nodata=None) as dataset:
            dataset.write_colormap(1, {0: (*UNUSABLE_COLOUR, 255), USABLE: (*USABLE_COLOUR, 255)})
            dataset.set_band_description(1, "Valid mask")
            dataset.update_tags(**prefixed({**self.tags, KIND: VALID_MASK}))
            dataset.write((self.pixels == USABLE).view(np.uint8), 1)
        check_raster(path)

    def write_with_nodata(self, path: Path | str) -> None:
        """Write the pixels as they are to a temporary GeoTIFF, with 255 as nodata."""
        from ..raster.geotiff import create_raster

        with create_raster(path, self.place, count=1, dtype="uint8", nodata=NODATA) as dataset:
            dataset.write(self.pixels, 1)


def _with_nodata(usable: NDArray[np.uint8], mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Set the pixels to 255, in place, where a cloud mask has no data."""
    usable[mask == NODATA] = NODATA
    return usable


def _meanings(dataset: Any, rule: ClearRule) -> Mapping[int, int]:
    """Return the class of each value: 0 in a valid mask is a class that the rule excludes."""
    if is_valid_mask(dataset):
        return {USABLE: CLEAR, 0: CLASS_OF_KEY[rule.invalid[0]].value}
    return MASK_VALUES


MAX_BUFFER_M = 5000.0
MAX_HECTARES = 10_000.0


def check_limit(name: str, value: float, limit: float) -> None:
    """Check a number of a rule, of which the message tells the name.

    Raises:
        SettingError: it is below 0 or above its limit.
    """
    if not 0 <= value <= limit:
        raise SettingError("{name} is {value:g}, but must be from 0 to {limit:g}.", name=name, value=value, limit=limit)


@dataclass(frozen=True)
class ClearRule:
    """Rule for pixels that count as clear.

    Raises:
        SettingError: a class is unknown, or a value is out of range.
    """

    invalid: tuple[str, ...] = USUAL_INVALID
    """Keys of the classes that are not usable; nodata is never usable."""
    buffer_m: float = 0.0
    """Distance in metres by which these classes grow into clear pixels; nodata does not grow."""
    min_hectares: float = 0.0
    """Area of the smallest object of these classes; smaller ones are noise and count as clear."""

    def __post_init__(self) -> None:
        """Check the values."""
        unknown = [key for key in self.invalid if key not in INVALID_CLASSES]
        if unknown:
            raise SettingError(
                "{classes} cannot be among the classes that are not usable. Choose at least one of: {allowed}.",
                classes=unknown,
                allowed=INVALID_CLASSES,
            )
        if not self.invalid:
            raise SettingError("Choose at least one class that is not usable: {allowed}.", allowed=INVALID_CLASSES)
        check_limit(translated("The buffer"), self.buffer_m, MAX_BUFFER_M)
        check_limit(translated("The smallest object"), self.min_hectares, MAX_HECTARES)

    @property
    def tags(self) -> dict[str, str]:
        """Tags of the valid masks that it makes."""
        return {RULE: json.dumps(asdict(self))}

    @classmethod
    def of(cls, tags: Mapping[str, str]) -> ClearRule:
        """Read the rule by which a valid mask was made.

        Raises:
            KeyError, ValueError: the tag is missing or damaged.
        """
        try:
            given = json.loads(tags[RULE])
            return cls(tuple(given["invalid"]), float(given["buffer_m"]), float(given["min_hectares"]))
        except (TypeError, SettingError, RecursionError) as error:
            raise ValueError(tags[RULE]) from error

    @property
    def needs_metres(self) -> bool:
        """True if the pixel size in metres is needed."""
        return self.buffer_m > 0 or self.min_hectares > 0
