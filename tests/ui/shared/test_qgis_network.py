"""Products behind addresses are read through the proxy of QGIS's options, and with the certificates that it trusts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy

from ....core.addresses.location import parse
from ....core.addresses.reading import read_bytes
from ....core.hosts.network import network, use_network
from ....tools.hub import Hub, open_hub
from ....ui.shared.qgis_network import follow_qgis, proxy_for

NAME, DATA = "manifest.safe", b"<manifest/>"
NOWHERE = f"http://hub.invalid/{NAME}"
Kind = QNetworkProxy.ProxyType


@pytest.fixture
def hub() -> Iterator[Hub]:
    """A hub that serves one file."""
    with open_hub({NAME: DATA}) as opened:
        yield opened


@pytest.fixture
def set_proxy(qgis_app, monkeypatch) -> Iterator[Callable[..., None]]:
    """Set the proxy of QGIS and the addresses that need none, as its options do."""
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy()
    yield lambda proxy, *excluded: manager.setFallbackProxyAndExcludes(proxy, list(excluded), [])
    manager.setFallbackProxyAndExcludes(before, [], [])
    use_network(None)


def test_a_file_is_read_through_the_proxy_of_qgis_in_any_thread(hub, set_proxy):
    """The hub is the proxy; the options may change while QGIS runs."""
    follow_qgis()
    set_proxy(QNetworkProxy(Kind.HttpProxy, "127.0.0.1", int(hub.address.rpartition(":")[2])), "http://127")
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(read_bytes, parse(NOWHERE), 100).result() == DATA
        assert threads.submit(read_bytes, parse(f"{hub.address}/{NAME}"), 100).result() == DATA
    assert [one.path for one in hub.asked] == [NOWHERE, f"/{NAME}"]


def test_a_proxy_has_its_kind_and_login(set_proxy):
    """They are parts of an address, in which some characters are written in another way."""
    set_proxy(QNetworkProxy(Kind.HttpProxy, "gate", 3128, "me", "a:b@c"))
    assert proxy_for(NOWHERE) == "http://me:a%3Ab%40c@gate:3128"
    set_proxy(QNetworkProxy(Kind.Socks5Proxy, "gate", 1080))
    assert proxy_for(NOWHERE) == "socks5h://gate:1080"
    set_proxy(QNetworkProxy(Kind.NoProxy))
    assert proxy_for(NOWHERE) == ""


def test_without_a_proxy_of_qgis_the_environment_has_its_say(hub, set_proxy, monkeypatch):
    """QGIS leaves it to the system by default; an explicit choice of none is kept."""
    follow_qgis()
    monkeypatch.setenv("HTTP_PROXY", hub.address)
    set_proxy(QNetworkProxy(Kind.DefaultProxy))
    assert read_bytes(parse(NOWHERE), 100) == DATA
    set_proxy(QNetworkProxy(Kind.NoProxy))
    assert read_bytes(parse(f"{hub.address}/{NAME}"), 100) == DATA
    assert [one.path for one in hub.asked] == [NOWHERE, f"/{NAME}"]


def test_the_certificates_of_qgis_are_trusted(set_proxy):
    """QGIS knows those of the system, and those that the user has added."""
    follow_qgis()
    found = network()
    assert found
    assert found.certificates().startswith("-----BEGIN CERTIFICATE-----")
