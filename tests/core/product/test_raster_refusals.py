"""Rasters that cannot be masked are refused, and implausible values give a warning."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from rasterio.transform import Affine, from_origin

from ....core.errors import RasterError, SettingError
from ....core.pipeline.batch import run_batch
from ....core.pipeline.plausibility import value_warnings
from ....core.product.raster import RasterStack, open_raster
from ....core.settings import create_settings
from ...refusals import assert_values, refused
from ..conftest import flat, result_of


@pytest.mark.parametrize(
    ("file", "values"),
    [
        ({"crs": "EPSG:4326", "transform": from_origin(10, 50, 0.001, 0.001)}, {"units": "degrees"}),
        ({"crs": "EPSG:2263"}, {"units": "other units"}),
        ({"crs": None}, {}),
        ({"transform": Affine(20, 3, 0, 3, -20, 0)}, {}),
        ({"transform": Affine(20, 0, 0, 0, 20, 0)}, {}),
        ({"transform": Affine(20, 0, 0, 0, -30, 0)}, {"size": "20 x 30"}),
    ],
    ids=["degrees", "feet", "no CRS", "rotated", "upside down", "oblong"],
)
def test_unsupported_pixels_are_refused_with_a_remedy(raster, file, values):
    """Degrees, feet, rotation and oblong pixels are errors that name the raster and the tool that helps."""
    stack = raster(flat(1000), file=file)
    with refused(RasterError, name=stack.name, **{"units": None, "size": None, **values}) as caught:
        open_raster(stack)
    assert ("remedy" in caught.value.values) == (file.get("crs", "") is not None)


@pytest.mark.parametrize(
    ("bands", "count", "values"),
    [
        ({"B02": 1, "B03": 2, "B04": 3}, 3, {"bands": "near infrared (B08)", "number": None}),
        ({"B02": 1, "B03": 2, "B04": 3, "B08": 9}, 6, {"bands": "near infrared (B08)", "number": 9}),
        ({"B02": 1, "B03": 2, "B04": 2, "B08": 4}, 6, {"bands": "green (B03) and red (B04)", "number": 2}),
        ({"B02": 1, "B03": 2, "B04": 3, "B08": 4, "B11": 5}, 6, {"bands": "SWIR 2 (B12)", "number": None}),
        ({}, 6, {"bands": "green (B03) and red (B04) and near infrared (B08)", "number": None}),
    ],
)
def test_wrongly_assigned_bands_are_refused_by_name(raster, bands, count, values):
    """A missing band, a band number that does not exist and a band assigned twice are named."""
    stack = raster(flat(1000, count), bands=bands)
    with refused(RasterError, name=stack.name, **values) as caught:
        open_raster(stack)
    assert caught.value.values.get("count", count) == count


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ({"scale": 0.0}, {"scale": 0.0}),
        ({"scale": float("inf")}, {"scale": float("inf")}),
        ({"offset": -1000.0}, {"offset": -1000.0}),
        ({"level": "L3A"}, {"level": "L3A"}),
        ({"bands": {"B09": 1}}, {"bands": "B09"}),
    ],
)
def test_values_that_cannot_be_used_are_refused(said, values):
    """A scale of 0 and an offset in DN are errors that name the value."""
    with refused(SettingError, **values):
        RasterStack(**({"path": "a.tif", "name": "a", "level": "L1C", "bands": {}} | said))


def test_a_scale_that_is_not_a_number_is_refused():
    """NaN is not a scale."""
    with pytest.raises(SettingError) as caught:
        RasterStack("a.tif", "a", "L1C", {}, scale=float("nan"))
    assert str(caught.value.values["scale"]) == "nan"


def test_a_file_that_is_not_a_raster_is_named(tmp_path):
    """A file that GDAL cannot open is an error that names the layer and the file."""
    (tmp_path / "a.tif").write_bytes(b"no raster")
    for name in ("a.tif", "missing.tif"):
        with refused(RasterError, name="my layer") as caught:
            open_raster(RasterStack(str(tmp_path / name), "my layer", "L1C", {}))
        assert name in str(caught.value.values["reason"])


@pytest.mark.parametrize(
    ("value", "dtype", "said", "warned"),
    [
        (1500, np.uint16, {}, False),
        (1500, np.uint16, {"scale": 1.0}, True),
        (0.15, np.float32, {}, False),
        (1500, np.float32, {}, True),
        (0.15, np.float32, {"scale": 0.0001}, True),
        (0, np.uint16, {}, False),
    ],
)
def test_values_that_cannot_be_reflectance_give_a_warning(raster, value, dtype, said, warned):
    """A forgotten scale gives a warning that names the raster."""
    bands = flat(value, dtype=dtype, edge=300)
    bands[:, :100] = 0
    stack = raster(bands, file={"nodata": 0}, **said)
    warnings = value_warnings(open_raster(stack))
    assert len(warnings) == warned
    assert all(stack.name in warning and "scale" in warning for warning in warnings)


def test_a_warning_is_in_the_result(raster, tiny_model, out):
    """I read it in the log of the run."""
    model = tiny_model(np.zeros((3, 6)), [0, 1, 0])
    stack = raster(flat(1500, dtype=np.float32))
    assert result_of(stack, out, model=model).warnings == tuple(value_warnings(open_raster(stack))) != ()


@pytest.mark.parametrize(
    ("size", "left"),
    [(1e-4, 300_000), (5e-324, 300_000), (1e8, 0), (1e300, 0), (20, 1e9), (20, -1e300), (20, float("inf"))],
)
def test_pixels_without_a_place_on_the_earth_are_refused(raster, size, left):
    """A raster whose georeference is damaged is an error that names its pixels and its corner."""
    stack = raster(flat(1000), file={"transform": from_origin(left, 5_900_040, size, size)})
    with refused(RasterError, name=stack.name, size=size, left=float(left), top=5_900_040.0):
        open_raster(stack)


@pytest.mark.parametrize(("size", "asked", "pixels"), [(1e6, 1000, 2.5e9), (20, 0.0005, 6.4e9)])
def test_pixels_are_not_cut_into_billions(raster, tiny_model, out, size, asked, pixels):
    """Pixels of a million metres, or a mask of half a millimetre, are refused before anything is read."""
    stack = raster(flat(1000, edge=2), size)
    model = tiny_model(np.zeros((3, 6)), [0, 1, 0], resolution=[10, 40])
    settings = create_settings([], out, raster=stack, mask_path=out / "mask.tif", processing_res=asked, model=model)
    (outcome,) = run_batch(settings)
    assert isinstance(outcome.error, RasterError), outcome
    assert_values(outcome.error, name=stack.name, pixels=pixels)


def test_a_crs_that_gdal_cannot_interpret_is_refused(raster):
    """A raster with a damaged CRS is an error that names it."""
    stack = raster(flat(1000))
    path = Path(stack.path)
    data = path.read_bytes()
    key = struct.pack("<4H", 3072, 0, 1, 32633)  # ProjectedCSTypeGeoKey
    assert key in data
    path.write_bytes(data.replace(key, struct.pack("<4H", 3072, 0, 1, 4978)))
    with refused(RasterError, name=stack.name):
        open_raster(stack)
