"""Items and files behind addresses: the same masks as from a disk, by few bytes, and faults that name the address."""

from __future__ import annotations

import gc
import json
import re
import weakref
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from ....core.addresses import reading
from ....core.addresses.location import parse
from ....core.areas.area import AreaOfInterest
from ....core.decoding.band_file import opened
from ....core.errors import AddressError
from ....core.masks.result import SceneOutcome
from ....core.pipeline import batch
from ....core.pipeline.progress import Listener
from ....core.stac import source
from ....core.stac.opening import open_source
from ....core.stac.search import Search, search
from ....core.stac.source import open_item
from ....tools.make_stac import SCL, build_item
from ...ranged_server import Asked, Reply, Served, serving
from ..conftest import mask, read_mask, run
from .api import serving_items
from .test_source import dn_of

SIGNED = "st=2025&sig=SECRET"


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch):
    """Further attempts at once."""
    monkeypatch.setattr(reading, "PAUSES", (0.0, 0.0))
    monkeypatch.setitem(source._CONNECTION, "retry_delay", "0.01")


@pytest.fixture
def served(tmp_path) -> Iterator[Served]:
    """A server of the files below `tmp_path`."""
    with serving(tmp_path) as server:
        yield server


def item_at(served: Served, folder: Path, reflectance: np.ndarray, **options: Any) -> str:
    """Write an item of the labelled scene, and return its address."""
    options = {"baseline": "05.11", **options}
    path = build_item(folder, dn_of(reflectance, options["baseline"]), base=f"{served.address}/", **options)
    return f"{served.address}/{path.name}"


def test_masks_from_the_web_are_those_from_the_disk(labelled_cumulus, tmp_path, served, out):
    """An item has one mask, wherever its files lie."""
    address = item_at(served, tmp_path, labelled_cumulus[0])
    (outcome,) = run(address, out)
    assert outcome.result, outcome.error
    (tmp_path / "disk").mkdir()
    here = build_item(tmp_path / "local", dn_of(labelled_cumulus[0], "05.11"), baseline="05.11")
    assert np.array_equal(read_mask(outcome.result.mask_path), mask(here, tmp_path / "disk"))


@pytest.mark.parametrize(("provider", "level"), [("data-space", "L2A"), ("earth-search-l1c", "L1C")])
def test_jpeg_2000_of_an_item_from_the_web(labelled_cumulus, tmp_path, served, out, provider, level):
    """The files of ESA in a bucket give the mask of the product, and an area reads a part of them."""
    address = item_at(served, tmp_path, labelled_cumulus[0], provider=provider, level=level)
    field = AreaOfInterest.box(304_000, 5_896_000, 305_000, 5_897_000, "EPSG:32633")
    (part,) = run(address, out, area=field)
    assert part.result, part.error
    assert part.result.vrt_path is None
    (tmp_path / "disk").mkdir()
    here = build_item(
        tmp_path / "local", dn_of(labelled_cumulus[0], "05.11"), provider=provider, level=level, baseline="05.11"
    )
    whole = mask(here, tmp_path / "disk")
    assert np.array_equal(read_mask(part.result.mask_path), whole[152:202, 200:250])


def test_a_search_leads_to_masks(labelled_cumulus, tmp_path, served, out):
    """From a search by a field to the mask of the field, by addresses alone."""
    item_at(served, tmp_path, labelled_cumulus[0])
    field = AreaOfInterest.box(304_000, 5_896_000, 305_000, 5_897_000, "EPSG:32633")
    with serving_items(tmp_path) as api:
        for path in tmp_path.glob("*.json"):
            item = json.loads(path.read_text())
            path.write_text(json.dumps({**item, "links": []}))
        (found,) = search(Search(api.address, "sentinel-2-c1-l2a", field))
        (outcome,) = run(found.location, out, area=field)
    assert outcome.result, outcome.error
    assert read_mask(outcome.result.mask_path).shape == (50, 50)


