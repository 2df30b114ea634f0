"""Patches cover all data, overlap enough, and are as few as possible."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from ....core.raster.patches import (
    STRIP_LINES,
    DataCells,
    PatchPlacement,
    PatchPlan,
    PatchRule,
    plan_patches,
    plan_strips,
)

PLACEMENTS: list[PatchPlacement] = ["offset", "grid", "upstream"]


def swath(height: int, width: int, degrees: float, share: float, *, left: bool) -> np.ndarray:
    """Return (height, width) bool: data on one side of a straight edge that leans by an angle from the vertical."""
    lines, columns = np.ogrid[:height, :width]
    edge = share * width + math.tan(math.radians(degrees)) * (lines - height / 2)
    return columns < edge if left else columns >= edge


def random_scene(seed: int) -> tuple[np.ndarray, int, int]:
    """Return the data of a scene with edges on one or two sides and perhaps a hole, a patch size and an overlap."""
    rng = np.random.default_rng(seed)
    height, width = (int(n) for n in rng.integers(130, 900, 2))
    size = 32 * int(rng.integers(2, 5))
    data = swath(height, width, rng.uniform(-60, 60), rng.uniform(0.2, 0.8), left=bool(rng.integers(2)))
    if rng.random() < 0.4:
        data = data & swath(height, width, rng.uniform(-30, 30), rng.uniform(0, 1), left=bool(rng.integers(2)))
    if rng.random() < 0.3:
        top, left = int(rng.integers(height)), int(rng.integers(width))
        data[top : top + 2 * size, left : left + 2 * size] = False
    if rng.random() < 0.2:
        data[height // 3 : height // 3 + 2 * size] = False
    return data, size, int(rng.integers(0, size // 2 + 1))


def coarse(data: np.ndarray, cell: int) -> DataCells:
    """Return the data in square cells of `cell` pixels, True where any pixel is."""
    padded = np.pad(data, [(0, -n % cell) for n in data.shape])
    blocks = padded.reshape(padded.shape[0] // cell, cell, padded.shape[1] // cell, cell)
    return DataCells(np.any(blocks, axis=(1, 3)), float(cell))


def decoded_in_pieces(truth: DataCells, piece: int) -> DataCells:
    """Return cells of which none is known before it is asked for, and then a whole piece is."""
    known = np.zeros_like(truth.cells)

    def decode(rows: slice, columns: slice) -> None:
        part = tuple(slice(s.start // piece * piece, -(-s.stop // piece) * piece) for s in (rows, columns))
        known[part] = truth.cells[part]

    return DataCells(known, truth.cell_size, truth.reach, (piece, piece), decode)


def placed_on(data: DataCells | np.ndarray, rule: PatchRule) -> PatchPlan:
    """Return the plan of a scene that is as large as its cells."""
    cells = data if isinstance(data, DataCells) else DataCells(data, 1.0)
    height, width = cells.cells.shape
    return plan_patches(cells, (round(height * cells.cell_size), round(width * cells.cell_size)), rule)


def times_covered(plan: PatchPlan, shape: tuple[int, ...]) -> np.ndarray:
    """Count the patches over each pixel."""
    covered = np.zeros(shape, np.int16)
    for row in plan.rows:
        for left in row.lefts:
            covered[row.top : row.top + plan.height, left : left + plan.width] += 1
    return covered


def corners(plan: PatchPlan) -> list[tuple[int, int]]:
    """Return line and column of each patch's upper left corner."""
    return [(row.top, left) for row in plan.rows for left in row.lefts]


@pytest.mark.parametrize("placement", PLACEMENTS)
@pytest.mark.parametrize("seed", range(60))
def test_every_pixel_with_data_is_covered_and_no_patch_is_wasted(seed, placement):
    """A swath of any shape is covered by patches, no patch is empty, and none occurs twice."""
    data, size, overlap = random_scene(seed)
    cells = DataCells(data, 1.0) if placement == "upstream" or seed % 2 else coarse(data, 8)
    plan = plan_patches(cells, (len(data), len(data[0])), PatchRule(size, overlap, 32, placement))
    assert (plan.height, plan.width) == (size, size)
    assert times_covered(plan, data.shape)[data].all()
    placed = corners(plan)
    assert len(set(placed)) == len(placed) == plan.count
    assert placed == sorted(placed)
    for top, left in placed:
        assert 0 <= top <= data.shape[0] - size
        assert 0 <= left <= data.shape[1] - size
        assert cells.any(top, top + size, left, left + size)
        if cells.cell_size == 1:
            assert data[top : top + size, left : left + size].any()


