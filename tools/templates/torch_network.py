"""Networks of PyTorch: their graphs are traced, with the names of their tensors."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray

from .network import OPSET, Graph, Network
from .onnx_graph import strip

_TRACED = 257
"""Pixels of the traced patch: odd at every level of the encoder, so that the decoder's size adjustments are traced."""

_OPTIONS = (
    "kernel_size",
    "stride",
    "padding",
    "padding_mode",
    "output_padding",
    "dilation",
    "groups",
    "transposed",
    "ceil_mode",
    "count_include_pad",
    "output_size",
    "scale_factor",
    "upscale_factor",
    "mode",
    "align_corners",
    "eps",
    "track_running_stats",
    "normalized_shape",
    "negative_slope",
)
"""Attributes of modules that change their results, besides their weights."""


def torch_network(make: Callable[[], torch.nn.Module], *, whole: bool = False, **fields: Any) -> Network:
    """Describe a network of PyTorch.

    Args:
        make: Build the network: (batch, bands, height, width) -> (batch, classes, height, width).
        whole: Its files hold whole modules, so the template lists their classes.
        fields: Other fields of `Network`; PyTorch is added to the packages.
    """
    fields["packages"] = ("torch", *fields["packages"])
    make = cache(make)  # fastai takes seconds
    return Network(draw=partial(_draw, make, fields["bands"], whole=whole), infer=partial(_infer, make), **fields)


def _draw(make: Callable[[], torch.nn.Module], bands: int, *, whole: bool) -> Graph:
    module = make().eval()
    # The exporter merges equal tensors, such as fresh statistics, so all are made different.
    rng = np.random.RandomState(0)
    state = {
        name: torch.from_numpy(rng.uniform(0.5, 1.5, tuple(values.shape)).astype(np.float32))
        for name, values in module.state_dict().items()
        if values.is_floating_point()
    }
    module.load_state_dict(state, strict=False)
    axes = {0: "batch", 2: "height", 3: "width"}
    file = io.BytesIO()
    with warnings.catch_warnings():  # tracing warns of sizes, but the trace is compared at other sizes
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            torch.zeros(1, bands, _TRACED, _TRACED),
            file,
            input_names=["input"],
            output_names=["output"],
            dynamic_axes={"input": axes, "output": axes},
            opset_version=OPSET,
            dynamo=False,
            # Both keep all tensors, with their names: constants would be folded, and convolutions fused with BatchNorm.
            do_constant_folding=False,
            training=torch.onnx.TrainingMode.PRESERVE,
        )
    graph = strip(onnx.load_model_from_string(file.getvalue()).graph, state)
    shapes = {name: list(values.shape) for name, values in module.state_dict().items()}
    for name, shape in graph.tensors.items():
        if shape != shapes[name]:
            raise ValueError(f"{name} has the shape {shape} in the graph, {shapes[name]} in the module.")
    unused = {name: shape for name, shape in shapes.items() if name not in graph.tensors}
    return Graph(graph.tensors, graph.constants, graph.nodes, unused, _tree(module) if whole else {})


def _tree(module: torch.nn.Module) -> dict[str, list[Any]]:
    """Return the class of each module and its options, tuples as lists."""
    return {
        name: [
            type(one).__name__,
            {
                option: list(value) if isinstance(value, tuple) else value
                for option in _OPTIONS
                if isinstance(value := vars(one).get(option), (bool, int, float, str, tuple))
            },
        ]
        for name, one in module.named_modules()
    }


def _infer(
    make: Callable[[], torch.nn.Module], weights: Mapping[str, NDArray[np.float32]], inputs: NDArray[np.float32]
) -> NDArray[np.float32]:
    module = make().eval()
    state = {name: torch.from_numpy(values) for name, values in weights.items()}
    # Batch counters and the like are not used.
    module.load_state_dict({**module.state_dict(), **state})
    with torch.inference_mode():
        outputs: NDArray[np.float32] = module(torch.from_numpy(inputs)).as_subclass(torch.Tensor).numpy()
    return outputs
