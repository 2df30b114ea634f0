"""A mask gets its name when it is complete, and an output folder that cannot be used is named."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from ...core import errors
from ...core.files import check_output_folder, write_all
from ...core.pipeline.progress import Phase, Step
from ...tools.faults.disks import CannotMountError, files_of_at_most, tiny_disk
from ..refusals import assert_values, refused
from .conftest import BACKGROUND, Recorder, read_mask, run

BANDS = ["B02", "B03", "B04", "B08"]


@pytest.fixture
def model(tiny_model) -> str:
    """A model that classifies every pixel as thick cloud."""
    return str(tiny_model(np.zeros((3, 4)), [0, 1, 0], bands=BANDS))


@pytest.fixture
def speckled(make_product, tiny_model) -> Path:
    """A product whose mask differs from pixel to pixel, so that it does not compress."""
    tiny_model([[0] * 4, [1000, 0, 0, 0], [0] * 4], [0, -100, -900], bands=BANDS)
    values = np.random.default_rng(1).choice([0.05, 0.3], (700, 700))
    return Path(make_product(dict.fromkeys(BANDS, values)))


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """Mount a file system of a few kilobytes, or skip the test where that is not allowed."""
    with ExitStack() as stack:
        try:
            stack.enter_context(tiny_disk(folder, kilobytes))
        except CannotMountError as error:
            pytest.skip(f"This system does not allow tests to mount a small file system: {error}")
        yield folder


def test_the_output_folder_is_created(make_product, model, tmp_path):
    """I choose a new folder in one that exists, and it is created."""
    (outcome,) = run(make_product(BACKGROUND), tmp_path / "new", processing_res=10, model=model)
    assert outcome.result
    assert outcome.result.mask_path.parent == tmp_path / "new"


def test_a_folder_that_cannot_be_created_is_named_at_once(make_product, model, tmp_path):
    """A folder that is a file, is read-only or has no parent folder is refused before any work."""
    safe = make_product(BACKGROUND)
    (tmp_path / "file").touch()
    for folder in (tmp_path / "no" / "out", tmp_path / "file", tmp_path / "file" / "out", Path("/proc/out")):
        with refused(errors.OutputError, folder=folder):
            run(safe, folder, processing_res=10, model=model)
    assert not (tmp_path / "no").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="An administrator may write to any folder.")
def test_a_read_only_folder_is_named_at_once(tmp_path):
    """A folder without permission to write is refused before any work."""
    tmp_path.chmod(0o500)
    with refused(errors.OutputError, folder=tmp_path, reason="Permission denied"):
        check_output_folder(tmp_path)


def test_an_output_folder_that_is_a_file_is_called_so(tmp_path):
    """I read that it is a file."""
    (tmp_path / "masks").touch()
    with refused(errors.OutputError, folder=tmp_path / "masks") as caught:
        check_output_folder(tmp_path / "masks")
    assert "is a file" in str(caught.value)


def test_only_a_folder_that_can_be_created_is_to_be_created(tmp_path, monkeypatch):
    """On a read-only disk I am not told to create the folder, but am told which folder is missing if one is."""
    with refused(errors.OutputError, folder=tmp_path / "no" / "out", parent=tmp_path / "no") as missing:
        check_output_folder(tmp_path / "no" / "out")
    assert "Create" in str(missing.value)

    def refuse(path: Path, **_options: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with refused(errors.OutputError, folder=tmp_path / "out", reason=os.strerror(errno.EROFS)) as fixed:
        check_output_folder(tmp_path / "out")
    assert "Create" not in str(fixed.value)


def test_checking_a_folder_leaves_nothing_in_it(out):
    """The check that a folder can be written to leaves no file in it."""
    check_output_folder(out)
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("kilobytes", [4, 16])
def test_a_full_disk_is_named_and_nothing_is_left(speckled, out, kilobytes):
    """The disk is full: the error names the mask and the reason; no partial file is left."""
    with small_disk(out, kilobytes):
        (outcome,) = run(speckled, out, processing_res=10, model="tiny")
        assert isinstance(outcome.error, errors.OutputError)
        assert_values(outcome.error, path=out / f"{speckled.stem}_tiny_10m.tif")
        assert outcome.error.values.keys() == {"path", "reason"}
        assert list(out.iterdir()) == []


@pytest.mark.parametrize("size", [0, 100, 4096])
def test_a_write_that_fails_half_way_leaves_nothing(speckled, out, size):
    """If writing fails after some bytes, neither the mask nor its style nor a temporary file is left."""
    with files_of_at_most(size):
        (outcome,) = run(speckled, out, processing_res=10, model="tiny", make_qml_files=False, keep_vrt=False)
    assert isinstance(outcome.error, errors.OutputError)
    assert list(out.iterdir()) == []
    error: BaseException | None = outcome.error
    while error:  # frames would keep the mask in memory
        assert error.__traceback__ is None
        error = error.__cause__ or error.__context__


def test_a_folder_that_is_deleted_during_the_run_is_named(make_product, model, tmp_path):
    """The folder was deleted meanwhile: the error of each scene names the file in it."""

    class Deleting(Recorder):
        def scene_progress(self, index: int, fraction: float, phase: Phase) -> None:
            if (tmp_path / "out").exists():
                (tmp_path / "out").rmdir()

    scenes = [make_product(BACKGROUND, satellite=satellite) for satellite in ("S2A", "S2B")]
    outcomes = run(scenes, tmp_path / "out", processing_res=10, model=model, listener=Deleting())
    for scene, outcome in zip(scenes, outcomes):
        assert isinstance(outcome.error, errors.OutputError)
        assert_values(outcome.error, path=tmp_path / "out" / f"{scene.stem}_tiny_10m.tif")


def test_an_output_folder_that_becomes_a_file_is_named(make_product, model, tmp_path):
    """The folder was replaced by a file meanwhile: the error names the mask in it, not a fault of the program."""

    class Replacing(Recorder):
        def scene_progress(self, index: int, fraction: float, phase: Phase) -> None:
            if (tmp_path / "out").is_dir():
                (tmp_path / "out").rmdir()
                (tmp_path / "out").touch()

    safe = make_product(BACKGROUND)
    (outcome,) = run(safe, tmp_path / "out", processing_res=10, model=model, listener=Replacing())
    assert isinstance(outcome.error, errors.OutputError)
    assert_values(outcome.error, path=tmp_path / "out" / f"{safe.stem}_tiny_10m.tif")


@pytest.mark.parametrize("length", [208, 209, 219, 220, 246])
def test_a_name_that_is_too_long_is_named_before_any_work(make_product, model, out, length):
    """All names fit, only the mask's does, or none does: a mask, or an error with the name."""
    beside = {"export_confidence": True, "keep_vrt": False}
    safe = make_product(BACKGROUND, name="N" * length)
    (outcome,) = run(safe, out, processing_res=10, model=model, **beside)
    if length + len("_T33UUU_20170216T102101_tiny_10m_confidence.tif") <= 255:
        assert outcome.result, outcome.error
    else:
        assert isinstance(outcome.error, errors.OutputError)
        assert "path" in outcome.error.values
        assert list(out.iterdir()) == []


