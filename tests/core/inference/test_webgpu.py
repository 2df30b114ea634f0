"""WebGPU infers what the CPU infers, on a driver that needs no GPU: a real device with memory of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ....core.cards.card import models_dir
from ...conftest import ROOT
from ..conftest import read_mask

DRIVERS = [ROOT / "build/vulkan/lavapipe.json", *Path("/usr/share/vulkan/icd.d").glob("lvp_icd*.json")]
"""The one of tools/vulkan.sh, and that of the system."""
PROGRAM = """
import json, sys, threading
import numpy as np
from pathlib import Path
from cloud_s2_mask.core.cards.card import load_cards
from cloud_s2_mask.core.inference.loading import Network
from cloud_s2_mask.core.inference.recipe import Patches, Recipe
from cloud_s2_mask.core.inference.session import Session
from cloud_s2_mask.core.networks.store import locate_network

def opened(model, device, **options):
    card = load_cards()[model]
    network = Network(locate_network(card, card.networks[0]), None, Recipe.of(card))
    return Session(network, device, **options), len(card.bands)

def patches(bands, count=1):
    counts = np.random.default_rng(1).integers(300, 9000, (count, bands, 64, 64)).astype(np.int16)
    return Patches.whole(counts, 10_000)
"""
COMPARE = """
found = {}
for model in ("ukis-6b-l1c", "ukis-4b-l2a"):
    session, bands = opened(model, "webgpu", batch_size=3)
    session.warm_up((bands, 64, 64), 3)
    values = session.run(patches(bands, 3))
    expected = opened(model, "cpu")[0].run(patches(bands, 3))
    found[model] = [session.provider, session.notices, session.batch_size, float(np.abs(values - expected).max()),
                    type(session._pool.lanes[0]).__name__]
print(json.dumps(found))
"""
FAULT = """
from dataclasses import replace
from cloud_s2_mask.core.runtime import devices

devices.DEVICES = tuple(replace(one, options={}) if one.name == "webgpu" else one for one in devices.DEVICES)
session, bands = opened("ukis-6b-l2a", "webgpu", batch_size=1)
before = session.device.name
session.warm_up((bands, 64, 64), 1)
print(json.dumps([before, session.device.name, session.notices]))
"""
AUTO = """
from cloud_s2_mask.core.runtime.package import available_devices

print(json.dumps([available_devices(), opened("ukis-4b-l2a", "auto")[0].provider]))
"""
THREADS = """
expected = opened("ukis-4b-l2a", "cpu")[0].run(patches(4))
worst = []

def work():
    for _ in range(2):
        session, _ = opened("ukis-4b-l2a", "webgpu", batch_size=1)
        for _ in range(3):
            worst.append(float(np.abs(session.run(patches(4)) - expected).max()))
        assert session.device.name == "webgpu"

threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(json.dumps([len(worst), max(worst)]))
"""


def environment(driver: Path) -> dict[str, str]:
    """Return the variables of a process in which WebGPU finds one driver."""
    own = {"VK_DRIVER_FILES": str(driver), "VK_ICD_FILENAMES": str(driver), "ORT_WEBGPU_EP_ALLOW_SOFTWARE_ADAPTER": "1"}
    paths = os.pathsep.join(map(str, (ROOT / "build/plugins", *sys.path)))
    return os.environ | own | {"PYTHONPATH": paths, "CLOUD_S2_MASK_MODELS": str(models_dir())}


@pytest.fixture(scope="module")
def driver() -> Path:
    """Return the description of a driver that WebGPU works with."""
    pytest.importorskip("onnxruntime_ep_webgpu", reason="onnxruntime-ep-webgpu is absent: tools/setup.sh installs it")
    found = next((path for path in DRIVERS if path.exists()), None)
    if found is None:
        pytest.skip("there is no Vulkan driver that needs no GPU; tools/vulkan.sh downloads one")
    return found


def run(driver: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own: the variable is read when the package is added to ONNX Runtime."""
    words = [sys.executable, *map(str, arguments)]
    return subprocess.run(words, env=environment(driver), capture_output=True, text=True, check=False)


def printed(driver: Path, program: str) -> Any:
    """Run a program, and return the last line that it prints, as JSON."""
    done = run(driver, "-c", PROGRAM + program)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_it_infers_what_the_cpu_infers(driver):
    """Counts go to the device, and probabilities come back; those of the CPU differ by the rounding to 16 bits only.

    Convolutions of 6 bands are those that the layout with the channels last computes wrongly.
    """
    found = printed(driver, COMPARE)
    assert list(found) == ["ukis-6b-l1c", "ukis-4b-l2a"]
    for provider, notices, batch, difference, lane in found.values():
        assert (provider, notices, batch, lane) == ("WebGpuExecutionProvider", [], 3, "BoundLane")
        assert difference < 1e-3


def test_wrong_convolutions_are_noticed(driver):
    """In the layout that onnxruntime-ep-webgpu 0.4.0 takes by itself, it mixes up 6 bands; the CPU masks then."""
    before, after, notices = printed(driver, FAULT)
    assert (before, after) == ("webgpu", "cpu")
    assert "the values differ from those of the CPU by" in notices[0]


def test_its_sessions_take_turns(driver):
    """Sessions that run, open and close in several threads give the CPU's values; at once, they would end QGIS."""
    number, worst = printed(driver, THREADS)
    assert number == 18
    assert worst < 1e-3


def test_a_mask_by_webgpu_is_the_mask_by_the_cpu(driver, cumulus_product, tmp_path):
    """A real image is masked from the command line; the masks have the same labels, and nothing is said of the CPU."""
    product = cumulus_product()
    masks = []
    for device in ("webgpu", "cpu"):
        words = [
            "-m",
            "cloud_s2_mask.core",
            "--res",
            "60",
            "--out",
            tmp_path / device,
            "--device",
            device,
            "--",
            product,
        ]
        done = run(driver, *words)
        assert done.returncode == 0, done.stderr
        assert "could not be used" not in done.stderr
        masks.append(read_mask(Path(done.stdout.splitlines()[-1])))
    assert len(np.unique(masks[0])) > 2
    np.testing.assert_array_equal(masks[0], masks[1])


def test_without_a_driver_the_cpu_makes_the_mask(driver, cumulus_product, tmp_path):
    """A computer without a driver for its GPU gets its mask, and one line that says why."""
    absent = tmp_path / "no driver.json"
    words = [
        "-m",
        "cloud_s2_mask.core",
        "--res",
        "60",
        "--out",
        tmp_path,
        "--device",
        "webgpu",
        "--",
        cumulus_product(),
    ]
    done = run(absent, *words)
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.splitlines()[-1]).exists()
    (line,) = [line for line in done.stderr.splitlines() if "could not be used" in line]
    assert "No supported adapters" in line
    assert "the CPU" in line


def test_it_has_to_be_chosen(driver):
    """`auto` stays on the CPU: whether a GPU is faster than it is not known."""
    devices, provider = printed(driver, AUTO)
    assert devices == ["auto", "cpu", "webgpu"]
    assert provider == "CPUExecutionProvider"
