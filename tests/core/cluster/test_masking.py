"""Masks of a cluster are those of one process, and each scene has one complete mask, whatever dies."""

from __future__ import annotations

import csv
import logging
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ....core import batch_process_scenes, create_settings
from ....core.cluster.driver import mask_on_cluster
from ....core.errors import ClusterError, OutputError, UnreadableBandError
from ....core.masks.mask_file import WrittenMask
from ....core.masks.tags import acquisition_tags
from ....core.pipeline.batch import run_batch
from ....core.season.folder import masks_in
from ..conftest import BACKGROUND, read_mask
from ..test_main import COMMAND, ENVIRONMENT
from .conftest import Cluster, Outcomes

SMALL = 128
"""Pixels of a patch, so that a scene takes a fraction of a second."""


def wait_for(condition: Callable[[], Any], seconds: float = 300) -> Any:
    """Wait until a condition is met, and return what it returns."""
    until = time.monotonic() + seconds
    while not (met := condition()):
        assert time.monotonic() < until
        time.sleep(0.002)
    return met


@pytest.fixture
def scenes(make_product) -> list[Path]:
    """Four products of random reflectance, of which the third has a truncated band."""
    rng = np.random.default_rng(7)
    products = []
    for letter in "ABCD":
        bands = BACKGROUND | {"B02": rng.uniform(0.05, 0.9, (240, 240)), "B11": rng.uniform(0.05, 0.5, (120, 120))}
        products.append(make_product(bands, tile=f"T33UU{letter}", metres=2400))
    band = next(products[2].rglob("*_B03.jp2"))
    band.write_bytes(band.read_bytes()[:-60])
    return products


def test_outcomes_of_a_cluster_are_those_of_one_process(cluster, scenes, tmp_path, caplog):
    """Two workers mask four scenes, one of them damaged: the same pixels, shares and errors, and one mask a scene."""
    options = create_settings(scenes, tmp_path / "cluster", quiet=True, patch_size=SMALL)
    listener = Outcomes()
    with cluster.client() as client:
        cluster.have(client, 2)
        mask_on_cluster(options, client, listener)
        with caplog.at_level(logging.ERROR):
            paths = batch_process_scenes(options, client=client)
    found = listener.outcomes
    expected = run_batch(replace(options, job=replace(options.job, folder=tmp_path / "plain")))
    assert [found[index].path for index in range(4)] == [plain.path for plain in expected]
    masks = []
    for index in (0, 1, 3):
        result, plain = found[index].result, expected[index].result
        assert result
        assert plain
        assert (result.shares, result.grid) == (plain.shares, plain.grid)
        assert np.array_equal(read_mask(result.mask_path), read_mask(plain.mask_path))
        masks.append(result.mask_path)
    assert paths == masks
    assert isinstance(found[2].error, UnreadableBandError)
    assert str(found[2].error) == str(expected[2].error)
    assert "_B03.jp2" in caplog.text
    assert sorted(path.name for path in (tmp_path / "cluster").iterdir()) == sorted(
        path.name for path in (tmp_path / "plain").iterdir()
    )
    assert sorted(listener.done) == [0, 1, 2, 3]
    assert listener.fractions[-1] == 1


@pytest.mark.parametrize("overwrite", [False, True])
def test_scenes_of_one_name_keep_their_masks(cluster, make_product, tmp_path, overwrite):
    """Of two scenes with the same name in a run the first gets the mask, which the other neither replaces nor takes."""
    folders = [tmp_path / name for name in ("one", "two", "three")]
    times = [datetime(2025, 6, 1, 10, 20, minute, tzinfo=timezone.utc) for minute in (21, 21, 59)]
    values = (0.1, 0.1, 0.9)
    made = [
        make_product(BACKGROUND | {"B02": value}, folder=folder, metres=2400, sensing_time=time)
        for value, folder, time in zip(values, folders, times)
    ]
    same = made[0].name
    made[2] = made[2].rename(made[2].with_name(same))
    options = create_settings(made, tmp_path / "masks", quiet=True, patch_size=SMALL, overwrite=overwrite)
    listener = Outcomes()
    with cluster.client() as client:
        cluster.have(client, 2)
        mask_on_cluster(options, client, listener)
    first, again, other = (listener.outcomes[index] for index in range(3))
    assert first.result
    assert again.result
    assert first.result.mask_path == again.result.mask_path
    assert isinstance(other.error, OutputError)
    assert other.error.values["path"] == first.result.mask_path
    [mask] = (tmp_path / "masks").glob("*_20m.tif")
    written = WrittenMask.read(mask)
    assert written
    assert acquisition_tags(first.result.acquisition).items() <= written.tags.items()


STAGES = {
    "opening": "pipeline.batch open_source 1",
    "masking": "inference.predict Member.infer 1",
    "writing": "files _flush 1",
    "naming": "files _keep 2",
}
"""Places where a worker kills itself: a module, a function, and the number of its call."""