@pytest.mark.parametrize("seed", range(60))
def test_an_area_gets_patches_of_the_whole_scene_although_little_is_decoded(seed):
    """For any area in a swath of any shape, cells decoded on demand give the patches of the whole scene."""
    data, size, overlap = random_scene(seed)
    random = np.random.default_rng(seed)
    truth = replace(coarse(data, 8), reach=int(random.integers(0, 3)))
    shape, rule = (len(data), len(data[0])), PatchRule(size, overlap, 32)
    top, left = (int(random.integers(0, length - 40)) for length in data.shape)
    needed = DataCells(np.zeros(data.shape, np.bool_), 1.0)
    needed.cells[top : top + 40, left : left + 40] = True
    wanted = [
        (y, x)
        for y, x in corners(plan_patches(truth, shape, rule))
        if y < top + 40 and top < y + size and x < left + 40 and left < x + size
    ]
    assert corners(plan_patches(decoded_in_pieces(truth, 7), shape, rule, needed)) == wanted
    limits = slice(top, top + 40), slice(left, left + 40)
    assert plan_strips(decoded_in_pieces(truth, 7), limits) == plan_strips(truth, limits)


def test_an_area_of_a_full_scene_decodes_its_surroundings_and_the_ends_of_its_rows():
    """For a hundredth of a full scene, at most a tenth of its quick look is decoded."""
    truth = DataCells(np.ones((1373, 1373), np.bool_), 4.0, 2)
    cells = decoded_in_pieces(truth, 128)
    needed = DataCells(np.zeros((5490, 5490), np.bool_), 1.0)
    needed.cells[2470:3019, 2470:3019] = True
    plan = plan_patches(cells, (5490, 5490), PatchRule(512, 32, 32), needed)
    assert 4 <= plan.count <= 9
    assert cells.cells.mean() < 0.1


@pytest.mark.parametrize("placement", ["offset", "grid"])
@pytest.mark.parametrize("seed", range(60))
def test_neighbours_overlap_by_what_was_asked(seed, placement):
    """Patches overlap by at least the overlap, along lines and columns, unless data is missing between them."""
    data, size, overlap = random_scene(seed)
    plan = placed_on(data, PatchRule(size, overlap, 32, placement))
    for row in plan.rows:
        strip = np.any(data[row.top : row.top + size], axis=0)
        for left, right in zip(row.lefts, row.lefts[1:]):
            assert left < right
            assert right - left <= size - overlap or not strip[left + size : right].any()
    for above, below in zip(plan.rows, plan.rows[1:]):
        gap = data[above.top + size : below.top]
        assert below.top - above.top <= size - overlap or (len(gap) and not gap.any())


@pytest.mark.parametrize("degrees", [-20, -10, 4, 10, 15, 30])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
@pytest.mark.parametrize("left", [True, False])
def test_a_swath_edge_never_costs_more_than_upstream(degrees, share, left):
    """Along a swath edge I get at most as many patches as CloudS2Mask would make."""
    data = swath(1830, 1830, degrees, share, left=left)
    counts = {placement: placed_on(data, PatchRule(256, 32, 32, placement)).count for placement in PLACEMENTS}
    assert counts["offset"] <= counts["grid"] <= counts["upstream"]


@pytest.mark.parametrize(("share", "left"), [(0.5, True), (0.65, True), (0.8, True), (0.2, False), (0.5, False)])
@pytest.mark.parametrize("degrees", [10, -10])
def test_little_nodata_is_fed_along_a_swath_edge_of_a_full_tile(degrees, share, left):
    """On a straight edge of 10 degrees across a full 20 m tile at most 2 % of the network's input is nodata.

    The tile is at least half full: with less data, the steps of 512 px rows along the edge weigh more.
    """
    data = swath(5490, 5490, degrees, share, left=left)
    margin = 2 * 4 / 5490  # two cells of 4 pixels, as in the coarse reading of a band
    seen = coarse(swath(5490, 5490, degrees, share + (margin if left else -margin), left=left), 4)
    plan = plan_patches(seen, (5490, 5490), PatchRule(512, 32, 32))
    fed = [data[top : top + 512, left : left + 512].mean() for top, left in corners(plan)]
    assert 1 - np.mean(fed) <= 0.02
    assert times_covered(plan, data.shape)[data].all()
    upstream = placed_on(data, PatchRule(512, 32, 32, "upstream"))
    assert plan.count <= upstream.count


