"""A raster as networks for any sensor read it: its values as they are, near infrared in place of B8A."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.cards.choice import choose_card
from ....core.errors import ProductError, RasterError
from ....core.pipeline.checks import source_for
from ....core.product.raster import RasterStack, bands_by_name, open_raster
from ....core.product.strips import Bands
from ....core.raster.patches import PatchPlan, PatchRow
from ....core.workers import Workers
from ....tools.labelled_scene import SIX_BANDS
from ...refusals import refused
from ..conftest import flat, result_of

NUMBERS = {"B04": 1, "B03": 2, "B08": 3}


def read(stack: RasterStack, resolution: float = 20) -> tuple[np.ndarray, np.ndarray]:
    """Return (bands, lines, columns) values and (lines, columns) nodata of a small raster."""
    bands = Bands(open_raster(stack).for_any_sensor(), ("B04", "B03", "B8A"), resolution)
    assert bands.data_pixels(Workers(1)).cells.shape == bands.grid.shape
    height, width = bands.grid.shape
    (strip,) = bands.strips(PatchPlan(height, width, 0, (PatchRow(0, (0,)),)), Workers(1))
    return strip.counts, strip.nodata


@pytest.mark.parametrize(
    ("dtype", "largest"),
    [("uint8", 255), ("uint16", 65535), ("int16", 32767), ("uint32", 4e9), ("float32", 7e7), ("float64", 1e-5)],
)
@pytest.mark.parametrize("said", [{}, {"scale": 0.5, "offset": 1.0}])
def test_values_of_any_range_are_neither_cut_nor_rounded(raster, dtype, largest, said):
    """Each number of the file arrives as it is, whatever its type and scale."""
    values = (np.random.default_rng(1).uniform(0.1, 1, (3, 40, 50)) * largest).astype(dtype)
    got, nodata = read(raster(values, bands=NUMBERS, **said))
    assert got.dtype == np.float32
    assert np.array_equal(got, values.astype(np.float32))
    assert not nodata.any()


def test_means_of_large_values_are_exact(raster):
    """At twice the pixel size, values above those of 16 bits are averaged, not cut."""
    values = np.random.default_rng(2).integers(40000, 65536, (3, 40, 60), dtype=np.uint16)
    got, _ = read(raster(values, bands=NUMBERS), 40)
    np.testing.assert_allclose(got, values.reshape(3, 20, 2, 30, 2).mean(axis=(2, 4)), rtol=1e-6)


@pytest.mark.parametrize(
    ("dtype", "said", "declared", "empty"),
    [
        ("uint8", {}, None, 0),
        ("uint8", {}, 255, 255),
        ("float32", {}, None, 0),
        ("float32", {}, None, np.nan),
        ("float64", {}, None, np.inf),
        ("float32", {}, -9999.0, -9999),
        ("float32", {"nodata": -1.0}, -9999.0, -1),
    ],
)
def test_pixels_without_data_are_0(raster, dtype, said, declared, empty):
    """The value given or declared, or else 0, and NaN are no data; red and green decide for the pixel."""
    values = flat(100, 3, dtype=dtype)
    values[0, :10] = values[1, :, :5] = values[2, 30:40] = empty
    got, nodata = read(raster(values, bands=NUMBERS, file={"nodata": declared}, **said))
    wanted = np.zeros((64, 64), np.bool_)
    wanted[:10] = wanted[:, :5] = True
    assert np.array_equal(nodata, wanted)
    expected = np.stack([wanted] * 3)
    expected[2, 30:40] = True
    assert np.array_equal(got == 0, expected)


def test_immense_values_stay_finite(raster):
    """A fill value that nobody declares spoils the statistics of its patch, but is no error."""
    got, _ = read(raster(flat(-1.7e308, 3, dtype="float64"), bands=NUMBERS))
    assert np.isfinite(got).all()


def test_an_impossible_scale_matters_only_where_reflectance_is_needed(raster):
    """Numbers that declare the scale of radiance are refused as reflectance, and used as they are otherwise."""
    stack = raster(flat(100, 4, dtype=np.uint8), scales=(0.5, -62.5))
    found = open_raster(stack)
    with refused(RasterError, name=stack.name, number=1, scale=0.5, offset=-62.5):
        found.image("B02")
    assert found.for_any_sensor().image("B02").index == 1
    assert found.for_any_sensor().warnings() == ()


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        (("B04", "B03", "B08", "B8A"), [2, 1, 3, 4]),
        (("red", "green", "nir", "nir08"), [2, 1, 3, 4]),
        (("B4, central wavelength 665 nm", "B3", "B8A, central wavelength 865 nm"), [2, 1, None, 3]),
    ],
)
def test_the_narrow_near_infrared_is_found_by_its_name(names, numbers):
    """B8A is a band of its own beside B08."""
    found = bands_by_name(names)
    assert [found.get(band) for band in ("B03", "B04", "B08", "B8A")] == numbers


def test_names_of_another_sensor_give_way_to_my_assignment(raster):
    """Bands that I assign are not taken for the bands of Sentinel-2 whose names they have."""
    stack = raster(flat(100, 4), names=("B1", "B2", "B3", "B4"), bands={"B03": 2, "B04": 3, "B08": 4})
    assert {band: image.index for band, image in open_raster(stack).images.items()} == {"B03": 2, "B04": 3, "B08": 4}


def test_only_a_model_for_any_sensor_takes_near_infrared_for_b8a(raster, tiny_model, out):
    """Two models that standardise patches: that for any sensor is run, the other misses B8A."""
    weights, fields = [[0] * 3, [1, 0, 0], [0] * 3], {"bands": ["B04", "B03", "B8A"], "mean": [], "std": []}
    any_sensor = tiny_model(weights, [0, 0, -9], id="any", normalisation="patch", any_sensor=True, **fields)
    sentinel = tiny_model(weights, [0, 0, -9], id="s2", normalisation="patch", **fields)
    values = flat(10, 3, dtype=np.uint8)
    values[0, 32:] = 200
    stack = raster(values, bands=NUMBERS)
    assert result_of(stack, out, model=any_sensor).cloud_percent == pytest.approx(50)
    for model in (sentinel, f"{any_sensor}+{sentinel}"):
        source = source_for(open_raster(stack), choose_card("L1C", 20, model))
        with refused(ProductError, name=stack.name, band="B8A", label="narrow near infrared"):
            source.image("B8A")


def test_reflectance_is_as_before_for_other_models(raster):
    """A stack of Sentinel-2 keeps its counts as whole numbers, and a product is not changed."""
    found = open_raster(raster(flat(0.5, dtype=np.float32)))
    assert source_for(found, choose_card("L1C", 20, "ukis-6b-l1c")) is found
    assert not any(found.image(band).as_is for band in SIX_BANDS)
