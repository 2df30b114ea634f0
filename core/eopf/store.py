"""Read the consolidated metadata of Zarr stores, in version 2 and 3 of the format."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import PurePosixPath
from typing import Any

from ..errors import ProductError

METADATA_NAMES = (".zmetadata", "zarr.json")
"""Files with the metadata of all arrays, in version 2 and 3."""
MAX_STORE_BYTES = 20 * 1024 * 1024
"""Real products have 0.3 to 1 MB; a larger file is not their metadata, or an attack."""
_MAX_CHUNKS = 1_000_000
"""Real bands have 1 to 36 chunks."""
_MAX_PIXEL_BYTES = 8
_CODEC_BYTES = 1 << 16
"""Headers of a codec, and the index of a shard."""
_GDAL_OF_VERSION = {2: (3, 4), 3: (3, 12)}
"""First GDAL that reads each version; 3.10 cannot read version 3 as zarr-python writes it."""
_GDAL_WITH_SHARDS = (3, 13)


@dataclass(frozen=True)
class ZarrArray:
    """An array of a store; only its metadata is known."""

    name: PurePosixPath
    """Its folder in the store."""
    shape: tuple[int, ...]
    chunks: tuple[int, ...]
    """Shape of its chunks; those at the ends are as large, but filled up."""
    prefix: str = ""
    """Folder of the chunks, with a slash; empty if they lie in that of the array."""
    separator: str = "."
    """Between the numbers of a chunk."""
    sharded: bool = False
    attributes: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)
    version: int = 2
    """Of the format."""

    @property
    def max_chunk_bytes(self) -> int:
        """Bytes that no chunk exceeds, even of the largest numbers and hardly compressed."""
        return _MAX_PIXEL_BYTES * math.prod(self.chunks) + _CODEC_BYTES

    @property
    def counts(self) -> tuple[int, ...]:
        """Number of chunks in each direction."""
        return tuple(math.ceil(length / chunk) for length, chunk in zip(self.shape, self.chunks))

    def chunk_names(self) -> Iterator[tuple[tuple[int, ...], PurePosixPath]]:
        """Yield the place of each chunk and the name of its file in the store; files may be absent, as fill values."""
        for place in product(*map(range, self.counts)):
            yield place, self.chunk_name(place)

    def chunk_name(self, place: tuple[int, ...]) -> PurePosixPath:
        """Return the name of the file of a chunk in the store."""
        return self.name / (self.prefix + self.separator.join(map(str, place)))


@dataclass(frozen=True)
class ZarrStore:
    """The attributes and the arrays of a store."""

    version: int
    attributes: Mapping[str, Any]
    arrays: Mapping[PurePosixPath, ZarrArray]

    def needed_gdal(self, array: ZarrArray) -> tuple[int, int]:
        """Return the first version of GDAL that reads an array."""
        return _GDAL_WITH_SHARDS if array.sharded else _GDAL_OF_VERSION[self.version]


def parse_store(data: bytes, path: str) -> ZarrStore:
    """Read the consolidated metadata of a store.

    Args:
        data: The bytes of one of `METADATA_NAMES`.
        path: Its path, for error messages.

    Raises:
        ProductError: the file is over 20 MB, is not JSON, is of another version, or does not describe its arrays.
    """
    if len(data) > MAX_STORE_BYTES:
        raise ProductError(
            "{path} was not read: it has {megabytes:.0f} MB, but product metadata has at most 20 MB. Download the "
            "product again.",
            path=path,
            megabytes=len(data) / 1e6,
        )
    try:
        found = json.loads(data)
        if "zarr_consolidated_format" in found:
            return _version_2(found["metadata"])
        if found["zarr_format"] == 3:
            return _version_3(found)
        reason = f"zarr_format {found['zarr_format']}"
    except KeyError as error:  # a field is absent
        reason = str(error)
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        reason = f"{type(error).__name__}: {error}"
    raise ProductError(
        "{path} is not the consolidated metadata of a Zarr store ({reason}). Download the product again.",
        path=path,
        reason=reason,
    )


def _version_2(found: Mapping[str, Any]) -> ZarrStore:
    arrays = {}
    for key, about in found.items():
        name, _, kind = key.rpartition("/")
        if kind == ".zarray":
            one = PurePosixPath(name)
            attributes = found.get(f"{name}/.zattrs", {})
            shape, chunks = _lengths(about["shape"], about["chunks"])
            separator = about.get("dimension_separator") or "."
            arrays[one] = ZarrArray(one, shape, chunks, separator=separator, attributes=attributes)
    return ZarrStore(2, found[".zattrs"], arrays)


def _version_3(found: Mapping[str, Any]) -> ZarrStore:
    arrays = {}
    for name, about in found["consolidated_metadata"]["metadata"].items():
        if about["node_type"] == "array":
            one = PurePosixPath(name)
            shape, chunks = _lengths(about["shape"], about["chunk_grid"]["configuration"]["chunk_shape"])
            key = about["chunk_key_encoding"]
            of_version_3 = key["name"] == "default"
            separator = key.get("configuration", {}).get("separator", "/" if of_version_3 else ".")
            prefix = f"c{separator}" if of_version_3 else ""
            sharded = any(codec["name"] == "sharding_indexed" for codec in about["codecs"])
            arrays[one] = ZarrArray(one, shape, chunks, prefix, separator, sharded, about["attributes"], 3)
    return ZarrStore(3, found["attributes"], arrays)


def _lengths(shape: list[int], chunks: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return shape and chunks as whole numbers.

    Raises:
        ValueError: they are no lengths.
    """
    lengths = tuple(map(int, shape)), tuple(map(int, chunks))
    possible = len(shape) == len(chunks) and min(lengths[0], default=1) >= 0 and min(lengths[1], default=1) >= 1
    if not possible or math.prod(-(-length // chunk) for length, chunk in zip(*lengths)) > _MAX_CHUNKS:
        raise ValueError(f"shape {shape}, chunks {chunks}")
    return lengths
