"""Shadows lie where the sun and the height of a cloud put them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from ....core.angles.view import Angles
from ....core.errors import CancelledError
from ....core.fmask import shadow as shadows
from ....core.fmask.minima import filled
from ....core.fmask.projection import Clouds, Drift
from ....core.fmask.shadow import cast, potential

OVERHEAD = 0.0


def angles(sun: tuple[float, float], view: tuple[float, float] = (OVERHEAD, 0)) -> Angles:
    """Return (zenith, azimuth) of the sun and the view that are the same everywhere."""
    sun_zenith, sun_azimuth, view_zenith, view_azimuth = (np.full((1, 1), one, np.float32) for one in (*sun, *view))
    return Angles(sun_zenith, sun_azimuth, view_zenith, view_azimuth)


def box(line: int, column: int, lines: int, columns: int, shape: tuple[int, int] = (260, 280)) -> np.ndarray:
    """Return a mask with one box, as far as it lies in the scene."""
    mask = np.zeros(shape, np.bool_)
    mask[max(line, 0) : max(line + lines, 0), max(column, 0) : max(column + columns, 0)] = True
    return mask


NOWHERE = box(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("azimuth", "down", "across"),
    [
        (0, 50, 0),
        (45, 35, -35),
        (90, 0, -50),
        (135, -35, -35),
        (180, -50, 0),
        (225, -35, 35),
        (270, 0, 50),
        (315, 35, 35),
    ],
)
def test_a_shadow_falls_away_from_the_sun(azimuth, down, across):
    """A cloud of 1000 m under a sun at 45 degrees has its shadow 1000 m away: 50 pixels of 20 m."""
    cloud, ground = box(120, 130, 12, 17), box(120 + down, 130 + across, 12, 17)
    assert np.array_equal(cast(cloud, ground, NOWHERE, Drift(angles((45, azimuth)), 20)), ground)


@pytest.mark.parametrize(
    ("azimuth", "down", "across"),
    [(0, 42, 0), (90, 50, 8), (180, 58, 0), (270, 50, -8)],
)
def test_the_view_displaces_clouds(azimuth, down, across):
    """Seen at 9.09 degrees, a cloud of 1000 m appears 8 pixels of 20 m beyond its place, away from the satellite."""
    zenith = math.degrees(math.atan(0.16))
    cloud, ground = box(120, 130, 12, 17), box(120 + down, 130 + across, 12, 17)
    shadow = cast(cloud, ground, NOWHERE, Drift(angles((45, 0), (zenith, azimuth)), 20))
    assert np.array_equal(shadow, ground)


@pytest.mark.parametrize("pixel_size", [10, 20, 60, 250])
@pytest.mark.parametrize("height", [400, 1800, 6000, 11800])
def test_clouds_of_all_heights_and_resolutions(pixel_size, height):
    """A shadow is found from low stratus to cirrus, to the pixel, at any pixel size."""
    sun = 30
    down = math.floor(height * math.tan(math.radians(sun)) / pixel_size + 0.5)
    shape = (40 + down + 40, 60)
    cloud, ground = box(20, 20, 9, 14, shape), box(20 + down, 20, 9, 14, shape)
    shadow = cast(cloud, ground & ~cloud, np.zeros(shape, np.bool_), Drift(angles((sun, 0)), pixel_size))
    assert np.array_equal(shadow, ground & ~cloud)


def test_a_low_sun_casts_long_shadows():
    """Under a sun at 82 degrees, a cloud of 500 m has its shadow 178 pixels away."""
    down = math.floor(500 * math.tan(math.radians(82)) / 20 + 0.5)
    cloud, ground = box(20, 130, 12, 17), box(20 + down, 130, 12, 17)
    assert down == 178
    assert np.array_equal(cast(cloud, ground, NOWHERE, Drift(angles((82, 0)), 20)), ground)


def test_a_low_cloud_hides_a_part_of_its_shadow():
    """Of a shadow that begins below its cloud the visible part is found in full, also if its end has bright spots."""
    cloud, visible = box(100, 100, 40, 40), box(140, 100, 15, 40)
    ground = visible & ~box(153, 110, 2, 6)
    assert np.array_equal(cast(cloud, ground, NOWHERE, Drift(angles((45, 0)), 20)), visible)


def test_a_large_cloud_is_compared_by_some_of_its_pixels():
    """A ragged cloud of 30,000 pixels, of which a few thousand are compared, has its shadow to the pixel."""
    line, column = np.indices((900, 700))
    radius = 100 + 12 * np.sin(9 * np.arctan2(line - 150, column - 350))
    cloud = np.hypot(line - 150, column - 350) < radius
    ground = np.roll(cloud, 317, axis=0)
    shadow = cast(cloud, ground, np.zeros_like(cloud), Drift(angles((45, 0)), 20))
    assert (shadow & ground).sum() > 0.98 * (shadow | ground).sum()


def test_clouds_have_heights_of_their_own():
    """A low and a high cloud side by side each have their shadow, though the other's lies in their way."""
    low, high = box(40, 60, 10, 12), box(40, 90, 14, 11)
    ground = box(70, 60, 10, 12) | box(160, 90, 14, 11)
    assert np.array_equal(cast(low | high, ground, NOWHERE, Drift(angles((45, 0)), 20)), ground)


