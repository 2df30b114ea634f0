"""Masks of a cluster are those of one process, and each scene has one complete mask whatever dies."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ....core import batch_process_scenes, create_settings
from ....core.cluster.driver import mask_on_cluster
from ....core.errors import UnreadableBandError
from ....core.pipeline.batch import run_batch
from ..conftest import BACKGROUND, Recorder, read_mask


@pytest.fixture
def scenes(make_product) -> list[Path]:
    """Four products of random reflectance, of which the third has a truncated band."""
    rng = np.random.default_rng(7)
    products = []
    for letter in "ABCD":
        bands = BACKGROUND | {"B02": rng.uniform(0.05, 0.9, (240, 240)), "B11": rng.uniform(0.05, 0.5, (120, 120))}
        products.append(make_product(bands, tile=f"T33UU{letter}", metres=2400))
    band = next(products[2].rglob("*_B03.jp2"))
    band.write_bytes(band.read_bytes()[:-60])
    return products


def test_outcomes_of_a_cluster_are_those_of_one_process(clusters, scenes, tmp_path, caplog):
    """Two workers mask four scenes, one of them damaged: the same pixels, shares and errors, and one mask a scene."""
    cluster = clusters()
    cluster.add(2)
    options = create_settings(scenes, tmp_path / "cluster", quiet=True)
    listener = Recorder()
    with cluster.client() as client:
        found = dict(mask_on_cluster(options, client, listener))
        with caplog.at_level(logging.ERROR):
            paths = batch_process_scenes(options, client=client)
    expected = run_batch(replace(options, job=replace(options.job, folder=tmp_path / "plain")))
    assert [found[index].path for index in range(4)] == [plain.path for plain in expected]
    masks = []
    for index in (0, 1, 3):
        result, plain = found[index].result, expected[index].result
        assert result and plain
        assert (result.shares, result.grid) == (plain.shares, plain.grid)
        assert np.array_equal(read_mask(result.mask_path), read_mask(plain.mask_path))
        masks.append(result.mask_path)
    assert paths == masks
    assert isinstance(found[2].error, UnreadableBandError)
    assert str(found[2].error) == str(expected[2].error)
    assert "_B03.jp2" in caplog.text
    assert sorted(path.name for path in (tmp_path / "cluster").iterdir()) == sorted(
        path.name for path in (tmp_path / "plain").iterdir()
    )
    assert sorted(listener.done) == [0, 1, 2, 3]
    assert listener.fractions[-1] == 1
