"""Count where the masks of one scene agree, on what all their models know, and map where they do not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..classes import CLEAR, GROUND, NODATA, SHADOW, THICK_CLOUD, THIN_CLOUD, classes_of
from ..errors import RasterError
from ..files import write_all
from ..language import translated
from ..masks.qml import Colour
from ..raster.align import Place, opened_raster, reading
from ..raster.geotiff import add_overviews, create_raster

_GROUND, _CLOUD, _SHADOW = range(3)
_OPINIONS = np.full(256, _GROUND, np.uint8)
_OPINIONS[[THICK_CLOUD, THIN_CLOUD]] = _CLOUD
_OPINIONS[SHADOW] = _SHADOW
"""Opinion on a pixel by its class: cloud of either kind, shadow, or visible ground of any kind."""
BANDS = ("Models against the majority", "Models that see cloud", "Models that see cloud shadow")
"""Bands of the map of disagreement."""


_RAMP = ((255, 221, 85), (240, 120, 40), (200, 30, 120))
"""Colours from few to many masks against the majority: from light to dark, for colour-blind readers."""


class Voter(NamedTuple):
    """A mask whose pixels are compared."""

    mask: Path
    classes: Collection[str]
    """Keys of the classes that its model distinguishes; empty if they are unknown."""

    @property
    def tells_shadow(self) -> bool:
        """True if its model distinguishes shadow: without, what is not cloud may be either."""
        return any(known.value == SHADOW for known in classes_of(self.classes))


@dataclass(frozen=True)
class Agreement:
    """The agreement of masks, over the pixels with data in all of them."""

    classes: NDArray[np.int64]
    """(masks, 256) pixels of each class."""
    alike: NDArray[np.int64]
    """(masks, masks) pixels on which two masks agree: on cloud, and on shadow if both models distinguish it."""
    against: NDArray[np.int64]
    """(masks,) pixels by the number of masks against the majority, from 0."""

    @property
    def pixels(self) -> int:
        """Pixels compared."""
        return int(self.against.sum())

    @property
    def unanimous(self) -> float | None:
        """Share of the pixels on which all masks agree, 0 to 1; None without a pixel."""
        return int(self.against[0]) / self.pixels if self.pixels else None

    def share(self, mask: int, value: int) -> float | None:
        """Return the share of a class in a mask, 0 to 1; None without a pixel. Clear is all visible ground."""
        values = list(GROUND) if value == CLEAR else [value]
        return int(self.classes[mask, values].sum()) / self.pixels if self.pixels else None

    def of(self, one: int, other: int) -> float | None:
        """Return the share of the pixels on which two masks agree, 0 to 1; None without a pixel."""
        return int(self.alike[one, other]) / self.pixels if self.pixels else None


def measure(
    voters: Sequence[Voter], disagreement: Path, progress: Callable[[float], None] = lambda _fraction: None
) -> Agreement:
    """Compare masks of one scene and write the map of their disagreement, see `BANDS`; 255 is no data.

    Args:
        voters: At least two masks with the same pixels.
        disagreement: The GeoTIFF to write.
        progress: Called with the fraction done, 0 to 1, before each window; may raise to cancel.

    Raises:
        RasterError: a mask cannot be read, or has other pixels than the first.
        OutputError: the map cannot be written.
    """
    count = len(voters)
    found = Agreement(*(np.zeros(shape, np.int64) for shape in ((count, 256), (count, count), count)))
    tells = np.array([voter.tells_shadow for voter in voters])
    with ExitStack() as stack:
        datasets = [stack.enter_context(opened_raster(str(voter.mask))) for voter in voters]
        place = _common_place(voters, [Place.of(dataset) for dataset in datasets])

        def parts() -> Iterator[tuple[Window, NDArray[np.uint8]]]:
            for window in place.windows():
                progress(window.row_off / place.height)
                classes = np.empty((count, window.height, window.width), np.uint8)
                for voter, dataset, plane in zip(voters, datasets, classes):
                    with reading(str(voter.mask)):
                        dataset.read(1, window=window, out=plane)
                yield window, _counted(found, classes, tells)

        def write(part: Path) -> None:
            with create_raster(part, place, count=len(BANDS), dtype="uint8", nodata=NODATA) as dataset:
                for band, name in enumerate(BANDS, start=1):
                    dataset.set_band_description(band, name)
                for window, votes in parts():
                    dataset.write(votes, window=window)
            add_overviews(part, lambda: progress(1.0))

        write_all({disagreement: write})
    return found


def _counted(found: Agreement, classes: NDArray[np.uint8], tells: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Add the pixels of a window to the counts.

    Args:
        found: The counts, changed in place.
        classes: (masks, lines, columns).
        tells: (masks,) True if the model distinguishes shadow.

    Returns:
        (3, lines, columns): the votes of `BANDS`, 255 where a mask has no data.
    """
    has_data = (classes != NODATA).all(axis=0)
    known = classes[:, has_data]
    opinions = _OPINIONS[known]
    clouds = opinions == _CLOUD
    for one, seen in enumerate(known):
        found.classes[one] += np.bincount(seen, minlength=256)
        for other in range(one + 1):
            kinds = opinions if tells[one] and tells[other] else clouds
            same = np.count_nonzero(kinds[one] == kinds[other])
            found.alike[one, other] += same
            found.alike[other, one] = found.alike[one, other]
    cloud = np.count_nonzero(clouds, axis=0)
    shadow = np.count_nonzero(opinions == _SHADOW, axis=0)
    # Who does not tell shadow from ground agrees with either.
    open_minded = np.count_nonzero(~clouds[~tells], axis=0)
    ground = len(known) - cloud - shadow - open_minded
    against = len(known) - np.maximum(cloud, np.maximum(shadow, ground) + open_minded)
    found.against[:] += np.bincount(against, minlength=len(known))
    votes = np.full((len(BANDS), *has_data.shape), NODATA, np.uint8)
    votes[:, has_data] = np.stack([against, cloud, shadow])
    return votes


def _common_place(voters: Sequence[Voter], places: Sequence[Place]) -> Place:
    for voter, place in zip(voters, places):
        if not place.same_as(places[0]):
            raise RasterError(
                "{mask} and {other} have other pixels. Make both with the same resolution and area.",
                mask=voter.mask,
                other=voters[0].mask,
            )
    return places[0]


def legend(count: int) -> list[tuple[int, Colour, str]]:
    """Return value, colour and name of each number of masks that can be against the majority, in the user's language.

    Args:
        count: Number of masks.
    """
    most = 2 * count // 3  # of three opinions, the majority has a third at least
    entries = [(0, (255, 255, 255), translated("All models agree"))]
    for number in range(1, most + 1):
        place = (number - 1) / max(1, most - 1) * (len(_RAMP) - 1)
        levels = [np.interp(place, range(len(_RAMP)), level) for level in zip(*_RAMP)]
        red, green, blue = (round(float(level)) for level in levels)
        if count == 2:
            name = translated("The two models disagree")
        elif number == 1:
            name = translated("1 of {count} models against the majority", count=count)
        else:
            name = translated("{number} of {count} models against the majority", number=number, count=count)
        entries.append((number, (red, green, blue), name))
    return entries
