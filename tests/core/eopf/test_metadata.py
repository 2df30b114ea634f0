"""The metadata of EOPF products tells place, time and scaling of their bands; metadata without them is refused."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ....core.eopf.metadata import is_eopf, parse_eopf
from ....core.eopf.store import MAX_STORE_BYTES, parse_store
from ....core.errors import ProductError
from ....core.raster.grid import Grid, utm_wkt
from ....tools.make_eopf import build_eopf
from ...refusals import refused

B02 = "measurements/reflectance/r10m/b02"


@pytest.fixture
def written(tmp_path) -> dict[str, Any]:
    """The consolidated metadata of a small product."""
    bands = {"B02": np.full((60, 60), 2000, np.uint16), "B11": np.full((30, 30), 2000, np.uint16)}
    store = build_eopf(tmp_path, bands, baseline="05.11", offsets={"B11": -500})
    metadata: dict[str, Any] = json.loads((store / ".zmetadata").read_text(encoding="utf-8"))
    return metadata


def parse(metadata: Any) -> Any:
    """Parse metadata as if it lay in a file."""
    return parse_eopf(json.dumps(metadata).encode(), "x.zarr/.zmetadata")


def consolidated(node: dict[str, Any], path: str = "") -> dict[str, Any]:
    """Return the entries of consolidated metadata from a tree of groups and arrays."""
    found = {f"{path}.zattrs": node.get("attributes") or {}}
    if "members" not in node:
        return found | {f"{path}.zarray": {key: value for key, value in node.items() if key != "attributes"}}
    for name, member in node["members"].items():
        found |= consolidated(member, f"{path}{name}/")
    return found


@pytest.mark.parametrize(
    ("level", "name", "tile", "sensed", "place"),
    [
        ("l1c", "S2B_MSIL1C_20250113T103309_N0511_R108_T32TLQ_20250113T122458.SAFE", "T32TLQ", "103832.156", 300000),
        ("l2a", "S2A_MSIL2A_20251008T100041_N0511_R122_T32TQM_20251008T122613.SAFE", "T32TQM", "100927.346", 699960),
    ],
)
def test_real_metadata_of_both_levels(shared_data: Path, level, name, tile, sensed, place):
    """The metadata of ESA's products names the SAFE product, its tile, its times and the place of all bands."""
    path = shared_data.parent / "prototypes" / "eopf" / f"metadata_{level}.json"
    if not path.exists():
        pytest.skip(f"The metadata of real EOPF products, {path}, is missing.")
    entries = consolidated(json.loads(path.read_text(encoding="utf-8")))
    found = parse({"metadata": entries, "zarr_consolidated_format": 1})
    assert (found.level, found.baseline, found.satellite) == (level.upper(), "05.11", name[:3])
    assert found.uri == name
    assert tile in found.tile_id
    assert found.start_time.strftime("%Y%m%dT%H%M%S") == name[11:26]
    assert f"{found.sensing_time:%H%M%S.%f}"[:10] == sensed
    assert len(found.outline) >= 4
    bands = {band for band in found.images if band.startswith("B")}
    assert len(bands) == (13 if level == "l1c" else 12)
    assert (set(found.images) - bands) == (set() if level == "l1c" else {"AOT", "WVP", "SCL"})
    assert found.quantification == 10000
    assert found.offsets == dict.fromkeys(bands, -1000)
    top = 5000040 if level == "l1c" else 4700040
    assert found.grids == {
        size: Grid(utm_wkt(32632), place, top, size, 109800 // size, 109800 // size) for size in (10, 20, 60)
    }


def test_scale_offset_and_place_of_each_band(written):
    """Each band has its own offset in DN, and each pixel size its grid."""
    found = parse(written)
    assert found.offsets == {"B02": -1000, "B11": -500}
    assert found.quantification == 10000
    assert found.grids[20] == Grid(utm_wkt(32633), 300000, 5900040, 20, 30, 30)
    assert found.sensing_time == datetime(2017, 2, 16, 10, 21, 1, tzinfo=timezone.utc)


def _without(key: str) -> Any:
    """Return a change that removes a field, wherever it is."""

    def remove(node: Any) -> None:
        if isinstance(node, dict):
            node.pop(key, None)
            for value in node.values():
                remove(value)

    return remove


@pytest.mark.parametrize(
    "field", ["stac_discovery", "product:type", "eopf:baseline", "id", "scale_factor", "proj:epsg", "proj:transform"]
)
def test_a_missing_field_is_named(written, field):
    """Metadata without a field that the pixels need is refused by the name of the field."""
    _without(field)(written)
    with refused(ProductError, path="x.zarr/.zmetadata", field=field):
        parse(written)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("proj:epsg", 4326),
        ("proj:transform", [10, 0, 300000, 0, 10, 5900040]),
        ("proj:transform", [10, 0]),
        ("scale_factor", 0),
        ("scale_factor", "x"),
        ("scale_factor", 0.001),
        ("add_offset", None),
    ],
)
def test_an_impossible_value_is_refused(written, field, value):
    """A band that lies nowhere, or whose values mean nothing, is refused when the product is opened."""
    written["metadata"][f"{B02}/.zattrs"][field] = value
    with refused(ProductError, path="x.zarr/.zmetadata"):
        parse(written)


