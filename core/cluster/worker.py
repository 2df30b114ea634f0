"""The work of a process of a cluster: the scenes of one path, with the networks that earlier scenes have loaded."""

from __future__ import annotations

import os
import threading
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..errors import CancelledError, CloudS2MaskError
from ..masks.result import SceneOutcome
from ..memory import bound_memory
from ..pipeline.batch import run_batch
from ..pipeline.predictors import Predictors
from ..pipeline.progress import Listener
from ..product.acquisition import Acquisition
from ..product.product import each_product
from ..settings import MaskSettings, ProductsToFolder


@dataclass(frozen=True)
class Attempt:
    """An attempt of a worker at one path."""

    worker: str
    """Address of the worker."""
    outcomes: tuple[SceneOutcome, ...] = ()
    """One for each product of the path: an archive may hold several."""
    refusal: CloudS2MaskError | None = None
    """The error for which this worker can mask no scene at all."""


def attempt(settings: MaskSettings, taken: Mapping[Path, Acquisition]) -> Attempt:
    """Mask the products of one path; Dask calls this on a worker.

    Args:
        settings: The options, with one path.
        taken: See `run_batch`.

    Raises:
        CancelledError: nobody waits for the outcomes any more.
    """
    task = _Task()
    os.environ.setdefault("CPL_LOG", os.devnull)  # GDAL's errors; a failed scene has a sentence of its own
    warnings.filterwarnings("ignore", "Dataset has no geotransform")  # the metadata of EOPF products tell the place
    bound_memory(settings.processing_res, task.threads)
    if isinstance(settings.job, ProductsToFolder):
        settings = replace(settings, job=replace(settings.job, products=tuple(each_product(settings.job.products))))
    try:
        with _predictors(settings) as predictors:
            return Attempt(task.worker, tuple(run_batch(settings, task, predictors=predictors, taken=taken)))
    except CancelledError:
        raise
    except CloudS2MaskError as error:
        return Attempt(task.worker, refusal=error)


_ENDING = ("closing", "closed", "failed")
"""States of a worker that is ending, as when its scheduler is lost: it would be killed in the middle of a scene."""


class _Task(Listener):
    """The task that this thread runs; it ends early once its driver has cancelled it or is gone.

    The scheduler tells the worker so at once, but Dask does not stop a function that runs.
    """

    def __init__(self) -> None:
        self.worker, self.threads = "", 1
        self._of_dask: Any = None
        with suppress(ImportError, ValueError):  # called by another program than Dask
            from distributed import get_worker

            self._of_dask = get_worker()
            self._key = self._of_dask.get_current_task()
            self.worker, self.threads = self._of_dask.address, self._of_dask.state.nthreads

    def is_cancelled(self) -> bool:
        """See `Listener`."""
        if self._of_dask is None:
            return False
        task = self._of_dask.state.tasks.get(self._key)
        return task is None or task.state == "cancelled" or self._of_dask.status.name in _ENDING


class _Spare:
    """Networks that no scene of this process uses, for the options of the latest scene."""

    lock = threading.Lock()
    options: MaskSettings | None = None
    predictors: list[Predictors]


@contextmanager
def _predictors(settings: MaskSettings) -> Iterator[Predictors]:
    """Lend networks for a run; after an error, which may be theirs, they are not used again."""
    options = replace(settings, job=ProductsToFolder((Path(),), Path()))
    with _Spare.lock:
        if options != _Spare.options:
            _Spare.options, _Spare.predictors = options, []
        lent = _Spare.predictors.pop() if _Spare.predictors else Predictors(settings)
    yield lent
    with _Spare.lock:
        if options == _Spare.options:
            _Spare.predictors.append(lent)
