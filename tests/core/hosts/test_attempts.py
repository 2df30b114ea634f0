"""A lost connection is tried again, as often as the host deserves it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ....core.errors import CancelledError
from ....core.hosts import attempts
from ....core.hosts.attempts import PAUSES, remember, tried
from ....core.hosts.failures import HostError, LostError

ADDRESS = "https://seen.example/file"


@pytest.fixture(autouse=True)
def paused(monkeypatch) -> list[float]:
    """The pauses, which take no time; one host has answered, others have not."""
    pauses: list[float] = []
    monkeypatch.setattr(attempts, "_pause", lambda seconds, _cancelled: pauses.append(seconds))
    monkeypatch.setattr(attempts, "_answered", set())
    remember("https://seen.example/another")
    return pauses


def losing(times: int, wait: float = 0.0) -> Callable[[], str]:
    """An attempt that is lost so many times."""
    left = iter(range(times))

    def attempt() -> str:
        if next(left, None) is not None:
            raise LostError(ADDRESS, "lost", wait=wait)
        return "here"

    return attempt


def test_pauses_grow(paused):
    """Each failure is followed by a longer pause, until the last."""
    assert tried(ADDRESS, losing(5)) == "here"
    assert paused == [*PAUSES]
    with pytest.raises(LostError):
        tried(ADDRESS, losing(6))


def test_a_host_that_was_never_seen_is_tried_once_more(paused):
    """Its name or the network is likely wrong; another port is another host."""
    for address in ("https://other.example/file", "https://seen.example:444/file"):
        with pytest.raises(LostError):
            tried(address, losing(2))
        assert tried(address, losing(1)) == "here"
    assert paused == [PAUSES[0]] * 4


def test_a_host_is_waited_for_if_it_asks_for_that(paused):
    """But not for longer than a minute."""
    assert tried(ADDRESS, losing(2, wait=7)) == "here"
    assert paused == [7, 7]
    with pytest.raises(LostError):
        tried(ADDRESS, losing(1, wait=61))


def test_what_brings_bytes_is_no_failure(paused):
    """Connections that break again and again bring the file all the same."""
    arrived = iter(range(0, 10**9, 50_000))
    assert tried(ADDRESS, losing(20), arrived=lambda: next(arrived) * 2) == "here"
    assert paused == [PAUSES[0]] * 20


def test_what_begins_anew_again_and_again_is_a_failure(paused):
    """A host that forgets what it has sent, and always breaks at the same byte, is not asked for ever."""
    sizes = {"here": 0, "attempts": 0}

    def attempt() -> None:
        sizes["attempts"] += 1
        sizes["here"] = 5_000_000 if sizes["attempts"] % 2 else 0
        raise LostError(ADDRESS, "lost")

    with pytest.raises(LostError):
        tried(ADDRESS, attempt, arrived=lambda: sizes["here"] if sizes["attempts"] < 100 else pytest.fail("endless"))
    assert sizes["attempts"] == 1 + len(PAUSES)


@pytest.mark.parametrize(
    ("text", "seconds"), [("7", 7), ("", 0), ("soon", 0), ("²", 0), ("9" * 5000, 0), ("Fri, 31 Dec 1999 23:59:59", 0)]
)
def test_a_wait_that_is_none_is_passed_over(text, seconds):
    """A host may write anything."""
    assert attempts.asked_to_wait({"retry-after": text}) == seconds


def test_other_failures_end_at_once(paused):
    """A certificate does not become better."""

    def attempt() -> None:
        raise HostError(ADDRESS, "no")

    with pytest.raises(HostError):
        tried(ADDRESS, attempt)
    assert paused == []


def test_a_pause_is_cancelled(monkeypatch):
    """Nobody waits for the end of a pause."""
    monkeypatch.undo()
    answers = iter([False, True])
    with pytest.raises(CancelledError):
        attempts._pause(1e6, lambda: next(answers))