def test_a_store_of_another_kind_is_refused(written):
    """A Zarr store with a product type of another instrument is named as such."""
    written["metadata"][".zattrs"]["stac_discovery"]["properties"]["product:type"] = "S03OLCEFR"
    assert not is_eopf(json.dumps(written).encode())
    with refused(ProductError, field="product:type", value="S03OLCEFR"):
        parse(written)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"7",
        b"\xff\xfe",
        b'{"zarr_format": 2}',
        b'{"zarr_format": 3, "node_type": "group", "attributes": {}}',
        b'{"zarr_consolidated_format": 1}',
        b'{"zarr_consolidated_format": 1, "metadata": {"b/.zarray": {"shape": [1], "chunks": [0]}, ".zattrs": {}}}',
        b"[" * 100_000,
        b" " * (MAX_STORE_BYTES + 1),
    ],
    ids=[
        "empty",
        "cut",
        "list",
        "number",
        "utf16",
        "group",
        "unconsolidated",
        "no_metadata",
        "chunk_0",
        "deep",
        "large",
    ],
)
def test_what_is_no_consolidated_metadata_is_refused(data):
    """Damaged or foreign metadata is an error that names the file."""
    with refused(ProductError, path="x.zarr/.zmetadata"):
        parse_store(data, "x.zarr/.zmetadata")


# As zarr-python 3.1.6 writes it, without the fields that are as in version 2.
ZARR_PYTHON_3 = {
    "attributes": {},
    "zarr_format": 3,
    "consolidated_metadata": {
        "kind": "inline",
        "must_understand": False,
        "metadata": {
            "r10m": {"attributes": {}, "zarr_format": 3, "node_type": "group"},
            "r10m/b02": {
                "shape": [1000, 1000],
                "data_type": "uint16",
                "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [300, 300]}},
                "chunk_key_encoding": {"name": "default", "configuration": {"separator": "/"}},
                "fill_value": 0,
                "codecs": [
                    {"name": "bytes", "configuration": {"endian": "little"}},
                    {"name": "zstd", "configuration": {"level": 0, "checksum": False}},
                ],
                "attributes": {"proj:epsg": 32633},
                "dimension_names": ["y", "x"],
                "zarr_format": 3,
                "node_type": "array",
                "storage_transformers": [],
            },
        },
    },
    "node_type": "group",
}


def test_version_3_as_zarr_python_writes_it():
    """Arrays, chunks and attributes of version 3 are found; it needs a later GDAL, and with shards the latest."""
    store = parse_store(json.dumps(ZARR_PYTHON_3).encode(), "zarr.json")
    (array,) = store.arrays.values()
    assert (array.shape, array.chunks, array.counts) == ((1000, 1000), (300, 300), (4, 4))
    assert array.attributes == {"proj:epsg": 32633}
    assert [str(name) for _place, name in array.chunk_names()][-1] == "r10m/b02/c/3/3"
    assert store.needed_gdal(array) == (3, 12)
    sharded = json.loads(json.dumps(ZARR_PYTHON_3).replace('"zstd"', '"sharding_indexed"'))
    store = parse_store(json.dumps(sharded).encode(), "zarr.json")
    (array,) = store.arrays.values()
    assert store.needed_gdal(array) == (3, 13)
