"""Clusters of real processes: a scheduler and workers on this computer, each of which can be killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from ....core.cluster.driver import mask_on_cluster
from ....core.masks.result import SceneOutcome
from ....core.settings import MaskSettings
from ..conftest import Recorder
from ..test_main import ENVIRONMENT

SUICIDE = """
import importlib, os, signal

module, name, number = os.environ["DIES_AT"].split()
owner = importlib.import_module(f"cloud_s2_mask.core.{module}")
*owners, name = name.split(".")
for one in owners:
    owner = getattr(owner, one)
calls, real = [], getattr(owner, name)


def dying(*arguments):
    calls.append(arguments)
    if len(calls) == int(number):
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*arguments)


setattr(owner, name, dying)
"""
"""Program of a worker that kills itself at a call of a function."""


class Outcomes(Recorder):
    """A listener that keeps the outcomes by the places of their scenes."""

    def __init__(self) -> None:
        super().__init__()
        self.outcomes: dict[int, SceneOutcome] = {}

    def scene_done(self, index: int, outcome: SceneOutcome) -> None:
        """Keep the outcome."""
        super().scene_done(index, outcome)
        self.outcomes[index] = outcome


class Cluster:
    """A scheduler and its workers, each in a process of its own."""

    def __init__(self, folder: Path, **configuration: str) -> None:
        """Start a scheduler; `configuration` are environment variables of Dask without their prefix."""
        folder.mkdir(exist_ok=True)
        self._folder = folder
        self._stack = ExitStack()
        self._environment = ENVIRONMENT | {f"DASK_DISTRIBUTED__{name}": value for name, value in configuration.items()}
        self.file = folder / f"scheduler-{os.urandom(4).hex()}.json"
        self.scheduler = self._start("scheduler", "--port", "0", "--scheduler-file", str(self.file))
        self.workers: list[subprocess.Popen[bytes]] = []
        while not self.file.exists() or not self.file.read_bytes():
            assert self.scheduler.poll() is None
            time.sleep(0.02)
        self.address = str(json.loads(self.file.read_text())["address"])

    def have(self, client: Any, count: int) -> None:
        """Start workers until there are so many, and wait for them."""
        self.workers = [process for process in self.workers if process.poll() is None]
        self.add(count - len(self.workers))
        client.wait_for_workers(count, timeout=300)

    def add(self, count: int = 1, host: str = "127.0.0.1", threads: int = 1, **environment: str) -> None:
        """Start workers."""
        options = ["--nthreads", str(threads), "--no-nanny", "--memory-limit", "0"]
        options += ["--local-directory", str(self._folder)]
        if "DIES_AT" in environment:
            (self._folder / "suicide.py").write_text(SUICIDE)
            options += ["--preload", str(self._folder / "suicide.py")]
        for _ in range(count):
            self.workers.append(self._start("worker", self.address, *options, host=host, **environment))

    def _start(self, kind: str, *words: str, host: str = "127.0.0.1", **more: str) -> subprocess.Popen[bytes]:
        log = self._stack.enter_context((self._folder / f"{kind}-{os.urandom(4).hex()}.log").open("wb"))
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--host", host, "--no-dashboard", *words]
        return subprocess.Popen(command, env=self._environment | more, stdout=log, stderr=log)

    def close(self) -> None:
        """End all processes."""
        for process in (self.scheduler, *self.workers):
            process.kill()
            process.wait()
        self._stack.close()

    def client(self) -> Any:
        """Connect to the scheduler."""
        from distributed import Client

        return Client(self.address, timeout=120)

    @contextmanager
    def running(self, client: Any, settings: MaskSettings) -> Iterator[Outcomes]:
        """Mask in another thread, at first without a worker; the block may add workers, which finish the run."""
        for process in self.workers:
            process.kill()
            process.wait()
        listener = Outcomes()
        run = threading.Thread(target=mask_on_cluster, args=(settings, client, listener))
        run.start()
        yield listener
        run.join()

    def add_until_death(self, place: str) -> None:
        """Start a worker that kills itself at a call of a function, and wait until it has."""
        self.add(DIES_AT=place)
        assert self.workers[-1].wait(300) == -signal.SIGKILL


@pytest.fixture(scope="module")
def cluster(tmp_path_factory) -> Iterator[Cluster]:
    """A scheduler, to which each test adds the workers that it needs; the last ones may be there still."""
    started = Cluster(tmp_path_factory.mktemp("cluster"))
    yield started
    started.close()
