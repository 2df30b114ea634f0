"""A run that finds a mask which a person has corrected: it returns the newest version."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio

from ....core.correction.version import MaskToCorrect
from ....core.masks.result import MaskResult
from ....core.masks.usable import ClearRule
from ....core.pipeline.batch import run_batch
from ....core.settings import MaskSettings, create_settings
from ...rasters import read_raster

FLAT = {"B02": 0.08, "B03": 0.09, "B04": 0.1, "B08": 0.3, "B11": 0.2, "B12": 0.15}


@pytest.fixture
def settings(make_product, tmp_path) -> MaskSettings:
    """The settings of a run of one product."""
    return create_settings(sent_safe_dirs=[make_product(FLAT)], output_dir=tmp_path / "masks", processing_res=20)


def run(settings: MaskSettings) -> MaskResult:
    """Return the mask of the only scene of a run."""
    (outcome,) = list(run_batch(settings))
    assert outcome.result is not None, outcome.error
    return outcome.result


def correct(mask: Path, lines: int) -> MaskResult:
    """Save a version with cloud in the first lines, as the newest file of its folder."""
    source = MaskToCorrect.read(mask)
    pixels = source.pixels.copy()
    pixels[:lines] = 1
    result = source.save(pixels)
    newest = max(path.stat().st_mtime for path in mask.parent.iterdir())
    os.utime(result.mask_path, (newest + 1, newest + 1))
    return result


def test_the_corrected_mask_is_reused(settings):
    """The same run returns the version with its own shares, its time, and the bands of the scene."""
    first = run(settings)
    version = correct(first.mask_path, 10)
    again = run(settings)
    assert (again.reused, again.mask_path, again.edited) == (True, version.mask_path, version.edited)
    assert again.shares == version.shares != first.shares
    assert again.vrt_path == first.vrt_path
    assert again.classes == first.classes


def test_the_newest_version_is_reused(settings):
    """A version of a version stands, also if the first one was removed."""
    first = run(settings)
    version = correct(first.mask_path, 10)
    newest = correct(version.mask_path, 20)
    assert run(settings).mask_path == newest.mask_path
    version.mask_path.unlink()
    assert run(settings).mask_path == newest.mask_path


def test_a_mask_that_was_made_again_is_newer_than_its_version(settings):
    """After 'Mask again', the same run returns the new mask."""
    first = run(settings)
    version = correct(first.mask_path, 10)
    fresh = run(replace(settings, overwrite=True))
    later = version.mask_path.stat().st_mtime + 1
    os.utime(fresh.mask_path, (later, later))
    again = run(settings)
    assert (again.mask_path, again.edited, again.reused) == (first.mask_path, None, True)


def test_a_version_of_other_settings_is_not_reused(settings):
    """A mask that was made again with a buffer does not have the version of the mask without one."""
    first = run(settings)
    correct(first.mask_path, 10)
    buffered = replace(settings, buffer_m=40)
    run(replace(buffered, overwrite=True))
    assert run(buffered).mask_path == first.mask_path


@pytest.mark.parametrize("tag", ["CLEAR_PERCENT", "EDITED_TIME"])
def test_a_damaged_version_is_not_reused(settings, tag):
    """A version whose shares or time another program has changed does not hide the mask."""
    first = run(settings)
    version = correct(first.mask_path, 10)
    with rasterio.open(version.mask_path, "r+", IGNORE_COG_LAYOUT_BREAK="YES") as dataset:
        dataset.update_tags(**{f"CLOUDS2MASK_{tag}": "much"})
    assert run(settings).mask_path == first.mask_path


def test_the_valid_mask_is_that_of_the_version(settings):
    """A valid mask that is asked for later follows the corrected pixels, and lies beside them."""
    first = run(settings)
    version = correct(first.mask_path, 10)
    again = run(replace(settings, valid_mask=ClearRule(("thick_cloud",))))
    assert again.valid_mask_path == version.mask_path.with_name(f"{version.mask_path.stem}_valid.tif")
    valid = read_raster(again.valid_mask_path)[0]
    corrected = read_raster(version.mask_path)[0]
    assert np.array_equal(valid[corrected != 255] == 1, corrected[corrected != 255] != 1)
    assert not valid[:10].any()
