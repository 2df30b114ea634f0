"""Local deviation of a band against the plain computation window by window."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.fmask.snow import deviations


def plain(values: np.ndarray, has_data: np.ndarray, radius: int, line: int) -> np.ndarray:
    """Compute the deviations of one line, window by window."""
    found = []
    for column in range(values.shape[1]):
        window = tuple(slice(max(0, at - radius), at + radius + 1) for at in (line, column))
        inside = values[window][has_data[window]]
        found.append(inside.std() if inside.size else 0)
    return np.array(found)


@pytest.mark.parametrize("radius", [1, 4, 50])
def test_the_deviation_is_that_of_the_pixels_with_data_in_the_window(radius):
    """Windows are cut at the edges of the scene, and lines may be left out between those that are wanted."""
    rng = np.random.default_rng(5)
    values = rng.integers(0, 30000, (30, 20)).astype(np.uint16)
    has_data = rng.random(values.shape) > 0.3
    wanted = np.isin(np.arange(30), [0, 3, 4, 17, 29])
    found = dict(deviations(values, has_data, radius, wanted))
    assert list(found) == [0, 3, 4, 17, 29]
    for line, deviation in found.items():
        assert deviation == pytest.approx(plain(values, has_data, radius, line), abs=0.02)


def test_a_uniform_band_has_no_deviation():
    """The sums of a band without texture leave nothing but 0, also of bright pixels."""
    values = np.full((40, 40), 32767, np.uint16)
    for _, deviation in deviations(values, np.ones(values.shape, np.bool_), 15, np.ones(40, np.bool_)):
        assert deviation.max() < 0.01
