"""GeoTIFF files of catalogues are read alone, with the credentials for their hosts, which are no options of QGIS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import numpy as np
import pytest
import rasterio
from osgeo import gdal

from ....core.addresses import web
from ....core.addresses.location import Address, parse
from ....core.addresses.web import Access, grant
from ....core.decoding.band_file import opened, read
from ....core.decoding.band_image import BandImage
from ....core.hosts.network import Network, use_network
from ...ranged_server import Reply, Served, serving

SIZE, VALUE, WRONG = 512, 100, 7
NAME = "bucket/a folder/B02.tif"
KEYS = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret"}
OPTIONS = (*KEYS, "GDAL_HTTP_HEADERS", "GDAL_HTTP_PROXY", "GDAL_DISABLE_READDIR_ON_OPEN")


def here(work: Callable[[], int]) -> int:
    """Call a function in the main thread."""
    return work()


def elsewhere(work: Callable[[], int]) -> int:
    """Call a function in another thread, as decoders do."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(work).result()


@pytest.fixture(params=[here, elsewhere])
def call(request) -> Callable[[Callable[[], int]], int]:
    """A thread to read in."""
    return request.param


@pytest.fixture
def served(tmp_path, monkeypatch) -> Iterator[Served]:
    """A server with a file, as one of the web and as a bucket, and beside it others that GDAL would take for parts."""
    file = tmp_path / "served" / NAME
    write(file, VALUE, SIZE)
    write(Path(f"{file}.ovr"), WRONG, SIZE // 2)
    write(Path(f"{file}.msk"), 0, SIZE)
    Path(f"{file}.aux.xml").write_text(
        "<PAMDataset><GeoTransform>0,1,0,0,0,-1</GeoTransform><PAMRasterBand band='1'><NoDataValue>100</NoDataValue>"
        "<Description>another</Description></PAMRasterBand></PAMDataset>"
    )
    for name in (*KEYS, "AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION", "http_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serving(tmp_path / "served") as server:
        host = server.address.removeprefix("http://")
        bucket = {"AWS_S3_ENDPOINT": host, "AWS_HTTPS": "NO", "AWS_VIRTUAL_HOSTING": "FALSE", "AWS_REGION": "here"}
        for name, value in {**bucket, "GDAL_HTTP_TIMEOUT": "5", "CPL_AWS_EC2_API_ROOT_URL": "disabled"}.items():
            monkeypatch.setenv(name, value)
        yield server
    web._granted.clear()
    use_network(None)


def write(path: Path, value: int, size: int) -> None:
    """Write a GeoTIFF file of one value."""
    path.parent.mkdir(parents=True, exist_ok=True)
    profile = {"driver": "GTiff", "width": size, "height": size, "count": 1, "dtype": "uint16", "tiled": True}
    place = {"crs": "EPSG:32633", "transform": rasterio.Affine(20, 0, 300_000, 0, -20, 5_900_040)}
    with rasterio.open(path, "w", **profile, **place, blockxsize=128, blockysize=128) as dataset:
        dataset.write(np.full((1, size, size), value, np.uint16))


def image_at(address: str) -> BandImage:
    """The file behind an address; GDAL is told to look for none beside it, as in the paths of items."""
    found = parse(address)
    assert isinstance(found, Address)
    beside = urlencode({"empty_dir": "yes", "url": found.href})
    return BandImage(f"/vsicurl?{beside}" if found.scheme == "http" else found.gdal_path, 20, geotiff=True)


def value_of(image: BandImage) -> int:
    """Read a file small, as an overview would give it, and in a corner; return the one value that it has."""
    with opened(image) as dataset:
        assert dataset.transform.a == 20
        assert (dataset.nodata, dataset.descriptions, dataset.overviews(1)) == (None, (None,), [])
        values = {int(dataset.read(1, out_shape=(16, 16)).max())} if not web._granted else set()
        corner = read(dataset, image, rasterio.windows.Window(500, 500, 12, 12))
    (value,) = values | {int(corner.max())}
    return value


def test_files_beside_one_in_a_bucket_have_no_part(served, call, monkeypatch):
    """Overviews, masks and metadata beside the file are not asked for; nor is the folder listed."""
    monkeypatch.setenv("AWS_NO_SIGN_REQUEST", "YES")
    assert call(lambda: value_of(image_at("s3://bucket/a folder/B02.tif"))) == VALUE
    assert {one.path for one in served.asked} == {f"/{NAME}"}


def test_the_keys_of_an_authentication_open_a_bucket(served, call):
    """They sign the requests for it, and are no options of the whole of QGIS."""
    image = image_at("s3://bucket/a folder/B02.tif")
    grant(parse("s3://bucket/x"), Access(options=KEYS))  # type: ignore[arg-type]
    assert call(lambda: value_of(image)) == VALUE
    logins = {one.headers.get("authorization", "").partition("/")[0] for one in served.asked}
    assert logins == {"AWS4-HMAC-SHA256 Credential=key"}
    assert [gdal.GetConfigOption(name) for name in OPTIONS] == [None] * len(OPTIONS)


def test_a_login_opens_a_file_of_the_web(served, call):
    """It is sent to open the file and to read it, and to no other host; other headers would follow a redirect."""
    login = "Basic dXNlcjpwYXNz"
    served.behaviour = lambda one: Reply() if one.headers.get("authorization") == login else Reply(401)
    grant(parse(f"{served.address}/x"), Access({"Authorization": login, "X-Key": "secret"}))  # type: ignore[arg-type]
    assert call(lambda: value_of(image_at(f"{served.address}/bucket/a%20folder/B02.tif"))) == VALUE
    assert not [one for one in served.asked if "x-key" in one.headers]
    assert [gdal.GetConfigOption(name) for name in OPTIONS] == [None] * len(OPTIONS)


def test_the_proxy_of_the_program_is_used(served, call):
    """The server is the proxy: a file of a host that does not exist is read through it."""
    use_network(Network(lambda _address: served.address, str))
    image = image_at("http://nowhere.invalid/bucket/a%20folder/B02.tif")
    grant(parse("http://nowhere.invalid/x"), Access({"Authorization": "me"}))  # type: ignore[arg-type]
    assert call(lambda: value_of(image)) == VALUE


def test_the_program_may_use_no_proxy_for_a_host(served, call, monkeypatch):
    """QGIS leaves the proxy of the environment out for some hosts; GDAL does as well, which reads their files."""
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    use_network(Network(lambda _address: "", str))
    assert call(lambda: value_of(image_at(f"{served.address}/bucket/a%20folder/B02.tif"))) == VALUE
