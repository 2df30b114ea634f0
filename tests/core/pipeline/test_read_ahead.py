"""Between two threads nothing gets lost: no item, no error and no end."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from ....core.pipeline.read_ahead import read_ahead


def test_all_items_arrive_in_order():
    """What one thread makes the other gets, in order, and then the end."""
    before = threading.active_count()
    assert list(read_ahead(range(50))) == list(range(50))
    assert list(read_ahead([])) == []
    assert threading.active_count() == before


@pytest.mark.parametrize("error", [ValueError("torn"), MemoryError("full"), KeyboardInterrupt()])
def test_an_error_while_making_an_item_is_raised_where_the_item_is_awaited(error):
    """If making an item fails, the receiver learns why, after the items that came before."""

    def failing() -> Iterator[int]:
        yield 1
        raise error

    items = read_ahead(failing())
    assert next(items) == 1
    with pytest.raises(type(error)) as raised:
        next(items)
    assert raised.value is error


def test_the_next_item_is_made_while_the_last_one_is_used_and_no_other():
    """A fast reader keeps one item ready, and does not fill the memory with more."""
    begun = []

    def items() -> Iterator[int]:
        for number in range(4):
            begun.append(number)
            yield number

    for number in read_ahead(items()):
        time.sleep(0.1)
        assert begun == list(range(min(number + 2, 4)))


def test_items_are_made_in_one_thread_of_their_own():
    """Files are read by one thread, and it is not the one that infers."""
    threads = set(read_ahead(threading.get_ident() for _ in range(20)))
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_a_receiver_that_gives_up_waits_for_the_item_in_the_making_and_ends_the_thread():
    """When a run stops, nothing goes on reading, and what the items had open is closed."""
    made, closed = [], []

    def items() -> Iterator[int]:
        try:
            for number in range(100):
                time.sleep(0.05)
                made.append(number)
                yield number
        finally:
            closed.append(True)

    before = threading.active_count()
    reading = read_ahead(items())
    assert next(reading) == 0
    reading.close()
    assert made == [0, 1]
    assert closed
    assert threading.active_count() == before


def test_an_error_that_nobody_awaits_does_not_hold_its_thread_up():
    """A receiver that gives up is not told of what failed since."""

    def failing() -> Iterator[int]:
        yield 1
        raise ValueError("late")

    before = threading.active_count()
    items = read_ahead(failing())
    assert next(items) == 1
    items.close()
    assert threading.active_count() == before
