"""All models as rows for tables and windows, including models that cannot be used."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from ..cards.card import ModelCard, imported_dir, load_cards, models_dir, read_card
from ..errors import ModelCardError
from ..language import translated
from .store import StateName, state_of

_IMPORTED = "imported"


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
    """The package that provides it, or `imported`."""
    version: str = ""
    licence: str = ""
    citation: str = ""
    folder: str = ""
    reason: str = ""
    """The reason why it is not ready."""
    card: ModelCard | None = None
    """None if it cannot be read."""

    @property
    def is_imported(self) -> bool:
        """True if the user imported it."""
        return self.origin == _IMPORTED

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
    return ModelRow(
        id=card.id,
        title=card.title,
        state=state.name,
        levels=", ".join(card.levels),
        bands=" ".join(card.bands),
        classes=", ".join(dict.fromkeys(card.classes)),
        finest=card.resolution[0],
        coarsest=card.resolution[1],
        networks=len(card.networks),
        megabytes=sum(path.stat().st_size for path in state.files) / 1e6 if state.is_ready else None,
        origin=f"{card.source.package} {card.source.package_version}" if card.source else _IMPORTED,
        version=card.version,
        licence=card.licence,
        citation=card.citation,
        folder=str(card.folder or models_dir()),
        reason=state.reason,
        card=card,
    )


def _damaged(folder: Path) -> ModelRow:
    """Describe an imported model whose card cannot be used any more."""
    try:
        card = read_card(folder / f"{folder.name}.json")
        reason = translated("The id in its card is {id}, but its folder has another name.", id=card.id)
    except ModelCardError as error:
        reason = str(error)
    return ModelRow(folder.name, folder.name, "damaged", folder=str(folder), reason=reason)
