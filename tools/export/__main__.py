"""The command: `python -m cloud_s2_mask.tools.export SYSTEM WEIGHTS... [--out DIR] [--res 10|20] [--check PRODUCT]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ...core.errors import CloudS2MaskError
from ..export import ExportError
from .system import System
from .systems import SYSTEMS

NOT_HERE = (
    "The Python package {name} is missing, which the original network needs. `make export-env` fetches it with the "
    "others; then run the command with build/export-env/bin/python."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Export; returns 0 if all that was asked for is written and agrees with the originals, 1 if not."""
    given = _parse(arguments)
    system = SYSTEMS[given.system]
    try:
        _check(given, system)
        models = system.read(given.weights, given.res)
        product = given.check or _demo_product()
        for model in models:
            from .exporting import export_model

            target = export_model(model, given.out, product, print)
            print(f"{target}: {model.card['licence']}. To import in QGIS: Raster > CloudS2Mask > Models.")
    except ImportError as error:
        print(NOT_HERE.format(name=error.name or error), file=sys.stderr)
        return 1
    except (ExportError, CloudS2MaskError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _check(given: argparse.Namespace, system: System) -> None:
    """Look at the arguments before anything large is imported.

    Raises:
        ExportError: a file is not there, or the system has no weights for the resolution.
    """
    for path in given.weights:
        if not path.is_file():
            raise ExportError(f"{path} is no file. Give the file of weights as its authors published it.")
    if given.res is not None and given.res not in system.resolutions:
        known = " and ".join(map(str, system.resolutions))
        reason = f"has weights for {known} m" if known else "has the same weights for all pixel sizes: leave it out"
        raise ExportError(f"--res {given.res} cannot be honoured: {given.system} {reason}.")


def _demo_product() -> Path:
    """The real image of the demo, 13 bands with thin cloud and shadows; it is fetched if it is not there."""
    from ..demo import make_product

    try:
        return make_product()
    except Exception as error:
        raise ExportError(
            f"The image of the demo, which exports are tried on, could not be fetched ({error}). Name a product of "
            "yours with --check."
        ) from error


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    weights = "\n".join(f"  {name:<16}{system.weights}" for name, system in SYSTEMS.items())
    parser = argparse.ArgumentParser(
        prog="python -m cloud_s2_mask.tools.export",
        description="Export a system's network to ONNX, with a card, and compare it with the original.",
        epilog=f"weights:\n{weights}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("system", choices=sorted(SYSTEMS), metavar="SYSTEM", help=", ".join(sorted(SYSTEMS)))
    parser.add_argument("weights", nargs="+", type=Path, metavar="WEIGHTS", help="files of weights, from your disk")
    parser.add_argument("--out", type=Path, default=Path("exported"), help="folder to write to (default: exported)")
    parser.add_argument("--res", type=int, help="pixel size in metres, where the names of the files do not say it")
    parser.add_argument("--check", type=Path, metavar="PRODUCT", help="product to try it on (default: the demo's)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
