"""What a run tells whoever started it; needs neither rasterio nor ONNX Runtime."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import CloudS2MaskError, OutsideAreaError

if TYPE_CHECKING:
    from .mask_raster import MaskResult


@dataclass(frozen=True)
class SceneOutcome:
    """What became of a scene: a result, or an error."""

    path: Path
    """Of the product or the raster."""
    result: MaskResult | None = None
    error: CloudS2MaskError | None = None

    @property
    def skipped(self) -> bool:
        """Whether there was nothing to do, because the product does not touch the area of interest."""
        return isinstance(self.error, OutsideAreaError)

    @property
    def failed(self) -> bool:
        """Whether the scene should have been masked and was not."""
        return self.error is not None and not self.skipped


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
