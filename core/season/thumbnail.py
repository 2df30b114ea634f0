"""Draw a small picture of a scene in natural colours, overlaid with its mask."""

from __future__ import annotations

from ..addresses.location import Location
from ..masks.result import MaskResult
from ..previews.scene import scene_picture


def thumbnail(result: MaskResult, source: Location, edge: int) -> bytes:
    """Draw a mask over its scene, or over grey, see `scene_picture`.

    Only the picture and the JPEG 2000 tiles that it needs are in memory.

    Args:
        result: The finished mask.
        source: Location of the product that was masked.
        edge: Longer side in pixels.

    Returns:
        A JPEG file.

    Raises:
        RasterioError, OSError: the mask cannot be read.
    """
    picture = scene_picture(result, source, edge)
    picture.lay_mask(result.mask_path)
    return picture.jpeg()
