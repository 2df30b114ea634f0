"""A season in the real desktop, as in the guide: mask it, see the usable dates, continue with it."""

from __future__ import annotations

import os
import shutil
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.PyQt.QtGui import QImage

from ...processing_provider.provider import ALGORITHMS
from ...tools.desktop_check import Session, run_desktop
from ...tools.make_safe import build_product, to_dn

DATES = ((2024, 4, 3), (2024, 4, 8), (2024, 4, 13))
PICTURES = ("dialog.png", "dialog-running.png", "map.jpg", "season.png", "toolbox.png", "algorithm.png", "model.png")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The working folder of the session."""
    return tmp_path_factory.mktemp("a season")


@pytest.fixture(scope="module")
def seen(folder) -> dict[str, Any]:
    """The observations of the session."""
    if not shutil.which("qgis") or not os.environ.get("DISPLAY"):
        pytest.skip("There is no QGIS desktop, or no display for it; run the tests under xvfb-run.")
    products = [_product(folder, date, 0.25 * number) for number, date in enumerate(DATES)]
    session = Session("cloud_s2_mask.tools.screenshot_steps", folder / "pictures")
    observed = run_desktop(products, folder / "session", session)
    assert "error" not in observed, observed["error"]
    return observed


def _product(folder: Path, date: tuple[int, int, int], cover: float) -> Path:
    """Write a product of uniform land whose cloud cover grows with each date."""
    y, x = np.mgrid[0:320, 0:320]
    cloud = np.where(x < cover * 320, 0.4 + 0.1 * np.sin(y / 9) * np.sin(x / 7), 0)
    bands = {
        band: to_dn(0.08 * factor + cloud, -1000)
        for band, factor in {"B02": 0.8, "B03": 1.0, "B04": 1.1, "B08": 3.0, "B11": 2.4, "B12": 1.6}.items()
    }
    sizes = {"B11": 20, "B12": 20}
    bands = {band: dn if band in sizes else dn.repeat(2, 0).repeat(2, 1) for band, dn in bands.items()}
    time = datetime(*date, 10, 21, 1, tzinfo=timezone.utc)
    return build_product(folder, bands, sensing_time=time, baseline="05.10", epsg=32632)


def test_the_season_shows_which_dates_are_usable(seen):
    """I see the clear share of each date in order, and it falls as cloud cover grows."""
    assert [row[0] for row in seen["season"]] == ["2024-04-03", "2024-04-08", "2024-04-13"]
    assert seen["layers"] == 6
    clear = [float(row[4]) for row in seen["season"]]
    assert clear[0] > 95
    assert clear == sorted(clear, reverse=True)
    assert clear[2] < 60


def test_everything_is_in_the_toolbox(seen):
    """I find every algorithm and three example models."""
    titles = [algorithm().displayName() for algorithm in ALGORITHMS]
    assert set(titles) <= set(seen["toolbox"])
    models = {"Mask, apply and composite", "Mask and branch on cloud share", "Season table for an area"}
    assert models <= set(seen["toolbox"])


def test_an_example_opens_in_the_designer(seen):
    """I open an example to learn from it: three masks, applied to three products, and one composite."""
    assert len(seen["designer"]) == 7


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_of_the_guide_is_made(seen, folder, name):
    """The guide shows real windows: every picture exists and is not blank."""
    picture = QImage(str(folder / "pictures" / name))
    assert picture.width() >= 400
    sample = picture.scaled(64, 64)
    assert len({sample.pixel(x, y) for x in range(64) for y in range(64)}) > 10
