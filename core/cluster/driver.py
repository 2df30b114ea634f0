"""Send the scenes of a run to the workers of a cluster, some at a time, and gather their outcomes as they come."""

from __future__ import annotations

import asyncio
import logging
import math
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent import futures
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from ..addresses.location import Location, absolute
from ..errors import CancelledError, ClusterError
from ..masks.result import SceneOutcome
from ..pipeline.progress import Listener, Step
from ..product.acquisition import Acquisition
from ..settings import MaskSettings, ProductsToFolder
from ..version import plugin_version
from .worker import Attempt, attempt

logger = logging.getLogger(__name__)

LEAST_WINDOW = 64
"""Scenes that are sent before an outcome is waited for; a cluster that grows with its work grows by these."""
SCENES_PER_THREAD = 2
"""Scenes in the window for each thread of the workers, so that none of them waits for the next one."""
MOST_HOSTS = 3
"""Hosts that try a scene which fails: a full disk or a missing mount is the host's fault, and not the scene's."""
_REFRESH_SECONDS = 5.0
"""Age of the list of workers."""
_POLL_SECONDS = 0.2
"""Time after which a cancelled run ends although no scene is done."""
_MISSED_SECONDS = 10.0
"""Time without a worker after which the user is told."""
_LOST = (OSError, asyncio.TimeoutError, futures.CancelledError)
"""Errors of a client whose scheduler is lost."""


def mask_on_cluster(settings: MaskSettings, client: Any, listener: Listener) -> None:
    """Mask scenes on the workers of a cluster; the listener receives the outcomes as they come.

    The outcomes are not kept, so that the memory does not grow with them. When this call or its process ends early, the
    workers drop what is left; finished masks stay, and the next run reuses them.

    Args:
        settings: The scenes and the options. A scene is decoded and inferred by one thread, unless they say otherwise.
        client: A `distributed.Client`, or an object with its `submit`, `cancel`, `nthreads` and `run`. All workers see
            the products and the output folder under the same paths.
        listener: Receives the progress of the run and its outcomes, and may cancel it.

    Raises:
        ClusterError: the scheduler is lost, or no worker can mask.
        OutputError: the output folder cannot be used on any worker.
        CancelledError: the listener cancelled the run.
    """
    run = _Run(settings, client, listener)
    try:
        run.run()
    finally:
        run.drop()


@dataclass
class _Job:
    """A path of the run, and the hosts that have failed at it."""

    index: int
    failed_on: set[str] = field(default_factory=set)


@dataclass
class _Turn:
    """The paths of a name: the one that is masked, those that wait, and the masks so far with their scenes."""

    job: _Job | None = None
    waiting: deque[_Job] = field(default_factory=deque)
    taken: dict[Path, Acquisition] = field(default_factory=dict)


class _Run:
    """One call of `mask_on_cluster`."""

    def __init__(self, settings: MaskSettings, client: Any, listener: Listener) -> None:
        self._settings = replace(settings, processing_threads=settings.processing_threads or 1)
        self._client = client
        self._listener = listener
        self._name = f"mask-{os.urandom(4).hex()}"
        self._again: deque[_Job] = deque()
        self._namesakes = _Namesakes(settings.paths)
        self._running: dict[tuple[str, int], tuple[Any, _Job]] = {}
        self._sent = 0
        self._ready: SimpleQueue[tuple[str, int]] = SimpleQueue()
        self._workers = _Workers(client)

    def run(self) -> None:
        """Mask the scenes of all paths."""
        count, done = len(self._settings.sources), 0
        following = map(_Job, range(count))
        while done < count:
            self._fill(following)
            future, job = self._running.pop(self._next_ready())
            outcomes = self._outcomes_of(future, job)
            if outcomes is None:
                self._again.append(job)
                continue
            done += 1
            self._again.extend(self._namesakes.end(job, outcomes))
            for outcome in outcomes:
                self._listener.scene_done(job.index, outcome)
            self._listener.progress(done / count, f"{self._settings.paths[job.index].name}: {Step.DONE.text}")

    def drop(self) -> None:
        """Cancel the scenes that are not done, if any; workers end those that they are masking."""
        left = [future for future, _ in self._running.values()]
        if left:
            with suppress(Exception):  # Dask has no common class for the errors of a client whose scheduler is lost
                self._client.cancel(left)

    def _fill(self, following: Iterator[_Job]) -> None:
        """Send scenes until the window is full."""
        window = max(LEAST_WINDOW, SCENES_PER_THREAD * self._workers.threads())
        while len(self._running) < window:
            job = self._again.popleft() if self._again else next(following, None)
            if job is None:
                return
            if self._namesakes.begin(job):
                self._send(job)

    def _send(self, job: _Job) -> None:
        self._sent += 1
        key = self._name, self._sent
        options = {}
        if job.failed_on:  # if the other hosts are gone when it is its turn, a host may try again
            options = {"workers": self._workers.on_other_hosts(job.failed_on), "allow_other_workers": True}
        taken = self._namesakes.taken(job)
        future = self._client.submit(attempt, self._alone(job.index), taken, key=key, pure=False, **options)
        self._running[key] = future, job
        future.add_done_callback(lambda _future: self._ready.put(key))

    def _alone(self, index: int) -> MaskSettings:
        """Return the settings of one path, which is absolute, because the workers have other current folders."""
        job = self._settings.job
        if not isinstance(job, ProductsToFolder):
            return self._settings
        return replace(self._settings, job=ProductsToFolder((absolute(job.products[index]),), job.folder.absolute()))

    def _next_ready(self) -> tuple[str, int]:
        """Wait for a scene that is done, and see meanwhile to cancellation and to the scheduler."""
        while True:
            if self._listener.is_cancelled():
                raise CancelledError("The run was cancelled.")
            with suppress(Empty):
                return self._ready.get(timeout=_POLL_SECONDS)
            self._workers.threads()

    def _outcomes_of(self, future: Any, job: _Job) -> tuple[SceneOutcome, ...] | None:
        """Return the outcomes of a path; None if it has to be sent again."""
        if future.cancelled():
            raise _scheduler_lost("it has dropped the scenes")
        try:
            done: Attempt = future.result()
        except CancelledError:  # the scheduler had taken the scene from its worker in the meantime
            return None
        except _LOST as error:
            raise _scheduler_lost(error) from error
        except Exception as error:
            if not hasattr(error, "last_worker"):
                raise ClusterError(
                    "The cluster cannot run CloudS2Mask ({reason}). Its scheduler needs version {version} too, in a "
                    "folder of its PYTHONPATH.",
                    reason=error,
                    version=plugin_version(),
                ) from error
            return (SceneOutcome(self._settings.paths[job.index], error=self._killed(job)),)
        if done.refusal or any(outcome.failed and not outcome.kept for outcome in done.outcomes):
            job.failed_on.add(_host(done.worker))
            if len(job.failed_on) < MOST_HOSTS and self._workers.on_other_hosts(job.failed_on):
                logger.info("%s failed on %s", self._settings.paths[job.index], done.worker)
                return None
        if done.refusal:
            raise ClusterError("The worker {worker} cannot mask. {error}", worker=done.worker, error=done.refusal)
        return done.outcomes

    def _killed(self, job: _Job) -> ClusterError:
        return ClusterError(
            "{path} was not masked: the processes of the workers that tried it were ended, as the system does when "
            "memory is short. Give each worker more memory, or look into the logs of the workers.",
            path=self._settings.paths[job.index],
        )


