"""Find and read products in parts, so that hundreds of products do not block the window."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Union

from ...core.addresses.location import Address, Location
from ...core.errors import CancelledError, CloudS2MaskError, ProductError
from ...core.hosts.transport import never
from ...core.product.product import each_product, find_products
from ...core.stac.opening import open_listed
from ...core.stac.search import Found
from ..shared.background import is_interrupted
from .model import ProductRow

_SECONDS_PER_CHUNK = 0.15

Given = Union[Location, Found]
"""A path, an address, or a scene of a search, of which everything is known already."""


def read_rows(given: Iterable[Given]) -> Iterator[list[ProductRow]]:
    """Read products, metadata files, zip archives and folders that contain them; for a worker, which may interrupt it.

    A path that cannot be read gives a row with the reason; no error is raised.

    Yields:
        A few rows, a few times a second.

    Raises:
        CancelledError: the worker was interrupted while a host was waited for.
    """
    chunk: list[ProductRow] = []
    sent = time.monotonic()
    for one in given:
        for found in _products_at(one):
            if is_interrupted():
                return
            chunk.append(read_row(found, is_interrupted))
            if time.monotonic() - sent > _SECONDS_PER_CHUNK:
                yield chunk
                chunk, sent = [], time.monotonic()
    if chunk:
        yield chunk


def _products_at(path: Given) -> Sequence[Given]:
    if isinstance(path, Found):
        return [path]
    if isinstance(path, Address) or not path.is_dir():
        return each_product([path])
    try:
        return [*find_products(path, _stop_if_interrupted)] or [path]  # a row reports a folder without products
    except (CloudS2MaskError, OSError):
        return [path]


def _stop_if_interrupted() -> None:
    if is_interrupted():
        raise CancelledError("The search was cancelled.")


def read_row(given: Given, cancelled: Callable[[], bool] = never) -> ProductRow:
    """Read the row of a path, with the reason if its product cannot be used.

    Args:
        given: The path or address, or the scene.
        cancelled: Asked several times a second while a host is waited for, also later by whoever uses the product.

    Raises:
        CancelledError: it was cancelled.
    """
    path = given.location if isinstance(given, Found) else given
    try:
        product = given.scene(cancelled) if isinstance(given, Found) else open_listed(path, cancelled)
    except CancelledError:
        raise
    except CloudS2MaskError as error:
        return ProductRow(path, None, error)
    except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
        unread = ProductError("{path} cannot be read ({reason}). Download the product again.", path=path, reason=error)
        return ProductRow(path, None, unread)
    # The folder, also if its metadata file was given: one row per product.
    return ProductRow(product.path, product)
