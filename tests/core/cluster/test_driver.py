"""The driver sends scenes to the workers of any client, and finds out which host is at fault."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from ....core.cluster import driver
from ....core.cluster.worker import Attempt
from ....core.errors import CancelledError, ClusterError, MaskExistsError, OutputError, ProductError
from ....core.masks.result import SceneOutcome
from ....core.settings import MaskSettings, create_settings
from ..conftest import Recorder

HOSTS = ("tcp://10.0.0.1:1", "tcp://10.0.0.1:2", "tcp://10.0.0.2:1", "tcp://10.0.0.3:1", "tcp://10.0.0.4:1")


@dataclass
class Future:
    """A future of the client below."""

    outcome: Any
    client: Client
    calls: list[Callable[[Any], None]] = field(default_factory=list)

    def add_done_callback(self, call: Callable[[Any], None]) -> None:
        """Call at once, unless the client holds its scenes back."""
        self.calls.append(call)
        if not self.client.holds:
            call(self)

    def cancelled(self) -> bool:
        """As in Dask."""
        return self.outcome is None

    def result(self) -> Any:
        """As in Dask."""
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome


class Client:
    """A client whose workers answer as `work(path, worker)` says."""

    def __init__(self, work: Callable[[Path, str], Any], workers: tuple[str, ...] = HOSTS) -> None:
        self.work = work
        self.threads = dict.fromkeys(workers, 1)
        self.versions: dict[str, Any] = {}
        self.holds = False
        self.sent: list[tuple[Path, str]] = []
        self.settings: list[MaskSettings] = []
        self.cancelled: list[Future] = []

    def nthreads(self) -> dict[str, int]:
        """As in Dask."""
        return self.threads

    def run(self, function: Any, workers: list[str], on_error: str) -> dict[str, Any]:
        """As in Dask."""
        assert on_error == "return"
        return {worker: self.versions.get(worker, function()) for worker in workers}

    def submit(self, _attempt: Any, settings: MaskSettings, _taken: Any, **options: Any) -> Future:
        """Let the first worker that is allowed do the work."""
        worker = options.get("workers", list(self.threads))[0]
        path = settings.paths[0]
        assert isinstance(path, Path)
        self.sent.append((path, worker))
        self.settings.append(settings)
        return Future(self.work(path, worker), self)

    def cancel(self, futures: list[Future]) -> None:
        """As in Dask."""
        self.cancelled += futures


class Outcomes(Recorder):
    """A listener that keeps outcomes, and cancels when a condition is met."""

    def __init__(self, cancels: Callable[[], bool] = lambda: False) -> None:
        super().__init__()
        self.outcomes: list[SceneOutcome] = []
        self.is_cancelled = cancels  # type: ignore[method-assign]

    def scene_done(self, index: int, outcome: SceneOutcome) -> None:
        """Keep the outcome."""
        super().scene_done(index, outcome)
        self.outcomes.append(outcome)


def done(path: Path, worker: str, error: Any = None) -> Attempt:
    """Return what a worker answers."""
    return Attempt(worker, (SceneOutcome(path, error=error),))


def masked(client: Client, count: int = 1, listener: Outcomes | None = None, **options: Any) -> list[SceneOutcome]:
    """Mask so many pretended scenes on a cluster."""
    listener = listener or Outcomes()
    scenes = [f"{number}.SAFE" for number in range(count)]
    driver.mask_on_cluster(create_settings(scenes, "masks", **options), client, listener)
    return listener.outcomes


def test_a_scene_is_sent_alone_with_absolute_paths_and_one_thread():
    """Workers have other current folders, and as many threads as scenes at a time."""
    client = Client(done)
    assert len(masked(client, 3)) == 3
    assert [settings.paths for settings in client.settings] == [(Path(f"{n}.SAFE").absolute(),) for n in range(3)]
    assert {settings.job.folder for settings in client.settings} == {Path("masks").absolute()}
    assert {settings.processing_threads for settings in client.settings} == {1}
    client = Client(done)
    masked(client, processing_threads=8)
    assert client.settings[0].processing_threads == 8


def test_the_scenes_on_their_way_grow_with_the_cluster():
    """Of a thousand scenes, 64 are sent to few workers, and two for each thread of many."""
    for threads, window in ((1, driver.LEAST_WINDOW), (100, 5 * 100 * driver.SCENES_PER_THREAD)):
        client = Client(done)
        client.threads = dict.fromkeys(HOSTS, threads)
        client.holds = True
        with pytest.raises(CancelledError):
            masked(client, 3000, Outcomes(lambda sent=client.sent: len(sent) >= driver.LEAST_WINDOW))  # type: ignore[misc]
        assert len(client.sent) == len(client.cancelled) == window


def test_a_scene_that_fails_is_tried_on_other_hosts():
    """A full disk or a missing mount is the host's fault: another host masks the scene."""

    def work(path: Path, worker: str) -> Attempt:
        return done(path, worker, ProductError("{path} is not mounted.", path=path) if "10.0.0.1" in worker else None)

    client = Client(work)
    (outcome,) = masked(client)
    assert outcome.error is None
    assert [worker for _, worker in client.sent] == [HOSTS[0], HOSTS[2]]


