"""A product that differs from the checksums of its manifest is found, when I ask for it and after a band has failed."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ....core import errors
from ....core.contents.xml_files import parse_manifest
from ....core.pipeline.progress import Listener, Phase, Step
from ....core.product.product import open_product
from ....core.verification.checksums import verify
from ....tools.make_safe import zip_product
from ...refusals import assert_values, refused
from ..conftest import one_error, read_mask, run

BANDS = ["B02", "B03", "B04", "B08"]


@pytest.fixture
def product(make_product) -> Callable[..., Path]:
    """Write a product with noise in its bands, in several JPEG 2000 tiles each."""
    rng = np.random.default_rng(1)
    values = {band: rng.uniform(0.05, 0.6, (300, 300)) for band in BANDS}
    return lambda **options: make_product(values, block={10: 128}, **options)


@pytest.fixture
def options(tiny_model) -> dict[str, Any]:
    """Options of a run with a model of these bands."""
    return {"processing_res": 10, "model": tiny_model(np.zeros((3, 4)), [0, 1, 0], bands=BANDS)}


def flip(safe: Path, pattern: str, at: float = 0.6) -> str:
    """Flip one bit of a file, without a change of its size, and return the file's name."""
    path = next(safe.rglob(pattern))
    data = bytearray(path.read_bytes())
    data[int(at * len(data))] ^= 1
    path.write_bytes(data)
    return path.name


def cut(safe: Path, band: str, share: float = 0.5) -> str:
    """Truncate a band, and return the file's name."""
    path = next(safe.rglob(f"*_{band}.jp2"))
    path.write_bytes(path.read_bytes()[: int(share * path.stat().st_size)])
    return path.name


def edit(safe: Path, old: str, new: str) -> None:
    """Replace a pattern in a manifest."""
    manifest = safe / "manifest.safe"
    text, count = re.subn(old, new, manifest.read_text(encoding="utf-8"))
    assert count
    manifest.write_text(text, encoding="utf-8")


FORMS: dict[str, Callable[[Path], Path]] = {
    "folder": lambda safe: safe,
    "stored zip": zip_product,
    "deflated zip": lambda safe: zip_product(safe, stored=False),
}


@pytest.mark.parametrize("baseline", ["02.06", "05.10"])  # MD5, SHA3-256
@pytest.mark.parametrize("form", FORMS)
def test_one_flipped_bit_of_a_band_is_found(product, options, out, form, baseline):
    """With verification a changed band is named and nothing is written; without it the change may pass."""
    safe = product(baseline=baseline)
    name = flip(safe, "*_B03.jp2")
    scene = FORMS[form](safe)
    error = one_error(scene, out, verify=True, **options)
    assert type(error) is errors.ProductError
    assert_values(error, path=scene, files=name)


@pytest.mark.parametrize("baseline", ["02.06", "05.10"])
@pytest.mark.parametrize("form", FORMS)
def test_a_product_as_delivered_is_masked(product, options, out, form, baseline):
    """Verification changes nothing in the mask of a good product."""
    scene = FORMS[form](product(baseline=baseline))
    (outcome,) = run(scene, out, verify=True, **options)
    assert outcome.result, outcome.error
    assert outcome.result.warnings == ()
    assert (read_mask(outcome.result.mask_path) == 1).all()


@pytest.mark.parametrize("pattern", ["MTD_MSIL1C.xml", "MTD_TL.xml"])
def test_changed_metadata_is_found(product, options, out, pattern):
    """Metadata that was edited, such as an offset or a tile's CRS, is named."""
    safe = product(baseline="05.10")
    path = next(safe.rglob(pattern))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("2017", "2018", 1), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    assert_values(one_error(safe, out, verify=True, **options), path=safe, files=pattern)


def test_all_damaged_files_are_named(product, options, out):
    """One run shows all files to download again, and a band that the model does not read is not compared."""
    safe = product()
    names = [flip(safe, "*_B04.jp2"), cut(safe, "B08")]
    shutil.copyfile(next(safe.rglob("*_B02.jp2")), next(safe.rglob("*_B02.jp2")).with_name("T33UUU_B12.jp2"))
    assert_values(one_error(safe, out, verify=True, **options), path=safe, files=", ".join(names))


def test_each_file_is_read_once(product):
    """Verification costs one pass over the bands that the model reads and the metadata, and counts the files."""
    safe = open_product(product())
    calls: list[tuple[int, int]] = []
    verify(safe, [safe.bands[band] for band in ("B03", "B04")], lambda *numbers: calls.append(numbers))
    assert calls == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("share", [0, 0.1, 0.5])
def test_a_band_that_failed_is_compared(product, options, out, form, share):
    """A truncated band is an error that says that its checksum differs, without that I asked for verification."""
    safe = product()
    name = cut(safe, "B03", share)
    scene = FORMS[form](safe)
    error = one_error(scene, out, **options)
    assert type(error) is errors.UnreadableBandError
    assert_values(error, files=name)
    assert str(error.values["path"]).endswith(name)
    assert error.values["reason"]


def test_after_one_band_all_bands_are_compared(product, options, out):
    """A band that is damaged without an error of its decoder is named beside the one that failed."""
    safe = product()
    failed, silent = cut(safe, "B02", 0.1), flip(safe, "*_B08.jp2")
    error = one_error(safe, out, **options)
    assert_values(error, files=f"{failed}, {silent}")
    assert str(error.values["path"]).endswith(failed)


