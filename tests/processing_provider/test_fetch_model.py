"""`clouds2mask:fetchmodel`: a published model is downloaded in the toolbox, in the background or in the shell."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext

from ...core.cards.card import load_cards, models_dir
from ...core.networks.network_files import downloads_dir
from ...core.networks.published import WEIGHTS_SUFFIXES
from ...core.networks.store import state_of
from ...processing_provider.fetch_model import FetchModel
from ...tools.hub import Hub, open_hub
from ...tools.package import ROOT
from ...tools.torch_files import write_safetensors
from ...ui.shared.qgis_transport import DownloadSettings
from ..core.published import WEIGHTS, graph, published_card
from .conftest import Feedback, stopped, unnamed

NAME = "tiny.safetensors"
PAGE = "https://huggingface.co/authors/model"


@pytest.fixture
def hub(tmp_path) -> Iterator[Hub]:
    """A hub that serves a file of weights, and is the mirror in the settings."""
    folder = tmp_path / "brought"
    folder.mkdir()
    data = write_safetensors(folder / NAME, WEIGHTS).read_bytes()
    with open_hub({NAME: data}) as opened:
        DownloadSettings(mirror=opened.address).store()
        yield opened
        DownloadSettings().store()


@pytest.fixture(autouse=True)
def published(publish, hub, tmp_path, monkeypatch) -> None:
    """Three published models: `tiny`, `bound` to a licence, and `hand` without an address."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "models"))
    address = {"page": PAGE, "address": "https://hub.invalid/authors/model/resolve/main/"}
    consent = {**address, "consent": True}
    cards = [
        published_card("bound", {NAME: ["tiny"]}, publication=consent, licence="CC-BY-NC-4.0"),
        published_card("hand", {NAME: ["tiny"]}, publication={"page": PAGE}),
        published_card("tiny", {NAME: ["tiny"]}, publication=address),
    ]
    publish([graph("tiny")], cards)


@pytest.fixture(autouse=True)
def fresh_provider(published, provider) -> None:
    """The algorithms offer the models that are published now."""
    provider.refreshAlgorithms()


def is_ready(model: str) -> bool:
    """Return True if a model is ready."""
    return state_of(load_cards()[model]).is_ready


def test_the_easiest_download_is_the_default(provider):
    """First come the models that need no consent, last those that are downloaded by hand."""
    algorithm = QgsApplication.processingRegistry().algorithmById("clouds2mask:fetchmodel")
    choice = algorithm.parameterDefinition("MODEL")
    assert choice.options() == ["tiny", "bound", "hand"]
    assert choice.defaultValue() == "tiny"
    assert "hand: hand" in choice.help()


def test_weights_of_a_published_model_are_imported(run, publish, tmp_path):
    """The toolbox imports what the window of models imports; FOLDER is where the network lies."""
    algorithm = QgsApplication.processingRegistry().algorithmById("clouds2mask:importmodel")
    patterns = algorithm.parameterDefinition("INPUT").fileFilter().partition("(")[2].rstrip(")").split()
    assert patterns == [f"*{suffix}" for suffix in (".json", ".onnx", *WEIGHTS_SUFFIXES)]
    publish([], [published_card("hand", {"hand.safetensors": ["tiny"]}, publication={"page": PAGE})])
    weights = (tmp_path / "brought" / NAME).rename(tmp_path / "brought" / "hand.safetensors")
    result = run("importmodel", INPUT=str(weights))
    assert result == {"MODEL": "hand", "FOLDER": str(models_dir())}
    assert is_ready("hand")


def test_the_file_that_a_model_still_misses_is_named(run, publish, feedback, tmp_path):
    """A model of two networks needs two files: after the first, the log names the other."""
    files = {"first.safetensors": ["tiny"], "second.safetensors": ["tiny"]}
    publish([], [published_card("hand", files, publication={"page": PAGE})])
    (first, second) = [tmp_path / "brought" / name for name in files]
    write_safetensors(first, WEIGHTS)
    run("importmodel", INPUT=str(first))
    (warning,) = feedback.warnings
    assert unnamed(warning, second.name) == []
    assert first.name not in warning
    write_safetensors(second, WEIGHTS)
    run("importmodel", INPUT=str(second))
    assert feedback.warnings == [warning]
    assert is_ready("hand")


