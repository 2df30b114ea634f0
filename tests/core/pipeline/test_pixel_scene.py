"""Scenes masked by a model that classifies single pixels with a threshold: strips, areas, swaths, tags and errors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from ....core.areas.area import AreaOfInterest
from ....core.cards.card import load_cards
from ....core.cards.choice import AUTOMATIC, choose_card
from ....core.classes import CLEAR, NODATA, THICK_CLOUD
from ....core.errors import OutputError, SettingError
from ....core.masks.tags import TAG_PREFIX
from ....core.masks.usable import ClearRule
from ....core.raster.morphology import grow
from ....core.runtime.package import import_runtime
from ....tools.safe_metadata import Scene
from ...refusals import assert_values
from ..conftest import mask, one_error, run
from .test_decision import mean_over_disc

EDGE = 200
PIXEL = {
    "bands": ["B02", "B08"],
    "classes": ["clear", "thick_cloud"],
    "activation": "none",
    "context": "pixel",
    "decision": {"threshold": 0.4, "average_px": 2, "dilate_px": 1},
}
# The probability of cloud is the reflectance of B02.
WEIGHTS = [[-1, 0], [1, 0]], [1, 0]


def bands(seed: int = 4, slope: float | None = None) -> dict[str, np.ndarray]:
    """Make smooth random reflectance at 10 m, optionally with a slanted swath edge."""
    rng = np.random.default_rng(seed)
    coarse = rng.random((EDGE // 10, EDGE // 10)).repeat(10, 0).repeat(10, 1)
    blue = np.round(0.7 * coarse + 0.3 * rng.random((EDGE, EDGE)), 4)
    if slope is not None:
        lines, columns = np.indices(blue.shape)
        blue[columns < 30 + slope * lines] = np.nan
    return {"B02": blue, "B08": np.where(np.isnan(blue), np.nan, 0.3)}


def expected(blue: np.ndarray, threshold: float = 0.4, average: int = 2, dilate: int = 1) -> np.ndarray:
    """Compute the mask from the whole image."""
    has_data = ~np.isnan(blue)
    cloud = np.nan_to_num(blue)
    if average:
        cloud = mean_over_disc(cloud, has_data, average)
    classes = np.where(has_data, np.where(cloud > threshold, THICK_CLOUD, CLEAR), NODATA).astype(np.uint8)
    grow(classes, dilate)
    return classes


def test_single_pixels_are_classified_by_the_processor(tiny_model, make_product, out, monkeypatch):
    """With a GPU, which would copy more than it computes, all cores classify and nothing falls back."""
    offered = ["CUDAExecutionProvider", "CPUExecutionProvider"]
    monkeypatch.setattr(import_runtime(), "get_available_providers", lambda: offered)
    (outcome,) = run(make_product(bands()), out, processing_res=10, model=tiny_model(*WEIGHTS, **PIXEL), device="cuda")
    assert outcome.result
    assert outcome.result.provider == "CPUExecutionProvider"
    assert outcome.result.warnings == ()


@pytest.mark.parametrize("slope", [None, 0.5])
@pytest.mark.parametrize(
    "options", [{}, {"threshold": 0.6}, {"average_px": 0, "dilate_px": 0}, {"average_px": 7, "dilate_px": 5}]
)
def test_the_mask_is_that_of_whole_images(tiny_model, make_product, out, slope, options):
    """With strips, swath edges and options, the mask equals one that is averaged and dilated as a whole."""
    model = tiny_model(*WEIGHTS, **PIXEL)
    given = bands(slope=slope)
    got = mask(make_product(given), out, processing_res=10, model=model, **options)
    names = {"threshold": "threshold", "average_px": "average", "dilate_px": "dilate"}
    assert np.array_equal(got, expected(given["B02"], **{names[name]: value for name, value in options.items()}))
    assert {CLEAR, THICK_CLOUD} <= set(np.unique(got))


def test_patches_and_single_pixels_give_the_same_labels(tiny_model, make_product, out, tmp_path):
    """The same network run on patches gives the same labels, also with a threshold."""
    product = make_product(bands(slope=0.3))
    pixels = mask(product, out, processing_res=10, model=tiny_model(*WEIGHTS, **PIXEL))
    patches = mask(
        product, tmp_path / "patches", processing_res=10, model=tiny_model(*WEIGHTS, **PIXEL | {"context": "patch"})
    )
    assert (pixels == patches).mean() > 0.9999  # float sums of the blend differ in the last bit


def test_an_area_has_the_labels_of_the_whole(tiny_model, make_product, out, tmp_path):
    """The mask of my field equals that part of the whole mask, including discs that reach outside."""
    model = tiny_model(*WEIGHTS, **PIXEL)
    product = make_product(bands())
    options = {"processing_res": 10, "model": model, "average_px": 5, "dilate_px": 3}
    whole = mask(product, out, **options)
    left, top = Scene.origin
    area = AreaOfInterest.box(left + 400, top - 900, left + 1100, top - 300, f"EPSG:{Scene.epsg}")
    part = mask(product, tmp_path / "part", area=area, **options)
    assert np.array_equal(part, whole[30:90, 40:110])


def test_a_mask_coarser_than_the_model_is_resampled_from_probabilities(tiny_model, make_product, out):
    """In a mask at 40 m of a model for 10 m, the threshold applies to the mean probability of 4 x 4 pixels."""
    model = tiny_model(*WEIGHTS, **PIXEL | {"resolution": [10, 10]})
    given = bands()
    got = mask(make_product(given), out, processing_res=40, model=model, average_px=0, dilate_px=0)
    cells = given["B02"].reshape(50, 4, 50, 4).mean(axis=(1, 3))
    sure = abs(cells - 0.4) > 1e-4
    assert np.array_equal((got == THICK_CLOUD)[sure], (cells > 0.4)[sure])


def options_of(path: Path) -> Any:
    """Read the options in the tags of a mask."""
    with rasterio.open(path) as dataset:
        return json.loads(dataset.tags()[f"{TAG_PREFIX}OPTIONS"])


def test_the_tags_of_a_mask_contain_its_threshold(tiny_model, make_product, out):
    """The tags contain only options that affect the mask: it is reused for the same threshold, not for another."""
    model = tiny_model(*WEIGHTS, **PIXEL)
    product = make_product(bands())
    given = {"processing_res": 10, "model": model}
    (first,) = run(product, out, **given)
    assert first.result is not None
    decision = {"threshold": 0.4, "average_px": 2, "dilate_px": 1}
    assert options_of(first.result.mask_path) == {"buffer_m": 0.0, **decision}
    (again,) = run(product, out, **given, **decision, patch_size=256, patch_placement="grid", tta_max_depth=3)
    assert again.result is not None
    assert again.result.reused
    (other,) = run(product, out, **given, threshold=0.5)
    assert isinstance(other.error, OutputError)


def test_the_tags_of_other_models_contain_no_threshold(tiny_model, make_product, out):
    """Masks that were made before thresholds existed are still reused."""
    model = tiny_model([[0, 0], [100, 0]], [0, -40], bands=["B02", "B08"], classes=["clear", "thick_cloud"])
    (outcome,) = run(make_product(bands()), out, processing_res=10, model=model)
    assert outcome.result is not None
    assert set(options_of(outcome.result.mask_path)) == {
        "patch_placement",
        "patch_size",
        "patch_overlap_px",
        "buffer_m",
    }


def test_a_threshold_for_the_default_model_is_refused(make_product, out):
    """With the default model a threshold is an error, and nothing is written."""
    error = one_error(make_product(bands()), out, processing_res=10, threshold=0.4)
    assert isinstance(error, SettingError)
    assert_values(error, names="cloud probability threshold", model=load_cards()["ukis-4b-l1c"].title)


def test_no_default_model_classifies_single_pixels():
    """Automatic chooses networks that use a neighbourhood, at any resolution, alone or as an ensemble."""
    assert load_cards()["s2cloudless"].context == "pixel"
    for level in ("L1C", "L2A"):
        for resolution in (10, 19, 20, 60):
            for model in AUTOMATIC:
                assert "s2cloudless" not in choose_card(level, resolution, model).id


def test_a_product_without_data_gives_a_mask_of_nodata(tiny_model, make_product, out):
    """The mask of a product without data is all nodata, and no network is run."""
    empty = {band: np.full((EDGE, EDGE), np.nan) for band in ("B02", "B08")}
    got = mask(make_product(empty), out, processing_res=10, model=tiny_model(*WEIGHTS, **PIXEL), buffer_m=50)
    assert (got == NODATA).all()


def test_a_valid_mask_of_classes_that_the_model_does_not_detect_is_refused(tiny_model, make_product, out):
    """If the valid mask only excludes shadow, but the model has no shadow, I get an error, not a mask of ones."""
    model = tiny_model(*WEIGHTS, **PIXEL)
    error = one_error(make_product(bands()), out, processing_res=10, model=model, valid_mask=ClearRule(("shadow",)))
    assert isinstance(error, SettingError)
    assert_values(error, classes="shadow", model=load_cards()[model].title, names="thick_cloud")


def test_options_without_effect_give_a_warning(tiny_model, make_product, out):
    """Augmentation and ensembling have no effect on one network that classifies single pixels, so I get warnings."""
    model = tiny_model(*WEIGHTS, **PIXEL)
    options = {"processing_res": 10, "model": model}
    plain = mask(make_product(bands()), out, **options)
    (outcome,) = run(
        make_product(bands()), out, **options, tta_max_depth=2, model_ensembling=True, overwrite=True, quiet=True
    )
    assert outcome.result
    augmentation, ensembling = outcome.result.warnings
    assert "augmentation" in augmentation
    assert "networks" in ensembling
    assert all(load_cards()[model].title in text for text in outcome.result.warnings)
    with rasterio.open(outcome.result.mask_path) as dataset:
        assert np.array_equal(dataset.read(1), plain)
