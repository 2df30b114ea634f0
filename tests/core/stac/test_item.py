"""Items of all catalogues tell the same of a scene; what is no item of Sentinel-2 is refused."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ....core.errors import ProductError
from ....core.raster.grid import Grid, utm_wkt
from ....core.stac.item import CLASSIFICATION, MAX_ITEM_BYTES, StacItem, item_of, parse_item
from ....tools.make_stac import PROVIDERS, SCL, build_item
from ...refusals import refused

NAME = "S2B_MSIL2A_20250302T095029_N0511_R065_T33UXP_20250302T125029"
SENSED = datetime(2025, 3, 2, 9, 50, 29, tzinfo=timezone.utc)
SCENE: dict[str, Any] = {
    "baseline": "05.11",
    "satellite": "S2B",
    "tile": "T33UXP",
    "sensing_time": SENSED,
    "origin": (600000.0, 5400000.0),
}
BANDS: dict[str, np.ndarray] = {
    "B02": np.full((96, 96), 1500, np.uint16),
    "B04": np.full((96, 96), 1500, np.uint16),
    "B05": np.full((48, 48), 1500, np.uint16),
    "B8A": np.full((48, 48), 1500, np.uint16),
    "B11": np.full((48, 48), 1500, np.uint16),
    SCL: np.full((48, 48), 4, np.uint8),
}


def written(folder: Path, **options: Any) -> dict[str, Any]:
    """Write an item, and return its JSON."""
    path = build_item(folder, BANDS, **{**SCENE, **options})
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def parsed(found: Any) -> StacItem:
    """Parse JSON as if it lay in a file."""
    return parse_item(json.dumps(found).encode(), "x.json")


@pytest.mark.parametrize("provider", [name for name in PROVIDERS if "l1c" not in name])
def test_every_catalogue_tells_acquisition_bands_and_place(tmp_path, provider):
    """The item of a scene has the name and the time of the product, whichever catalogue it comes from."""
    item = parsed(written(tmp_path, provider=provider))
    acquired = item.acquisition
    assert (acquired.name, acquired.level, acquired.baseline) == (NAME, "L2A", "05.11")
    assert (acquired.satellite, acquired.tile) == ("S2B", "T33UXP")
    assert acquired.sensing_time == SENSED.replace(microsecond=24000)
    assert acquired.datastrip.startswith("S2B_OPER_MSI_L2A_DS_")
    sizes = {band: list(files) for band, files in item.bands.items()}
    assert sizes == {"B02": [10], "B04": [10], "B05": [20], "B8A": [20], "B11": [20], CLASSIFICATION: [20]}
    assert item.bands["B11"][20].grid == Grid(utm_wkt(32633), 600000, 5400000, 20, 48, 48)
    assert item.bands["B02"][10].jpeg2000 == (provider == "data-space")
    assert len(item.footprint) == 5
    assert item.cloud_cover == 12.5


@pytest.mark.parametrize("provider", ["earth-search", "earth-search-c1", "data-space"])
def test_scale_and_offset_are_those_of_the_item(tmp_path, provider):
    """Items of both versions of STAC state how DN become reflectance."""
    band = parsed(written(tmp_path, provider=provider, stated=-0.1)).bands["B02"][10]
    assert (band.scale, band.offset, band.nodata) == (0.0001, -0.1, 0)


def test_an_item_without_scaling_states_none(tmp_path):
    """The Planetary Computer describes no values."""
    band = parsed(written(tmp_path, provider="planetary")).bands["B02"][10]
    assert (band.scale, band.offset, band.nodata) == (None, None, 0)


@pytest.mark.parametrize("applied", [True, False, None])
def test_the_flag_of_a_removed_offset(tmp_path, applied):
    """The old collection of Earth Search has a flag, which may be absent."""
    found = written(tmp_path, provider="earth-search", properties={"earthsearch:boa_offset_applied": applied})
    assert parsed(found).offset_applied is applied


def test_geotiff_is_preferred_to_jpeg_2000(tmp_path):
    """Earth Search lists both; the JPEG 2000 files are in a bucket that asks for money."""
    found = written(tmp_path, provider="earth-search")
    copy = {**found["assets"]["red"], "href": "s3://sentinel-s2-l2a/B04.jp2", "type": "image/jp2"}
    for assets in ({"red-jp2": copy, **found["assets"]}, {**found["assets"], "red-jp2": copy}):
        assert parsed({**found, "assets": assets}).bands["B04"][10].href.endswith("red.tif")


def test_copies_at_other_pixel_sizes(tmp_path):
    """Bands of the Data Space come at several pixel sizes, which are told by the key."""
    found = written(tmp_path, provider="data-space")
    found["assets"]["B02_20m"] = {**found["assets"]["B02_10m"], "href": "./B02_20m.jp2"}
    assert list(parsed(found).bands["B02"]) == [10, 20]


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"s2:product_uri": None}, "S2B_33UXP_20250302_0_L2A"),
        ({"s2:product_uri": "my scene"}, "S2B_33UXP_20250302_0_L2A"),
    ],
)
def test_without_a_name_of_esa_a_scene_has_that_of_its_item(tmp_path, changes, name):
    """A mask is named after the item if the product's name is unknown."""
    assert parsed(written(tmp_path, provider="earth-search", properties=changes)).acquisition.name == name


