"""An EOPF product, a Zarr store in a folder or a zip, gives what the SAFE product of the same pixels gives."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import datetime, timezone
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from ....core.decoding.band_file import file_stamp
from ....core.errors import InstallationError, ProductError, UnreadableBandError
from ....core.product.acquisition import Acquisition
from ....core.product.product import each_product, find_products, is_product, open_product
from ....core.product.strips import Bands
from ....tools.labelled_scene import SIX_BANDS
from ....tools.make_eopf import build_eopf, zip_eopf
from ....tools.make_safe import build_product
from ...refusals import refused
from .test_strips import dense

NAME = "S2A_MSIL1C_20170216T102101_N0511_R065_T33UUU_20170216T132101"
CHUNKS = {10: 100, 20: 50, 60: 20}
B02 = "measurements/reflectance/r10m/b02"


@pytest.fixture(scope="module")
def dn() -> dict[str, np.ndarray]:
    """Noise of 2400 m x 2400 m, without data beside a leaning edge that differs by band, and maps of the atmosphere."""
    rng = np.random.default_rng(5)
    bands = {}
    for number, band in enumerate((*SIX_BANDS, "AOT", "WVP")):
        size = 20 if band in ("B11", "B12") else 10
        values = rng.integers(1001, 9000, (2400 // size, 2400 // size), dtype=np.uint16)
        lines, columns = np.indices(values.shape) * size
        if number < len(SIX_BANDS):
            values[columns < 300 + 20 * number + lines / 5] = 0
        bands[band] = values
    return bands


@pytest.fixture(scope="module")
def both_forms(tmp_path_factory) -> tuple[Path, Path]:
    """Noise as SAFE and EOPF, larger than a tile of JPEG 2000, without data beside an edge, with offsets of its own."""
    rng = np.random.default_rng(7)
    bands = {}
    for number, band in enumerate(SIX_BANDS):
        size = 20 if band in ("B11", "B12") else 10
        values = rng.integers(1, 9000, (13200 // size, 13200 // size), dtype=np.uint16)
        lines, columns = np.indices(values.shape) * size
        values[columns < 3000 + 20 * number + lines / 5] = 0
        bands[band] = values
    options: dict[str, Any] = {"baseline": "05.11", "offsets": {"B04": -500, "B11": 0}}
    folder = tmp_path_factory.mktemp("forms")
    return build_product(folder, bands, **options), build_eopf(folder, bands, chunks={10: 500, 20: 250}, **options)


@pytest.fixture
def build(tmp_path, dn) -> Callable[..., Path]:
    """Write the noise as an EOPF product in chunks of 1 km."""

    def write(**options: Any) -> Path:
        level, folder = options.get("level", "L1C"), options.pop("folder", tmp_path)
        bands = options.pop("bands", dn)
        bands = {band: values for band, values in bands.items() if level == "L2A" or band not in ("AOT", "WVP")}
        return build_eopf(folder, bands, **{"baseline": "05.11", "chunks": CHUNKS} | options)

    return write


def change(store: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    """Edit the consolidated metadata of a store."""
    path = store / ".zmetadata"
    content = json.loads(path.read_text(encoding="utf-8"))
    edit(content["metadata"])
    path.write_text(json.dumps(content), encoding="utf-8")


def _remove(entries: dict[str, Any], name: str, field: str) -> None:
    del entries[name][field]


def _move(entries: dict[str, Any], name: str) -> None:
    entries[name]["proj:transform"] = [10, 0, 300100, 0, -10, 5900040]


@pytest.mark.parametrize("form", ["folder", "metadata", "text", "above", "zip", "zip_with_folder", "member"])
def test_the_same_product_however_it_is_named(build, tmp_path, form):
    """The folder, its metadata file, a folder with nothing else, a zip and a folder in a zip lead to one product."""
    store = build(folder=tmp_path / "own")
    paths = {"folder": store, "metadata": store / ".zmetadata", "text": f"{store}/", "above": store.parent}
    if form == "zip":
        paths[form] = zip_eopf(store)
    elif form not in paths:
        shutil.make_archive(str(tmp_path / "packed"), "zip", store.parent, store.name)
        paths = {"zip_with_folder": tmp_path / "packed.zip", "member": tmp_path / "packed.zip" / store.name}
    product = open_product(paths[form])
    time = datetime(2017, 2, 16, 10, 21, 1, tzinfo=timezone.utc)
    assert product.acquisition == Acquisition(NAME, "L1C", "05.11", "S2A", "T33UUU", time)
    assert sorted(product.bands) == sorted(SIX_BANDS)
    assert len(product.metadata.footprint) == 5
    with rasterio.open(product.bands["B11"]) as dataset:
        assert dataset.shape == (120, 120)


def test_only_stores_of_sentinel_2_are_products(build, tmp_path):
    """A folder and its zips are searched for products; other Zarr stores are none."""
    store = build()
    archive = zip_eopf(store)
    shutil.copytree(store, tmp_path / "other.zarr")
    change(tmp_path / "other.zarr", lambda entries: entries.pop(".zattrs"))
    assert is_product(store)
    assert is_product(archive)
    assert not is_product(tmp_path / "other.zarr")
    assert each_product([archive]) == [archive]
    assert find_products(tmp_path) == [store]  # whose zip lies beside it
    shutil.rmtree(store)
    assert find_products(tmp_path) == [archive]


def test_a_renamed_product_keeps_its_name(build):
    """The name of the product is that in its metadata if its folder has another one."""
    store = build()
    assert open_product(store.rename(store.with_name("june.zarr"))).acquisition.name == NAME


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("resolution", [10, 17, 20, 30, 40, 60])
def test_the_same_reflectance_as_safe(both_forms, resolution, packed):
    """At every resolution counts and nodata equal those of SAFE, whose reduced levels JPEG 2000 computes."""
    safe, store = both_forms
    product = open_product(zip_eopf(store) if packed else store)
    assert product.acquisition.sensing_time == open_product(safe).acquisition.sensing_time
    read = Bands(product, SIX_BANDS, resolution)
    assert not read.placed_by_metadata
    assert read.grid == Bands(open_product(safe), SIX_BANDS, resolution).grid
    counts, nodata = dense(read, 512, 400)
    expected, empty = dense(Bands(open_product(safe), SIX_BANDS, resolution), 512, 400)
    assert 0.1 < nodata.mean() < 0.9
    assert np.array_equal(nodata, empty)
    assert np.array_equal(counts, expected)


@pytest.mark.parametrize("resolution", [10, 20])
def test_the_atmosphere_and_the_copies_of_l2a(build, tmp_path, dn, resolution):
    """L2A products give their maps of the atmosphere, and at 20 m their own copies, as SAFE does."""
    names = ["B02", "AOT", "WVP", "B11"]
    safe = open_product(build_product(tmp_path, dn, level="L2A", baseline="05.11", resolutions_levels=1))
    product = open_product(build(level="L2A"))
    if resolution == 20:
        assert product.images_at(names, 20)["AOT"].path.endswith("quality/atmosphere/r20m/aot")
    for found, expected in zip(dense(Bands(product, names, resolution)), dense(Bands(safe, names, resolution))):
        assert np.array_equal(found, expected)


def test_a_product_before_baseline_04_00_has_no_offset(build):
    """An old product without add_offset is read as it is; a new one without is refused."""
    assert open_product(build(baseline="02.06")).offset("B02") == 0
    store = build()
    for band in SIX_BANDS:
        group = "r20m" if band in ("B11", "B12") else "r10m"
        name = f"measurements/reflectance/{group}/{band.lower()}/.zattrs"
        change(store, partial(_remove, name=name, field="add_offset"))
    with refused(ProductError, baseline="05.11"):
        open_product(store)


def test_a_reduced_product_has_larger_pixels(tmp_path):
    """Pixels of 30 m in the place of 20 m are where the metadata puts them."""
    bands = {"B11": np.full((50, 50), 2000, np.uint16), "B12": np.full((50, 50), 2000, np.uint16)}
    store = build_eopf(tmp_path, bands, baseline="05.11", resolutions={"B11": 30, "B12": 30}, chunks=CHUNKS)
    read = Bands(open_product(store), ["B11", "B12"], 20)
    assert (read.grid.pixel_size, read.metres_per_nominal) == (30, 1.5)


def test_a_missing_band_is_named(build):
    """A product without a band is refused where the model needs it, and only there."""
    store = build()
    change(store, lambda entries: entries.pop("measurements/reflectance/r20m/b11/.zarray"))
    product = open_product(store)
    product.image("B12")
    with refused(ProductError, name=NAME, band="B11"):
        product.image("B11")


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("lost", ["1.1", "[0-9]*"])
def test_an_incomplete_copy_is_not_taken_for_nodata(build, lost, packed):
    """A chunk that was not copied is an error that names it; GDAL would read it as nodata."""
    store = build()
    for chunk in (store / B02).glob(lost):
        chunk.unlink()
    product = open_product(zip_eopf(store) if packed else store)
    product.image("B03")
    first = "1.1" if lost == "1.1" else "0.0"
    with refused(ProductError, band="B02", chunk=f"{B02}/{first}"):
        product.images_at(SIX_BANDS, 20)


def test_chunks_without_data_may_be_absent(build, dn):
    """A writer may leave out chunks without data, also where another band has a corner with data in its own."""
    bands = {band: values.copy() for band, values in dn.items()}
    for band, values in bands.items():
        edge = 100 if values.shape[0] == 240 else 50
        values[:edge, :edge] = 0
        if band == "B03":
            values[0, 0] = 2000
    store = build(bands=bands)
    for band in SIX_BANDS:
        if band != "B03":
            path = Path(open_product(store).bands[band])
            (path / "0.0").unlink(missing_ok=True)
    _counts, nodata = dense(Bands(open_product(store), SIX_BANDS, 10))
    assert nodata[:100, :100].all()


@pytest.mark.parametrize("damage", ["cut", "emptied", "header"])
def test_a_damaged_chunk_is_an_error_of_its_band(build, damage):
    """A chunk that is cut short, empty or garbled is an error that names the band, never a mask."""
    store = build()
    chunk = store / B02 / "1.1"
    data = chunk.read_bytes()
    chunk.write_bytes({"cut": data[: len(data) // 2], "emptied": b"", "header": b"\0" * 16 + data[16:]}[damage])
    read = Bands(open_product(store), ["B02"], 10)
    with refused(UnreadableBandError, path=store / B02):
        dense(read)


def test_a_band_that_changes_meanwhile_is_an_error(build):
    """A chunk that is written again while the product is read stops the mask."""
    store = build()
    read = Bands(open_product(store), ["B02"], 10)
    before = file_stamp(str(store / B02))
    (store / B02 / "0.0").write_bytes(b"another")
    assert file_stamp(str(store / B02)) != before
    with refused(UnreadableBandError, path=store / B02):
        dense(read)


def test_bands_in_another_place_are_refused(build):
    """Coordinates that contradict the metadata of all bands are an error, as are bands that contradict each other."""
    store = build()
    for band in ("b02", "b03", "b04", "b08"):
        if band == "b08":
            with refused(ProductError, path=store / ".zmetadata"):
                open_product(store)
        change(store, partial(_move, name=f"measurements/reflectance/r10m/{band}/.zattrs"))
    with refused(ProductError, path=store / B02):
        Bands(open_product(store), ["B02"], 10)


def test_unreadable_metadata_is_named(build):
    """A product whose metadata is cut short is refused by the name of the file."""
    store = build()
    path = store / ".zmetadata"
    path.write_bytes(path.read_bytes()[:-100])
    with refused(ProductError, path=path):
        open_product(store)


def test_a_zip_with_damaged_metadata_is_named(build):
    """A zip whose entry of metadata is damaged is refused by the name of the entry."""
    archive = zip_eopf(build())
    with zipfile.ZipFile(archive) as opened:
        start = opened.getinfo(".zmetadata").header_offset + 200
    with archive.open("r+b") as file:
        file.seek(start)
        file.write(b"damage")
    with refused(ProductError, path=archive / ".zmetadata"):
        open_product(archive)


def test_version_3_is_opened_where_gdal_can(build, tmp_path):
    """A store of Zarr 3 is found; a GDAL that can reads it, and for another it is refused with the version needed."""
    older, store = build(folder=tmp_path / "older"), build(version=3)
    assert find_products(tmp_path) == [store, older]
    if tuple(map(int, rasterio.__gdal_version__.split(".")[:2])) < (3, 12):
        with refused(InstallationError, path=store, version=3, needed="3.12", present=rasterio.__gdal_version__):
            open_product(store / "zarr.json")
        return
    assert open_product(store / "zarr.json").acquisition == open_product(older).acquisition
    for found, expected in zip(*[dense(Bands(open_product(one), SIX_BANDS, 20)) for one in (store, older)]):
        assert np.array_equal(found, expected)


def test_chunks_of_version_3_may_be_lost_too(build, monkeypatch):
    """An incomplete copy of a store of version 3 is found before GDAL reads it."""
    store = build(version=3)
    monkeypatch.setattr(rasterio, "__gdal_version__", "3.12.0")
    open_product(store).images_at(SIX_BANDS, 20)
    (store / B02 / "c" / "1" / "1").unlink()
    with refused(ProductError, band="B02", chunk=f"{B02}/c/1/1"):
        open_product(store).images_at(SIX_BANDS, 20)


def test_each_chunk_is_decoded_once(build, monkeypatch):
    """Strips read each chunk of a band once, in whole chunks of the file."""
    from ....core.decoding import band_file

    windows: list[tuple[int, int]] = []
    original = band_file.read

    def read(dataset: Any, image: Any, window: Any, out: Any = None) -> Any:
        windows.append((window.row_off, window.col_off))
        return original(dataset, image, window, out)

    monkeypatch.setattr(band_file, "read", read)
    monkeypatch.setattr(band_file, "MIN_PIECE", 100)
    read_bands = Bands(open_product(build()), ["B02"], 10)
    dense(read_bands)
    assert sorted(windows) == [(line, column) for line in (0, 100, 200) for column in (0, 100, 200)]
