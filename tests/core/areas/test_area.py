"""An area of interest: only its patches are inferred, and its pixels are the same as in the mask of the whole tile."""

from __future__ import annotations

import json
import math
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.features import geometry_mask
from rasterio.warp import transform, transform_geom

from ....core.areas.area import AreaOfInterest, AreaOnGrid
from ....core.errors import OutsideAreaError, SettingError
from ....core.masks.result import MaskResult
from ....core.raster.grid import Grid
from ....core.raster.patches import DataCells, PatchRule, plan_patches
from ....tools.labelled_scene import SIX_BANDS
from ...refusals import assert_values, refused
from ..conftest import mask, one_error, read_mask, run

UTM = "EPSG:32633"
BROKEN = [
    f'{{"type": "{kind}", "coordinates": {coordinates}}}'
    for kind, coordinates in (
        ("Polygon", "[]"),
        ("Polygon", "[[]]"),
        ("Polygon", "[[[1], [2], [3], [1]]]"),
        ("Polygon", "[[[1, 2], [2, NaN], [3, 4], [1, 2]]]"),
        ("MultiPolygon", "[]"),
        ("MultiPolygon", "[[]]"),
    )
]
"""Geometry of the right type that is empty or has unusable points."""
# 20 m pixels of the cumulus product, whose upper left corner the product fixture places.
LINES, COLUMNS = slice(300, 380), slice(60, 130)


def corner(path: Path) -> tuple[float, float]:
    """Return the upper left corner of a raster."""
    with rasterio.open(path) as dataset:
        return dataset.transform.c, dataset.transform.f


def box(left: float, top: float, lines: slice = LINES, columns: slice = COLUMNS) -> AreaOfInterest:
    """Return the area of some 20 m pixels."""
    bounds = (left + columns.start * 20, top - lines.stop * 20, left + columns.stop * 20, top - lines.start * 20)
    return AreaOfInterest.box(*bounds, UTM)


def one_result(scene: Path, out: Path, **options: Any) -> MaskResult:
    """Return the result of one product, which must not fail."""
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
def test_surroundings_affect_the_area(cumulus_product, whole, out, tmp_path, options):
    """A buffer or a resampling reaches into my field from outside, also when I mask only the field."""
    expected = mask(cumulus_product(), tmp_path / "all", patch_size=128, **options)
    lines, columns = slice(300, 380), slice(60, 130)
    got = mask(cumulus_product(), out, patch_size=128, area=box(*corner(whole[0]), lines, columns), **options)
    scale = 20 / options.get("processing_res", 20)
    first = round(lines.start * scale), round(columns.start * scale)
    assert np.array_equal(got, expected[first[0] : first[0] + got.shape[0], first[1] : first[1] + got.shape[1]])


def test_pixels_outside_a_polygon_hold_no_data(cumulus_product, whole, out):
    """In a triangular field only the triangle is masked, and the shares are those of the triangle."""
    left, top = corner(whole[0])
    ring = [[left + x * 20, top - y * 20] for x, y in ((40, 40), (140, 40), (40, 140), (40, 40))]
    area = AreaOfInterest(json.dumps({"type": "Polygon", "coordinates": [ring]}), UTM)
    result = one_result(cumulus_product(), out, patch_size=128, area=area)
    got = read_mask(result.mask_path)
    assert result.valid_percent == 100
    lines, columns = np.indices(got.shape) + 0.5
    inside = lines + columns < 100
    assert got.shape == (100, 100)
    assert np.array_equal(got[inside], whole[1][40:140, 40:140][inside])
    assert (got[~inside & (lines + columns > 101)] == 255).all()


def test_an_area_may_be_in_degrees(cumulus_product, whole, out):
    """I can use a field in geographic coordinates."""
    area = box(*corner(whole[0]))
    degrees = AreaOfInterest(json.dumps(transform_geom(UTM, "EPSG:4326", json.loads(area.geometry))), "EPSG:4326")
    got = mask(cumulus_product(), out, patch_size=128, area=degrees)
    assert abs(got.shape[0] - 80) <= 2
    assert abs(got.shape[1] - 70) <= 2


def test_a_product_beside_the_area_is_skipped_by_name(cumulus_product, out):
    """A product that does not touch my field is skipped, with a message that names it."""
    error = one_error(cumulus_product(), out, area=AreaOfInterest.box(0, 0, 1000, 1000, UTM))
    assert isinstance(error, OutsideAreaError)
    assert_values(error, name=cumulus_product().stem)


