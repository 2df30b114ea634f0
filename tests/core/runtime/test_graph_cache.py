"""An optimised graph is stored for the next run, which also works without it."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from ....core.inference.loading import Network
from ....core.inference.recipe import Patches
from ....core.inference.session import Session
from ....core.runtime.graph_cache import GraphCache
from ....core.runtime.package import import_runtime
from ....core.runtime.upsampling import RECIPE
from ..conftest import tiny_network

BATCH = Patches.whole(np.ones((1, 2, 32, 32), np.float32))
ANSWER = [3, 4, 7]


@pytest.fixture
def network(tmp_path) -> Path:
    """A network that returns 3, 4 and 7 for an input of ones."""
    path = tmp_path / "tiny.onnx"
    path.write_bytes(tiny_network(np.array([[1, 2], [3, 1], [3, 4]], np.float32), np.zeros(3, np.float32)))
    return path


def answer(network: Path) -> list[float]:
    """Run a new session."""
    return [float(value) for value in Session(Network(network), "cpu").run(BATCH)[0, :, 5, 5]]


def cached(network: Path) -> list[Path]:
    """List the files in the cache of a network."""
    return sorted((network.parent / "optimised" / network.stem).iterdir())


def test_the_second_session_uses_the_stored_graph(network):
    """The first run stores the optimised graph, the second one uses it and returns the same."""
    assert answer(network) == ANSWER
    (graph,) = cached(network)
    written = graph.stat().st_mtime_ns
    assert answer(network) == ANSWER
    assert cached(network) == [graph]
    assert graph.stat().st_mtime_ns == written


def test_a_new_network_gets_a_new_graph(network):
    """When the network is prepared again, its old graph is removed."""
    answer(network)
    (old,) = cached(network)
    network.write_bytes(tiny_network(np.zeros((3, 2), np.float32), np.array([5, 6, 8], np.float32)))
    os.utime(network, (1, 1))
    assert answer(network) == [5, 6, 8]
    (new,) = cached(network)
    assert new != old


@pytest.mark.parametrize("content", [b"", b"torn", None])
def test_a_truncated_graph_is_replaced(network, content):
    """A truncated graph is found before it is loaded, and made again."""
    answer(network)
    (graph,) = cached(network)
    whole = graph.read_bytes()
    graph.write_bytes(whole[:-20] if content is None else content)
    assert answer(network) == ANSWER
    assert [path.read_bytes() for path in cached(network)] == [whole]


def test_an_exchanged_graph_is_never_run(network):
    """A graph of another network under the name of mine is not used, although it could be loaded."""
    answer(network)
    (graph,) = cached(network)
    whole = graph.read_bytes()
    graph.write_bytes(tiny_network(np.zeros((3, 2), np.float32), np.array([5, 6, 8], np.float32)))
    assert answer(network) == ANSWER
    assert [path.read_bytes() for path in cached(network)] == [whole]


def test_a_graph_that_cannot_be_loaded_is_dropped(network):
    """A graph that is whole, but that this machine cannot load, is not tried again."""
    graphs = GraphCache(network, import_runtime().__version__, "cpu", RECIPE)
    graphs.store(lambda path: path.write_bytes(b"whole, but no network"))
    assert answer(network) == ANSWER
    assert cached(network) == []


def test_a_network_runs_without_a_cache(network):
    """If the graph cannot be stored, the network runs without it."""
    (network.parent / "optimised").write_text("a file in the way")
    assert answer(network) == ANSWER


def test_a_graph_that_was_not_written_is_not_stored(network):
    """If the optimisation writes nothing or fails, no file is left."""
    cache = GraphCache(network, "1.0")
    assert cache.store(lambda _path: None) is None

    def fail(path: Path) -> None:
        path.write_text("half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        cache.store(fail)
    assert cache.ready() is None
    assert cached(network) == []


def test_another_version_has_another_graph(network):
    """A graph of one ONNX Runtime is never loaded by another."""
    one, two = GraphCache(network, "1.0"), GraphCache(network, "1.1")

    def write(path: Path) -> None:
        path.write_text("graph")

    one.store(write)
    assert two.ready() is None
    two.store(write)
    assert one.ready() is None
