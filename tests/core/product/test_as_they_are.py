"""Products are read in the states in which providers, other programs and users leave them."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path

import pytest
import rasterio

from ....core.errors import ProductError
from ....core.product.product import each_product, find_products, open_product
from ....tools.make_safe import zip_product
from ...refusals import refused
from ..conftest import BACKGROUND, VISIBLE

NAME = "S2A_MSIL1C_20170216T102101_N0206_R065_T33UUU_20170216T132101"


def edit(path: Path, *changes: tuple[str, str]) -> None:
    """Replace texts in a metadata file, each of which must be there."""
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def readable(product) -> bool:
    """Open every band."""
    for path in product.bands.values():
        with rasterio.open(path) as dataset:
            assert dataset.width
    return set(VISIBLE) <= set(product.bands)


def pack(archive: Path, *products: Path, inside: str = "", separator: str = "/") -> Path:
    """Zip products below a folder."""
    with zipfile.ZipFile(archive, "w") as target:
        for product in products:
            for path in sorted(product.rglob("*")):
                name = Path(inside, path.relative_to(product.parent)).as_posix()
                if path.is_file():
                    target.write(path, name.replace("/", separator))
    return archive


@pytest.fixture
def safe(make_product) -> Path:
    """A small product."""
    return make_product(BACKGROUND)


@pytest.fixture
def two(make_product, tmp_path) -> list[Path]:
    """Two products of different tiles."""
    return [make_product(BACKGROUND, tile=tile, folder=tmp_path / "two") for tile in ("T33UUU", "T33UVU")]


def test_surface_reflectance_of_2017_is_read(make_product):
    """Level-2Ap has other names for its fields and files, and two names of the product."""
    safe = make_product(BACKGROUND, level="L2A", baseline="02.05")
    path = safe / "MTD_MSIL2A.xml"
    edit(
        path,
        (">Level-2A<", ">Level-2Ap<"),
        ("<BOA_QUANTIFICATION_VALUE", "<L2A_BOA_QUANTIFICATION_VALUE"),
        ("</BOA_QUANTIFICATION_VALUE", "</L2A_BOA_QUANTIFICATION_VALUE"),
        ("PRODUCT_URI>", "PRODUCT_URI_2A>"),
    )
    for band in list(safe.rglob("*.jp2")):
        band.rename(band.with_name(f"L2A_{band.name}"))
    product = open_product(safe)
    assert (product.acquisition.level, product.quantification, product.offset("B02")) == ("L2A", 10000, 0)
    assert readable(product)
    assert open_product(safe.rename(safe.with_name("short.SAFE"))).acquisition.name == safe.stem


@pytest.mark.parametrize(("made_by", "offset"), [("02.07", 0), ("05.10", -1000)])
def test_products_of_sen2cor_are_read_with_and_without_offsets(make_product, made_by, offset):
    """Baseline 99.99 says nothing: the offsets are those in the file; before 2022 there were none."""
    safe = make_product(BACKGROUND, level="L2A", baseline=made_by)
    edit(safe / "MTD_MSIL2A.xml", (f"BASELINE>{made_by}", "BASELINE>99.99"))
    assert open_product(safe).offset("B02") == offset


def test_a_product_of_an_old_sen2cor_since_2022_is_refused(make_product):
    """Its input had offsets that sen2cor before 2.10 did not know, so its reflectance is wrong by 0.1."""
    day = datetime(2022, 3, 1, tzinfo=timezone.utc)
    safe = make_product(BACKGROUND, level="L2A", baseline="02.07", sensing_time=day)
    edit(safe / "MTD_MSIL2A.xml", ("BASELINE>02.07", "BASELINE>99.99"))
    with refused(ProductError, path=safe / "MTD_MSIL2A.xml", baseline="99.99"):
        open_product(safe)


def test_what_no_pixel_needs_may_be_missing(safe):
    """Without satellite, times and tile metadata, the product is still read."""
    edit(safe / "MTD_MSIL1C.xml", ("SPACECRAFT_NAME", "CRAFT"), ("PRODUCT_START_TIME", "STARTED"))
    next(safe.rglob("MTD_TL.xml")).unlink()
    acquired = open_product(safe).acquisition
    assert (acquired.satellite, acquired.sensing_time, acquired.datastrip, acquired.tile) == ("", None, "", "T33UUU")


def test_the_time_is_that_of_the_tile(safe):
    """A pass that begins before midnight reaches the tile on the next day."""
    edit(next(safe.rglob("MTD_TL.xml")), ("2017-02-16T10:21:01.000Z", "2017-02-17T00:01:12.345Z"))
    time = open_product(safe).acquisition.sensing_time
    assert time == datetime(2017, 2, 17, 0, 1, 12, 345000, tzinfo=timezone.utc)


def test_a_damaged_tile_metadata_file_is_named(safe):
    """It may be half a product: an error that names the file."""
    path = next(safe.rglob("MTD_TL.xml"))
    path.write_bytes(path.read_bytes()[:300])
    with refused(ProductError, path=path):
        open_product(safe)


@pytest.mark.parametrize(
    "extra", ["@eaDir", ".AppleDouble", "L1C_T33UUU_A008641_20170216T102101 (1)", "L1C_T33UVU_A1_X"]
)
def test_a_folder_without_bands_is_no_granule(safe, extra):
    """Other programs leave folders in GRANULE, and downloads leave empty granules."""
    (safe / "GRANULE" / extra / "IMG_DATA").mkdir(parents=True)
    (safe / "GRANULE" / f"{extra}_$folder$").touch()
    assert open_product(safe).acquisition.name == NAME


def test_side_files_of_a_system_are_not_bands(make_product):
    """MacOS and Synology write files whose names end like those of bands."""
    safe = make_product(BACKGROUND, level="L2A", baseline="05.10")
    folder = next(safe.rglob("R20m"))
    shutil.copy(next(folder.glob("*_B02_20m.jp2")), folder / "T33UUU_20170216T102101_SCL_20m.jp2")
    before = open_product(safe)
    (folder / "._T33UUU_20170216T102101_SCL_20m.jp2").write_bytes(b"side")
    (folder / "._T33UUU_20170216T102101_B02_20m.jp2").write_bytes(b"side")
    (safe / "._MTD_MSIL2A.xml").write_bytes(b"side")
    (folder / "@eaDir").mkdir()
    (folder / "@eaDir" / "T33UUU_20170216T102101_B03_20m.jp2").write_bytes(b"side")
    after = open_product(safe)
    assert (after.files, after.classification) == (before.files, before.classification)
    with zipfile.ZipFile(zip_product(safe)) as archive:
        assert any("@eaDir" in name for name in archive.namelist())
    assert readable(open_product(safe.with_suffix(".zip")))


@pytest.mark.parametrize("depth", [1, 2])
def test_a_product_in_a_folder_of_its_name_is_found(safe, tmp_path, depth):
    """NAME.SAFE/NAME.SAFE, as some programs unpack it, is opened by the outer name, also in a zip."""
    inside = "/".join([safe.name] * depth)
    archive = pack(tmp_path / "nested.zip", safe, inside=inside)
    assert readable(open_product(archive))
    if depth == 1:
        outer = tmp_path / "outer" / safe.name
        outer.mkdir(parents=True)
        shutil.move(safe, outer / safe.name)
        assert open_product(outer).path == outer / safe.name


@pytest.mark.parametrize(
    "name", [f"{NAME}.SAFE", "$value", f"{NAME}.zip.1", "in a.zip/x.dat", "braces {1}.bin", "a{b.zip"]
)
def test_an_archive_may_have_any_name(safe, tmp_path, name):
    """Downloads are named by the server; the product has its own name."""
    target = tmp_path / "downloads" / name
    target.parent.mkdir(parents=True)
    zip_product(safe).rename(target)
    product = open_product(target)
    assert product.acquisition.name == NAME
    assert readable(product)


def test_backslashes_in_an_archive_are_separators(safe, tmp_path):
    """Old programs of Windows wrote names with backslashes."""
    archive = pack(tmp_path / "windows.zip", safe, separator="\\")
    product = open_product(archive)
    assert product.acquisition.name == NAME
    assert readable(product)


def test_an_archive_of_two_products_offers_both(two, tmp_path):
    """An error names both products if one is expected; each has a path of its own."""
    archive = pack(tmp_path / "bundle.zip", *two)
    with refused(ProductError, path=archive, count=2, names=", ".join(path.name for path in two)):
        open_product(archive)
    paths = each_product([archive, two[0]])
    assert paths == [archive / two[0].name, archive / two[1].name, two[0]]
    products = [open_product(path) for path in paths[:2]]
    assert [product.acquisition.tile for product in products] == ["T33UUU", "T33UVU"]
    assert [product.path for product in products] == paths[:2]
    assert all(map(readable, products))
    shutil.rmtree(two[0].parent)
    assert find_products(tmp_path) == paths[:2]
    with refused(ProductError, path=archive / "other.SAFE"):
        open_product(archive / "other.SAFE")


def test_a_folder_of_two_products_is_not_one(two):
    """The error names both."""
    with refused(ProductError, path=two[0].parent, count=2, names=", ".join(path.name for path in two)):
        open_product(two[0].parent)


def test_an_archive_beside_a_product_is_not_dropped(two):
    """A folder with a product and the archive of another one is not one; the archive of the same product is."""
    first, second = two
    archive = zip_product(first)
    shutil.move(second, second.parent.parent / second.name)
    assert open_product(first.parent).path == first
    shutil.rmtree(first)
    shutil.move(second.parent.parent / second.name, second)
    with refused(ProductError, path=archive.parent, count=2, names=f"{second.name}, {archive.name}"):
        open_product(archive.parent)


def test_linked_products_and_folders_are_read(make_product, tmp_path):
    """I keep the imagery on another disk and link to it."""
    safe = make_product(BACKGROUND, level="L2A", baseline="05.10", folder=tmp_path / "disk")
    images = next(safe.rglob("R10m"))
    shutil.move(images, tmp_path / "elsewhere")
    images.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert readable(open_product(safe))
    links = tmp_path / "links"
    links.mkdir()
    (links / safe.name).symlink_to(safe, target_is_directory=True)
    (links / "back").symlink_to(tmp_path, target_is_directory=True)
    assert find_products(links) == [links / safe.name]
    assert readable(open_product(links / safe.name))


def _beside(safe: Path, archive: Path) -> None:
    archive.replace(safe.parent / "0a1b2c3d-0000.zip")


def _below(safe: Path, archive: Path) -> None:
    target = safe.parent / safe.stem / safe.name
    target.parent.mkdir()
    shutil.move(safe, target)


@pytest.mark.parametrize("place", [_beside, _below, lambda _safe, _archive: None])
def test_an_archive_beside_its_unpacked_folder_counts_once(safe, place: Callable[[Path, Path], None]):
    """I unpacked an archive and kept it: the product is found once, as the folder."""
    folder = safe.parent
    place(safe, zip_product(safe))
    (found,) = find_products(folder)
    assert found.is_dir()


def test_other_products_of_a_common_name_are_found_beside_an_archive(make_product, tmp_path):
    """A folder and an archive in other folders may both be called `scene`, and be of two dates."""
    make_product(BACKGROUND, name="scene", folder=tmp_path / "june")
    july = datetime(2017, 7, 1, tzinfo=timezone.utc)
    other = make_product(BACKGROUND, name="scene", folder=tmp_path / "july", sensing_time=july)
    archive = zip_product(other)
    shutil.rmtree(other)
    assert find_products(tmp_path) == sorted([tmp_path / "june" / "scene.SAFE", archive], key=lambda path: path.name)


def test_a_folder_search_finds_archives_by_what_they_hold(safe, tmp_path):
    """A product in an archive named by an id is found; another archive is not."""
    archive = zip_product(safe).rename(tmp_path / "0a1b2c3d-0000-4000-8000-0123456789ab.zip")
    shutil.rmtree(safe)
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as other:
        other.writestr("photo.jpg", b"JFIF")
    assert find_products(tmp_path) == [archive]
    assert open_product(archive).acquisition.name == NAME


def test_a_pipe_is_not_metadata(tmp_path):
    """Nothing is ever read from a pipe in place of a file, which would wait forever."""
    folder = tmp_path / f"{NAME}.SAFE"
    folder.mkdir()
    os.mkfifo(folder / "MTD_MSIL1C.xml")
    with refused(ProductError, path=folder):
        open_product(folder)
    assert find_products(tmp_path) == []
