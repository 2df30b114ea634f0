"""Turn addresses into those of web requests: GDAL signs those of buckets, with the credentials that it finds."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from ..errors import InstallationError, SettingError
from ..hosts.network import network
from .location import Address

_SIGNED_SECONDS = 3600
"""Time for which GDAL signs."""
_KEPT_SECONDS = 1800
"""Time for which a signed address is used."""
_KEPT_ADDRESSES = 10_000
_UNSIGNED = {"s3": "AWS_NO_SIGN_REQUEST", "gs": "GS_NO_SIGN_REQUEST"}


@dataclass(frozen=True)
class Access:
    """Credentials for all addresses of a host or bucket; they are kept in this process only."""

    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Headers of requests for a web address."""
    options: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Options of GDAL for a bucket, such as AWS_ACCESS_KEY_ID; others come from the environment and its profiles."""


_granted: dict[tuple[str, str], Access] = {}
_signed: dict[Address, tuple[float, str]] = {}
"""Time and web address of files in buckets."""
_lock = threading.Lock()


def grant(address: Address, access: Access) -> None:
    """Use credentials for the host or bucket of an address from now on."""
    with _lock:
        _granted[address.scheme, address.host] = access
        _signed.clear()


def unusable(authentication: str, address: Address) -> SettingError:
    """Make the error for an authentication that has no credentials for an address."""
    return SettingError(
        "The authentication {authcfg} cannot be used for {address}. Choose another one, or none.",
        authcfg=authentication,
        address=address,
    )


def request_of(address: Address) -> tuple[str, Mapping[str, str]]:
    """Return the web address of a file and the headers of a request for it.

    Raises:
        InstallationError: GDAL's Python package, which signs addresses of buckets, is missing.
    """
    access = _granted.get((address.scheme, address.host), Access())
    if address.scheme not in _UNSIGNED:
        return address.href, access.headers
    made, url = _signed.get(address, (0.0, ""))
    if not url or time.monotonic() - made > _KEPT_SECONDS:
        made, url = time.monotonic(), _bucket_url(address, access.options)  # may ask a host for keys: nobody waits
        with _lock:
            if _granted.get((address.scheme, address.host), Access()) == access:
                if len(_signed) >= _KEPT_ADDRESSES:
                    _signed.clear()
                _signed[address] = made, url
    return url, {}


def gdal_access(address: Address) -> Access:
    """Return the credentials, and the proxy, as options of GDAL, for a file that GDAL reads from its host itself.

    Of the headers that is a login alone, which no other host gets by a redirect (GDAL 3.6 or later).
    """
    access, host = _granted.get((address.scheme, address.host), Access()), network()
    logins = [f"{name}: {value}" for name, value in access.headers.items() if name.lower() == "authorization"]
    proxy = host.proxy(f"https://{address.host}" if address.scheme in _UNSIGNED else address.href) if host else None
    options = {"GDAL_HTTP_HEADERS": ", ".join(logins)} if logins else {}
    if proxy is not None:  # an empty one leaves out that of the environment
        options["GDAL_HTTP_PROXY"] = proxy
    return Access(options={**access.options, **options})


def _bucket_url(address: Address, options: Mapping[str, str]) -> str:
    """Return a signed address; that of a public bucket, without a signature, where there are no credentials."""
    try:
        from osgeo import gdal
    except ImportError as error:
        raise InstallationError(
            "{address} needs GDAL's Python package osgeo, which QGIS brings. Install it, or choose an address with "
            "https://.",
            address=address,
        ) from error
    unsigned = _UNSIGNED[address.scheme]
    with _local_options(options):
        if gdal.GetConfigOption(unsigned, "NO").upper() not in {"YES", "TRUE", "ON", "1"}:
            url: str | None = gdal.GetSignedURL(address.gdal_path, [f"EXPIRATION_DELAY={_SIGNED_SECONDS}"])
            if url:
                return url
        with _local_options({unsigned: "YES"}):
            return str(gdal.GetActualURL(address.gdal_path))


@contextmanager
def _local_options(options: Mapping[str, str]) -> Iterator[None]:
    """Set options of GDAL for this thread alone; those of QGIS stay."""
    from osgeo import gdal

    before = {name: gdal.GetThreadLocalConfigOption(name) for name in options}
    try:
        for name, value in options.items():
            gdal.SetThreadLocalConfigOption(name, value)
        yield
    finally:
        for name, earlier in before.items():
            gdal.SetThreadLocalConfigOption(name, earlier)
