"""Threads that share work."""

from __future__ import annotations

import time
from functools import partial
from threading import Barrier, get_ident

import pytest

from ...core.workers import Workers

TIMEOUT = 20


@pytest.fixture
def workers():
    """Three threads, of which the test's is the first."""
    shared = Workers(3)
    yield shared
    shared.close()


def test_the_calling_thread_works_all_the_time(workers):
    """Each call waits for one in each other thread: it would wait in vain if the calling thread only looked on."""
    together = Barrier(3)

    def call(number: int) -> tuple[int, int]:
        together.wait(TIMEOUT)
        return number, get_ident()

    done = workers.run([partial(call, number) for number in range(12)])
    assert [number for number, _thread in done] == list(range(12))
    threads = [thread for _number, thread in done]
    assert threads.count(get_ident()) == 4
    assert len(set(threads)) == 3


@pytest.mark.parametrize("number", [3, 46])
def test_the_first_error_is_raised_when_nothing_runs_any_more(workers, number):
    """Calls that have not begun when one fails are dropped, whichever thread makes it."""
    done, running = [], []

    def call(one: int) -> None:
        running.append(one)
        try:
            if one == number:
                raise ValueError(one)
            time.sleep(0.01)
            done.append(one)
        finally:
            running.remove(one)

    with pytest.raises(ValueError, match=str(number)):
        workers.run([partial(call, one) for one in range(50)])
    assert running == []
    assert len(done) < 20
    assert workers.run([]) == []


def test_one_thread_makes_all_calls():
    """Without other threads the calls are made in order."""
    made: list[int] = []
    alone = Workers(1)
    alone.run([partial(made.append, number) for number in range(4)])
    assert made == [0, 1, 2, 3]
    alone.close()
