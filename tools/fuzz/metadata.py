"""Damage the metadata of products."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np

from ...core.product.product import open_product
from ..make_safe import build_product
from . import Kind
from .damage import NUMBERS, TEXTS, damaged_bytes

_BANDS = ("B02", "B03", "B04", "B08")
_EDGE = 64


def small_product(folder: Path, level: str, baseline: str) -> Path:
    """Write a product of 64 pixels."""
    bands = {band: np.full((_EDGE, _EDGE), 2000, np.uint16) for band in _BANDS}
    return build_product(folder, bands, level=level, baseline=baseline)


def samples(folder: Path) -> list[Path]:
    """Write the metadata of products of three kinds."""
    paths = []
    for level, baseline in (("L1C", "02.06"), ("L1C", "05.10"), ("L2A", "05.10")):
        with TemporaryDirectory() as scratch:
            (metadata,) = small_product(Path(scratch), level, baseline).glob("MTD_MSI*.xml")
            paths.append(folder / f"{level}_{baseline}.xml")
            shutil.copyfile(metadata, paths[-1])
    return paths


def damaged(data: bytes, random: Random) -> tuple[str, bytes]:
    """Damage the text of an element, an attribute, an element or the bytes."""
    text = data.decode()
    if random.random() < 0.2:
        return "bytes", damaged_bytes(data, random)
    if random.random() < 0.05:
        return "encoding", text.encode(random.choice(("utf-16", "utf-32", "cp037", "utf-7")))
    place, pattern = random.choice(
        (
            ("text", r">([^<>]+)</"),
            ("attribute", r'="([^"]*)"'),
            ("element", r"(<\w[^<]*</[^>]+>)"),
            ("tag", r"<([^>]+)>"),
        )
    )
    start, end = random.choice([match.span(1) for match in re.finditer(pattern, text)])
    inner = text[start:end]
    deep = "<a>" * 200_000 + "</a>" * 200_000
    odd = (
        random.choice(TEXTS),
        str(random.choice(NUMBERS)),
        f"-{inner}",
        inner * 1000,
        "<!DOCTYPE a [<!ENTITY b 'c'>]>",
        deep,
    )
    new = random.choice(("", inner * 2, *odd))
    return place, (text[:start] + new + text[end:]).encode("utf-8", "surrogatepass")


def use(path: Path) -> object:
    """Open a product that has this metadata."""
    with TemporaryDirectory() as scratch:
        safe = Path(scratch) / "S2A_MSIL1C_20170216T102101_N0206_R065_T33UUU_20170216T132101.SAFE"
        images = safe / "GRANULE" / "L1C_T33UUU_A008641_20170216T102101" / "IMG_DATA"
        images.mkdir(parents=True)
        for band in _BANDS:
            (images / f"T33UUU_20170216T102101_{band}.jp2").touch()
        shutil.copyfile(path, safe / "MTD_MSIL1C.xml")
        return repr(open_product(safe)).replace(scratch, "")


KIND = Kind(".xml", samples, damaged, use)
