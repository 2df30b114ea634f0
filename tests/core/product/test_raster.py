"""A raster in place of a product: the same reflectance gives the same mask."""

from __future__ import annotations

import math
import tracemalloc

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from ....core.classes import NODATA
from ....core.product.raster import RasterStack, bands_by_name, open_raster
from ....core.product.strips import Bands
from ....core.raster.patches import PatchPlan, PatchRow
from ....core.workers import Workers
from ....tools.labelled_scene import SIX_BANDS
from ....tools.make_safe import build_product, to_dn
from ..conftest import flat, mask, read_mask, result_of, run

FOUR_BANDS = SIX_BANDS[:4]


def counts_of(stack: RasterStack, resolution: float = 20) -> tuple[np.ndarray, np.ndarray]:
    """Return (bands, lines, columns) counts and (lines, columns) nodata of a small raster."""
    source = open_raster(stack)
    bands = Bands(source, tuple(source.bands), resolution)
    height, width = bands.grid.shape
    (strip,) = bands.strips(PatchPlan(height, width, 0, (PatchRow(0, (0,)),)), Workers(1))
    return strip.counts, strip.nodata


def test_the_same_numbers_on_the_same_pixels_give_the_same_mask(labelled_cumulus, raster, tmp_path, out):
    """A stack of a product's bands, at the network's pixel size, has exactly the product's mask."""
    reflectance = labelled_cumulus[0].astype(float)
    reflectance[300:, :60] = np.nan
    dn = np.stack([to_dn(reflectance[..., number], -1000) for number in range(4)])
    product = build_product(tmp_path / "safe", dict(zip(FOUR_BANDS, dn)), baseline="05.10")
    wanted = mask(product, tmp_path / "out", processing_res=10)
    result = result_of(raster(dn, 10, scale=0.0001, offset=-0.1), out)
    got = read_mask(result.mask_path)
    assert np.array_equal(got, wanted)
    assert (np.bincount(got.ravel(), minlength=256)[[0, 1, 3, NODATA]] > 1000).all()
    assert result.model == "ukis-4b-l1c"


@pytest.fixture(scope="module")
def detailed(labelled_cumulus) -> dict[str, np.ndarray]:
    """DN of the labelled scene with full detail at 10 m, short-wave infrared at 20 m, of baseline 05.10."""
    dn = {band: to_dn(labelled_cumulus[0][..., n].astype(float), -1000) for n, band in enumerate(SIX_BANDS)}
    for band in SIX_BANDS[4:]:
        dn[band] = dn[band].reshape(256, 2, 256, 2).mean(axis=(1, 3)).astype(np.uint16)
    return dn


def test_the_vrt_beside_a_mask_has_nearly_the_same_mask(detailed, tmp_path, out):
    """The natural-colour layer of a product, its bands found by their names, gives the product's mask."""
    (outcome,) = run(build_product(tmp_path, detailed, baseline="05.10"), out)
    wanted = outcome.result
    assert wanted
    result = result_of(RasterStack(str(wanted.vrt_path), "vrt", "L1C", {}, offset=-0.1), tmp_path)
    assert (read_mask(result.mask_path) == read_mask(wanted.mask_path)).mean() >= 0.999
    assert result.model == wanted.model == "ukis-6b-l1c+ukis-4b-l1c"


