"""Masking of many scenes: while one is inferred, the next is decoded and the last one is written."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ..addresses.location import Address, Location
from ..cards.card import ModelCard
from ..decoding.band_file import file_stamp
from ..errors import CancelledError, CloudS2MaskError, OutputError, UnreadableBandError
from ..files import check_output_folder
from ..inference.schedule import Schedule
from ..masks.confidence import Confidence
from ..masks.result import MaskResult, SceneOutcome
from ..memory import memory_error
from ..product.acquisition import Acquisition
from ..product.product import Product
from ..product.source import Source
from ..product.strips import PendingStrip, Strip
from ..settings import MaskSettings
from ..stac.opening import open_source
from ..verification.checksums import explained, verify
from ..workers import Workers, is_thread_refused
from .checks import card_for, source_for
from .output import FinishedMask, MaskOutput, RunDetails
from .predictors import Predictors
from .progress import Listener, Phase, Step
from .read_ahead import read_ahead
from .scene import Scene, mask_scene, no_data_warning, prepare_scene

logger = logging.getLogger(__name__)

WRITING_FROM = 0.97
"""Progress of a scene when its mask is complete in memory."""

Result = TypeVar("Result")


def run_batch(
    settings: MaskSettings,
    listener: Listener | None = None,
    opened: Source | None = None,
    predictors: Predictors | None = None,
    taken: Mapping[Path, Acquisition] = MappingProxyType({}),
) -> list[SceneOutcome]:
    """Mask all scenes; a failed scene does not stop the others.

    Args:
        settings: The scenes and the options.
        listener: Receives the progress of the run, and may cancel it.
        opened: The only source of the settings, if it is open already.
        predictors: Networks of an earlier run with the same options, to go on with; they stay loaded.
        taken: Masks that other parts of the run have written, and their scenes: none is replaced by another scene's.

    Returns:
        The outcomes in the order of `sources`.

    Raises:
        OutputError: the output folder cannot be used.
        CancelledError: the listener cancelled the run; finished masks stay.
        CloudS2MaskError: the system starts no thread to read or to write.
    """
    check_output_folder(settings.job.folder)
    try:
        with closing(Predictors(settings)) as own:
            run = _Run(settings, listener or Listener(), opened, predictors or own)
            run.owners.update(taken)
            return run.run()
    except RuntimeError as error:
        if is_thread_refused(error):
            raise _thread_refused(settings.paths[0]) from error
        raise


@dataclass(eq=False)
class _Turn:
    """The turn of a scene, with the result of the reader: an existing mask, or a scene to mask."""

    index: int
    existing: MaskResult | None = None
    scene: Scene | None = None
    error: Exception | None = None
    """The error that stopped the reading of the scene."""
    started: float = field(default_factory=time.monotonic)

    def seconds(self) -> float:
        return time.monotonic() - self.started


@dataclass(frozen=True)
class _Begun:
    """A part of a scene that the reader has begun."""

    turn: _Turn
    strip: PendingStrip | None = None
    """None for the start of a scene, whose turn comes before its first strip is decoded."""
    ahead: int = 0
    """Number of strips, up to this part, that may be begun and not finished."""
    ends: bool = False
    """True for the end of a scene, after its last strip."""

    def drop(self) -> None:
        """Give it up: wait until no thread decodes it, and close the files at the end of a scene."""
        if self.strip:
            self.strip.lines.drop()
        if self.ends and self.turn.scene:
            self.turn.scene.bands.close()


class _Run:
    """One call of `run_batch`: a reader thread, inference in the caller's thread, and a writer thread."""

    def __init__(
        self, settings: MaskSettings, listener: Listener, opened: Source | None, predictors: Predictors
    ) -> None:
        self._predictors = predictors
        self._settings = settings
        self._listener = listener
        self._outcomes: dict[int, SceneOutcome] = {}
        self._schedule = Schedule.of(settings.processing_threads, settings.lanes, settings.strips_ahead)
        self._sources = {} if opened is None else {0: opened}
        self.owners: dict[Path, Acquisition] = {}
        """Masks of this run, and their scenes."""
        self._fractions: dict[int, float] = {}
        self._lock = threading.Lock()

    def run(self) -> list[SceneOutcome]:
        writing: Future[None] | None = None
        with ThreadPoolExecutor(1) as writer, closing(read_ahead(self._read())) as reader:
            for turn, items in groupby(reader, key=itemgetter(0)):
                write = self._attempt(turn, partial(self._infer, turn, _strips(items)))
                if writing:
                    writing.result()  # so that at most one finished mask waits in memory
                writing = writer.submit(self._attempt, turn, write) if write else None
        self._stop_if_cancelled()
        return [self._outcomes[index] for index in range(len(self._settings.sources))]

    def _read(self) -> Iterator[tuple[_Turn, Strip | None]]:
        """Decode the strips of all scenes, one scene after the other, in the reader thread.

        Each scene yields at least one item, with or without a strip, so that its turn comes.
        """
        begun: deque[_Begun] = deque()
        workers = Workers(self._schedule.decoders)
        try:
            with closing(self._begin(workers)) as following:
                for one in following:
                    begun.append(one)
                    while begun and (begun[0].strip is None or sum(bool(part.strip) for part in begun) > one.ahead):
                        yield from self._finished(begun.popleft())
                while begun:
                    yield from self._finished(begun.popleft())
        finally:
            for one in begun:
                one.drop()
            workers.close()
            for one in begun:
                if one.turn.scene:
                    one.turn.scene.bands.close()

    def _begin(self, workers: Workers) -> Generator[_Begun, None, None]:
        """Begin to decode the strips of all scenes; the next scene is prepared meanwhile, in a thread of its own."""
        with closing(read_ahead(self._prepared(workers))) as turns:
            for turn in turns:
                turn.started = time.monotonic()
                scene = turn.scene
                if not scene or not scene.plan.rows:
                    yield _Begun(turn)
                    continue
                ahead = self._schedule.strips_ahead(scene.bands.strip_bytes(scene.plan))
                yield _Begun(turn, ahead=ahead)
                try:
                    for strip in scene.bands.begin(scene.plan, workers):
                        yield _Begun(turn, strip, ahead)
                        if self._has_failed(turn):
                            break
                except Exception as error:  # noqa: BLE001 - becomes the scene's outcome, see `_attempt`
                    turn.error = error
                    yield _Begun(turn)
                yield _Begun(turn, ahead=ahead, ends=True)

    def _prepared(self, workers: Workers) -> Iterator[_Turn]:
        """Prepare the scenes, one after the other."""
        for index in self._order():
            turn = _Turn(index)
            self._report(turn, 0.0, Phase(Step.OPENING))
            try:
                self._prepare(turn, workers)
            except Exception as error:  # noqa: BLE001 - becomes the scene's outcome, see `_attempt`
                turn.error = error
            yield turn

    def _finished(self, one: _Begun) -> Iterator[tuple[_Turn, Strip | None]]:
        """Finish what was begun first; the strips of a scene that has failed are dropped."""
        turn, strip = one.turn, None
        if one.ends or (one.strip and self._has_failed(turn)):
            one.drop()
            return
        if one.strip:
            try:
                strip = one.strip.finish()
            except Exception as error:  # noqa: BLE001 - becomes the scene's outcome, see `_attempt`
                turn.error = error
        yield turn, strip

    def _has_failed(self, turn: _Turn) -> bool:
        return turn.error is not None or turn.index in self._outcomes

    def _prepare(self, turn: _Turn, workers: Workers) -> None:
        """Find the existing mask of a scene, or prepare the scene; no strip is decoded."""
        settings, source = self._settings, self._source(turn.index)
        card = card_for(source, settings)
        source = source_for(source, card)
        output = MaskOutput(settings, source, card)
        first = self.owners.setdefault(output.mask_path, source.acquisition)
        if first != source.acquisition:  # neither may replace the other, nor be taken for it
            raise OutputError(
                "{path} would also be the mask of another scene of this run, with the same name. Mask {scene} into "
                "another output folder.",
                path=output.mask_path,
                scene=self._path(turn),
            )
        turn.existing = output.existing()
        if turn.existing:
            output.add_valid_mask(turn.existing)
            return
        if settings.verify and isinstance(source, Product):
            verify(source, self._files(source, card), partial(self._verifying, turn))
        turn.scene = prepare_scene(source, card, settings, workers, lambda: self._predictors.expect(card))

    def _files(self, source: Source, card: ModelCard) -> list[str]:
        """Return the GDAL paths of the files that a model reads."""
        images = source.images_at(card.bands, card.network_resolution(self._settings.processing_res))
        return [image.path for image in images.values()]

    def _verifying(self, turn: _Turn, number: int, count: int) -> None:
        self._stop_if_cancelled()
        self._report(turn, 0.0, Phase(Step.VERIFYING, number, count))

    def _source(self, index: int) -> Source:
        """Open a source once per run."""
        if index not in self._sources:
            self._sources[index] = open_source(self._settings.sources[index], self._listener.is_cancelled)
        return self._sources[index]

    def _order(self) -> list[int]:
        """Order the scenes; with `optimise_scene_order`, scenes with the largest band files come first."""
        indices = list(range(len(self._settings.sources)))
        if self._settings.optimise_scene_order and len(indices) > 1:
            indices.sort(key=self._size, reverse=True)
        return indices

    def _size(self, index: int) -> int:
        """Measure one band or the archive in bytes; 0 if it cannot be opened, because the scene fails later.

        Products behind addresses have 0 as well: to be measured, each would have to be opened before the run.
        """
        path = self._settings.paths[index]
        if isinstance(path, Address):
            return 0
        try:
            if path.is_file() and path.suffix.lower() == ".zip":
                return path.stat().st_size
            return (file_stamp(self._source(index).image("B02").path) or (0, 0))[0]
        except (CloudS2MaskError, OSError):
            return 0

    def _infer(self, turn: _Turn, strips: Iterator[Strip]) -> Callable[[], None] | None:
        """Mask a scene, and return the function that writes it."""
        self._stop_if_cancelled()
        if turn.error:
            raise turn.error
        scene = turn.scene
        if scene is None:
            self._finish(turn, SceneOutcome(self._path(turn), result=turn.existing))
            return None
        model = self._predictors.of(scene)
        settings = self._settings
        step = Step.PATCHES if scene.card.context == "patch" else Step.STRIPS

        def progress(patches: int) -> None:
            self._stop_if_cancelled()
            count = scene.plan.count
            self._report(turn, patches / count * WRITING_FROM, Phase(step, patches, count))

        confidence = (
            Confidence(settings.job.folder, scene.card.classes, scene.grid, scene.area)
            if settings.export_confidence
            else None
        )
        try:
            mask = mask_scene(scene, strips, model, progress, confidence)
        except BaseException:
            if confidence:
                confidence.close()
            raise
        # The notices belong to this scene: the next scene may run on another device.
        warnings = (*scene.warnings, *no_data_warning(scene, mask), *model.take_notices())
        details = RunDetails(model.provider, turn.seconds, warnings)
        return partial(self._write, turn, scene, mask, details, confidence)

    def _write(
        self, turn: _Turn, scene: Scene, mask: NDArray[np.uint8], details: RunDetails, confidence: Confidence | None
    ) -> None:
        try:
            self._stop_if_cancelled()
            self._report(turn, WRITING_FROM, Phase(Step.WRITING))
            output = MaskOutput(self._settings, scene.source, scene.card)
            result = output.write(FinishedMask(mask, scene.mask_grid, scene.mask_pixels, confidence), details)
        finally:
            if confidence:
                confidence.close()
        self._finish(turn, SceneOutcome(self._path(turn), result=result))

    def _attempt(self, turn: _Turn, work: Callable[[], Result]) -> Result | None:
        """Run a part of a scene's work; its error becomes the scene's outcome."""
        try:
            return work()
        except CancelledError:
            raise
        except Exception as error:
            if not isinstance(error, (CloudS2MaskError, MemoryError)) and not is_thread_refused(error):
                logger.exception("Masking %s failed", self._path(turn))
            _drop_tracebacks(error)
            failure = error
        source = self._sources.get(turn.index)
        acquired = source.acquisition if source else None
        self._finish(turn, SceneOutcome(self._path(turn), error=self._reported(turn, failure), source=acquired))
        return None

    def _reported(self, turn: _Turn, error: Exception) -> CloudS2MaskError:
        """Return the error of a scene for the user; that of a band says if its checksum is right."""
        if isinstance(error, UnreadableBandError):
            source = self._source(turn.index)
            if isinstance(source, Product):
                files = self._files(source, card_for(source, self._settings))
                return explained(error, source, files, partial(self._verifying, turn))
        if isinstance(error, CloudS2MaskError):
            return error
        if isinstance(error, MemoryError):
            return memory_error(self._path(turn))
        if is_thread_refused(error):
            return _thread_refused(self._path(turn))
        return CloudS2MaskError(
            "{path} could not be masked because of an error in CloudS2Mask or too little memory ({name}: "
            "{reason}). Close other programs and try again; if it fails again, report it with Install or update "
            "components > Copy diagnostics.",
            path=self._path(turn),
            name=type(error).__name__,
            reason=error,
        )

    def _finish(self, turn: _Turn, outcome: SceneOutcome) -> None:
        self._outcomes[turn.index] = outcome
        for warning in outcome.result.warnings if outcome.result else ():
            logger.warning(warning)
        self._sources.pop(turn.index, None)  # what was copied of it from addresses goes with it
        end = Step.SKIPPED if outcome.skipped else Step.FAILED
        self._report(turn, 1.0, Phase(Step.DONE if outcome.result else end))
        self._listener.scene_done(turn.index, outcome)

    def _report(self, turn: _Turn, fraction: float, phase: Phase) -> None:
        self._listener.scene_progress(turn.index, fraction, phase)
        with self._lock:  # the writer finishes one scene while the next is inferred
            self._fractions[turn.index] = max(self._fractions.get(turn.index, 0.0), fraction)
            done = min(1.0, sum(self._fractions.values()) / len(self._settings.sources))
            self._listener.progress(done, f"{self._path(turn).name}: {phase.text}")

    def _path(self, turn: _Turn) -> Location:
        return self._settings.paths[turn.index]

    def _stop_if_cancelled(self) -> None:
        if self._listener.is_cancelled():
            raise CancelledError("The run was cancelled.")


def _thread_refused(path: Location) -> CloudS2MaskError:
    return CloudS2MaskError(
        "{path} could not be masked: the system starts no more threads. Close other programs, or raise the limit of "
        "processes (ulimit -u).",
        path=path,
    )


def _drop_tracebacks(error: BaseException | None) -> None:
    """Drop the tracebacks of an error and its causes, which would keep frames with arrays and open files alive."""
    while error:
        error.__traceback__ = None
        error = error.__context__


def _strips(items: Iterable[tuple[_Turn, Strip | None]]) -> Iterator[Strip]:
    """Return the strips of a scene from the reader, and raise the error that stopped it."""
    for turn, strip in items:
        if turn.error:
            raise turn.error
        if strip:
            yield strip
