"""`python -m cloud_s2_mask.core.fetching`: its lines, its exit status, and its end by a signal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from ....core.cards.card import imported_dir
from ....core.fetching.__main__ import main
from ....core.hosts import attempts
from ....core.networks.published import published_cards
from ....tools.hub import Hub, open_hub
from ....tools.package import ROOT
from ....tools.torch_files import write_safetensors
from ..published import WEIGHTS, graph, published_card

L2A = "cloudsen12l2a.pt"


@pytest.fixture
def hub(tmp_path, monkeypatch) -> Iterator[Hub]:
    """A hub with the weights of a tiny model, and with a file that has the name of published ones."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "models"))
    monkeypatch.setattr(attempts, "_pause", lambda *_given: None)
    data = write_safetensors(tmp_path / "tiny.safetensors", WEIGHTS).read_bytes()
    with open_hub({"tiny.safetensors": data, L2A: bytes(300_000)}) as opened:
        yield opened


@pytest.fixture
def tiny(publish, hub) -> None:
    """The only published models: `tiny`, and `hand` without an address."""
    page = {"page": "https://huggingface.co/authors/model"}
    publication = {**page, "address": "https://hub.invalid/authors/model/resolve/main/", "consent": True}
    cards = [
        published_card("hand", {"hand.pkl": ["tiny"]}, publication=page),
        published_card("tiny", {"tiny.safetensors": ["tiny"]}, publication=publication, licence="CC-BY-NC-4.0"),
    ]
    publish([graph("tiny")], cards)


@pytest.fixture
def start(tmp_path, hub) -> Callable[..., subprocess.Popen[str]]:
    """Start the command line."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "build" / "plugins"), "PYTHONDONTWRITEBYTECODE": "1"}

    def run(*arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "cloud_s2_mask.core.fetching", *arguments]
        return subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path
        )

    return run


def test_a_model_is_fetched(tiny, hub, capsys):
    """The id of a model that is ready is printed, also if it was ready before."""
    for _again in range(2):
        assert main(["tiny", "--accept-licence", "--mirror", hub.address]) == 0
        assert capsys.readouterr() == ("tiny\n", "")
    assert len(hub.asked) == 2


def test_the_mirror_may_be_in_the_environment(tiny, hub, monkeypatch, capsys):
    """An administrator sets it once for all users."""
    monkeypatch.setenv("CLOUD_S2_MASK_MIRROR", hub.address)
    assert main(["tiny", "--accept-licence"]) == 0


def test_a_folder_needs_no_host(tiny, hub, tmp_path, capsys):
    """The files were brought."""
    assert main(["tiny", "--accept-licence", "--from", str(tmp_path)]) == 0
    assert hub.asked == []


def test_a_refused_model_is_a_line_and_the_others_are_fetched(tiny, hub, capsys):
    """The status is 1; the reason is one line on standard error."""
    assert main(["hand", "tiny", "--accept-licence", "--mirror", hub.address]) == 1
    out, err = capsys.readouterr()
    assert out == "tiny\n"
    assert err.count("\n") == 1
    assert "https://huggingface.co/authors/model" in err


def test_a_licence_is_accepted_by_an_option(tiny, hub, capsys):
    """Without it, no host is asked."""
    assert main(["tiny", "--mirror", hub.address]) == 1
    err = capsys.readouterr().err
    assert "CC-BY-NC-4.0" in err
    assert "--accept-licence" in err
    assert err.count("\n") == 1
    assert hub.asked == []


def test_the_list_has_every_published_model(tiny, hub, capsys):
    """It says what is missing, ready or has to be brought, and asks no host."""
    main(["tiny", "--accept-licence", "--mirror", hub.address])
    capsys.readouterr()
    hub.asked.clear()
    assert main(["--list"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [row[:3] for row in rows] == [["hand", "by", "hand"], ["tiny", "ready", "-"]]
    assert hub.asked == []


def test_the_list_says_that_a_model_was_imported(tiny, hub, capsys):
    """A model of the user's own stands for the published one, as in the window."""
    (imported_dir() / "tiny").mkdir(parents=True)
    assert main(["--list"]) == 0
    assert capsys.readouterr().out.splitlines()[1].split()[:3] == ["tiny", "imported", "-"]


def test_an_unknown_model_is_refused_with_the_known_ones(tiny, hub, capsys):
    """The status for wrong arguments is 2."""
    assert main(["tini"]) == 2
    err = capsys.readouterr().err
    assert "tini" in err
    assert "hand, tiny" in err
    assert err.count("\n") == 1


def test_no_model_is_a_usage_error(tiny, hub, capsys):
    """The status for wrong arguments is 2."""
    with pytest.raises(SystemExit) as caught:
        main([])
    assert caught.value.code == 2


def test_the_published_models_are_listed_by_the_program(start, hub):
    """The real cards."""
    out, err = start("--list").communicate(timeout=60)
    assert err == ""
    assert [line.split()[0] for line in out.splitlines()] == [card.id for card in published_cards()]
    assert "58 MB" in next(line for line in out.splitlines() if line.startswith("omnicloudmask "))


@pytest.mark.skipif(os.name != "posix", reason="Windows has no pseudo-terminals.")
def test_ctrl_c_is_told_below_the_line_of_progress(hub, tmp_path):
    """In a terminal the sentence begins on a line of its own."""
    import pty

    hub.misbehave("trickle", 5000)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "cloud_s2_mask.core.fetching", "unetmobv2-l2a", "--accept-licence"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "build" / "plugins")}
    running = subprocess.Popen([*command, "--mirror", hub.address], env=environment, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    try:
        while b"Downloading" not in shown:
            shown += os.read(ours, 1000)
        running.send_signal(signal.SIGINT)
        with suppress(OSError):  # the terminal ends with the program
            while part := os.read(ours, 1000):
                shown += part
        assert running.wait(timeout=10) == 128 + signal.SIGINT
    finally:
        running.kill()
        os.close(ours)
    assert shown.split(b"\n")[-2].startswith(b"Cancelled. ")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_a_download_which_then_continues(start, hub, tmp_path, number):
    """The bytes that arrived are kept; the next call asks for the rest, and tells that it is no file of weights."""
    hub.misbehave("trickle", 5000)
    arguments = ("unetmobv2-l2a", "--accept-licence", "--mirror", hub.address)
    running, part = start(*arguments), tmp_path / "models" / "downloads" / f"{L2A}.part"
    end = time.monotonic() + 20
    while time.monotonic() < end and not (part.exists() and part.stat().st_size):
        time.sleep(0.05)
    running.send_signal(number)
    out, err = running.communicate(timeout=10)
    assert running.returncode == 128 + number, err
    assert (out, err.count("\n")) == ("", 1)
    kept = part.stat().st_size
    assert 0 < kept < 300_000
    hub.faults.clear()
    again = start(*arguments)
    out, err = again.communicate(timeout=60)
    assert (again.returncode, out, err.count("\n")) == (1, "", 1)
    assert L2A in err
    assert hub.asked[-1].headers["range"] == f"bytes={kept}-"
    assert not part.parent.exists()
