"""Compare the files of a product that a mask is made from with the checksums in its `manifest.safe`.

A band that was truncated or changed in its code stream may decode to zeros without an error: only its checksum tells.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from ..archives import UNREADABLE
from ..contents.xml_files import Checksum, parse_manifest
from ..errors import ProductError, UnreadableBandError
from ..product.product import Product

_MANIFEST = PurePosixPath("manifest.safe")
# MD5 before baseline 04.00, SHA3-256 since. Sizes are not compared: the checksum decides.
_ALGORITHMS: dict[str, Callable[[], Any]] = {
    "MD5": partial(hashlib.md5, usedforsecurity=False),
    "SHA3-256": hashlib.sha3_256,
}
_CHUNK_BYTES = 4 * 1024 * 1024

Progress = Callable[[int, int], None]
"""Called every 4 MB with the number of the file, from 1, and the number of files; may raise to cancel."""


def verify(product: Product, images: Collection[str], progress: Progress) -> None:
    """Check that bands and metadata equal their checksums.

    Args:
        product: The product.
        images: GDAL paths of its band files.
        progress: See `Progress`.

    Raises:
        ProductError: a file differs, or cannot be verified because the product has no checksum for it.
    """
    if product.eopf:
        raise ProductError(
            "{path} cannot be verified: EOPF products have no checksums. Mask it without verification.",
            path=product.path,
        )
    checksums, bands = _checksums(product), _names(product, images)
    granule = bands[0].parents[-3]  # GRANULE/name/IMG_DATA/...
    of_product = [name for name in [product.package.metadata()] if name]
    of_granule = [name for name in checksums if name.suffix == ".xml" and name.parent == granule]
    names = [*of_product, *of_granule, *bands]
    unknown = [name for name in names if name not in checksums]
    if unknown:
        raise ProductError(
            "{path} cannot be verified: its manifest.safe has no MD5 or SHA3-256 checksum for {files}. Mask it without "
            "verification, or download it again.",
            path=product.path,
            files=_listed(unknown),
        )
    differing = _differing(product, {name: checksums[name] for name in names}, progress)
    if differing:
        raise ProductError(
            "{path} is damaged: manifest.safe has other checksums for {files}. Download the product again.",
            path=product.path,
            files=_listed(differing),
        )


def explained(
    error: UnreadableBandError, product: Product, images: Collection[str], progress: Progress
) -> UnreadableBandError:
    """Return the error of a band with the result of its checksum; unchanged if there is none.

    All bands of the mask are compared, because others may be damaged where no decoder notices it.

    Args:
        error: The error of one of the bands.
        product: The product.
        images: GDAL paths of the band files that the mask is made from.
        progress: See `Progress`.
    """
    path, reason = str(error.values["path"]), error.values.get("reason")
    if not reason:  # a file that changed while it was read
        return error
    try:
        checksums = _checksums(product)
        failed, *_ = names = _names(product, [path, *images])
        known = {name: checksums[name] for name in names if name in checksums}
        differing = _differing(product, known, progress)
    except ProductError:
        return error
    if differing == [failed]:
        return UnreadableBandError(
            "The band file {path} cannot be read ({reason}): its checksum differs from manifest.safe. Download the "
            "product again.",
            path=path,
            reason=reason,
            files=_listed(differing),
        )
    if differing:
        return UnreadableBandError(
            "The band file {path} cannot be read ({reason}), and manifest.safe has other checksums for {files}. "
            "Download the product again.",
            path=path,
            reason=reason,
            files=_listed(differing),
        )
    if failed not in known:
        return error
    return UnreadableBandError(
        "The band file {path} cannot be read ({reason}), but it is as delivered: its checksum equals that in "
        "manifest.safe. Free memory and try again, or choose another product.",
        path=path,
        reason=reason,
    )


def _checksums(product: Product) -> dict[PurePosixPath, Checksum]:
    """Read the manifest of a product; only checksums of known algorithms.

    Files are looked up by the names that the product has, so a manifest cannot lead out of it.

    Raises:
        ProductError: there is no manifest, or it cannot be read.
    """
    try:
        data = product.package.read(_MANIFEST)
    except FileNotFoundError as error:
        raise ProductError(
            "{path} cannot be verified: it has no manifest.safe. Mask it without verification, or download it again.",
            path=product.path,
        ) from error
    except UNREADABLE as error:
        raise _unreadable(product, _MANIFEST, error) from error
    checksums = parse_manifest(data, str(product.package.root / _MANIFEST))
    return {PurePosixPath(name): one for name, one in checksums.items() if one.algorithm in _ALGORITHMS}


def _differing(product: Product, checksums: dict[PurePosixPath, Checksum], progress: Progress) -> list[PurePosixPath]:
    """Return the files that are missing or differ from their checksums; each is read once."""
    return [
        name
        for number, (name, checksum) in enumerate(checksums.items(), start=1)
        if not _equals(product, name, checksum, lambda: progress(number, len(checksums)))  # noqa: B023
    ]


def _equals(product: Product, name: PurePosixPath, checksum: Checksum, progress: Callable[[], None]) -> bool:
    hasher = _ALGORITHMS[checksum.algorithm]()
    try:
        with product.package.open(name) as file:
            while chunk := file.read(_CHUNK_BYTES):
                progress()
                hasher.update(chunk)
    except FileNotFoundError:
        return False
    except UNREADABLE as error:
        if isinstance(error, OSError):
            raise _unreadable(product, name, error) from error
        return False  # a damaged entry of an archive, which has a checksum of its own
    return hasher.hexdigest() == checksum.digest


def _unreadable(product: Product, name: PurePosixPath, error: Exception) -> ProductError:
    return ProductError(
        "{path} cannot be read ({reason}). Download the product again.", path=product.package.root / name, reason=error
    )


def _names(product: Product, images: Iterable[str]) -> list[PurePosixPath]:
    """Return the names of band files in their product from their GDAL paths."""
    names = {path: name for name, path in product.package.paths.items()}
    return [names[image] for image in images]


def _listed(names: Iterable[PurePosixPath]) -> list[str]:
    return [name.name for name in names]
