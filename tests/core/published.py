"""Tiny published models: graph templates, cards with a publication, and files of weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ...core.graphs.template import load_template
from ...tools.stand_ins import write_seeded
from .conftest import tiny_card

BANDS = ["B02", "B03"]
WEIGHTS = {
    "head.weight": np.array([[0, 0], [20, 0], [0, -30]], np.float32)[:, :, None, None],
    "head.bias": np.array([0, -5, 2.5], np.float32),
}
"""Tensors of the graph of `graph`."""
OMNICLOUDMASK = ("omnicloudmask-regnety_004", "omnicloudmask-edgenext_small")
"""Graph templates of the networks of OmniCloudMask."""


def graph(name: str, factor: float = 1, **fields: Any) -> dict[str, Any]:
    """Make a graph template as in JSON: a convolution of two bands to the logits of three classes, times a factor."""
    convolution = {"kernel_shape": [1, 1], "group": 1}
    template = {
        "head": {"format": 1, "name": name, "opset": 17, "ir": 8, "bands": 2, "classes": 3, "made_with": {}},
        "tensors": {"head.weight": [3, 2, 1, 1], "head.bias": [3]},
        "unused": {"head.num_batches_tracked": []},
        "constants": {"factor": ["float32", [], [factor]]},
        "nodes": [
            ["Conv", ["input", "head.weight", "head.bias"], ["v1"], convolution],
            ["Mul", ["v1", "factor"], ["output"], {}],
        ],
    }
    return template | fields


def published_card(model: str, networks: Mapping[str, Sequence[str]], **fields: Any) -> dict[str, Any]:
    """Make a card with a publication as in JSON.

    Args:
        model: Its id; networks are named after it.
        networks: Name of each file of weights -> names of its graphs.
        fields: Other fields.
    """
    files = [
        {"file": f"{model}-{number}.onnx", "weights": {"file": file, "graphs": list(graphs)}}
        for number, (file, graphs) in enumerate(networks.items(), start=1)
    ]
    page = {"page": "https://huggingface.co/authors/model", "revision": "c9a4fb88188709127aa25cfe51ae7fd41b0132f8"}
    card = tiny_card(id=model, title=model, bands=BANDS, networks=files, publication=page)
    return card | fields


def seeded_file(path: Path, name: str) -> Path:
    """Write a file of a published network's form with seeded weights, and the counters that the graph does not use."""
    return write_seeded(path, load_template(name))
