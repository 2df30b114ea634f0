"""Read files behind addresses, whole or in parts, with time-outs and further attempts after growing pauses."""

from __future__ import annotations

import re
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any, TypeVar
from urllib.parse import urljoin, urlsplit

from ..archives import unreadable
from ..errors import (
    AddressError,
    AddressForbiddenError,
    AddressMissingError,
    CancelledError,
    InstallationError,
    ProductError,
)
from ..language import translated
from ..version import plugin_version
from .location import Address, Location
from .web import request_of

CONNECT_SECONDS = 10.0
"""Longest wait for a connection."""
READ_SECONDS = 30.0
"""Longest wait for the next bytes."""
SLOWEST = 10_000
"""Bytes per second below which a connection counts as lost."""
PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds before each further attempt."""
_PROGRESS_BYTES = 1 << 16
"""An attempt that brings this many bytes is followed by as many others as the first one."""
_POLL_SECONDS = 0.1
_LONGEST_WAIT = 60.0
"""Seconds for which a host may ask to wait before the next attempt."""
_AGAIN = {408, 425, 429, 500, 502, 503, 504}
"""Statuses after which another attempt may succeed."""
_MISSING = {404, 410}
_FORBIDDEN = 403
_BEYOND = 416
"""The file ends before the part: it is empty, or has become shorter."""
_REDIRECTS = {301, 302, 303, 307, 308}
_MAX_REDIRECTS = 10
_CHUNK_BYTES = 1 << 16
_CONTENT_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")

Result = TypeVar("Result")


def never() -> bool:
    """Return False: nobody cancels."""
    return False


class _LostError(Exception):
    """A connection broke, or a host wants to be asked again; the text is the reason."""

    def __init__(self, reason: str, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.wait = wait
        """Seconds to wait at least."""


@dataclass(frozen=True)
class Version:
    """The version of a file at its host."""

    size: int
    """In bytes."""
    validator: str
    """ETag, else the time of the last change; empty if the host names neither."""


def read_bytes(location: Location, limit: int, cancelled: Callable[[], bool] = never) -> bytes:
    """Read a small file whole.

    Args:
        location: The file.
        limit: Bytes that it may have.
        cancelled: See `read_part`.

    Raises:
        AddressMissingError: there is no such file behind the address.
        AddressError: it cannot be read from its host.
        ProductError: it cannot be read from the disk, or has more bytes.
        CancelledError: it was cancelled.
    """
    if isinstance(location, Address):
        data = _retried(location, lambda: _whole(location, limit, cancelled=cancelled), cancelled=cancelled)
    else:
        try:
            with location.open("rb") as file:
                data = file.read(limit + 1)
        except OSError as error:
            raise unreadable(location, error) from error
    _check_length(data, location, limit)
    return data


def _check_length(data: bytes, location: Location, limit: int) -> None:
    if len(data) > limit:
        raise too_large(location, limit)


def too_large(location: Location, limit: int) -> ProductError:
    """Make the error for a file with more bytes than it may have."""
    return ProductError(
        "{path} was not read: it has more than {megabytes:.3g} MB. Check that it is the right file.",
        path=location,
        megabytes=limit / 1e6,
    )


def exchange(address: Address, sent: bytes | None, limit: int) -> bytes:
    """Send JSON to a service and read its reply; without JSON, ask only.

    Args:
        address: The service.
        sent: The JSON; None: a plain request.
        limit: Bytes that the reply may have.

    Raises:
        AddressMissingError: there is no such service.
        AddressError: it cannot be reached, or refuses the request; value `status`.
        ProductError: the reply has more bytes.
    """
    data = _retried(address, lambda: _whole(address, limit, sent))
    _check_length(data, address, limit)
    return data


def read_part(
    address: Address,
    start: int,
    stop: int,
    version: Version | None = None,
    cancelled: Callable[[], bool] = never,
) -> tuple[bytes, Version]:
    """Read a part of a file; bytes that have arrived before a connection breaks are not asked for again.

    Args:
        address: The file.
        start: First byte.
        stop: Byte after the last; the part ends with the file at the latest.
        version: The version of earlier parts; None for the first one.
        cancelled: Asked as bytes arrive, and several times a second in pauses.

    Raises:
        AddressMissingError: there is no such file.
        AddressError: it cannot be read, or has changed since the earlier parts.
        CancelledError: it was cancelled.
    """
    data, found = bytearray(), version

    def attempt() -> None:
        nonlocal found
        first = start + len(data)
        with closing(_opened(address, {"Range": f"bytes={first}-{stop - 1}"})) as response:
            found = _version(response, address, (first, stop), found)
            expected = min(stop, found.size) - start
            for chunk in _chunks(response, expected - len(data), cancelled):
                data.extend(chunk)
            if len(data) < expected:
                raise _LostError(translated("{done} of {size} bytes have arrived", done=len(data), size=expected))

    _retried(address, attempt, lambda: len(data), cancelled)
    return bytes(data), found  # type: ignore[return-value]


def _retried(
    address: Address,
    attempt: Callable[[], Result],
    arrived: Callable[[], int] = int,
    cancelled: Callable[[], bool] = never,
) -> Result:
    """Return the result of the first attempt that succeeds.

    Args:
        address: The file.
        attempt: Asks for it.
        arrived: Returns the bytes that have arrived.
        cancelled: Asked several times a second in pauses.

    Raises:
        AddressError: none does.
        CancelledError: it was cancelled.
    """
    failures = 0
    while True:
        before = arrived()
        try:
            return attempt()
        except _LostError as error:
            failures = 0 if arrived() - before >= _PROGRESS_BYTES else failures
            if failures >= len(PAUSES):
                raise AddressError(
                    "{address} cannot be read ({reason}). Check the connection and the proxy, and try again.",
                    address=address,
                    reason=error,
                ) from error
            _pause(max(PAUSES[failures], min(error.wait, _LONGEST_WAIT)), cancelled)
            failures += 1


def _pause(seconds: float, cancelled: Callable[[], bool]) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        _check_cancelled(cancelled)
        time.sleep(min(_POLL_SECONDS, left))


def _check_cancelled(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise CancelledError("The run was cancelled.")


def _whole(address: Address, limit: int, sent: bytes | None = None, cancelled: Callable[[], bool] = never) -> bytes:
    """Read a file, up to one byte more than the limit, and unpack it if its host keeps it compressed."""
    data = bytearray()
    with closing(_opened(address, {}, sent)) as response:
        for chunk in _chunks(response, limit + 1, cancelled):
            data.extend(chunk)
        length = response.headers.get("content-length", "")
        if length.isdigit() and len(data) < min(int(length), limit + 1):
            raise _LostError(translated("{done} of {size} bytes have arrived", done=len(data), size=int(length)))
    return _unpacked(data, limit) if _is_compressed(response) else bytes(data)


def _unpacked(data: bytearray, limit: int) -> bytes:
    """Unpack a body, up to one byte more than the limit."""
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, limit + 1)
    except zlib.error as error:
        raise _LostError(str(error)) from error


def _opened(address: Address, headers: Mapping[str, str], sent: bytes | None = None) -> Any:
    """Send a request and follow its redirects; return the response with the bytes.

    Raises:
        _LostError: another attempt may succeed.
        AddressError: the host does not give the file.
    """
    url, own = request_of(address)
    for _redirect in range(_MAX_REDIRECTS):
        response = _asked(url, address, {**headers, **own}, sent)
        if response.status_code not in _REDIRECTS or "location" not in response.headers:
            break
        response.close()
        target = urljoin(url, response.headers["location"])
        if urlsplit(target).scheme not in {"https", urlsplit(url).scheme}:
            raise AddressError(
                "{address} was not read: its host redirects to an address that is not safe. The login page of a "
                "network may be the cause: log in with a browser.",
                address=address,
            )
        if urlsplit(target)[:2] != urlsplit(url)[:2]:
            own = {}  # credentials are not for another host
        url = target
    _check_status(response, address)
    return response


def _asked(url: str, address: Address, headers: Mapping[str, str], sent: bytes | None) -> Any:
    """Send one request, with JSON if there is some."""
    import urllib3
    from requests.exceptions import RequestException, SSLError

    try:
        return _session().request(
            "GET" if sent is None else "POST",
            url,
            data=sent,
            headers={**headers, **({} if sent is None else {"Content-Type": "application/json"})},
            stream=True,
            allow_redirects=False,
            timeout=(CONNECT_SECONDS, READ_SECONDS),
        )
    except SSLError as error:
        raise AddressError(
            "{address} was not read: the certificate of its host is not accepted. If your organisation inspects "
            "connections, set the variable REQUESTS_CA_BUNDLE to its certificate.",
            address=address,
        ) from error
    except (RequestException, urllib3.exceptions.HTTPError, ValueError) as error:
        raise _LostError(_reason(error)) from error


class _OfThread(threading.local):
    """The connections of one thread, which stay open for its next requests."""

    session: Any = None


_of_thread = _OfThread()


def _session() -> Any:
    """Return the session of this thread.

    Raises:
        InstallationError: the package `requests` is missing.
    """
    if _of_thread.session is None:
        try:
            import requests
        except ImportError as error:
            raise InstallationError(
                "Addresses need the Python package {package}: python3 -m pip install {package}", package="requests"
            ) from error
        _of_thread.session = requests.Session()
        _of_thread.session.headers = {"Accept-Encoding": "identity", "User-Agent": f"CloudS2Mask/{plugin_version()}"}
    return _of_thread.session


def _check_status(response: Any, address: Address) -> None:
    """Raise unless the response has the bytes that were asked for."""
    status = response.status_code
    if status in {200, 206, _BEYOND}:
        return
    response.close()
    if status in _AGAIN:
        wait = response.headers.get("retry-after", "")
        raise _LostError(f"HTTP {status}", float(wait) if wait.isdigit() else 0.0)
    if status in _MISSING:
        raise AddressMissingError(
            "{address} does not exist (HTTP {status}). Check the address.", address=address, status=status
        )
    region = response.headers.get("x-amz-bucket-region", "")
    if region and status in {301, 400}:
        raise AddressError(
            "{address} lies in another region: set the variable AWS_REGION to {region}.",
            address=address,
            status=status,
            region=region,
        )
    raise (AddressForbiddenError if status == _FORBIDDEN else AddressError)(
        "{address} was refused by its host (HTTP {status}). Check the address, and set the authentication that its "
        "host wants.",
        address=address,
        status=status,
    )


def _version(response: Any, address: Address, span: tuple[int, int], earlier: Version | None) -> Version:
    """Return the version of the file of which a response has a part.

    Args:
        response: The response.
        address: The file.
        span: First byte that was asked for, and byte after the last.
        earlier: The version of earlier parts; None for the first one.

    Raises:
        AddressError: the host sends other bytes, or the version is not that of the earlier parts.
    """
    first, stop = span
    asked = _CONTENT_RANGE.fullmatch(response.headers.get("content-range", ""))
    if response.status_code == _BEYOND and first == 0 and earlier is None:
        return Version(0, "")
    if response.status_code == _BEYOND:
        raise _changed(address)
    fits = response.status_code == 206 and asked and int(asked[1]) == first and int(asked[2]) < stop
    if not asked or not fits or _is_compressed(response):
        raise AddressError(
            "{address} cannot be read in place: its host does not send parts of files. Download the product.",
            address=address,
        )
    validator = response.headers.get("etag") or response.headers.get("last-modified", "")
    found = Version(int(asked[3]), validator)
    if earlier not in (None, found):
        raise _changed(address)
    return found


def _changed(address: Address) -> AddressError:
    return AddressError(
        "{address} changed while it was read. Mask the product again when nothing writes to it.", address=address
    )


def _is_compressed(response: Any) -> bool:
    """Check if the body is compressed, as some objects are stored, although nobody asked for that."""
    return response.headers.get("content-encoding", "").strip().lower() in {"gzip", "x-gzip"}


def _chunks(response: Any, count: int, cancelled: Callable[[], bool] = never) -> Iterator[bytes]:
    """Yield the body as it arrives, up to a number of bytes; a connection that has more is not used again.

    Raises:
        _LostError: the connection broke, or is too slow for this number of bytes.
        CancelledError: it was cancelled.
    """
    body = response.raw._fp  # noqa: SLF001 - `stream` waits for whole chunks; urllib3 has no `read1` before 2.2
    end = time.monotonic() + READ_SECONDS + count / SLOWEST
    try:
        while count > 0 and (chunk := body.read1(min(count, _CHUNK_BYTES))):
            count -= len(chunk)
            yield chunk
            _check_cancelled(cancelled)
            if count and time.monotonic() > end:
                raise _LostError(translated("the host sends too slowly"))
    except (HTTPException, OSError) as error:
        raise _LostError(_reason(error)) from error
    if body.isclosed() or body.length == 0:
        body.close()
        response.raw.release_conn()


def _reason(error: BaseException) -> str:
    """Find the system's own words in an error that wraps others; addresses in the words of the others have secrets."""
    seen: list[BaseException] = []
    while error not in seen:
        seen.append(error)
        inner = [getattr(error, "reason", None), *error.args, error.__cause__, error.__context__]
        error = next((one for one in inner if isinstance(one, BaseException) and one not in seen), error)
    texts = [getattr(one, "strerror", None) for one in reversed(seen)]
    return next((text for text in texts if text), type(seen[-1]).__name__)
