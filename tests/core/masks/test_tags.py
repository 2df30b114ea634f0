"""Tags of mask files are read as they were written."""

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
    """A mask records its product, level, baseline, satellite, tile and time to the millisecond."""
    assert acquisition_of(acquisition_tags(acquisition)) == acquisition


def test_an_unknown_time_has_no_tag():
    """The mask of a raster without a time has no time either."""
    assert "SENSING_TIME" not in acquisition_tags(Acquisition("my drone", "L2A"))


def test_other_tags_of_a_file_are_not_the_masks():
    """Tags of GDAL and other programs are ignored."""
    tags = {"MODEL": "tiny"}
    assert unprefixed({"AREA_OR_POINT": "Area", **prefixed(tags)}) == tags


@pytest.mark.parametrize("shares", [{"clear": 75.0, "thick_cloud": 12.5, "thin_cloud": 0.0, "shadow": 12.5}, None])
def test_shares_are_read_as_they_were_written(shares):
    """A mask may have no shares, but it always records the percent of its pixels that hold data."""
    tags = share_tags(shares, 0.25)
    assert (shares_of(tags), valid_percent_of(tags)) == (shares, 0.25)


def test_masks_of_older_versions_lack_the_percent_with_data():
    """Their season is still read."""
    assert valid_percent_of({"CLEAR_PERCENT": "100.000000"}) is None
