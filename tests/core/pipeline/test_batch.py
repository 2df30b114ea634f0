"""Many scenes: each has its own outcome, independent of the others, and a run has progress and can be cancelled."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ....core import batch_process_scenes, create_settings, errors
from ....core.areas.area import AreaOfInterest
from ....core.cards.card import models_dir
from ....core.inference.predict import Member
from ....core.inference.session import Session
from ....core.pipeline.batch import run_batch
from ....core.pipeline.progress import Phase, Step
from ....core.product.product import open_product
from ....core.product.strips import Bands
from ....core.runtime.devices import available_cores
from ...refusals import assert_values, refused
from ..conftest import Recorder, read_mask, run

BANDS = ["B02", "B03", "B04", "B08"]
SATELLITES = ("S2A", "S2B", "S2C")


@pytest.fixture
def model(tiny_model) -> str:
    """A model that returns thick cloud for each pixel, with patches of 64 px."""
    return str(tiny_model(np.zeros((3, 4)), [0, 1, 0], bands=BANDS))


@pytest.fixture
def scenes(make_product) -> list[Path]:
    """Three products of 300 x 300 px with 36 patches each."""
    return [make_product(dict.fromkeys(BANDS, 0.2), metres=3000, satellite=name) for name in SATELLITES]


def _threads() -> set[str]:
    return {thread.name for thread in threading.enumerate() if thread.is_alive()}


def test_masks_come_back_in_the_order_of_the_products(model, scenes, out):
    """The call returns one path per product, in my order, not in the order of processing."""
    settings = create_settings(sent_safe_dirs=scenes, output_dir=out, processing_res=10, model=model, quiet=True)
    paths = batch_process_scenes(settings)
    assert paths == [out / f"{scene.stem}_tiny_10m.tif" for scene in scenes]
    assert all((read_mask(path) == 1).all() for path in paths)


@pytest.mark.parametrize("optimise", [True, False])
def test_scenes_with_the_most_data_come_first(model, make_product, scenes, out, optimise):
    """The largest scene is processed first, which I can switch off."""
    noise = np.random.default_rng(0).uniform(0.1, 0.9, (400, 400))
    large = make_product(dict.fromkeys(BANDS, noise), satellite="S2D")
    listener = Recorder()
    outcomes = run(
        [*scenes, large], out, processing_res=10, model=model, listener=listener, optimise_scene_order=optimise
    )
    assert [outcome.path for outcome in outcomes] == [*scenes, large]
    assert sorted(listener.done) == [0, 1, 2, 3]
    assert listener.done[0] == (3 if optimise else 0)


@pytest.mark.parametrize("optimise", [True, False])
def test_a_product_is_opened_once_in_a_run(model, scenes, out, monkeypatch, optimise):
    """The metadata of a product are read once, in any order of processing."""
    opened = []

    def counted(path, *cancelled):
        opened.append(path)
        return open_product(path, *cancelled)

    monkeypatch.setattr("cloud_s2_mask.core.stac.opening.open_product", counted)
    run(scenes, out, processing_res=10, model=model, optimise_scene_order=optimise)
    assert sorted(opened) == sorted(scenes)


@pytest.mark.parametrize("coarsest", [60, 20])
def test_an_area_is_burnt_once(tiny_model, make_product, out, monkeypatch, coarsest):
    """A layer of many parcels is burnt only once, whether or not the model runs at the pixel size of the mask."""
    model = tiny_model(np.zeros((3, 4)), [0, 1, 0], bands=BANDS, resolution=[10, coarsest])
    grids = []
    on = AreaOfInterest.on

    def counted(self, grid, name):
        grids.append(grid)
        return on(self, grid, name)

    monkeypatch.setattr(AreaOfInterest, "on", counted)
    area = AreaOfInterest.box(500100, 5899500, 500500, 5899900, "EPSG:32633")
    scene = make_product(dict.fromkeys(BANDS, 0.2), origin=(500000, 5900040), tile="T33UVV")
    (outcome,) = run(scene, out, processing_res=40, model=model, area=area)
    assert outcome.result, outcome.error
    assert len(grids) == 1


def _failing_reader(scene: Path, when: str) -> Callable:
    begin = Bands.begin

    def read(self, plan, workers):
        for number, strip in enumerate(begin(self, plan, workers)):
            if str(scene) in self._files[0].image.path and number == {"first": 0, "later": 2}[when]:
                raise ZeroDivisionError("a fault while reading")
            yield strip

    return read


@pytest.mark.parametrize("ahead", [0, 1, 3, 20])
def test_a_strip_that_cannot_be_finished_is_that_scenes_error(model, scenes, out, monkeypatch, ahead):
    """The strips begun after it are given up, and the other two scenes are masked."""
    begin = Bands.begin

    def failing():
        raise ZeroDivisionError("a fault while reading")

    def read(self, plan, workers):
        for number, strip in enumerate(begin(self, plan, workers)):
            fails = str(scenes[1]) in self._files[0].image.path and number == 1
            yield replace(strip, finish=failing) if fails else strip

    monkeypatch.setattr(Bands, "begin", read)
    outcomes = run(scenes, out, processing_res=10, model=model, strips_ahead=ahead)
    assert [outcome.failed for outcome in outcomes] == [False, True, False]
    error = outcomes[1].error
    assert isinstance(error, errors.CloudS2MaskError)
    assert_values(error, path=scenes[1], reason="a fault while reading")


@pytest.mark.parametrize("when", ["first", "later"])
def test_an_error_in_the_reading_thread_is_that_scenes_error(model, scenes, out, monkeypatch, when, caplog):
    """If reading fails unexpectedly, that scene has an error and the other two are masked."""
    monkeypatch.setattr(Bands, "begin", _failing_reader(scenes[1], when))
    first, failed, last = run(scenes, out, processing_res=10, model=model)
    assert isinstance(failed.error, errors.CloudS2MaskError)
    assert_values(failed.error, path=scenes[1], name="ZeroDivisionError", reason="a fault while reading")
    assert "a fault while reading" in caplog.text
    assert first.result
    assert last.result
    assert not [path for path in out.iterdir() if "S2B" in path.name]


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ValueError("odd"), errors.CloudS2MaskError),
        (MemoryError(), errors.MemoryShortError),
        (errors.DeviceError("The GPU is gone."), errors.DeviceError),
    ],
)
def test_an_error_of_the_network_is_that_scenes_error_with_its_reason(model, scenes, out, monkeypatch, error, kind):
    """If inference fails, the error has its original reason, and the other scenes are masked."""
    predict = Member.predict
    rows = []

    def failing(self, strips, plan, quantification):
        for batch, fields in predict(self, strips, plan, quantification):
            rows.append(batch.row)
            if len(rows) == 5:
                raise error
            yield batch, fields

    monkeypatch.setattr(Member, "predict", failing)
    outcomes = run(scenes, out, processing_res=10, model=model)
    (failed,) = [outcome for outcome in outcomes if outcome.error]
    assert type(failed.error) is kind
    assert str(error) in str(failed.error)
    assert len([outcome for outcome in outcomes if outcome.result]) == 2


@pytest.mark.parametrize("threads", [1, 4])
def test_the_network_is_loaded_while_the_first_strip_is_decoded(model, scenes, out, monkeypatch, threads):
    """I wait for the slower of the two, not for one after the other: a GPU takes seconds to start."""
    begin, load, loaded = Bands.begin, Session.__init__, threading.Event()
    waited = []

    def loading(self, *given, **named):
        load(self, *given, **named)
        loaded.set()

    def read(self, plan, workers):
        for strip in begin(self, plan, workers):

            def finish(strip=strip):
                waited.append(loaded.wait(20))
                return strip.finish()

            yield replace(strip, finish=finish)

    monkeypatch.setattr(Session, "__init__", loading)
    monkeypatch.setattr(Bands, "begin", read)
    (outcome,) = run(scenes[:1], out, processing_res=10, model=model, processing_threads=threads)
    assert outcome.result
    assert waited
    assert all(waited)


def test_the_rest_of_a_failed_scene_is_not_read(model, scenes, out, monkeypatch):
    """If a network fails at once, I do not wait for the rest of its scene."""
    begin, predict = Bands.begin, Member.predict
    read = []

    def counted(self, plan, workers):
        for strip in begin(self, plan, workers):
            read.append(self._files[0].image.path)
            yield strip

    def failing(self, *given):
        batches = predict(self, *given)
        yield next(batches)
        if len(set(read)) == 1:
            raise ValueError("odd")
        yield from batches

    monkeypatch.setattr(Bands, "begin", counted)
    monkeypatch.setattr(Member, "predict", failing)
    outcomes = run(scenes, out, processing_res=10, model=model, optimise_scene_order=False, strips_ahead=0)
    assert [outcome.failed for outcome in outcomes] == [True, False, False]
    of_scene = [sum(scene.name in path for path in read) for scene in scenes]
    assert of_scene[0] <= 2 < of_scene[1] == of_scene[2]


def test_the_call_raises_if_all_scenes_fail(tmp_path, out, caplog):
    """If no product can be masked, the call raises the first error; each error is in the log."""
    paths = [tmp_path / "a.SAFE", tmp_path / "b.SAFE"]
    with refused(errors.CloudS2MaskError) as caught:
        batch_process_scenes(create_settings(paths, out, quiet=True))
    assert str(paths[0]) in str(caught.value.values["error"])
    assert all(str(path) in caplog.text for path in paths)


def test_a_scene_outside_the_area_is_skipped_without_an_error(model, make_product, scenes, out, caplog):
    """Of a month of products, those that do not touch my field are skipped, even if none touches it."""
    there = make_product(dict.fromkeys(BANDS, 0.2), origin=(500000, 5900040), tile="T33UVV")
    area = AreaOfInterest.box(500100, 5899500, 500500, 5899900, "EPSG:32633")
    with caplog.at_level(logging.INFO):
        options = {"processing_res": 10, "model": model, "quiet": True, "area": area}
        assert batch_process_scenes(create_settings([*scenes, there], out, **options)) == [
            out / f"{there.stem}_tiny_10m_area_{area.digest[:8]}.tif"
        ]
        assert batch_process_scenes(create_settings(scenes, out, **options)) == []
    assert scenes[0].stem in caplog.text
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


def test_a_failed_scene_is_left_out_and_logged(model, scenes, tmp_path, out, caplog):
    """The call returns the finished masks, and logs the error of the missing one."""
    paths = [scenes[0], tmp_path / "nowhere.SAFE", scenes[2]]
    with caplog.at_level(logging.ERROR):
        masks = batch_process_scenes(create_settings(paths, out, processing_res=10, model=model, quiet=True))
    assert [path.name[:3] for path in masks] == ["S2A", "S2C"]
    assert str(paths[1]) in caplog.text


def test_a_missing_network_is_every_scenes_error(make_product, out, tmp_path, monkeypatch):
    """Without the network, the error of each scene names the file and the command that installs it."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "empty"))
    scenes = [make_product(dict.fromkeys(BANDS, 0.2), satellite=name) for name in SATELLITES[:2]]
    outcomes = run(scenes, out, processing_res=10)
    assert len(outcomes) == 2
    for outcome in outcomes:
        assert isinstance(outcome.error, errors.ModelMissingError)
        path = tmp_path / "empty" / "ukis-4b-l1c.onnx"
        assert_values(outcome.error, model="ukis-4b-l1c", path=path, remedy=errors.HOW_TO_FETCH)
    assert list(out.iterdir()) == []


