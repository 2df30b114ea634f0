"""Parse XML, and the lists of files in it; the only module that does so, and it refuses DOCTYPE and entities."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple
from xml.parsers import expat

from ..errors import ProductError

MAX_METADATA_BYTES = 20 * 1024 * 1024
"""Real product metadata has 30-60 kB; a larger file is not metadata, or an attack."""


class Checksum(NamedTuple):
    """The checksum of a file, as a manifest states it."""

    algorithm: str
    """e.g. `MD5` or `SHA3-256`."""
    digest: str
    """Hexadecimal, in lower case."""


def parse_manifest(data: bytes, path: str) -> dict[str, Checksum]:
    """Read the checksums in a `manifest.safe`, by the names of the files in the product.

    Args:
        data: The file's bytes.
        path: Its path, for error messages.

    Raises:
        ProductError: the file is over 20 MB, has a DOCTYPE or an entity declaration, or is not well-formed.
    """
    checksums: dict[str, Checksum] = {}
    stream: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "fileLocation":
            stream["file"] = attributes.get("href", "").removeprefix("./")
        elif name == "checksum":
            stream["algorithm"] = attributes.get("checksumName", "")

    def end(name: str, text: str) -> None:
        if name == "checksum":
            stream["digest"] = text.lower()
        elif name == "byteStream":
            if len(stream) == 3:
                checksums[stream["file"]] = Checksum(stream["algorithm"], stream["digest"])
            stream.clear()

    parse_xml(data, path, start, end)
    return checksums


def parse_images(data: bytes, path: str) -> list[str]:
    """Read the names of the files of a product in its metadata file; see `parse_manifest` for arguments and errors.

    They have no suffix there. Products before baseline 02.04 name their granules in another way, and are not listed.
    """
    names: list[str] = []

    def end(name: str, text: str) -> None:
        if name in {"IMAGE_FILE", "IMAGE_FILE_2A"} and text:
            names.append(f"{text}.jp2")

    parse_xml(data, path, lambda _name, _attributes: None, end)
    return [*names, *dict.fromkeys(f"{'/'.join(name.split('/')[:2])}/MTD_TL.xml" for name in names)]


def parse_xml(
    data: bytes, path: str, start: Callable[[str, dict[str, str]], None], end: Callable[[str, str], None]
) -> None:
    """Parse XML: call `start` with the name and attributes of each element, and `end` with its name and text.

    A DOCTYPE is refused in expat's own handler: a search in the bytes would miss UTF-16.
    """
    if len(data) > MAX_METADATA_BYTES:
        raise ProductError(
            "{path} was not read: it has {megabytes:.0f} MB, but product metadata has at most 20 MB. Download the "
            "product again.",
            path=path,
            megabytes=len(data) / 1e6,
        )
    text: list[str] = []

    def refuse(declaration: str, *_args: object) -> None:
        raise ProductError(
            "{path} contains a {declaration}, so it is not original product metadata. Download the product again.",
            path=path,
            declaration=declaration,
        )

    def started(tag: str, attributes: dict[str, str]) -> None:
        text.clear()
        start(tag.rsplit(":", 1)[-1], attributes)

    def ended(tag: str) -> None:
        end(tag.rsplit(":", 1)[-1], "".join(text).strip())
        text.clear()

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = partial(refuse, "DOCTYPE")
    parser.EntityDeclHandler = partial(refuse, "ENTITY")
    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = text.append
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # the last two: an unknown encoding
        raise ProductError(
            "{path} is not well-formed XML ({reason}). Download the product again.", path=path, reason=error
        ) from error
