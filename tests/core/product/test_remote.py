"""Products behind addresses give the masks of those on a disk, and read no more than they need."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from ....core.addresses import copies, reading
from ....core.addresses.location import Address, parse
from ....core.areas.area import AreaOfInterest
from ....core.contents import remote
from ....core.errors import (
    AddressError,
    AddressForbiddenError,
    AddressMissingError,
    CancelledError,
    ProductError,
    UnreadableBandError,
)
from ....core.masks.result import SceneOutcome
from ....core.pipeline.batch import run_batch
from ....core.pipeline.progress import Listener
from ....core.product.product import open_product
from ....core.settings import create_settings
from ....tools.make_eopf import build_eopf, zip_eopf
from ....tools.make_safe import build_product, zip_product
from ...ranged_server import Asked, Reply, Served, serving
from ...refusals import refused

BANDS = ("B02", "B03", "B04", "B08", "B11", "B12")
B03 = "measurements/reflectance/r10m/b03"
FILES = tuple(f"{band}.jp2" for band in BANDS)


@pytest.fixture
def served(tmp_path, monkeypatch) -> Iterator[Served]:
    """A server of a folder with products; further attempts come at once."""
    monkeypatch.setattr(reading, "PAUSES", (0, 0, 0))
    (tmp_path / "served").mkdir()
    with serving(tmp_path / "served") as server:
        yield server


@pytest.fixture(scope="module")
def scene() -> dict[str, np.ndarray]:
    """A scene of 6.4 km with cloud-like blobs, noise, and a corner without data."""
    grid, chosen = np.mgrid[:640, :640], np.random.default_rng(3)
    bands = {}
    for band in BANDS:
        values = 1500 + 2500 * (np.hypot(grid[0] - 200, grid[1] - 300) < 120) + chosen.integers(0, 900, (640, 640))
        values[grid[0] + grid[1] < 150] = 0
        step = 2 if band in {"B11", "B12"} else 1
        bands[band] = values[::step, ::step].astype(np.uint16)
    return bands


@pytest.fixture
def safe(tmp_path, scene, tiny_model) -> Path:
    """The scene as a SAFE product with small tiles, below the served folder, and a network that needs no time."""
    tiny_model(np.diag([1.0, 8, 0])[:, [0, 1, 2, 2, 1, 2]], [0.3, -1, -0.1])
    return build_product(tmp_path / "served", scene, block={10: 128, 20: 64})


def outcome(product: Path | str, out: Path, **options: Any) -> SceneOutcome:
    """The outcome of masking one product."""
    settings = create_settings([product], out, processing_res=20, quiet=True, **{"model": "tiny", **options})
    return run_batch(settings)[0]


def labels(found: SceneOutcome) -> np.ndarray:
    """The classes of a finished mask."""
    assert found.result, found.error
    with rasterio.open(found.result.mask_path) as dataset:
        return dataset.read(1)


def placed_as(form: str, safe: Path, scene: dict[str, np.ndarray]) -> tuple[Path, str]:
    """Put the product into another form; return its path, and what to add to the address of its folder."""
    if form == "safe":
        return safe, safe.name
    if form == "granule":
        granule = next(safe.glob("GRANULE/*"))
        return granule, f"{safe.name}/GRANULE/{granule.name}"
    if form == "metadata":
        return safe / "MTD_MSIL1C.xml", f"{safe.name}/MTD_MSIL1C.xml"
    if form == "no manifest":
        (safe / "manifest.safe").unlink()
        return safe, safe.name
    if form.startswith("zarr"):
        store = build_eopf(safe.parent, scene, chunks={10: 128, 20: 64})
        path = zip_eopf(store) if form == "zarr.zip" else store
        return path, path.name
    path = zip_product(safe, stored=form != "deflated zip")
    return path, f"{path.name}/{safe.name}" if form == "product in a zip" else path.name


FORMS = (
    *("safe", "granule", "metadata", "no manifest", "zarr", "zarr.zip"),
    *("stored zip", "deflated zip", "product in a zip"),
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("area", [None, AreaOfInterest.box(301_000, 5_898_000, 302_000, 5_899_000, "EPSG:32633")])
def test_a_mask_from_an_address_is_that_from_the_disk(served, safe, scene, tmp_path, form, area):
    """Folders, granules, metadata files, archives and stores: each label is the same, of all and of an area."""
    path, name = placed_as(form, safe, scene)
    there = outcome(path, tmp_path / "disk", area=area)
    found = outcome(f"{served.address}/{name}", tmp_path / "web", area=area)
    np.testing.assert_array_equal(labels(found), labels(there))
    assert found.result
    assert there.result
    assert found.result.mask_path.name == there.result.mask_path.name
    assert found.result.acquisition == there.result.acquisition
    assert found.result.vrt_path is None
    assert isinstance(found.path, Address)


def address_of(server: Served, path: Path) -> str:
    """The address of a file of a server."""
    return f"{server.address}/{path.name}"


def test_an_area_reads_few_bytes_of_the_bands(served, tmp_path, tiny_model):
    """A hundredth of a tile, whose files have 11 x 11 tiles as ESA's, reads less than half of the bands' bytes.

    The quick look has fewer and larger pieces than that of a whole tile of Sentinel-2.
    """
    tiny_model(np.eye(3)[:, [0, 1, 2, 2, 1, 2]], [0.3, 0, 0])
    chosen = np.random.default_rng(4)
    sizes = {band: 686 if band in {"B11", "B12"} else 1372 for band in BANDS}
    bands = {band: chosen.integers(1000, 5000, (edge, edge)).astype(np.uint16) for band, edge in sizes.items()}
    product = build_product(tmp_path / "served", bands, block={10: 128, 20: 80})
    with rasterio.open(next(product.rglob("*_B02.jp2"))) as dataset:
        left, top = dataset.transform * (600, 600)
    area = AreaOfInterest.box(left, top - 1370, left + 1370, top, "EPSG:32633")
    found = outcome(address_of(served, product), tmp_path / "web", area=area)
    np.testing.assert_array_equal(labels(found), labels(outcome(product, tmp_path / "disk", area=area)))
    total = sum(file.stat().st_size for file in product.rglob("*.jp2"))
    assert served.sent(".jp2") < total / 2
    assert served.sent("B03.jp2", "B11.jp2") < total / 6


def test_a_whole_mask_reads_no_byte_of_a_band_twice(served, safe, tmp_path):
    """All tiles are read once, though the quick look and the strips need them."""
    assert outcome(address_of(served, safe), tmp_path / "web").result
    total = sum(file.stat().st_size for file in safe.rglob("*.jp2"))
    assert 0.9 * total < served.sent(".jp2") <= total


def test_bands_that_no_model_needs_are_not_asked_for(served, safe, scene, tmp_path):
    """Only the bands of the model are read."""
    outcome(address_of(served, safe), tmp_path / "web", model="ukis-4b-l1c")
    assert served.sent("B08.jp2") > 0
    assert served.sent("B11.jp2", "B12.jp2") == 0


@pytest.mark.parametrize("form", ["safe", "zarr", "stored zip", "deflated zip"])
def test_faults_of_a_host_change_no_label(served, safe, scene, tmp_path, form, monkeypatch):
    """Overloads and connections that are cut, again and again, cost time and nothing else."""
    path, name = placed_as(form, safe, scene)
    monkeypatch.setattr(reading, "PAUSES", (0,) * 20)
    seen: set[tuple[str, int | None]] = set()

    def fault(asked: Asked) -> Reply:
        part = asked.path, asked.first
        is_new = part not in seen
        seen.add(part)
        kind = (asked.first or 0) % 4 if is_new else 0
        return {1: Reply(503), 2: Reply(cut=1001), 3: Reply(cut=0)}.get(kind, Reply())

    served.behaviour = fault
    found = outcome(f"{served.address}/{name}", tmp_path / "web")
    np.testing.assert_array_equal(labels(found), labels(outcome(path, tmp_path / "disk")))


@pytest.mark.parametrize("form", ["safe", "zarr", "zarr.zip", "stored zip", "deflated zip"])
@pytest.mark.parametrize("fault", [Reply(503), Reply(cut=0), Reply(403)])
def test_a_lost_host_is_an_error_that_names_the_address(served, safe, scene, tmp_path, form, fault):
    """Wherever the host is lost, no mask is written, and the next run makes the right one."""
    path, name = placed_as(form, safe, scene)
    address, folder = f"{served.address}/{name}", tmp_path / "web"
    outcome(address, tmp_path / "whole")
    count = len(served.asked)
    for lost_after in {0, 1, count // 3, 2 * count // 3, 4 * count // 5}:
        served.asked.clear()
        served.behaviour = lambda _asked, most=lost_after: Reply() if len(served.asked) <= most else fault
        found = outcome(address, folder)
        assert isinstance(found.error, AddressError), (lost_after, found.error)
        assert str(found.error.values["address"]).startswith(address.removesuffix("/MTD_MSIL1C.xml"))
        assert not list(folder.iterdir())
    served.behaviour = lambda _asked: Reply()
    np.testing.assert_array_equal(labels(outcome(address, folder)), labels(outcome(path, tmp_path / "disk")))


def test_a_finished_mask_is_reused_without_the_bands(served, safe, tmp_path):
    """A second run reads the metadata only."""
    assert outcome(address_of(served, safe), tmp_path / "web").result
    served.asked.clear()
    again = outcome(address_of(served, safe), tmp_path / "web")
    assert again.result
    assert again.result.reused
    assert served.sent(".jp2") == 0


def test_masks_of_a_disk_and_of_an_address_are_the_same_masks(served, safe, tmp_path):
    """A mask that was made from the disk is reused for the address."""
    assert outcome(safe, tmp_path / "out").result
    found = outcome(address_of(served, safe), tmp_path / "out")
    assert found.result
    assert found.result.reused


def test_copies_are_removed_with_their_scene(served, safe, tmp_path, monkeypatch):
    """After a run, nothing of its scenes is left on the disk."""
    paths: list[Path] = []

    def numbered() -> Path:
        paths.append(tmp_path / str(len(paths)))
        return paths[-1]

    monkeypatch.setattr(copies, "scratch_path", numbered)
    assert outcome(address_of(served, safe), tmp_path / "web").result
    assert len(paths) > len(BANDS)
    assert not [path for path in paths if path.exists()]


@pytest.mark.parametrize("form", ["safe", "stored zip", "deflated zip"])
def test_a_damaged_band_is_an_error_with_its_address(served, safe, scene, tmp_path, form):
    """A band that was cut, or is something else, is told as on a disk."""
    band = next(safe.rglob("*_B04.jp2"))
    band.write_bytes(band.read_bytes()[:-3000])
    _, name = placed_as(form, safe, scene)
    found = outcome(f"{served.address}/{name}", tmp_path / "web")
    assert isinstance(found.error, UnreadableBandError)
    assert str(found.error.values["path"]).endswith(f"{name}/{band.relative_to(safe)}") or "zip" in form


def test_a_missing_band_is_an_error_with_its_address(served, safe, tmp_path):
    """A band that the manifest names and the host does not have is told."""
    band = next(safe.rglob("*_B03.jp2"))
    band.unlink()
    found = outcome(address_of(served, safe), tmp_path / "web")
    assert isinstance(found.error, AddressMissingError)
    assert str(found.error.values["address"]).endswith(band.name)


def test_a_chunk_is_lost_only_if_another_band_has_data_there(served, safe, scene, tmp_path):
    """Chunks without data may be absent; an incomplete copy of a store is an error, as on a disk."""
    store = build_eopf(safe.parent, scene, chunks={10: 128, 20: 64})
    there = labels(outcome(store, tmp_path / "disk"))
    array = store / "measurements/reflectance/r10m/b03"
    chunk = next(path for path in array.iterdir() if path.name == "2.2")
    data = chunk.read_bytes()
    chunk.unlink()
    found = outcome(address_of(served, store), tmp_path / "web")
    assert isinstance(found.error, ProductError)
    assert str(found.error.values["chunk"]).endswith("b03/2.2")
    chunk.write_bytes(data)
    np.testing.assert_array_equal(labels(outcome(address_of(served, store), tmp_path / "web")), there)


def test_a_product_is_verified_behind_its_address(served, safe, tmp_path):
    """The checksums of the manifest are compared with what the host sends."""
    assert outcome(address_of(served, safe), tmp_path / "web", verify=True).result
    band = next(safe.rglob("*_B08.jp2"))
    data = bytearray(band.read_bytes())
    data[-200] ^= 1
    band.write_bytes(data)
    found = outcome(address_of(served, safe), tmp_path / "other", verify=True)
    assert isinstance(found.error, ProductError)
    assert found.error.values["files"] == band.name


@pytest.mark.parametrize("name", ["../../secret", "/etc/passwd", "http:other/x"])
def test_a_manifest_does_not_lead_out_of_its_product(served, safe, name):
    """A manifest with another product's or another host's files is refused before anything is read."""
    manifest = safe / "manifest.safe"
    text = manifest.read_text()
    band = next(safe.rglob("*_B02.jp2")).relative_to(safe)
    assert str(band) in text
    manifest.write_text(text.replace(str(band), name))
    with pytest.raises(ProductError) as refused:
        open_product(address_of(served, safe))
    assert refused.value.values["name"] == name
    assert {Path(one.path).name for one in served.asked} == {"manifest.safe"}


@pytest.mark.parametrize("where", ["tiles/33/U/UU/2024/6/1/0", "products/2024/6/1/S2A_MSIL1C_20240601T101031"])
def test_the_layout_of_aws_is_refused_by_name(where):
    """AWS's own layout, with the metadata apart from the bands, is told before a connection is opened."""
    with pytest.raises(ProductError) as refused:
        open_product(f"s3://sentinel-s2-l1c/{where}/")
    assert isinstance(refused.value.values["address"], Address)


