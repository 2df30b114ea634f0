"""Make a cloud-free composite from several scenes of an area."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.io import MemoryFile
from rasterio.windows import Window

from ..classes import NODATA
from ..errors import RasterError
from ..files import write_all
from ..language import message
from ..masks.tags import PRODUCT, unprefixed
from ..masks.usable import USABLE, ClearRule, ValidMask
from ..raster.align import TILE, Place, aligned, check_overlap, opened_raster, reading
from ..raster.geotiff import add_overviews, create_raster
from .fit import acquisition_time, cover_warnings, time_warnings

Method = Literal["median", "newest", "clearest"]

_MEMORY = 160e6
"""Maximum bytes of one band of all scenes in a block."""
_SAMPLES = 1024
"""Pixels along each edge used to estimate the clear share of a scene."""
_MOSTLY = 0.5
"""Share of the grid that the scenes cover at least, if they do not lie far apart."""
_INSIDE = 0.95
"""Share of the bounding box of a whole scene that lies on the grid: boxes grow when they are transformed."""
_COUNT = "count"


@dataclass(frozen=True)
class Observation:
    """A scene and its cloud mask."""

    scene: str
    """GDAL path; pixels without data are not clear."""
    mask: str | None = None
    """Path of a cloud mask or valid mask as this plugin writes them; None: all pixels with data are clear."""
    time: datetime | None = None

    @property
    def name(self) -> str:
        """File name of the scene."""
        return Path(self.scene).name


@dataclass(frozen=True)
class Recipe:
    """The settings of a composite."""

    method: Method
    """From the clear observations of a pixel: the median of each band, the newest, or that of the clearest scene."""
    rule: ClearRule
    """Rule for clear pixels of the masks."""


def pair(scenes: Sequence[str], masks: Sequence[str]) -> list[Observation]:
    """Match scenes with masks: the file name of a scene begins with the name of its mask's product.

    If no mask names a product, equal numbers of scenes and masks are matched in their order.

    Raises:
        RasterError: a scene has no mask, or more than one.
        RasterError: a mask cannot be opened.
    """
    if not masks:
        return [Observation(scene, time=acquisition_time(scene)) for scene in scenes]
    products = {mask: _product(mask) for mask in masks}
    if not any(products.values()) and len(scenes) == len(masks):
        return [Observation(scene, mask, acquisition_time(scene)) for scene, mask in zip(scenes, masks)]
    observations = []
    for scene in scenes:
        fitting = [mask for mask, product in products.items() if product and Path(scene).name.startswith(product)]
        if len(fitting) != 1:
            raise RasterError(
                "{count} cloud masks belong to {scene}, but exactly one is needed. The scene's file name must begin "
                "with the product's name.",
                scene=scene,
                count=len(fitting),
            )
        observations.append(Observation(scene, fitting[0], acquisition_time(scene)))
    return observations


def write_composite(
    observations: Sequence[Observation],
    recipe: Recipe,
    target: Path,
    progress: Callable[[float], None],
    warn: Callable[[str], None],
) -> float:
    """Write a composite of all scenes: their bands, then a band with the count of clear observations.

    Its grid is that of the first scene, continued to all scenes whose pixels coincide with it, such as other tiles of
    the same UTM zone. Scenes on other pixels are resampled (bilinear; masks: nearest), and cut at the grid's edges.
    Outside a scene is nodata: 0 (NaN for floats) if it declares none. Values keep the type, scale and offset of the
    first scene; values with another scale or offset are converted, so that products of all baselines can be combined.
    Memory holds a window of all scenes, and their masks, compressed.

    Args:
        observations: The scenes, at least one.
        recipe: Method and rule for clear pixels.
        target: A GeoTIFF; it appears when it is complete.
        progress: Called with the fraction done, 0 to 1; may raise to cancel.
        warn: Called with sentences on scenes that lie far apart or are cut, before the first window is written, and
            on those that add nothing or have an unfitting mask, at the end.

    Returns:
        Percent of the pixels with at least one clear observation.

    Raises:
        RasterError: scenes differ in their bands, or an acquisition time that is needed is unknown.
        RasterError: a scene or a mask cannot be read or aligned, or a mask does not overlap its scene.
        OutputError: the file cannot be written.
    """
    with ExitStack() as stack:
        first = stack.enter_context(opened_raster(observations[0].scene))
        place = _common_place(observations, warn)
        opened = []
        for observation in observations:
            progress(0.0)
            opened.append(_Opened(observation, first, place, recipe.rule, stack))
            for text in opened[-1].early_warnings():
                warn(text)
        order = _order(opened, recipe.method)
        nodata = _nodata(first)
        if 0 < nodata <= len(order):
            nodata = 0.0  # a file has one nodata value, and this one could be a count of clear observations
        windows = list(place.windows(_edge(len(order))))
        covered = 0

        def write(part: Path) -> None:
            nonlocal covered
            with create_raster(part, place, count=first.count + 1, dtype=first.dtypes[0], nodata=nodata) as output:
                _describe(output, first)
                for done, window in enumerate(windows):
                    progress(done / len(windows))
                    covered += _write_block(output, window, order, recipe.method)
            add_overviews(part, lambda: progress(1.0))

        write_all({target: write})
        for item in opened:
            for text in item.late_warnings():
                warn(text)
    return 100 * covered / (place.width * place.height)


def _common_place(observations: Sequence[Observation], warn: Callable[[str], None]) -> Place:
    """Return the grid of the first scene, continued to all scenes whose pixels coincide with it."""
    places = []
    for observation in observations:
        with opened_raster(observation.scene) as scene:
            places.append(Place.of(scene))
    common = places[0]
    for place in places[1:]:
        common = common.extended_to(place)
    pixels = sum(place.height * place.width for place in places if common.has_pixels_of(place))
    share = pixels / (common.height * common.width)
    if common != places[0] and share < _MOSTLY:
        warn(
            message(
                "The scenes lie far apart: at least {percent:.0f} % of the composite of {width} x {height} pixels will "
                "be empty. Composite scenes of one area at a time.",
                percent=100 * (1 - share),
                width=common.width,
                height=common.height,
            )
        )
    return common


class _Opened:
    """A scene and its mask on the pixels of the composite, until the stack is closed."""

    def __init__(self, observation: Observation, first: Any, place: Place, rule: ClearRule, stack: ExitStack) -> None:
        self.observation = observation
        self._data = self._known = self._clear = 0
        self._mask_time: datetime | None = None
        scene = stack.enter_context(opened_raster(observation.scene))
        if scene.count != first.count:
            raise RasterError(
                "{scene} has {count} bands, but the first scene has {expected}. Choose scenes with the same bands in "
                "the same order.",
                scene=observation.scene,
                count=scene.count,
                expected=first.count,
            )
        names = (observation.scene, first.name)
        here = Place.of(scene)
        resampling = Resampling.nearest if place.has_pixels_of(here) else Resampling.bilinear
        self.scene = stack.enter_context(aligned(scene, place, names, resampling=resampling, nodata=_nodata(scene)))
        self._inside = 1.0 if place.has_pixels_of(here) or here.same_as(place) else place.share_of(here)
        self.usable = None
        if observation.mask is not None:
            # Compressed in memory, because a buffer needs the whole mask, and there may be dozens of them.
            memory = stack.enter_context(MemoryFile(ext=".tif"))
            mask = ValidMask.read(observation.mask, rule)
            check_overlap(mask.place, here, (observation.mask, observation.scene))
            self._mask_time = mask.sensing_time
            mask.write_with_nodata(memory.name)
            usable = stack.enter_context(memory.open())
            self.usable = stack.enter_context(aligned(usable, place, (observation.mask, first.name)))

    def clear(self, **where: Any) -> NDArray[np.bool_]:
        """Return (lines, columns) bool, True for data without cloud; `where` is a window or an output shape."""
        has_data, states = self._read(**where)
        return has_data if states is None else has_data & (states == USABLE)

    def observe(self, window: Window) -> NDArray[np.bool_]:
        """Return `clear` of a window, and count its pixels for the warnings."""
        has_data, states = self._read(window=window)
        clear = has_data if states is None else has_data & (states == USABLE)
        known = has_data if states is None else has_data & (states != NODATA)
        self._data += int(np.count_nonzero(has_data))
        self._known += int(np.count_nonzero(known))
        self._clear += int(np.count_nonzero(clear))
        return clear

    def early_warnings(self) -> list[str]:
        """Return a warning if the scene is cut at the edges of the composite."""
        if self._inside >= _INSIDE:
            return []
        return [
            message(
                "{scene} has other pixels than the first scene. Only {percent:.0f} % of its extent lies on the "
                "composite; the rest is left out.",
                scene=self.observation.name,
                percent=100 * self._inside,
            )
        ]

    def late_warnings(self) -> list[str]:
        """Return warnings if the scene adds nothing, or its mask does not fit, after all windows were observed."""
        observation, texts = self.observation, []
        if observation.mask is not None:
            times = self._mask_time, acquisition_time(observation.scene)
            texts = time_warnings(observation.mask, times[0], observation.scene, times[1])
            if self._data:
                texts += cover_warnings(observation.mask, observation.scene, self._known / self._data)
        if not self._clear:
            texts.append(
                message("{scene} adds nothing to the composite: none of its pixels is clear.", scene=observation.name)
            )
        return texts

    def _read(self, **where: Any) -> tuple[NDArray[np.bool_], NDArray[np.uint8] | None]:
        """Return (lines, columns) bool, True for data, and the states of the mask, if there is one."""
        with reading(self.observation.scene):
            bands = [self.scene.read_masks(band, **where) for band in self.scene.indexes]
        has_data: NDArray[np.bool_] = np.all(bands, axis=0)
        return has_data, None if self.usable is None else self.usable.read(1, **where)

    def values(self, band: int, window: Window, like: Any) -> NDArray[np.floating]:
        """Return (lines, columns) of a band, converted to the scale and offset of another raster."""
        with reading(self.observation.scene):
            values = self.scene.read(band, window=window).astype(_float_type(like))
        scale, offset = self.scene.scales[band - 1], self.scene.offsets[band - 1]
        wanted_scale, wanted_offset = like.scales[band - 1], like.offsets[band - 1]
        if (scale, offset) != (wanted_scale, wanted_offset):
            values = (values * scale + (offset - wanted_offset)) / wanted_scale
        return values


def _order(opened: list[_Opened], method: Method) -> list[_Opened]:
    """Sort the scenes by preference of their pixels."""
    if method == "newest":
        return sorted(opened, key=_known_time, reverse=True)
    if method == "clearest":
        shape = [min(_SAMPLES, length) for length in opened[0].scene.shape]
        return sorted(opened, key=lambda item: -item.clear(out_shape=tuple(shape)).mean())
    return opened


def _known_time(item: _Opened) -> datetime:
    if item.observation.time is None:
        raise RasterError(
            "The acquisition time of {scene} is unknown. Put it in the file name (as 20170216T102101), set it in the "
            "layer properties, or choose another method.",
            scene=item.observation.scene,
        )
    return item.observation.time


def _write_block(output: Any, window: Window, order: list[_Opened], method: Method) -> int:
    """Write a window, and return the number of its pixels with a clear observation."""
    clear = np.stack([item.observe(window) for item in order])
    count = clear.sum(axis=0)
    first_clear = clear.argmax(axis=0)
    for band in range(1, output.count):
        if method == "median":
            stack = np.stack([item.values(band, window, output) for item in order])
            values = _median(stack, clear, count)
        else:
            values = np.zeros(count.shape, _float_type(output))
            for number, item in enumerate(order):
                chosen = clear[number] & (first_clear == number)
                if chosen.any():
                    values[chosen] = item.values(band, window, output)[chosen]
        output.write(_as_stored(values, count > 0, output), band, window=window)
    output.write(np.minimum(count, _largest(output)).astype(output.dtypes[0]), output.count, window=window)
    return int((count > 0).sum())


def _median(stack: NDArray[np.floating], clear: NDArray[np.bool_], count: NDArray[np.intp]) -> NDArray[np.floating]:
    """Return the (lines, columns) median of the clear pixels of (scenes, lines, columns); any value where none is."""
    stack[~clear] = np.inf  # sorted to the end
    stack.sort(axis=0)
    last = np.maximum(count - 1, 0)
    lower = np.take_along_axis(stack, (last // 2)[None], axis=0)[0]
    upper = np.take_along_axis(stack, (count // 2)[None].clip(0, len(stack) - 1), axis=0)[0]
    median: NDArray[np.floating] = np.where(count > 0, (lower + upper) / 2, 0)
    return median


def _as_stored(values: NDArray[np.floating], covered: NDArray[np.bool_], output: Any) -> NDArray[Any]:
    """Convert values to the type of the file, with nodata where no observation is clear."""
    dtype, nodata = np.dtype(output.dtypes[0]), output.nodata
    if np.issubdtype(dtype, np.integer):
        limits = np.iinfo(dtype)
        values = np.clip(np.rint(values), limits.min, limits.max)
        # A value equal to nodata would be read as nodata.
        values = np.where(values == nodata, nodata + 1 if nodata < limits.max else nodata - 1, values)
    return np.where(covered, values, nodata).astype(dtype)


def _nodata(dataset: Any) -> float:
    """Return the nodata value: as declared, else 0 for integers and NaN for floats."""
    if dataset.nodata is not None:
        return float(dataset.nodata)
    return 0.0 if np.issubdtype(np.dtype(dataset.dtypes[0]), np.integer) else math.nan


def _describe(output: Any, first: Any) -> None:
    for band, text in enumerate((*first.descriptions, _COUNT), start=1):
        output.set_band_description(band, text or f"Band {band}")
    output.scales = (*first.scales, 1.0)
    output.offsets = (*first.offsets, 0.0)


def _edge(scenes: int) -> int:
    """Return the edge of a block in pixels, halved as long as the scenes would exceed `_MEMORY`."""
    edge = TILE
    while edge > 256 and scenes * edge * edge * 8 > _MEMORY:
        edge //= 2
    return edge


def _float_type(like: Any) -> type[np.floating]:
    """Return a float type that holds every value of a raster exactly."""
    return np.float32 if np.dtype(like.dtypes[0]).itemsize <= 2 else np.float64


def _largest(output: Any) -> float:
    dtype = np.dtype(output.dtypes[0])
    return float(np.iinfo(dtype).max) if np.issubdtype(dtype, np.integer) else math.inf


def _product(mask: str) -> str:
    with opened_raster(mask) as dataset:
        return unprefixed(dataset.tags()).get(PRODUCT, "")
