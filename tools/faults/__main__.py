"""Try every output on small disks, with short files and after a remount, and print a table of what came out.

`python -m cloud_s2_mask.tools.faults [--sizes NUMBER] [NAME ...]`; the status is 1 if there was a fault.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

os.environ["CPL_LOG"] = os.devnull  # GDAL prints what the engine reports

from .disks import CannotMountError, after_remount, on_small_disks, with_short_files
from .outputs import Write, digests, outputs

_FIRST_KILOBYTES = 20


def main(arguments: list[str] | None = None) -> int:
    """Run the trials of all outputs, or of those whose names are given; return the exit status."""
    parser = argparse.ArgumentParser(prog="faults", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="outputs to try (default: all)")
    parser.add_argument("--sizes", type=int, default=60, help="number of disks between 20 kB and the need of an output")
    parser.add_argument("--model", default="auto", help="id of the model of the masks")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as work:
        inputs, folder = Path(work, "inputs"), Path(work, "out")
        inputs.mkdir()
        faults = 0
        for name, write in outputs(inputs, options.model).items():
            if not options.names or name in options.names:
                faults += _try(name, write, folder, options.sizes)
    return 1 if faults else 0


def _try(name: str, write: Write, folder: Path, sizes: int) -> int:
    """Try an output in each way, print a line for each, and return the number of faults."""
    folder.mkdir()
    write(folder)
    expected = digests(folder)
    files = list(folder.iterdir())
    largest = max(path.stat().st_size for path in files)
    for path in files:
        path.unlink()
    limits = range(0, largest + largest // 10, 1 + largest // sizes)

    def on_disks() -> dict[int, str]:
        need = _FIRST_KILOBYTES
        while on_small_disks(write, folder, expected, [need]) != {need: "done"}:
            need *= 2
        disks = range(_FIRST_KILOBYTES, need + 1, 1 + (need - _FIRST_KILOBYTES) // sizes)
        return on_small_disks(write, folder, expected, disks)

    faults = _report(name, "disk of 20 kB and more", on_disks)
    faults += _report(name, "files of 0 kB and more", lambda: with_short_files(write, folder, expected, limits))
    faults += _report(name, "ext4, mounted anew", lambda: {0: after_remount(write, folder, expected)})
    folder.rmdir()
    return faults


def _report(name: str, way: str, trials: Callable[[], dict[int, str]]) -> int:
    try:
        found = trials()
    except CannotMountError as error:
        sys.stdout.write(f"| {name} | {way} | not tried: {error} |\n")
        return 0
    counts = Counter(result if result in ("done", "refused") else "FAULT" for result in found.values())
    sys.stdout.write(f"| {name} | {way} | {', '.join(f'{n} {kind}' for kind, n in sorted(counts.items()))} |\n")
    for size, result in found.items():
        if result not in ("done", "refused"):
            sys.stdout.write(f"  {size}: {result}\n")
    sys.stdout.flush()
    return counts["FAULT"]


if __name__ == "__main__":
    sys.exit(main())
