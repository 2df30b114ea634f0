"""The files of a card's networks: their places, and the record beside each network that says what it was made from."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from ..cards.card import ModelCard, models_dir
from ..errors import OutputError
from ..unfinished import naming, unfinished

PART_SUFFIXES = (".part", ".part.json")
"""Endings of the bytes of an unfinished download, and of the facts on them."""


def downloads_dir() -> Path:
    """Return the folder of unfinished downloads."""
    return models_dir() / "downloads"


def unfinished_downloads(card: ModelCard) -> list[Path]:
    """Return the files of a card's weights that were downloaded in part, or were not built into a network yet."""
    files = [network.weights.file for network in card.networks if network.weights]
    paths = [downloads_dir() / f"{file}{suffix}" for file in files for suffix in ("", *PART_SUFFIXES)]
    return [path for path in paths if path.is_file()]


def half_of(path: Path) -> Path:
    """Return the path of a network in float16 by that of the network."""
    return path.with_name(f"{path.stem}-half{path.suffix}")


def record_path(path: Path) -> Path:
    """Return the path of the record of a network."""
    return path.with_suffix(".json")


def read_record(path: Path) -> Mapping[str, object] | None:
    """Read the record of a network; None if it is missing or damaged."""
    try:
        recorded: object = json.loads(record_path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return recorded if isinstance(recorded, dict) else None


def write_network(
    path: Path, data: bytes, record: Mapping[str, object], check: Callable[[Path], object] | None = None
) -> None:
    """Write a network and its record; after an error both are unchanged.

    Args:
        path: Path of the network.
        data: Its content.
        record: What it was made from.
        check: Called with another path of the network before it is stored; raises if it cannot be used.

    Raises:
        OutputError: the folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished(path.parent) as folder:
            parts = {target: folder / target.name for target in (path, record_path(path))}
            parts[path].write_bytes(data)
            parts[record_path(path)].write_text(json.dumps(record, indent=2), encoding="utf-8")
            if check:
                check(parts[path])
            with naming:
                for target, part in parts.items():
                    part.replace(target)
    except OSError as error:
        raise OutputError(
            "The models folder {folder} cannot be written to ({reason}). Free disk space, close the programs that use "
            "its files, or name another folder in the variable CLOUD_S2_MASK_MODELS.",
            folder=path.parent,
            reason=error.strerror or error,
        ) from error
