"""Clouds are projected piece by piece, without gaps."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.angles.view import Angles
from ....core.fmask.objects import label
from ....core.fmask.projection import Clouds, Drift


def slanting(view: tuple[float, float]) -> Angles:
    """Return a sun at 45 degrees in the north, and a view whose zenith changes from one side to the other."""
    nodes = np.zeros((2, 2), np.float32)
    return Angles(nodes + 45, nodes, nodes + np.array(view, np.float32), nodes + 90, spacing=(700, 700))


def clouds_of(mask: np.ndarray) -> Clouds:
    """Return the clouds of a mask."""
    return Clouds.of(mask, *label(mask))


@pytest.mark.parametrize("view", [(0, 12), (12, 0)])
@pytest.mark.parametrize("height", [1000, 3700, 9000])
def test_a_large_cloud_has_a_shadow_without_gaps(view, height):
    """Though the view changes along a cloud, by up to 95 pixels, its shadow is as solid as the cloud."""
    cloud = np.zeros((900, 900), np.bool_)
    cloud[30:330, 150:620] = True
    shadow = np.zeros_like(cloud)
    clouds_of(cloud).project(np.array([height], np.float32), Drift(slanting(view), 20), shadow)
    lines, columns = np.flatnonzero(shadow.any(axis=1)), np.flatnonzero(shadow.any(axis=0))
    assert len(lines) == 300
    assert lines[0] == 30 + height // 20
    assert shadow[lines[0] : lines[-1] + 1, columns[0] : columns[-1] + 1].all()
    stretch = height / 20 * (np.tan(np.radians(view[1])) - np.tan(np.radians(view[0]))) * 470 / 700
    assert len(columns) == pytest.approx(470 + stretch, abs=3)


def test_only_clouds_of_known_height_cast_shadows():
    """A cloud without a height has no shadow; parts beyond the scene are left out."""
    cloud = np.zeros((100, 100), np.bool_)
    cloud[10:15, 10:20] = cloud[10:15, 40:50] = cloud[80:90, 95:] = True
    shadow = np.zeros_like(cloud)
    clouds_of(cloud).project(np.array([200, np.nan, 200], np.float32), Drift(slanting((0, 0)), 20), shadow)
    expected = np.zeros_like(cloud)
    expected[20:25, 10:20] = expected[90:100, 95:] = True
    assert np.array_equal(shadow, expected)


def test_pixels_are_taken_evenly():
    """All pixels of a small cloud are taken, and of a large one as many as asked, in all its parts."""
    cloud = np.zeros((60, 60), np.bool_)
    cloud[2, 3:6] = cloud[10:50, 10:50] = True
    clouds = clouds_of(cloud)
    assert clouds.areas.tolist() == [3, 1600]
    assert clouds.widths.tolist() == [1, 40]
    lines, columns = clouds.samples(np.array([1, 0]), np.array([100, 3]))
    assert cloud[lines, columns].all()
    assert list(zip(lines, columns))[-3:] == [(2, 3), (2, 4), (2, 5)]
    quarters = np.histogram2d(lines[:100], columns[:100], bins=2, range=[(10, 50), (10, 50)])[0]
    assert (abs(quarters - 25) <= 5).all()
