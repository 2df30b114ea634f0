"""Choose the networks that the first installation brings: the default ones always, a published model if wanted."""

from __future__ import annotations

from typing import NamedTuple

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QCheckBox, QGridLayout, QGroupBox, QLabel, QPushButton, QWidget

from ...core.cards.card import ModelCard, NetworkFile, load_cards
from ...core.errors import CloudS2MaskError
from ...core.install.fetch import MEGABYTES
from ...core.networks.published import download_bytes, missing_networks
from ..shared.installation import lacks_models
from ..shared.model_texts import RECOMMENDED, classes_text, licence_text, size_text
from ..shared.rich_text import unbroken
from ..widgets import explain


class Lacking(NamedTuple):
    """The models that are not installed."""

    default: bool
    """True if a model of a package is missing or damaged."""
    recommended: tuple[NetworkFile, ...]
    """The networks of the recommended model that are missing."""


def inspect_models() -> Lacking:
    """Find the models that are not installed; loads no packages, because Windows removes no library that is loaded."""
    card = _recommended()
    return Lacking(lacks_models(), missing_networks(card) if card else ())


class NetworksBox(QGroupBox):
    """The choice of networks, with their sizes, licences and what they are good at."""

    changed = pyqtSignal()
    """Emitted when the choice has changed."""
    others_wanted = pyqtSignal()
    """Emitted to open the window of all models."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lacking: Lacking | None = None
        self.setTitle(self.tr("Networks"))
        self.default = QLabel(self.tr("Default networks (required): {packages}").format(packages=_packages()))
        self.default.setToolTip(self.tr("Always installed, because the automatic choice uses them"))
        self.recommended = QCheckBox()
        self.recommended.toggled.connect(self.changed)
        self.others = QPushButton(self.tr("&Others…"))
        self.others.setAutoDefault(False)
        self.others.setToolTip(self.tr("Open the window of all models"))
        self.others.setWhatsThis(self.tr("Opens the window of all models, which downloads and imports them."))
        self.others.clicked.connect(self.others_wanted)
        self.default_size, self.recommended_size = QLabel(), QLabel()
        self.default_note, self.recommended_note = _note(self), _note(self)
        self.default.setIndent(self.default_note.indent())
        layout = QGridLayout(self)
        layout.setColumnStretch(0, 1)
        layout.setVerticalSpacing(2)
        right = Qt.AlignmentFlag.AlignRight
        layout.addWidget(self.default, 0, 0)
        layout.addWidget(self.default_size, 0, 1, right)
        layout.addWidget(self.default_note, 1, 0, 1, 2)
        layout.setRowMinimumHeight(2, self.fontMetrics().height() // 3)
        layout.addWidget(self.recommended, 3, 0)
        layout.addWidget(self.recommended_size, 3, 1, right)
        layout.addWidget(self.recommended_note, 4, 0)
        layout.addWidget(self.others, 4, 1, right | Qt.AlignmentFlag.AlignBottom)
        self._describe()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the lines of the notes, of which the smallest size of a window takes no account."""
        super().resizeEvent(event)
        for note in (self.default_note, self.recommended_note):
            note.setMinimumHeight(note.heightForWidth(note.width()))

    def show_models(self, lacking: Lacking | None, *, running: bool) -> None:
        """Show which models are installed; None: not yet known."""
        was_installed = self._lacking is not None and not self._lacking.recommended
        self._lacking = lacking or self._lacking
        card = _recommended()
        if card is None:
            self._hide_recommended()
            return
        installed = lacking is not None and not lacking.recommended
        explain(
            self.recommended,
            self.tr("Downloaded from its authors; needs no further packages"),
            (lacking is None, self.tr("The installation is being checked")),
            (installed, self.tr("This model is installed")),
            (running, self.tr("Components are being installed")),
        )
        self.recommended.blockSignals(True)  # nobody has chosen anything
        if installed or (was_installed and lacking is not None):
            self.recommended.setChecked(installed)
        self.recommended.blockSignals(False)
        state = self.tr("installed")
        megabytes = MEGABYTES.get("models", (0, 0))[0]
        size = download_bytes(lacking.recommended if lacking and lacking.recommended else card.networks)
        has_default = lacking is not None and not lacking.default
        self.default_size.setText(state if has_default else size_text(1e6 * megabytes))
        self.recommended_size.setText(state if installed else size_text(size) if size else "")

    def chosen(self) -> ModelCard | None:
        """Return the published model to download; None if it is not wanted, or if it is installed."""
        wanted = self._lacking is not None and self._lacking.recommended and self.recommended.isChecked()
        return _recommended() if wanted else None

    def chosen_bytes(self) -> int:
        """Return the size of the files of the chosen model that are downloaded."""
        missing = self._lacking.recommended if self._lacking and self.chosen() else ()
        return download_bytes(missing) or 0

    def _describe(self) -> None:
        note = self.tr("Cloud and shadow for L1C and L2A, fast; no thin cloud. Licences: {licences}.")
        licences = ", ".join(dict.fromkeys(card.licence for card in _packaged()))
        self.default_note.setText(unbroken(note.format(licences=licences)))
        card = _recommended()
        if card is None:
            self._hide_recommended()
            return
        self.recommended.setText(self.tr("{model}: {classes}").format(model=card.named, classes=classes_text(card)))
        licence = self.tr("Licence: {licence}.").format(licence=licence_text(card))
        self.recommended_note.setText(unbroken(f"{card.described} {licence}"))

    def _hide_recommended(self) -> None:
        for widget in (self.recommended, self.recommended_note, self.recommended_size):
            widget.hide()


def _note(box: QWidget) -> QLabel:
    """Make a label for sentences, indented below a check box."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setIndent(2 * box.fontMetrics().height() // 3 + box.fontMetrics().averageCharWidth())
    return label


def _packaged() -> list[ModelCard]:
    """Return the models of packages."""
    try:
        return [card for card in load_cards().values() if card.source]
    except CloudS2MaskError:
        return []


def _packages() -> str:
    return ", ".join(dict.fromkeys(card.source.package for card in reversed(_packaged()) if card.source))


def _recommended() -> ModelCard | None:
    """Return the recommended model; None if its card cannot be read, or if the user has imported it."""
    try:
        card = load_cards().get(RECOMMENDED)
    except CloudS2MaskError:
        return None
    return card if card and card.publication else None
