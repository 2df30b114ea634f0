"""Parse product metadata; the only module that parses XML, and it refuses DOCTYPE and entities."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import partial
from xml.parsers import expat

from ..errors import ProductError
from .acquisition import Acquisition
from .bands import BAND_OF_ID

MAX_METADATA_BYTES = 20 * 1024 * 1024
"""Real product metadata has 30-60 kB; a larger file is not metadata, or an attack."""

FIRST_BASELINE_WITH_OFFSETS = "04.00"
"""First baseline whose DN have an offset (Sentinel-2 Products Specification Document, issue 14.9)."""

_SATELLITE = {"Sentinel-2A": "S2A", "Sentinel-2B": "S2B", "Sentinel-2C": "S2C", "Sentinel-2D": "S2D"}
_LEVEL = {"Level-1C": "L1C", "Level-2A": "L2A", "Level-2Ap": "L2A"}
_FIELDS = {
    "PROCESSING_LEVEL",
    "PROCESSING_BASELINE",
    "PRODUCT_START_TIME",
    "SPACECRAFT_NAME",
    "QUANTIFICATION_VALUE",
    "BOA_QUANTIFICATION_VALUE",
    "EXT_POS_LIST",
}
_OFFSETS = {"RADIO_ADD_OFFSET", "BOA_ADD_OFFSET"}


@dataclass(frozen=True)
class ProductMetadata:
    """The fields of a product's metadata file."""

    level: str
    """`L1C` or `L2A`."""
    baseline: str
    """Processing baseline, e.g. `05.10`."""
    satellite: str
    """`S2A`, `S2B` or `S2C`."""
    sensing_time: datetime
    """Start of the datatake, UTC."""
    quantification: float
    """DN per unit of reflectance."""
    offsets: dict[str, int]
    """DN to add per band before division by `quantification`; empty before baseline 04.00."""
    footprint: tuple[tuple[float, float], ...]
    """Outline of the pixels with data, (longitude, latitude) in degrees; empty if unknown."""

    def acquisition(self, name: str, tile: str) -> Acquisition:
        """Return the acquisition of a granule, whose name and tile are not in the file."""
        return Acquisition(name, self.level, self.baseline, self.satellite, tile, self.sensing_time)


def parse_metadata(data: bytes, path: str) -> ProductMetadata:
    """Read a product metadata file.

    Args:
        data: The file's bytes.
        path: Its path, for error messages.

    Raises:
        ProductError: the file is over 20 MB, has a DOCTYPE or an entity declaration, or is not well-formed.
        ProductError: a field is missing, or has an impossible value.
    """
    fields, offsets = _collect(data, path)

    def field(*names: str) -> str:
        for name in names:
            if fields.get(name):
                return fields[name]
        raise ProductError(
            "{path} lacks the field {field}. Download the product again.", path=path, field=" or ".join(names)
        )

    def known(table: dict[str, str], name: str) -> str:
        value = field(name)
        if value not in table:
            raise ProductError(
                "{path} has {field} {value!r}, which is not supported. Supported: {supported}.",
                path=path,
                field=name,
                value=value,
                supported=", ".join(table),
            )
        return table[value]

    baseline = field("PROCESSING_BASELINE")
    if baseline >= FIRST_BASELINE_WITH_OFFSETS and not offsets:
        raise ProductError(
            "{path} has baseline {baseline} but no RADIO_ADD_OFFSET or BOA_ADD_OFFSET. Download the product again.",
            path=path,
            baseline=baseline,
        )
    quantification = _number(field("BOA_QUANTIFICATION_VALUE", "QUANTIFICATION_VALUE"), "QUANTIFICATION_VALUE", path)
    if quantification <= 0:
        raise ProductError(
            "The quantification value in {path} is {quantification}, but must be above 0. Download the product again.",
            path=path,
            quantification=quantification,
        )
    return ProductMetadata(
        level=known(_LEVEL, "PROCESSING_LEVEL"),
        baseline=baseline,
        satellite=known(_SATELLITE, "SPACECRAFT_NAME"),
        sensing_time=_time(field("PRODUCT_START_TIME"), path),
        quantification=quantification,
        offsets=offsets,
        footprint=_footprint(fields.get("EXT_POS_LIST", "")),
    )


def _collect(data: bytes, path: str) -> tuple[dict[str, str], dict[str, int]]:
    """Return the text of the elements in `_FIELDS`, and the offset of each band.

    A DOCTYPE is refused in expat's own handler: a search in the bytes would miss UTF-16.
    """
    if len(data) > MAX_METADATA_BYTES:
        raise ProductError(
            "{path} was not read: it has {megabytes:.0f} MB, but product metadata has at most 20 MB. Download the "
            "product again.",
            path=path,
            megabytes=len(data) / 1e6,
        )
    fields: dict[str, str] = {}
    offsets: dict[str, int] = {}
    text: list[str] = []
    band_id: list[str | None] = [None]

    def refuse(declaration: str, *_args: object) -> None:
        raise ProductError(
            "{path} was not read: it has a {declaration} declaration, which product metadata never has. Download the "
            "product again.",
            path=path,
            declaration=declaration,
        )

    def start(_tag: str, attributes: dict[str, str]) -> None:
        text.clear()
        band_id[0] = attributes.get("band_id")

    def end(tag: str) -> None:
        name = tag.rsplit(":", 1)[-1]
        if name in _FIELDS:
            fields.setdefault(name, "".join(text).strip())
        elif name in _OFFSETS:
            band = BAND_OF_ID.get(int(band_id[0])) if (band_id[0] or "").isdigit() else None  # type: ignore[arg-type]
            if band is None:
                raise ProductError(
                    "{path} has a {field} with the unknown band_id {band_id!r}. Download the product again.",
                    path=path,
                    field=name,
                    band_id=band_id[0],
                )
            offsets[band] = int(_number("".join(text), name, path))
        text.clear()

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = partial(refuse, "DOCTYPE")
    parser.EntityDeclHandler = partial(refuse, "ENTITY")
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text.append
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # the last two: an unknown encoding
        raise ProductError(
            "{path} is not well-formed XML ({reason}). Download the product again.", path=path, reason=error
        ) from error
    return fields, offsets


def _number(text: str, name: str, path: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ProductError(
            "{field} in {path} is {value!r}, but must be a number. Download the product again.",
            field=name,
            path=path,
            value=text.strip(),
        )
    return number


def _footprint(text: str) -> tuple[tuple[float, float], ...]:
    """Return the points of a list of latitudes and longitudes; empty if the list is not usable.

    The footprint is optional. A list that spans the world is not usable either: products on the antimeridian have one.
    """
    try:
        numbers = [float(word) for word in text.split()]
    except ValueError:
        return ()
    latitudes, longitudes = numbers[::2], numbers[1::2]
    possible = all(abs(y) <= 90 for y in latitudes) and all(abs(x) <= 180 for x in longitudes)
    if len(latitudes) != len(longitudes) or len(latitudes) < 4 or not possible:
        return ()
    return tuple(zip(longitudes, latitudes)) if max(longitudes) - min(longitudes) < 180 else ()


def _time(text: str, path: str) -> datetime:
    """Parse `2024-01-01T10:24:31.024Z` to an aware datetime (Python 3.9's `fromisoformat` refuses the Z)."""
    try:
        time = datetime.fromisoformat(text.strip().rstrip("Z")[:23])
    except ValueError as error:
        raise ProductError(
            "{field} in {path} is {value!r}, but must be a time. Download the product again.",
            field="PRODUCT_START_TIME",
            path=path,
            value=text,
        ) from error
    return time.replace(tzinfo=timezone.utc)
