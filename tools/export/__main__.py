"""Command: `python -m cloud_s2_mask.tools.export SYSTEM WEIGHTS... [--out DIR] [--res 10|20] [--check PRODUCT]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ...core.errors import CloudS2MaskError
from ..export import ExportError
from .system import System
from .systems import SYSTEMS

PACKAGE_MISSING = (
    "The original network needs the Python package {name}. Run `make export-env`, then this command with "
    "build/export-env/bin/python."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Export the networks; return 0 if all were written and agree with the originals, otherwise 1."""
    given = _parse(arguments)
    system = SYSTEMS[given.system]
    try:
        _check(given, system)
        models = system.read(given.weights, given.res)
        product = given.check or _demo_product()
        for model in models:
            from .exporting import export_model

            target = export_model(model, given.out, product, print)
            print(f"{target}: {model.card['licence']}. Import it in QGIS with Raster > CloudS2Mask > Models.")
    except ImportError as error:
        print(PACKAGE_MISSING.format(name=error.name or error), file=sys.stderr)
        return 1
    except CloudS2MaskError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _check(given: argparse.Namespace, system: System) -> None:
    """Check the arguments before any large package is imported.

    Raises:
        ExportError: A file is missing, or the system has no weights for the resolution.
    """
    for path in given.weights:
        if not path.is_file():
            raise ExportError("{path} is not a file. Give the file of weights that its authors published.", path=path)
    if given.res is not None and given.res not in system.resolutions:
        if not system.resolutions:
            raise ExportError(
                "{system} has the same weights for all pixel sizes. Omit --res {resolution}.",
                system=given.system,
                resolution=given.res,
            )
        raise ExportError(
            "{system} has no weights for {resolution} m, only for {supported} m. Change --res.",
            system=given.system,
            resolution=given.res,
            supported=" and ".join(map(str, system.resolutions)),
        )


def _demo_product() -> Path:
    """Return the product of the demo, 13 bands with thin cloud and shadows; download it if missing."""
    from ..demo import make_product

    try:
        return make_product()
    except Exception as error:
        raise ExportError(
            "The demo image for the test cannot be downloaded ({reason}). Choose a product of your own with --check.",
            reason=error,
        ) from error


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    weights = "\n".join(f"  {name:<16}{system.weights}" for name, system in SYSTEMS.items())
    parser = argparse.ArgumentParser(
        prog="python -m cloud_s2_mask.tools.export",
        description="Export the networks of a system to ONNX with a model card, and compare them with the originals.",
        epilog=f"weights:\n{weights}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("system", choices=sorted(SYSTEMS), metavar="SYSTEM", help=", ".join(sorted(SYSTEMS)))
    parser.add_argument("weights", nargs="+", type=Path, metavar="WEIGHTS", help="files of weights")
    parser.add_argument("--out", type=Path, default=Path("exported"), help="folder to write to (default: exported)")
    parser.add_argument("--res", type=int, help="pixel size in metres, if missing in the file names")
    parser.add_argument(
        "--check", type=Path, metavar="PRODUCT", help="product for the comparison (default: that of the demo)"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
