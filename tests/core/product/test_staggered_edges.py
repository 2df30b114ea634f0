"""Bands may end at different columns: nodata and reflectance still do not depend on the baseline."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ....core.product.product import open_product
from ....core.product.strips import Bands
from ....core.raster.patches import PatchRule, plan_patches
from ....core.workers import Workers
from ....tools.labelled_scene import SIX_BANDS
from ....tools.make_safe import build_product, to_dn

# Pixels of 10 m by which the swath of a band begins later than that of the first.
STAGGER = dict(zip(SIX_BANDS, (0, 5, 9, 14, 17, 3)))


@pytest.fixture(scope="module")
def two_baselines(labelled_cumulus, tmp_path_factory) -> tuple[Path, Path]:
    """The labelled cumulus with a leaning edge of its own for each band, of baselines 02.06 and 05.10."""
    products = []
    for baseline, offset in (("02.06", 0), ("05.10", -1000)):
        bands = {}
        for number, band in enumerate(SIX_BANDS):
            scale = 2 if band in SIX_BANDS[:4] else 1
            values = labelled_cumulus[0][..., number].repeat(scale, 0).repeat(scale, 1).astype(float)
            lines, columns = np.indices(values.shape) * (2 // scale)
            values[columns < 150 + STAGGER[band] + 0.2 * lines] = np.nan
            bands[band] = to_dn(values, offset)
        products.append(build_product(tmp_path_factory.mktemp("staggered"), bands, baseline=baseline))
    return products[0], products[1]


def strips(safe: Path, resolution: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return counts and nodata of all strips."""
    bands = Bands(open_product(safe), SIX_BANDS, resolution)
    plan = plan_patches(bands.data_cells(Workers(2)), bands.grid.shape, PatchRule(128, 32, 32))
    return [(strip.counts, strip.nodata) for strip in bands.strips(plan, Workers(2))]


@pytest.mark.parametrize("resolution", [10, 20, 30, 40, 60])
def test_bands_that_end_at_different_columns_are_the_same_in_every_baseline(two_baselines, resolution):
    """If the swaths of the bands end apart, the older and the newer baseline give the network the same pixels."""
    old, new = (strips(safe, resolution) for safe in two_baselines)
    assert len(old) == len(new) > 0
    for (old_counts, old_nodata), (new_counts, new_nodata) in zip(old, new):
        assert np.array_equal(old_nodata, new_nodata)
        assert np.array_equal(old_counts, new_counts)
    assert any(nodata.any() and not nodata.all() for _, nodata in old)
