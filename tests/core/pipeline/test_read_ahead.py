"""Between two threads no item and no error is lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from ....core.pipeline.read_ahead import read_ahead


def test_all_items_arrive_in_order():
    """The items of one thread arrive in the other in order, and then the end."""
    before = threading.active_count()
    assert list(read_ahead(range(50))) == list(range(50))
    assert list(read_ahead([])) == []
    assert threading.active_count() == before


@pytest.mark.parametrize("error", [ValueError("torn"), MemoryError("full"), KeyboardInterrupt()])
def test_an_error_while_reading_an_item_is_raised_in_its_place(error):
    """If reading an item fails, the receiver gets the error after the items before it."""

    def failing() -> Iterator[int]:
        yield 1
        raise error

    items = read_ahead(failing())
    assert next(items) == 1
    with pytest.raises(type(error)) as raised:
        next(items)
    assert raised.value is error


def test_only_the_next_item_is_read_while_the_last_one_is_used():
    """A fast reader keeps one item ready, and does not fill the memory."""
    begun = []

    def items() -> Iterator[int]:
        for number in range(4):
            begun.append(number)
            yield number

    for number in read_ahead(items()):
        time.sleep(0.1)
        assert begun == list(range(min(number + 2, 4)))


def test_items_are_read_in_one_other_thread():
    """Files are read by one thread, which is not the one that infers."""
    threads = set(read_ahead(threading.get_ident() for _ in range(20)))
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_a_receiver_that_stops_waits_for_the_current_item_and_ends_the_thread():
    """When a run stops, reading stops too, and open files are closed."""
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


def test_an_error_after_the_receiver_has_stopped_does_not_block_the_thread():
    """A receiver that stops does not get later errors."""

    def failing() -> Iterator[int]:
        yield 1
        raise ValueError("late")

    before = threading.active_count()
    items = read_ahead(failing())
    assert next(items) == 1
    items.close()
    assert threading.active_count() == before
