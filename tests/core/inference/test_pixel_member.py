"""A model that judges each pixel alone infers each valid pixel once, and no other."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from ....core.cards.choice import choose_card
from ....core.inference import predict as pixel_member
from ....core.inference.predict import PixelMember
from ....core.product.strips import Strip
from ....core.raster.patches import DataCells, PatchPlan, plan_strips

RNG = np.random.default_rng(6)


class _Network:
    """A session that says of a pixel how bright its two bands are, and counts the pixels."""

    batch_size, lanes, provider = 1, 2, "CPU"

    def __init__(self) -> None:
        self.pixels: list[int] = []

    def channels(self) -> tuple[int, int]:
        """As of the card."""
        return 2, 2

    def run(self, batch: np.ndarray) -> np.ndarray:
        """Answer with the bands themselves."""
        assert batch.shape[:3] == (1, 2, 1)
        self.pixels.append(batch.shape[3])
        return batch.copy()


Network: Any = _Network


@pytest.fixture
def member(tiny_model) -> Any:
    """A member of two bands and a network that is looked at."""
    fields = {"bands": ["B02", "B03"], "classes": ["clear", "thick_cloud"], "context": "pixel", "activation": "none"}
    card = choose_card("L1C", 20, tiny_model(np.eye(2), [0, 0], **fields))
    return PixelMember(card, [Network()])


def strips(valid: np.ndarray, plan: PatchPlan) -> list[Strip]:
    """What a plan reads of a scene of random reflectance, which is the same for the same scene."""
    counts = np.random.default_rng(2).integers(1, 9999, (2, *valid.shape)).astype(np.int16)
    left, right = plan.columns
    parts = []
    for row in plan.rows:
        lines = slice(row.top, min(plan.bottom(row), valid.shape[0]))
        parts.append(Strip(row.top, counts[:, lines, left:right], ~valid[lines, left:right]))
    return parts


@pytest.mark.parametrize("pixels_per_run", [1, 100, 1 << 16])
def test_each_valid_pixel_is_inferred_once_and_lands_in_its_place(member, monkeypatch, pixels_per_run):
    """Inferred pixels per valid pixel are 1.00, whatever the swath; probabilities are where the pixels are."""
    monkeypatch.setattr(pixel_member, "PIXELS_PER_RUN", pixels_per_run)
    valid = RNG.random((150, 40)) > 0.7
    valid[:, :6] = valid[60:110] = False
    plan = plan_strips(DataCells(valid, 1.0), (slice(0, 150), slice(0, 40)))
    given = strips(valid, plan)
    done = list(member.predict(given, plan, 10000))
    network = member.sessions[0]
    assert sum(network.pixels) == valid.sum()
    assert max(network.pixels) <= pixels_per_run
    for part, (batch, fields) in zip(given, done, strict=True):
        assert batch.strip is part
        assert fields.shape == (1, 2, *part.nodata.shape)
        expected = np.where(part.nodata, 0, part.counts / 10000)
        np.testing.assert_allclose(fields[0], expected, atol=1e-6)


def test_a_strip_without_data_asks_no_network(member):
    """Nothing is inferred where there is nothing."""
    nodata = np.ones((1, 8), np.bool_)
    plan = plan_strips(DataCells(np.ones((1, 8), np.bool_), 1.0), (slice(0, 1), slice(0, 8)))
    ((_, fields),) = member.predict([Strip(0, np.zeros((2, 1, 8), np.int16), nodata)], plan, 10000)
    assert not fields.any()
    assert member.sessions[0].pixels == []
