"""A STAC API is searched page by page; what it finds is listed by time, each scene once."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ....core.addresses import reading
from ....core.areas.area import AreaOfInterest
from ....core.errors import AddressError, CancelledError, ProductError, SettingError
from ....core.stac import search as searching
from ....core.stac.search import Search, search
from ....core.stac.source import open_item
from ....tools.make_stac import build_item
from ...refusals import refused
from .api import StacApi, serving_items

FIRST_DAY = datetime(2025, 3, 1, 10, 0, 0, tzinfo=timezone.utc)
AREA = AreaOfInterest.box(300_200, 5_899_500, 300_500, 5_900_000, "EPSG:32633")
"""Inside the items."""


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch):
    """Further attempts at once."""
    monkeypatch.setattr(reading, "PAUSES", (0.0, 0.0))


@pytest.fixture(scope="module")
def items(tmp_path_factory) -> Path:
    """Items of seven days, the cloudier the later."""
    folder = tmp_path_factory.mktemp("items")
    for day in range(7):
        add_item(folder, day)
    return folder


def add_item(folder: Path, day: int, **options: Any) -> None:
    """Write the item of a day."""
    dn = {"B02": np.full((96, 96), 1500, np.uint16)}
    about = {"baseline": "05.11", "sensing_time": FIRST_DAY + timedelta(days=day), **options}
    build_item(folder, dn, properties={"eo:cloud_cover": 10.0 * day}, **about)


@pytest.fixture
def api(items) -> Iterator[StacApi]:
    """A STAC API of these items, with pages of two."""
    with serving_items(items, page=2) as served:
        yield served


def found_by(served: StacApi, **conditions: Any) -> list[int]:
    """Return the days of the items that a search finds."""
    wanted = Search(**{"api": served.address, "collection": "sentinel-2-c1-l2a", "area": AREA, **conditions})
    times = [one.item.acquisition.sensing_time for one in search(wanted)]
    return [(time - FIRST_DAY).days for time in times if time]


@pytest.mark.parametrize("post", [True, False])
def test_all_pages_are_read(api, post):
    """APIs page by POST and by GET."""
    api.post = post
    assert found_by(api) == list(range(7))
    assert len(api.asked) == 4


def test_days_and_cloud_cover_narrow_a_search(api):
    """The first and the last day count as a whole."""
    day = FIRST_DAY.date()
    assert found_by(api, start=day + timedelta(days=2), end=day + timedelta(days=4)) == [2, 3, 4]
    assert found_by(api, start=day + timedelta(days=5)) == [5, 6]
    assert found_by(api, end=day) == [0]
    assert found_by(api, max_cloud=20) == [0, 1, 2]


def test_an_api_that_knows_no_queries_is_filtered_here(api):
    """Cloud cover is an extension, which some APIs refuse."""
    api.queries = False
    assert found_by(api, max_cloud=20) == [0, 1, 2]


def test_an_area_elsewhere_finds_nothing(api):
    """The area is sent in degrees."""
    assert found_by(api, area=AreaOfInterest.box(10, 40, 11, 41, "EPSG:4326")) == []
    assert api.asked[0]["bbox"] == [10, 40, 11, 41]


def test_another_collection_finds_nothing(api):
    """A search is of one collection."""
    assert found_by(api, collection="sentinel-2-l1c") == []


@pytest.mark.parametrize("end", ["", "/", "/search"])
def test_the_address_may_end_as_users_copy_it(api, end):
    """Documentation shows the API with and without a slash, or its search."""
    assert len(found_by(api, api=f" {api.address}{end} ")) == 7


def test_what_is_found_can_be_opened(api):
    """The scenes of a search are addresses, for a list of scenes."""
    wanted = Search(api.address, "sentinel-2-c1-l2a", AREA)
    one = search(wanted)[0]
    assert str(one.location).startswith(f"{api.address}/collections/sentinel-2-c1-l2a/items/")
    assert open_item(one.location).acquisition == one.item.acquisition


def test_the_newest_processing_is_kept(tmp_path):
    """Catalogues hold a scene in several baselines."""
    add_item(tmp_path, 0, baseline="05.00", name="S2A_MSIL2A_20250301T100000_N0500_R065_T33UUU_20250301T130000")
    about = {"provider": "data-space"}
    for baseline in ("04.00", "05.11", "05.10"):
        add_item(tmp_path, 1, baseline=baseline, **about)
    with serving_items(tmp_path) as api:
        wanted = Search(api.address, "sentinel-2-l2a", AREA)
        (one,) = search(wanted)
    assert one.item.acquisition.baseline == "05.11"


def test_a_search_is_cancelled_between_pages(api):
    """A long search can be stopped."""
    with pytest.raises(CancelledError):
        search(Search(api.address, "sentinel-2-c1-l2a", AREA), lambda: len(api.asked) > 1)
    assert len(api.asked) == 2


def test_cancelling_does_not_wait_for_a_silent_api(api):
    """The API answers only after the search has ended."""
    ended = threading.Event()
    api.behaviour = lambda: ended.wait(60) and None
    with pytest.raises(CancelledError):
        search(Search(api.address, "sentinel-2-c1-l2a", AREA), lambda: bool(api.asked))
    assert not ended.is_set()
    ended.set()


@pytest.mark.parametrize(
    "answer", [b"<html>", b"[]", b"{}", b'{"features": 1}', b'{"features": [], "links": []}' * 2, b"\xff"]
)
def test_what_is_no_api_is_told(api, answer):
    """A page of a website is no STAC API."""
    api.behaviour = lambda: (200, answer)
    with refused(ProductError, path=f"{api.address}/search"):
        found_by(api)


@pytest.mark.parametrize("status", [401, 403, 404, 405])
def test_a_refused_search_names_the_address(api, status):
    """A wrong address or a missing login is an error with the status."""
    api.behaviour = lambda: (status, b"")
    with refused(AddressError, address=f"{api.address}/search", status=status):
        found_by(api)


def test_a_search_is_tried_again(api):
    """A fault of the host passes."""
    faults = [(503, b""), (502, b"")]
    api.behaviour = lambda: faults.pop() if faults else None
    assert len(found_by(api)) == 7


def test_a_circle_of_pages_ends(api):
    """A wrong link to the next page is followed once."""
    page = json.loads(api.search(Search(api.address, "sentinel-2-c1-l2a", AREA).body)[1])
    page["links"] = [{"rel": "next", "href": f"{api.address}/search", "method": "POST", "body": {"token": "0"}}]
    api.behaviour = lambda: (200, json.dumps(page).encode())
    assert found_by(api) == [0, 1]


def test_links_that_are_none_end_the_pages(api):
    """A text of an API in place of a link leads nowhere."""
    page = json.loads(api.search(Search(api.address, "sentinel-2-c1-l2a", AREA).body)[1])
    for links in (["x"], "x", {"rel": "next"}, 1, [{"rel": "other"}]):
        api.behaviour = lambda links=links: (200, json.dumps({**page, "links": links}).encode())
        assert found_by(api) == [0, 1]


def test_pages_without_end_of_another_sensor_end(api, monkeypatch):
    """Items that are refused count, so that a search ends whatever the API answers."""
    monkeypatch.setattr(searching, "_MAX_FEATURES", 5)

    def page() -> tuple[int, bytes]:
        body = {"token": str(len(api.asked))}
        link = {"rel": "next", "href": f"{api.address}/search", "method": "POST", "body": body}
        return 200, json.dumps({"features": [{"id": "LC08"}, {"id": "LC09"}], "links": [link]}).encode()

    api.behaviour = page
    with refused(ProductError):
        found_by(api)
    assert len(api.asked) == 3


@pytest.mark.parametrize("href", ["file:///etc/passwd", "/vsimem/item"])
def test_pages_and_items_lie_on_the_web(api, href):
    """An API cannot lead to a file of this computer."""
    page = json.loads(api.search(Search(api.address, "sentinel-2-c1-l2a", AREA).body)[1])
    for feature in page["features"]:
        feature["links"] = [{"rel": "self", "href": href}]
    page["links"] = []
    api.behaviour = lambda: (200, json.dumps(page).encode())
    with refused(ProductError):
        found_by(api)


def test_scenes_of_another_sensor_are_told(api):
    """A collection of another sensor is an error, not an empty list."""
    page = {"features": [{"type": "Feature", "id": "LC08", "properties": {}, "assets": {}}]}
    api.behaviour = lambda: (200, json.dumps(page).encode())
    with refused(ProductError):
        found_by(api)


@pytest.mark.parametrize(
    "conditions",
    [
        {"collection": " "},
        {"start": date(2025, 2, 2), "end": date(2025, 2, 1)},
        {"max_cloud": 101},
        {"max_cloud": float("nan")},
        {"api": "/a/folder"},
        {"api": "ftp://host/stac"},
        {"api": ""},
    ],
)
def test_impossible_conditions_are_refused(conditions):
    """A wrong condition is told before the first request."""
    with refused(SettingError):
        search(Search(**{"api": "https://host/v1", "collection": "x", "area": AREA, **conditions}))
