"""Downloads by QGIS's network: in the background, by its proxy and authentication, with waits of our own."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtNetwork import QNetworkProxy

from ....core.errors import CancelledError, DownloadError
from ....core.fetching.download import Wanted, download
from ....core.hosts.transport import Request, never
from ....tools.hub import Hub, open_hub
from ....ui.shared.background import Worker, is_interrupted
from ....ui.shared.host import SETTINGS_GROUP
from ....ui.shared.qgis_transport import DownloadSettings, QgisTransport
from ...refusals import refused

NAME = "weights.pt"
DATA = bytes(range(256)) * 800
SHA256 = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def hub(qgis_app) -> Iterator[Hub]:
    """A hub that serves one file."""
    with open_hub({NAME: DATA}) as opened:
        yield opened


@pytest.fixture
def fetch(hub, tmp_path) -> Callable[..., str]:
    """Download the hub's file without pauses."""

    def run(
        transport: QgisTransport,
        address: str = "",
        cancelled: Callable[[], bool] = never,
        target: Path = tmp_path / NAME,
    ) -> str:
        wanted = Wanted(NAME, address or f"{hub.address}/a/b/resolve/c/{NAME}", len(DATA), SHA256)
        return download(wanted, target, transport, progress=lambda *_given: None, cancelled=cancelled, pauses=(0, 0))

    return run


@pytest.fixture
def worker(qgis_app) -> Iterator[Worker]:
    """A worker, closed at the end."""
    parent = QObject()
    made = Worker(parent)
    yield made
    made.close()


def test_files_are_downloaded_in_the_background(worker, wait, fetch, hub):
    """Windows stay usable; dropped connections are continued as in the main thread."""
    hub.misbehave("cut", 90_000, times=1)
    found: list[str] = []
    worker.call(lambda: fetch(QgisTransport()), found.append)
    wait(lambda: not worker.is_busy())
    assert found == [SHA256]
    assert hub.sent == len(DATA)


def test_closing_a_window_ends_its_download(worker, wait, fetch, hub, tmp_path):
    """Also while the host is silent."""
    hub.misbehave("stall", 5000)
    errors: list[Exception] = []

    def run() -> None:
        try:
            fetch(QgisTransport(), cancelled=is_interrupted)
        except CancelledError as error:
            errors.append(error)

    worker.call(run)
    wait(lambda: (tmp_path / f"{NAME}.part").exists() and (tmp_path / f"{NAME}.part").stat().st_size == 5000)
    began = time.monotonic()
    worker.close()
    assert time.monotonic() < began + 1
    assert [type(error) for error in errors] == [CancelledError]


def test_the_wait_of_qgis_is_replaced(fetch, hub, monkeypatch):
    """QGIS's own setting, which serves maps, would end a slow download after 50 ms."""
    before = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(50)
    hub.misbehave("trickle", len(DATA) // 5)
    try:
        assert fetch(QgisTransport()) == SHA256
    finally:
        QgsNetworkAccessManager.setTimeout(before)
    assert hub.sent == len(DATA)


def test_downloads_go_through_the_proxy_of_qgis(fetch, hub):
    """The hub is the proxy: a name that does not exist is downloaded through it."""
    manager, address = QgsNetworkAccessManager.instance(), f"http://hub.invalid/a/b/resolve/c/{NAME}"
    before = manager.fallbackProxy()
    port = int(hub.address.rpartition(":")[2])
    manager.setFallbackProxyAndExcludes(QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "127.0.0.1", port), [], [])
    try:
        assert fetch(QgisTransport(), address) == SHA256
    finally:
        manager.setFallbackProxyAndExcludes(before, [], [])
    assert hub.asked[0].path == address


@pytest.fixture
def authcfg(qgis_app) -> Iterator[str]:
    """An authentication of QGIS by name and password."""
    manager = QgsApplication.authManager()
    if manager.isDisabled() or not manager.setMasterPassword("master", True):
        pytest.skip(f"QGIS has no store of authentications here: {manager.disabledMessage()}")
    made = QgsAuthMethodConfig("Basic")
    made.setName("mirror")
    made.setConfigMap({"username": "me", "password": "secret"})
    assert manager.storeAuthenticationConfig(made)[0]
    yield made.id()
    manager.removeAuthenticationConfig(made.id())


def test_an_authentication_is_for_its_host_only(fetch, hub, authcfg):
    """The mirror asks for a login; where it redirects to gets none."""
    with open_hub({NAME: DATA}) as other:
        hub.misbehave("elsewhere", address=other.address)
        assert fetch(QgisTransport(authcfg)) == SHA256
        assert [one.headers["authorization"] for one in hub.asked] == ["Basic bWU6c2VjcmV0"]
        assert [one.headers.get("authorization") for one in other.asked] == [None]


def test_requests_in_the_background_follow_each_other(hub, worker, wait):
    """A reply is not mistaken for the one before it: PyQt hears late of the end of objects of another thread."""

    def work() -> int:
        transport = QgisTransport()
        for path in 40 * (f"a/b/resolve/c/{NAME}", NAME):
            with transport.open(Request(f"{hub.address}/{path}")) as reply:
                assert sum(map(len, reply.chunks)) in {0, len(DATA)}
        return len(hub.asked)

    done: list[int] = []
    errors: list[Exception] = []
    worker.call(work, done.append, errors.append)
    wait(lambda: done or errors)
    assert (done, errors) == ([80], [])


def test_an_authentication_that_is_gone_is_told(fetch, hub, authcfg):
    """I removed it from QGIS, but it is still in the settings."""
    with refused(DownloadError, authcfg="gone000"):
        fetch(QgisTransport("gone000"))
    assert hub.asked == []


def test_settings_are_stored(qgis_app, tmp_path):
    """They are empty at first."""
    for name in ("mirror", "weights_folder", "authcfg"):
        QgsSettings().remove(f"{SETTINGS_GROUP}/{name}")
    assert DownloadSettings.read() == DownloadSettings("", None, "")
    settings = DownloadSettings("https://mirror.example", tmp_path, "abc1234")
    settings.store()
    assert DownloadSettings.read() == settings
    DownloadSettings().store()
    assert DownloadSettings.read() == DownloadSettings()