def test_killed_workers_lose_no_scene(cluster, scenes, tmp_path):
    """Four workers are killed with a scene, one at each stage: the fifth masks it, and one complete mask is left."""
    out = tmp_path / "out"
    options = create_settings(scenes[:1], out, processing_res=10, export_confidence=True, quiet=True, patch_size=SMALL)
    with cluster.client() as client:
        client.run_on_scheduler(_allow_failures, number=len(STAGES))
        with cluster.running(client, options) as listener:
            for stage, place in STAGES.items():
                cluster.add_until_death(place)
                assert list(out.glob("*.tif")) == []
                assert bool(list(out.glob(".*/*.tif"))) == (stage in ("writing", "naming"))
            cluster.add()
    result = listener.outcomes[0].result
    assert result
    (plain,) = run_batch(replace(options, job=replace(options.job, folder=tmp_path / "plain")))
    assert plain.result
    assert np.array_equal(read_mask(result.mask_path), read_mask(plain.result.mask_path))
    names = sorted(path.name for path in out.iterdir())
    assert names == sorted(path.name for path in (tmp_path / "plain").iterdir())


def test_a_scene_that_kills_its_workers_fails_and_the_others_are_masked(cluster, scenes, tmp_path):
    """After as many workers have died with a scene as the scheduler allows, its outcome says so."""
    options = create_settings([*scenes[:2], scenes[3]], tmp_path / "out", quiet=True, patch_size=SMALL)
    with cluster.client() as client:
        client.run_on_scheduler(_allow_failures, number=0)
        with cluster.running(client, options) as listener:
            cluster.add_until_death(STAGES["masking"])
            cluster.add()
        client.run_on_scheduler(_allow_failures, number=3)
    failed = [outcome.error for outcome in listener.outcomes.values() if outcome.failed]
    assert failed
    assert all(isinstance(error, ClusterError) for error in failed)
    assert len(list((tmp_path / "out").glob("*.tif"))) == 3 - len(failed)


def _allow_failures(dask_scheduler: Any, number: int) -> None:
    dask_scheduler.allowed_failures = number


def command(scenes: list[Path], out: Path, scheduler: object) -> list[str]:
    """Return a command that masks scenes on a cluster, by the address or the file of its scheduler."""
    (out.parent / "scenes.txt").write_text("".join(f"{path}\n" for path in scenes))
    words = ["--dask", str(scheduler), "--list", str(out.parent / "scenes.txt"), "--out", str(out)]
    return [*COMMAND, *words, "--table", str(out.parent / "table.csv"), "--confidence", "--patch-size", f"{SMALL}"]


def test_another_start_goes_on_after_the_driver_was_killed(cluster, make_product, tmp_path):
    """The command is killed after its first mask, then gets Ctrl-C: the workers stop, and the same command goes on."""
    out = tmp_path / "out"
    scenes = [make_product(BACKGROUND, tile=f"T33UU{letter}", metres=600) for letter in "ABCDEFGHIJKL"]
    words = command(scenes, out, cluster.address.removeprefix("tcp://"))
    with cluster.client() as client:
        cluster.have(client, 2)
        for number in (signal.SIGKILL, signal.SIGINT):
            with subprocess.Popen(words, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as driver:
                wait_for(lambda: list(out.glob("*.tif")))
                wait_for(lambda: any(client.processing().values()))
                driver.send_signal(number)
                told = driver.communicate()[1]
            assert driver.returncode in (-number, 128 + number)
            assert told == {signal.SIGKILL: b"", signal.SIGINT: b"Cancelled. Finished masks stay.\n"}[number]
            wait_for(lambda: not any(client.processing().values()) and not list(out.glob(".*")))
    assert 0 < len(masks_in(out, lambda _fraction: None)[0]) < len(scenes)
    done = subprocess.run(words, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    paths = [f"{out / scene.stem}_ukis-6b-l1c+ukis-4b-l1c_20m.tif" for scene in scenes]
    assert done.stdout.splitlines() == paths
    with (tmp_path / "table.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert sorted(row["mask"] for row in rows) == paths
    assert sorted(row["path"] for row in rows) == sorted(map(str, scenes))


def test_a_second_start_goes_on_after_the_scheduler_was_killed(cluster, scenes, tmp_path):
    """The scheduler is killed after the first mask: one line says so, and the command goes on with another one."""
    out = tmp_path / "out"
    good = [*scenes[:2], scenes[3]]
    with cluster.client() as client:
        cluster.have(client, 2)
    words = command(good, out, cluster.address)
    with subprocess.Popen(words, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as driver:
        wait_for(lambda: list(out.glob("*.tif")))
        cluster.scheduler.kill()
        printed, told = driver.communicate()
    assert (driver.returncode, printed, told.count(b"\n")) == (1, b"", 1), told
    for worker in cluster.workers:
        worker.wait(300)
    assert list(out.glob(".*")) == []
    other = Cluster(tmp_path / "cluster")
    try:
        other.add(1)
        words = command(good, out, other.file)
        done = subprocess.run(words, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    finally:
        other.close()
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 3)