def test_what_is_no_product_is_refused(served, tmp_path):
    """An address without the files of a product, and an archive without one, are told apart from lost hosts."""
    (tmp_path / "served" / "x").mkdir()
    with zipfile.ZipFile(tmp_path / "served" / "x.zip", "w") as archive:
        archive.writestr("readme.txt", "none")
    (tmp_path / "served" / "cut.zip").write_bytes(b"PK\3\4" + bytes(3000))
    for name in ("x", "x.zip", "cut.zip"):
        with pytest.raises(ProductError) as refused:
            open_product(f"{served.address}/{name}")
        assert refused.value.values["path"] == parse(f"{served.address}/{name}")


def test_one_of_several_products_in_an_archive_is_chosen_by_its_name(served, safe, scene, tmp_path):
    """An archive with two products asks for one of them, whose name is added to the address."""
    other = build_product(tmp_path / "served", scene, tile="T33UVU")
    with zipfile.ZipFile(tmp_path / "served" / "both.zip", "w") as archive:
        for file in (*safe.rglob("*"), *other.rglob("*")):
            archive.write(file, file.relative_to(tmp_path / "served").as_posix())
    with pytest.raises(ProductError) as refused:
        open_product(f"{served.address}/both.zip")
    assert refused.value.values["count"] == 2
    assert open_product(f"{served.address}/both.zip/{other.name}").acquisition.tile == "T33UVU"


