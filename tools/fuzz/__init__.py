"""Damage good inputs at random, let the engine read them in another process, and count the outcomes.

Mutation `number` of a kind depends only on the seed and the number, so that each can be repeated alone:

    python -m cloud_s2_mask.tools.fuzz jp2 --count 5000 --seed 1
    python -m cloud_s2_mask.tools.fuzz jp2 --first 4711 --count 1 --keep folder
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from random import Random


@dataclass(frozen=True)
class Kind:
    """A kind of input; add one as a module of this folder with a constant `KIND`, and list it in `KINDS`."""

    suffix: str
    """Of a file's name, with its dot."""
    samples: Callable[[Path], list[Path]]
    """Write good inputs into a folder; the same ones every time."""
    damaged: Callable[[bytes, Random], tuple[str, bytes]]
    """Return the place that was damaged, in a word or two, and the damaged bytes of a sample."""
    use: Callable[[Path], object]
    """Read a file as the engine does, and return the values read, which are compared with those of the sample.

    A CloudS2MaskError is a refusal; every other exception is a fault.
    """


KINDS = ("jp2", "metadata", "archive", "card", "network", "area", "raster", "season", "weights")
"""Names of the modules."""


def kind_of(name: str) -> Kind:
    """Return a kind by the name of its module, or by the full path of a module elsewhere."""
    kind: Kind = import_module(name if "." in name else f"{__package__}.{name}").KIND
    return kind