def test_a_band_that_failed_as_delivered_is_not_called_damaged(product, options, out):
    """If the checksum of a band that cannot be read is right, a second download would be in vain."""
    safe = product()
    path = next(safe.rglob("*_B03.jp2"))
    before = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
    path.write_bytes(b"no image")
    plain = one_error(safe, out, **options)
    edit(safe, before, hashlib.md5(b"no image", usedforsecurity=False).hexdigest())
    error = one_error(safe, out, **options)
    assert isinstance(error, errors.UnreadableBandError)
    assert_values(plain, path=path, files=path.name)
    assert_values(error, path=path, reason=plain.values["reason"])
    assert "files" not in error.values


UNVERIFIABLE = {
    "no manifest": (lambda safe: (safe / "manifest.safe").unlink(), ""),
    "no entry": (lambda safe: edit(safe, r"_B03\.jp2", "_B33.jp2"), "B03"),
    "no checksum": (lambda safe: edit(safe, r"(?s)(_B03\.jp2[^>]*>\s*)<checksum.*?</checksum>", r"\1"), "B03"),
    "an unknown algorithm": (lambda safe: edit(safe, 'Name="MD5"', 'Name="CRC"'), "B03"),
    "a name that climbs": (lambda safe: edit(safe, r"\./(GRANULE[^\"]*_B03)", r"../x.SAFE/\1"), "B03"),
    "an absolute name": (lambda safe: edit(safe, r"\./(GRANULE[^\"]*_B03)", r"/x.SAFE/\1"), "B03"),
    "no entry for the metadata": (lambda safe: edit(safe, "MTD_MSIL1C", "MTD_MSIL2A"), "MTD_MSIL1C.xml"),
    "no XML": (lambda safe: (safe / "manifest.safe").write_bytes(b"<xfdu"), ""),
    "a DOCTYPE": (lambda safe: edit(safe, r"\?>", '?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'), ""),
}


@pytest.mark.parametrize("form", ["folder", "stored zip"])
@pytest.mark.parametrize("case", UNVERIFIABLE)
def test_a_product_that_cannot_be_verified_is_refused_if_i_asked(product, options, out, case, form):
    """Without a checksum verification is an error that names the files, and without verification there is a mask."""
    safe = product()
    change, named = UNVERIFIABLE[case]
    change(safe)
    scene = FORMS[form](safe)
    error = one_error(scene, out, verify=True, **options)
    assert type(error) is errors.ProductError
    assert str(scene) in str(error.values["path"])
    assert named in str(error.values.get("files", ""))
    (outcome,) = run(scene, out, **options)
    assert outcome.result, outcome.error


@pytest.mark.parametrize("case", ["no manifest", "no checksum", "no XML"])
def test_a_band_that_failed_without_a_checksum_keeps_its_error(product, options, out, case):
    """A missing checksum does not hide why a band failed."""
    safe = product()
    UNVERIFIABLE[case][0](safe)
    name = cut(safe, "B03")
    error = one_error(safe, out, **options)
    assert type(error) is errors.UnreadableBandError
    assert str(error.values["path"]).endswith(name)
    assert "files" not in error.values


def test_an_existing_mask_is_reused_without_verification(product, options, out):
    """A mask that exists is reused at once: no band is read, so none is compared."""
    safe = product()
    (first,) = run(safe, out, **options)
    flip(safe, "*_B03.jp2")
    (again,) = run(safe, out, verify=True, **options)
    assert first.result
    assert again.result
    assert again.result.reused
    assert_values(one_error(safe, out / "new", verify=True, **options), path=safe)


class CancelWhileVerifying(Listener):
    """A listener that cancels when the second file is compared."""

    seen = False

    def is_cancelled(self) -> bool:
        """Cancel once the phase was reached."""
        return self.seen

    def scene_progress(self, index: int, fraction: float, phase: Phase) -> None:
        """Look for the phase."""
        self.seen = self.seen or (phase.step is Step.VERIFYING and phase.number == 2)


@pytest.mark.parametrize("damaged", [False, True])
def test_verification_can_be_cancelled(product, options, out, damaged):
    """Cancel stops between two parts of a file, also after a band has failed, and leaves no file."""
    safe = product()
    if damaged:
        cut(safe, "B03", 0.1)
    listener = CancelWhileVerifying()
    with refused(errors.CancelledError):
        run(safe, out, verify=not damaged, listener=listener, **options)
    assert listener.seen
    assert list(out.iterdir()) == []


def test_a_real_product_with_reduced_bands_differs(real_product):
    """The real product's metadata equals its checksums; its bands were reduced after delivery, and are named."""
    product = open_product(real_product)
    with refused(errors.ProductError) as caught:
        verify(product, [product.bands["B02"], product.bands["B10"]], lambda *_numbers: None)
    names = [Path(product.bands[band]).name for band in ("B02", "B10")]
    assert_values(caught.value, path=real_product, files=", ".join(names))


def test_a_real_manifest_of_new_products(shared_data):
    """A real manifest of baseline 05.10 has SHA3-256 checksums; that of its metadata is right."""
    folder = shared_data / "metadata_05.10"
    checksums = parse_manifest((folder / "manifest.safe").read_bytes(), "manifest.safe")
    metadata = (folder / "MTD_MSIL1C.xml").read_bytes()
    assert {one.algorithm for one in checksums.values()} == {"SHA3-256"}
    assert checksums["MTD_MSIL1C.xml"].digest == hashlib.sha3_256(metadata).hexdigest()
    assert sum(name.endswith(".jp2") and "/IMG_DATA/" in name for name in checksums) == 14
