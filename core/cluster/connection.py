"""Connect to the scheduler of a Dask cluster."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import ClusterError, InstallationError


@contextmanager
def connected(scheduler: str) -> Iterator[Any]:
    """Connect to a scheduler, quietly: what Dask logs of a lost connection, an error says in one sentence.

    Args:
        scheduler: Its address, such as `host:8786`, or the file that it writes it to (`--scheduler-file`).

    Yields:
        A `distributed.Client`.

    Raises:
        InstallationError: Dask is not installed.
        ClusterError: the scheduler does not answer.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise InstallationError(
            "The Python package {package} cannot be imported ({reason}). Install it: python3 -m pip install {package}",
            package="distributed",
            reason=error,
        ) from error
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = Client(scheduler_file=scheduler) if Path(scheduler).is_file() else Client(scheduler)
    except (OSError, ValueError, ImportError, asyncio.TimeoutError) as error:
        raise ClusterError(
            "The Dask scheduler {scheduler} does not answer ({reason}). Check the address, and that it runs.",
            scheduler=scheduler,
            reason=error,
        ) from error
    with client:
        yield client
