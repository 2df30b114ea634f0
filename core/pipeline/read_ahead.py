"""Reading the next item of an iterator while the last one is used."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")


def read_ahead(items: Iterable[Item]) -> Generator[Item, None, None]:
    """Read items in another thread, each while the item before it is used.

    An error in that thread is raised here, after the items before it. Closing waits for the item that is being read and
    reads no other.
    """
    iterator = iter(items)
    end = object()
    with ThreadPoolExecutor(1) as reader:
        following = reader.submit(next, iterator, end)
        while (item := following.result()) is not end:
            following = reader.submit(next, iterator, end)
            yield item  # type: ignore[misc]
