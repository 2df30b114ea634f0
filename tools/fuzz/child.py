"""Use damaged inputs one after the other, and print a line of JSON before and after each.

Started by `run`: `python -m cloud_s2_mask.tools.fuzz.child KIND FOLDER SEED FIRST STOP`.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from random import Random
from time import monotonic

from ...core.errors import CloudS2MaskError
from . import kind_of

MAX_BYTES = 2_000_000_000
"""Memory that an input may cost."""


def mutation(name: str, folder: Path, seed: int, number: int) -> tuple[Path, str, bytes]:
    """Return sample, damaged place and bytes of a mutation; the folder has the samples."""
    random = Random(f"{name} {seed} {number}")  # noqa: S311 - repeatable
    sample = random.choice(sorted((folder / "samples").iterdir()))
    return sample, *kind_of(name).damaged(sample.read_bytes(), random)


def main(name: str, folder: Path, seed: int, first: int, stop: int) -> None:
    """Use the mutations [first, stop); end early after one that took too much memory."""
    kind = kind_of(name)
    good: dict[Path, object] = {}
    for number in range(first, stop):
        sample, place, damaged = mutation(name, folder, seed, number)
        if sample not in good:
            good[sample] = kind.use(sample)
        path = folder / f"{number}{kind.suffix}"
        path.write_bytes(damaged)
        print(json.dumps({"number": number, "place": place}), flush=True)
        started = monotonic()
        try:
            outcome, detail = ("same" if kind.use(path) == good[sample] else "other"), ""
        except CloudS2MaskError as error:
            outcome, detail = "refused", str(error).replace(str(path), "FILE")
        except Exception as error:  # noqa: BLE001 - counted
            outcome, detail = "fault", repr(error)
        seconds, peak = monotonic() - started, _peak()
        outcome = "memory" if peak > MAX_BYTES else outcome
        result = {"outcome": outcome, "detail": detail, "seconds": seconds, "peak": peak}
        print(json.dumps({"number": number, "place": place, **result}), flush=True)
        path.unlink()
        if outcome == "memory":
            return


def _peak() -> int:
    """Return the most bytes that this process has used; `getrusage` counts those of its parent too."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="utf-8"))
    return 1024 * int(found[1]) if found else 0


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:]))