def test_a_signature_reaches_every_file_and_no_text(served, safe, tmp_path):
    """A signed address gives the mask; its signature is in all requests, and in no name, tag or message."""
    address = f"{address_of(served, safe)}?sig=secret"
    found = outcome(address, tmp_path / "web")
    assert found.result
    assert {one.query for one in served.asked} == {"sig=secret"}
    with rasterio.open(found.result.mask_path) as dataset:
        assert "secret" not in f"{dataset.tags()} {found.path}"
    served.behaviour = lambda _asked: Reply(403)
    assert "secret" not in str(outcome(address, tmp_path / "other").error)


@pytest.mark.parametrize("lost", ["B04.jp2", "manifest.safe"])
def test_a_run_is_cancelled_while_a_host_is_lost(served, safe, tmp_path, monkeypatch, lost):
    """Cancelling does not wait for further attempts, which take minutes."""
    monkeypatch.setattr(reading, "PAUSES", (1000,))
    listener = _Cancelled(served, lost)
    served.behaviour = lambda asked: Reply(503) if asked.path.endswith(lost) else Reply()
    settings = create_settings([address_of(served, safe)], tmp_path / "web", model="tiny", quiet=True)
    with pytest.raises(CancelledError):
        run_batch(settings, listener)
    assert not list((tmp_path / "web").iterdir())