def test_an_identifier_cannot_leave_the_output_folder(tmp_path):
    """Masks are named after items, which come from anywhere."""
    found = {**written(tmp_path, properties={"s2:product_uri": None}), "id": "../../etc/L2A x"}
    assert parsed(found).acquisition.name == "_.._etc_L2A_x"


def test_the_tile_has_two_digits(tmp_path):
    """Earth Search leaves out the first digit of a zone below ten."""
    found = written(tmp_path, properties={"grid:code": "MGRS-4QFJ"})
    assert parsed(found).acquisition.tile == "T04QFJ"


def test_a_level_1c_item(tmp_path):
    """The level comes from the type of the product."""
    found = written(tmp_path, provider="earth-search-l1c", level="L1C")
    item = parsed(found)
    assert item.acquisition.level == "L1C"
    assert item.bands["B8A"][20].jpeg2000


@pytest.mark.parametrize("kind", ["FeatureCollection", "Collection", "Catalog", None])
def test_other_json_is_refused_by_its_type(kind):
    """Whoever gives a collection is told what it is."""
    with refused(ProductError, found=kind):
        item_of({"type": kind, "features": []}, "x.json")


@pytest.mark.parametrize("data", [b"<html>", b"", b"[" * 100_000, b"\xff", b"nothing"])
def test_what_is_no_json_is_refused(data):
    """A login page is not an item."""
    with refused(ProductError, path="x.json"):
        parse_item(data, "x.json")


def test_too_long_a_file_is_not_parsed():
    """An item has kilobytes."""
    with refused(ProductError, megabytes=(MAX_ITEM_BYTES + 1) / 1e6):
        parse_item(b" " * (MAX_ITEM_BYTES + 1), "x.json")


@pytest.mark.parametrize(
    "damage",
    [
        lambda found: found["properties"].update(datetime="yesterday"),
        lambda found: found["assets"]["blue"].update({"gsd": "fine", "raster:bands": []}),
        lambda found: found["assets"]["blue"]["raster:bands"][0].update(scale=float("nan")),
        lambda found: found["assets"]["blue"].update({"proj:transform": [10, 0]}),
        lambda found: found["assets"].update(blue=7),
        lambda found: found["properties"].update({"eo:cloud_cover": "some"}),
        lambda found: found.update(links=[7]),
        lambda found: found.pop("id"),
    ],
)
def test_impossible_fields_are_refused(tmp_path, damage):
    """A wrong field is an error with the file's name, no crash."""
    found = written(tmp_path)
    damage(found)
    with refused(ProductError, path="x.json"):
        parsed(found)


def test_an_item_of_another_sensor_is_refused(tmp_path):
    """Bands with the names of Sentinel-2 do not make a scene of it."""
    found = written(tmp_path, properties={"s2:product_type": None, "s2:product_uri": None})
    with refused(ProductError):
        parsed({**found, "id": "LC08_1", "collection": "landsat-c2"})


def test_zarr_assets_are_refused(tmp_path):
    """The bands of EOPF's items are no files; the product itself can be added."""
    found = written(tmp_path)
    for asset in found["assets"].values():
        asset["type"] = "application/vnd+zarr"
    with refused(ProductError, path="x.json"):
        parsed(found)
