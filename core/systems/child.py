"""The process of one model: mask a scene, print the fraction done, and write the outcome and the memory that it took.

`python -m cloud_s2_mask.core.systems.child REQUEST ANSWER` reads and writes the files of `messages`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

# GDAL prints errors from threads outside rasterio's control; a failed scene is in the answer.
os.environ.setdefault("CPL_LOG", os.devnull)

from ..process import end_on_signals, open_streams, say

if __name__ == "__main__":
    open_streams()
    end_on_signals("")  # before the slow imports

from ..errors import CloudS2MaskError
from ..install.packages import make_importable
from ..memory import bound_memory, peak_bytes
from ..pipeline.progress import Listener
from ..settings import MaskSettings
from .messages import Answer, Request


class _Telling(Listener):
    """Prints the fraction done, a line each, and cancels the run once nobody reads them, because QGIS has ended."""

    def __init__(self) -> None:
        self._heard = True

    def is_cancelled(self) -> bool:
        """Return True if the program that has started this one is gone."""
        return not self._heard

    def progress(self, fraction: float, message: str) -> None:  # noqa: ARG002 - the listener's signature
        """Print the progress of the run."""
        self._heard = say(f"{fraction:.4f}\n", sys.stdout) and self._heard


def main(request: Path, answer: Path) -> None:
    """Mask the scene of a request, and write the answer."""
    settings, packages = Request.unpacked(request.read_text(encoding="utf-8"))
    if packages:
        make_importable(packages)
    bound_memory(settings.processing_res)
    answer.write_text(_masked(settings).packed(), encoding="utf-8")


def _masked(settings: MaskSettings) -> Answer:
    # Imported here: it needs the packages.
    from ..pipeline.batch import run_batch

    try:
        (outcome,) = run_batch(settings, _Telling())
    except CloudS2MaskError as error:
        return Answer(peak_bytes(), error=error)
    return Answer(peak_bytes(), outcome.result.mask_path if outcome.result else None, outcome.error)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
