"""The benchmark runs the plugin and its peers on the device that is asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ...bench import groups, own_network
from ...bench.groups import Groups
from ...tools import full_size


@pytest.fixture
def prepared(monkeypatch) -> list[Any]:
    """Groups without products, environments and networks; the list gets what prepares networks."""
    ran: list[Any] = []
    monkeypatch.setattr(groups, "python_of", lambda name, _folder: Path("/envs") / name)
    monkeypatch.setattr(own_network, "install", lambda _python, _peer, folder: folder / "models")
    monkeypatch.setattr(full_size, "build", lambda *_arguments, **_options: Path("scene.SAFE"))
    monkeypatch.setattr(subprocess, "run", lambda command, env, **_options: ran.append((command, env["PYTHON"])))
    return ran


@pytest.mark.parametrize("device", ["cuda", "cuda:1", "tensorrt"])
@pytest.mark.parametrize("name", ["clouds2mask", "omnicloudmask"])
def test_on_a_gpu_the_peer_uses_it_too(prepared, tmp_path, name, device):
    """The plugin has an environment with the ONNX Runtime for GPUs, in which its networks are prepared in 16 bits."""
    peer, plugin = Groups(tmp_path, device).group(name).programs
    assert peer.command[-1] == "cuda"
    assert plugin.command[0] == Path("/envs/cuda")
    assert plugin.command[plugin.command.index("--device") + 1] == device
    ((command, python),) = prepared
    assert (command[0].name, python) == ("models.sh", "/envs/cuda")


@pytest.mark.parametrize("name", ["clouds2mask", "omnicloudmask"])
def test_on_a_processor_both_use_it(prepared, tmp_path, name):
    """The plugin runs with the packages of the project."""
    peer, plugin = Groups(tmp_path, "cpu").group(name).programs
    assert peer.command[-1] == "cpu"
    assert plugin.command[0] == Path(sys.executable)
    assert prepared == []
