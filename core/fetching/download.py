"""Download one file: its continuation, and the checks that decide if it is taken."""

from __future__ import annotations

import math
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import CancelledError, OutputError
from ..hosts.attempts import PAUSES, tried
from ..hosts.failures import HostError, LostError, host_of
from ..hosts.redirects import followed
from ..hosts.transport import Reply, Request, Transport, number_of
from ..language import translated
from ..runtime.graph_cache import sha256_of
from .part import Facts, Part, open_part
from .refusals import (
    cancelled_error,
    failed,
    refused_status,
    unknown_size,
    web_page,
    wrong_hash,
    wrong_size,
)

_MEGABYTE = 1_000_000
_SHA256 = re.compile(r"[0-9a-f]{64}")
_CONTENT_RANGE = re.compile(r"bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})")


@dataclass(frozen=True)
class Wanted:
    """A published file."""

    file: str
    """Its name, for messages."""
    address: str
    size: int | None = None
    """Its bytes; None if not published."""
    sha256: str = ""
    """Its hash; empty if not published."""


def download(  # noqa: PLR0913 - each has a meaning of its own
    wanted: Wanted,
    target: Path,
    transport: Transport,
    *,
    progress: Callable[[int, int | None], object],
    cancelled: Callable[[], bool],
    pauses: Sequence[float] = PAUSES,
) -> str:
    """Download a file, or continue where an earlier download of it stopped.

    Args:
        wanted: The published file.
        target: Path of the file; until it is complete and checked, its bytes are in `<target>.part`.
        transport: The way to the host.
        progress: Called with the bytes that have arrived and the size, None if unknown.
        cancelled: Asked several times a second.
        pauses: Seconds before each further attempt after a lost connection.

    Returns:
        The file's SHA-256.

    Raises:
        DownloadError: it cannot be downloaded, or is not the published file.
        CancelledError: cancelled; what has arrived is kept.
        OutputError: it cannot be written, or the disk has too little space.
    """
    with open_part(target) as part:
        attempts = _Download(wanted, part, transport, progress, cancelled)
        continued = part.size > 0
        while True:
            attempts.run(pauses)
            found = sha256_of(part.path)
            expected = wanted.sha256 or part.facts.sha256 or found
            if found == expected:
                part.publish(target)
                return found
            part.restart(Facts())
            if not continued:
                raise wrong_hash(wanted.address, wanted.file, found, expected)
            continued = False  # what an earlier program has left is to blame: once more from the start


