"""Applying a mask: masked pixels become nodata, and everything else is kept."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp
from rasterio.warp import Resampling, reproject

from ....core.analysis.apply import apply_mask
from ....core.errors import CancelledError, OutputError, RasterError, SettingError
from ....core.masks.usable import ClearRule, ValidMask
from ....core.raster.geotiff import can_declare
from ...rasters import read_raster, write_mask, write_raster
from ...refusals import refused

CLASSES = np.array([[0, 1, 0, 0], [0, 0, 2, 255], [3, 0, 0, 0]], np.uint8)
CLEAR = CLASSES == 0


@pytest.fixture
def mask(tmp_path):
    """A mask of 3 x 4 pixels of 20 m, read with all classes invalid."""
    tags = {"CLOUDS2MASK_PRODUCT": "S2A_X", "CLOUDS2MASK_SENSING_TIME": "2017-02-16T10:21:01+00:00"}
    return ValidMask.read(write_mask(tmp_path / "mask.tif", CLASSES, tags=tags), ClearRule())


def files(folder):
    """Return the names of all files in a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("dtype", "given", "nodata"),
    [
        ("uint8", None, 0),
        ("uint16", None, 0),
        ("int16", None, -32768),
        ("uint32", None, 0),
        ("float32", None, np.nan),
        ("float64", -1.5, -1.5),
        ("uint16", 65535, 65535),
    ],
)
def test_masked_pixels_are_nodata_and_others_keep_their_value(tmp_path, mask, dtype, given, nodata):
    """Bands of every data type keep their values where the mask is clear."""
    values = np.arange(1, 25).reshape(2, 3, 4)
    source = write_raster(tmp_path / "in.tif", values, dtype=dtype)
    applied = apply_mask(source, mask, tmp_path / "out.tif", given)
    expected = np.where(CLEAR, values, nodata).astype(dtype)
    np.testing.assert_array_equal(read_raster(tmp_path / "out.tif"), expected)
    with rasterio.open(tmp_path / "out.tif") as dataset:
        assert dataset.dtypes == (dtype, dtype)
        np.testing.assert_equal(dataset.nodata, float(nodata))
    assert applied.assumed == (given is None)
    assert applied.masked_percent == pytest.approx(100 * 4 / 12)
    assert files(tmp_path) == ["in.tif", "mask.tif", "out.tif"]


def test_names_tags_scale_and_colours_stay(tmp_path, mask):
    """The copy is the same raster for any program, apart from the masked pixels."""
    source = write_raster(
        tmp_path / "in.tif", np.ones((4, 3, 4)), nodata=9, names=["B04", "B03", "B02", "B08"], tags={"AUTHOR": "me"}
    )
    with rasterio.open(source, "r+") as dataset:
        dataset.scales, dataset.offsets, dataset.units = (1e-4,) * 4, (-0.1,) * 4, ("1",) * 4
        dataset.colorinterp = [ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.undefined]
        dataset.update_tags(2, WAVELENGTH="560", STATISTICS_MAXIMUM="7")
    apply_mask(source, mask, tmp_path / "out.tif")
    with rasterio.open(source) as before, rasterio.open(tmp_path / "out.tif") as after:
        for name in ("descriptions", "scales", "offsets", "units", "colorinterp", "nodata", "crs", "transform"):
            assert getattr(after, name) == getattr(before, name), name
        assert after.tags()["AUTHOR"] == "me"
        assert after.tags()["CLOUDS2MASK_SENSING_TIME"] == "2017-02-16T10:21:01+00:00"
        assert after.tags(2) == {"WAVELENGTH": "560"}
        assert after.profile["tiled"]
        assert after.compression.name == "deflate"


def test_a_palette_stays(tmp_path, mask):
    """A classification keeps its colours."""
    source = write_raster(tmp_path / "in.tif", np.ones((3, 4)), dtype="uint8", photometric="palette")
    with rasterio.open(source, "r+") as dataset:
        dataset.write_colormap(1, {1: (10, 20, 30, 255)})
    apply_mask(source, mask, tmp_path / "out.tif", 99)
    with rasterio.open(tmp_path / "out.tif") as dataset:
        assert dataset.colormap(1)[1] == (10, 20, 30, 255)


