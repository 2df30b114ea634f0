"""The page that compares systems shows the cost of each, and the classes of systems with trained weights."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ...bench import systems
from ...core.cards.card import load_cards
from ...core.cards.choice import choose_card
from ...core.masks.mask_file import write_mask
from ...core.masks.result import class_shares
from ...core.masks.tags import MODEL, OPTIONS, RESOLUTION, acquisition_tags, share_tags
from ...core.networks.store import state_of
from ...core.product.acquisition import Acquisition
from ...core.raster.grid import Grid, utm_wkt
from ...core.systems.runs import SystemRun

SCENE = Acquisition("S2A_MSIL1C_20170216T102101_N0206_R065_T33UUU_20170216T132101", "L1C", "02.06", "S2A", "T33UUU")


def cost(folder: Path, model: str, pixels: list[int], seconds: float) -> None:
    """Write a mask of one line, and what it cost."""
    mask = np.array([pixels], np.uint8)
    tags = acquisition_tags(SCENE) | share_tags(class_shares(mask), 80)
    tags |= {MODEL: model, RESOLUTION: "20", OPTIONS: "{}"}
    write_mask(folder / f"{model}.tif", mask, Grid(utm_wkt(32633), 3e5, 59e5, 20, 1, len(pixels)), tags, "deflate")
    found = {"seconds": seconds, "peak_bytes": 5e8, "mask": f"{model}.tif"}
    (folder / f"{model}.cost.json").write_text(json.dumps(found), encoding="utf-8")


@pytest.fixture
def page(tmp_path):
    """The page of three systems with trained weights and one with seeded weights."""
    cost(tmp_path, "s2cloudless", [0, 1, 0, 0, 255], 5.2)
    cost(tmp_path, "ukis-4b-l1c", [0, 1, 1, 3, 0], 20.4)
    cost(tmp_path, "ukis-6b-l1c", [0, 1, 3, 0, 255], 10.4)
    runs = [systems._result(path) for path in sorted(tmp_path.glob("*.cost.json"))]
    agreement = systems._agreement(runs, tmp_path)
    mine = replace(load_cards()["ukis-4b-l1c"], id="mine", title="Mine", folder=tmp_path)
    random = replace(runs[1], card=mine)
    assert systems._agreement([*runs, random], tmp_path).alike.tolist() == agreement.alike.tolist()
    return "\n".join(systems._page([*runs, random], agreement))


def test_each_system_has_its_costs(page):
    """Time and memory are shown for all systems, trained or not, and only the classes that each detects."""
    assert "| UKIS csmask U-Net, 6 bands, L1C | 6 | 20 m | trained | 10 | 0.50 | 50.0 | 25.0 | - | 25.0 |" in page
    assert "| s2cloudless, cloud pixel by pixel | 10 | 20 m | trained | 5 | 0.50 | 75.0 | 25.0 | - | - |" in page
    assert "| Mine | 4 | 20 m | random | 20 | 0.50 | - | - | - | - |" in page


def test_agreement_counts_what_both_systems_detect(page):
    """Of the four pixels with data in all masks: both agree on two, and on cloud or not on three or four."""
    found = [line.split(" | ")[-1] for line in page.splitlines() if line.endswith((" 50.0 |", " 75.0 |", " 100.0 |"))]
    assert found == ["75.0 |", "100.0 |", "50.0 |"]
    assert page.count("| Mine |") == 1


def test_an_ensemble_of_trained_models_is_trained():
    """An ensemble of both default models counts as trained."""
    assert systems.is_trained(SystemRun("joint", choose_card("L1C", 20)))


def test_a_model_without_its_weights_runs_with_seeded_ones(monkeypatch, tmp_path):
    """A published model that is not downloaded is measured, and never counts as trained."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path))
    card = systems.import_seeded(load_cards()["unetmobv2-l1c"])
    assert state_of(card).name == "ready"
    assert not systems.is_trained(SystemRun(card.id, choose_card("L1C", 10, "unetmobv2-l1c")))
