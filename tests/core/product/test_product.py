"""A product is found in all forms in which users keep it."""

from __future__ import annotations

import errno
import glob
import os
import shutil
import zipfile
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import pytest
import rasterio

from ....core.errors import ProductError
from ....core.product.bands import BANDS
from ....core.product.product import find_products, is_product, open_product
from ....core.product.strips import Bands
from ....tools.make_safe import build_product, zip_product
from ...refusals import refused
from ..conftest import BACKGROUND
from .test_strips import dense

NAME = "S2A_MSIL1C_20170216T102101_N0206_R065_T33UUU_20170216T132101"


def _details(product) -> tuple[str, ...]:
    acquired = product.acquisition
    return acquired.level, acquired.baseline, acquired.satellite, acquired.tile


@pytest.fixture
def safe(make_product) -> Path:
    """A small product of uniform bands."""
    return make_product(BACKGROUND)


def test_a_real_product_with_all_its_bands(real_product):
    """A real folder gives the details in its name and the 13 files of its bands."""
    product = open_product(real_product)
    assert product.acquisition.name == real_product.name[: -len(".SAFE")]
    assert _details(product) == ("L1C", "02.06", "S2A", "T56JMM")
    sensed = product.acquisition.sensing_time
    assert sensed
    assert sensed.replace(microsecond=0) == datetime(2018, 6, 29, 0, 2, 41, tzinfo=timezone.utc)
    assert sorted(product.bands) == sorted(BANDS)
    for band, path in product.bands.items():
        assert path.endswith(f"T56JMM_20180629T000241_{band}.jp2")
        assert Path(path).is_file()


@pytest.mark.parametrize("form", ["folder", "metadata", "text", "granule", "relative"])
def test_the_same_product_however_it_is_named(safe, form, monkeypatch):
    """The folder, its metadata file, its granule and a relative path all lead to one product."""
    monkeypatch.chdir(safe.parent)
    granule = next((safe / "GRANULE").iterdir())
    forms = {
        "folder": safe,
        "metadata": safe / "MTD_MSIL1C.xml",
        "text": f"{safe}/",
        "granule": granule,
        "relative": Path(safe.name),
    }
    product = open_product(forms[form])
    assert product.acquisition.name == NAME
    assert _details(product) == ("L1C", "02.06", "S2A", "T33UUU")
    assert product.bands == open_product(safe).bands


@pytest.mark.parametrize("stored", [True, False])
@pytest.mark.parametrize("at_top", [True, False])
def test_a_zip_is_read_in_place(safe, tmp_path, stored, at_top):
    """A zip, compressed or not, with or without the .SAFE folder at its top, contains the same bands."""
    archive = zip_product(safe, stored)
    if not at_top:
        archive = tmp_path / f"{NAME}.zip"
        archive.unlink()
        with zipfile.ZipFile(archive, "w") as target:
            for path in sorted(safe.rglob("*")):
                target.write(path, path.relative_to(safe))
    product = open_product(archive)
    assert product.acquisition.name == NAME
    assert set(product.bands) == set(BACKGROUND)
    for band, path in product.bands.items():
        with rasterio.open(path) as zipped, rasterio.open(open_product(safe).bands[band]) as plain:
            assert (zipped.read(1) == plain.read(1)).all()


def test_an_old_product_with_long_names(make_product):
    """A product of 2016 with its long names is read like a new one."""
    safe = make_product(BACKGROUND, baseline="02.04", long_names=True)
    product = open_product(safe)
    assert product.acquisition.name == safe.name[: -len(".SAFE")]
    assert _details(product) == ("L1C", "02.04", "S2A", "T33UUU")
    assert set(product.bands) == set(BACKGROUND)
    assert open_product(next(safe.glob("S2A_OPER_MTD*.xml"))).bands == product.bands


def test_a_surface_reflectance_product_gives_each_band_at_its_own_size(make_product):
    """An L2A product repeats bands at 20 m; B02 comes from its 10 m folder, B11 from its 20 m folder."""
    product = open_product(make_product(BACKGROUND, level="L2A", baseline="05.10"))
    assert _details(product) == ("L2A", "05.10", "S2A", "T33UUU")
    assert product.bands["B02"].endswith("R10m/T33UUU_20170216T102101_B02_10m.jp2")
    assert product.bands["B11"].endswith("R20m/T33UUU_20170216T102101_B11_20m.jp2")


def test_copies_with_larger_pixels_are_used(make_product):
    """L2A products also have bands at 20 m: a model that uses only these at 20 m gets the copies, never a mixture."""
    product = open_product(make_product(BACKGROUND | {"B8A": 0.2}, level="L2A"))

    def sizes(bands: str, resolution: int) -> list[str]:
        return [image.path[-7:-4] for image in product.images_at(bands.split(), resolution).values()]

    assert sizes("B04 B03 B8A B11", 20) == ["20m"] * 4
    assert sizes("B04 B03 B8A", 40) == ["20m"] * 3
    assert sizes("B04 B03 B8A", 10) == ["10m", "10m", "20m"]
    assert sizes("B04 B03 B8A", 30) == ["10m", "10m", "20m"]
    assert sizes("B04 B08 B8A", 20) == ["10m", "10m", "20m"], "near infrared of 10 m has no copy"
    level_1 = open_product(make_product(BACKGROUND)).images_at(["B04", "B11"], 20)
    assert {band: image.pixel_size for band, image in level_1.items()} == {"B04": 10, "B11": 20}


