"""Model cards: what a network needs and what its classes mean. A new model is a new card, not new code."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from ..classes import INVALID_CLASSES
from ..errors import HOW_TO_FETCH, HOW_TO_IMPORT, ModelCardError
from ..language import translated
from ..product.bands import ABSENT
from .schema import Problem, problems

logger = logging.getLogger(__name__)

CARDS_DIR = Path(__file__).parents[2] / "models"


@dataclass(frozen=True)
class NetworkFile:
    """One network of a card."""

    file: str
    """Its name in the folder of the card's networks."""
    sha256: str
    """Of the member of the source package; of the file itself where there is no source."""
    member: str = ""
    """Path in the source package."""


@dataclass(frozen=True)
class ModelSource:
    """Where networks come from: a wheel of the Python package index."""

    package: str
    package_version: str
    conversion: Literal["widen", "trees"]
    """How a member becomes a network: floats of 16 bits are widened, or decision trees become a graph."""


@dataclass(frozen=True)
class Decision:
    """How a probability of cloud becomes a class, where that is not the likeliest one."""

    threshold: float
    """Cloud is where its probability is above this."""
    average_px: int
    """Radius in pixels of the disc that probabilities are averaged over; 0: they are not."""
    dilate_px: int
    """Radius in pixels of the disc that cloud is dilated by; 0: it is not."""


@dataclass(frozen=True)
class ModelCard:
    """One model: a network, or several of the same input and output whose answers are averaged."""

    id: str
    title: str
    version: str
    levels: tuple[str, ...]
    bands: tuple[str, ...]
    """In the order of the networks' input channels."""
    resolution: tuple[float, float]
    """Smallest and largest pixel size in metres that it works at."""
    mean: tuple[float, ...]
    """Per band, in reflectance; subtracted from the input."""
    std: tuple[float, ...]
    """Per band, in reflectance; what is left is divided by it."""
    patch_size: int
    patch_multiple: int
    """Patch sizes are multiples of this."""
    patch_overlap: int
    """Smallest overlap of patches in pixels."""
    activation: Literal["softmax", "none"]
    """What turns the networks' output into probabilities."""
    blend: Literal["probabilities", "logits"]
    """What is averaged over networks, augmentations and overlapping patches; logits are activated afterwards."""
    classes: tuple[str, ...]
    """Key of the mask class for each output channel, or `nodata`."""
    networks: tuple[NetworkFile, ...]
    licence: str
    citation: str
    normalisation: Literal["fixed", "patch"] = "fixed"
    """`patch`: each band of each patch is standardised by its own valid pixels, and `mean` and `std` are empty."""
    context: Literal["patch", "pixel"] = "patch"
    """`pixel`: each pixel is judged alone, so that it matters to none where patches are."""
    ensemble: Literal["always", "optional"] = "always"
    """`optional`: only the first network is used, unless ensembling is asked for."""
    decision: Decision | None = None
    """None: a pixel is of its likeliest class."""
    source: ModelSource | None = None
    """None: a person brought the networks."""
    folder: Path | None = None
    """Where the networks of an imported card are; None: in the models folder."""
    members: tuple[ModelCard, ...] = ()
    """The models that are used together; then there are no networks of its own, nor mean and std."""

    def network_resolution(self, resolution: float) -> float:
        """The pixel size in metres to run at for a mask of `resolution` metres: the nearest in the card's range."""
        return min(max(resolution, self.resolution[0]), self.resolution[1])

    @property
    def fixed_size(self) -> bool:
        """Whether its networks take patches of one size only: `patch_multiple` says so."""
        return self.patch_multiple == self.patch_size > 1

    @property
    def remedy(self) -> str:
        """What to do about a network that is missing or damaged."""
        return translated(HOW_TO_FETCH if self.source else HOW_TO_IMPORT)

    def networks_in_use(self, *, ensembling: bool) -> tuple[NetworkFile, ...]:
        """The networks that are run."""
        return self.networks if ensembling or self.ensemble == "always" else self.networks[:1]


def load_cards() -> Mapping[str, ModelCard]:
    """All cards by id, those of the plugin first.

    A card that was imported and has been damaged since is left out: it must not keep the others from being used.

    Raises:
        ModelCardError: if a card of the plugin cannot be used; the message names the field.
    """
    cards = {card.id: card for card in (read_card(path) for path in sorted(CARDS_DIR.glob("*.json")))}
    for path in sorted(imported_dir().glob("*/*.json")):
        if path.stem != path.parent.name:
            continue
        try:
            card = read_card(path)
        except ModelCardError as error:
            _warn_once(str(error))
            continue
        if card.id == path.parent.name:
            cards.setdefault(card.id, replace(card, folder=path.parent))
    return cards


@lru_cache(maxsize=256)
def _warn_once(text: str) -> None:
    """Cards are looked at again and again; what is wrong with one is told once."""
    logger.warning("%s", text)


