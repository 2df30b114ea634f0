"""Graphs that ONNX Runtime has optimised are kept, used again, and never trusted blindly."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ...core.session import Session
from .conftest import pixel_network

BATCH = np.arange(2 * 8 * 8, dtype=np.float32).reshape(1, 2, 8, 8)


@pytest.fixture
def network(tmp_path: Path) -> Path:
    """A network in a folder of its own."""
    path = tmp_path / "tiny.onnx"
    path.write_bytes(pixel_network(np.array([[1, 2], [0.5, -1]], np.float32), np.array([0, 1], np.float32)))
    return path


def kept(network: Path) -> list[Path]:
    """The optimised graphs beside a network."""
    return sorted((network.parent / "optimised").glob("*"))


def test_the_second_start_uses_the_graph_of_the_first(network):
    """The network starts faster the second time, and answers the same."""
    first = Session(network, "cpu").run(BATCH)
    (graph,) = kept(network)
    written = graph.stat().st_mtime_ns
    assert np.array_equal(Session(network, "cpu").run(BATCH), first)
    assert [path.stat().st_mtime_ns for path in kept(network)] == [written]


def test_a_new_network_gets_a_new_graph_and_the_old_one_goes(network):
    """After an update of a model its old graph is neither used nor left behind."""
    Session(network, "cpu")
    (old,) = kept(network)
    network.write_bytes(pixel_network(np.eye(2, dtype=np.float32), np.zeros(2, np.float32)))
    answer = Session(network, "cpu").run(BATCH)
    assert kept(network) != [old]
    assert len(kept(network)) == 1
    np.testing.assert_allclose(answer, BATCH)


def test_a_damaged_graph_is_made_anew(network):
    """A graph that was cut off on the disk costs a start, not a mask."""
    first = Session(network, "cpu").run(BATCH)
    (graph,) = kept(network)
    graph.write_bytes(graph.read_bytes()[:50])
    assert np.array_equal(Session(network, "cpu").run(BATCH), first)


def test_a_folder_that_cannot_be_written_is_done_without(network):
    """Models on a read-only share work; only the start is slower."""
    (network.parent / "optimised").write_text("a file where the folder would be")
    assert Session(network, "cpu").run(BATCH).shape == (1, 2, 8, 8)
