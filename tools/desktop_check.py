"""Test the plugin in the real QGIS desktop: run the steps of `desktop_steps` and print the observations.

    python -m cloud_s2_mask.tools.desktop_check --out build/desktop A.SAFE B.SAFE

Masking the first product should take some seconds: its run is cancelled and its window closed half-way. Needs a display
(or xvfb-run). Prints the observations as a JSON object, writes pictures to build/screenshots, and exits with 1 if QGIS
crashed or hung.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "build" / "screenshots"
_START = "from cloud_s2_mask.tools import desktop_driver\ndesktop_driver.start()\n"
_SETTINGS = """[PythonPlugins]
cloud_s2_mask={plugin}
[qgis]
showTips=false
checkVersion=false
newsFeed=false
[core]
NewsFeed\\httpsfeedqgisorg\\disabled=true
httpsfeedqgisorg\\disabled=true
[fonts]
downloadMissingFonts=false
[UI]
UITheme={theme}
[locale]
overrideFlag=true
userLocale={language}
[app]
projections\\promptWhenNoCrs=false
"""


@dataclass(frozen=True)
class Session:
    """A session of the QGIS desktop."""

    steps: str = f"{__package__}.desktop_steps"
    """Module whose `walk_through` is run."""
    pictures: Path = PICTURES
    scale: float = 1
    """Screen pixels per window pixel."""
    theme: str = "default"
    """Theme of QGIS, such as `Night Mapping`."""
    language: str = "en_US"
    timeout: float = 600
    tracer: tuple[str, ...] = ()
    """Command line of a program that runs and watches QGIS."""
    plugin: bool = True
    """True if QGIS loads the plugin."""


def run_desktop(products: Sequence[Path], out: Path, session: Session | None = None) -> dict[str, Any]:
    """Run all steps in one QGIS session with a new profile below `out` and return the observations.

    Raises:
        RuntimeError: QGIS crashed or did not end in time; the message contains the end of its output.
    """
    session = session or Session()
    shutil.rmtree(out, ignore_errors=True)
    session.pictures.mkdir(parents=True, exist_ok=True)
    profile = out / "profile" / "profiles" / "default" / "QGIS"
    profile.mkdir(parents=True)
    (profile / "QGIS3.ini").write_text(
        _SETTINGS.format(theme=session.theme, language=session.language, plugin=str(session.plugin).lower()),
        encoding="utf-8",
    )
    script = out / "start.py"
    script.write_text(_START, encoding="utf-8")
    observed = out / "observed.json"
    plan = {
        "steps": session.steps,
        "products": [str(path) for path in products],
        "out": str(out),
        "pictures": str(session.pictures),
        "observed": str(observed),
    }
    environment = {**os.environ, "CLOUD_S2_MASK_DESKTOP_PLAN": json.dumps(plan), "QT_SCALE_FACTOR": str(session.scale)}
    environment.pop("QT_QPA_PLATFORM", None)
    command = [*session.tracer, "qgis", "--nologo", "--noversioncheck", "--profiles-path", str(out / "profile")]
    command += ["--code", str(script)]
    log = out / "qgis.log"
    with log.open("wb") as stream:
        # A tracer that is killed leaves QGIS running, so all of its processes are ended.
        process = subprocess.Popen(
            command, env=environment, stdout=stream, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            status = process.wait(session.timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise RuntimeError(f"QGIS did not end within {session.timeout:.0f} s.\n{_tail(log)}") from None
    if status != 0 or not observed.exists():
        raise RuntimeError(f"QGIS failed with exit status {status}.\n{_tail(log)}")
    result: dict[str, Any] = json.loads(observed.read_text(encoding="utf-8"))
    return result


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-40:])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("products", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "desktop")
    options = parser.parse_args(arguments)
    try:
        observed = run_desktop([path.resolve() for path in options.products], options.out.resolve())
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(observed, indent=2))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