class _Download:
    """The attempts to bring all bytes of one file."""

    def __init__(
        self,
        asked: Wanted,
        part: Part,
        transport: Transport,
        progress: Callable[[int, int | None], object],
        cancelled: Callable[[], bool],
    ) -> None:
        self._asked, self._part, self._way = asked, part, transport
        self._progress, self._cancelled = progress, cancelled

    def run(self, pauses: Sequence[float]) -> None:
        """Try until all bytes have arrived.

        Raises:
            CloudS2MaskError: see `download`.
        """
        part, asked = self._part, self._asked
        try:
            tried(asked.address, self._attempt, arrived=lambda: part.size, cancelled=self._cancelled, pauses=pauses)
        except HostError as error:
            raise failed(error, asked.file, begun=part.size > 0) from error
        except CancelledError as error:
            raise cancelled_error() from error

    def _attempt(self) -> None:
        """Ask for the missing bytes, if there are any, and append them.

        Raises:
            LostError: another attempt may bring the rest.
            HostError, CloudS2MaskError: see `followed` and `download`.
        """
        if self._part.is_complete and self._is_same_file():
            return
        with self._final_reply() as (reply, address, wanted):
            size = self._begin(reply, address, wanted)
            part = self._part
            if size is not None:
                _check_space(part, size)
            for chunk in reply.chunks:
                if part.size == 0 and chunk.lstrip()[:14].lower().startswith((b"<!doctype html", b"<html")):
                    raise web_page(address, wanted.file)
                part.append(chunk)
                if size is not None and part.size > size:
                    found = part.size
                    part.restart(Facts())
                    raise wrong_size(address, wanted.file, found, size)
                self._progress(part.size, size)
            if size is not None and part.size < size:
                raise LostError(address, translated("{done} of {size} bytes have arrived", done=part.size, size=size))

    @contextmanager
    def _final_reply(self) -> Iterator[tuple[Reply, str, Wanted]]:
        """Follow redirects to the reply with the bytes, its address, and the file as the host describes it."""
        wanted = self._asked

        def describe(reply: Reply, address: str) -> None:
            nonlocal wanted
            wanted = _described(reply, address, wanted)

        with followed(self._way, Request(wanted.address, self._range(), self._cancelled), describe) as (reply, address):
            yield reply, address, wanted

    def _range(self) -> dict[str, str]:
        """Return the headers that ask for the missing bytes, if other bytes of the same file are there."""
        if not self._part.size or not self._is_same_file():
            return {}
        headers = {"Range": f"bytes={self._part.size}-"}
        if self._is_same_address():
            headers["If-Range"] = self._part.facts.validator
        return headers

    def _is_same_address(self) -> bool:
        facts = self._part.facts
        return facts.address == self._asked.address and bool(facts.validator)

    def _is_same_file(self) -> bool:
        """Return True if the bytes that are there may be continued: a published hash makes up for another host."""
        return bool(self._asked.sha256) or self._is_same_address()

    def _begin(self, reply: Reply, address: str, wanted: Wanted) -> int | None:
        """Check the head of a reply, and keep or drop the bytes that are there; return the size of the file."""
        if reply.status == 416:  # the file has fewer bytes
            raise self._other_bytes(address)
        if reply.status not in {200, 206}:
            raise refused_status(reply.status, 0, host_of(address), wanted.file)
        if reply.headers.get("content-type", "").lower().startswith("text/html"):
            raise web_page(address, wanted.file)
        facts = Facts(self._asked.address, _validator(reply), _size(reply), wanted.sha256)
        if facts.size is not None and wanted.size is not None and facts.size != wanted.size:
            raise wrong_size(address, wanted.file, facts.size, wanted.size)
        facts = replace(facts, size=facts.size if facts.size is not None else wanted.size)
        if reply.status == 200:
            if facts.size is None and not facts.sha256 and "transfer-encoding" not in reply.headers:
                raise unknown_size(address, wanted.file)
            self._part.restart(facts)
        elif not self._continues(reply, facts):
            raise self._other_bytes(address)
        return facts.size

    def _other_bytes(self, address: str) -> LostError:
        """Drop what has arrived; return the failure for a reply that does not continue it."""
        self._part.restart(Facts())
        return LostError(address, translated("it sent other bytes than it was asked for"))

    def _continues(self, reply: Reply, facts: Facts) -> bool:
        """Check that a reply with a part of a file follows the bytes that are there."""
        part, match = self._part, _CONTENT_RANGE.fullmatch(reply.headers.get("content-range", ""))
        if not match or int(match[1]) != part.size or int(match[2]) + 1 != int(match[3]):
            return False
        unchanged = not facts.validator or facts.validator == part.facts.validator or not self._is_same_address()
        return unchanged and (facts.size, facts.sha256) == (part.facts.size, part.facts.sha256)


def _described(reply: Reply, address: str, wanted: Wanted) -> Wanted:
    """Add the size and the hash that Hugging Face names before it sends a file.

    Raises:
        DownloadError: they are not those of the published file.
    """
    size = number_of(reply.headers.get("x-linked-size", ""))
    sha256 = reply.headers.get("x-linked-etag", "").strip('"')
    if size is not None:
        if wanted.size not in {None, size}:
            raise wrong_size(address, wanted.file, size, wanted.size)
        wanted = replace(wanted, size=size)
    if _SHA256.fullmatch(sha256):
        if wanted.sha256 not in {"", sha256}:
            raise wrong_hash(address, wanted.file, sha256, wanted.sha256)
        wanted = replace(wanted, sha256=sha256)
    return wanted


def _validator(reply: Reply) -> str:
    """Return the text by which a host recognises the same file; a weak ETag does not serve for that."""
    tag = reply.headers.get("etag", "")
    return tag if tag.startswith('"') else reply.headers.get("last-modified", "")


def _size(reply: Reply) -> int | None:
    """Return the size of the whole file, if the head of a reply states it."""
    if reply.status == 206:
        match = _CONTENT_RANGE.fullmatch(reply.headers.get("content-range", ""))
        return int(match[3]) if match else None
    return number_of(reply.headers.get("content-length", ""))


def _check_space(part: Part, size: int) -> None:
    """Check that a file and the network, which is as large, fit on the disk.

    Raises:
        OutputError: they do not.
    """
    needed, free = 2 * size - part.size, shutil.disk_usage(part.path.parent).free
    if free < needed:
        raise OutputError(
            "{file} and its network need {needed} MB, but {folder} has {free} MB free. Free disk space.",
            file=part.path.stem,
            needed=math.ceil(needed / _MEGABYTE),
            folder=part.path.parent,
            free=free // _MEGABYTE,
        )
