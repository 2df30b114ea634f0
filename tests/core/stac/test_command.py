"""The command line masks items by file and address, and what a search finds."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path

import pytest

from ....core.addresses import reading
from ....tools.make_stac import build_item
from ...ranged_server import serving
from ..conftest import read_mask
from .api import serving_items
from .test_source import dn_of

EXTENT = ["--extent", "12.01", "53.18", "12.02", "53.19"]


@pytest.fixture
def main(monkeypatch) -> Callable[[list[str]], int]:
    """The function of the command; the environment variables that its module sets are restored after the test."""
    monkeypatch.setenv("GDAL_CACHEMAX", "64")
    monkeypatch.setenv("CPL_LOG", os.devnull)
    monkeypatch.setattr(reading, "PAUSES", (0.0,))
    from ....core import __main__

    return __main__.main


@pytest.fixture
def items(labelled_cumulus, tmp_path):
    """A folder with the items of two days, the second one cloudier."""
    folder = tmp_path / "items"
    for day in (1, 2):
        build_item(
            folder,
            dn_of(labelled_cumulus[0], "05.11"),
            base=f"{folder}/",
            baseline="05.11",
            sensing_time=datetime(2025, 6, day, 10, tzinfo=timezone.utc),
            properties={"eo:cloud_cover": 40.0 * day},
        )
    return folder


def test_a_file_of_an_item_is_a_scene(main, items, out, capsys):
    """An item is given like a product."""
    item = next(items.glob("*.json"))
    assert main(["--out", str(out), str(item)]) == 0
    assert capsys.readouterr().out.strip().endswith("_20m.tif")


def test_a_search_masks_an_extent(main, items, out, capsys, monkeypatch):
    """Days and cloud cover choose among the scenes that touch the extent, of which only the extent is masked."""
    with serving(items) as served, serving_items(items) as api:
        for path in items.glob("*.json"):
            found = json.loads(path.read_text())
            for asset in found["assets"].values():
                asset["href"] = asset["href"].replace(str(items), served.address)
            path.write_text(json.dumps({**found, "links": []}))
        search = ["--out", str(out), "--search", api.address, "--cloud", "50", *EXTENT]
        assert main([*search, "--from", "2025-06-02"]) == 1
        assert api.address in capsys.readouterr().err
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        assert main(search) == 0
        assert "Scenes found: 1" in capsys.readouterr().err
        assert main([*search, "--quiet"]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    (path,) = map(Path, printed.out.split())
    assert "_20250601T" in path.name
    assert max(read_mask(path).shape) < 70
    assert api.asked[-1]["query"] == {"eo:cloud_cover": {"lte": 50.0}}


def test_a_search_needs_an_extent(main, out, capsys):
    """A search of the whole Earth is refused before a request."""
    assert main(["--out", str(out), "--search", "http://127.0.0.1:9"]) == 1
    assert "--extent" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["1.5.2025", "2025-02-30", "today"])
def test_a_day_that_is_none_is_told(main, out, capsys, day):
    """A day in another form is refused with one that is right."""
    with pytest.raises(SystemExit):
        main(["--out", str(out), "--search", *EXTENT, "--from", day])
    assert "2025-05-01" in capsys.readouterr().err


def test_a_mask_of_an_item_has_the_tags_of_its_product(main, items, out):
    """Masks are found again by product, tile and time."""
    item = next(items.glob("*.json"))
    assert main(["--out", str(out), str(item)]) == 0
    (path,) = out.glob("*_20m.tif")
    assert read_mask(path).shape == (512, 512)
    assert path.name.startswith("S2A_MSIL2A_2025060")
