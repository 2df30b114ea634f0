"""GeoTIFF files behind addresses: the parts of them that are fetched, and files that are none."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
import rasterio

from ....core.addresses.copies import Copy
from ....core.addresses.location import Address, parse
from ....core.decoding.geotiff_blocks import FetchedBlocks
from ....core.errors import UnreadableBandError
from ...ranged_server import Served, serving

SHAPE = (1500, 1300)
PIXELS = np.random.default_rng(1).integers(0, 10000, SHAPE).astype(np.uint16)
FORMS: dict[str, dict[str, Any]] = {
    "cloud-optimised": {"driver": "COG", "blocksize": 256},
    "tiles": {"driver": "GTiff", "tiled": True, "blockxsize": 256, "blockysize": 128, "compress": "deflate"},
    "strips": {"driver": "GTiff", "compress": "lzw", "blockysize": 16},
    "big": {"driver": "GTiff", "BIGTIFF": "YES", "tiled": True},
    "big-endian": {"driver": "GTiff", "ENDIANNESS": "BIG", "tiled": True},
    "planes": {"driver": "GTiff", "interleave": "band", "tiled": True, "count": 3},
}


@pytest.fixture
def served(tmp_path) -> Iterator[Served]:
    """A server of the files in a folder."""
    with serving(tmp_path) as one:
        yield one


@pytest.fixture
def write(tmp_path, served) -> Callable[..., Address]:
    """Write the pixels to a file of some form; return its address."""

    def written(**form: Any) -> Address:
        options = {"count": 1, "dtype": "uint16", "height": SHAPE[0], "width": SHAPE[1], **form}
        with rasterio.open(tmp_path / "band.tif", "w", crs="EPSG:32633", **options) as file:
            for band in range(1, options["count"] + 1):
                file.write(PIXELS, band)
        return _address(served)

    return written


def _address(served: Served) -> Address:
    found = parse(f"{served.address}/band.tif")
    assert isinstance(found, Address)
    return found


@pytest.mark.parametrize("form", FORMS)
def test_the_blocks_under_a_window_are_fetched(write, served, tmp_path, form):
    """The window is whole in every form of the format, and little else of the file is read."""
    blocks = FetchedBlocks(Copy(write(**FORMS[form])))
    blocks.to_open()
    assert blocks.fetch(SHAPE, (700, 760), (20, 90)) == 0
    with rasterio.open(blocks.to_open(), driver="GTiff") as file:
        assert (file.read(1, window=((700, 760), (20, 90))) == PIXELS[700:760, 20:90]).all()
    whole = (tmp_path / "band.tif").stat().st_size
    assert served.sent() < whole / 4 + 70_000


def test_an_overview_is_a_level(write, served, tmp_path):
    """An overview is found by its size, and read without the image."""
    blocks = FetchedBlocks(Copy(write(**FORMS["cloud-optimised"])))
    assert blocks.fetch((375, 325), (0, 375), (0, 325)) == 2
    with (
        rasterio.open(blocks.to_open(), driver="GTiff", overview_level=1) as copy,
        rasterio.open(tmp_path / "band.tif", overview_level=1) as file,
    ):
        assert (copy.read(1) == file.read(1)).all()
        assert copy.read(1).any()
    assert served.sent() < (tmp_path / "band.tif").stat().st_size / 4 + 70_000


def test_blocks_without_data_are_not_asked_for(tmp_path, served):
    """A block that the file leaves out is nodata."""
    options = {"count": 1, "dtype": "uint16", "height": 512, "width": 512, "SPARSE_OK": True, "tiled": True}
    with rasterio.open(tmp_path / "band.tif", "w", driver="GTiff", nodata=0, **options) as file:
        file.write(np.full((256, 256), 7, np.uint16), 1, window=((256, 512), (256, 512)))
    blocks = FetchedBlocks(Copy(_address(served)))
    blocks.fetch((512, 512), (0, 512), (0, 512))
    with rasterio.open(blocks.to_open(), driver="GTiff") as file:
        assert file.read(1).sum() == 7 * 256 * 256


@pytest.mark.parametrize(
    "damage",
    {
        "empty": lambda _data: b"",
        "another format": lambda data: b"\x89PNG" + data[4:],
        "cut": lambda data: data[:200],
        "a circle": lambda _data: struct.pack("<2sHIHI", b"II", 42, 8, 0, 8),
        "many tags": lambda _data: struct.pack("<2sHIH", b"II", 42, 8, 60000) + bytes(60000 * 12 + 4),
        "a long tag": lambda _data: struct.pack("<2sHIHHHIII", b"II", 42, 8, 1, 324, 4, 2**31, 8, 0),
        "no image": lambda _data: struct.pack("<2sHIHI", b"II", 42, 8, 0, 0),
        "no blocks": lambda _data: struct.pack("<2sHIHHHIIHHIII", b"II", 42, 8, 2, 256, 4, 1, 9, 257, 4, 1, 9, 0),
    }.items(),
    ids=lambda one: one[0],
)
def test_what_is_no_geotiff_is_refused(write, served, tmp_path, damage):
    """A damaged file, or one that only pretends, is an error with its address: no crash, and no endless reading."""
    write(**FORMS["tiles"])
    file = tmp_path / "band.tif"
    file.write_bytes(damage[1](file.read_bytes()))
    with pytest.raises(UnreadableBandError) as caught:
        FetchedBlocks(Copy(_address(served))).fetch(SHAPE, (0, 10), (0, 10))
    assert caught.value.values["path"] == _address(served)
    assert served.sent() < 900_000
