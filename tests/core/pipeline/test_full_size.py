"""A tile at full size."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import rasterio

from ....bench import measure
from ....tools import full_size

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[3]
LIMIT_MB = 1150


@pytest.fixture(scope="module")
def tile() -> Path:
    """A tile of 10980 px at 10 m with a swath edge, stored in build/ for the next run."""
    return full_size.build(ROOT / "build" / "bench")


def test_a_whole_tile_at_20_m_fits_into_a_small_laptop(tile: Path, tmp_path: Path) -> None:
    """I can mask a whole tile on a computer with little free memory."""
    command = [sys.executable, "-m", "cloud_s2_mask.core", "--quiet", "--out", str(tmp_path), str(tile)]
    cost, output = measure.run(command, {"PYTHONPATH": str(ROOT / "build" / "plugins")})

    assert cost.peak_mb < LIMIT_MB
    with rasterio.open(output.strip()) as dataset:
        assert dataset.shape == (5490, 5490)
        mask = dataset.read(1)
    nodata = (mask == 255).mean()
    assert 0.195 < nodata < 0.21, "a fifth of the tile lies outside the swath"
    assert 0.2 < (mask == 1).mean() < 0.4, "the scene is a third cloud"
