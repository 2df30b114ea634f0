"""The ways in which a host fails; whoever sends a request makes a sentence of them for its file."""

from __future__ import annotations

from urllib.parse import urlsplit

from ..errors import CancelledError
from ..language import translated


class HostError(Exception):
    """A host does not give what it was asked for."""

    def __init__(self, address: str, reason: str) -> None:
        """Keep what a sentence needs.

        Args:
            address: The address that was asked for, which may be that of a redirect.
            reason: A phrase in the user's language, without a signature of the address.
        """
        super().__init__(reason)
        self.host = host_of(address)
        self.reason = reason


class LostError(HostError):
    """A connection failed, broke or fell silent, or a host wants to be asked again; another attempt may succeed."""

    def __init__(self, address: str, reason: str, *, status: int = 0, wait: float = 0.0) -> None:
        """Keep what a sentence and the next attempt need.

        Args:
            address: See `HostError`.
            reason: See `HostError`.
            status: HTTP status of the reply; 0 if the connection is to blame.
            wait: Seconds for which the host asks to wait.
        """
        super().__init__(address, reason)
        self.status, self.wait = status, wait


class DistrustedError(HostError):
    """The certificate of a host is not accepted."""


class ProxyLoginError(HostError):
    """The proxy asks for a login."""

    def __init__(self, address: str) -> None:
        super().__init__(address, translated("the proxy asks for a login"))


class UnsafeRedirectError(HostError):
    """A redirect leaves https, or leads to no host; the reason is its target without keys."""


class CircularRedirectError(HostError):
    """Redirects do not end."""


def silent(address: str, seconds: float) -> LostError:
    """Make the failure of a host that sends nothing any more."""
    return LostError(address, translated("nothing came for {seconds:g} s", seconds=seconds))


def host_of(address: str) -> str:
    """Return the host of an address."""
    return urlsplit(address).hostname or address


def without_secrets(address: str) -> str:
    """Return an address without login, query and fragment, which may hold keys."""
    try:
        parts = urlsplit(address)
    except ValueError:  # a host in brackets that is none
        return address.partition("?")[0].rpartition("@")[2]
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def cancelled_error() -> CancelledError:
    """Make the error for a request that was cancelled."""
    return CancelledError("The request was cancelled.")


def reason_of(error: BaseException) -> str:
    """Find the system's own words in an error that wraps others; addresses in the words of the others have secrets."""
    seen: list[BaseException] = []
    while error not in seen:
        seen.append(error)
        inner = [getattr(error, "reason", None), *error.args, error.__cause__, error.__context__]
        error = next((one for one in inner if isinstance(one, BaseException) and one not in seen), error)
    texts = [getattr(one, "strerror", None) for one in reversed(seen)]
    return next((text for text in texts if text), type(seen[-1]).__name__)
