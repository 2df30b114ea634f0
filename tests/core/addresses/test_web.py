"""Buckets are read with the credentials that GDAL finds, or without any if there are none."""

from __future__ import annotations

import hashlib
import hmac
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qsl, quote

import pytest

from ....core.addresses import web
from ....core.addresses.location import Address, parse
from ....core.addresses.reading import read_bytes, read_part
from ....core.addresses.web import Access, grant
from ....core.errors import AddressError
from ...ranged_server import Asked, Reply, Served, serving

DATA = b"some bytes"
KEYS = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret"}


@pytest.fixture
def served(tmp_path, monkeypatch) -> Iterator[Served]:
    """A server of buckets, and no credentials of the user who runs the tests."""
    for name in (*KEYS, "AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_NO_SIGN_REQUEST", "AWS_REGION", "AWS_DEFAULT_REGION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("CPL_AWS_EC2_API_ROOT_URL", "disabled")
    monkeypatch.setenv("CPL_AWS_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    file = tmp_path / "served/bucket/a folder/x.SAFE/file"
    file.parent.mkdir(parents=True)
    file.write_bytes(DATA)
    with serving(tmp_path / "served") as server:
        host = server.address.removeprefix("http://")
        monkeypatch.setenv("AWS_S3_ENDPOINT", host)
        monkeypatch.setenv("AWS_HTTPS", "NO")
        monkeypatch.setenv("AWS_VIRTUAL_HOSTING", "FALSE")
        monkeypatch.setenv("CPL_GS_ENDPOINT", f"{server.address}/")
        yield server
    web._granted.clear()
    web._signed.clear()


def address_of(scheme: str = "s3") -> Address:
    """The address of the file."""
    found = parse(f"{scheme}://bucket/a folder/x.SAFE/file")
    assert isinstance(found, Address)
    return found


def is_signed(asked: Asked, host: str, key: str = "secret", region: str = "us-east-1") -> bool:
    """Check the signature of a request (AWS Signature Version 4, query parameters)."""
    values = dict(parse_qsl(asked.query))
    given = values.pop("X-Amz-Signature", "")
    query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in sorted(values.items()))
    request = "\n".join(["GET", quote(asked.path), query, f"host:{host}", "", "host", "UNSIGNED-PAYLOAD"])
    date = values.get("X-Amz-Date", "")
    scope = f"{date[:8]}/{region}/s3/aws4_request"
    text = "\n".join(["AWS4-HMAC-SHA256", date, scope, hashlib.sha256(request.encode()).hexdigest()])
    signing = f"AWS4{key}".encode()
    for part in (date[:8], region, "s3", "aws4_request"):
        signing = hmac.digest(signing, part.encode(), "sha256")
    return hmac.compare_digest(hmac.new(signing, text.encode(), "sha256").hexdigest(), given)


def refuse_strangers(server: Served, **how: str) -> None:
    """Let a server refuse requests without a right signature."""
    host = server.address.removeprefix("http://")
    server.behaviour = lambda asked: Reply() if is_signed(asked, host, **how) else Reply(403)


def test_a_public_bucket_needs_no_credentials(served):
    """Without credentials, requests have no signature; a private bucket then is an error."""
    assert read_bytes(address_of(), 100) == DATA
    assert read_part(address_of(), 2, 5)[0] == DATA[2:5]
    assert {one.query for one in served.asked} == {""}
    refuse_strangers(served)
    with pytest.raises(AddressError):
        read_bytes(address_of(), 100)


def test_keys_of_the_environment_are_used(served, monkeypatch):
    """The variables that all programs for S3 know sign the requests."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    refuse_strangers(served)
    assert read_bytes(address_of(), 100) == DATA


def test_a_profile_is_used(served, monkeypatch, tmp_path):
    """So do the profiles that those programs write."""
    (tmp_path / "credentials").write_text("[mine]\naws_access_key_id = key\naws_secret_access_key = of-profile\n")
    monkeypatch.setenv("AWS_PROFILE", "mine")
    refuse_strangers(served, key="of-profile")
    assert read_bytes(address_of(), 100) == DATA


def test_an_authentication_is_used_for_its_bucket_alone(served):
    """Credentials of an authentication sign what is in their bucket, and are no options of the whole of QGIS."""
    from osgeo import gdal

    refuse_strangers(served, region="eu-central-1")
    grant(address_of(), Access(options={**KEYS, "AWS_REGION": "eu-central-1"}))
    assert read_bytes(address_of(), 100) == DATA
    assert [gdal.GetConfigOption(name) for name in (*KEYS, "AWS_REGION", "AWS_NO_SIGN_REQUEST")] == [None] * 4
    other = parse("s3://other/file")
    assert isinstance(other, Address)
    with pytest.raises(AddressError):
        read_bytes(other, 100)
    assert served.asked[-1].query == ""


def test_a_bucket_of_google_is_read(served):
    """A public bucket of Google Cloud is read without credentials."""
    assert read_bytes(address_of("gs"), 100) == DATA
    assert served.asked[-1].path == "/bucket/a folder/x.SAFE/file"


def test_no_credentials_are_in_representations():
    """The text of an access that a log may show has no secret."""
    assert "secret" not in repr(Access({"Authorization": "secret"}, KEYS))


def test_credentials_do_not_wait_for_a_signature(served, monkeypatch):
    """GDAL may ask a host for keys; a window that gets other credentials meanwhile goes on, and they count at once."""
    asked, ended, signed = threading.Event(), threading.Event(), web._bucket_url

    def slow(address: Address, options: Mapping[str, str]) -> str:
        url = signed(address, options)
        asked.set()
        ended.wait(20)
        return url

    monkeypatch.setattr(web, "_bucket_url", slow)
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(web.request_of, address_of())
        assert asked.wait(20)
        threads.submit(grant, address_of(), Access(options=KEYS)).result(10)
        ended.set()
        assert "Signature" not in first.result()[0]
    assert "Credential=key" in web.request_of(address_of())[0]