def test_automatic_needs_both_of_its_networks(make_product, out, tmp_path, monkeypatch):
    """If one of the two is missing, the error is that of any missing network, and no mask of the other is made."""
    for stored in models_dir().glob("ukis-6b-l1c.*"):
        (tmp_path / stored.name).symlink_to(stored)
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path))
    scene = make_product(dict.fromkeys(["B02", "B03", "B04", "B08", "B11", "B12"], 0.2))
    (outcome,) = run([scene], out, keep_vrt=False)
    assert isinstance(outcome.error, errors.ModelMissingError)
    path = tmp_path / "ukis-4b-l1c.onnx"
    assert_values(outcome.error, model="ukis-4b-l1c", path=path, remedy=errors.HOW_TO_FETCH)
    assert list(out.iterdir()) == []
    (outcome,) = run([scene], out, keep_vrt=False, model="auto-fast")
    assert outcome.result
    assert outcome.result.model == "ukis-6b-l1c"


def test_the_same_product_twice_has_one_mask_and_two_results(model, scenes, out):
    """I add a product twice by mistake, and the run works."""
    first, second = run([scenes[0], scenes[0]], out, processing_res=10, model=model)
    assert first.result
    assert second.result
    assert first.result.mask_path == second.result.mask_path
    assert len(list(out.glob("*.tif"))) == 1


