"""Making the next item of an iterator while the last one is used."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")


def read_ahead(items: Iterable[Item]) -> Generator[Item, None, None]:
    """Make items in a thread of their own, each while the one before it is used.

    What making an item raises is raised here, after the items before it. Closing waits for the item in the making, and
    no other is begun.
    """
    iterator = iter(items)
    end = object()
    with ThreadPoolExecutor(1) as reader:
        coming = reader.submit(next, iterator, end)
        while (item := coming.result()) is not end:
            coming = reader.submit(next, iterator, end)
            yield item  # type: ignore[misc]
