"""The same reflectance gives the same mask in every processing baseline."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.classes import NODATA
from ....core.decoding.band_image import BandImage
from ....core.product.product import open_product
from ....core.product.strips import Bands
from ....core.raster.patches import PatchPlan, PatchRow
from ....core.workers import Workers
from ....tools.labelled_scene import SIX_BANDS
from ....tools.make_safe import build_product, to_dn
from ..conftest import mask


@pytest.mark.parametrize(
    ("resolution", "slope"), [(10, 0.2), (20, None), (20, 0.2), (30, None), (30, 0.2), (40, None), (40, 0.2)]
)
def test_offsets_of_newer_baselines_change_no_pixel(cumulus_product, tmp_path, resolution, slope):
    """A real scene of baseline 02.06, with 1000 added to every number as 05.10 does, has the same mask."""
    masks = []
    for baseline in ("02.06", "05.10"):
        folder = tmp_path / baseline
        folder.mkdir()
        masks.append(mask(cumulus_product(baseline, slope), folder, processing_res=resolution))
    assert np.array_equal(masks[0], masks[1])
    counts = np.bincount(masks[0].ravel(), minlength=256)
    assert (counts[[0, 1, 3]] > 0).all(), "a mask of one class would show nothing"
    assert (counts[NODATA] > 0) == (slope is not None)


@pytest.mark.parametrize("resolution", [10, 20, 30, 40, 60])
@pytest.mark.parametrize("degrees", [78, 102, 205, 320])
def test_reflectance_along_an_edge_is_the_same(labelled_cumulus, tmp_path, resolution, degrees):
    """Along an edge of any direction, with full detail at 10 m, both baselines give the same numbers and nodata."""
    scenes = []
    for baseline, offset in (("02.06", 0), ("05.10", -1000)):
        dn = {}
        for number, band in enumerate(SIX_BANDS):
            values = labelled_cumulus[0][..., number].astype(float)
            lines, columns = np.indices(values.shape) - 250
            angle = np.radians(degrees)
            values[columns * np.cos(angle) + lines * np.sin(angle) < -60] = np.nan
            if number >= 4:
                values = values.reshape(256, 2, 256, 2).mean(axis=(1, 3))
            dn[band] = to_dn(values, offset)
        product = open_product(build_product(tmp_path, dn, baseline=baseline))
        scenes.append(Bands(product, SIX_BANDS, resolution))
    height, width = scenes[0].grid.shape
    plan = PatchPlan(height, width, 0, (PatchRow(0, (0,)),))
    for old, new in zip(*(scene.strips(plan, Workers(2)) for scene in scenes)):
        assert np.array_equal(old.nodata, new.nodata)
        assert np.array_equal(old.counts, new.counts)
        assert 0.1 < old.nodata.mean() < 0.9


@pytest.mark.parametrize("offset", [-40_000, -32_768, -32_767, -1000, 0, 1000, 32_767, 32_768, 40_000, 1e300])
def test_offsets_of_any_size_give_the_sum_or_the_limit(offset):
    """Counts are DN plus offset, limited to what they can hold, also where the offset exceeds it."""
    dn = np.array([[0, 1, 999, 32_767, 42_000, 65_535]], np.uint16)
    counts = np.empty_like(dn, np.int16)
    BandImage("b.jp2", 10, offset=offset).to_counts(dn, counts)
    assert counts.tolist() == [[int(max(-32_767, min(32_767, int(value) + offset))) for value in dn[0]]]
