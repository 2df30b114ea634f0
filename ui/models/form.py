"""A form for the card of a network that has none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...core.cards.schema import CLASS_KEYS, FINEST, LEVELS, MAX_PATCH_SIZE, Problem
from ...core.networks.typed_card import BAND_COUNT, CLASS_COUNT, TypedCard
from ...core.product.bands import ABSENT, BANDS
from ..guide_window import open_on_f1
from ..shared.option_texts import ChoiceText, choice_texts
from ..shared.rich_text import literal
from ..widgets import LowArea, explain, fit_to_screen

_USUAL_BANDS = {
    3: ("B04", "B03", "B08"),
    4: ("B02", "B03", "B04", "B08"),
    6: ("B02", "B03", "B04", "B08", "B11", "B12"),
    12: tuple(band for band in BANDS if band not in ABSENT["L2A"]),
    13: tuple(BANDS),
}
_USUAL_CLASSES = {2: "clear thick_cloud", 3: "clear thick_cloud shadow", 4: "clear thick_cloud thin_cloud shadow"}
_ONLY_LEVEL = {12: "L2A", 13: "L1C"}
"""Level of networks with this many bands, which are all bands of the level."""
_WIDE = 36
"""Width of a line in characters."""


class ModelForm(QDialog):
    """A form for the fields of a card; it can be accepted only if they fit the network."""

    def __init__(
        self,
        network: str,
        proposed: Mapping[str, Any],
        parent: QWidget | None = None,
        *,
        typed: TypedCard | None = None,
        refusal: str = "",
    ) -> None:
        """Create the form.

        Args:
            network: Name of the network's file.
            proposed: Details read from the network; see `propose_fields`.
            parent: The window above.
            typed: Entries of an earlier attempt; None to start with the usual values.
            refusal: Reason why those were refused.
        """
        super().__init__(parent)
        self.setObjectName("ModelForm")
        self.setWindowTitle(self.tr("Describe the network {network}").format(network=network))
        self._proposed = proposed
        self._labels: dict[str, str] = {}
        self._signals: list[Any] = []
        self._form = QFormLayout()
        self._add_fields()
        if typed is None:
            self._propose()
        else:
            self._fill(typed)
        self.reason = QLabel(self)
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setWordWrap(True)
        self.reason.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.reason.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        ok, cancel = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel
        self.buttons = QDialogButtonBox(ok | cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        fields = QWidget(self)
        fields.setLayout(self._form)
        self._form.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(self._describe_network(), self))
        layout.addWidget(LowArea(fields, self))
        layout.addWidget(self.reason)
        layout.addWidget(self.buttons)
        for signal in self._signals:
            signal.connect(self._check)
        self._check()
        if refusal:
            self.reason.setText(refusal)
        open_on_f1(self)
        self.resize(self.sizeHint())
        fit_to_screen(self)

    def entries(self) -> TypedCard:
        """Return the entries of the form."""
        return TypedCard(
            id=self.id.text(),
            title=self.title.text(),
            levels=" ".join(level for level, box in self.levels.items() if box.isChecked()),
            bands=self.bands.text(),
            resolution=(self.finest.value(), self.coarsest.value()),
            normalisation=self.normalisation.currentData(),
            mean=self.mean.text(),
            std=self.std.text(),
            patch_size=self.patch_size.value(),
            patch_multiple=self.patch_multiple.value(),
            patch_overlap=self.patch_overlap.value(),
            activation=self.activation.currentData(),
            classes=self.classes.text(),
            licence=self.licence.text(),
            citation=self.citation.text(),
        )

    def _fill(self, typed: TypedCard) -> None:
        """Show the entries of an earlier attempt."""
        for name in ("id", "title", "bands", "mean", "std", "classes", "licence", "citation"):
            getattr(self, name).setText(getattr(typed, name))
        for name in ("patch_size", "patch_multiple", "patch_overlap"):
            getattr(self, name).setValue(getattr(typed, name))
        for name in ("normalisation", "activation"):
            combo = getattr(self, name)
            combo.setCurrentIndex(combo.findData(getattr(typed, name)))
        for spin, value in zip((self.finest, self.coarsest), typed.resolution):
            spin.setValue(value)
        for level, box in self.levels.items():
            box.setChecked(level in typed.levels.split())

    def _propose(self) -> None:
        """Fill in suggestions from the network's name and its numbers of bands and classes."""
        bands, classes = self._proposed.get(BAND_COUNT, 0), self._proposed.get(CLASS_COUNT, 0)
        self.id.setText(self._proposed.get("id", ""))
        self.title.setText(self._proposed.get("title", ""))
        self.bands.setText(" ".join(_USUAL_BANDS.get(bands, ())))
        self.classes.setText(_USUAL_CLASSES.get(classes, ""))
        if bands in _ONLY_LEVEL:
            self.levels[_ONLY_LEVEL[bands]].setChecked(True)

    def _describe_network(self) -> str:
        """Describe the numbers of bands and classes of the network."""
        bands, classes = self._proposed.get(BAND_COUNT), self._proposed.get(CLASS_COUNT)
        if bands is None and classes is None:
            return self.tr("The network states neither its number of bands nor its number of classes.")
        unstated = self.tr("not stated")
        return self.tr("Number of bands: {bands}. Number of classes: {classes}.").format(
            bands=unstated if bands is None else bands, classes=unstated if classes is None else classes
        )

    def _check(self, *_values: object) -> None:
        """Enable OK if the entries make a card, otherwise show the problems."""
        fixed = self.normalisation.currentData() == "fixed"
        per_patch = (not fixed, self.tr("Not used: the bands are normalised by each patch"))
        for line in (self.mean, self.std):
            explain(line, line.placeholderText(), per_patch)
        reason = "\n".join(map(self._describe, self.entries().problems(self._proposed)))
        self.reason.setText(reason)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not reason)
        ok.setToolTip(literal(reason))

    def _describe(self, problem: Problem) -> str:
        """Describe a problem with the labels of the form instead of the field names of a card."""
        names = ", ".join(dict.fromkeys(self._labels.get(field, field) for field in problem.fields))
        reason = problem.reason
        for field, label in self._labels.items():
            if "_" in field:  # the others are plain words, which may mean something else
                reason = reason.replace(field, label)
        return f"{names}: {reason}"

    def _add_fields(self) -> None:
        self.id = self._line("id", self.tr("&Id"), self.tr("Lower-case letters, digits, '.', '-' and '_'"))
        self.title = self._line("title", self.tr("&Title"), self.tr("Name in lists of models"))
        self._add_levels()
        self.bands = self._line("bands", self.tr("&Bands"), self.tr("In channel order, e.g. B02 B03 B04"))
        self.classes = self._line(
            "classes", self.tr("&Classes"), self.tr("One per channel: {keys}").format(keys=", ".join(CLASS_KEYS))
        )
        self._add_resolution()
        self.normalisation = self._choice(
            "normalisation",
            self.tr("&Normalisation"),
            choice_texts("normalisation"),
        )
        self.mean = self._line("mean", self.tr("&Mean"), self.tr("Per band, in reflectance, e.g. 0.12 0.1; empty: 0"))
        self.std = self._line(
            "std", self.tr("&Deviation"), self.tr("Standard deviation per band, in reflectance; empty: 1")
        )
        self._add_patches()
        self.activation = self._choice(
            "activation",
            self.tr("&Output"),
            choice_texts("activation"),
        )
        self.licence = self._line("licence", self.tr("&Licence"), self.tr("Terms of use, e.g. CC-BY-4.0"))
        self.citation = self._line("citation", self.tr("Cit&ation"), self.tr("Reference to cite"))

    def _label(self, label: str, *fields: str) -> str:
        """Register the label of fields of a card."""
        self._labels |= dict.fromkeys(fields, label.replace("&", ""))
        return label

    def _line(self, field: str, label: str, hint: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(hint)
        line.setToolTip(hint)
        line.setMinimumWidth(_WIDE * self.fontMetrics().averageCharWidth())
        self._signals.append(line.textChanged)
        self._form.addRow(self._label(label, field), line)
        return line

    def _choice(self, field: str, label: str, choices: Mapping[str, ChoiceText]) -> QComboBox:
        combo = QComboBox(self)
        for key, text in choices.items():
            combo.addItem(text.title, key)
            combo.setItemData(combo.count() - 1, text.tip, Qt.ItemDataRole.ToolTipRole)
        self._signals.append(combo.currentIndexChanged)
        self._form.addRow(self._label(label, field), combo)
        return combo

    def _add_levels(self) -> None:
        row = QHBoxLayout()
        self.levels = {level: QCheckBox(level, self) for level in LEVELS}
        for box in self.levels.values():
            self._signals.append(box.toggled)
            row.addWidget(box)
        row.addStretch()
        self._form.addRow(self._label(self.tr("Levels"), "levels"), row)

    def _add_resolution(self) -> None:
        self.finest, self.coarsest = QDoubleSpinBox(self), QDoubleSpinBox(self)
        finest, coarsest = TypedCard.resolution
        self._add_numbers(
            self._label(self.tr("&Pixel size"), "resolution"),
            {self.finest: (self.tr("from "), finest), self.coarsest: (self.tr("to "), coarsest)},
            (FINEST, 1000, self.tr(" m")),
        )

    def _add_patches(self) -> None:
        self.patch_size, self.patch_multiple, self.patch_overlap = QSpinBox(self), QSpinBox(self), QSpinBox(self)
        prefixes = {
            self.patch_size: ("", TypedCard.patch_size),
            self.patch_multiple: (self.tr("multiple of "), TypedCard.patch_multiple),
            self.patch_overlap: (self.tr("overlap "), TypedCard.patch_overlap),
        }
        self._label(self.tr("patch size"), "patch_size")
        self._label(self.tr("patch size multiple"), "patch_multiple")
        self._label(self.tr("patch overlap"), "patch_overlap")
        self._add_numbers(self.tr("Patc&hes"), prefixes, (0, MAX_PATCH_SIZE, self.tr(" px")))

    def _add_numbers(self, label: str, spins: Mapping[Any, tuple[str, float]], limits: tuple[int, int, str]) -> None:
        row = QHBoxLayout()
        for spin, (prefix, value) in spins.items():
            spin.setRange(limits[0], limits[1])
            if isinstance(spin, QDoubleSpinBox):
                spin.setDecimals(0)
            spin.setPrefix(prefix)
            spin.setSuffix(limits[2])
            spin.setAccessibleName(f"{label} {prefix}".replace("&", "").strip())
            spin.setValue(value)
            self._signals.append(spin.valueChanged)
            row.addWidget(spin)
        row.addStretch()
        text = QLabel(label, self)
        text.setBuddy(next(iter(spins)))
        self._form.addRow(text, row)
