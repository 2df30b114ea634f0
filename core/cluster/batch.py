"""The Python interface: mask all scenes of a run in this process, or on a cluster."""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import Any

from ..errors import CloudS2MaskError
from ..masks.result import SceneOutcome
from ..pipeline.batch import run_batch
from ..pipeline.progress import Listener, ProgressBars
from ..settings import MaskSettings
from .driver import mask_on_cluster

logger = logging.getLogger(__name__)


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
    masks: list[tuple[int, Path]] = []
    first: CloudS2MaskError | None = None
    with ProgressBars(settings) as bars, closing(_outcomes(settings, client, bars)) as outcomes:
        for index, outcome in outcomes:
            if outcome.error:
                logger.log(logging.INFO if outcome.skipped else logging.ERROR, "%s", outcome.error)
            if outcome.failed:
                first = first or outcome.error
            if outcome.result:
                masks.append((index, outcome.result.mask_path))
    if first and not masks:
        raise CloudS2MaskError("No scene could be masked. First error: {error}", error=first)
    return [path for _, path in sorted(masks)]


def _outcomes(
    settings: MaskSettings, client: Any, listener: Listener
) -> Generator[tuple[int, SceneOutcome], None, None]:
    """Yield the outcomes with their places in `sources`."""
    if client is None:
        yield from enumerate(run_batch(settings, listener))
    else:
        yield from mask_on_cluster(settings, client, listener)
