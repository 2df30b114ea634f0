"""Damage bytes, texts and JSON of any kind at random."""

from __future__ import annotations

import json
import math
from copy import deepcopy
from random import Random
from typing import Any, Literal

DEEP = "deep"
"""Stands for JSON that is nested more deeply than Python's parser can follow."""
_NESTED = 100_000
NUMBERS = (
    *(0, -0.0, 1, -1, 2, 0.5, 1e-4, 1e-12, 5e-324, 255, 256, 1000, 40_000, -40_000, 1e6, 1e9, 1e15, 1e38, 1e300),
    *(2**31, 2**32 - 1, 2**63, -(2**63), 10**400, -(10**400), math.nan, math.inf, -math.inf),
)
TEXTS = (
    *("", " ", "0", "1", "-1", "nan", "inf", "1e400", "9" * 400, "0x10", "1,5", "two words", "x" * 5000, "a\nb\tc"),
    *(
        "ünïcödé 日本語 \u202e",
        "\ud800",
        "\0",
        "\uffff",
        "<script>alert(1)</script>",
        "&amp;</a>",
        "%s {0} {path}",
        "{",
    ),
    *("../../etc", "C:\\a", "/dev/zero", "2024-02-30T25:61:00Z", "9999-12-31T23:59:59+14:00", "0001-01-01T00:00:00"),
    *("[]", "null", '{"area": 1}', "EPSG:4326", "EPSG:999999", "LOCAL_CS", "+proj=utm +zone=99"),
)
_OTHERS: tuple[Any, ...] = (None, True, False, [], {}, [[]], {"a": 1}, [None], DEEP)


def value(random: Random) -> Any:
    """Choose an odd value of any type of JSON."""
    return random.choice(random.choice((NUMBERS, TEXTS, _OTHERS)))


def damaged_json(data: Any, random: Random) -> str:
    """Remove, replace, repeat, swap or wrap one value of a JSON document, or damage its text."""
    if random.random() < 0.15:
        return damaged_text(as_json(data), random)
    document = {"": json.loads(json.dumps(data))}
    places = list(_places(document))
    inside, key = random.choice(places)
    other, other_key = random.choice(places)
    way = random.randrange(8)
    if way == 0:
        del inside[key]
    elif way == 1:
        inside[key] = deepcopy(other[other_key]) if other is not inside else [inside[key]] * 2
    elif way == 2:
        inside[key] = random.choice(([inside[key]], {"a": inside[key]}, str(inside[key])))
    elif way == 3 and isinstance(inside[key], list):
        inside[key] = random.choice(([], inside[key] * 2, inside[key][::-1], inside[key][:1], inside[key][1:]))
    elif way == 4 and isinstance(inside, dict):
        inside[str(value(random))] = inside.pop(key)
    elif way == 5 and isinstance(inside[key], (int, float)):
        inside[key] = inside[key] * random.choice((-1, 0, 1e-9, 0.5, 2, 1000, 1e9, 1e300))
    elif way == 6 and isinstance(inside[key], str):
        inside[key] = random.choice(TEXTS)
    else:
        inside[key] = value(random)
    return as_json(document.get("", document))


def _places(document: Any) -> list[tuple[Any, Any]]:
    """List each object or array of a document with each of its keys."""
    keys = document if isinstance(document, dict) else range(len(document)) if isinstance(document, list) else ()
    return [place for key in keys for place in ((document, key), *_places(document[key]))]


def as_json(data: Any) -> str:
    """Write JSON; values `DEEP` become arrays in arrays."""
    return json.dumps(data).replace(f'"{DEEP}"', "[" * _NESTED + "]" * _NESTED)


def damaged_text(text: str, random: Random) -> str:
    """Remove, repeat, replace or insert a part of a text."""
    first, last = sorted(random.randrange(len(text) + 1) for _ in range(2))
    last = min(last, first + random.choice((1, 4, 40, 4000)))
    new = random.choice(("", text[first:last] * 2, random.choice(TEXTS), str(random.choice(NUMBERS))))
    return text[:first] + new + text[last:]


def damaged_bytes(data: bytes, random: Random, within: tuple[int, int] | None = None) -> bytes:
    """Change a bit, a byte, a number or a run of bytes, or cut, insert or remove bytes.

    Args:
        data: The bytes.
        random: The source of chance.
        within: Positions [first, last) at which the damage begins; None: anywhere.
    """
    first, last = within or (0, len(data))
    at = random.randrange(first, max(first + 1, last))
    way = random.randrange(8)
    if way == 0:
        new = bytes([data[at] ^ 1 << random.randrange(8)]) if at < len(data) else b"\0"
    elif way == 1:
        new = bytes([random.choice((0, 1, 0x7F, 0x80, 0xFF, random.randrange(256)))])
    elif way in {2, 3, 4}:
        size = random.choice((2, 4, 8))
        order: Literal["little", "big"] = random.choice(("little", "big"))
        limit = 256**size
        near = int.from_bytes(data[at : at + size], order) + random.choice((-8, -1, 1, 8, 256))
        number = random.choice((0, 1, near, limit // 2, limit - 1, random.randrange(limit))) % limit
        new = number.to_bytes(size, order)
    elif way == 5:
        run = random.choice((4, 16, 64, 512))
        new = random.choice((bytes(run), b"\xff" * run, random.randbytes(run)))
    elif way == 6:
        return data[:at]
    else:
        some = random.choice((1, 2, 16, 512))
        return random.choice((data[:at] + random.randbytes(some) + data[at:], data[:at] + data[at + some :]))
    new = new[: len(data) - at]
    return data[:at] + new + data[at + len(new) :]
