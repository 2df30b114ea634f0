"""Conversion of a network with 16-bit floats and a fixed input size to 32-bit floats and any size."""

from __future__ import annotations

from typing import Any


def convert_network(data: bytes, outputs: int, *, half: bool = False) -> bytes:
    """Make a network's input size variable, and widen its 16-bit floats to 32 bits for CPUs.

    Args:
        data: An ONNX file whose input is (batch, bands, height, width), computing in float16.
        outputs: Number of output channels.
        half: Keep the 16-bit floats, for the input and the output too.

    Returns:
        The same network for any multiple of its own stride; in float32 without casts unless `half`.

    Raises:
        ImportError: the package `onnx` is not installed.
    """
    import onnx

    model = onnx.load_model_from_string(data)
    (_end_in_half if half else _widen)(model)
    del model.graph.value_info[:]  # shapes of the fixed size
    for value in (model.graph.input[0], model.graph.output[0]):
        dimensions = value.type.tensor_type.shape.dim
        for index, name in ((0, "batch"), (2, "height"), (3, "width")):
            dimensions[index].dim_param = name
    model.graph.output[0].type.tensor_type.shape.dim[1].dim_value = outputs
    onnx.checker.check_model(model)
    converted: bytes = model.SerializeToString(deterministic=True)
    return converted


def _widen(model: Any) -> None:
    """Convert all 16-bit floats to 32 bits."""
    import onnx
    from onnx import numpy_helper

    attributes = [attribute for node in model.graph.node for attribute in node.attribute]
    constants = [attribute.t for attribute in attributes if attribute.type == onnx.AttributeProto.TENSOR]
    for tensor in (*model.graph.initializer, *constants):
        if tensor.data_type == onnx.TensorProto.FLOAT16:
            tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor).astype("float32"), tensor.name))
    for node in model.graph.node:
        if node.op_type == "Cast" and node.attribute[0].i == onnx.TensorProto.FLOAT16:
            node.attribute[0].i = onnx.TensorProto.FLOAT


def _end_in_half(model: Any) -> None:
    """Use 16-bit floats for the input and the output; the casts at both ends then have no effect."""
    import onnx

    graph, half = model.graph, onnx.TensorProto.FLOAT16
    for value in (graph.input[0], graph.output[0]):
        value.type.tensor_type.elem_type = half
    for node in graph.node:
        if node.op_type == "Cast" and graph.output[0].name in node.output:
            node.attribute[0].i = half
