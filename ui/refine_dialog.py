"""Options for those who want more of a mask: several networks, augmentation, confidence and a valid mask."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from qgis.core import QgsSettings
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QWidget

from ..core.cards.card import ModelCard, load_cards
from ..core.cards.choice import AUTO, JOINT, default_cards, join_cards
from ..core.classes import INVALID_CLASSES
from ..core.errors import ModelCardError, SettingError
from ..core.masks.usable import ClearRule
from ..core.settings import CLEAR_BUFFER, CLEAR_MIN_SIZE, OPTIONS

_SWITCHES = ("ensemble", "confidence", "valid_mask", *(f"without_{key}" for key in INVALID_CLASSES))
_THRESHOLD = ("threshold", "average_px", "dilate_px")
_NUMBERS = ("tta_depth", "valid_buffer", "valid_min", *_THRESHOLD)


class RefineDialog(QDialog):
    """Widgets that are laid out by `refine_dialog.ui`."""

    changed = pyqtSignal()
    """An option has another value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._take_limits()
        self.offer_models()
        for name in _SWITCHES:
            getattr(self, name).toggled.connect(self._update)
        for name in _NUMBERS:
            getattr(self, name).valueChanged.connect(self._update)
        self.with_model.currentIndexChanged.connect(self._update)
        self.reset.clicked.connect(self._reset)
        self.close_button.clicked.connect(self.close)
        self._model = AUTO
        self._plain = self.values()

    def _take_limits(self) -> None:
        """Give the widgets the limits of the settings; of a threshold, their own minimum means the model's."""
        self.tta_depth.setMaximum(OPTIONS["tta_max_depth"].high)
        # Its limits are no thresholds themselves.
        self.threshold.setMaximum(OPTIONS["threshold"].high - 10 ** -self.threshold.decimals())
        self.average_px.setMaximum(OPTIONS["average_px"].high)
        self.dilate_px.setMaximum(OPTIONS["dilate_px"].high)
        self.valid_buffer.setMaximum(CLEAR_BUFFER.high)
        self.valid_min.setMaximum(CLEAR_MIN_SIZE.high)

    def changes(self) -> int:
        """How many of the options make something else than the plain mask."""
        values = self.values()
        names = ("with_model", "tta_depth", "ensemble", "confidence", "valid_mask", *_THRESHOLD)
        return sum(self._counts(getattr(self, name)) and values[name] != self._plain[name] for name in names)

    def _reset(self) -> None:
        self._set(self._plain)

    def model_chosen(self, model: str) -> None:
        """Follow the choice of the model: it can be averaged with others of the same classes."""
        self._model = model
        cards = load_cards()
        chosen = cards.get(model)
        for index in range(1, self.with_model.count()):
            card = cards.get(self.with_model.itemData(index))
            why_not = _why_not_together(chosen, card) if chosen and card else ""
            fits = bool(chosen and card and not why_not)
            self.with_model.model().item(index).setEnabled(fits)
            self.with_model.setItemData(index, why_not, Qt.ItemDataRole.ToolTipRole)
            if not fits and self.with_model.currentIndex() == index:
                self.with_model.setCurrentIndex(0)
        self._update()

    def offer_models(self) -> None:
        """Offer the models that there are, and keep the choice if it is still among them."""
        chosen = self.with_model.currentData()
        self.with_model.clear()
        self.with_model.addItem(self.tr("No other model"), "")
        for card in load_cards().values():
            self.with_model.addItem(card.title, card.id)
        self.with_model.setCurrentIndex(max(0, self.with_model.findData(chosen)))

    def model(self) -> str:
        """Id of the chosen model, or ids joined by `+`."""
        other = self.with_model.currentData()
        return JOINT.join([self._model, other]) if other else self._model

    def card(self) -> ModelCard | None:
        """The chosen model, or models together; None if they depend on the product."""
        known = load_cards()
        cards = [known[model] for model in self.model().split(JOINT) if model in known]
        if not cards:
            return None
        try:
            return join_cards(cards)
        except ModelCardError:  # the one of the last session goes with another first model
            return cards[0]

    def ensembling(self) -> bool:
        """Whether all networks of the model are used."""
        return bool(self._counts(self.ensemble) and self.ensemble.isChecked())

    def fields(self) -> dict[str, Any]:
        """The fields of the settings that these options are.

        Raises:
            SettingError: the valid mask leaves out no class.
        """
        return {
            "model": self.model(),
            "model_ensembling": self.ensembling(),
            "tta_max_depth": self.tta_depth.value() if self._counts(self.tta_depth) else 0,
            **self._threshold_fields(),
            "export_confidence": self.confidence.isChecked(),
            "valid_mask": self._rule() if self.valid_mask.isChecked() else None,
        }

    def restore(self, stored: QgsSettings) -> None:
        """Take the options of the last session."""
        self._set({name: stored.value(name, value, type=type(value)) for name, value in self._plain.items()})

    def values(self) -> dict[str, Any]:
        """What `restore` takes."""
        values: dict[str, Any] = {name: getattr(self, name).isChecked() for name in _SWITCHES}
        values |= {name: getattr(self, name).value() for name in _NUMBERS}
        return {**values, "with_model": self.with_model.currentData()}

    def _counts(self, option: QWidget) -> bool:
        """Whether an option has an effect; during a run all of them are disabled, which changes nothing of that."""
        return bool(option.isEnabledTo(self))

    def _set(self, values: Mapping[str, Any]) -> None:
        for name in _SWITCHES:
            getattr(self, name).setChecked(values[name])
        for name in _NUMBERS:
            getattr(self, name).setValue(values[name])
        self.with_model.setCurrentIndex(max(0, self.with_model.findData(values["with_model"])))
        self.model_chosen(self._model)

    def _threshold_fields(self) -> dict[str, Any]:
        """What was set of a threshold, if the model has one."""
        numbers = [getattr(self, name) for name in _THRESHOLD]
        own = {name: n.value() for name, n in zip(_THRESHOLD, numbers) if self._counts(n) and n.value() != n.minimum()}
        return {name: own.get(name) for name in _THRESHOLD}

    def _rule(self) -> ClearRule:
        boxes = {key: getattr(self, f"without_{key}") for key in INVALID_CLASSES}
        invalid = tuple(key for key, box in boxes.items() if self._counts(box) and box.isChecked())
        if not invalid:
            text = self.tr("{window}: tick a class that the valid mask leaves out.")
            raise SettingError(text.format(window=self.windowTitle()))
        return ClearRule(invalid, self.valid_buffer.value(), self.valid_min.value())

    def _update(self, *_values: object) -> None:
        """Enable what has an effect, and say why the rest has none."""
        card = self.card()
        cards = default_cards() if card is None else list(card.members or (card,))
        automatic = self._model == AUTO
        self._offer(
            self.with_model,
            self.tr("The probabilities of a second model are averaged with those of the model above"),
            self.tr("Choose a model above first: the automatic one is averaged by the ensemble below")
            if automatic
            else "",
        )
        several = any(card.networks != card.networks_in_use(ensembling=False) for card in cards)
        self._offer(
            self.ensemble,
            self.tr("All networks of the model are run and averaged; automatic uses both default models"),
            "" if automatic or several else self.tr("The model has no further networks"),
        )
        self._offer(
            self.tta_depth,
            self.tr("How often doubtful patches are looked at again, turned and mirrored"),
            self.tr("The model judges each pixel alone; turned patches look the same to it")
            if any(card.context == "pixel" for card in cards)
            else "",
        )
        self._update_threshold()
        self._update_valid_mask({key for card in cards for key in card.classes})
        self.changed.emit()

    def _update_valid_mask(self, known: Collection[str]) -> None:
        """Offer the classes that the model tells apart."""
        without = "" if self.valid_mask.isChecked() else self.tr("Tick the valid mask first")
        for key in INVALID_CLASSES:
            unknown = self.tr("The model does not tell this class apart") if key not in known else ""
            self._offer(
                getattr(self, f"without_{key}"), self.tr("Pixels of this class are not usable"), without or unknown
            )
        for name, tool_tip in (
            ("valid_buffer", self.tr("They grow by this distance in the valid mask")),
            ("valid_min", self.tr("Smaller ones are taken for noise in the valid mask")),
        ):
            self._offer(getattr(self, name), tool_tip, without)

    def _offer(self, widget: QWidget, tool_tip: str, why_not: str) -> None:
        """Enable an option, or say why it has no effect."""
        widget.setEnabled(not why_not)
        widget.setToolTip(why_not or tool_tip)

    def _update_threshold(self) -> None:
        card = load_cards().get(self._model)
        decision = card.decision if card else None
        tool_tips = {
            "threshold": self.tr("Cloud is where its probability is above this"),
            "average_px": self.tr("Radius of the disc that the probability of cloud is averaged over first"),
            "dilate_px": self.tr("Radius of the disc that cloud is dilated by afterwards"),
        }
        why_not = self.tr("Only for models with a threshold, such as s2cloudless: others tell the likeliest class")
        of_model = self.tr("{value} (the model's)")
        for name, tool_tip in tool_tips.items():
            number = getattr(self, name)
            own = of_model.format(value=f"{getattr(decision, name):g}{number.suffix()}") if decision else "\N{EN DASH}"
            number.setSpecialValueText(number.prefix() + own)
            number.updateGeometry()  # Qt forgets to, and the text would be cut off
            self._offer(number, tool_tip, "" if decision else why_not)
        self.threshold_label.setEnabled(decision is not None)


def _why_not_together(one: ModelCard, other: ModelCard) -> str:
    try:
        join_cards([one, other])
    except ModelCardError as error:
        return str(error)
    return ""
