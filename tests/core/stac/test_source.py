"""A STAC item is a scene like any other: its masks are those of the product with the same pixels."""

from __future__ import annotations

import json
import os

import numpy as np
import pytest
from osgeo import gdal

from ....core.addresses.location import Address, parse
from ....core.areas.area import AreaOfInterest
from ....core.decoding.band_file import opened
from ....core.errors import ProductError, SettingError, UnreadableBandError
from ....core.product.product import open_product
from ....core.raster.grid import utm_wkt
from ....core.stac.opening import open_listed, open_source
from ....core.stac.source import ItemScene, is_item, open_item, resolve
from ....tools.labelled_scene import SIX_BANDS
from ....tools.make_safe import build_product, to_dn
from ....tools.make_stac import SCL, build_item, offset_of
from ....tools.safe_metadata import PIXEL_SIZES
from ...refusals import refused
from ..conftest import mask, run

API = "https://stac.example.org/v1/collections/sentinel-2-l2a/items/S2B_33UXP_20250302_0_L2A"


def dn_of(reflectance: np.ndarray, baseline: str, *, removed: bool = False) -> dict[str, np.ndarray]:
    """Return the bands of the labelled scene (512, 512, 6) as DN at native pixel sizes, 1024 px at 10 m.

    Args:
        reflectance: The scene.
        baseline: Processing baseline.
        removed: The provider has removed the offset.
    """
    offset = 0 if removed else offset_of(baseline)
    dn = {}
    for number, band in enumerate(SIX_BANDS):
        scale = 2 if PIXEL_SIZES[band] == 10 else 1
        dn[band] = to_dn(reflectance[..., number].repeat(scale, 0).repeat(scale, 1).astype(float), offset)
    return dn


@pytest.fixture(scope="module")
def safe(labelled_cumulus, tmp_path_factory):
    """The labelled scene as a product of L2A with an offset, and its mask at 20 m."""
    folder = tmp_path_factory.mktemp("safe")
    path = build_product(folder, dn_of(labelled_cumulus[0], "05.11"), baseline="05.11", level="L2A")
    return path, mask(path, folder)


@pytest.mark.parametrize("provider", ["earth-search", "earth-search-c1", "planetary", "data-space"])
def test_masks_of_items_are_those_of_the_product(labelled_cumulus, safe, tmp_path, out, provider):
    """Whichever catalogue gives the pixels, a scene has one mask, to the last pixel."""
    dn = dn_of(labelled_cumulus[0], "05.11")
    flag = {"earthsearch:boa_offset_applied": False} if provider == "earth-search" else {}
    path = build_item(tmp_path, dn, provider=provider, baseline="05.11", properties=flag)
    product = open_product(safe[0]).acquisition
    assert open_item(path).acquisition.name == product.name
    assert np.array_equal(mask(path, out), safe[1])


def test_a_mask_of_the_product_is_reused_for_its_item(labelled_cumulus, safe, tmp_path):
    """A scene that was masked from its SAFE folder is known again in a catalogue that states time and datastrip."""
    item = build_item(
        tmp_path,
        dn_of(labelled_cumulus[0], "05.11"),
        baseline="05.11",
        properties={"datetime": str(open_product(safe[0]).acquisition.sensing_time).replace(" ", "T")},
    )
    (outcome,) = run(item, safe[0].parent)
    assert outcome.result
    assert outcome.result.reused


def test_an_area_of_an_item(labelled_cumulus, safe, tmp_path, out):
    """The mask of an area is a part of the mask of the scene."""
    item = build_item(tmp_path, dn_of(labelled_cumulus[0], "05.11"), baseline="05.11")
    grid = open_item(item).grids[20]
    left, top = grid.left + 4000, grid.top - 3000
    area = AreaOfInterest.box(left, top - 1000, left + 1000, top, utm_wkt(32633))
    assert np.array_equal(mask(item, out, area=area), safe[1][150:200, 200:250])


@pytest.mark.parametrize("provider", ["earth-search-l1c"])
def test_level_1c_in_jpeg_2000(labelled_cumulus, cumulus_product, tmp_path, out, provider):
    """Items of level 1C name the files of ESA."""
    item = build_item(tmp_path, dn_of(labelled_cumulus[0], "05.10"), provider=provider, baseline="05.10", level="L1C")
    expected = mask(cumulus_product("05.10"), out)
    (tmp_path / "second").mkdir()
    assert np.array_equal(mask(item, tmp_path / "second"), expected)


