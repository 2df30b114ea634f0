"""Whatever happens to a band file or to the decoder, strips are right, or there is an error; never other pixels."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rasterio._env import del_gdal_config, get_gdal_config, set_gdal_config
from rasterio.windows import Window

from ....core.decoding import band_file
from ....core.decoding.band_image import BandImage
from ....core.errors import UnreadableBandError
from ....core.product.product import open_product
from ....core.product.strips import Bands
from ....core.raster.patches import PatchPlan, PatchRow
from ....core.workers import Workers
from ....tools.make_safe import build_product
from ...conftest import ROOT
from ...refusals import refused
from ..conftest import VISIBLE
from . import under_limits
from .under_limits import BANDS, digest

EDGE = 1280
SHARES = (0.1, 0.5, 0.9, 0.99)


@pytest.fixture(scope="module")
def tiled() -> Iterator[Path]:
    """A product of bands of many JPEG 2000 tiles, with a leaning swath edge, where any user may read it."""
    rng = np.random.default_rng(3)
    bands = {}
    for band in BANDS:
        edge = EDGE if band != "B11" else EDGE // 2
        dn = rng.integers(1001, 9000, (edge, edge), dtype=np.uint16)
        lines, columns = np.indices(dn.shape)
        dn[columns < edge * 0.2 + lines * 0.2] = 0
        bands[band] = dn
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield build_product(Path(folder), bands, block={10: 256, 20: 160}, resolutions_levels=4)


@pytest.fixture(scope="module")
def right(tiled) -> str:
    """The hash of its strips."""
    return digest(tiled, 1)


@pytest.mark.parametrize("threads", [2, 3, 16])
def test_the_number_of_threads_changes_no_pixel(tiled, right, threads):
    """A mask does not depend on the number of cores."""
    assert digest(tiled, threads) == right


@pytest.mark.parametrize("band", BANDS)
@pytest.mark.parametrize("share", SHARES)
def test_a_band_cut_anywhere_is_an_error(tiled, tmp_path, band, share):
    """A download that ended early is refused by the name of its band; GDAL's own threads would lose the error."""
    safe = Path(shutil.copytree(tiled, tmp_path / tiled.name))
    path = next(safe.rglob(f"*_{band}.jp2"))
    os.truncate(path, int(path.stat().st_size * share))
    with refused(UnreadableBandError, path=path):
        digest(safe, 3)


