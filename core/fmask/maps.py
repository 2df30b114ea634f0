"""The user's rasters of elevation and of water on the grid of a scene."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..angles.view import Angles
from ..errors import RasterError
from ..language import message
from ..product.product import Product
from ..raster.align import Place, aligned, check_overlap, opened_raster, reading
from ..raster.grid import Grid, known_crs
from .fields import blocks
from .spectral import Pixels

_STEEP = np.tan(np.radians(10))
"""Slope from which ground is no water: that of 10 degrees, with room for errors of elevation."""
_USUAL = 50
"""Occurrence in percent from which a pixel is water."""
_UNKNOWN = 255
"""Value of pixels of unknown water, also in maps that do not declare it."""
_LOWEST, _HIGHEST = -12000, 9000
"""Metres between which ground lies, also that of the sea: the deepest trench is at -10935, Mount Everest at 8849."""
_SEA_FLOOR = -500
"""Metres below which no land lies, and slopes do not count: the shore of the Dead Sea is at -430."""
_UNDECLARED = -9999
"""Usual value for no data that lies between these limits; another one, -32768, does not."""
_TRIED = 128
"""Pixels of an edge of the grid on which a map is tried before it is used."""
_WHOLE = 100
"""Percent of a scene that a map covers if it covers all of it."""


def check_elevation(path: Path, grid: Grid | None, name: str) -> list[str]:
    """Check that a raster may be the elevation of a scene, by some of its pixels.

    Args:
        path: The raster.
        grid: Of the scene, of any pixel size; None if it is not known.
        name: Of the scene, for messages.

    Returns:
        Warnings for the user.

    Raises:
        RasterError: the raster cannot be read, has no CRS, several bands or other values, or lies elsewhere.
    """
    values, percent = _tried(path, grid, name)
    _check_heights(values, path)
    if percent == _WHOLE:
        return []
    text = message(
        "{path} covers only {percent:.0f} % of {name}. Beyond it, ground counts as flat.",
        path=path.name,
        percent=percent,
        name=name,
    )
    return [text]


def check_water(path: Path, grid: Grid | None, name: str) -> list[str]:
    """Check that a raster may be a map of water in a scene, by some of its pixels; see `check_elevation`."""
    values, percent = _tried(path, grid, name)
    _check_occurrence(values, path)
    warnings: list[str] = []
    if percent < _WHOLE:
        warnings.append(
            message(
                "{path} covers only {percent:.0f} % of {name}. Beyond it, it adds no water.",
                path=path.name,
                percent=percent,
                name=name,
            )
        )
    known = values[values != _UNKNOWN]
    if known.size and known.min() > 0 and known.max() > 1:
        warnings.append(
            message(
                "{path} is above 0 everywhere in {name}. Is it a map of water, and not of land cover?",
                path=path.name,
                name=name,
            )
        )
    return warnings


def check_files(paths: Iterable[Path], product: Product | None) -> None:
    """Check bands, CRS and place of maps, but not their values: without overviews, pixels may take seconds to read.

    Args:
        paths: The rasters.
        product: The product to mask, if it is known.

    Raises:
        RasterError: a raster cannot be opened, has no CRS or several bands, or lies elsewhere.
    """
    grid = _finest_grid(product) if product else None
    for path in paths:
        with _opened(path) as dataset:
            if product and grid:
                check_overlap(Place.of(dataset), _place_of(grid), (str(path), product.acquisition.name))
            else:
                Place.of(dataset).check_crs(str(path))


def check_maps(
    elevation: Path | None,
    water_map: Path | None,
    products: Iterable[Product],
    proceed: Callable[[], object] = lambda: None,
) -> list[str]:
    """Check rasters of elevation and water on products; see `check_elevation` and `check_water`.

    Args:
        elevation: The raster of elevation, if there is one.
        water_map: The map of water, if there is one.
        products: One of each tile to mask; if there is none, the rasters are checked alone.
        proceed: Called before each product; may raise to cancel.

    Returns:
        Warnings, each once; products for which a raster cannot be used are among them.

    Raises:
        RasterError: a raster cannot be used for any product.
    """
    scenes = [(one.acquisition.tile or one.acquisition.name, _finest_grid(one)) for one in products] or [("", None)]
    found: list[str] = []
    for path, check in ((elevation, check_elevation), (water_map, check_water)):
        if path is None:
            continue
        errors: list[RasterError] = []
        warnings: list[str] = []
        for name, grid in scenes:
            proceed()
            try:
                warnings += check(path, grid, name)
            except RasterError as error:
                errors.append(error)
        if len(errors) == len(scenes):
            raise errors[0]
        found += [*map(str, errors), *warnings]
    return list(dict.fromkeys(found))


def _finest_grid(product: Product) -> Grid | None:
    return min(product.grids.items(), default=(0, None))[1]


def slopes(path: Path, grid: Grid, name: str, angles: Angles) -> Iterator[tuple[slice, Pixels, Pixels]]:
    """Find slopes, and hillsides that face away from the sun; unknown elevation and the deep sea are neither.

    Args:
        path: Raster of elevation in metres.
        grid: The working grid.
        name: Of the scene, for messages.
        angles: Of the sun.

    Yields:
        Lines of the grid, and (lines, columns) bool of both.

    Raises:
        RasterError: see `check_elevation`.
    """
    with _on_grid(path, grid, name, Resampling.bilinear) as dataset:
        for lines in blocks(grid.height):
            above, below = min(1, lines.start), min(1, grid.height - lines.stop)
            part = _read(dataset, slice(lines.start - above, lines.stop + below), str(path))
            _check_heights(part.compressed(), path)
            height = np.maximum(part.astype(np.float32).filled(np.nan), _SEA_FLOOR)
            height = np.pad(height, ((1 - above, 1 - below), (1, 1)), mode="edge")
            down = (height[2:, 1:-1] - height[:-2, 1:-1]) / (2 * grid.pixel_size)
            right = (height[1:-1, 2:] - height[1:-1, :-2]) / (2 * grid.pixel_size)
            yield lines, np.hypot(down, right) > _STEEP, _faces_away(down, right, lines, angles)


def water(path: Path, grid: Grid, name: str) -> Iterator[tuple[slice, Pixels]]:
    """Find the water of a map: a fraction of at least .5, or an occurrence of at least 50 %, see `_is_percent`.

    Args:
        path: Raster of water.
        grid: The working grid.
        name: Of the scene, for messages.

    Yields:
        Lines of the grid, and (lines, columns) bool.

    Raises:
        RasterError: see `check_water`.
    """
    occurrence = np.zeros(grid.shape, np.uint8)
    with _opened(path) as whole:
        percent = _is_percent(whole)
    with _on_grid(path, grid, name, Resampling.nearest) as dataset:
        for lines in blocks(grid.height):
            values = np.rint(_read(dataset, lines, str(path)).filled(0))  # a fraction from .5 is 1
            _check_occurrence(values, path)
            occurrence[lines] = np.where(values <= 100, values, 0)
    least = _USUAL if percent or occurrence.max(initial=0) > 1 else 1
    for lines in blocks(grid.height):
        yield lines, occurrence[lines] >= least


def _is_percent(dataset: Any) -> bool:
    """Return True if a map is the occurrence of water in percent: by its unit, or by a value above 1 in a sample of it.

    Where a scene has at most 1 % of water, its own pixels do not tell that from a map that is 1 in water. The sample
    is 128 x 128 pixels from all over the map, so a map with little water elsewhere needs a unit.
    """
    unit = (dataset.units[0] or "").strip().lower()
    if unit:
        return "%" in unit or "percent" in unit
    values = _decimated(dataset)
    return bool((values[values != _UNKNOWN] > 1).any())


def _check_occurrence(values: NDArray[Any], path: Path) -> None:
    beyond = values[((values < 0) | (values > 100)) & (values != _UNKNOWN)]
    if beyond.size:
        raise RasterError(
            "{path} is not a map of water: it contains {value:g}. Choose a raster of 1 for water, or of its "
            "occurrence in percent, 0 to 100.",
            path=path,
            value=float(beyond[0]),
        )


def _check_heights(values: NDArray[Any], path: Path) -> None:
    beyond = values[(values < _LOWEST) | (values > _HIGHEST) | (np.rint(values) == _UNDECLARED)]
    if beyond.size:
        raise RasterError(
            "{path} is not elevation in metres: it contains {value:g}. Choose another raster, or declare this value as "
            "its nodata value.",
            path=path,
            value=float(beyond[0]),
        )


def _tried(path: Path, grid: Grid | None, name: str) -> tuple[NDArray[Any], int]:
    """Read some pixels of a map in a scene, or anywhere if its grid is not known.

    Returns:
        (n,) values, and the percent of the scene that they cover, rounded down.
    """
    if grid is None:
        with _opened(path) as dataset:
            Place.of(dataset).check_crs(str(path))
            return _decimated(dataset), _WHOLE
    step = max(grid.height, grid.width) / _TRIED
    height, width = (math.ceil(length / step) for length in grid.shape)
    coarse = Grid(grid.crs, grid.left, grid.top, grid.pixel_size * step, height, width)
    with _on_grid(path, coarse, name, Resampling.nearest) as dataset:
        values = _read(dataset, slice(0, coarse.height), str(path))
    known = _known(values)
    return known, _WHOLE * known.size // values.size


def _decimated(dataset: Any) -> NDArray[Any]:
    """Read some pixels from all over a map, (n,), without those of no data."""
    shape = tuple(min(_TRIED, length) for length in dataset.shape)
    with reading(dataset.name):
        return _known(dataset.read(1, out_shape=shape, masked=True))


def _known(values: Any) -> NDArray[Any]:
    """Return the values of pixels with data, (n,); NaN is none, also in maps that do not declare it."""
    known: NDArray[Any] = values.compressed()
    return known[~np.isnan(known)]


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """Open a map, which has one band."""
    with opened_raster(str(path)) as dataset:
        if dataset.count != 1:
            raise RasterError(
                "{path} has {count} bands. Choose a raster with one band, of elevation or of water.",
                path=path,
                count=dataset.count,
            )
        yield dataset


@contextmanager
def _on_grid(path: Path, grid: Grid, name: str, resampling: Resampling) -> Iterator[Any]:
    names = str(path), name
    with _opened(path) as dataset, aligned(dataset, _place_of(grid), names, resampling=resampling) as on:
        yield on


def _place_of(grid: Grid) -> Place:
    return Place(known_crs(grid.crs), grid.transform(), grid.height, grid.width)


def _read(dataset: Any, lines: slice, path: str) -> Any:
    with reading(path):
        return dataset.read(1, window=Window.from_slices(lines, slice(0, dataset.width)), masked=True)


def _faces_away(
    down: NDArray[np.float32], right: NDArray[np.float32], lines: slice, angles: Angles
) -> NDArray[np.bool_]:
    """Find ground that the sun meets from below its surface, from its slopes along columns and lines."""
    sun = angles.at(np.arange(lines.start, lines.stop)[:, None], np.arange(down.shape[1]))
    zenith, azimuth = np.radians(sun.sun_zenith), np.radians(sun.sun_azimuth)
    toward = down * np.cos(azimuth) - right * np.sin(azimuth)  # rise of the ground away from the sun
    return np.asarray(np.cos(zenith) + np.sin(zenith) * toward <= 0)
