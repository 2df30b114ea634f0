"""Band files are JPEG 2000, whole, and alone: nothing beside them or in their place has a part in a mask."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
import rasterio

from ....core.analysis.class_values import SCL_VALUES
from ....core.analysis.compare import Classified, compare
from ....core.analysis.confusion import DETAILS
from ....core.decoding.band_file import grid_of, opened
from ....core.errors import InstallationError, UnreadableBandError
from ....core.jpeg2000 import opening
from ....core.jpeg2000.opening import alone, open_alone
from ....core.masks.vrt import bands_vrt
from ....core.product.product import open_product
from ....core.product.raster import RasterStack, open_raster
from ....core.product.strips import Bands
from ....tools.make_safe import build_product, zip_product
from ...refusals import refused
from ..product.test_strips import dense

STRANGER = """<VRTDataset rasterXSize="64" rasterYSize="64"><VRTRasterBand dataType="UInt16" band="1"><SimpleSource>
<SourceFilename relativeToVRT="0">{source}</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>
</VRTDataset>"""


@pytest.fixture
def requests() -> Iterator[list[str]]:
    """A server on this computer: its address, followed by the paths that it is asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def do_HEAD(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    asked.append(f"http://127.0.0.1:{server.server_port}")
    Thread(target=server.serve_forever, daemon=True).start()
    yield asked
    server.shutdown()
    server.server_close()


@pytest.fixture
def safe(tmp_path: Path) -> Path:
    """A product with visible bands in four tiles and reduced levels, different in every pixel."""
    rng = np.random.default_rng(3)
    bands = {band: rng.integers(1001, 9000, (512, 512), np.uint16) for band in ("B02", "B03", "B04")}
    return build_product(tmp_path, bands, block={10: 256})


def band(safe: Path, name: str = "B03") -> Path:
    """Return the file of a band."""
    return next(safe.rglob(f"*_{name}.jp2"))


def strips(path: Path, resolution: int) -> tuple[np.ndarray, np.ndarray]:
    """Return counts and nodata of the visible bands."""
    return dense(Bands(open_product(path), ["B02", "B03", "B04"], resolution))


def add_side_files(path: Path, address: str) -> None:
    """Write everything beside a band file that GDAL would take for a part of it."""
    with rasterio.open(f"{path}.ovr", "w", driver="GTiff", width=256, height=256, count=1, dtype="uint16") as overview:
        overview.write(np.full((256, 256), 7, np.uint16), 1)
    with rasterio.open(f"{path}.msk", "w", driver="GTiff", width=512, height=512, count=1, dtype="uint8") as mask:
        mask.write(np.zeros((512, 512), np.uint8), 1)
    Path(f"{path}.aux.xml").write_text(
        "<PAMDataset><GeoTransform>0,1,0,0,0,-1</GeoTransform><Metadata domain='OVERVIEWS'>"
        f"<MDI key='OVERVIEW_FILE'>/vsicurl/{address}/overview.tif</MDI></Metadata>"
        "<PAMRasterBand band='1'><NoDataValue>5000</NoDataValue><Offset>9</Offset></PAMRasterBand></PAMDataset>"
    )
    for suffix in (".j2w", ".wld"):
        path.with_suffix(suffix).write_text("5\n0\n0\n-5\n0\n0\n")


@pytest.mark.parametrize("packed", ["folder", "zip"])
def test_files_beside_a_band_have_no_part(safe, requests, packed):
    """Overviews, masks, metadata and world files beside a band change no pixel and no place, and ask no server."""
    expected = {resolution: strips(safe, resolution) for resolution in (10, 20, 40)}
    grid = grid_of(open_product(safe).image("B03"))
    add_side_files(band(safe), requests[0])
    with rasterio.open(band(safe)) as dataset:  # they count for GDAL
        assert dataset.transform.a == 1
    product = zip_product(safe) if packed == "zip" else safe
    for resolution, (counts, nodata) in expected.items():
        found = strips(product, resolution)
        assert np.array_equal(found[0], counts)
        assert np.array_equal(found[1], nodata)
    assert grid_of(open_product(product).image("B03")) == grid
    text = bands_vrt(open_product(product), ["B03"], grid.at(20), to_read=True)
    with rasterio.open(text) as dataset:
        assert dataset.read(1).mean() == pytest.approx(expected[20][0][1].mean(), rel=0.01)
    assert len(requests) == 1


def test_a_raster_of_a_person_is_opened_as_it_is(safe):
    """A raster that a person names may have any format, and metadata in a file beside it."""
    with rasterio.open(band(safe)) as dataset:
        stack, profile = np.repeat(dataset.read(), 4, axis=0), {**dataset.profile, "driver": "GTiff", "count": 4}
    raster = safe / "stack.jp2"  # a GeoTIFF by another name
    with rasterio.open(raster, "w", **profile) as dataset:
        dataset.write(stack)
    Path(f"{raster}.aux.xml").write_text(
        "<PAMDataset><PAMRasterBand band='1'><NoDataValue>5000</NoDataValue></PAMRasterBand></PAMDataset>"
    )
    numbers = {"B02": 1, "B03": 2, "B04": 3, "B08": 4}
    found = open_raster(RasterStack(str(raster), "stack", "L1C", numbers))
    assert found.image("B02").nodata == 5000
    with opened(found.image("B02")) as dataset:
        assert dataset.driver == "GTiff"


@pytest.mark.parametrize("source", ["{address}/B03.tif", "/vsicurl/{address}/B03.jp2", "{neighbour}"])
def test_another_format_in_place_of_a_band_is_refused(safe, requests, source):
    """A VRT by the name of a band reads no other file and asks no server."""
    path, grid = band(safe), grid_of(open_product(safe).image("B03"))
    path.write_text(STRANGER.format(source=source.format(address=requests[0], neighbour=band(safe, "B04"))))
    with refused(UnreadableBandError, path=path):
        strips(safe, 10)
    with refused(UnreadableBandError, path=path):
        bands_vrt(open_product(safe), ["B03"], grid)
    scene = Classified(str(path), SCL_VALUES, jpeg2000=True)
    with refused(UnreadableBandError, path=path):
        compare(scene, scene, DETAILS["all classes"])
    assert len(requests) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_a_pipe_in_place_of_a_band_does_not_wait(safe):
    """A pipe by the name of a band is refused at once."""
    path = safe / "T33UUU_B03.jp2"
    os.mkfifo(path)
    with refused(UnreadableBandError, path=path):
        alone(str(path))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99, 0.99999])