def test_only_the_patches_that_touch_the_area_are_used():
    """A hundredth of a tile needs a few patches of its plan, not all of them."""
    shape = (5490, 5490)
    everywhere, rule = DataCells(np.ones((10, 10), np.bool_), 549), PatchRule(512, 32, 32)
    plan = plan_patches(everywhere, shape, rule)
    area = box(300000.0, 5900040.0, slice(2500, 3049), slice(2500, 3049))
    part = area.on(Grid(rasterio.crs.CRS.from_epsg(32633).to_wkt(), 300000.0, 5900040.0, 20.0, *shape), "tile")
    selected = plan_patches(everywhere, shape, rule, part.scaled(1).cells(shape, margin=2))
    assert plan.count == 144
    assert selected.count <= 9
    kept = {(row.top, left) for row in selected.rows for left in row.lefts}
    assert kept <= {(row.top, left) for row in plan.rows for left in row.lefts}
    covered = np.zeros(shape, np.bool_)
    for top, left in kept:
        covered[top : top + 512, left : left + 512] = True
    assert covered[2498:3051, 2498:3051].all()


def test_a_margin_larger_than_the_raster_needs_all_of_its_patches():
    """A buffer of 2 km around a field in a raster of 1 km needs every patch."""
    everywhere, rule = DataCells(np.ones((5, 5), np.bool_), 10), PatchRule(32, 8, 32)
    part = AreaOnGrid(slice(40, 45), slice(0, 5), np.ones((5, 5), np.bool_))
    whole = plan_patches(everywhere, (50, 50), rule)
    assert plan_patches(everywhere, (50, 50), rule, part.scaled(1).cells((50, 50), margin=100)) == whole


TILE = Grid(rasterio.crs.CRS.from_epsg(32633).to_wkt(), 300000.0, 7700040.0, 20.0, 5490, 5490)
"""A tile at 69 degrees north, where a parallel bends by a kilometre along it."""