def test_copies_at_20_m_are_what_a_model_gets(tmp_path):
    """At 20 m in an L2A product a model gets exactly the values of the 20 m files, and their nodata."""
    ten = {band: np.full((120, 120), 2000, np.uint16) for band in ("B02", "B03", "B04")}
    product = open_product(build_product(tmp_path, ten, level="L2A", baseline="05.10"))
    copies, rng = {}, np.random.default_rng(1)
    for band in ten:
        with rasterio.open(product.files[band][20]) as dataset:
            profile = {**dataset.profile, "QUALITY": 100, "REVERSIBLE": "YES"}
        copies[band] = rng.integers(1500, 9000, (60, 60), np.uint16)
        copies[band][:5, :7] = 0
        Path(product.files[band][20]).unlink()
        with rasterio.open(product.files[band][20], "w", **profile) as dataset:
            dataset.write(copies[band], 1)
    counts, nodata = dense(Bands(product, list(ten), 20))
    assert np.array_equal(nodata, copies["B02"] == 0)
    for got, copy in zip(counts, copies.values()):
        assert np.array_equal(got, np.where(nodata, 0, copy.astype(int) - 1000))


def test_offsets_are_by_band(make_product):
    """Bands of one product may have different offsets; products before 04.00 have none."""
    product = open_product(make_product(BACKGROUND, level="L2A", baseline="04.00", offsets={"B11": -2000}))
    assert [product.offset(band) for band in ("B02", "B11", "B12")] == [-1000, -2000, -1000]
    assert open_product(make_product(BACKGROUND)).offset("B02") == 0


def test_a_missing_offset_is_not_guessed(make_product):
    """If the metadata has offsets but none for this band, its reflectance is unknown: an error, not an offset of 0."""
    safe = make_product(BACKGROUND, baseline="05.10")
    path = safe / "MTD_MSIL1C.xml"
    path.write_bytes(path.read_bytes().replace(b'<RADIO_ADD_OFFSET band_id="1">-1000</RADIO_ADD_OFFSET>', b""))
    with refused(ProductError, name=NAME.replace("0206", "0510"), band="B02"):
        open_product(safe).offset("B02")


def test_a_missing_band_is_named_with_its_product(make_product):
    """I learn which band is missing from which product."""
    safe = make_product({"B02": 0.1})
    with refused(ProductError, name=NAME, band="B11"):
        open_product(safe).band_path("B11")


def test_a_product_of_several_tiles_asks_for_one_of_them(make_product, tmp_path):
    """Old products contain several tiles; each granule folder is masked separately, with its own name."""
    safe = make_product(BACKGROUND, baseline="02.04", long_names=True)
    other = make_product(BACKGROUND, baseline="02.04", long_names=True, tile="T33UVU", folder=tmp_path / "other")
    (granule,) = (other / "GRANULE").iterdir()
    shutil.copytree(granule, safe / "GRANULE" / granule.name)
    with refused(ProductError, path=safe, count=2, granule=min(path.name for path in (safe / "GRANULE").iterdir())):
        open_product(safe)
    product = open_product(safe / "GRANULE" / granule.name)
    assert (product.acquisition.name, product.acquisition.tile) == (f"{safe.stem}_T33UVU", "T33UVU")
    assert all("T33UVU" in Path(path).name for path in product.bands.values())


