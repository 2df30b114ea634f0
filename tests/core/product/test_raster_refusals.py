"""What cannot be masked of a raster is refused with what to do, and what looks wrong is a warning."""

from __future__ import annotations

import numpy as np
import pytest
from rasterio.transform import Affine, from_origin

from ....core.errors import RasterError, SettingError
from ....core.product.raster import RasterStack, open_raster
from ..conftest import flat, result_of


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ({"crs": "EPSG:4326", "transform": from_origin(10, 50, 0.001, 0.001)}, r"in degrees.*Warp \(Reproject\)"),
        ({"crs": "EPSG:2263"}, r"in other units.*Warp \(Reproject\)"),
        ({"crs": None}, "no coordinate reference system"),
        ({"transform": Affine(20, 3, 0, 3, -20, 0)}, r"rotated.*Warp"),
        ({"transform": Affine(20, 0, 0, 0, 20, 0)}, r"upside down.*Warp"),
        ({"transform": Affine(20, 0, 0, 0, -30, 0)}, r"not square \(20 x 30 metres\).*Warp"),
    ],
)
def test_pixels_that_no_model_knows_are_refused_with_what_to_do(raster, file, reason):
    """Degrees, feet, rotation and oblong pixels are named, with the tool that helps."""
    with pytest.raises(RasterError, match=reason):
        open_raster(raster(flat(1000), file=file))


@pytest.mark.parametrize(
    ("bands", "count", "reason"),
    [
        ({"B02": 1, "B03": 2, "B04": 3}, 3, r"assigned to near infrared \(B08\); it has 3\."),
        ({"B02": 1, "B03": 2, "B04": 3, "B08": 9}, 6, r"no band 9, which is assigned to near infrared \(B08\)"),
        ({"B02": 1, "B03": 2, "B04": 2, "B08": 4}, 6, r"Band 2 .* assigned to green \(B03\) and red \(B04\)"),
        ({"B02": 1, "B03": 2, "B04": 3, "B08": 4, "B11": 5}, 6, r"assigned to SWIR 2 \(B12\)"),
        ({}, 6, r"blue \(B02\) and green \(B03\) and red \(B04\) and near infrared \(B08\)"),
    ],
)
def test_bands_that_do_not_go_together_are_refused_by_name(raster, bands, count, reason):
    """Too few bands, one that is not there and one assigned twice are told by their names."""
    with pytest.raises(RasterError, match=reason):
        open_raster(raster(flat(1000, count), bands=bands))


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"scale": 0.0}, "scale is 0.0, but must be above 0"),
        ({"scale": float("nan")}, "scale is nan"),
        ({"offset": -1000.0}, r"offset is -1000.0.*it is -0\.1"),
        ({"level": "L3A"}, "level is 'L3A'"),
        ({"bands": {"B8A": 1}}, "B8A cannot be assigned"),
    ],
)
def test_numbers_that_cannot_be_honoured_are_refused(said, reason):
    """A scale of 0 and an offset in DN are refused with what they should be."""
    with pytest.raises(SettingError, match=reason):
        RasterStack(**({"path": "a.tif", "name": "a", "level": "L1C", "bands": {}} | said))


def test_a_file_that_is_none_is_named(tmp_path):
    """What GDAL cannot open is named."""
    (tmp_path / "a.tif").write_bytes(b"no raster")
    for name in ("a.tif", "missing.tif"):
        with pytest.raises(RasterError, match=f"my layer cannot be read: .*{name}"):
            open_raster(RasterStack(str(tmp_path / name), "my layer", "L1C", {}))


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
def test_values_that_cannot_be_reflectance_are_told(raster, value, dtype, said, warned):
    """A forgotten scale is a warning that names scale and offset."""
    bands = flat(value, dtype=dtype, edge=300)
    bands[:, :100] = 0
    warnings = open_raster(raster(bands, file={"nodata": 0}, **said)).warnings()
    assert len(warnings) == warned
    assert all("Check scale and offset" in warning for warning in warnings)


def test_a_warning_comes_with_the_mask(raster, tiny_model, out):
    """I read it in the log of the run."""
    model = tiny_model(np.zeros((3, 6)), [0, 1, 0])
    result = result_of(raster(flat(1500, dtype=np.float32)), out, model=model)
    assert ["Check scale and offset" in warning for warning in result.warnings] == [True]
