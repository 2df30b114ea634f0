"""A location is a path or an address, whichever way it is written, and nothing in a product leads out of it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from ....core.addresses.location import Address, gdal_path, href, parse
from ....core.errors import SettingError

SAFE = "S2A_MSIL1C_20240601T101031_N0510_R022_T33UUU_20240601T121212.SAFE"


@pytest.mark.parametrize(
    ("written", "address", "of_gdal"),
    [
        (f"s3://eodata/Sentinel-2/{SAFE}/", f"s3://eodata/Sentinel-2/{SAFE}", f"/vsis3/eodata/Sentinel-2/{SAFE}"),
        (f"/vsis3/eodata/{SAFE}", f"s3://eodata/{SAFE}", f"/vsis3/eodata/{SAFE}"),
        (f"gs://bucket//tiles/{SAFE}", f"gs://bucket/tiles/{SAFE}", f"/vsigs/bucket/tiles/{SAFE}"),
        (f"  HTTPS://Host.org:8/a/{SAFE}\n", f"https://host.org:8/a/{SAFE}", f"/vsicurl/https://host.org:8/a/{SAFE}"),
        (f"/vsicurl/http://host/{SAFE}", f"http://host/{SAFE}", f"/vsicurl/http://host/{SAFE}"),
        (f"s3://b/{SAFE}.zip", f"s3://b/{SAFE}.zip", f"/vsis3/b/{SAFE}.zip"),
        (
            f"/vsizip//vsicurl/https://h/a.zip/{SAFE}",
            f"https://h/a.zip/{SAFE}",
            f"/vsizip/{{/vsicurl/https://h/a.zip}}/{SAFE}",
        ),
        (f"/vsizip/{{/vsis3/b/a.zip}}/{SAFE}", f"s3://b/a.zip/{SAFE}", f"/vsizip/{{/vsis3/b/a.zip}}/{SAFE}"),
        ("https://h/a%20b.zip/c%20d", "https://h/a%20b.zip/c%20d", "/vsizip/{/vsicurl/https://h/a%20b.zip}/c d"),
    ],
)
def test_an_address_is_read_in_all_its_forms(written, address, of_gdal):
    """An address, with or without a slash at its end, and GDAL's path of it are the same; no slash is lost."""
    found = parse(written)
    assert isinstance(found, Address)
    assert (str(found), found.gdal_path, parse(found.gdal_path)) == (address, of_gdal, found)
    assert parse(str(found)) == found == pickle.loads(pickle.dumps(found))  # noqa: S301
    assert len({found, parse(written)}) == 1


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("/data/a.SAFE", "/data/a.SAFE"),
        ("a.SAFE/", "a.SAFE"),
        ("file:///data/a%20b.SAFE", "/data/a b.SAFE"),
        ("/vsizip//data/a.zip/b.SAFE", "/data/a.zip/b.SAFE"),
        ("/vsizip/{/data/a.zip}", "/data/a.zip"),
        (r"C:\data\a.SAFE", r"C:\data\a.SAFE"),
        ("C:/data/a.SAFE", "C:/data/a.SAFE"),
    ],
)
def test_a_path_stays_a_path(written, path):
    """A file on a disk is a Path, also as a file address or as GDAL's path in an archive."""
    assert parse(written) == Path(path)
    assert gdal_path(Path(path)) == href(Path(path)) == path


@pytest.mark.parametrize(
    "written",
    [
        "ftp://host/a.SAFE",
        "/vsiaz/container/a.SAFE",
        "/vsimem/a.SAFE",
        "https://host",
        "s3://bucket/",
        "https://host/a/../b.SAFE",
        "https://host/a/%2e%2e/b.SAFE",
        "https://user:secret@host/a.SAFE",
        "ftp://us@er:secret@host/a.SAFE",
        "ftp://user:secret@host/a.SAFE?key=secret",
        "/vsicurl_streaming/https://user:secret@host/a.SAFE?key=secret",
    ],
)
def test_other_addresses_are_refused_by_a_sentence(written):
    """Other protocols, incomplete addresses, those that climb and those with passwords are no locations."""
    with pytest.raises(SettingError) as refused:
        parse(written)
    assert "secret" not in str(refused.value)


def test_an_address_has_the_parts_of_a_path():
    """Name, suffix, parent and files below are those of a path; a web address is shown as it is written."""
    found = parse("https://host/a/b%20c.SAFE")
    assert isinstance(found, Address)
    assert (found.name, found.suffix, str(found.parent)) == ("b c.SAFE", ".SAFE", "https://host/a")
    assert str(found / "GRANULE/L1C x") == "https://host/a/b%20c.SAFE/GRANULE/L1C%20x"
    assert [str(one) for one in found.parents] == ["https://host/a", "https://host/"]


def test_a_signature_goes_along_and_is_never_shown():
    """Files below a signed address have its signature; texts and representations do not."""
    found = parse("https://host/a.SAFE?sig=secret&sv=1#part")
    assert isinstance(found, Address)
    below = found / "MTD_MSIL1C.xml"
    assert below.href == "https://host/a.SAFE/MTD_MSIL1C.xml?sig=secret&sv=1"
    assert below.gdal_path == f"/vsicurl/{below.href}"
    assert "secret" not in f"{below} {below!r}"
    assert parse(below.href) == below


@pytest.mark.parametrize("name", ["../other", "/etc/passwd", "a/../../b", "https://host/x", r"..\other", "C:/x"])
def test_names_in_a_product_do_not_lead_out_of_it(name):
    """A name from a metadata file that climbs, is absolute or an address of its own is refused."""
    with pytest.raises(SettingError):
        _ = Address("https", "host", "a.SAFE") / name
