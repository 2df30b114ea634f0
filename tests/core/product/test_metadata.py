"""Product metadata describes a product; metadata that cannot be trusted is refused."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from ....core.contents.xml_files import MAX_METADATA_BYTES
from ....core.errors import ProductError
from ....core.product.bands import BANDS
from ....core.product.metadata import parse_metadata
from ....tools.safe_metadata import Scene, product_xml
from ...refusals import refused


def _xml(**scene) -> bytes:
    return product_xml(Scene(**scene), [])


def test_real_metadata_with_offsets(shared_data):
    """Real metadata of baseline 05.10 gives its 13 offsets by band."""
    (path,) = (shared_data / "metadata_05.10").glob("MTD_MSIL1C*.xml")
    metadata = parse_metadata(path.read_bytes(), str(path))
    assert (metadata.level, metadata.baseline, metadata.quantification) == ("L1C", "05.10", 10000)
    assert metadata.offsets == dict.fromkeys(BANDS, -1000)


def test_real_metadata_before_offsets(real_product):
    """Real metadata of baseline 02.06 has no offsets, and gives time, satellite and level as in the product's name."""
    path = real_product / "MTD_MSIL1C.xml"
    metadata = parse_metadata(path.read_bytes(), str(path))
    assert (metadata.level, metadata.baseline, metadata.satellite, metadata.offsets) == ("L1C", "02.06", "S2A", {})
    assert metadata.sensing_time
    assert metadata.sensing_time.replace(microsecond=0) == datetime(2018, 6, 29, 0, 2, 41, tzinfo=timezone.utc)


def test_the_footprint_is_read_from_real_metadata(real_product):
    """A real product at the edge of a swath has its outline as longitudes and latitudes."""
    path = real_product / "MTD_MSIL1C.xml"
    footprint = parse_metadata(path.read_bytes(), str(path)).footprint
    assert footprint[0] == footprint[-1] == (152.91582530574115, -29.82977371763171)
    assert min(footprint) == (151.954107070808, -30.817099016489806)
    assert len(footprint) == 12


@pytest.mark.parametrize("level", ["L1C", "L2A"])
@pytest.mark.parametrize(
    ("outline", "known"),
    [
        ([(12, 51), (13, 51), (13, 50), (12, 51)], True),
        ([], False),
        ([(12, 51), (13, 51), (12, 51)], False),
        ([(12, 51), (13, 91), (13, 50), (12, 51)], False),
        ([("x", 51), (13, 51), (13, 50), (12, 51)], False),
        ([(12, 51), (13, "nan"), (13, 50), (12, 51)], False),
        ([(12, 51), ("", 51), (13, 50), (12, 51)], False),
    ],
)
def test_an_unusable_outline_is_ignored(outline, known, level):
    """A product whose outline is missing, damaged or spans the world can still be masked."""
    metadata = parse_metadata(product_xml(Scene(level=level), [], outline), "MTD.xml")
    assert metadata.footprint == (tuple(outline) if known else ())


@pytest.mark.parametrize("level", ["L1C", "L2A"])
def test_an_offset_belongs_to_one_band(level):
    """One band has an offset of -2000, the others of -1000, as in a real product of baseline 04.00."""
    metadata = parse_metadata(_xml(level=level, baseline="04.00", offsets={"B10": -2000}), "MTD.xml")
    assert metadata.level == level
    assert metadata.offsets == {**dict.fromkeys(BANDS, -1000), "B10": -2000}


@pytest.mark.parametrize("satellite", ["S2A", "S2B", "S2C"])
def test_the_satellite_and_quantification_come_from_the_file(satellite):
    """Products of all satellites are supported, and the scale is read, not assumed."""
    metadata = parse_metadata(_xml(satellite=satellite, quantification=20000), "MTD.xml")
    assert (metadata.satellite, metadata.quantification) == (satellite, 20000)


