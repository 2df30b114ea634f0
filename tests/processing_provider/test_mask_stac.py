"""The toolbox masks STAC items that are given or searched, where they lie."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import pytest
import rasterio
from qgis.core import QgsApplication, QgsAuthMethodConfig

from ...core.addresses import reading, web
from ...tools.make_safe import to_dn
from ...tools.make_stac import build_item
from ..core.stac.api import StacApi, serving_items
from ..ranged_server import Reply, serving
from .conftest import at_swath_edge, stopped

METRES = 2800
FIELD = "300200,301200,5899000,5900000 [EPSG:32633]"
DAYS = 3


@pytest.fixture
def items(tmp_path) -> Iterator[list[str]]:
    """Items of three days on a server, the cloudier the later; their addresses."""
    folder = tmp_path / "items"
    folder.mkdir()
    dn = {band: to_dn(values, -1000) for band, values in at_swath_edge(METRES).items()}
    with serving(folder) as served:
        paths = [
            build_item(
                folder,
                dn,
                base=f"{served.address}/",
                baseline="05.11",
                sensing_time=datetime(2025, 6, 1 + day, 10, tzinfo=timezone.utc),
                properties={"eo:cloud_cover": 20.0 * day},
            )
            for day in range(DAYS)
        ]
        yield [f"{served.address}/{path.name}" for path in paths]


@pytest.fixture
def api(items, tmp_path, monkeypatch) -> Iterator[StacApi]:
    """A STAC API of these items."""
    monkeypatch.setattr(reading, "PAUSES", (0.0,))
    for path in (tmp_path / "items").glob("*.json"):
        path.write_text(json.dumps({**json.loads(path.read_text()), "links": []}))
    with serving_items(tmp_path / "items", page=2) as served:
        yield served


@pytest.fixture
def out(tmp_path) -> Path:
    """An empty output folder."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def test_items_by_address_and_by_file(run, make_product, items, tmp_path, out):
    """A list of items, one a line, gives the masks of their products."""
    dn = {band: to_dn(values, -1000) for band, values in at_swath_edge(METRES).items()}
    local = build_item(tmp_path, dn, baseline="05.11")
    given = f"\n {items[0]}\n{items[0]}\n{local}\n"
    result = run("maskstac", ITEMS=given, OUTPUT_FOLDER=str(out), TABLE="TEMPORARY_OUTPUT")
    assert (result["MASK_COUNT"], result["FAILED_COUNT"]) == (2, 0)
    safe = make_product(at_swath_edge(METRES), baseline="05.11", level="L2A")
    expected = run("maskscene", INPUT=str(safe), OUTPUT=str(tmp_path / "mask.tif"))["OUTPUT"]
    masks = [rasterio.open(path).read(1) for path in (expected, *result["MASKS"])]
    assert all(np.array_equal(mask, masks[0]) for mask in masks)


def test_a_search_by_area_days_and_cloud_cover(run, api, out):
    """A season of a field: scenes are searched, and only the field is masked."""
    options = {"API": api.address, "EXTENT": FIELD, "OUTPUT_FOLDER": str(out), "TABLE": "TEMPORARY_OUTPUT"}
    result = run("maskstac", START="2025-06-01", END="2025-06-02", CLOUD_COVER=15, **options)
    assert result["MASK_COUNT"] == 1
    result = run("maskstac", START="2025-06-02", **options)
    assert result["MASK_COUNT"] == 2
    assert {rasterio.open(mask).shape for mask in result["MASKS"]} == {(50, 50)}
    assert api.asked[-1]["datetime"] == "2025-06-02T00:00:00Z/.."


def test_a_search_that_finds_nothing_says_so(run, api, out):
    """An empty search is an error that names its conditions."""
    with stopped("sentinel-2-l1c", api.address):
        run(
            "maskstac",
            API=api.address,
            COLLECTION="sentinel-2-l1c",
            EXTENT=FIELD,
            OUTPUT_FOLDER=str(out),
            TABLE="TEMPORARY_OUTPUT",
        )


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({}, "ITEMS"),
        ({"EXTENT": FIELD, "API": "ftp://host"}, "ftp://host"),
        ({"EXTENT": FIELD, "START": "2025-06-02", "END": "2025-06-01"}, "2025-06-02"),
        ({"EXTENT": FIELD, "API": "/a/folder"}, "/a/folder"),
        ({"ITEMS": "ftp://host/item.json"}, "ftp://host/item.json"),
    ],
)
def test_wrong_parameters_are_refused_before_a_request(run, api, out, parameters, named):
    """A wrong condition stops the algorithm at once."""
    with stopped(named):
        run("maskstac", **{"API": api.address, "OUTPUT_FOLDER": str(out), "TABLE": "TEMPORARY_OUTPUT", **parameters})
    assert api.asked == []


def test_an_item_is_masked_by_the_other_algorithms_too(run, items, tmp_path):
    """An item's address or file is a product's everywhere."""
    result = run("maskscene", INPUT=items[0], OUTPUT=str(tmp_path / "mask.tif"))
    assert rasterio.open(result["OUTPUT"]).tags()["CLOUDS2MASK_TILE"] == "T33UUU"


@pytest.fixture
def login(qgis_app) -> Iterator[str]:
    """An authentication of QGIS by name and password."""
    manager, made = QgsApplication.authManager(), QgsAuthMethodConfig("Basic")
    if manager.isDisabled() or not manager.setMasterPassword("master", True):
        pytest.skip(f"QGIS has no store of authentications here: {manager.disabledMessage()}")
    made.setName("items")
    made.setConfigMap({"username": "user", "password": "pass"})
    assert manager.storeAuthenticationConfig(made)[0]
    yield made.id()
    manager.removeAuthenticationConfig(made.id())
    web._granted.clear()


@pytest.mark.parametrize("kind", ["tif", "jp2"])
def test_items_and_their_files_are_opened_by_a_login(run, login, tmp_path, out, kind):
    """A host gives items and files of both kinds after a login only; without one it is told so."""
    dn = {band: to_dn(values, -1000) for band, values in at_swath_edge(METRES).items()}
    (tmp_path / "items").mkdir()
    with serving(tmp_path / "items") as served:
        provider = "data-space" if kind == "jp2" else "earth-search-c1"
        path = build_item(tmp_path / "items", dn, base=f"{served.address}/", baseline="05.11", provider=provider)
        served.behaviour = lambda one: (
            Reply() if one.headers.get("authorization") == "Basic dXNlcjpwYXNz" else Reply(401)
        )
        options = {"ITEMS": f"{served.address}/{path.name}", "OUTPUT_FOLDER": str(out), "TABLE": "TEMPORARY_OUTPUT"}
        with stopped("401"):
            run("maskstac", **options)
        assert run("maskstac", AUTHENTICATION=login, **options)["MASK_COUNT"] == 1
        assert served.sent(f".{kind}") > 0
