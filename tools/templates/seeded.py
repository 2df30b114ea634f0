"""Weights and input for a graph template, the same on every computer, without the packages of the networks.

They serve tests and measurements: features neither vanish nor explode, and every class occurs. Frozen streams of random
numbers (`numpy.random.RandomState`) make them; `spreads/<template>.json` says how widely features spread.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ...core.graphs.template import Stored, Template
from ...core.onnx_format import Node
from ...core.weights.weights import Weights

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


def read_spreads(name: str) -> Spreads:
    """Read the spreads recorded for a template."""
    return Spreads(**json.loads((SPREADS / f"{name}.json").read_text(encoding="utf-8")))


def seeded_input(template: Template, shape: tuple[int, int]) -> NDArray[np.float32]:
    """Draw squares of values around 0 with some noise: (1, bands, *shape) float32.

    Args:
        template: The template.
        shape: Height and width in pixels.
    """
    rng = np.random.RandomState(1)
    lines, columns = (-(-length // _BLOCK) for length in shape)
    squares = rng.standard_normal((1, template.bands, lines, columns)).repeat(_BLOCK, 2).repeat(_BLOCK, 3)
    values = squares[:, :, : shape[0], : shape[1]] + 0.3 * rng.standard_normal((1, template.bands, *shape))
    return values.astype(np.float32)


def seeded_weights(template: Template, spreads: Spreads | None = None) -> Weights:
    """Draw the weights of a network, named and shaped as in its file.

    Args:
        template: The template.
        spreads: Spreads of the features; those recorded for the template, if not given.
    """
    spreads = spreads or read_spreads(template.name)
    tensors: dict[str, NDArray[np.float64]] = {}
    features = iter(spreads.features)
    for node in template.nodes:
        for position, name in enumerate(node.inputs):
            if name in template.tensors:
                tensors[name] = _draw(template.tensors[name], name, node.operator, position)
        if node.operator == "BatchNormalization":
            deviation = next(features)
            tensors[node.inputs[3]] *= deviation
            tensors[node.inputs[4]] *= deviation**2
    scale = LOGITS / np.array(spreads.deviations)
    _, kernel, bias = last_convolution(template).inputs
    tensors[kernel] *= _along_classes(scale, template.tensors[kernel])
    tensors[bias] = (tensors[bias] - spreads.means) * scale
    return Weights(
        Path(template.name), "state dict", {name: values.astype(np.float32) for name, values in tensors.items()}
    )


def last_convolution(template: Template) -> Node:
    """Return the last convolution, whose channels are the classes."""
    return next(node for node in reversed(template.nodes) if node.operator == "Conv")


def _draw(stored: Stored, name: str, operator: str, position: int) -> NDArray[np.float64]:
    """Draw a tensor, which is an input of an operator, from a stream of its own."""
    shape = stored.shape
    rng = np.random.RandomState(crc32(name.encode()))
    if operator == "BatchNormalization":
        kind, first, second = _NORMALISATION[position]
        values: NDArray[np.float64] = getattr(rng, kind)(first, second, shape)
        return values
    if operator == "Mul" or (operator == "LayerNormalization" and position == 1):
        return rng.uniform(0.5, 1.5, shape)
    if len(shape) == 1:
        return rng.normal(0, 0.1, shape)
    in_graph = [shape[axis] for axis in stored.transpose or range(len(shape))]
    return rng.normal(0, math.sqrt(2 / math.prod(in_graph[1:])), shape)


def _along_classes(scale: NDArray[np.float64], kernel: Stored) -> NDArray[np.float64]:
    """Shape a factor per class like the kernel of the last convolution."""
    axis = kernel.transpose[0] if kernel.transpose else 0
    return scale.reshape([-1 if one == axis else 1 for one in range(len(kernel.shape))])
