"""Redirects are followed to the file, as long as they are safe, and nobody but the first host gets credentials."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ....core.hosts import redirects, transport
from ....core.hosts.failures import CircularRedirectError, LostError, UnsafeRedirectError
from ....core.hosts.redirects import followed
from ....core.hosts.transport import Reply, Request

DATA = b"the file"


class Scripted:
    """A transport that gives prepared replies, and keeps the requests."""

    def __init__(self, *replies: tuple[int, dict[str, str]]) -> None:
        self._replies = iter(replies)
        self.asked: list[Request] = []

    @contextmanager
    def open(self, request: Request) -> Iterator[Reply]:
        """Give the next reply; its body is the file."""
        self.asked.append(request)
        status, headers = next(self._replies)
        yield Reply(status, headers, iter([DATA]))


def body_of(scripted: Scripted, address: str) -> bytes:
    """Ask for a file, with credentials."""
    with followed(scripted, Request(address, private={"Authorization": "secret"})) as (reply, _address):
        return b"".join(reply.chunks)


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("http://portal.example/login?key=secret", "http://portal.example/login"),
        ("ftp://user:secret@portal.example/x", "ftp://portal.example/x"),
        ("file:///etc/passwd", "file:///etc/passwd"),
        ("https://[half?key=secret", "https://[half"),
    ],
)
def test_a_redirect_that_leaves_https_is_refused(location, shown):
    """The portal of a network sends me to its login page; the reason names it without keys."""
    scripted = Scripted((302, {"location": location}))
    with pytest.raises(UnsafeRedirectError) as caught:
        body_of(scripted, "https://hub.example/file")
    assert (caught.value.host, caught.value.reason) == ("hub.example", shown)
    assert len(scripted.asked) == 1


def test_credentials_are_for_the_first_host_only():
    """A redirect to another host, another port or another scheme must not get them, nor what comes after it."""
    moves = ["/here", "https://hub.example:444/there", "https://hub.example/back"]
    scripted = Scripted(*((302, {"location": place}) for place in moves), (200, {}))
    assert body_of(scripted, "https://hub.example/file") == DATA
    assert [one.address for one in scripted.asked[1:]] == ["https://hub.example/here", *moves[1:]]
    assert [one.credentials for one in scripted.asked] == [True, True, False, False]
    assert [bool(one.private) for one in scripted.asked] == [True, True, False, False]


def test_a_circle_ends():
    """A host that redirects to itself is given up."""
    scripted = Scripted(*20 * [(302, {"location": "/file"})])
    with pytest.raises(CircularRedirectError):
        body_of(scripted, "https://hub.example/file")
    assert len(scripted.asked) == 10


def test_a_redirect_without_an_address_is_a_reply():
    """A bucket of another region answers so."""
    with followed(Scripted((301, {"x-amz-bucket-region": "eu-central-1"})), Request("https://hub.example/file")) as (
        reply,
        _address,
    ):
        assert (reply.status, reply.headers["x-amz-bucket-region"]) == (301, "eu-central-1")


@pytest.mark.parametrize(("wait", "seconds"), [("7", 7.0), ("Mon, 01 Jan 2001 00:00:00 GMT", 0.0), ("soon", 0.0)])
def test_an_overload_is_a_failure_that_may_pass(wait, seconds):
    """Its host may say when it wants to be asked again."""
    with pytest.raises(LostError) as caught:
        body_of(Scripted((503, {"retry-after": wait})), "https://hub.example/file")
    assert (caught.value.status, caught.value.wait) == (503, seconds)


def test_a_body_that_trickles_is_lost(monkeypatch):
    """A host that sends a few bytes now and then would hold a run for days."""
    times = iter([0.0, 10.0, 29.0, 50.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(times))
    arrived: list[bytes] = []
    with pytest.raises(LostError):
        arrived.extend(redirects._steady(iter([b"x" * 10] * 9), "https://hub.example/file"))
    assert transport.READ_SECONDS < 50
    monkeypatch.undo()
    assert b"".join(redirects._steady(iter([b"x" * 10] * 9), "https://hub.example/file")) == b"x" * 90
