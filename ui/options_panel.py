"""The options of a run, stored between sessions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

from qgis.core import QgsSettings
from qgis.gui import QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QStandardPaths, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPalette, QShowEvent
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ..core.addresses.location import Address, Location
from ..core.cards.card import load_cards
from ..core.cards.choice import AUTOMATIC, check_resolution, choose_card
from ..core.errors import CloudS2MaskError
from ..core.settings import OPTIONS, MaskSettings, ProductsToFolder
from ..core.stac.source import ItemScene
from .refine_dialog import RefineDialog
from .shared.background import Worker
from .shared.host import MASKS_FOLDER, SETTINGS_GROUP, desktop_threads
from .shared.model_texts import automatic_facts, automatic_title, facts, sorted_cards, title_with_state
from .shared.option_texts import choice_texts, device_text
from .shared.rich_text import literal
from .widgets import explain

if TYPE_CHECKING:
    from ..core.cards.card import ModelCard
    from ..core.networks.store import ModelState, StateName
    from ..core.stac.opening import Listed
    from .shared.installation import Installation

_DEFAULT_RESOLUTION = OPTIONS["processing_res"].default
_SWITCHES = {"overwrite": "overwrite", "keep_vrt": "keep_vrt", "qml_files": "make_qml_files", "verify": "verify"}
"""Names of the widgets, which are also their settings keys, and of the engine's options."""


_PATCHES = ("patch_size", "patch_overlap", "placement")
"""Widgets of options that only networks have which see patches."""


