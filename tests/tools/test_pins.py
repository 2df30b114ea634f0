"""The installer's lists pin each package for each Python and platform, with hashes."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ...core.install.fetch import CONVERTER, PINS
from ...core.install.packages import NEEDED
from ...tools.pins import GPU_PLATFORMS, NUMPYS, PLATFORMS, PYTHONS, Cell, merged, parse, resolve

WINDOWS, LINUX = PLATFORMS[:2]
KNOWN_GAPS = {("rasterio", "3.9", "aarch64"), ("rasterio", "3.14", "x86_64"), ("onnxruntime", "3.14", "x86_64")}
"""No wheels exist: rasterio for Python 3.9 on ARM processors with Linux; the last for macOS on Intel are for 3.13."""


def versions(text: str, cell: Cell) -> dict[str, list[str]]:
    """Return the listed versions by package, for a Python and a platform, as pip reads them."""
    python, platform = cell
    environment = {"python_version": python, "sys_platform": platform.system, "platform_machine": platform.machine}
    found: dict[str, list[str]] = {}
    for pin in parse_lines(text):
        requirement = Requirement(pin)
        if requirement.marker is None or requirement.marker.evaluate(environment):
            found.setdefault(canonicalize_name(requirement.name), []).append(str(requirement.specifier))
    return found


def parse_lines(text: str) -> Iterator[str]:
    """Yield the requirements of a list, which must all have hashes."""
    for line in text.replace("\\\n", " ").splitlines():
        if not line.startswith("#"):
            pin, *hashes = line.split("--hash=sha256:")
            assert hashes, line
            assert all(len(known.strip()) == 64 for known in hashes), line
            yield pin.strip()


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda platform: platform.name)
def test_each_python_and_platform_is_served(python, platform):
    """One version of each package is listed, and the lists of one installation agree."""
    agreed: dict[str, Any] = {}
    for name in (*NEEDED, CONVERTER, *(["onnxruntime-gpu"] if platform in GPU_PLATFORMS else [])):
        listed = versions((PINS / "numpy-1.24.0" / f"{name}.txt").read_text(encoding="utf-8"), (python, platform))
        assert all(len(some) == 1 for some in listed.values()), listed
        served = name in listed
        assert served or (name, python, platform.machine) in KNOWN_GAPS, f"{name} for {python} on {platform.name}"
        for package, some in listed.items():
            assert agreed.setdefault(package, some) == some, package


def test_numpy_is_the_hosts():
    """No list has numpy, and each serves a numpy that the tool resolves it for."""
    assert {folder.name for folder in PINS.iterdir()} == {f"numpy-{numpy}" for numpy in NUMPYS}
    for path in PINS.glob("*/*.txt"):
        names = [canonicalize_name(Requirement(pin).name) for pin in parse_lines(path.read_text(encoding="utf-8"))]
        assert path.stem in names
        assert "numpy" not in names


def test_versions_of_some_pythons_and_platforms_get_markers():
    """Lines that differ between Pythons and platforms have a marker; others have none."""
    new, old = {"a==2": {"0" * 64}, "b==1": {"2" * 64}}, {"a==1": {"1" * 64}, "b==1": {"2" * 64}}
    windows_only = {"c==1": {"3" * 64}}
    cells = {("3.9", WINDOWS): old | windows_only, ("3.9", LINUX): old, ("3.10", WINDOWS): new | windows_only}
    text = merged({**cells, ("3.10", LINUX): new, ("3.11", LINUX): {}})
    assert "b==1 \\\n" in text
    assert 'a==1 ; (python_version == "3.9") \\\n' in text
    assert versions(text, ("3.9", WINDOWS)) == {"a": ["==1"], "b": ["==1"], "c": ["==1"]}
    assert versions(text, ("3.10", LINUX)) == {"a": ["==2"], "b": ["==1"]}


def test_hashes_are_read_and_numpy_is_not(monkeypatch):
    """The resolver's answer is read package by package."""
    answer = f"numpy==1.24.0 \\\n    --hash=sha256:{'0' * 64}\nonnx==1.0 \\\n    --hash=sha256:{'1' * 64} \\\n"
    answer += f"    --hash=sha256:{'2' * 64}\n"
    assert parse(answer) == {"onnx==1.0": {"1" * 64, "2" * 64}}
    failed = subprocess.CompletedProcess([], 1, stdout="", stderr="no wheel")
    monkeypatch.setattr(subprocess, "run", lambda *_arguments, **_options: failed)
    assert resolve(PINS, "onnx", "1.24.0", ("3.9", LINUX)) == {}
