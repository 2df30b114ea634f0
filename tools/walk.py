"""Walk through the journeys of a user in the real QGIS desktop, and show them as pictures with their clicks.

    python -m cloud_s2_mask.tools.walk [--languages en de fr] [--screen 1600x1000]

Each language has its own session of QGIS, with a new profile, on a virtual display. The pictures, and `index.html` with the
clicks and faults of each journey, are below build/walk.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np

from ..core.cards.card import models_dir
from ..core.html_page import as_html
from .desktop_check import Session, run_desktop
from .make_safe import build_product, zip_product
from .package import ROOT
from .season_products import write_season
from .translations import compile_all

BUILD = ROOT / "build" / "walk"
DATES = 6


def write_inputs(home: Path, season: Sequence[Path]) -> list[Path]:
    """Put the products of a season, and wrong inputs, into the folders of a user, and return the right products."""
    shutil.rmtree(home, ignore_errors=True)
    right, wrong = home / "Sentinel-2", home / "Wrong inputs"
    right.mkdir(parents=True)
    products = [Path(shutil.copytree(product, right / product.name)) for product in season[:DATES]]
    flat = {band: np.full((60, 60), 2500, np.uint16) for band in ("B02", "B03", "B04", "B08", "B11", "B12")}
    tiny: dict[str, Any] = {"resolutions": dict.fromkeys(flat, 20), "baseline": "05.10"}

    def write(day: int, **scene: Any) -> Path:
        time = datetime(2017, 6, day, 10, 20, 21, tzinfo=timezone.utc)
        return build_product(wrong, flat, sensing_time=time, **{**tiny, **scene})

    zipped = zip_product(write(1, tile="T33UUU"))
    zipped.write_bytes(zipped.read_bytes()[: zipped.stat().st_size // 2])
    shutil.rmtree(zipped.with_suffix(".SAFE"), ignore_errors=True)
    (wrong / "holiday.SAFE").mkdir()
    next(write(2, tile="T33UUU").rglob("*_B03.jp2")).write_bytes(b"")
    [metadata] = write(3, tile="T33UUU", baseline="02.06").glob("MTD_*.xml")
    metadata.write_text(metadata.read_text(encoding="utf-8").replace(">02.06<", ">05.10<"), encoding="utf-8")
    write(4, tile="T31TCJ", epsg=32631, origin=(500000.0, 4800000.0))
    shutil.copytree(products[0], wrong / products[0].name)
    return products


def walk(
    season: Sequence[Path], pictures: Path, language: str, screen: str, wheels: Path | None = None
) -> dict[str, Any]:
    """Walk all journeys in a language on a screen of that size, and return the observations.

    Raises:
        RuntimeError: QGIS crashed or did not end in time.
    """
    place = Path(tempfile.gettempdir()) / "walk"  # short, because it is visible in the windows
    products = write_inputs(place / "home", season)
    shutil.rmtree(pictures, ignore_errors=True)
    display = ("xvfb-run", "-a", "-s", f"-screen 0 {screen}x24")
    session = Session(f"{__package__}.walk_journeys", pictures, timeout=300, tracer=display, language=language)
    empty = place / "models"
    shutil.rmtree(empty, ignore_errors=True)
    empty.mkdir()
    for name, target in {"installed": models_dir(), "wheels": wheels}.items():
        (place / name).unlink(missing_ok=True)
        if target is not None:
            (place / name).symlink_to(target)
    (place / "home" / "runtime").mkdir(mode=0o700)
    environment = {
        "HOME": str(place / "home"),
        "XDG_RUNTIME_DIR": str(place / "home" / "runtime"),
        "CLOUD_S2_MASK_MODELS": str(empty),
        "QT_QPA_PLATFORMTHEME": "",
    }
    before = {name: os.environ.get(name) for name in environment}
    os.environ.update(environment)
    try:
        return run_desktop(products, place / "session", session)
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def write_page(folder: Path, walks: dict[str, dict[str, Any]]) -> Path:
    """Write the page of the walks by their names, which are those of the folders of pictures, and return its path."""
    parts = []
    for name, seen in walks.items():
        faults = [*seen["faults"], *seen.get("unexplained", []), *([seen["error"]] if "error" in seen else [])]
        parts.append(f"<h1>{name}</h1>" + "".join(f"<p>{as_html(fault)}</p>" for fault in faults))
        for journey, one in seen["journeys"].items():
            clicks = as_html(" > ".join(one["clicks"]))
            parts.append(f"<h2>{journey}: {len(one['clicks'])} clicks</h2><p>{clicks}</p>")
            for picture in one["pictures"]:
                text = as_html("; ".join([f"after {picture['clicks']} clicks", *picture["faults"]]))
                parts.append(
                    f'<figure><img src="{name}/{picture["name"]}.png"><figcaption>{text}</figcaption></figure>'
                )
    page = folder / "index.html"
    style = (
        "<meta charset=utf-8><style>img{width:800px}body{font-family:sans-serif}figure{display:inline-block}</style>"
    )
    page.write_text(f"<!doctype html><title>Walk</title>{style}{''.join(parts)}", encoding="utf-8")
    return page


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--languages", nargs="+", default=["en", "de", "fr"])
    parser.add_argument("--screen", default="1600x1000")
    parser.add_argument("--wheels", type=Path)
    options = parser.parse_args()
    compile_all()
    season = write_season(ROOT / "build" / "season")
    walks = {}
    for language in options.languages:
        name = language if options.screen == "1600x1000" else f"{language}-{options.screen}"
        walks[name] = walk(season, BUILD / name, language, options.screen, options.wheels)
        (BUILD / f"{name}.json").write_text(json.dumps(walks[name], indent=1, ensure_ascii=False), encoding="utf-8")
        print(name, {journey: len(one["clicks"]) for journey, one in walks[name]["journeys"].items()})
        print(*walks[name]["faults"], *walks[name].get("unexplained", []), walks[name].get("error", ""), sep="\n")
    print(write_page(BUILD, walks))


if __name__ == "__main__":
    main()
