"""Damaged input is an error that names the file and a remedy; no partial file is left, other scenes are masked."""

from __future__ import annotations

import gc
import re
import shutil
import threading
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import rasterio

from ....core import errors
from ....core.cards.card import load_cards
from ....core.cards.stored import is_stored
from ....core.classes import NODATA
from ....core.contents.xml_files import MAX_METADATA_BYTES
from ....core.workers import is_thread_refused
from ....tools.labelled_scene import SIX_BANDS
from ....tools.make_safe import zip_product
from ...refusals import assert_values, refused
from ..conftest import BACKGROUND, mask, one_error, read_mask, run

REMEDY = re.compile(r"Choose|Download|download|restore|Correct|Add")
BANDS = ["B02", "B03", "B04", "B08"]


def _metadata(change: Callable[[bytes], bytes]) -> Callable[[Path], Path]:
    def damage(safe: Path) -> Path:
        path = safe / "MTD_MSIL1C.xml"
        path.write_bytes(change(path.read_bytes()))
        return safe

    return damage


def _band(band: str, change: Callable[[bytes], bytes]) -> Callable[[Path], Path]:
    def damage(safe: Path) -> Path:
        path = next(safe.rglob(f"*_{band}.jp2"))
        path.write_bytes(change(path.read_bytes()))
        return safe

    return damage


def _removed(pattern: str) -> Callable[[Path], Path]:
    def damage(safe: Path) -> Path:
        path = next(safe.rglob(pattern))
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        return safe

    return damage


def _zipped_with(member: str) -> Callable[[Path], Path]:
    def damage(safe: Path) -> Path:
        archive = zip_product(safe)
        with zipfile.ZipFile(archive, "a") as target:
            target.writestr(member, "x")
        return archive

    return damage


def _doctype(encoding: str) -> Callable[[bytes], bytes]:
    def declare(data: bytes) -> bytes:
        body = data.decode().partition("?>")[2]
        head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
        return (head + body).encode(encoding)

    return declare


