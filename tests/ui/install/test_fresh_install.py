"""A fresh QGIS without ONNX Runtime, rasterio and models, on the system's Python: one button, then a mask."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from ....core.pipeline.batch import run_batch
from ....core.settings import MaskSettings, ProductsToFolder
from ....tools.desktop_check import Session, run_desktop
from ....tools.make_safe import build_product, to_dn

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The working folder of the session."""
    return tmp_path_factory.mktemp("a fresh machine")


@pytest.fixture(scope="module")
def product(folder) -> Path:
    """A product with a bright, round cloud."""
    y, x = np.mgrid[0:300, 0:300]
    cloud = np.clip(1.2 - np.hypot(x - 150, y - 150) / 60, 0, 1) * 0.6
    bands = {band: to_dn(0.1 + cloud, -1000) for band in ("B02", "B03", "B04", "B08", "B11", "B12")}
    return build_product(folder, bands, resolutions=dict.fromkeys(bands, 20), baseline="05.10", epsg=32632)


@pytest.fixture(scope="module")
def seen(folder, product) -> dict[str, Any]:
    """The observations; the environment sets QGIS's data folders, as on Windows."""
    if not shutil.which("qgis") or not os.environ.get("DISPLAY"):
        pytest.skip("There is no QGIS desktop, or no display for it; run the tests under xvfb-run.")
    pip = ["/usr/bin/python3", "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder / "wheel")]
    tried = subprocess.run([*pip, "flatbuffers"], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"The package registry cannot be reached by pip: {tried.stderr.strip()[-300:]}")
    home = folder / "home"
    (home / "runtime").mkdir(parents=True, mode=0o700)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONPATH", raising=False)
        patch.setenv("HOME", str(home))
        patch.setenv("XDG_RUNTIME_DIR", str(home / "runtime"))
        patch.setenv("CLOUD_S2_MASK_MODELS", str(folder / "models"))
        patch.setenv("PROJ_LIB", "/usr/share/proj")
        patch.setenv("GDAL_DATA", "/usr/share/gdal")
        steps = f"{run_desktop.__module__.rpartition('.')[0]}.fresh_steps"
        observed = run_desktop([product], folder / "session", Session(steps, timeout=900))
    assert "error" not in observed, observed["error"]
    return observed


def test_nothing_happens_at_start(seen):
    """QGIS starts without loading packages, and the window names the missing ones in one line."""
    assert seen["imported_at_start"] == []
    assert "onnxruntime, rasterio" in seen["strip"]
    assert "Missing models" in seen["strip"]


def test_one_button_installs_everything(seen):
    """The packages are in the profile, the models in the data folder, without unfinished files."""
    assert seen["message"] == "Done. CloudS2Mask is ready."
    assert {"onnxruntime", "rasterio"} <= set(seen["fetched"])
    assert [name for name in seen["beside"] if name.startswith(".")] == []
    names = [f"ukis-{bands}-{level}.onnx" for bands in ("4b", "6b") for level in ("l1c", "l2a")]
    assert seen["models"] == ["s2cloudless.onnx", *names]


def test_the_hosts_numpy_is_untouched(seen):
    """No second numpy is installed, nor any of its metadata."""
    assert [name for name in seen["fetched"] if name.startswith("numpy")] == []
    assert seen["numpy"].startswith("/usr/lib")


def test_the_announced_size_is_right(seen):
    """Pip downloads what the window announced, within a quarter."""
    [announced] = re.findall(r"about (\d+) MB", seen["size"])
    kinds = {"kB": 1e-3, "MB": 1.0}
    downloaded = re.findall(r"Downloading \S+\.whl \(([0-9.]+) (kB|MB)\)", seen["log"])
    assert sum(float(number) * kinds[kind] for number, kind in downloaded) == pytest.approx(int(announced), rel=0.25)


def test_masks_equal_those_of_the_hosts_packages(seen, product, tmp_path):
    """Rasterio's wheel reads JPEG 2000 and writes the same georeferenced mask as the host's rasterio."""
    assert seen["errors"] == []
    assert "packages" in seen["rasterio"]
    with rasterio.open(seen["mask"][0]) as mask:
        values, crs, transform = mask.read(1), mask.crs, mask.transform
        assert mask.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
    assert crs.to_epsg() == 32632
    assert 0 < (values == 1).mean() < 0.5
    [outcome] = run_batch(MaskSettings(ProductsToFolder((product,), tmp_path)))
    assert outcome.result is not None
    with rasterio.open(outcome.result.mask_path) as mask:
        assert (mask.read(1) == values).mean() > 0.999  # another version of ONNX Runtime rounds otherwise
        assert mask.transform == transform


def test_qgis_keeps_its_own_proj(seen):
    """Coordinates do not change once rasterio's PROJ, of another version, is loaded."""
    assert seen["before"] == pytest.approx([691567.326, 5334734.330], abs=0.001)
    assert seen["after"] == seen["before"]
    rows = dict(re.findall(r"^\| (.+?) \| (.+) \|$", seen["diagnostics"], re.MULTILINE))
    assert rows["GDAL and PROJ of rasterio"] != rows["GDAL and PROJ of QGIS"]