class OptionsPanel(QWidget):
    """Widgets for the options of a run, laid out by `options_panel.ui`."""

    changed = pyqtSignal()
    """Emitted when an option has changed."""
    download_wanted = pyqtSignal(str)
    """Emitted with the id of a model that the user has chosen and that is not on this computer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self.output_folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.output_folder.setDialogTitle(self.tr("Folder for the masks"))
        self.advanced.setSaveCollapsedState(False)
        self._tester = Worker(self)
        self._writable: dict[Path, bool] = {}
        """Folders that files can be written to, as far as this is known, and those that refuse them."""
        self._beside: Path | None = None
        self._show_place()
        edit = self.output_folder.lineEdit()
        edit.setToolTip(self.output_folder.toolTip())  # QGIS's own speaks of files
        colours, grey = edit.palette(), edit.palette().color(QPalette.ColorRole.Text)
        grey.setAlpha(170)  # it is to be read: Qt's own grey is for hints
        colours.setColor(QPalette.ColorRole.PlaceholderText, grey)
        edit.setPalette(colours)
        self.refine = RefineDialog(self)
        self._set_limits()
        self._tips = {name: getattr(self, name).toolTip() for name in ("device", *_PATCHES)}
        self._cards: dict[tuple[str, int, str], ModelCard] = {}
        self._model_states: Mapping[str, ModelState] | None = None  # None until the installation has been checked
        self._fill_combos()
        self.restore()
        self._former_model = self.model.currentData()  # the last choice that needs no download
        self._connect()

    def folder(self) -> Path | None:
        """Return the output folder: the chosen one, or 'cloud masks' beside the products; None without products."""
        chosen = self.output_folder.filePath()
        return Path(chosen) if chosen else self._beside

    def set_place(self, place: Path | None) -> None:
        """Propose a folder in the one that contains the products, while the user has chosen none."""
        beside = place / MASKS_FOLDER if place else None
        if beside == self._beside:
            return
        self._beside = beside
        self._writable.clear()
        if place:
            self.output_folder.setDefaultRoot(str(place))
        self._show_place()

    def _show_place(self) -> None:
        proposed = str(self._beside or self.tr("'cloud masks' beside the products"))
        self.output_folder.lineEdit().setPlaceholderText(proposed)

    def resolution(self) -> int:
        """Return the pixel size of the masks in metres."""
        if self.resolution_other.isChecked():
            return int(self.resolution_value.value())
        return 10 if self.resolution_10.isChecked() else _DEFAULT_RESOLUTION

    def is_of_rules(self) -> bool:
        """Return True if the chosen model consists of rules, and so needs no network."""
        card = load_cards().get(self.model.currentData())
        return card is not None and card.rules is not None

    def min_clear(self) -> int:
        """Return the least clear share of scenes that are added to the map, in percent; 0 if all are added."""
        return int(self.least_clear.value()) if self.only_clear.isChecked() else 0

    def settings(self, paths: Iterable[Location]) -> MaskSettings:
        """Return the options as settings of the engine.

        Raises:
            SettingError: two options contradict each other.
        """
        size, overlap = self.patch_size.value(), self.patch_overlap.value()
        return MaskSettings(
            ProductsToFolder(tuple(paths), self.folder() or Path()),
            processing_res=self.resolution(),
            **self.refine.fields(),
            device=self.device.currentData(),
            patch_placement=self.placement.currentData(),
            patch_size=size or None,
            patch_overlap_px=None if overlap < 0 else overlap,
            processing_threads=desktop_threads(),
            buffer_m=self.buffer.value(),
            output_compression=self.compression.currentData(),
            **{option: getattr(self, name).isChecked() for name, option in _SWITCHES.items()},
            quiet=True,
        )

    def why_unusable(self, product: Listed) -> str:
        """Return the reason why a product cannot be masked with these options; empty if it can."""
        try:
            card = self._card_for(product.acquisition.level)
            for band in card.bands:
                product.band_path(band)
        except CloudS2MaskError as error:
            return str(error)
        if self._model_states is None:
            return ""
        for member in card.members or (card,):
            text = self._why_not_installed(member.id)
            if text:
                return text
        return ""

    def _card_for(self, level: str) -> ModelCard:
        """Choose the card for a level, once for all products of a list: each look at the cards reads a folder.

        Raises:
            CloudS2MaskError: see `choose_card` and `check_resolution`.
        """
        resolution, model = self.resolution(), self.refine.model()
        chosen = level, resolution, model
        if chosen not in self._cards:
            card = choose_card(level, resolution, model)
            check_resolution(card, resolution, level)
            self._cards[chosen] = card
        return self._cards[chosen]

    def _why_not_installed(self, model: str) -> str:
        state = (self._model_states or {}).get(model)
        if state and state.is_ready:
            return ""
        if state and state.name == "damaged":
            text = self.tr("The file of {model} is damaged. {remedy}")
        else:
            text = self.tr("{model} is not installed. {remedy}")
        card = load_cards().get(model)
        return text.format(model=card.named if card else model, remedy=card.remedy if card else "")

    def why_not_ready(self) -> str:
        """Return the reason why a run cannot start; empty if it can."""
        folder = self.folder()
        reason = self._why_not_folder(folder)
        if reason or folder is None:
            return reason
        try:
            self.settings([folder])
        except CloudS2MaskError as error:
            return str(error)
        return self.refine.map_problem

    def shut_down(self) -> None:
        """Stop the background work before the plugin or QGIS closes."""
        self._tester.close()
        self.refine.shut_down()

    def showEvent(self, event: QShowEvent) -> None:
        """Try folders again, because one that could not be written to may have changed."""
        super().showEvent(event)
        self._writable.clear()

    def _why_not_folder(self, folder: Path | None) -> str:
        if folder is None:
            return self.tr("Choose an output folder.")
        if not folder.is_absolute():
            return self.tr("The output folder must be a full path.")
        existing = folder if folder.exists() else folder.parent
        if not existing.is_dir():
            file = self.tr("The output folder is a file. Choose a folder.")
            return file if folder.exists() else self.tr("The output folder does not exist.")
        if self._can_write(existing):
            return ""
        return self.tr("{folder} cannot be written to. Choose another output folder.").format(folder=existing)

    def _can_write(self, folder: Path) -> bool:
        """Return False once an attempt in the background has failed, which is made after each change of the folder."""
        if folder not in self._writable:
            self._writable[folder] = True
            self._tester.call(partial(_can_write, folder), partial(self._note_writable, folder))
        return self._writable[folder]

    def _note_writable(self, folder: Path, can_write: bool) -> None:
        self._writable[folder] = can_write
        if not can_write:
            self.changed.emit()

    def set_installation(self, installation: Installation) -> None:
        """Offer the devices of this computer, and mark the models that are not installed."""
        self._model_states = installation.model_states
        self._cards.clear()  # models may have been imported or removed
        self._offer_models()
        names = {model: state.name for model, state in self._model_states.items()}
        for combo in (self.model, self.refine.with_model):
            show_states(combo, names)
        new = [device for device in installation.devices if self.device.findData(device) < 0]
        for device in new:
            self._add_device(device)
        if _stored_device() in new:
            _select(self.device, _stored_device())
        if not self._is_downloadable(self.model.currentData()):
            self._former_model = self.model.currentData()
        self.changed.emit()

    def restore(self) -> None:
        """Restore the options of the last session."""
        stored = QgsSettings()
        stored.beginGroup(SETTINGS_GROUP)
        resolution = stored.value("resolution", _DEFAULT_RESOLUTION, type=int)
        self._set_resolution(resolution)
        for name, combo in self._combos().items():
            _select(combo, stored.value(name, "", type=str))
        self.output_folder.setFilePath(stored.value("output_folder", "", type=str))
        for name in ("patch_size", "patch_overlap"):
            spin = getattr(self, name)
            spin.setValue(stored.value(name, spin.value(), type=int))
        self.buffer.setValue(stored.value("buffer", 0.0, type=float))
        least = stored.value("min_clear", 0, type=int)
        self.only_clear.setChecked(least > 0)
        self.least_clear.setValue(least or self.least_clear.value())
        self._explain_clear()
        for name in _SWITCHES:
            switch = getattr(self, name)
            switch.setChecked(stored.value(name, switch.isChecked(), type=bool))
        self.advanced.setCollapsed(stored.value("advanced_collapsed", True, type=bool))
        self.refine.model_chosen(self.model.currentData())
        self.refine.restore(stored)

    def save(self) -> None:
        """Store the options for the next session."""
        values: dict[str, Any] = {name: combo.currentData() for name, combo in self._combos().items()}
        values |= {name: getattr(self, name).value() for name in ("patch_size", "patch_overlap", "buffer")}
        values["min_clear"] = self.min_clear()
        values |= {name: getattr(self, name).isChecked() for name in _SWITCHES}
        if self.device.currentIndex() == 0 and self.device.findData(_stored_device()) < 0:
            del values["device"]  # that of the last session is not offered, or not yet: a driver may come back
        values["resolution"] = self.resolution()
        values["output_folder"] = self.output_folder.filePath()
        values |= self.refine.values()
        values["advanced_collapsed"] = self.advanced.isCollapsed()
        stored = QgsSettings()
        stored.beginGroup(SETTINGS_GROUP)
        for name, value in values.items():
            stored.setValue(name, value)

    def _combos(self) -> dict[str, QComboBox]:
        return {
            "model": self.model,
            "device": self.device,
            "placement": self.placement,
            "compression": self.compression,
        }

    def _set_resolution(self, metres: int) -> None:
        known: dict[int, Any] = {10: self.resolution_10, 20: self.resolution_20}
        (known.get(metres) or self.resolution_other).setChecked(True)
        if metres not in known:
            self.resolution_value.setValue(metres)
        self._explain_resolution()

    def _explain_resolution(self) -> None:
        """Enable the pixel size if it is used, and explain it if it is not."""
        unused = (not self.resolution_other.isChecked(), self.tr("Choose 'Other' first"))
        explain(self.resolution_value, self.tr("Pixel size of the masks, in metres"), unused)

    def _set_limits(self) -> None:
        """Set the limits and the defaults of the widgets; the minimum of some means automatic."""
        self.resolution_value.setMinimum(OPTIONS["processing_res"].low)
        self.resolution_value.setMaximum(OPTIONS["processing_res"].high)
        self.buffer.setMaximum(OPTIONS["buffer_m"].high)
        self.patch_size.setMaximum(OPTIONS["patch_size"].high)
        self.patch_overlap.setMaximum(OPTIONS["patch_overlap_px"].high)
        for name, option in _SWITCHES.items():
            getattr(self, name).setChecked(OPTIONS[option].default)

    def _fill_combos(self) -> None:
        self._add_device(OPTIONS["device"].default)
        for model in AUTOMATIC:
            self.model.addItem(automatic_title(model), model)
            self.model.setItemData(self.model.count() - 1, literal(automatic_facts(model)), Qt.ItemDataRole.ToolTipRole)
        self._offer_models()
        for combo, name, texts in (
            (self.placement, "patch_placement", choice_texts("placement")),
            (self.compression, "output_compression", choice_texts("compression")),
        ):
            for word in OPTIONS[name].choices:
                combo.addItem(texts[word].title, word)
                combo.setItemData(combo.count() - 1, texts[word].tip, Qt.ItemDataRole.ToolTipRole)

    def _add_device(self, device: str) -> None:
        text = device_text(device)
        self.device.addItem(text.title, device)
        self.device.setItemData(self.device.count() - 1, text.tip, Qt.ItemDataRole.ToolTipRole)

    def _offer_models(self) -> None:
        """Offer all models, those that are ready first, keeping the selected one if it still exists."""
        ready = [model for model, state in (self._model_states or {}).items() if state.is_ready]
        cards = sorted_cards(ready)
        first = len(AUTOMATIC)
        if [self.model.itemData(index) for index in range(first, self.model.count())] == [card.id for card in cards]:
            return
        chosen = self.model.currentData()
        self.model.blockSignals(True)  # the choice is restored below
        while self.model.count() > first:
            self.model.removeItem(first)
        for card in cards:
            self.model.addItem(title_with_state(card, None), card.id)
            tip = "\n".join(text for text in (facts(card), card.described) if text)
            self.model.setItemData(self.model.count() - 1, literal(tip), Qt.ItemDataRole.ToolTipRole)
        _select(self.model, chosen)
        self.model.blockSignals(False)
        self.refine.offer_models(ready)
        self.refine.model_chosen(self.model.currentData())
        self._describe_model()

    def _connect(self) -> None:
        self.resolution_other.toggled.connect(self._explain_resolution)
        signals = [self.resolution_10.toggled, self.resolution_20.toggled, self.resolution_other.toggled]
        signals += [self.resolution_value.valueChanged, self.output_folder.fileChanged]
        signals += [self.buffer.valueChanged, self.patch_size.valueChanged, self.patch_overlap.valueChanged]
        self.output_folder.fileChanged.connect(self._writable.clear)
        self.only_clear.toggled.connect(self._explain_clear)
        self.more.clicked.connect(self.refine.open)
        self.refine.changed.connect(self._show_changes)
        self._show_changes()
        self.model.currentIndexChanged.connect(lambda _index: self.refine.model_chosen(self.model.currentData()))
        self.model.currentIndexChanged.connect(self._describe_model)
        self.model.currentIndexChanged.connect(self._explain_networks)
        self.model.activated.connect(self._offer_download)
        self._describe_model()
        self._explain_networks()
        signals += [self.refine.changed]
        signals += [combo.currentIndexChanged for combo in self._combos().values()]
        for signal in signals:
            signal.connect(self._emit_changed)
        self._note_resolution()

    def _explain_clear(self) -> None:
        """Enable the clear share if it is used, and explain it if it is not."""
        unused = (not self.only_clear.isChecked(), self.tr("All scenes are added to the map; tick the box to choose"))
        explain(self.least_clear, self.tr("Least clear share of the scenes that are added to the map"), unused)

    def _explain_networks(self, *_index: int) -> None:
        """Enable the options of networks if the model has such, and explain them if it has not."""
        card = load_cards().get(self.model.currentData())
        no_device = self.is_of_rules(), self.tr("The model consists of rules, which run on the processor alone")
        explain(self.device, self._tips["device"], no_device)
        no_patches = bool(card and card.context != "patch"), self.tr("The model has no patches")
        for name in _PATCHES:
            explain(getattr(self, name), self._tips[name], no_patches)

    def _show_changes(self) -> None:
        """Show on the button how many of its options are set."""
        changes = self.refine.changes()
        some = self.tr("More accurac&y and output options ({count} set)…").format(count=changes)
        self.more.setText(some if changes else self.tr("More accurac&y and output options…"))

    def choose_model(self, model: str) -> None:
        """Select a model by its id."""
        _select(self.model, model)

    def give_up(self, model: str) -> None:
        """Select the former model again, because the user has declined the download of this one."""
        if self.model.currentData() == model:
            self.choose_model(self._former_model)

    def _describe_model(self, *_index: int) -> None:
        """Show the classes and the licence of the selected model below it."""
        model = self.model.currentData()
        card = load_cards().get(model)
        self.model_note.setText(facts(card) if card else automatic_facts(model))
        self.model_note.setToolTip(literal(card.described if card else ""))

    def _offer_download(self, _index: int) -> None:
        """Ask for the download of a model that the user has just chosen, if it is missing or damaged.

        Imported models cannot be downloaded; a run says why one is damaged.
        """
        model = self.model.currentData()
        if self._is_downloadable(model):
            self.download_wanted.emit(model)
        else:
            self._former_model = model

    def _is_downloadable(self, model: str) -> bool:
        """Return True if a model is known to be missing or damaged, and was not imported."""
        state, card = (self._model_states or {}).get(model), load_cards().get(model)
        return state is not None and not state.is_ready and card is not None and card.folder is None

    def _note_resolution(self) -> None:
        """Show if the chosen model runs at finer pixels than the mask's."""
        card = self.refine.card()
        used = card.network_resolution(self.resolution()) if card else self.resolution()
        note = self.tr("The model runs at {metres:g} m").format(metres=used) if used < self.resolution() else ""
        self.resolution_note.setText(note)

    def _emit_changed(self, *_values: object) -> None:
        self._note_resolution()
        self.changed.emit()


