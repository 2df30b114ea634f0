"""The chart of a season: bars at their dates with their shares, legible for many dates."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date, datetime, timedelta, timezone
from typing import Any

import numpy as np
import pytest

from ....core.classes import CLASSES, COVERS, SNOW, SURFACES, WATER
from ....core.season.chart import SeasonChart, describe
from ....core.season.table import SceneSummary
from ...colours import EYES, lab

START = datetime(2024, 4, 3, tzinfo=timezone.utc)
SVG = "{http://www.w3.org/2000/svg}"


def scene(day: int, clear: float | None = 70.0, tile: str = "T33UUU", **fields) -> SceneSummary:
    """Return a scene with a clear share, and cloud and shadow in equal parts in the rest."""
    rest = None if clear is None else (100 - clear) / 2
    shares = {"clear": clear, "thick_cloud": rest, "thin_cloud": None if rest is None else 0.0, "shadow": rest}
    details: dict[str, Any] = (
        {"product": f"P{day}{tile}", "satellite": "S2A", "level": "L1C", "valid": 100.0} | shares | fields
    )
    return SceneSummary(tile=tile, sensing_time=START + timedelta(days=day), cloud=rest, **details)


def elements(chart: SeasonChart, kind: str, **options) -> list[ET.Element]:
    """Return the elements of a kind in the SVG, which is well-formed."""
    return ET.fromstring(chart.svg("#222222", **options)).findall(f".//{SVG}{kind}")


def fill(rect: ET.Element) -> tuple[int, int, int, float]:
    """Return red, green and blue, 0 to 255, and the opacity of a rectangle."""
    red, green, blue = (int(number) for number in re.findall(r"\d+", rect.get("fill", "")))
    return red, green, blue, float(rect.get("fill-opacity", ""))


def labels(chart: SeasonChart) -> list[str]:
    """Return all texts of the chart."""
    return [element.text or "" for element in elements(chart, "text")]


def test_a_bar_is_as_high_as_its_classes_share():
    """I read the clear share off the axis: half the height is 50 %."""
    chart = SeasonChart([scene(0, 50), scene(10, 90)], 700, 300)
    groups = elements(chart, "g")
    heights = [[float(rect.get("height", 0)) for rect in group.findall(f"{SVG}rect")] for group in groups]
    full = chart.bars[0].height
    assert [height / full for height in heights[0]] == pytest.approx([0.5, 0.25, 0.25], abs=0.001)
    assert [height / full for height in heights[1]] == pytest.approx([0.9, 0.05, 0.05], abs=0.001)
    lowest = groups[0].find(f"{SVG}rect")
    assert lowest is not None
    red, green, blue, _opacity = fill(lowest)
    assert green > max(red, blue), "clear is green"


def test_bars_are_at_their_dates():
    """A gap in the season is a gap in the chart."""
    chart = SeasonChart([scene(0), scene(5), scene(20)], 700, 300)
    middles = [bar.left + bar.width / 2 for bar in chart.bars]
    assert (middles[2] - middles[1]) == pytest.approx(3 * (middles[1] - middles[0]))
    assert 0 < middles[0] < middles[2] < 700


def test_each_tile_has_its_row():
    """Two tiles are not mixed; each has its name and the whole scale."""
    chart = SeasonChart([scene(0), scene(0, tile="T33UVU")], 700, 300)
    assert chart.bars[0].bottom < chart.bars[1].bottom - chart.bars[1].height
    assert labels(chart).count("100 %") == 2
    assert {"T33UUU", "T33UVU"} <= set(labels(chart))


def test_a_hundred_dates_stay_apart():
    """Neither the bars of a hundred dates nor the labels of the axis touch each other."""
    chart = SeasonChart([scene(3 * n) for n in range(100)], 760, 260)
    for bar, following in zip(chart.bars, chart.bars[1:]):
        assert bar.left + bar.width < following.left
        assert bar.width >= 2
    texts = [element for element in elements(chart, "text") if re.fullmatch(r"\d{4}-\d\d-\d\d", element.text or "")]
    places = [float(element.get("x", 0)) for element in texts]
    assert len(places) >= 4
    assert min(later - place for place, later in zip(places, places[1:])) >= 80
    assert all(date.fromisoformat(element.text or "").day == 1 for element in texts)


def test_two_products_of_a_day_are_side_by_side():
    """L1C and L2A of the same day do not hide each other."""
    chart = SeasonChart([scene(0, level="L1C"), scene(0, level="L2A", product="other"), scene(5)], 700, 300)
    first, second, alone = chart.bars
    assert first.left + first.width == pytest.approx(second.left)
    assert first.width == pytest.approx(alone.width / 2)


def test_the_scene_under_the_pointer_is_found():
    """I can point at a bar, and near it where it is thin."""
    chart = SeasonChart([scene(0), scene(30)], 700, 300)
    bar = chart.bars[1]
    assert chart.at(bar.left + bar.width / 2, bar.bottom - 10) == bar.scene
    assert chart.at(bar.left - 3, bar.bottom - 10) == bar.scene
    assert chart.at(bar.left - 30, bar.bottom - 10) is None
    assert chart.at(bar.left, bar.bottom + 10) is None


def test_a_scene_with_little_data_is_paler():
    """A scene that covers only a corner of the tile is paler than a complete one."""
    chart = SeasonChart([scene(0, 100), scene(5, 100, valid=20.0)], 700, 300)
    whole, part = [float(group[1].get("fill-opacity", "")) for group in elements(chart, "g")]
    assert part < 0.6 * whole
    assert any("pale" in text for text in labels(chart))
    assert not any("pale" in text for text in labels(SeasonChart([scene(0)], 700, 300)))


@pytest.mark.parametrize("paper", [255, 50], ids=["light", "dark"])
@pytest.mark.parametrize("eyes", EYES)
def test_clear_differs_from_all_classes_and_from_the_paper(paper, eyes):
    """In light and dark themes, and whatever colours I can tell apart, clear looks like nothing else in the chart."""
    surfaces = {"snow": 10.0, "water": 10.0}
    (group,) = elements(SeasonChart([scene(0, 40, thin_cloud=20.0, surfaces=surfaces)], 700, 300), "g")
    fills = [fill(rect) for rect in group.findall(f"{SVG}rect")]
    assert len(fills) == len(CLASSES)
    painted = [opacity * np.array(colour) + (1 - opacity) * paper for *colour, opacity in fills]
    clear, *others = [lab(colour, eyes) for colour in (*painted, np.full(3, float(paper)))]
    assert min(np.linalg.norm(clear - other) for other in others) > 15


def test_scenes_without_shares_have_no_bar():
    """A scene without data has a note instead of a bar, a failed product is left out, and a chart may be empty."""
    chart = SeasonChart([scene(0, None, valid=0.0), SceneSummary("broken", error="damaged")], 700, 300)
    (group,) = elements(chart, "g")
    assert group.find(f"{SVG}rect") is None
    assert "No data" in (group.findtext(f"{SVG}title") or "")
    assert SeasonChart([], 700).bars == []
    assert elements(SeasonChart([], 700), "rect") == []


def test_a_selected_scene_is_marked():
    """I see the selected row of the table in the chart."""
    chart = SeasonChart([scene(0), scene(5)], 700, 300)
    assert "▼" not in labels(chart)
    marks = [element.text for element in elements(chart, "text", selected={"P5T33UUU"})].count("▼")
    assert marks == 1


def test_every_word_of_the_chart_is_translated(another_language):
    """In a translated QGIS the legend of the chart is translated, in the window and in the report."""
    keys, surfaces = tuple(c.key for c in CLASSES), {"snow": 10.0, "water": 10.0}
    chart = SeasonChart([scene(0, 40, thin_cloud=10.0, valid=50.0, surfaces=surfaces, classes=keys)], 700, 300)
    words = [text for text in labels(chart) if re.search("[a-z]{2}", text)]
    ground = ["§Clear: other ground", *(f"§Clear: §{c.within}" for c in SURFACES), "§line: all clear ground"]
    assert sorted(words) == sorted(["§pale: partly without data", *ground, *(f"§{c.label}" for c in COVERS)])


def test_the_legend_names_the_classes_of_the_models():
    """Without thin cloud there is cloud; models of a season that tell them apart have thick cloud for all."""
    csmask, other = ("clear", "thick_cloud", "shadow"), ("clear", "thick_cloud", "thin_cloud", "shadow")
    assert labels(SeasonChart([scene(0, classes=csmask)], 700, 300))[:3] == ["Clear", "Cloud", "Cloud shadow"]
    both = SeasonChart([scene(0, classes=csmask), scene(5, classes=other)], 700, 300)
    assert labels(both)[:3] == ["Clear", "Thick cloud", "Cloud shadow"]


def test_snow_and_water_are_parts_of_the_clear_share():
    """Above other clear ground, which is what clear has more; together they are as high as the clear share."""
    chart = SeasonChart([scene(0, 70, surfaces={"snow": 20.0, "water": 10.0})], 700, 300)
    (group,) = elements(chart, "g")
    heights = [float(rect.get("height", "")) / chart.bars[0].height for rect in group.findall(f"{SVG}rect")]
    assert heights[:3] == pytest.approx([0.4, 0.2, 0.1], abs=1e-3)
    assert sum(heights) == pytest.approx(1, abs=1e-3)
    colours = [tuple(fill(rect)[:3]) for rect in group.findall(f"{SVG}rect")]
    assert colours[1:3] == [CLASSES[SNOW].colour, CLASSES[WATER].colour]


def test_a_line_shows_the_clear_share_of_the_table():
    """The table counts snow and water as clear: the line is at that share, and each of their colours says clear."""
    chart = SeasonChart([scene(0, 70, surfaces={"snow": 20.0, "water": 10.0}), scene(5, 70)], 700, 300)
    (line,) = elements(chart, "path")
    height = float(re.findall(r"[\d.]+", line.get("d", ""))[1])
    assert (chart.bars[0].bottom - height) / chart.bars[0].height == pytest.approx(0.7, abs=1e-3)
    fmask = ("clear", "thick_cloud", "shadow", "snow", "water")
    named = labels(SeasonChart([scene(0, 70, surfaces={"snow": 20.0, "water": 10.0}, classes=fmask)], 700, 300))
    assert named[:5] == ["Clear: other ground", "Clear: snow or ice", "Clear: water", "Cloud", "Cloud shadow"]
    assert named[5] == "line: all clear ground"
    assert "line: all clear ground" not in labels(SeasonChart([scene(0)], 700, 300))


def test_the_legend_has_snow_and_water_only_if_a_scene_has_them():
    """Masks of other models look as they always did; a clear share of snow alone is no clear ground."""
    fmask = ("clear", "thick_cloud", "shadow", "snow", "water")
    snowed = scene(5, 50, surfaces={"snow": 50.0, "water": 0.0}, classes=fmask)
    both = labels(SeasonChart([scene(0), snowed], 700, 300))
    assert both[:3] == ["Clear: other ground", "Clear: snow or ice", "Thick cloud"]
    assert labels(SeasonChart([snowed], 700, 300))[:2] == ["Clear: snow or ice", "Cloud"]
    assert labels(SeasonChart([scene(0)], 700, 300))[0] == "Clear"
    assert "(clear includes snow or ice 50 %)" in describe(snowed)


def test_names_from_files_do_not_break_the_picture():
    """Product names may contain any character of a file name."""
    chart = SeasonChart([scene(0, product='<&">', tile="<b>")], 700, 300)
    assert "<b>" in labels(chart)
