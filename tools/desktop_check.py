"""Start the real QGIS desktop with the plugin, let `desktop_steps` use it as a person would, and tell what happened.

    python -m cloud_s2_mask.tools.desktop_check --out build/desktop A.SAFE B.SAFE

The first product should take some seconds to mask: it is the one that is cancelled and closed half-way. Needs a
display; without one, run it under xvfb-run. Prints a JSON object of observations, leaves pictures in the folder
`screenshots` of the project's build folder, and exits with 1 if QGIS crashed or hung.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "build" / "screenshots"
_START = "from cloud_s2_mask.tools import desktop_steps\ndesktop_steps.start()\n"
_SETTINGS = """[PythonPlugins]
cloud_s2_mask=true
[qgis]
showTips=false
checkVersion=false
newsFeed=false
[core]
NewsFeed\\httpfeedqgisorg\\disabled=true
[app]
projections\\promptWhenNoCrs=false
"""


def run_desktop(products: Sequence[Path], out: Path, pictures: Path = PICTURES, timeout: float = 600) -> dict:
    """Run all steps in one QGIS session with a fresh profile below `out`; return what was observed.

    Raises:
        RuntimeError: if QGIS crashed, or did not end in time; the message has the end of its output.
    """
    shutil.rmtree(out, ignore_errors=True)
    pictures.mkdir(parents=True, exist_ok=True)
    profile = out / "profile" / "profiles" / "default" / "QGIS"
    profile.mkdir(parents=True)
    (profile / "QGIS3.ini").write_text(_SETTINGS, encoding="utf-8")
    script = out / "start.py"
    script.write_text(_START, encoding="utf-8")
    observed = out / "observed.json"
    plan = {
        "products": [str(path) for path in products],
        "out": str(out),
        "pictures": str(pictures),
        "observed": str(observed),
    }
    environment = {**os.environ, "CLOUD_S2_MASK_DESKTOP_PLAN": json.dumps(plan)}
    environment.pop("QT_QPA_PLATFORM", None)
    command = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", str(out / "profile")]
    command += ["--code", str(script)]
    log = out / "qgis.log"
    with log.open("wb") as stream:
        process = subprocess.Popen(command, env=environment, stdout=stream, stderr=subprocess.STDOUT)
        try:
            status = process.wait(timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise RuntimeError(f"QGIS did not end within {timeout:.0f} s.\n{_tail(log)}") from None
    if status != 0 or not observed.exists():
        raise RuntimeError(f"QGIS ended with status {status}.\n{_tail(log)}")
    result: dict[str, Any] = json.loads(observed.read_text(encoding="utf-8"))
    return result


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-40:])


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; returns the exit status."""
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
