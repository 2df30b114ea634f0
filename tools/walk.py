"""Walk through the journeys of a user in the real QGIS desktop, and show them as pictures with their clicks.

    python -m cloud_s2_mask.tools.walk [--languages en de fr] [--screens 1600x1000] [--themes default]
        [--journeys six_dates]

The first language is walked on each screen in each theme, the others where texts have the least room: in sessions of
QGIS of their own, on virtual displays, with a new profile and without models. The pictures, and `index.html` with the
clicks and the faults of each journey, are in build/walk.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from ..core.cards.card import models_dir
from ..core.html_page import as_html
from .desktop_check import Session, run_desktop
from .hub import open_hub
from .journeys.plan import ALL, INTERFACE
from .package import ROOT
from .season_products import write_season
from .translations import compile_all
from .walk_inputs import write_other_kinds, write_season_of_user, write_wrong

BUILD = ROOT / "build" / "walk"
WHEELS = BUILD / "wheels"
_STYLE = "img { width: 800px } figure { display: inline-block } body { font-family: sans-serif }"


@dataclass(frozen=True)
class Desktop:
    """The screen and the look of QGIS."""

    language: str = "en"
    screen: tuple[int, int] = (1600, 1000)
    """Width and height in logical pixels."""
    scale: float = 1
    """Screen pixels per logical pixel."""
    theme: str = "default"

    @property
    def name(self) -> str:
        """A name for the folder of the pictures."""
        width, height = self.screen
        look = [f"x{self.scale:g}"] * (self.scale != 1) + [self.theme] * (self.theme != "default")
        return "-".join([self.language, f"{width}x{height}", *look]).replace(" ", "-")

    def display(self) -> tuple[str, ...]:
        """Return the command line that runs a program on a virtual display of this size."""
        width, height = (round(self.scale * size) for size in self.screen)
        return ("xvfb-run", "-a", "-s", f"-screen 0 {width}x{height}x24")


def walk(
    season: Sequence[Path], place: Path, pictures: Path, journeys: Sequence[str] = ALL, desktop: Desktop | None = None
) -> dict[str, Any]:
    """Walk journeys in one session of QGIS with a new profile, and return the observations.

    Args:
        season: `.SAFE` folders.
        place: A folder for the home of the user and the profile, which is visible in the windows.
        pictures: A folder for the pictures; its files are replaced.
        journeys: Names in `ALL`; later ones depend on earlier ones.
        desktop: The screen and the look of QGIS.

    Raises:
        RuntimeError: QGIS crashed or did not end in time.
    """
    for folder in (place, pictures):
        shutil.rmtree(folder, ignore_errors=True)
    home, models = place / "home", place / "models"
    products = write_season_of_user(home, season)
    write_wrong(home, products)
    served = write_other_kinds(home, products[0])
    (home / "runtime").mkdir(mode=0o700)
    models.mkdir()
    (place / "installed").symlink_to(models_dir())
    if WHEELS.exists():
        (place / "wheels").symlink_to(WHEELS)
    desktop = desktop or Desktop()
    session = Session(
        f"{__package__}.journeys.walking",
        pictures,
        desktop.scale,
        desktop.theme,
        journeys=tuple(journeys),
        language=desktop.language,
        environment={
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home / "runtime"),
            "CLOUD_S2_MASK_MODELS": str(models if "install" in journeys else models_dir()),
        },
        tracer=desktop.display(),
    )
    with open_hub(served) as hub:
        addresses = "".join(f"{hub.address}/{name}\n" for name in served)
        (home / "Other inputs" / "addresses.txt").write_text(addresses, encoding="utf-8")
        return run_desktop(products, place / "session", session)


def desktops(
    languages: Sequence[str], screens: Sequence[str], themes: Sequence[str], scale: float = 1
) -> Iterator[Desktop]:
    """Yield the desktops to walk through: the first language with every look, the others where texts have least room.

    Args:
        languages: Codes such as `de`.
        screens: Sizes such as `1280x720`, the narrowest one last.
        themes: Themes of QGIS.
        scale: Screen pixels per window pixel.
    """
    sizes = [(int(width), int(height)) for width, height in (screen.split("x") for screen in screens)]
    for size, theme in product(sizes, themes):
        yield Desktop(languages[0], size, scale, theme)
    for language in languages[1:]:
        yield Desktop(language, sizes[-1], scale, themes[0])


def faults(seen: dict[str, Any]) -> list[str]:
    """List the faults of a walk, each once, with the first picture that shows it."""
    pictures = [picture for one in seen["journeys"].values() for picture in one["pictures"]]
    first = {fault: picture["name"] for picture in reversed(pictures) for fault in picture["faults"]}
    errors = [seen["error"]] if "error" in seen else []
    return [
        *errors,
        *seen["faults"],
        *seen.get("unexplained", []),
        *(f"{one}: {fault}" for fault, one in first.items()),
    ]


def write_page(folder: Path, walks: dict[str, dict[str, Any]]) -> Path:
    """Write the page of walks, whose names are those of their folders of pictures, and return its path."""
    parts = ["<!doctype html><meta charset=utf-8><title>Walk</title>", f"<style>{_STYLE}</style>"]
    parts.append(
        "<p>Clicks begin at the toolbar button of a new profile. File dialogs open in the folder of the data.</p>"
    )
    for name, seen in walks.items():
        parts += [f"<h1>{name}</h1>", *(f"<p>{as_html(fault)}</p>" for fault in faults(seen))]
        for journey, one in seen["journeys"].items():
            clicks = as_html(" › ".join(one["clicks"]))  # noqa: RUF001
            parts.append(f"<h2>{journey}, clicks: {len(one['clicks'])}</h2><p>{clicks}</p>")
            for picture in one["pictures"]:
                text = as_html("; ".join([f"clicks: {picture['clicks']}", *picture["faults"]]))
                image = f'<img src="{name}/{picture["name"]}.png" alt="{picture["name"]}">'
                parts.append(f"<figure>{image}<figcaption>{text}</figcaption></figure>")
    page = folder / "index.html"
    page.write_text("\n".join(parts), encoding="utf-8")
    return page


def gather_wheels() -> None:
    """Download the packages from which the models are made, unless already there.

    Raises:
        subprocess.CalledProcessError: they cannot be downloaded.
    """
    from ..core.install import fetch

    requirements = (fetch.pins() / f"{fetch.CONVERTER}.txt", ROOT / "models" / "requirements.txt")
    if not WHEELS.exists():
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        pip += ["--only-binary=:all:", "--require-hashes", "--find-links", str(ROOT / "build" / "wheels")]
        pip += ["--dest", str(WHEELS), *(word for path in requirements for word in ("--requirement", str(path)))]
        try:
            subprocess.run(pip, check=True)
        except subprocess.CalledProcessError:
            shutil.rmtree(WHEELS, ignore_errors=True)
            raise


def main() -> int:
    """Run the command line, and return 1 if there are faults."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--languages", nargs="+", default=["en", "de", "fr"])
    parser.add_argument("--screens", nargs="+", default=["1600x1000", "1280x720"], help="the narrowest one last")
    parser.add_argument("--scale", type=float, default=1, help="screen pixels per window pixel")
    parser.add_argument("--themes", nargs="+", default=["default", "Night Mapping"], help="themes of QGIS")
    parser.add_argument("--journeys", nargs="+", default=INTERFACE, choices=ALL)
    options = parser.parse_args()
    compile_all()
    gather_wheels()
    season, walks = write_season(ROOT / "build" / "season")[:6], {}
    place = Path(tempfile.mkdtemp(prefix="walk-"))  # short, because it is visible in the windows
    for desktop in desktops(options.languages, options.screens, options.themes, options.scale):
        seen = walk(season, place, BUILD / desktop.name, options.journeys, desktop)
        text = json.dumps(seen, indent=1, ensure_ascii=False)
        (BUILD / desktop.name / "seen.json").write_text(text, encoding="utf-8")
        clicks = {journey: len(one["clicks"]) for journey, one in seen["journeys"].items()}
        print(desktop.name, clicks, *faults(seen), sep="\n  ")
        walks[desktop.name] = seen
    shutil.rmtree(place)
    print(write_page(BUILD, walks))
    return int(any(faults(seen) for seen in walks.values()))


if __name__ == "__main__":
    sys.exit(main())
