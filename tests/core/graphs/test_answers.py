"""Networks bound from templates answer as the packages' own networks do, with the same weights."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.graphs.binding import bind
from ....core.graphs.template import GRAPHS_DIR, load_template
from ....core.inference.loading import Network
from ....core.inference.recipe import Patches
from ....core.inference.session import Session
from ....tools.templates.answers import ANSWERS, Answer
from ....tools.templates.seeded import seeded_input, seeded_weights

NAMES = sorted(path.stem for path in GRAPHS_DIR.glob("*.json"))
ROUNDING = 5e-4
"""Largest difference between values, whose standard deviation is 2: rounding of both libraries, and of the record."""


def test_every_template_has_an_answer():
    """No network is published without a record of what its own package answers."""
    assert sorted(path.stem for path in ANSWERS.glob("*.json")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_bound_network_answers_as_its_package_does(tmp_path, name):
    """With the same weights and input, labels and logits are those that PyTorch or Keras gave."""
    template, answer = load_template(name), Answer.read(name)
    network = tmp_path / "network.onnx"
    network.write_bytes(bind(template, seeded_weights(template)))
    lines, columns = answer.labels.shape
    output = Session(Network(network), "cpu").run(Patches.whole(seeded_input(template, (lines, columns))))
    found = Answer.of(output, {})
    assert np.bincount(answer.labels.ravel(), minlength=template.classes).min() > 0.02 * answer.labels.size
    assert (found.labels == answer.labels).mean() >= 0.999
    assert np.abs(found.values - answer.values).max() < ROUNDING