def place_of(product: Listed) -> Path:
    """Return the folder that contains a product or its archive, outside of every `.SAFE` and `.zarr`.

    For a product or an item behind an address, it is the folder of the user's documents, or the home folder, as the
    former is missing where nobody has logged in to a desktop.
    """
    place = (product.path if isinstance(product, ItemScene) else product.package.archive or product.package.root).parent
    if isinstance(place, Address):
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return documents if documents.is_dir() else Path.home()
    while place.suffix.upper() in {".SAFE", ".ZARR"}:
        place = place.parent
    return place


def _can_write(folder: Path) -> bool:
    """Try to write to a folder: the system's own answer is wrong for administrators and on Windows."""
    with suppress(OSError), TemporaryFile(dir=folder):
        return True
    return False


def show_states(combo: QComboBox, states: Mapping[str, StateName]) -> None:
    """Mark the models of a list that are not ready."""
    cards = load_cards()
    for index in range(1, combo.count()):
        card = cards.get(combo.itemData(index))
        if card is not None:
            combo.setItemText(index, title_with_state(card, states.get(card.id)))


def _stored_device() -> str:
    device: str = QgsSettings().value(f"{SETTINGS_GROUP}/device", OPTIONS["device"].default, type=str)
    return device


def _select(combo: QComboBox, data: str) -> None:
    index = combo.findData(data)
    combo.setCurrentIndex(max(index, 0))
