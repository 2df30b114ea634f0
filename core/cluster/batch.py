"""The Python interface: mask all scenes of a run in this process, or on a cluster."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from ..errors import CloudS2MaskError
from ..masks.result import SceneOutcome
from ..pipeline.batch import run_batch
from ..pipeline.progress import Listener, ProgressBars
from ..settings import MaskSettings
from .driver import mask_on_cluster

logger = logging.getLogger(__name__)


def mask_scenes(settings: MaskSettings, listener: Listener, client: Any = None) -> None:
    """Mask all scenes with the workers of a client, or in this process without one; the listener gets the outcomes.

    Raises:
        OutputError, CancelledError, ClusterError: see `run_batch` and `mask_on_cluster`.
    """
    if client is None:
        run_batch(settings, listener)
    else:
        mask_on_cluster(settings, client, listener)


def batch_process_scenes(settings: MaskSettings, client: Any = None) -> list[Path]:
    """Mask all scenes, with progress bars unless `quiet`.

    Args:
        settings: The scenes and the options.
        client: A `distributed.Client`, whose workers mask the scenes; see `mask_on_cluster`. None: this process does.

    Returns:
        The masks, in the order of `sources`. Failed scenes are logged as errors and left out; scenes that do not touch
        the area of interest are left out without an error.

    Raises:
        OutputError: the output folder cannot be used.
        ClusterError: the scheduler is lost, or no worker can mask.
        CloudS2MaskError: scenes failed, and none was masked.
    """
    with _Masks(settings) as masks:
        mask_scenes(settings, masks, client)
    if masks.failures and not masks.paths:
        raise CloudS2MaskError("No scene could be masked. First error: {error}", error=min(masks.failures.items())[1])
    return [path for _, path in sorted(masks.paths)]


class _Masks(ProgressBars):
    """The masks of a run, and its first failures."""

    def __init__(self, settings: MaskSettings) -> None:
        super().__init__(settings)
        self.paths: list[tuple[int, Path]] = []
        self.failures: dict[int, CloudS2MaskError] = {}

    def scene_done(self, index: int, outcome: SceneOutcome) -> None:
        """See `Listener`."""
        super().scene_done(index, outcome)
        if outcome.result:
            self.paths.append((index, outcome.result.mask_path))
        if outcome.error:
            logger.log(logging.INFO if outcome.skipped else logging.ERROR, "%s", outcome.error)
        if outcome.error and outcome.failed and not self.failures:
            self.failures[index] = outcome.error
