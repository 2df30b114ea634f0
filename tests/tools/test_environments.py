"""Environments of the benchmark's peers are created once and kept up to date."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from ...tools import environments
from ...tools.environments import Environment, python_of


@pytest.fixture
def commands(monkeypatch):
    """Record the commands that create an environment, without running them."""
    ran = []

    def run(command, **_options):
        ran.append(command)
        return subprocess.CompletedProcess(command, 0, stdout="python 3.11\n")

    monkeypatch.setattr(subprocess, "run", run)
    return lambda: [command for command in ran if "-c" not in command]


@pytest.fixture
def peer(monkeypatch, tmp_path):
    """Define `peer` as the only environment, with these requirements and an existing folder."""
    (tmp_path / "peer").mkdir()

    def define(*requirements):
        monkeypatch.setattr(environments, "ENVIRONMENTS", {"peer": Environment("peer", requirements)})

    return define


def test_an_environment_is_made_once(commands, peer, tmp_path):
    """The second call reuses the environment of the first."""
    peer("affine==3.0.1")
    assert python_of("peer", tmp_path) == tmp_path / "peer" / "bin" / "python"
    assert "venv" in commands()[0]
    assert commands()[1][-1] == "affine==3.0.1"
    python_of("peer", tmp_path)
    assert len(commands()) == 2


def test_a_changed_pin_makes_it_anew(commands, peer, tmp_path):
    """An environment with other versions is not reused."""
    peer("affine==3.0.0")
    python_of("peer", tmp_path)
    peer("affine==3.0.1")
    python_of("peer", tmp_path)
    assert [command[-1] for command in commands()[1::2]] == ["affine==3.0.0", "affine==3.0.1"]


def test_packages_are_downloaded_for_a_machine_without_internet(commands, peer, tmp_path, monkeypatch):
    """The folder gets the packages of the engine, the networks and the environments, and the test image."""
    images: list[Path] = []
    monkeypatch.setattr(environments, "download_image", images.append)
    peer("affine==3.0.1")
    environments.download(tmp_path / "wheels", ["peer"])
    assert images == [tmp_path / "wheels"]
    assert all(str(tmp_path / "wheels") in command for command in commands())
    assert commands()[-1][-1] == "affine==3.0.1"
    asked = [word for command in commands() for word in command]
    for file in ("requirements.txt", "requirements-dev.txt", "models/requirements.txt"):
        assert file in asked
    with pytest.raises(KeyError):
        environments.download(tmp_path, ["unknown"])


def test_a_failure_names_the_environment(monkeypatch, peer, tmp_path):
    """The error names the environment and the failed command; an incomplete environment is not reused."""
    peer("affine==3.0.1")
    monkeypatch.setattr(environments, "HOST_PYTHON", tmp_path / "python")
    (tmp_path / "python").write_text('#!/bin/sh\ncase "$1" in -c) echo python 3.11;; *) exit 1;; esac\n')
    (tmp_path / "python").chmod(0o755)
    with pytest.raises(RuntimeError, match=r"\bpeer\b.*/python -m venv "):
        python_of("peer", tmp_path)
    assert not (tmp_path / "peer" / environments.STAMP).exists()
