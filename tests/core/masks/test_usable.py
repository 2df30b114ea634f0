"""Valid masks: which pixels of a cloud mask can be used."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio

from ....core.errors import CancelledError, RasterError, SettingError
from ....core.masks.tags import KIND, VALID_MASK, unprefixed
from ....core.masks.usable import ClearRule, ValidMask, valid_mask
from ...rasters import write_mask


@pytest.mark.parametrize(
    ("classes", "usable"),
    [
        (("thick_cloud", "thin_cloud", "shadow"), [1, 0, 0, 0, 0]),
        (("thick_cloud",), [1, 0, 1, 1, 0]),
        (("thin_cloud", "shadow"), [1, 1, 0, 0, 0]),
    ],
)
def test_i_choose_which_classes_are_not_usable(classes, usable):
    """Only the classes that I name, and nodata, are 0."""
    mask = np.array([[0, 1, 2, 3, 255]], np.uint8)
    assert valid_mask(mask, ClearRule(classes), 20).tolist() == [usable]


def test_the_buffer_is_a_distance_in_metres_and_nodata_does_not_grow():
    """60 m are three pixels of 20 m around a cloud, and none around the edge of the swath."""
    mask = np.zeros((11, 30), np.uint8)
    mask[5, 5] = 1
    mask[:, 20:] = 255
    valid = valid_mask(mask, ClearRule(buffer_m=60), 20)
    rows, columns = np.mgrid[:11, :30]
    expected = (np.hypot(rows - 5, columns - 5) > 3) & (columns < 20)
    assert np.array_equal(valid, expected)
    assert np.array_equal(valid_mask(mask, ClearRule(buffer_m=60), 60)[5, 3:8], [1, 0, 0, 0, 1])


def test_small_objects_are_noise_before_anything_grows():
    """Objects below the smallest size are clear, also beside a cloud of another class; gaps stay as they are."""
    mask = np.zeros((20, 40), np.uint8)
    mask[2, 2:5] = 1  # three pixels
    mask[3, 5] = 3  # touches the others at a corner, so it belongs to them: four
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
    ("options", "reason"),
    [
        ({"invalid": ()}, "at least one"),
        ({"invalid": ("fog",)}, "fog"),
        ({"buffer_m": -1}, "buffer"),
        ({"buffer_m": float("nan")}, "buffer"),
        ({"min_hectares": -1}, "smallest object"),
    ],
)
def test_a_rule_that_cannot_be_honoured_is_refused(options, reason):
    """I read which value is wrong."""
    with pytest.raises(SettingError, match=reason):
        ClearRule(**options)


def test_a_written_valid_mask_is_read_as_one(tmp_path):
    """1 means usable in a valid mask and cloud in a cloud mask; the file says which it is."""
    source = write_mask(tmp_path / "mask.tif", [[0, 1, 2, 3, 255]])
    first = ValidMask.read(source, ClearRule(("thin_cloud",)))
    assert first.usable_percent == 75
    first.write(tmp_path / "valid.tif")
    with rasterio.open(tmp_path / "valid.tif") as dataset:
        assert dataset.read(1).tolist() == [[1, 1, 0, 1, 0]]
        assert unprefixed(dataset.tags())[KIND] == VALID_MASK
        assert (dataset.nodata, dataset.dtypes, dataset.res) == (None, ("uint8",), (20, 20))
        assert dataset.colormap(1)[1] != dataset.colormap(1)[0]
    again = ValidMask.read(str(tmp_path / "valid.tif"), ClearRule(("shadow",), buffer_m=20))
    assert again.pixels.tolist() == [[1, 0, 0, 0, 0]]


def test_the_nodata_value_of_the_file_counts(tmp_path):
    """A mask that went through another program, with another type and nodata value, is understood."""
    source = write_mask(tmp_path / "mask.tif", [[0, 1, -9999]], dtype="int16", nodata=-9999)
    mask = ValidMask.read(source, ClearRule())
    assert mask.pixels.tolist() == [[1, 0, 0]]
    assert mask.usable_percent == 50


def test_a_mask_without_data_has_no_share(tmp_path):
    """Where there is nothing to share, there is no number."""
    assert ValidMask.read(write_mask(tmp_path / "mask.tif", [[255, 255]]), ClearRule()).usable_percent is None


def test_what_is_no_mask_is_refused_by_name(tmp_path):
    """A raster of reflectance, one of several bands, a missing file and a text file are named, with what to do."""
    (tmp_path / "notes.tif").write_text("no raster")
    reflectance = write_mask(tmp_path / "bands.tif", [[0, 1, 812]], dtype="uint16", nodata=0)
    with pytest.raises(RasterError, match=r"bands.tif holds the value 812"):
        ValidMask.read(reflectance, ClearRule())
    with pytest.raises(RasterError, match=r"two.tif has 2 bands"):
        ValidMask.read(write_mask(tmp_path / "two.tif", np.zeros((2, 3, 4))), ClearRule())
    for name in ("notes.tif", "missing.tif"):
        with pytest.raises(RasterError, match=name):
            ValidMask.read(str(tmp_path / name), ClearRule())


@pytest.mark.parametrize(
    "options",
    [{"crs": "EPSG:4326", "size": 1e-3}, {"crs": None}, {"transform": rasterio.Affine(20, 0, 3e5, 0, -10, 59e5)}],
)
def test_a_buffer_needs_square_pixels_in_metres(tmp_path, options):
    """Degrees and oblong pixels are refused where a distance matters, and taken where it does not."""
    source = write_mask(tmp_path / "mask.tif", [[0, 1]], **options)
    for rule in (ClearRule(buffer_m=20), ClearRule(min_hectares=1)):
        with pytest.raises(RasterError, match="Warp"):
            ValidMask.read(source, rule)
    assert ValidMask.read(source, ClearRule()).pixels.tolist() == [[1, 0]]


def test_a_grid_in_feet_is_measured_in_metres(tmp_path):
    """100 feet are 30.48 m, so a buffer of 35 m is one pixel and not none."""
    source = write_mask(tmp_path / "mask.tif", [[1, 0, 0]], crs="EPSG:2263", size=100.0)
    assert ValidMask.read(source, ClearRule(buffer_m=35)).pixels.tolist() == [[0, 0, 1]]
    assert ValidMask.read(source, ClearRule(buffer_m=30)).pixels.tolist() == [[0, 1, 1]]


def test_reading_stops_when_asked(tmp_path):
    """Cancel is heard while a mask is read."""
    source = write_mask(tmp_path / "mask.tif", np.zeros((2000, 4), np.uint8))

    def stop():
        raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        ValidMask.read(source, ClearRule(), stop)
