"""All models as rows for tables and windows, including models that cannot be used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..cards.card import ModelCard, NetworkFile, Publication, imported_dir, load_cards, models_dir, read_card
from ..errors import ModelCardError
from ..language import translated
from .published import record_of
from .store import StateName, state_of

_IMPORTED, _BUILT_IN = "imported", "built in"

_SITES = {"huggingface.co": "Hugging Face", "github.com": "GitHub"}
"""Names of the sites where authors publish weights, by their hosts."""


@dataclass(frozen=True)
class ModelRow:
    """One model. Its fields except the card are the columns of tables: their names, types and order.

    Fields with a default are empty if the card cannot be read.
    """

    id: str
    title: str
    state: StateName
    levels: str = ""
    bands: str = ""
    classes: str = ""
    finest: float = 0.0
    """Smallest supported pixel size in metres."""
    coarsest: float = 0.0
    """Largest supported pixel size in metres."""
    networks: int = 0
    megabytes: float | None = None
    """Size of the networks on disk; None if they are missing."""
    origin: str = _IMPORTED
    """The package that provides it, the place where its weights are published, `built in` or `imported`."""
    version: str = ""
    licence: str = ""
    citation: str = ""
    folder: str = ""
    reason: str = ""
    """The reason why it is not ready."""
    weights: str = ""
    """SHA-256 of the files of weights from which its networks were built; empty unless they are published."""
    as_published: str = ""
    """`yes` if these files match the hashes that the authors publish, `unknown` if they publish none."""
    summary: str = ""
    """One or two sentences on classes, accuracy and speed, in the language of the interface."""
    card: ModelCard | None = None
    """None if it cannot be read."""

    def values(self) -> dict[str, Any]:
        """Return the value of each column by its name."""
        return {name: getattr(self, name) for name in COLUMNS}


_KINDS = {"float": "double", "float | None": "double", "int": "integer"}

COLUMNS = {field.name: _KINDS.get(str(field.type), "string") for field in fields(ModelRow) if field.name != "card"}
"""Name and type of each column, as in a QGIS table."""


def list_models() -> list[ModelRow]:
    """List all models, and check the hashes of their networks; a new network needs a second.

    Raises:
        ModelCardError: a built-in card cannot be used.
    """
    cards = load_cards()
    folders = sorted(path for path in imported_dir().glob("[!.]*") if path.is_dir())
    return [*map(_row, cards.values()), *(_damaged(folder) for folder in folders if folder.name not in cards)]


def _row(card: ModelCard) -> ModelRow:
    state = state_of(card)
    stored = [network for network in card.networks if network.weights and record_of(card, network)]
    records = [record_of(card, network) or {} for network in stored]
    return ModelRow(
        id=card.id,
        title=card.named,
        state=state.name,
        levels=", ".join(card.levels),
        bands=" ".join(card.bands),
        classes=", ".join(dict.fromkeys(card.classes)),
        finest=card.resolution[0],
        coarsest=card.resolution[1],
        networks=len(card.networks),
        megabytes=sum(path.stat().st_size for path in state.files) / 1e6 if state.is_ready else None,
        origin=_origin(card),
        version=card.version,
        licence=card.licence,
        citation=card.citation,
        folder=str(card.folder or models_dir()),
        reason=state.reason,
        weights=", ".join(str(record["weights_sha256"]) for record in records),
        as_published=_is_pinned(stored),
        summary=card.described,
        card=card,
    )


def _origin(card: ModelCard) -> str:
    if card.source:
        return f"{card.source.package} {card.source.package_version}"
    if card.rules:
        return _BUILT_IN
    return _place_of(card.publication) if card.publication else _IMPORTED


def _place_of(publication: Publication) -> str:
    """Name the site and folder of a publication, and its revision if there is one."""
    page = urlsplit(publication.page)
    place = f"{_SITES.get(page.netloc, page.netloc)} {page.path.strip('/')}"
    return f"{place} {publication.revision[:10]}".strip()


def _is_pinned(stored: Sequence[NetworkFile]) -> str:
    """Return `yes` if the authors publish hashes of the stored weights, which were checked; empty if none is stored."""
    if not stored:
        return ""
    return "yes" if all(network.weights and network.weights.sha256 for network in stored) else "unknown"


def _damaged(folder: Path) -> ModelRow:
    """Describe an imported model whose card cannot be used any more."""
    try:
        card = read_card(folder / f"{folder.name}.json")
        reason = translated("The id in its card is {id}, but its folder has another name.", id=card.id)
    except ModelCardError as error:
        reason = str(error)
    return ModelRow(folder.name, folder.name, "damaged", folder=str(folder), reason=reason)
