"""Runs in build/export-env, where the packages of other systems are.

originals SYSTEM weights FOLDER PRODUCT               random weights, as the system keeps its own
originals SYSTEM mask OUT OPTIONS PRODUCT WEIGHTS...  what the package says (.npz), with options of its own (JSON)
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np


def main(arguments: list[str]) -> int:
    """Do what the module's description says."""
    name, action, target, *rest = arguments
    system = import_module(f".{name}", __package__)
    if action == "weights":
        Path(target).mkdir(parents=True, exist_ok=True)
        system.write_weights(Path(target), Path(rest[0]))
        return 0
    options, product, *weights = rest
    with TemporaryDirectory() as folder:
        answer = system.mask(Path(product), sorted(map(Path, weights)), Path(folder), **json.loads(options))
    np.savez(target, labels=answer.labels, probabilities=answer.probabilities, patches=answer.patches)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
