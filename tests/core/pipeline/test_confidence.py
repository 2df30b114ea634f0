"""The files beside a mask: the confidence of its classes in percent, and the valid mask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from ....core.areas.area import AreaOfInterest
from ....core.errors import CancelledError, OutputError, SettingError
from ....core.masks.usable import ClearRule, valid_mask
from ....core.pipeline.batch import run_batch
from ....core.settings import create_settings
from ...refusals import assert_values, refused
from .. import conftest
from ..conftest import VISIBLE, Recorder, read_mask

WEIGHTS = [[0.0] * 3, [40.0, 0.0, 0.0], [0.0, -60.0, 0.0]]
BIAS = [0.0, -8.0, 5.0]


@pytest.fixture
def model(tiny_model) -> str:
    """A model of the visible bands: bright pixels are cloud, dark ones shadow."""
    return str(tiny_model(WEIGHTS, BIAS, bands=list(VISIBLE)))


@pytest.fixture
def product(cumulus_product) -> Path:
    """A product of real cumulus with a slanted swath edge."""
    return Path(cumulus_product("05.10", slope=0.2))


def run(*arguments: Any, **options: Any) -> Any:
    """Mask products; the outcomes have no types, as these must not fail."""
    return conftest.run(*arguments, **options)


def percents(path: Path) -> np.ndarray:
    """Read the bands (bands, lines, columns) of a confidence raster."""
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
        assert dataset.descriptions == ("Clear (%)", "Cloud (%)", "Cloud shadow (%)")
        assert (dataset.nodata, dataset.dtypes) == (255, ("uint8",) * 3)
        assert dataset.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert dataset.tags()["CLOUDS2MASK_MODEL"] == model
        assert dataset.bounds == rasterio.open(outcome.result.mask_path).bounds
    bands = percents(path)
    has_data = mask != 255
    assert has_data.any()
    assert not has_data.all()
    assert (bands[:, ~has_data] == 255).all()
    assert np.abs(bands[:, has_data].sum(axis=0, dtype=int) - 100).max() <= 1
    likeliest = np.array([0, 1, 3])[bands.argmax(axis=0)]
    sure = has_data & (np.sort(bands, axis=0)[-1] > 55)
    assert (likeliest == mask)[sure].all()
    assert {0, 1, 3} <= set(np.unique(mask[sure]))


def test_no_confidence_is_written_by_default(product, model, out):
    """By default, neither a confidence raster nor a valid mask is written."""
    (outcome,) = run(product, out, model=model)
    assert outcome.result.confidence_path is None
    assert outcome.result.valid_mask_path is None
    assert [path.name for path in out.iterdir() if "confidence" in path.name or "valid" in path.name] == []


@pytest.mark.parametrize("resolution", [20, 33])
def test_an_area_cuts_the_confidence_as_it_cuts_the_mask(product, model, out, resolution):
    """Inside the area the percentages equal those of the whole scene, on any grid; outside they are nodata."""
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
        rasterio.open(whole.result.confidence_path) as complete,
    ):
        same = complete.read(window=complete.window(*dataset.bounds).round_offsets().round_lengths())
    assert cut.shape == same.shape
    mask = read_mask(part.result.mask_path)
    assert (mask != 255).any()
    np.testing.assert_array_equal(cut[:, mask != 255], same[:, mask != 255])
    assert (cut[:, mask == 255] == 255).all()


def test_a_cancelled_run_leaves_no_confidence(product, model, out):
    """Cancelling a run leaves no file in the folder, not even the scratch file."""
    settings = create_settings([product], out, model=model, export_confidence=True, patch_size=64)
    with pytest.raises(CancelledError):
        run_batch(settings, Recorder(cancel_at=0.3))
    assert list(out.iterdir()) == []


def test_an_existing_mask_gets_its_confidence_later(product, model, out):
    """I want the confidence of a mask that has none: it is written, and the mask stays the same."""
    (first,) = run(product, out, model=model)
    before = read_mask(first.result.mask_path)
    (second,) = run(product, out, model=model, export_confidence=True)
    assert second.result.confidence_path.exists()
    np.testing.assert_array_equal(read_mask(second.result.mask_path), before)
    (third,) = run(product, out, model=model, export_confidence=True)
    assert third.result.reused


@pytest.mark.parametrize("rule", [ClearRule(), ClearRule(("shadow",), buffer_m=60.0, min_hectares=0.5)])
def test_the_valid_mask_follows_from_the_mask(product, model, out, rule):
    """The valid mask is 1 for usable pixels and 0 elsewhere, by the classes, the buffer and the size that I choose."""
    (outcome,) = run(product, out, model=model, valid_mask=rule)
    usable = read_mask(outcome.result.valid_mask_path)
    np.testing.assert_array_equal(usable, valid_mask(read_mask(outcome.result.mask_path), rule, 20.0))
    assert set(np.unique(usable)) == {0, 1}


def test_the_valid_mask_of_an_existing_mask_needs_no_network(product, model, out, monkeypatch):
    """With another rule I get another valid mask at once, from the existing mask."""
    run(product, out, model=model, valid_mask=ClearRule())
    monkeypatch.setattr("cloud_s2_mask.core.pipeline.predictors.Session", None)
    rule = ClearRule(buffer_m=100.0)
    (outcome,) = run(product, out, model=model, valid_mask=rule)
    assert outcome.result.reused, outcome.error
    expected = valid_mask(read_mask(outcome.result.mask_path), rule, 20.0)
    np.testing.assert_array_equal(read_mask(outcome.result.valid_mask_path), expected)


def test_a_mask_without_augmentation_is_not_reused_for_one_with_it(product, model, out):
    """An existing mask without augmentation is an error if I want augmentation."""
    run(product, out, model=model)
    (outcome,) = run(product, out, model=model, tta_max_depth=2)
    assert isinstance(outcome.error, OutputError)
    assert_values(outcome.error, names="augmentation")


@pytest.mark.parametrize(
    ("options", "values"),
    [
        ({"tta_max_depth": 8}, {"name": "tta_max_depth", "value": 8, "low": 0, "high": 7}),
        ({"valid_mask": True}, {"name": "valid_mask", "value": True, "description": "a ClearRule"}),
        ({"export_confidence": 1}, {"name": "export_confidence", "value": 1, "description": "True or False"}),
        ({"confidence_path": "c.tif"}, {"name": "confidence_path", "option": "export_confidence"}),
    ],
)
def test_wrong_options_are_refused_by_name(tmp_path, options, values):
    """A wrong option is an error before the run starts."""
    with refused(SettingError, **values):
        create_settings(tmp_path, tmp_path, **options)
