"""Find cloud shadows: dark ground where the sun and the height of a cloud can cast its shadow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .minima import filled
from .objects import label
from .projection import Clouds, Drift

_LOWEST, _HIGHEST = 200.0, 12_000.0
"""Heights of clouds in metres (Zhu and Woodcock 2012)."""
_STEP = 2.0
"""Pixels by which a shadow moves between two heights that are tried (Fmask 4)."""
_PER_WIDTH = 0.5
"""Share of its width by which the shadow of a wider cloud moves."""
_LARGEST_STEP = 8.0
"""Pixels by which the shadow of a wide cloud moves."""
_HEIGHTS = 800
"""Most heights that are tried: those of a sun 10 degrees above the horizon are 15 m apart."""
_FINEST = 0.5
"""Pixels to which the best height is refined."""
_SIMILAR = 0.3
"""Lowest similarity of a shadow (Zhu and Woodcock 2012)."""
_HIDDEN_SHARE = 0.5
"""Share of dark ground where other clouds, or the end of the scene, hide it: as likely as not."""
_NEAR_BEST = 0.95
"""Share of the darkest height from which one with more visible shadow is better: too near its cloud, only a part of
a shadow is visible, and that is dark throughout."""
_FEW, _MANY = 4, 16
"""Pixels of a cloud that are compared, per pixel of the edge of a square cloud, to choose a height and to refine it."""
_BATCH = 100_000
"""Pixels that are compared at once: their arrays stay in the processor's cache."""
_CLOUD = 10
"""Pixels for which the results of a cloud count."""
_DARK, _HIDDEN = -1, -2
"""Values of a scene's ground beside 0, bright, and the numbers of clouds."""

_CELL = 60
"""Metres of the cells whose minima are filled."""
_DARKER = 200
"""Counts by which a shadow is darker than what surrounds it (Zhu and Woodcock 2012: 0.02)."""


