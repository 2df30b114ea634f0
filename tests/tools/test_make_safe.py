"""Test products contain the given data, in the format of ESA products."""

from __future__ import annotations

import xml.etree.ElementTree as ET
import zipfile

import numpy as np
import pytest
import rasterio

from ...tools.make_safe import build_product, lay_out, to_dn, zip_product
from ...tools.safe_metadata import BANDS, Scene

RNG = np.random.default_rng(1)


def _noise(metres: int, bands=tuple(BANDS), resolutions=BANDS) -> dict[str, np.ndarray]:
    shapes = {band: (metres // resolutions[band][1],) * 2 for band in bands}
    return {band: RNG.integers(1, 20000, shape, dtype=np.uint16) for band, shape in shapes.items()}


def _field(path, name: str) -> list[ET.Element]:
    return list(ET.parse(path).getroot().iter(name))


def test_bands_come_back_without_loss(tmp_path):
    """I read from a band what I wrote to it, on the requested grid."""
    bands = _noise(960)
    safe = build_product(tmp_path, bands, origin=(399960, 6700020), epsg=32756)
    for band, values in bands.items():
        (path,) = safe.rglob(f"*_{band}.jp2")
        with rasterio.open(path) as dataset:
            assert dataset.crs.to_epsg() == 32756
            assert dataset.bounds[:] == (399960, 6700020 - 960, 399960 + 960, 6700020)
            np.testing.assert_array_equal(dataset.read(1), values)


def test_band_files_have_tiles_and_reduced_resolutions_like_real_ones(tmp_path):
    """Bands of 10, 20 and 60 m have tiles of 1024, 640 and 192 px and can be read at 1/2 and 1/4 of their size."""
    edges = {"B02": 2100, "B11": 1050, "B01": 350}
    safe = build_product(tmp_path, {band: RNG.integers(1, 3000, (e, e), dtype=np.uint16) for band, e in edges.items()})
    for band, tile in (("B02", 1024), ("B11", 640), ("B01", 192)):
        with rasterio.open(next(safe.rglob(f"*_{band}.jp2"))) as dataset:
            assert dataset.block_shapes == [(tile, tile)]
            assert dataset.overviews(1)[:2] == [2, 4]


def test_reduced_resolutions_can_be_left_out(tmp_path):
    """Test products can have small tiles and no reduced resolutions, as some real products do."""
    bands = {"B02": RNG.integers(1, 3000, (600, 600), dtype=np.uint16)}
    safe = build_product(tmp_path, bands, block={10: 64}, resolutions_levels=1)
    with rasterio.open(next(safe.rglob("*_B02.jp2"))) as dataset:
        assert dataset.block_shapes == [(64, 64)]
        assert dataset.overviews(1) == []


def test_metadata_of_a_compact_l1c_product(tmp_path):
    """The metadata describes the product and lists its images by path."""
    safe = build_product(tmp_path, _noise(960))
    assert safe.name == "S2A_MSIL1C_20170216T102101_N0206_R065_T33UUU_20170216T132101.SAFE"
    metadata = safe / "MTD_MSIL1C.xml"
    assert [node.text for node in _field(metadata, "PRODUCT_URI")] == [safe.name]
    assert [node.text for node in _field(metadata, "PROCESSING_LEVEL")] == ["Level-1C"]
    assert [node.text for node in _field(metadata, "PROCESSING_BASELINE")] == ["02.06"]
    assert [node.text for node in _field(metadata, "SPACECRAFT_NAME")] == ["Sentinel-2A"]
    assert [node.text for node in _field(metadata, "PRODUCT_START_TIME")] == ["2017-02-16T10:21:01.000Z"]
    assert [node.text for node in _field(metadata, "QUANTIFICATION_VALUE")] == ["10000"]
    assert _field(metadata, "RADIO_ADD_OFFSET") == []
    images = [node.text for node in _field(metadata, "IMAGE_FILE")]
    assert len(images) == 13
    assert all((safe / f"{image}.jp2").is_file() for image in images)
    sizes = {node.get("resolution"): node.findtext("NROWS") for node in _field(next(safe.rglob("MTD_TL.xml")), "Size")}
    assert sizes == {"10": "96", "20": "48", "60": "16"}


def test_metadata_carries_offsets_from_baseline_0400_on(tmp_path):
    """From 04.00 on there is an offset per band; a given one replaces -1000 for that band only."""
    safe = build_product(tmp_path, _noise(960), baseline="04.00", offsets={"B10": -2000})
    offsets = _field(safe / "MTD_MSIL1C.xml", "RADIO_ADD_OFFSET")
    assert {node.get("band_id"): node.text for node in offsets} == {
        **{str(number): "-1000" for number in range(13)},
        "10": "-2000",
    }


def test_metadata_and_folders_of_an_l2a_product(tmp_path):
    """L2A has its own names for scale and offset, and a folder per resolution."""
    bands = _noise(960, bands=[band for band in BANDS if band != "B10"])
    safe = build_product(tmp_path, bands, level="L2A", baseline="05.10")
    metadata = safe / "MTD_MSIL2A.xml"
    assert [node.text for node in _field(metadata, "BOA_QUANTIFICATION_VALUE")] == ["10000"]
    assert {node.text for node in _field(metadata, "BOA_ADD_OFFSET")} == {"-1000"}
    names = sorted(path.name[-11:] for path in safe.rglob("R20m/*.jp2"))
    assert names == sorted(f"B{band}_20m.jp2" for band in ("02", "03", "04", "05", "06", "07", "11", "12", "8A"))
    with rasterio.open(next(safe.rglob("*_B02_20m.jp2"))) as dataset:
        expected = bands["B02"].reshape(48, 2, 48, 2).mean(axis=(1, 3))
        assert np.abs(dataset.read(1) - expected).max() <= 0.5


def test_long_names_of_the_first_products(tmp_path):
    """Products of 2016 have long names and list their images without a path."""
    safe = build_product(tmp_path, _noise(960), baseline="02.04", long_names=True)
    assert safe.name.startswith("S2A_OPER_PRD_MSIL1C_PDMC_")
    (metadata,) = safe.glob("S2A_OPER_MTD_SAFL1C_PDMC_*.xml")
    images = [node.text for node in _field(metadata, "IMAGE_ID")]
    assert len(images) == 13
    assert all(len(list(safe.glob(f"GRANULE/*/IMG_DATA/{image}.jp2"))) == 1 for image in images)
    assert len(list(safe.glob("GRANULE/S2A_OPER_MSI_L1C_TL_*_N02.04/S2A_OPER_MTD_L1C_TL_*.xml"))) == 1


def test_existing_band_files_become_a_product(tmp_path):
    """Existing band files are copied unchanged, and the metadata describes their grid."""
    source = build_product(tmp_path / "source", _noise(960, bands=("B02", "B11")))
    files = {band: next(source.rglob(f"*_{band}.jp2")) for band in ("B02", "B11")}
    safe = lay_out(tmp_path, files, Scene(baseline="02.04", tile="T32UQD"))
    assert "_N0204_R065_T32UQD_" in safe.name
    for band, path in files.items():
        assert next(safe.rglob(f"*_{band}.jp2")).read_bytes() == path.read_bytes()
    sizes = {node.get("resolution"): node.findtext("NCOLS") for node in _field(next(safe.rglob("MTD_TL.xml")), "Size")}
    assert sizes == {"10": "96", "20": "48", "60": "16"}


@pytest.mark.parametrize("stored", [True, False])
def test_a_zip_holds_the_folder(tmp_path, stored):
    """A zipped product has the .SAFE folder at its top level, stored or deflated as requested."""
    safe = build_product(tmp_path, _noise(960, bands=("B02",)))
    with zipfile.ZipFile(zip_product(safe, stored)) as archive:
        names = {entry.filename for entry in archive.infolist()}
        methods = {entry.compress_type for entry in archive.infolist() if not entry.is_dir()}
    assert f"{safe.name}/MTD_MSIL1C.xml" in names
    assert methods == {zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED}


def test_dn_include_the_offset_of_the_baseline():
    """Reflectance 0.1 is 1000 in an old product and 2000 in a new one; only no data is 0."""
    reflectance = np.array([0.1, np.nan, -0.5])
    assert list(to_dn(reflectance)) == [1000, 0, 1]
    assert list(to_dn(reflectance, -1000)) == [2000, 0, 1]


def test_other_types_are_refused(tmp_path):
    """Reflectance instead of DN is refused."""
    with pytest.raises(ValueError, match=r"\bB02\b.*\bfloat64\b"):
        build_product(tmp_path, {"B02": np.zeros((96, 96))})