class _Cancelled(Listener):
    """Cancels once the lost file was asked for."""

    def __init__(self, server: Served, lost: str) -> None:
        self._server, self._lost = server, lost

    def is_cancelled(self) -> bool:
        """See `Listener`."""
        return any(one.path.endswith(self._lost) for one in self._server.asked)


def test_the_command_line_takes_addresses(served, safe, tmp_path, capsys, monkeypatch):
    """Scenes and lines of a list may be addresses; a wrong one is told, and the exit status is 1."""
    for name in ("GDAL_CACHEMAX", "CPL_LOG"):  # which the module sets
        monkeypatch.setenv(name, "64" if name == "GDAL_CACHEMAX" else os.devnull)
    from ....core.__main__ import main

    (tmp_path / "scenes.txt").write_text(f"# mine\n{address_of(served, safe)}/MTD_MSIL1C.xml\n")
    options = ["--model", "tiny", "--quiet", "--out", str(tmp_path / "masks")]
    assert main(["--list", str(tmp_path / "scenes.txt"), *options]) == 0
    assert Path(capsys.readouterr().out.strip()).exists()
    assert main(["ftp://host/a.SAFE", *options]) == 1
    assert "ftp://host/a.SAFE" in capsys.readouterr().err


def test_a_store_is_read_from_a_bucket_that_may_not_be_listed(served, safe, scene, tmp_path):
    """Such a bucket calls an absent file forbidden; a file that must be there is an error then."""
    store = build_eopf(safe.parent, scene, chunks={10: 128, 20: 64})
    there = labels(outcome(store, tmp_path / "disk"))
    for attributes in store.rglob("r*/*/.zattrs"):
        attributes.unlink()
    served.behaviour = lambda asked: Reply() if (safe.parent / asked.path.strip("/")).is_file() else Reply(403)
    np.testing.assert_array_equal(labels(outcome(address_of(served, store), tmp_path / "web")), there)
    assert not [one for one in served.asked if "/r10m/" in one.path and one.path.endswith("zarr.json")]
    (store / B03 / ".zarray").unlink()
    assert isinstance(outcome(address_of(served, store), tmp_path / "again").error, AddressForbiddenError)