def test_rules_need_a_product(labelled_cumulus, tmp_path, out):
    """Fmask needs angles, which an item does not have."""
    item = build_item(tmp_path, dn_of(labelled_cumulus[0], "05.10"), baseline="05.10")
    (outcome,) = run(item, out, model="fmask")
    assert isinstance(outcome.error, SettingError)
    assert "fmask" in outcome.error.values["model"].lower()


def test_files_of_an_item_cannot_be_verified(labelled_cumulus, tmp_path, out):
    """Whoever asks for checksums is told that there are none."""
    item = build_item(tmp_path, dn_of(labelled_cumulus[0], "02.14"), baseline="02.14")
    (outcome,) = run(item, out, verify=True)
    assert isinstance(outcome.error, SettingError)
    assert outcome.error.values["name"] == "verify"


def test_a_missing_band_is_named(labelled_cumulus, tmp_path):
    """An error says which band an item lacks."""
    dn = dn_of(labelled_cumulus[0], "05.11")
    item = open_item(build_item(tmp_path, {band: dn[band] for band in ("B02", "B03")}, baseline="05.11"))
    with refused(ProductError, band="B11"):
        item.image("B11")
    with refused(ProductError):
        item.scene_classification()
    assert list(item.expected_bands) == ["B02", "B03"]


def test_a_file_of_another_place_is_refused(labelled_cumulus, tmp_path, out):
    """A file that is not where its item says belongs to another scene."""
    path = build_item(tmp_path, dn_of(labelled_cumulus[0], "05.11"), baseline="05.11")
    found = json.loads(path.read_text())
    found["assets"]["red"]["proj:transform"][2] += 109_800
    path.write_text(json.dumps(found))
    (outcome,) = run(path, out)
    assert isinstance(outcome.error, ProductError)
    assert outcome.error.values["path"].endswith("red.tif")


def test_a_missing_file_is_named(labelled_cumulus, tmp_path, out):
    """An item may be older than the files that it names."""
    path = build_item(tmp_path, dn_of(labelled_cumulus[0], "05.11"), baseline="05.11")
    next(tmp_path.glob("*/nir.tif")).unlink()
    (outcome,) = run(path, out)
    assert isinstance(outcome.error, UnreadableBandError)
    assert outcome.error.values["path"].endswith("nir.tif")


def test_a_file_of_another_format_is_not_followed(labelled_cumulus, tmp_path):
    """A file called a GeoTIFF that is a VRT would read any other file of this computer."""
    item = open_item(build_item(tmp_path, dn_of(labelled_cumulus[0], "05.11"), baseline="05.11"))
    blue = next(tmp_path.glob("*/blue.tif"))
    own = blue.rename(tmp_path / "own.tif")
    gdal.Translate(str(blue), str(own), format="VRT")
    with refused(UnreadableBandError, path=str(blue)):
        opened(item.image("B02"))


def test_overviews_in_another_file_are_not_followed(labelled_cumulus, tmp_path):
    """A GeoTIFF may name another file as its overviews, which the decision of the offset would read."""
    item = open_item(build_item(tmp_path, dn_of(labelled_cumulus[0], "05.11"), baseline="05.11"))
    blue = next(tmp_path.glob("*/blue.tif"))
    # Without the option, newer versions of GDAL keep the layout of a COG.
    update, options = gdal.OF_RASTER | gdal.OF_UPDATE, ["IGNORE_COG_LAYOUT_BREAK=YES"]
    dataset = gdal.OpenEx(str(blue), update, open_options=options)
    dataset.SetMetadataItem("OVERVIEW_FILE", str(next(tmp_path.glob("*/red.tif"))), "OVERVIEWS")
    del dataset
    with refused(UnreadableBandError, path=str(blue)):
        opened(item.image("B02"))


def test_the_scene_classification_is_read(labelled_cumulus, tmp_path):
    """Comparisons take the scene classification of an item as that of a product."""
    dn = {**dn_of(labelled_cumulus[0], "05.11"), SCL: np.full((512, 512), 4, np.uint8)}
    image = open_item(build_item(tmp_path, dn, baseline="05.11")).scene_classification()
    assert image.path.endswith("scl.tif")
    assert image.pixel_size == 20


