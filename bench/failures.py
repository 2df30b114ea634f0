"""Draw the worst place of each kind of error: natural colours, labels and mask side by side."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.errors import NotGeoreferencedWarning

from ..core.analysis.blocks import BLOCK
from ..core.classes import CLASSES, CLEAR, NODATA, SHADOW, THICK_CLOUD
from ..core.masks.qml import GAMMA, MASK_OPACITY, WHITE, black_of
from ..core.product.bands import NATURAL_COLOUR
from ..tools.labelled_sets import LabelledSet
from .judged import THREE

WINDOW = 256
"""Edge in pixels of the place that a picture shows."""


class Kind(NamedTuple):
    """A kind of error."""

    name: str
    """For the file of the picture."""
    title: str
    label: int
    """Class that people gave."""
    mask: int
    """Class of the mask."""


KINDS = (
    Kind("missed-cloud", "Cloud that the mask calls clear", THICK_CLOUD, CLEAR),
    Kind("false-cloud", "Clear ground that the mask calls cloud", CLEAR, THICK_CLOUD),
    Kind("missed-shadow", "Shadow that the mask calls clear", SHADOW, CLEAR),
    Kind("false-shadow", "Clear ground that the mask calls shadow", CLEAR, SHADOW),
    Kind("cloud-as-shadow", "Cloud that the mask calls shadow", THICK_CLOUD, SHADOW),
)
SEEN = {
    ("missed-cloud", "oncloudn 2", 0, 128): (
        "The labels draw a wide rim around each cloud; the mask ends where the cloud does."
    ),
    ("false-cloud", "landsat7", 128, 256): (
        "Over bright dry ground, the mask fills the gaps between clouds, where haze is thin."
    ),
    ("missed-shadow", "landsat5", 256, 128): (
        "The labels call rivers shadow, and draw faint rims of shadows that the mask leaves out."
    ),
    ("false-shadow", "landsat5", 256, 256): (
        "Between clouds, the mask takes dark forest and the rims of shadows for shadow."
    ),
    ("cloud-as-shadow", "oncloudn 5", 128, 128): "The labels give shaded forest between the clouds to the cloud.",
}
"""Remarks of people who looked at the picture, by kind of error, image, and first line and column of the place; other
pictures have none."""


class Failure(NamedTuple):
    """The worst place of a kind of error."""

    kind: Kind
    image: LabelledSet
    share: float
    """Share of the place's pixels with this error."""
    window: tuple[slice, slice]
    """Lines and columns."""

    def caption(self) -> str:
        """Return the kind of error, its share, and what people see there."""
        lines, columns = self.window
        seen = SEEN.get((self.kind.name, self.image.name, lines.start, columns.start), "")
        return f"{self.kind.title}: {100 * self.share:.0f} % of this place in *{self.image.name}*. {seen}".strip()


def worst(sets: Sequence[LabelledSet], masks: Mapping[str, NDArray[np.uint8]]) -> Iterator[Failure]:
    """Yield the place with the most pixels of each kind of error, if there is any.

    Args:
        sets: The images.
        masks: Classes (lines, columns) by the image's name; images without a mask are left out.
    """
    for kind in KINDS:
        places = [_worst(kind, one, masks[one.name]) for one in sets if one.name in masks]
        found = max(places, key=lambda place: place.share)
        if found.share > 0:
            yield found


def _worst(kind: Kind, one: LabelledSet, mask: NDArray[np.uint8]) -> Failure:
    wrong = (one.labels == kind.label) & (THREE.apply(mask) == kind.mask)
    if one.kind == "cloud" and SHADOW in (kind.label, kind.mask) and kind.label != THICK_CLOUD:
        wrong[:] = False  # the labels do not tell shadow from clear
    places = [
        (slice(top, top + WINDOW), slice(left, left + WINDOW))
        for top in range(0, max(1, mask.shape[0] - WINDOW + 1), BLOCK)
        for left in range(0, max(1, mask.shape[1] - WINDOW + 1), BLOCK)
    ]
    shares = [float(wrong[place].mean()) for place in places]
    number = int(np.argmax(shares))
    return Failure(kind, one, shares[number], places[number])


def draw(failure: Failure, mask: NDArray[np.uint8], folder: Path) -> Path:
    """Write the picture of a failure as a JPEG and return its path."""
    one = failure.image
    image = _natural_colour(one)[failure.window]
    nothing = np.full_like(one.labels, NODATA)
    panels = [_panel(image, classes[failure.window]) for classes in (nothing, one.labels, mask)]
    picture = np.concatenate(panels, axis=1)
    path = folder / f"accuracy-{failure.kind.name}.jpg"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        shape = {"height": picture.shape[0], "width": picture.shape[1], "count": 3, "dtype": "uint8"}
        with rasterio.open(path, "w", driver="JPEG", quality=85, **shape) as dataset:
            dataset.write(np.moveaxis(picture, -1, 0))
    return path


def _natural_colour(one: LabelledSet) -> NDArray[np.float64]:
    """Return (lines, columns, 3) red, green and blue from 0 to 1, stretched as in QGIS."""
    black = np.array(black_of(one.level))
    image = one.reflectance[..., [one.bands.index(band) for band in NATURAL_COLOUR]]
    stretched: NDArray[np.float64] = np.clip((image - black) / (WHITE - black), 0, 1) ** (1 / GAMMA)
    return stretched


def _panel(image: NDArray[np.float64], classes: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Draw classes over an image (lines, columns, 3), as masks are shown in QGIS."""
    panel = image.copy()
    for mask_class in CLASSES:
        if mask_class.value != CLEAR:
            covered = classes == mask_class.value
            panel[covered] += MASK_OPACITY * (np.array(mask_class.colour) / 255 - panel[covered])
    return np.round(255 * panel).astype(np.uint8)
