"""A writer of ONNX files for the networks that are built from graph templates."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ..onnx_format import message, node_fields, number, tensor_fields, texts, value_fields
from .template import INPUT, OUTPUT, Template


def write_onnx(template: Template, weights: Mapping[str, NDArray[np.float32]]) -> bytes:
    """Write a graph with its weights as an ONNX file; the same bytes for the same template and weights.

    Args:
        template: The graph.
        weights: Its tensors by name, in the order of the graph's axes.
    """
    images = (
        value_fields(name, "float32", ["batch", channels, "height", "width"])
        for name, channels in ((INPUT, template.bands), (OUTPUT, template.classes))
    )
    parts = [
        *(part for node in template.nodes for part in message(1, node_fields(node))),
        *texts(2, [template.name]),
        *(part for name in template.tensors for part in message(5, tensor_fields(weights[name], name))),
        *(part for name, values in template.constants.items() for part in message(5, tensor_fields(values, name))),
        *(part for field, image in zip((11, 12), images) for part in message(field, image)),
    ]
    opset = [*message(1, [b""]), number(2, template.opset)]
    return b"".join([number(1, template.ir), *message(7, parts), *message(8, opset)])
