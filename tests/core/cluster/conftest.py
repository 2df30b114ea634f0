"""Clusters of real processes: a scheduler and workers on this computer, each of which can be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from ..test_main import ENVIRONMENT


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

    def add(self, count: int = 1, host: str = "127.0.0.1", threads: int = 1, **environment: str) -> None:
        """Start workers."""
        options = ["--nthreads", str(threads), "--no-nanny", "--memory-limit", "0", "--local-directory"]
        for _ in range(count):
            words = [self.address, *options, str(self._folder)]
            self.workers.append(self._start("worker", *words, host=host, **environment))

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

        return Client(self.address, timeout=30)


@pytest.fixture
def clusters(tmp_path_factory) -> Iterator[Callable[..., Cluster]]:
    """Start clusters, which end with the test."""
    started: list[Cluster] = []

    def start(**configuration: str) -> Cluster:
        started.append(Cluster(tmp_path_factory.mktemp("cluster"), **configuration))
        return started[-1]

    yield start
    for cluster in started:
        cluster.close()