def test_an_area_reads_a_part_of_the_bands(tmp_path, served, out):
    """Blocks that the patches of a field do not cover are not read."""
    random = np.random.default_rng(1)
    shapes = {"B02": 4096, "B03": 4096, "B04": 4096, "B08": 4096, "B11": 2048, "B12": 2048}
    dn = {band: random.integers(1500, 9000, (edge, edge)).astype(np.uint16) for band, edge in shapes.items()}
    path = build_item(tmp_path, dn, base=f"{served.address}/", baseline="05.11")
    field = AreaOfInterest.box(302_000, 5_898_000 - 1000, 303_000, 5_898_000, "EPSG:32633")
    (outcome,) = run(f"{served.address}/{path.name}", out, area=field)
    assert outcome.result, outcome.error
    whole = sum(file.stat().st_size for file in tmp_path.glob("*/*.tif"))
    assert served.sent(".tif") < whole / 4


def test_gdal_asks_no_host(labelled_cumulus, tmp_path, served, out):
    """Files are read by our own requests: GDAL would hold Python's lock meanwhile, and stop the window of QGIS."""
    (outcome,) = run(item_at(served, tmp_path, labelled_cumulus[0]), out)
    assert outcome.result, outcome.error
    assert {asked.headers["user-agent"].partition("/")[0] for asked in served.asked} == {"CloudS2Mask"}
    assert sum(asked.path.endswith(".tif") for asked in served.asked) > 6


@pytest.mark.parametrize(("expiry", "several"), [("2099-01-01T00:00:00Z", False), ("2020-01-01T00:00:00Z", True)])
def test_tokens_are_asked_for_when_files_are_opened(
    labelled_cumulus, tmp_path, served, out, monkeypatch, expiry, several
):
    """The Planetary Computer's files need a token, which is asked for again once it has expired, and stored nowhere."""
    monkeypatch.setattr(source, "_SIGNED_HOST", re.compile(r"127\.0\.0\.1"))
    (tmp_path / "token").mkdir()
    (tmp_path / "token" / expiry[:4]).write_text(json.dumps({"msft:expiry": expiry, "token": SIGNED}))

    def behave(asked: Asked) -> Reply:
        signed = asked.query == SIGNED or not asked.path.endswith(".tif")
        return Reply() if signed else Reply(status=403)

    served.behaviour = behave
    address = item_at(served, tmp_path, labelled_cumulus[0], provider="planetary")
    (path,) = tmp_path.glob("*.json")
    path.write_text(path.read_text().replace('"sentinel-2-l2a"', f'"{expiry[:4]}"'))  # GDAL keeps tokens by collection
    with rasterio.Env(VSICURL_PC_SAS_TOKEN_URL=f"{served.address}/token/"):
        (outcome,) = run(address, out)
    assert outcome.result, outcome.error
    assert (sum(asked.path.startswith("/token") for asked in served.asked) > 1) == several
    for file in out.iterdir():
        assert b"SECRET" not in file.read_bytes()


def test_a_signature_is_stored_nowhere(labelled_cumulus, tmp_path, served, out):
    """The files of a signed item have its signature, so that no layer of the run refers to them."""
    address = item_at(served, tmp_path, labelled_cumulus[0])
    (path,) = tmp_path.glob("*.json")
    path.write_text(path.read_text().replace('.tif"', f'.tif?{SIGNED}"'))
    (outcome,) = run(address, out)
    assert outcome.result, outcome.error
    assert any(asked.query == SIGNED for asked in served.asked)
    assert outcome.result.vrt_path is None
    for file in out.iterdir():
        assert b"SECRET" not in file.read_bytes()


def test_copies_of_a_local_item_go_with_its_scene(labelled_cumulus, tmp_path, served, out, monkeypatch):
    """An item on the disk may name files behind addresses, whose copies would fill the disk in a season."""
    dn, scenes, alive = dn_of(labelled_cumulus[0], "05.11"), {}, []
    paths = []
    for day in (1, 2):
        base, time = f"{served.address}/{day}/", datetime(2025, 6, day, 10, tzinfo=timezone.utc)
        folder = tmp_path / f"{day}"
        paths.append(build_item(folder, dn, base=base, provider="data-space", baseline="05.11", sensing_time=time))

    def remembered(given: Any, *cancelled: Any) -> Any:
        scene = open_source(given, *cancelled)
        scenes[given] = weakref.ref(scene)
        return scene

    class Departures(Listener):
        def scene_done(self, index: int, _outcome: SceneOutcome) -> None:
            gc.collect()
            others = {path for path in scenes if path != paths[index]}
            alive.append([path.parent.name for path in others if scenes[path]() is not None])

    monkeypatch.setattr(batch, "open_source", remembered)
    outcomes = run(paths, out, listener=Departures(), optimise_scene_order=False)
    assert [outcome.error for outcome in outcomes] == [None, None]
    assert alive[-1] == []


