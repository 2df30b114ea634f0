"""Agreement of the rules with what people see in real images."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ....core.classes import CLEAR, NODATA, SNOW, THICK_CLOUD, WATER
from ....core.product.bands import BANDS
from ....tools.labelled_scene import SIX_BANDS
from ....tools.labelled_sets import labelled_sets
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


def masked(reflectance: np.ndarray, labels: np.ndarray, make_product, out) -> np.ndarray:
    """Mask an image of six bands as 20 m, without cirrus, parallax and angles; nodata where nobody labelled.

    Args:
        reflectance: (lines, columns, bands), whole pixels of 60 m.
        labels: (lines, columns) classes of a mask.
        make_product: The fixture.
        out: The output folder.
    """
    bands = {name: reflectance[..., number].astype(float) for number, name in enumerate(SIX_BANDS)}
    cirrus = np.full([edge // 3 for edge in labels.shape], 0.001)
    bands |= {"B07": bands["B08"], "B8A": bands["B08"], "B10": cirrus}
    bands |= {name: bands[name].repeat(2, 0).repeat(2, 1) for name in SIX_BANDS[:4]}
    found = mask(make_product(bands), out, model="fmask", parallax=False)
    return np.where(labels == NODATA, NODATA, found)


def kappa_of_cloud(found: np.ndarray, labels: np.ndarray) -> float:
    """Return Cohen's kappa of cloud against the rest, where people labelled."""
    known = labels != NODATA
    return kappa((found == THICK_CLOUD)[known], (labels == THICK_CLOUD)[known])


def test_clouds_are_those_that_people_labelled(labelled_cumulus, make_product, out):
    """Cumulus over farmland: kappa of cloud is above .75, as that of the networks; fields are no snow, no water."""
    reflectance, labels = (array[:510, :510] for array in labelled_cumulus)
    found = masked(reflectance, labels, make_product, out)
    assert kappa_of_cloud(found, labels) > 0.75
    clear = found[labels == CLEAR]
    assert (clear == SNOW).mean() < 0.01
    assert (clear == WATER).mean() < 0.01


@pytest.mark.parametrize("name", ["landsat5", "landsat7"])
@pytest.mark.usefixtures("shared_data")
def test_clouds_of_landsat_are_those_that_people_labelled(make_product, out, name):
    """Two scenes of another sensor, cut at 8 bits: kappa of cloud is above .7."""
    (scene,) = (one for one in labelled_sets() if one.name == name)
    edges = [edge // 3 * 3 for edge in scene.labels.shape]
    reflectance, labels = (array[: edges[0], : edges[1]] for array in (scene.reflectance, scene.labels))
    assert scene.bands == SIX_BANDS
    assert kappa_of_cloud(masked(reflectance, labels, make_product, out), labels) > 0.7


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
