"""Decode a product under limits of the system, in a process of its own; print what came of it as JSON.

`python -m cloud_s2_mask.tests.core.decoding.under_limits SAFE threads|memory NUMBER`: threads of an ordinary user, or
MB of address space beyond what the process has before it decodes.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import sys
import threading
from pathlib import Path

import rasterio

from ....core.errors import CloudS2MaskError
from ....core.product.product import open_product
from ....core.product.strips import Bands
from ....core.raster.patches import PatchRule, plan_patches
from ....core.workers import Workers

BANDS = ("B02", "B03", "B04", "B11")
ORDINARY_USER = 20_000 + os.getpid() % 40_000
"""A user with no other process, not even one of another run of this test: the limit counts all threads of a user, and
does not hold for root."""
THREADS = 8


def digest(safe: Path, threads: int) -> str:
    """Hash all strips of a product."""
    bands = Bands(open_product(safe), BANDS, 20)
    plan = plan_patches(bands.data_cells(Workers(threads)), bands.grid.shape, PatchRule(128, 32, 32))
    found = hashlib.sha256()
    for strip in bands.strips(plan, Workers(threads)):
        found.update(strip.counts.tobytes())
        found.update(strip.nodata.tobytes())
    return found.hexdigest()


def threads_allowed() -> int:
    """Count how many of THREADS can be started."""
    end, started = threading.Event(), []
    try:
        for _ in range(THREADS):
            thread = threading.Thread(target=end.wait)
            thread.start()
            started.append(thread)
    except RuntimeError:
        pass
    end.set()
    for thread in started:
        thread.join()
    return len(started)


def _main() -> None:
    safe, kind, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    with rasterio.open(next(safe.rglob("*_B11.jp2"))) as dataset:  # loads what is loaded once
        dataset.read(1)
    if kind == "threads":
        resource.setrlimit(resource.RLIMIT_NPROC, (number, number))
        os.setgroups([])
        os.setresgid(ORDINARY_USER, ORDINARY_USER, ORDINARY_USER)
        os.setresuid(ORDINARY_USER, ORDINARY_USER, ORDINARY_USER)
    else:
        used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        limit = used + number * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    told: dict[str, object] = {"threads": threads_allowed()}
    try:
        told["digest"] = digest(safe, THREADS)
    except (CloudS2MaskError, MemoryError) as error:
        told["error"] = type(error).__name__
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    _main()
