"""The writer of ONNX files writes what the package `onnx` writes."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from ....core.graphs.onnx_writer import write_onnx
from ....core.graphs.template import Template, load_template
from ....core.runtime.package import import_runtime
from ..published import WEIGHTS, graph

RESIZE = {"mode": "nearest", "nearest_mode": "floor", "coordinate_transformation_mode": "asymmetric"}
EVERY_KIND = [
    ["Conv", ["input", "head.weight", "head.bias"], ["v1"], {"pads": [0, 0, 0, 0], "group": 1, "strides": [1, 1]}],
    ["LeakyRelu", ["v1"], ["v2"], {"alpha": {"float": 0.1}}],
    ["ConstantOfShape", ["one"], ["v3"], {"value": {"tensor": ["float32", [1], [-2.5]]}}],
    ["Clip", ["v2", "", "high"], ["v4"], {}],
    [
        "Resize",
        ["v4", "", "scales"],
        ["v5"],
        {"mode": "nearest", "nearest_mode": "floor", "coordinate_transformation_mode": "asymmetric"},
    ],
    ["Squeeze", ["v3", "last"], ["v6"], {}],
    ["Add", ["v5", "v6"], ["output"], {}],
]
CONSTANTS = {
    "one": ["int64", [1], [1]],
    "last": ["int64", [1], [-1]],
    "high": ["float32", [], [1000.0]],
    "scales": ["float32", [4], [1.0, 1.0, 2.0, 2.0]],
    "none": ["int64", [0], []],
}


def with_package(template: Template, weights: dict[str, np.ndarray]) -> onnx.ModelProto:
    """Make the network of a template with the package `onnx`."""

    def attribute(value: Any) -> Any:
        if isinstance(value, np.float32):
            return float(value)
        return numpy_helper.from_array(value) if isinstance(value, np.ndarray) else value

    nodes = [
        helper.make_node(
            node.operator,
            node.inputs,
            node.outputs,
            **{name: attribute(value) for name, value in node.attributes.items()},
        )
        for node in template.nodes
    ]
    tensors = [numpy_helper.from_array(weights[name], name) for name in template.tensors]
    tensors += [numpy_helper.from_array(value, name) for name, value in template.constants.items()]
    images = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", channels, "height", "width"])
        for name, channels in (("input", template.bands), ("output", template.classes))
    ]
    made = helper.make_graph(nodes, template.name, images[:1], images[1:], tensors)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", template.opset)], ir_version=template.ir)


@pytest.fixture
def template(publish) -> Template:
    """A template with every kind of attribute and constant."""
    publish([graph("tiny", nodes=EVERY_KIND, constants=CONSTANTS)], [])
    return load_template("tiny")


def test_the_file_is_that_of_the_package(template):
    """Byte for byte; the checker of ONNX accepts it."""
    data = write_onnx(template, WEIGHTS)
    assert data == with_package(template, WEIGHTS).SerializeToString(deterministic=True)
    onnx.checker.check_model(onnx.load_model_from_string(data), full_check=True)
    assert write_onnx(template, WEIGHTS) == data


def test_the_network_computes_what_its_template_says(template):
    """ONNX Runtime runs it on patches of any size, in batches of any size."""
    session = import_runtime().InferenceSession(write_onnx(template, WEIGHTS), providers=["CPUExecutionProvider"])
    patch = np.random.default_rng(0).uniform(-1, 1, (2, 2, 3, 5)).astype(np.float32)
    (output,) = session.run(None, {"input": patch})
    logits = np.einsum("oi,nihw->nohw", WEIGHTS["head.weight"][:, :, 0, 0], patch)
    logits += WEIGHTS["head.bias"][:, None, None]
    expected = np.where(logits > 0, logits, 0.1 * logits).repeat(2, axis=2).repeat(2, axis=3) - 2.5
    np.testing.assert_allclose(output, expected, rtol=1e-5, atol=1e-5)
