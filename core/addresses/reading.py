"""Read files behind addresses, whole or in parts, with time-outs and further attempts after growing pauses."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ..archives import unreadable
from ..errors import (
    HOW_TO_TRUST,
    AddressError,
    AddressForbiddenError,
    AddressMissingError,
    ProductError,
)
from ..hosts.attempts import PAUSES, Result, tried
from ..hosts.by_requests import RequestsTransport
from ..hosts.failures import DistrustedError, HostError, LostError, ProxyLoginError, UnsafeRedirectError
from ..hosts.redirects import followed
from ..hosts.transport import Reply, Request, never, number_of
from ..language import translated
from .location import Address, Location
from .web import request_of

_MISSING = {404, 410}
_FORBIDDEN = 403
_BEYOND = 416
"""The file ends before the part: it is empty, or has become shorter."""
_CONTENT_RANGE = re.compile(r"bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})")


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
        data = _tried(location, lambda: _whole(location, limit, cancelled), cancelled=cancelled)
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


def forbidden(address: Address) -> AddressForbiddenError:
    """Make the error for a file that may not be read, or a folder none of whose files may be."""
    return AddressForbiddenError(
        "{address} may not be read, or is not there: its host answers HTTP {status} to both. Check the address, and "
        "set the authentication that its host wants.",
        address=address,
        status=_FORBIDDEN,
    )


def exchange(address: Address, sent: bytes | None, limit: int, cancelled: Callable[[], bool] = never) -> bytes:
    """Send JSON to a service and read its reply; without JSON, ask only.

    Args:
        address: The service.
        sent: The JSON; None: a plain request.
        limit: Bytes that the reply may have.
        cancelled: See `read_part`.

    Raises:
        AddressMissingError: there is no such service.
        AddressError: it cannot be reached, or refuses the request; value `status`.
        ProductError: the reply has more bytes.
        CancelledError: it was cancelled.
    """
    data = _tried(address, lambda: _whole(address, limit, cancelled, sent), cancelled=cancelled)
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
        cancelled: Asked several times a second; reading then ends at once, also if the host is silent.

    Raises:
        AddressMissingError: there is no such file.
        AddressError: it cannot be read, or has changed since the earlier parts.
        CancelledError: it was cancelled.
    """
    data, found = bytearray(), version

    def attempt() -> None:
        nonlocal found
        first = start + len(data)
        with _opened(address, cancelled, {"Range": f"bytes={first}-{stop - 1}"}) as reply:
            found = _version(reply, address, (first, stop), found)
            size = min(stop, found.size) - start
            _take(reply, data, size)
            if len(data) < size:
                raise _cut_short(address, len(data), size)

    _tried(address, attempt, arrived=lambda: len(data), cancelled=cancelled)
    return bytes(data), found  # type: ignore[return-value]


def _tried(
    address: Address,
    attempt: Callable[[], Result],
    *,
    arrived: Callable[[], int] = int,
    cancelled: Callable[[], bool] = never,
) -> Result:
    """Return the result of the first attempt that succeeds, see `tried`.

    Raises:
        AddressError: none does, or the host fails for good.
        CancelledError: it was cancelled.
    """
    try:
        return tried(request_of(address)[0], attempt, arrived=arrived, cancelled=cancelled, pauses=PAUSES)
    except HostError as error:
        raise _refused(address, error) from error


def _refused(address: Address, error: HostError) -> AddressError:
    """Make a sentence of the failure of a host."""
    if isinstance(error, DistrustedError):
        return AddressError(
            "{address} was not read: the certificate of its host is not accepted ({reason}). {remedy}",
            address=address,
            reason=error.reason,
            remedy=translated(HOW_TO_TRUST),
        )
    if isinstance(error, ProxyLoginError):
        return AddressError(
            "{address} was not read: the proxy asks for a login. Enter user and password in the settings of the "
            "network.",
            address=address,
        )
    if isinstance(error, UnsafeRedirectError):
        return AddressError(
            "{address} was not read: its host redirects to an address that is not safe. The login page of a network "
            "may be the cause: log in with a browser.",
            address=address,
        )
    return AddressError(
        "{address} cannot be read ({reason}). Check the connection and the proxy, and try again.",
        address=address,
        reason=error.reason,
    )