def test_a_scene_that_fails_on_three_hosts_has_failed():
    """A damaged product does not go round the whole cluster."""
    client = Client(lambda path, worker: done(path, worker, ProductError("{path} is damaged.", path=path)))
    (outcome,) = masked(client)
    assert isinstance(outcome.error, ProductError)
    assert [worker for _, worker in client.sent] == [HOSTS[0], HOSTS[2], HOSTS[3]]


def test_a_mask_of_other_settings_is_not_tried_again():
    """Every host would find the same mask."""
    error = MaskExistsError("{path} exists with {differing}.", path="mask.tif", differing=["buffer"])
    client = Client(lambda path, worker: done(path, worker, error))
    (outcome,) = masked(client)
    assert outcome.kept
    assert len(client.sent) == 1


def test_a_folder_that_no_host_can_use_ends_the_run():
    """Without an output folder nothing can be masked, which is one error and not one for each scene."""
    error = OutputError("{folder} is read-only.", folder="masks")
    client = Client(lambda path, worker: Attempt(worker, refusal=error))
    with pytest.raises(ClusterError) as raised:
        masked(client, 1000)
    assert raised.value.values["error"] == str(error)
    assert raised.value.values["worker"] in HOSTS
    assert len(client.sent) < 1000


def test_a_scene_whose_workers_die_fails_and_the_others_go_on():
    """Dask reports a scene whose workers have died too often with an error that names the last one."""

    class KilledWorker(Exception):  # noqa: N818 - its name in Dask
        last_worker = HOSTS[0]

    client = Client(lambda path, worker: KilledWorker() if path.name == "1.SAFE" else done(path, worker))
    outcomes = {outcome.path.name: outcome.error for outcome in masked(client, 3)}
    assert isinstance(outcomes["1.SAFE"], ClusterError)
    assert outcomes["0.SAFE"] is outcomes["2.SAFE"] is None


def test_a_scene_that_its_worker_gives_up_is_sent_again():
    """A worker that ends gives its scene up: another one gets it."""
    answers = [CancelledError("The run was cancelled."), None]
    client = Client(lambda path, worker: answers.pop(0) or done(path, worker))
    assert len(masked(client)) == 1
    assert len(client.sent) == 2


@pytest.mark.parametrize("answer", [None, OSError("connection closed"), ModuleNotFoundError("cloud_s2_mask")])
def test_a_lost_scheduler_or_foreign_workers_end_the_run(answer):
    """Dask drops the scenes, or cannot fetch an outcome, or a worker lacks the program: the run ends with one error."""
    with pytest.raises(ClusterError):
        masked(Client(lambda path, worker: answer), 10)


@pytest.mark.parametrize("found", ["0.0.1", Exception("ModuleNotFoundError")])
def test_a_worker_without_this_version_ends_the_run(found):
    """Before it gets a scene, each worker is asked for its version; one that has just left is not missed."""
    client = Client(done)
    client.versions = {HOSTS[1]: OSError("gone"), HOSTS[2]: found}
    with pytest.raises(ClusterError) as raised:
        masked(client)
    assert raised.value.values["worker"] == HOSTS[2]
    assert client.sent == []


def test_a_client_without_a_scheduler_ends_the_run():
    """A scheduler that does not answer while scenes are waited for is an error."""

    class Lost(Client):
        def nthreads(self) -> dict[str, int]:
            raise OSError("timed out")

    with pytest.raises(ClusterError):
        masked(Lost(done))


def test_without_a_worker_the_run_waits_and_says_so(monkeypatch, caplog):
    """A cluster may have no worker yet: a warning says that the run waits, and goes on when one is there."""
    monkeypatch.setattr(driver, "_REFRESH_SECONDS", 0)
    monkeypatch.setattr(driver, "_MISSED_SECONDS", 0)
    monkeypatch.setattr(driver, "_POLL_SECONDS", 0.01)
    client = Client(done, ())
    client.holds = True
    client.submit = lambda *_args, **_options: waiting  # type: ignore[method-assign]
    waiting = Future(done(Path("0.SAFE"), ""), client)
    timer = threading.Timer(0.2, lambda: waiting.calls[0](waiting))
    timer.start()
    assert len(masked(client)) == 1
    assert caplog.text.count("No worker is connected") == 1


NAMESAKES = ("/a/X.SAFE", "/b/X.zip", "/c/X.SAFE/MTD_MSIL1C.xml")
OTHERS = ("/d/Y.SAFE/MTD_MSIL1C.xml", "/e/Z.SAFE/MTD_MSIL1C.xml", "/items/1.json", "/items/2.json")


def test_scenes_of_one_name_are_masked_in_turn():
    """A scene that may have the mask of another waits for it; all others are masked at the same time."""
    client, listener = Client(done), Outcomes()
    driver.mask_on_cluster(create_settings([*NAMESAKES, *OTHERS], "masks"), client, listener)
    assert [str(path) for path, _worker in client.sent] == [NAMESAKES[0], *OTHERS, *NAMESAKES[1:]]
    assert len(listener.outcomes) == len(NAMESAKES) + len(OTHERS)