@pytest.mark.parametrize("change", ["cut", "rewritten", "removed"])
def test_a_band_that_changes_while_it_is_read_is_an_error(tiled, tmp_path, change):
    """A file that a download or a sync client writes to during the run gives no mask of two versions."""
    safe = Path(shutil.copytree(tiled, tmp_path / tiled.name))
    path = next(safe.rglob("*_B03.jp2"))
    bands = Bands(open_product(safe), BANDS, 20)
    plan = PatchPlan(64, EDGE // 2, 0, tuple(PatchRow(top, (0,)) for top in range(0, EDGE // 2, 64)))
    strips = bands.strips(plan, Workers(3))
    next(strips)
    if change == "cut":
        os.truncate(path, path.stat().st_size // 2)
    elif change == "rewritten":
        path.write_bytes(path.read_bytes())
    else:
        path.unlink()
    with refused(UnreadableBandError, path=path):
        list(strips)


def _under(limit: str, number: int, safe: Path) -> dict[str, object]:
    """Decode in a child under a limit; GDAL and the C library end the process where they are refused memory."""
    module = under_limits.__name__
    done = subprocess.run(
        [sys.executable, "-m", module, str(safe), limit, str(number)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "build" / "plugins"), "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert bool(done.returncode) != bool(done.stdout), done.stderr
    told: dict[str, object] = json.loads(done.stdout or '{"error": "the process was ended"}')
    return told


@pytest.mark.skipif(not hasattr(os, "setresuid") or os.getuid() != 0, reason="only root can become another user")
@pytest.mark.parametrize("threads", [1, 2, 3, 5])
def test_few_threads_change_no_pixel(tiled, right, threads):
    """A system that starts only a few threads, or none, gives the same pixels."""
    told = _under("threads", threads, tiled)
    assert told["threads"] == threads - 1, "the limit does not bind"
    assert told["digest"] == right


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is one of Linux")
def test_little_memory_is_an_error_or_changes_no_pixel(tiled, right):
    """If memory ends, the strips are right or there is an error."""
    told = {megabytes: _under("memory", megabytes, tiled) for megabytes in (2, 40, 75, 110, 150, 180, 3000)}
    assert {one["digest"] for one in told.values() if "error" not in one} == {right}
    assert "error" in told[2], "the limit does not bind"
    errors = {str(one["error"]) for one in told.values() if "error" in one}
    assert errors <= {"MemoryShortError", "MemoryError", "the process was ended"}, "a good band is called damaged"
    assert "error" not in told[3000]


class _Watched:
    """A substitute for `band_file.opened` whose datasets tell what is read: path, level, window."""

    def __init__(self, told: Callable[[str, int, Window], None]) -> None:
        self._told: Callable[[str, int, Window], None] = told
        self._open = band_file.opened

    def __call__(self, image: BandImage, level: int = 0) -> _WatchedDataset:
        return _WatchedDataset(self._open(image, level), partial(self._told, image.path, level))


class _WatchedDataset:
    def __init__(self, dataset: Any, told: Callable[[Window], None]) -> None:
        self._dataset, self._told = dataset, told

    def __getattr__(self, name: str) -> Any:
        return getattr(self._dataset, name)

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_error: object) -> None:
        self._dataset.close()

    def read(self, band: int, window: Window, **options: Any) -> Any:
        self._told(window)
        return self._dataset.read(band, window=window, **options)


def test_gdal_of_the_host_keeps_its_configuration(tiled, right, monkeypatch):
    """GDAL decodes in the thread that asks, and for everybody else in QGIS in as many as before."""
    name, here, elsewhere = "GDAL_NUM_THREADS", set(), set()

    def look(*_read: object) -> None:
        here.add(get_gdal_config(name))
        host = threading.Thread(target=lambda: elsewhere.add(get_gdal_config(name)))
        host.start()
        host.join()

    monkeypatch.setattr(band_file, "opened", _Watched(look))
    set_gdal_config(name, 3)
    try:
        with ThreadPoolExecutor(1) as reader:  # as a run has one; what the main thread sets, all threads see
            assert reader.submit(digest, tiled, 2).result() == right
        elsewhere.add(get_gdal_config(name))
    finally:
        del_gdal_config(name)
    assert here == {1}
    assert elsewhere == {3}


@pytest.mark.parametrize(("resolution", "stride"), [(10, 64), (20, 20), (30, 24)])
@pytest.mark.parametrize("tile", [64, 256])
def test_each_tile_is_decoded_once(tmp_path, monkeypatch, resolution, stride, tile):
    """A JPEG 2000 tile that several strips overlap is decoded once, and completely."""
    height, width = 1300, 700
    rng = np.random.default_rng(0)
    dn = {band: rng.integers(1, 5000, (height, width), dtype=np.uint16) for band in VISIBLE}
    bands = Bands(
        open_product(build_product(tmp_path, dn, block={10: tile}, resolutions_levels=1)), VISIBLE, resolution
    )
    times = {band: np.zeros((height, width), int) for band in VISIBLE}
    windows: list[Window] = []

    def count(path: str, _level: int, window: Window) -> None:
        times[path[-7:-4]][window.toslices()] += 1
        windows.append(window)

    monkeypatch.setattr(band_file, "opened", _Watched(count))
    lines, columns = bands.grid.shape
    tops = [*range(0, lines - 64, stride), lines - 64]
    for _ in bands.strips(PatchPlan(64, columns, 0, tuple(PatchRow(top, (0,)) for top in tops)), Workers(3)):
        pass
    assert all((count == 1).all() for count in times.values()), "read twice, or not at all"
    for window in windows:
        assert not window.row_off % tile
        assert not window.col_off % tile
        assert window.height >= min(512, height - window.row_off), "tiny tiles are read many at a time"
        assert window.width >= min(512, width - window.col_off)


def test_rows_of_tiles_take_the_memory_of_those_before(tmp_path):
    """No more rows of tiles are held than a strip touches, also where the last one is lower, and one after it."""
    height, width = 1300, 700
    lines, columns = np.indices((height, width), np.uint16)
    dn = {"B03": 1001 + lines + columns % 256}
    bands = Bands(open_product(build_product(tmp_path, dn, block={10: 256})), ["B03"], 10)
    tops = [*range(0, height - 128, 96), height - 128]
    held = []
    tracemalloc.start()
    try:
        for strip in bands.strips(PatchPlan(128, width, 0, tuple(PatchRow(top, (0,)) for top in tops)), Workers(1)):
            assert (strip.counts[0] == dn["B03"][strip.top : strip.top + 128]).all()
            traces = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, band_file.__file__)])
            held.append(sum(trace.size for trace in traces.traces))
    finally:
        tracemalloc.stop()
    row = 512 * width * 3  # counts, and where they are empty
    assert 2 * row <= max(held) < 2.1 * row
    assert row <= held[-1] < 1.1 * row


def test_a_system_without_threads_decodes_in_the_one_it_has(tiled, right):
    """The calling thread does all the work if no other can be started."""
    before = threading.stack_size(2**47)  # more than there is
    try:
        assert digest(tiled, 4) == right
    finally:
        threading.stack_size(before)
