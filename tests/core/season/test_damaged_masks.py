"""Masks that another program has damaged are left out of a season, or read without what is damaged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ....core.masks.tags import prefixed
from ....core.season.folder import masks_in
from ....core.season.report import write_report
from ....core.season.table import season_csv
from ...rasters import write_mask
from ...season import cloudy

TAGS = {
    "PRODUCT": "S2A_MSIL1C_20240403T102101_N0510_R065_T33UUU",
    "LEVEL": "L1C",
    "BASELINE": "05.10",
    "TILE": "T33UUU",
    "SENSING_TIME": "2024-04-03T10:21:01+00:00",
    "MODEL": "tiny",
    "RESOLUTION": "20",
    "OPTIONS": json.dumps({"area": None}),
    "CLEAR_PERCENT": "75",
    "THICK_CLOUD_PERCENT": "25",
    "THIN_CLOUD_PERCENT": "0",
    "SHADOW_PERCENT": "0",
}


def season_with(folder: Path, tags: dict[str, str], **options: Any) -> tuple[list[str], str]:
    """Write a mask with some tags replaced beside a whole one; return the tiles and the table of their season."""
    whole = {name: text.replace("T33UUU", "T33UVU") for name, text in TAGS.items()}
    for name, given, more in (("damaged", {**TAGS, **tags}, options), ("whole", whole, {})):
        write_mask(folder / f"{name}.tif", cloudy(25), tags=prefixed(given), **more)
    outcomes, _ = masks_in(folder, lambda _fraction: None)
    write_report(folder / "report.html", outcomes, lambda _fraction: None)
    tiles = [outcome.result.acquisition.tile for outcome in outcomes if outcome.result]
    return sorted(tiles), season_csv(outcomes)


def test_a_whole_season_has_both_tiles(tmp_path):
    """Without damage, both masks are in the table."""
    tiles, table = season_with(tmp_path, {})
    assert tiles == ["T33UUU", "T33UVU"]
    assert table.count("25.0000") == 4  # thick cloud and all cloud, of two masks


@pytest.mark.parametrize(
    "tags",
    [
        {"OPTIONS": "5"},
        {"OPTIONS": "null"},
        {"OPTIONS": "[" * 100_000 + "]" * 100_000},
        {"OPTIONS": json.dumps({"area": 5.5})},
        {"RESOLUTION": "nan"},
        {"RESOLUTION": "1e400"},
        {"SENSING_TIME": "yesterday"},
        {"SENSING_TIME": "0001-01-01T00:00:00+14:00"},
        {"CLEAR_PERCENT": "much"},
        {"CLEAR_PERCENT": "inf"},
    ],
    ids=str,
)
def test_a_mask_with_a_damaged_tag_is_left_out(tmp_path, tags):
    """The season is that of the other mask, and its report is written."""
    assert season_with(tmp_path, tags)[0] == ["T33UVU"]


@pytest.mark.parametrize(
    "options",
    [{"crs": None}, {"crs": 'LOCAL_CS["here",UNIT["metre",1]]'}, {"left": 1e30, "top": 1e30}, {"size": 1e300}],
    ids=["no CRS", "local", "far", "large"],
)
def test_a_mask_without_a_place_is_left_out(tmp_path, options):
    """A mask that lies nowhere on the Earth has no outline for the table."""
    assert season_with(tmp_path, {}, **options)[0] == ["T33UVU"]


def test_a_name_longer_than_files_may_have_is_read(tmp_path):
    """The product's name in the tags has no bearing on the name of the mask's file."""
    product = f"{TAGS['PRODUCT']}_{'x' * 5000}"
    tiles, table = season_with(tmp_path, {"PRODUCT": product})
    assert tiles == ["T33UUU", "T33UVU"]
    assert product in table


def test_a_time_without_a_zone_is_utc(tmp_path):
    """Scenes with and without a time zone in their tags can be put in order."""
    _, table = season_with(tmp_path, {"SENSING_TIME": "2024-04-03T10:21:01"})
    assert table.count("2024-04-03T10:21:01Z") == 2
