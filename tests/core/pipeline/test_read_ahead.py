"""Between two threads nothing gets lost: no item, no error and no end."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from ....core.pipeline.read_ahead import Handover


def _started(handover: Handover[int], items) -> threading.Thread:
    thread = threading.Thread(target=handover.send_all, args=(items,), daemon=True)
    thread.start()
    return thread


@pytest.mark.parametrize("ahead", [0, 1, 3])
def test_all_items_arrive_in_order(ahead):
    """What one thread makes the other gets, in order, and then the end."""
    handover: Handover[int] = Handover(ahead)
    thread = _started(handover, range(50))
    assert list(handover) == list(range(50))
    thread.join(5)
    assert not thread.is_alive()


@pytest.mark.parametrize("error", [ValueError("torn"), MemoryError("full"), KeyboardInterrupt()])
def test_an_error_of_the_sender_is_raised_where_the_items_are_awaited(error):
    """If making an item fails, the receiver learns why, after the items that came before."""

    def failing() -> Iterator[int]:
        yield 1
        raise error

    handover: Handover[int] = Handover(1)
    _started(handover, failing())
    items = iter(handover)
    assert next(items) == 1
    with pytest.raises(type(error)) as raised:
        next(items)
    assert raised.value is error


def test_the_sender_stays_a_bounded_distance_ahead():
    """A fast reader does not fill the memory with what waits."""
    made = []

    def items() -> Iterator[int]:
        for number in range(20):
            made.append(number)
            yield number

    handover: Handover[int] = Handover(2)
    _started(handover, items())
    for number in handover:
        assert len(made) <= number + 1 + 2 + 1


def test_a_receiver_that_gives_up_frees_the_sender():
    """When a run stops, the reading thread ends too, though nobody takes its items."""
    handover: Handover[int] = Handover(1)
    thread = _started(handover, iter(int, 1))
    handover.close()
    thread.join(5)
    assert not thread.is_alive()


def test_a_sender_that_fails_after_the_end_does_not_wait():
    """An error that nobody will hear does not hold its thread up."""

    def failing() -> Iterator[int]:
        yield 1
        yield 2
        handover.close()
        raise ValueError("late")

    handover: Handover[int] = Handover(5)
    thread = _started(handover, failing())
    thread.join(5)
    assert not thread.is_alive()


def test_a_sender_that_may_not_be_ahead_waits_for_its_item_but_not_for_the_end():
    """With 0 items ahead the next one is not begun before the last is taken; nobody need wait for the end."""
    begun = []

    def items() -> Iterator[int]:
        for number in range(3):
            begun.append(number)
            yield number

    handover: Handover[int] = Handover(0)
    thread = _started(handover, items())
    received = iter(handover)
    for number in range(3):
        time.sleep(0.1)
        assert begun == list(range(number + 1))
        assert next(received) == number
    thread.join(5)
    assert not thread.is_alive()
