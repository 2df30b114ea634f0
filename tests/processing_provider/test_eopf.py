"""The toolbox and `qgis_process` take EOPF products wherever they take `.SAFE`."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import rasterio
from qgis.core import QgsRasterLayer

from ...core.cards.card import models_dir
from ...tools.make_eopf import build_eopf, zip_eopf
from ...tools.make_safe import to_dn
from ...tools.package import ROOT
from ..rasters import write_raster
from .conftest import FLAT, at_swath_edge, stopped

METRES = 2800
CHUNKS = {10: 50, 20: 25}


@pytest.fixture
def eopf(tmp_path) -> Path:
    """A product with a swath edge, large enough for reduced levels in SAFE."""
    bands = {band: to_dn(values, -1000) for band, values in at_swath_edge(METRES).items()}
    return build_eopf(tmp_path / "products", bands, baseline="05.11", chunks=CHUNKS)


def test_folder_metadata_file_and_archive_give_the_mask_of_safe(run, make_product, eopf, tmp_path):
    """I can choose a .zarr folder, its metadata file or its archive and get the mask of the SAFE product."""
    safe = make_product(at_swath_edge(METRES), baseline="05.11")
    masks = []
    for number, given in enumerate([safe, eopf, eopf / ".zmetadata", zip_eopf(eopf)]):
        output = str(tmp_path / f"mask {number}.tif")
        masks.append(rasterio.open(run("maskscene", INPUT=str(given), OUTPUT=output)["OUTPUT"]).read(1))
    assert (masks[0] == 255).any()
    assert all(np.array_equal(mask, masks[0]) for mask in masks[1:])


def test_a_folder_of_products_in_both_formats(run, make_product, eopf, tmp_path):
    """A batch finds the stores in a folder, and the layer of natural colours is one that QGIS can show."""
    make_product(FLAT, folder=eopf.parent, tile="T33UCC")
    out = tmp_path / "out"
    out.mkdir()
    run("maskscenes", FOLDER=str(eopf.parent), OUTPUT_FOLDER=str(out), TABLE="TEMPORARY_OUTPUT")
    assert len(list(out.glob("*_20m.tif"))) == 2
    (colours,) = (path for path in out.glob("*.vrt") if eopf.stem in path.name)
    layer = QgsRasterLayer(str(colours), "colours")
    assert layer.isValid()
    assert layer.crs().authid() == "EPSG:32633"
    extent = layer.extent()
    block = layer.dataProvider().block(1, extent, 12, 12)
    assert not block.isNoData(6, 11)
    assert block.value(6, 11) == pytest.approx(FLAT["B04"], abs=0.001)
    assert block.isNoData(6, 0)


def test_its_scene_classification_is_a_reference(run, tmp_path):
    """I can compare a mask with the SCL of an EOPF product of level 2A, in a folder or a zip."""
    classes = np.repeat([4, 9, 10, 3, 0], 12)[:, None].repeat(60, 1).astype(np.uint8)
    bands: dict[str, np.ndarray] = {"B02": np.full((120, 120), 2000, np.uint16), "SCL": classes}
    product = build_eopf(tmp_path, bands, level="L2A", baseline="05.11", chunks=CHUNKS)
    values = np.repeat([0, 1, 2, 3, 0], 12)[:, None].repeat(60, 1)
    mask = write_raster(tmp_path / "mask.tif", values, dtype="uint8", size=20, nodata=255)
    for given in (product, zip_eopf(product)):
        result = run("comparemasks", INPUT=mask, PRODUCT=str(given))
        assert result["PIXELS"] == 4 * 12 * 60
        assert result["OVERALL_ACCURACY"] == 1.0


def test_verification_is_refused(run, eopf, tmp_path):
    """VERIFY stops, because there is nothing to compare the files with."""
    with stopped(eopf):
        run("maskscene", INPUT=str(eopf), OUTPUT=str(tmp_path / "mask.tif"), VERIFY=True)


def test_a_product_is_masked_in_the_shell(eopf, tmp_path):
    """`qgis_process` masks a .zarr folder."""
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        pytest.skip("There is no qgis_process here.")
    home, target = tmp_path / "home", tmp_path / "mask.tif"
    settings = home / ".local" / "share" / "QGIS" / "QGIS3" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text("[PythonPlugins]\ncloud_s2_mask=true\n", encoding="utf-8")
    environment = {
        **os.environ,
        "HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_PLUGINPATH": str(ROOT / "build" / "plugins"),
        "CLOUD_S2_MASK_MODELS": str(models_dir()),
    }
    for name in ("QGIS_CUSTOM_CONFIG_PATH", "QGIS_OPTIONS_PATH"):  # pytest-qgis's own
        environment.pop(name, None)
    command = [program, "--json", "run", "clouds2mask:maskscene", "--", f"INPUT={eopf}", f"OUTPUT={target}"]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    with rasterio.open(target) as dataset:
        assert dataset.tags()["CLOUDS2MASK_PRODUCT"] == eopf.stem
        assert {0, 255} <= set(np.unique(dataset.read(1)))
