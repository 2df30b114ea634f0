"""A published network: its graph, drawn from its own package, and its own output for given weights."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

FORMAT, OPSET, IR = 1, 17, 8
"""Version of the templates, and of ONNX's operators and files."""


class Node(NamedTuple):
    """An operator of a graph, as templates list it."""

    op: str
    inputs: list[str]
    outputs: list[str]
    attributes: dict[str, Any]


@dataclass(frozen=True)
class Graph:
    """A network without its weights: from `input` to `output`."""

    tensors: Mapping[str, Any]
    """Shape of each tensor in the file of weights; with `transpose` where the graph needs another order."""
    constants: Mapping[str, Any]
    """Type, shape and numbers of each constant."""
    nodes: Sequence[Node]
    unused: Mapping[str, Any] = field(default_factory=dict)
    """Shape of each tensor that a file of weights may hold, and the graph does not use."""
    modules: Mapping[str, Any] = field(default_factory=dict)
    """Class and options of each module, where files hold whole modules."""


@dataclass(frozen=True)
class Network:
    """A published network."""

    name: str
    """Name of its template."""
    packages: tuple[str, ...]
    """Packages that its graph depends on."""
    bands: int
    classes: int
    draw: Callable[[], Graph]
    """Draw its graph with the package's own architecture."""
    infer: Callable[[Mapping[str, NDArray[np.float32]], NDArray[np.float32]], NDArray[np.float32]]
    """Run the package's own network: weights as in its file, (batch, bands, height, width) -> (batch, classes, height,
    width)."""
    shape: tuple[int, int] = (64, 96)
    """Height and width in pixels of the patch whose answer is recorded."""

    def made_with(self) -> dict[str, str]:
        """Return the versions of the packages."""
        return {package: version(package) for package in self.packages}

    def template(self) -> str:
        """Draw the graph and return its template: JSON, a tensor, constant, module or node per line."""
        graph = self.draw()
        head = {"format": FORMAT, "name": self.name, "opset": OPSET, "ir": IR}
        head |= {"bands": self.bands, "classes": self.classes, "made_with": self.made_with()}
        parts = [_object(name, getattr(graph, name)) for name in ("tensors", "unused", "constants", "modules")]
        nodes = ",\n".join(f"  {_compact(node)}" for node in graph.nodes)
        return "{" + ",\n ".join([f'"head":{_compact(head)}', *filter(None, parts), f'"nodes":[\n{nodes}\n ]']) + "}\n"


def _object(name: str, values: Mapping[str, Any]) -> str:
    """Write a part of a template, or nothing if it is empty."""
    lines: Iterator[str] = (f"  {_compact(key)}:{_compact(value)}" for key, value in values.items())
    return f"{_compact(name)}:{{\n" + ",\n".join(lines) + "\n }" if values else ""


def _compact(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
