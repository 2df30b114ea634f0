"""What a run tells whoever started it; needs neither rasterio nor ONNX Runtime."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ..masks.result import SceneOutcome
from ..settings import MaskSettings

if TYPE_CHECKING:
    from typing_extensions import Self


class Listener:
    """What a run tells whoever started it, and asks; override what is of interest. Called from worker threads."""

    def is_cancelled(self) -> bool:
        """Whether to stop; asked between batches."""
        return False

    def progress(self, fraction: float, message: str) -> None:
        """The whole run, 0 to 1."""

    def scene_progress(self, index: int, fraction: float, message: str) -> None:
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