def test_a_missing_item_names_its_address(served, out):
    """An address that leads to nothing is told."""
    (outcome,) = run(f"{served.address}/none.json", out)
    assert isinstance(outcome.error, AddressError)
    assert outcome.error.values["address"] == f"{served.address}/none.json" or str(outcome.error.values["address"])


@pytest.mark.parametrize("status", [403, 404, 500])
def test_a_file_that_is_refused_names_its_address(labelled_cumulus, tmp_path, served, out, status):
    """An error tells which file, by its address."""
    address = item_at(served, tmp_path, labelled_cumulus[0])
    served.behaviour = lambda asked: Reply(status=status) if asked.path.endswith("nir.tif") else Reply()
    (outcome,) = run(address, out)
    assert isinstance(outcome.error, AddressError)
    name = next(tmp_path.glob("*/nir.tif")).relative_to(tmp_path).as_posix()
    assert str(outcome.error.values["address"]) == f"{served.address}/{name}"


def test_a_file_that_failed_is_asked_for_again(tmp_path, served):
    """A fault of the host that has passed is not remembered until QGIS ends."""
    path = build_item(
        tmp_path, {"B02": np.full((96, 96), 1500, np.uint16)}, base=f"{served.address}/", baseline="05.11"
    )
    item = open_item(parse(f"{served.address}/{path.name}"))
    served.behaviour = lambda asked: Reply(status=404) if asked.path.endswith(".tif") else Reply()
    with pytest.raises(AddressError):
        item.image("B02")
    served.behaviour = lambda _asked: Reply()
    with opened(item.image("B02")) as dataset:
        assert dataset.shape == (96, 96)


def test_a_lost_connection_is_continued(labelled_cumulus, tmp_path, served, out):
    """A fault of the host that passes changes nothing."""
    address = item_at(served, tmp_path, labelled_cumulus[0])
    faults = iter(range(10))

    def behave(asked: Asked) -> Reply:
        fails = asked.path.endswith(".tif") and asked.first is not None and next(faults, 1) % 3 == 0
        return Reply(status=503) if fails else Reply()

    served.behaviour = behave
    (outcome,) = run(address, out)
    assert outcome.result, outcome.error


def test_a_cut_connection_gives_no_mask(labelled_cumulus, tmp_path, served, out):
    """Blocks that do not arrive whole are an error, never zeros."""
    address = item_at(served, tmp_path, labelled_cumulus[0])

    def behave(asked: Asked) -> Reply:
        return Reply(cut=1000) if asked.path.endswith("swir16.tif") and (asked.first or 0) > 0 else Reply()

    served.behaviour = behave
    (outcome,) = run(address, out)
    assert isinstance(outcome.error, AddressError), outcome.result
    assert list(out.iterdir()) == []


def test_the_offset_is_told_by_a_small_overview(tmp_path, served, shared_data):
    """The pixels that decide are those of an overview, not of the band."""
    edge = 2745
    blue = np.random.default_rng(0).integers(400, 600, (2 * edge, 2 * edge)).astype(np.uint16)
    dn: dict[str, np.ndarray] = {"B02": blue, SCL: np.full((edge, edge), 4, np.uint8)}
    flag = {"earthsearch:boa_offset_applied": False}
    path = build_item(
        tmp_path, dn, base=f"{served.address}/", provider="earth-search", baseline="05.11", properties=flag
    )
    item = open_item(parse(f"{served.address}/{path.name}"))
    assert (item.image("B02").offset, len(item.warnings())) == (0, 1)
    assert served.sent("blue.tif") < next(tmp_path.glob("*/blue.tif")).stat().st_size / 8
