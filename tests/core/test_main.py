"""The command line: paths on standard output, a line for each failed scene on standard error, and an exit status."""

from __future__ import annotations

import csv
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from signal import SIGINT, SIGTERM

import numpy as np
import pytest

from ...core.cards.card import load_cards
from ...core.season.folder import masks_in
from ...tools.faults.endings import end
from ...tools.make_eopf import build_eopf
from ...tools.safe_metadata import PIXEL_SIZES, Scene
from .conftest import BACKGROUND, read_mask

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "cloud_s2_mask.core"]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT / "build" / "plugins"), "PYTHONWARNINGS": "error::SyntaxWarning"}


@pytest.fixture
def main(monkeypatch) -> Callable[[list[str]], int]:
    """The function of the command; the environment variables that its module sets are restored after the test."""
    monkeypatch.setenv("GDAL_CACHEMAX", "64")
    monkeypatch.setenv("CPL_LOG", os.devnull)
    from ...core import __main__

    return __main__.main


def command(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the command in a process."""
    words = [*COMMAND, *map(str, arguments)]
    return subprocess.run(words, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def test_help_names_every_option():
    """The help lists all options with their limits and defaults."""
    done = command("--help")
    assert done.returncode == 0
    text = " ".join(done.stdout.split())
    for word in (
        "SCENE",
        "--res",
        "--out",
        "--model",
        "--device",
        "--buffer",
        "--overwrite",
        "--verify",
        "1 to 4 seconds per product",
        "10 to 60",
        "default: 20",
        "32 to 4096",
        "{offset,grid,upstream}",
    ):
        assert word in text
    assert done.stderr == ""


def test_help_lists_the_models_with_their_ids(main, capsys):
    """I see what to write after --model, and what each model is."""
    with pytest.raises(SystemExit):
        main(["--help"])
    lines = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    listed = {line[0]: line[1] for line in lines if len(line) > 1}
    for card in load_cards().values():
        assert listed[card.id].startswith(card.title)


@pytest.mark.parametrize(("given", "meant"), [("Fmask", "fmask"), ("OmniCloudmask", "omnicloudmask"), ("Auto", "auto")])
def test_a_misspelt_model_names_the_one_that_may_be_meant(make_product, main, capsys, tmp_path, given, meant):
    """The error has the id to write."""
    scene = make_product(BACKGROUND, metres=600)
    assert main([str(scene), "--out", str(tmp_path / "out"), "--model", given]) == 1
    assert f"{meant} may be meant" in capsys.readouterr().err


def test_errors_name_models_by_the_ids_that_the_command_takes(make_product, main, capsys, tmp_path):
    """Windows show titles; here I need what to write after --model."""
    scene = make_product(BACKGROUND, level="L2A", metres=600)
    assert main([str(scene), "--out", str(tmp_path / "out"), "--model", "ukis-4b-l1c"]) == 1
    said = capsys.readouterr().err
    assert "ukis-4b-l1c supports L1C" in said
    assert "one of: auto, " in said
    assert "ukis-4b-l2a" in said


def test_paths_in_errors_stay_as_they_are(main, capsys, tmp_path):
    """A folder that has the title of a model, or the name of an option, keeps it; options become flags."""
    path = tmp_path / "OmniCloudMask" / "Automatic" / "patch_size"
    assert main(["--out", str(tmp_path), "--list", str(path)]) == 1
    assert str(path) in capsys.readouterr().err
    assert main(["--out", str(tmp_path), "--patch-size", "64", "--overlap", "60", str(path)]) == 1
    said = capsys.readouterr().err
    assert "--overlap is 60" in said
    assert "half of --patch-size (64)" in said


def test_a_title_that_was_given_as_a_model_is_quoted_as_it_was(make_product, main, capsys, tmp_path):
    """The error repeats what I wrote, and names what to write."""
    scene = make_product(BACKGROUND, metres=600)
    assert main([str(scene), "--out", str(tmp_path / "out"), "--model", "OmniCloudMask"]) == 1
    assert "'OmniCloudMask'. omnicloudmask may be meant" in capsys.readouterr().err


def test_paths_of_masks_are_printed_one_a_line(make_product, tmp_path):
    """Two scenes with spaces in their names give two lines with the paths of their masks, in my order."""
    folder = tmp_path / "my scenes"
    scenes = [make_product(BACKGROUND, satellite=name, folder=folder, metres=600) for name in ("S2B", "S2A")]
    done = command("--out", tmp_path / "my masks", "--res", "10", "--device", "cpu", "--threads", "1", "--", *scenes)
    assert done.returncode == 0, done.stderr
    paths = done.stdout.splitlines()
    assert paths == [str(tmp_path / "my masks" / f"{scene.stem}_ukis-4b-l1c_10m.tif") for scene in scenes]
    assert all(read_mask(Path(path)).shape == (60, 60) for path in paths)
    assert done.stderr == ""


def test_each_failed_scene_has_one_line_and_the_status_is_1(make_product, tmp_path):
    """One scene is missing and one is truncated: each has a line with path and reason; the good mask is printed."""
    good = make_product(BACKGROUND, metres=600)
    cut = make_product(BACKGROUND, metres=600, satellite="S2B")
    band = next(cut.rglob("*_B03.jp2"))
    band.write_bytes(band.read_bytes()[:-60])
    missing = tmp_path / "no where.SAFE"
    done = command("--out", tmp_path / "masks", "--res", "10", missing, good, cut)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [str(tmp_path / "masks" / f"{good.stem}_ukis-4b-l1c_10m.tif")]
    lines = done.stderr.splitlines()
    assert [line for line in lines if line.startswith(f"{missing}: ")]
    assert [line for line in lines if line.startswith(f"{cut}: ") and "_B03.jp2" in line]
    assert len(lines) == 2, done.stderr


@pytest.mark.parametrize("given", ["file", "standard input"])
def test_a_list_names_scenes_one_a_line(make_product, tmp_path, given):
    """A list with comments, empty lines, Windows line ends and odd names is read, and its outcomes are in a table."""
    names = ("a b", "#c", "\u00e9")
    scenes = [
        make_product(BACKGROUND, folder=tmp_path / name, tile=f"T33UU{letter}", metres=600)
        for name, letter in zip(names, "ABC")
    ]
    lines = ["\ufeff# my scenes", "", f"  {scenes[0]}", f"{scenes[1]}\t", str(tmp_path / "no.SAFE")]
    text = "\r\n".join(lines)
    (tmp_path / "list.txt").write_text(text, encoding="utf-8")
    options = ["--out", tmp_path / "out", "--res", "10", "--table", tmp_path / "table.csv"]
    listed = tmp_path / "list.txt" if given == "file" else "-"
    words = [*COMMAND, *map(str, options), "--list", str(listed), str(scenes[2])]
    done = subprocess.run(words, env=ENVIRONMENT, input=text, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    paths = [str(tmp_path / "out" / f"{scenes[index].stem}_ukis-4b-l1c_10m.tif") for index in (2, 0, 1)]
    assert done.stdout.splitlines() == paths
    with (tmp_path / "table.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["path"]: row for row in csv.DictReader(file)}
    assert [rows[str(scenes[index])]["mask"] for index in (2, 0, 1)] == paths
    assert all(rows[str(scene)]["WKT"].startswith("POLYGON") for scene in scenes)
    assert "no.SAFE" in rows[str(tmp_path / "no.SAFE")]["error"]


def test_a_list_or_a_table_that_cannot_be_used_is_one_line(tmp_path, capsys, main):
    """A missing list, and a table in a folder that does not exist, are one line each."""
    missing, table = tmp_path / "no" / "list.txt", tmp_path / "no" / "table.csv"
    for options, path in ((["--list", str(missing)], missing), (["--table", str(table), "a.SAFE"], table)):
        assert main(["--out", str(tmp_path), *options]) == 1
        streams = capsys.readouterr()
        assert (streams.out, streams.err.count("\n")) == ("", 1)
        assert str(path) in streams.err


def test_a_table_on_a_full_disk_does_not_stop_the_masks(make_product, tmp_path):
    """If the table cannot be written, the masks are, and one line says why the table ends."""
    done = command("--out", tmp_path, "--res", "10", "--table", "/dev/full", make_product(BACKGROUND, metres=600))
    assert (done.returncode, done.stdout.count("\n"), done.stderr.count("\n")) == (1, 1, 1)
    assert "/dev/full" in done.stderr


@pytest.mark.parametrize("installed", [True, False])
def test_a_cluster_that_is_not_there_is_one_line(tmp_path, installed):
    """Without a scheduler, or without Dask, one line says so."""
    if not installed:
        (tmp_path / "distributed.py").write_text("raise ImportError('no Dask')")
    paths = os.pathsep.join([str(tmp_path), ENVIRONMENT["PYTHONPATH"]])
    environment = ENVIRONMENT | {"PYTHONPATH": paths, "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"}
    words = [*COMMAND, "--out", str(tmp_path), "--dask", "tcp://127.0.0.1:9", "a.SAFE"]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
    assert ("127.0.0.1:9" if installed else "pip install distributed") in done.stderr


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["--res", "5"], ("--res is 5", "10", "60")),
        (["--patch-size", "7"], ("--patch-size is 7", "32", "4096")),
        (["--buffer", "-3"], ("--buffer is -3.0", "5000")),
        (["--lanes", "0"], ("--lanes is 0", "1024")),
    ],
)
def test_a_wrong_setting_is_one_line_and_status_1(tmp_path, capsys, arguments, shown, main):
    """A wrong value is one line with the flag as I typed it, the value and its limits."""
    assert main(["--out", str(tmp_path), *arguments, "a.SAFE"]) == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.count("\n") == 1
    assert all(word in streams.err for word in shown), streams.err


def test_a_folder_that_cannot_be_used_is_one_line_and_status_1(tmp_path, capsys, main):
    """If the output folder's parent is missing, one line names the folder."""
    assert main(["--out", str(tmp_path / "no" / "out"), "a.SAFE"]) == 1
    assert str(tmp_path / "no" / "out") in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [[], ["a.SAFE"], ["--out", "masks"], ["--out", "m", "--placement", "x", "a.SAFE"]]
)
def test_wrong_arguments_show_the_usage(arguments, capsys, main):
    """Without scenes, without a folder or with an unknown choice I get the usage and status 2."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: python -m cloud_s2_mask.core" in capsys.readouterr().err


def test_an_extent_masks_a_part_with_the_pixels_of_the_whole(make_product, tmp_path, tiny_model, capsys, main):
    """An extent in any CRS, by default in degrees, cuts the mask; an extent without a scene is an error."""
    model = tiny_model([[0, 0], [100, 0], [0, 0]], [0, -40, -90], bands=["B02", "B08"])
    blue = np.random.default_rng(3).choice([0.1, 0.9], (120, 120))
    safe = str(make_product(BACKGROUND | {"B02": blue}))
    options = ["--res", "10", "--model", model, "--quiet", "--out"]
    left, top = Scene.origin
    extent = [str(value) for value in (left + 200, top - 700, left + 500, top - 300)]
    assert main([*options, str(tmp_path / "whole"), safe]) == 0
    assert (
        main([*options, str(tmp_path / "part"), "--extent", *extent, "--extent-crs", f"EPSG:{Scene.epsg}", safe]) == 0
    )
    whole, part = (read_mask(Path(line)) for line in capsys.readouterr().out.splitlines())
    assert part.shape == (40, 30)
    assert np.array_equal(part, whole[30:70, 20:50])
    assert set(np.unique(part)) == {0, 1}
    assert main([*options, str(tmp_path / "none"), "--extent", "0", "0", "1", "1", safe]) == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    skipped, nothing = streams.err.splitlines()
    assert skipped.startswith(f"Skipped {safe}: {Path(safe).stem} ")
    assert "--extent" in nothing
    assert main([*options, str(tmp_path / "none"), "--extent", "0", "0", "1", "1", safe, str(tmp_path / "no")]) == 1


def test_a_month_of_products_may_lie_partly_outside(make_product, tmp_path, tiny_model, capsys, main):
    """If one scene is masked, those outside the extent are no error."""
    model = tiny_model(np.zeros((3, 2)), [0, 1, 0], bands=["B02", "B08"])
    far = make_product(BACKGROUND, origin=(500000, 5900040), tile="T33UVV")
    options = ["--res", "10", "--model", model, "--quiet", "--out", str(tmp_path), "--extent-crs", f"EPSG:{Scene.epsg}"]
    left, top = Scene.origin
    extent = [str(value) for value in (left + 200, top - 700, left + 500, top - 300)]
    assert main([*options, "--extent", *extent, str(make_product(BACKGROUND)), str(far)]) == 0
    streams = capsys.readouterr()
    assert (streams.out.count("\n"), streams.err.count("\n")) == (1, 1)


def test_every_option_reaches_the_settings(make_product, tmp_path, tiny_model, capsys, main):
    """Each option of the command has the effect of its setting."""
    model = tiny_model([[0, 0], [100, 0], [0, 0]], [0, -40, -90], bands=["B02", "B08"])
    blue = np.full((120, 120), 0.1)
    blue[60, 60] = 0.9
    safe = make_product(BACKGROUND | {"B02": blue})
    options = ["--res", "10", "--buffer", "20", "--placement", "grid", "--patch-size", "96", "--overlap", "8"]
    options += ["--batch-size", "2", "--threads", "1", "--compression", "lzw", "--no-vrt", "--no-qml", "--quiet"]
    options += ["--model", model, "--out", str(tmp_path)]
    assert main([*options, str(safe)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert (read_mask(Path(line)) == 1).sum() == 13
    assert not list(tmp_path.glob("*.qml"))
    assert not list(tmp_path.glob("*.vrt"))
    options[options.index("20")] = "40"
    assert main([*options, str(safe)]) == 1
    kept = f"A mask with other settings (buffer) exists: {line}. Add --overwrite, or choose another folder with --out."
    assert capsys.readouterr().err == f"{safe}: {kept}\n"
    assert main([*options, "--overwrite", str(safe)]) == 0


def test_verification_is_an_option(make_product, tmp_path, tiny_model, capsys, main):
    """With --verify a product that was changed after its delivery is one line that names the file, and no mask."""
    safe = make_product(BACKGROUND)
    with (safe / "MTD_MSIL1C.xml").open("ab") as file:
        file.write(b"<!-- -->")
    model = tiny_model(np.zeros((3, 2)), [0, 1, 0], bands=["B02", "B08"])
    options = ["--out", str(tmp_path / "masks"), "--res", "10", "--model", model]
    assert main([*options, "--verify", str(safe)]) == 1
    streams = capsys.readouterr()
    assert (streams.out, streams.err.count("\n")) == ("", 1)
    assert "MTD_MSIL1C.xml" in streams.err
    assert main([*options, str(safe)]) == 0
    assert capsys.readouterr().err == ""
    assert main([*options, "--verify", str(safe)]) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert "not verified: 1" in line
    assert "--overwrite" in line


def test_two_programs_at_a_time_into_one_folder(cumulus_product, tmp_path):
    """I start the command twice for one scene: both print the mask, which is complete, and no other file is left."""
    words = [*COMMAND, "--out", str(tmp_path), "--threads", "1", str(cumulus_product())]
    runs = [subprocess.Popen(words, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    printed = {process.communicate(timeout=300)[0] for process in runs}
    assert [process.returncode for process in runs] == [0, 0]
    assert printed == {f"{tmp_path / cumulus_product().stem}_ukis-6b-l1c+ukis-4b-l1c_20m.tif\n"}
    got = read_mask(Path(printed.pop().strip()))
    assert set(np.unique(got)) == {0, 1, 3}
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".qml", ".qml", ".tif", ".vrt"]


@pytest.mark.parametrize(
    ("after", "signals"),
    [
        (0.1, [SIGTERM]),
        (0.3, [SIGINT]),
        (0.6, [SIGTERM, SIGTERM]),
        (1.5, [SIGINT, SIGINT]),
        (3.0, [SIGTERM]),
        (4.0, [SIGINT]),
    ],
)
def test_a_signal_ends_the_command_at_once(cumulus_product, tmp_path, after, signals):
    """Ctrl-C or SIGTERM, once or twice and at any moment: the command ends within two seconds and leaves nothing."""
    words = [*COMMAND, "--out", str(tmp_path / "out"), "--confidence", "--res", "10", "--threads", "1"]
    ending = end([*words, "--tta", "7", str(cumulus_product())], tmp_path / "out", after, signals, ENVIRONMENT)
    # Before the first line of the command, Python itself ends.
    assert ending.status in (128 + signals[0], -signals[0])
    assert ending.seconds < 2
    assert ending.left == ()
    assert "Traceback" not in ending.errors or ending.status < 0
    assert "Cancelled" in ending.errors or after < 0.5


def test_a_signal_during_the_first_import_prints_nothing(tmp_path):
    """Ctrl-C before the command has read its arguments ends it without a traceback."""
    (tmp_path / "argparse.py").write_text("import os, signal, time; os.kill(os.getpid(), signal.SIGINT); time.sleep(9)")
    paths = os.pathsep.join([str(tmp_path), ENVIRONMENT["PYTHONPATH"]])
    words = [*COMMAND, "--help"]
    ended = subprocess.run(words, env={**ENVIRONMENT, "PYTHONPATH": paths}, capture_output=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (-SIGINT, b"", b"")


def test_a_killed_command_leaves_files_that_the_next_one_removes(cumulus_product, tmp_path):
    """After kill -9, the next command in the folder removes the unfinished files; no season takes them for masks."""
    words = [*COMMAND, "--out", str(tmp_path), "--confidence", "--threads", "1", str(cumulus_product())]
    with subprocess.Popen(words, env=ENVIRONMENT, stdout=subprocess.DEVNULL) as process:
        while not list(tmp_path.glob(".*/percent")):
            time.sleep(0.02)
        process.kill()
    assert [path.name[0] for path in tmp_path.iterdir()] == ["."]
    assert masks_in(tmp_path, lambda _fraction: None) == ([], 0)
    assert command("--out", tmp_path, tmp_path / "missing.SAFE").returncode == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("redirection", [">/dev/full", ">&-", "| true", "2>/dev/full", "2>&-", ">&- 2>&-", "<&-"])
def test_standard_streams_that_nobody_reads(make_product, tmp_path, redirection):
    """Full, broken or closed standard streams: the mask is whole, and what cannot be printed is one sentence."""
    safe, out = make_product(BACKGROUND, metres=600), tmp_path / "out"
    line = f"set -o pipefail; {shlex.join([*COMMAND, '--out', str(out), '--res', '10', str(safe)])} {redirection}"
    done = subprocess.run(["bash", "-c", line], env=ENVIRONMENT, capture_output=True, text=True, check=False)
    (path,) = out.glob("*.tif")
    assert read_mask(path).shape == (60, 60)
    unread = redirection in (">/dev/full", "| true")
    assert done.returncode == (1 if unread else 0)
    assert done.stderr.count("\n") == (1 if unread else 0), done.stderr
    assert (str(out) in done.stderr) == unread


def test_quiet_needs_no_tqdm(make_product, tmp_path):
    """The command masks without a bar if tqdm is not installed."""
    (tmp_path / "tqdm.py").write_text("raise ImportError")
    paths = os.pathsep.join([str(tmp_path), ENVIRONMENT["PYTHONPATH"]])
    words = [*COMMAND, "--out", str(tmp_path), "--res", "10", "--quiet", str(make_product(BACKGROUND, metres=600))]
    done = subprocess.run(words, env=ENVIRONMENT | {"PYTHONPATH": paths}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_eopf_product_is_masked_without_a_word(tmp_path):
    """The metadata tell what GDAL does not find in a Zarr store: standard error stays empty."""
    pixels = {band: np.full((6000 // PIXEL_SIZES[band],) * 2, 2000, np.uint16) for band in BACKGROUND}
    store = build_eopf(tmp_path, pixels, baseline="05.11")
    done = command("--out", tmp_path / "out", "--res", "20", store)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reason_names_its_path_once(tmp_path):
    """The line of a failed scene begins with its path, and has it once."""
    missing = tmp_path / "none.SAFE"
    done = command("--out", tmp_path / "out", missing)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{missing}: ")
    assert done.stderr.count(str(missing)) == 1


def test_a_name_that_is_no_utf8_is_refused_in_one_line(make_product, tmp_path):
    """A product or an output folder whose name is not UTF-8 has one line; other scenes are masked."""
    good = make_product(BACKGROUND, metres=600)
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xe9"))
    bad = make_product(BACKGROUND, metres=600, satellite="S2B", folder=tmp_path / "odd").rename(odd)
    done = command("--out", tmp_path / "out", "--res", "10", good, bad)
    assert (done.returncode, done.stdout.count("\n"), done.stderr.count("\n")) == (1, 1, 1), done.stderr
    assert "UTF-8" in done.stderr
    done = command("--out", odd, "--res", "10", good)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr


def test_verbose_tells_what_the_run_chooses(make_product, tmp_path):
    """I ask how many threads and patches at a time my computer gets; without asking I am told nothing."""
    options = ["--out", tmp_path, "--res", "10", "--overwrite", "--threads", "2", "--ahead", "1"]
    safe = make_product(BACKGROUND, metres=600)
    assert command(*options, safe).stderr == ""
    told = command(*options, "--verbose", safe).stderr
    assert "Decoding with 3 threads, 1 strips of" in told
    assert "Inference on a CPU: 2 batches at a time, each by 1 threads" in told
    assert "on cpu" in told


def test_a_terminal_shows_a_bar(make_product, tmp_path, tiny_model, capsys, monkeypatch, main):
    """In a terminal I see a progress bar with the number of scenes; with --quiet I see none."""
    model = tiny_model(np.zeros((3, 2)), [0, 1, 0], bands=["B02", "B08"])
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    safe = make_product(BACKGROUND)
    options = ["--out", str(tmp_path), "--res", "10", "--model", model]
    assert main([*options, str(safe)]) == 0
    shown = capsys.readouterr().err
    assert "0/1 scenes" in shown
    assert "100%" in shown
    assert main([*options, "--overwrite", "--quiet", str(safe)]) == 0
    assert capsys.readouterr().err == ""