@pytest.mark.parametrize("packed", ["folder", "zip", "deflated zip"])
def test_an_incomplete_band_is_refused(safe, share, packed):
    """A band that was not downloaded to its end gives no mask, at any resolution."""
    path = band(safe)
    data = path.read_bytes()
    path.write_bytes(data[: int(share * len(data))])
    product = safe if packed == "folder" else zip_product(safe, stored=packed == "zip")
    for resolution in (10, 40):
        with refused(UnreadableBandError):
            strips(product, resolution)


def _at(data: bytes, marker: bytes, number: int = 0) -> int:
    """Return the offset of a marker."""
    found = -1
    for _ in range(number + 1):
        found = data.index(marker, found + 1)
    return found


def _patched(data: bytes, offset: int, layout: str, value: int) -> bytes:
    return data[:offset] + struct.pack(layout, value) + data[offset + struct.calcsize(layout) :]


DAMAGES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "tile ends beyond the file": (lambda d: _patched(d, _at(d, b"\xff\x90\0\x0a", 1) + 6, ">I", 2**31), "tile 2"),
    "tile is twice": (lambda d: _patched(d, _at(d, b"\xff\x90\0\x0a", 1) + 4, ">H", 0), "tile 1"),
    "tile of another image": (lambda d: _patched(d, _at(d, b"\xff\x90\0\x0a", 1) + 4, ">H", 4), "SOT"),
    "image of another size": (lambda d: _patched(d, _at(d, b"\xff\x51") + 6, ">I", 2**31), "SIZ"),
    "tiles of no size": (lambda d: _patched(d, _at(d, b"\xff\x51") + 22, ">I", 0), "SIZ"),
    "two components": (lambda d: _patched(d, _at(d, b"ihdr") + 12, ">H", 2), "ihdr"),
    "too many decompositions": (lambda d: _patched(d, _at(d, b"\xff\x52") + 9, ">B", 33), "COD"),
    "segment of no length": (lambda d: _patched(d, _at(d, b"\xff\x5c") + 2, ">H", 0), "QCD"),
    "box of no length": (lambda d: _patched(d, _at(d, b"colr") - 4, ">I", 1), "colr"),
    "box beyond the file": (lambda d: _patched(d, _at(d, b"jp2h") - 4, ">I", 2**31), "jp2h"),
    "no end": (lambda d: d[:-2] + b"\0\0", "SOT"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_band_is_named_with_its_damage(safe, damage):
    """The error names the file and the element that is damaged."""
    change, element = DAMAGES[damage]
    path = band(safe)
    path.write_bytes(change(path.read_bytes()))
    with refused(UnreadableBandError, path=path) as caught:
        strips(safe, 10)
    assert element in str(caught.value.values["reason"])


def test_a_wrong_length_of_a_box_does_not_end_the_program(safe):
    """An empty code stream makes OpenJPEG 2.5 abort the process that reads it."""
    path = band(safe)
    data = path.read_bytes()
    path.write_bytes(_patched(data, _at(data, b"jp2c") - 4, ">I", 8))
    code = "import sys; from cloud_s2_mask.core.decoding.band_file import BandImage, grid_of\n"
    code += "grid_of(BandImage(sys.argv[1], 10, jpeg2000=True))"
    command = [sys.executable, "-c", code, str(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    result = subprocess.run(command, check=False, env=environment, capture_output=True, text=True)
    assert result.returncode == 1  # of Python's error; an abort has a negative status
    assert UnreadableBandError.__name__ in result.stderr


def test_files_of_esa_are_whole(shared_data):
    """Every band of real products is accepted."""
    names = sorted(path for path in (shared_data / "safe").rglob("IMG_DATA/*_B*.jp2"))
    assert len(names) > 10
    for path in names:
        assert alone(str(path))


def test_a_file_is_checked_again_after_a_change(safe):
    """A band that is damaged after its first reading is not read again."""
    path = band(safe)
    assert alone(str(path)) == alone(str(path))
    path.write_bytes(path.read_bytes()[:-1])
    with refused(UnreadableBandError, path=path):
        alone(str(path))


def test_a_member_that_is_twice_in_an_archive_is_refused(safe):
    """Of two members of one name, GDAL may read the one that was not checked."""
    archive = zip_product(safe)
    path = str(open_product(archive).image("B03").path)
    with zipfile.ZipFile(archive, "a") as file, pytest.warns(UserWarning, match="Duplicate"):
        file.write(band(safe), band(safe).relative_to(safe.parent).as_posix())
    with refused(UnreadableBandError, path=path):
        alone(path)


@pytest.fixture
def drivers(monkeypatch) -> Iterator[dict[str, str]]:
    """The drivers of GDAL, which a test may change."""
    with rasterio.Env() as env:
        present = env.drivers()
    monkeypatch.setattr(rasterio.Env, "drivers", lambda _self: present)
    opening._driver.cache_clear()
    yield present
    opening._driver.cache_clear()


def test_a_driver_that_is_not_exact_is_a_warning(tmp_path, drivers):
    """A product whose bands only JP2Grok can read has one warning; with another driver it has none."""
    product = open_product(build_product(tmp_path, {"B02": np.full((60, 60), 2000, np.uint16)}))
    assert product.warnings() == ()
    for name in opening._DRIVERS:
        drivers.pop(name, None)
    drivers["JP2Grok"] = "rw"
    opening._driver.cache_clear()
    (warning,) = product.warnings()
    assert "JP2Grok" in warning


def test_a_gdal_without_jpeg2000_is_named(tmp_path, drivers):
    """The package is to blame, not the band."""
    safe = build_product(tmp_path, {"B02": np.full((60, 60), 2000, np.uint16)})
    for name in opening._DRIVERS:
        drivers.pop(name, None)
    with refused(InstallationError, version=rasterio.__gdal_version__):
        open_alone(str(next(safe.rglob("*_B02.jp2"))))
