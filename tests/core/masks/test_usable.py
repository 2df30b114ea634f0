"""Valid masks: the usable pixels of a cloud mask."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio

from ....core.errors import CancelledError, RasterError, SettingError
from ....core.masks.tags import KIND, VALID_MASK, unprefixed
from ....core.masks.usable import ClearRule, ValidMask, valid_mask
from ...rasters import write_mask
from ...refusals import refused


@pytest.mark.parametrize(
    ("classes", "usable"),
    [
        (("thick_cloud", "thin_cloud", "shadow"), [1, 0, 0, 0, 1, 1, 0]),
        (("thick_cloud",), [1, 0, 1, 1, 1, 1, 0]),
        (("thin_cloud", "shadow"), [1, 1, 0, 0, 1, 1, 0]),
        (("shadow", "water"), [1, 1, 1, 0, 1, 0, 0]),
        (("snow",), [1, 1, 1, 1, 0, 1, 0]),
    ],
)
def test_i_choose_which_classes_are_not_usable(classes, usable):
    """Only the classes that I name, and nodata, are 0."""
    mask = np.array([[0, 1, 2, 3, 4, 5, 255]], np.uint8)
    assert valid_mask(mask, ClearRule(classes), 20).tolist() == [usable]


def test_snow_and_water_are_usable_unless_i_say_otherwise():
    """Nobody who masks clouds loses a lake; a buffer around cloud reaches over it."""
    mask = np.array([[5, 5, 1, 4, 4]], np.uint8)
    assert valid_mask(mask, ClearRule(), 20).tolist() == [[1, 1, 0, 1, 1]]
    assert valid_mask(mask, ClearRule(buffer_m=20), 20).tolist() == [[1, 0, 0, 0, 1]]


def test_the_buffer_is_a_distance_in_metres_and_nodata_does_not_grow():
    """60 m are three pixels of 20 m around a cloud, but the edge of the swath has no buffer."""
    mask = np.zeros((11, 30), np.uint8)
    mask[5, 5] = 1
    mask[:, 20:] = 255
    valid = valid_mask(mask, ClearRule(buffer_m=60), 20)
    rows, columns = np.mgrid[:11, :30]
    expected = (np.hypot(rows - 5, columns - 5) > 3) & (columns < 20)
    assert np.array_equal(valid, expected)
    assert np.array_equal(valid_mask(mask, ClearRule(buffer_m=60), 60)[5, 3:8], [1, 0, 0, 0, 1])


def test_small_objects_are_noise_before_anything_grows():
    """Objects below the smallest size are clear, also next to a cloud of another class; gaps are not filled."""
    mask = np.zeros((20, 40), np.uint8)
    mask[2, 2:5] = 1  # three pixels
    mask[3, 5] = 3  # touches the others at a corner, so the object has four
    mask[10, 10:13] = 2  # three
    mask[5:15, 20:30] = 1
    mask[8, 25] = 0  # a gap of one pixel
    mask[18, 39] = 1  # one, in the corner
    valid = valid_mask(mask, ClearRule(min_hectares=0.16), 20)  # four pixels of 20 m
    expected = mask == 0
    expected[10, 10:13] = expected[18, 39] = True
    assert np.array_equal(valid, expected)
    grown = valid_mask(mask, ClearRule(min_hectares=0.16, buffer_m=20), 20)
    assert grown[9:12, 9:14].all()
    assert not grown[2, 1]


def test_a_speck_at_the_edge_of_the_swath_is_noise_too():
    """Nodata around a speck does not make it larger."""
    mask = np.full((9, 9), 255, np.uint8)
    mask[4, 4] = 1
    mask[4, 5] = 0
    assert valid_mask(mask, ClearRule(min_hectares=1), 20).sum() == 2


def test_a_size_of_one_pixel_drops_nothing():
    """0.04 ha are one pixel of 20 m, also after rounding."""
    mask = np.zeros((5, 5), np.uint8)
    mask[2, 2] = 1
    assert valid_mask(mask, ClearRule(min_hectares=0.04), 20)[2, 2] == 0
    assert valid_mask(mask, ClearRule(min_hectares=0.041), 20)[2, 2] == 1


@pytest.mark.parametrize(
    ("options", "values"),
    [
        ({"invalid": ()}, {"allowed": "thick_cloud, thin_cloud, shadow, snow, water"}),
        ({"invalid": ("fog",)}, {"classes": "fog"}),
        ({"buffer_m": -1}, {"name": "The buffer", "value": -1}),
        ({"buffer_m": float("inf")}, {"name": "The buffer", "value": float("inf")}),
        ({"min_hectares": -1}, {"name": "The smallest object", "value": -1}),
    ],
)
def test_a_rule_with_a_wrong_value_is_refused(options, values):
    """I read which value is wrong."""
    with refused(SettingError, **values):
        ClearRule(**options)


def test_a_buffer_that_is_not_a_number_is_refused():
    """NaN is not a distance."""
    with refused(SettingError, name="The buffer"):
        ClearRule(buffer_m=float("nan"))


def test_a_written_valid_mask_is_read_as_one(tmp_path):
    """1 means usable in a valid mask and cloud in a cloud mask; a tag distinguishes the two."""
    source = write_mask(tmp_path / "mask.tif", [[0, 1, 2, 3, 4, 255]])
    first = ValidMask.read(source, ClearRule(("thin_cloud",)))
    assert first.usable_percent == 80
    first.write(tmp_path / "valid.tif")
    with rasterio.open(tmp_path / "valid.tif") as dataset:
        assert dataset.read(1).tolist() == [[1, 1, 0, 1, 1, 0]]
        assert unprefixed(dataset.tags())[KIND] == VALID_MASK
        assert (dataset.nodata, dataset.dtypes, dataset.res) == (None, ("uint8",), (20, 20))
        assert dataset.colormap(1)[1] != dataset.colormap(1)[0]
    again = ValidMask.read(str(tmp_path / "valid.tif"), ClearRule(("shadow",), buffer_m=20))
    assert again.pixels.tolist() == [[1, 0, 0, 0, 0, 0]]


def test_the_nodata_value_of_the_file_is_used(tmp_path):
    """A mask rewritten by another program, with another data type and nodata value, can be read."""
    source = write_mask(tmp_path / "mask.tif", [[0, 1, -9999]], dtype="int16", nodata=-9999)
    mask = ValidMask.read(source, ClearRule())
    assert mask.pixels.tolist() == [[1, 0, 255]]
    assert mask.usable_percent == 50


def test_a_mask_without_data_has_no_share(tmp_path):
    """A mask without any data has no usable percent, rather than 0."""
    assert ValidMask.read(write_mask(tmp_path / "mask.tif", [[255, 255]]), ClearRule()).usable_percent is None


def test_a_file_that_is_not_a_mask_is_refused_by_name(tmp_path):
    """A raster of reflectance or of several bands, a missing file and a text file are errors that name the file."""
    (tmp_path / "notes.tif").write_text("no raster")
    reflectance = write_mask(tmp_path / "bands.tif", [[0, 1, 812]], dtype="uint16", nodata=0)
    with refused(RasterError, path=reflectance, value=812):
        ValidMask.read(reflectance, ClearRule())
    with refused(RasterError, path=tmp_path / "two.tif", bands=2):
        ValidMask.read(write_mask(tmp_path / "two.tif", np.zeros((2, 3, 4))), ClearRule())
    for name in ("notes.tif", "missing.tif"):
        with refused(RasterError, name=tmp_path / name):
            ValidMask.read(str(tmp_path / name), ClearRule())


@pytest.mark.parametrize(
    ("options", "size"),
    [
        ({"crs": "EPSG:4326", "size": 1e-3}, None),
        ({"crs": None}, None),
        ({"transform": rasterio.Affine(20, 0, 3e5, 0, -10, 59e5)}, "20 x 10"),
    ],
)
def test_a_buffer_needs_square_pixels_in_metres(tmp_path, options, size):
    """Degrees and oblong pixels are refused if a distance is needed, and accepted otherwise."""
    source = write_mask(tmp_path / "mask.tif", [[0, 1]], **options)
    for rule in (ClearRule(buffer_m=20), ClearRule(min_hectares=1)):
        with refused(RasterError, path=source, size=size):
            ValidMask.read(source, rule)
    assert ValidMask.read(source, ClearRule()).pixels.tolist() == [[1, 0]]


def test_a_grid_in_feet_is_measured_in_metres(tmp_path):
    """100 feet are 30.48 m, so a buffer of 35 m is one pixel and not none."""
    source = write_mask(tmp_path / "mask.tif", [[1, 0, 0]], crs="EPSG:2263", size=100.0)
    assert ValidMask.read(source, ClearRule(buffer_m=35)).pixels.tolist() == [[0, 0, 1]]
    assert ValidMask.read(source, ClearRule(buffer_m=30)).pixels.tolist() == [[0, 1, 1]]


def test_reading_stops_when_asked(tmp_path):
    """I can cancel while a mask is read."""
    source = write_mask(tmp_path / "mask.tif", np.zeros((2000, 4), np.uint8))

    def stop():
        raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        ValidMask.read(source, ClearRule(), stop)
