"""The rows of a season: values, order, footprint, and the CSV file."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import numpy as np
import pytest
from rasterio.warp import transform

from ....core.classes import CLASSES
from ....core.raster.grid import Grid, utm_wkt
from ....core.season.table import COLUMNS, SceneSummary, footprint, in_order, season_csv, surfaces_of
from ...season import UTM33, cloudy, failed, kept, masked


def test_a_row_has_the_shares_and_details_of_a_scene(tmp_path):
    """Shares are in percent of the pixels with data, `valid` is in percent of the whole mask."""
    mask = np.array([[0, 0, 0, 1], [2, 3, 255, 255]])
    row = SceneSummary.of(masked(tmp_path, 2, mask))
    shares = (row.clear, row.thick_cloud, row.thin_cloud, row.shadow, row.cloud, row.valid)
    assert shares == pytest.approx((50, 100 / 6, 100 / 6, 100 / 6, 200 / 6, 75))
    assert (row.day, row.tile, row.satellite, row.resolution) == ("2024-04-05", "T33UUU", "S2A", 20)
    assert row.error is None


def test_a_scene_without_data_has_no_shares(tmp_path):
    """Without data, the clear share is empty, neither 0 nor 100."""
    row = SceneSummary.of(masked(tmp_path, 0, np.full((2, 2), 255)))
    assert (row.clear, row.cloud, row.shadow, row.valid) == (None, None, None, 0)


def test_a_share_that_the_model_cannot_find_is_no_zero(tmp_path):
    """People read '-' where the model has no such class; files keep the share of its value in the mask."""
    outcome = masked(tmp_path, 0, cloudy(20))
    row = SceneSummary.of(outcome)
    assert (row.shown("shadow"), row.shown("clear"), row.shown("day")) == (0, 80, "2024-04-03")
    row = replace(row, classes=("clear", "thick_cloud"))
    assert (row.shown("shadow"), row.shown("thin_cloud"), row.shown("clear")) == (None, None, 80)
    assert row.values["shadow"] == 0
    assert "classes" not in COLUMNS


GROUND = ("clear", "thick_cloud", "shadow", "snow", "water")


def test_snow_and_water_are_columns_after_all_others(tmp_path):
    """Scripts that read columns by number keep working; masks that do not tell snow and water have empty cells."""
    mask = np.array([[0, 4, 5, 5], [0, 1, 3, 255]])
    outcomes = [masked(tmp_path, 0, mask, classes=GROUND), masked(tmp_path, 5, cloudy(10))]
    rows = [SceneSummary.of(outcome) for outcome in outcomes]
    known = {name: rows[0].values[name] for name in ("clear", "cloud", "shadow", "snow", "water")}
    assert known == pytest.approx({k: 100 * n / 7 for k, n in zip(known, (5, 1, 1, 1, 2))})
    assert list(COLUMNS)[-3:] == ["error", "snow", "water"]
    assert (rows[1].values["snow"], rows[1].shown("water")) == (None, None)
    assert [rows[0].share(c) for c in CLASSES] == pytest.approx([100 * n / 7 for n in (2, 1, 0, 1, 1, 2)])
    assert [c.key for c in surfaces_of(rows)] == ["snow", "water"]
    assert surfaces_of(rows[1:]) == []
    first, second = csv.DictReader(io.StringIO(season_csv(outcomes)))
    assert list(first)[-3:] == ["snow", "water", "WKT"]
    assert (first["snow"], first["water"], second["water"]) == ("14.2857", "28.5714", "")


def test_rows_are_in_the_order_of_time_and_failures_come_last(tmp_path):
    """The season reads from spring to autumn, independent of the order of the run."""
    outcomes = [failed(), masked(tmp_path, 5, cloudy(10)), masked(tmp_path, 0, cloudy(20), "T33UVU")]
    outcomes.append(masked(tmp_path, 0, cloudy(30), "T33UUU"))
    rows = [SceneSummary.of(outcome) for outcome in in_order(outcomes)]
    assert [(row.day, row.tile) for row in rows] == [
        ("2024-04-03", "T33UUU"),
        ("2024-04-03", "T33UVU"),
        ("2024-04-08", "T33UUU"),
        ("", None),
    ]


def test_a_product_without_a_new_mask_has_its_date_and_tile(tmp_path):
    """A mask that was not replaced is in its place in time; of a broken product the name tells the date."""
    broken = failed("S2B_MSIL2A_20240405T101559_N0510_R065_T33UVU_20240405T140000.SAFE")
    outcomes = [failed(), masked(tmp_path, 5, cloudy(10)), kept(masked(tmp_path, 0, cloudy(20))), broken]
    rows = [SceneSummary.of(outcome) for outcome in in_order(outcomes)]
    assert [(row.day, row.tile, row.level, row.satellite) for row in rows] == [
        ("2024-04-03", "T33UUU", "L1C", "S2A"),
        ("2024-04-05", "T33UVU", "L2A", "S2B"),
        ("2024-04-08", "T33UUU", "L1C", "S2A"),
        ("", None, None, None),
    ]
    first, *_others = csv.DictReader(io.StringIO(season_csv(outcomes)))
    assert (first["product"], first["tile"], first["clear"], first["mask"]) == (
        "S2A_MSIL1C_20240403T102101_N0510_R065_T33UUU",
        "T33UUU",
        "",
        "",
    )
    assert first["error"].startswith("A mask with other settings (buffer) exists: ")
    assert rows[1].product == broken.path.name


def test_the_footprint_is_the_extent_of_the_mask(tmp_path):
    """The polygon in degrees has the corners of the mask, and its edges follow the mask's."""
    outcome = masked(tmp_path, 0, np.zeros((5490, 5490)))
    ring = [tuple(map(float, pair.split())) for pair in re.findall(r"[-\d.]+ [-\d.]+", footprint(outcome) or "")]
    assert ring[0] == ring[-1]
    eastings, northings = transform("EPSG:4326", UTM33, *zip(*ring))
    assert min(eastings) == pytest.approx(300000, abs=0.2)
    assert max(northings) == pytest.approx(5900040, abs=0.2)
    assert max(eastings) - min(eastings) == pytest.approx(109800, abs=0.4)
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        (x,), (y,) = transform("EPSG:4326", UTM33, [(x1 + x2) / 2], [(y1 + y2) / 2])
        to_the_edges = [x - 300000, x - 409800, y - 5900040, y - 5790240]
        assert min(map(abs, to_the_edges)) < 10
    assert footprint(failed()) is None


