"""Tags of mask files: what is written is what is read."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from ....core.masks.tags import acquisition_of, acquisition_tags
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
