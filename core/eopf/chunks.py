"""Find chunks that an incomplete copy of a product lacks: GDAL reads them as nodata, without an error."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from pathlib import PurePosixPath

from .store import ZarrArray

Sizes = Callable[[PurePosixPath], Mapping[PurePosixPath, int]]
"""Returns the size in bytes of each file below a folder of the store, by their names in the store."""

_PIXEL_BYTES = 2
_LEAST_SHARE = 0.05
"""Least share of a chunk's bytes that is left of one with data: real ones keep over 0.3, a corner of data less."""


def lost_chunk(array: ZarrArray, others: Collection[ZarrArray], sizes: Sizes) -> PurePosixPath | None:
    """Return the name of a chunk that a band lacks while another band has data there; None if there is none.

    A chunk without data may be absent by rule. Bands end some pixels from each other, so a chunk of another band that
    has next to nothing in it does not count.

    Args:
        array: The band.
        others: Other bands of the product.
        sizes: See `Sizes`.
    """
    present = sizes(array.name)
    absent = [(place, name) for place, name in array.chunk_names() if name not in present]
    if not absent:
        return None
    there = {name: size for other in others for name, size in sizes(other.name).items()}
    return next((name for place, name in absent if is_lost(place, array, others, lambda one: there.get(one, 0))), None)


def is_lost(
    place: tuple[int, ...], array: ZarrArray, others: Collection[ZarrArray], size: Callable[[PurePosixPath], int]
) -> bool:
    """Check if another band has data in a chunk that a band lacks; see `lost_chunk`.

    Args:
        place: Place of the chunk.
        array: The band.
        others: Other bands of the product.
        size: Returns the size in bytes of a file of the store, 0 if there is none.
    """
    return any(
        other.counts == array.counts
        and size(other.chunk_name(place)) > _LEAST_SHARE * _PIXEL_BYTES * math.prod(other.chunks)
        for other in others
    )
