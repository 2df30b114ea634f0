"""Damage networks that are imported as models."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from ...core.networks.importing import import_model, propose_fields
from . import Kind
from .damage import damaged_bytes

BANDS = ("B02", "B03", "B04", "B08")
CLASSES = ("clear", "thick_cloud", "shadow")
CARD: dict[str, Any] = {
    "id": "tiny",
    "title": "A small network",
    "version": "1",
    "levels": ["L1C", "L2A"],
    "bands": list(BANDS),
    "resolution": [10, 60],
    "mean": [0.1, 0.1, 0.1, 0.2],
    "std": [0.05, 0.05, 0.05, 0.1],
    "patch_size": 64,
    "patch_multiple": 32,
    "patch_overlap": 16,
    "activation": "softmax",
    "blend": "probabilities",
    "classes": list(CLASSES),
    "networks": [{"file": "network.onnx"}],
    "licence": "Apache-2.0",
    "citation": "none",
}


def network(seed: int = 1, bands: int = len(BANDS), classes: int = len(CLASSES)) -> bytes:
    """Make a network of a few layers, as ONNX."""
    random = np.random.default_rng(seed)
    arrays = {
        "down": random.normal(0, 0.3, (6, bands, 3, 3)),
        "down_bias": random.normal(0, 0.3, 6),
        "out": random.normal(0, 0.3, (classes, 6 + bands, 1, 1)),
        "out_bias": random.normal(0, 0.3, classes),
        "scales": np.array([1, 1, 2, 2]),
    }
    nodes = [
        helper.make_node("Conv", ["x", "down", "down_bias"], ["a"], pads=[1] * 4),
        helper.make_node("Relu", ["a"], ["b"]),
        helper.make_node("MaxPool", ["b"], ["c"], kernel_shape=[2, 2], strides=[2, 2]),
        helper.make_node("Resize", ["c", "", "scales"], ["d"], mode="nearest"),
        helper.make_node("Concat", ["d", "x"], ["e"], axis=1),
        helper.make_node("Conv", ["e", "out", "out_bias"], ["y"]),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", bands, "h", "w"])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", classes, "h", "w"])],
        [numpy_helper.from_array(array.astype(np.float32), name) for name, array in arrays.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    return bytes(model.SerializeToString())


def samples(folder: Path) -> list[Path]:
    """Write two networks."""
    paths = [folder / "one.onnx", folder / "two.onnx"]
    for seed, path in enumerate(paths):
        path.write_bytes(network(seed))
    return paths


def damaged(data: bytes, random: Random) -> tuple[str, bytes]:
    """Damage a network at one or several places."""
    new = damaged_bytes(data, random)
    while random.random() < 0.3 and new:
        new = damaged_bytes(new, random)
    return "network", new


def use(path: Path) -> object:
    """Propose fields for a network, and import it with those of a card."""
    with no_models():
        return repr(propose_fields(path)), repr(import_model(path, CARD))


@contextmanager
def no_models() -> Iterator[None]:
    """Use an empty folder of models for a while."""
    with TemporaryDirectory() as folder:
        os.environ["CLOUD_S2_MASK_MODELS"] = folder
        yield


KIND = Kind(".onnx", samples, damaged, use)
