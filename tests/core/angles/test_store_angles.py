"""An EOPF product gives the directions that the SAFE product with the same angles gives."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from ....core.angles.view import Angles, angles_of
from ....core.errors import ProductError
from ....core.product.product import open_product
from ....tools.make_eopf import build_eopf, zip_eopf
from ....tools.make_safe import build_product
from ....tools.safe_metadata import TileGeometry
from ...refusals import refused

pytestmark = pytest.mark.filterwarnings("error::rasterio.errors.NotGeoreferencedWarning")

BANDS = {"B02": np.full((996, 996), 2000, np.uint16)}
VIEW = "conditions/geometry/viewing_incidence_angles"


def geometry() -> TileGeometry:
    """Make angles on 3 x 4 nodes, which differ in each node, detector and band; each detector sees some columns."""
    rng = np.random.default_rng(3)
    view = rng.uniform([[[2]], [[90]]], [[[9]], [[120]]], (13, 5, 2, 3, 4))
    for detector in range(5):
        view[:, detector, :, :, np.arange(4) != detector] = np.nan
    return TileGeometry(
        sun_angles=rng.uniform([[[30]], [[140]]], [[[60]], [[170]]], (2, 3, 4)),
        viewing_incidence_angles=view,
        mean_sun_angles=np.array([45.5, 155.25]),
        mean_viewing_incidence_angles=rng.uniform([2, 90], [9, 120], (13, 2)),
    )


def read(path: Path) -> Angles:
    """Read the angles of a product."""
    product = open_product(path)
    return angles_of(product, product.grids[10])


@pytest.fixture
def store(tmp_path) -> Callable[..., Path]:
    """Write an EOPF product with angles."""

    def write(found: TileGeometry, folder: Path = tmp_path / "eopf") -> Path:
        return build_eopf(folder, BANDS, baseline="05.11", geometry=found)

    return write


def assert_same(found: Angles, expected: Angles) -> None:
    """Compare all fields."""
    for one in fields(Angles):
        if one.name != "warnings":
            assert np.array_equal(getattr(found, one.name), getattr(expected, one.name)), one.name
    assert len(found.warnings) == len(expected.warnings)


@pytest.mark.parametrize(
    "lacking",
    [
        (),
        ("viewing_incidence_angles",),
        ("sun_angles",),
        ("sun_angles", "viewing_incidence_angles"),
        ("mean_sun_angles", "mean_viewing_incidence_angles"),
        ("viewing_incidence_angles", "mean_viewing_incidence_angles"),
        tuple(one.name for one in fields(TileGeometry)),
    ],
)
def test_the_same_angles_as_safe(store, tmp_path, lacking):
    """Grids, and the means in place of absent ones, are those that SAFE gives, to the last bit, with its warnings."""
    found = replace(geometry(), **dict.fromkeys(lacking))
    expected = read(build_product(tmp_path, BANDS, baseline="05.11", geometry=found))
    assert len(expected.warnings) == len({"sun_angles", "viewing_incidence_angles"}.intersection(lacking))
    assert_same(read(store(found)), expected)


def test_angles_are_those_that_the_store_states(store):
    """At the upper left node the sun is that of the array, and the view the mean of the bands that find clouds."""
    stated = geometry()
    sun, view = stated.sun_angles, stated.viewing_incidence_angles
    assert sun is not None
    assert view is not None
    found = read(store(stated))
    zenith, azimuth = sun[:, 0, 0]
    assert found.warnings == ()
    assert found.sun_zenith.shape == (3, 4)
    assert found.sun_zenith[0, 0] == pytest.approx(zenith, abs=1e-4)
    assert found.sun_azimuth[0, 0] == pytest.approx(azimuth + 2.4, abs=0.1)  # north is right of the grid's top
    seen = view[[1, 2, 3, 7, 11, 12], 0, 0, 0, 0]
    assert found.view_zenith[0, 0] == pytest.approx(seen.mean(), abs=0.1)


@pytest.mark.parametrize("folder", ["packed", 'a "quoted" \\ folder', "with: colon {"])
@pytest.mark.parametrize("packed", [False, True])
def test_a_zip_and_any_folder_have_the_same_angles(store, tmp_path, folder, packed):
    """Angles are read in a folder and in a zip, whatever characters their path has."""
    path = store(geometry(), tmp_path / folder)
    assert_same(read(zip_eopf(path) if packed else path), read(store(geometry())))


def test_an_absent_part_is_what_no_detector_sees(store):
    """Zarr leaves out chunks without data: then the mean applies, with a warning."""
    path = store(geometry())
    for chunk in (path / VIEW).glob("[0-9]*"):
        chunk.unlink()
    found = read(path)
    assert len(found.warnings) == 1
    assert found.view_zenith[0, 0] > 1


@pytest.mark.parametrize("shape", [(13, 5, 2, 3), (12, 5, 2, 3, 4), (13, 5, 3, 3, 4), (13, 5, 2, 300, 4)])
def test_an_array_of_another_shape_is_a_missing_one(store, shape):
    """The means apply, with a warning, if bands, angles or nodes cannot be told apart."""
    view = np.full(shape, 7.0)
    found = read(store(replace(geometry(), viewing_incidence_angles=view)))
    expected = read(store(replace(geometry(), viewing_incidence_angles=None)))
    assert_same(found, expected)


def test_a_damaged_array_is_named(store):
    """A chunk that was cut off is an error that names the array, as a damaged MTD_TL.xml is."""
    path = store(geometry())
    chunk = path / VIEW / "0.0.0.0.0"
    chunk.write_bytes(chunk.read_bytes()[:40])
    with refused(ProductError, path=path / VIEW):
        read(path)
    shutil.rmtree(path / VIEW)
    with refused(ProductError, path=path / VIEW):
        read(path)
