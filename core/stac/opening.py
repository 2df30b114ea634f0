"""Open any scene: a product, a raster in place of one, or a STAC item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Union

from ..addresses.location import Location
from ..hosts.transport import never
from ..product.product import Product, open_product
from ..product.raster import RasterStack, open_raster
from ..product.source import Source
from .source import ItemScene, is_item, open_item

Listed = Union[Product, ItemScene]
"""A scene that a list of scenes shows: it has a path, an acquisition and a footprint."""


def open_listed(location: Location, cancelled: Callable[[], bool] = never) -> Listed:
    """Open a product or an item; see `open_product` and `open_item` for errors."""
    return open_item(location, cancelled) if is_item(location) else open_product(location, cancelled)


def open_source(given: Location | RasterStack, cancelled: Callable[[], bool] = never) -> Source:
    """Open a product, an item or a raster; see `open_listed` and `open_raster` for errors."""
    return open_raster(given) if isinstance(given, RasterStack) else open_listed(given, cancelled)
