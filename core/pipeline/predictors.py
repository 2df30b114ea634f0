"""The models of a run; networks are loaded on first use."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor

from ..cards.card import ModelCard
from ..fmask.model import Fmask
from ..inference.loading import Network
from ..inference.predict import Ensemble, Member, PixelMember
from ..inference.recipe import Recipe
from ..inference.schedule import Schedule
from ..inference.session import Session
from ..networks.store import locate_half, locate_network
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
        self._loader = ThreadPoolExecutor(1)
        self._members: dict[str, Future[Member]] = {}
        self._lock = threading.Lock()

    def expect(self, card: ModelCard) -> None:
        """Begin to load the networks of a card, in another thread, while a scene of it is prepared.

        Raises:
            RuntimeError: the system starts no thread.
        """
        for one in () if card.rules else card.members or (card,):
            self._loading(one)

    def of(self, scene: Scene) -> Model:
        """Return the model of a scene's card, and warm up its networks, while its first strip is decoded.

        Raises:
            CloudS2MaskError: a network is missing or damaged, or cannot be loaded.
        """
        card = scene.card
        if card.rules:
            return Fmask(card.bands, card.classes, card.rules)
        members = [self._loading(one).result() for one in card.members or (card,)]
        predictor = Ensemble(card, members) if card.members else members[0]
        predictor.warm_up(scene.plan)
        return predictor

    def close(self) -> None:
        """Give back the memory that is kept for the next patch."""
        self._loader.shutdown(cancel_futures=True)
        for member in self._members.values():
            if not member.cancelled() and member.exception() is None:
                member.result().free_memory()

    def _loading(self, card: ModelCard) -> Future[Member]:
        """Return the networks of a card while they are loaded; if that has failed, it is tried again."""
        with self._lock:
            known = self._members.get(card.id)
            if known is None or (known.done() and known.exception()):
                self._members[card.id] = known = self._loader.submit(self._load, card)
            return known

    def _load(self, card: ModelCard) -> Member:
        settings = self._settings
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
        return kind(card, sessions, settings.tta_max_depth)