@pytest.mark.parametrize(("size", "overlap"), [(512, 32), (512, 59), (384, 32), (256, 32), (256, 64)])
@pytest.mark.parametrize("edge", [1830, 5490, 10980])
def test_a_full_tile_costs_no_more_with_shifted_rows(size, overlap, edge):
    """On a full tile the shift is free: as many patches as in a plain grid, the fewest possible."""
    data = DataCells(np.ones((math.ceil(edge / 8),) * 2, np.bool_), 8.0)
    plans = {p: plan_patches(data, (edge, edge), PatchRule(size, overlap, 32, p)) for p in PLACEMENTS[:2]}
    fewest = math.ceil((edge - overlap) / (size - overlap)) ** 2
    assert plans["offset"].count == plans["grid"].count == fewest


def test_shifted_rows_leave_no_pixel_at_the_corner_of_all_its_patches():
    """If the overlap has slack, patches of one row meet at other columns than those of the next row."""
    size, overlap, edge = 256, 32, 1100
    data = DataCells(np.ones((edge, edge), np.bool_), 1.0)
    seams = {}
    for placement in PLACEMENTS[:2]:
        plan = placed_on(data, PatchRule(size, overlap, 32, placement))
        from_side = np.zeros((len(plan.rows), edge))
        for number, row in enumerate(plan.rows):
            for left in row.lefts:
                columns = np.arange(size)
                distance = np.minimum(columns, columns[::-1])
                best = from_side[number, left : left + size]
                np.maximum(best, distance, out=best)
        inner = from_side[:, overlap : edge - overlap]
        seams[placement] = np.maximum(inner[:-1], inner[1:]).min()
    middle_of_overlap = seams["grid"]
    assert seams["offset"] > middle_of_overlap


def test_rows_alternate():
    """Every other row is shifted the other way, by no more than a quarter of a step, and keeps its ends."""
    data = DataCells(np.ones((1100, 1100), np.bool_), 1.0)
    plan = placed_on(data, PatchRule(256, 32, 32))
    plain = placed_on(data, PatchRule(256, 32, 32, "grid"))
    shifts = [np.subtract(row.lefts, other.lefts) for row, other in zip(plan.rows, plain.rows)]
    for number, shift in enumerate(shifts):
        assert shift[0] == shift[-1] == 0
        assert (np.sign(shift[1:-1]) == (-1) ** number).all()
        assert np.abs(shift).max() <= (1100 - 256) / 4 / 4


def moved_inwards(lines: np.ndarray, start: int, limit: int) -> int:
    """Return the start of a window moved off the empty lines at one of its ends; unchanged if both ends are empty."""
    if lines[0].any() == lines[-1].any():
        return start
    empty = 0
    if lines[-1].any():
        while not lines[empty].any():
            empty += 1
        return min(start + empty, limit - len(lines))
    while not lines[-1 - empty].any():
        empty += 1
    return max(start - empty, 0)


