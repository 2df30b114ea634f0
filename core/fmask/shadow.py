"""Find cloud shadows: dark ground where the sun and the height of a cloud can cast its shadow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .objects import label, runs
from .view import Angles

_LOWEST, _HIGHEST = 200.0, 12_000.0
"""Heights of clouds in metres (Zhu and Woodcock 2012)."""
_STEP = 2.0
"""Pixels by which a shadow moves between two heights that are tried (Fmask 4)."""
_FINEST = 0.5
"""Pixels to which the best height is refined."""
_SIMILAR = 0.3
"""Lowest similarity of a shadow (Zhu and Woodcock 2012)."""
_HIDDEN_SHARE = 0.5
"""Share of dark ground where other clouds, or the end of the scene, hide it: as likely as not."""
_NEAR_BEST = 0.95
"""Share of the darkest height from which one with more visible shadow is better: too near its cloud, only a part of
a shadow is visible, and that is dark throughout."""
_LOWEST_SUN = np.radians(88)
"""Largest zenith of the sun that moves shadows: below, they leave every scene."""
_SAMPLES = 500
"""Most pixels of a cloud that are compared."""
_BATCH = 100_000
"""Pixels that are compared at once: their arrays stay in the processor's cache."""
_PIECE = 64
"""Pixels of a run that cast their shadow in one direction."""
_DARK, _HIDDEN = -1, -2
"""Values of a scene's ground beside 0, bright, and the numbers of clouds."""

_Edges = tuple[NDArray[np.int64], NDArray[np.int64]]

_DARKER = 200
"""Counts by which a shadow is darker than what surrounds it (Zhu and Woodcock 2012: 0.02)."""


def potential(
    nir: NDArray[np.uint16], swir: NDArray[np.uint16], border_nir: float, border_swir: float
) -> NDArray[np.bool_]:
    """Find pixels that are darker than what surrounds them, in both bands.

    Minima are filled to the lowest level at which they drain to the border of the scene. Source: Zhu and Woodcock 2012,
    Remote Sensing of Environment 118, 83-94.

    Args:
        nir: (lines, columns) counts of B08, reflectance x 10,000; 0 is nodata.
        swir: (lines, columns) counts of B11; 0 is nodata.
        border_nir: Counts of B08 beyond the border and in nodata.
        border_swir: Counts of B11 there.
    """
    dark = None
    for band, border in ((nir, border_nir), (swir, border_swir)):
        darker = _depth(band, round(border)) > _DARKER
        dark = darker if dark is None else dark & darker
    return np.asarray(dark)


def _depth(band: NDArray[np.uint16], border: int) -> NDArray[np.uint16]:
    """Return by how much the minima of a band are filled."""
    floor = np.maximum(band, np.uint16(border))
    filled = fill(floor, border)
    filled -= np.where(band, band, filled)
    return filled


def fill(floor: NDArray[np.uint16], border: int) -> NDArray[np.uint16]:
    """Fill the minima of a surface: each pixel rises to the lowest pass on its ways to the border, from side to side.

    Args:
        floor: (lines, columns), nowhere below the border.
        border: Level around it.
    """
    filled = np.full_like(floor, np.iinfo(np.uint16).max)
    before = None
    while before is None or not np.array_equal(before, filled):
        before = filled.copy()
        for surface, level in ((floor, filled), (floor.T, filled.T)):
            for surfaces, levels in ((surface, level), (surface[::-1], level[::-1])):
                above = np.full(levels.shape[1], border, np.uint16)
                for ground, water in zip(surfaces, levels):
                    np.minimum(water, above, out=water)
                    np.maximum(water, ground, out=water)
                    above = water
    return filled


