"""Describe models in a few words, for the windows and the toolbox."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Literal, get_args

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ...core.cards.card import ModelCard, load_cards
from ...core.cards.choice import AUTO, default_cards, pixels_of
from ...core.classes import SURFACES
from ...core.language import translated
from ...core.networks.published import WEIGHTS_SUFFIXES

if TYPE_CHECKING:
    from ...core.networks.store import StateName

translate = QCoreApplication.translate

_FEW = 10
"""Megabytes below which a decimal is shown."""
RECOMMENDED = "omnicloudmask"
"""Id of the published model that the windows offer beside the default ones."""


Kind = Literal["packaged", "published", "built_in", "imported"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""The origins of models, in the order of the windows."""


def kind_of(card: ModelCard) -> Kind:
    """Return the origin of a model: a package, rules of the plugin, the authors' page, or the user."""
    if card.folder is not None:
        return "imported"
    if card.rules is not None:
        return "built_in"
    return "published" if card.publication else "packaged"


def sorted_cards(ready: Collection[str] = ()) -> list[ModelCard]:
    """Return all models in the order of lists: the ready ones, the recommended one, then the others, each by origin.

    Args:
        ready: Ids of the models that are ready to run; empty if that is not known.

    Raises:
        ModelCardError: a built-in card cannot be used.
    """

    def place(card: ModelCard) -> tuple[bool, bool, int]:
        return card.id not in ready, card.id != RECOMMENDED, KINDS.index(kind_of(card))

    return sorted(load_cards().values(), key=place)


def state_text(state: StateName) -> str:
    """Name the state of a model."""
    texts = {
        "ready": translate("ModelTexts", "ready"),
        "missing": translate("ModelTexts", "not downloaded"),
        "damaged": translate("ModelTexts", "damaged"),
    }
    return texts[state]


def title_with_state(card: ModelCard, state: StateName | None) -> str:
    """Return the title of a model for a list, with its state unless it is ready or unknown."""
    if card.rules:
        return translate("ModelTexts", "{title}, rules without a network").format(title=card.named)
    if state is None or state == "ready":
        return card.named
    return f"{card.named} ({state_text(state)})"


def classes_text(card: ModelCard) -> str:
    """Name the classes that a model distinguishes from clear; cloud is thick cloud only beside thin cloud."""
    surfaces = [translated(c.within) for c in SURFACES if c.key in card.classes]
    return ", ".join([_covers_text(card), *surfaces])


def _covers_text(card: ModelCard) -> str:
    if "thin_cloud" in card.classes:
        if "shadow" in card.classes:
            return translate("ModelTexts", "cloud, thin cloud, shadow")
        return translate("ModelTexts", "cloud, thin cloud")
    return translate("ModelTexts", "cloud, shadow") if "shadow" in card.classes else translate("ModelTexts", "cloud")


def licence_name(card: ModelCard) -> str:
    """Return the short name of a model's licence."""
    return card.licence.partition(":")[0]


def licence_text(card: ModelCard) -> str:
    """Return the licence of a model, and say if it forbids commercial use."""
    if card.publication is None or not card.publication.consent:
        return card.licence
    return translate("ModelTexts", "{licence}, not for commercial use").format(licence=licence_name(card))


def facts(card: ModelCard) -> str:
    """Describe a model in a line: classes, levels, pixel sizes and licence."""
    return translate("ModelTexts", "Finds {classes}. {levels}, {pixels}. {licence}").format(
        classes=classes_text(card), levels=" + ".join(card.levels), pixels=pixels_of(card), licence=licence_text(card)
    )


def automatic_title(model: str) -> str:
    """Return the title of `auto` or `auto-fast`, which names the package of its networks."""
    if model == AUTO:
        text = translate("ModelTexts", "Automatic ({package})")
    else:
        text = translate("ModelTexts", "Automatic, fast ({package})")
    return text.format(package=default_package())


def automatic_facts(model: str) -> str:
    """Describe `auto` or `auto-fast`, whose networks never depend on the models that are installed."""
    if model == AUTO:
        networks = translate("ModelTexts", "from 20 m the mean of its networks of 6 and of 4 bands; below, 4 bands")
    else:
        networks = translate("ModelTexts", "from 20 m 6 bands alone, faster and less accurate; below, 4 bands")
    card = default_cards()[0]
    return translate("ModelTexts", "Always {package}: {networks}. Finds {classes}. {licence}").format(
        package=default_package(), networks=networks, classes=classes_text(card), licence=licence_name(card)
    )


def default_package() -> str:
    """Return the name of the package with the networks of the automatic choice."""
    source = default_cards()[0].source
    return source.package if source else ""


def import_filter() -> str:
    """Return the filter of file dialogs for everything that can be imported as a model."""
    patterns = " ".join(f"*{suffix}" for suffix in (".json", ".onnx", *WEIGHTS_SUFFIXES))
    return translate("ModelTexts", "Model cards, networks and weights ({patterns})").format(patterns=patterns)


def size_text(size: float) -> str:
    """Return bytes as megabytes, with a decimal below 10."""
    megabytes = size / 1e6
    language = QLocale(QgsApplication.locale())  # that of the sentence around it, not that of the system
    return translate("ModelTexts", "{size} MB").format(size=language.toString(megabytes, "f", int(megabytes < _FEW)))
