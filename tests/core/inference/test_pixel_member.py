"""A model that classifies each pixel on its own infers each pixel with data once, and no other."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from ....core.cards.choice import choose_card
from ....core.inference import predict
from ....core.inference.predict import PixelMember
from ....core.inference.recipe import AS_THEY_ARE, Patches, Recipe
from ....core.product.strips import Strip
from ....core.raster.patches import DataCells, PatchPlan, plan_strips

RNG = np.random.default_rng(6)


class _Network:
    """A session that returns the two bands of a pixel, and counts the pixels."""

    batch_size, lanes, provider = 1, 2, "CPU"

    def __init__(self) -> None:
        self.pixels: list[int] = []
        self.recipe = AS_THEY_ARE

    def channels(self) -> tuple[int, int]:
        """Return the channels of the card."""
        return 2, 2

    def run(self, patches: Patches) -> np.ndarray:
        """Return the bands."""
        batch = patches.inputs(self.recipe)
        assert batch.shape[:3] == (1, 2, 1)
        self.pixels.append(batch.shape[3])
        return batch.copy()


Network: Any = _Network


@pytest.fixture
def member(tiny_model) -> Any:
    """A member with two bands and the recording network."""
    fields = {"bands": ["B02", "B03"], "classes": ["clear", "thick_cloud"], "context": "pixel", "activation": "none"}
    card = choose_card("L1C", 20, tiny_model(np.eye(2), [0, 0], **fields))
    network = Network()
    network.recipe = Recipe.of(card)
    return PixelMember(card, [network])


def strips(has_data: np.ndarray, plan: PatchPlan) -> list[Strip]:
    """Make the strips of a plan, with the same random reflectance each time."""
    counts = np.random.default_rng(2).integers(1, 9999, (2, *has_data.shape)).astype(np.int16)
    left, right = plan.columns
    parts = []
    for row in plan.rows:
        lines = slice(row.top, min(plan.bottom(row), has_data.shape[0]))
        parts.append(Strip(row.top, counts[:, lines, left:right], ~has_data[lines, left:right]))
    return parts


@pytest.mark.parametrize("pixels_per_run", [1, 100, 1 << 16])
def test_each_pixel_with_data_is_inferred_once_and_lands_in_its_place(member, monkeypatch, pixels_per_run):
    """Each pixel with data is inferred once for any swath, and its probabilities are in its place."""
    monkeypatch.setattr(predict, "PIXELS_PER_RUN", pixels_per_run)
    has_data = RNG.random((150, 40)) > 0.7
    has_data[:, :6] = has_data[60:110] = False
    plan = plan_strips(DataCells(has_data, 1.0), (slice(0, 150), slice(0, 40)))
    given = strips(has_data, plan)
    done = list(member.predict(given, plan, 10000))
    network = member.sessions[0]
    assert sum(network.pixels) == has_data.sum()
    assert max(network.pixels) <= pixels_per_run
    for part, (batch, fields) in zip(given, done, strict=True):
        assert batch.strip is part
        assert fields.shape == (1, 2, *part.nodata.shape)
        expected = np.where(part.nodata, 0, part.counts / 10000)
        np.testing.assert_allclose(fields[0], expected, atol=1e-6)


def test_a_strip_without_data_runs_no_network(member):
    """Pixels without data are not inferred."""
    nodata = np.ones((1, 8), np.bool_)
    plan = plan_strips(DataCells(np.ones((1, 8), np.bool_), 1.0), (slice(0, 1), slice(0, 8)))
    ((_, fields),) = member.predict([Strip(0, np.zeros((2, 1, 8), np.int16), nodata)], plan, 10000)
    assert not fields.any()
    assert member.sessions[0].pixels == []
