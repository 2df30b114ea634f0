"""Downloads in QGIS: through its network, with the user's proxy, certificates and settings."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QEventLoop, QThread, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ...core.fetching.refusals import unusable_authentication
from ...core.hosts import transport
from ...core.hosts.failures import DistrustedError, HostError, LostError, cancelled_error, silent
from ...core.hosts.transport import POLL_SECONDS, Reply, Request
from .host import SETTINGS_GROUP

_CHUNK_BYTES = 1 << 17
_AHEAD_BYTES = 1 << 20
"""Bytes that Qt receives before they are read."""
_Attribute = QNetworkRequest.Attribute


class DownloadSettings(NamedTuple):
    """The user's settings for downloads of models."""

    mirror: str = ""
    """Address that replaces scheme and host of the published one; empty: none."""
    folder: Path | None = None
    """Folder with files of weights that are taken instead of a download."""
    authcfg: str = ""
    """Id of an authentication of QGIS for the host; empty: none."""

    @classmethod
    def read(cls) -> DownloadSettings:
        """Read them from the settings of QGIS."""
        mirror, folder, authcfg = (
            QgsSettings().value(f"{SETTINGS_GROUP}/{name}", "", type=str).strip()
            for name in ("mirror", "weights_folder", "authcfg")
        )
        return cls(mirror, Path(folder) if folder else None, authcfg)

    def store(self) -> None:
        """Write them to the settings of QGIS."""
        values = {"mirror": self.mirror, "weights_folder": str(self.folder or ""), "authcfg": self.authcfg}
        for name, value in values.items():
            QgsSettings().setValue(f"{SETTINGS_GROUP}/{name}", value)


class QgisTransport:
    """Sends requests by the network of QGIS, in any thread: it waits in an event loop of its own."""

    def __init__(self, authcfg: str = "") -> None:
        """Remember the id of an authentication of QGIS, for the host that is asked first; empty: none."""
        self._authcfg = authcfg

    @contextmanager
    def open(self, request: Request) -> Iterator[Reply]:
        """Send a request and wait for the head of the reply; redirects are not followed."""
        authcfg = self._authcfg if request.credentials else ""
        reply = _asked(_network_request(request, authcfg), request.sent)
        try:
            if authcfg:
                QgsApplication.authManager().updateNetworkReply(reply, authcfg)
            reply.setReadBufferSize(_AHEAD_BYTES)
            _replace_timeout(reply)
            wait = _waiting(reply, request)
            wait(lambda: _status(reply) is not None)
            status = _status(reply)
            if status is None:
                raise _failure(reply, request)
            yield Reply(status, _headers(reply), _chunks(reply, request, wait))
        finally:
            if not reply.isFinished():
                reply.abort()
            # Of an object of another thread PyQt hears late that it has gone, and takes the next object at its address
            # for it. There, the reply goes with the thread, to which QGIS's network manager belongs.
            if QThread.currentThread() is QgsApplication.instance().thread():
                reply.deleteLater()


def _asked(request: QNetworkRequest, sent: bytes | None) -> QNetworkReply:
    """Send a request, with JSON if there is some."""
    manager = QgsNetworkAccessManager.instance()
    if sent is None:
        return manager.get(request)
    request.setHeader(QNetworkRequest.KnownHeaders.ContentTypeHeader, "application/json")
    return manager.post(request, sent)


def _replace_timeout(reply: QNetworkReply) -> None:
    """Prolong the wait of QGIS's settings, which may be shorter than ours."""
    timer = reply.findChild(QTimer, "timeoutTimer")
    if timer is not None:
        timer.setInterval(round(2000 * transport.READ_SECONDS))


def _waiting(reply: QNetworkReply, request: Request) -> Callable[[Callable[[], bool]], None]:
    """Return a function that waits until a condition is met or the reply is finished.

    It raises CancelledError, and LostError if nothing is received for too long.
    """
    loop, poll = QEventLoop(), QTimer()
    poll.setInterval(round(1000 * POLL_SECONDS))
    for signal in (reply.metaDataChanged, reply.readyRead, reply.finished, poll.timeout):
        signal.connect(loop.quit)

    def wait(is_met: Callable[[], bool]) -> None:
        end = time.monotonic() + transport.READ_SECONDS
        poll.start()
        while not request.cancelled() and not is_met() and not reply.isFinished():
            if time.monotonic() > end:
                raise silent(request.address, transport.READ_SECONDS)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        poll.stop()
        if request.cancelled():
            raise cancelled_error()

    return wait


def _network_request(request: Request, authcfg: str) -> QNetworkRequest:
    """Make the request for Qt.

    Raises:
        DownloadError: the authentication cannot be used.
    """
    made = QNetworkRequest(QUrl(request.address))
    # Written out, Qt does not decode the body.
    for name, value in {"Accept-Encoding": "identity", **request.headers, **request.private}.items():
        made.setRawHeader(name.encode(), value.encode())
    made.setAttribute(_Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy)
    made.setAttribute(_Attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork)
    made.setAttribute(_Attribute.CacheSaveControlAttribute, False)
    if authcfg:
        fits, made = QgsApplication.authManager().updateNetworkRequest(made, authcfg)
        if not fits:
            raise unusable_authentication(authcfg)
    return made


def _chunks(reply: QNetworkReply, request: Request, wait: Callable[[Callable[[], bool]], None]) -> Iterator[bytes]:
    """Yield the body as it arrives.

    Raises:
        LostError: it is not complete.
        CancelledError: the request was cancelled.
    """
    while True:
        wait(lambda: reply.bytesAvailable() > 0)
        chunk = reply.read(_CHUNK_BYTES)  # None at the end
        if chunk:
            yield bytes(chunk)
        elif reply.isFinished():
            break
    if reply.error() != QNetworkReply.NetworkError.NoError and (_status(reply) or 0) < 400:
        raise LostError(request.address, reply.errorString())


def _failure(reply: QNetworkReply, request: Request) -> HostError:
    """Describe the error of a reply without a head."""
    is_distrusted = reply.error() == QNetworkReply.NetworkError.SslHandshakeFailedError
    return (DistrustedError if is_distrusted else LostError)(request.address, reply.errorString())


def _status(reply: QNetworkReply) -> int | None:
    """Return the HTTP status; None before the head has arrived."""
    status = reply.attribute(_Attribute.HttpStatusCodeAttribute)
    return None if status is None else int(status)


def _headers(reply: QNetworkReply) -> dict[str, str]:
    pairs = ((bytes(name).decode("latin-1"), bytes(value).decode("latin-1")) for name, value in reply.rawHeaderPairs())
    return {name.lower(): value for name, value in pairs}
