"""Progress of a run and its listeners; needs neither rasterio nor ONNX Runtime."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ..language import marked, translated
from ..masks.result import SceneOutcome
from ..settings import MaskSettings

if TYPE_CHECKING:
    from typing_extensions import Self


class Step(Enum):
    """A step of masking a scene; its value is the English text."""

    OPENING = marked("Opening")
    VERIFYING = marked("Verifying files")
    STRIPS = marked("Masking strips")
    PATCHES = marked("Masking patches")
    WRITING = marked("Writing")
    DONE = marked("Done")
    SKIPPED = marked("Skipped")
    FAILED = marked("Failed")

    @property
    def text(self) -> str:
        """The step without numbers, in the user's language."""
        return translated(self.value)


_COUNTED = {
    Step.VERIFYING: marked("Verifying file {number} of {count}"),
    Step.STRIPS: marked("Masking strip {number} of {count}"),
    Step.PATCHES: marked("Masking patch {number} of {count}"),
}


@dataclass(frozen=True)
class Phase:
    """A step, with the number of finished parts for steps in `_COUNTED`."""

    step: Step
    number: int = 0
    count: int = 0

    @property
    def text(self) -> str:
        """The step and its progress, in the user's language."""
        if self.step in _COUNTED:
            return translated(_COUNTED[self.step], number=self.number, count=self.count)
        return self.step.text


class Listener:
    """A listener that does nothing; override its methods, which are called from worker threads."""

    def is_cancelled(self) -> bool:
        """Return True to stop the run; called between batches."""
        return False

    def progress(self, fraction: float, message: str) -> None:
        """Receive the progress of the run, 0 to 1."""

    def scene_progress(self, index: int, fraction: float, phase: Phase) -> None:
        """Receive the progress of a scene, 0 to 1; the index is its place in `sources` of the settings."""

    def scene_done(self, index: int, outcome: SceneOutcome) -> None:
        """Receive the outcome of a scene that was finished, was skipped, or failed."""


class ProgressBars(Listener):
    """A progress bar for the whole run with the current step; none if the settings are quiet, or without tqdm."""

    def __init__(self, settings: MaskSettings) -> None:
        """Make the bar."""
        self._count = len(settings.sources)
        self._lock = threading.Lock()
        self._done = 0
        self._bar: Any = None
        if settings.quiet:
            return
        with suppress(ImportError):  # the engine needs tqdm for nothing else
            from tqdm import tqdm

            self._bar = tqdm(
                total=100,
                unit="%",
                bar_format="{l_bar}{bar}| {elapsed}<{remaining} {postfix}",
                desc=f"0/{self._count} scenes",
            )

    def __enter__(self) -> Self:
        """Return the listener."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the bar; it stays on the screen."""
        if self._bar is not None:
            self._bar.close()

    def progress(self, fraction: float, message: str) -> None:
        """Move the bar."""
        if self._bar is None:
            return
        with self._lock:
            self._bar.set_postfix_str(message, refresh=False)
            self._bar.update(fraction * 100 - self._bar.n)

    def scene_done(self, index: int, outcome: SceneOutcome) -> None:  # noqa: ARG002 - the listener's signature
        """Count the finished scene."""
        if self._bar is None:
            return
        with self._lock:
            self._done += 1
            self._bar.set_description_str(f"{self._done}/{self._count} scenes")