def test_pixels_without_data_get_the_new_nodata_value(tmp_path, mask):
    """Nodata stays nodata, also if I choose another value, or the file has an internal mask."""
    values = np.full((3, 4), 7)
    values[0, 0] = 5
    source = write_raster(tmp_path / "in.tif", values, nodata=5)
    apply_mask(source, mask, tmp_path / "out.tif", 0)
    assert np.array_equal(read_raster(tmp_path / "out.tif")[0], np.where(CLEAR & (values == 7), 7, 0))
    source = write_raster(tmp_path / "own.tif", values)
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(source, "r+") as dataset:
        dataset.write_mask(values == 7)
    apply_mask(source, mask, tmp_path / "out.tif")
    assert np.array_equal(read_raster(tmp_path / "out.tif")[0], np.where(CLEAR & (values == 7), 7, 0))


@pytest.mark.parametrize("nodata", [-1, 70000, 0.5, float("nan")])
def test_a_nodata_value_that_does_not_fit_is_refused(tmp_path, mask, nodata):
    """I read that the value cannot be stored, before anything is written."""
    source = write_raster(tmp_path / "in.tif", np.ones((3, 4)))
    with refused(SettingError, path=source, dtype="uint16") as caught:
        apply_mask(source, mask, tmp_path / "out.tif", nodata)
    np.testing.assert_equal(caught.value.values["nodata"], nodata)
    assert "out.tif" not in files(tmp_path)


def test_values_that_cannot_be_masked_are_refused(tmp_path, mask):
    """Complex numbers have no nodata value; a value that a file cannot store would leave clouds as data."""
    source = write_raster(tmp_path / "complex.tif", np.ones((3, 4)), dtype="complex64")
    with refused(RasterError, path=source):
        apply_mask(source, mask, tmp_path / "out.tif")
    source = write_raster(tmp_path / "long.tif", np.ones((3, 4)), dtype="int64")
    if can_declare("int64", -(2**63)):  # rasterio 1.3.5 cannot
        apply_mask(source, mask, tmp_path / "out.tif")
    else:
        with refused(SettingError, path=source, dtype="int64", nodata=float(-(2**63))):
            apply_mask(source, mask, tmp_path / "out.tif")
        assert files(tmp_path) == ["complex.tif", "long.tif", "mask.tif"]
    apply_mask(source, mask, tmp_path / "out.tif", 0)
    assert np.array_equal(read_raster(tmp_path / "out.tif")[0], CLEAR)


def test_a_finer_raster_takes_the_nearest_pixel(tmp_path, mask):
    """Each 20 m pixel of the mask covers four pixels of 10 m."""
    source = write_raster(tmp_path / "in.tif", np.full((6, 8), 3), size=10.0)
    apply_mask(source, mask, tmp_path / "out.tif")
    assert np.array_equal(read_raster(tmp_path / "out.tif")[0] == 3, CLEAR.repeat(2, 0).repeat(2, 1))


def test_pixels_beyond_the_mask_count_as_masked(tmp_path, mask):
    """A raster that is larger than the mask, and shifted against it, keeps only the clear pixels of the mask."""
    source = write_raster(tmp_path / "in.tif", np.full((5, 7), 3), left=300000.0 - 40, top=5900040.0 + 20)
    applied = apply_mask(source, mask, tmp_path / "out.tif")
    expected = np.zeros((5, 7), bool)
    expected[1:4, 2:6] = CLEAR
    assert np.array_equal(read_raster(tmp_path / "out.tif")[0] == 3, expected)
    assert applied.masked_percent == pytest.approx(100 * (1 - 8 / 35))


def test_a_raster_whose_first_line_is_its_southernmost_is_masked(tmp_path, mask):
    """Rasters of climate models often start in the south; the same area is masked."""
    upwards = rasterio.Affine(20, 0, 300000, 0, 20, 5900040 - 3 * 20)
    source = write_raster(tmp_path / "in.tif", np.arange(1, 13).reshape(3, 4)[::-1], transform=upwards)
    apply_mask(source, mask, tmp_path / "out.tif")
    assert np.array_equal(
        read_raster(tmp_path / "out.tif")[0][::-1], np.where(CLEAR, np.arange(1, 13).reshape(3, 4), 0)
    )


