"""Product metadata XML: the only module that parses XML, and it refuses what no product needs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timezone
from xml.parsers import expat

from ..errors import ProductError
from .acquisition import Acquisition
from .bands import BAND_OF_ID

MAX_METADATA_BYTES = 20 * 1024 * 1024
"""Real product metadata has 30-60 kB; what is larger is no metadata, or an attack."""

FIRST_BASELINE_WITH_OFFSETS = "04.00"
"""From here on DN carry an offset (Sentinel-2 Products Specification Document, issue 14.9)."""

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
    """The facts of a product that its metadata file states."""

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
    """Outline of the ground that holds data, (longitude, latitude) in degrees; empty where it is not known."""

    def acquisition(self, name: str, tile: str) -> Acquisition:
        """Describe the acquisition of a granule, whose name and tile the file does not state."""
        return Acquisition(name, self.level, self.baseline, self.satellite, tile, self.sensing_time)


def parse_metadata(data: bytes, source: str) -> ProductMetadata:
    """Read a product metadata file.

    Args:
        data: The file's bytes.
        source: Its path, for error messages.

    Raises:
        ProductError: over 20 MB, or with a DOCTYPE or an entity declaration.
        ProductError: not well-formed, or a field is missing or has an impossible value.
    """
    fields, offsets = _collect(data, source)

    def field(*names: str) -> str:
        for name in names:
            if fields.get(name):
                return fields[name]
        raise ProductError(
            "{source} lacks the field {names}. Download the product again, or restore the file.",
            source=source,
            names=" or ".join(names),
        )

    def known(table: dict[str, str], name: str) -> str:
        value = field(name)
        if value not in table:
            raise ProductError(
                "{source} states {name} {value!r}, but only {names} can be masked.",
                source=source,
                name=name,
                value=value,
                names=", ".join(table),
            )
        return table[value]

    baseline = field("PROCESSING_BASELINE")
    if baseline >= FIRST_BASELINE_WITH_OFFSETS and not offsets:
        raise ProductError(
            "{source} is of baseline {baseline} but has no RADIO_ADD_OFFSET or BOA_ADD_OFFSET, so its "
            "reflectance is not known. Download the product again.",
            source=source,
            baseline=baseline,
        )
    quantification = _number(field("BOA_QUANTIFICATION_VALUE", "QUANTIFICATION_VALUE"), "quantification", source)
    if quantification <= 0:
        raise ProductError(
            "{source} states a quantification value of {quantification}; it must be above 0.",
            source=source,
            quantification=quantification,
        )
    return ProductMetadata(
        level=known(_LEVEL, "PROCESSING_LEVEL"),
        baseline=baseline,
        satellite=known(_SATELLITE, "SPACECRAFT_NAME"),
        sensing_time=_time(field("PRODUCT_START_TIME"), source),
        quantification=quantification,
        offsets=offsets,
        footprint=_footprint(fields.get("EXT_POS_LIST", "")),
    )


def _collect(data: bytes, source: str) -> tuple[dict[str, str], dict[str, int]]:
    """Text of the wanted elements, and the offset of each band.

    The DOCTYPE is refused in expat's own handler: a search in the bytes would miss UTF-16.
    """
    if len(data) > MAX_METADATA_BYTES:
        raise ProductError(
            "{source} has {megabytes:.0f} MB, product metadata at most 20. It was not read; download the "
            "product again.",
            source=source,
            megabytes=len(data) / 1e6,
        )
    fields: dict[str, str] = {}
    offsets: dict[str, int] = {}
    text: list[str] = []
    band_id: list[str | None] = [None]

    def refuse(*_args: object) -> None:
        raise ProductError(
            "{source} has a DOCTYPE or an entity, which product metadata never has. It was not read; download "
            "the product again.",
            source=source,
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
                    "{source} has a {name} with the unknown band_id {band_id!r}.",
                    source=source,
                    name=name,
                    band_id=band_id[0],
                )
            offsets[band] = int(_number("".join(text), name, source))
        text.clear()

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text.append
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # the last two: an encoding that is not known
        raise ProductError(
            "{source} is not well-formed XML ({reason}). Download the product again, or restore the file.",
            source=source,
            reason=error,
        ) from error
    return fields, offsets


def _number(text: str, name: str, source: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ProductError(
            "{source} has {value!r} where {name} should be a number.", source=source, value=text.strip(), name=name
        )
    return number


def _footprint(text: str) -> tuple[tuple[float, float], ...]:
    """The points of a list of latitudes and longitudes; none if it is no such list.

    A mask can be made without. Nor is anything known of a list that goes around the world, which is what becomes of a
    product on the antimeridian.
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


def _time(text: str, source: str) -> datetime:
    """`2024-01-01T10:24:31.024Z` as an aware datetime (Python 3.9's `fromisoformat` refuses the Z)."""
    try:
        time = datetime.fromisoformat(text.strip().rstrip("Z")[:23])
    except ValueError as error:
        raise ProductError(
            "{source} has {text!r} where PRODUCT_START_TIME should be a time.", source=source, text=text
        ) from error
    return time.replace(tzinfo=timezone.utc)
