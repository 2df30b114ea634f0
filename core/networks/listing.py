"""All models as rows that tables and windows are made of, those included that cannot be used."""

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
    """One model. Its fields, but for the card, are the columns of tables: their names, types and order.

    Those with a default are empty where the card cannot be read.
    """

    id: str
    title: str
    state: StateName
    levels: str = ""
    bands: str = ""
    classes: str = ""
    finest: float = 0.0
    """Metres, as `coarsest`: the pixel sizes that it works at."""
    coarsest: float = 0.0
    networks: int = 0
    megabytes: float | None = None
    """Of the networks on disk; None if they are not there."""
    origin: str = _IMPORTED
    """The package that brings it, or `imported`."""
    version: str = ""
    licence: str = ""
    citation: str = ""
    folder: str = ""
    reason: str = ""
    """Why it is not ready."""
    card: ModelCard | None = None
    """None if it cannot be read."""

    @property
    def is_imported(self) -> bool:
        """Whether a person brought it."""
        return self.origin == _IMPORTED

    def values(self) -> dict[str, Any]:
        """List what stands in the columns, by their names."""
        return {name: getattr(self, name) for name in COLUMNS}


_KINDS = {"float": "double", "float | None": "double", "int": "integer"}

COLUMNS = {field.name: _KINDS.get(str(field.type), "string") for field in fields(ModelRow) if field.name != "card"}
"""Name and type of each column, as a table of QGIS has them."""


def list_models() -> list[ModelRow]:
    """Every model; hashes of networks are checked, which takes a second for each that is new.

    Raises:
        ModelCardError: a card of the plugin itself cannot be used.
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
    """An import whose card cannot be used any more."""
    try:
        card = read_card(folder / f"{folder.name}.json")
        reason = translated("The id on its card is {id}, another one than that of its folder.", id=card.id)
    except ModelCardError as error:
        reason = str(error)
    return ModelRow(folder.name, folder.name, "damaged", folder=str(folder), reason=reason)
