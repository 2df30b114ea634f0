"""Several networks of a card, ensembles and augmented patches: the result is their mean."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from ....core.cards.card import load_cards
from ....core.cards.choice import AUTO, FAST, choose_card, join_cards
from ....core.errors import ModelCardError
from ....core.inference.augmentation import AUGMENTATIONS
from ....core.inference.predict import Batch, Ensemble, Member, patches_of
from ....core.inference.recipe import AS_THEY_ARE, Patches, Recipe
from ....core.product.strips import Strip
from ....core.raster.patches import PatchPlan, PatchRow
from ...refusals import refused
from ..conftest import tiny_network

RNG = np.random.default_rng(8)
CLASSES = 3


def patches(bands: int, edge: int = 32, count: int = 2) -> Patches:
    """Make patches of random reflectance, all with data."""
    counts = RNG.integers(100, 8000, (count, bands, edge, edge)).astype(np.int16)
    return Patches(list(counts), list(np.ones((count, edge, edge), np.bool_)), 10000.0)


class _Network:
    """A session whose output is a function of its input; it records the input."""

    batch_size = lanes = 1
    provider = "CPU"
    recipe = AS_THEY_ARE

    def __init__(self, output: Any, bands: int = 2, classes: int = CLASSES) -> None:
        self.output = output
        self.inputs: list[np.ndarray] = []
        self._channels = bands, classes

    def channels(self) -> tuple[int, int]:
        """Return the channels of the card."""
        return self._channels

    def run(self, patches: Patches) -> np.ndarray:
        """Record the input and return the output."""
        batch = patches.inputs(self.recipe)
        self.inputs.append(batch.copy())
        return self.recipe.activated(np.asarray(self.output(batch), np.float32))


Network: Any = _Network


def member_of(card: Any, networks: list[Any], depth: int = 0) -> Member:
    """Make a member whose networks have the recipe of its card."""
    for network in networks:
        network.recipe = Recipe.of(card)
    return Member(card, networks, depth)


def logits(*values: float) -> Any:
    """Make an output that is the same in each pixel."""
    return lambda batch: np.broadcast_to(
        np.array(values, np.float32)[None, :, None, None], (len(batch), len(values), *batch.shape[2:])
    ).copy()


def softmax(*values: float) -> np.ndarray:
    """Compute probabilities."""
    return np.exp(values) / np.exp(values).sum()


@pytest.fixture
def card(tiny_model) -> Any:
    """Make a card of two bands with other fields."""

    def make(**fields: Any) -> Any:
        return choose_card("L1C", 20, tiny_model(np.zeros((CLASSES, 2)), [0] * CLASSES, bands=["B02", "B03"], **fields))

    return make


@pytest.mark.parametrize("blend", ["probabilities", "logits"])
def test_networks_of_a_card_are_averaged_as_the_card_defines(card, blend):
    """The mean of probabilities differs from the mean of logits, and the card chooses one."""
    networks = [Network(logits(4, 0, 0)), Network(logits(0, 1, 0))]
    member = member_of(card(blend=blend), networks)
    field = member.probabilities(patches(2))[0, :, 0, 0]
    of_probabilities = (softmax(4, 0, 0) + softmax(0, 1, 0)) / 2
    expected = of_probabilities if blend == "probabilities" else softmax(2, 0.5, 0)
    np.testing.assert_allclose(field, expected, atol=1e-6)


def test_only_the_first_network_is_run_unless_ensembling_is_on(tiny_model):
    """A card with optional networks runs one, or all with ensembling; other cards always run all."""
    data = [tiny_network(np.zeros((3, 2), np.float32), np.zeros(3, np.float32))] * 2
    for ensemble, alone in (("optional", 1), ("always", 2)):
        name = tiny_model.networks(data, bands=["B02", "B03"], ensemble=ensemble)
        one = choose_card("L1C", 20, name)
        assert len(one.networks_in_use(ensembling=False)) == alone
        assert len(one.networks_in_use(ensembling=True)) == 2


def test_models_are_averaged_in_probabilities_each_with_its_own_bands_and_order_of_classes(tiny_model):
    """Models with different bands and a different order of classes can be used together."""
    zero = [[0.0, 0.0]] * 3
    tiny_model(zero, [0] * 3, id="one", bands=["B02", "B03"])
    tiny_model(zero, [0] * 3, id="two", bands=["B03", "B08"], classes=["shadow", "clear", "thick_cloud"], patch_size=96)
    joint = choose_card("L1C", 20, "one+two")
    assert (joint.id, joint.bands, joint.patch_size) == ("one+two", ("B02", "B03", "B08"), 96)
    first, second = Network(logits(3, 0, 0)), Network(logits(0, 0, 2))
    members = [member_of(one, [network]) for one, network in zip(joint.members, (first, second))]
    given = patches(3)
    field = Ensemble(joint, members).infer(given)[1, :, 5, 5]
    shadow, clear, thick = softmax(0, 0, 2)
    np.testing.assert_allclose(field, (softmax(3, 0, 0) + np.array([clear, thick, shadow])) / 2, atol=1e-6)
    np.testing.assert_allclose(second.inputs[0], np.stack(given.counts)[:, 1:] / 10000, atol=1e-6)


def test_models_that_cannot_be_used_together_are_refused_with_the_reason(tiny_model):
    """Other classes, other levels, no common resolution or the same model twice: the error names the field."""
    zero = [[0.0] * 6] * 3
    tiny_model(zero, [0] * 3, id="plain")
    tiny_model(zero, [0] * 3, id="other", classes=["clear", "thin_cloud", "shadow"])
    tiny_model(zero, [0] * 3, id="fine", resolution=[10, 15])
    tiny_model(zero, [0] * 3, id="coarse", resolution=[20, 60])
    for model, field in (
        ("plain+other", "classes"),
        ("fine+coarse", "resolution"),
        ("plain+plain", "id"),
    ):
        with refused(ModelCardError, names=model.replace("+", " and "), field=field):
            choose_card("L1C", 20, model)
    cards = load_cards()
    with refused(ModelCardError, names="ukis-6b-l1c and ukis-6b-l2a", field="levels"):
        join_cards([cards["ukis-6b-l1c"], cards["ukis-6b-l2a"]])


def test_automatic_averages_both_default_models_and_the_fast_one_takes_the_first():
    """From 20 m both are averaged, or the 6 bands alone; below 20 m, and without short-wave infrared, the 4 bands."""
    assert choose_card("L1C", 20).id == "ukis-6b-l1c+ukis-4b-l1c"
    assert choose_card("L2A", 40).id == "ukis-6b-l2a+ukis-4b-l2a"
    assert choose_card("L1C", 20, FAST).id == "ukis-6b-l1c"
    for model in (AUTO, FAST):
        assert choose_card("L1C", 10, model).id == "ukis-4b-l1c"
        assert choose_card("L1C", 20, model, ["B02", "B03", "B04", "B08"]).id == "ukis-4b-l1c"


def test_models_together_have_the_least_share_that_all_of_them_have(tiny_model):
    """Both default models need 0.7 for shadow, so their mean does; a model without the rule takes it away."""
    assert choose_card("L1C", 20).least_share == {"shadow": 0.7}
    zero = [[0.0, 0.0]] * 3
    tiny_model(zero, [0] * 3, id="one", bands=["B02", "B03"], least_share={"shadow": 0.6, "thick_cloud": 0.5})
    tiny_model(zero, [0] * 3, id="two", bands=["B02", "B03"], least_share={"shadow": 0.8})
    tiny_model(zero, [0] * 3, id="free", bands=["B02", "B03"])
    assert choose_card("L1C", 20, "one+two").least_share == {"shadow": 0.8}
    assert choose_card("L1C", 20, "one+free").least_share == {}


def speckled(batch: np.ndarray) -> np.ndarray:
    """Return cloud in single pixels of the first patch, and none after it was rotated or mirrored."""
    output = np.zeros((len(batch), CLASSES, *batch.shape[2:]), np.float32)
    output[:, 0] = 1
    for patch, field in zip(batch, output):
        if patch[0, 0, 0] == 0.5:  # the marked corner is in its place
            field[1, 4:-4:4, 4:-4:4] = 3
    return output


@pytest.mark.parametrize(("depth", "runs"), [(0, 1), (1, 2), (7, 3)])
def test_only_doubtful_patches_are_augmented_and_only_as_long_as_they_are(card, depth, runs):
    """A speckled patch is rotated and averaged until the specks are gone; the patch beside it is run once."""
    given = patches(2)
    for counts, mark in zip(given.counts, (5000, 1)):
        counts[0, 0, 0] = mark
    network = Network(speckled)
    field = member_of(card(activation="none"), [network], depth).infer(given)
    assert [len(batch) for batch in network.inputs] == [2] + [1] * (runs - 1)
    for augmentation, batch in zip(AUGMENTATIONS[1:], network.inputs[1:]):
        np.testing.assert_allclose(batch, augmentation.apply(network.inputs[0][:1]), atol=1e-6)
    # 3 in the first run and 0 in the others: a mean of 1 is no longer above the 1 of clear.
    assert field[0, 1, 4, 4] == pytest.approx(3 / runs)
    assert (field[1] == np.array([1, 0, 0])[:, None, None]).all()


@pytest.mark.parametrize("offset", [0, 1000])
def test_patches_can_be_standardised_over_their_pixels_with_data(card, offset):
    """Each band has mean 0 and deviation 1 over pixels with data, and is 0 elsewhere; an offset has no effect."""
    network = Network(logits(1, 0, 0))
    one = member_of(card(normalisation="patch", mean=[], std=[]), [network])
    rng = np.random.default_rng(1)
    counts = (rng.integers(100, 5000, (1, 2, 32, 32)) + offset).astype(np.int16)
    counts[0, 1] = 700  # a band without contrast
    has_data = np.ones((1, 32, 32), np.bool_)
    has_data[0, :, :10] = False
    counts[0, 0, 3, 20] = 0  # a pixel without data in one band only
    one.infer(Patches(list(counts), list(has_data), 10000.0))
    (batch,) = network.inputs
    used = has_data[0] & (counts[0, 0] != 0)
    inside = counts[0, 0][used].astype(np.float64)
    np.testing.assert_allclose(batch[0, 0][used], (inside - inside.mean()) / inside.std(), atol=1e-4)
    assert batch[0, 0, 3, 20] == 0
    assert not batch[0, :, ~has_data[0]].any()
    assert not batch[0, 1].any()


def test_a_patch_without_data_is_zeros(card):
    """Standardising a patch without data gives zeros, not NaN."""
    network = Network(logits(1, 0, 0))
    nothing = Patches([np.zeros((2, 8, 8), np.int16)], [np.zeros((8, 8), np.bool_)], 10000.0)
    member_of(card(normalisation="patch", mean=[], std=[]), [network]).infer(nothing)
    assert not network.inputs[0].any()


def test_patches_know_which_pixels_have_data():
    """Beyond the scene's edge the pixels are mirrored, with or without data."""
    nodata = np.zeros((4, 6), np.bool_)
    nodata[:, 0] = True
    part = Strip(0, np.arange(24, dtype=np.int16).reshape(1, 4, 6), nodata)
    plan = PatchPlan(8, 8, 0, (PatchRow(0, (10,)),))
    cut = patches_of(Batch(plan.rows[0], part, (10,), True), plan, 10000.0)
    assert [counts.shape for counts in cut.counts] == [(1, 8, 8)]
    assert not cut.has_data[0][:, 0].any()
    assert cut.has_data[0][:, 1:].all()
