"""Mask a scene with several models, one after the other, each in a process of its own, and take time and memory."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..cards.card import MODEL_OPTIONS, ModelCard, load_cards, models_dir
from ..cards.choice import AUTO, choose_card
from ..cards.stored import is_stored
from ..errors import CloudS2MaskError, InstallationError
from ..files import check_output_folder
from ..install.fetch import find_interpreter
from ..language import translated
from ..masks.mask_file import WrittenMask
from ..masks.result import MaskResult
from ..networks.store import locate
from ..pipeline.checks import card_for, check_rules_are_among
from ..product.source import Source
from ..settings import OPTIONS, MaskSettings
from ..stac.opening import open_source
from .launching import Command, Ended, Host, Launch
from .messages import Answer, Request

_PLUGIN = Path(__file__).parents[2]
_CHILD = f"{_PLUGIN.name}.core.systems.child"


@dataclass(frozen=True)
class SystemRun:
    """The run of one model: a mask or an error."""

    model: str
    """Id of the card that was used, or the model that was asked for if there is no such card."""
    card: ModelCard | None = None
    result: MaskResult | None = None
    error: CloudS2MaskError | None = None
    seconds: float | None = None
    """From the start of its process to the end."""
    peak_bytes: int | None = None
    """The most memory that its process has held at a time."""

    @property
    def title(self) -> str:
        """Title of the model in the user's language."""
        return self.card.named if self.card else self.model


def usual_models(source: Source, settings: MaskSettings) -> list[str]:
    """Choose the models to compare on a product if the user chooses none.

    These are the automatic choice and all others that can be used here, without the networks whose mean the automatic
    choice is, which differ little from it, unless there is no other.

    Args:
        source: The product.
        settings: The options for all models; their model does not count.
    """
    automatic = choose_card(source.acquisition.level, settings.processing_res, AUTO, source.expected_bands)
    members = [card.id for card in automatic.members]
    plain = MaskSettings(settings.job, settings.processing_res)  # options that only some have exclude no model
    others = [model for model in load_cards() if model not in {*members, automatic.id}]
    others = [model for model in others if _planned(source, replace(plain, model=model)).error is None]
    return [AUTO, *(others or members)]


def run_systems(
    settings: MaskSettings, models: Sequence[str], host: Host, progress: Callable[[float, SystemRun], None]
) -> list[SystemRun]:
    """Mask a product with several models, one at a time, so that their times can be compared.

    A model that cannot be used, or fails, does not stop the others. Existing masks are replaced: one that is reused
    would take no time.

    Args:
        settings: One product into a folder, and the options for all models; their model does not count, and options
            that only some models have are for those of rules.
        models: Models as in `MaskSettings.model`; those that stand for the same card run once.
        host: Starts the processes.
        progress: Called with the fraction done, 0 to 1, and the model that is running; may raise to cancel.

    Returns:
        A run for each model, in the order of `models`.

    Raises:
        ProductError: the product cannot be read.
        SettingError: see `check_rules_are_among`.
        OutputError: the output folder cannot be used.
        InstallationError: the interpreter of QGIS was not found.
    """
    source = open_source(settings.paths[0])
    check_rules_are_among(models, settings)
    check_output_folder(settings.job.folder)
    planned = [_planned(source, _for_model(settings, model)) for model in models]
    runs = list({run.model: run for run in planned}.values())
    for index, run in enumerate(runs):
        if run.error is None:
            request = Request(_for_model(settings, run.model), host.packages)
            runs[index] = _run(run, request, host.launch, _Progress(progress, run, index, len(runs)))
    return runs


def _for_model(settings: MaskSettings, model: str) -> MaskSettings:
    """Return the settings of one model: the options of rules do not fit networks, and mean something else for trees."""
    card = load_cards().get(model)
    own = {} if card and card.rules else {name: OPTIONS[name].default for name in MODEL_OPTIONS}
    return replace(settings, model=model, overwrite=True, **own)


