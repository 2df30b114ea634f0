"""The place of a scene: that of its bands, which agrees with the tile's metadata, or else the metadata's."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.crs import CRS

from ....core.errors import ProductError
from ....core.masks.vrt import bands_vrt
from ....core.product.metadata import parse_metadata, parse_tile_metadata
from ....core.product.product import open_product
from ....core.product.strips import Bands
from ....core.raster.grid import WGS84, Grid, utm_wkt
from ....tools.labelled_scene import SIX_BANDS
from ....tools.make_safe import to_dn
from ....tools.safe_metadata import Scene, product_xml
from ...rasters import write_raster
from ...refusals import refused
from ..conftest import BACKGROUND, mask, run

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def cloudy(make_product) -> Path:
    """A product with a bright quarter."""
    values = {band: np.full((120, 120), value) for band, value in BACKGROUND.items() if band in SIX_BANDS[:4]}
    for array in values.values():
        array[:60, :60] = 0.7
    return make_product(values | {"B11": 0.1, "B12": 0.1})


def without_place(safe: Path) -> Path:
    """Rewrite the bands of a product without georeference, as other programs do."""
    for path in safe.rglob("*.jp2"):
        with rasterio.open(path) as dataset:
            values = dataset.read()
        path.unlink()
        profile = {"driver": "JP2OpenJPEG", "width": values.shape[2], "height": values.shape[1], "count": 1}
        options = {"QUALITY": 100, "REVERSIBLE": "YES", "GMLJP2": "NO", "GEOJP2": "NO"}
        with (
            pytest.warns(rasterio.errors.NotGeoreferencedWarning),
            rasterio.Env(GDAL_PAM_ENABLED="NO"),
            rasterio.open(path, "w", dtype="uint16", **profile, **options) as dataset,
        ):
            dataset.write(values)
    return safe


def test_the_text_of_every_zone_is_gdals_own():
    """All 120 zones have the WKT that GDAL gives them, so that bands with and without a place agree."""
    for base in (32600, 32700):
        for zone in range(1, 61):
            assert utm_wkt(base + zone) == CRS.from_epsg(base + zone).to_wkt()
    assert CRS.from_wkt(WGS84) == CRS.from_epsg(4326)


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("resolution", [10, 20])
def test_bands_without_a_place_have_that_of_the_metadata(cloudy, tmp_path, resolution):
    """The mask is where and what it was before, with a warning; so is the natural-colour layer."""
    expected = mask(cloudy, tmp_path / "before", processing_res=resolution)
    (outcome,) = run(without_place(cloudy), tmp_path / "after", processing_res=resolution)
    result = outcome.result
    assert result, outcome.error
    with rasterio.open(result.mask_path) as dataset:
        assert (dataset.crs.to_epsg(), dataset.transform.to_gdal()[::3]) == (32633, (300000, 5900040))
        assert np.array_equal(dataset.read(1), expected)
    (warning,) = result.warnings
    assert "MTD_TL.xml" in warning
    product = open_product(cloudy)
    with rasterio.open(bands_vrt(product, ["B02"], Bands(product, ["B02"], 10).grid)) as dataset:
        assert dataset.read(1)[:60, :60].min() == to_dn(np.array(0.7))


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_bands_without_any_place_are_refused(cloudy):
    """Neither the bands nor the metadata has a place: no mask, and the error names the band."""
    next(without_place(cloudy).rglob("MTD_TL.xml")).unlink()
    with refused(ProductError, path=next(cloudy.rglob("*_B02.jp2"))):
        Bands(open_product(cloudy), ["B02"], 20)


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_bands_of_another_size_than_stated_are_refused(cloudy):
    """Without a place of its own, a band must have the size that the metadata states."""
    path = next(without_place(cloudy).rglob("MTD_TL.xml"))
    path.write_text(path.read_text().replace("<NROWS>120<", "<NROWS>119<"))
    with refused(ProductError, path=next(cloudy.rglob("*_B02.jp2"))):
        Bands(open_product(cloudy), ["B02"], 20)


@pytest.mark.parametrize(
    ("before", "after"), [("<ULX>300000<", "<ULX>300100<"), ("EPSG:32633", "EPSG:32632"), (">120<", ">240<")]
)
def test_bands_elsewhere_than_stated_are_refused(cloudy, before, after):
    """Files of two products were mixed: an error that names a band."""
    path = next(cloudy.rglob("MTD_TL.xml"))
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))
    with refused(ProductError, path=next(cloudy.rglob("*_B02.jp2"))):
        Bands(open_product(cloudy), ["B02"], 20)


def test_the_metadata_of_a_real_tile_agrees_with_its_bands(real_product):
    """A real tile of 109.8 km, although its bands are reduced to 439 pixels."""
    product = open_product(real_product)
    assert {size: grid.shape for size, grid in product.grids.items()} == {
        10: (10980, 10980),
        20: (5490, 5490),
        60: (1830, 1830),
    }
    acquired = product.acquisition
    assert acquired.sensing_time
    assert acquired.sensing_time.isoformat() == "2018-06-29T00:02:41.461000+00:00"
    assert acquired.datastrip == "S2A_OPER_MSI_L1C_DS_EPAE_20180629T012042_S20180629T000241_N02.06"
    bands = Bands(product, SIX_BANDS, 20)
    assert (bands.grid.left, bands.grid.top) == (399960, 6700000)
    assert not bands.placed_by_metadata


@pytest.mark.parametrize("code", ["EPSG:4326", "EPSG:32661", "EPSG:32700", "", "UTM"])
def test_a_place_outside_utm_is_unknown(cloudy, code):
    """Other systems than those of Sentinel-2 are not guessed."""
    data = next(cloudy.rglob("MTD_TL.xml")).read_text().replace("EPSG:32633", code).encode()
    assert parse_tile_metadata(data, "MTD_TL.xml").grids == {}


def test_a_tile_that_lacks_a_number_is_named(cloudy):
    """Half a place is none."""
    data = next(cloudy.rglob("MTD_TL.xml")).read_text().replace("NCOLS", "COLS").encode()
    with refused(ProductError, path="MTD_TL.xml", field="NCOLS"):
        parse_tile_metadata(data, "MTD_TL.xml")


def test_a_mask_has_its_place_when_proj_has_another_database(cloudy, tmp_path):
    """PROJ's database belongs to another program: GDAL reads no CRS, and the mask is in its place nevertheless."""
    (tmp_path / "empty").mkdir()
    environment = os.environ | {
        "PYTHONPATH": str(ROOT / "build" / "plugins"),
        "PROJ_LIB": str(tmp_path / "empty"),
        "PROJ_DATA": str(tmp_path / "empty"),
    }
    code = (
        "import sys; from cloud_s2_mask.core.pipeline.batch import run_batch;"
        "from cloud_s2_mask.core.settings import create_settings;"
        "from cloud_s2_mask.core.season.table import footprint;"
        "(one,) = run_batch(create_settings(sys.argv[1:2], sys.argv[2], quiet=True)); assert one.result, one.error;"
        "print(one.result.mask_path, *one.result.warnings, footprint(one), sep=chr(10))"
    )
    words = [sys.executable, "-c", code, str(cloudy), str(tmp_path / "out")]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    path, warning, polygon = done.stdout.splitlines()
    with rasterio.open(path) as dataset:
        assert (dataset.crs.to_epsg(), dataset.transform.to_gdal()[::3]) == (32633, (300000, 5900040))
        made = dataset.read(1)
    assert "MTD_TL.xml" in warning
    assert re.match(r"POLYGON \(\(12\.\d+ 53\.\d+", polygon)
    assert np.array_equal(made, mask(cloudy, tmp_path / "usual"))