def test_a_path_that_is_not_a_product_is_named(tmp_path):
    """A path that does not exist, another folder or a picture is an error that names it."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "photo.jpg").write_bytes(b"JFIF")
    (tmp_path / "empty.zip").touch()
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04broken")
    reasons = {}
    for name in ("nowhere.SAFE", "photos", "photo.jpg", "empty.zip", "broken.zip"):
        with refused(ProductError, path=tmp_path / name) as caught:
            open_product(tmp_path / name)
        reasons[name] = str(caught.value)
    assert "MTD_MSIL1C.xml" in reasons["photos"]
    assert "neither a .SAFE or .zarr folder nor a .zip archive" in reasons["photo.jpg"]


@pytest.mark.parametrize("locked", [".", "GRANULE", "GRANULE/*/IMG_DATA"])
def test_a_folder_without_permission_is_not_called_incomplete(safe, monkeypatch, locked):
    """I read that I may not read the folder of another user, not that files are missing in it."""
    (folder,) = safe.glob(locked) if locked != "." else [safe]
    listed = os.scandir

    def scandir(path="."):
        if Path(path) == folder or folder in Path(path).parents:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "_scandir", scandir, raising=False)  # which keeps the function, until Python 3.12
    for name in ("_Globber", "_StringGlobber"):  # as do these of Python 3.13; later ones call `os.scandir`
        if getattr(getattr(glob, name, None), "scandir", None) is listed:
            monkeypatch.setattr(getattr(glob, name), "scandir", staticmethod(scandir))
    for search in (open_product, find_products) if locked == "." else (open_product,):
        with refused(ProductError, path=folder) as caught:
            search(safe)
        assert "no permission" in str(caught.value)


@pytest.mark.parametrize("name", ["a.txt", "a.zip"])
def test_a_file_without_permission_is_not_called_damaged(tmp_path, monkeypatch, name):
    """I read that I may not read the file."""
    file = tmp_path / name
    file.touch()
    opened = Path.open

    def refuse(self, *args, **kwargs):
        if self == file:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return opened(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    with refused(ProductError, path=file) as caught:
        open_product(file)
    assert "no permission" in str(caught.value)


@pytest.mark.parametrize("removed", ["MTD_MSIL1C.xml", "GRANULE"])
def test_an_incomplete_folder_is_not_a_product(safe, removed):
    """A folder without its metadata or its images is an error that names it."""
    path = safe / removed
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with refused(ProductError, path=safe):
        open_product(safe)


@pytest.mark.parametrize(
    "member", ["/etc/passwd", "../outside.txt", "a/../../b", "C:\\x", "a\\..\\..\\b", "\\\\host\\x"]
)
def test_an_archive_with_unsafe_names_is_refused(safe, member):
    """A zip that contains an absolute name or a name with '..' is refused, and the message has that name."""
    archive = zip_product(safe)
    with zipfile.ZipFile(archive, "a") as target:
        target.writestr(member, "x")
    with refused(ProductError, path=archive, name=member):
        open_product(archive)


def test_a_zip_without_metadata_is_not_a_product(tmp_path):
    """A zip without product metadata is an error that names it."""
    archive = tmp_path / "S2A_something.zip"
    with zipfile.ZipFile(archive, "w") as target:
        target.writestr("readme.txt", "x")
    with refused(ProductError, path=archive, reason=None):
        open_product(archive)


def test_bands_of_a_real_archive_are_found_though_empty(shared_data):
    """A real zip whose band files are empty is still described by its metadata."""
    product = open_product(next((shared_data / "safe").glob("*.zip")))
    assert _details(product)[:3] == ("L1C", "02.05", "S2A")
    assert set(product.bands) == set(BANDS)


def test_all_products_below_a_folder_are_found_once(safe, make_product, tmp_path):
    """I add a parent folder and get its product folders and zips, sorted by name, but nothing inside a product."""
    other = make_product(BACKGROUND, satellite="S2B", folder=tmp_path / "deep" / "deeper")
    archive = zip_product(make_product(BACKGROUND, satellite="S2C", folder=tmp_path / "zips"))
    shutil.rmtree(archive.with_suffix(".SAFE"))
    hidden = make_product(BACKGROUND, folder=tmp_path / ".trash")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "photos.zip").touch()
    assert hidden.exists()
    assert find_products(tmp_path) == [safe, other, archive]
    assert find_products(str(safe)) == [safe]
    assert find_products(tmp_path / "photos.zip") == []
    assert is_product(archive)
    assert not is_product(tmp_path)


def test_a_pipe_in_the_place_of_metadata_is_no_product(safe, tmp_path):
    """A named pipe would wait for another program; it is not opened."""
    (tmp_path / "pipes").mkdir()
    os.mkfifo(tmp_path / "pipes" / "MTD_MSIL1C.xml")
    assert find_products(tmp_path) == [safe]
    for path in (tmp_path / "pipes", tmp_path / "pipes" / "MTD_MSIL1C.xml"):
        with refused(ProductError):
            open_product(path)


def test_folders_may_be_nested_very_deep(safe, tmp_path):
    """A product is found beside and below 1,200 folders in each other."""
    deep = [Path(str(tmp_path) + "/d" * number) for number in range(1, 1201)]
    for folder in deep:
        folder.mkdir()
    moved = safe.rename(deep[-1] / safe.name)
    try:
        assert find_products(tmp_path) == [moved]
    finally:
        moved.rename(safe)
        for folder in reversed(deep):  # deeper than Python's functions remove
            folder.rmdir()


def test_a_folder_that_may_not_be_listed_hides_only_itself(safe, tmp_path, monkeypatch):
    """A folder without permission does not hide the products beside it."""
    (tmp_path / "a_locked").mkdir()
    listed = Path.iterdir

    def iterdir(self):
        if self.name == "a_locked":
            raise PermissionError(13, "Permission denied")
        return listed(self)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert find_products(tmp_path) == [safe]


def test_a_parent_that_is_missing_is_an_error(tmp_path):
    """A parent folder that does not exist is an error, not an empty list."""
    with refused(ProductError, path=tmp_path / "nowhere"):
        find_products(tmp_path / "nowhere")
