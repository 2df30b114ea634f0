"""An imported network is tried before it is stored."""

from __future__ import annotations

from typing import Any

import onnx
import pytest

from ....core.errors import ModelDamagedError, ModelError
from ....core.inference.session import Session
from ....core.networks import trial
from ....core.networks.importing import import_model, propose_fields
from ...refusals import refused
from ..conftest import tiny_network
from .conftest import BIAS, WEIGHTS

pytestmark = pytest.mark.usefixtures("store")


@pytest.mark.parametrize("context", ["patch", "pixel"])
def test_a_network_is_loaded_once_for_its_trial(own_card, monkeypatch, context):
    """The trial runs a network several times but loads it once."""
    made = []

    class Counted(Session):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            made.append(arguments[0])
            super().__init__(*arguments, **options)

    monkeypatch.setattr(trial, "Session", Counted)
    import_model(own_card(context=context))
    assert [network.path.name for network in made] == ["net.onnx"]


def test_a_network_that_cannot_be_loaded_is_named(own_card):
    """ONNX Runtime's error names the file that I chose, not the copy that was tried."""
    model = onnx.load_model_from_string(tiny_network(WEIGHTS, BIAS))
    model.graph.node[0].op_type = "NoSuchOperator"
    card = own_card(model.SerializeToString())
    network = card.with_name("net.onnx")
    with refused(ModelDamagedError, network=network) as caught:
        import_model(card)
    assert str(network) in str(caught.value.values["reason"])


@pytest.mark.parametrize("lacking", ["input", "output"])
def test_a_network_without_an_input_or_an_output_is_refused(own_card, lacking):
    """A network that has lost its input or its output is an error that names it."""
    model = onnx.load_model_from_string(tiny_network(WEIGHTS, BIAS))
    if lacking == "input":
        model.graph.node[0].input[0] = "weights"
        del model.graph.input[:]
    else:
        del model.graph.output[:]
    card = own_card(model.SerializeToString())
    with refused(ModelError, network=card.with_name("net.onnx")):
        import_model(card)
    with refused(ModelError, network=card.with_name("net.onnx")):
        propose_fields(card.with_name("net.onnx"))
