"""The networks of a run, loaded on first use."""

from __future__ import annotations

from ..cards.card import ModelCard
from ..fmask.model import Fmask
from ..inference.loading import Network
from ..inference.predict import Ensemble, Member, PixelMember
from ..inference.recipe import Recipe
from ..inference.schedule import Schedule
from ..inference.session import Session
from ..networks.store import locate_half, locate_network
from ..product.product import Product
from ..runtime.devices import CPU
from ..runtime.package import check_device
from ..settings import MaskSettings
from .scene import Model, Scene


class Predictors:
    """The networks that a run has loaded; a later run with the same options may go on with them, one run at a time."""

    def __init__(self, settings: MaskSettings) -> None:
        """Take the options; no network is loaded yet."""
        self._settings = settings
        self._schedule = Schedule.of(settings.processing_threads, settings.lanes, settings.strips_ahead)
        self._members: dict[str, Member] = {}

    def of(self, scene: Scene) -> Model:
        """Load the networks of a scene's card on first use, and warm them up, while its first strip is decoded."""
        card = scene.card
        if card.rules and isinstance(scene.source, Product):
            return Fmask(card.bands, card.classes, card.rules, scene.source)
        members = [self._member(one) for one in card.members or (card,)]
        predictor = Ensemble(card, members) if card.members else members[0]
        predictor.warm_up(scene.plan)
        return predictor

    def close(self) -> None:
        """Give back the memory that is kept for the next patch."""
        for member in self._members.values():
            member.free_memory()

    def _member(self, card: ModelCard) -> Member:
        settings = self._settings
        if card.id not in self._members:
            lanes = self._schedule.lanes_for((settings.patch_size or card.patch_size) ** 2)
            device = settings.device
            if card.context == "pixel":  # decision trees run on the CPU on every device
                check_device(device)
                device = CPU.name
            recipe = Recipe.of(card)
            sessions = [
                Session(
                    Network(locate_network(card, network), locate_half(card, network), recipe),
                    device,
                    lanes,
                    settings.batch_size,
                )
                for network in card.networks_in_use(ensembling=settings.model_ensembling)
            ]
            kind = PixelMember if card.context == "pixel" else Member
            self._members[card.id] = kind(card, sessions, settings.tta_max_depth)
        return self._members[card.id]
