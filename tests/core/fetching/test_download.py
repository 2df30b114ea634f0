"""A file is downloaded completely, continued where it stopped, or refused with a reason; by both transports."""

from __future__ import annotations

import hashlib
import shutil
import sys
import time
from pathlib import Path
from typing import IO

import pytest

from ....core.errors import CancelledError, ConnectionLostError, DownloadError, OutputError
from ....core.fetching import part as part_module
from ....core.fetching.part import open_part
from ....core.fetching.refusals import start_of
from ....core.hosts import attempts
from ....tools.hub import open_hub
from ...refusals import refused
from .conftest import DATA, NAME, PLAIN, SECONDS, SHA256

SIZE = len(DATA)
HOST = "127.0.0.1"
SILENT = f"nothing came for {SECONDS} s"
KEPT = [f"{NAME}.part", f"{NAME}.part.json"]
TURNED = hashlib.sha256(DATA[::-1]).hexdigest()


def ranges(hub) -> list[str]:
    """The ranges that the hub was asked for where it sends files, in order."""
    return [one.headers.get("range", "") for one in hub.asked if "/resolve/" not in one.path]


def test_a_file_is_downloaded_through_a_redirect(hub, download_it):
    """The file arrives, its progress is told, and no unfinished file is left."""
    assert download_it() == SHA256
    assert download_it.target.read_bytes() == DATA
    assert download_it.left() == [NAME]
    assert [one.path for one in hub.asked] == ["/author/model/resolve/revision/" + NAME, f"/cdn/{NAME}"]
    done = [done for done, _size in download_it.progress]
    assert done == sorted(done)
    assert download_it.progress[-1] == (SIZE, SIZE)


def test_a_file_without_published_size_and_hash_is_taken(hub, download_it):
    """A plain host states neither; the hash that is returned can be recorded."""
    assert download_it(path=PLAIN, size=None, sha256="") == SHA256
    assert download_it.target.read_bytes() == DATA


@pytest.mark.parametrize("status", [401, 403, 404, 410, 418])
def test_a_refusal_names_host_and_status(hub, download_it, status):
    """It is not tried again, and nothing is left."""
    hub.misbehave("status", status)
    with refused(DownloadError, host=HOST, file=NAME, status=status) as caught:
        download_it()
    assert type(caught.value) is DownloadError
    assert len(hub.asked) == 1
    assert download_it.left() == []


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_fault_of_the_host_is_tried_again(hub, download_it, status):
    """One fault does no harm."""
    hub.misbehave("status", status, times=1)
    assert download_it() == SHA256


@pytest.mark.parametrize("status", [429, 500])
def test_a_lasting_fault_is_told(hub, download_it, status):
    """After four attempts the download is refused."""
    hub.misbehave("status", status)
    with refused(ConnectionLostError, host=HOST, status=status):
        download_it()
    assert len(hub.asked) == 4
    assert download_it.left() == []


def test_the_pause_that_a_host_asks_for_is_kept(hub, download_it, monkeypatch):
    """Retry-After is longer than the usual pause."""
    paused = []
    monkeypatch.setattr(attempts, "_pause", lambda seconds, _cancelled: paused.append(seconds))
    hub.misbehave("status", 429, times=1, Retry_After="7")
    assert download_it() == SHA256
    assert paused == [7]


def test_a_long_pause_is_told(hub, download_it):
    """A host that asks to wait for five minutes is not asked again."""
    hub.misbehave("status", 429, Retry_After="300")
    with refused(DownloadError, host=HOST, status=429, minutes=5) as caught:
        download_it()
    assert "5 min" in str(caught.value)
    assert len(hub.asked) == 1


@pytest.mark.parametrize("kind", ["page", "untyped page"])
def test_a_web_page_is_told(hub, download_it, kind):
    """The login page of a network comes in place of the file; it is not kept."""
    hub.misbehave(kind)
    with refused(DownloadError, host=HOST, file=NAME) as caught:
        download_it(size=None)
    assert "web page" in str(caught.value)
    assert download_it.left() == []


def test_a_login_page_does_not_cost_what_has_arrived(hub, download_it):
    """I am logged out in the middle of a download, and continue after the login."""
    hub.misbehave("cut", 5000, times=4)
    with refused(ConnectionLostError):
        download_it()
    hub.misbehave("page", times=1)
    with refused(DownloadError, file=NAME):
        download_it()
    assert download_it.part.read_bytes() == DATA[:20000]
    assert download_it() == SHA256
    assert hub.sent == SIZE


