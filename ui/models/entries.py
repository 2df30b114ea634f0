"""The models as the window of the models shows them: kind, state, size on disk and what their weights are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication

from ...core.cards.card import ModelCard, NetworkFile
from ...core.cards.stored import path_of
from ...core.networks.listing import ModelRow, list_models
from ...core.networks.network_files import unfinished_downloads
from ...core.networks.published import missing_networks, published_cards, record_of
from ..shared.model_texts import KINDS, RECOMMENDED, Kind, kind_of, state_text


@dataclass(frozen=True)
class ModelEntry:
    """A model of the list."""

    row: ModelRow
    missing: tuple[NetworkFile, ...] = ()
    """Published networks that are not stored, those for ensembling too."""
    records: Mapping[str, Mapping[str, object]] | None = None
    """Records of published networks that are stored, by their files."""
    on_disk: int = 0
    """Bytes of its networks, and of unfinished downloads of their weights."""

    @property
    def kind(self) -> Kind:
        """The origin of the model: a package, rules of the plugin, the authors' page, or the user."""
        return kind_of(self.row.card) if self.row.card else "imported"

    @property
    def is_complete(self) -> bool:
        """True if it is ready, with all networks."""
        return self.row.state == "ready" and not self.missing

    @property
    def has_files(self) -> bool:
        """True if there is something to remove."""
        if self.kind == "built_in":
            return False
        return self.kind == "imported" or self.row.state != "missing" or bool(self.on_disk)

    def state(self) -> str:
        """Return the state for the list; it counts the files of a model that is there in part."""
        if self.row.card is not None and self.row.state == "missing" and self.records:
            text = QCoreApplication.translate("ModelEntry", "{stored} of {count} files")
            return text.format(stored=len(self.records), count=len(self.row.card.networks))
        return state_text(self.row.state)

    def why_not_downloaded(self, *, from_folder: bool) -> str:
        """Return the reason why it cannot be downloaded, or taken from a folder; empty if it can."""
        translate = QCoreApplication.translate
        card = self.row.card
        if self.kind == "imported" or card is None:
            if any(self.row.id == published.id for published in published_cards()):
                return translate("ModelEntry", "You imported this model: remove it to download the published one")
            return translate("ModelEntry", "You imported this model: import it again to replace it")
        if self.is_complete:
            return translate("ModelEntry", "This model is ready")
        if card.publication and not card.publication.address and not from_folder:
            return translate("ModelEntry", "No direct download: get the files from the authors' page, then import them")
        return ""


def list_entries() -> list[ModelEntry]:
    """List all models by kind, and check the hashes of their networks; a new network needs a second.

    Raises:
        ModelCardError: a built-in card cannot be used.
    """
    entries = map(_entry, list_models())
    return sorted(entries, key=lambda entry: (KINDS.index(entry.kind), entry.row.id != RECOMMENDED))


def _entry(row: ModelRow) -> ModelEntry:
    card = row.card
    if card is None:
        return ModelEntry(row)
    files = [*(path_of(card, network) for network in card.networks), *unfinished_downloads(card)]
    on_disk = sum(path.stat().st_size for path in files if path.exists())
    if card.publication is None:
        return ModelEntry(row, on_disk=on_disk)
    return ModelEntry(row, missing_networks(card), _records(card), on_disk)


def _records(card: ModelCard) -> Mapping[str, Mapping[str, object]]:
    records = {network.file: record_of(card, network) for network in card.networks}
    return {file: record for file, record in records.items() if record is not None}
