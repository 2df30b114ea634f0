"""Polygons of masks: shapes and areas by hand, and no gaps or overlaps after simplification."""

from __future__ import annotations

import json

import numpy as np
import pytest
from osgeo import ogr
from rasterio import features
from rasterio.transform import Affine

from ....core.classes import CLASSES, NODATA
from ....core.errors import RasterError, SettingError
from ....core.masks.pixels import MaskPixels
from ....core.outlines.polygons import ClassPolygon, OutlineRule, class_polygons
from ....core.raster.align import Place
from ....core.raster.grid import WGS84
from ...rasters import write_mask

ALL = tuple(c.key for c in CLASSES)


def polygons(values, **rule) -> list[ClassPolygon]:
    """Return the polygons of a mask of pixels of 1 x 1, the first line on top at y = 0."""
    pixels = np.asarray(values, np.uint8)
    mask = MaskPixels("mask.tif", pixels, Place(None, Affine(1, 0, 0, 0, -1, 0), *pixels.shape), {})
    return list(class_polygons(mask, OutlineRule(**{"classes": ALL, "tolerance": 0, **rule})))


def shape(polygon: ClassPolygon) -> ogr.Geometry:
    """Return a polygon for GEOS."""
    return ogr.CreateGeometryFromWkb(polygon.wkb())


def union(shapes: list[ogr.Geometry]) -> ogr.Geometry:
    """Return the union of shapes."""
    every = ogr.Geometry(ogr.wkbMultiPolygon)
    for one in shapes:
        every.AddGeometry(one)
    return every.UnionCascaded()


def test_each_patch_is_a_polygon_with_its_class_and_area():
    """Patches that touch at a corner only are two, and a hole is not counted."""
    found = polygons([[1, 1, 1, 0], [1, 3, 1, 0], [1, 1, 1, 255], [0, 0, 0, 1]])
    areas = sorted((one.value, one.area, len(one.rings)) for one in found)
    assert areas == [(0, 2, 1), (0, 3, 1), (1, 1, 1), (1, 8, 2), (3, 1, 1)]


def test_outlines_are_the_edges_of_the_pixels_in_the_crs_of_the_mask(tmp_path):
    """Without simplification, a cloud of 2 x 1 pixels of 20 m is a rectangle of 40 x 20 m at its place."""
    mask = MaskPixels.read(write_mask(tmp_path / "mask.tif", [[0, 0, 0], [0, 1, 1]]))
    (cloud,) = class_polygons(mask, OutlineRule(tolerance=0))
    (ring,) = cloud.rings
    corners = {(x, y) for x in (300020, 300060) for y in (5900000, 5900020)}
    assert {tuple(point) for point in ring} == corners
    assert cloud.area == 800
    assert mask.unit_metres == 1


def test_only_the_chosen_classes_become_polygons():
    """The polygon has no corner where other classes meet."""
    (shadow,) = polygons([[3, 3, 3], [3, 3, 3], [0, 1, 2]], classes=("shadow",))
    assert (shadow.value, shadow.area) == (3, 6)
    assert len(shadow.rings[0]) == 4


def test_a_patch_that_closes_at_a_corner_is_a_valid_polygon():
    """Its outline does not touch itself: what it encloses is a hole."""
    (ring,) = polygons([[1, 1, 1], [1, 0, 1], [1, 1, 0]], classes=("thick_cloud",))
    assert shape(ring).IsValid()
    assert ring.area == 7
    assert len(ring.rings) == 2


def test_small_patches_and_holes_become_part_of_their_largest_neighbour(tmp_path):
    """Below the smallest area no polygon is left, and pixels without data stay without."""
    classes = np.zeros((6, 8), np.uint8)
    classes[1:5, 1:6] = 1
    classes[2, 2] = 0  # a hole
    classes[3, 3:5] = 3  # shadow inside cloud
    classes[5, 7] = 2
    classes[0, 0] = 255
    mask = MaskPixels.read(write_mask(tmp_path / "mask.tif", classes))
    found = list(class_polygons(mask, OutlineRule(ALL, min_hectares=0.12, tolerance=0)))
    assert sorted((one.value, one.area / 400, len(one.rings)) for one in found) == [(0, 27, 2), (1, 20, 1)]


def test_patches_among_small_ones_are_merged_too(tmp_path):
    """A speckled area becomes one with what lies around it, however many steps away."""
    classes = np.zeros((9, 30), np.uint8)
    classes[:, 10:] = np.indices((9, 20)).sum(axis=0) % 4
    mask = MaskPixels.read(write_mask(tmp_path / "mask.tif", classes))
    found = list(class_polygons(mask, OutlineRule(ALL, min_hectares=0.2, tolerance=0)))
    assert min(one.area for one in found) >= 2000
    assert sum(one.area for one in found) == 9 * 30 * 400


