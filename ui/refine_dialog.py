"""Options for accuracy and output: several networks, augmentation, confidence and a valid mask."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QCheckBox, QDialog, QWidget

from ..core.cards.card import ModelCard, load_cards
from ..core.cards.choice import AUTO, AUTOMATIC, JOINT, default_cards, join_cards
from ..core.classes import CLASSES, INVALID_CLASSES, SHADOW, SURFACES, USUAL_INVALID, named_for
from ..core.errors import CancelledError, CloudS2MaskError, ModelCardError, SettingError
from ..core.masks.usable import ClearRule
from ..core.settings import CLEAR_BUFFER, CLEAR_MIN_SIZE, OPTIONS
from .guide_window import open_on_f1
from .map_choice import MapChoice
from .shared.background import Worker, is_interrupted
from .shared.model_texts import sorted_cards
from .shared.rich_text import literal
from .widgets import explain

if TYPE_CHECKING:
    from ..core.product.product import Product
    from ..core.stac.opening import Listed

_SWITCHES = ("ensemble", "parallax", "confidence", "valid_mask", *(f"without_{key}" for key in INVALID_CLASSES))
_OF_MODEL = ("threshold", "average_px", "dilate_px", "shadow_dilate_px", "snow_dilate_px")
"""Numbers that the card of a model sets unless the user does."""
_MAPS = ("elevation", "water_map")
_SHADOW = CLASSES[SHADOW].key
_NUMBERS = ("tta_depth", "shadow_share", "valid_buffer", "valid_min", *_OF_MODEL)


class RefineDialog(QDialog):
    """A window of options, laid out by `refine_dialog.ui`."""

    changed = pyqtSignal()
    """Emitted when an option has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._add_class_boxes()
        self._add_maps()
        self._set_limits()
        self.offer_models()
        for name in _SWITCHES:
            getattr(self, name).toggled.connect(self._update)
        for name in _NUMBERS:
            getattr(self, name).valueChanged.connect(self._update)
        for name in _MAPS:
            getattr(self, name).changed.connect(self._update)
        self.with_model.currentIndexChanged.connect(self._update)
        self.reset.clicked.connect(self._reset)
        self.close_button.clicked.connect(self.close)
        self._model = AUTO
        self._checker = Worker(self)
        self._products: tuple[Product, ...] = ()
        """The listed products, of each tile one, on which maps are tried."""
        self._tried: object = None
        """The maps and products that were checked last, or are being checked."""
        self.map_problem = ""
        """The reason why a map cannot be used for any product; empty if it can, or while that is being checked."""
        self._plain = self.values()
        open_on_f1(self)

    def _add_class_boxes(self) -> None:
        """Add a box for each class that the valid mask may exclude, beside the switch of the valid mask."""
        before: QWidget = self.valid_mask
        for position, key in enumerate(INVALID_CLASSES, start=1):
            box = QCheckBox(self)
            box.setObjectName(f"without_{key}")
            box.setChecked(key in USUAL_INVALID)
            box.setWhatsThis(self.tr("Pixels of this class are 0 in the valid mask."))
            self.valid_row.insertWidget(position, box)
            self.setTabOrder(before, box)
            setattr(self, box.objectName(), box)
            before = box

    def _add_maps(self) -> None:
        """Add the choices of maps, and take their explanations from the places that the layout keeps for them."""
        size = self.fontMetrics().height()
        self.maps_icon.setPixmap(QgsApplication.getThemeIcon("/mIconWarning.svg").pixmap(size, size))
        for name in _MAPS:
            place, label = getattr(self, f"{name}_place"), getattr(self, f"{name}_label")
            choice = MapChoice(label.text().replace("&", ""), self)
            choice.setWhatsThis(label.whatsThis())
            choice.setObjectName(name)
            place.addWidget(choice)
            label.setBuddy(choice)
            setattr(self, name, choice)

    def _set_limits(self) -> None:
        """Set the limits of the widgets; the minimum of those with a value of the model means that value."""
        self.tta_depth.setMaximum(OPTIONS["tta_max_depth"].high)
        self._own_shadow_percent = 0
        self.shadow_share.stepBy = self._step_shadow_share
        # The limits of probabilities are exclusive.
        self.shadow_share.setMaximum(round(100 * OPTIONS["shadow_share"].high) - 1)
        self.threshold.setMaximum(OPTIONS["threshold"].high - 10 ** -self.threshold.decimals())
        for name in _OF_MODEL[1:]:
            getattr(self, name).setMaximum(OPTIONS[name].high)
        self.valid_buffer.setMaximum(CLEAR_BUFFER.high)
        self.valid_min.setMaximum(CLEAR_MIN_SIZE.high)

    def changes(self) -> int:
        """Count the options that differ from those of the plain mask."""
        values = self.values()
        names = ["with_model", "tta_depth", "ensemble", "shadow_share", "parallax", "confidence", "valid_mask"]
        names += [*_OF_MODEL, *_MAPS]
        return sum(self._has_effect(getattr(self, name)) and values[name] != self._plain[name] for name in names)

    def _reset(self) -> None:
        self._set(self._plain)

    def model_chosen(self, model: str) -> None:
        """Follow the chosen model, which can be averaged only with models of the same classes."""
        self._model = model
        cards = load_cards()
        chosen = cards.get(model)
        for index in range(1, self.with_model.count()):
            card = cards.get(self.with_model.itemData(index))
            why_not = _why_not_together(chosen, card) if chosen and card else ""
            fits = bool(chosen and card and not why_not)
            self.with_model.model().item(index).setEnabled(fits)
            self.with_model.setItemData(index, literal(why_not), Qt.ItemDataRole.ToolTipRole)
            if not fits and self.with_model.currentIndex() == index:
                self.with_model.setCurrentIndex(0)
        self._update()

    def offer_models(self, ready: Collection[str] = ()) -> None:
        """Offer all models, those that are ready first, keeping the selected one if it still exists."""
        chosen = self.with_model.currentData()
        self.with_model.clear()
        self.with_model.addItem(self.tr("No other model"), "")
        for card in sorted_cards(ready):
            self.with_model.addItem(card.named, card.id)
        self.with_model.setCurrentIndex(max(0, self.with_model.findData(chosen)))

    def model(self) -> str:
        """Return the id of the chosen model, or ids joined by `+`."""
        other = self.with_model.currentData()
        return JOINT.join([self._model, other]) if other else self._model

    def card(self) -> ModelCard | None:
        """Return the chosen model, or the models joined; None if they depend on the product."""
        known = load_cards()
        cards = [known[model] for model in self.model().split(JOINT) if model in known]
        if not cards:
            return None
        try:
            return join_cards(cards)
        except ModelCardError:  # the stored second model does not fit this first one
            return cards[0]

    def ensembling(self) -> bool:
        """Return True if all networks of the model are used."""
        return bool(self._has_effect(self.ensemble) and self.ensemble.isChecked())

    def fields(self) -> dict[str, Any]:
        """Return these options as fields of the settings.

        Raises:
            SettingError: no class is chosen for the valid mask, or the layer of a map is no file.
        """
        return {
            "model": self.model(),
            "model_ensembling": self.ensembling(),
            "tta_max_depth": self.tta_depth.value() if self._has_effect(self.tta_depth) else 0,
            "shadow_share": self._shadow_share(),
            **self._model_fields(),
            "export_confidence": self.confidence.isChecked(),
            "valid_mask": self._rule() if self.valid_mask.isChecked() else None,
        }

    def restore(self, stored: QgsSettings) -> None:
        """Restore the options of the last session."""
        self._set({name: stored.value(name, value, type=type(value)) for name, value in self._plain.items()})

    def values(self) -> dict[str, Any]:
        """Return the options as `restore` reads them."""
        values: dict[str, Any] = {name: getattr(self, name).isChecked() for name in _SWITCHES}
        values |= {name: getattr(self, name).value() for name in _NUMBERS}
        values |= {name: getattr(self, name).file() for name in _MAPS}
        return {**values, "with_model": self.with_model.currentData()}

    def _has_effect(self, option: QWidget) -> bool:
        """Return True if an option has an effect, also while a run disables all of them."""
        return bool(option.isEnabledTo(self))

    def _set(self, values: Mapping[str, Any]) -> None:
        for name in _SWITCHES:
            getattr(self, name).setChecked(values[name])
        for name in _NUMBERS:
            getattr(self, name).setValue(values[name])
        for name in _MAPS:
            getattr(self, name).set_file(values[name])
        self.with_model.setCurrentIndex(max(0, self.with_model.findData(values["with_model"])))
        self.model_chosen(self._model)

    def _step_shadow_share(self, steps: int) -> None:
        """Step from the model's own share, which is shown at the minimum, instead of from 0."""
        percent = self.shadow_share
        at_own = percent.value() == percent.minimum()
        start = self._own_shadow_percent if at_own else percent.value()
        percent.setValue(max(0, start + steps * percent.singleStep()))

    def _shadow_share(self) -> float | None:
        """Return the probability from which a pixel may be shadow, if it was changed and the model finds shadow."""
        percent = self.shadow_share
        own = not self._has_effect(percent) or percent.value() == percent.minimum()
        return None if own else percent.value() / 100

    def _model_fields(self) -> dict[str, Any]:
        """Return the options that only some models have: those that were changed, if the model has them."""
        numbers = {name: getattr(self, name) for name in _OF_MODEL}
        changed = {name for name, n in numbers.items() if self._has_effect(n) and n.value() != n.minimum()}
        return {
            **{name: number.value() if name in changed else None for name, number in numbers.items()},
            **self._maps(),
            "parallax": not self._has_effect(self.parallax) or self.parallax.isChecked(),
        }

    def _maps(self) -> dict[str, Path | None]:
        """Return the files of the maps that the model uses.

        Raises:
            SettingError: a layer is no file of its own.
        """
        return {name: one.path() if self._has_effect(one := getattr(self, name)) else None for name in _MAPS}

    def set_products(self, scenes: Sequence[Listed]) -> None:
        """Try the maps on the products among these scenes, of each tile on one."""
        products: list[Product] = []
        if scenes:  # else rasterio may be missing
            from ..core.product.product import Product

            products = [one for one in scenes if isinstance(one, Product)]
        first: dict[str, Product] = {}
        for one in products:
            first.setdefault(one.acquisition.tile or one.acquisition.name, one)
        self._products = tuple(first.values())
        self._check_maps()

    def check_maps_again(self) -> None:
        """Check the maps that are chosen already, whose files may have been changed."""
        self._tried = None
        self._check_maps()

    def showEvent(self, event: QShowEvent) -> None:
        """Check the maps again, because the user may have repaired one that was refused."""
        super().showEvent(event)
        self.check_maps_again()

    def shut_down(self) -> None:
        """Stop the background work before the plugin or QGIS closes."""
        self._checker.close()

    def _check_maps(self) -> None:
        """Check the maps in the background if they or the products have changed."""
        try:
            maps = self._maps()
        except SettingError as error:
            self._tried = None
            self._show_check(None, str(error), [])
            return
        tried = maps, self._products
        if tried == self._tried:
            return
        self._tried = tried
        self._show_check(tried, "", [])
        if any(maps.values()):
            check = partial(_checked, *tried, partial(self._go_on, tried))
            self._checker.call(check, lambda found: self._show_check(tried, *found))

    def _go_on(self, tried: object) -> None:
        """Stop a check, in its thread, if others were chosen meanwhile or the window closes.

        Raises:
            CancelledError: in these cases.
        """
        if tried is not self._tried or is_interrupted():
            raise CancelledError("The task was cancelled.")

    def _show_check(self, tried: object, problem: str, warnings: Sequence[str]) -> None:
        """Show why a map cannot be used, or what to know before it is, unless others were chosen meanwhile."""
        if tried is not self._tried:
            return
        text = problem or "\n".join(warnings)
        self.maps_note.setText(text)
        for widget in (self.maps_note, self.maps_icon):
            widget.setVisible(bool(text))
        if problem != self.map_problem:
            self.map_problem = problem
            self.changed.emit()

    def _rule(self) -> ClearRule:
        boxes = {key: getattr(self, f"without_{key}") for key in INVALID_CLASSES}
        invalid = tuple(key for key, box in boxes.items() if self._has_effect(box) and box.isChecked())
        if not invalid:
            text = self.tr("{window}: choose at least one class to exclude from the valid mask.")
            raise SettingError(text.format(window=self.windowTitle()))
        return ClearRule(invalid, self.valid_buffer.value(), self.valid_min.value())

    def _update(self, *_values: object) -> None:
        """Enable the options that have an effect, and explain the others."""
        card = self.card()
        cards = default_cards() if card is None else list(card.members or (card,))
        alone = (
            self._model in AUTOMATIC,
            self.tr("Choose a model in the main window first; the networks of the automatic one are fixed"),
        )
        rules = any(card.rules for card in cards)
        explain(
            self.with_model,
            self.tr("Average the probabilities with those of a second model"),
            alone,
            (rules, self.tr("The model consists of rules, without probabilities to average")),
        )
        several = any(card.networks != card.networks_in_use(ensembling=False) for card in cards)
        explain(
            self.ensemble,
            self.tr("Run all networks of the model and average them"),
            (not several, self.tr("The model has no further networks")),
        )
        by_pixel = self.tr("The model classifies each pixel on its own, so turned patches give the same result")
        explain(
            self.tta_depth,
            self.tr("Predict doubtful patches again, turned and mirrored, up to this many times"),
            (any(card.context == "pixel" for card in cards), by_pixel),
            (rules, self.tr("The model consists of rules, without patches to turn")),
        )
        self._update_shadow(card or cards[0])
        self._update_of_model()
        self._update_valid_mask({key for card in cards for key in card.classes})
        plain = self.values() == self._plain and all(getattr(self, name).is_empty() for name in _MAPS)
        unchanged = (plain, self.tr("All options have their defaults"))
        explain(self.reset, self.tr("Set all options of this window back to their defaults"), unchanged)
        self._check_maps()
        self.changed.emit()

    def _update_valid_mask(self, classes: Collection[str]) -> None:
        """Name the classes as in the model's legend, and enable those that it has; hide snow and water otherwise."""
        unwritten = (not self.valid_mask.isChecked(), self.tr("Tick 'Write valid mask' first"))
        for mask_class in named_for(classes, (c for c in CLASSES if c.key in INVALID_CLASSES)):
            box = getattr(self, f"without_{mask_class.key}")
            box.setText(mask_class.name())
            box.setVisible(mask_class.key in classes or mask_class not in SURFACES)
            unknown = (mask_class.key not in classes, self.tr("The model does not have this class"))
            explain(box, self.tr("Pixels of this class are not usable"), unwritten, unknown)
        for name, tool_tip in (
            ("valid_buffer", self.tr("Grow clouds and shadows by this distance in the valid mask")),
            ("valid_min", self.tr("Ignore smaller clouds and shadows in the valid mask")),
        ):
            explain(getattr(self, name), tool_tip, unwritten)
            getattr(self, f"{name}_label").setEnabled(not unwritten[0])

    def _update_shadow(self, card: ModelCard) -> None:
        """Enable the least probability of shadow if the model finds shadow, and show the model's own."""
        finds, own = _SHADOW in card.classes and not card.rules, "\N{EN DASH}"
        if finds:
            self._own_shadow_percent = round(100 * card.least_share.get(_SHADOW, 0))
            value = f"{self._own_shadow_percent}{self.shadow_share.suffix()}"
            own = self.tr("{value} (the model's)").format(value=value)
        self.shadow_share.setSpecialValueText(own)
        self.shadow_share.updateGeometry()
        explain(
            self.shadow_share,
            self.tr("Pixels with a lower probability of shadow get the likeliest of the other classes"),
            (card.rules is not None, self.tr("The model finds shadow by rules, without a probability")),
            (not finds, self.tr("The model does not find shadow")),
        )
        self.shadow_share_label.setEnabled(finds)

    def _update_of_model(self) -> None:
        """Enable the options that the model has, show its own numbers, and hide those of rules from networks."""
        card = load_cards().get(self._model)
        of_card = (card.rules or card.decision) if card else None
        options = card.options if card else ()
        above = self.tr("Pixels with a higher cloud probability are cloud")
        above_land = self.tr("Pixels are cloud if their probability is above that of clear land by more than this")
        tool_tips = {
            "threshold": above_land if "parallax" in options else above,
            "average_px": self.tr("Radius of the disc over which the cloud probability is averaged first"),
            "dilate_px": self.tr("Radius of the disc by which cloud is dilated afterwards"),
            "shadow_dilate_px": self.tr("Radius of the disc by which shadow is dilated"),
            "snow_dilate_px": self.tr("Radius of the disc by which snow is dilated"),
            "parallax": self.tr("Leave out clouds that do not move between the bands, as roofs and beaches"),
            "elevation": self.tr("Slopes and shaded hillsides are then neither water nor cloud shadow"),
            "water_map": self.tr("Pixels of this map are water, unless they are cloud, shadow or snow"),
        }
        why_not = self.tr("Only for models with a threshold, such as s2cloudless; others choose the most likely class")
        no_average = self.tr("The rules of the model do not average")
        of_model = self.tr("{value} (the model's)")
        for name, tool_tip in tool_tips.items():
            widget = getattr(self, name)
            explain(widget, tool_tip, (of_card is None, why_not), (name not in options, no_average))
            if name in _OF_MODEL:
                own = "\N{EN DASH}"
                if name in options:
                    value = widget.locale().toString(float(getattr(of_card, name)), "g", 6)
                    own = of_model.format(value=value + widget.suffix())
                widget.setSpecialValueText(widget.prefix() + own)
                widget.updateGeometry()  # Qt does not, and would cut off the text
        self.threshold_label.setEnabled(of_card is not None)
        self.rules_group.setVisible("parallax" in options)


def _checked(
    maps: Mapping[str, Path | None], products: Sequence[Product], proceed: Callable[[], None]
) -> tuple[str, list[str]]:
    """Check maps for products, and return the reason why one cannot be used, and warnings."""
    try:
        # Imported here: rasterio may be missing, which the main window tells.
        from ..core.fmask.maps import check_maps

        return "", check_maps(maps["elevation"], maps["water_map"], products, proceed)
    except CloudS2MaskError as error:
        return str(error), []
    except ImportError:
        return "", []


def _why_not_together(one: ModelCard, other: ModelCard) -> str:
    try:
        join_cards([one, other])
    except ModelCardError as error:
        return str(error)
    return ""
