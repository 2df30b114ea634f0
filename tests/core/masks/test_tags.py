"""Tags of mask files: what is written is what is read."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from ....core.masks.tags import (
    acquisition_of,
    acquisition_tags,
    prefixed,
    share_tags,
    shares_of,
    unprefixed,
    valid_percent_of,
)
from ....core.product.acquisition import Acquisition

TIME = datetime(2017, 2, 16, 10, 21, 1, 26000, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    "acquisition",
    [
        Acquisition("S2A_MSIL1C_X", "L1C", "05.10", "S2A", "T33UUU", TIME),
        Acquisition("my drone", "L2A"),
    ],
)
def test_an_acquisition_is_read_as_it_was_written(acquisition):
    """A mask tells its product, level, baseline, satellite, tile and time to the millisecond."""
    assert acquisition_of(acquisition_tags(acquisition)) == acquisition


def test_an_unknown_time_has_no_tag():
    """Of a raster without a time, the mask claims none."""
    assert "SENSING_TIME" not in acquisition_tags(Acquisition("my drone", "L2A"))


def test_other_tags_of_a_file_are_not_the_masks():
    """GDAL and other programs write tags as well."""
    tags = {"MODEL": "tiny"}
    assert unprefixed({"AREA_OR_POINT": "Area", **prefixed(tags)}) == tags


@pytest.mark.parametrize("shares", [{"clear": 75.0, "thick_cloud": 12.5, "thin_cloud": 0.0, "shadow": 12.5}, None])
def test_shares_are_read_as_they_were_written(shares):
    """A mask without a valid pixel has no shares, but says how much of it holds data."""
    tags = share_tags(shares, 0.25)
    assert (shares_of(tags), valid_percent_of(tags)) == (shares, 0.25)


def test_masks_of_an_older_version_do_not_say_how_much_is_valid():
    """Their season is read nevertheless."""
    assert valid_percent_of({"CLEAR_PERCENT": "100.000000"}) is None