def _planned(source: Source, settings: MaskSettings) -> SystemRun:
    """Return the run of a model before its start: with an error if it cannot be used."""
    card = load_cards().get(settings.model)
    try:
        card = card_for(source, settings)
        for band in card.bands:
            source.image(band)
        for one in card.members or (card,):
            if not is_stored(one):
                locate(one)
    except CloudS2MaskError as error:
        return SystemRun(card.id if card else settings.model, card, error=error)
    return SystemRun(card.id, card)


class _Progress:
    """The progress of all models, from the lines that the process of one of them prints."""

    def __init__(self, report: Callable[[float, SystemRun], None], run: SystemRun, index: int, count: int) -> None:
        self._report, self._run, self._index, self._count = report, run, index, count
        self._fraction = 0.0
        self._begun = ""

    def __call__(self, printed: str) -> None:
        """Read the last fraction of whole lines, if there is one, and report it; a line may come in parts."""
        *lines, self._begun = (self._begun + printed).split("\n")
        for line in lines:
            with suppress(ValueError):  # not of the run
                self._fraction = float(line)
        self._report((self._index + self._fraction) / self._count, self._run)


def _run(run: SystemRun, request: Request, launch: Launch, progress: _Progress) -> SystemRun:
    """Run the process of a model, and read its answer."""
    progress("")
    with TemporaryDirectory() as name:
        folder = Path(name)
        asked, answered = folder / "request.json", folder / "answer.json"
        asked.write_text(request.packed(), encoding="utf-8")
        started = time.monotonic()
        words = [str(_interpreter()), "-m", _CHILD, str(asked), str(answered)]
        try:
            ended = launch(Command(words, _environment(request.packages), folder), progress)
        except OSError as error:
            return replace(run, error=_not_started(run, error))
        run = replace(run, seconds=time.monotonic() - started)
        if ended.status or not answered.exists():
            return replace(run, error=_died(run, ended))
        answer = Answer.unpacked(answered.read_text(encoding="utf-8"))
    run = replace(run, error=answer.error, peak_bytes=answer.peak_bytes)
    written = WrittenMask.read(answer.mask) if answer.mask else None
    if written is None:
        return run if run.error else replace(run, error=_died(run, ended))
    return replace(run, result=written.result())


def _not_started(run: SystemRun, error: OSError) -> CloudS2MaskError:
    return CloudS2MaskError(
        "The process of {model} could not be started ({reason}). Restart QGIS, and try again.",
        model=run.title,
        reason=error.strerror or error,
    )


def _died(run: SystemRun, ended: Ended) -> CloudS2MaskError:
    """Return the error for a process that has ended without an answer: it was killed, or failed unexpectedly."""
    lines = ended.errors.split("\n")
    said = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return CloudS2MaskError(
        "The process of {model} ended with status {status} before the mask was complete ({reason}). Close other "
        "programs if memory is short, and try again.",
        model=run.title,
        status=ended.status,
        reason=said or translated("it said nothing"),
    )


def _interpreter() -> Path:
    """Return the interpreter of this process, which may be QGIS itself.

    Raises:
        InstallationError: it was not found.
    """
    found = find_interpreter(sys.executable, sys.exec_prefix, sys.platform, sys.version_info[:2])
    if found is None:
        raise InstallationError(
            "The Python interpreter of QGIS was not found in {exec_prefix} or beside {executable}, so that models "
            "cannot run in processes of their own. Mask the product with one model after the other.",
            exec_prefix=sys.exec_prefix,
            executable=sys.executable,
        )
    return found


def _environment(packages: Path | None) -> dict[str, str]:
    """Return the variables of a process that imports what this one imports."""
    places = [place for place in sys.path if place and place != str(packages)]
    return {
        "PYTHONPATH": os.pathsep.join([str(_PLUGIN.parent), *places]),
        "PYTHONSAFEPATH": "1",
        "PYTHONIOENCODING": "utf-8",
        "CLOUD_S2_MASK_MODELS": str(models_dir().absolute()),
    }