DAMAGES = {
    "no product": (_removed("MTD_MSIL1C.xml"), errors.ProductError),
    "no granule": (_removed("GRANULE"), errors.ProductError),
    "missing band": (_removed("*_B08.jp2"), errors.ProductError),
    "band of 0 bytes": (_band("B03", lambda data: b""), errors.UnreadableBandError),
    "band of text": (_band("B03", lambda data: b"<html>404 Not found</html>"), errors.UnreadableBandError),
    "band cut in its header": (_band("B08", lambda data: data[:60]), errors.UnreadableBandError),
    "band cut to a tenth": (_band("B08", lambda data: data[: len(data) // 10]), errors.UnreadableBandError),
    "band cut to a half": (_band("B02", lambda data: data[: len(data) // 2]), errors.UnreadableBandError),
    "band that lacks its last bytes": (_band("B04", lambda data: data[:-40]), errors.UnreadableBandError),
    "metadata of 0 bytes": (_metadata(lambda data: b""), errors.ProductError),
    "metadata cut": (_metadata(lambda data: data[:-100]), errors.ProductError),
    "metadata without a field": (_metadata(lambda data: data.replace(b"BASELINE", b"X")), errors.ProductError),
    "metadata with an entity": (_metadata(_doctype("UTF-8")), errors.ProductError),
    "metadata with an entity in UTF-16": (_metadata(_doctype("UTF-16")), errors.ProductError),
    "metadata over 20 MB": (_metadata(lambda data: data + b" " * MAX_METADATA_BYTES), errors.ProductError),
    "zip with an absolute name": (_zipped_with("/etc/cron.d/x"), errors.ProductError),
    "zip with a name that climbs": (_zipped_with("../../x"), errors.ProductError),
}


@pytest.fixture
def noisy(make_product) -> Callable[..., Path]:
    """Make a small product with noise in its bands; `satellite` distinguishes two of them."""
    rng = np.random.default_rng(1)
    values = {band: rng.uniform(0.05, 0.6, (120, 120)) for band in BANDS}
    return lambda satellite="S2A", **options: make_product(values, satellite=satellite, **options)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_product_is_named_and_the_others_are_masked(tiny_model, noisy, out, damage):
    """One of two products is damaged: its error names a remedy; the other has its mask, and no other file is left."""
    change, error = DAMAGES[damage]
    model = tiny_model(np.zeros((3, 4)), [0, 1, 0], bands=BANDS)
    bad, good = change(noisy("S2A")), noisy("S2B")
    failed, done = run([bad, good], out, processing_res=10, model=model)
    assert isinstance(failed.error, error)
    assert failed.path == bad
    assert failed.result is None
    message = str(failed.error)
    assert any(bad.stem in str(value) for value in failed.error.values.values())
    assert REMEDY.search(message), message
    assert "\n" not in message
    assert done.error is None
    assert done.result
    assert (read_mask(done.result.mask_path) == 1).all()
    stem = good.stem
    assert sorted(path.name for path in out.iterdir()) == sorted(
        [f"{stem}_10m.qml", f"{stem}_10m.vrt", f"{stem}_tiny_10m.qml", f"{stem}_tiny_10m.tif"]
    )


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux lists the open files of a process")
def test_a_failed_product_is_closed(tiny_model, noisy, out):
    """I can move or delete a product that failed while its error is still shown, and QGIS may close."""
    safe = noisy()
    _band("B03", lambda data: data[: len(data) // 2])(safe)
    (safe / "manifest.safe").unlink()  # so that the outcome has the error of the decoder
    gc.disable()  # a collection may come at any time, or never
    try:
        error = one_error(safe, out, processing_res=10, model=tiny_model(np.zeros((3, 4)), [0, 1, 0], bands=BANDS))
        assert isinstance(error, errors.UnreadableBandError)
        assert error.__cause__
        assert [path for path in _open_files() if safe.stem in path] == []
    finally:
        gc.enable()


def _open_files() -> list[str]:
    paths = []
    for entry in Path("/proc/self/fd").iterdir():
        with suppress(OSError):  # the listing itself
            paths.append(str(entry.readlink()))
    return paths


@pytest.mark.parametrize(
    ("level", "model", "fitting"), [("L2A", "ukis-6b-l1c", "ukis-6b-l2a"), ("L1C", "ukis-4b-l2a", "ukis-4b-l1c")]
)
def test_a_model_for_the_other_level_is_refused(make_product, out, level, model, fitting):
    """An L2A product with an L1C model, or the reverse, is an error with the models for its level."""
    safe = make_product(BACKGROUND, level=level, baseline="05.10")
    error = one_error(safe, out, model=model)
    assert isinstance(error, errors.SettingError)
    cards = load_cards()
    assert_values(error, model=cards[model].title, level=level)
    automatic, *names = str(error.values["names"]).split(", ")
    assert automatic == "auto"
    assert fitting in names
    later = " (not downloaded)"
    assert [name.endswith(later) for name in names] == [not is_stored(cards[name.replace(later, "")]) for name in names]
    assert sorted(names, key=lambda name: name.endswith(later)) == names, "models that need a download come last"


@pytest.mark.parametrize("other", [{"epsg": 32632}, {"origin": (310000, 5900040)}, {"metres": 600}])
def test_bands_with_different_extents_are_refused(make_product, tmp_path, out, other):
    """A product with a band of another zone, place or size is an error that names the band."""
    safe = make_product(BACKGROUND)
    wrong = make_product(BACKGROUND, folder=tmp_path / "wrong", **other)
    band = next(safe.rglob("*_B12.jp2"))
    next(wrong.rglob("*_B12.jp2")).replace(band)
    error = one_error(safe, out)
    assert isinstance(error, errors.ProductError)
    assert_values(error, path=band)
    next(safe.rglob("MTD_TL.xml")).unlink()
    error = one_error(safe, out)
    assert isinstance(error, errors.ProductError)
    assert_values(error, reference_band="B02", band="B12", name=safe.stem)


def test_a_real_zip_with_empty_bands_is_named(shared_data, out):
    """A real archive with band files of 0 bytes is an error that names the file."""
    archive = next((shared_data / "safe").glob("*.zip"))
    error = one_error(archive, out)
    assert isinstance(error, errors.UnreadableBandError)
    assert re.search(rf"{archive.name}\}}?/.*_B\d\d\.jp2$", str(error.values["path"]))


def test_a_system_that_starts_no_thread_is_named(noisy, tiny_model, out):
    """If the system starts no thread to read, one sentence says so, and nothing is left."""
    model = tiny_model(np.zeros((3, 4)), [0, 1, 0], bands=BANDS)
    scene = noisy()
    before = threading.stack_size(2**47)  # bytes: more than there are addresses
    try:
        with refused(errors.CloudS2MaskError, path=scene) as caught:
            run(scene, out, processing_res=10, model=model)
    finally:
        threading.stack_size(before)
    cause = caught.value.__cause__
    assert isinstance(cause, RuntimeError)
    assert is_thread_refused(cause)
    assert list(out.iterdir()) == []


def test_a_scene_without_data_ends_with_a_warning(make_product, tiny_model, out, caplog):
    """A product without data has a mask of 255, no shares and a warning; the other scenes are masked."""
    model = tiny_model(np.zeros((3, 4)), [0, 1, 0], bands=BANDS)
    empty = make_product(dict.fromkeys(BANDS, float("nan")), satellite="S2A")
    others = [make_product(dict.fromkeys(BANDS, 0.2), satellite=satellite) for satellite in ("S2B", "S2C")]
    outcomes = run([others[0], empty, others[1]], out, processing_res=10, model=model)
    results = [outcome.result for outcome in outcomes]
    assert all(results), [outcome.error for outcome in outcomes]
    first, nothing, last = (result for result in results if result)
    assert (read_mask(nothing.mask_path) == NODATA).all()
    assert nothing.shares is None
    assert nothing.clear_percent is nothing.cloud_percent is nothing.shadow_percent is None
    (warning,) = nothing.warnings
    assert empty.stem in warning
    assert warning in caplog.text
    assert (first.cloud_percent, last.cloud_percent) == (100, 100)
    assert first.warnings == last.warnings == ()


@pytest.mark.parametrize("resolution", [10, 20, 17])
def test_a_scene_without_data_has_a_mask_of_its_size(make_product, out, resolution):
    """The mask of a product without data has the product's size, for any model and resolution."""
    got = mask(make_product(dict.fromkeys(SIX_BANDS, float("nan"))), out, processing_res=resolution)
    assert got.shape == (-(-1200 // resolution),) * 2
    assert (got == NODATA).all()


@pytest.mark.parametrize(
    "folder", ["with spaces", "ünïcödé", "日本語", "a&b <c> 'd' \"e\"", "per%20cent", "semi;colon,comma", "a.zip.d"]
)
@pytest.mark.parametrize("form", ["folder", "zip"])
def test_names_of_all_kinds_are_read_and_written(make_product, tiny_model, tmp_path, folder, form):
    """Folders with spaces, accents, special characters and other scripts work for input and output."""
    model = tiny_model(np.zeros((3, 4)), [0, 1, 0], bands=BANDS)
    place = tmp_path / folder
    safe = make_product(dict.fromkeys(BANDS, 0.2), folder=place, name=f"S2A_MSIL1C_{folder[:4]} é".replace("<", "("))
    scene = zip_product(safe) if form == "zip" else safe
    masks = place / "masks é"
    (outcome,) = run(scene, masks, processing_res=10, model=model)
    assert outcome.result, outcome.error
    assert outcome.result.mask_path.parent == masks
    assert outcome.result.acquisition.name == f"{safe.name[: -len('.SAFE')]}_T33UUU_20170216T102101"
    assert (read_mask(outcome.result.mask_path) == 1).all()
    assert outcome.result.vrt_path
    with rasterio.open(outcome.result.vrt_path) as dataset:
        assert (dataset.read(1) == 2000).all()
