"""Whatever is written is whole, or an error is reported and nothing is left; `make faults` tries every size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.errors import RasterioIOError

from ...core import errors
from ...core.files import write_all
from ...core.raster.geotiff import add_overviews, check_raster
from ...tools.faults.disks import CannotMountError, after_remount, on_small_disks, with_short_files
from ...tools.faults.outputs import Write, digests, outputs
from ...tools.labelled_scene import SIX_BANDS
from ..rasters import write_raster
from ..refusals import refused

NAMES = ["mask, confidence and valid mask", "applied mask", "composite", "difference", "report", "table"]
GOOD = {"done", "refused"}


@pytest.fixture
def written(tiny_model, tmp_path, out) -> Callable[[str], tuple[Write, dict[str, str], int]]:
    """Return the function that writes an output by its name, its digests, and its size in bytes."""
    (tmp_path / "in").mkdir()
    model = str(tiny_model([[0.0] * 6, [1000.0, *[0.0] * 5], [0.0] * 6], [0, -150, -900], bands=list(SIX_BANDS)))
    every = outputs(tmp_path / "in", model, edge=300, grain=1)

    def write(name: str) -> tuple[Write, dict[str, str], int]:
        every[name](out)
        found, size = digests(out), sum(path.stat().st_size for path in out.iterdir())
        for path in out.iterdir():
            path.unlink()
        return every[name], found, size

    return write


@pytest.mark.parametrize("name", NAMES)
def test_a_disk_of_any_size(written, out, name):
    """The disk is full, sooner or later, or just large enough."""
    write, expected, size = written(name)
    need = size // 1024 + (350 if "confidence" in name else 0)
    try:
        found = on_small_disks(write, out, expected, [20, need // 2, *range(need - 12, need + 1, 4), need + 200])
    except CannotMountError as error:
        pytest.skip(f"This system does not allow tests to mount a small file system: {error}")
    assert set(found.values()) <= GOOD, found
    assert found[need + 200] == "done"
    assert found[20] == "refused" or need < 40


@pytest.mark.parametrize("name", NAMES)
def test_files_that_may_not_grow(written, out, name):
    """A quota ends the files at any byte."""
    write, expected, size = written(name)
    found = with_short_files(write, out, expected, [0, 1000, size // 3, size - 1, 10 * size])
    assert set(found.values()) <= GOOD, found
    assert (found[0], found[10 * size]) == ("refused", "done")


def test_a_mask_is_the_same_after_the_disk_is_mounted_anew(written, out):
    """I remove the disk and insert it again."""
    write, expected, _size = written("mask, confidence and valid mask")
    try:
        assert after_remount(write, out, expected) == "done"
    except CannotMountError as error:
        pytest.skip(f"This system does not allow tests to mount a file system: {error}")


def test_a_block_that_was_not_written_is_found(tmp_path):
    """GDAL reads a block that was lost as nodata; the check finds it."""
    path = Path(write_raster(tmp_path / "sparse.tif", np.ones((64, 64)), tiled=True, blockxsize=16, blockysize=16))
    check_raster(path)
    with rasterio.open(path) as dataset:
        profile = {**dataset.profile, "sparse_ok": True}
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(np.ones((1, 32, 64), np.uint16), window=((0, 32), (0, 64)))
    with rasterio.open(path) as dataset:
        assert dataset.read().shape == (1, 64, 64)
    with pytest.raises(RasterioIOError):
        check_raster(path)


@pytest.mark.parametrize("kept", [0.0, 0.5, 0.9])
def test_a_raster_that_was_cut_off_gets_no_name(tmp_path, out, kept):
    """GDAL may lose the error of a full disk on closing a file; reading it again finds what is missing."""
    whole = Path(write_raster(tmp_path / "whole.tif", np.random.default_rng(1).integers(1, 9, (64, 64)))).read_bytes()

    def write(part: Path) -> None:
        part.write_bytes(whole[: int(kept * len(whole))])
        add_overviews(part, lambda: None)

    with refused(errors.OutputError, path=out / "a.tif"):
        write_all({out / "a.tif": write})
    assert list(out.iterdir()) == []


def test_what_was_there_before_stays(out, monkeypatch):
    """If the last of several files cannot get its name, those that got theirs have their old content again."""
    names = ["mask.tif", "mask.qml", "mask.vrt"]
    for name in names[:2]:
        (out / name).write_text("old")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target == out / "mask.tif":
            raise PermissionError(13, "The process cannot access the file")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with refused(errors.OutputError, path=out / "mask.tif"):
        write_all({out / name: lambda part: part.write_text("new") for name in names})
    assert {path.name: path.read_text() for path in out.iterdir()} == {"mask.tif": "old", "mask.qml": "old"}
