"""Fixtures of the tests of downloads: a hub on this computer and the two ways to it."""

from __future__ import annotations

import hashlib
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from ....core.fetching.download import Wanted, download
from ....core.hosts import transport as transport_module
from ....core.hosts.by_requests import RequestsTransport
from ....core.hosts.transport import Transport, never
from ....tools.hub import Hub, open_hub

NAME = "weights.safetensors"
DATA = bytes(range(256)) * 1200
SHA256 = hashlib.sha256(DATA).hexdigest()
HUGGING_FACE = f"/author/model/resolve/revision/{NAME}"
PLAIN = f"/weights/2022-09-13/{NAME}"
"""The path on a host that does not redirect and states no hash."""
SECONDS = 0.7
"""Longest wait for bytes in these tests."""


@pytest.fixture
def hub() -> Iterator[Hub]:
    """A hub that serves one file."""
    with open_hub({NAME: DATA}) as opened:
        yield opened


def make_transport(name: str) -> Transport:
    """Make one of the two transports."""
    if name == "requests":
        return RequestsTransport()
    from ....ui.shared.qgis_transport import QgisTransport

    return QgisTransport()


@pytest.fixture(params=["requests", "qgis"])
def transport(request, monkeypatch) -> Transport:
    """Each way to a host."""
    monkeypatch.setattr(transport_module, "READ_SECONDS", SECONDS)
    if request.param == "qgis":
        request.getfixturevalue("qgis_app")
    return make_transport(request.param)


class Download:
    """The downloads of a test: their folder, their progress, and what is left."""

    def __init__(self, hub: Hub, transport: Transport, folder: Path) -> None:
        self.hub, self.transport, self.folder = hub, transport, folder
        self.target = folder / "downloads" / NAME
        self.progress: list[tuple[int, int | None]] = []

    def __call__(
        self,
        *,
        path: str = HUGGING_FACE,
        host: str = "",
        size: int | None = len(DATA),
        sha256: str = SHA256,
        cancelled: Callable[[], bool] = never,
    ) -> str:
        """Download the file, without pauses between attempts."""
        wanted = Wanted(NAME, (host or self.hub.address) + path, size, sha256)
        return download(
            wanted,
            self.target,
            self.transport,
            progress=lambda done, whole: self.progress.append((done, whole)),
            cancelled=cancelled,
            pauses=(0, 0, 0),
        )

    @property
    def part(self) -> Path:
        """The unfinished file."""
        return self.target.with_name(f"{NAME}.part")

    def left(self) -> list[str]:
        """Names of the files in the folder."""
        return sorted(path.name for path in self.target.parent.iterdir())


@pytest.fixture
def download_it(hub, transport, tmp_path) -> Download:
    """The function that downloads the hub's file."""
    return Download(hub, transport, tmp_path)


@pytest.fixture
def short_files() -> Callable[[int], Any]:
    """Return a context in which no file of this process can grow beyond a number of bytes."""
    resource = pytest.importorskip("resource", reason="Only POSIX systems limit the size of files.")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    @contextmanager
    def limited(size: int) -> Iterator[None]:
        handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
            signal.signal(signal.SIGXFSZ, handler)

    return limited
