"""The page that compares systems shows the cost of each, and the classes of systems with trained weights."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ...bench import systems
from ...bench.systems import Run
from ...core.cards.card import load_cards
from ...core.cards.choice import choose_card
from ...core.networks.store import state_of


@pytest.fixture
def page(tmp_path):
    """The page of two systems with trained weights and one with seeded weights."""
    cards = load_cards()
    trained, other = cards["ukis-6b-l1c"], cards["ukis-4b-l1c"]
    random = replace(other, id="mine", title="Mine", folder=tmp_path)
    tags = {"NETWORK_RESOLUTION": "20", "CLEAR_PERCENT": "50.0", "THICK_CLOUD_PERCENT": "25.0"}
    tags |= {"THIN_CLOUD_PERCENT": "0.0", "SHADOW_PERCENT": "25.0"}
    masks = np.array([[0, 1, 3, 0, 255]], np.uint8), np.array([[0, 1, 1, 2, 0]], np.uint8)
    runs = [
        Run(trained, 10.4, 0.5, masks[0], tags),
        Run(other, 20.4, 0.75, masks[1], tags),
        Run(random, 30.4, 1.25, masks[1], tags),
    ]
    return "\n".join(systems._page(runs))


def test_each_system_has_its_costs(page):
    """Time and memory are shown for all systems, trained or not."""
    assert "| UKIS csmask U-Net, 6 bands, L1C | 6 | 20 m | trained | 10 | 0.50 | 50.0 | 25.0 | - | 25.0 |" in page
    assert "| Mine | 4 | 20 m | random | 30 | 1.25 | - | - | - | - |" in page


def test_agreement_counts_pixels_with_data_in_both(page):
    """Two of the four pixels with data in both masks are cloud in both or in neither."""
    row = next(line for line in page.splitlines() if line.startswith("| UKIS csmask U-Net, 6 bands, L1C | UKIS"))
    assert row.endswith("| 50.0 |")
    assert "| Mine | 4" in page
    assert page.count("| Mine |") == 1


def test_an_ensemble_of_trained_models_is_trained():
    """An ensemble of both default models counts as trained."""
    joint = choose_card("L1C", 20)
    assert Run(joint, 1.0, 1.0, np.zeros((1, 1), np.uint8), {}).trained


def test_a_model_without_its_weights_runs_with_seeded_ones(monkeypatch, tmp_path):
    """A published model that is not downloaded is measured, and never counts as trained."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path))
    card = systems.import_seeded(load_cards()["unetmobv2-l1c"])
    assert state_of(card).name == "ready"
    assert not Run(choose_card("L1C", 10, "unetmobv2-l1c"), 1.0, 1.0, np.zeros((1, 1), np.uint8), {}).trained
