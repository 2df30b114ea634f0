"""Simulate machines with more cores, or a GPU: `schedule SAFE --cores N` prints the time of a run as JSON.

The real pipeline runs on a real product, but decoding a piece and inferring a batch only sleep, holding one of N
pretended cores. What is left (preparing, resampling, blending, writing) is computed. Two cores would compute it more
slowly than N, so time runs N / 2 times slower: the pretended work takes that many times longer, and after each step
that was computed, its thread sleeps until the step has taken that many times its CPU seconds. The result is divided.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import tempfile
import threading
import time
import weakref
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial, wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from ..core.cards.choice import FAST
from ..core.decoding import band_file
from ..core.inference.blend import Blend
from ..core.inference.recipe import Patches
from ..core.inference.session import Session
from ..core.pipeline import batch
from ..core.pipeline.classify import ClassLines
from ..core.pipeline.output import MaskOutput
from ..core.pipeline.predictors import Predictors
from ..core.product import strips
from ..core.runtime.devices import available_cores
from ..core.settings import create_settings

WITH_DATA = 0.8
"""Share of the columns that have data, from the left."""
DECODING = 30 / 214.9e6
"""CPU seconds to decode a pixel: 30 for the 214.9 million of a tile at 20 m that a swath edge crosses, as measured on
two cores."""
INFERENCE = 0.62 / 512**2
"""CPU seconds to infer a pixel: .62 for a patch."""
GPU = 1 / (118 * 512**2)
"""Seconds in which a GPU infers a pixel: 1 for the 118 patches of a tile at 20 m."""
GPU_BATCH = 8
SLICE = 0.05
"""Seconds that a thread holds a core while others wait, about."""
IMPORTING = 0.6
"""Seconds until the pipeline is imported, which this program has behind it when it starts to count."""
SERIAL = {20: 2.5, 10: 6.0}
"""Seconds of a run that more cores do not shorten, by the pixel size: start, preparation, writing."""
CPU_SECONDS = {20: (30.0, 73.0), 10: (62.5, 269.0)}
"""CPU seconds of decoding and of inference of a tile, by the pixel size."""
GPU_SECONDS = {20: 1.0, 10: 4.5}
"""Seconds of inference of a tile on a GPU."""


COMPUTED: tuple[tuple[Any, str], ...] = (
    (batch, "prepare_scene"),
    (Predictors, "_load"),
    (Blend, "add"),
    (ClassLines, "add"),
    (MaskOutput, "write"),
)
"""Steps that are computed in threads that neither decode nor infer."""


def floor(cores: int, scenes: int, metres: int, *, gpu: bool) -> float:
    """Return the seconds that no schedule can go below; from constants, never from a run."""
    decoding, inference = CPU_SECONDS[metres]
    scene = max(decoding / cores, GPU_SECONDS[metres]) if gpu else (decoding + inference) / cores
    return SERIAL[metres] + scenes * scene


class _Cores:
    """Cores that threads hold for a slice of time each, the one that has waited longest first, as a system gives them.

    A semaphore would let a thread with long calls hold a core until the call ends, and decoding would starve.
    """

    def __init__(self, count: int) -> None:
        self._free = count
        self._waiting: deque[threading.Event] = deque()
        self._lock = threading.Lock()

    @contextmanager
    def held(self) -> Iterator[None]:
        mine = threading.Event()
        with self._lock:
            if self._free:
                self._free -= 1
                mine.set()
            else:
                self._waiting.append(mine)
        mine.wait()
        try:
            yield
        finally:
            with self._lock:
                if self._waiting:
                    self._waiting.popleft().set()  # it has this core now
                else:
                    self._free += 1


class Machine:
    """A machine that does not exist: sleeping takes the place of decoding and inference."""

    def __init__(self, cores: int, *, gpu: bool) -> None:
        """Pretend.

        Args:
            cores: Number of its cores.
            gpu: Infer on a GPU, one batch at a time.
        """
        self.slowness = max(1.0, cores / available_cores())
        """Times that a second takes longer here than there."""
        self._cores = _Cores(cores)
        self._computed = threading.local()
        self._gpu = threading.Lock() if gpu else None
        self._lock = threading.Lock()
        self._bytes = self._busy = 0
        self.peak_bytes = 0
        """Largest memory of the strips that were decoded or inferred at the same time."""
        self.most_busy = 0
        """Largest number of its cores that worked at the same time."""

    @contextmanager
    def running(self) -> Iterator[None]:
        """Let the pipeline run on it."""
        machine, make = self, strips.Bands.begin

        def read(dataset: Any, _image: Any, window: Any, out: NDArray[np.uint16] | None = None) -> NDArray[np.generic]:
            machine._work(DECODING * window.width * window.height)
            values = np.empty((int(window.height), int(window.width)), np.uint16) if out is None else out
            values[:] = 2000
            values[:, max(0, int(WITH_DATA * dataset.width) - int(window.col_off)) :] = 0
            return values

        def run(session: Session, patches: Patches) -> NDArray[np.float32]:
            _, height, width = patches.shape
            pixels = len(patches) * height * width
            if machine._gpu:
                machine._slow_down()
                with machine._gpu:
                    time.sleep(GPU * pixels * machine.slowness)
            else:
                machine._work(INFERENCE * pixels)
            classes = session.channels()[1]
            return np.zeros((len(patches), int(str(classes)), height, width), np.float32)

        def begin(bands: strips.Bands, plan: Any, workers: Any) -> Iterator[strips.PendingStrip]:
            for pending in make(bands, plan, workers):
                size = bands.strip_bytes(plan)
                machine._hold(size)
                yield strips.PendingStrip(pending.lines, partial(machine._held, pending, size))

        with ExitStack() as stack:
            stack.enter_context(patch.object(band_file, "read", read))
            stack.enter_context(patch.object(Session, "run", run))
            stack.enter_context(patch.object(strips.Bands, "begin", begin))
            for owner, name in COMPUTED:
                stack.enter_context(patch.object(owner, name, self._slowed(getattr(owner, name))))
            if self._gpu:
                stack.enter_context(patch.object(Session, "lanes", property(lambda _session: 2)))
            yield

    def start(self) -> None:
        """Do not count what this thread has computed so far."""
        self._computed.seconds = time.thread_time()

    def _slowed(self, step: Callable[..., Any]) -> Callable[..., Any]:
        """Return a step of the pipeline that takes as long here as it takes CPU seconds there."""

        @wraps(step)
        def slowed(*arguments: Any, **options: Any) -> Any:
            result = step(*arguments, **options)
            self._slow_down()
            return result

        return slowed

    def _work(self, seconds: float) -> None:
        """Hold one of the cores for seconds there, slice by slice."""
        self._slow_down()
        slices = max(1, round(seconds / SLICE))
        for _ in range(slices):
            with self._cores.held():
                self._count(1)
                time.sleep(seconds / slices * self.slowness)
                self._count(-1)
        self.start()  # taking turns is no part of the work

    def _slow_down(self) -> None:
        """Sleep for what this thread has computed since it was here.

        No core is held: a system lets a thread that computes little go first, and a semaphore would let it wait.
        """
        computed = time.thread_time() - getattr(self._computed, "seconds", 0.0)
        time.sleep(computed * (self.slowness - 1))
        self._computed.seconds = time.thread_time()

    def _count(self, more: int) -> None:
        with self._lock:
            self._busy += more
            self.most_busy = max(self.most_busy, self._busy)

    def _held(self, pending: strips.PendingStrip, size: int) -> strips.Strip:
        """Finish a strip, whose memory is free when nobody uses it any more."""
        strip = pending.finish()
        self._slow_down()
        weakref.finalize(strip, self._hold, -size)
        return strip

    def _hold(self, size: int) -> None:
        with self._lock:
            self._bytes += size
            self.peak_bytes = max(self.peak_bytes, self._bytes)


def simulate(safes: list[Path], cores: int, metres: int, *, gpu: bool = False) -> dict[str, float]:
    """Mask products on a pretended machine.

    Returns:
        `seconds` without the start, `floor`, `strips_mb`, and `most_busy`, the cores that worked at the same time.
    """
    machine = Machine(cores, gpu=gpu)
    with tempfile.TemporaryDirectory() as out, machine.running():
        machine.start()
        started = time.monotonic()
        options: dict[str, Any] = {"processing_res": metres, "model": FAST, "processing_threads": cores}
        settings = create_settings(safes, out, device="cpu", batch_size=GPU_BATCH if gpu else None, **options)
        outcomes = batch.run_batch(settings)
        seconds = (time.monotonic() - started) / machine.slowness
    for outcome in outcomes:
        if outcome.error:
            raise outcome.error
    least = floor(cores, len(safes), metres, gpu=gpu)
    strips_mb = machine.peak_bytes / 1e6
    return {"seconds": seconds, "floor": least, "strips_mb": strips_mb, "most_busy": machine.most_busy}


def _main() -> None:
    parser = argparse.ArgumentParser(description="Simulate a run on another machine; print JSON.")
    parser.add_argument("safes", type=Path, nargs="+")
    parser.add_argument("--cores", type=int, required=True)
    parser.add_argument("--res", type=int, default=20, choices=sorted(SERIAL))
    parser.add_argument("--gpu", action="store_true")
    options = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    result = simulate(options.safes, options.cores, options.res, gpu=options.gpu)
    result["seconds"] += IMPORTING
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    _main()
