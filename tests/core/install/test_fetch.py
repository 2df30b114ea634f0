"""The commands that install packages for QGIS's Python: the right interpreter, the right pip, no second numpy."""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from ....core.errors import InstallationError
from ....core.install import fetch as fetching
from ....core.install import packages
from ....core.install.fetch import (
    ANY_GPU,
    GPU_RUNTIME,
    MEGABYTES,
    Python,
    find_interpreter,
    find_pip,
    find_python,
    plan,
)
from ...refusals import refused

PYTHON = Python(Path("/usr/bin/python3.11"), ("-m", "pip"))


@pytest.fixture
def bare(monkeypatch):
    """A host without the packages."""
    monkeypatch.setattr(packages, "find_spec", lambda _name: None)


def lay(root: Path, *names: str) -> Path:
    """Write the files of an installation."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    return root


@pytest.mark.parametrize(
    ("system", "executable", "prefix", "files", "expected"),
    [
        ("linux", "usr/bin/python3", "usr", ["usr/bin/python3", "usr/bin/python3.11"], "usr/bin/python3.11"),
        ("linux", "home/bin/python3", "usr", ["home/bin/python3", "usr/bin/python3.11"], "usr/bin/python3.11"),
        ("linux", "venv/bin/python", "venv", ["venv/bin/python", "venv/bin/python3"], "venv/bin/python3"),
        (
            "win32",
            "QGIS/bin/qgis-bin.exe",
            "QGIS/apps/Python312",
            ["QGIS/bin/qgis-bin.exe", "QGIS/bin/python3.exe", "QGIS/apps/Python312/python.exe"],
            "QGIS/apps/Python312/python.exe",
        ),
        ("win32", "QGIS/bin/qgis-bin.exe", "QGIS/apps/Python312", ["QGIS/bin/python3.exe"], "QGIS/bin/python3.exe"),
        (
            "darwin",
            "QGIS.app/Contents/MacOS/QGIS",
            "QGIS.app/Contents/Frameworks",
            ["QGIS.app/Contents/MacOS/QGIS", "QGIS.app/Contents/MacOS/bin/python3"],
            "QGIS.app/Contents/MacOS/bin/python3",
        ),
        ("darwin", "QGIS.app/Contents/MacOS/QGIS", "nowhere", ["QGIS.app/Contents/MacOS/QGIS"], None),
    ],
)
def test_the_interpreter_is_found_although_qgis_runs(tmp_path, system, executable, prefix, files, expected):
    """On Windows and macOS the running program is QGIS; I need the Python beside it, in the same version."""
    lay(tmp_path, *files)
    found = find_interpreter(str(tmp_path / executable), str(tmp_path / prefix), system, (3, 11))
    assert found == (tmp_path / expected if expected else None)


def test_this_python_finds_itself():
    """The real interpreter and the real pip are found."""
    python = find_python()
    assert python.executable.name.startswith("python")
    assert python.pip == ("-m", "pip")


def test_without_an_interpreter_or_pip_i_learn_what_to_do(monkeypatch, tmp_path):
    """Without pip, as in Debian's QGIS, the error names the Debian package; without an interpreter, the folders."""
    with monkeypatch.context() as broken:
        broken.setattr(fetching, "find_pip", lambda _wheels: None)
        with refused(InstallationError, package="pip") as caught:
            find_python()
        assert "sudo apt install python3-pip" in str(caught.value)
    monkeypatch.setattr(sys, "exec_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "qgis"))
    with refused(InstallationError, exec_prefix=tmp_path, executable=tmp_path / "qgis"):
        find_python()


def test_a_wheel_of_pip_is_used_if_pip_is_not_installed(monkeypatch, tmp_path):
    """Pip runs from its own wheel, the newest in the folder."""
    monkeypatch.setattr(fetching, "find_spec", lambda _name: None)
    lay(tmp_path, "pip-9.0.3-py2.py3-none-any.whl", "pip-23.0.1-py3-none-any.whl", "pip-22.10-py3-none-any.whl")
    assert find_pip(tmp_path) == (str(tmp_path / "pip-23.0.1-py3-none-any.whl" / "pip"),)


def test_pip_installs_wheels_into_the_plugins_folder(bare, tmp_path):
    """Pip builds nothing, installs into the plugin's own folder, and keeps the host's numpy."""
    fetch = plan(tmp_path / "packages" / "cp311", gpu=False, models=True)
    steps = fetch.steps(PYTHON)
    assert [step.kind for step in steps] == ["packages", "converter", "download", "models"]
    for step in steps[:3]:
        assert step.command[:3] == ["/usr/bin/python3.11", "-m", "pip"]
        assert "--only-binary=:all:" in step.command
        assert "--require-hashes" in step.command
    for step in steps[:2]:
        assert "--no-compile" in step.command
        assert Path(step.command[step.command.index("--target") + 1]).parent == fetch.work
    assert [Path(word).name for word in steps[0].command if word.endswith(".txt")] == [
        "onnxruntime.txt",
        "rasterio.txt",
        "host.txt",
    ]
    wheels = ["s2cloudless-1.7.3-py3-none-any.whl", "ukis_csmask-1.0.0-py3-none-any.whl"]
    assert steps[3].command[-3:] == ["prepare", *(str(fetch.work / wheel) for wheel in wheels)]
    assert steps[3].environment["PYTHONPATH"].split(os.pathsep)[1] == str(fetch.target)


def test_offline_all_comes_from_a_folder(bare, tmp_path):
    """With a folder of wheels, pip does not use the internet."""
    steps = plan(tmp_path / "cp311", gpu=False, models=True, wheels=tmp_path).steps(PYTHON)
    assert all("--no-index" in step.command and str(tmp_path) in step.command for step in steps[:3])


def test_a_gpu_gets_its_own_runtime_with_its_libraries(bare, tmp_path):
    """With an NVIDIA driver, CUDA and cuDNN are installed too, and the size includes them."""
    with_gpu = plan(tmp_path, gpu=True, models=False)
    assert with_gpu.requirements == (GPU_RUNTIME, "rasterio")
    without = plan(tmp_path, gpu=False, models=False)
    assert without.requirements == ("onnxruntime", "rasterio")
    assert with_gpu.megabytes()[0] - without.megabytes()[0] == MEGABYTES[GPU_RUNTIME][0] - MEGABYTES["onnxruntime"][0]


def test_any_gpu_gets_its_provider_beside_onnx_runtime(bare, tmp_path, monkeypatch):
    """The provider is installed with the rest, from its own list; nothing is if the host has it."""
    fetch = plan(tmp_path / "cp311", any_gpu=True)
    assert fetch.requirements == ("onnxruntime", "rasterio", ANY_GPU)
    assert not fetch.beside
    assert str(fetching.pins() / f"{ANY_GPU}.txt") in fetch.steps(PYTHON)[0].command
    assert fetching.module_of(ANY_GPU) == "onnxruntime_ep_webgpu"
    monkeypatch.setattr(fetching, "belongs_in", lambda folder, package: False)
    assert plan(tmp_path / "cp311", any_gpu=True).requirements == ("onnxruntime", "rasterio")


def test_a_provider_that_alone_is_missing_is_added(tmp_path, monkeypatch):
    """The packages that are there stay, with what is loaded of them; only the provider is downloaded."""
    target = tmp_path / "packages" / "cp311"
    for name in ("onnxruntime", "rasterio"):
        lay(target, f"{name}/__init__.py")
    monkeypatch.setattr(packages, "place_of", lambda name: target if (target / name).exists() else None)
    monkeypatch.setattr(fetching, "place_of", packages.place_of)
    fetch = plan(target, gpu=True, any_gpu=True)
    assert (fetch.requirements, fetch.beside) == ((ANY_GPU,), True)
    assert fetch.megabytes() == MEGABYTES[ANY_GPU]
    lay(target, "onnxruntime_ep_webgpu/left.txt")  # of an unfinished installation
    new = tmp_path / "new"
    lay(new, "onnxruntime_ep_webgpu/__init__.py")
    fetch._adopt(new)
    found = sorted(path.relative_to(target).as_posix() for path in target.rglob("*.*"))
    assert found == ["onnxruntime/__init__.py", "onnxruntime_ep_webgpu/__init__.py", "rasterio/__init__.py"]
    assert plan(target, any_gpu=True).requirements == ("onnxruntime", "rasterio", ANY_GPU)


@pytest.mark.parametrize(
    ("version", "system", "machine", "offered"),
    [
        ((3, 11), "linux", "x86_64", True),
        ((3, 14), "darwin", "arm64", True),
        ((3, 14), "darwin", "x86_64", False),
        ((3, 9), "win32", "AMD64", False),
    ],
)
def test_any_gpu_is_offered_where_its_provider_is_made(monkeypatch, tmp_path, version, system, machine, offered):
    """There are no wheels for older Pythons and for Macs with a processor of Intel."""
    monkeypatch.setattr(fetching, "belongs_in", lambda folder, package: True)
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    assert fetching.offers_any_gpu(tmp_path) == offered


def test_any_gpu_is_not_offered_beside_the_hosts_onnx_runtime(monkeypatch, tmp_path):
    """It may be too old for the provider; and QGIS with an old numpy has no list of it."""
    monkeypatch.setattr(fetching, "belongs_in", lambda folder, package: package != "onnxruntime")
    assert not fetching.offers_any_gpu(tmp_path)
    monkeypatch.setattr(fetching, "belongs_in", lambda folder, package: True)
    monkeypatch.setattr(fetching, "PINS", tmp_path)
    (tmp_path / "numpy-1.20").mkdir()
    assert not fetching.offers_any_gpu(tmp_path)


def test_a_driver_is_found_by_its_files(monkeypatch, tmp_path):
    """The driver is found by its program, or on Windows by its library."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    assert not fetching.has_nvidia_driver()
    lay(tmp_path, "System32/nvcuda.dll")
    assert fetching.has_nvidia_driver()


def test_a_complete_host_needs_nothing(tmp_path):
    """If all packages are installed, there is no command to run."""
    fetch = plan(tmp_path / "cp311", gpu=False, models=False)
    assert fetch.steps(PYTHON) == []
    assert fetch.megabytes() == (0, 0)


def test_the_stand_in_for_numpy_is_an_empty_wheel(bare, tmp_path):
    """The stand-in satisfies pip and contains only its metadata; the work folder is removed completely."""
    fetch = plan(tmp_path / "packages" / "cp311", gpu=False, models=False)
    killed = fetch.work.with_name(".1")
    lay(killed, "half.whl")
    os.utime(killed, (0, 0))
    fetch.prepare()
    assert not killed.exists()
    [wheel] = fetch.work.glob("numpy-*.whl")
    assert all(".dist-info/" in name for name in zipfile.ZipFile(wheel).namelist())
    fetch.clean()
    assert list(fetch.work.parent.iterdir()) == []


def test_paths_are_short_enough_for_windows(bare):
    """With a long user name, the longest path of a package stays within 260 characters while pip unpacks it."""
    profile = r"C:\Users\maximiliane.mustermann\AppData\Roaming\QGIS\QGIS3\profiles\default"
    target = packages.packages_dir(Path(profile))
    work = str(plan(target, gpu=False, models=True).work.with_name(".1234567"))
    longest = 111  # test data of onnx
    assert len(f"{work}/pip-target-abcdefgh/lib/python/") + longest < 260
    assert len(f"{target}/") + longest < 260


def test_nothing_is_downloaded_for_packages_that_cannot_be_replaced(bare, monkeypatch, tmp_path):
    """On Windows, with ONNX Runtime loaded, I get the error before a gigabyte is downloaded, not after."""
    fetch = plan(tmp_path / "packages" / "cp311", gpu=False, models=True)
    lay(fetch.target, "onnxruntime/__init__.py")

    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "Access is denied")

    with monkeypatch.context() as windows:
        windows.setattr(Path, "replace", refuse)
        with refused(InstallationError, folder=fetch.target, reason="Access is denied"):
            fetch.prepare()
    assert not fetch.work.exists()
    fetch.prepare()
    assert [path.name for path in fetch.target.parent.iterdir()] == ["cp311"]
    assert (fetch.target / "onnxruntime" / "__init__.py").exists()


def wheel(folder: Path, name: str, needs: str = "") -> str:
    """Write a wheel with one module, and return its SHA-256."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n" + (f"Requires-Dist: {needs}\n" if needs else "")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}/__init__.py", "")
        archive.writestr(f"{name}-1.0.dist-info/METADATA", metadata)
        tags = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        archive.writestr(f"{name}-1.0.dist-info/WHEEL", tags)
        archive.writestr(f"{name}-1.0.dist-info/RECORD", "")
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def listed(bare, monkeypatch, tmp_path):
    """Install from a folder with a wheel of each package, by their lists; returns pip's exit status and output."""
    wheels, pins = tmp_path / "wheels", tmp_path / "pins"
    wheels.mkdir()
    monkeypatch.setattr(fetching, "PINS", pins)

    def install(numpy: str = "numpy-1.0", needs: str = "numpy>=1.0", marker: str = "", change: bool = False):
        (pins / numpy).mkdir(parents=True)
        for name in packages.NEEDED:
            digest = wheel(wheels, name, needs)
            (pins / numpy / f"{name}.txt").write_text(f"{name}==1.0{marker} --hash=sha256:{digest}\n")
        if change:
            wheel(wheels, "rasterio", "numpy>=1.1")
        fetch = plan(tmp_path / "profile" / "packages" / "cp311", gpu=False, models=False, wheels=wheels)
        fetch.prepare()
        [step] = fetch.steps(find_python())
        done = subprocess.run(step.command, cwd=fetch.work, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            step.finish()
        return done.returncode, done.stdout + done.stderr, sorted(path.name for path in fetch.target.glob("*"))

    return install


def test_what_is_listed_is_installed_without_internet(listed):
    """The listed packages come from my folder, and the stand-in for numpy leaves nothing behind."""
    status, printed, there = listed()
    assert status == 0, printed
    assert there == ["onnxruntime", "onnxruntime-1.0.dist-info", "rasterio", "rasterio-1.0.dist-info"]


def test_an_exchanged_package_is_refused(listed):
    """A wheel that differs from the list by a word is not installed, and pip names it."""
    status, printed, there = listed(change=True)
    assert status != 0
    assert "rasterio" in printed
    assert "HASH" in printed.upper()
    assert there == []


def test_a_package_that_does_not_work_with_the_hosts_numpy_is_refused(listed):
    """The host's numpy decides, not a list."""
    status, printed, there = listed(needs="numpy>=999")
    assert status != 0
    assert "numpy" in printed
    assert there == []


def test_a_python_or_platform_without_packages_is_named(listed):
    """Pip skips all lines for other Pythons and succeeds; I learn that nothing was installed."""
    with refused(InstallationError, package="onnxruntime") as caught:
        listed(marker=' ; python_version == "2.7"')
    assert caught.value.values["python"] == ".".join(map(str, sys.version_info[:3]))


def test_a_numpy_older_than_all_lists_is_named_before_the_download(listed):
    """An old QGIS learns its numpy and the oldest one that would do."""
    with refused(InstallationError, oldest="999.5", version=np.__version__):
        listed("numpy-999.5")


@pytest.mark.parametrize(
    ("numpy", "expected"),
    [("1.21.5", "1.21.5"), ("1.23.9", "1.21.5"), ("1.24.0", "1.24.0"), ("2.10.1", "1.24.0")],
)
def test_the_lists_fit_the_hosts_numpy(monkeypatch, numpy, expected):
    """Of the real lists, those for the newest numpy that is not newer than the host's are taken."""
    monkeypatch.setattr(np, "__version__", numpy)
    assert fetching.pins().name == f"numpy-{expected}"