@contextmanager
def _opened(
    address: Address, cancelled: Callable[[], bool], headers: dict[str, str], sent: bytes | None = None
) -> Iterator[Reply]:
    """Send a request; yield the reply with the bytes.

    Raises:
        HostError, CancelledError: see `followed`.
        AddressError: the host does not give the file.
    """
    url, private = request_of(address)
    with followed(RequestsTransport(), Request(url, headers, cancelled, sent, private)) as (reply, _address):
        _check_status(reply, address)
        yield reply


def _whole(address: Address, limit: int, cancelled: Callable[[], bool], sent: bytes | None = None) -> bytes:
    """Read a file, up to one byte more than the limit, and unpack it if its host keeps it compressed."""
    data = bytearray()
    with _opened(address, cancelled, {}, sent) as reply:
        _take(reply, data, limit + 1)
        length = number_of(reply.headers.get("content-length", "")) or 0
    if len(data) < min(length, limit + 1):
        raise _cut_short(address, len(data), length)
    return _unpacked(address, data, limit) if _is_compressed(reply) else bytes(data)


def _take(reply: Reply, data: bytearray, size: int) -> None:
    """Add a body to bytes until these are as many as wanted; a connection that has more is not used again."""
    while len(data) < size and (chunk := next(reply.chunks, b"")):
        data.extend(chunk[: size - len(data)])


def _cut_short(address: Address, done: int, size: int) -> LostError:
    return LostError(str(address), translated("{done} of {size} bytes have arrived", done=done, size=size))


def _unpacked(address: Address, data: bytearray, limit: int) -> bytes:
    """Unpack a body, up to one byte more than the limit."""
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, limit + 1)
    except zlib.error as error:
        raise LostError(str(address), str(error)) from error


def _check_status(reply: Reply, address: Address) -> None:
    """Raise unless a reply has the bytes that were asked for."""
    status = reply.status
    if status in {200, 206, _BEYOND}:
        return
    if status in _MISSING:
        raise AddressMissingError(
            "{address} does not exist (HTTP {status}). Check the address.", address=address, status=status
        )
    region = reply.headers.get("x-amz-bucket-region", "")
    if region and status in {301, 400}:
        raise AddressError(
            "{address} lies in another region: set the variable AWS_REGION to {region}.",
            address=address,
            status=status,
            region=region,
        )
    if status == _FORBIDDEN:
        raise forbidden(address)
    raise AddressError(
        "{address} was refused by its host (HTTP {status}). Check the address, and set the authentication that its "
        "host wants.",
        address=address,
        status=status,
    )


def _version(reply: Reply, address: Address, span: tuple[int, int], earlier: Version | None) -> Version:
    """Return the version of the file of which a reply has a part.

    Args:
        reply: The reply.
        address: The file.
        span: First byte that was asked for, and byte after the last.
        earlier: The version of earlier parts; None for the first one.

    Raises:
        AddressError: the host sends other bytes, or the version is not that of the earlier parts.
    """
    first, stop = span
    asked = _CONTENT_RANGE.fullmatch(reply.headers.get("content-range", ""))
    if reply.status == _BEYOND and first == 0 and earlier is None:
        return Version(0, "")
    if reply.status == _BEYOND:
        raise _changed(address)
    fits = reply.status == 206 and asked and int(asked[1]) == first and int(asked[2]) < stop
    if not asked or not fits or _is_compressed(reply):
        raise AddressError(
            "{address} cannot be read in place: its host does not send parts of files. Download the product.",
            address=address,
        )
    validator = reply.headers.get("etag") or reply.headers.get("last-modified", "")
    found = Version(int(asked[3]), validator)
    if earlier not in (None, found):
        raise _changed(address)
    return found


def _changed(address: Address) -> AddressError:
    return AddressError(
        "{address} changed while it was read. Mask the product again when nothing writes to it.", address=address
    )


def _is_compressed(reply: Reply) -> bool:
    """Check if the body is compressed, as some objects are stored, although nobody asked for that."""
    return reply.headers.get("content-encoding", "").strip().lower() in {"gzip", "x-gzip"}
