"""An optimised graph is kept for the next run, and is never needed."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from ....core.inference.graph_cache import GraphCache
from ....core.inference.session import Session
from ..conftest import tiny_network

BATCH = np.ones((1, 2, 32, 32), np.float32)
ANSWER = [3, 4, 7]


@pytest.fixture
def network(tmp_path) -> Path:
    """A network that answers 3, 4 and 7 to ones."""
    path = tmp_path / "tiny.onnx"
    path.write_bytes(tiny_network(np.array([[1, 2], [3, 1], [3, 4]], np.float32), np.zeros(3, np.float32)))
    return path


def answer(network: Path) -> list[float]:
    """What a new session answers."""
    return [float(value) for value in Session(network, "cpu").run(BATCH)[0, :, 5, 5]]


def kept(network: Path) -> list[Path]:
    """The optimised graphs beside a network, with anything else in their folder."""
    return sorted((network.parent / "optimised").iterdir())


def test_the_second_session_uses_the_kept_graph(network):
    """The first run keeps the optimised graph, the second one uses it and answers the same."""
    assert answer(network) == ANSWER
    (graph,) = kept(network)
    written = graph.stat().st_mtime_ns
    assert answer(network) == ANSWER
    assert kept(network) == [graph]
    assert graph.stat().st_mtime_ns == written


def test_a_new_network_gets_a_new_graph(network):
    """When the network is prepared anew, its old graph goes."""
    answer(network)
    (old,) = kept(network)
    network.write_bytes(tiny_network(np.zeros((3, 2), np.float32), np.array([5, 6, 8], np.float32)))
    os.utime(network, (1, 1))
    assert answer(network) == [5, 6, 8]
    (new,) = kept(network)
    assert new != old


@pytest.mark.parametrize("content", [b"", b"torn", None])
def test_a_graph_that_cannot_be_loaded_is_dropped(network, content):
    """A kept graph that was cut short costs nothing but the time to make it again."""
    answer(network)
    (graph,) = kept(network)
    graph.write_bytes(graph.read_bytes()[:-20] if content is None else content)
    assert answer(network) == ANSWER
    assert answer(network) == ANSWER


def test_a_folder_that_takes_no_graph_is_no_obstacle(network):
    """Where nothing can be kept, the network runs as it is."""
    (network.parent / "optimised").write_text("a file in the way")
    assert answer(network) == ANSWER


def test_a_graph_that_was_not_written_is_not_kept(network):
    """If optimising writes nothing or fails, no file is left."""
    cache = GraphCache(network, "1.0")
    assert cache.store(lambda _path: None) is None

    def fail(path: Path) -> None:
        path.write_text("half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        cache.store(fail)
    assert cache.ready() is None
    assert kept(network) == []


def test_another_version_has_another_graph(network):
    """A graph of one ONNX Runtime is never loaded by another."""
    one, two = GraphCache(network, "1.0"), GraphCache(network, "1.1")

    def write(path: Path) -> None:
        path.write_text("graph")

    one.store(write)
    assert two.ready() is None
    two.store(write)
    assert one.ready() is None