class _Namesakes:
    """The paths of a run that have a name in common, whose scenes may therefore have: they are masked in turn.

    Each gets the masks of those before it, so that a mask of another scene is neither replaced nor taken for its own.
    """

    def __init__(self, paths: Iterable[Location]) -> None:
        """Find the names that come again; of the others, nothing is kept."""
        seen: set[int] = set()
        self._turns: dict[str, _Turn] = {}
        self._paths = tuple(paths)
        for name in map(_name_of, self._paths):
            if hash(name) in seen:  # a number is smaller than a name
                self._turns.setdefault(name, _Turn())
            seen.add(hash(name))

    def begin(self, job: _Job) -> bool:
        """Return True if it is the turn of a path; otherwise it waits."""
        turn = self._turn(job)
        if turn is None or turn.job in (None, job):
            if turn:
                turn.job = job
            return True
        turn.waiting.append(job)
        return False

    def taken(self, job: _Job) -> dict[Path, Acquisition]:
        """Return the masks of the paths before it, and their scenes."""
        turn = self._turn(job)
        return turn.taken if turn else {}

    def end(self, job: _Job, outcomes: Iterable[SceneOutcome]) -> list[_Job]:
        """Note the masks of a path, and return the path whose turn it is, if one waits."""
        turn = self._turn(job)
        if turn is None:
            return []
        results = (outcome.result for outcome in outcomes)
        turn.taken |= {one.mask_path: one.acquisition for one in results if one}
        turn.job = None
        return [turn.waiting.popleft()] if turn.waiting else []

    def _turn(self, job: _Job) -> _Turn | None:
        return self._turns.get(_name_of(self._paths[job.index]))


def _name_of(path: Location) -> str:
    """Return the name of a product from its path, which may be that of its metadata; that of an item has its folder."""
    kind = path.suffix.lower()
    if kind == ".xml":
        return path.parent.stem
    return f"{path.parent.name}/{path.stem}" if kind == ".json" else path.stem


class _Workers:
    """The workers of a cluster, which come and go."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._threads: dict[str, int] = {}
        self._asked = -math.inf
        self._missed = time.monotonic()
        """Time at which the last worker was there."""

    def threads(self) -> int:
        """Return the number of threads of all workers.

        Raises:
            ClusterError: the scheduler is lost, or a new worker lacks this version of the program.
        """
        now = time.monotonic()
        if now - self._asked >= _REFRESH_SECONDS:
            try:
                found = self._client.nthreads()
                self._check([address for address in found if address not in self._threads])
            except _LOST as error:
                raise _scheduler_lost(error) from error
            self._threads, self._asked = found, now
            if self._threads:
                self._missed = now
            elif now - self._missed >= _MISSED_SECONDS:
                logger.warning("No worker is connected to the scheduler. Waiting for one.")
                self._missed = math.inf
        return sum(self._threads.values())

    def _check(self, new: list[str]) -> None:
        """Check the version of new workers: Dask ends those that cannot import a task, and blames the scene."""
        answers = self._client.run(plugin_version, workers=new, on_error="return") if new else {}
        for address, answer in answers.items():
            if answer != plugin_version() and not isinstance(answer, OSError):  # it has left
                raise ClusterError(
                    "Version {version} of CloudS2Mask is not installed on the worker {worker} ({found}). Install it on "
                    "the scheduler and on all workers, in a folder of their PYTHONPATH.",
                    version=plugin_version(),
                    worker=address,
                    found=answer,
                )

    def on_other_hosts(self, hosts: Iterable[str]) -> list[str]:
        """Return the addresses of the workers that are not on these hosts."""
        return [address for address in self._threads if _host(address) not in hosts]


def _host(address: str) -> str:
    return address.rpartition(":")[0]


def _scheduler_lost(reason: object) -> ClusterError:
    return ClusterError(
        "The Dask scheduler was lost ({reason}). Finished masks stay: start the same run again to go on.",
        reason=reason,
    )