@pytest.mark.parametrize(("levels", "same"), [(1, 1.0), (6, 0.97)])
def test_a_stack_of_10_m_masked_at_20_m_has_the_mask_of_its_means(detailed, raster, tmp_path, out, levels, same):
    """Averaged from 10 m, a stack has the mask of a product without reduced levels, and nearly that of one with them.

    The reduced levels of JPEG 2000 are sharper than means, which moves edges of small clouds.
    """
    wanted = mask(build_product(tmp_path, detailed, baseline="05.10", resolutions_levels=levels), out)
    stacked = np.stack([band.repeat(512 // len(band), 0).repeat(512 // len(band), 1) for band in detailed.values()])
    result = result_of(raster(stacked, 10, offset=-0.1), tmp_path, processing_res=20)
    assert (read_mask(result.mask_path) == wanted).mean() >= same


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_reflectance_as_floating_point_numbers_is_the_same(raster, dtype):
    """Reflectance with NaN as nodata is read like integers with their offset and 0."""
    rng = np.random.default_rng(3)
    dn = rng.integers(1001, 12000, (6, 50, 70), dtype=np.uint16)
    dn[1, :9] = dn[4, 20:30] = 0
    reflectance = np.where(dn == 0, np.nan, (dn - 1000.0) / 10000).astype(dtype)
    whole = counts_of(raster(dn, offset=-0.1))
    floating = counts_of(raster(reflectance))
    assert np.array_equal(whole[0], floating[0])
    assert np.array_equal(whole[1], floating[1])
    assert whole[1].sum() == 9 * 70
    assert (whole[0][4, 20:30] == 0).all(), "short-wave infrared without data is dark, not nodata"
    has_data = ~whole[1]
    assert np.array_equal(whole[0][0][has_data], dn[0][has_data].astype(int) - 1000)


@pytest.mark.parametrize(
    ("value", "dtype", "said", "file", "scales", "count"),
    [
        (2500, np.uint16, {}, {}, None, 2500),
        (2500, np.int16, {}, {}, None, 2500),
        (-200, np.int16, {}, {}, None, -200),
        (500, np.uint16, {"offset": -0.1}, {}, None, -500),
        (50, np.uint8, {"scale": 0.004}, {}, None, 2000),
        (5000, np.uint16, {}, {}, (0.00005, 0.01), 2600),
        (5000, np.uint16, {"offset": 0.0}, {}, (0.00005, 0.01), 2500),
        (0.25, np.float32, {}, {}, None, 2500),
        (2500, np.float32, {"scale": 0.0001}, {}, None, 2500),
        (0.25, np.float32, {}, {"nodata": -3.4028234663852886e38}, None, 2500),
        (60000, np.uint16, {}, {}, None, 32767),
        (1e30, np.float32, {}, {}, None, 32767),
    ],
)
def test_scale_and_offset_are_those_given_or_declared_or_usual(raster, value, dtype, said, file, scales, count):
    """Values of any type become the same reflectance, limited to 3.2."""
    counts, nodata = counts_of(raster(flat(value, dtype=dtype), file=file, scales=scales, **said))
    assert not nodata.any()
    assert (counts == count).all()


@pytest.mark.parametrize(
    ("dtype", "said", "declared", "empty"),
    [
        (np.uint16, {}, None, 0),
        (np.uint16, {}, 65535, 65535),
        (np.int16, {}, -9999, -9999),
        (np.uint16, {"nodata": 7}, 0, 7),
        (np.uint16, {}, 0, 0),
        (np.float32, {}, -9999.0, -9999),
        (np.float32, {}, -3.4028234663852886e38, -3.4028234663852886e38),
        (np.float32, {}, -9999.0, np.nan),
        (np.float32, {}, None, np.inf),
        (np.float32, {"nodata": 0.0}, None, 0),
    ],
)
def test_nodata_is_the_value_given_or_declared_or_zero(raster, dtype, said, declared, empty):
    """Only blue, green and red define nodata; other low values are dark land."""
    bands = flat(1200 if np.issubdtype(dtype, np.integer) else 0.12, dtype=dtype)
    bands[0, 10:20] = bands[2, :, 30:33] = bands[3, 40:50] = empty
    bands[0, 60:] = 8 if np.issubdtype(dtype, np.integer) else 0.0008
    counts, nodata = counts_of(raster(bands, file={"nodata": declared}, **said))
    wanted = np.zeros((64, 64), np.bool_)
    wanted[10:20] = wanted[:, 30:33] = True
    assert np.array_equal(nodata, wanted)
    assert (counts[:, wanted] == 0).all()
    assert (counts[0][60:][~wanted[60:]] == 8).all()


@pytest.mark.parametrize(
    ("pixel_size", "asked", "network"),
    [(7.3, None, 10), (10, None, 10), (24.7, None, 24.7), (100, None, 40), (5, 20, 20), (20, 60, 40), (20, 12.5, 12.5)],
)
def test_the_mask_has_the_pixels_of_the_raster_or_those_asked_for(raster, tiny_model, out, pixel_size, asked, network):
    """The mask has the raster's own pixels at any size; the network runs at the nearest pixel size it supports."""
    model = tiny_model(np.array([[0] * 6, [40, 0, 0, 0, 0, 0], [0] * 6]), [8, 0, -9], resolution=[10, 40])
    bands = flat(1000, edge=140)
    bands[0, :, 70:] = 5000
    stack = raster(bands, pixel_size)
    result = result_of(stack, out, model=model, **({"processing_res": asked} if asked else {}))
    size = asked or pixel_size
    with rasterio.open(result.mask_path) as dataset:
        got, tags = dataset.read(1), dataset.tags()
        assert dataset.transform.almost_equals(from_origin(300000, 5900040, size, size), 1e-9)
        assert dataset.crs.to_epsg() == 32633
    assert got.shape == (math.ceil(round(140 * pixel_size / size, 3)),) * 2
    columns = (np.arange(got.shape[1]) + 0.5) * size / pixel_size
    far = np.abs(columns - 70) * pixel_size > 1.5 * max(size, network)
    assert (got[:, far] == (columns[far] > 70)).all()
    assert tags["CLOUDS2MASK_NETWORK_RESOLUTION"] == f"{network:g}"
    assert tags["CLOUDS2MASK_RESOLUTION"] == f"{size:g}"


@pytest.mark.parametrize(("pixel_size", "warned"), [(9.9999999, False), (10.001, False), (8, True)])
def test_a_rounding_error_is_not_another_resolution(raster, tiny_model, out, pixel_size, warned):
    """A warped raster of nearly 10 m gives no warning; one of 8 m gives a warning that the model runs at 10 m."""
    model = tiny_model(np.zeros((3, 6)), [0, 1, 0], resolution=[10, 10])
    warnings = result_of(raster(flat(900), pixel_size), out, model=model).warnings
    assert any("10 m" in text for text in warnings) == warned


@pytest.mark.parametrize("pixel_size", [0.001, 0.01, 0.05])
def test_a_raster_smaller_than_a_pixel_of_the_network_is_masked(raster, tiny_model, out, pixel_size):
    """A raster of my drone, of a metre in all, gets the label of the one pixel of the network that covers it."""
    model = tiny_model(np.array([[0] * 6, [40, 0, 0, 0, 0, 0], [0] * 6]), [8, 0, -9], resolution=[10, 40])
    for value, label in ((1000, 0), (5000, 1)):
        got = read_mask(result_of(raster(flat(value, edge=20), pixel_size), out, model=model).mask_path)
        assert got.shape == (20, 20)
        assert (got == label).all()


@pytest.mark.parametrize("shape", [(1, 1), (5, 3), (33, 700)])
def test_small_and_odd_rasters_are_masked(raster, tiny_model, out, shape):
    """A raster smaller than any patch can be masked, and so can a long narrow one."""
    model = tiny_model(np.zeros((3, 6)), [0, 1, 0])
    got = read_mask(result_of(raster(np.full((6, *shape), 900, np.uint16)), out, model=model).mask_path)
    assert got.shape == shape
    assert (got == 1).all()


def test_reduced_levels_of_other_formats_are_not_read(raster, out):
    """Overviews that keep every second pixel are not used: the image is averaged from its own pixels."""
    rng = np.random.default_rng(1)
    bands = rng.integers(1, 9000, (6, 256, 256), dtype=np.uint16)
    stack = raster(bands, 10, file={"tiled": True, "blockxsize": 64, "blockysize": 64})
    with rasterio.open(stack.path, "r+") as dataset:
        dataset.build_overviews([2, 4, 8], rasterio.enums.Resampling.nearest)
    counts, _ = counts_of(stack, 20)
    means = bands.reshape(6, 128, 2, 128, 2).mean(axis=(2, 4))
    assert np.abs(counts - means).max() <= 0.501


@pytest.mark.parametrize(
    ("bands", "pixel_size", "models"),
    [(4, 20, ["4b"]), (6, 20, ["6b", "4b"]), (6, 10, ["4b"]), (4, 30, ["4b"])],
)
@pytest.mark.parametrize("level", ["L1C", "L2A"])
def test_the_model_follows_from_the_bands(raster, out, bands, pixel_size, models, level):
    """Without short-wave infrared the four-band model of my level is used, and from 20 m a warning says so."""
    result = result_of(raster(flat(1000, bands), pixel_size, level=level), out)
    assert result.model == "+".join(f"ukis-{model}-{level.lower()}" for model in models)
    assert any("short-wave infrared" in text for text in result.warnings) == (bands == 4 and pixel_size >= 20)


def test_a_mask_finer_than_its_raster_gives_a_warning(raster, out):
    """A raster of 40 m masked at 20 m gets a mask, and a warning that it shows no more than 40 m do."""
    result = result_of(raster(flat(1000, 4, edge=300), 40), out, processing_res=20)
    assert any("20 m" in text and "40 m" in text for text in result.warnings)
    fine = result_of(raster(flat(1000, 4, edge=300), 40), out, processing_res=40, overwrite=True)
    assert not any("finer" in text for text in fine.warnings)


def test_the_tags_say_how_the_raster_was_read(raster, out):
    """The mask records bands, scale, offset and nodata, and no acquisition time that nobody gave."""
    result = result_of(raster(flat(2000, 4), offset=-0.1), out, buffer_m=50)
    with rasterio.open(result.mask_path) as dataset:
        tags = dataset.tags()
    assert '"reading": {"B02": [1, 0.0001, -0.1, 0], "B03": [2,' in tags["CLOUDS2MASK_OPTIONS"]
    assert "CLOUDS2MASK_SENSING_TIME" not in tags
    assert result.acquisition.sensing_time is None
    assert sorted(path.name for path in out.iterdir()) == ["mask.qml", "mask.tif"]


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        (("B02", "B03", "B04", "B08", "B11", "B12"), [1, 2, 3, 4, 5, 6]),
        (("B4, central wavelength 665 nm", "B3, central wavelength 560 nm", "B2", "B8"), [3, 2, 1, 4, None, None]),
        (("red", "green", "blue", "nir", "swir16", "swir22"), [3, 2, 1, 4, 5, 6]),
        (("T33UUU_20240501_B02_10m", "x_B03", "b04", "B08.jp2", "rededge", "B8A"), [1, 2, 3, 4, None, None]),
        (("B02", "B02", "Band 3", "", None, "B12"), [None, None, None, None, None, 6]),
    ],
)
def test_bands_are_found_by_their_names(names, numbers):
    """I need not assign bands that have names; a name that occurs twice I assign myself."""
    found = bands_by_name(names)
    assert [found.get(band) for band in SIX_BANDS] == numbers


def test_my_assignment_overrides_the_names(raster):
    """A band that I assign is used although another one has its name; short-wave infrared needs both bands."""
    stack = raster(flat(1000), names=("B02", "B03", "B04", "B08", "B11"), bands={"B02": 6, "B04": 3})
    assert {band: image.index for band, image in open_raster(stack).images.items()} == {
        "B02": 6,
        "B03": 2,
        "B04": 3,
        "B08": 4,
    }


@pytest.mark.parametrize("file", [{}, {"tiled": True, "blockxsize": 256, "blockysize": 256}, {"interleave": "pixel"}])
def test_a_raster_is_never_held_whole(raster, file):
    """A floating point file of twice the height, in strips or tiles, needs no more memory."""
    peaks = []
    for height in (3000, 6000):
        stack = raster(np.full((4, height, 300), 0.2, np.float32), 20, file=file)
        bands = Bands(open_raster(stack), FOUR_BANDS, 20)
        plan = PatchPlan(128, 300, 0, tuple(PatchRow(top, (0,)) for top in range(0, height, 128)))
        tracemalloc.start()  # one thread decodes: two meet at their peaks, or do not
        assert bands.data_cells(Workers(2)).cells.all()
        means = [strip.counts.mean() for strip in bands.strips(plan, Workers(1))]
        assert sum(means) == pytest.approx(2000 * len(plan.rows))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] <= 1.1 * peaks[0] + 100_000
