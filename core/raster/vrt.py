"""Describe rasters that consist of others as VRTs, whose text GDAL opens like a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from xml.sax.saxutils import escape, quoteattr  # nosec B406  # only writes

from .grid import Grid

_NO_TAGS: Mapping[str, str] = MappingProxyType({})


def vrt_text(grid: Grid, bands: Iterable[str], tags: Mapping[str, str] = _NO_TAGS) -> str:
    """Return the text of a VRT.

    Args:
        grid: Its grid.
        bands: Its bands as XML, in their order.
        tags: Its tags.
    """
    items = "".join(f"<MDI key={quoteattr(name)}>{escape(text)}</MDI>" for name, text in tags.items())
    metadata = f"<Metadata>{items}</Metadata>" if items else ""
    transform = ", ".join(repr(value) for value in grid.transform().to_gdal())
    return (
        f'<VRTDataset rasterXSize="{grid.width}" rasterYSize="{grid.height}"><SRS>{escape(grid.crs)}</SRS>'
        f"<GeoTransform>{transform}</GeoTransform>{metadata}{''.join(bands)}</VRTDataset>\n"
    )
