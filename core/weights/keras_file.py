"""Read the tensors of a file of Keras: HDF5 of Keras 2 (`.h5`, `.hdf5`), and weights of Keras 3 (`.weights.h5`).

Keras numbers the names of layers on and on while a program runs, so the name of a layer differs from file to file.
Tensors are therefore named by the kind of their layer and its place among the layers of that kind in the file, from 0:
`conv2d_0/kernel`, `batch_normalization_3/moving_mean`. Keras itself also loads weights by their order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from ..language import marked
from .hdf5_file import Node, open_hdf5
from .weights import ASK_THE_AUTHORS, Unfit, Weights

_PARTS = {
    "conv2d": ("kernel", "bias"),
    "separable_conv2d": ("depthwise_kernel", "pointwise_kernel", "bias"),
    "batch_normalization": ("gamma", "beta", "moving_mean", "moving_variance"),
}
"""Names of the weights of a layer, which Keras 3 only numbers."""


def read_keras(path: Path) -> Weights:
    """Read all tensors.

    Raises:
        OSError: the file cannot be read.
        Unfit: it is damaged, holds no weights, or has parts that Keras does not write.
    """
    with open_hdf5(path) as root:
        weights = root.child("model_weights") if "model_weights" in root.places else root
        layers = weights.texts("layer_names")
        tensors: dict[str, NDArray[Any]] = {}
        for name, node in _of_keras_3(weights) if layers is None else _of_keras_2(weights, layers):
            if name in tensors:
                raise Unfit(marked("it contains {name} twice"), name=name)
            tensors[name] = node.array(name)
    if not tensors:
        raise Unfit(marked("it contains no layers with weights"), remedy=ASK_THE_AUTHORS)
    return Weights(path, "Keras", tensors)


def _of_keras_2(weights: Node, layers: list[str]) -> Iterator[tuple[str, Node]]:
    """Return the tensors of the layers in the order of the file."""
    count: Counter[str] = Counter()
    for layer in layers:
        group = weights.child(layer)
        parts = group.texts("weight_names") or []
        kind = re.sub(r"_\d+$", "", layer)
        for part in parts:
            name = part.rpartition("/")[2].partition(":")[0]
            yield f"{kind}_{count[kind]}/{name}", group.child(part)
        count[kind] += bool(parts)


def _of_keras_3(weights: Node) -> Iterator[tuple[str, Node]]:
    """Return the tensors of the layers, whose names Keras 3 numbers in each file: `conv2d`, `conv2d_1`, ..."""
    layers = weights.child("layers") if "layers" in weights.places else weights
    for layer in layers.places:
        group = layers.child(layer)
        numbered = group.child("vars") if "vars" in group.places else group
        kind, _, number = layer.rpartition("_")
        kind, place = (kind, number) if number.isdecimal() else (layer, "0")
        for part, name in enumerate(_PARTS.get(kind, ())):
            if str(part) in numbered.places:
                yield f"{kind}_{place}/{name}", numbered.child(str(part))
