"""The directions to the sun and the satellite come from a product's metadata, whatever it lacks."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest

from ....core.angles.view import Angles, angles_of
from ....core.errors import ProductError, RasterError
from ....core.product.product import Product, open_product
from ....core.product.raster import open_raster
from ....core.product.strips import Bands
from ....core.raster.grid import Grid as PixelGrid
from ...refusals import refused

Grid = list[list[float]]
NAN = math.nan
PIXELS = PixelGrid("EPSG:32633", 0, 0, 20, 40, 40)


def of_sun(zenith: Grid, azimuth: Grid, step: float = 5000) -> str:
    """Return the grid of the sun as XML."""
    return f"<Sun_Angles_Grid>{_pair(zenith, azimuth, step)}</Sun_Angles_Grid>"


def of_view(band_id: int, zenith: Grid, azimuth: Grid, step: float = 5000) -> str:
    """Return the grid of a detector as XML."""
    name = "Viewing_Incidence_Angles_Grids"
    return f'<{name} bandId="{band_id}" detectorId="7">{_pair(zenith, azimuth, step)}</{name}>'


def mean_sun(zenith: object, azimuth: object) -> str:
    """Return the mean angles of the sun as XML."""
    return f"<Mean_Sun_Angle>{_mean(zenith, azimuth)}</Mean_Sun_Angle>"


def mean_view(band_id: int, zenith: float, azimuth: float) -> str:
    """Return the mean angles of a band as XML."""
    name = "Mean_Viewing_Incidence_Angle"
    return f'<{name} bandId="{band_id}">{_mean(zenith, azimuth)}</{name}>'


def _mean(zenith: object, azimuth: object) -> str:
    unit = 'unit="deg"'
    return f"<ZENITH_ANGLE {unit}>{zenith}</ZENITH_ANGLE><AZIMUTH_ANGLE {unit}>{azimuth}</AZIMUTH_ANGLE>"


def _pair(zenith: Grid, azimuth: Grid, step: float) -> str:
    steps = f'<COL_STEP unit="m">{step}</COL_STEP><ROW_STEP unit="m">{step}</ROW_STEP>'
    lists = ("".join(f"<VALUES>{' '.join(map(str, row))}</VALUES>" for row in grid) for grid in (zenith, azimuth))
    first, second = (f"{steps}<Values_List>{values}</Values_List>" for values in lists)
    return f"<Zenith>{first}</Zenith><Azimuth>{second}</Azimuth>"


@pytest.fixture
def angles(make_product) -> Callable[..., Angles]:
    """Read the angles of a product whose tile metadata has these elements.

    The product is a square of 10 km whose left edge is on the central meridian of its zone, where north is up.
    """

    def read(*elements: str, resolution: float = 20, origin: tuple[float, float] = (500000.0, 5900040.0)) -> Angles:
        product = make_product(dict.fromkeys(("B02", "B03", "B04"), 0.1), metres=9960, origin=origin)
        (path,) = product.glob("GRANULE/*/MTD_TL.xml")
        text = path.read_text()
        assert "</n1:General_Info>" in text
        path.write_text(text.replace("</n1:General_Info>", f"</n1:General_Info>{''.join(elements)}"))
        opened = open_product(product)
        return angles_of(opened, Bands(opened, ("B02", "B03", "B04"), resolution).grid)

    return read


def at(found: Angles, line: int, column: int) -> list[float]:
    """Return the four angles at a pixel."""
    return [float(one) for one in found.at(np.array(line), np.array(column))]


def test_angles_are_interpolated_between_nodes(angles):
    """In the middle of two nodes the angles are their mean; at a node, and beyond the last one, its own."""
    sun = of_sun([[30, 32, 34], [30, 32, 34], [30, 32, 34]], [[180] * 3] * 3)
    view = of_view(1, [[2, 2, 2], [4, 4, 4], [6, 6, 6]], [[100] * 3] * 3)
    found = angles(sun, view)
    assert found.spacing == (250, 250)
    assert found.origin == (0, 0)
    assert found.warnings == ()
    assert at(found, 250, 250) == pytest.approx([32, 180, 4, 100], abs=0.15)
    assert at(found, 124, 125) == pytest.approx([31, 180, 3, 100], abs=0.15)
    assert at(found, 497, 0) == pytest.approx([30, 180, 6, 100], abs=0.15)


@pytest.mark.parametrize(("resolution", "line"), [(10, 500), (20, 250), (30, 167), (60, 83)])
def test_a_place_has_the_same_angles_at_any_resolution(angles, resolution, line):
    """5 km from the corner, the angles are those of the second node, whatever the pixel size."""
    found = angles(
        of_sun([[30] * 3, [40] * 3, [50] * 3], [[180] * 3] * 3),
        of_view(1, [[3] * 3] * 3, [[100] * 3] * 3),
        resolution=resolution,
    )
    assert at(found, line, line)[0] == pytest.approx(40, abs=0.1)


def test_azimuths_are_averaged_as_vectors(angles):
    """Between 350 and 10 degrees lies 0, not 180: between nodes, between bands, and between detectors."""
    found = angles(
        of_sun([[40, 40], [40, 40]], [[350, 10], [350, 10]], 10_000),
        of_view(1, [[8, 8], [8, 8]], [[340, 350], [340, 350]], 10_000),
        of_view(1, [[8, NAN], [8, NAN]], [[0, NAN], [0, NAN]], 10_000),
        of_view(2, [[8, 8], [8, 8]], [[10, 10], [10, 10]], 10_000),
    )
    _, sun, zenith, view = at(found, 249, 249)
    assert (sun + 180) % 360 == pytest.approx(180, abs=0.5)
    assert (view + 180) % 360 == pytest.approx(180, abs=0.5)
    assert zenith == pytest.approx(8, abs=0.3)


def test_detectors_and_bands_are_joined(angles):
    """A node has the mean of the bands that see it, each by the detectors that see it."""
    found = angles(
        of_sun([[40, 40], [40, 40]], [[0, 0], [0, 0]]),
        of_view(1, [[2, NAN], [2, NAN]], [[90, NAN], [90, NAN]]),
        of_view(1, [[NAN, 4], [NAN, 4]], [[NAN, 90], [NAN, 90]]),
        of_view(2, [[6, NAN], [6, NAN]], [[90, NAN], [90, NAN]]),
        of_view(9, [[50, 50], [50, 50]], [[90, 90], [90, 90]]),  # B09 shows no clouds
    )
    assert found.view_zenith == pytest.approx(np.array([[4, 4], [4, 4]]), abs=0.01)
    assert found.warnings == ()


def test_nodes_outside_the_swath_continue_those_inside(angles):
    """Beyond the detectors, the zenith grows on as it does between the nodes of the swath."""
    rows = [[NAN, NAN, 4.0, 3.0]] * 3
    found = angles(of_sun([[40] * 4] * 3, [[150] * 4] * 3), of_view(1, rows, [[NAN, NAN, 100, 100]] * 3))
    assert found.view_zenith[1] == pytest.approx([6, 5, 4, 3], abs=0.02)
    assert found.view_azimuth[1] == pytest.approx([100] * 4, abs=0.2)  # north turns by 0.18 degrees over 15 km


def test_azimuths_are_turned_to_the_grid(angles):
    """ESA's azimuths are from true north, which lies left of the grid's top 200 km east of the central meridian."""
    found = angles(
        of_sun([[40, 40], [40, 40]], [[180, 180], [180, 180]]),
        of_view(1, [[5, 5], [5, 5]], [[90, 90], [90, 90]]),
        origin=(700000.0, 5900040.0),
    )
    # Convergence of meridians: at 2.9952 degrees from the central one, and 53.212 N, atan(tan 2.9952 sin 53.212).
    assert found.sun_azimuth[0, 0] == pytest.approx(180 - 2.3995, abs=0.002)
    assert found.view_azimuth[0, 0] == pytest.approx(90 - 2.3995, abs=0.002)


@pytest.mark.parametrize(("left", "turned"), [(500000.0, 0), (700000.0, 2.3995)])
def test_mean_angles_stand_in_for_grids(angles, left, turned):
    """Without grids the mean angles of the tile apply everywhere, and the user is warned of each."""
    found = angles(mean_sun(35, 160), mean_view(1, 6, 100), mean_view(2, 8, 100), origin=(left, 5900040.0))
    assert at(found, 0, 0) == pytest.approx([35, 160 - turned, 7, 100 - turned], abs=0.02)
    assert len(found.warnings) == 2


@pytest.mark.parametrize(
    ("before", "after", "times"),
    [
        ("</VALUES>", " 7</VALUES>", 1),
        ("30 30", "30 x", 1),
        ("Azimuth>", "Azimut>", 2),
        ("5000", "0", 1),
        ("5000", "nan", 1),
        ("5000", "inf", 2),
    ],
)
def test_an_unreadable_grid_is_a_missing_one(angles, before, after, times):
    """Rows that differ in length, a number that is none, and a step that is none leave the mean angles."""
    grid = of_sun([[30, 30], [30, 30]], [[150, 150], [150, 150]]).replace(before, after, times)
    found = angles(grid, mean_sun(35, 160), of_view(1, [[5, 5], [5, 5]], [[90, 90], [90, 90]]))
    assert at(found, 0, 0)[:2] == pytest.approx([35, 160], abs=0.01)
    assert len(found.warnings) == 1


def test_a_view_that_is_unknown_is_vertical(angles):
    """A product with angles of the sun alone is used as if seen from above, with a warning."""
    found = angles(
        of_sun([[40, 40], [40, 40]], [[150, 150], [150, 150]]), of_view(1, [[NAN, 120], [-3, 4]], [[0, 0], [0, NAN]])
    )
    assert at(found, 100, 100)[2] == pytest.approx(0, abs=1e-3)
    assert len(found.warnings) == 1


@pytest.mark.parametrize("mean", ["", mean_sun("x", "y"), mean_sun("nan", 20), mean_sun(91, 20)])
def test_without_angles_the_sun_follows_from_time_and_place(angles, mean):
    """On 16 February 2017 at 10:21:01 UTC, at 15.0 E 53.25 N, the sun stood 66.43 degrees from the zenith."""
    zenith, azimuth, view, _ = at(found := angles(mean), 0, 0)
    # Declination -12.2 degrees, equation of time -14.1 minutes: hour angle -13.27 degrees.
    assert zenith == pytest.approx(66.43, abs=0.05)
    assert azimuth == pytest.approx(165.83, abs=0.05)
    assert view == 0
    assert len(found.warnings) == 2


def test_without_a_file_of_angles_there_are_shadows_too(make_product):
    """A product whose granule has no metadata file is used with the sensing time of the product."""
    path = make_product(dict.fromkeys(("B02", "B03", "B04"), 0.1), metres=9960, origin=(500000.0, 5900040.0))
    next(path.glob("GRANULE/*/MTD_TL.xml")).unlink()
    product = open_product(path)
    found = angles_of(product, Bands(product, ("B02", "B03", "B04"), 20).grid)
    assert at(found, 0, 0)[:2] == pytest.approx([66.43, 165.83], abs=0.05)


def test_without_angles_and_time_the_product_is_named(angles, make_product):
    """Shadows need the sun: without its angles and the time, the product has to be downloaded again."""
    product = open_product(make_product(dict.fromkeys(("B02", "B03", "B04"), 0.1)))
    timeless = replace(product, acquisition=replace(product.acquisition, sensing_time=None))
    with refused(ProductError, name=product.acquisition.name):
        angles_of(timeless, product.grids[20])


def test_a_raster_has_no_angles(raster):
    """A stack of bands says nothing of the sun, and the error names it."""
    opened = open_raster(raster(np.full((6, 40, 40), 2000, np.uint16)))
    with refused(RasterError, name=opened.acquisition.name):
        angles_of(opened, PIXELS)


def test_real_angles_are_those_of_the_file(real_product):
    """At the corner of a real tile the angles are those of its first node, turned by 0.515 degrees to the grid."""
    product = open_product(real_product)
    found = angles_of(product, product.grids[20])
    assert found.sun_zenith.shape == (23, 23)
    assert found.warnings == ()
    assert found.sun_zenith[0, 0] == pytest.approx(59.3323, abs=1e-3)
    assert found.sun_azimuth[0, 0] == pytest.approx(29.6862 - 0.515, abs=1e-3)
    tangent = np.tan(np.radians(found.view_zenith))
    east = tangent * np.sin(np.radians(found.view_azimuth))
    # The satellite flies in 786 km: 5 km further east, it is seen 5/786 further west.
    assert np.diff(east, axis=1).mean() == pytest.approx(-5 / 786, rel=0.05)


@pytest.mark.parametrize("resolution", [10, 20, 60])
def test_a_reduced_product_has_the_angles_of_its_place(real_product, resolution):
    """Bands reduced to a 25th keep their place, and a part of the scene has the angles of the whole."""
    product = open_product(real_product)
    full, grid = product.grids[20], Bands(product, ("B02", "B03", "B04"), resolution).grid
    expected = at(angles_of(product, full), 2750, 4000)
    line, column = (round(pixel * 20 / grid.pixel_size) for pixel in (2750, 4000))
    found = at(angles_of(product, grid), line, column)
    assert found[:3] == pytest.approx(expected[:3], abs=0.1)
    assert found[3] == pytest.approx(expected[3], abs=2)  # it jumps between detectors
    part = full.window(slice(2000, 3000), slice(3500, 5000))
    assert at(angles_of(product, part), 750, 500) == pytest.approx(expected, abs=1e-3)


def test_the_computed_sun_is_that_of_real_metadata(real_product, tmp_path):
    """A real tile was seen 148 s after the time that its metadata states: then the computed sun is ESA's."""
    product = open_product(real_product)
    real = angles_of(product, product.grids[20])
    stated = datetime(2018, 6, 29, 0, 2, 41, 461000, timezone.utc)
    assert product.acquisition.sensing_time == stated
    seen = replace(product.acquisition, sensing_time=stated + timedelta(seconds=148))
    bare = replace(_without_angles(real_product, tmp_path), acquisition=seen)
    computed = angles_of(bare, product.grids[20])
    assert len(computed.warnings) == 2
    assert computed.sun_zenith == pytest.approx(real.sun_zenith, abs=0.05)
    assert computed.sun_azimuth == pytest.approx(real.sun_azimuth, abs=0.08)


def _without_angles(path: Path, folder: Path) -> Product:
    """Open a copy of a product whose tile metadata has no angles."""
    for file in path.rglob("*"):
        copy = folder / file.relative_to(path.parent)
        if file.is_dir():
            copy.mkdir(parents=True, exist_ok=True)
        elif file.name == "MTD_TL.xml":
            text = re.sub(r"<Tile_Angles.*</Tile_Angles>", "", file.read_text(), flags=re.DOTALL)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text)
        else:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.symlink_to(file)
    return open_product(folder / path.name)
