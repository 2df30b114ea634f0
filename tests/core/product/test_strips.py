"""Reflectance in strips equals that of a dense computation, and no tile is decoded twice."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import rasterio

from ....core.errors import ProductError, UnreadableBandError
from ....core.product.product import open_product
from ....core.product.strips import Bands
from ....core.raster.morphology import dilate
from ....core.raster.patches import PatchPlan, PatchRow
from ....core.workers import Workers
from ....tools.labelled_scene import SIX_BANDS
from ....tools.make_safe import build_product
from ...refusals import refused
from ..conftest import BACKGROUND, VISIBLE
from ..raster.test_resample import weight_matrix

RESOLUTIONS = [10, 15, 17, 20, 25, 30, 40, 60]


def rows_of(height: int, patch: int, stride: int) -> PatchPlan:
    """Return a plan of one column of patches over all lines."""
    tops = [*range(0, max(height - patch, 0), stride), max(height - patch, 0)]
    return PatchPlan(patch, 32, 0, tuple(PatchRow(top, (0,)) for top in tops))


def dense(bands: Bands, patch: int = 64, stride: int = 48, threads: int = 2) -> tuple[np.ndarray, np.ndarray]:
    """Return all lines of a scene: (bands, lines, columns) counts and (lines, columns) nodata, from strips."""
    height, width = bands.grid.shape
    plan = rows_of(height, patch, stride)
    plan = PatchPlan(patch, width, 0, plan.rows)
    counts = np.full((len(bands.names), height, width), -1, np.int16)
    nodata = np.zeros((height, width), np.bool_)
    for strip in bands.strips(plan, Workers(threads)):
        lines = slice(strip.top, strip.top + strip.counts.shape[1])
        counts[:, lines], nodata[lines] = strip.counts, strip.nodata
    return counts, nodata


@pytest.fixture
def noisy_dn() -> dict[str, np.ndarray]:
    """DN of 2400 m x 2400 m, different in every pixel, with holes of nodata in three bands."""
    rng = np.random.default_rng(5)
    dn = {
        band: rng.integers(1001, 9000, (240, 240) if band in SIX_BANDS[:4] else (120, 120), dtype=np.uint16)
        for band in SIX_BANDS
    }
    dn["B03"][100:117, 30:45] = 0
    dn["B08"][150:160, 150:171] = 0
    dn["B11"][10:14, 80:84] = 0
    return dn


def expected(dn: np.ndarray, native: int, resolution: int, offset: int) -> tuple[np.ndarray, np.ndarray]:
    """Compute counts and nodata by brute force from a whole band."""
    weights = weight_matrix(len(dn), math.ceil(len(dn) * native / resolution), resolution / native)
    counts = np.where(dn == 0, 0, dn.astype(float) + offset)
    return weights @ counts @ weights.T, weights @ (dn == 0) @ weights.T > 1e-9


@pytest.mark.parametrize("resolution", RESOLUTIONS)
def test_every_resolution_equals_a_dense_computation(noisy_dn, tmp_path, resolution):
    """At any pixel size the bands are their area-weighted means, or bilinear where they are coarser."""
    offsets = {"B04": -2000}
    safe = build_product(tmp_path, noisy_dn, baseline="04.00", offsets=offsets, resolutions_levels=1, block={10: 64})
    bands = Bands(open_product(safe), SIX_BANDS, resolution)
    counts, nodata = dense(bands)
    want_nodata = np.zeros(nodata.shape, np.bool_)
    wanted = {}
    for band in SIX_BANDS:
        native = 10 if band in SIX_BANDS[:4] else 20
        values, empty = expected(noisy_dn[band], native, resolution, offsets.get(band, -1000))
        wanted[band] = np.where(empty, 0, values)
        if band in VISIBLE:
            want_nodata |= empty
    assert np.array_equal(nodata, want_nodata)
    for got, want in zip(counts, wanted.values()):
        assert np.abs(got - np.where(nodata, 0, want)).max() <= 0.501


@pytest.mark.parametrize("band", SIX_BANDS)
def test_only_the_visible_bands_say_that_a_pixel_holds_no_data(make_product, band):
    """DN 0 in B02, B03 or B04 is nodata; in another band it is a reflectance of 0."""
    values = {name: np.full((120, 120) if name in SIX_BANDS[:4] else (60, 60), 0.1) for name in SIX_BANDS}
    values[band][20:40, 30:50] = np.nan
    bands = Bands(open_product(make_product(values, baseline="05.10")), SIX_BANDS, 10)
    counts, nodata = dense(bands)
    if band in VISIBLE:
        assert nodata[20:40, 30:50].all()
        assert nodata.sum() == 400
        assert (counts[:, nodata] == 0).all()
    else:
        assert not nodata.any()
        assert (counts[SIX_BANDS.index(band), 42:78, 62:98] == 0).all() or band == "B08"
        assert (counts[SIX_BANDS.index(band), 25:35, 35:45] == 0).all() or band != "B08"
    for other in set(SIX_BANDS) - {band}:
        assert (counts[SIX_BANDS.index(other), ~nodata] == 1000).all()


@pytest.mark.parametrize(("resolution", "levels"), [(20, {"B02": 0, "B11": None}), (40, {"B02": 1, "B11": 0})])
def test_a_whole_factor_reads_the_reduced_level_of_the_file(tmp_path, resolution, levels):
    """A band with reduced levels is read at its own level, not in full."""
    rng = np.random.default_rng(2)
    dn = {band: rng.integers(1, 9000, (size, size), dtype=np.uint16) for band, size in (("B02", 1100), ("B11", 550))}
    product = open_product(build_product(tmp_path, dn))
    counts, nodata = dense(Bands(product, ("B02", "B11"), resolution))
    assert not nodata.any()
    for (band, level), got in zip(levels.items(), counts):
        options = {} if level is None else {"overview_level": level}
        with rasterio.open(product.bands[band], **options) as dataset:
            assert np.array_equal(got, dataset.read(1))


def test_a_reduced_level_ends_two_pixels_before_no_data(make_product):
    """The file's own reduction mixes DN 0 into its neighbours, so two more pixels are nodata."""
    values = {band: np.full((320, 320), 0.3) for band in VISIBLE}
    for band in VISIBLE:
        values[band][:, :101] = np.nan
    _, nodata = dense(Bands(open_product(make_product(values)), VISIBLE, 20))
    assert nodata[:, : 51 + 2].all()
    assert not nodata[:, 51 + 2 :].any()


