"""One scene from its files to its mask: every pixel has the class of its own reflectance."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from ....core.cards.card import load_cards
from ....core.classes import CLEAR, NODATA, SHADOW, THICK_CLOUD
from ....core.errors import SettingError
from ....core.masks.tags import TAG_PREFIX
from ....tools.labelled_scene import SIX_BANDS
from ....tools.make_safe import build_product, to_dn, zip_product
from ...refusals import assert_values
from ..conftest import BACKGROUND, flat, mask, one_error, read_mask, result_of, run

# Cloud if B02 is above 0.4, shadow if B08 is below 0.08: logits relative to 0 for clear.
BRIGHT_OR_DARK = ([[0, 0], [100, 0], [0, -100]], [0, -40, 8])
TWO_BANDS = ["B02", "B08"]


def checkerboard(edge: int, cell: int = 10) -> dict[str, np.ndarray]:
    """Make reflectance of B02, B03, B04 and B08 with cells of cloud, shadow and clear land, edge x edge at 10 m."""
    lines, columns = np.indices((edge, edge)) // cell
    kind = (lines * 7 + columns * 3) % 3
    blue = np.choose(kind, [0.1, 0.6, 0.1])
    return {"B02": blue, "B03": blue, "B04": blue, "B08": np.choose(kind, [0.3, 0.6, 0.02])}


def classes_of(bands: dict[str, np.ndarray]) -> np.ndarray:
    """Compute the class of each pixel by the rule of the tiny network."""
    cloud, dark = bands["B02"] > 0.4, bands["B08"] < 0.08
    expected = np.where(cloud, THICK_CLOUD, np.where(dark, SHADOW, CLEAR)).astype(np.uint8)
    expected[np.isnan(bands["B02"])] = NODATA
    return expected


@pytest.mark.parametrize("placement", ["offset", "grid", "upstream"])
@pytest.mark.parametrize("edge", [330, 64, 50, 33])
def test_every_pixel_lands_in_its_place(tiny_model, make_product, out, placement, edge):
    """After the scene was cut into patches, inferred and blended, no pixel is moved, lost or mixed with another."""
    model = tiny_model(*BRIGHT_OR_DARK, bands=TWO_BANDS)
    bands = checkerboard(edge)
    lines, columns = np.indices((edge, edge))
    for values in bands.values():
        values[columns < 0.3 * lines - 5] = np.nan
    got = mask(make_product(bands, baseline="05.10"), out, processing_res=10, model=model, patch_placement=placement)
    assert np.array_equal(got, classes_of(bands))


FORMS = {
    "folder": lambda safe: safe,
    "metadata file": lambda safe: next(safe.glob("*MTD*.xml")),
    "granule": lambda safe: next((safe / "GRANULE").iterdir()),
    "stored zip": lambda safe: zip_product(safe, stored=True),
    "deflated zip": lambda safe: zip_product(safe, stored=False),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "product",
    [
        {"baseline": "02.04", "long_names": True},
        {"baseline": "05.10", "quantification": 20000},
        {"level": "L2A", "baseline": "04.00", "offsets": {"B08": -2000}},
        {"level": "L2A", "baseline": "02.14", "epsg": 32756, "tile": "T56JMM"},
    ],
    ids=["long names", "other scale", "offset of one band", "L2A without offsets"],
)
def test_a_product_of_any_form_level_and_scale_has_the_same_mask(tiny_model, make_product, out, form, product):
    """Folder, metadata file, granule or zip, old or new, L1C or L2A: the same reflectance gives the same mask."""
    model = tiny_model(*BRIGHT_OR_DARK, bands=TWO_BANDS)
    bands = checkerboard(120)
    scene = FORMS[form](make_product(bands, **product))
    assert np.array_equal(mask(scene, out, processing_res=10, model=model), classes_of(bands))


@pytest.mark.parametrize("gap", [(100, 220), (20, 31), (0, 150), (250, 330)])
def test_a_scene_with_a_gap_keeps_its_lower_part_in_place(tiny_model, make_product, out, gap):
    """If lines of a scene are missing, the lines below them are masked in their place."""
    model = tiny_model(*BRIGHT_OR_DARK, bands=TWO_BANDS)
    bands = checkerboard(330)
    for values in bands.values():
        values[slice(*gap)] = np.nan
    got = mask(make_product(bands), out, processing_res=10, model=model)
    assert np.array_equal(got, classes_of(bands))


@pytest.mark.parametrize("p", [0.9, 0.5, 0.34])
@pytest.mark.parametrize("blend", ["probabilities", "logits"])
@pytest.mark.parametrize("overlap", [0, 16, 32])
def test_a_network_with_a_uniform_output_gives_a_uniform_mask(tiny_model, make_product, out, p, blend, overlap):
    """Thick cloud at p = 0.9 or 0.5 in each pixel gives thick cloud in each pixel: no clear seam, ring or corner."""
    logits = np.log([(1 - p) / 2, p, (1 - p) / 2])
    model = tiny_model(np.zeros((3, 2)), logits, bands=TWO_BANDS, blend=blend, patch_overlap=overlap % 32)
    safe = make_product(checkerboard(330))
    got = mask(safe, out, processing_res=10, model=model, patch_overlap_px=overlap)
    assert got.shape == (330, 330)
    assert (got == THICK_CLOUD).all()


def test_nodata_is_its_own_value_and_not_clear(tiny_model, make_product, out):
    """Pixels without data are 255, which is the file's nodata value; clear is 0."""
    model = tiny_model(np.zeros((3, 2)), [1, 0, 0], bands=TWO_BANDS)
    bands = checkerboard(120)
    for values in bands.values():
        values[:40] = np.nan
    (outcome,) = run(make_product(bands), out, processing_res=10, model=model)
    assert outcome.result
    with rasterio.open(outcome.result.mask_path) as dataset:
        assert dataset.nodata == 255
        got, has_data = dataset.read(1), dataset.dataset_mask()
    assert (got[:40] == NODATA).all()
    assert (got[40:] == CLEAR).all()
    assert np.array_equal(has_data > 0, got != NODATA)
    assert outcome.result.shares == {"clear": 100.0, "thick_cloud": 0.0, "thin_cloud": 0.0, "shadow": 0.0}


