"""Requests by the package `requests`, each in a thread of its own, so that nobody waits for a silent host."""

from __future__ import annotations

import queue
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.cookiejar import DefaultCookiePolicy
from typing import Any

from ..errors import CancelledError, InstallationError
from ..language import translated
from ..version import plugin_version
from . import transport
from .failures import DistrustedError, HostError, LostError, ProxyLoginError, cancelled_error, reason_of, silent
from .network import network
from .transport import POLL_SECONDS, Reply, Request

_CHUNK_BYTES = 1 << 16
_CHUNKS_AHEAD = 16
_CONNECTIONS = 32
"""Connections that stay open for later requests."""


class RequestsTransport:
    """Sends requests by the package `requests`; connections stay open for the next requests of any thread."""

    def __init__(self) -> None:
        """Import the package.

        Raises:
            InstallationError: it is not installed.
        """
        self._session = _session()

    @contextmanager
    def open(self, request: Request) -> Iterator[Reply]:
        """Send a request and wait for the head of the reply; redirects are not followed."""
        given_up = threading.Event()
        items: queue.Queue[Any] = queue.Queue(_CHUNKS_AHEAD)
        threading.Thread(target=self._receive, args=(request, items, given_up), daemon=True).start()
        try:
            status, headers = _next(items, request)
            yield Reply(status, headers, iter(lambda: _next(items, request), b""))
        finally:
            given_up.set()

    def _receive(self, request: Request, items: queue.Queue[Any], given_up: threading.Event) -> None:
        """Put the head of the reply, its chunks and an empty chunk, or the error, until given up."""

        def put(item: Any) -> None:
            while not given_up.is_set():
                with suppress(queue.Full):
                    items.put(item, timeout=POLL_SECONDS)
                    return

        try:
            with closing(self._sent(request)) as response:
                put((response.status_code, {name.lower(): value for name, value in response.headers.items()}))
                body = response.raw._fp  # noqa: SLF001 - `stream` waits for whole chunks; urllib3 has no `read1` before 2.2
                while not given_up.is_set():
                    chunk = body.read1(_CHUNK_BYTES)
                    if body.isclosed() or body.length == 0:
                        body.close()
                        response.raw.release_conn()  # before whoever has the last bytes sends the next request
                    put(chunk)
                    if not chunk:
                        return
        except Exception as error:  # noqa: BLE001 - handed to the thread that waits
            put(_described(error, request))

    def _sent(self, request: Request) -> Any:
        """Send a request; return the response of `requests`, whose body is not read."""
        host, headers = network(), {**request.headers, **request.private}
        if request.sent is not None:
            headers["Content-Type"] = "application/json"
        proxy = host.proxy(request.address) if host else None
        return self._session.request(
            "GET" if request.sent is None else "POST",
            request.address,
            data=request.sent,
            headers=headers,
            auth=_as_it_is if request.private else None,  # else a login of the file .netrc would replace the user's
            stream=True,
            allow_redirects=False,
            timeout=(transport.CONNECT_SECONDS, transport.READ_SECONDS),
            proxies=None if proxy is None else {"http": proxy, "https": proxy},
        )


def _as_it_is(request: Any) -> Any:
    """Return a request that has its login already."""
    return request


class _Shared:
    """The session of all threads, and the network that it was made for."""

    lock = threading.Lock()
    session: Any = None
    host: Any = None


def _session() -> Any:
    """Return the session of this process, which keeps no cookies.

    Raises:
        InstallationError: the package `requests` is missing.
    """
    try:
        import requests
    except ImportError as error:
        raise InstallationError(
            "Addresses and downloads need the Python package {package}: python3 -m pip install {package}",
            package="requests",
        ) from error
    with _Shared.lock:
        session = _Shared.session
        if session is None or _Shared.host is not network():
            made = requests.Session()
            made.headers = {"Accept-Encoding": "identity", "User-Agent": f"CloudS2Mask/{plugin_version()}"}
            made.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
            made.mount("http://", requests.adapters.HTTPAdapter(_CONNECTIONS, _CONNECTIONS))
            made.mount("https://", _trusting_adapter())
            session, _Shared.session, _Shared.host = made, made, network()
        return session  # another thread may drop the shared one


def _trusting_adapter() -> Any:
    """Return an adapter of `requests` that trusts what the program trusts as well."""
    from requests.adapters import HTTPAdapter
    from urllib3.util.ssl_ import create_urllib3_context

    host, options = network(), {}
    certificates = host.certificates() if host else ""
    if certificates:
        options["ssl_context"] = create_urllib3_context()
        with suppress(ssl.SSLError):  # a certificate that is none; those of the environment stay
            options["ssl_context"].load_verify_locations(cadata=certificates)

    class Adapter(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **kwargs: Any) -> Any:
            return super().init_poolmanager(*args, **kwargs, **options)

        def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
            return super().proxy_manager_for(*args, **kwargs, **options)

    return Adapter(_CONNECTIONS, _CONNECTIONS)


def _next(items: queue.Queue[Any], request: Request) -> Any:
    """Wait for the next item of a receiving thread.

    Raises:
        HostError: the host has failed.
        CancelledError: the request was cancelled.
    """
    # The time-outs of the connection come first, unless the host trickles a head, which has no end of its own.
    longest = 2 * (transport.CONNECT_SECONDS + transport.READ_SECONDS)
    end = time.monotonic() + longest
    while True:
        if request.cancelled():
            raise cancelled_error()
        try:
            item = items.get(timeout=POLL_SECONDS)
        except queue.Empty:
            if time.monotonic() > end:
                raise silent(request.address, longest) from None
            continue
        if isinstance(item, (HostError, CancelledError)):
            raise item
        return item


def _described(error: Exception, request: Request) -> HostError:
    """Describe an error of `requests` or of the library beneath it."""
    from requests.exceptions import ConnectTimeout, InvalidSchema, ProxyError, ReadTimeout, SSLError
    from urllib3.exceptions import ReadTimeoutError

    if isinstance(error, SSLError):
        _Shared.session = None  # the user may add the certificate to those that the program trusts
        return DistrustedError(request.address, reason_of(error))
    if isinstance(error, ProxyError) and "Tunnel connection failed: 407" in str(error):
        return ProxyLoginError(request.address)
    if isinstance(error, InvalidSchema) and "SOCKS" in str(error):
        return HostError(request.address, translated("the SOCKS proxy needs the Python package PySocks"))
    if isinstance(error, ConnectTimeout):
        return silent(request.address, transport.CONNECT_SECONDS)
    if isinstance(error, (ReadTimeout, ReadTimeoutError, TimeoutError)):
        return silent(request.address, transport.READ_SECONDS)
    return LostError(request.address, reason_of(error))