def test_other_clouds_do_not_attract_shadows():
    """A shadow of which four fifths lie on dark ground is not moved onto a cloud behind it, which hides all of it."""
    cloud, behind = box(40, 60, 10, 10), box(120, 30, 60, 80)
    ground = box(70, 60, 10, 8)
    shadow = cast(cloud | behind, ground, NOWHERE, Drift(angles((45, 0)), 20))
    assert np.array_equal(shadow[:120], box(70, 60, 10, 10)[:120])


def test_bright_ground_has_no_shadow():
    """A cloud of whose shadow less than 0.3 would lie on dark ground, at any height, has none."""
    shape = (600, 280)
    cloud = box(20, 130, 10, 10, shape)
    nowhere = np.zeros(shape, np.bool_)
    assert not cast(cloud, nowhere, nowhere, Drift(angles((30, 0)), 20))[:360].any()
    dark = box(100, 130, 10, 3, shape)
    assert cast(cloud, dark, nowhere, Drift(angles((30, 0)), 20))[100:110, 130:140].all()
    assert not cast(cloud, box(100, 130, 10, 2, shape), nowhere, Drift(angles((30, 0)), 20))[:360].any()


def test_a_shadow_that_leaves_the_scene_is_cut():
    """Of a shadow across the scene's edge the part in the scene is found; one beyond the edge leaves no trace."""
    cloud = box(200, 100, 20, 20)
    assert np.array_equal(
        cast(cloud, box(245, 100, 15, 20), NOWHERE, Drift(angles((45, 0)), 20)), box(245, 100, 15, 20)
    )
    corner = box(245, 265, 15, 15)
    assert not cast(corner, NOWHERE, NOWHERE, Drift(angles((45, 315)), 20)).any()


def test_a_cloud_at_the_edge_has_its_shadow():
    """Objects cut by the scene's edge are like others."""
    cloud, ground = box(-5, 100, 20, 20), box(50, 100, 15, 20)
    assert np.array_equal(cast(cloud, ground, NOWHERE, Drift(angles((45, 0)), 20)), ground)


def test_nodata_is_no_shadow():
    """Shadows do not cover what lies outside the swath."""
    cloud, ground, nodata = box(40, 60, 20, 20), box(100, 60, 20, 20), box(112, 0, 148, 280)
    shadow = cast(cloud, ground & ~nodata, nodata, Drift(angles((45, 0)), 20))
    assert np.array_equal(shadow, box(100, 60, 12, 20))


@pytest.mark.parametrize("sun", [(45, 120), (OVERHEAD, 0), (89.5, 30), (95, 30)])
@pytest.mark.parametrize("view", [(OVERHEAD, 0), (10, 290)])
def test_scenes_without_ground_have_no_shadow(sun, view):
    """A scene that is all cloud, or without a cloud, or all nodata, has no shadow, wherever the sun is."""
    full = np.ones((50, 60), np.bool_)
    for cloud, dark, nodata in ((full, ~full, ~full), (~full, full, ~full), (~full, ~full, full), (full, full, full)):
        assert not cast(cloud, dark, nodata, Drift(angles(sun, view), 20)).any()


def test_the_search_stops_after_the_batch_in_which_it_is_cancelled(monkeypatch):
    """A sky of a thousand small clouds is many batches, and Cancel does not wait for all of them."""
    lines, columns = np.indices((260, 280))
    cloud = (lines % 8 < 4) & (columns % 8 < 4)
    monkeypatch.setattr(shadows, "_BATCH", 1000)
    searched: list[int] = []
    finished: list[int] = []
    heights = shadows._heights

    def counted(clouds: Clouds, some: np.ndarray, *rest: Any) -> np.ndarray:
        searched.append(len(some))
        return heights(clouds, some, *rest)

    monkeypatch.setattr(shadows, "_heights", counted)
    drift = Drift(angles((45, 120)), 20)
    cast(cloud, ~cloud, NOWHERE, drift, lambda: finished.append(len(searched)))
    assert len(finished) == len(searched) > 5
    assert sum(searched) == 33 * 35

    def cancel() -> None:
        if len(searched) == 2:
            raise CancelledError("Cancelled.")

    searched.clear()
    with pytest.raises(CancelledError):
        cast(cloud, ~cloud, NOWHERE, drift, cancel)
    assert len(searched) == 2


