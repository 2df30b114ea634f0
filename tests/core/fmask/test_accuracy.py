"""Agreement of the rules with what people see in real images."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ....core.classes import NODATA, THICK_CLOUD
from ....core.product.bands import BANDS
from ....tools.labelled_scene import SIX_BANDS
from ..conftest import mask


def kappa(one: np.ndarray, other: np.ndarray) -> float:
    """Return Cohen's kappa of two masks of two classes."""
    equal = (one == other).mean()
    chance = sum((one == value).mean() * (other == value).mean() for value in (False, True))
    return float((equal - chance) / (1 - chance))


def at_native_sizes(reflectance: np.ndarray, names: list[str]) -> dict[str, np.ndarray]:
    """Average (lines, columns, bands) of 10 m over the pixels of each band."""
    edge = reflectance.shape[0] // 6 * 6
    bands = {}
    for number, name in enumerate(names):
        step = BANDS[name].pixel_size // 10
        values = reflectance[:edge, :edge, number].astype(float)
        bands[name] = values.reshape(edge // step, step, edge // step, step).mean(axis=(1, 3))
    return bands


def test_clouds_are_those_that_people_labelled(labelled_cumulus, make_product, out):
    """Cumulus over farmland: kappa of cloud against the rest is above .75, as that of the networks."""
    reflectance, labels = (array[:510, :510] for array in labelled_cumulus)  # whole pixels of 60 m
    bands = {name: reflectance[..., number].astype(float) for number, name in enumerate(SIX_BANDS)}
    bands |= {"B07": bands["B08"], "B8A": bands["B08"], "B10": np.full((170, 170), 0.001)}
    bands |= {name: bands[name].repeat(2, 0).repeat(2, 1) for name in SIX_BANDS[:4]}
    found = mask(make_product(bands), out, model="fmask", parallax=False)
    assert kappa(found == THICK_CLOUD, labels == THICK_CLOUD) > 0.75


@pytest.mark.parametrize("resolution", [10, 20])
def test_roofs_of_a_town_are_no_clouds(shared_data: Path, make_product, out, resolution):
    """A cloudless town: without parallax one pixel in a hundred is cloud, with it hardly one in a thousand."""
    with np.load(shared_data / "labels" / "clear_urban_spain__0.npz") as image:
        bands = at_native_sizes(image["img"], [str(band) for band in image["bands"]])
    product = make_product(bands)
    shares = {}
    for parallax in (True, False):
        found = mask(product, out, model="fmask", parallax=parallax, processing_res=resolution, overwrite=True)
        shares[parallax] = (found == THICK_CLOUD).sum() / (found != NODATA).sum()
    assert shares[False] > 0.01
    assert shares[True] < 0.002
