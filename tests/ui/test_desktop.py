"""The real QGIS desktop, used as a person would; the tests check the observations of one session."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ...tools.desktop_check import Session, run_desktop
from ...tools.make_safe import build_product, to_dn

EDGE = 1600
"""Pixels at 20 m: large enough to cancel half-way, with strips of several rows of patches."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The working folder of the session."""
    return tmp_path_factory.mktemp("desktop session")


@pytest.fixture(scope="module")
def seen(folder) -> dict[str, Any]:
    """The observations of the session."""
    if not shutil.which("qgis"):
        pytest.skip("The QGIS desktop is not installed.")
    if not os.environ.get("DISPLAY"):
        pytest.skip("There is no display for the QGIS desktop; run the tests under xvfb-run.")
    products = [_cloudy_product(folder, EDGE, "T32UQD"), _cloudy_product(folder, 600, "T32UPD")]
    broken = _cloudy_product(folder, 600, "T32UND")
    next(broken.rglob("*_B03.jp2")).write_bytes(b"")
    nothing = folder / "holiday.SAFE"
    nothing.mkdir()
    observed = run_desktop([*products, broken, nothing], folder / "session", Session(timeout=900))
    assert "error" not in observed, observed["error"]
    return observed


def _cloudy_product(folder: Path, edge: int, tile: str) -> Path:
    """Write a product of fields under round clouds, with wave patterns as reflectance."""
    y, x = np.mgrid[0:edge, 0:edge]
    land = 0.08 + 0.03 * np.sin(x / 9) * np.sin(y / 13)
    cloud = np.clip(np.sin(x / 70) * np.sin(y / 90) - 0.6, 0, None) * 1.8
    bands = {
        band: to_dn(land * factor + cloud, -1000)
        for band, factor in {"B02": 0.8, "B03": 1.0, "B04": 1.1, "B08": 3.0, "B11": 2.4, "B12": 1.6}.items()
    }
    resolutions = dict.fromkeys(bands, 20)
    return build_product(folder, bands, resolutions=resolutions, baseline="05.10", tile=tile, epsg=32632)


def test_the_plugin_is_in_the_raster_menu(seen):
    """I find the plugin in the Raster menu, once."""
    assert seen["loaded"]
    assert seen["menu_actions"] == 1
    assert [len(actions) for title, actions in seen["raster_menu"].items() if title == "CloudS2Mask"] == [3]
    assert seen["preselected_resolution"] == 20


def test_a_run_puts_styled_masks_on_the_map(seen):
    """Each product has its mask above its natural-colour layer; a path without a product is skipped."""
    masks = [layer for layer in seen["masks"]["layers"] if layer["renderer"] == "paletted"]
    assert len(masks) == 2
    assert seen["masks"]["all_times"], "Until the temporal controller is opened, the map shows every date."
    for mask in masks:
        assert mask["opacity"] == 0.5
        assert mask["labels"] == {"0": "Clear", "1": "Cloud", "3": "Cloud shadow"}
        assert mask["alpha"] == {"0": 0, "1": 255, "3": 255}
        assert mask["in_time"]
        assert mask["begin"] == "2017-02-16T10:21:01"
    assert [[name.split(",")[0] for name in group] for group in seen["masks"]["tree"]] == [
        ["Clouds", "Natural colour"]
    ] * 2
    assert seen["masks"]["unfolded"] == [True, True, False], "One legend is enough."
    assert seen["masks"]["statuses"] == ["done", "done", "failed", "idle"]
    assert any("2 masks made" in text for text in seen["masks"]["messages"])


def test_a_broken_product_is_named_in_the_message_bar(seen):
    """The other products are masked, and I read which one failed, and why."""
    assert any("T32UND" in text and "B03" in text for text in seen["masks"]["messages"])


def test_qgis_stays_responsive_during_a_run(seen):
    """QGIS responds within 250 ms during a run."""
    assert 0 < seen["lateness_ms"] < 250


def test_cancelling_half_way_leaves_nothing(seen):
    """After Cancel there is no layer and no file, and the window shows it."""
    assert seen["cancel"]["files"] == []
    assert seen["cancel"]["layers"] == 0
    assert seen["cancel"]["message"].startswith("Cancelled")
    assert seen["cancel"]["seconds"] < 10


def test_closing_the_window_does_not_stop_the_run(seen):
    """I close the window, and the run continues."""
    closed = seen["closed_dialog"]
    assert closed["button"] == "Close and keep running"
    assert not closed["visible"]
    assert closed["tasks"] == 1
    assert closed["layers"] == 2


def test_closing_the_project_does_no_harm(seen):
    """The masks are written, but not added to the new project."""
    assert seen["closed_project"]["layers"] == 0
    assert any(name.endswith(".tif") for name in seen["closed_project"]["files"])


def test_the_toolbox_loads_a_styled_mask(seen):
    """The algorithm's dialog runs in the background and adds the styled mask."""
    assert seen["toolbox"]["fine"]
    assert [layer["renderer"] for layer in seen["toolbox"]["layers"]] == ["paletted"]
    assert seen["toolbox"]["layers"][0]["opacity"] == 0.5


def test_the_plugin_can_be_unloaded_and_loaded_again(seen):
    """Unloading removes everything, and loading adds it once."""
    assert seen["unloaded"] == {"actions": 0, "provider": False, "dialog": False}
    assert seen["reloaded"] == {"actions": 1, "provider": True}


def test_leaving_qgis_during_a_run_does_no_harm(seen, folder):
    """QGIS exits without a crash or an unfinished mask."""
    assert seen["quit_by_menu"]["files"] == []
    assert seen["running_at_exit"]
    assert list((folder / "session" / "quit").iterdir()) == []