def read_card(path: Path) -> ModelCard:
    """Read and check a card, or give the one that was read before, if the file is the same.

    Raises:
        ModelCardError: see `parse_card`.
    """
    try:
        stat = path.stat()
    except OSError as error:
        raise ModelCardError(
            "The model card {path} cannot be read ({reason}).", path=path, reason=error.strerror
        ) from error
    return _read(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=256)
def _read(path: Path, _mtime_ns: int, _size: int) -> ModelCard:
    return parse_card(path)


def parse_card(path: Path) -> ModelCard:
    """Read and check a card.

    Raises:
        ModelCardError: not JSON, or a field is missing, unknown or has a value that cannot be honoured.
    """
    return card_of(read_json(path), translated("The model card {path}", path=path))


def read_json(path: Path) -> Any:
    """Read what a card's file holds; not yet checked.

    Raises:
        ModelCardError: it cannot be read, or is not JSON; `reason` among its values says why.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ModelCardError(
            "The model card {path} cannot be used: {reason}. Correct or remove it.",
            path=path,
            reason=_why_no_json(error),
        ) from error


def _why_no_json(error: Exception) -> str:
    """Say why a file could not be read as JSON, in words of people."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    if isinstance(error, json.JSONDecodeError):
        return translated("it is not JSON from line {line} on", line=error.lineno)
    return translated("it is not JSON")


def card_of(data: Any, name: str) -> ModelCard:
    """A card from its fields.

    Args:
        data: As JSON holds them.
        name: What messages call the card.

    Raises:
        ModelCardError: a field is missing, unknown or has a value that cannot be honoured.
    """
    found = card_problems(data)
    if found:
        raise ModelCardError(
            "{name} cannot be used: {reason}. Correct or remove it.", name=name, reason="; ".join(map(str, found))
        )
    return _card(data)


def card_problems(data: Any) -> list[Problem]:
    """What keeps fields from being a card; nothing if they are one."""
    if not isinstance(data, dict):
        return [Problem((), translated("it is not an object with fields"))]
    return list(problems(data)) or list(_clashes(_card(data)))


def _card(data: Mapping[str, Any]) -> ModelCard:
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
    networks = [NetworkFile(**network) for network in data["networks"]]
    fields["networks"] = tuple(replace(one, sha256=one.sha256.removeprefix("sha256:")) for one in networks)
    for name, kind in (("source", ModelSource), ("decision", Decision)):
        if name in data:
            fields[name] = kind(**data[name])
    return ModelCard(**fields)


def _clashes(card: ModelCard) -> Iterator[Problem]:
    """What fields cannot be beside each other."""
    fixed = card.normalisation == "fixed"
    if fixed and not len(card.mean) == len(card.std) == len(card.bands):
        yield Problem(
            ("mean", "std"),
            translated(
                "must have one value per band: there are {bands} bands, {mean} means and {std} deviations",
                bands=len(card.bands),
                mean=len(card.mean),
                std=len(card.std),
            ),
        )
    if not fixed and (card.mean or card.std):
        yield Problem(("mean", "std"), translated("must be empty where patches are standardised"))
    yield from _clashes_of_patches(card)
    yield from _clashes_of_classes(card)
    if any(bool(network.member) != bool(card.source) for network in card.networks):
        yield Problem(("networks",), translated("must have a member where there is a source, and none elsewhere"))
    for level in card.levels:
        absent = [band for band in ABSENT[level] if band in card.bands]
        if absent:
            yield Problem(
                ("bands", "levels"),
                translated(
                    "do not go together: {level} products have no {bands}. Leave out {level} or {bands}",
                    level=level,
                    bands=", ".join(absent),
                ),
            )


def _clashes_of_patches(card: ModelCard) -> Iterator[Problem]:
    if card.patch_size % card.patch_multiple:
        yield Problem(("patch_size",), translated("must be a multiple of {pixels}", pixels=card.patch_multiple))
    if card.patch_overlap >= max(1, card.patch_size // 2):
        yield Problem(("patch_overlap",), translated("must be below half of patch_size"))
    if card.context == "pixel" and card.normalisation != "fixed":
        yield Problem(("context",), translated("pixel goes with fixed normalisation"))


def _clashes_of_classes(card: ModelCard) -> Iterator[Problem]:
    if "clear" not in card.classes or not set(INVALID_CLASSES) & set(card.classes):
        some = ", ".join(INVALID_CLASSES)
        yield Problem(("classes",), translated("must hold clear and at least one of {classes}", classes=some))
    if card.decision is not None and (card.classes != ("clear", "thick_cloud") or card.blend == "logits"):
        yield Problem(("decision",), translated("goes with the classes clear and thick_cloud, and with probabilities"))


def models_dir() -> Path:
    """Folder of the network files: `CLOUD_S2_MASK_MODELS` if set, else in the user's data folder."""
    if os.environ.get("CLOUD_S2_MASK_MODELS"):
        return Path(os.environ["CLOUD_S2_MASK_MODELS"])
    if sys.platform == "win32":
        data = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        data = Path.home() / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data / "cloud_s2_mask" / "models"


def imported_dir() -> Path:
    """Folder of the models that a person brought: `<id>/<id>.json` with its networks beside it."""
    return models_dir() / "imported"
