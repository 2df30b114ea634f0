"""List, import and remove models in a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QPixmap, QShowEvent
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QHeaderView, QMessageBox, QTreeWidgetItem, QWidget

from ...core.cards.card import read_json
from ...core.cards.choice import pixels_of
from ...core.cards.schema import NODATA_CLASS
from ...core.classes import CLASS_OF_KEY
from ...core.errors import ModelCardError
from ...core.html_page import as_html
from ...core.networks.listing import ModelRow, list_models
from ...core.networks.typed_card import TypedCard
from ..shared.background import Worker, why_failed
from ..shared.host import SETTINGS_GROUP
from ..shared.rich_text import literal
from .form import ModelForm

_ROW = Qt.ItemDataRole.UserRole
_DONE, _WARNING = "/mIconSuccess.svg", "/mIconWarning.svg"


class ModelManager(QDialog):
    """A non-modal window, laid out by `manager.ui`."""

    changed = pyqtSignal()
    """Emitted when models were imported or removed."""
    installer_wanted = pyqtSignal()
    """Emitted to open the window that downloads networks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._worker = Worker(self)
        self._worker.changed.connect(self._refresh)
        header = self.models.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(9 * self.fontMetrics().averageCharWidth())
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.models.currentItemChanged.connect(lambda *_items: self._selection_changed())
        self.import_button.clicked.connect(self._choose)
        self.fetch.clicked.connect(self.installer_wanted)
        self.remove.clicked.connect(self._ask_to_remove)
        self.copy.clicked.connect(self._copy_citation)
        self.close_button.clicked.connect(self.close)
        self._say("")
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """List the models again."""
        super().showEvent(event)
        self._say("")
        self.reload()

    def reload(self) -> None:
        """List the models in the background, unless that is already queued; the message stays."""
        if not self._worker.awaits(list_models):
            self._begin(list_models, self._listed, keep_message=True)

    def shut_down(self) -> None:
        """Wait for the background work, before the plugin or QGIS closes."""
        self._worker.close()

    def is_busy(self) -> bool:
        """Return True if background work is running or queued."""
        return self._worker.is_busy()

    def import_file(
        self,
        path: Path,
        fields: Mapping[str, Any] | None = None,
        *,
        replace: bool = False,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """Import a card or a network in the background, and show the result.

        Args:
            path: The card or the network.
            fields: Fields of a card, for a network without one.
            replace: Replace an imported model of the same id.
            refused: Called with the reason for a failure; None: the window shows it.
        """
        from ...core.networks.importing import import_model

        self._begin(lambda: import_model(path, fields, replace=replace), self._imported, refused)

    def current(self) -> ModelRow | None:
        """Return the selected model."""
        item = self.models.currentItem()
        row: ModelRow | None = item.data(0, _ROW) if item is not None else None
        return row

    def _begin(
        self,
        function: Callable[[], object],
        then: Callable[[Any], None],
        refused: Callable[[str], None] | None = None,
        *,
        keep_message: bool = False,
    ) -> None:
        """Call a function in the background after those queued before, then pass on its result."""

        def done(result: Any) -> None:
            if not keep_message:
                self._say("")
            then(result)

        def failed(error: Exception) -> None:
            self._say("")
            (refused or self._warn)(why_failed(error))

        self._worker.call(function, done, failed)

    def _listed(self, rows: list[ModelRow]) -> None:
        chosen = self.current()
        warning = QgsApplication.getThemeIcon(_WARNING)
        self.models.blockSignals(True)  # the selection is restored below
        states = {"ready": self.tr("ready"), "missing": self.tr("not installed"), "damaged": self.tr("damaged")}
        self.models.clear()
        for row in rows:
            size = "" if row.megabytes is None else self.tr("{size:.0f} MB").format(size=row.megabytes)
            texts = [row.title, states[row.state], row.levels, pixels_of(row.card) if row.card else "", size]
            item = QTreeWidgetItem(self.models, texts)
            item.setData(0, _ROW, row)
            item.setToolTip(0, literal(row.title))
            item.setToolTip(1, literal(row.reason))
            if row.state == "damaged":
                item.setIcon(1, warning)
            item.setTextAlignment(4, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if chosen is not None and row.id == chosen.id:
                self.models.setCurrentItem(item)
        if self.models.currentItem() is None and rows:
            self.models.setCurrentItem(self.models.topLevelItem(0))
        self.models.blockSignals(False)

    def _imported(self, card: Any) -> None:
        text = self.tr("{title} was imported with the id {model}.")
        self._list_and_say(text.format(title=card.title, model=card.id), card.id)

    def _list_and_say(self, text: str, model: str = "") -> None:
        """List the models again, select one, and show a message."""

        def listed(rows: list[ModelRow]) -> None:
            self._listed(rows)
            for number in range(self.models.topLevelItemCount()):
                item = self.models.topLevelItem(number)
                if item.data(0, _ROW).id == model:
                    self.models.setCurrentItem(item)
            self._say(text, _DONE)

        self._begin(list_models, listed)
        self.changed.emit()  # last, because a listener may call reload, which finds the list queued

    def _choose(self) -> None:
        stored = QgsSettings()
        start = stored.value(f"{SETTINGS_GROUP}/import_folder", str(Path.home()), type=str)
        kinds = self.tr("Model cards and networks (*.json *.onnx)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import a model"), start, kinds)
        if not name:
            return
        path = Path(name)
        stored.setValue(f"{SETTINGS_GROUP}/import_folder", str(path.parent))
        if path.suffix.lower() == ".onnx":
            self._ask_for_fields(path)
        else:
            self._import_or_ask(path, _id_of(path))

    def _ask_for_fields(self, path: Path) -> None:
        from ...core.networks.importing import propose_fields

        def proposed(of_network: dict[str, Any], typed: TypedCard | None = None, refusal: str = "") -> None:
            if not self.isVisible():
                return  # closed meanwhile, so no form may appear
            form = ModelForm(path.name, of_network, self, typed=typed, refusal=refusal)
            if form.exec() == QDialog.DialogCode.Accepted:
                entries = form.entries()
                again = partial(proposed, of_network, entries)
                self._import_or_ask(path, entries.fields()["id"], entries.fields(), again)

        self._begin(lambda: propose_fields(path), proposed)

    def _import_or_ask(
        self,
        path: Path,
        model: str,
        fields: Mapping[str, Any] | None = None,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """Import a model; ask before replacing an imported one of the same id."""
        exists = any(row.id == model and row.is_imported for row in self._rows())
        text = self.tr("An imported model {model} exists. Replace it?").format(model=model)
        if not exists or self._agreed(self.tr("Import a model"), text):
            self.import_file(path, fields, replace=exists, refused=refused)
        elif refused is not None:
            refused(self.tr("An imported model {model} exists. Choose another id.").format(model=model))

    def _rows(self) -> list[ModelRow]:
        return [self.models.topLevelItem(number).data(0, _ROW) for number in range(self.models.topLevelItemCount())]

    def _ask_to_remove(self) -> None:
        row = self.current()
        if row is None:
            return
        if row.is_imported:
            text = self.tr("Remove the imported model {title}? Its masks stay.")
        else:
            text = self.tr("Remove the networks of {title}? They can be downloaded again.")
        if self._agreed(self.tr("Models"), text.format(title=row.title)):
            self.remove_row(row)

    def _agreed(self, title: str, question: str) -> bool:
        """Ask a question; the default answer is No."""
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        return bool(QMessageBox.question(self, title, literal(question), yes | no, no) == yes)

    def remove_row(self, row: ModelRow) -> None:
        """Remove a model in the background."""
        from ...core.networks.importing import remove_imported, remove_model

        card = row.card
        if row.is_imported:
            text = self.tr("{title} was removed.")
        else:
            text = self.tr("The networks of {title} were removed. They can be downloaded again.")
        self._begin(
            lambda: remove_imported(row.id) if card is None else remove_model(card),
            lambda _nothing: self._list_and_say(text.format(title=row.title)),
        )

    def _copy_citation(self) -> None:
        row = self.current()
        if row is not None:
            QGuiApplication.clipboard().setText(f"{row.citation} ({row.licence})")
            self._say(self.tr("Copied: {text}").format(text=row.citation), _DONE)

    def _warn(self, text: str) -> None:
        self._say(text, _WARNING)

    def _say(self, text: str, icon: str = "") -> None:
        """Show a message, with an icon of QGIS or without."""
        size = self.fontMetrics().height()
        self.message.setText(text)
        self.message_icon.setPixmap(QgsApplication.getThemeIcon(icon).pixmap(size, size) if icon else QPixmap())
        self.message.setVisible(bool(text))
        self.message_icon.setVisible(bool(text and icon))

    def _selection_changed(self) -> None:
        """Clear the message of the previously selected model."""
        if not self._worker.is_busy():
            self._say("")
        self._refresh()

    def _refresh(self) -> None:
        """Show the selected model, enable its actions, and explain every disabled button."""
        row, busy = self.current(), self._worker.is_busy()
        self.busy.setVisible(busy)
        self.details.setHtml(self._description(row) if row else "")
        wait = self.tr("Please wait") if busy else ""
        none = wait or ("" if row else self.tr("Select a model first"))
        gone = row and not row.is_imported and row.state == "missing"
        absent = self.tr("Its networks are not installed") if gone else ""
        uncited = self.tr("Its card cannot be read") if row and not row.citation else ""
        ready = self.tr("All built-in models are installed") if self._all_installed() else ""
        for button, reason, tip in (
            (self.import_button, wait, self.tr("Import a card (.json) or a network (.onnx)")),
            (self.fetch, wait or ready, self.tr("Download the networks of the built-in models")),
            (self.remove, none or absent, self.tr("Remove the selected model, or its networks")),
            (self.copy, none or uncited, self.tr("Copy the citation and licence of the selected model")),
        ):
            button.setEnabled(not reason)
            button.setToolTip(literal(reason) or tip)

    def _all_installed(self) -> bool:
        rows = self._rows()
        return bool(rows) and all(row.state == "ready" for row in rows if not row.is_imported)

    def _description(self, row: ModelRow) -> str:
        card = row.card
        rows = [(self.tr("Id"), row.id), (self.tr("Version"), row.version)]
        if card is not None:
            names = [
                self.tr("no data") if key == NODATA_CLASS else CLASS_OF_KEY[key].name()
                for key in dict.fromkeys(card.classes)
            ]
            rows += [
                (self.tr("Bands"), row.bands),
                (self.tr("Tells apart"), ", ".join(names)),
                (self.tr("Networks"), str(row.networks)),
            ]
        rows += [
            (self.tr("Comes from"), self.tr("imported by you") if row.is_imported else row.origin),
            (self.tr("Licence"), row.licence),
            (self.tr("Citation"), row.citation),
            (self.tr("Folder"), row.folder),
        ]
        if row.reason:
            rows.insert(0, (self.tr("Not ready"), row.reason))
        lines = "".join(
            f'<tr><td style="padding-right: 12px"><b>{as_html(name)}</b></td><td>{as_html(text)}</td></tr>'
            for name, text in rows
            if text
        )
        return f"<h3>{as_html(row.title)}</h3><table>{lines}</table>"


def _id_of(card: Path) -> str:
    """Read the id of a card; empty if it cannot be read, which the import reports."""
    try:
        return str(read_json(card)["id"])
    except (ModelCardError, KeyError, TypeError):
        return ""
