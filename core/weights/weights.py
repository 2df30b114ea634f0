"""The weights of a network as a file holds them, and the reason why a file cannot be used."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ..language import marked, translated

DOWNLOAD_AGAIN = marked("Download it again.")
"""Remedy for a damaged file."""
ASK_THE_AUTHORS = marked("Use the file that the authors of the network publish.")
"""Remedy for a file that is whole, but of no use."""

MAX_BYTES = 2_000_000_000
"""Largest size of a file; an ONNX file cannot hold more."""
_MAX_SIDES = 8
_WIDENED = {"bfloat16": 2, "float16": 2}
"""Types that become float32, with the bytes of a number."""


@dataclass(frozen=True)
class Module:
    """A layer, or a part made of layers, of a whole pickled network."""

    kind: str
    """Name of its class without the module, e.g. `BatchNorm2d`."""
    options: Mapping[str, Any]
    """Its numbers, texts, and tuples of them by name, e.g. `{"eps": 1e-05, "stride": (2, 2)}`."""


@dataclass(frozen=True)
class Weights:
    """The tensors of a network by name, and its modules where the file tells them."""

    path: Path
    kind: Literal["safetensors", "state dict", "TorchScript", "module", "Keras"]
    tensors: Mapping[str, NDArray[Any]]
    """Finite numbers as stored, read-only; 16-bit floats are widened to float32."""
    modules: Mapping[str, Module] = field(default_factory=dict)
    """The parts of a whole pickled network by name, `""` for the network itself; empty for other kinds."""


class Unfit(Exception):  # noqa: N818 - a reason, from which `read_weights` makes an error
    """A file of weights cannot be used."""

    def __init__(self, template: str, /, *, remedy: str = DOWNLOAD_AGAIN, **values: object) -> None:
        """Translate the reason and insert its values.

        Args:
            template: Clause that follows 'the file cannot be used:'; a `marked` text.
            remedy: Sentence; a `marked` text.
            values: By name; names from a file are made printable.
        """
        self.values = {name: _printable(value) if isinstance(value, str) else value for name, value in values.items()}
        self.reason, self.remedy = translated(template, **self.values), translated(remedy)
        super().__init__(self.reason)


def _printable(text: str) -> str:
    return text if text.isprintable() else ascii(text)


def is_shape(sides: object) -> bool:
    """Check the lengths of a tensor's sides: whole numbers from 0, as a file of `MAX_BYTES` can hold them."""
    if not isinstance(sides, (tuple, list)) or len(sides) > _MAX_SIDES or not are_counts(sides):
        return False
    return math.prod(max(side, 1) for side in sides) <= MAX_BYTES


def are_counts(numbers: Iterable[object]) -> bool:
    """Check that all are whole numbers from 0 to `MAX_BYTES`; True and False are none."""
    return all(type(number) is int and 0 <= number <= MAX_BYTES for number in numbers)


def repeated(names: Iterable[str]) -> str:
    """Return the name that occurs most often."""
    return Counter(names).most_common(1)[0][0]


def bytes_of(dtype: str) -> int:
    """Return the number of bytes of a number as a file holds it; `bfloat16` is a type too."""
    return _WIDENED.get(dtype) or np.dtype(dtype).itemsize


def array_of(data: bytes, dtype: str) -> NDArray[Any]:
    """Return little-endian numbers as a read-only array of one dimension; 16-bit floats become float32."""
    if dtype not in _WIDENED:
        return np.frombuffer(data, np.dtype(dtype).newbyteorder("<"))
    if dtype == "bfloat16":  # the upper half of a float32
        wide = np.frombuffer(data, "<u2").astype("<u4")
        wide <<= 16
        array = wide.view("<f4")
    else:
        array = np.frombuffer(data, "<f2").astype("<f4")
    array.flags.writeable = False
    return array