def upstream_by_its_rules(data: np.ndarray, size: int, overlap: int) -> set[tuple[int, int]]:
    """Place patches by the rules of CloudS2Mask, patch by patch and line by line."""
    height, width = data.shape
    stride = size - overlap
    placed = set()
    for row, top in enumerate(range(0, height, stride)):
        lefts = list(range(0, width, stride))
        if row % 2:
            lefts = [max(left - stride // 2, 0) for left in lefts]
            if lefts[-1] + size < width:
                lefts.append(width - size)
        for left in lefts:
            y, x = min(top, height - size), min(left, width - size)
            window = data[y : y + size, x : x + size]
            if window.any():
                placed.add((moved_inwards(window, y, height), moved_inwards(window.T, x, width)))
    return placed


@pytest.mark.parametrize("seed", range(40))
def test_upstream_placement_is_that_of_clouds2mask(seed):
    """With `upstream` placement every patch lies where CloudS2Mask puts it."""
    data, size, overlap = random_scene(seed)
    plan = placed_on(data, PatchRule(size, overlap, 32, "upstream"))
    assert set(corners(plan)) == upstream_by_its_rules(data, size, overlap)


def test_upstream_gains_nothing_on_a_full_tile():
    """On a full tile CloudS2Mask's placement saves no patch."""
    counts = [placed_on(np.ones((5490, 5490), np.bool_), PatchRule(512, 32, 32, p)).count for p in PLACEMENTS]
    assert counts[0] == counts[1] == 12 * 12
    assert counts[2] >= counts[1]


@pytest.mark.parametrize("placement", PLACEMENTS)
def test_no_data_means_no_patches(placement):
    """A scene without data needs no network."""
    data = DataCells(np.zeros((100, 100), np.bool_), 1.0)
    assert placed_on(data, PatchRule(64, 16, 32, placement)).rows == ()


@pytest.mark.parametrize("placement", PLACEMENTS)
@pytest.mark.parametrize(
    ("shape", "patch"), [((100, 200), (128, 224)), ((31, 33), (32, 64)), ((1, 1), (32, 32)), ((900, 40), (512, 64))]
)
def test_a_small_scene_shrinks_the_patch(placement, shape, patch):
    """A scene smaller than a patch gets the next smaller allowed size that holds it."""
    plan = placed_on(np.ones(shape, np.bool_), PatchRule(512, 32, 32, placement))
    assert (plan.height, plan.width) == patch
    assert times_covered(plan, shape).all()


@pytest.mark.parametrize(("size", "multiple", "edge"), [(500, 32, 512), (512, 32, 512), (100, 1, 100), (65, 64, 128)])
def test_patch_sizes_are_allowed_ones(size, multiple, edge):
    """A patch size that the network does not support is raised to the next one that it does."""
    data = DataCells(np.ones((1000, 1000), np.bool_), 1.0)
    assert placed_on(data, PatchRule(size, 32, multiple)).height == edge


@pytest.mark.parametrize(
    ("edge", "overlap", "shape"),
    [
        (5490, 26, (576, 448)),
        (5490, 32, (640, 384)),
        (10980, 32, (512, 512)),
        (5490, 256, (512, 512)),
        (300, 32, (320, 320)),
        (1, 32, (32, 32)),
    ],
)
def test_a_fitted_patch_covers_a_tile_with_the_fewest_pixels(edge, overlap, shape):
    """On a tile at 20 m 10 x 13 patches of 576 x 448 px do; no side is below two overlaps."""
    assert PatchRule(512, overlap, 32, fitted=True).shape_on((edge, edge)) == shape


@pytest.mark.parametrize("seed", range(60))
def test_fitted_patches_cover_all_data_with_no_more_pixels(seed):
    """On any scene they have the overlap and at most the square's area, and never cover a full one with more pixels."""
    data, size, overlap = random_scene(seed)
    full = np.ones_like(data)
    fitted, square = PatchRule(size, overlap, 32, fitted=True), PatchRule(size, overlap, 32)
    plan = placed_on(data, fitted)
    assert times_covered(plan, data.shape)[data].all()
    assert plan.height * plan.width <= size**2
    assert plan.overlap == overlap
    on_full = [placed_on(full, rule) for rule in (fitted, square)]
    pixels = [one.count * one.height * one.width for one in on_full]
    assert pixels[0] <= pixels[1]


def test_a_scene_with_a_gap_has_no_patches_in_it():
    """Lines without data between two parts of a scene cost nothing."""
    data = np.zeros((900, 300), np.bool_)
    data[:150] = data[750:] = True
    plan = placed_on(data, PatchRule(128, 16, 32))
    assert times_covered(plan, data.shape)[data].all()
    assert not any(row.top >= 150 and row.top + 128 <= 750 for row in plan.rows)


@pytest.mark.parametrize("seed", range(30))
def test_strips_cover_what_holds_data_once(seed):
    """A model that needs no neighbours reads every line with data once, in strips no wider than the data."""
    data, _, _ = random_scene(seed)
    height, width = data.shape
    plan = plan_strips(coarse(data, 7), (slice(0, height), slice(0, width)))
    assert bool(plan.rows) == data.any()
    if not plan.rows:
        return
    covered = times_covered(plan, data.shape)
    assert covered.max() == 1
    assert (covered[data] == 1).all()
    assert plan.height <= STRIP_LINES
    assert plan.overlap == 0
    left, right = plan.columns
    used = np.flatnonzero(data.any(axis=0))
    assert used[0] - 7 < left <= used[0] < used[-1] < right <= min(width, used[-1] + 8)


def test_strips_stay_near_an_area():
    """Only the bounding box of an area is read, and no strip if it holds no data."""
    data = DataCells(swath(600, 500, 0, 0.5, left=True), 1.0)
    plan = plan_strips(data, (slice(100, 300), slice(180, 400)))
    assert plan.columns == (180, 250)
    assert [row.top for row in plan.rows] == [100, 150, 200, 250]
    assert plan.height == 50
    assert plan_strips(data, (slice(100, 300), slice(300, 400))).rows == ()
    assert plan_strips(DataCells(np.zeros((9, 9), np.bool_), 8.0), (slice(0, 72), slice(0, 72))).rows == ()
