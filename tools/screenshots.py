"""Write the pictures of README and guide from the real QGIS desktop.

    python -m cloud_s2_mask.tools.screenshots [--out docs/images] [--scale 2] [--theme "Night Mapping"]

They are kept by the journeys of `walk`.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from .journeys.plan import GUIDE
from .package import ROOT
from .season_products import write_season
from .walk import Desktop, faults, walk


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images", help="folder for the pictures")
    parser.add_argument("--scale", type=float, default=1, help="screen pixels per window pixel")
    parser.add_argument("--theme", default="default", help="theme of QGIS")
    options = parser.parse_args()
    place, pictures = Path(tempfile.gettempdir()) / "season", ROOT / "build" / "screenshots"
    desktop = Desktop(screen=(1280, 800), scale=options.scale, theme=options.theme)
    seen = walk(write_season(ROOT / "build" / "season"), place, pictures, GUIDE, desktop)
    shutil.copytree(pictures / "guide", options.out, dirs_exist_ok=True)
    if faults(seen):
        raise SystemExit("\n".join(faults(seen)))


if __name__ == "__main__":
    main()
