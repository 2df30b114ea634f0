"""Damage masks of a season: their tags and their bytes."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
import rasterio
from rasterio.io import MemoryFile

from ...core.analysis.composite import pair
from ...core.classes import NODATA
from ...core.errors import CloudS2MaskError
from ...core.masks.tags import prefixed, unprefixed
from ...core.masks.usable import ClearRule, ValidMask
from ...core.season.folder import masks_in
from ...core.season.report import write_report
from ...core.season.table import season_csv
from . import Kind
from .damage import NUMBERS, TEXTS, damaged_bytes, damaged_json, damaged_text

_PIXELS = 40
_GRID = {"crs": "EPSG:32633", "transform": rasterio.Affine(20, 0, 300_000, 0, -20, 5_900_040)}
_TAGS = {
    "PRODUCT": "S2A_MSIL1C_20170216T102101_N0206_R065_T33UUU_20170216T132101",
    "LEVEL": "L1C",
    "BASELINE": "02.06",
    "SATELLITE": "S2A",
    "TILE": "T33UUU",
    "SENSING_TIME": "2017-02-16T10:21:01.026000+00:00",
    "MODEL": "ukis-6b-l1c",
    "MODEL_VERSION": "1",
    "RESOLUTION": "20",
    "NETWORK_RESOLUTION": "20",
    "OPTIONS": json.dumps({"area": None, "buffer_m": 0.0, "tta_max_depth": 0}),
    "CLASSES": json.dumps({"0": "clear", "1": "thick cloud", "2": "thin cloud", "3": "shadow"}),
    "PLUGIN_VERSION": "1",
    "PROVIDER": "CPUExecutionProvider",
    "SECONDS": "12.5",
    "CLEAR_PERCENT": "75.000000",
    "THICK_CLOUD_PERCENT": "25.000000",
    "THIN_CLOUD_PERCENT": "0.000000",
    "SHADOW_PERCENT": "0.000000",
    "VALID_PERCENT": "100.000000",
}
_KEPT = "T33UVU"
"""Tile of the mask that stays whole."""


def _mask(tags: dict[str, str], **options: object) -> bytes:
    classes = np.zeros((_PIXELS, _PIXELS), np.uint8)
    classes[: _PIXELS // 4] = 1
    profile = {"driver": "GTiff", "count": 1, "height": _PIXELS, "width": _PIXELS, "dtype": "uint8", "nodata": NODATA}
    with MemoryFile() as memory:
        with memory.open(**{**profile, **_GRID, **options}) as dataset:
            dataset.write(classes, 1)
            dataset.update_tags(**prefixed(tags))
        return bytes(memory.read())


def samples(folder: Path) -> list[Path]:
    """Write a mask as this version writes it, and one with the tags of an older one."""
    older = {name: text for name, text in _TAGS.items() if name not in {"TILE", "SATELLITE", "VALID_PERCENT"}}
    paths = [folder / "mask.tif", folder / "older.tif"]
    for path, tags in zip(paths, (_TAGS, older)):
        path.write_bytes(_mask(tags))
    return paths


def damaged(data: bytes, random: Random) -> tuple[str, bytes]:
    """Damage the bytes of a mask, or one or several of its tags."""
    if random.random() < 0.3:
        return "bytes", damaged_bytes(data, random, random.choice((None, (0, 400))))
    with MemoryFile(data) as memory, memory.open() as dataset:
        tags = unprefixed(dataset.tags())
    for _ in range(random.choice((1, 1, 2, 4))):
        name = random.choice(sorted(tags))
        new = random.choice((random.choice(TEXTS), str(random.choice(NUMBERS)), damaged_text(tags[name], random)))
        if random.random() < 0.15:
            tags.pop(name)
        elif tags[name].startswith("{") and random.random() < 0.7:
            tags[name] = damaged_json(json.loads(tags[name]), random)
        else:
            tags[name] = new
        tags = tags or dict(_TAGS)
    clean = {name: text.encode(errors="replace").decode().replace("\0", "") for name, text in tags.items()}
    return "tags", _mask(clean)


def use(path: Path) -> object:
    """Read a season of this mask and another one: table, report, pairs and usable pixels."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        mask, scene = folder / "mask.tif", f"{_TAGS['PRODUCT']}.vrt"
        shutil.copyfile(path, mask)
        (folder / "other.tif").write_bytes(_mask({name: text.replace("T33UUU", _KEPT) for name, text in _TAGS.items()}))
        outcomes, left_out = masks_in(folder, lambda _fraction: None)
        tiles = [outcome.result.acquisition.tile for outcome in outcomes if outcome.result]
        table = season_csv(outcomes)
        write_report(folder / "report.html", outcomes, lambda _fraction: None)
        report = (folder / "report.html").read_text(encoding="utf-8")
        if "<script>alert" in report:
            raise ValueError("the report contains a script")
        with suppress(CloudS2MaskError):
            pair([scene], [str(mask)])
        return tiles, left_out, table.replace(scratch, ""), _usable(mask)


def _usable(mask: Path) -> object:
    try:
        valid = ValidMask.read(str(mask), ClearRule(buffer_m=20))
    except CloudS2MaskError as error:
        return type(error).__name__
    return valid.pixels.tobytes(), str(valid.sensing_time)


KIND = Kind(".tif", samples, damaged, use)