def test_a_band_of_another_scale(labelled_cumulus, tmp_path):
    """Scale and offset are those that the item states."""
    path = build_item(tmp_path, dn_of(labelled_cumulus[0], "05.11"), baseline="05.11", stated=-0.2)
    found = json.loads(path.read_text())
    for asset in found["assets"].values():
        for described in asset.get("raster:bands", ()):
            described["scale"] = 0.0002
    path.write_text(json.dumps(found))
    image = open_item(path).image("B02")
    assert (image.gain, image.offset) == (2, -2000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/data/S2B_33UXP_20250302_0_L2A.json", True),
        ("item.GeoJSON", True),
        (API, True),
        (f"{API}?token=x", True),
        ("https://host/S2B/S2B.json", True),
        ("/data/x.zarr/zarr.json", False),
        ("/data/x.zarr/.zmetadata", False),
        ("/data/S2A_MSIL1C.SAFE", False),
        ("https://stac.example.org/v1/collections/sentinel-2-l2a", False),
        ("s3://bucket/items/x.zip", False),
    ],
)
def test_items_are_told_by_their_names(text, expected):
    """A list of scenes may mix products and items."""
    assert is_item(parse(text)) is expected


@pytest.mark.parametrize(
    ("href", "item", "expected"),
    [
        ("./B02.tif", "/data/item.json", "/data/B02.tif"),
        ("../cogs/B02.tif", "/data/items/item.json", "/data/cogs/B02.tif"),
        ("/other/B02.tif", "/data/item.json", "/other/B02.tif"),
        ("https://host/B02.tif", "/data/item.json", "https://host/B02.tif"),
        ("B02.tif", "https://host/a/item.json", "https://host/a/B02.tif"),
        ("/b/B02.tif", "https://host/a/item.json", "https://host/b/B02.tif"),
        ("../b/B02.tif", "https://host/a/item.json", "https://host/b/B02.tif"),
        ("s3://bucket/B02.tif", "https://host/a/item.json", "s3://bucket/B02.tif"),
        ("B02.tif", "s3://bucket/a/item.json", "s3://bucket/a/B02.tif"),
    ],
)
def test_files_are_found_from_their_item(href, item, expected):
    """Hrefs are addresses, or relative to the item."""
    assert str(resolve(href, parse(item))) == os.path.normpath(expected).replace(":/", "://")


def test_files_beside_a_signed_item_are_signed(tmp_path):
    """A signature for a folder holds for the files in it; a file's own one comes first."""
    item = parse("https://host/a/item.json?sig=1")
    assert resolve("B02.tif", item) == Address("https", "host", "a/B02.tif", "sig=1")
    assert resolve("B02.tif?sig=2", item) == Address("https", "host", "a/B02.tif", "sig=2")


@pytest.mark.parametrize(
    "href",
    [
        "file:///etc/passwd",
        "C:/secret.tif",
        "\\\\server\\share",
        "../../x.tif",
        "/vsimem/x",
        "ftp://h/x",
    ],
)
def test_an_item_of_the_web_reads_no_file_of_this_computer(href):
    """An item behind an address names files behind addresses."""
    with refused(ProductError):
        resolve(href, parse("https://host/a/item.json"))


def test_files_of_the_planetary_computer_are_signed_when_they_are_opened(tmp_path):
    """The path holds no token, so that it does not expire and is not stored."""
    dn = {band: np.full((96, 96), 1500, np.uint16) for band in ("B02", "B03", "B04")}
    base = "https://sentinel2l2a01.blob.core.windows.net/sentinel2-l2/"
    path = build_item(tmp_path, dn, provider="planetary", baseline="05.11", base=base)
    found = json.loads(path.read_text())
    found["assets"]["B03"]["href"] += "?sig=old"
    path.write_text(json.dumps(found))
    item = open_item(path)
    for band in ("B02", "B03"):
        signed = item.band_path(band)
        assert "pc_url_signing=yes&pc_collection=sentinel-2-l2a&" in signed
        assert "sig%3D" not in signed
        assert "sig=" not in signed
    other = open_item(build_item(tmp_path / "other", dn, base="https://host/"))
    assert "pc_url_signing" not in other.band_path("B02")


def test_products_and_items_are_opened_alike(safe, tmp_path):
    """A list of scenes opens both."""
    assert open_listed(safe[0]) == open_source(safe[0])
    item = build_item(tmp_path, {"B02": np.full((96, 96), 1500, np.uint16)})
    assert isinstance(open_source(item), ItemScene)
