"""Percentiles of values that come in parts."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.fmask.statistics import Histogram, packed


@pytest.mark.parametrize("kind", [np.int16, np.uint16])
@pytest.mark.parametrize("percent", [0, 2, 17.5, 50, 82.5, 100])
def test_a_percentile_is_that_of_all_values_however_they_come(kind, percent):
    """Parts of any size give the value that NumPy finds in all of them at once."""
    limits = np.iinfo(kind)
    values = np.random.default_rng(3).integers(limits.min, limits.max, 5001, endpoint=True).astype(kind)
    histogram = Histogram()
    for part in np.split(values, [0, 10, 2500]):
        histogram.add(part)
    assert histogram.total == 5001
    assert histogram.percentile(percent) == np.percentile(values, percent, method="inverted_cdf")


def test_nothing_has_no_percentile():
    """A scene without a clear pixel has no statistics."""
    assert Histogram().percentile(50) is None


def test_values_are_rounded_and_cut():
    """Values that 16 bits cannot hold become the nearest ones that they can."""
    values = np.array([-0.5, -0.00004, 0.00006, 3.2767, 9], np.float32)
    assert packed(values, np.int16).tolist() == [-5000, 0, 1, 32767, 32767]
    assert packed(values, np.uint16).tolist() == [0, 0, 1, 32767, 65535]
