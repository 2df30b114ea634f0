"""A kind of input, one of whose mutations ends the process, and one of which waits."""

from __future__ import annotations

import os
import time
from pathlib import Path
from random import Random

from ...core.errors import ProductError
from ...tools.fuzz import Kind


def _samples(folder: Path) -> list[Path]:
    path = folder / "sample.txt"
    path.write_bytes(b"good")
    return [path]


def _damaged(_data: bytes, random: Random) -> tuple[str, bytes]:
    way = random.choice((b"good", b"abort", b"wait", b"refused", b"other", b"fault"))
    return way.decode(), way


def _use(path: Path) -> object:
    way = path.read_bytes()
    if way == b"abort":
        os.abort()
    if way == b"wait":
        time.sleep(60)
    if way == b"refused":
        raise ProductError("{path} is damaged.", path=path)
    if way == b"fault":
        raise ValueError(way)
    return way


KIND = Kind(".txt", _samples, _damaged, _use)
