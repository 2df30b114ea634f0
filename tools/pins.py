"""Write the lists of packages that the installer accepts: core/install/pins/numpy-VERSION/PACKAGE.txt.

    python -m cloud_s2_mask.tools.pins

Each list is a requirements file for pip: a package of the installer, or onnx for the converter, and all that it needs,
in the newest version for each Python and platform, with the hashes of all files of that version. uv resolves it from
the package index that it is set up to use. QGIS brings its own numpy, so numpy is not listed: a list holds for the
version of numpy in its folder's name and for newer ones.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..core.install.fetch import ANY_GPU, CONVERTER, GPU_RUNTIME, PINS, any_gpu_serves
from ..core.install.packages import NEEDED
from .environments import python_of

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("3.9", "3.10", "3.11", "3.12", "3.13", "3.14")
FIRST_NUMPY = {"3.12": "1.26.0", "3.13": "2.1.0", "3.14": "2.3.2"}
"""The first numpy that supports a Python; the older ones are older than all of the lists."""
NUMPYS = {"1.21.5": ("3.9", "3.10"), "1.24.0": PYTHONS}
"""The oldest numpy of each folder of lists, and the Pythons that it serves. Ubuntu 22.04 with QGIS 3.22 has 1.21.5."""


@dataclass(frozen=True)
class Platform:
    """A kind of computer that QGIS runs on."""

    name: str
    """In uv."""
    system: str
    """As in `sys.platform`."""
    machine: str
    """As in `platform.machine()`."""


PLATFORMS = (
    Platform("x86_64-pc-windows-msvc", "win32", "AMD64"),
    Platform("x86_64-manylinux_2_31", "linux", "x86_64"),
    Platform("aarch64-manylinux_2_31", "linux", "aarch64"),
    Platform("x86_64-apple-darwin", "darwin", "x86_64"),
    Platform("aarch64-apple-darwin", "darwin", "arm64"),
)
GPU_PLATFORMS = PLATFORMS[:2]
_AT_A_TIME = 4
_MACOS = "14.0"
"""ONNX Runtime's newest wheels need it; the older wheels of a listed version are listed too."""

LISTS = {
    **{name: (name, PLATFORMS) for name in (*NEEDED, CONVERTER, ANY_GPU)},
    GPU_RUNTIME: ("onnxruntime-gpu[cuda,cudnn]", GPU_PLATFORMS),
}
"""The requirement and the platforms of each list."""

Cell = tuple[str, Platform]
"""A Python and a platform."""


def resolve(uv: Path, requirement: str, numpy: str, cell: Cell) -> dict[str, set[str]]:
    """Resolve a requirement for one Python and platform.

    Returns:
        The SHA-256 hashes of the files by `name==version`; empty if no set of wheels fulfils it.
    """
    python, platform = cell
    command = [str(uv), "pip", "compile", "-", "--python-version", python, "--python-platform", platform.name]
    command += ["--only-binary", ":all:", "--generate-hashes", "--no-header", "--no-annotate", "--no-config"]
    environment = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": _MACOS, "UV_PYTHON_DOWNLOADS": "never"}
    wanted = f"{requirement}\nnumpy=={FIRST_NUMPY.get(python, numpy)}\n"
    process = subprocess.run(command, input=wanted, env=environment, check=False, capture_output=True, text=True)
    if process.returncode:
        print(f"{requirement} for Python {python} on {platform.name}: {_reason(process.stderr)}", file=sys.stderr)
        return {}
    return parse(process.stdout)


def parse(text: str) -> dict[str, set[str]]:
    """Read the pinned packages of a requirements file, but not numpy: hashes by `name==version`."""
    lines = text.replace("\\\n", " ").splitlines()
    pins = {line.split()[0]: set(re.findall(r"--hash=sha256:([0-9a-f]{64})", line)) for line in lines if line.strip()}
    return {pin: hashes for pin, hashes in pins.items() if not pin.startswith("numpy==")}


def merged(resolved: dict[Cell, dict[str, set[str]]]) -> str:
    """Merge what was resolved for each Python and platform to one requirements file with environment markers."""
    cells: dict[str, list[Cell]] = {}
    hashes: dict[str, set[str]] = {}
    for cell, pins in resolved.items():
        for pin, known in pins.items():
            cells.setdefault(pin, []).append(cell)
            hashes.setdefault(pin, set()).update(known)
    served = [cell for cell, pins in resolved.items() if pins]
    lines = []
    for pin in sorted(cells):
        options = [f"--hash=sha256:{known}" for known in sorted(hashes[pin])]
        lines.append(" \\\n    ".join([f"{pin}{marker(cells[pin], served)}", *options]))
    return "".join(f"{line}\n" for line in lines)


def marker(cells: Sequence[Cell], served: Sequence[Cell]) -> str:
    """Return the environment marker, with its semicolon, that tells some cells from the others of a list."""
    if len(cells) == len(served):
        return ""
    platforms: dict[tuple[Platform, ...], list[str]] = {}
    for python in dict.fromkeys(python for python, _ in cells):
        on, all_of_them = (tuple(p for version, p in some if version == python) for some in (cells, served))
        platforms.setdefault(() if on == all_of_them else on, []).append(python)
    return " ; " + " or ".join(_both(_versions(pythons), _machines(on)) for on, pythons in platforms.items())


def _versions(pythons: list[str]) -> list[str]:
    return [f'python_version == "{python}"' for python in pythons]


def _machines(platforms: tuple[Platform, ...]) -> list[str]:
    return [f'sys_platform == "{p.system}" and platform_machine == "{p.machine}"' for p in platforms]


def _both(*conditions: list[str]) -> str:
    return " and ".join(f"({' or '.join(any_of)})" for any_of in conditions if any_of)


def _reason(printed: str) -> str:
    return " ".join(printed.split())[:300]


def _has_any_gpu(python: str, platform: Platform) -> bool:
    major, minor = map(int, python.split("."))
    return any_gpu_serves((major, minor), platform.system, platform.machine)


def main() -> int:
    """Write all lists, except those for which no listed Python has wheels."""
    uv = python_of("pins", ROOT / "build").with_name("uv")
    for numpy, pythons in NUMPYS.items():
        folder = PINS / f"numpy-{numpy}"
        folder.mkdir(parents=True, exist_ok=True)
        for name, (requirement, platforms) in LISTS.items():
            cells = [(python, platform) for python in pythons for platform in platforms]
            if name == ANY_GPU:
                cells = [cell for cell in cells if _has_any_gpu(*cell)]
            if not cells:
                continue
            with ThreadPoolExecutor(_AT_A_TIME) as pool:
                pins = pool.map(partial(resolve, uv, requirement, numpy), cells)
                text = merged(dict(zip(cells, pins)))
            (folder / f"{name}.txt").write_text(f"# Written by tools/pins.py.\n{text}", encoding="utf-8")
            print(f"{folder.name}/{name}.txt: {len(text.splitlines())} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
