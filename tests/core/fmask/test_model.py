"""Whole products masked by the rules of Fmask: classes, strips, areas, options, and scenes without clear ground."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from ....core.angles.view import angles_of
from ....core.areas.area import AreaOfInterest
from ....core.cards.card import load_cards
from ....core.classes import CLEAR, NODATA, SHADOW, SNOW, THICK_CLOUD, WATER
from ....core.errors import MaskExistsError, ProductError, RasterError, SettingError
from ....core.masks.tags import OPTIONS, TAG_PREFIX
from ....core.pipeline.batch import run_batch
from ....core.product.bands import BANDS
from ....core.product.product import open_product
from ....core.raster import patches
from ....core.raster.grid import Grid
from ....core.settings import create_settings
from ....tools.make_eopf import build_eopf
from ....tools.make_safe import build_product, to_dn
from ....tools.package import ROOT
from ....tools.safe_metadata import DEFAULT_OFFSET, TileGeometry
from ...refusals import assert_values
from ..conftest import flat, mask, one_error, run
from .test_spectral import CLOUD, FIELD, LAKE
from .test_spectral import SNOW as SNOWFIELD

EDGE = 240
"""Pixels of 20 m."""
CARD = load_cards()["fmask"]
DARK = {band: 0.4 * value for band, value in FIELD.items()}
PIXELS = [FIELD, CLOUD, LAKE, SNOWFIELD, DARK]
SAME = {"B07": "B08", "B8A": "B08"}
"""Bands that reflect like another one."""
FIELDS, CLOUDS, LAKES, SNOWS, DARKS = range(len(PIXELS))
PLAIN = {"shadow_dilate_px": 0, "snow_dilate_px": 0, "dilate_px": 0}
CLOUD_AT = (slice(150, 180), slice(150, 190))
LAKE_AT = (slice(20, 50), slice(20, 60))
SNOW_AT = (slice(190, 220), slice(20, 60))


def layers(kinds: np.ndarray, slope: float | None = None) -> dict[str, np.ndarray]:
    """Make the reflectance of a scene at native pixel sizes from (lines, columns) kinds of pixels of 20 m.

    Clouds are seen 40 m to the right of their place by B08.
    """
    rng = np.random.default_rng(11)
    texture = rng.normal(1, 0.03, kinds.shape)
    bands = {}
    for band in CARD.bands:
        values = np.array([pixel.get(SAME.get(band, band), 0.001) for pixel in PIXELS])[kinds] * texture
        if band == "B08":
            cloud = kinds == CLOUDS
            values[cloud] = np.roll(values, 2, axis=1)[cloud]
        if slope is not None:
            lines, columns = np.indices(kinds.shape)
            values[columns < 30 + slope * lines] = np.nan
        size = BANDS[band].pixel_size
        if size == 10:
            values = values.repeat(2, 0).repeat(2, 1)
        elif size == 60:
            values = values[1::3, 1::3]
        bands[band] = values
    return bands


def kinds_of_a_scene() -> np.ndarray:
    """Put a cloud, a lake and snow on fields."""
    kinds = np.zeros((EDGE, EDGE), int)
    for at, kind in ((CLOUD_AT, CLOUDS), (LAKE_AT, LAKES), (SNOW_AT, SNOWS)):
        kinds[at] = kind
    return kinds


@pytest.fixture
def product(make_product) -> Path:
    """A product of the scene."""
    return make_product(layers(kinds_of_a_scene()))


def masked(product: Path, out: Path, **options: Any) -> np.ndarray:
    """Mask a product by the rules, without dilation unless it is given."""
    return mask(product, out, model="fmask", overwrite=True, **{**PLAIN, **options})


def test_a_scene_has_the_classes_of_its_ground(product, out):
    """Cloud, lake and snow are where they were put, up to the pixel that 10 m bands share at their edge."""
    found = masked(product, out)
    assert found.shape == (EDGE, EDGE)
    expected = np.array([CLEAR, THICK_CLOUD, WATER, SNOW])[kinds_of_a_scene()]
    assert (found == expected).mean() > 0.99
    for at, value in ((CLOUD_AT, THICK_CLOUD), (LAKE_AT, WATER), (SNOW_AT, SNOW)):
        assert (found[at] == value).mean() > 0.9


def test_a_cloud_casts_its_shadow_where_the_sun_puts_it(make_product, out):
    """The dark ground that a cloud of 400 m can shade is its shadow; other dark ground of the same shape is not."""
    kinds = kinds_of_a_scene()
    sun = angles_of(open_product(make_product(layers(kinds))), Grid("EPSG:32633", 0, 0, 20, EDGE, EDGE))
    zenith, azimuth = np.radians([sun.sun_zenith.mean(), sun.sun_azimuth.mean()])
    away = 400 * np.tan(zenith) / 20
    down, right = round(away * np.cos(azimuth)), round(-away * np.sin(azimuth))
    there = np.roll(kinds == CLOUDS, (down, right), (0, 1))
    assert (kinds[there] == FIELDS).all()
    elsewhere = np.roll(kinds == CLOUDS, (20, -90), (0, 1))
    kinds[there | elsewhere] = DARKS
    found = masked(make_product(layers(kinds), folder=out.parent / "dark"), out)
    assert (found[there] == SHADOW).mean() > 0.8
    assert (found == SHADOW).sum() < 1.3 * there.sum()
    assert not (found[elsewhere] == SHADOW).any()


def test_the_angles_of_an_eopf_store_lead_to_the_mask_of_safe(tmp_path, out):
    """Both forms with the same grids of angles have the same shadow, where the sun of the grids casts it."""
    kinds = kinds_of_a_scene()
    away = round(400 * math.tan(math.radians(50)) / 20)
    there = np.roll(kinds == CLOUDS, -away, axis=1)  # the sun is in the east
    kinds[there & (kinds == FIELDS)] = DARKS
    there = kinds == DARKS
    bands = {band: to_dn(values, DEFAULT_OFFSET) for band, values in layers(kinds).items()}
    sun = np.empty((2, 3, 3))
    sun[:] = [[[50]], [[90]]]
    view = np.empty((13, 2, 2, 3, 3))
    view[:] = [[[4]], [[100]]]
    geometry = TileGeometry(sun_angles=sun, viewing_incidence_angles=view)
    options: dict[str, Any] = {"baseline": "05.11", "geometry": geometry}
    found = masked(build_eopf(tmp_path, bands, **options), out)
    assert (found[there] == SHADOW).mean() > 0.8
    assert np.array_equal(found, masked(build_product(tmp_path, bands, **options), out))
    bare = masked(build_eopf(tmp_path / "bare", bands, baseline="05.11"), out)
    assert (bare[there] == SHADOW).mean() < 0.5


@pytest.mark.parametrize("slope", [None, 0.3])
def test_strips_of_any_height_give_the_same_mask(make_product, out, monkeypatch, slope):
    """Statistics are those of the scene, and windows reach across strips."""
    product = make_product(layers(kinds_of_a_scene(), slope))
    found = []
    for lines in (5, 64, 10_000):
        monkeypatch.setattr(patches, "STRIP_LINES", lines)
        found.append(masked(product, out, dilate_px=2, shadow_dilate_px=3, snow_dilate_px=1))
    assert (found[0] == THICK_CLOUD).any()
    assert np.array_equal(found[0], found[1])
    assert np.array_equal(found[0], found[2])
    assert (found[0] == NODATA).any() == (slope is not None)


def test_an_area_has_the_pixels_of_the_whole_mask(product, out):
    """The statistics are those of the whole scene, also where the area holds nothing but cloud."""
    whole = masked(product, out)
    grid = open_product(product)
    with rasterio.open(grid.bands["B11"]) as dataset:
        left, top = dataset.bounds.left, dataset.bounds.top
        crs = dataset.crs.to_wkt()
    box = AreaOfInterest.box(left + 20 * 155, top - 20 * 175, left + 20 * 185, top - 20 * 155, crs)
    part = masked(product, out, area=box)
    assert np.array_equal(part, whole[155:175, 155:185])
    assert (part == THICK_CLOUD).all()


def test_baselines_with_and_without_offset_have_the_same_mask(make_product, out, tmp_path):
    """Rules see reflectance, not numbers of the file."""
    bands = layers(kinds_of_a_scene())
    old, new = (make_product(bands, folder=tmp_path / name, baseline=name) for name in ("02.06", "05.10"))
    assert np.array_equal(masked(old, out), masked(new, out))


@pytest.mark.parametrize("resolution", [10, 15, 60])
def test_masks_of_other_resolutions_show_the_same(product, out, resolution):
    """From 10 to 60 m, the classes in the middle of each kind of ground stay."""
    found = masked(product, out, processing_res=resolution)
    for (lines, columns), value in ((CLOUD_AT, THICK_CLOUD), (LAKE_AT, WATER), (SNOW_AT, SNOW)):
        middle = tuple(round((span.start + span.stop) / 2 * 20 / resolution) for span in (lines, columns))
        assert found[middle] == value


@pytest.mark.parametrize(
    ("kind", "value"), [(CLOUDS, THICK_CLOUD), (LAKES, WATER), (SNOWS, SNOW), (FIELDS, CLEAR), (DARKS, CLEAR)]
)
def test_a_scene_of_one_kind_is_masked(make_product, out, kind, value):
    """All cloud, all water, all snow, all fields: a mask, and of one class."""
    found = masked(make_product(layers(np.full((60, 60), kind))), out)
    assert (found == value).mean() > 0.99


def test_a_product_without_data_is_nodata(make_product, out):
    """Nothing is read, and nothing fails."""
    found = masked(make_product(layers(np.zeros((60, 60), int), slope=1e6)), out)
    assert (found == NODATA).all()


def test_snow_under_a_low_sun_is_no_cloud(make_product, out):
    """In a polar winter snow reflects little, and the air above it is blue."""
    kinds = np.full((120, 120), SNOWS)
    kinds[:30] = FIELDS
    bands = layers(kinds)
    haze = {"B02": 0.06, "B03": 0.03, "B04": 0.015}
    dim = {band: 0.3 * values + haze.get(band, 0.001) for band, values in bands.items()}
    assert not (masked(make_product(dim), out) == THICK_CLOUD).any()


def test_dilation_follows_the_order_of_classes(product, out):
    """Cloud grows over everything, snow over water and clear ground."""
    plain, cloud, snow = (masked(product, out, **grown) for grown in ({}, {"dilate_px": 3}, {"snow_dilate_px": 2}))
    assert (cloud[plain == THICK_CLOUD] == THICK_CLOUD).all()
    assert np.count_nonzero(cloud == THICK_CLOUD) > np.count_nonzero(plain == THICK_CLOUD) + 2 * (30 + 40) * 3
    grown = (snow == SNOW) & (plain != SNOW)
    assert np.count_nonzero(grown) > 2 * (30 + 40)
    assert set(plain[grown]) <= {CLEAR, WATER}


def test_without_parallax_a_white_roof_is_cloud_and_with_it_none(make_product, out):
    """A factory among built-up ground does not move between the bands."""
    kinds = kinds_of_a_scene()
    bands = layers(kinds)
    roofs = {"B02": 0.25, "B03": 0.25, "B04": 0.25, "B07": 0.26, "B08": 0.26, "B8A": 0.26, "B11": 0.3, "B12": 0.2}
    white = {**CLOUD, "B07": 0.45, "B8A": 0.45}
    for band, values in bands.items():
        step = {10: 2, 20: 1, 60: 1 / 3}[BANDS[band].pixel_size]
        for pixel, start, stop in ((roofs, 60, 90), (white, 72, 78)):
            values[int(start * step) : int(stop * step), int(start * step) : int(stop * step)] = pixel.get(band, 0.001)
    product = make_product(bands)
    roof = np.s_[73:77, 73:77]
    assert (masked(product, out, parallax=False)[roof] == THICK_CLOUD).all()
    found = masked(product, out)
    assert (found[roof] == CLEAR).all()
    assert (found[CLOUD_AT] == THICK_CLOUD).mean() > 0.9


def test_a_higher_threshold_leaves_the_fainter_cloud_out(product, out):
    """The cloud of this scene is .4 above the clear land."""
    assert (masked(product, out, threshold=0.3) == THICK_CLOUD).any()
    assert not (masked(product, out, threshold=0.9) == THICK_CLOUD).any()


def test_the_mask_names_its_numbers_and_is_reused_with_the_same(product, out):
    """Other numbers are another mask, and the error says which."""
    (outcome,) = run(product, out, model="fmask", snow_dilate_px=1)
    assert outcome.result
    with rasterio.open(outcome.result.mask_path) as dataset:
        options = json.loads(dataset.tags()[TAG_PREFIX + OPTIONS])
    own = {"threshold": 0.2, "dilate_px": 1, "shadow_dilate_px": 2, "snow_dilate_px": 1, "parallax": True}
    assert options == {"buffer_m": 0.0, **own}
    assert outcome.result.classes == ("clear", "thick_cloud", "shadow", "snow", "water")
    (again,) = run(product, out, model="fmask", snow_dilate_px=1)
    assert again.result
    assert again.result.reused
    (other,) = run(product, out, model="fmask", parallax=False)
    assert isinstance(other.error, MaskExistsError)
    assert len(other.error.differing) == 2


def test_the_confidence_of_rules_is_certain(product, out):
    """Rules have no probabilities: each pixel has 100 % of its class."""
    (outcome,) = run(product, out, model="fmask", export_confidence=True, **PLAIN)
    assert outcome.result
    with rasterio.open(outcome.result.confidence_path) as dataset:
        confidence = dataset.read()
    with rasterio.open(outcome.result.mask_path) as dataset:
        classes = dataset.read(1)
    assert np.array_equal(np.array([CLEAR, THICK_CLOUD, SHADOW, SNOW, WATER])[confidence.argmax(axis=0)], classes)
    assert set(np.unique(confidence)) == {0, 100}
    assert any("confidence" in warning for warning in outcome.result.warnings)


def test_a_reused_mask_keeps_its_warnings(make_product, out):
    """Mean angles in place of the grids were worth a warning, and still are when the mask is not made again."""
    product = make_product(layers(kinds_of_a_scene()), geometry=TileGeometry(mean_sun_angles=np.array([40.0, 150.0])))
    (made,), (again,) = (run(product, out, model="fmask") for _ in range(2))
    assert made.result
    assert again.result
    assert again.result.reused
    assert made.result.warnings
    assert again.result.warnings == made.result.warnings


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"shadow_dilate_px": 1}, "dilation of shadow"),
        ({"parallax": False}, "test of parallax"),
        ({"elevation": Path("a.tif")}, "elevation raster"),
        ({"water_map": Path("a.tif")}, "water map"),
    ],
)
def test_options_of_rules_are_refused_for_networks(product, out, options, words):
    """A network would not use them, and the error names them in words of the field, and a model that has them."""
    error = one_error(product, out, model="ukis-6b-l1c", **options)
    assert isinstance(error, SettingError)
    assert_values(error, names=words, model=load_cards()["ukis-6b-l1c"].title, others=CARD.id)
    assert not any(option in str(error) for option in options if "_" in option)


def test_options_of_networks_are_refused_for_rules(product, out):
    """Rules average nothing and have no probability of shadow."""
    error = one_error(product, out, model="fmask", average_px=2)
    averaging = "averaging of the cloud probability"
    assert_values(error, names=averaging, others="s2cloudless")
    assert_values(one_error(product, out, model="fmask", shadow_share=0.5), model=CARD.title)


def test_a_product_of_surface_reflectance_is_refused(make_product, out):
    """The rules need B10, which L2A products lack."""
    bands = {band: values for band, values in layers(np.zeros((60, 60), int)).items() if band != "B10"}
    error = one_error(make_product(bands, level="L2A"), out, model="fmask")
    assert isinstance(error, SettingError)
    assert_values(error, model=CARD.title, levels="L1C", level="L2A")


def test_a_raster_is_refused(raster, out):
    """A raster has no B10 and no angles, and the error says so instead of naming a band."""
    settings = create_settings([], out, raster=raster(flat(2000)), mask_path=out / "mask.tif", model="fmask")
    (outcome,) = run_batch(settings)
    assert isinstance(outcome.error, SettingError)
    assert_values(outcome.error, model=CARD.title)


def test_a_missing_band_is_named(make_product, out):
    """A product without B8A cannot tell roofs from clouds, so it is no product for these rules."""
    bands = {band: values for band, values in layers(np.zeros((60, 60), int)).items() if band != "B8A"}
    error = one_error(make_product(bands), out, model="fmask")
    assert isinstance(error, ProductError)
    assert_values(error, band="B8A")


def write(path: Path, product: Path, values: np.ndarray, **options: Any) -> Path:
    """Write a raster with the extent of a product."""
    with rasterio.open(open_product(product).bands["B11"]) as dataset:
        bounds, crs = dataset.bounds, dataset.crs
    size = (bounds.right - bounds.left) / values.shape[1]
    profile = {"driver": "GTiff", "dtype": values.dtype, "count": 1, "height": len(values), "width": values.shape[1]}
    place = {"crs": crs, "transform": from_origin(bounds.left, bounds.top, size, size)}
    with rasterio.open(path, "w", **profile, **{**place, **options}) as dataset:
        dataset.write(values, 1)
    return path


def test_a_slope_is_no_water(product, out, tmp_path):
    """The lake lies on a slope of 20 degrees, so it is none; on flat ground it stays one."""
    x = np.arange(EDGE // 2) * 40
    slope = np.repeat(np.tan(np.radians(20)) * x[None], EDGE // 2, axis=0).astype(np.float32)
    lake = np.s_[25:45, 25:55]
    assert (masked(product, out)[lake] == WATER).all()
    steep = write(tmp_path / "steep.tif", product, slope)
    assert (masked(product, out, elevation=steep)[lake] == CLEAR).all()
    flat = write(tmp_path / "flat.tif", product, np.full_like(slope, 700))
    assert (masked(product, out, elevation=flat)[lake] == WATER).all()


def test_a_water_map_adds_water_where_the_ground_is_visible(product, out, tmp_path):
    """The map is 1 in water, or the occurrence in percent of which half is enough; clouds stay clouds."""
    water = np.zeros((EDGE, EDGE), np.uint8)
    water[100:200, 100:200] = 1
    plain = masked(product, out)
    expected = np.where((water == 1) & (plain == CLEAR), WATER, plain)
    found = masked(product, out, water_map=write(tmp_path / "water.tif", product, water))
    assert (found == expected).mean() > 0.999  # at the edge of the cloud, that of water is more likely
    percent = np.where(water == 1, 80, 30).astype(np.uint8)
    percent[:10] = 255
    assert np.array_equal(masked(product, out, water_map=write(tmp_path / "often.tif", product, percent)), found)


@pytest.mark.parametrize("option", ["elevation", "water_map"])
def test_a_map_that_cannot_be_used_is_named(product, out, tmp_path, option):
    """A missing file, a map without CRS and one of another place are refused before anything is written."""
    values = np.ones((8, 8), np.uint8)
    maps = [
        tmp_path / "missing.tif",
        write(tmp_path / "nowhere.tif", product, values, crs=None),
        write(tmp_path / "far.tif", product, values, transform=from_origin(0, 0, 20, 20)),
    ]
    for path in maps:
        error = one_error(product, out, model="fmask", **{option: path})
        assert isinstance(error, RasterError)
        assert_values(error, name=path)


def test_a_real_product_is_masked_by_the_engine_and_the_command_line(real_product, out, tmp_path):
    """A product of ESA at a swath edge has its clouds, no cloud elsewhere, and the same mask both ways."""
    found = mask(real_product, out, model="fmask")
    assert 0.001 < (found == THICK_CLOUD).sum() / (found != NODATA).sum() < 0.05
    assert 0.2 < (found == NODATA).mean() < 0.35
    command = [sys.executable, "-m", "cloud_s2_mask.core", str(real_product), "--out", str(tmp_path / "shell")]
    environment = {"PYTHONPATH": str(ROOT / "build" / "plugins")}
    done = subprocess.run(
        [*command, "--model", "fmask", "--quiet"], env=environment, capture_output=True, text=True, check=True
    )
    with rasterio.open(done.stdout.strip()) as dataset:
        assert np.array_equal(dataset.read(1), found)