def test_redirects_in_a_circle_end(hub, download_it):
    """A host redirects to itself."""
    hub.misbehave("loop")
    with refused(DownloadError, host=HOST, file=NAME):
        download_it()
    assert len(hub.asked) == 10
    assert download_it.left() == []


def test_a_redirect_to_a_file_of_mine_is_refused(hub, download_it):
    """No host can make the plugin read local files."""
    hub.misbehave("local")
    with refused(DownloadError, host=HOST, address="file:///etc/hostname"):
        download_it()
    assert download_it.left() == []


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("ftp://user:secret@a.example:21/x?secret=1#secret", {"address": "ftp://a.example:21/x"}),
        ("https://user:secret@[abc?secret=1", {}),
    ],
)
def test_a_refused_redirect_is_named_without_its_keys(hub, download_it, location, shown):
    """Logins and queries of addresses may hold keys; an address may also be none."""
    hub.misbehave("status", 302, Location=location)
    with refused(DownloadError, host=HOST, **shown) as caught:
        download_it()
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("foreign size", {"found": SIZE + 1, "expected": SIZE}),
        ("foreign hash", {"found": start_of(hashlib.sha256(DATA + b"x").hexdigest()), "expected": start_of(SHA256)}),
    ],
)
def test_another_file_is_refused_before_it_is_downloaded(hub, download_it, kind, values):
    """The hub announces size and hash with its redirect."""
    hub.misbehave(kind)
    with refused(DownloadError, host=HOST, file=NAME, **values):
        download_it()
    assert hub.sent == 0
    assert download_it.left() == []


def test_a_file_of_another_size_is_refused(hub, download_it):
    """The host says nothing in advance, but sends fewer bytes."""
    hub.misbehave("short", 7)
    with refused(DownloadError, host=HOST, file=NAME, found=SIZE - 7, expected=SIZE):
        download_it(path=PLAIN)
    assert download_it.left() == []


@pytest.mark.parametrize("sha256", [SHA256, ""], ids=["published", "announced"])
def test_another_file_of_the_same_size_is_refused(hub, download_it, sha256):
    """The sentence names both hashes, and the file is removed."""
    hub.misbehave("foreign bytes")
    with refused(DownloadError, host=HOST, file=NAME, found=start_of(TURNED), expected=start_of(SHA256)) as caught:
        download_it(sha256=sha256)
    assert TURNED[:8] in str(caught.value)
    assert SHA256[:8] in str(caught.value)
    assert download_it.left() == []


def test_a_dropped_connection_is_continued(hub, download_it):
    """The second request asks for the rest only."""
    hub.misbehave("cut", 100_000, times=1)
    assert download_it() == SHA256
    assert download_it.target.read_bytes() == DATA
    assert ranges(hub) == ["", "bytes=100000-"]
    assert hub.sent == SIZE


def test_connections_that_always_drop_are_told_and_continued_later(hub, download_it):
    """The bytes of four attempts are kept for the next download."""
    hub.misbehave("cut", 5000)
    with refused(ConnectionLostError, host=HOST):
        download_it()
    assert download_it.left() == KEPT
    assert download_it.part.read_bytes() == DATA[:20000]
    hub.faults.clear()
    assert download_it() == SHA256
    assert ranges(hub)[-1] == "bytes=20000-"
    assert hub.sent == SIZE
    assert download_it.left() == [NAME]


def test_a_connection_that_drops_often_but_brings_much_completes(hub, download_it, monkeypatch):
    """Attempts are counted from the last one that brought enough."""
    monkeypatch.setattr(attempts, "_PROGRESS_BYTES", 30_000)
    hub.misbehave("cut", 40_000)
    assert download_it() == SHA256
    assert len(ranges(hub)) == 8


def test_a_silent_host_is_told(hub, download_it):
    """It is tried once more, because nothing of it was ever seen."""
    hub.misbehave("silence")
    with refused(ConnectionLostError, host=HOST, reason=SILENT):
        download_it()
    assert len(hub.asked) == 2
    assert download_it.left() == []


