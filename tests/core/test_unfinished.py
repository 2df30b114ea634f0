"""Unfinished files of ended processes are removed by the next run; those of a run in progress stay."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ...core.files import check_output_folder, write_all
from ...core.unfinished import unfinished
from .test_main import ENVIRONMENT

HOLD = """
import sys, time
from pathlib import Path
from cloud_s2_mask.core.unfinished import unfinished
with unfinished(Path(sys.argv[1])) as folder:
    (folder / "0.tif").write_bytes(b"half")
    print(folder, flush=True)
    time.sleep(60)
"""


def test_files_of_a_running_process_stay_and_of_a_killed_one_go(out):
    """Two programs write to one folder: the second does not remove the files of the first, unless that was killed."""
    with subprocess.Popen([sys.executable, "-c", HOLD, str(out)], env=ENVIRONMENT, stdout=subprocess.PIPE) as process:
        assert process.stdout
        folder = Path(process.stdout.readline().decode().strip())
        check_output_folder(out)
        write_all({out / "a.txt": lambda part: part.write_text("a")})
        assert (folder / "0.tif").read_bytes() == b"half"
        process.kill()
    assert folder.exists()
    write_all({out / "b.txt": lambda part: part.write_text("b")})
    assert sorted(path.name for path in out.iterdir()) == ["a.txt", "b.txt"]


def test_two_tasks_of_one_process_do_not_remove_each_others_files(out):
    """In QGIS, two tasks write to one folder at a time."""
    with unfinished(out) as first, unfinished(out) as second:
        check_output_folder(out)
        assert first.exists()
        assert second.exists()
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("lock", ["elsewhere\n", "", None])
def test_files_of_another_machine_are_removed_after_a_week(out, lock):
    """The lock of another machine may not reach this one, and a lock without a name was made just now."""
    folder = out / ".01234567.cloud_s2_mask.part"
    folder.mkdir()
    if lock is not None:
        (folder / "lock").write_text(lock)
    check_output_folder(out)
    assert folder.exists()
    week = time.time() - 8 * 24 * 3600
    os.utime(folder, (week, week))
    check_output_folder(out)
    assert not folder.exists()


def test_a_user_may_have_folders_of_similar_names(out):
    """Only folders of this program are removed."""
    for name in (".part", "x.part", ".confidence-x", "y.cloud_s2_mask.part"):
        (out / name).mkdir()
    check_output_folder(out)
    assert len(list(out.iterdir())) == 4


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        (".S2A_10m.0f1e2d3c.part.tif", None),
        (".S2A_10m.0f1e2d3c.part.qml", None),
        (f".{'0f' * 16}.part", None),
        (".confidence-ab_c1x2y", "confidence.tif"),
        (".confidence-ab_c1x2y", ""),
    ],
)
def test_files_of_version_0_1_are_removed_after_a_day(out, name, inside):
    """A killed run of version 0.1 locked nothing: its age tells that it has ended."""
    path = out / name
    if inside is None:
        path.write_bytes(b"half")
    else:
        path.mkdir()
    if inside:
        (path / inside).write_bytes(b"half")
    check_output_folder(out)
    assert path.exists()
    day = time.time() - 25 * 3600
    os.utime(path, (day, day))
    check_output_folder(out)
    assert path.exists() == bool(inside), "a file in it was written just now"
    if inside:
        os.utime(path / inside, (day, day))
        check_output_folder(out)
    assert list(out.iterdir()) == []


def test_old_files_of_other_programs_stay(out, tmp_path):
    """Names that are only similar, folders with other files, links and folders named like files stay, however old."""
    for name in (
        ".a.part.tif",
        "a.0f1e2d3c.part.tif",
        ".a.0f1e2d3c.part.jpg",
        ".a.0f1e2d3.part.tif",
        ".confidence-ABCDEFGH",
    ):
        (out / name).write_text("mine")
    (out / ".b.0f1e2d3c.part.tif").mkdir()
    for name, content in ((".confidence-aaaaaaaa", "notes.txt"), (".confidence-bbbbbbbb", "confidence/")):
        (out / name).mkdir()
        (out / name / "confidence.tif").write_text("mine")
        other = out / name / content
        other.mkdir() if content.endswith("/") else other.write_text("mine")
    (out / ".confidence-cccccccc").symlink_to(tmp_path, target_is_directory=True)
    (out / ".confidence-dddddddd").write_text("mine")
    week = time.time() - 8 * 24 * 3600
    before = sorted(out.rglob("*"))
    for path in before:
        os.utime(path, (week, week), follow_symlinks=False)
    check_output_folder(out)
    assert sorted(out.rglob("*")) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_does_not_stop_a_run(out):
    """A lock that is no file is not opened, however old its folder is."""
    folder = out / ".01234567.cloud_s2_mask.part"
    folder.mkdir()
    os.mkfifo(folder / "lock")
    os.utime(folder, (0, 0))
    check_output_folder(out)
    assert folder.exists()


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="needs root, who may give files to others")
def test_files_of_another_user_stay(out):
    """In a folder that users share, each of them removes only what is their own."""
    for name in (".01234567.cloud_s2_mask.part", ".confidence-ab_c1x2y"):
        (out / name).mkdir()
        os.chown(out / name, 12345, -1)
        os.utime(out / name, (0, 0))
    check_output_folder(out)
    assert len(list(out.iterdir())) == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_folder_can_be_hidden_from_other_users(out):
    """A copy in a folder that users share can be hidden from them."""
    with unfinished(out, 0o700) as folder:
        assert folder.stat().st_mode & 0o077 == 0
