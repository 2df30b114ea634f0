"""A member normalises patches as its card defines, and returns their probabilities."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from ....core.cards.card import ModelCard
from ....core.cards.choice import choose_card
from ....core.errors import HOW_TO_IMPORT, ModelDamagedError
from ....core.inference.loading import Network
from ....core.inference.predict import Member, activate
from ....core.inference.recipe import Recipe
from ....core.inference.session import Session
from ....core.product.strips import Strip
from ....core.raster.patches import PatchPlan, PatchRow
from ...refusals import refused

RNG = np.random.default_rng(2)
WEIGHTS = [[2.0, 0.0], [0.0, 3.0], [1.0, 1.0]]
PLAN = PatchPlan(32, 32, 8, (PatchRow(0, (10, 30, 54)),))


@pytest.fixture
def member(tiny_model, tmp_path) -> Any:
    """Make a member with two bands and other fields of its card."""

    def make(batch_size: int = 1, **fields: Any) -> Member:
        fields = {"mean": [0.2, 0.3], "std": [0.5, 0.25], "bands": ["B02", "B03"]} | fields
        card = choose_card("L1C", 20, tiny_model(WEIGHTS, [0, 0, 0.5], **fields))
        network = Network(tmp_path / "models" / "tiny.onnx", recipe=Recipe.of(card))
        return Member(card, [Session(network, "cpu", batch_size=batch_size)])

    return make


def strip(lines: int = 32) -> Strip:
    """Make a strip over the columns 10 to 86."""
    counts = RNG.integers(0, 10000, (2, lines, 76)).astype(np.int16)
    return Strip(0, counts, np.zeros((lines, 76), np.bool_))


def logits(card: ModelCard, counts: np.ndarray, quantification: float) -> np.ndarray:
    """Compute the output of the network in double precision."""
    means, stds = (np.array(values)[:, None, None] for values in (card.mean, card.std))
    normalised = (counts / quantification - means) / stds
    return np.einsum("cb,bhw->chw", WEIGHTS, normalised) + np.array([0, 0, 0.5])[:, None, None]


def softmax(values: np.ndarray) -> np.ndarray:
    """Compute probabilities over the first axis."""
    return np.asarray(np.exp(values) / np.exp(values).sum(axis=0))


@pytest.mark.parametrize("batch_size", [1, 2, 5])
@pytest.mark.parametrize("quantification", [10000.0, 20000.0])
def test_patches_are_normalised_and_become_probabilities(member, batch_size, quantification):
    """The input is reflectance minus the mean, divided by the deviation; the output are probabilities."""
    one = member(batch_size)
    part = strip()
    batches = list(one.predict([part], PLAN, quantification))
    assert [len(fields) for _, fields in batches] == {1: [1, 1, 1], 2: [2, 1], 5: [3]}[batch_size]
    assert [batch.ends_row for batch, _ in batches] == [False] * (len(batches) - 1) + [True]
    fields = {left: field for batch, fields in batches for left, field in zip(batch.lefts, fields)}
    assert list(fields) == [10, 30, 54]
    for left, field in fields.items():
        patch = part.counts[:, :, left - 10 : left + 22]
        np.testing.assert_allclose(field, softmax(logits(one.card, patch, quantification)), atol=2e-6)


@pytest.mark.parametrize(
    ("activation", "blend"), [("softmax", "probabilities"), ("softmax", "logits"), ("none", "probabilities")]
)
def test_a_card_chooses_to_blend_logits_or_probabilities(member, activation, blend):
    """A network that returns logits can be blended either way; probabilities stay as they are."""
    one = member(activation=activation, blend=blend)
    part = strip()
    field = next(one.predict([part], PLAN, 10000))[1][0]
    raw = logits(one.card, part.counts[:, :, :32], 10000)
    at_once = activation == "softmax" and blend == "probabilities"
    np.testing.assert_allclose(field, softmax(raw) if at_once else raw, atol=2e-5)
    later = activate(one.card, field.copy()) if blend == "logits" else field
    np.testing.assert_allclose(later, softmax(raw) if activation == "softmax" else raw, atol=2e-5)


@pytest.mark.parametrize("lines", [5, 20])
def test_a_scene_smaller_than_a_patch_is_mirrored(member, lines):
    """A scene smaller than a patch is padded with its mirror image, not with black."""
    one = member()
    part = strip(lines)
    plan = PatchPlan(32, 96, 8, (PatchRow(0, (10,)),))
    field = next(one.predict([part], plan, 10000))[1][0]
    assert field.shape == (3, 32, 96)
    padded = np.pad(part.counts, ((0, 0), (0, 32 - lines), (0, 20)), mode="symmetric")
    np.testing.assert_allclose(field, softmax(logits(one.card, padded, 10000)), atol=2e-6)


def test_very_sure_networks_do_not_overflow(member):
    """Logits of thousands give 0 and 1, not NaN."""
    one = member()
    output = np.array([5000.0, -5000.0, 0.0], np.float32)[:, None, None]
    assert activate(one.card, output.copy())[:, 0, 0].tolist() == [1, 0, 0]


@pytest.mark.parametrize("change", [{"bands": ("B02", "B03", "B04")}, {"classes": ("clear", "thick_cloud")}])
def test_a_network_that_does_not_match_its_card_is_refused(member, change):
    """A network with other channels than its card's bands or classes is an error, not a wrong mask."""
    one = member()
    card = replace(one.card, **change)
    values = {"model": "tiny", "inputs": 2, "outputs": 3, "bands": len(card.bands), "classes": len(card.classes)}
    with refused(ModelDamagedError, remedy=HOW_TO_IMPORT, **values):
        Member(card, one.sessions)