def cast(
    cloud: NDArray[np.bool_],
    potential: NDArray[np.bool_],
    nodata: NDArray[np.bool_],
    angles: Angles,
    pixel_size: float,
) -> NDArray[np.bool_]:
    """Find the shadows of clouds: the height of each is that at which its shadow lies on dark ground.

    The view shifts a cloud to its true place, and the sun to its shadow. The similarity of a height is the share of
    the shadow, without what its own cloud hides, on dark ground, on other clouds or outside the scene; a cloud has a
    shadow if it reaches 0.3 (Zhu and Woodcock 2012, Remote Sensing of Environment 118, 83-94). The best height has the
    most dark ground: other clouds and what lies outside attract shadows if they count as much.

    Args:
        cloud: (lines, columns).
        potential: (lines, columns): dark ground, see the function of this name.
        nodata: (lines, columns): outside the scene.
        angles: Of the sun and the view.
        pixel_size: True size of a pixel in metres.

    Returns:
        (lines, columns): True in shadows that no cloud hides.
    """
    labels, count = label(cloud)
    scene = np.full((len(labels) + 2, labels.shape[1] + 2), _HIDDEN, np.int32)
    inside = scene[1:-1, 1:-1]
    np.copyto(inside, labels)
    inside[potential & ~cloud] = _DARK
    inside[nodata] = _HIDDEN
    shadow = np.zeros(cloud.shape, np.bool_)
    if count:
        clouds = _Clouds.of(cloud, labels)
        del labels
        drift = _Drift(angles, pixel_size)
        heights = np.concatenate([_heights(batch, scene, drift) for batch in clouds.batches()])
        clouds.project(heights, drift, shadow)
    return shadow & ~cloud & ~nodata


class _Drift(NamedTuple):
    """The shift from a cloud to its shadow, in pixels per metre of its height."""

    angles: Angles
    pixel_size: float

    def at(self, lines: NDArray[np.integer], columns: NDArray[np.integer]) -> tuple[NDArray[np.float32], ...]:
        """Return the shift in lines and in columns, for clouds at these pixels."""
        sun_zenith, sun_azimuth, view_zenith, view_azimuth = np.radians(self.angles.at(lines, columns))
        sun = np.tan(np.minimum(sun_zenith, _LOWEST_SUN)) / self.pixel_size
        view = np.tan(view_zenith) / self.pixel_size
        down = sun * np.cos(sun_azimuth) - view * np.cos(view_azimuth)
        return down, view * np.sin(view_azimuth) - sun * np.sin(sun_azimuth)


class _Samples(NamedTuple):
    """Pixels of clouds, cloud by cloud."""

    number: NDArray[np.int32]
    """Number of the cloud of each, ascending."""
    lines: NDArray[np.int32]
    columns: NDArray[np.int32]


class _Clouds(NamedTuple):
    """Clouds as runs of pixels along lines, cloud by cloud."""

    number: NDArray[np.int32]
    """Number of the cloud of each run, 1 to their count, ascending."""
    lines: NDArray[np.int32]
    starts: NDArray[np.int32]
    """First column."""
    lengths: NDArray[np.int32]

    @classmethod
    def of(cls, cloud: NDArray[np.bool_], labels: NDArray[np.int32]) -> _Clouds:
        starts, stops = runs(cloud)
        lines, columns = np.divmod(starts, cloud.shape[1] + 1)
        number = labels[lines, columns]
        order = np.argsort(number, kind="stable")
        parts = number, lines, columns, stops - starts
        return cls(*(part[order].astype(np.int32) for part in parts))

    def batches(self) -> Iterator[_Samples]:
        """Yield pixels of some clouds after the other: of each all, or `_SAMPLES` that are spread evenly."""
        area = np.bincount(self.number, self.lengths).astype(np.int64)[1:]
        ends = np.cumsum(self.lengths, dtype=np.int64)
        taken = np.minimum(area, _SAMPLES)
        batch = np.cumsum(taken) // _BATCH
        for one in np.unique(batch):
            clouds = np.flatnonzero(batch == one)
            number = np.repeat(clouds, taken[clouds])
            within = np.arange(len(number)) - np.repeat(np.cumsum(taken[clouds]) - taken[clouds], taken[clouds])
            pixel = (np.cumsum(area) - area)[number] + ((within + 0.5) * area[number] / taken[number]).astype(np.int64)
            run = np.searchsorted(ends, pixel, "right")
            columns = self.starts[run] + self.lengths[run] - (ends[run] - pixel)
            yield _Samples((number + 1).astype(np.int32), self.lines[run], columns.astype(np.int32))

    def project(self, heights: NDArray[np.float32], drift: _Drift, shadow: NDArray[np.bool_]) -> None:
        """Set the pixels of a mask on which the clouds of known height cast their shadows."""
        known = np.isfinite(heights)[self.number - 1]
        number, lines, starts, lengths = (part[known] for part in self)
        # Runs are cut, because angles change along them; edges are shifted, not pixels, so that no gap opens.
        blocks = (starts + lengths - 1) // _PIECE - starts // _PIECE + 1
        run = np.repeat(np.arange(len(starts)), blocks)
        block = starts[run] // _PIECE + np.arange(len(run)) - np.repeat(np.cumsum(blocks) - blocks, blocks)
        left = np.maximum(starts[run], block * _PIECE)
        right = np.minimum((starts + lengths)[run], (block + 1) * _PIECE)
        height, line, middle = heights[number[run] - 1], lines[run], block * _PIECE + _PIECE // 2
        _paint(
            shadow,
            (
                _shifted(line, height, drift.at(line, middle)[0]),
                _shifted(line + 1, height, drift.at(line + 1, middle)[0]),
            ),
            (_shifted(left, height, drift.at(line, left)[1]), _shifted(right, height, drift.at(line, right)[1])),
        )


