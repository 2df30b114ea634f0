"""Graph templates: the architectures of published networks as text, without their weights.

A template is `models/graphs/<name>.json`. It names the tensors that a file of weights must hold; in the graph they are
float32 and keep their names.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..cards.card import CARDS_DIR
from ..errors import ModelDamagedError
from ..onnx_format import TENSOR_TYPES, Node

GRAPHS_DIR = CARDS_DIR / "graphs"
INPUT, OUTPUT = "input", "output"
"""Names of the graph's input and output."""

_FORMAT = 1
_MAX_NUMBERS = 64
"""Largest number of values of a constant; a larger one would be a weight."""


class Stored(NamedTuple):
    """A tensor of the graph as a file of weights holds it."""

    shape: tuple[int, ...]
    """Its shape in the file."""
    transpose: tuple[int, ...] = ()
    """The order of its axes in the graph; empty if it is that of the file."""


@dataclass(frozen=True, eq=False)
class Template:
    """A graph (batch, bands, height, width) -> (batch, classes, height, width), without weights."""

    name: str
    opset: int
    ir: int
    """Version of the file format of ONNX."""
    bands: int
    classes: int
    tensors: Mapping[str, Stored]
    """The weights by name."""
    unused: frozenset[str]
    """Names of tensors that published files may hold and the graph does not use."""
    constants: Mapping[str, NDArray[Any]]
    modules: Mapping[str, tuple[str, Mapping[str, Any]]]
    """Name of a layer -> its class and options, for graphs whose tensors do not tell them apart; else empty."""
    nodes: tuple[Node, ...]
    """In the order of their execution."""


def template_path(name: str) -> Path:
    """Return the file of a template."""
    return GRAPHS_DIR / f"{name}.json"


def load_template(name: str) -> Template:
    """Read and check a template; an unchanged file is not read again.

    Raises:
        ModelDamagedError: the file is missing, or is no template.
    """
    path = template_path(name)
    try:
        stat = path.stat()
        return _load(path, stat.st_mtime_ns, stat.st_size)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ModelDamagedError(
            "The graph template {path} of the plugin cannot be used ({reason}). Install the plugin again.",
            path=path,
            reason=getattr(error, "strerror", None) or error,
        ) from error


@lru_cache(maxsize=32)
def _load(path: Path, _mtime_ns: int, _size: int) -> Template:
    data = json.loads(path.read_text(encoding="utf-8"))
    head = data["head"]
    if head["format"] != _FORMAT or head["name"] != path.stem:
        raise ValueError(f"it is {head['name']} in format {head['format']}")
    template = Template(
        name=head["name"],
        opset=int(head["opset"]),
        ir=int(head["ir"]),
        bands=int(head["bands"]),
        classes=int(head["classes"]),
        tensors={name: _stored(value) for name, value in data["tensors"].items()},
        unused=frozenset(data.get("unused", ())),
        constants={name: _constant(value) for name, value in data.get("constants", {}).items()},
        modules={name: (kind, options) for name, (kind, options) in data.get("modules", {}).items()},
        nodes=tuple(map(_node, data["nodes"])),
    )
    for problem in _problems(template):
        raise ValueError(problem)
    return template


def _stored(value: Any) -> Stored:
    entry = value if isinstance(value, dict) else {"shape": value}
    stored = Stored(tuple(map(int, entry["shape"])), tuple(entry.get("transpose", ())))
    if stored.transpose and sorted(stored.transpose) != list(range(len(stored.shape))):
        raise ValueError(f"{value} is no order of axes")
    return stored


def _constant(value: Any) -> NDArray[Any]:
    dtype, shape, numbers = value
    if dtype not in TENSOR_TYPES or len(numbers) > _MAX_NUMBERS or math.prod(shape) != len(numbers):
        raise ValueError(f"{value} is no constant")
    return np.array(numbers, np.dtype(dtype).newbyteorder("<")).reshape(shape)


def _node(value: Any) -> Node:
    operator, inputs, outputs, attributes = value
    return Node(operator, tuple(inputs), tuple(outputs), {name: _attribute(one) for name, one in attributes.items()})


def _attribute(value: Any) -> Any:
    if isinstance(value, dict):
        return np.float32(value["float"]) if "float" in value else _constant(value["tensor"])
    whole = [value] if isinstance(value, int) else value
    if not isinstance(value, str) and not all(isinstance(one, int) for one in whole):
        raise ValueError(f"{value} is no attribute")
    return value


def _problems(template: Template) -> Iterator[str]:
    """Find names that are not made before they are used, or twice."""
    made = {INPUT, *template.tensors, *template.constants}
    if len(made) != 1 + len(template.tensors) + len(template.constants):
        yield "a tensor and a constant have the same name"
    for node in template.nodes:
        unknown = [name for name in node.inputs if name and name not in made]
        if unknown:
            yield f"{node.operator} uses {unknown[0]}, which is not made before it"
        again = [name for name in node.outputs if name in made]
        if again:
            yield f"{again[0]} is made twice"
        made.update(node.outputs)
    if OUTPUT not in made:
        yield f"nothing makes {OUTPUT}"
    used = {name for node in template.nodes for name in node.inputs}
    idle = [name for name in template.tensors if name not in used]
    if idle:
        yield f"nothing uses {idle[0]}"
