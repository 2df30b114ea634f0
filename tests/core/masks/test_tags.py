"""Tags of mask files are read as they were written."""

from __future__ import annotations

from datetime import datetime, timezone

import numpy as np
import pytest

from ....core.language import message
from ....core.masks.tags import (
    acquisition_of,
    acquisition_tags,
    prefixed,
    share_tags,
    shares_of,
    unprefixed,
    valid_percent_of,
    warnings_of,
    warnings_tag,
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


PLAIN = {"clear": 75.0, "thick_cloud": 12.5, "thin_cloud": 0.0, "shadow": 12.5}


@pytest.mark.parametrize("shares", [PLAIN, {**PLAIN, "snow": 0.0, "water": 25.5}, {**PLAIN, "water": 1.0}, None])
def test_shares_are_read_as_they_were_written(shares):
    """A mask may have no shares, but it always records the percent of its pixels that hold data."""
    tags = share_tags(shares, 0.25)
    assert (shares_of(tags), valid_percent_of(tags)) == (shares, 0.25)


def test_a_mask_without_snow_and_water_has_no_share_of_them():
    """Not 0 %: its model calls them clear. A share that every mask has must not be missing."""
    tags = share_tags(PLAIN, 100)
    assert not {"SNOW_PERCENT", "WATER_PERCENT"} & set(tags)
    assert shares_of(tags) == PLAIN
    del tags["SHADOW_PERCENT"]
    with pytest.raises(KeyError):
        shares_of(tags)


def test_warnings_are_read_in_the_language_of_the_reader(another_language):
    """A mask made in one language tells its warnings in another; texts of other programs stay as they are."""
    tags = warnings_tag([message("{name} has no data: its whole mask is nodata.", name="<A & B>"), "driver {0} failed"])
    assert warnings_of(tags) == ("§§<A & B> has no data: its whole mask is nodata.", "driver {0} failed")
    assert warnings_tag([]) == {}


@pytest.mark.parametrize("value", [np.float32(1.6), np.uint8(2), np.float64(2), 2])
def test_numbers_of_warnings_are_read_as_numbers(value):
    """A warning with a number of NumPy is told to the next reader like one with a number of Python."""
    tags = warnings_tag([message("{name} holds {percent:.0f} %.", name="T", percent=value)])
    assert warnings_of(tags) == ("T holds 2 %.",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "7",
        "[7]",
        '"abc"',
        '{"a": "b"}',
        "[" * 100_000,
        '[{"template": "{a}", "values": {"b": 1}}]',
        '[{"values": {}}]',
        '[{"template": "{a:>3000000000}", "values": {"a": 1}}]',
        '[{"template": "{a:.3000000000f}", "values": {"a": 1}}]',
        '[{"template": "{a:{b}}", "values": {"a": 1, "b": ">3000000000"}}]',
        '[{"template": "{a.__class__}", "values": {"a": 1}}]',
        '[{"template": "{a:.0f}", "values": {"a": "1"}}]',
    ],
)
def test_damaged_warnings_are_none(text):
    """Another program may have changed the tag: the mask itself is fine, and so are the other warnings."""
    assert warnings_of({"WARNINGS": text}) == ()
    if text.startswith("[") and text.endswith("]"):
        assert warnings_of({"WARNINGS": f'["first", {text[1:-1]}, "last"]'}) == ("first", "last")


def test_masks_of_older_versions_lack_the_percent_with_data():
    """Their season is still read."""
    assert valid_percent_of({"CLEAR_PERCENT": "100.000000"}) is None
