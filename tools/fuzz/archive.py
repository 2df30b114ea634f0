"""Damage archives of products: their directory, the headers of entries, and compressed metadata."""

from __future__ import annotations

import re
import shutil
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from ...core.product.product import open_product
from ..make_safe import zip_product
from . import Kind
from .damage import damaged_bytes
from .metadata import small_product


def samples(folder: Path) -> list[Path]:
    """Write an archive that is stored, one that is deflated, and one of a later level."""
    paths = []
    for level, stored in (("L1C", True), ("L1C", False), ("L2A", True)):
        with TemporaryDirectory() as scratch:
            archive = zip_product(small_product(Path(scratch), level, "05.10"), stored)
            paths.append(folder / f"{level}_{'stored' if stored else 'deflated'}.zip")
            shutil.copyfile(archive, paths[-1])
    return paths


def damaged(data: bytes, random: Random) -> tuple[str, bytes]:
    """Damage the directory of an archive, the header of an entry, or the metadata."""
    directory = data.index(b"PK\x01\x02")
    if random.random() < 0.5:
        return "directory", damaged_bytes(data, random, (directory, len(data)))
    headers = [match.start() for match in re.finditer(rb"PK\x03\x04", data[:directory])]
    name = next(name for name in map(partial(_name_at, data), headers) if re.search(rb"MTD_MSI\w+\.xml$", name))
    metadata, entry = data.index(name) - 30, data.rindex(name) - 46
    place = random.choice(("header", "method", "metadata"))
    if place == "method":
        method = random.choice((*range(22), 93, 95, 98, 99, random.randrange(2**16))).to_bytes(2, "little")
        for start in (metadata + 8, entry + 10):
            data = data[:start] + method + data[start + 2 :]
        return place, data
    start, length = (random.choice(headers), 30) if place == "header" else (metadata + 30, 2000)
    return place, damaged_bytes(data, random, (start, start + length))


def _name_at(data: bytes, header: int) -> bytes:
    """Return the name in a header of an entry."""
    return data[header + 30 : header + 30 + int.from_bytes(data[header + 26 : header + 28], "little")]


def use(path: Path) -> object:
    """Open a product in an archive."""
    with TemporaryDirectory() as scratch:
        archive = Path(scratch) / "S2A_MSIL1C_20170216T102101_N0510_R065_T33UUU_20170216T132101.zip"
        shutil.copyfile(path, archive)
        return repr(open_product(archive)).replace(scratch, "")


KIND = Kind(".zip", samples, damaged, use)