def test_a_download_that_stalls_is_told_and_continued_later(hub, download_it):
    """The bytes before the stall are kept."""
    hub.misbehave("stall", 50_000)
    with refused(ConnectionLostError, host=HOST, reason=SILENT):
        download_it()
    assert download_it.part.read_bytes() == DATA[:200_000]
    hub.faults.clear()
    assert download_it() == SHA256
    assert hub.sent == SIZE


def test_a_slow_host_is_waited_for(hub, download_it):
    """Each tenth of a second brings a few bytes, so nothing is wrong."""
    hub.misbehave("trickle", SIZE // 12)
    assert download_it() == SHA256


@pytest.mark.parametrize("kind", ["silence", "stall", "trickle"])
def test_cancelling_ends_a_download_at_once(hub, download_it, kind):
    """Also while the host sends nothing; what has arrived is kept."""
    hub.misbehave(kind, 20000)
    began = time.monotonic()
    with refused(CancelledError):
        download_it(cancelled=lambda: time.monotonic() > began + 0.3)
    assert time.monotonic() < began + 1.3
    assert download_it.left() == ([] if kind == "silence" else KEPT)


def test_a_host_without_ranges_starts_anew(hub, download_it):
    """It sends the whole file, which replaces what had arrived."""
    hub.misbehave("no ranges")
    hub.misbehave("cut", 100_000, times=1)
    assert download_it() == SHA256
    assert download_it.target.read_bytes() == DATA
    assert hub.sent == SIZE + 100_000


def test_a_wrong_range_starts_anew(hub, download_it):
    """Bytes that do not follow those that are there are not appended."""
    hub.misbehave("cut", 100_000, times=1)
    hub.misbehave("wrong range", times=1)
    assert download_it() == SHA256
    assert download_it.target.read_bytes() == DATA
    assert ranges(hub) == ["", "bytes=100000-", ""]


@pytest.mark.parametrize("kind", ["changed", "changed silently"])
def test_a_file_that_changed_in_between_starts_anew(hub, download_it, kind):
    """A file of unknown hash is never made of two."""
    hub.misbehave("cut", 5000)
    with refused(ConnectionLostError):
        download_it(path=PLAIN, size=None, sha256="")
    hub.faults.clear()
    hub.misbehave(kind)
    assert download_it(path=PLAIN, size=None, sha256="") == TURNED
    assert download_it.target.read_bytes() == DATA[::-1]
    assert ranges(hub)[4:] == (["bytes=20000-"] if kind == "changed" else ["bytes=20000-", ""])


def test_a_part_beyond_the_end_starts_anew(hub, download_it):
    """The file has become shorter than what has arrived."""
    hub.misbehave("cut", 30_000)
    with refused(ConnectionLostError):
        download_it(path=PLAIN, size=None, sha256="")
    hub.faults.clear()
    hub.files[NAME] = DATA[:50_000]
    assert download_it(path=PLAIN, size=None, sha256="") == hashlib.sha256(DATA[:50_000]).hexdigest()


def test_a_mirror_continues_a_file_of_known_hash(hub, download_it):
    """I switch to a mirror in the middle: the hash says in the end that it is the same file."""
    hub.misbehave("cut", 5000)
    with refused(ConnectionLostError):
        download_it()
    with open_hub({NAME: DATA}) as mirror:
        assert download_it(host=mirror.address) == SHA256
        assert mirror.sent == SIZE - 20000


def test_a_mirror_does_not_continue_a_file_of_unknown_hash(hub, download_it):
    """The first bytes would be of another file."""
    hub.misbehave("cut", 5000)
    with refused(ConnectionLostError):
        download_it(path=PLAIN, size=None, sha256="")
    with open_hub({NAME: DATA[::-1]}) as mirror:
        assert download_it(host=mirror.address, path=PLAIN, size=None, sha256="") == TURNED
        assert mirror.sent == SIZE


@pytest.mark.parametrize("left", [b"damaged", b"x" * SIZE, b"x" * (SIZE + 9)], ids=["part", "whole", "longer"])
def test_damaged_bytes_of_an_earlier_download_start_anew(hub, download_it, left):
    """The hash does not fit, so the file is downloaded once more from its start."""
    hub.misbehave("cut", 5000)
    with refused(ConnectionLostError):
        download_it()
    hub.faults.clear()
    download_it.part.write_bytes(left)
    assert download_it() == SHA256
    assert download_it.target.read_bytes() == DATA


def test_an_unfinished_file_of_unknown_origin_starts_anew(hub, download_it):
    """Its facts are missing or no JSON."""
    download_it.part.parent.mkdir()
    download_it.part.write_bytes(DATA[:1000])
    download_it.part.with_name(f"{NAME}.part.json").write_text("{")
    assert download_it() == SHA256
    assert ranges(hub) == [""]


def test_a_complete_unfinished_file_needs_no_host(hub, download_it):
    """The program ended before it could rename it."""
    hub.misbehave("cut", 5000)
    with refused(ConnectionLostError):
        download_it()
    download_it.part.write_bytes(DATA)
    before = len(hub.asked)
    assert download_it() == SHA256
    assert len(hub.asked) == before


def test_a_host_without_a_length_is_accepted_if_the_size_is_known(hub, download_it):
    """The published size tells if the file is complete."""
    hub.misbehave("no length")
    assert download_it() == SHA256


def test_a_file_of_which_nothing_is_known_is_refused(hub, download_it):
    """Nobody could tell if it is complete."""
    hub.misbehave("no length")
    with refused(DownloadError, host=HOST, file=NAME):
        download_it(path=PLAIN, size=None, sha256="")
    assert download_it.left() == []


def test_a_host_that_marks_the_end_is_accepted(hub, download_it):
    """It sends pieces, the last one empty; until that has come, the file is not taken."""
    hub.misbehave("chunked")
    hub.misbehave("cut", 50_000, times=4)
    with refused(ConnectionLostError, host=HOST):
        download_it(path=PLAIN, size=None, sha256="")
    assert not download_it.target.exists()
    assert download_it(path=PLAIN, size=None, sha256="") == SHA256


def test_too_little_space_is_told_before_the_download(hub, download_it, monkeypatch):
    """The network needs as much space again as its weights."""
    usage = shutil.disk_usage("/")._replace(free=2 * SIZE - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    with refused(OutputError, file=NAME, needed=1, free=0):
        download_it()
    assert len(ranges(hub)) == 1
    assert download_it.left() == []


def test_a_disk_that_fills_up_is_told(hub, download_it, short_files):
    """The bytes that fit are kept, and continued when there is space."""
    with short_files(50_000), refused(OutputError, path=download_it.part):
        download_it()
    assert download_it.part.read_bytes() == DATA[:50_000]
    assert download_it() == SHA256
    assert ranges(hub)[-1] == "bytes=50000-"


def test_two_programs_do_not_download_the_same_file(hub, download_it):
    """The second one is told to wait."""
    with open_part(download_it.target), refused(DownloadError, file=NAME):
        download_it()
    assert download_it() == SHA256


@pytest.mark.skipif(sys.platform == "win32", reason="Windows renames no open file.")
@pytest.mark.parametrize("finish", [lambda path: path.replace(path.with_suffix("")), lambda path: path.unlink()])
def test_a_download_that_another_program_has_just_finished_is_not_continued(download_it, monkeypatch, finish):
    """Between opening and locking a file, the other program may have renamed it: writing there would spoil it."""
    locked = part_module._locked
    finished: list[bool] = []

    def lock_late(file: IO[bytes]) -> bool:
        if not finished:
            finish(download_it.part)
            finished.append(True)
        return locked(file)

    monkeypatch.setattr(part_module, "_locked", lock_late)
    with open_part(download_it.target) as part:
        part.append(b"own")
        assert download_it.part.read_bytes() == b"own"
    if download_it.target.exists():
        assert download_it.target.read_bytes() == b""


def test_a_finished_file_stays_locked_until_it_is_renamed(download_it, monkeypatch):
    """No other program can take a complete file for an unfinished one."""
    seen: list[bool] = []

    def replace(path: Path, target: Path) -> None:
        with path.open("ab") as file:
            seen.append(part_module._locked(file))
        path.rename(target)

    monkeypatch.setattr(Path, "replace", replace)
    assert download_it() == SHA256
    assert seen == [sys.platform == "win32"]
    assert download_it.left() == [NAME]


def test_a_host_that_is_away_is_told(hub, download_it):
    """Nobody listens at the address."""
    hub.close()
    with refused(ConnectionLostError, host=HOST) as caught:
        download_it()
    assert "refused" in str(caught.value)
    assert download_it.left() == []


def test_a_host_that_does_not_exist_is_told(download_it):
    """Its name is not known; names below .invalid never are."""
    with refused(ConnectionLostError, host="hub.invalid"):
        download_it(host="http://hub.invalid")
