"""Fuzz one kind of input, or all; the exit status is 1 if one fails."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from . import KINDS
from .run import FAILURES, Result, fuzz, table


def main() -> int:
    """Print a table for each kind."""
    parser = argparse.ArgumentParser(prog="python -m cloud_s2_mask.tools.fuzz", description=__doc__)
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []], help="kinds of input; all by default")
    parser.add_argument("--count", type=int, default=500, help="mutations of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first mutation")
    parser.add_argument("--keep", type=Path, help="folder for samples and for inputs that fail")
    given = parser.parse_args()
    failed: list[Result] = []
    for name in given.kinds or KINDS:
        with TemporaryDirectory() as scratch:
            folder = (given.keep or Path(scratch)) / name
            results = []
            for result in fuzz(name, folder, given.seed, given.first, given.count):
                results.append(result)
                if result.outcome in FAILURES:
                    failed.append(result)
                    print(f"{name} {result.number}: {result.outcome} ({result.place}), {result.detail}", flush=True)
        print(f"\n{name}, seed {given.seed}\n", *table(results), sep="\n", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
