"""What is written beside a mask: the probabilities of its classes in percent, and what of it can be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from ....core.errors import CancelledError, SettingError
from ....core.masks.usable import ClearRule, valid_mask
from ....core.pipeline.batch import run_batch
from ....core.raster.area import AreaOfInterest
from ....core.settings import create_settings
from .. import conftest
from ..conftest import VISIBLE, Recorder, read_mask

WEIGHTS = [[0.0] * 3, [40.0, 0.0, 0.0], [0.0, -60.0, 0.0]]
BIAS = [0.0, -8.0, 5.0]


@pytest.fixture
def model(tiny_model) -> str:
    """A model of the visible bands: bright is cloud, dark is shadow."""
    return str(tiny_model(WEIGHTS, BIAS, bands=list(VISIBLE)))


@pytest.fixture
def product(cumulus_product) -> Path:
    """Real cumulus, left of a slanted swath edge."""
    return Path(cumulus_product("05.10", slope=0.2))


def run(*arguments: Any, **options: Any) -> Any:
    """The outcomes of products that must not fail."""
    return conftest.run(*arguments, **options)


def percents(path: Path) -> np.ndarray:
    """(bands, lines, columns) of a confidence raster."""
    with rasterio.open(path) as dataset:
        bands: np.ndarray = dataset.read()
    return bands


def test_the_confidence_is_the_probability_of_each_class(product, model, out):
    """Each class has a band in percent; they add up to 100, and the largest one is the class of the mask."""
    (outcome,) = run(product, out, model=model, export_confidence=True)
    assert outcome.result, outcome.error
    mask, path = read_mask(outcome.result.mask_path), outcome.result.confidence_path
    assert path == outcome.result.mask_path.with_name(f"{outcome.result.mask_path.stem}_confidence.tif")
    with rasterio.open(path) as dataset:
        assert dataset.descriptions == ("Clear (%)", "Thick cloud (%)", "Cloud shadow (%)")
        assert (dataset.nodata, dataset.dtypes) == (255, ("uint8",) * 3)
        assert dataset.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert dataset.tags()["CLOUDS2MASK_MODEL"] == model
        assert dataset.bounds == rasterio.open(outcome.result.mask_path).bounds
    bands = percents(path)
    valid = mask != 255
    assert valid.any()
    assert not valid.all()
    assert (bands[:, ~valid] == 255).all()
    assert np.abs(bands[:, valid].sum(axis=0, dtype=int) - 100).max() <= 1
    likeliest = np.array([0, 1, 3])[bands.argmax(axis=0)]
    sure = valid & (np.sort(bands, axis=0)[-1] > 55)
    assert (likeliest == mask)[sure].all()
    assert {0, 1, 3} <= set(np.unique(mask[sure]))


def test_without_the_wish_there_is_no_confidence(product, model, out):
    """Nothing is written that was not asked for."""
    (outcome,) = run(product, out, model=model)
    assert outcome.result.confidence_path is None
    assert outcome.result.valid_mask_path is None
    assert [path.name for path in out.iterdir() if "confidence" in path.name or "valid" in path.name] == []


@pytest.mark.parametrize("resolution", [20, 33])
def test_an_area_cuts_the_confidence_as_it_cuts_the_mask(product, model, out, resolution):
    """Inside the area the percents are those of the whole scene, on any grid; outside there is no data."""
    (whole,) = run(product, out, model=model, export_confidence=True, processing_res=resolution)
    with rasterio.open(whole.result.mask_path) as dataset:
        left, bottom, right, top = dataset.bounds
        crs = dataset.crs.to_string()
    middle, centre = (left + right) / 2, (bottom + top) / 2
    area = AreaOfInterest.box(left + 1000, centre, middle, top - 1000, crs)
    (part,) = run(product, out, model=model, export_confidence=True, processing_res=resolution, area=area)
    cut = percents(part.result.confidence_path)
    with (
        rasterio.open(part.result.confidence_path) as dataset,
        rasterio.open(whole.result.confidence_path) as all_of_it,
    ):
        same = all_of_it.read(window=all_of_it.window(*dataset.bounds).round_offsets().round_lengths())
    assert cut.shape == same.shape
    mask = read_mask(part.result.mask_path)
    assert (mask != 255).any()
    np.testing.assert_array_equal(cut[:, mask != 255], same[:, mask != 255])
    assert (cut[:, mask == 255] == 255).all()


def test_a_cancelled_run_leaves_no_confidence(product, model, out):
    """Cancelling in the middle leaves the folder as it was, the scratch file too."""
    settings = create_settings([product], out, model=model, export_confidence=True, patch_size=64)
    with pytest.raises(CancelledError):
        run_batch(settings, Recorder(cancel_at=0.3))
    assert list(out.iterdir()) == []


def test_a_mask_that_is_there_gets_its_confidence_later(product, model, out):
    """I ask for the confidence of a mask that was made without: it is made, and the mask stays the same."""
    (first,) = run(product, out, model=model)
    before = read_mask(first.result.mask_path)
    (second,) = run(product, out, model=model, export_confidence=True)
    assert second.result.confidence_path.exists()
    np.testing.assert_array_equal(read_mask(second.result.mask_path), before)
    (third,) = run(product, out, model=model, export_confidence=True)
    assert third.result.reused


@pytest.mark.parametrize("rule", [ClearRule(), ClearRule(("shadow",), buffer_m=60.0, min_hectares=0.5)])
def test_the_valid_mask_follows_from_the_mask(product, model, out, rule):
    """1 where the scene can be used and 0 elsewhere, by the classes, the buffer and the size that I chose."""
    (outcome,) = run(product, out, model=model, valid_mask=rule)
    usable = read_mask(outcome.result.valid_mask_path)
    np.testing.assert_array_equal(usable, valid_mask(read_mask(outcome.result.mask_path), rule, 20.0))
    assert set(np.unique(usable)) == {0, 1}


def test_the_valid_mask_of_a_mask_that_is_there_needs_no_network(product, model, out, monkeypatch):
    """With another rule I get another valid mask at once, from the mask that is there."""
    run(product, out, model=model, valid_mask=ClearRule())
    monkeypatch.setattr("cloud_s2_mask.core.pipeline.batch.Session", None)
    rule = ClearRule(buffer_m=100.0)
    (outcome,) = run(product, out, model=model, valid_mask=rule)
    assert outcome.result.reused, outcome.error
    expected = valid_mask(read_mask(outcome.result.mask_path), rule, 20.0)
    np.testing.assert_array_equal(read_mask(outcome.result.valid_mask_path), expected)


def test_how_a_mask_was_made_is_told_apart(product, model, out):
    """A mask with augmentation is not taken for one without."""
    run(product, out, model=model)
    (outcome,) = run(product, out, model=model, tta_max_depth=2)
    assert "differs in options" in str(outcome.error)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"tta_max_depth": 8}, "tta_max_depth is 8, but must be a whole number from 0 to 7"),
        ({"valid_mask": True}, "valid_mask is True, but must be a ClearRule"),
        ({"export_confidence": 1}, "export_confidence is 1, but must be True or False"),
        ({"confidence_path": "c.tif"}, "confidence_path names a file beside mask_path"),
    ],
)
def test_wrong_options_are_refused_by_name(tmp_path, options, message):
    """An option that cannot be honoured is an error before anything runs."""
    with pytest.raises(SettingError, match=message):
        create_settings(tmp_path, tmp_path, **options)