@pytest.mark.parametrize(
    ("before", "after", "field", "value"),
    [
        (b"<SPACECRAFT_NAME>Sentinel-2A", b"<SPACECRAFT_NAME>Landsat-8", "SPACECRAFT_NAME", "Landsat-8"),
        (b"<PROCESSING_LEVEL>Level-1C", b"<PROCESSING_LEVEL>Level-1B", "PROCESSING_LEVEL", "Level-1B"),
        (b">2017-02-16T10:21:01.000Z</PRODUCT_START", b">noon</PRODUCT_START", "PRODUCT_START_TIME", "noon"),
        (b">10000</Q", b">many</Q", "QUANTIFICATION_VALUE", "many"),
        (b">10000</Q", b">nan</Q", "QUANTIFICATION_VALUE", "nan"),
        (b">10000</Q", b">inf</Q", "QUANTIFICATION_VALUE", "inf"),
        (b">-1000</RADIO", b">nothing</RADIO", "RADIO_ADD_OFFSET", "nothing"),
        (b">-1000</RADIO", b">nan</RADIO", "RADIO_ADD_OFFSET", "nan"),
    ],
)
def test_a_wrong_value_is_named_with_its_field_and_file(before, after, field, value):
    """Metadata with an unusable value is an error that names the file, the field and the value."""
    with refused(ProductError, path="some/MTD.xml", field=field, value=value):
        parse_metadata(_changed(before, after), "some/MTD.xml")


@pytest.mark.parametrize(
    ("before", "after", "values"),
    [
        (b"PROCESSING_BASELINE", b"BASELINE", {"field": "PROCESSING_BASELINE", "value": None}),
        (b"START_TIME>2017", b"START_TIME>twelve", {"field": "PRODUCT_START_TIME"}),
        (b"QUANTIFICATION_VALUE", b"SCALE", {"value": None, "quantification": None}),
        (b"<PROCESSING_BASELINE>05.10", b"<PROCESSING_BASELINE>", {"field": "PROCESSING_BASELINE", "value": None}),
        (b">10000</Q", b">0</Q", {"quantification": 0.0}),
        (b'ADD_OFFSET band_id="12"', b'ADD_OFFSET band_id="13"', {"field": "RADIO_ADD_OFFSET", "band_id": "13"}),
        (b'ADD_OFFSET band_id="12"', b"ADD_OFFSET", {"field": "RADIO_ADD_OFFSET", "band_id": None}),
        (b"RADIO_ADD_OFFSET", b"ADD", {"baseline": "05.10"}),
    ],
)
def test_an_incomplete_file_is_named_with_its_fault(before, after, values):
    """Metadata without a field, scale or offset that is needed is an error that names the file and the fault."""
    with refused(ProductError, path="some/MTD.xml", **values):
        parse_metadata(_changed(before, after), "some/MTD.xml")


def _changed(before: bytes, after: bytes) -> bytes:
    """Return metadata of baseline 05.10 with one change."""
    data = _xml(baseline="05.10")
    assert before in data
    return data.replace(before, after)


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00" * 100, b"<a>", b"not xml", _xml()[:-200], _xml().replace(b"</PROCESSING_BASELINE>", b"")],
)
def test_a_file_that_is_not_xml_is_refused(data):
    """An empty, truncated or foreign file is an error that names the file and the reason."""
    with refused(ProductError, path="MTD.xml") as caught:
        parse_metadata(data, "MTD.xml")
    assert caught.value.values.keys() == {"path", "reason"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE a>",
        '<!DOCTYPE a [<!ENTITY lol "lol"><!ENTITY lots "&lol;&lol;&lol;">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a [<!ENTITY file SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_doctype_is_refused_in_any_encoding(declaration, encoding):
    """Metadata that declares entities is refused before they are read, in UTF-16 too."""
    body = _xml().decode().partition("?>")[2]
    name = encoding[:6].upper().rstrip("-")
    text = f'<?xml version="1.0" encoding="{name}"?>{declaration}{body}'
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    with refused(ProductError, path="some/MTD.xml", declaration="DOCTYPE"):
        parse_metadata(mark + text.encode(encoding), "some/MTD.xml")


def test_more_than_20_mb_is_refused_unread():
    """A file of more than 20 MB is not product metadata."""
    data = _xml() + b" " * MAX_METADATA_BYTES
    with refused(ProductError, path="some/MTD.xml", megabytes=len(data) / 1e6):
        parse_metadata(data, "some/MTD.xml")
    assert parse_metadata(data[: MAX_METADATA_BYTES - 1], "some/MTD.xml").level == "L1C"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_plain_xml_of_either_encoding_is_read(encoding):
    """UTF-16 alone is no reason to refuse a file."""
    body = _xml().decode().partition("?>")[2]
    text = f'<?xml version="1.0" encoding="{encoding.upper()}"?>{body}'
    assert parse_metadata(text.encode(encoding), "MTD.xml").baseline == "02.06"
