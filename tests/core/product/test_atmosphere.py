"""Aerosol and water vapour of L2A products: inputs of a network beside the bands, not bands to display or assign."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio

from ....core.cards.card import card_of
from ....core.errors import ModelCardError, ProductError
from ....core.pipeline.batch import run_batch
from ....core.product.bands import BANDS
from ....core.product.product import open_product
from ....core.product.strips import Bands
from ....core.settings import create_settings
from ....tools.make_safe import build_product
from ...refusals import assert_values
from ..conftest import flat, mask, one_error, read_mask, run, tiny_card
from .test_strips import dense

NAMES = ("AOT", "B02", "B11", "WVP")
LAND = dict.fromkeys(("B02", "B03", "B04"), 0.1)
HAZE = ("AOT", "B02", "B03", "B04", "WVP")


@pytest.fixture
def dn() -> dict[str, np.ndarray]:
    """DN of 3200 m x 3200 m: the maps of the atmosphere contain 0, and a corner of B02 holds no data."""
    rng = np.random.default_rng(3)
    dn = {
        "AOT": rng.integers(0, 300, (320, 320), dtype=np.uint16),
        "B02": rng.integers(1001, 9000, (320, 320), dtype=np.uint16),
        "B11": rng.integers(1001, 9000, (160, 160), dtype=np.uint16),
        "WVP": rng.integers(0, 6000, (320, 320), dtype=np.uint16),
    }
    dn["B02"][:20, :30] = 0
    dn["AOT"][60:70] = 0
    return dn


@pytest.mark.parametrize(("quantification", "unit"), [(10000, 1), (5000, 0.5)])
def test_they_are_read_with_their_own_scale(tmp_path, dn, quantification, unit):
    """A network gets DN / 10,000 of them at any offset and scale of the bands, and 0 is a value, not nodata."""
    safe = build_product(tmp_path, dn, level="L2A", baseline="05.10", quantification=quantification)
    counts, nodata = dense(Bands(open_product(safe), NAMES, 10))
    assert np.array_equal(nodata, dn["B02"] == 0)
    for name, got in zip(NAMES, counts):
        if name in ("AOT", "WVP"):
            assert np.array_equal(got, np.where(nodata, 0, np.rint(dn[name] * unit)))
    assert np.array_equal(counts[1], np.where(nodata, 0, dn["B02"].astype(int) - 1000))


@pytest.mark.parametrize("levels", [1, 6])
def test_without_copies_at_20_m_they_are_means(tmp_path, dn, levels):
    """At 20 m they are means of four pixels of 10 m, including 0, if the product has no copy at 20 m."""
    safe = build_product(tmp_path, dn, level="L2A", resolutions_levels=levels)
    for copy in safe.rglob("*_20m.jp2"):
        if not copy.name.endswith("B11_20m.jp2"):
            copy.unlink()
    product = open_product(safe)
    assert product.bands["AOT"].endswith("/R10m/T33UUU_20170216T102101_AOT_10m.jp2")
    counts, nodata = dense(Bands(product, NAMES, 20))
    for number, name in ((0, "AOT"), (3, "WVP")):
        means = dn[name].reshape(160, 2, 160, 2).mean(axis=(1, 3))
        if levels > 1:
            with rasterio.open(product.bands[name], overview_level=0) as dataset:
                means = dataset.read(1)
        assert np.abs(counts[number] - means)[~nodata].max() <= 0.5
    assert (counts[0, 31:34] == 0).all()


def test_a_model_can_use_them(make_product, tiny_model, out):
    """A model that maps aerosol to cloud and water vapour to shadow finds both at the right pixels."""
    aerosol, vapour = np.zeros((120, 120)), np.full((120, 120), 0.05)
    aerosol[:50], vapour[80:] = 0.0256, 0.5
    scene = make_product(LAND | {"AOT": aerosol, "WVP": vapour}, level="L2A", baseline="05.10")
    weights = [[0, 0, 0, 0, 0], [1000, 0, 0, 0, 0], [0, 0, 0, 0, 50]]
    model = tiny_model(weights, [10, 0, 0], bands=HAZE, levels=["L2A"])
    classes = mask(scene, out, processing_res=10, model=model)
    assert (classes[:50] == 1).all()
    assert (classes[50:80] == 0).all()
    assert (classes[80:] == 3).all()


def test_a_product_that_lacks_one_is_an_error_with_its_name(make_product, tiny_model, out):
    """An L2A product without water vapour is not masked by a model that needs it, and the message names the map."""
    scene = make_product(LAND | {"AOT": 0.01}, level="L2A")
    model = tiny_model([[0.0] * 5] * 3, [0, 0, 0], bands=HAZE, levels=["L2A"])
    error = one_error(scene, out, processing_res=10, model=model)
    assert isinstance(error, ProductError)
    assert_values(error, name=scene.stem, band="WVP")


def test_a_raster_has_none(raster, tiny_model, out):
    """A stack of bands cannot be masked by a model that needs aerosol; the message names the missing map."""
    model = tiny_model([[0.0] * 5] * 3, [0, 0, 0], bands=HAZE, levels=["L2A"])
    stack = raster(flat(1000), level="L2A")
    options = {"raster": stack, "mask_path": out / "mask.tif", "quiet": True, "processing_res": 20, "model": model}
    (outcome,) = run_batch(create_settings([], out, **options))
    assert isinstance(outcome.error, ProductError)
    assert_values(outcome.error, name=stack.name, band="AOT")


def test_they_are_not_among_the_bands_to_display(make_product, tiny_model, out):
    """The VRT of the bands holds reflectance only."""
    scene = make_product(LAND | {"AOT": 0.01, "WVP": 0.1, "B8A": 0.2}, level="L2A", baseline="05.10")
    model = tiny_model([[0.0] * 6] * 3, [1, 0, 0], bands=(*HAZE, "B8A"), levels=["L2A"])
    (outcome,) = run(scene, out, processing_res=10, model=model, keep_vrt=True)
    assert outcome.result, outcome.error
    assert (read_mask(outcome.result.mask_path) == 0).all()
    with rasterio.open(outcome.result.vrt_path) as vrt:
        assert vrt.descriptions == ("B04", "B03", "B02", "B8A")


def test_they_are_not_bands(make_product):
    """They are neither in the list of bands to choose from nor expected in every product."""
    product = open_product(make_product(LAND | {"AOT": 0.01}, level="L2A"))
    assert "AOT" in product.bands
    assert not {"AOT", "WVP"} & {*BANDS, *product.expected_bands}


def test_a_card_needs_a_band_beside_them():
    """Maps of the atmosphere do not define nodata, so a card with nothing else is refused."""
    fields = {"levels": ["L2A"], "bands": ["AOT", "WVP"], "mean": [0, 0], "std": [1, 1]}
    with pytest.raises(ModelCardError) as caught:
        card_of(tiny_card(**fields), "The card")
    assert all(text in str(caught.value) for text in ("The card", "bands", "AOT, WVP"))
    assert card_of(tiny_card(**fields | {"bands": ["AOT", "B02"]}), "The card").bands == ("AOT", "B02")