def test_an_overhead_sun_hides_all_shadows():
    """Seen from where the sun stands, every shadow lies below its cloud."""
    cloud = box(100, 100, 10, 10)
    assert not cast(cloud, ~cloud, NOWHERE, Drift(angles((OVERHEAD, 0)), 20)).any()
    assert not cast(cloud, ~cloud, NOWHERE, Drift(angles((9, 40), (9, 40)), 20)).any()


def test_shadows_of_real_clouds_lie_where_people_see_them(labelled_cumulus):
    """Real shadows and those found have six tenths in common, though of the sun only its side is known."""
    reflectance, truth = labelled_cumulus
    nir, swir = (np.clip(np.rint(reflectance[..., band] * 10_000), 1, 65_535).astype(np.uint16) for band in (3, 4))
    clear = truth == 0
    dark = potential(nir, swir, np.percentile(nir[clear], 17.5), np.percentile(swir[clear], 17.5), 20)
    assert dark[truth == 3].mean() > 0.9
    assert dark[clear].mean() < 0.1
    shadow = cast(truth == 1, dark, np.zeros_like(dark), Drift(angles((45, 155)), 20))
    assert (shadow & (truth == 3)).sum() > 0.6 * (shadow | (truth == 3)).sum()


def spots(depths: dict[tuple[int, int], tuple[int, int]], shape: tuple[int, int] = (30, 30)):
    """Return counts of B08 and B11, 3000 and 2500, with spots of 6 x 6 pixels that are darker by so many counts."""
    nir, swir = np.full(shape, 3000, np.uint16), np.full(shape, 2500, np.uint16)
    for (line, column), (in_nir, in_swir) in depths.items():
        part = slice(line, line + 6), slice(column, column + 6)
        nir[part] -= np.uint16(in_nir)
        swir[part] -= np.uint16(in_swir)
    return nir, swir


def spot(*places: tuple[int, int], shape: tuple[int, int] = (30, 30)) -> np.ndarray:
    """Return a mask with spots of 6 x 6 pixels."""
    mask = np.zeros(shape, np.bool_)
    for line, column in places:
        mask[line : line + 6, column : column + 6] = True
    return mask


@pytest.mark.parametrize("pixel_size", [10, 20, 30, 60])
def test_a_shadow_is_darker_in_both_bands(pixel_size):
    """A spot that is darker than its surroundings by more than 200 counts in both bands may be a shadow."""
    nir, swir = spots({(6, 6): (201, 201), (6, 18): (200, 900), (18, 6): (900, 200), (18, 18): (2000, 900)})
    assert np.array_equal(potential(nir, swir, 100, 100, pixel_size), spot((6, 6), (18, 18)))


def test_what_drains_to_the_border_is_no_shadow():
    """A spot at the scene's edge may go on beyond it: it has to be darker than the border's level by 200 counts."""
    nir, swir = spots({(0, 6): (1000, 1000), (18, 24): (1000, 1000)})
    assert not potential(nir, swir, 2000, 1500, 20).any()
    assert not potential(nir, swir, 2200, 1700, 20).any()
    assert np.array_equal(potential(nir, swir, 2201, 1701, 20), spot((0, 6), (18, 24)))


def test_nodata_drains_at_the_level_of_the_border():
    """Pixels without data are no shadow, and a spot beside them is one only if it is darker than the border."""
    nir, swir = spots({(12, 12): (1000, 1000)})
    nir[:15], swir[:15] = 0, 0
    assert not potential(nir, swir, 2000, 1500, 20).any()
    rest = spot((12, 12))
    rest[:15] = False
    assert np.array_equal(potential(nir, swir, 2201, 1701, 20), rest)


@pytest.mark.parametrize("shape", [(61, 83), (7, 5), (1, 1), (2, 90)])
def test_cells_of_60_m_find_no_more_than_pixels(shape):
    """The fill over cells of several pixels is never higher than that of single pixels, also where cells are cut."""
    rng = np.random.default_rng(5)
    nir, swir = (rng.integers(500, 5000, shape).astype(np.uint16) for _ in range(2))
    exact = (filled(nir, 1500) - nir.astype(int) > 200) & (filled(swir, 1200) - swir.astype(int) > 200)
    assert np.array_equal(potential(nir, swir, 1500, 1200, 60), exact)
    found = potential(nir, swir, 1500, 1200, 20)
    assert not (found & ~exact).any()