def degrees(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return (2, points) longitudes and latitudes of UTM coordinates."""
    return np.array(transform(UTM, "EPSG:4326", x, y))


def test_edges_in_degrees_are_curves_on_the_tile():
    """A wide box in degrees is masked as far as its parallels go, not along straight lines between its corners."""
    tile = TILE.at(100)
    columns, lines = np.meshgrid(np.arange(tile.width), np.arange(tile.height))
    x, y = tile.left + (columns + 0.5) * 100, tile.top - (lines + 0.5) * 100
    longitude, latitude = degrees(x.ravel(), y.ravel()).reshape(2, *tile.shape)
    west, east, south, north = longitude[150, 50], longitude[150, 1050], latitude[400, 50], latitude[150, 50]
    expected = (longitude > west) & (longitude < east) & (latitude > south) & (latitude < north)
    area = AreaOfInterest.box(west, south, east, north, "EPSG:4326")
    got = np.zeros(tile.shape, np.bool_)
    part = area.on(tile, "tile")
    got[part.lines, part.columns] = part.inside
    assert (got != expected).sum() < 20
    straight = transform_geom("EPSG:4326", UTM, json.loads(area.geometry))
    assert (geometry_mask([straight], tile.shape, tile.transform(), invert=True) != expected).sum() > 2000


@pytest.mark.parametrize(
    ("crs", "bounds"),
    [
        ("EPSG:4326", (-180, -90, 180, 90)),
        ("EPSG:4326", (-400, -200, 400, 200)),
        ("EPSG:3857", (-3e7, -3e7, 3e7, 3e7)),
        ("EPSG:32601", (-1e8, -1e8, 1e8, 1e8)),
    ],
)
def test_a_map_of_the_whole_world_is_all_of_the_tile(crs, bounds):
    """I zoom out to the world and use the canvas as the area: the whole product is masked."""
    left, bottom, right, top = bounds
    part = AreaOfInterest.box(left, bottom, right, top, crs).on(TILE, "tile")
    assert part.inside.shape == TILE.shape
    assert part.inside.all()


def test_a_hole_stays_a_hole_and_overlapping_polygons_are_joined():
    """Two overlapping fields are masked completely, including their overlap; a pond that is cut out is not."""
    left, top = TILE.left, TILE.top

    def ring(first: int, last: int) -> list[list[float]]:
        a, b, c, d = left + 20 * first, left + 20 * last, top - 20 * first, top - 20 * last
        return [[a, c], [b, c], [b, d], [a, d], [a, c]]

    polygons = [[ring(100, 200), ring(120, 140)], [ring(150, 250)]]
    part = AreaOfInterest(json.dumps({"type": "MultiPolygon", "coordinates": polygons}), UTM).on(TILE, "tile")
    expected = np.zeros((150, 150), np.bool_)
    expected[:100, :100] = expected[50:, 50:] = True
    expected[20:40, 20:40] = False
    assert (part.lines, part.columns) == (slice(100, 250), slice(100, 250))
    assert np.array_equal(part.inside, expected)


def test_a_concave_area_that_reaches_over_the_tile_is_cut_to_it():
    """An area like a comb, with its back outside the tile, covers its teeth but not the gaps between them."""
    x, y = TILE.left + 20 * 1000, TILE.top - 20 * 1000
    far = TILE.left - 500_000
    comb = [[far, y], [x, y], [x, y - 2000], [far + 10, y - 2000], [far + 10, y - 4000], [x, y - 4000], [x, y - 6000]]
    ring = [*comb, [far, y - 6000], [far, y]]
    part = AreaOfInterest(json.dumps({"type": "Polygon", "coordinates": [ring]}), UTM).on(TILE, "tile")
    assert (part.lines, part.columns) == (slice(1000, 1300), slice(0, 1000))
    assert [bool(part.inside[line].all()) for line in (50, 150, 250)] == [True, False, True]
    assert not part.inside[101:199].any()


def test_a_tile_on_the_antimeridian_keeps_its_area():
    """My island lies at 179.9 degrees east, on a tile that extends across the antimeridian."""
    tile = Grid(rasterio.crs.CRS.from_epsg(32701).to_wkt(), 166000.0, 8109800.0, 20.0, 5490, 5490)
    part = AreaOfInterest.box(179.9, -17.5, 179.95, -17.45, "EPSG:4326").on(tile, "tile")
    assert part.inside.sum() * 400e-6 == pytest.approx(5.3 * 5.53, rel=0.02), "square kilometres"


ISLAND = Grid(rasterio.crs.CRS.from_epsg(32701).to_wkt(), 166000.0, 8109800.0, 20.0, 5490, 5490)
"""A tile that the antimeridian crosses."""


@pytest.mark.parametrize(
    ("left", "right"), [(179.99, -179.98), (179.99, 180.02), (-180.01, -179.98)], ids=["GeoJSON", "360", "map"]
)
def test_an_area_crosses_the_antimeridian(left, right):
    """A box whose west is east of its east, as GeoJSON has it, is 0.03 degrees wide, not the rest of the world."""
    part = AreaOfInterest.box(left, -17.5, right, -17.45, "EPSG:4326").on(ISLAND, "tile")
    assert part.inside.sum() * 400e-6 == pytest.approx(3 * 1.062 * 5.53, rel=0.02), "square kilometres"


@pytest.mark.parametrize(
    ("bounds", "crs"),
    [((2, 1, 1, 2), UTM), ((1, 2, 2, 1), "EPSG:4326"), ((200, 1, 190, 2), "EPSG:4326"), ((2, 1, 1, 2), "EPSG:1")],
)
def test_a_box_with_its_edges_in_the_wrong_order_is_refused(bounds: tuple[float, float, float, float], crs: str):
    """Metres do not go around the world, and nothing is upside down."""
    with refused(SettingError, extent=" ".join(map(str, bounds))):
        AreaOfInterest.box(*bounds, crs)


def test_an_area_without_data_gives_a_warning(make_product, out):
    """My field lies in a part of the tile outside the swath: the mask is empty, with a warning."""
    reflectance = {band: np.full((60, 60) if band in {"B11", "B12"} else (120, 120), 0.1) for band in SIX_BANDS}
    for values in reflectance.values():
        values[:, : values.shape[1] // 2] = np.nan
    scene = make_product(reflectance)
    field = AreaOfInterest.box(300100, 5899000, 300300, 5899900, UTM)
    result = one_result(scene, out, area=field)
    (warning,) = result.warnings
    assert scene.stem in warning
    assert "area of interest" in warning
    assert result.shares is None


def test_an_area_with_an_unknown_crs_is_refused_by_name(cumulus_product, out):
    """I mistype the CRS and read that the area cannot be reprojected, not that the product lies elsewhere."""
    error = one_error(cumulus_product(), out, area=AreaOfInterest.box(0, 0, 1, 1, "EPSG:1"))
    assert isinstance(error, SettingError)
    assert_values(error, name=cumulus_product().stem)
    assert error.values.keys() == {"name", "reason"}


def ring_of(number: str) -> str:
    """Return a polygon, one of whose coordinates is this number."""
    return f'{{"type": "Polygon", "coordinates": [[[{number}, 0], [0, 9], [9, 9], [{number}, 0]]]}}'


@pytest.mark.parametrize(
    "geometry",
    [
        "no JSON",
        "[]",
        '{"type": "Polygon", "coordinates": 7}',
        ring_of("1" + "0" * 400),
        "[" * 100_000 + "]" * 100_000,
    ],
    ids=["no JSON", "list", "number", "400 digits", "100,000 lists in each other"],
)
def test_geometry_that_cannot_be_read_is_refused(geometry):
    """An area that is not GeoJSON is refused before anything runs, with the reason."""
    with pytest.raises(SettingError) as caught:
        AreaOfInterest(geometry, UTM)
    assert caught.value.values.keys() == {"reason"}


def test_a_point_is_refused():
    """An area of interest must be a polygon."""
    with refused(SettingError, geometry="Point"):
        AreaOfInterest('{"type": "Point", "coordinates": [0, 0]}', UTM)


@pytest.mark.parametrize("geometry", BROKEN)
def test_a_polygon_without_points_is_refused(geometry):
    """A polygon that is empty, or whose points lack a coordinate, is refused before anything runs."""
    with pytest.raises(SettingError) as caught:
        AreaOfInterest(geometry, UTM)
    assert caught.value.values == {}


def test_an_area_needs_the_patches_that_hold_a_pixel_of_it():
    """For an area at any position, exactly the patches that contain one of its pixels are inferred."""
    random = np.random.default_rng(7)
    everywhere, rule = DataCells(np.ones((10, 10), np.bool_), 16), PatchRule(16, 0, 16)
    for _ in range(50):
        top, left = map(int, random.integers(0, 60, 2))
        inside = random.random(random.integers(1, 90, 2)) < 0.02
        box = slice(top, top + inside.shape[0]), slice(left, left + inside.shape[1])
        needed = AreaOnGrid(*box, inside).scaled(1).cells((160, 160), 0)
        selected = plan_patches(everywhere, (160, 160), rule, needed)
        patches = {(row.top, x) for row in selected.rows for x in row.lefts}
        lines, columns = np.nonzero(inside)
        assert patches == {
            ((y + top) // 16 * 16, (x + left) // 16 * 16) for y, x in zip(lines.tolist(), columns.tolist())
        }


@pytest.mark.parametrize(("mask", "network"), [(10, 20), (10, 25), (20, 10), (60, 20), (25, 20)])
def test_a_narrow_area_needs_its_patches_on_a_coarser_grid(mask, network):
    """Every pixel of a strip of one or two mask pixels lies in a patch, however coarse the network's pixels are."""
    random = np.random.default_rng(3)
    metres, scale = 12_000, mask / network
    edge, shape = metres // mask, (math.ceil(metres / network),) * 2
    everywhere, rule = DataCells(np.ones((10, 10), np.bool_), shape[0] / 10), PatchRule(32, 4, 32)
    for _ in range(30):
        inside = np.zeros((edge, edge), np.bool_)
        columns = np.arange(edge)
        lines = (random.integers(0, edge - 20) + columns * random.uniform(0, 0.08)).astype(int) % edge
        inside[lines, columns] = True
        selected = plan_patches(
            everywhere, shape, rule, AreaOnGrid(slice(0, edge), slice(0, edge), inside).scaled(scale).cells(shape, 0)
        )
        covered = np.zeros(shape, np.bool_)
        for row in selected.rows:
            for left in row.lefts:
                covered[row.top : row.top + 32, left : left + 32] = True
        at = [np.minimum(((part + 0.5) * scale).astype(int), shape[0] - 1) for part in (lines, columns)]
        assert covered[at[0], at[1]].all()
        assert selected.count < plan_patches(everywhere, shape, rule).count / 2


@pytest.mark.parametrize("crs", [UTM, "EPSG:4326"])
@pytest.mark.parametrize("number", [1e13, -1e300, 1.7e308])
def test_coordinates_beyond_any_map_are_refused(number, crs):
    """An area with a damaged coordinate is refused at once, not drawn along an edge of a billion points."""
    with refused(SettingError, number=abs(number)):
        AreaOfInterest(ring_of(repr(number)), crs)


def test_an_edge_far_beyond_the_tile_is_exact():
    """The edge of an area that begins a million kilometres away passes the tile where it should."""
    left, top, far = TILE.left, TILE.top, 1e9
    line = top - 20 * 100
    ring = [[left - far, line - far / 10], [left + far, line + far / 10], [left + far, -far], [left - far, -far]]
    part = AreaOfInterest(json.dumps({"type": "Polygon", "coordinates": [[*ring, ring[0]]]}), UTM).on(TILE, "tile")
    inside = np.zeros(TILE.shape, np.bool_)
    inside[part.lines, part.columns] = part.inside
    lines, columns = np.ogrid[:5490, :5490]
    assert np.array_equal(inside, (lines + 0.5 - 100) > -(columns + 0.5) / 10)


@pytest.mark.parametrize(
    "ring",
    [[[0, 0], [900, 900], [0, 0]], [[0, 0], [900, 900], [400, 400], [0, 0]], [[500, 500]] * 4, [[0, 0], [0, 0]]],
    ids=["there and back", "on a line", "one point", "two points"],
)
@pytest.mark.parametrize("as_binary", [False, True])
def test_an_area_without_a_pixel_is_outside(ring, as_binary):
    """An area that has shrunk to a line or a point touches no pixel, and the tile is skipped by its name."""
    points = [[TILE.left + x, TILE.top - y] for x, y in ring]
    geometry: str | bytes = json.dumps({"type": "Polygon", "coordinates": [points]})
    if as_binary:
        numbers = [number for point in points for number in point]
        geometry = struct.pack(f"<BIII{len(numbers)}d", 1, 3, 1, len(points), *numbers)
    with refused(OutsideAreaError, name="tile"):
        AreaOfInterest(geometry, UTM).on(TILE, "tile")


def test_a_ring_that_is_not_closed_keeps_its_last_corner():
    """Some programs leave out the closing point of a ring; my field keeps all of its corners."""
    left, top = TILE.left, TILE.top
    ring = [[left, top], [left + 200, top], [left + 200, top - 200], [left, top - 200]]
    areas = [json.dumps({"type": "Polygon", "coordinates": [points]}) for points in (ring, [*ring, ring[0]])]
    for area in areas:
        part = AreaOfInterest(area, UTM).on(TILE, "tile")
        assert part.inside.shape == (10, 10)
        assert part.inside.all()


@pytest.mark.parametrize(
    ("box", "crs", "expected"),
    [
        ((10, 40, 11, 41), "EPSG:4326", (10, 40, 11, 41)),
        ((170, -10, -170, 10), "EPSG:4326", (170, -10, -170, 10)),
        ((-120, -10, 120, 10), "EPSG:4326", (-120, -10, 120, 10)),
        ((-180, -90, 180, 90), "EPSG:4326", (-180, -90, 180, 90)),
        ((500000, 4427757, 585361, 4427758), "EPSG:32632", (9, 39.9948, 10, 40)),
        ((790000, 0, 890000, 1), "EPSG:32660", (179.605, 0, -179.497, 0)),
    ],
)
def test_bounds_in_degrees(box: tuple[float, float, float, float], crs, expected):
    """Searches are by degrees, also across the antimeridian."""
    assert AreaOfInterest.box(*box, crs).degrees() == pytest.approx(expected, abs=5e-3)


@pytest.mark.parametrize(("crs", "top"), [("EPSG:0", 1), ("EPSG:4326", 1000)])
def test_an_area_without_degrees_is_refused(crs, top):
    """An unknown CRS, or coordinates beyond it, give no degrees."""
    with refused(SettingError, name="EPSG:4326"):
        AreaOfInterest.box(0, 0, 1, top, crs).degrees()