@pytest.mark.parametrize("tolerance", [0, 1, 1.5, 5, 40])
def test_simplified_polygons_have_no_gaps_and_no_overlaps(tolerance):
    """Whatever the mask, every polygon is valid, and the area of their union is the sum of their areas."""
    random = np.random.default_rng(5)
    for number in range(60):
        pixels = random.integers(0, random.integers(2, 5), random.integers(1, 14, 2)).astype(np.uint8)
        if number % 2:
            pixels = pixels.repeat(3, axis=0).repeat(3, axis=1)
        if number % 3 == 0:
            pixels[random.random(pixels.shape) < 0.2] = NODATA
        found = polygons(pixels, tolerance=tolerance)
        shapes = [shape(one) for one in found]
        assert all(one.IsValid() for one in shapes), pixels
        assert sum(one.Area() for one in shapes) == pytest.approx(union(shapes).Area() if shapes else 0), pixels
        if not tolerance:
            for value in range(4):
                assert sum(one.area for one in found if one.value == value) == np.count_nonzero(pixels == value)


def test_polygons_are_those_of_gdal():
    """Whatever the mask, there are as many patches of each class as GDAL finds, with the same areas."""
    random = np.random.default_rng(8)
    for _ in range(60):
        pixels = random.integers(0, random.integers(2, 6), random.integers(1, 30, 2)).astype(np.uint8)
        pixels[random.random(pixels.shape) < 0.1] = NODATA
        expected = [(value, ogr.CreateGeometryFromJson(json.dumps(one))) for one, value in features.shapes(pixels)]
        found = [(one.value, one.area) for one in polygons(pixels)]
        assert sorted(found) == sorted((value, one.Area()) for value, one in expected if value != NODATA), pixels


def test_neighbours_share_a_simplified_border():
    """A slanted border between cloud and shadow becomes one line for both, and nothing lies between."""
    y, x = np.mgrid[:40, :40]
    cloud, shadow = sorted(polygons(np.where(x > y, 1, 3), tolerance=1), key=lambda one: one.value)
    assert len(cloud.rings[0]) < 6
    assert shape(cloud).Touches(shape(shadow))
    assert shape(cloud).Union(shape(shadow)).GetGeometryRef(0).GetPointCount() <= 7
    assert cloud.area + shadow.area == pytest.approx(1600, abs=1)


def test_an_island_stays_on_its_side():
    """A clear pixel in a bay of cloud is not swallowed when the bay is cut off."""
    classes = np.ones((12, 12), np.uint8)
    classes[4:8, 5:] = 0
    classes[5:7, 6:8] = 3
    found = polygons(classes, tolerance=6)
    shapes = {one.value: shape(one) for one in found}
    assert not shapes[3].Intersection(shapes[1]).Area()
    assert shapes[0].Buffer(1e-9).Contains(shapes[3].Boundary())


def test_a_real_mask_keeps_its_areas(labelled_cumulus):
    """On labelled clouds, simplification leaves out most corners and changes the area of a class by under 1 %."""
    _, truth = labelled_cumulus
    exact, simple = polygons(truth), polygons(truth, tolerance=1)
    assert len(exact) == len(simple)
    corners = [sum(len(ring) for one in found for ring in one.rings) for found in (exact, simple)]
    assert corners[1] < 0.7 * corners[0]
    for value in {one.value for one in exact}:
        areas = [sum(one.area for one in found if one.value == value) for found in (exact, simple)]
        assert areas[0] == np.count_nonzero(truth == value)
        assert areas[1] == pytest.approx(areas[0], rel=0.01)
    shapes = [shape(one) for one in simple]
    assert all(one.IsValid() for one in shapes)
    assert sum(one.Area() for one in shapes) == pytest.approx(union(shapes).Area())


def test_a_mask_of_one_class_is_one_polygon():
    """Without any border inside, its edge is the outline; without data there is none."""
    (whole,) = polygons(np.ones((3, 4)), tolerance=1)
    assert whole.area == 12
    assert polygons(np.full((3, 4), NODATA)) == []


def test_a_valid_mask_is_refused(tmp_path):
    """In a valid mask 1 is usable: its polygons would be taken for cloud."""
    path = write_mask(tmp_path / "valid.tif", [[1, 0]], tags={"CLOUDS2MASK_KIND": "valid mask"})
    with pytest.raises(RasterError) as caught:
        MaskPixels.read(path)
    assert caught.value.values["path"] == path


def test_a_smallest_area_needs_metres(tmp_path):
    """The area of pixels in degrees is unknown."""
    mask = MaskPixels.read(write_mask(tmp_path / "mask.tif", [[1, 0]], crs=WGS84))
    assert mask.unit_metres is None
    assert len(list(class_polygons(mask, OutlineRule()))) == 1
    with pytest.raises(RasterError):
        list(class_polygons(mask, OutlineRule(min_hectares=1)))


@pytest.mark.parametrize("wrong", [{"classes": ()}, {"classes": ("haze",)}, {"min_hectares": -1}, {"tolerance": 1e6}])
def test_a_rule_out_of_range_is_refused(wrong):
    """Unknown classes and impossible numbers are errors of the settings."""
    with pytest.raises(SettingError):
        OutlineRule(**wrong)


def test_it_can_be_cancelled():
    """Progress may raise at any step."""

    class CancelError(Exception):
        """The user's wish."""

    calls = []

    def progress() -> None:
        calls.append(1)
        if len(calls) > 2:
            raise CancelError

    y, x = np.mgrid[:300, :300]
    place = Place(None, Affine(1, 0, 0, 0, -1, 0), 300, 300)
    with pytest.raises(CancelError):
        list(class_polygons(MaskPixels("", ((x + y) // 9 % 3).astype(np.uint8), place, {}), OutlineRule(), progress))