def test_a_model_is_downloaded_from_the_mirror_of_the_settings(run, hub, feedback):
    """The outputs are its id, its folder and its size; each step is told once."""
    result = run("fetchmodel", MODEL="tiny")
    size = (models_dir() / "tiny-1.onnx").stat().st_size / 1e6
    assert result == {"MODEL": "tiny", "NETWORKS": str(models_dir()), "MEGABYTES": size}
    assert is_ready("tiny")
    assert [NAME in step for step in feedback.steps] == [True, True]
    assert len(hub.asked) == 2
    assert feedback.progress() == 100


def test_a_model_that_is_ready_needs_no_host(run, hub):
    """A second run changes nothing."""
    first = run("fetchmodel", MODEL="tiny")
    asked = len(hub.asked)
    assert run("fetchmodel", MODEL="tiny") == first
    assert len(hub.asked) == asked


def test_a_licence_is_accepted_by_a_switch(run, hub):
    """The message names the licence, its page and the switch."""
    with stopped("CC-BY-NC-4.0", PAGE, "ACCEPT_LICENCE"):
        run("fetchmodel", MODEL="bound")
    assert hub.asked == []
    run("fetchmodel", MODEL="bound", ACCEPT_LICENCE=True)
    assert is_ready("bound")


@pytest.mark.parametrize("as_setting", [False, True])
def test_files_from_a_folder_need_no_host(run, hub, tmp_path, as_setting):
    """If nothing can be downloaded, the message names the page; the folder is a parameter or a setting."""
    with stopped(PAGE, NAME, "FOLDER"):
        run("fetchmodel", MODEL="hand")
    folder = tmp_path / "brought"
    if as_setting:
        DownloadSettings(folder=folder).store()
    run("fetchmodel", MODEL="hand", **({} if as_setting else {"FOLDER": str(folder)}))
    assert is_ready("hand")
    assert hub.asked == []


def test_a_failed_download_stops_with_the_reason(run, hub):
    """The host and its answer are named; nothing is left."""
    hub.misbehave("status", 404)
    with stopped("127.0.0.1", "404", NAME):
        run("fetchmodel", MODEL="tiny")
    assert not downloads_dir().exists()


def test_an_unknown_model_is_named(run):
    """The message lists the published ones."""
    with stopped("MODEL", "tini", "tiny"):
        run("fetchmodel", MODEL="tini")


@pytest.mark.parametrize("ends", ["done", "cancelled"])
def test_a_model_is_downloaded_in_the_background(wait, hub, ends):
    """As the toolbox does it; Cancel ends a slow download at once, which continues the next time."""
    algorithm, context, feedback = FetchModel().create(), QgsProcessingContext(), Feedback()
    hub.misbehave("trickle" if ends == "cancelled" else "cut", 50, times=1)
    seen: list[tuple[bool, dict]] = []
    task = QgsProcessingAlgRunnerTask(algorithm, {"MODEL": "tiny"}, context, feedback)
    task.executed.connect(lambda done, results: seen.append((done, results)))
    QgsApplication.taskManager().addTask(task)
    if ends == "cancelled":
        part = downloads_dir() / f"{NAME}.part"
        wait(lambda: part.exists() and part.stat().st_size >= 50)
        task.cancel()
    wait(lambda: bool(seen))
    assert seen[0][0] == (ends == "done")
    assert is_ready("tiny") == (ends == "done")
    if ends == "cancelled":
        assert part.stat().st_size >= 50


def test_a_model_is_downloaded_in_the_shell(hub, tmp_path):
    """`qgis_process` downloads the file of a real model, and tells that it holds no weights."""
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        pytest.skip("There is no qgis_process here.")
    hub.files["cloudsen12l2a.pt"] = b"no weights" * 1000
    home = tmp_path / "home"
    settings = home / ".local" / "share" / "QGIS" / "QGIS3" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[cloud_s2_mask]\nmirror={hub.address}\n[PythonPlugins]\ncloud_s2_mask=true\n")
    plugins = ROOT / "build" / "plugins"
    environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "QGIS_PLUGINPATH": str(plugins)}
    for name in ("QGIS_CUSTOM_CONFIG_PATH", "QGIS_OPTIONS_PATH"):  # pytest-qgis's own
        environment.pop(name, None)
    command = [program, "--json", "run", "clouds2mask:fetchmodel", "--", "MODEL=unetmobv2-l2a", "ACCEPT_LICENCE=true"]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True, timeout=240)
    assert done.returncode != 0
    assert "cloudsen12l2a.pt" in done.stderr + done.stdout
    assert [Path(one.path).name for one in hub.asked] == ["cloudsen12l2a.pt"] * 2
    assert hub.sent == 10_000
    assert "Traceback" not in done.stderr + done.stdout, json.dumps(done.stderr)
