"""Fixtures of the tests of requests: a hub on this computer, and the two ways to it."""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ....core.hosts.by_requests import RequestsTransport
from ....core.hosts.network import use_network
from ....core.hosts.transport import Transport
from ....tools.hub import Hub, open_hub

NAME = "file.bin"
DATA = bytes(range(256)) * 1200


@pytest.fixture
def hub() -> Iterator[Hub]:
    """A hub that serves one file."""
    with open_hub({NAME: DATA}) as opened:
        yield opened


@pytest.fixture
def secure_hub(tmp_path) -> Iterator[tuple[Hub, Path]]:
    """A hub over TLS, and its certificate, which nobody knows."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with open_hub({NAME: DATA}) as opened:
        opened._server.socket = context.wrap_socket(opened._server.socket, server_side=True)
        yield opened, certificate


@pytest.fixture(params=["requests", "qgis"])
def way(request) -> Transport:
    """Each way to a host."""
    if request.param == "requests":
        return RequestsTransport()
    request.getfixturevalue("qgis_app")
    from ....ui.shared.qgis_transport import QgisTransport

    return QgisTransport()


@pytest.fixture
def program() -> Iterator[Callable[..., None]]:
    """A program whose network is used until the end of the test."""
    yield use_network
    use_network(None)
