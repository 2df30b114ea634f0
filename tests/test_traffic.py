"""Nothing leaves the computer: neither a mask nor the start of QGIS opens a connection or stores an id."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from ..core.cards.card import models_dir
from ..tools.desktop_check import Session, run_desktop
from ..tools.hub import open_hub
from ..tools.make_safe import build_product
from ..tools.package import ROOT

SWITCH = "ORT_DISABLE_TELEMETRY"
BUILD_SERVERS = (
    *("CI", "TF_BUILD", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "CODEBUILD_BUILD_ID", "BUILDKITE"),
    *("TEAMCITY_VERSION", "TRAVIS", "CIRCLECI", "APPVEYOR", "BITBUCKET_BUILD_NUMBER"),
)
"""Variables of build servers, on which the runtime leaves its telemetry off by itself."""
MASK = "import sys, time; from cloud_s2_mask.core.__main__ import main; code = main(); time.sleep(12); sys.exit(code)"
"""A run that waits, because the telemetry looks up its hosts some seconds after a session was opened."""
TELEMETRY_ON = (
    "import onnxruntime; from cloud_s2_mask.core.inference import session; "
    "session.import_runtime = lambda: onnxruntime; "
)
UNREACHABLE = "inject=connect:error=ENETUNREACH"
"""The control tries to reach its hosts, but no packet leaves."""


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """A fresh home of a person: neither our switch nor a build server has switched the telemetry off."""
    folder = tmp_path / "home"
    (folder / "runtime").mkdir(parents=True, mode=0o700)
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(models_dir()))
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder / "runtime"))
    of_pytest_qgis = ("QGIS_CUSTOM_CONFIG_PATH", "QGIS_OPTIONS_PATH")
    of_desktop = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    for name in (*of_desktop, *of_pytest_qgis, SWITCH, *BUILD_SERVERS):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def product(tmp_path) -> Path:
    """A small product."""
    bands = {band: np.full((60, 60), 2000, np.uint16) for band in ("B02", "B03", "B04", "B08", "B11", "B12")}
    return build_product(tmp_path, bands, resolutions=dict.fromkeys(bands, 20))


def tracer(log: Path, *options: str) -> tuple[str, ...]:
    """Return the command line that writes all calls of the network to a file, also those of children."""
    assert shutil.which("strace"), "strace is missing; tools/setup.sh desktop installs it"
    return ("strace", "-f", "-qq", "-e", "trace=network", *options, "-o", str(log))


def strangers(log: Path) -> list[str]:
    """List the calls with the address of another computer, or of a name server."""
    addressed = re.compile(r"\b(?:connect|bind|sendto|sendmsg|sendmmsg)\(.*sa_family=AF_INET")
    calls = [call for call in log.read_text().splitlines() if addressed.search(call)]
    loopback = re.compile(r'"(127\.[\d.]+|::1|::ffff:127\.[\d.]+)"')
    return [call for call in calls if "htons(53)" in call or not loopback.search(call)]


def mask(product: Path, log: Path, *options: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Mask a product by the command line."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "build" / "plugins"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [*tracer(log, *options), sys.executable, "-c", before + MASK, str(product), "--res", "20"]
    command += ["--out", str(log.parent / "masks"), "--quiet"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_mask_opens_no_socket_and_writes_nothing_to_my_home(home, product, tmp_path):
    """A run by the command line opens no internet socket at all, and stores no id."""
    log = tmp_path / "calls"
    ran = mask(product, log)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip().endswith(".tif")
    assert "AF_INET" not in log.read_text()
    assert [path.name for path in home.rglob("*")] == ["runtime"]


def test_the_telemetry_of_the_runtime_would_be_seen(home, product, tmp_path):
    """With the telemetry on, the same run is caught by its sockets and by its store."""
    log = tmp_path / "calls"
    ran = mask(product, log, "-e", UNREACHABLE, before=TELEMETRY_ON)
    assert ran.returncode == 0, ran.stderr
    assert "AF_INET" in log.read_text()
    assert strangers(log)
    assert [path for path in home.rglob("*") if "onnxruntime" in path.name]


def test_a_mask_in_qgis_connects_to_nobody(home, product, tmp_path):
    """`qgis_process` with the plugin masks a product without a connection, and stores no id of the runtime."""
    log = tmp_path / "calls"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    assert program, "qgis_process is missing; tools/setup.sh desktop installs it"
    enable = [program, "plugins", "enable", "cloud_s2_mask"]
    subprocess.run(enable, env=environment, capture_output=True, check=True)
    command = [*tracer(log), program, "run", "clouds2mask:maskscene", "--", f"INPUT={product}"]
    command += [f"OUTPUT={tmp_path / 'mask.tif'}"]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (tmp_path / "mask.tif").exists(), ran.stdout + ran.stderr
    assert strangers(log) == []
    assert [path for path in home.rglob("*") if "onnxruntime" in path.name] == []


@pytest.mark.parametrize("arguments", [["--list"], ["unetmobv2-l2a"], ["unetmobv2-l2a", "--accept-licence"]])
def test_a_download_asks_the_mirror_only(home, tmp_path, monkeypatch, arguments):
    """The list and a licence that is not accepted open no connection; a download opens those to the mirror."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "models"))
    log = tmp_path / "calls"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "build" / "plugins"), "PYTHONDONTWRITEBYTECODE": "1"}
    with open_hub({"cloudsen12l2a.pt": b"no weights"}) as hub:
        command = [*tracer(log), sys.executable, "-m", "cloud_s2_mask.core.fetching", *arguments]
        command += ["--mirror", hub.address]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == (0 if arguments == ["--list"] else 1), ran.stderr
    assert bool(hub.asked) == ("--accept-licence" in arguments)
    assert strangers(log) == []
    if not hub.asked:
        assert "connect(" not in re.sub(r".*AF_UNIX.*", "", log.read_text())


@pytest.mark.parametrize("plugin", [True, False])
def test_the_desktop_starts_without_a_connection(home, tmp_path, plugin):
    """QGIS without news feed and version check connects to nobody, with the window of the plugin as without it."""
    if not shutil.which("qgis") or not os.environ.get("DISPLAY"):
        pytest.skip("There is no QGIS desktop, or no display for it; run the tests under xvfb-run.")
    log = tmp_path / "calls"
    steps = "cloud_s2_mask.tools.start_steps"
    seen = run_desktop([], tmp_path / "session", Session(steps, timeout=100, tracer=tracer(log), plugin=plugin))
    assert seen == {"plugin": plugin}
    assert strangers(log) == []
    assert [path for path in home.rglob("*") if "onnxruntime" in path.name] == []
