"""Templates are drawn from exported graphs: all tensors keep their names, and nothing else is large."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper

from ...core.graphs.template import load_template, template_path
from ...tools.templates.network import Graph, Network
from ...tools.templates.onnx_graph import strip
from ...tools.templates.seeded import seeded_weights

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = ROOT / "build" / "template-env" / "bin" / "python"
needs_torch = pytest.mark.skipif(not PYTHON.is_file(), reason="PyTorch is absent: `make template-env` sets it up.")


def node(op, inputs, outputs, **attributes):
    """Make a node."""
    return helper.make_node(op, inputs.split(), outputs.split(), **attributes)


def constant(name, values):
    """Make a node that holds a constant."""
    return node("Constant", "", name, value=numpy_helper.from_array(values))


def exported(*nodes, **tensors):
    """Make a graph as exporters do, with its initializers."""
    initializers = [numpy_helper.from_array(values, name) for name, values in tensors.items()]
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in ("input", "output")]
    return helper.make_graph(nodes, "exported", ends[:1], ends[1:], initializers)


WEIGHT = np.ones((2, 3, 1, 1), np.float32)
TWO = np.array(2, np.float32)


def test_a_graph_is_stripped_of_all_that_it_does_not_need():
    """Identities, dead nodes and repeated constants go, values get short names, and tensors keep theirs."""
    graph = exported(
        constant("/two", TWO),
        constant("/again", TWO),
        node("Identity", "input", "/same"),
        node("Conv", "/same a.weight", "/conv", group=1, pads=[0, 0, 0, 0]),
        node("Relu", "/conv", "/dead"),
        node("Mul", "/conv /two", "/scaled"),
        node("Clip", "/scaled /again", "/clipped"),
        node("LeakyRelu", "/clipped", "output", alpha=0.1),
        **{"a.weight": WEIGHT, "a.unused": WEIGHT},
    )
    stripped = strip(graph, ["a.weight", "a.unused"])
    assert stripped.tensors == {"a.weight": [2, 3, 1, 1]}
    assert stripped.constants == {"v0": ["float32", [], [2.0]]}
    assert [list(one) for one in stripped.nodes] == [
        ["Conv", ["input", "a.weight"], ["v1"], {"group": 1, "pads": [0, 0, 0, 0]}],
        ["Mul", ["v1", "v0"], ["v2"], {}],
        ["Clip", ["v2", "v0"], ["v3"], {}],
        ["LeakyRelu", ["v3"], ["output"], {"alpha": {"float": 0.1}}],
    ]


@pytest.mark.parametrize(
    ("nodes", "reason"),
    [
        ([constant("c", np.zeros(65, np.float32)), node("Add", "input c", "output")], "65 numbers"),
        ([helper.make_node("Relu", ["input"], ["output"], domain="com.microsoft")], "com.microsoft"),
        ([node("Relu", "input", "output", ratios=[0.5])], "ratios"),
    ],
    ids=["weight", "domain", "attribute"],
)
def test_a_graph_that_no_template_can_hold_is_refused(nodes, reason):
    """A constant as large as a weight, and operators or attributes that the plugin cannot write, are errors."""
    with pytest.raises(ValueError, match=reason):
        strip(exported(*nodes), [])


def test_a_template_is_read_as_it_was_drawn(monkeypatch, tmp_path):
    """The engine reads the text of a template, a line for each of its parts."""
    monkeypatch.setattr("cloud_s2_mask.core.graphs.template.GRAPHS_DIR", tmp_path)
    drawn = strip(exported(node("Conv", "input a.weight", "output", group=1), **{"a.weight": WEIGHT}), ["a.weight"])
    graph = Graph(drawn.tensors, {}, drawn.nodes, {"a.count": []}, {"a": ["Conv2d", {"groups": 1}]})
    network = Network("tiny", ("numpy",), 3, 2, lambda: graph, lambda _weights, inputs: inputs)
    (tmp_path / "tiny.json").write_text(network.template(), encoding="utf-8")
    template = load_template("tiny")
    assert (template.bands, template.classes, template.opset, template.ir) == (3, 2, 17, 8)
    assert {name: stored.shape for name, stored in template.tensors.items()} == {"a.weight": (2, 3, 1, 1)}
    assert template.unused == {"a.count"}
    assert template.modules == {"a": ("Conv2d", {"groups": 1})}
    assert template.nodes[0].inputs == ("input", "a.weight")
    assert '\n  "a.weight":[2,3,1,1]\n' in network.template()


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("encoder.features.0.0.weight", [-0.0540392, 0.0261316, 0.0246588]),
        ("encoder.features.0.1.running_var", [1.9524277, 1.5542260, 1.8855488]),
        ("segmentation_head.0.bias", [-11.467169, 11.546414, 1.7718120]),
    ],
)
def test_seeded_weights_are_the_same_everywhere(name, first):
    """The weights of recorded answers depend neither on the version of numpy nor on the computer."""
    tensors = seeded_weights(load_template("unetmobv2-l1c")).tensors
    assert tensors[name].dtype == np.float32
    assert tensors[name].ravel()[:3] == pytest.approx(first, rel=1e-5)


DRAW = """
import sys
from importlib import import_module
sys.stdout.write(import_module(f"cloud_s2_mask.tools.templates.{sys.argv[1]}").NETWORKS[0].template())
"""


@needs_torch
@pytest.mark.parametrize(("system", "name"), [("unetmobv2", "unetmobv2-l1c"), ("kappamask", "kappamask-unet")])
def test_a_template_is_drawn_again_to_the_same_bytes(system, name):
    """The packages that a template names draw it again as it is."""
    environment = {"PYTHONPATH": str(ROOT / "build" / "plugins"), "PATH": "/usr/bin:/bin", "PYTHONWARNINGS": "ignore"}
    environment["KERAS_BACKEND"] = "torch"
    command = [str(PYTHON), "-c", DRAW, system]
    process = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert process.returncode == 0, process.stderr
    assert process.stdout == template_path(name).read_text(encoding="utf-8")