def test_the_classes_of_a_card_become_those_of_the_mask(tiny_model, make_product, out):
    """A network whose first class is shadow and whose last is clear gives the values of the mask."""
    weights = [[-100, 0], [0, 0], [100, 0]]
    order = ["shadow", "thin_cloud", "clear"]
    model = tiny_model(weights, [20, 0, -40], bands=TWO_BANDS, classes=order)
    bands = dict.fromkeys(("B03", "B04", "B08"), 0.1) | {"B02": np.repeat([[0.1, 0.3, 0.6]], 40, axis=1).repeat(120, 0)}
    got = mask(make_product(bands), out, processing_res=10, model=model)
    assert (got == np.repeat([[3, 2, 0]], 40, axis=1)).all()


@pytest.mark.parametrize(("asked", "limits", "used"), [(60, [10, 40], 40), (30, [20, 20], 20), (20, [10, 10], 10)])
def test_a_mask_coarser_than_the_model_supports_is_resampled(tiny_model, make_product, out, asked, limits, used):
    """A 20 m mask of a 10 m model has 20 m pixels, a warning, and tags with both pixel sizes."""
    model = tiny_model([[0, 0], [10, 0], [0, 0]], [0, -4, -9], bands=TWO_BANDS, resolution=limits)
    blue = np.full((240, 240), 0.1)
    blue[:, 120:] = 0.9
    safe = make_product(dict.fromkeys(("B03", "B04", "B08"), 0.1) | {"B02": blue}, metres=2400)
    (outcome,) = run(safe, out, processing_res=asked, model=model)
    assert outcome.result
    (warning,) = outcome.result.warnings
    assert all(word in warning for word in (load_cards()[model].title, f" {asked} m", f" {used} m"))
    with rasterio.open(outcome.result.mask_path) as dataset:
        tags = {name: dataset.tags()[TAG_PREFIX + name] for name in ("RESOLUTION", "NETWORK_RESOLUTION")}
        assert dataset.res == (asked, asked)
        got = dataset.read(1)
    assert tags == {"RESOLUTION": str(asked), "NETWORK_RESOLUTION": str(used)}
    assert got.shape == (2400 // asked, 2400 // asked)
    middle = 1200 // asked
    assert (got[:, : middle - 2] == CLEAR).all()
    assert (got[:, middle + 2 :] == THICK_CLOUD).all()


def test_a_mask_finer_than_the_model_supports_is_refused(tiny_model, make_product, out):
    """A 20 m model cannot make a 10 m mask: the error names its pixel sizes, and the models that can."""
    model = tiny_model([[0, 0], [10, 0], [0, 0]], [0, -4, -9], bands=TWO_BANDS, resolution=[20, 40])
    safe = make_product(dict.fromkeys(("B02", "B03", "B04", "B08"), 0.1), metres=2400)
    error = one_error(safe, out, processing_res=10, model=model)
    assert isinstance(error, SettingError)
    tiny = load_cards()[model].title
    assert_values(error, model=tiny, pixels="20 to 40 m", resolution=10, finest=20)
    assert "ukis-4b-l1c" in str(error.values["names"]).split(", ")
    assert "L2A" not in str(error)  # only models for the product's level


def test_no_resolution_is_advised_that_products_do_not_have(tiny_model, make_product, out):
    """A 100 m model cannot mask a product at all, so the error advises another model only."""
    model = tiny_model([[0, 0], [10, 0], [0, 0]], [0, -4, -9], bands=TWO_BANDS, resolution=[100, 100])
    safe = make_product(dict.fromkeys(("B02", "B03", "B04", "B08"), 0.1), metres=2400)
    error = one_error(safe, out, processing_res=60, model=model)
    assert_values(error, model=load_cards()[model].title, pixels="100 m", resolution=60)
    assert "finest" not in error.values


def test_the_default_model_supports_every_resolution(make_product, out):
    """A 60 m mask with the default model has no warning: it runs at 40 m by design."""
    safe = make_product(dict.fromkeys(("B02", "B03", "B04", "B08", "B11", "B12"), 0.1), metres=2400)
    (outcome,) = run(safe, out, processing_res=60)
    assert outcome.result
    assert outcome.result.warnings == ()


@pytest.mark.parametrize("asked", [10, 13, 15])
def test_resampled_probabilities_equal_a_dense_computation(tiny_model, raster, out, asked):
    """Between two pixels of the model, the class of the mask changes where the interpolated probabilities cross."""
    model = tiny_model([[0] * 6, [40, *[0] * 5], [0] * 6], [0, -8, -9], resolution=[20, 40], patch_overlap=0)
    coarse = np.random.default_rng(4).uniform(0.1, 0.3, (60, 60))
    bands = flat(1000, edge=60)
    bands[0] = np.round(coarse * 10_000)
    got = read_mask(result_of(raster(bands, 20), out, processing_res=asked, model=model).mask_path)
    logits = np.stack([coarse * 0, np.round(coarse, 4) * 40 - 8, coarse * 0 - 9])
    probabilities = np.exp(logits) / np.exp(logits).sum(axis=0)
    at = np.clip((np.arange(len(got)) + 0.5) * asked / 20 - 0.5, 0, 59)
    low, share = np.minimum(at.astype(int), 58), at - np.minimum(at.astype(int), 58)
    lines = probabilities[:, low] * (1 - share)[:, None] + probabilities[:, low + 1] * share[:, None]
    dense = lines[:, :, low] * (1 - share) + lines[:, :, low + 1] * share
    sure = np.abs(dense[1] - dense[0]) > 1e-4
    assert np.array_equal(got[sure], dense.argmax(axis=0)[sure])
    assert sure.mean() > 0.99


@pytest.mark.parametrize(("metres", "resolution"), [(100, 10), (60, 20), (20, 20), (320, 10)])
def test_a_product_smaller_than_a_patch_is_masked_whole(tiny_model, make_product, out, metres, resolution):
    """A tiny scene gets a mask of its own size, and each pixel is right."""
    model = tiny_model(*BRIGHT_OR_DARK, bands=TWO_BANDS, patch_size=512, patch_overlap=32)
    bands = checkerboard(metres // 10, cell=resolution // 10)
    got = mask(make_product(bands, resolutions_levels=1), out, processing_res=resolution, model=model)
    step = resolution // 10
    assert np.array_equal(got, classes_of(bands)[::step, ::step])


def test_a_small_product_agrees_with_the_same_part_of_a_larger_one(cumulus_product, labelled_cumulus, tmp_path, out):
    """A corner of 300 px cut out of a real scene gets nearly the same labels as in the whole scene."""
    bands = {}
    for number, band in enumerate(SIX_BANDS):
        scale = 2 if number < 4 else 1
        bands[band] = to_dn(labelled_cumulus[0][:300, :300, number].astype(float)).repeat(scale, 0).repeat(scale, 1)
    small = mask(build_product(tmp_path / "small", bands), out, model="ukis-6b-l1c")
    whole = mask(cumulus_product(), out, model="ukis-6b-l1c", overwrite=True)
    assert small.shape == (300, 300)
    assert (small == whole[:300, :300])[:-32, :-32].mean() > 0.97


def test_an_overlap_that_the_models_patches_do_not_allow_is_refused(make_product, out):
    """An overlap of 300 px with the model's 512 px patches is an error, and is not silently reduced."""
    error = one_error(make_product(BACKGROUND), out, model="ukis-6b-l1c", patch_overlap_px=300)
    assert isinstance(error, SettingError)
    assert_values(error, name="patch_overlap_px", value=300, model="ukis-6b-l1c", size=512)


@pytest.mark.parametrize("buffer_m", [0, 15, 50])
def test_a_buffer_in_metres_grows_cloud_by_so_much(tiny_model, make_product, out, buffer_m):
    """A buffer of 50 metres around clouds is five pixels of 10 m."""
    model = tiny_model(*BRIGHT_OR_DARK, bands=TWO_BANDS)
    blue = np.full((120, 120), 0.1)
    blue[60, 60] = 0.9
    got = mask(make_product(BACKGROUND | {"B02": blue}), out, processing_res=10, model=model, buffer_m=buffer_m)
    lines, columns = np.indices(got.shape) - 60
    assert np.array_equal(got == THICK_CLOUD, 10 * np.hypot(lines, columns) <= buffer_m)


@pytest.mark.parametrize(("resolution", "edge"), [(20, 220), (10, 439), (40, 110)])
def test_a_real_reduced_product_is_masked_on_its_own_grid(real_product: Path, out, resolution, edge):
    """A real product that was reduced 25 times has a mask with its own size, place and nodata."""
    (outcome,) = run(real_product, out, processing_res=resolution)
    assert outcome.result
    with rasterio.open(outcome.result.mask_path) as dataset:
        assert dataset.shape == (edge, edge)
        assert dataset.crs.to_epsg() == 32756
        assert (dataset.transform.c, dataset.transform.f) == (399960, 6700000)
        assert dataset.res[0] == pytest.approx(109800 / 439 * resolution / 10)
        got = dataset.read(1)
    with rasterio.open(next(real_product.rglob("*_B02.jp2"))) as band:
        share = (band.read(1) == 0).mean()
    assert (got == NODATA).mean() == pytest.approx(share, abs=0.03)
    assert outcome.result.clear_percent is not None
    assert outcome.result.clear_percent > 90
    (warning,) = outcome.result.warnings
    assert real_product.stem in warning
    assert " 25.0 " in warning
