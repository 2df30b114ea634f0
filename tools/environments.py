"""Environments for what the benchmark runs beside the plugin: a folder of packages of its own for each peer."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HOST_PYTHON = Path("/usr/bin/python3")
STAMP = "made-from"


@dataclass(frozen=True)
class Environment:
    """What one environment holds."""

    name: str
    requirements: tuple[str, ...]
    """As pip takes them; what they require in turn is left to pip."""
    note: str = ""
    """Why a version or a package that is no obvious one."""


_TABLE = (
    Environment(
        "ukis",
        ("ukis-csmask==1.0.0", "onnxruntime==1.32.0", "numpy==2.4.6", "scipy==1.17.1", "rasterio==1.4.4"),
        "The package leaves the choice of onnxruntime to its user; this is its extra `cpu`.",
    ),
    Environment(
        "clouds2mask",
        (
            "clouds2mask==1.1.3",
            "torch==2.14.1",
            "torchvision==0.29.1",
            "fastai==2.8.12",
            "timm==1.0.3",
            "numpy==2.4.6",
            "rasterio==1.4.4",
            "onnx==1.23.2",
            "onnxscript==0.7.2",
            "onnxruntime==1.32.0",
        ),
        "The package takes no timm from 1.0.4 on. The last three export the network for the plugin and check it.",
    ),
    Environment(
        "s2cloudless",
        (
            "s2cloudless==1.7.3",
            "lightgbm==4.7.0",
            "opencv-python-headless==5.0.0.93",
            "sentinelhub==3.12.0",
            "numpy==2.4.6",
            "rasterio==1.4.4",
        ),
        "The package imports sentinelhub, which is not used. rasterio reads the bands.",
    ),
    Environment("report", ("matplotlib==3.11.2", "numpy==2.4.6"), "Plots of the report, as SVG."),
)

ENVIRONMENTS = {environment.name: environment for environment in _TABLE}


def python_of(name: str, folder: Path) -> Path:
    """The Python of an environment below `folder`, which is made unless it is there and up to date.

    Raises:
        KeyError: there is no environment of this name.
        RuntimeError: the environment could not be made; the message says which, and of what.
    """
    environment = ENVIRONMENTS[name]
    home = folder / name
    python, stamp = home / "bin" / "python", home / STAMP
    wanted = made_from(environment)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    packages = " ".join(environment.requirements)
    print(f"Making the environment {name} in {home}: {packages}", file=sys.stderr)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    for command in ([str(HOST_PYTHON), "-m", "venv", "--clear", str(home)], [*pip, *environment.requirements]):
        if subprocess.run(command, check=False, stdout=sys.stderr).returncode:
            raise RuntimeError(f"The environment {name} could not be made: {' '.join(command)} failed.")
    stamp.write_text(wanted, encoding="utf-8")
    return python


def made_from(environment: Environment) -> str:
    """What the stamp in an environment says: the host's Python, without its patch version, and the requirements."""
    ask = "import sys; print('python {}.{}'.format(*sys.version_info))"
    answer = subprocess.run([str(HOST_PYTHON), "-c", ask], check=True, capture_output=True, text=True)
    return answer.stdout + "".join(f"{requirement}\n" for requirement in environment.requirements)
