"""Share the processor and its memory in a run: threads, lanes of inference, and strips that are decoded ahead.

The numbers were found by simulation on the real pipeline (`make bench-schedule`, docs/performance.md).
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..memory import available_bytes
from ..runtime.devices import available_cores

logger = logging.getLogger(__name__)

LANE_BYTES_PER_PIXEL = 1600
"""Memory of a lane for each pixel of its patch: 0.4 KB in the default networks, up to 1.5 KB in the published ones."""
_SHARE = 0.5
"""Share of the free memory that lanes may take; a quarter of it more is for strips."""
_USUAL_FREE_BYTES = 4 << 30
"""Free memory where the system does not tell."""
_MOST_AHEAD = 6


@dataclass(frozen=True)
class Lanes:
    """So many batches that a CPU infers at the same time, each by so many threads."""

    count: int
    threads: int


@dataclass(frozen=True)
class Schedule:
    """The threads of a run."""

    threads: int
    """Threads that decode, besides the one that puts strips together, and threads that infer on a CPU."""
    lanes: int | None = None
    """Batches that a CPU infers at the same time; None: as many as threads, if they fit into the free memory."""
    ahead: int | None = None
    """Strips that are decoded ahead; None: as many as keep the threads busy and fit into the free memory."""

    @classmethod
    def of(cls, threads: int | None, lanes: int | None = None, ahead: int | None = None) -> Schedule:
        """Choose the threads: all cores that the process may use, unless the caller says otherwise."""
        return cls(threads or available_cores(), lanes, ahead)

    @property
    def decoders(self) -> int:
        """Threads that decode: the one that puts strips together does so too when it has nothing else to do."""
        return self.threads + 1 if self.threads > 1 else 1

    def lanes_for(self, patch_pixels: int) -> Lanes:
        """Return the lanes for patches of this many pixels.

        Lanes share one session. Two patches with one thread each are 1.1 to 1.3 times as fast as one after the other
        with two threads, which wait for each other after every layer.
        """
        fitting = int(_free_bytes() * _SHARE / (patch_pixels * LANE_BYTES_PER_PIXEL))
        count = min(self.threads, self.lanes or max(2, fitting))
        lanes = Lanes(count, self.threads // count)
        logger.info("Inference on a CPU: %d batches at a time, each by %d threads", lanes.count, lanes.threads)
        return lanes

    def strips_ahead(self, strip_bytes: int) -> int:
        """Return the number of strips of this size that are decoded while the one before is put together."""
        wanted = min(1 + math.ceil(self.threads / 8), _MOST_AHEAD) if self.threads > 2 else 0
        fitting = int(_free_bytes() * _SHARE / 4 / strip_bytes)
        ahead = min(wanted, fitting) if self.ahead is None else self.ahead
        logger.info("Decoding with %d threads, %d strips of %d MB ahead", self.decoders, ahead, strip_bytes >> 20)
        return ahead


_GAIN, _LOSS = 0.97, 1.1
"""A larger batch is chosen below this share of the shortest time per patch; above the other share, none larger is
tried."""
_LONGEST_TRIAL = 0.2
"""Seconds of a batch above which none larger is tried: the trial must not take longer than the scene."""


def fastest_batch(sizes: Iterable[int], seconds: Callable[[int], float | None]) -> int | None:
    """Choose the batch with the shortest time per patch.

    Args:
        sizes: Numbers of patches, rising.
        seconds: Infers a batch and returns the time; None if it fails, so that none larger is tried.

    Returns:
        The number of patches; None if the first batch fails.
    """
    best, shortest = None, math.inf
    for size in sizes:
        took = seconds(size)
        if took is None or took / size > shortest * _LOSS:
            break
        if took / size < shortest * _GAIN:
            best, shortest = size, took / size
        logger.info("Batches of %d patches take %.4f s for each patch", size, took / size)
        if took > _LONGEST_TRIAL:
            break
    return best


def _free_bytes() -> int:
    free = available_bytes()
    return _USUAL_FREE_BYTES if free is None else free