def test_progress_never_goes_back_and_ends_at_one(model, scenes, tmp_path, out):
    """The progress of the run never decreases, even with failed scenes, and each scene ends at 100 %."""
    by_scene: dict[int, list[float]] = {}
    phases: dict[int, list[Phase]] = {}

    class Watching(Recorder):
        def scene_progress(self, index: int, fraction: float, phase: Phase) -> None:
            by_scene.setdefault(index, []).append(fraction)
            phases.setdefault(index, []).append(phase)

    listener = Watching()
    run([*scenes, tmp_path / "nowhere.SAFE"], out, processing_res=10, model=model, listener=listener)
    assert listener.fractions == sorted(listener.fractions)
    assert listener.fractions[-1] == 1
    assert len(set(listener.fractions)) > 100
    assert all(0 <= fraction <= 1 for fraction in listener.fractions)
    assert sorted(by_scene) == [0, 1, 2, 3]
    assert all(fractions == sorted(fractions) and fractions[-1] == 1 for fractions in by_scene.values())
    patches = [Phase(Step.PATCHES, number, 36) for number in range(1, 37)]
    assert phases[0] == [Phase(Step.OPENING), *patches, Phase(Step.WRITING), Phase(Step.DONE)]
    assert phases[3] == [Phase(Step.OPENING), Phase(Step.FAILED)]
    assert any("patch 7 of 36" in message for message in listener.messages)
    assert any("S2B_" in message and "Writing" in message for message in listener.messages)


