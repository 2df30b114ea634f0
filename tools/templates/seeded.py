"""Weights and input for a graph template, the same on every computer, without the packages of the networks.

They serve tests and measurements: features neither vanish nor explode, and every class occurs. Frozen streams of random
numbers (`numpy.random.RandomState`) make them; `spreads/<template>.json` says how widely features spread.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ..package import ROOT

Template = Mapping[str, Any]
"""A graph template, as JSON holds it."""
TEMPLATES = ROOT / "models" / "graphs"
SPREADS = Path(__file__).with_name("spreads")
LOGITS = 2.0
"""Standard deviation of the logits of each class."""
_NORMALISATION = {
    1: ("uniform", 0.7, 1.3),
    2: ("normal", 0.0, 1.0),
    3: ("normal", 0.0, 0.1),
    4: ("uniform", 0.8, 1.25),
}
"""Scale, bias, mean and variance of BatchNormalization by input: distribution and its two parameters."""
_BLOCK = 8
"""Lines and columns of the squares in the input."""


class Spreads(NamedTuple):
    """Measured spreads of the features of a network with seeded weights."""

    features: list[float]
    """Standard deviation of the input of each BatchNormalization, in the order of the nodes."""
    means: list[float]
    """Mean of the last convolution per class."""
    deviations: list[float]
    """Standard deviation of the last convolution per class."""


def templates() -> list[str]:
    """Return the names of all templates."""
    return sorted(path.stem for path in TEMPLATES.glob("*.json"))


def read_template(name: str) -> Template:
    """Read a graph template of the project."""
    template: Template = json.loads((TEMPLATES / f"{name}.json").read_text(encoding="utf-8"))
    return template


def read_spreads(name: str) -> Spreads:
    """Read the spreads of a template."""
    return Spreads(**json.loads((SPREADS / f"{name}.json").read_text(encoding="utf-8")))


def seeded_input(template: Template, shape: tuple[int, int]) -> NDArray[np.float32]:
    """Draw squares of values around 0 with some noise: (1, bands, *shape) float32.

    Args:
        template: The template.
        shape: Height and width in pixels.
    """
    rng = np.random.RandomState(1)
    bands: int = template["head"]["bands"]
    lines, columns = (-(-length // _BLOCK) for length in shape)
    squares = rng.standard_normal((1, bands, lines, columns)).repeat(_BLOCK, 2).repeat(_BLOCK, 3)
    values = squares[:, :, : shape[0], : shape[1]] + 0.3 * rng.standard_normal((1, bands, *shape))
    return values.astype(np.float32)


def seeded_weights(template: Template, spreads: Spreads | None = None) -> dict[str, NDArray[np.float32]]:
    """Draw the weights of a network, named and shaped as in its file.

    Args:
        template: The template.
        spreads: Spreads of the features; those recorded for the template, if not given.
    """
    spreads = spreads or read_spreads(template["head"]["name"])
    weights: dict[str, NDArray[np.float64]] = {}
    features = iter(spreads.features)
    for op, inputs, _, _ in template["nodes"]:
        for position, name in enumerate(inputs):
            if name in template["tensors"]:
                weights[name] = _draw(template["tensors"][name], name, op, position)
        if op == "BatchNormalization":
            deviation = next(features)
            weights[inputs[3]] *= deviation
            weights[inputs[4]] *= deviation**2
    _, inputs, _, _ = last_convolution(template)
    scale = LOGITS / np.array(spreads.deviations)
    weights[inputs[1]] *= _along_classes(scale, template["tensors"][inputs[1]])
    weights[inputs[2]] = (weights[inputs[2]] - spreads.means) * scale
    return {name: values.astype(np.float32) for name, values in weights.items()}


def last_convolution(template: Template) -> Any:
    """Return the node of the last convolution."""
    return next(node for node in reversed(template["nodes"]) if node[0] == "Conv")


def _draw(tensor: Any, name: str, op: str, position: int) -> NDArray[np.float64]:
    """Draw a tensor, which is an input of an operator, from a stream of its own."""
    shape: tuple[int, ...] = tuple(tensor["shape"] if isinstance(tensor, dict) else tensor)
    rng = np.random.RandomState(crc32(name.encode()))
    if op == "BatchNormalization":
        kind, first, second = _NORMALISATION[position]
        values: NDArray[np.float64] = getattr(rng, kind)(first, second, shape)
        return values
    if op == "Mul" or (op == "LayerNormalization" and position == 1):
        return rng.uniform(0.5, 1.5, shape)
    if len(shape) == 1:
        return rng.normal(0, 0.1, shape)
    in_graph = [shape[axis] for axis in tensor["transpose"]] if isinstance(tensor, dict) else shape
    return rng.normal(0, math.sqrt(2 / math.prod(in_graph[1:])), shape)


def _along_classes(scale: NDArray[np.float64], tensor: Any) -> NDArray[np.float64]:
    """Shape a factor per class like the kernel of the last convolution."""
    axis = tensor["transpose"][0] if isinstance(tensor, dict) else 0
    dimensions = len(tensor["shape"] if isinstance(tensor, dict) else tensor)
    return scale.reshape([-1 if one == axis else 1 for one in range(dimensions)])