def test_a_rotated_raster_is_compared_with_the_mask_by_all_its_corners(tmp_path, mask):
    """Only one corner of a raster rotated by 135 degrees lies on the mask; pixels outside the mask are masked."""
    turned = (
        rasterio.Affine.translation(300080 + 300, 5900010) * rasterio.Affine.rotation(135) * rasterio.Affine.scale(20)
    )
    source = write_raster(tmp_path / "in.tif", np.full((40, 40), 3), transform=turned)
    apply_mask(source, mask, tmp_path / "out.tif")
    kept = read_raster(tmp_path / "out.tif")[0] == 3
    lines, columns = np.nonzero(kept)
    xs, ys = turned * (columns + 0.5, lines + 0.5)
    at = np.floor((5900040 - ys) / 20).astype(int), np.floor((xs - 300000) / 20).astype(int)
    assert kept.any()
    assert CLEAR[at].all()


def test_a_raster_in_another_coordinate_system_is_masked(tmp_path):
    """A raster in degrees is masked where the mask, warped by GDAL itself, is not clear."""
    rng = np.random.default_rng(1)
    classes = (rng.random((40, 40)) < 0.3).repeat(5, 0).repeat(5, 1).astype(np.uint8)
    mask = ValidMask.read(write_mask(tmp_path / "mask.tif", classes), ClearRule())
    place = {"crs": "EPSG:4326", "transform": rasterio.Affine(0.0005, 0, 12.005, 0, -0.0005, 53.208)}
    source = write_raster(tmp_path / "in.tif", np.ones((60, 90)), **place)
    apply_mask(source, mask, tmp_path / "out.tif")
    expected = np.zeros((60, 90), np.uint8)
    reproject(
        mask.pixels,
        expected,
        src_transform=mask.place.transform,
        src_crs=mask.place.crs,
        dst_transform=place["transform"],
        dst_crs=place["crs"],
        resampling=Resampling.nearest,
    )
    assert 0.3 < expected.mean() < 0.8
    assert np.array_equal(read_raster(tmp_path / "out.tif")[0], expected)


def test_rasters_of_another_area_are_refused(tmp_path, mask):
    """Both files are named, also if the raster is far away in another coordinate system."""
    elsewhere: tuple[dict[str, Any], ...] = ({"left": 400000.0}, {"crs": "EPSG:32733"}, {"crs": "EPSG:2263"})
    for number, place in enumerate(elsewhere):
        source = write_raster(tmp_path / f"in{number}.tif", np.ones((3, 4)), **place)
        with refused(RasterError, name=mask.name, other=source):
            apply_mask(source, mask, tmp_path / "out.tif")
    assert "out.tif" not in files(tmp_path)


def test_a_mask_without_data_on_the_raster_is_refused(tmp_path):
    """A mask whose swath ends before my field gives no empty raster: I read that the two have nothing in common."""
    classes = np.where(np.arange(8) < 4, 0, 255)[None].repeat(3, 0).astype(np.uint8)
    mask = ValidMask.read(write_mask(tmp_path / "mask.tif", classes), ClearRule())
    source = write_raster(tmp_path / "in.tif", np.ones((3, 4)), left=300080.0)
    with refused(RasterError, mask=mask.name, raster=source):
        apply_mask(source, mask, tmp_path / "out.tif")
    assert files(tmp_path) == ["in.tif", "mask.tif"]
    cloud = ValidMask.read(write_mask(tmp_path / "cloud.tif", np.ones((3, 8))), ClearRule())
    applied = apply_mask(source, cloud, tmp_path / "out.tif")  # all cloudy is no fault
    assert (applied.masked_percent, applied.warnings) == (100, ())


def test_a_mask_of_a_part_or_of_another_date_gives_a_warning(tmp_path, mask):
    """I read how much of my raster the mask covers, and that the two are of different dates."""
    values = np.ones((6, 4))
    values[5] = 0  # no data, which no mask has to cover
    source = write_raster(tmp_path / "S2A_20170308T102101.tif", values, nodata=0)
    part, date = apply_mask(source, mask, tmp_path / "out.tif").warnings
    assert all(text in part for text in ("mask.tif", "55.0 %", "S2A_20170308T102101.tif"))
    assert all(text in date for text in ("2017-02-16", "2017-03-08"))
    same = write_raster(tmp_path / "S2A_20170216T101411.tif", np.where(CLASSES == 255, 0, 1), nodata=0)
    assert apply_mask(same, mask, tmp_path / "out.tif").warnings == ()


