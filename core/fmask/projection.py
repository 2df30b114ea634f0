"""Project clouds along the rays of the sun and of the view onto the ground."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..angles.view import Angles
from .objects import runs

_LOWEST_SUN = np.radians(88)
"""Largest zenith of the sun that moves shadows: below, they leave every scene."""
_PIECE = 64
"""Pixels of a run that cast their shadow in one direction."""

_Edges = tuple[NDArray[np.int64], NDArray[np.int64]]


class Drift:
    """The shift from clouds to their shadows, in pixels per metre of height."""

    def __init__(self, angles: Angles, pixel_size: float) -> None:
        """Add the shift of the view, from where a cloud is seen to where it is, to that of the sun.

        Args:
            angles: Of both.
            pixel_size: True size in metres.
        """
        self._angles = angles
        sun_zenith, sun_azimuth, view_zenith, view_azimuth = (
            np.radians(part, dtype=np.float64)
            for part in (angles.sun_zenith, angles.sun_azimuth, angles.view_zenith, angles.view_azimuth)
        )
        sun, view = np.tan(np.minimum(sun_zenith, _LOWEST_SUN)) / pixel_size, np.tan(view_zenith) / pixel_size
        self._nodes = np.stack(
            [
                sun * np.cos(sun_azimuth) - view * np.cos(view_azimuth),
                view * np.sin(view_azimuth) - sun * np.sin(sun_azimuth),
            ]
        )

    def at(self, lines: NDArray[np.integer], columns: NDArray[np.integer]) -> NDArray[np.floating]:
        """Return the shift in lines and in columns, (2, pixels), of clouds that are seen at these pixels."""
        return self._angles.between(self._nodes, lines, columns)


class Clouds(NamedTuple):
    """The runs of pixels along lines of each cloud; clouds are counted from 0."""

    lines: NDArray[np.int32]
    """Line of each run, cloud by cloud from top to bottom."""
    starts: NDArray[np.int32]
    """First column of each run."""
    lengths: NDArray[np.int32]
    first: NDArray[np.int64]
    """(clouds + 1,): number of the first run of each, and that of all runs."""
    ends: NDArray[np.int64]
    """Pixels up to the end of each run."""

    @classmethod
    def of(cls, cloud: NDArray[np.bool_], labels: NDArray[np.int32], count: int) -> Clouds:
        """List the runs of a mask.

        Args:
            cloud: (lines, columns).
            labels: (lines, columns) from 1 to `count`, 0 where no cloud is.
            count: Number of clouds.
        """
        starts, stops = runs(cloud)
        lines, columns = np.divmod(starts, cloud.shape[1] + 1)
        number = labels[lines, columns]
        order = np.argsort(number, kind="stable")
        parts = [part[order].astype(np.int32) for part in (lines, columns, stops - starts)]
        first = np.concatenate([[0], np.cumsum(np.bincount(number, minlength=count + 1)[1:])])
        return cls(parts[0], parts[1], parts[2], first, np.cumsum(parts[2], dtype=np.int64))

    @property
    def areas(self) -> NDArray[np.int64]:
        """Pixels of each cloud."""
        return np.diff(self.ends[self.first[1:] - 1], prepend=0)

    @property
    def widths(self) -> NDArray[np.float64]:
        """Extent in pixels of each cloud where it is narrow: the mean length of its runs, or its number of lines."""
        heights = self.lines[self.first[1:] - 1] - self.lines[self.first[:-1]] + 1
        return np.minimum(self.areas / np.diff(self.first), heights)

    def samples(
        self, clouds: NDArray[np.integer], taken: NDArray[np.integer]
    ) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return the lines and columns of some pixels of some clouds, cloud by cloud and spread evenly.

        Args:
            clouds: Numbers of the clouds.
            taken: Pixels of each, at most its area.
        """
        area = self.areas[clouds]
        of = np.repeat(np.arange(len(clouds)), taken)
        within = np.arange(len(of)) - (np.cumsum(taken) - taken)[of]
        before = (self.ends - self.lengths)[self.first[clouds]]
        pixel = before[of] + ((within + 0.5) * (area / taken)[of]).astype(np.int64)
        run = np.searchsorted(self.ends, pixel, "right")
        columns = self.starts[run] + self.lengths[run] - (self.ends[run] - pixel)
        return self.lines[run], columns.astype(np.int32)

    def project(self, heights: NDArray[np.float32], drift: Drift, shadow: NDArray[np.bool_]) -> None:
        """Add the shadows of clouds to a mask.

        Args:
            heights: Height of each cloud in metres; NaN if it has no shadow.
            drift: From a cloud to its shadow.
            shadow: (lines, columns), to be changed.
        """
        height = np.repeat(heights, np.diff(self.first))
        known = np.isfinite(height)
        lines, starts, lengths = (part[known] for part in (self.lines, self.starts, self.lengths))
        stops, height = starts + lengths, height[known]
        # Runs are cut, because angles change along them; edges are shifted, not pixels, so that no gap opens.
        blocks = (stops - 1) // _PIECE - starts // _PIECE + 1
        run = np.repeat(np.arange(len(starts)), blocks)
        block = (starts // _PIECE - np.cumsum(blocks) + blocks)[run] + np.arange(len(run))
        left, right = np.maximum(starts[run], block * _PIECE), np.minimum(stops[run], (block + 1) * _PIECE)
        line, height, middle = lines[run], height[run], block * _PIECE + _PIECE // 2
        top, bottom = (_shifted(edge, height, drift.at(edge, middle)[0]) for edge in (line, line + 1))
        first, last = (_shifted(edge, height, drift.at(line, edge)[1]) for edge in (left, right))
        _paint(shadow, (top, bottom), (first, last))


def _shifted(
    edges: NDArray[np.integer], heights: NDArray[np.floating], drift: NDArray[np.floating]
) -> NDArray[np.int64]:
    """Shift edges of pixels, and round halves always up, so that all edges of a cloud move alike."""
    return np.floor(edges + heights.astype(np.float64) * drift + 0.5).astype(np.int64)


def _paint(mask: NDArray[np.bool_], lines: _Edges, columns: _Edges) -> None:
    """Set rectangles of a mask, from first up to last lines and columns, where they lie in it."""
    height, width = mask.shape
    first, last = (np.clip(edge, 0, width) for edge in columns)
    steps = np.zeros((height, width + 1), np.int16)
    for line in range(int((lines[1] - lines[0]).max(initial=0))):
        here = lines[0] + line
        inside = (here >= 0) & (here < np.minimum(lines[1], height)) & (first < last)
        np.add.at(steps, (here[inside], first[inside]), 1)
        np.add.at(steps, (here[inside], last[inside]), -1)
    np.cumsum(steps, axis=1, out=steps)
    mask |= steps[:, :-1] > 0
