"""Run the packages of other systems; needs build/template-env.

originals SYSTEM weights FOLDER PRODUCT               write random weights in the format of the system
originals SYSTEM mask OUT OPTIONS PRODUCT WEIGHTS...  write the mask of the package (.npz); OPTIONS are JSON
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np


def main(arguments: list[str]) -> int:
    """Run the command line, see above; return the exit status."""
    name, action, target, *rest = arguments
    system = import_module(f".{name}", __package__)
    if action == "weights":
        Path(target).mkdir(parents=True, exist_ok=True)
        system.write_weights(Path(target), Path(rest[0]))
        return 0
    options, product, *weights = rest
    with TemporaryDirectory() as folder:
        result = system.mask(Path(product), sorted(map(Path, weights)), Path(folder), **json.loads(options))
    np.savez(target, labels=result.labels, probabilities=result.probabilities, patches=result.patches)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
