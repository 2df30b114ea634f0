"""Write mask files, and read the details of existing ones."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.io import MemoryFile
from rasterio.transform import Affine

from ..cards.choice import known_card
from ..classes import NODATA, classes_of
from ..errors import ProductError
from ..raster.align import READ_ERRORS
from ..raster.geotiff import BLOCK, copy_as_cog
from ..raster.grid import Grid
from ..raster.vrt import vrt_text
from . import tags
from .names import MaskNames, extent_name, unedited
from .overviews import overviews
from .result import MaskResult


@dataclass(frozen=True)
class WrittenMask:
    """A mask file without its pixels."""

    path: Path
    grid: Grid
    bands: int
    tags: Mapping[str, str]

    @classmethod
    def read(cls, path: Path) -> WrittenMask | None:
        """Open a file; return None if it is no regular file, GDAL cannot read it, or it has no place."""
        try:
            if not path.is_file():  # a named pipe would wait for another program
                return None
            with rasterio.open(path) as dataset:
                return cls(path, Grid.of(dataset), dataset.count, tags.unprefixed(dataset.tags()))
        except (*READ_ERRORS, ProductError):
            return None

    @property
    def is_cloud_mask(self) -> bool:
        """True for a cloud mask: a confidence raster has several bands, and a valid mask has no model tag."""
        return self.bands == 1 and tags.MODEL in self.tags

    @property
    def extent(self) -> str:
        """Pixel size and area as in file names, the same for all masks of a season: `20m_area_1a2b3c4d`.

        Raises:
            KeyError, ValueError: a tag is missing or damaged.
        """
        options = tags.options_of(self.tags)
        area = options.get("area")
        return extent_name(self.tags[tags.RESOLUTION], None if area is None else str(area))

    @property
    def classes(self) -> tuple[str, ...]:
        """Keys of the classes that the model distinguishes; empty if they are unknown."""
        card = known_card(self.tags.get(tags.MODEL, ""))
        return card.classes if card else tags.class_keys_of(self.tags)

    def result(self) -> MaskResult:
        """Restore the result of the run that made the mask, from its tags, its name and the files beside it.

        Raises:
            KeyError, ValueError: a tag is missing or damaged.
        """
        acquisition, model = tags.acquisition_of(self.tags), self.tags[tags.MODEL]
        resolution, card = tags.number(self.tags[tags.RESOLUTION]), known_card(model)
        names = MaskNames.beside(self.path)
        of_run = MaskNames.in_folder(self.path.parent, acquisition.name, model, self.extent)
        return MaskResult(
            mask_path=self.path,
            vrt_path=_existing(of_run.vrt) or _existing(MaskNames.beside(self.unedited_path).vrt),
            confidence_path=_existing(names.confidence) if card else None,
            valid_mask_path=_existing(names.valid_mask),
            acquisition=acquisition,
            model=model,
            classes=self.classes,
            provider=self.tags.get(tags.PROVIDER, ""),
            resolution=int(resolution) if resolution.is_integer() else resolution,
            grid=self.grid,
            valid_percent=tags.valid_percent_of(self.tags),
            shares=tags.shares_of(self.tags),
            seconds=0.0,
            reused=True,
            warnings=tags.warnings_of(self.tags),
            edited=tags.edited_time_of(self.tags),
        )

    @property
    def unedited_path(self) -> Path:
        """Path of the mask of which this may be a corrected version."""
        return self.path.with_name(f"{unedited(self.path.stem)}{self.path.suffix}")


def _existing(path: Path) -> Path | None:
    # A name from damaged tags may be too long, for which `Path.exists` raises.
    return path if os.path.exists(path) else None  # noqa: PTH110


def write_mask(part: Path, mask: NDArray[np.uint8], grid: Grid, own_tags: Mapping[str, str], compression: str) -> None:
    """Write a mask with the colours of its classes.

    Args:
        part: The file.
        mask: (lines, columns) uint8 classes, 255 nodata.
        grid: The mask's grid.
        own_tags: All tags, without prefix.
        compression: GDAL's name of the compression, in upper or lower case.
    """
    with ExitStack() as stack:
        whole, *reduced = [stack.enter_context(_held(one)) for one in (mask, *overviews(mask, BLOCK))]
        colours = ["<Entry/>"] * (NODATA + 1)
        for c in classes_of(tags.class_keys_of(own_tags)):
            colours[c.value] = '<Entry c1="{}" c2="{}" c3="{}"/>'.format(*c.colour)
        band = (
            '<VRTRasterBand dataType="Byte" band="1"><Description>Cloud mask</Description>'
            f"<NoDataValue>{NODATA}</NoDataValue><ColorInterp>Palette</ColorInterp>"
            f"<ColorTable>{''.join(colours)}</ColorTable><SimpleSource>{_source(whole)}</SimpleSource>"
            f"{''.join(f'<Overview>{_source(one)}</Overview>' for one in reduced)}</VRTRasterBand>"
        )
        dataset = stack.enter_context(rasterio.open(vrt_text(grid, [band], tags.prefixed(own_tags))))
        copy_as_cog(dataset, part, compression)


@contextmanager
def _held(mask: NDArray[np.uint8]) -> Iterator[str]:
    """Hold classes as a raster in memory, and return its path."""
    profile = {"driver": "GTiff", "count": 1, "dtype": "uint8", "tiled": True, "blockxsize": BLOCK, "blockysize": BLOCK}
    with MemoryFile() as memory:
        # With a transform, because rasterio warns of a raster without one.
        with memory.open(**profile, height=len(mask), width=mask.shape[1], transform=Affine.scale(2)) as dataset:
            dataset.write(mask, 1)
        yield memory.name


def _source(path: str) -> str:
    """Return elements of a VRT for the only band of a raster."""
    return f'<SourceFilename relativeToVRT="0">{path}</SourceFilename><SourceBand>1</SourceBand>'