@pytest.mark.parametrize(
    "options",
    [
        {"crs": None},
        {"transform": rasterio.Affine(20, 0, 3e5, 0, 20, 59e5)},
        {"transform": rasterio.Affine(20, 3, 3e5, 3, -20, 59e5)},
        {"transform": rasterio.Affine(20, 0, 3e5, 0, -30, 59e5)},
    ],
)
def test_a_grid_is_north_up_with_square_pixels_and_a_crs(tmp_path, options):
    """Any other raster has no grid that a mask could have."""
    path = write_raster(tmp_path / "raster.tif", np.ones((4, 4)), **options)
    with rasterio.open(path) as dataset, refused(ProductError, path=path):
        Grid.of(dataset)


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_a_band_that_knows_its_crs_alone_has_the_place_that_is_stated(tmp_path):
    """GDAL 3.13 reads so an array of a store without its coordinates; a band of another CRS or size is refused."""
    path = write_raster(tmp_path / "raster.tif", np.ones((4, 4)), transform=rasterio.Affine.identity())
    stated = Grid(utm_wkt(32633), 300_000, 5_900_040, 20, 4, 4)
    with rasterio.open(path) as dataset:
        assert dataset.crs.to_epsg() == 32633
        found = Grid.of(dataset, stated)
        assert (found, found.stated) == (stated, True)
        for other in (replace(stated, crs=utm_wkt(32632)), replace(stated, height=5)):
            with refused(ProductError, path=path):
                Grid.of(dataset, other)


def test_a_footprint_crosses_the_antimeridian():
    """Its longitudes are from 0 to 360, so that it does not span the world."""
    outline = [(179.9, 51), (-179.9, 51), (-179.9, 50), (179.9, 51)]
    footprint = parse_metadata(product_xml(Scene(), [], outline), "MTD.xml").footprint
    assert [x for x, _ in footprint] == pytest.approx([179.9, 180.1, 180.1, 179.9])
