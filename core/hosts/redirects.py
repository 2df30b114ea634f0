"""Follow redirects to the reply that has the file."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from ..language import translated
from . import transport
from .attempts import AGAIN, asked_to_wait, remember
from .failures import CircularRedirectError, LostError, ProxyLoginError, UnsafeRedirectError, without_secrets
from .transport import Reply, Request, Transport

_MAX_REDIRECTS = 10
_PROXY_LOGIN = 407
_REDIRECTS = {301, 302, 303, 307, 308}


@contextmanager
def followed(
    way: Transport, request: Request, seen: Callable[[Reply, str], object] = lambda _reply, _address: None
) -> Iterator[tuple[Reply, str]]:
    """Send a request and follow its redirects; credentials go to its own host alone.

    Args:
        way: The way to the host.
        request: The request.
        seen: Called with each reply and its address, redirects included; may raise.

    Yields:
        The reply that is no redirect, and its address.

    Raises:
        HostError: the host fails, see `Transport.open`, wants to be asked again, or its redirects lead nowhere.
        CancelledError: the request was cancelled.
    """
    first = request.address
    for _redirect in range(_MAX_REDIRECTS):
        with way.open(request) as reply:
            remember(request.address)
            if reply.status in AGAIN:
                wait = asked_to_wait(reply.headers)
                raise LostError(request.address, f"HTTP {reply.status}", status=reply.status, wait=wait)
            if reply.status == _PROXY_LOGIN:
                raise ProxyLoginError(request.address)
            seen(reply, request.address)
            if reply.status not in _REDIRECTS or "location" not in reply.headers:
                yield replace(reply, chunks=_steady(reply.chunks, request.address)), request.address
                return
            target = _target(reply, request.address)
        if urlsplit(target)[:2] != urlsplit(request.address)[:2]:
            request = replace(request, private={}, credentials=False)
        request = replace(request, address=target)
    raise CircularRedirectError(first, translated("it redirects in a circle"))


def _target(reply: Reply, address: str) -> str:
    """Return the address of a redirect.

    Raises:
        UnsafeRedirectError: it is of another kind than https, or http from http.
    """
    location = reply.headers["location"]
    try:
        target = urljoin(address, location)
        parts = urlsplit(target)
    except ValueError as error:
        raise UnsafeRedirectError(address, without_secrets(location)) from error
    if parts.scheme not in {"https", urlsplit(address).scheme} or not parts.hostname:
        raise UnsafeRedirectError(address, without_secrets(target))
    return target


def _steady(chunks: Iterator[bytes], address: str) -> Iterator[bytes]:
    """Yield the body as it arrives.

    Raises:
        LostError: it trickles.
    """
    began, arrived = time.monotonic(), 0
    for chunk in chunks:
        yield chunk
        arrived += len(chunk)
        if time.monotonic() - began > transport.READ_SECONDS + arrived / transport.SLOWEST:
            raise LostError(address, translated("the host sends too slowly"))