def _shifted(
    edges: NDArray[np.integer], heights: NDArray[np.floating], drift: NDArray[np.floating]
) -> NDArray[np.int64]:
    """Shift edges of pixels, and round halves always up, so that all edges of a cloud move alike."""
    return np.floor(edges + heights.astype(np.float64) * drift + 0.5).astype(np.int64)


def _paint(shadow: NDArray[np.bool_], lines: _Edges, columns: _Edges) -> None:
    """Set rectangles of a mask: those between first and last line and column, where they lie in it."""
    height, width = shadow.shape
    first, last = (np.clip(edge, 0, width) for edge in columns)
    steps = np.zeros((height, width + 1), np.int16)
    for line in range(int((lines[1] - lines[0]).max(initial=0))):
        here = lines[0] + line
        inside = (here >= 0) & (here < np.minimum(lines[1], height)) & (first < last)
        np.add.at(steps, (here[inside], first[inside]), 1)
        np.add.at(steps, (here[inside], last[inside]), -1)
    np.cumsum(steps, axis=1, out=steps)
    shadow |= steps[:, :-1] > 0


def _heights(batch: _Samples, scene: NDArray[np.int32], drift: _Drift) -> NDArray[np.float32]:
    """Find the height of each cloud of a batch in metres; NaN for a cloud without a shadow."""
    down, across = drift.at(batch.lines, batch.columns)
    first = np.flatnonzero(np.diff(batch.number, prepend=0))
    taken = np.diff(first, append=len(batch.number))
    last_line, last_column = scene.shape[0] - 2, scene.shape[1] - 2

    def matches(heights: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
        """Return the similarity, the darkness and the dark pixels of each cloud's shadow at a height of each cloud."""
        height = np.repeat(heights, taken)
        lines = np.clip(np.floor(batch.lines + height * down + 0.5).astype(np.int32), -1, last_line)
        columns = np.clip(np.floor(batch.columns + height * across + 0.5).astype(np.int32), -1, last_column)
        found = scene[lines + 1, columns + 1]
        other = found != batch.number
        visible = np.maximum(np.add.reduceat(other, first, dtype=np.float32), 1)
        dark = np.add.reduceat(found == _DARK, first, dtype=np.float32)
        hidden = np.add.reduceat(other & (found != 0), first, dtype=np.float32) - dark
        likely = dark + _HIDDEN_SHARE * hidden
        return (dark + hidden) / visible, likely / visible, likely

    fastest = float(np.hypot(down, across).max())
    step = min(_STEP / fastest, _HIGHEST - _LOWEST)
    heights = np.arange(_LOWEST, _HIGHEST, step, np.float32)
    similarity, share, dark = np.stack([matches(np.full(len(first), height)) for height in heights], axis=1)
    enough = _NEAR_BEST * np.where(similarity >= _SIMILAR, share, 0).max(axis=0)
    best = np.where((similarity >= _SIMILAR) & (share >= enough), dark, -1).argmax(axis=0)
    clouds = np.arange(len(first))
    height, most = heights[best], dark[best, clouds]
    found = similarity[best, clouds] >= _SIMILAR
    while step * fastest > _FINEST:
        step /= 2
        for side in (height - step, height + step):
            similar, part, count = matches(side)
            better = (similar >= _SIMILAR) & (part >= enough) & (count > most)
            height, most = np.where(better, side, height), np.where(better, count, most)
    return np.where(found, height, np.nan).astype(np.float32)
