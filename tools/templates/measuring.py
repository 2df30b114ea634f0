"""Measure how widely the features of a network with seeded weights spread."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...core.graphs.binding import bind
from ...core.graphs.template import INPUT, OUTPUT, Template
from ...core.onnx_format import TENSOR_TYPES, Node
from ...core.runtime.package import import_runtime
from .seeded import LOGITS, Spreads, last_convolution, seeded_input, seeded_weights

_ONE = "one"
_DIGITS = 4
"""Significant digits of a spread."""


def measure(template: Template, shape: tuple[int, int]) -> Spreads:
    """Run a template with seeded weights, each BatchNormalization with the spread that it finds.

    Args:
        template: The template.
        shape: Height and width of the seeded input in pixels.
    """
    classes = template.classes
    features = sum(node.operator == "BatchNormalization" for node in template.nodes)
    weights = seeded_weights(template, Spreads([1.0] * features, [0.0] * classes, [LOGITS] * classes))
    session = import_runtime().InferenceSession(bind(_measuring(template), weights))
    found = session.run([OUTPUT], {INPUT: seeded_input(template, shape)})[0].ravel()
    parts = np.split(found, [features, features + classes])
    return Spreads(*([float(f"{one:.{_DIGITS}g}") for one in part] for part in parts))


def _measuring(template: Template) -> Template:
    """Return a graph that divides the input of each BatchNormalization by its standard deviation.

    Its output, (1, count, 1, 1), lists these deviations, then mean and deviation of the last convolution per class.
    """
    nodes: list[Node] = []
    found: list[str] = []
    last = last_convolution(template)
    for node in template.nodes[: template.nodes.index(last)]:
        inputs = node.inputs
        if node.operator == "BatchNormalization":
            spread, scaled = f"spread of {inputs[0]}", f"scaled {inputs[0]}"
            nodes += [*_statistics(inputs[0], [0, 1, 2, 3]), Node("Div", (inputs[0], spread), (scaled,), {})]
            found.append(spread)
            inputs = (scaled, *inputs[1:])
        nodes.append(node._replace(inputs=inputs))
    nodes += [last._replace(outputs=("logits",)), *_statistics("logits", [0, 2, 3])]
    found += ["mean of logits", "spread of logits"]
    nodes.append(Node("Concat", tuple(found), (OUTPUT,), {"axis": 1}))
    constants = {**template.constants, _ONE: np.array(1, np.float32)}
    count = len(found) - 2 + 2 * template.classes
    return replace(template, nodes=tuple(nodes), constants=constants, classes=count)


def _statistics(features: str, axes: list[int]) -> list[Node]:
    """Compute the mean of each channel, `mean of ...`, and the deviation from it over some axes, `spread of ...`.

    A single pixel does not deviate, and stays as it is: its spread is 1.
    """
    mean, centred, squares, variance, deviation, has, spread = (
        f"{kind} of {features}" for kind in ("mean", "rest", "squares", "variance", "deviation", "presence", "spread")
    )
    return [
        Node("ReduceMean", (features,), (mean,), {"axes": [0, 2, 3]}),
        Node("Sub", (features, mean), (centred,), {}),
        Node("Mul", (centred, centred), (squares,), {}),
        Node("ReduceMean", (squares,), (variance,), {"axes": axes}),
        Node("Sqrt", (variance,), (deviation,), {}),
        Node("Cast", (deviation,), (has,), {"to": TENSOR_TYPES["bool"]}),
        Node("Where", (has, deviation, _ONE), (spread,), {}),
    ]
