"""Several networks of a card, several cards, and patches that are asked again: what comes out are means."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from ....core.cards.card import load_cards
from ....core.cards.choice import choose_card, join_cards
from ....core.errors import ModelCardError
from ....core.inference.augmentation import AUGMENTATIONS
from ....core.inference.predict import Batch, Ensemble, Member, Patches
from ....core.product.strips import Strip
from ....core.raster.patches import PatchPlan, PatchRow
from ..conftest import tiny_network

RNG = np.random.default_rng(8)
CLASSES = 3


def patches(bands: int, edge: int = 32, count: int = 2) -> Patches:
    """Patches of random reflectance, all of it valid."""
    counts = RNG.integers(100, 8000, (count, bands, edge, edge)).astype(np.int16)
    return Patches(list(counts), list(np.ones((count, edge, edge), np.bool_)), 10000.0)


class _Network:
    """A session that answers with a function, and keeps what it was asked."""

    batch_size = lanes = 1
    provider = "CPU"

    def __init__(self, answer: Any, bands: int = 2, classes: int = CLASSES) -> None:
        self.answer = answer
        self.asked: list[np.ndarray] = []
        self._channels = bands, classes

    def channels(self) -> tuple[int, int]:
        """As of the card."""
        return self._channels

    def run(self, batch: np.ndarray) -> np.ndarray:
        """Answer."""
        self.asked.append(batch.copy())
        return np.asarray(self.answer(batch), np.float32)


Network: Any = _Network


def logits(*values: float) -> Any:
    """An answer that is the same everywhere."""
    return lambda batch: np.broadcast_to(
        np.array(values, np.float32)[None, :, None, None], (len(batch), len(values), *batch.shape[2:])
    ).copy()


def softmax(*values: float) -> np.ndarray:
    """Probabilities."""
    return np.exp(values) / np.exp(values).sum()


@pytest.fixture
def card(tiny_model) -> Any:
    """A card of two bands with the fields given."""

    def make(**fields: Any) -> Any:
        return choose_card("L1C", 20, tiny_model(np.zeros((CLASSES, 2)), [0] * CLASSES, bands=["B02", "B03"], **fields))

    return make


@pytest.mark.parametrize("blend", ["probabilities", "logits"])
def test_networks_of_a_card_are_averaged_as_it_says(card, blend):
    """The mean of probabilities is not that of logits, and the card says which it is."""
    networks = [Network(logits(4, 0, 0)), Network(logits(0, 1, 0))]
    member = Member(card(blend=blend), networks)
    field = member.probabilities(patches(2))[0, :, 0, 0]
    of_probabilities = (softmax(4, 0, 0) + softmax(0, 1, 0)) / 2
    expected = of_probabilities if blend == "probabilities" else softmax(2, 0.5, 0)
    np.testing.assert_allclose(field, expected, atol=1e-6)


def test_only_the_first_network_is_run_unless_ensembling_is_asked_for(tiny_model):
    """A card of optional networks runs one; with ensembling it runs all; others always run all."""
    data = [tiny_network(np.zeros((3, 2), np.float32), np.zeros(3, np.float32))] * 2
    for ensemble, alone in (("optional", 1), ("always", 2)):
        name = tiny_model.networks(data, bands=["B02", "B03"], ensemble=ensemble)
        one = choose_card("L1C", 20, name)
        assert len(one.networks_in_use(ensembling=False)) == alone
        assert len(one.networks_in_use(ensembling=True)) == 2


def test_models_are_averaged_in_probabilities_each_with_its_own_bands_and_order_of_classes(tiny_model):
    """Models of other bands and another order of classes can be used together."""
    zero = [[0.0, 0.0]] * 3
    tiny_model(zero, [0] * 3, id="one", bands=["B02", "B03"])
    tiny_model(zero, [0] * 3, id="two", bands=["B03", "B08"], classes=["shadow", "clear", "thick_cloud"], patch_size=96)
    joint = choose_card("L1C", 20, "one+two")
    assert (joint.id, joint.bands, joint.patch_size) == ("one+two", ("B02", "B03", "B08"), 96)
    first, second = Network(logits(3, 0, 0)), Network(logits(0, 0, 2))
    members = [Member(one, [network]) for one, network in zip(joint.members, (first, second))]
    asked = patches(3)
    field = Ensemble(joint, members).infer(asked)[1, :, 5, 5]
    shadow, clear, thick = softmax(0, 0, 2)
    np.testing.assert_allclose(field, (softmax(3, 0, 0) + np.array([clear, thick, shadow])) / 2, atol=1e-6)
    np.testing.assert_allclose(second.asked[0], np.stack(asked.counts)[:, 1:] / 10000, atol=1e-6)


def test_models_that_do_not_go_together_are_refused_with_the_reason(tiny_model):
    """Other classes, other levels, no common resolution or the same model twice: each is said."""
    zero = [[0.0] * 6] * 3
    tiny_model(zero, [0] * 3, id="plain")
    tiny_model(zero, [0] * 3, id="other", classes=["clear", "thin_cloud", "shadow"])
    tiny_model(zero, [0] * 3, id="fine", resolution=[10, 15])
    tiny_model(zero, [0] * 3, id="coarse", resolution=[20, 60])
    for model, reason in (
        ("plain+other", "classes differ"),
        ("fine+coarse", "no pixel size"),
        ("plain+plain", "same model"),
    ):
        with pytest.raises(ModelCardError, match=reason):
            choose_card("L1C", 20, model)
    cards = load_cards()
    with pytest.raises(ModelCardError, match="no processing level"):
        join_cards([cards["ukis-6b-l1c"], cards["ukis-6b-l2a"]])


def test_ensembling_the_automatic_model_takes_both_default_models():
    """Where both work, that is from 20 m; below there is one that works."""
    assert choose_card("L1C", 20, ensembling=True).id == "ukis-6b-l1c+ukis-4b-l1c"
    assert choose_card("L2A", 40, ensembling=True).id == "ukis-6b-l2a+ukis-4b-l2a"
    assert choose_card("L1C", 10, ensembling=True).id == "ukis-4b-l1c"


def speckled(batch: np.ndarray) -> np.ndarray:
    """Cloud in single pixels of the first patch as it stands, and nowhere once it was turned or mirrored."""
    answer = np.zeros((len(batch), CLASSES, *batch.shape[2:]), np.float32)
    answer[:, 0] = 1
    for patch, field in zip(batch, answer):
        if patch[0, 0, 0] == 0.5:  # the marked corner is where it was
            field[1, 4:-4:4, 4:-4:4] = 3
    return answer


@pytest.mark.parametrize(("depth", "runs"), [(0, 1), (1, 2), (7, 3)])
def test_only_doubtful_patches_are_augmented_and_only_as_long_as_they_are(card, depth, runs):
    """A speckled patch is turned and averaged until the specks are gone; the patch beside it is run once."""
    asked = patches(2)
    for counts, mark in zip(asked.counts, (5000, 1)):
        counts[0, 0, 0] = mark
    network = Network(speckled)
    field = Member(card(activation="none"), [network], depth).infer(asked)
    assert [len(batch) for batch in network.asked] == [2] + [1] * (runs - 1)
    for augmentation, batch in zip(AUGMENTATIONS[1:], network.asked[1:]):
        np.testing.assert_allclose(batch, augmentation.apply(network.asked[0][:1]), atol=1e-6)
    # 3 in the first run and 0 in the others: a mean of 1 is no longer above the 1 of clear.
    assert field[0, 1, 4, 4] == pytest.approx(3 / runs)
    assert (field[1] == np.array([1, 0, 0])[:, None, None]).all()


@pytest.mark.parametrize("offset", [0, 1000])
def test_patches_can_be_standardised_over_their_valid_pixels(card, offset):
    """Each band has mean 0 and deviation 1 where there is data, and is 0 elsewhere; an offset changes nothing."""
    network = Network(logits(1, 0, 0))
    one = Member(card(normalisation="patch", mean=[], std=[]), [network])
    rng = np.random.default_rng(1)
    counts = (rng.integers(100, 5000, (1, 2, 32, 32)) + offset).astype(np.int16)
    counts[0, 1] = 700  # a band without contrast
    valid = np.ones((1, 32, 32), np.bool_)
    valid[0, :, :10] = False
    counts[0, 0, 3, 20] = 0  # a band without data at a pixel where the others have some
    one.infer(Patches(list(counts), list(valid), 10000.0))
    (batch,) = network.asked
    used = valid[0] & (counts[0, 0] != 0)
    inside = counts[0, 0][used].astype(np.float64)
    np.testing.assert_allclose(batch[0, 0][used], (inside - inside.mean()) / inside.std(), atol=1e-4)
    assert batch[0, 0, 3, 20] == 0
    assert not batch[0, :, ~valid[0]].any()
    assert not batch[0, 1].any()


def test_a_patch_without_data_is_zeros(card):
    """Standardising nothing gives zeros, not 'not a number'."""
    network = Network(logits(1, 0, 0))
    nothing = Patches([np.zeros((2, 8, 8), np.int16)], [np.zeros((8, 8), np.bool_)], 10000.0)
    Member(card(normalisation="patch", mean=[], std=[]), [network]).infer(nothing)
    assert not network.asked[0].any()


def test_patches_know_where_their_strip_holds_data():
    """What is beyond the scene is mirrored, validity too."""
    nodata = np.zeros((4, 6), np.bool_)
    nodata[:, 0] = True
    part = Strip(0, np.arange(24, dtype=np.int16).reshape(1, 4, 6), nodata)
    plan = PatchPlan(8, 8, 0, (PatchRow(0, (10,)),))
    cut = Patches.under(Batch(plan.rows[0], part, (10,), True), plan, 10000.0)
    assert [counts.shape for counts in cut.counts] == [(1, 8, 8)]
    assert not cut.valid[0][:, 0].any()
    assert cut.valid[0][:, 1:].all()
