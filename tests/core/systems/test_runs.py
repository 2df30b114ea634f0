"""Models run in processes of their own: what each costs, and what becomes of one that fails."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ....bench.launch import launch
from ....core.errors import CancelledError, ProductError
from ....core.settings import MaskSettings, ProductsToFolder
from ....core.systems import child
from ....core.systems.launching import Command, Ended, Host
from ....core.systems.messages import Answer, Request
from ....core.systems.runs import SystemRun, run_systems
from ..conftest import BACKGROUND

ROOT = Path(__file__).resolve().parents[3]
MODELS = ["ukis-4b-l1c", "ukis-6b-l1c"]


@pytest.fixture
def settings(make_product, out) -> MaskSettings:
    """A small product at 20 m, and a folder."""
    return MaskSettings(ProductsToFolder((make_product(BACKGROUND),), out), quiet=True)


def silent(_fraction: float, _run: SystemRun) -> None:
    """Hear nothing."""


def instead(words: list[str]) -> Callable[[Command, Callable[[str], None]], Ended]:
    """Start another program for the first model."""
    left = [words]

    def start(command: Command, heard: Callable[[str], None]) -> Ended:
        return launch(command._replace(words=left.pop()) if left else command, heard)

    return start


def test_models_run_one_after_the_other(settings, host, out):
    """I follow each model to its end, and get its mask, its time and its memory."""
    told: list[tuple[float, str]] = []
    runs = run_systems(settings, MODELS, host, lambda fraction, run: told.append((fraction, run.model)))
    assert [run.model for run in runs] == MODELS
    assert [fraction for fraction, _ in told] == sorted(fraction for fraction, _ in told)
    assert {model for fraction, model in told if fraction < 0.5} == {MODELS[0]}
    assert max(fraction for fraction, _ in told) > 0.9
    for run in runs:
        assert run.result is not None
        assert run.result.mask_path.exists()
        assert run.error is None
        assert run.seconds is not None
        assert 1e8 < (run.peak_bytes or 0) < 1e9
    assert "VRT" in (out / f"{settings.paths[0].stem}_20m.vrt").read_text(encoding="utf-8")


def test_progress_that_comes_in_parts_of_lines_is_put_together(settings, host):
    """A pipe may cut a line anywhere: the bar goes from 0 to 1 and never beyond."""

    def in_letters(command: Command, heard: Callable[[str], None]) -> Ended:
        def cut(printed: str) -> None:
            for letter in printed:
                heard(letter)

        return launch(command, cut)

    told: list[float] = []
    run_systems(settings, MODELS[:1], host._replace(launch=in_letters), lambda fraction, _run: told.append(fraction))
    assert told == sorted(told)
    assert 0.9 < max(told) <= 1


def test_a_mask_that_exists_is_made_again(settings, host):
    """A mask that is reused would take no time."""
    first = run_systems(settings, MODELS[:1], host, silent)[0].result
    assert first is not None
    before = first.mask_path.stat().st_ino
    assert run_systems(settings, MODELS[:1], host, silent)[0].error is None
    assert first.mask_path.stat().st_ino != before


def test_names_of_one_model_run_it_once(settings, host):
    """`auto-fast` is the model of six bands, which is not measured twice."""
    runs = run_systems(settings, ["auto-fast", "ukis-6b-l1c"], host, silent)
    assert [run.model for run in runs] == ["ukis-6b-l1c"]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["sh", "-c", "echo out of memory >&2; kill -9 $$"], ["-9", "out of memory"]),
        (["sh", "-c", "exit 0"], ["0"]),
        (["/nowhere/python"], ["No such file or directory"]),
    ],
    ids=["killed", "silent", "not started"],
)
def test_a_process_that_fails_is_a_row(settings, words, named):
    """The model that was killed is named with the reason, and the next one runs."""
    failed, fine = run_systems(settings, MODELS, Host(instead(words)), silent)
    assert failed.result is None
    assert failed.error is not None
    values = [str(value) for value in failed.error.values.values()]
    assert failed.title in values
    assert all(name in values for name in named)
    assert fine.result is not None


def test_an_error_of_the_process_is_that_of_the_model(settings, host):
    """A product that changes after the check fails as in any other run."""
    runs = run_systems(replace(settings, device="directml"), MODELS[:1], host, silent)
    assert runs[0].error is not None
    assert "directml" in str(runs[0].error.values)


def test_a_path_that_is_no_product_is_refused_at_once(settings, host, tmp_path, out):
    """No model is started for it."""
    wrong = replace(settings, job=ProductsToFolder((tmp_path / "nothing.SAFE",), out))
    with pytest.raises(ProductError):
        run_systems(wrong, MODELS, host, silent)


def test_cancelling_stops_the_process(settings, host, out):
    """No mask appears after that."""

    def cancel(fraction: float, _run: SystemRun) -> None:
        if fraction > 0:
            raise CancelledError("Cancelled.")

    with pytest.raises(CancelledError):
        run_systems(settings, MODELS, host, cancel)
    assert [path.name for path in out.iterdir() if path.suffix == ".tif"] == []
    assert list(out.glob(".*")) == []


def test_a_process_stops_if_nobody_listens(settings, tmp_path, out):
    """QGIS has crashed: the model does not go on for minutes."""
    asked, answered = tmp_path / "request.json", tmp_path / "answer.json"
    asked.write_text(Request(replace(settings, model="ukis-4b-l1c"), None).packed(), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "build" / "plugins")}
    words = [sys.executable, "-m", "cloud_s2_mask.core.systems.child", str(asked), str(answered)]
    read, write = os.pipe()
    os.close(read)
    try:
        subprocess.run(words, env=environment, stdout=write, stderr=subprocess.DEVNULL, check=False, timeout=120)
    finally:
        os.close(write)
    assert isinstance(Answer.unpacked(answered.read_text(encoding="utf-8")).error, Exception)
    assert not any(out.glob("*.tif"))


def test_memory_is_that_of_the_process_alone():
    """A process that a large one has started counts from its own beginning."""
    large = np.ones(80_000_000)
    code = "from cloud_s2_mask.core.memory import peak_bytes; print(peak_bytes())"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "build" / "plugins")}
    printed = subprocess.run([sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True)
    assert 1e6 < int(printed.stdout) < 2e8 < large.nbytes


def test_the_child_answers_with_its_mask(settings, tmp_path, monkeypatch):
    """The process writes the path of the mask and its memory."""
    monkeypatch.setenv("GDAL_CACHEMAX", "64")
    asked, answered = tmp_path / "request.json", tmp_path / "answer.json"
    asked.write_text(Request(replace(settings, model="ukis-4b-l1c"), None).packed(), encoding="utf-8")
    child.main(asked, answered)
    answer = Answer.unpacked(answered.read_text(encoding="utf-8"))
    assert answer.error is None
    assert answer.mask is not None
    assert answer.mask.exists()
    assert (answer.peak_bytes or 0) > 1e8
