"""Scenes masked by a model that judges pixels alone and has a threshold: strips, areas, swaths, tags and refusals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from ....core.cards.card import load_cards
from ....core.cards.choice import choose_card
from ....core.classes import CLEAR, NODATA, THICK_CLOUD
from ....core.errors import OutputError, SettingError
from ....core.masks.tags import TAG_PREFIX
from ....core.masks.usable import ClearRule
from ....core.raster.area import AreaOfInterest
from ....core.raster.morphology import grow
from ....tools.safe_metadata import Scene
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
    """Smooth random brightness at 10 m, perhaps with a swath edge that leans."""
    rng = np.random.default_rng(seed)
    coarse = rng.random((EDGE // 10, EDGE // 10)).repeat(10, 0).repeat(10, 1)
    blue = np.round(0.7 * coarse + 0.3 * rng.random((EDGE, EDGE)), 4)
    if slope is not None:
        lines, columns = np.indices(blue.shape)
        blue[columns < 30 + slope * lines] = np.nan
    return {"B02": blue, "B08": np.where(np.isnan(blue), np.nan, 0.3)}


def expected(blue: np.ndarray, threshold: float = 0.4, average: int = 2, dilate: int = 1) -> np.ndarray:
    """The mask, whole image by whole image."""
    valid = ~np.isnan(blue)
    cloud = np.nan_to_num(blue)
    if average:
        cloud = mean_over_disc(cloud, valid, average)
    classes = np.where(valid, np.where(cloud > threshold, THICK_CLOUD, CLEAR), NODATA).astype(np.uint8)
    grow(classes, dilate)
    return classes


@pytest.mark.parametrize("slope", [None, 0.5])
@pytest.mark.parametrize(
    "options", [{}, {"threshold": 0.6}, {"average_px": 0, "dilate_px": 0}, {"average_px": 7, "dilate_px": 5}]
)
def test_the_mask_is_that_of_whole_images(tiny_model, make_product, out, slope, options):
    """Strips, swath and settings: every pixel is as if the probability had been averaged and dilated in one piece."""
    model = tiny_model(*WEIGHTS, **PIXEL)
    ground = bands(slope=slope)
    got = mask(make_product(ground), out, processing_res=10, model=model, **options)
    names = {"threshold": "threshold", "average_px": "average", "dilate_px": "dilate"}
    assert np.array_equal(got, expected(ground["B02"], **{names[name]: value for name, value in options.items()}))
    assert {CLEAR, THICK_CLOUD} <= set(np.unique(got))


def test_patches_and_pixels_say_the_same(tiny_model, make_product, out, tmp_path):
    """The same network laid out in patches gives the same labels; also with a threshold."""
    product = make_product(bands(slope=0.3))
    pixels = mask(product, out, processing_res=10, model=tiny_model(*WEIGHTS, **PIXEL))
    patches = mask(
        product, tmp_path / "patches", processing_res=10, model=tiny_model(*WEIGHTS, **PIXEL | {"context": "patch"})
    )
    assert (pixels == patches).mean() > 0.9999  # float sums of the blend differ in the last bit


def test_an_area_has_the_labels_of_the_whole(tiny_model, make_product, out, tmp_path):
    """Of my field only its own strips are read, and discs that reach outside have their part in it."""
    model = tiny_model(*WEIGHTS, **PIXEL)
    product = make_product(bands())
    options = {"processing_res": 10, "model": model, "average_px": 5, "dilate_px": 3}
    whole = mask(product, out, **options)
    left, top = Scene.origin
    area = AreaOfInterest.box(left + 400, top - 900, left + 1100, top - 300, f"EPSG:{Scene.epsg}")
    part = mask(product, tmp_path / "part", area=area, **options)
    assert np.array_equal(part, whole[30:90, 40:110])


def test_coarser_than_the_model_knows_its_probability_is_resampled(tiny_model, make_product, out):
    """A mask at 40 m of a model for 10 m: the mean probability of 4 x 4 pixels is what the threshold is for."""
    model = tiny_model(*WEIGHTS, **PIXEL | {"resolution": [10, 10]})
    ground = bands()
    got = mask(make_product(ground), out, processing_res=40, model=model, average_px=0, dilate_px=0)
    cells = ground["B02"].reshape(50, 4, 50, 4).mean(axis=(1, 3))
    sure = abs(cells - 0.4) > 1e-4
    assert np.array_equal((got == THICK_CLOUD)[sure], (cells > 0.4)[sure])


def options_of(path: Path) -> Any:
    """The options that a mask says it was made with."""
    with rasterio.open(path) as dataset:
        return json.loads(dataset.tags()[f"{TAG_PREFIX}OPTIONS"])


def test_a_mask_says_which_threshold_it_was_made_with(tiny_model, make_product, out):
    """What matters is in the tags, what does not is not: the same mask is taken as done, another threshold is not."""
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


def test_masks_of_networks_do_not_name_a_threshold(tiny_model, make_product, out):
    """Masks that were made before thresholds existed are still taken as done."""
    model = tiny_model([[0, 0], [100, 0]], [0, -40], bands=["B02", "B08"], classes=["clear", "thick_cloud"])
    (outcome,) = run(make_product(bands()), out, processing_res=10, model=model)
    assert outcome.result is not None
    assert set(options_of(outcome.result.mask_path)) == {
        "patch_placement",
        "patch_size",
        "patch_overlap_px",
        "buffer_m",
    }


def test_a_threshold_where_there_is_none_is_refused(make_product, out):
    """With the default model a threshold is an error, and nothing is written."""
    error = one_error(make_product(bands()), out, processing_res=10, threshold=0.4)
    assert isinstance(error, SettingError)
    assert "threshold cannot be honoured: the model ukis-4b-l1c has no threshold" in str(error)


def test_no_default_judges_pixels_alone():
    """Automatic stays with networks that see a neighbourhood, at any resolution, alone or together."""
    assert load_cards()["s2cloudless"].context == "pixel"
    for level in ("L1C", "L2A"):
        for resolution in (10, 19, 20, 60):
            for ensembling in (False, True):
                assert "s2cloudless" not in choose_card(level, resolution, ensembling=ensembling).id


def test_nothing_valid_is_all_nodata(tiny_model, make_product, out):
    """A product without data gives a mask without data, and no network is asked."""
    empty = {band: np.full((EDGE, EDGE), np.nan) for band in ("B02", "B08")}
    got = mask(make_product(empty), out, processing_res=10, model=tiny_model(*WEIGHTS, **PIXEL), buffer_m=50)
    assert (got == NODATA).all()


def test_a_valid_mask_of_classes_that_the_model_does_not_know_is_refused(tiny_model, make_product, out):
    """Without shadow, all would be usable for a model that knows none: that is an error, not a mask of ones."""
    model = tiny_model(*WEIGHTS, **PIXEL)
    error = one_error(make_product(bands()), out, processing_res=10, model=model, valid_mask=ClearRule(("shadow",)))
    assert isinstance(error, SettingError)
    assert "leaves out shadow, which the model tiny does not tell apart" in str(error)
    assert "Choose among its classes: thick_cloud" in str(error)


def test_options_that_change_nothing_are_told(tiny_model, make_product, out):
    """Augmentation and ensembling are nothing to a single network that judges pixels alone: a warning says so."""
    model = tiny_model(*WEIGHTS, **PIXEL)
    options = {"processing_res": 10, "model": model}
    plain = mask(make_product(bands()), out, **options)
    (outcome,) = run(
        make_product(bands()), out, **options, tta_max_depth=2, model_ensembling=True, overwrite=True, quiet=True
    )
    assert outcome.result
    assert [text.split(":")[0] for text in outcome.result.warnings] == [
        "tta_max_depth changes nothing",
        "model_ensembling changes nothing",
    ]
    with rasterio.open(outcome.result.mask_path) as dataset:
        assert np.array_equal(dataset.read(1), plain)
