"""Create a virtual environment for each peer of the benchmark.

`python -m cloud_s2_mask.tools.environments FOLDER [NAME ...]` downloads the packages of environments (of all, if none
is named) and of the engine into a folder, from which `make bench WHEELS=FOLDER` creates them without internet.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .full_size import download_image
from .package import ROOT

HOST_PYTHON = Path("/usr/bin/python3")
STAMP = "made-from"


@dataclass(frozen=True)
class Environment:
    """An environment and its packages."""

    name: str
    requirements: tuple[str, ...]
    """Requirements for pip, which resolves their dependencies."""
    note: str = ""
    """Reason for an unusual version or package."""


_TABLE = (
    Environment(
        "ukis",
        ("ukis-csmask==1.0.0", "onnxruntime==1.32.0", "numpy==2.4.6", "scipy==1.17.1", "rasterio==1.4.4"),
        "The package leaves the choice of onnxruntime to its user; this is its extra `cpu`.",
    ),
    Environment(
        "published",
        (
            "clouds2mask==1.1.3",
            "omnicloudmask==1.8.1",
            "torch==2.14.1",
            "torchvision==0.29.1",
            "fastai==2.8.12",
            "timm==1.0.3",
            "segmentation-models-pytorch==0.6.0",
            "safetensors==0.8.0",
            "numpy==2.4.6",
            "rasterio==1.4.4",
        ),
        "Packages whose weights their authors publish elsewhere. clouds2mask requires timm below 1.0.4.",
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
    Environment(
        "cuda",
        (
            "onnxruntime-gpu[cuda,cudnn]==1.31.1",
            "onnx==1.23.2",
            "numpy==2.4.6",
            "rasterio==1.4.4",
            "tqdm==4.70.1",
        ),
        "The plugin on NVIDIA GPUs: its ONNX Runtime cannot be installed beside the one of .venv.",
    ),
    Environment("pins", ("uv==0.13.9",), "Resolves the packages of the installer, see pins.py."),
    Environment("report", ("matplotlib==3.11.2", "numpy==2.4.6"), "Plots of the report, as SVG."),
)

ENVIRONMENTS = {environment.name: environment for environment in _TABLE}


def python_of(name: str, folder: Path) -> Path:
    """Return the Python of an environment below `folder`; create the environment if missing or outdated.

    Raises:
        KeyError: No environment has this name.
        RuntimeError: The environment cannot be created.
    """
    environment = ENVIRONMENTS[name]
    home = folder / name
    python, stamp = home / "bin" / "python", home / STAMP
    requirements = stamp_of(environment)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == requirements:
        return python
    packages = " ".join(environment.requirements)
    print(f"Creating the environment {name} in {home}: {packages}", file=sys.stderr)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    for command in ([str(HOST_PYTHON), "-m", "venv", "--clear", str(home)], [*pip, *environment.requirements]):
        if subprocess.run(command, check=False, stdout=sys.stderr).returncode:
            raise RuntimeError(f"The environment {name} cannot be created: {' '.join(command)} failed.")
    stamp.write_text(requirements, encoding="utf-8")
    return python


def stamp_of(environment: Environment) -> str:
    """Return the stamp of an environment: the host's Python, without patch version, and the requirements."""
    script = "import sys; print('python {}.{}'.format(*sys.version_info))"
    process = subprocess.run([str(HOST_PYTHON), "-c", script], check=True, capture_output=True, text=True)
    return process.stdout + "".join(f"{requirement}\n" for requirement in environment.requirements)


def download(folder: Path, names: Sequence[str]) -> None:
    """Download the packages of environments and of the engine, as wheels that any of them can be created from.

    Args:
        folder: Folder of the wheels, the networks' packages and the test image; what it holds stays.
        names: Environments.

    Raises:
        KeyError: No environment has this name.
        subprocess.CalledProcessError: pip failed.
    """
    wanted = [
        [
            "--constraint",
            "build/constraints.txt",
            "-r",
            "requirements.txt",
            "-r",
            "requirements-dev.txt",
        ],
        ["--no-deps", "--require-hashes", "-r", "models/requirements.txt"],
        ["setuptools"],  # pip builds the metadata of a source archive with it
        *(list(ENVIRONMENTS[name].requirements) for name in names),
    ]
    for requirements in wanted:
        print(f"Downloading {' '.join(requirements)}", file=sys.stderr)
        command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-input"]
        subprocess.run([*command, "--wheel-dir", str(folder.resolve()), *requirements], check=True, cwd=ROOT)
    download_image(folder)


def _main() -> None:
    parser = argparse.ArgumentParser(description="Download the packages of the benchmark's environments.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", help=f"environments: {', '.join(ENVIRONMENTS)} (default: all)")
    options = parser.parse_args()
    unknown = set(options.names) - set(ENVIRONMENTS)
    if unknown:
        parser.error(f"unknown environment: {', '.join(sorted(unknown))}. Choose from {', '.join(ENVIRONMENTS)}.")
    download(options.folder, options.names or list(ENVIRONMENTS))


if __name__ == "__main__":
    _main()
