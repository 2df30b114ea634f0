"""The sentences for a download that fails: the host, the fact and the remedy."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from ..errors import HOW_TO_REACH, CancelledError, ConnectionLostError, DownloadError
from ..language import marked, translated

_LONGEST_WAIT = 60.0
"""Seconds for which a host may ask to wait before the next attempt; if it asks for more, the user is told."""
_AGAIN = {408, 429, 500, 502, 503, 504}
"""Statuses after which another attempt may succeed."""

_LIMIT = marked(
    "{host} limits downloads (HTTP {status}). Try again in {minutes} min, set a mirror, or choose a folder that holds "
    "the file."
)
_FAULT = marked(
    "{host} has a fault of its own (HTTP {status}). Try again later, set a mirror, or choose a folder that holds the "
    "file."
)
_OTHER = marked(
    "{host} answers HTTP {status} in place of {file}. Try again later, set a mirror, or choose a folder that holds the "
    "file."
)
_GONE = marked(
    "{host} does not have {file} (HTTP {status}): it was moved, or the mirror lacks it. Set another mirror, or choose "
    "a folder that holds the file."
)
_OF_STATUS = {
    401: marked(
        "{host} gives {file} only after a login (HTTP {status}). Set an authentication or another mirror, or choose a "
        "folder that holds the file."
    ),
    403: marked(
        "{host} refuses to give {file} (HTTP {status}); your network may block it. Set another mirror, or choose a "
        "folder that holds the file."
    ),
    404: _GONE,
    407: marked(
        "The proxy asks for a login before it reaches {host} (HTTP {status}). Enter user and password in the settings "
        "of the network, or choose a folder that holds the file."
    ),
    410: _GONE,
    429: marked(
        "{host} limits downloads (HTTP {status}). Try again later, set a mirror, or choose a folder that holds the "
        "file."
    ),
}


def host_of(address: str) -> str:
    """Return the host of an address."""
    return urlsplit(address).hostname or address


def _without_secrets(address: str) -> str:
    """Return an address without login, query and fragment, which may hold keys."""
    try:
        parts = urlsplit(address)
    except ValueError:  # a host in brackets that is none
        return address.partition("?")[0].rpartition("@")[2]
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def cancelled_error() -> CancelledError:
    """Make the error of a cancelled download."""
    return CancelledError("The download was cancelled. The next one continues where it stopped.")


def unreachable(address: str, reason: str) -> ConnectionLostError:
    """Make the error for a host to which there is no connection."""
    return ConnectionLostError(
        "{host} cannot be reached ({reason}). {remedy}",
        host=host_of(address),
        reason=reason,
        remedy=translated(HOW_TO_REACH),
    )


def silent(address: str, seconds: float) -> ConnectionLostError:
    """Make the error for a host that sends nothing any more."""
    return ConnectionLostError(
        "{host} has sent nothing for {seconds:g} s. {remedy}",
        host=host_of(address),
        seconds=seconds,
        remedy=translated(HOW_TO_REACH),
    )


def lost(address: str, reason: str) -> ConnectionLostError:
    """Make the error for a connection that broke before the file was complete."""
    return ConnectionLostError(
        "The connection to {host} broke ({reason}). Download again: it continues where it stopped.",
        host=host_of(address),
        reason=reason,
    )


def distrusted(address: str, reason: str) -> DownloadError:
    """Make the error for a host whose certificate is not accepted."""
    return DownloadError(
        "The certificate of {host} is not accepted ({reason}). If your organisation inspects connections, add its "
        "certificate in QGIS (Settings > Options > Authentication), or choose a folder that holds the file.",
        host=host_of(address),
        reason=reason,
    )


def unusable_authentication(authcfg: str) -> DownloadError:
    """Make the error for an authentication that QGIS does not add to a request."""
    return DownloadError(
        "The authentication {authcfg} of the download settings cannot be used. Choose another one, or none.",
        authcfg=authcfg,
    )


def refused_status(status: int, headers: Mapping[str, str], address: str, file: str) -> DownloadError:
    """Make the error for a status that is no success; its value `wait` has the seconds that the host asks to wait."""
    wait = _wait(headers)
    template = _OF_STATUS.get(status, _FAULT if status >= 500 else _OTHER)
    if status == 429 and wait:
        template = _LIMIT
    kind = ConnectionLostError if status in _AGAIN and wait <= _LONGEST_WAIT else DownloadError
    minutes = max(1, math.ceil(wait / 60))
    return kind(template, host=host_of(address), file=file, status=status, wait=wait, minutes=minutes)


def unsafe_redirect(address: str, file: str, target: str) -> DownloadError:
    """Make the error for a redirect that would leave https, or lead to a local file."""
    return DownloadError(
        "{host} redirects {file} to {address}, which is not safe. The login page of a network may be the cause: log in "
        "with a browser, or choose a folder that holds the file.",
        host=host_of(address),
        file=file,
        address=_without_secrets(target),
    )


def circular_redirect(address: str, file: str) -> DownloadError:
    """Make the error for redirects that do not end."""
    return DownloadError(
        "{host} redirects {file} in a circle. {remedy}",
        host=host_of(address),
        file=file,
        remedy=translated(HOW_TO_REACH),
    )


def web_page(address: str, file: str) -> DownloadError:
    """Make the error for a page in place of a file."""
    return DownloadError(
        "{host} sent a web page in place of {file}, usually the login page of a network. Log in with a browser and "
        "download again, set a mirror, or choose a folder that holds the file.",
        host=host_of(address),
        file=file,
    )


def other_bytes(address: str, file: str) -> ConnectionLostError:
    """Make the error for a reply that does not continue the bytes that are there."""
    return ConnectionLostError(
        "{host} sent other bytes of {file} than it was asked for. Download again: it starts anew.",
        host=host_of(address),
        file=file,
    )


def unknown_size(address: str, file: str) -> DownloadError:
    """Make the error for a reply of which nobody can tell if it is complete."""
    return DownloadError(
        "{host} does not say how long {file} is, so it cannot be checked. Set another mirror, or choose a folder that "
        "holds the file.",
        host=host_of(address),
        file=file,
    )


def wrong_size(address: str, file: str, found: int, expected: int) -> DownloadError:
    """Make the error for a file with another number of bytes than the published one."""
    return DownloadError(
        "{host} has another file in place of {file}: {found} bytes instead of {expected}. Set another mirror, or "
        "choose a folder that holds the file.",
        host=host_of(address),
        file=file,
        found=found,
        expected=expected,
    )


def wrong_hash(address: str, file: str, found: str, expected: str) -> DownloadError:
    """Make the error for a file with another hash than the published one."""
    return DownloadError(
        "{host} sent another file in place of {file}: its SHA-256 is {found} instead of {expected}. It was not kept. "
        "Set another mirror, or choose a folder that holds the file.",
        host=host_of(address),
        file=file,
        found=start_of(found),
        expected=start_of(expected),
    )


def start_of(sha256: str) -> str:
    """Return the start of a hash for a message, which leaves room for the file's name."""
    return f"{sha256[:12]}…"


def _wait(headers: Mapping[str, str]) -> float:
    """Return the seconds after which a host wants to be asked again; 0 if it does not say."""
    text = headers.get("retry-after", "")
    if text.isdigit():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(timezone.utc)).total_seconds())
    except (TypeError, ValueError):
        return 0.0
