"""Measure a Dask cluster on this computer, with a worker of one thread for each core; prints figures as JSON.

`cluster here OUT SAFE...` masks products in this process, `cluster mask OUT SAFE...` on the workers; both print seconds
and processor seconds without the start of the processes. `cluster pretend COUNT` sends so many scenes, which nobody
masks, and prints their time and the memory of the driver.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from ..core.cluster import driver
from ..core.cluster.batch import batch_process_scenes
from ..core.memory import bound_memory
from ..core.runtime.devices import available_cores
from ..core.settings import MaskSettings, create_settings
from . import pretended

NAME = "S2A_MSIL1C_20170216T102101_N0204_R065_T33UUU_{number:08}T102204.SAFE"
FIRST = 500
"""Scenes before the measurement, which fill caches and load modules."""


@contextmanager
def cluster() -> Iterator[Any]:
    """Start a scheduler and workers on this computer, and connect to them."""
    from distributed import Client, LocalCluster

    options = {"threads_per_worker": 1, "dashboard_address": None, "host": "127.0.0.1", "memory_limit": 0}
    with LocalCluster(n_workers=available_cores(), **options) as local, Client(local) as client:
        yield client


def mask(safes: list[Path], out: Path, options: dict[str, Any], client: Any = None) -> dict[str, float]:
    """Mask products.

    Returns:
        `seconds`, and `cpu` seconds of this process and of the workers.
    """

    def spent() -> float:
        return time.process_time() + (sum(client.run(time.process_time).values()) if client else 0)

    settings = create_settings(safes, out, quiet=True, **options)
    started, before = time.monotonic(), spent()
    masks = batch_process_scenes(settings, client)
    if len(masks) != len(safes):
        raise RuntimeError(f"Only {len(masks)} of {len(safes)} products were masked.")
    return {"seconds": time.monotonic() - started, "cpu": spent() - before}


def pretend(count: int, client: Any) -> dict[str, float]:
    """Send pretended scenes.

    Returns:
        `seconds`, and bytes of the driver's memory for each scene: `listed` before the run, `done` with its outcome.
    """
    folder = Path("/data/sentinel-2/2017/02/16/33UUU")

    def listed_scenes(number: int) -> MaskSettings:
        return create_settings([folder / NAME.format(number=one) for one in range(number)], "masks", quiet=True)

    with patch.object(driver, "attempt", pretended.attempt):
        batch_process_scenes(listed_scenes(FIRST), client)
        first = _resident_bytes()
        settings = listed_scenes(count)
        listed, started = _resident_bytes(), time.monotonic()
        masks = batch_process_scenes(settings, client)
    if len(masks) != count:
        raise RuntimeError(f"Only {len(masks)} of {count} scenes have an outcome.")
    seconds = time.monotonic() - started
    return {"seconds": seconds, "listed": (listed - first) / count, "done": (_resident_bytes() - listed) / count}


def _resident_bytes() -> int:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def main() -> int:
    """Measure one part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=["here", "mask", "pretend"])
    parser.add_argument("arguments", nargs="+")
    parser.add_argument("--res", type=int, default=20)
    parser.add_argument("--device", default="cpu")
    given = parser.parse_args()
    options = {"processing_res": given.res, "device": given.device}
    bound_memory(given.res)  # as the command line does
    out, safes = Path(given.arguments[0]), [Path(path) for path in given.arguments[1:]]
    if given.part == "here":
        figures = mask(safes, out, options)
    else:
        with cluster() as client:
            figures = mask(safes, out, options, client) if safes else pretend(int(given.arguments[0]), client)
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
