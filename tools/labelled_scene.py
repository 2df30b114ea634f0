"""Load a hand-labelled real scene for tests and the benchmark; it is not part of the repository."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .make_safe import build_product, to_dn
from .package import ROOT

DATA = Path(os.environ.get("CLOUD_S2_MASK_TEST_DATA", ROOT.parent / "shared" / "data"))
"""Folder of the real test data; set CLOUD_S2_MASK_TEST_DATA if it is not beside the project."""
SIX_BANDS = ("B02", "B03", "B04", "B08", "B11", "B12")
_CLASS_OF_LABEL = np.array([3, 0, 0, 0, 1], np.uint8)


def load() -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    """Load cumulus over farmland: reflectance (512, 512, 6) of the six bands, and reference labels (512, 512).

    The labels are uint8 with the values of masks: 0 clear, 1 cloud, 3 cloud shadow.
    """
    with np.load(DATA / "labelled_cumulus.npz") as archive:
        labels = archive["msk"][..., 0].astype(np.intp)
        return archive["img"].astype(np.float32), _CLASS_OF_LABEL[labels]


def write_product(
    folder: Path, reflectance: NDArray[np.float32], baseline: str = "02.06", slope: float | None = None
) -> Path:
    """Write the scene as a 20 m product of 1024 px at 10 m.

    Args:
        folder: Folder to write to.
        reflectance: Reflectance as returned by `load`.
        baseline: Processing baseline.
        slope: If given, slope of the left edge of the data in columns per line.
    """
    bands = {}
    for number, band in enumerate(SIX_BANDS):
        scale = 2 if band in SIX_BANDS[:4] else 1
        values = reflectance[..., number].repeat(scale, 0).repeat(scale, 1).astype(float)
        if slope is not None:
            lines, columns = np.indices(values.shape) / scale
            values[columns < 150 + slope * lines] = np.nan
        bands[band] = to_dn(values, -1000 if baseline >= "04.00" else 0)
    return build_product(folder, bands, baseline=baseline)
