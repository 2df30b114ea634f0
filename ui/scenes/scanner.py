"""Find and read products piece by piece, so that a list of hundreds does not hold up the window."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from ...core.errors import CancelledError, CloudS2MaskError
from ...core.product.product import find_products, open_product
from ..shared.background import is_interrupted
from .model import ProductRow

_SECONDS_PER_CHUNK = 0.15


def read_rows(paths: Iterable[Path]) -> Iterator[list[ProductRow]]:
    """Read products, metadata files, zip archives and folders that hold them; for a worker, which may interrupt it.

    Nothing is raised, because a path that cannot be read is a row that says so.

    Yields:
        A few scenes, a few times a second.
    """
    chunk: list[ProductRow] = []
    sent = time.monotonic()
    for path in paths:
        for product_path in _products_at(path):
            if is_interrupted():
                return
            chunk.append(read_row(product_path))
            if time.monotonic() - sent > _SECONDS_PER_CHUNK:
                yield chunk
                chunk, sent = [], time.monotonic()
    if chunk:
        yield chunk


def _products_at(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    try:
        return find_products(path, _proceed) or [path]  # a folder without products gets a row that says so
    except (CloudS2MaskError, OSError):
        return [path]


def _proceed() -> None:
    if is_interrupted():
        raise CancelledError("The search was ended.")


def read_row(path: Path) -> ProductRow:
    """The row of one path, with the reason where it is no product that can be used."""
    try:
        product = open_product(path)
    except CloudS2MaskError as error:
        return ProductRow(path, None, str(error))
    except Exception as error:  # noqa: BLE001 - one bad file must not cost the list the others
        return ProductRow(path, None, f"{path} cannot be read ({error}).")
    # The folder, whichever way it was given: one product is one row.
    return ProductRow(product.path, product)
