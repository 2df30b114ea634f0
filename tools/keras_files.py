"""Write files of weights as Keras 2 and Keras 3 do, without Keras, for tests and fuzzing; needs h5py."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from numpy.typing import NDArray


def write_keras_2(path: Path, tensors: Mapping[str, NDArray[Any]], *, first: int = 0, whole: bool = False) -> Path:
    """Write weights in the order of their layers, between layers that have none.

    Args:
        path: File.
        tensors: By names as `core.weights.keras_file` gives them, e.g. `conv2d_0/kernel`.
        first: Number of the first layer of each kind, in a program that has made other networks before.
        whole: Write the whole network, of which the weights are a part.
    """
    import h5py

    layers: dict[str, dict[str, NDArray[Any]]] = {"input": {}}
    for name, values in tensors.items():
        layer, part = name.split("/")
        kind, _, number = layer.rpartition("_")
        layer = f"{kind}_{int(number) + first}" if int(number) + first else kind
        layers.setdefault(layer, {})[f"{layer}/{part}:0"] = values
    layers["re_lu"] = {}
    with h5py.File(path, "w") as file:
        group = file.create_group("model_weights") if whole else file
        group.attrs["layer_names"] = [name.encode() for name in layers]
        group.attrs["backend"], group.attrs["keras_version"] = b"tensorflow", b"2.4.0"
        for layer, parts in sorted(layers.items()):
            made = group.create_group(layer)
            made.attrs["weight_names"] = [name.encode() for name in parts]
            for name, values in parts.items():
                made[name] = values
        if whole:
            file.create_group("optimizer_weights")["iterations:0"] = 3
    return path


def write_keras_3(path: Path, tensors: Mapping[str, NDArray[Any]]) -> Path:
    """Write weights of layers, each in the order of its parts; `tensors` as in `write_keras_2`."""
    import h5py

    with h5py.File(path, "w") as file:
        for name, values in tensors.items():
            layer = name.split("/")[0].removesuffix("_0")
            parts = file.require_group(f"layers/{layer}/vars")
            parts[str(len(parts))] = values
        file.require_group("layers/dropout/seed_generator/vars")["0"] = [0, 1]
        file.require_group("vars")
    return path
