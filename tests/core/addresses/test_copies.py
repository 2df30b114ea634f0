"""Copies have what was asked for, once, whatever the threads and however the connection behaves."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from ....core.addresses import reading
from ....core.addresses.copies import FIRST_BYTES, Copy, gaps, joined
from ....core.addresses.location import Address, parse
from ....core.errors import AddressError, AddressMissingError
from ...ranged_server import Asked, Reply, Served, serving

DATA = np.random.default_rng(1).bytes(1_000_000)


@pytest.fixture
def served(tmp_path, monkeypatch) -> Iterator[Served]:
    """A server with one file; further attempts come at once."""
    monkeypatch.setattr(reading, "PAUSES", (0, 0, 0))
    (tmp_path / "file").write_bytes(DATA)
    with serving(tmp_path) as server:
        yield server


def copy_of(server: Served, name: str = "file") -> Copy:
    """A copy of a file of a server."""
    address = parse(f"{server.address}/{name}")
    assert isinstance(address, Address)
    return Copy(address)


def test_only_what_is_asked_for_is_read_and_only_once(served):
    """Overlapping parts are read without what is there; the rest of the copy is a hole."""
    copy = copy_of(served)
    copy.fetch((100_000, 200_000), (150_000, 250_000))
    copy.fetch((90_000, 260_000))
    assert served.sent() == FIRST_BYTES + 170_000
    found = copy.path.read_bytes()
    assert found == DATA[:FIRST_BYTES] + bytes(90_000 - FIRST_BYTES) + DATA[90_000:260_000] + bytes(len(DATA) - 260_000)


def test_threads_share_what_they_ask_for(served):
    """Many threads that ask for overlapping parts get all bytes right, and no byte is read twice."""
    copy, chosen = copy_of(served), np.random.default_rng(2)
    spans = [(int(start), int(start + chosen.integers(1, 90_000))) for start in chosen.integers(0, len(DATA), 60)]

    def read(span: tuple[int, int]) -> bytes:
        copy.fetch(span)
        with copy.path.open("rb") as file:
            file.seek(span[0])
            return file.read(min(span[1], len(DATA)) - span[0])

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(read, spans)) == [DATA[start:stop] for start, stop in spans]
    covered = set(range(FIRST_BYTES)).union(*(range(start, min(stop, len(DATA))) for start, stop in spans))
    assert served.sent() == len(covered)


def test_a_failed_part_can_be_asked_for_again(served):
    """After a lost connection nothing is taken for there, and the next attempt brings it."""
    copy = copy_of(served)
    copy.fetch()
    served.behaviour = lambda _asked: Reply(cut=10)
    with pytest.raises(AddressError):
        copy.fetch((500_000, 600_000))
    served.behaviour = lambda _asked: Reply()
    copy.fetch((500_000, 600_000))
    with copy.path.open("rb") as file:
        file.seek(500_000)
        assert file.read(100_000) == DATA[500_000:600_000]


def test_an_open_copy_reads_like_a_file(served):
    """Readers in Python see the whole file, from any place, and fetch what they read."""
    with copy_of(served).open(512) as file:
        file.seek(-20, 2)
        assert file.read() == DATA[-20:]
        file.seek(500_000)
        assert file.read(10) == DATA[500_000:500_010]
        assert served.sent() == FIRST_BYTES + 20 + 512
        file.seek(0)
        assert file.read() == DATA


@pytest.mark.parametrize("size", [0, 1, FIRST_BYTES, FIRST_BYTES + 1])
def test_small_files_are_whole(served, tmp_path, size):
    """Empty files and those as short as the first request are read too."""
    (tmp_path / "small").write_bytes(DATA[:size])
    copy = copy_of(served, "small")
    with copy.open() as file:
        assert (file.read(), copy.size) == (DATA[:size], size)


def test_a_file_that_changes_between_parts_is_an_error(served, tmp_path):
    """No copy has bytes of two versions."""
    copy = copy_of(served)
    copy.fetch((20_000, 30_000))

    def change(_asked: Asked) -> Reply:
        (tmp_path / "file").write_bytes(DATA[::-1])
        return Reply()

    served.behaviour = change
    with pytest.raises(AddressError):
        copy.fetch((40_000, 50_000))


def test_a_missing_file_has_no_copy(served):
    """A file that is not there is an error of its own."""
    with pytest.raises(AddressMissingError):
        copy_of(served, "none").fetch()


def test_a_copy_goes_with_the_last_reference(served):
    """The file on the disk is removed when nobody uses the copy."""
    copy = copy_of(served)
    copy.fetch()
    path = copy.path
    assert path.exists()
    del copy
    gc.collect()
    assert not path.exists()


def test_spans_are_joined_and_have_gaps():
    """Spans that touch are one; the gaps in a span are what no other covers."""
    there = joined(joined(joined([], (10, 20)), (30, 40)), (20, 25))
    assert there == [(10, 25), (30, 40)]
    assert joined(there, (24, 31)) == [(10, 40)]
    assert gaps((0, 50), there) == [(0, 10), (25, 30), (40, 50)]
    assert gaps((12, 20), there) == []
    assert gaps((5, 5), there) == []
