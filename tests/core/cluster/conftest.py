"""Clusters of real processes: a scheduler and workers on this computer, each of which can be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
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

    def have(self, client: Any, count: int) -> None:
        """Start workers until there are so many, and wait for them."""
        self.workers = [process for process in self.workers if process.poll() is None]
        self.add(count - len(self.workers))
        client.wait_for_workers(count, timeout=60)

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

    def busy(self, client: Any) -> subprocess.Popen[bytes] | None:
        """Return the process of a worker that has a scene; None if there is none."""
        working = [address for address, keys in client.processing().items() if keys]
        numbers = client.run(os.getpid, workers=working[:1]) if working else {}
        return next((process for process in self.workers if process.pid in numbers.values()), None)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory) -> Iterator[Cluster]:
    """A scheduler, to which each test adds the workers that it needs; the last ones may be there still."""
    started = Cluster(tmp_path_factory.mktemp("cluster"))
    yield started
    started.close()