def test_a_raster_without_coordinates_is_refused(tmp_path, mask):
    """I read which raster lacks a coordinate reference system."""
    source = write_raster(tmp_path / "in.tif", np.ones((3, 4)), crs=None)
    with refused(RasterError, name=source, other=None):
        apply_mask(source, mask, tmp_path / "out.tif")


def test_a_large_raster_is_masked_window_by_window(tmp_path):
    """Windows meet without a seam, and the copy has overviews that draw fast."""
    classes = (np.indices((1100, 1300)).sum(0) // 7 % 3 == 0).astype(np.uint8)
    mask = ValidMask.read(write_mask(tmp_path / "mask.tif", classes), ClearRule())
    values = np.random.default_rng(0).integers(1, 5000, (2, 1100, 1300))
    source = write_raster(tmp_path / "in.tif", values)
    fractions: list[float] = []
    apply_mask(source, mask, tmp_path / "out.tif", progress=fractions.append)
    assert np.array_equal(read_raster(tmp_path / "out.tif"), np.where(classes == 0, values, 0))
    assert fractions == sorted(fractions)
    with rasterio.open(tmp_path / "out.tif") as dataset:
        assert dataset.overviews(1) == [2]


def test_bands_of_several_types_and_a_vrt_are_supported(tmp_path, mask):
    """A VRT works like a file; if its bands differ in type, the copy has one type that holds all values."""
    for name, dtype in (("a", "uint8"), ("b", "float32")):
        write_raster(tmp_path / f"{name}.tif", np.full((3, 4), 2.0), dtype=dtype)
    parts = "".join(
        f'<VRTRasterBand dataType="{kind}" band="{n}"><SimpleSource><SourceFilename relativeToVRT="1">{name}.tif'
        "</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
        for n, (name, kind) in enumerate((("a", "Byte"), ("b", "Float32")), start=1)
    )
    text = f"<SRS>EPSG:32633</SRS><GeoTransform>300000, 20, 0, 5900040, 0, -20</GeoTransform>{parts}"
    vrt = tmp_path / "bands.vrt"
    vrt.write_text(f'<VRTDataset rasterXSize="4" rasterYSize="3">{text}</VRTDataset>')
    apply_mask(str(vrt), mask, tmp_path / "out.tif")
    with rasterio.open(tmp_path / "out.tif") as dataset:
        assert dataset.dtypes == ("float32", "float32")
    assert np.array_equal(np.isnan(read_raster(tmp_path / "out.tif")), np.stack([~CLEAR] * 2))


def test_a_single_jpeg2000_file_is_supported(tmp_path, mask):
    """A band file of a product works like a GeoTIFF."""
    options: dict[str, Any] = {"driver": "JP2OpenJPEG", "REVERSIBLE": "YES", "QUALITY": 100}
    source = write_raster(tmp_path / "T33UUU_20170216T102101_B04.jp2", np.full((30, 40), 812), size=2.0, **options)
    apply_mask(source, mask, tmp_path / "out.tif")
    assert np.array_equal(read_raster(tmp_path / "out.tif")[0] == 812, CLEAR.repeat(10, 0).repeat(10, 1))


def test_cancelling_and_damage_leave_nothing(tmp_path, mask):
    """No partial file is left, and an existing file is kept."""
    source = write_raster(tmp_path / "in.tif", np.random.default_rng(0).integers(1, 99, (3000, 40)), size=1.0)

    def stop(fraction):
        if fraction > 0.3:
            raise CancelledError("Stopped.")

    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(CancelledError):
        apply_mask(source, mask, folder / "out.tif", progress=stop)
    assert files(folder) == []
    with (tmp_path / "in.tif").open("r+b") as file:
        file.truncate(120000)
    (folder / "out.tif").write_text("mine")
    with refused(RasterError, name=source):
        apply_mask(source, mask, folder / "out.tif")
    assert (folder / "out.tif").read_text() == "mine"
    assert files(folder) == ["out.tif"]


def test_a_missing_folder_is_named(tmp_path, mask):
    """I read which file could not be written."""
    source = write_raster(tmp_path / "in.tif", np.ones((3, 4)))
    with refused(OutputError, path=tmp_path / "gone" / "out.tif"):
        apply_mask(source, mask, tmp_path / "gone" / "out.tif")