def test_a_product_that_is_deleted_before_its_vrt_is_written(make_product, model, out):
    """The product vanishes while it is masked: the error names a band file, and no file is left."""
    safe = make_product(BACKGROUND)

    class Deleting(Recorder):
        def scene_progress(self, index: int, fraction: float, phase: Phase) -> None:
            if phase.step is Step.WRITING:
                shutil.rmtree(safe)

    (outcome,) = run(safe, out, processing_res=10, model=model, listener=Deleting())
    assert outcome.error is not None
    assert ".jp2" in str(outcome.error)
    assert type(outcome.error) is not errors.CloudS2MaskError
    assert list(out.iterdir()) == []


def test_a_mask_that_another_program_holds_is_named(make_product, model, out, monkeypatch):
    """Windows does not replace a file that a layer uses: the error names the file, and the old file stays."""
    safe = make_product(BACKGROUND)
    path = out / f"{safe.stem}_tiny_10m.tif"
    path.write_bytes(b"shown in QGIS")

    replace = Path.replace

    def refuse(self, target):
        if target == path:
            raise PermissionError(13, "The process cannot access the file")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    (outcome,) = run(safe, out, processing_res=10, model=model, overwrite=True)
    assert isinstance(outcome.error, errors.OutputError)
    assert_values(outcome.error, path=path, reason="The process cannot access the file")
    assert list(out.iterdir()) == [path]
    assert path.read_bytes() == b"shown in QGIS"


@pytest.mark.parametrize("blocked", ["_tiny_10m.qml", "_10m.vrt", "_10m.qml"])
def test_a_scene_that_fails_at_a_companion_leaves_no_mask(make_product, model, out, blocked):
    """If a style or the VRT cannot be written, the scene fails, and its mask is not written either."""
    safe = make_product(BACKGROUND)
    (out / f"{safe.stem}{blocked}").mkdir()
    (outcome,) = run(safe, out, processing_res=10, model=model)
    assert isinstance(outcome.error, errors.OutputError)
    assert_values(outcome.error, path=out / f"{safe.stem}{blocked}")
    assert [path.name for path in out.iterdir()] == [f"{safe.stem}{blocked}"]


def test_a_mask_is_complete_before_it_gets_its_name(speckled, out, monkeypatch):
    """When a mask gets its name, it is complete, and so are the files beside it."""
    seen: dict[str, Any] = {}
    replace = Path.replace

    def watch(self, target):
        assert not target.exists()
        assert self.parent.parent == target.parent, "a move across disks is a copy"
        if target.suffix == ".tif":
            seen["mask"] = read_mask(self)
            with rasterio.open(self) as dataset:
                seen["tags"] = len(dataset.tags())
        assert all(part.stat().st_size > 0 for part in self.parent.iterdir())
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watch)
    (outcome,) = run(speckled, out, processing_res=10, model="tiny")
    assert outcome.result
    assert np.array_equal(seen["mask"], read_mask(outcome.result.mask_path))
    assert set(np.unique(seen["mask"])) == {0, 1}
    assert seen["tags"] > 10


def test_temporary_names_are_unique_to_a_run(out):
    """Two runs that write the same file do not write into each other's temporary files."""
    names: list[Path] = []

    def write(part: Path) -> None:
        names.append(part)
        part.write_text("x")

    for _ in range(2):
        write_all({out / "a.tif": write})
    assert names[0] != names[1]
    assert all(name.parent.name.startswith(".") for name in names)
    assert [path.name for path in out.iterdir()] == ["a.tif"]


def test_other_faults_are_not_blamed_on_the_folder(out):
    """An error in the program is not reported as a full disk, and its partial files are removed too."""

    def fail(part: Path) -> None:
        part.write_text("half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_all({out / "a.tif": fail})
    assert list(out.iterdir()) == []