def potential(
    nir: NDArray[np.uint16], swir: NDArray[np.uint16], border_nir: float, border_swir: float, pixel_size: float
) -> NDArray[np.bool_]:
    """Find pixels that are darker than all that surrounds them, in both bands.

    Minima are filled to the level at which they drain to the border of the scene (Zhu and Woodcock 2012, Remote
    Sensing of Environment 118, 83-94): over cells of 60 m, each as low as its lowest pixel, which leaves out bright
    rims of a pixel, and takes a tenth of the time.

    Args:
        nir: (lines, columns) counts of B08, reflectance x 10,000; 0 is nodata.
        swir: (lines, columns) counts of B11; 0 is nodata.
        border_nir: Counts of B08 around the scene and in nodata.
        border_swir: Counts of B11 there.
        pixel_size: True size of a pixel in metres.
    """
    size = max(1, round(_CELL / pixel_size))
    dark = nir > 0
    for band, border in ((nir, round(border_nir)), (swir, round(border_swir))):
        level = filled(_lowest(band, border, size), border)
        level -= np.minimum(level, _DARKER)
        for line in range(0, len(band), size):
            part = slice(line, line + size)
            dark[part] &= band[part] < np.repeat(level[line // size], size)[: band.shape[1]]
    return dark


def _lowest(band: NDArray[np.uint16], border: int, size: int) -> NDArray[np.uint16]:
    """Return the lowest pixel of each cell of `size` x `size` pixels; nodata is as high as the border."""
    rows, columns = (-(-length // size) for length in band.shape)
    lowest = np.full((rows, columns), np.iinfo(np.uint16).max, np.uint16)
    for line in range(min(size, len(band))):
        for column in range(min(size, band.shape[1])):
            part = band[line::size, column::size]
            cells = lowest[: part.shape[0], : part.shape[1]]
            np.minimum(cells, np.where(part, part, np.uint16(border)), out=cells)
    return lowest


def cast(
    cloud: NDArray[np.bool_],
    potential: NDArray[np.bool_],
    nodata: NDArray[np.bool_],
    drift: Drift,
    progress: Callable[[], None] = lambda: None,
) -> NDArray[np.bool_]:
    """Find the shadows of clouds: the height of each is that at which its shadow lies on dark ground.

    The view shifts a cloud to its true place, and the sun to its shadow. The similarity of a height is the share of
    the shadow, without what its own cloud hides, on dark ground, on other clouds or outside the scene; a cloud has a
    shadow if it reaches 0.3 (Zhu and Woodcock 2012, Remote Sensing of Environment 118, 83-94). The best height has the
    most dark ground, not the highest similarity: other clouds and the end of the scene attracted shadows, of which 21 %
    then lay where people see them on real cumulus, against 67 % now.

    Args:
        cloud: (lines, columns).
        potential: (lines, columns): dark ground, see the function of this name.
        nodata: (lines, columns): outside the scene.
        drift: From clouds to their shadows.
        progress: Called after each batch of clouds; may raise to cancel.

    Returns:
        (lines, columns): True in shadows that no cloud hides.
    """
    ground, count = label(np.pad(cloud, 1))
    shadow = np.zeros(cloud.shape, np.bool_)
    if count:
        inside = ground[1:-1, 1:-1]
        clouds = Clouds.of(cloud, inside, count)
        inside[potential & ~cloud] = _DARK
        inside[nodata] = _HIDDEN
        ground[[0, -1]] = ground[:, [0, -1]] = _HIDDEN
        heights = np.full(count, np.nan, np.float32)
        for some, step in _batches(clouds):
            heights[some] = _heights(clouds, some, step, ground, drift)
            progress()
        del ground, inside
        clouds.project(heights, drift, shadow)
    return shadow & ~cloud & ~nodata


def _batches(clouds: Clouds) -> Iterator[tuple[NDArray[np.int64], float]]:
    """Yield the numbers of some clouds after the other, and the pixels by which their shadows move between two heights.

    Those of wider clouds move by more.
    """
    doublings = np.log2(np.clip(clouds.widths * _PER_WIDTH / _STEP, 1, _LARGEST_STEP / _STEP)).astype(np.intp)
    taken = _taken(clouds.areas, _FEW) + _CLOUD
    for doubling in np.unique(doublings):
        alike = np.flatnonzero(doublings == doubling)
        batch = np.cumsum(taken[alike]) // _BATCH
        for part in np.split(alike, np.flatnonzero(np.diff(batch)) + 1):
            yield part, _STEP * 2.0**doubling


def _heights(
    clouds: Clouds, some: NDArray[np.int64], step: float, ground: NDArray[np.int32], drift: Drift
) -> NDArray[np.float32]:
    """Find the height of some clouds in metres; NaN for a cloud without a shadow.

    Heights are compared by few pixels of each cloud, and the best is refined by many.

    Args:
        clouds: All clouds.
        some: Numbers of those.
        step: Pixels by which their shadows move between two heights.
        ground: Numbers of clouds from 1, 0 on bright ground, `_DARK`, or `_HIDDEN`, with a rim of a pixel.
        drift: From a cloud to its shadow.
    """
    rays = _Rays(clouds, some, _FEW, ground, drift)
    metres = max(step / rays.fastest, (_HIGHEST - _LOWEST) / _HEIGHTS)
    heights = np.arange(_LOWEST, _HIGHEST, metres, dtype=np.float32)
    matches = _Match(*np.stack([rays.match(height) for height in heights], axis=1))
    height = heights[matches.best()]
    rays = _Rays(clouds, some, _MANY, ground, drift)
    best = rays.match(height)
    darkest = best.share
    while metres * rays.fastest > _FINEST:
        metres /= 2
        for other in (height - metres, height + metres):
            match = rays.match(other)
            darkest = np.maximum(darkest, match.share)
            enough = _NEAR_BEST * darkest
            better = (match.share >= enough) & ((match.dark > best.dark) | (best.share < enough))
            height = np.where(better, other, height)
            best = _Match(*np.where(better, match, best))
    return np.where(best.similarity >= _SIMILAR, height, np.nan).astype(np.float32)


class _Match(NamedTuple):
    """The agreement of shadows with the ground, for each cloud."""

    similarity: NDArray[np.floating]
    """Share of the shadow that lies on dark or hidden ground."""
    share: NDArray[np.floating]
    """Share that lies on dark ground, and half of that on hidden ground."""
    dark: NDArray[np.floating]
    """Pixels to which this share amounts."""

    def best(self) -> NDArray[np.intp]:
        """Return the best row of each column, of (heights, clouds)."""
        share = np.where(self.similarity >= _SIMILAR, self.share, 0)
        return np.where(share >= _NEAR_BEST * share.max(axis=0), self.dark, 0).argmax(axis=0)


class _Rays:
    """The rays of the sun through pixels of clouds, which meet the ground at a distance given by the cloud's height."""

    def __init__(
        self, clouds: Clouds, some: NDArray[np.int64], per_edge: int, ground: NDArray[np.int32], drift: Drift
    ) -> None:
        """Choose pixels of each cloud, see `_taken`."""
        self._taken = _taken(clouds.areas[some], per_edge)
        lines, columns = clouds.samples(some, self._taken)
        self._down, self._across = drift.at(lines, columns).astype(np.float32)
        self._lines, self._columns = lines + np.float32(1.5), columns + np.float32(1.5)  # ground has a rim
        self._own = np.repeat((some + 1).astype(np.int32), self._taken)
        self._first = np.cumsum(self._taken) - self._taken
        self._ground = ground

    @property
    def fastest(self) -> float:
        """Most pixels by which a shadow moves per metre of height; above 0, also under an overhead sun."""
        return max(float(np.hypot(self._down, self._across).max()), _STEP / _HIGHEST)

    def match(self, heights: NDArray[np.float32] | np.float32) -> _Match:
        """Compare the shadows with the ground, for a height in metres of each cloud or of all."""
        height = np.repeat(heights, self._taken) if heights.ndim else heights
        rows, columns = self._ground.shape
        line = _pixels(self._lines + height * self._down, rows)
        column = _pixels(self._columns + height * self._across, columns)
        found = self._ground.ravel().take(line * columns + column)
        other = found != self._own
        visible, dark, covered = (
            np.add.reduceat(one, self._first, dtype=np.float32) for one in (other, found == _DARK, other & (found != 0))
        )
        visible = np.maximum(visible, 1)
        likely = dark + _HIDDEN_SHARE * (covered - dark)
        return _Match(covered / visible, likely / visible, likely)


def _pixels(places: NDArray[np.float32], count: int) -> NDArray[np.int32]:
    """Return the pixels of an axis in which places lie, or the first or last one."""
    np.maximum(places, 0, out=places)
    np.minimum(places, np.float32(count - 1), out=places)
    return places.astype(np.int32)


def _taken(areas: NDArray[np.int64], per_edge: int) -> NDArray[np.int64]:
    """Return the number of pixels of clouds that are compared: all of small ones."""
    return np.minimum(areas, np.ceil(per_edge * np.sqrt(areas)).astype(np.int64))
