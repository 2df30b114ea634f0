"""Journeys of a user through the real QGIS desktop, by clicks; the tests check what they have seen."""

from __future__ import annotations

import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.PyQt.QtGui import QImage

from ...processing_provider.provider import ALGORITHMS
from ...tools.journeys.plan import ALL, INTERFACE
from ...tools.make_safe import build_product, to_dn
from ...tools.translations import compile_all
from ...tools.walk import WHEELS, Desktop, faults, gather_wheels, walk, write_page

LANGUAGES = (Desktop("de", (1280, 720), theme="Night Mapping"), Desktop("fr", (1024, 700)))
FIRST = datetime(2024, 4, 3, 10, 21, 1, tzinfo=timezone.utc)
PICTURES = (
    *("dialog.png", "dialog-running.png", "map.jpg", "season.png", "season-line.png", "season-docked.jpg"),
    *("toolbox.png", "algorithm.png", "model.png"),
    *("polygons.jpg", "correct.jpg"),
)
MASK = re.compile(r"\.(tif|vrt|qml)$")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The working folder of the sessions."""
    if not shutil.which("qgis") or not shutil.which("xvfb-run"):
        pytest.skip("There is no QGIS desktop, or no virtual display for it.")
    compile_all()
    with suppress(subprocess.CalledProcessError):
        gather_wheels()
    return tmp_path_factory.mktemp("walk")


@pytest.fixture(scope="module")
def season(folder) -> list[Path]:
    """Products of six dates."""
    return [_product(folder / "products", number) for number in range(6)]


@pytest.fixture(scope="module")
def seen(folder, season) -> dict[str, Any]:
    """The observations of all journeys, in English."""
    observed = walk(season, folder / "en", folder / "pictures", ALL)
    assert "error" not in observed, faults(observed)
    return observed


@pytest.fixture(scope="module")
def translated(folder, season, seen) -> dict[str, dict[str, Any]]:
    """The observations of the journeys through the interface, by language."""

    def go(desktop: Desktop) -> dict[str, Any]:
        return walk(season, folder / desktop.name, folder / "pictures" / desktop.name, INTERFACE, desktop)

    with ThreadPoolExecutor() as pool:
        return dict(zip([desktop.language for desktop in LANGUAGES], pool.map(go, LANGUAGES)))


@pytest.fixture
def journey(seen, request) -> dict[str, Any]:
    """The observations of the journey that the test is marked with."""
    return seen["journeys"][request.param]


def of(name: str) -> pytest.MarkDecorator:
    """Mark a test with its journey."""
    return pytest.mark.parametrize("journey", [name], indirect=True)


def _product(folder: Path, number: int) -> Path:
    """Write a product of uniform land whose cloud cover grows with each date."""
    y, x = np.mgrid[0:320, 0:320]
    cloud = np.where(x < 40 * number, 0.4 + 0.1 * np.sin(y / 9) * np.sin(x / 7), 0)
    bands = {
        band: to_dn(0.08 * factor + cloud, -1000)
        for band, factor in {"B02": 0.8, "B03": 1.0, "B04": 1.1, "B08": 3.0, "B11": 2.4, "B12": 1.6}.items()
    }
    sizes = {"B11": 20, "B12": 20}
    bands = {band: dn if band in sizes else dn.repeat(2, 0).repeat(2, 1) for band, dn in bands.items()}
    return build_product(folder, bands, sensing_time=FIRST + timedelta(days=5 * number), baseline="05.10")


def test_nothing_is_wrong_on_the_way(seen):
    """No error appears, every grey button says why, no text is cut, and every window fits on the screen."""
    assert faults(seen) == []


def test_few_clicks_lead_to_a_result(seen):
    """I click at most 4 times for a scene, and 9 times for the season of an area."""
    clicks = {journey: len(one["clicks"]) for journey, one in seen["journeys"].items()}
    assert clicks["one_scene"] <= 4
    assert clicks["six_dates"] <= 9


@of("install")
def test_the_plugin_is_installed_with_few_clicks(journey):
    """From the toolbar I click at most 4 times until the plugin is ready, one of them on Install."""
    if not WHEELS.exists():
        pytest.skip("The packages of the models could not be downloaded.")
    assert len(journey["clicks"]) <= 4
    assert any(text.replace("&", "") == "Install" for text in journey["clicks"])


@of("install")
def test_the_plugin_says_what_is_missing(journey):
    """I find the plugin once, read that models are missing, and install them."""
    assert (journey["loaded"], journey["actions"]) == (True, 1)
    assert "models" in journey["missing"]
    assert journey["status"] == "Add at least one product."


@of("on_the_map")
def test_products_are_chosen_on_the_map(journey):
    """I see outlines at once and click that of six dates: all rows are selected, and the tip shows three of them."""
    assert journey["map_shown"]
    assert (journey["selected"], journey["told"], journey["pictures_told"]) == (6, 3, 3)
    assert journey["back"]


@of("layer_menu")
def test_the_menu_of_a_mask(journey):
    """The context menu of a mask has the actions of the plugin, and one of them hides the mask."""
    assert journey["offered"] == [
        *("Apply cloud mask…", "Mask as polygons…", "Correct a mask by hand…", "Show or hide cloud masks"),
    ]
    assert not journey["visible"]


@of("six_dates")
def test_the_season_of_a_drawn_area(journey):
    """I see the clear share of each date in the area; masks lie by date above their natural colours."""
    dates = [f"{FIRST + timedelta(days=5 * number):%Y-%m-%d}" for number in range(6)]
    assert [row[0] for row in journey["season"]] == dates
    clear = [float(row[4]) for row in journey["season"]]
    assert clear[0] > 95
    assert clear == sorted(clear, reverse=True)
    assert clear[-1] < 60
    assert journey["folder"].endswith("cloud masks")
    [_run, scenes] = journey["layers"]
    assert [scene[:10] for scene in scenes[::2]] == dates[::-1]
    assert [[name.split(",")[0] for name in group] for group in scenes[1::2]] == [["Clouds", "Natural colour"]] * 6


@of("choose_dates")
def test_the_season_goes_on_from_the_clear_dates(journey):
    """I drag the line to 70 %, select, and get the composite of exactly the three clear dates; the season is docked."""
    assert abs(journey["least"] - 70) <= 1
    days = [row[0] for row in journey["clear"]]
    assert all(float(row[4]) >= journey["least"] for row in journey["clear"])
    assert 0 < len(days) < 6
    for name in ("INPUTS", "MASKS"):
        assert all(day.replace("-", "") in journey["asked"][name] for day in days)
        assert journey["asked"][name].count("_T33UUU_") == len(days)
    assert journey["docked"]
    assert len(journey["clicks"]) <= 6


@of("by_keyboard")
def test_dates_are_filtered_and_selected_by_keys(journey):
    """Ctrl+F leads to the filter, Shift+F10 to the menu of the rows, and Page Up moves the line in the chart."""
    assert journey["filtered"] == [f"{FIRST + timedelta(days=5 * number):%Y-%m-%d}" for number in range(6)]
    assert {"zoom", "mask again", "remove"} <= set(journey["menu"])
    assert journey["least"] == 69
    assert journey["selected"] == 3
    assert {"composite", "statistics", "polygons", "report"} <= set(journey["uses"])


@of("inputs")
def test_products_of_all_kinds_behave_alike(journey):
    """An archive, an EOPF store, a STAC item and an address are outlined, masked and in the season like folders."""
    assert journey["outlined"] == 4
    assert all(text.startswith("Clear") for text in journey["after"].values())
    assert [row[0] for row in journey["season"]] == [f"2017-07-0{day}" for day in (1, 2, 3, 4)]
    assert all(row[8] == "Yes" for row in journey["season"])
    of_l1c = [row[4:7] for row in journey["season"] if row[3] == "L1C"]
    assert of_l1c[0] == of_l1c[1] == of_l1c[2]
    refused = {deed: reason for deed, reason in journey["refused"].items() if reason}
    assert list(refused) == ["composite"]
    assert "2017-07-04" in refused["composite"], "A product behind an address has no natural-colour layer."


@of("six_dates")
def test_masks_are_styled(journey):
    """A mask shows the classes of its model at half opacity, and has the time of its scene."""
    masks = [layer for layer in journey["described"] if layer["renderer"] == "paletted"]
    assert len(masks) == 6
    for mask in masks:
        assert (mask["opacity"], mask["in_time"]) == (0.5, True)
        assert mask["labels"] == {"0": "Clear", "1": "Cloud", "3": "Cloud shadow"}
        assert mask["alpha"] == {"0": 0, "1": 255, "3": 255}
    assert min(mask["begin"] for mask in masks) == "2024-04-03T10:21:01"


@of("rerun")
def test_masks_are_reused_or_replaced(journey):
    """The same run reuses the masks; with another buffer I read that, and replace them by one click."""
    assert "6 reused" in journey["reused"]
    assert "6 products have masks with other settings: buffer" in journey["notice"]
    assert "6 masks made" in journey["replaced"]


@of("cancel")
def test_a_cancelled_run_keeps_whole_masks_only(journey):
    """After Cancel I read how many masks are made, and there is no unfinished file."""
    assert journey["status"].startswith("Cancelled")
    assert journey["seconds"] < 10
    masks = [name for name in journey["files"] if name.endswith(".tif")]
    assert len(masks) < 6
    assert (f"{len(masks)} mask" in journey["status"]) == bool(masks)
    assert [name for name in journey["files"] if not MASK.search(name)] == []


@of("wrong_inputs")
def test_each_wrong_input_has_its_reason(journey):
    """I read what is wrong with each product, before the run where possible, and the good one is masked."""
    reasons = {text for text in journey["before"].values() if text != "Ready"}
    for part in ("Is cut short or damaged", "RADIO_ADD_OFFSET", "Outside the area", "Is not a Sentinel-2 product"):
        assert any(part in text for text in reasons), part
    assert "/proc cannot be written to" in journey["read_only"]
    assert sum("B03" in text for text in journey["after"].values()) == 1
    assert sum(text.startswith("Clear") for text in journey["after"].values()) == 1
    assert "1 mask made" in journey["status"]
    assert "1 failed" in journey["status"]


@of("composite")
def test_everything_is_in_the_toolbox(journey):
    """I find every algorithm and three example models, and combine the dates."""
    models = {"Mask, apply and composite", "Mask and branch on cloud share", "Season table for an area"}
    assert {algorithm().displayName() for algorithm in ALGORITHMS} | models <= set(journey["toolbox"])
    assert journey["fine"]
    assert "Composite" in journey["layers"]


@of("polygons")
def test_a_mask_becomes_polygons(journey):
    """From the toolbox, the mask of the cloudiest date is a polygon in the colour of cloud."""
    assert journey["fine"]
    assert [row[:2] for row in journey["polygons"]] == [[1, "Cloud"]]
    assert journey["polygons"][0][3] > 100
    assert journey["legend"] == ["Cloud"]


@of("correct_again")
def test_the_corrected_mask_is_found_by_the_next_run(journey):
    """The same run shows the version that I have saved, in its row, in the season and on the map."""
    assert "6 reused" in journey["status"]
    assert [text.endswith("(corrected)") for text in journey["after"].values()].count(True) == 1
    assert sum("Yes, corrected" in row for row in journey["season"]) == 1


@of("correct")
def test_a_mask_is_corrected_on_the_map(journey):
    """I paint a polygon and a stroke and save; the version is on the map, in its folder and in the season."""
    assert journey["classes"] == ["Clear", "Cloud", "Cloud shadow"]
    assert [Path(name).suffix for name in journey["files"]] == [".qml", ".tif"]
    assert "(corrected)" in str(journey["layers"])
    [row] = [row for row in journey["season"] if "Yes, corrected" in row]
    assert float(row[6]) > 0  # shadow, of which the network saw none
    assert journey["said"] == []


@of("compare")
def test_models_are_compared_from_the_list(journey):
    """By a right click on a product I compare the models that fit it, over the area that I have drawn."""
    asked, results = journey["asked"], journey["results"]
    assert {"auto", "ukis-6b-l1c", "ukis-4b-l1c"} <= set(asked["MODELS"].split(","))
    assert asked["EXTENT"].endswith("[EPSG:32633]")
    assert not journey["folded"]
    assert results["MASK_COUNT"] >= 3
    assert 0 < results["AGREEMENT_PERCENT"] <= 100
    assert Path(results["FOLDER"]).name == "comparisons"
    run, [_scene, shown] = journey["layers"][0], journey["layers"][1]
    assert run == "Clouds, comparisons (20 m)"
    assert shown[0].startswith("Disagreement of ")
    assert len(shown) == results["MASK_COUNT"] + 2


@of("designer")
def test_an_example_opens_in_the_designer(journey):
    """I open an example to learn from it: three masks, applied to three products, and one composite."""
    assert len(journey["steps"]) == 7


@of("close_window")
def test_closing_the_window_does_not_stop_the_run(journey):
    """I close the window, and the run continues."""
    assert (journey["button"], journey["visible"], journey["tasks"]) == ("Close and keep running", False, 1)
    assert journey["layers"] == 2 * journey["masks"] > 0


@of("close_project")
def test_closing_the_project_does_no_harm(journey):
    """The masks are written, but not added to the new project."""
    assert journey["layers"] == 0
    assert journey["masks"] > 0


@of("unload")
def test_the_plugin_can_be_unloaded_and_loaded_again(journey):
    """Unloading removes everything, and loading adds it once."""
    assert journey["unloaded"] == [0, False, False]
    assert journey["loaded"] == [1, True, False]


@of("leave")
def test_leaving_qgis_during_a_run_does_no_harm(journey, folder):
    """QGIS exits without a crash or an unfinished mask."""
    assert journey["status"].startswith("Cancelled")
    assert journey["running"]
    left = [path.name for path in (folder / "en" / "home" / "left").iterdir()]
    assert [name for name in left if not MASK.search(name)] == []


def test_qgis_stays_responsive_during_a_run(seen):
    """QGIS responds within 2 seconds during a run, also on a busy computer."""
    assert 0 < seen["lateness_ms"] < 2000


@pytest.mark.parametrize("desktop", LANGUAGES)
def test_every_journey_works_in_other_languages(translated, seen, desktop):
    """The same journeys lead to the same results in German, and in French on a small screen, and say so."""
    other = translated[desktop.language]
    assert faults(other) == []
    for name in INTERFACE:
        ours, english = other["journeys"][name], seen["journeys"][name]
        assert len(ours["pictures"]) == len(english["pictures"])
        if "status" in english:
            assert ours["status"] != english["status"]
    dates = [[row[0] for row in one["journeys"]["six_dates"]["season"]] for one in (other, seen)]
    assert dates[0] == dates[1]


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_of_the_guide_is_made(seen, folder, name):
    """The guide shows real windows: every picture exists and is not blank."""
    picture = QImage(str(folder / "pictures" / "guide" / name))
    assert picture.width() >= 400
    sample = picture.scaled(64, 64)
    assert len({sample.pixel(x, y) for x in range(64) for y in range(64)}) > 10


def test_the_page_shows_the_pictures(seen, folder):
    """The page of the walk has the clicks of each journey, and only pictures that exist."""
    page = write_page(folder, {"pictures": seen}).read_text(encoding="utf-8")
    pictures = re.findall(r'src="([^"]+)"', page)
    assert len(pictures) == sum(len(one["pictures"]) for one in seen["journeys"].values())
    assert [name for name in pictures if not (folder / name).is_file()] == []
    assert "six_dates, clicks: 7" in page
