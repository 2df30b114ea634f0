"""The default networks are prepared from packages in a folder, without internet."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = [f"{name}-py3-none-any.whl" for name in ("s2cloudless-1.7.3", "ukis_csmask-1.0.0")]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="The script is of bash.")


def models(tmp_path: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the script for an empty folder of networks."""
    environment = {**os.environ, "CLOUD_S2_MASK_MODELS": str(tmp_path / "models"), "PIP_NO_INDEX": "1"}
    command = ["bash", "tools/models.sh", str(folder)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_package_that_the_folder_lacks_is_named(tmp_path):
    """I read which file to put into the folder."""
    done = models(tmp_path, tmp_path)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"{tmp_path} does not hold {PACKAGES[0]}. ")


def test_networks_are_prepared_from_a_folder(tmp_path):
    """With the packages on a stick, a computer without internet gets all networks."""
    stored = [ROOT / "build" / "wheels" / name for name in PACKAGES]
    if not all(path.exists() for path in stored):
        pytest.skip("build/wheels has no packages: make models downloads them.")
    brought = tmp_path / "my stick"
    brought.mkdir()
    for path in stored:
        shutil.copy(path, brought)
    done = models(tmp_path, brought)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list((tmp_path / "models").glob("*.onnx"))) >= 4
