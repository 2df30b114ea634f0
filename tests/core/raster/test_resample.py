"""Resampling weights pixels by area or distance, and does not depend on how the lines are cut."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ....core.raster.resample import Axis, resample

RNG = np.random.default_rng(3)
FACTORS = [0.5, 0.75, 10 / 17, 1, 1.5, 1.7, 2, 2.5, 3, 4, 5 / 3, 6]


def weight_matrix(n_in: int, n_out: int, factor: float) -> np.ndarray:
    """Return (n_out, n_in) weights: bilinear between centres below a factor of 1, else by shared length."""
    weights = np.zeros((n_out, n_in))
    for i in range(n_out):
        if factor < 1:
            position = min(max((i + 0.5) * factor - 0.5, 0), n_in - 1)
            low = int(position)
            weights[i, low] = 1 - (position - low)
            weights[i, min(low + 1, n_in - 1)] += position - low
        else:
            for j in range(n_in):
                weights[i, j] = max(0.0, min(j + 1, (i + 1) * factor) - max(j, i * factor))
            weights[i] /= weights[i].sum()
    return weights


@pytest.mark.parametrize("factor", FACTORS)
@pytest.mark.parametrize("n_in", [37, 60])
def test_weights_are_those_of_shared_area(factor, n_in):
    """Each output pixel is the mean of the pixels under it, or is interpolated between the neighbouring centres."""
    n_out = math.ceil(round(n_in / factor, 3))
    values = RNG.normal(size=n_in)
    axis = Axis.between(n_in, n_out, factor)
    got = (values[axis.index] * axis.weight).sum(axis=1)
    np.testing.assert_allclose(got, weight_matrix(n_in, n_out, factor) @ values, atol=1e-6)


@pytest.mark.parametrize("factor", FACTORS)
def test_both_axes_are_weighed(factor):
    """Lines and columns are resampled alike."""
    image = RNG.normal(size=(3, 30, 42)).astype(np.float32)
    shape = [math.ceil(round(n / factor, 3)) for n in image.shape[1:]]
    axes = [Axis.between(n, m, factor) for n, m in zip(image.shape[1:], shape)]
    down, right = (weight_matrix(n, m, factor) for n, m in zip(image.shape[1:], shape))
    expected = down @ image @ right.T
    np.testing.assert_allclose(resample(image, *axes), expected, atol=1e-5)


@pytest.mark.parametrize("factor", FACTORS)
def test_a_piece_is_the_same_as_the_whole(factor):
    """Cutting the lines anywhere changes no value, to the last bit."""
    image = RNG.integers(0, 10000, (60, 40)).astype(np.int16)
    rows = Axis.between(60, math.ceil(round(60 / factor, 3)), factor)
    columns = Axis.between(40, math.ceil(round(40 / factor, 3)), factor)
    whole = resample(image, rows, columns)
    for start, stop in [(0, 1), (3, 9), (len(rows.index) - 4, len(rows.index))]:
        first, last = rows.inputs(start, stop)
        part = resample(image[first:last], rows.part(start, stop, origin=first), columns)
        assert np.array_equal(part, whole[start:stop])


def test_no_pixel_outside_its_own_is_read():
    """A block mean reads its block and nothing else; a copy reads one pixel."""
    assert Axis.between(60, 30, 2).inputs(3, 5) == (6, 10)
    copy = Axis.between(60, 60, 1)
    assert copy.copies
    assert copy.inputs(3, 5) == (3, 5)


@pytest.mark.parametrize("factor", FACTORS)
def test_a_uniform_image_stays_uniform(factor):
    """Resampling cannot darken an edge."""
    n_out = math.ceil(round(61 / factor, 3))
    axis = Axis.between(61, n_out, factor)
    np.testing.assert_allclose(resample(np.full((61, 61), 0.7, np.float32), axis, axis), 0.7, rtol=1e-6)
