"""The facts of a network that comes without a card, as a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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

from ..core.card_fields import CLASS_KEYS, LEVELS
from ..core.model_card import card_problems
from ..core.spectral import BANDS

_USUAL_BANDS = {3: "B04 B03 B08", 4: "B02 B03 B04 B08", 6: "B02 B03 B04 B08 B11 B12"}
_USUAL_CLASSES = {2: "clear thick_cloud", 3: "clear thick_cloud shadow", 4: "clear thick_cloud thin_cloud shadow"}
_WIDE = 36
"""Letters that fit into a line."""


class ModelForm(QDialog):
    """Asks for the fields of a card; it can be accepted only when they make one."""

    def __init__(self, network: str, proposed: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ModelForm")
        self.setWindowTitle(self.tr("What {network} needs and means").format(network=network))
        self._form = QFormLayout()
        bands, classes = proposed.get("band_count", 0), proposed.get("class_count", 0)
        every = " ".join(BANDS) if bands == len(BANDS) else ""
        self.id = self._line(self.tr("&Id"), proposed.get("id", ""), self.tr("Small letters, digits, '.', '-' and '_'"))
        self.title = self._line(self.tr("&Title"), proposed.get("title", ""), self.tr("Its name in lists"))
        self._add_levels()
        self.bands = self._line(
            self.tr("&Bands"),
            every or _USUAL_BANDS.get(bands, ""),
            self.tr("In the order of its channels, e.g. B02 B03 B04"),
        )
        self.classes = self._line(
            self.tr("&Classes"),
            _USUAL_CLASSES.get(classes, ""),
            self.tr("One per channel: {keys}").format(keys=", ".join(CLASS_KEYS)),
        )
        self._add_resolution()
        self.normalisation = self._choice(
            self.tr("&Normalisation"),
            {"fixed": self.tr("By the mean and deviation below"), "patch": self.tr("By those of each patch")},
        )
        self.mean = self._line(self.tr("&Mean"), "", self.tr("Per band, in reflectance; empty: 0"))
        self.std = self._line(
            self.tr("&Deviation"), "", self.tr("Standard deviation per band, in reflectance; empty: 1")
        )
        self._add_patches()
        self.activation = self._choice(
            self.tr("&Activation"), {"softmax": self.tr("It gives logits"), "none": self.tr("It gives probabilities")}
        )
        self.licence = self._line(self.tr("&Licence"), "", self.tr("What others may do with it"))
        self.citation = self._line(self.tr("Citati&on"), "", self.tr("How it asks to be cited"))
        self.reason = QLabel(self)
        self.reason.setWordWrap(True)
        self.reason.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        ok, cancel = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel
        self.buttons = QDialogButtonBox(ok | cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(self._form)
        layout.addWidget(self.reason)
        layout.addWidget(self.buttons)
        self._check()

    def facts(self) -> dict[str, Any]:
        """The fields of the card, but for its networks; numbers that are none are left as text."""
        bands = self.bands.text().replace(",", " ").split()
        fixed = self.normalisation.currentData() == "fixed"
        return {
            "id": self.id.text().strip(),
            "title": self.title.text().strip(),
            "version": "1",
            "levels": [level for level, box in self.levels.items() if box.isChecked()],
            "bands": bands,
            "resolution": [self.finest.value(), self.coarsest.value()],
            "normalisation": self.normalisation.currentData(),
            "mean": _numbers(self.mean.text(), 0.0, len(bands)) if fixed else [],
            "std": _numbers(self.std.text(), 1.0, len(bands)) if fixed else [],
            "patch_size": self.patch_size.value(),
            "patch_multiple": self.patch_multiple.value(),
            "patch_overlap": self.patch_overlap.value(),
            "activation": self.activation.currentData(),
            "blend": "probabilities",
            "classes": self.classes.text().replace(",", " ").split(),
            "licence": self.licence.text().strip() or "not stated",
            "citation": self.citation.text().strip() or "not stated",
        }

    def _check(self, *_values: object) -> None:
        """Allow what makes a card, and say what is lacking."""
        fixed = self.normalisation.currentData() == "fixed"
        for line in (self.mean, self.std):
            line.setEnabled(fixed)
        network = {"file": "network.onnx", "sha256": "0" * 64}
        reason = "; ".join(card_problems({**self.facts(), "networks": [network]}))
        self.reason.setText(reason)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not reason)
        ok.setToolTip(reason)

    def _line(self, label: str, text: str, hint: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setPlaceholderText(hint)
        line.setToolTip(hint)
        line.setMinimumWidth(_WIDE * self.fontMetrics().averageCharWidth())
        line.textChanged.connect(self._check)
        self._form.addRow(label, line)
        return line

    def _choice(self, label: str, choices: Mapping[str, str]) -> QComboBox:
        combo = QComboBox(self)
        for key, text in choices.items():
            combo.addItem(text, key)
        combo.currentIndexChanged.connect(self._check)
        self._form.addRow(label, combo)
        return combo

    def _add_levels(self) -> None:
        row = QHBoxLayout()
        self.levels = {level: QCheckBox(level, self) for level in LEVELS}
        for box in self.levels.values():
            box.toggled.connect(self._check)
            row.addWidget(box)
        row.addStretch()
        self._form.addRow(self.tr("Levels"), row)

    def _add_resolution(self) -> None:
        self.finest, self.coarsest = QDoubleSpinBox(self), QDoubleSpinBox(self)
        self._add_numbers(
            self.tr("&Pixel size"),
            {self.finest: (self.tr("from "), 10), self.coarsest: (self.tr("to "), 20)},
            (1, 1000, self.tr(" m")),
        )

    def _add_patches(self) -> None:
        self.patch_size, self.patch_multiple, self.patch_overlap = QSpinBox(self), QSpinBox(self), QSpinBox(self)
        prefixes = {
            self.patch_size: ("", 512),
            self.patch_multiple: (self.tr("multiple of "), 32),
            self.patch_overlap: (self.tr("overlap "), 32),
        }
        self._add_numbers(self.tr("Patc&hes"), prefixes, (0, 8192, self.tr(" px")))

    def _add_numbers(self, label: str, spins: Mapping[Any, tuple[str, int]], limits: tuple[int, int, str]) -> None:
        row = QHBoxLayout()
        for spin, (prefix, value) in spins.items():
            spin.setRange(limits[0], limits[1])
            if isinstance(spin, QDoubleSpinBox):
                spin.setDecimals(0)
            spin.setPrefix(prefix)
            spin.setSuffix(limits[2])
            spin.setValue(value)
            spin.valueChanged.connect(self._check)
            row.addWidget(spin)
        row.addStretch()
        text = QLabel(label, self)
        text.setBuddy(next(iter(spins)))
        self._form.addRow(text, row)


def _numbers(text: str, default: float, count: int) -> list[Any]:
    """Numbers of a list; what is none stays as it is, and is told of by the check."""
    words = text.replace(",", " ").replace(";", " ").split()
    return [_number(word) for word in words] or [default] * count


def _number(word: str) -> float | str:
    try:
        return float(word)
    except ValueError:
        return word
