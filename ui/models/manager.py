"""List, download, import and remove models in a window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QGuiApplication, QPixmap, QShowEvent
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QHeaderView, QMessageBox, QTreeWidgetItem, QWidget

from ...core.cards.card import ModelCard, NetworkFile, read_json
from ...core.cards.choice import pixels_of
from ...core.errors import CancelledError, ModelCardError, ModelError
from ...core.networks.published import WEIGHTS_SUFFIXES, download_bytes, missing_networks
from ...core.networks.typed_card import TypedCard
from ..guide_window import open_on_f1
from ..shared.background import Worker, why_failed
from ..shared.host import SETTINGS_GROUP
from ..shared.model_texts import KINDS, classes_text, default_package, import_filter, licence_name, size_text
from ..shared.rich_text import literal
from ..widgets import explain, fit_to_screen, set_tab_order
from .details import details_html
from .download import ModelDownload, accepts_licence, progress_text, why_not_fetched
from .entries import ModelEntry, list_entries
from .form import ModelForm
from .place_row import PlaceRow

_ENTRY = Qt.ItemDataRole.UserRole
_DONE, _WARNING = "/mIconSuccess.svg", "/mIconWarning.svg"
_STATE, _BANDS, _SIZE = 1, 4, 6
"""Columns of the list."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PARTS = 1000
"""Steps of the progress bar."""


