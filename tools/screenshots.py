"""Write the pictures of README and guide from the real QGIS desktop.

    python -m cloud_s2_mask.tools.screenshots [--out docs/images] [--scale 2] [--theme "Night Mapping"]

Needs a display; `make screenshots` runs it under a virtual one.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from .desktop_check import Session, run_desktop
from .package import ROOT
from .season_products import write_season


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images", help="folder for the pictures")
    parser.add_argument("--scale", type=float, default=1, help="screen pixels per window pixel")
    parser.add_argument("--theme", default="default", help="theme of QGIS")
    options = parser.parse_args()
    out = Path(tempfile.gettempdir()) / "season"  # short, because it is visible in the windows
    products = write_season(ROOT / "build" / "season")
    session = Session(f"{__package__}.screenshot_steps", options.out.resolve(), options.scale, options.theme)
    observed = run_desktop(products, out, session)
    shutil.rmtree(out)
    if "error" in observed:
        raise SystemExit(observed["error"])


if __name__ == "__main__":
    main()