CUTS = [(64, 48), (32, 32), (96, 32), (160, 1), (240, 240)]


@pytest.mark.parametrize("resolution", [10, 17, 20, 30, 40])
@pytest.mark.parametrize("levels", [1, 6])
def test_the_height_of_strips_changes_no_value(noisy_dn, tmp_path, resolution, levels):
    """The values are the same for strips of any height and any number of bands decoded at a time."""
    for values in noisy_dn.values():
        lines, columns = np.indices(values.shape)
        values[columns < len(values) * 0.2 + lines * 0.3] = 0
    safe = build_product(tmp_path, noisy_dn, resolutions_levels=levels, block={10: 64, 20: 32})
    bands = Bands(open_product(safe), SIX_BANDS, resolution)
    counts, nodata = dense(bands)
    for threads, (patch, stride) in enumerate(CUTS, start=1):
        again = dense(bands, min(patch, bands.grid.height), stride, threads)
        assert np.array_equal(again[0], counts)
        assert np.array_equal(again[1], nodata)


@pytest.mark.parametrize("resolution", [10, 17, 20])
def test_strips_may_skip_lines_without_data(noisy_dn, tmp_path, resolution):
    """Below a gap in a scene, strips still hold their own lines."""
    for values in noisy_dn.values():
        values[len(values) // 3 : len(values) * 2 // 3] = 0
    bands = Bands(open_product(build_product(tmp_path, noisy_dn)), SIX_BANDS, resolution)
    counts, nodata = dense(bands)
    height, width = bands.grid.shape
    plan = PatchPlan(32, width, 0, tuple(PatchRow(top, (0,)) for top in (0, 4, height - 34, height - 32)))
    for strip in bands.strips(plan, Workers(2)):
        lines = slice(strip.top, strip.top + 32)
        assert np.array_equal(strip.counts, counts[:, lines])
        assert np.array_equal(strip.nodata, nodata[lines])


def test_strips_hold_the_columns_of_the_plan_only(noisy_dn, tmp_path):
    """Columns that no patch needs are not in a strip."""
    bands = Bands(open_product(build_product(tmp_path, noisy_dn)), SIX_BANDS, 10)
    counts, _ = dense(bands)
    plan = PatchPlan(64, 64, 0, (PatchRow(30, (100, 150)), PatchRow(60, (90,))))
    for strip in bands.strips(plan, Workers(2)):
        assert np.array_equal(strip.counts, counts[:, strip.top : strip.top + 64, 90:214])


@pytest.mark.parametrize("levels", [1, 6])
def test_the_coarse_cells_miss_no_pixel(make_product, levels):
    """The coarse reading of B02 finds every pixel that holds data, and little else."""
    values = np.full((1000, 1000), 0.2)
    lines, columns = np.indices(values.shape)
    values[(columns - 300 < 0.3 * lines) | (lines > 900)] = np.nan
    bands = Bands(open_product(make_product({"B02": values}, resolutions_levels=levels)), ("B02",), 20)
    exact, coarse = bands.data_pixels(Workers(2)), bands.data_cells(Workers(2))
    _, nodata = dense(bands)
    assert np.array_equal(exact.cells, ~nodata)
    size = round(coarse.cell_size)
    spread = dilate(coarse.cells, coarse.reach).repeat(size, 0).repeat(size, 1)[:500, :500]
    assert not (exact.cells & ~spread).any()
    assert spread.mean() < exact.cells.mean() + 0.08


def test_very_bright_pixels_stay_bright(make_product):
    """A reflectance above the limit is cut to the limit, and does not become dark."""
    product = open_product(make_product({"B02": 6.0, "B03": 0.1, "B04": 0.1}))
    counts, nodata = dense(Bands(product, VISIBLE, 10))
    assert not nodata.any()
    assert counts[0].min() == 32767


def test_bands_of_another_extent_are_refused(make_product, tmp_path):
    """A band file of another tile is an error, not a mask of two places."""
    safe = make_product(BACKGROUND)
    other = make_product(BACKGROUND, folder=tmp_path / "other", origin=(310000, 5900040))
    band = next(safe.rglob("*_B11.jp2"))
    next(other.rglob("*_B11.jp2")).replace(band)
    with refused(ProductError, path=band):
        Bands(open_product(safe), SIX_BANDS, 20)
    next(safe.rglob("MTD_TL.xml")).unlink()
    with refused(ProductError, reference_band="B02", band="B11", name=safe.stem):
        Bands(open_product(safe), SIX_BANDS, 20)


def test_an_empty_band_file_is_named(make_product):
    """A file of 0 bytes is an error that names it."""
    safe = make_product(BACKGROUND)
    path = next(safe.rglob("*_B08.jp2"))
    path.write_bytes(b"")
    with refused(UnreadableBandError, path=path):
        Bands(open_product(safe), SIX_BANDS, 20)


def test_a_real_reduced_product_keeps_its_extent(real_product: Path):
    """A real product of 439 px at 10 m and 219 px at 20 m gives 220 px at 20 m, anchored at its corner."""
    bands = Bands(open_product(real_product), SIX_BANDS, 20)
    assert bands.grid.shape == (220, 220)
    assert (bands.grid.left, bands.grid.top) == (399960, 6700000)
    assert bands.metres_per_nominal == pytest.approx(109800 / 439 / 10)
