"""Which pixels can be used: 1 where a cloud mask is clear, 0 everywhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..classes import CLASS_OF_KEY, CLASSES, CLEAR, INVALID_CLASSES, NODATA, THICK_CLOUD
from ..errors import RasterError, SettingError
from ..language import translated
from ..raster.morphology import grow
from .qml import UNUSABLE_COLOUR, USABLE_COLOUR
from .tags import KIND, VALID_MASK, origin_of, prefixed, sensing_time_of, unprefixed

if TYPE_CHECKING:
    from ..raster.align import Place
    from ..raster.grid import Grid

_USABLE = 1


def valid_mask(
    mask: NDArray[np.uint8], rule: ClearRule, pixel_size: float, proceed: Callable[[], None] = lambda: None
) -> NDArray[np.uint8]:
    """Tell usable pixels from all others.

    Args:
        mask: (lines, columns) uint8 classes of a cloud mask, 255 nodata.
        rule: What counts as clear.
        pixel_size: In metres; without effect if the rule has neither a buffer nor a smallest object.
        proceed: Called every now and then; may raise to stop.

    Returns:
        (lines, columns) uint8: 1 usable, 0 not.
    """
    meaning = np.full(256, NODATA, np.uint8)
    meaning[[c.value for c in CLASSES]] = CLEAR
    meaning[[CLASS_OF_KEY[key].value for key in rule.invalid]] = THICK_CLOUD
    states: NDArray[np.uint8] = meaning[mask]
    # Rounded, because 0.04 ha of pixels of 20 m are one pixel, and not a little more.
    smallest = int(np.ceil(round(rule.min_hectares * 10_000 / pixel_size**2, 6)))
    if smallest > 1:
        proceed()
        _drop_specks(states, smallest)
    grow(states, rule.buffer_m / pixel_size, proceed)
    return (states == CLEAR).view(np.uint8)


def _drop_specks(states: NDArray[np.uint8], smallest: int) -> None:
    """Make objects of fewer pixels clear, in place; pixels that touch at a corner belong together."""
    from rasterio.features import sieve

    objects = (states == THICK_CLOUD).view(np.uint8)
    # GDAL's sieve fills small gaps in objects too; these stay as they are.
    kept = sieve(objects, min(smallest, objects.size), connectivity=8)
    states[objects > kept] = CLEAR


@dataclass(frozen=True)
class ValidMask:
    """The usable pixels of a scene, made from its cloud mask."""

    name: str
    """Of the file that was read; empty of a mask that is not written yet."""
    pixels: NDArray[np.uint8]
    """(lines, columns): 1 usable, 0 not."""
    data_pixels: int
    """Pixels of the cloud mask that are not nodata."""
    place: Place
    tags: dict[str, str]
    """Of the cloud mask, without prefix: its product and time."""

    @property
    def usable_percent(self) -> float | None:
        """Share of the pixels with data; None where there is none."""
        return 100 * int(np.count_nonzero(self.pixels)) / self.data_pixels if self.data_pixels else None

    @property
    def sensing_time(self) -> datetime | None:
        """When its product was acquired, if the cloud mask says so."""
        return sensing_time_of(self.tags)

    @classmethod
    def read(cls, path: str, rule: ClearRule, proceed: Callable[[], None] = lambda: None) -> ValidMask:
        """Read a cloud mask; what is a valid mask already is taken as it is, apart from buffer and smallest object.

        Raises:
            RasterError: the file cannot be read, is no mask, or has no metres to measure a buffer with.
        """
        from ..raster.align import Place, opened_raster, reading

        with opened_raster(path) as dataset, reading(path):
            _check_one_band(dataset)
            metres = _pixel_metres(dataset) if rule.needs_metres else 1.0
            mask = _read_classes(dataset, rule, proceed)
            place, tags = Place.of(dataset), origin_of(unprefixed(dataset.tags()))
        data_pixels = int(np.count_nonzero(mask != NODATA))
        return cls(path, valid_mask(mask, rule, metres, proceed), data_pixels, place, tags)

    @classmethod
    def of(cls, mask: NDArray[np.uint8], rule: ClearRule, grid: Grid, tags: dict[str, str]) -> ValidMask:
        """Make it from a cloud mask that is not written yet; arguments as of `valid_mask` and of the class."""
        from ..raster.align import Place

        place = Place(grid.crs, grid.transform(), grid.height, grid.width)
        data_pixels = int(np.count_nonzero(mask != NODATA))
        return cls("", valid_mask(mask, rule, grid.pixel_size), data_pixels, place, origin_of(tags))

    @contextmanager
    def placed(self, place: Place, other: str) -> Iterator[Any]:
        """An open dataset of it on the pixels of another raster: 1 usable, 0 not, and 0 beyond its edges.

        Args:
            place: The pixels to take it to.
            other: What messages call the other raster.

        Raises:
            RasterError, RasterError: see `placement.placed`.
        """
        from rasterio.io import MemoryFile

        from ..raster.align import placed

        with MemoryFile(ext=".tif") as memory:
            self.write(memory.name)
            with memory.open() as dataset, placed(dataset, place, (self.name, other)) as there:
                yield there

    def write(self, path: Path | str) -> None:
        """Write it as a GeoTIFF with two colours."""
        from ..raster.geotiff import create_raster

        with create_raster(path, self.place, count=1, dtype="uint8", nodata=None) as dataset:
            dataset.write_colormap(1, {0: (*UNUSABLE_COLOUR, 255), _USABLE: (*USABLE_COLOUR, 255)})
            dataset.set_band_description(1, "Valid mask")
            dataset.update_tags(**prefixed({**self.tags, KIND: VALID_MASK}))
            dataset.write(self.pixels, 1)


def _check_one_band(dataset: Any) -> None:
    from rasterio.enums import ColorInterp

    bands = sum(meaning != ColorInterp.alpha for meaning in dataset.colorinterp)
    if bands != 1:
        raise RasterError(
            "{name} has {bands} bands, so it is no cloud mask: those have one. Choose a mask that was made "
            "with this plugin.",
            name=dataset.name,
            bands=bands,
        )


def _read_classes(dataset: Any, rule: ClearRule, proceed: Callable[[], None]) -> NDArray[np.uint8]:
    """Classes of a cloud mask, 255 nodata; what a valid mask calls not usable becomes a class that the rule refuses."""
    from ..raster.align import Place

    known = {c.value: c.value for c in CLASSES} | {NODATA: NODATA}
    if unprefixed(dataset.tags()).get(KIND) == VALID_MASK:
        known = {_USABLE: CLEAR, 0: CLASS_OF_KEY[rule.invalid[0]].value}
    classes = np.full(dataset.shape, NODATA, np.uint8)
    for window in Place.of(dataset).windows():
        proceed()
        pixels = dataset.read(1, window=window)
        unknown = dataset.read_masks(1, window=window) > 0
        part = classes[window.toslices()]
        for value, meant in known.items():
            found = unknown & (pixels == value)
            part[found] = meant
            unknown ^= found
        if unknown.any():
            raise RasterError(
                "{name} holds the value {pixels:g}, so it is no cloud mask: those have {names}. Choose a mask "
                "that was made with this plugin.",
                name=dataset.name,
                pixels=pixels[unknown][0],
                names=", ".join(str(value) for value in known),
            )
    return classes


def _pixel_metres(dataset: Any) -> float:
    transform, crs = dataset.transform, dataset.crs
    if crs is None or not crs.is_projected:
        raise RasterError(
            "{name} is not in metres, so neither a buffer nor a smallest object can be measured. Set both to "
            "0, or take the mask to a projected coordinate reference system first ('Warp').",
            name=dataset.name,
        )
    width, height = abs(transform.a), abs(transform.e)
    if abs(width - height) > 0.01 * width or transform.b or transform.d:
        raise RasterError(
            "The pixels of {name} are no squares, so neither a buffer nor a smallest object can be measured. "
            "Set both to 0, or give the mask square pixels first ('Warp').",
            name=dataset.name,
        )
    return float(width * crs.linear_units_factor[1])


MAX_BUFFER_M = 5000.0
MAX_HECTARES = 10_000.0


@dataclass(frozen=True)
class ClearRule:
    """What counts as clear.

    Raises:
        SettingError: if a value cannot be honoured.
    """

    invalid: tuple[str, ...] = INVALID_CLASSES
    """Keys of the classes that are not usable; nodata never is."""
    buffer_m: float = 0.0
    """Distance in metres by which they grow into clear ground; nodata does not grow."""
    min_hectares: float = 0.0
    """Connected pixels of them that cover less are taken for noise, and are clear."""

    def __post_init__(self) -> None:
        """Check the values."""
        unknown = [key for key in self.invalid if key not in INVALID_CLASSES]
        if unknown or not self.invalid:
            raise SettingError(
                "Classes that are not usable: {given} was given, but at least one of {every} is needed.",
                given=", ".join(unknown) or translated("none"),
                every=", ".join(INVALID_CLASSES),
            )
        for name, value, limit in (
            (translated("The buffer"), self.buffer_m, MAX_BUFFER_M),
            (translated("The smallest object"), self.min_hectares, MAX_HECTARES),
        ):
            if not 0 <= value <= limit:
                raise SettingError(
                    "{name} is {value:g}, but must be from 0 to {limit:g}.", name=name, value=value, limit=limit
                )

    @property
    def needs_metres(self) -> bool:
        """Whether the size of a pixel matters."""
        return self.buffer_m > 0 or self.min_hectares > 0
