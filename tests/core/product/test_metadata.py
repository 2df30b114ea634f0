"""Product metadata says what a product is; what cannot be trusted is refused."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from ....core.errors import ProductError
from ....core.product.bands import BANDS
from ....core.product.metadata import MAX_METADATA_BYTES, parse_metadata
from ....tools.safe_metadata import Scene, product_xml


def _xml(**scene) -> bytes:
    return product_xml(Scene(**scene), [])


def test_real_metadata_with_offsets(shared_data):
    """Real metadata of baseline 05.10 gives its 13 offsets by band."""
    (path,) = (shared_data / "metadata_05.10").glob("MTD_MSIL1C*.xml")
    metadata = parse_metadata(path.read_bytes(), str(path))
    assert (metadata.level, metadata.baseline, metadata.quantification) == ("L1C", "05.10", 10000)
    assert metadata.offsets == dict.fromkeys(BANDS, -1000)


def test_real_metadata_before_offsets(real_product):
    """Real metadata of baseline 02.06 has no offsets, and the time, satellite and level of its name."""
    path = real_product / "MTD_MSIL1C.xml"
    metadata = parse_metadata(path.read_bytes(), str(path))
    assert (metadata.level, metadata.baseline, metadata.satellite, metadata.offsets) == ("L1C", "02.06", "S2A", {})
    assert metadata.sensing_time.replace(microsecond=0) == datetime(2018, 6, 29, 0, 2, 41, tzinfo=timezone.utc)


def test_the_ground_with_data_is_known_from_real_metadata(real_product):
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
        ([(179.9, 51), (-179.9, 51), (-179.9, 50), (179.9, 51)], False),
    ],
)
def test_an_outline_that_is_none_is_not_taken_for_one(outline, known, level):
    """A product whose outline is missing, damaged or goes around the world can be masked all the same."""
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
    """Products of all satellites are known by their names, and the scale is read, not assumed."""
    metadata = parse_metadata(_xml(satellite=satellite, quantification=20000), "MTD.xml")
    assert (metadata.satellite, metadata.quantification) == (satellite, 20000)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (b"<SPACECRAFT_NAME>Sentinel-2A", b"<SPACECRAFT_NAME>Landsat-8", "SPACECRAFT_NAME 'Landsat-8'"),
        (b"<PROCESSING_LEVEL>Level-1C", b"<PROCESSING_LEVEL>Level-1B", "PROCESSING_LEVEL 'Level-1B'"),
        (b"PROCESSING_BASELINE", b"BASELINE", "lacks the field PROCESSING_BASELINE"),
        (b"PRODUCT_START_TIME", b"STARTED", "lacks the field PRODUCT_START_TIME"),
        (b"QUANTIFICATION_VALUE", b"SCALE", "lacks the field .*QUANTIFICATION_VALUE"),
        (b">2017-02-16T10:21:01.000Z</PRODUCT_START", b">noon</PRODUCT_START", "'noon'.*PRODUCT_START_TIME"),
        (b">10000</Q", b">many</Q", "'many'.*quantification"),
        (b">10000</Q", b">0</Q", "quantification value of 0"),
        (b">-1000</RADIO", b">nothing</RADIO", "'nothing'.*RADIO_ADD_OFFSET"),
        (b">-1000</RADIO", b">nan</RADIO", "'nan'.*RADIO_ADD_OFFSET"),
        (b">10000</Q", b">nan</Q", "'nan'.*quantification"),
        (b">10000</Q", b">inf</Q", "'inf'.*quantification"),
        (b'ADD_OFFSET band_id="12"', b'ADD_OFFSET band_id="13"', "unknown band_id '13'"),
        (b'ADD_OFFSET band_id="12"', b"ADD_OFFSET", "unknown band_id None"),
        (b"RADIO_ADD_OFFSET", b"ADD", "baseline 05.10 but has no RADIO_ADD_OFFSET"),
        (b"</PROCESSING_BASELINE>", b"", "not well-formed"),
        (b"<PROCESSING_BASELINE>05.10", b"<PROCESSING_BASELINE>", "lacks the field PROCESSING_BASELINE"),
    ],
)
def test_a_wrong_field_is_named_with_its_file(before, after, message):
    """Metadata that cannot be used is an error that names the file and the field."""
    data = _xml(baseline="05.10")
    assert before in data
    with pytest.raises(ProductError, match=f"some/MTD.xml .*{message}"):
        parse_metadata(data.replace(before, after), "some/MTD.xml")


@pytest.mark.parametrize("data", [b"", b"\x00" * 100, b"<a>", b"not xml", _xml()[:-200]])
def test_what_is_not_xml_is_refused(data):
    """An empty, cut or foreign file is an error that says what to do."""
    with pytest.raises(ProductError, match=r"MTD.xml is not well-formed XML.*Download the product again"):
        parse_metadata(data, "MTD.xml")


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
    with pytest.raises(ProductError, match=r"some/MTD.xml has a DOCTYPE or an entity.*not read"):
        parse_metadata(mark + text.encode(encoding), "some/MTD.xml")


def test_more_than_20_mb_is_refused_unread():
    """Metadata of more than 20 MB is no metadata."""
    data = _xml() + b" " * MAX_METADATA_BYTES
    with pytest.raises(ProductError, match=r"some/MTD\.xml has 21 MB"):
        parse_metadata(data, "some/MTD.xml")
    assert parse_metadata(data[: MAX_METADATA_BYTES - 1], "some/MTD.xml").level == "L1C"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_plain_xml_of_either_encoding_is_read(encoding):
    """UTF-16 alone is no reason to refuse."""
    body = _xml().decode().partition("?>")[2]
    text = f'<?xml version="1.0" encoding="{encoding.upper()}"?>{body}'
    assert parse_metadata(text.encode(encoding), "MTD.xml").baseline == "02.06"
