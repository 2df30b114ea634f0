"""From a bare profile to a mask of four classes: published models in the real desktop, with a hub on this computer."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from qgis.PyQt.QtGui import QImage

from ....core.cards.card import models_dir
from ....core.masks.tags import unprefixed
from ....tools.desktop_check import PICTURES, Session, run_desktop
from ....tools.published_steps import BY_HAND, LICENSED, MODEL
from ...test_traffic import strangers, tracer

NETWORKS = ("regnety_004.pycls_in1k", "edgenext_small.usi_in1k")
FIRST, SECOND = (f"PM_model_OCM_7.97_R_G_NIR_3_smp_{network}_PT_state.safetensors" for network in NETWORKS)
PUBLISHED = {"clouds2mask-10m", "clouds2mask-20m", "kappamask-l1c", "kappamask-l2a", "kappamask-unet-l1c"} | {
    *("kappamask-unet-l2a", MODEL, LICENSED, "unetmobv2-l2a"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The working folder of the session."""
    return tmp_path_factory.mktemp("published models")


@pytest.fixture(scope="module")
def seen(folder, shared_data) -> dict[str, Any]:
    """The observations of a session whose models folder has the default networks only."""
    if not shutil.which("qgis") or not os.environ.get("DISPLAY"):
        pytest.skip("There is no QGIS desktop, or no display for it; run the tests under xvfb-run.")
    product = next((shared_data / "safe").glob("*_T56JMM_*.SAFE"))
    models = folder / "models"
    models.mkdir()
    for path in (*models_dir().glob("ukis-*"), *models_dir().glob("s2cloudless.*")):
        shutil.copy2(path, models)
    session = Session(
        "cloud_s2_mask.tools.published_steps",
        PICTURES / "published",
        tracer=tracer(folder / "calls", "--seccomp-bpf"),
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLOUD_S2_MASK_MODELS", str(models))
        observed = run_desktop([product], folder / "session", session)
    assert "error" not in observed, observed["error"]
    return observed


def ready(states: dict[str, str]) -> set[str]:
    """The published models that are ready."""
    return {model for model in PUBLISHED if states[model] == "ready"}


def test_a_fresh_profile_lists_what_can_be_downloaded(seen):
    """I see every published model, and that none is on my computer; the default ones are ready."""
    assert {model for model, state in seen["at_start"].items() if state == "not downloaded"} == PUBLISHED
    assert {state for model, state in seen["at_start"].items() if model not in PUBLISHED} == {"ready"}
    assert seen["button"] == "Down&load (58 MB)"
    assert "is not an address" in seen["no_address"]


def test_a_foreign_file_is_refused(seen):
    """The host sends other bytes: I read why they were not taken, and the next attempt starts from the beginning."""
    assert f"another file in place of {FIRST}: its SHA-256" in seen["messages"]["foreign"]


def test_a_lost_connection_and_a_pause_cost_no_byte_twice(seen):
    """The connection breaks, I cancel, and yet each part is sent once; I see which file it is, and how far it is."""
    assert re.fullmatch(r"File 1 of 2: \d+ of 27 MB", seen["progress"])
    assert "continues where it stopped" in seen["messages"]["cancelled"]
    parts = [(file, start) for file, start, sent in seen["requests"]["_download"] if sent]
    assert [file for file, _start in parts] == [FIRST] * 4 + [SECOND]
    assert [start for _file, start in parts][:3] == ["", "", "bytes=9000000-"]
    assert re.fullmatch(r"bytes=1\d{7}-", parts[3][1])
    assert seen["left"] == []


def test_the_downloaded_model_masks_a_product(seen):
    """I accept the offer to use OmniCloudMask: a real product gets both clouds and shadow, and its true pixel size."""
    assert "Use OmniCloudMask" in seen["messages"]["offer"]
    assert ready(seen["downloaded"]) == {MODEL}
    assert (seen["chosen"], seen["errors"]) == (MODEL, [])
    assert seen["note"] == "Finds cloud, thin cloud, shadow. L1C + L2A, 10 to 50 m. MIT"
    image, mask = sorted(seen["layers"], key=lambda layer: layer["renderer"])
    assert mask["labels"] == {"0": "Clear", "1": "Thick cloud", "2": "Thin cloud", "3": "Cloud shadow"}
    assert (mask["name"].split(", ")[2:], image["renderer"]) == (["500 m", MODEL], "multibandcolor")
    with rasterio.open(seen["masks"][0]) as dataset:
        assert unprefixed(dataset.tags())["MODEL"] == MODEL
        assert set(np.unique(dataset.read(1))) == {0, 1, 2, 3, 255}


def test_a_licence_is_accepted_on_the_way(seen):
    """I choose a model that is not there, am offered its download, and accept its licence; it is marked no more."""
    assert "UNetMobV2 (CloudSEN12), L1C (not downloaded)" in seen["listed"]
    assert "OmniCloudMask" in seen["listed"]
    assert "CC-BY-NC-4.0, not for commercial use" in seen["messages"]["not_there"]
    assert "allow no commercial use" in seen["messages"]["consent"]
    assert [file for file, _start, sent in seen["requests"]["_choose_licensed"] if sent] == ["UNetMobV2_V2.pt"]
    assert "downloaded and is ready" in seen["messages"]["licensed"]


def test_a_file_from_the_authors_page_is_imported(seen):
    """CloudS2Mask is on a page only; I import one of its two pickles, can use it, and read what the other is for."""
    assert seen["why_by_hand"].startswith("No direct download")
    assert "is ready. Only averaging all its networks also needs v3.45" in seen["messages"]["imported"]


def test_a_folder_replaces_the_internet(seen):
    """I remove the model, and take it from a folder; one without the files is refused with the name of the first."""
    assert ready(seen["removed"]) == {LICENSED, BY_HAND}
    assert "Choose the folder" in seen["no_folder"]
    assert f"does not hold {FIRST} and 1 more" in seen["messages"]["empty_folder"]
    assert ready(seen["from_folder"]) == {MODEL, LICENSED, BY_HAND}


def test_only_the_hub_was_asked(seen, folder):
    """Nothing is asked for but the downloads, and nobody but the hub is contacted."""
    asked = {part for part, requests in seen["requests"].items() if requests}
    assert asked == {"_download", "_choose_licensed"}
    assert strangers(folder / "calls") == []
    assert "sin_addr=inet_addr" in (folder / "calls").read_text(encoding="utf-8"), "The hub would be seen."


@pytest.mark.parametrize("name", ["models_downloading", "models_consent_box", "mask_on_the_map", "models_german"])
def test_pictures_are_made(seen, name):
    """The pictures of the walk are not blank."""
    picture = QImage(str(PICTURES / "published" / f"{name}.png")).scaled(64, 64)
    assert len({picture.pixel(x, y) for x in range(64) for y in range(64)}) > 10