@pytest.mark.parametrize("cancel_at", [0.0, 0.01, 0.15, 0.3, 0.5, 0.9])
def test_a_cancelled_run_leaves_finished_scenes_and_nothing_else(model, scenes, out, cancel_at):
    """If I cancel, finished masks stay, unfinished ones leave no file, and all threads end."""
    before = _threads()
    listener = Recorder(cancel_at)
    with pytest.raises(errors.CancelledError):
        run(scenes, out, processing_res=10, model=model, listener=listener, optimise_scene_order=False)
    finished = [scenes[index].stem for index in listener.done]
    endings = ("_10m.qml", "_10m.vrt", "_tiny_10m.qml", "_tiny_10m.tif")
    assert sorted(path.name for path in out.iterdir()) == sorted(stem + end for stem in finished for end in endings)
    assert len(finished) <= cancel_at * 3
    assert _threads() <= before


def test_cancelling_only_waits_for_the_current_batches(model, scenes, out, monkeypatch):
    """After I cancel, only the batches that the lanes are running or starting at that moment are inferred."""
    batches = []
    infer = Session.run

    def count(self, batch):
        batches.append(len(batch))
        return infer(self, batch)

    monkeypatch.setattr(Session, "run", count)

    class Stopping(Recorder):
        def is_cancelled(self) -> bool:
            return len(batches) >= 3

    with pytest.raises(errors.CancelledError):
        run(scenes, out, processing_res=10, model=model, batch_size=2, listener=Stopping())
    assert 3 <= len(batches) <= 3 + 2 * available_cores()
    time.sleep(0.2)
    count_at_end = len(batches)
    time.sleep(0.2)
    assert len(batches) == count_at_end


@pytest.mark.parametrize("round_", range(3))
def test_two_runs_at_a_time_into_one_folder_both_end_well(model, scenes, out, round_):
    """I start the same run twice: both return every mask, each file is complete, and no temporary file is left."""
    settings = create_settings(scenes, out, processing_res=10, model=model, processing_threads=1)
    outcomes: dict[int, list] = {}
    starts = threading.Barrier(2)

    def work(number: int) -> None:
        starts.wait()
        outcomes[number] = run_batch(settings)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert all(outcome.result for run_ in outcomes.values() for outcome in run_), outcomes
    assert len(outcomes) == 2
    assert sorted(path.suffix for path in out.iterdir()) == [".qml"] * 6 + [".tif"] * 3 + [".vrt"] * 3
    assert not [path for path in out.iterdir() if path.name.startswith(".")]
    assert all((read_mask(path) == 1).all() for path in out.glob("*.tif"))


def test_the_fallback_of_a_device_is_a_warning_of_the_scene(model, scenes, out, monkeypatch):
    """If the GPU does not start, the mask names the provider that was used, and its scene has a warning."""
    start = Session.__init__

    def without_gpu(self, *args, **kwargs):
        start(self, *args, **kwargs)
        self.notices.append("cuda could not be used (no driver); used the CPU instead.")

    monkeypatch.setattr(Session, "__init__", without_gpu)
    (outcome,) = run(scenes[0], out, processing_res=10, model=model)
    assert outcome.result
    assert outcome.result.provider == "CPUExecutionProvider"
    assert outcome.result.warnings == ("cuda could not be used (no driver); used the CPU instead.",)


@pytest.mark.parametrize("context", ["patch", "pixel"])
def test_an_unknown_device_is_every_scenes_error(tiny_model, scenes, out, context):
    """A device that the installed runtime does not offer is an error with the offered ones, for every model."""
    model = tiny_model(
        [[-1, 0], [1, 0]], [1, 0], bands=["B02", "B03"], classes=["clear", "thick_cloud"], context=context
    )
    outcomes = run(scenes[:2], out, processing_res=10, model=model, device="tpu")
    assert len(outcomes) == 2
    for outcome in outcomes:
        assert isinstance(outcome.error, errors.DeviceError)
        assert_values(outcome.error, device="tpu", names="cpu")
    assert list(out.iterdir()) == []
