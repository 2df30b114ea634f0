"""The sentences for a download that fails: the host, the fact and the remedy."""

from __future__ import annotations

import math

from ..errors import HOW_TO_REACH, HOW_TO_TRUST, CancelledError, ConnectionLostError, DownloadError
from ..hosts.attempts import AGAIN, LONGEST_WAIT
from ..hosts.failures import DistrustedError, HostError, LostError, ProxyLoginError, UnsafeRedirectError, host_of
from ..language import marked, translated

_PROXY_LOGIN = 407
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
    _PROXY_LOGIN: marked(
        "The proxy asks for a login before it reaches {host} (HTTP {status}). Enter user and password in the settings "
        "of the network, or choose a folder that holds the file."
    ),
    410: _GONE,
    429: marked(
        "{host} limits downloads (HTTP {status}). Try again later, set a mirror, or choose a folder that holds the "
        "file."
    ),
}


def cancelled_error() -> CancelledError:
    """Make the error of a cancelled download."""
    return CancelledError("The download was cancelled. The next one continues where it stopped.")


def failed(error: HostError, file: str, *, begun: bool) -> DownloadError:
    """Make a sentence of the failure of a host; `begun`: a part of the file has arrived."""
    if isinstance(error, LostError):
        return _lost(error, file, begun=begun)
    if isinstance(error, DistrustedError):
        return DownloadError(
            "The certificate of {host} is not accepted ({reason}). {remedy}",
            host=error.host,
            reason=error.reason,
            remedy=translated(HOW_TO_TRUST),
        )
    if isinstance(error, ProxyLoginError):
        return refused_status(_PROXY_LOGIN, 0, error.host, file)
    if isinstance(error, UnsafeRedirectError):
        return DownloadError(
            "{host} redirects {file} to {address}, which is not safe. The login page of a network may be the cause: "
            "log in with a browser, or choose a folder that holds the file.",
            host=error.host,
            file=file,
            address=error.reason,
        )
    return DownloadError(
        "{host} does not give {file} ({reason}). {remedy}",
        host=error.host,
        file=file,
        reason=error.reason,
        remedy=translated(HOW_TO_REACH),
    )


def _lost(error: LostError, file: str, *, begun: bool) -> DownloadError:
    """Make a sentence of the failure of a connection or of a host that wanted to be asked again."""
    if error.status:
        return refused_status(error.status, error.wait, error.host, file)
    if begun:
        return ConnectionLostError(
            "The connection to {host} broke ({reason}). Download again: it continues where it stopped.",
            host=error.host,
            reason=error.reason,
        )
    return ConnectionLostError(
        "{host} cannot be reached ({reason}). {remedy}",
        host=error.host,
        reason=error.reason,
        remedy=translated(HOW_TO_REACH),
    )


def unusable_authentication(authcfg: str) -> DownloadError:
    """Make the error for an authentication that QGIS does not add to a request."""
    return DownloadError(
        "The authentication {authcfg} of the download settings cannot be used. Choose another one, or none.",
        authcfg=authcfg,
    )


def refused_status(status: int, wait: float, host: str, file: str) -> DownloadError:
    """Make the error for a status that is no success, of a host that asks to wait for so many seconds."""
    template = _OF_STATUS.get(status, _FAULT if status >= 500 else _OTHER)
    if status == 429 and wait:
        template = _LIMIT
    kind = ConnectionLostError if status in AGAIN and wait <= LONGEST_WAIT else DownloadError
    return kind(template, host=host, file=file, status=status, minutes=max(1, math.ceil(wait / 60)))


def web_page(address: str, file: str) -> DownloadError:
    """Make the error for a page in place of a file."""
    return DownloadError(
        "{host} sent a web page in place of {file}, usually the login page of a network. Log in with a browser and "
        "download again, set a mirror, or choose a folder that holds the file.",
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