def test_a_chunk_has_at_most_the_bytes_of_its_pixels(served, safe, scene, tmp_path):
    """A host does not fill the disk with one chunk."""
    store = build_eopf(safe.parent, scene, chunks={10: 128, 20: 64})
    (store / B03 / "2.2").write_bytes(bytes(2_000_000))
    found = outcome(address_of(served, store), tmp_path / "web")
    assert isinstance(found.error, ProductError)
    assert str(found.error.values["path"]).endswith("b03/2.2")
    assert served.sent("b03/2.2") < 2_000_000


def test_a_compressed_band_is_unpacked_only_if_it_has_the_size_of_one(served, safe, tmp_path, monkeypatch):
    """An archive does not fill the disk."""
    monkeypatch.setattr(remote, "_MAX_IMAGE_BYTES", 10_000)
    found = outcome(address_of(served, zip_product(safe, stored=False)), tmp_path / "web")
    assert isinstance(found.error, ProductError)
    assert str(found.error.values["path"]).endswith(FILES)


@pytest.mark.parametrize("name", ["{safe}", "folder", "store.zarr"])
def test_a_product_that_may_not_be_read_is_told_so(served, safe, name):
    """Without credentials, a host answers 403 to everything: that is no question of what is a product."""
    served.behaviour = lambda _asked: Reply(403)
    address = f"{served.address}/{name.format(safe=safe.name)}"
    with refused(AddressForbiddenError, address=address, status=403):
        open_product(address)


def test_a_product_without_a_manifest_is_read_from_a_bucket_that_may_not_be_listed(served, safe):
    """Such a bucket calls the absent manifest forbidden; the metadata name the bands."""
    metadata = next(safe.glob("MTD_MSI*.xml"))
    granule = next((safe / "GRANULE").iterdir())
    images = "".join(
        f"<IMAGE_FILE>GRANULE/{granule.name}/IMG_DATA/{band.stem}</IMAGE_FILE>" for band in granule.rglob("*.jp2")
    )
    text = metadata.read_text()
    end = "</Product_Info>"
    assert end in text
    metadata.write_text(text.replace(end, f"{images}{end}") if "<IMAGE_FILE>" not in text else text)
    (safe / "manifest.safe").unlink()
    served.behaviour = lambda asked: Reply() if (safe.parent / asked.path.strip("/")).is_file() else Reply(403)
    assert sorted(open_product(address_of(served, safe)).bands) == sorted(BANDS)
