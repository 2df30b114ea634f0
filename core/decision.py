"""From the probability of cloud to a class by a threshold: means over a disc, as the lines come, and their decision."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .errors import SettingError
from .language import translated
from .model_card import Decision, ModelCard
from .settings import MaskSettings

CLOUD_CHANNEL = 1
"""Of the two probabilities of a model with a threshold: clear comes first."""


class Lines(NamedTuple):
    """Lines of probabilities on the network's grid."""

    top: int
    """The first of them."""
    field: NDArray[np.float32]
    """(classes, lines, columns) over the columns of the plan."""
    valid: NDArray[np.bool_]
    """(lines, columns)."""


def decision_of(card: ModelCard, settings: MaskSettings) -> Decision | None:
    """How the probabilities of a model become classes; None: the likeliest class is taken.

    Raises:
        SettingError: the settings say how a threshold is used, and the model has none.
    """
    given = {name: value for name in Decision.__dataclass_fields__ if (value := getattr(settings, name)) is not None}
    if card.decision is None:
        if given:
            raise SettingError(
                translated(
                    "{names} cannot be honoured: the model {id} has no threshold, a pixel is of its likeliest "
                    "class. Leave that out, or choose a model with a threshold, such as s2cloudless.",
                    names=" and ".join(given),
                    id=card.id,
                )
            )
        return None
    return replace(card.decision, **given)


def averaged(lines: Iterable[Lines], radius: int, left: int, shape: tuple[int, int]) -> Iterator[Lines]:
    """Average the probability of cloud over the disc around each pixel; so many lines as its radius are held back.

    The mean is that of valid pixels. At the edges of the grid they are mirrored, the outermost pixels included, as
    s2cloudless does it.

    Args:
        lines: From top to bottom.
        radius: Of the disc in pixels between pixel centres.
        left: Their first column on the grid.
        shape: (height, width) of the grid.
    """
    held: _Held | None = None
    for part in lines:
        if held is None:
            held = _Held(part, radius, left, shape)
        held.add(part)
        yield from held.take(part.top + len(part.valid))
    if held is not None:
        yield from held.take(shape[0] + radius)


class _Held:
    """The lines that are wanted for means to come."""

    def __init__(self, first: Lines, radius: int, left: int, shape: tuple[int, int]) -> None:
        height, width = shape
        self._radius = radius
        self._height = height
        self._left = left
        columns = _mirrored(left - radius, left + first.valid.shape[1] + radius, width) - left
        self._columns = np.clip(columns, 0, first.valid.shape[1] - 1)
        self._outside = self._columns != columns
        self._top = self._next = first.top
        self._cloud = np.empty((0, first.valid.shape[1]), np.float32)
        self._valid = np.empty(self._cloud.shape, np.bool_)

    def add(self, part: Lines) -> None:
        gap = np.zeros((part.top - self._top - len(self._valid), part.valid.shape[1]), np.bool_)
        cloud = np.where(part.valid, part.field[CLOUD_CHANNEL], 0)
        self._cloud = np.concatenate([self._cloud, gap.astype(np.float32), cloud])
        self._valid = np.concatenate([self._valid, gap, part.valid])

    def take(self, bottom: int) -> Iterator[Lines]:
        """The means of the lines whose discs are whole, if no line above `bottom` is to come."""
        last = bottom if bottom >= self._height else bottom - self._radius
        last = min(last, self._top + len(self._valid))
        if last <= self._next:
            return
        first, self._next = self._next, last
        mean = self._means(first, last)
        valid = self._valid[first - self._top : last - self._top]
        done = max(0, last - self._radius - self._top)
        self._top += done
        self._cloud, self._valid = self._cloud[done:], self._valid[done:]
        yield Lines(first, np.stack([1 - mean, mean]), valid)

    def _means(self, first: int, last: int) -> NDArray[np.float32]:
        radius, width = self._radius, self._valid.shape[1]
        wanted = _mirrored(first - radius, last + radius, self._height) - self._top
        lines = np.clip(wanted, 0, len(self._valid) - 1)
        outside = (lines != wanted)[:, None] | self._outside
        sums = []
        for values in (self._cloud, self._valid):
            around = values[lines][:, self._columns].astype(np.float64)
            around[outside] = 0
            # Sums from the left edge: the sum of any piece of a line is the difference of two of them.
            ahead = np.cumsum(np.pad(around, ((0, 0), (1, 0))), axis=1)
            total = np.zeros((last - first, width))
            for down in range(-radius, radius + 1):
                half = math.isqrt(radius * radius - down * down)
                line = ahead[radius + down : radius + down + last - first]
                total += line[:, radius + half + 1 :][:, :width] - line[:, radius - half :][:, :width]
            sums.append(total)
        return (sums[0] / np.maximum(sums[1], 1)).astype(np.float32)


def _mirrored(start: int, stop: int, length: int) -> NDArray[np.int64]:
    """The pixels of an axis that stand for [start, stop), which may reach beyond both of its ends."""
    index = np.arange(start, stop) % (2 * length)
    return np.minimum(index, 2 * length - 1 - index)
