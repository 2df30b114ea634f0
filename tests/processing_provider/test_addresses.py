"""The algorithms mask products behind addresses, as `qgis_process` and graphical models give them: as texts."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import rasterio
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException

from ...core.addresses import reading
from ...core.addresses.location import parse
from ...core.product.product import open_product
from ...core.settings import create_settings
from ...processing_provider.history import parameters_of
from ..ranged_server import Asked, Reply, Served, serving
from .conftest import FLAT, at_swath_edge, stopped

FIELD = "300200,301200,5899000,5900000 [EPSG:32633]"
TO_NOWHERE = {"OUTPUT_FOLDER": "TEMPORARY_OUTPUT", "TABLE": "TEMPORARY_OUTPUT"}


@pytest.fixture
def served(tmp_path, make_product, monkeypatch) -> Iterator[Served]:
    """A server with a product; further attempts come at once."""
    monkeypatch.setattr(reading, "PAUSES", (0,))
    make_product(at_swath_edge(), folder=tmp_path / "served")
    with serving(tmp_path / "served") as server:
        yield server


@pytest.fixture
def product(tmp_path, served) -> Path:
    """The product on the disk."""
    return next((tmp_path / "served").glob("*.SAFE"))


def labels(path: str) -> np.ndarray:
    """The classes of a mask."""
    with rasterio.open(path) as dataset:
        return dataset.read(1)


def test_a_product_is_masked_at_its_address(run, served, product, tmp_path):
    """The mask and its shares are those of the product on the disk."""
    there = run("maskscene", INPUT=str(product), OUTPUT=str(tmp_path / "there.tif"))
    address, output = f"{served.address}/{product.name}/", str(tmp_path / "found.tif")
    found = run("maskscene", INPUT=address, OUTPUT=output, KEEP_VRT=True)
    np.testing.assert_array_equal(labels(found["OUTPUT"]), labels(there["OUTPUT"]))
    assert found["CLEAR_PERCENT"] == there["CLEAR_PERCENT"]
    assert found["SCENE"] is None


def test_addresses_and_folders_are_masked_together(run, served, product, tmp_path, make_product):
    """A list of products may mix addresses and paths."""
    other = make_product(FLAT, folder=tmp_path / "other", tile="T33UVU")
    result = run(
        "maskscenes",
        INPUTS=[f"{served.address}/{product.name}", str(other)],
        OUTPUT_FOLDER=str(tmp_path / "masks"),
        TABLE="TEMPORARY_OUTPUT",
        REPORT=str(tmp_path / "report.html"),
    )
    assert (result["MASK_COUNT"], result["FAILED_COUNT"]) == (2, 0)
    assert (tmp_path / "report.html").exists()


def test_a_lost_host_is_told_with_the_address(run, served, product, tmp_path):
    """The error of the algorithm names the address."""
    served.behaviour = lambda _asked: Reply(503)
    address = f"{served.address}/{product.name}"
    with stopped(address) as caught:
        run("maskscene", INPUT=f"{address}?sig=secret", OUTPUT=str(tmp_path / "mask.tif"))
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("silent", ["manifest.safe", "_B02.jp2"])
def test_a_silent_host_does_not_hold_a_cancelled_run(run, served, product, feedback, tmp_path, silent):
    """Cancel ends the algorithm while a host is waited for, before the product is known and while it is decoded."""
    ended, waited_for = threading.Event(), list[Asked]()

    def behave(asked: Asked) -> Reply:
        if asked.path.endswith(silent):
            feedback.cancel()
            if not ended.wait(15):
                waited_for.append(asked)
        return Reply()

    served.behaviour = behave
    with pytest.raises(QgsProcessingException):
        run("maskscene", INPUT=f"{served.address}/{product.name}", OUTPUT=str(tmp_path / "mask.tif"))
    ended.set()
    assert waited_for == []


def test_the_main_thread_asks_no_host_for_a_reference(served, product):
    """The window would be frozen for as long as the host is silent."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:comparemasks")
    address = f"{served.address}/{product.name}"
    fine, text = algorithm.checkParameterValues({"INPUT": "a.tif", "PRODUCT": address}, QgsProcessingContext())
    assert not fine
    assert address in text
    assert served.asked == []


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("maskscene", {"INPUT": "ftp://host/a.SAFE", "OUTPUT": "TEMPORARY_OUTPUT"}),
        (
            "maskscenes",
            {"FOLDER": "s3://bucket/folder", "OUTPUT_FOLDER": "TEMPORARY_OUTPUT", "TABLE": "TEMPORARY_OUTPUT"},
        ),
        ("comparesystems", {"INPUT": "s3://bucket/a.SAFE", "FOLDER": "TEMPORARY_OUTPUT"}),
        ("maskscene", {"INPUT": "s3://bucket/a.SAFE", "AUTHENTICATION": "abcdefg", "OUTPUT": "TEMPORARY_OUTPUT"}),
        ("maskstac", {"ITEMS": "https://host/a.json", "AUTHENTICATION": "abcdefg", **TO_NOWHERE}),
        ("maskstac", {"API": "https://host/v1", "EXTENT": FIELD, "AUTHENTICATION": "abcdefg", **TO_NOWHERE}),
    ],
)
def test_what_cannot_be_read_is_refused_before_the_run(name, parameters):
    """Other protocols, folders of addresses, comparisons and unknown authentications are told at once."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
    fine, text = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not fine
    assert text


def test_the_history_of_a_run_has_its_addresses(served, product, tmp_path):
    """A run of the window is repeated from the history; a signature is not stored there."""
    address = f"{served.address}/{product.name}"
    settings = create_settings([f"{address}?sig=secret"], tmp_path)
    assert parameters_of(settings)["INPUTS"] == [address]
    assert open_product(parse(address)).acquisition.name == product.stem