def test_the_csv_file_opens_as_a_table_with_polygons(tmp_path):
    """My export has a column for each field, empty cells for no value, and polygons for the map."""
    outcomes = [masked(tmp_path, 0, cloudy(25)), failed()]
    first, last = csv.DictReader(io.StringIO(season_csv(outcomes)))
    assert list(first) == [*COLUMNS, "WKT"]
    assert (first["clear"], first["cloud"], first["sensing_time"]) == ("75.0000", "25.0000", "2024-04-03T10:21:01Z")
    assert first["WKT"].startswith("POLYGON ((12.")
    assert (last["clear"], last["WKT"]) == ("", "")
    assert "damaged" in last["error"]


def test_every_column_has_a_type_for_tables():
    """The types of the columns follow from the fields of a row."""
    assert COLUMNS["product"] == "string"
    assert COLUMNS["resolution"] == "integer"
    assert COLUMNS["valid"] == "double"
    assert COLUMNS["sensing_time"] == "datetime"


def test_a_footprint_is_cut_along_the_antimeridian(tmp_path):
    """A tile that crosses it has two parts, on both sides of the map, and not one around the world."""
    grid = Grid(utm_wkt(32701), 166000, 8209800, 20, 5490, 5490)
    outcome = masked(tmp_path, 0, np.zeros((4, 4)))
    assert outcome.result
    outcome = replace(outcome, result=replace(outcome.result, grid=grid))
    parts = re.findall(r"\(\(([^()]+)\)\)", footprint(outcome) or "")
    west, east = ([tuple(map(float, pair.split())) for pair in part.split(", ")] for part in parts)
    assert (footprint(outcome) or "").startswith("MULTIPOLYGON (((")
    assert all(ring[0] == ring[-1] for ring in (west, east))
    assert max(x for x, _ in west) == 180
    assert min(x for x, _ in west) == pytest.approx(179.86, abs=0.02)
    assert min(x for x, _ in east) == -180
    assert max(x for x, _ in east) == pytest.approx(-179.11, abs=0.02)
