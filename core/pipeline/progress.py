"""What a run tells whoever started it; needs neither rasterio nor ONNX Runtime."""

from __future__ import annotations

import threading
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
    """A step in the masking of a scene; its value is the English text."""

    OPENING = marked("Opening")
    STRIPS = marked("Masking strips")
    PATCHES = marked("Masking patches")
    WRITING = marked("Writing")
    DONE = marked("Done")
    SKIPPED = marked("Skipped")
    FAILED = marked("Failed")

    @property
    def text(self) -> str:
        """The step by itself, in the user's language."""
        return translated(self.value)


_COUNTED = {
    Step.STRIPS: marked("Masking strip {number} of {count}"),
    Step.PATCHES: marked("Masking patch {number} of {count}"),
}


@dataclass(frozen=True)
class Phase:
    """A step, and for those in `_COUNTED` the parts that are done."""

    step: Step
    number: int = 0
    count: int = 0

    @property
    def text(self) -> str:
        """The step and how far it has come, in the user's language."""
        if self.step in _COUNTED:
            return translated(_COUNTED[self.step], number=self.number, count=self.count)
        return self.step.text


class Listener:
    """What a run tells whoever started it, and asks; override what is of interest. Called from worker threads."""

    def is_cancelled(self) -> bool:
        """Whether to stop; asked between batches."""
        return False

    def progress(self, fraction: float, message: str) -> None:
        """The whole run, 0 to 1."""

    def scene_progress(self, index: int, fraction: float, phase: Phase) -> None:
        """One scene by its place in `sources` of the settings, 0 to 1."""

    def scene_done(self, index: int, outcome: SceneOutcome) -> None:
        """A scene has been finished, was skipped, or has failed."""


class ProgressBars(Listener):
    """One bar for the whole run, with what is being done beside it; nothing if the settings are quiet."""

    def __init__(self, settings: MaskSettings) -> None:
        """Make the bar; it appears on entering."""
        from tqdm import tqdm

        self._count = len(settings.sources)
        self._lock = threading.Lock()
        self._bar: Any = tqdm(
            total=100,
            disable=settings.quiet,
            unit="%",
            bar_format="{l_bar}{bar}| {elapsed}<{remaining} {postfix}",
            desc=f"0/{self._count} scenes",
        )
        self._done = 0

    def __enter__(self) -> Self:
        """Start."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the bar as it is."""
        self._bar.close()

    def progress(self, fraction: float, message: str) -> None:
        """Move the bar."""
        with self._lock:
            self._bar.set_postfix_str(message, refresh=False)
            self._bar.update(fraction * 100 - self._bar.n)

    def scene_done(self, index: int, outcome: SceneOutcome) -> None:  # noqa: ARG002 - the listener's signature
        """Count the scene."""
        with self._lock:
            self._done += 1
            self._bar.set_description_str(f"{self._done}/{self._count} scenes")
