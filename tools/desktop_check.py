"""Run steps of a user in the real QGIS desktop, in a session with a new profile; needs a display (or xvfb-run)."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
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

    steps: str
    """Module whose `walk_through` is run."""
    pictures: Path = PICTURES
    scale: float = 1
    """Screen pixels per window pixel."""
    theme: str = "default"
    """Theme of QGIS, such as `Night Mapping`."""
    journeys: tuple[str, ...] = ()
    """Names of the parts to run, for the module."""
    language: str = "en_US"
    environment: Mapping[str, str] = field(default_factory=dict)
    """Variables that differ from those of this process."""
    timeout: float = 600
    tracer: tuple[str, ...] = ()
    """Command line of a program that runs and watches QGIS."""
    plugin: bool = True
    """True if QGIS loads the plugin."""


def run_desktop(products: Sequence[Path], out: Path, session: Session) -> dict[str, Any]:
    """Run all steps in one QGIS session with a new profile below `out` and return the observations.

    Raises:
        RuntimeError: QGIS crashed or did not end in time; the message contains the end of its output.
    """
    shutil.rmtree(out, ignore_errors=True)
    session.pictures.mkdir(parents=True, exist_ok=True)
    profile = out / "profile" / "profiles" / "default" / "QGIS"
    profile.mkdir(parents=True)
    plugin = str(session.plugin).lower()
    settings = _SETTINGS.format(theme=session.theme, language=session.language, plugin=plugin)
    (profile / "QGIS3.ini").write_text(settings, encoding="utf-8")
    script = out / "start.py"
    script.write_text(_START, encoding="utf-8")
    observed = out / "observed.json"
    plan = {
        "steps": session.steps,
        "journeys": session.journeys,
        "products": [str(path) for path in products],
        "out": str(out),
        "pictures": str(session.pictures),
        "observed": str(observed),
    }
    environment = {**os.environ, **session.environment, "CLOUD_S2_MASK_DESKTOP_PLAN": json.dumps(plan)}
    environment["QT_SCALE_FACTOR"] = str(session.scale)
    environment.pop("QT_QPA_PLATFORM", None)
    command = [*session.tracer, "qgis", "--nologo", "--noversioncheck", "--profiles-path", str(out / "profile")]
    command += ["--code", str(script)]
    log = out / "qgis.log"
    with log.open("wb") as stream:
        # A tracer that is ended leaves QGIS running, so all processes are ended.
        process = subprocess.Popen(
            command, env=environment, stdout=stream, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            status = process.wait(session.timeout)
        except subprocess.TimeoutExpired:
            raise RuntimeError(f"QGIS did not end within {session.timeout:.0f} s.\n{_tail(log)}") from None
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
    if status != 0 or not observed.exists():
        raise RuntimeError(f"QGIS failed with exit status {status}.\n{_tail(log)}")
    result: dict[str, Any] = json.loads(observed.read_text(encoding="utf-8"))
    return result


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-40:])
