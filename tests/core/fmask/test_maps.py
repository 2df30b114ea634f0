"""The maps of a user: hillsides in the shade, where the sun and their slope put it, and water."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from ....core.angles.view import Angles
from ....core.errors import RasterError
from ....core.fmask.maps import check_elevation, check_files, check_maps, check_water, slopes, water
from ....core.product.product import open_product
from ....core.raster.grid import Grid
from ...rasters import write_raster

SIZE = 40
LEVELS = np.abs(np.arange(SIZE) - SIZE / 2 + 0.5)
"""Pixels from the ridge."""


def ridge(tmp_path, turned: bool) -> Path:
    """Write a ridge from west to east, or from north to south, whose sides fall by 45 degrees."""
    height = np.broadcast_to(1000 - 20 * LEVELS[:, None], (SIZE, SIZE)).astype(np.float32)
    return Path(write_raster(tmp_path / "elevation.tif", height.T if turned else height, dtype="float32"))


def sun(zenith: float, azimuth: float) -> Angles:
    """Return one direction of the sun for the whole scene."""
    nadir = np.zeros((1, 1), np.float32)
    return Angles(nadir + zenith, nadir + azimuth, nadir, nadir)


@pytest.mark.parametrize(("azimuth", "turned", "first"), [(180, False, True), (0, False, False), (90, True, True)])
def test_the_side_that_faces_away_from_a_low_sun_is_in_the_shade(tmp_path, azimuth, turned, first):
    """With the sun in the south the north side is dark, in the north the south side, in the east the west side."""
    path = ridge(tmp_path, turned)
    with rasterio.open(path) as dataset:
        grid = Grid.of(dataset)
    steep, shaded = np.zeros((2, SIZE, SIZE), np.bool_)
    for lines, slope, shade in slopes(path, grid, "scene", sun(60, azimuth)):
        steep[lines], shaded[lines] = slope, shade
    half = SIZE // 2 - 1
    across = shaded.T if turned else shaded
    assert across[1:half].all() == first
    assert across[-half:-1].all() != first
    assert across[1:half].any() == first
    assert (steep.T if turned else steep)[1:half].all()


def test_a_high_sun_lights_both_sides(tmp_path):
    """The sun is 60 degrees above the horizon, steeper than the slopes."""
    path = ridge(tmp_path, turned=False)
    with rasterio.open(path) as dataset:
        grid = Grid.of(dataset)
    assert not any(shade.any() for _, _, shade in slopes(path, grid, "scene", sun(30, 180)))


@pytest.mark.parametrize(
    ("values", "found"), [(np.full((SIZE, SIZE), 120), {"value": 120}), (np.ones((3, 9, 9)), {"count": 3})]
)
def test_what_is_no_map_of_water_is_refused(tmp_path, values, found):
    """Elevation in the field of the water map, or a picture, gives one line and no mask."""
    path = Path(write_raster(tmp_path / "water.tif", values))
    with rasterio.open(path) as dataset:
        grid = Grid.of(dataset)
    with pytest.raises(RasterError) as refused:
        list(water(path, grid, "scene"))
    assert found.items() <= refused.value.values.items()


def test_fractions_of_water_are_rounded(tmp_path):
    """A pixel of which nine tenths are water is water, one of two tenths is not."""
    fractions = np.full((SIZE, SIZE), 0.2, np.float32)
    fractions[:10] = 0.9
    path = Path(write_raster(tmp_path / "water.tif", fractions, dtype="float32"))
    with rasterio.open(path) as dataset:
        grid = Grid.of(dataset)
    found = np.zeros((SIZE, SIZE), np.bool_)
    for lines, pixels in water(path, grid, "scene"):
        found[lines] = pixels
    assert np.array_equal(found, fractions > 0.5)


def scene() -> Grid:
    """Return the grid of a scene with the place and size of the maps."""
    return Grid("EPSG:32633", 300000, 5900040, 20, SIZE, SIZE)


def test_a_map_that_fits_is_used_without_a_word(tmp_path):
    """Elevation from the Dead Sea to Mount Everest, and water as a class or as its occurrence, in any CRS."""
    heights = np.linspace(-430, 8849, SIZE * SIZE).reshape(SIZE, SIZE)
    assert check_elevation(Path(write_raster(tmp_path / "z.tif", heights, dtype="float32")), scene(), "scene") == []
    for values in (np.eye(SIZE), np.linspace(0, 100, SIZE * SIZE).reshape(SIZE, SIZE)):
        assert check_water(Path(write_raster(tmp_path / "w.tif", values, dtype="uint8")), scene(), "scene") == []


@pytest.mark.parametrize(
    ("values", "dtype", "value"),
    [
        (-9999, "int16", -9999),
        (-32768, "int16", -32768),
        (-9999, "float32", -9999),
        (29032, "int16", 29032),
        (1e20, "float32", 1e20),
    ],
)
def test_what_is_no_elevation_is_refused(tmp_path, values, dtype, value):
    """Feet, and a value for no data that the file does not declare, give an error that names the value."""
    path = Path(write_raster(tmp_path / "z.tif", np.full((SIZE, SIZE), values), dtype=dtype))
    for attempt in (lambda: check_elevation(path, scene(), "s"), lambda: list(slopes(path, scene(), "s", sun(40, 90)))):
        with pytest.raises(RasterError) as refused:
            attempt()
        assert refused.value.values["value"] == pytest.approx(value)
    declared = Path(write_raster(tmp_path / "d.tif", np.full((SIZE, SIZE), values), dtype=dtype, nodata=values))
    (warning,) = check_elevation(declared, scene(), "scene")
    assert "0 %" in warning


def test_depths_of_the_sea_are_elevation_without_slopes(tmp_path):
    """A map of land and sea is used; a sea floor that falls by 45 degrees leaves the water above it water."""
    floor = np.broadcast_to(-3000 - 20 * LEVELS[:, None], (SIZE, SIZE))
    path = Path(write_raster(tmp_path / "z.tif", floor, dtype="int16"))
    assert check_elevation(path, scene(), "scene") == []
    for _, steep, shaded in slopes(path, scene(), "scene", sun(60, 180)):
        assert not steep.any()
        assert not shaded.any()


@pytest.mark.parametrize("check", [check_elevation, check_water])
@pytest.mark.parametrize("nodata", [7, None])
@pytest.mark.parametrize(("hole", "percent"), [(9, "99 %"), (128, "75 %")])
def test_holes_count_as_not_covered(tmp_path, check, nodata, hole, percent):
    """A small hole is not 100 %; NaN is no data, also if the file does not declare it."""
    edge = 256
    values = np.zeros((edge, edge), np.float32)
    values[:hole, :hole] = np.nan if nodata is None else nodata
    path = Path(write_raster(tmp_path / "holes.tif", values, dtype="float32", nodata=nodata))
    (warning,) = check(path, Grid("EPSG:32633", 300000, 5900040, 20, edge, edge), "scene")
    assert percent in warning


def test_place_and_bands_are_checked_without_reading_values(tmp_path, make_product):
    """The windows of the toolbox do not wait for a large map; wrong values are told by the run."""
    product = open_product(make_product({"B02": 0.1}))
    values = np.full((SIZE, SIZE), 29032)
    # Of a COG, the values come last.
    good = Path(write_raster(tmp_path / "feet.tif", values, dtype="int16", driver="COG", compress="none"))
    size = good.stat().st_size
    with good.open("r+b") as file:
        file.truncate(size - SIZE * SIZE)
    check_files([good], product)
    check_files([good], None)
    for path, known in (
        (Path(write_raster(tmp_path / "far.tif", np.zeros((9, 9)), left=800000)), product),
        (Path(write_raster(tmp_path / "picture.tif", np.zeros((3, 9, 9)))), None),
        (Path(write_raster(tmp_path / "nowhere.tif", np.zeros((9, 9)), crs=None)), None),
    ):
        with pytest.raises(RasterError):
            check_files([good, path], known)


def test_a_check_of_many_tiles_can_be_stopped(tmp_path, make_product):
    """Whoever has chosen another map need not wait for the rest of the tiles."""
    path = Path(write_raster(tmp_path / "z.tif", np.zeros((SIZE, SIZE))))
    product, calls = open_product(make_product({"B02": 0.1})), iter((None,))

    def proceed() -> None:
        if next(calls, "stop") == "stop":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_maps(path, None, [product, product], proceed)
    assert check_maps(path, None, [], lambda: None) == []


@pytest.mark.parametrize("check", [check_elevation, check_water])
def test_a_map_of_a_part_of_the_scene_is_a_warning_with_its_share(tmp_path, check):
    """Half of the scene is beyond the map; none of it is an error, and without a scene neither is known."""
    path = Path(write_raster(tmp_path / "half.tif", np.zeros((SIZE, SIZE // 2)), dtype="uint8"))
    (warning,) = check(path, scene(), "scene")
    assert "50 % of scene" in warning
    far = Path(write_raster(tmp_path / "far.tif", np.zeros((SIZE, SIZE)), dtype="uint8", left=700000))
    with pytest.raises(RasterError):
        check(far, scene(), "scene")
    assert check(far, None, "") == []


@pytest.mark.parametrize("check", [check_elevation, check_water])
def test_a_map_is_checked_before_a_scene_is_listed(tmp_path, check):
    """Missing files, pictures and files without CRS are refused as soon as they are chosen."""
    for path in (
        tmp_path / "missing.tif",
        Path(write_raster(tmp_path / "picture.tif", np.zeros((3, 9, 9)))),
        Path(write_raster(tmp_path / "nowhere.tif", np.zeros((9, 9)), crs=None)),
    ):
        with pytest.raises(RasterError):
            check(path, None, "")


def test_a_map_of_land_cover_is_questioned(tmp_path):
    """Its numbers are from 0 to 100 too, but it says something of every pixel."""
    cover = np.random.default_rng(3).choice([10, 40, 50, 80], (SIZE, SIZE))
    path = Path(write_raster(tmp_path / "cover.tif", cover, dtype="uint8"))
    assert len(check_water(path, scene(), "scene")) == 1


@pytest.mark.parametrize(
    ("elsewhere", "options", "percent"),
    [
        (80, {}, True),
        (1, {}, False),
        (0, {"units": ["%"]}, True),
        (0, {"units": ["Water occurrence [%]"]}, True),
        (0, {"units": ["Percent of time"]}, True),
        (80, {"units": ["class"]}, False),
    ],
)
def test_one_percent_of_water_is_no_water(tmp_path, elsewhere, options, percent):
    """In a dry scene, 1 means percent if the map has more elsewhere or says so by its unit, else water."""
    values = np.zeros((SIZE, 3 * SIZE), np.uint8)
    values[:10, :SIZE] = 1
    values[:, 2 * SIZE :] = elsewhere
    path = Path(write_raster(tmp_path / "water.tif", values, dtype="uint8"))
    with rasterio.open(path, "r+") as dataset:
        dataset.units = options.get("units", dataset.units)
    found = np.concatenate([pixels for _, pixels in water(path, scene(), "scene")])
    assert found[:10].all() == (not percent)
    assert not found[10:].any()