class ModelManager(QDialog):
    """A non-modal window, laid out by `manager.ui`; a download continues if it is closed."""

    changed = pyqtSignal()
    """Emitted when models were downloaded, imported or removed."""
    download_ended = pyqtSignal(object, str)
    """Emitted with the card, and with the reason for a failure or an empty text."""
    declined = pyqtSignal(str)
    """Emitted with the id of a model whose licence the user has not accepted."""
    installer_wanted = pyqtSignal()
    """Emitted to open the window that installs packages and their networks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._wanted = ""  # id of a model to download once it is listed
        self._unseen = False  # a message came while the window was closed
        self._worker = Worker(self)
        self._worker.changed.connect(self._refresh)
        self.transfer = ModelDownload(self)
        self.place = PlaceRow(self)
        self.place_row.addWidget(self.place)
        self.progress.setMaximum(_PARTS)
        header = self.models.header()
        header.setMinimumSectionSize(6 * self.fontMetrics().averageCharWidth())
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (_BANDS, _SIZE):
            self.models.headerItem().setTextAlignment(column, _RIGHT)
        self.splitter.setSizes([320, 230])
        self._connect()
        self._say("")
        self._refresh()
        set_tab_order(self.models, self.details, self.place, self.cancel, self.message, self.download)
        open_on_f1(self)
        fit_to_screen(self)

    def _connect(self) -> None:
        self.models.currentItemChanged.connect(self._selection_changed)
        self.transfer.progressed.connect(self._show_progress)
        self.transfer.ended.connect(self._download_ended)
        self.place.changed.connect(self._refresh)
        self.place.mirror.textChanged.connect(self._refresh)
        self.download.clicked.connect(self._download_current)
        self.cancel.clicked.connect(self._cancel_download)
        self.page.clicked.connect(self._open_page)
        self.import_button.clicked.connect(self._choose)
        self.remove.clicked.connect(self._ask_to_remove)
        self.copy.clicked.connect(self._copy_citation)
        self.close_button.clicked.connect(self.close)

    def showEvent(self, event: QShowEvent) -> None:
        """List the models again; a message that came while the window was closed stays."""
        super().showEvent(event)
        if not self._unseen:
            self._say("")
        self._unseen = False
        self.reload()

    def reload(self) -> None:
        """List the models in the background, unless that is already queued; the message stays."""
        if not self._worker.awaits(list_entries):
            self._worker.call(list_entries, self._listed, self._failed)

    def shut_down(self) -> None:
        """Wait for the background work, before the plugin or QGIS closes."""
        self.transfer.shut_down()
        self._worker.close()

    def is_busy(self) -> bool:
        """Return True if models are being listed, imported or removed, or if that is queued; see also `transfer`."""
        return self._worker.is_busy()

    def current(self) -> ModelEntry | None:
        """Return the selected model."""
        item = self.models.currentItem()
        entry: ModelEntry | None = item.data(0, _ENTRY) if item is not None else None
        return entry

    def entries(self) -> list[ModelEntry]:
        """Return all models of the list."""
        return [item.data(0, _ENTRY) for item in self._items()]

    def select(self, model: str) -> None:
        """Select a model by its id, if it is listed."""
        for item in self._items():
            if item.data(0, _ENTRY).row.id == model:
                self.models.setCurrentItem(item)

    def download_model(self, model: str) -> None:
        """Select a model and download it, as soon as the models are listed."""
        self._wanted = model
        if self.entries() and not self.is_busy():
            self._download_wanted()

    def import_files(self, paths: Iterable[Path]) -> None:
        """Import cards, networks and weights in the background one after the other, and show all results.

        Networks without a card are asked about in a form each.
        """
        others = []
        for path in paths:
            model = _id_of(path) if path.suffix.lower() == ".json" else ""
            if path.suffix.lower() == ".onnx":
                self._ask_for_fields(path)
            elif not self._is_stored(model) or self._may_replace(model):
                others.append((path, self._is_stored(model)))
        if others:
            self._import(others)

    def import_file(
        self,
        path: Path,
        fields: Mapping[str, Any] | None = None,
        *,
        replace: bool = False,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """Import a card, a network or weights in the background, and show the result.

        Args:
            path: The file.
            fields: Fields of a card, for a network without one.
            replace: Replace an imported model of the same id.
            refused: Called with the reason for a failure; None: the window shows it.
        """
        self._import([(path, replace)], fields, refused)

    def remove_entry(self, entry: ModelEntry) -> None:
        """Remove a model in the background, and show how much space is free again."""
        from ...core.networks.importing import remove_imported, remove_model

        card, title = entry.row.card, entry.row.title

        def remove() -> None:
            remove_imported(entry.row.id) if card is None else remove_model(card)

        def removed(_nothing: None) -> None:
            text = self.tr("{title} was removed. {size} are free again.")
            self._list_and_say([text.format(title=title, size=size_text(entry.on_disk))])

        self._worker.call(remove, removed, self._failed)

    # Listing

    def _items(self) -> list[QTreeWidgetItem]:
        groups = [self.models.topLevelItem(number) for number in range(self.models.topLevelItemCount())]
        return [group.child(number) for group in groups for number in range(group.childCount())]

    def _listed(self, entries: Sequence[ModelEntry]) -> None:
        chosen = self.current()
        titles = {
            "packaged": self.tr("From packages (Automatic uses {package})").format(package=default_package()),
            "published": self.tr("Published by their authors"),
            "built_in": self.tr("Part of the plugin"),
            "imported": self.tr("Imported by you"),
        }
        self.models.blockSignals(True)  # the selection is restored below
        self.models.clear()
        for kind in KINDS:
            of_kind = [entry for entry in entries if entry.kind == kind]
            if of_kind:
                group = self._group(titles[kind])
                for entry in of_kind:
                    self._add_item(group, entry)
        self.models.expandAll()
        if chosen is not None:
            self.select(chosen.row.id)
        if self.current() is None and entries:
            self.models.setCurrentItem(self._items()[0])
        self.models.blockSignals(False)
        self._refresh()
        self._download_wanted()

    def _group(self, title: str) -> QTreeWidgetItem:
        """Add the heading of a group, which cannot be selected."""
        group = QTreeWidgetItem(self.models, [title])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFirstColumnSpanned(True)
        return group

    def _add_item(self, group: QTreeWidgetItem, entry: ModelEntry) -> None:
        row, card = entry.row, entry.row.card
        texts = [row.title, entry.state()]
        if card is not None:
            texts += [classes_text(card), row.levels, str(len(card.bands)), pixels_of(card)]
            texts += [size_text(entry.on_disk) if entry.on_disk else "", licence_name(card)]
        item = QTreeWidgetItem(group, texts)
        item.setData(0, _ENTRY, entry)
        item.setToolTip(0, literal(row.summary or row.title))
        item.setToolTip(_STATE, literal(row.reason))
        item.setToolTip(_BANDS, row.bands)
        icons = {"ready": _DONE, "damaged": _WARNING}
        if row.state in icons:
            item.setIcon(_STATE, QgsApplication.getThemeIcon(icons[row.state]))
        for column in (_BANDS, _SIZE):
            item.setTextAlignment(column, _RIGHT)

    def _list_and_say(self, lines: Sequence[str], model: str = "", icon: str = _DONE) -> None:
        """List the models again, select one, and show a message."""

        def listed(entries: Sequence[ModelEntry]) -> None:
            self._listed(entries)
            self.select(model)
            self._say("\n".join(lines), icon)

        self._worker.call(list_entries, listed, self._failed)
        self.changed.emit()  # last, because a listener may call reload, which finds the list queued

    # Downloading

    def _download_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if not wanted:
            return
        self.select(wanted)
        reason = self._why_no_download()
        self._say(reason, _WARNING if reason else "")
        if not reason:
            self._download_current()

    def _download_current(self) -> None:
        entry = self.current()
        if entry is None or entry.row.card is None or self._why_no_download():
            return
        if entry.kind == "packaged":
            self.installer_wanted.emit()
            return
        card = entry.row.card
        if not accepts_licence(self, card):
            self.declined.emit(card.id)
            return
        self._say("")
        self.transfer.start(card, self.place.place(), accept_licence=True)
        self.download_title.setText(card.named)
        self.progress.setMaximum(0)
        self.progress.setFormat("")
        self.cancel.setEnabled(True)
        self._refresh()

    def _cancel_download(self) -> None:
        self.transfer.cancel()
        self.cancel.setEnabled(False)

    def _show_progress(self, progress: Any) -> None:
        unknown = progress.phase == "download" and not progress.size
        self.progress.setMaximum(0 if unknown else _PARTS)
        self.progress.setValue(round(_PARTS * progress.share))
        self.progress.setFormat(progress_text(progress))

    def _download_ended(self, card: ModelCard, error: Exception | None) -> None:
        ways = self.tr(
            "Mirror and folder are chosen under Download from. Or download the files from the authors' page and "
            "import them."
        )
        reason = why_not_fetched(card, error, ways) if error else ""
        self._unseen = not self.isVisible()
        if reason:
            self._list_and_say([reason], card.id, "" if isinstance(error, CancelledError) else _WARNING)
        else:
            self._list_and_say([self.tr("{title} was downloaded and is ready.").format(title=card.named)], card.id)
            self.close_button.setFocus()  # the next step
        self._refresh()
        self.download_ended.emit(card, reason)

    def _why_no_download(self) -> str:
        """Return the reason why the selected model cannot be downloaded now; empty if it can."""
        entry, running = self.current(), self.transfer.card
        if entry is None:
            return self.tr("Select a model first")
        if running is not None:
            return self.tr("{title} is being downloaded").format(title=running.named)
        reason = entry.why_not_downloaded(from_folder=self.place.is_folder())
        return reason or ("" if entry.kind == "packaged" else self.place.why_not_usable())

    def _open_page(self) -> None:
        entry = self.current()
        if entry is not None and entry.row.card is not None and entry.row.card.publication is not None:
            QDesktopServices.openUrl(QUrl(entry.row.card.publication.page))

    # Importing

    def _choose(self) -> None:
        stored = QgsSettings()
        start = stored.value(f"{SETTINGS_GROUP}/import_folder", str(Path.home()), type=str)
        names, _kind = QFileDialog.getOpenFileNames(self, self.tr("Import models"), start, import_filter())
        if names:
            stored.setValue(f"{SETTINGS_GROUP}/import_folder", str(Path(names[0]).parent))
            self.import_files(map(Path, names))

    def _import(
        self,
        files: Sequence[tuple[Path, bool]],
        fields: Mapping[str, Any] | None = None,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """Import files one after the other, each with True if it may replace a model; then show all results."""

        def work() -> list[tuple[Path, ModelCard | Exception]]:
            return [(path, _imported_or_error(path, fields, replace)) for path, replace in files]

        def imported(results: list[tuple[Path, ModelCard | Exception]]) -> None:
            errors = [result for _path, result in results if isinstance(result, Exception)]
            if refused is not None and errors:
                refused(why_failed(errors[0]))
            else:
                self._show_imported(results)

        self._worker.call(work, imported, self._failed)

    def _show_imported(self, results: Sequence[tuple[Path, ModelCard | Exception]]) -> None:
        """List the models again, and say what was imported, what a model still needs and what was refused."""
        cards = {result.id: result for _path, result in results if isinstance(result, ModelCard)}
        errors = [(path, result) for path, result in results if isinstance(result, Exception)]
        models = {path: self._replaced_model(path, error) for path, error in errors}
        agreed = {model for model in dict.fromkeys(models.values()) if model and self._may_replace(model)}
        again = [(path, True) for path, _error in errors if models[path] in agreed]
        refusals = [why_failed(error) for path, error in errors if models[path] not in agreed]

        def listed(found: tuple[Sequence[ModelEntry], Sequence[Sequence[NetworkFile]]]) -> None:
            self._listed(found[0])
            lines = [self._imported_text(card, missing) for card, missing in zip(cards.values(), found[1])]
            self.select(next(iter(cards), ""))
            if lines or refusals:
                self._say("\n".join([*lines, *refusals]), _WARNING if refusals else _DONE)

        def work() -> tuple[list[ModelEntry], list[Sequence[NetworkFile]]]:
            return list_entries(), [missing_networks(card) if card.publication else () for card in cards.values()]

        self._worker.call(work, listed, self._failed)
        if again:
            self._import(again)
        if cards:
            self.changed.emit()

    def _replaced_model(self, path: Path, error: Exception) -> str:
        """Return the id of the imported model that a refused file of weights would replace; empty if there is none."""
        model = str(error.values.get("model", "")) if isinstance(error, ModelError) else ""
        return model if path.suffix.lower() in WEIGHTS_SUFFIXES and self._is_imported(model) else ""

    def _imported_text(self, card: ModelCard, missing: Sequence[NetworkFile]) -> str:
        title = card.named
        if card.publication is None:
            return self.tr("{title} was imported with the id {model}.").format(title=title, model=card.id)
        files = ", ".join(network.weights.file for network in missing if network.weights)
        if not files:
            return self.tr("{title} was imported and is ready.").format(title=title)
        if not set(card.networks_in_use(ensembling=False)) & set(missing):
            text = self.tr("{title} was imported and is ready. Only averaging all its networks also needs {files}.")
        else:
            text = self.tr("{title} was imported in part. Import {files} too.")
        return text.format(title=title, files=files)

    def _ask_for_fields(self, path: Path) -> None:
        from ...core.networks.importing import propose_fields

        def proposed(of_network: dict[str, Any], typed: TypedCard | None = None, refusal: str = "") -> None:
            if not self.isVisible():
                return  # closed meanwhile, so no form may appear
            form = ModelForm(path.name, of_network, self, typed=typed, refusal=refusal)
            if form.exec() == QDialog.DialogCode.Accepted:
                entries = form.entries()
                again = partial(proposed, of_network, entries)
                model = entries.fields()["id"]
                if not self._is_stored(model) or self._may_replace(model):
                    self._import([(path, self._is_stored(model))], entries.fields(), again)
                else:
                    again(self.tr("A model {model} exists. Choose another id.").format(model=model))

        self._worker.call(partial(propose_fields, path), proposed, self._failed)

    def _is_imported(self, model: str) -> bool:
        return any(entry.row.id == model and entry.kind == "imported" for entry in self.entries())

    def _is_stored(self, model: str) -> bool:
        """Return True if a model was imported, or is a published one with networks."""
        return self._is_imported(model) or any(entry.row.id == model and entry.records for entry in self.entries())

    def _may_replace(self, model: str) -> bool:
        """Ask before an imported model is replaced, or takes the place of a published one."""
        text = self.tr("The published model {model} is in use. Use the imported one in its place?")
        if self._is_imported(model):
            text = self.tr("An imported model {model} exists. Replace it?")
        return self._agreed(self.tr("Import models"), text.format(model=model))

    # Removing, and everything else

    def _ask_to_remove(self) -> None:
        entry = self.current()
        if entry is None:
            return
        if entry.kind == "imported":
            text = self.tr("Remove the imported model {title}? Its masks stay.")
        else:
            text = self.tr("Remove the networks of {title}? They can be downloaded again.")
        if self._agreed(self.tr("Models"), text.format(title=entry.row.title)):
            self.remove_entry(entry)

    def _agreed(self, title: str, question: str) -> bool:
        """Ask a question; the default answer is No."""
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        return bool(QMessageBox.question(self, title, literal(question), yes | no, no) == yes)

    def _copy_citation(self) -> None:
        entry = self.current()
        if entry is not None:
            QGuiApplication.clipboard().setText(f"{entry.row.citation} ({entry.row.licence})")
            self._say(self.tr("Copied: {text}").format(text=entry.row.citation), _DONE)

    def _failed(self, error: Exception) -> None:
        self._say(why_failed(error), _WARNING)

    def _say(self, text: str, icon: str = "") -> None:
        """Show a message, with an icon of QGIS or without."""
        size = self.fontMetrics().height()
        self.message.setText(text)
        self.message_icon.setPixmap(QgsApplication.getThemeIcon(icon).pixmap(size, size) if icon else QPixmap())
        self.message.setVisible(bool(text))
        self.message_icon.setVisible(bool(text and icon))

    def _selection_changed(self, item: QTreeWidgetItem | None, before: QTreeWidgetItem | None) -> None:
        """Clear the message of the previously selected model, and pass over headings."""
        if item is not None and item.parent() is None:
            above, below = self.models.itemAbove(item), item.child(0)
            self.models.setCurrentItem(above if before is below and above is not None else below)
            return
        if not self._worker.is_busy():
            self._say("")
        self._refresh()

    def _refresh(self, *_values: object) -> None:
        """Show the selected model, enable its actions, and explain every disabled button."""
        entry, busy, running = self.current(), self._worker.is_busy(), self.transfer.card
        self.busy.setVisible(busy)
        for widget in (self.download_title, self.progress, self.cancel):
            widget.setVisible(running is not None)
        self.place.setEnabled(running is None)
        self.details.setHtml(details_html(entry) if entry else "")
        card = entry.row.card if entry else None
        no_page = card is None or card.publication is None
        wait, none = (busy, self.tr("Please wait")), (entry is None, self.tr("Select a model first"))
        in_use = card is not None and running is not None and card.id == running.id
        why_no_download = self._why_no_download()
        self._name_download(entry)
        explain(self.download, self.tr("Download the selected model"), wait, (bool(why_no_download), why_no_download))
        explain(self.page, self.tr("Open the page of its authors in the browser"), (no_page, self.tr("It has no page")))
        explain(self.import_button, self.tr("Import cards (.json), networks (.onnx) or published weights"), wait)
        explain(
            self.remove,
            self.tr("Remove the selected model, or its networks, to free space"),
            wait,
            none,
            (in_use, self.tr("It is being downloaded")),
            (entry is not None and entry.kind == "built_in", self.tr("It is a part of the plugin")),
            (entry is not None and not entry.has_files, self.tr("Its networks are not on this computer")),
        )
        uncited = entry is not None and not entry.row.citation
        tip = self.tr("Copy the citation and licence of the selected model")
        explain(self.copy, tip, wait, none, (uncited, self.tr("Its card cannot be read")))
        self.close_button.setText(self.tr("Cl&ose and keep downloading") if running else self.tr("Cl&ose"))

    def _name_download(self, entry: ModelEntry | None) -> None:
        """Show on the button how much is downloaded, if that is known."""
        size = download_bytes(entry.missing) if entry and entry.missing else None
        if entry is not None and entry.kind == "packaged":
            self.download.setText(self.tr("Down&load…"))
        elif size:
            self.download.setText(self.tr("Down&load ({size})").format(size=size_text(size)))
        else:
            self.download.setText(self.tr("Down&load"))


def _id_of(card: Path) -> str:
    """Read the id of a card; empty if it cannot be read, which the import reports."""
    try:
        return str(read_json(card)["id"])
    except (ModelCardError, KeyError, TypeError):
        return ""


def _imported_or_error(path: Path, fields: Mapping[str, Any] | None, replace: bool) -> ModelCard | Exception:
    """Import a file, and return its card or the error, which is shown with the results of other files."""
    from ...core.networks.importing import import_model

    try:
        return import_model(path, fields, replace=replace)
    except Exception as error:  # noqa: BLE001 - as above
        return error
