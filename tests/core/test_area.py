"""An area of interest: only its patches are inferred, and its pixels are those of the whole tile."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.warp import transform_geom

from ...core.area import AreaOfInterest
from ...core.errors import OutsideAreaError, SettingError
from ...core.grid import Grid
from ...core.mask_raster import MaskResult
from ...core.patches import PatchRule, ValidMask, plan_patches
from .conftest import mask, one_error, read_mask, run

UTM = "EPSG:32633"
# 20 m pixels of the cumulus product, whose upper left corner the product fixture places.
LINES, COLUMNS = slice(300, 380), slice(60, 130)


def corner(path: Path) -> tuple[float, float]:
    """The upper left corner of a raster."""
    with rasterio.open(path) as dataset:
        return dataset.transform.c, dataset.transform.f


def box(left: float, top: float, lines: slice = LINES, columns: slice = COLUMNS) -> AreaOfInterest:
    """The area of some 20 m pixels."""
    bounds = (left + columns.start * 20, top - lines.stop * 20, left + columns.stop * 20, top - lines.start * 20)
    return AreaOfInterest.box(*bounds, UTM)


def one_result(scene: Path, out: Path, **options: Any) -> MaskResult:
    """What became of one product, which must not fail."""
    (outcome,) = run(scene, out, **options)
    assert outcome.result, outcome.error
    return outcome.result


@pytest.fixture(scope="module")
def whole(cumulus_product, tmp_path_factory) -> tuple[Path, np.ndarray]:
    """The mask of the whole product, cut into patches small enough for an area to need only some."""
    out = tmp_path_factory.mktemp("whole")
    path = one_result(cumulus_product(), out, patch_size=128).mask_path
    return path, read_mask(path)


def test_labels_inside_are_those_of_the_whole_tile(cumulus_product, whole, out):
    """I mask only my field, and get the same labels as from the whole tile, cut to the field."""
    path, expected = whole
    result = one_result(cumulus_product(), out, patch_size=128, area=box(*corner(path)))
    with rasterio.open(result.mask_path) as dataset:
        assert (dataset.transform.c, dataset.transform.f) == (corner(path)[0] + 60 * 20, corner(path)[1] - 300 * 20)
        assert np.array_equal(dataset.read(1), expected[LINES, COLUMNS])
    inside = expected[LINES, COLUMNS]
    assert result.clear_percent == pytest.approx(100 * (inside == 0).mean())


@pytest.mark.parametrize("options", [{"buffer_m": 100}, {"processing_res": 25}])
def test_what_lies_around_the_area_has_its_part_in_it(cumulus_product, whole, out, tmp_path, options):
    """A buffer or a resampling that reaches into my field from outside does so for the field alone, too."""
    expected = mask(cumulus_product(), tmp_path / "all", patch_size=128, **options)
    lines, columns = slice(300, 380), slice(60, 130)
    got = mask(cumulus_product(), out, patch_size=128, area=box(*corner(whole[0]), lines, columns), **options)
    scale = 20 / options.get("processing_res", 20)
    first = round(lines.start * scale), round(columns.start * scale)
    assert np.array_equal(got, expected[first[0] : first[0] + got.shape[0], first[1] : first[1] + got.shape[1]])


def test_pixels_outside_a_polygon_hold_no_data(cumulus_product, whole, out):
    """Of a triangular field only the triangle is masked, and its shares are those of the triangle."""
    left, top = corner(whole[0])
    ring = [[left + x * 20, top - y * 20] for x, y in ((40, 40), (140, 40), (40, 140), (40, 40))]
    area = AreaOfInterest(json.dumps({"type": "Polygon", "coordinates": [ring]}), UTM)
    got = mask(cumulus_product(), out, patch_size=128, area=area)
    lines, columns = np.indices(got.shape) + 0.5
    inside = lines + columns < 100
    assert got.shape == (100, 100)
    assert np.array_equal(got[inside], whole[1][40:140, 40:140][inside])
    assert (got[~inside & (lines + columns > 101)] == 255).all()


def test_an_area_may_be_in_degrees(cumulus_product, whole, out):
    """My field comes in geographic coordinates."""
    area = box(*corner(whole[0]))
    degrees = AreaOfInterest(json.dumps(transform_geom(UTM, "EPSG:4326", json.loads(area.geometry))), "EPSG:4326")
    got = mask(cumulus_product(), out, patch_size=128, area=degrees)
    assert abs(got.shape[0] - 80) <= 2
    assert abs(got.shape[1] - 70) <= 2


def test_a_product_beside_the_area_is_skipped_by_name(cumulus_product, out):
    """A product that does not touch my field is skipped, and I am told."""
    error = one_error(cumulus_product(), out, area=AreaOfInterest.box(0, 0, 1000, 1000, UTM))
    assert isinstance(error, OutsideAreaError)
    assert cumulus_product().stem in str(error)


def test_only_the_patches_that_touch_the_area_are_taken():
    """A hundredth of a tile needs a few patches of its plan, not all of them."""
    shape = (5490, 5490)
    plan = plan_patches(ValidMask(np.ones((10, 10), np.bool_), 549), shape, PatchRule(512, 32, 32))
    area = box(300000.0, 5900040.0, slice(2500, 3049), slice(2500, 3049))
    part = area.on(Grid(rasterio.crs.CRS.from_epsg(32633).to_wkt(), 300000.0, 5900040.0, 20.0, *shape), "tile")
    selected = part.select(plan, shape, margin=2)
    assert plan.count == 144
    assert selected.count <= 9
    kept = {(row.top, left) for row in selected.rows for left in row.lefts}
    assert kept <= {(row.top, left) for row in plan.rows for left in row.lefts}
    covered = np.zeros(shape, np.bool_)
    for top, left in kept:
        covered[top : top + 512, left : left + 512] = True
    assert covered[2498:3051, 2498:3051].all()


@pytest.mark.parametrize("geometry", ["no JSON", '{"type": "Point", "coordinates": [0, 0]}', "[]"])
def test_what_is_no_polygon_is_refused(geometry):
    """An area that is no polygon is refused before anything runs."""
    with pytest.raises(SettingError, match="area of interest"):
        AreaOfInterest(geometry, UTM)
