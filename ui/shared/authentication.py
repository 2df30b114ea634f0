"""Use an authentication of QGIS for the hosts and buckets of products."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsApplication, QgsAuthMethodConfig
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from ...core.addresses.location import Address, Location
from ...core.addresses.web import Access, grant, unusable

_OPTIONS = {
    "s3": {"AWS_ACCESS_KEY_ID": "username", "AWS_SECRET_ACCESS_KEY": "password", "AWS_REGION": "region"},  # nosec B105  # names
    "gs": {"GS_ACCESS_KEY_ID": "username", "GS_SECRET_ACCESS_KEY": "password"},  # nosec B105  # names
}
"""Options of GDAL for buckets, and where an authentication keeps their values."""


def use_authentication(authcfg: str, locations: Iterable[Location]) -> None:
    """Use an authentication for the hosts of addresses, until QGIS is closed; it is stored nowhere else.

    Args:
        authcfg: Id of an authentication of QGIS; empty: nothing is done.
        locations: Addresses; paths need none.

    Raises:
        SettingError: the authentication is not there, or cannot be used for such an address.
    """
    if not authcfg:
        return
    for address in {(one.scheme, one.host): one for one in locations if isinstance(one, Address)}.values():
        is_bucket = address.scheme in _OPTIONS
        access = (
            Access(options=_keys(authcfg, address.scheme)) if is_bucket else Access(headers=_headers(authcfg, address))
        )
        if not access.options and not access.headers:
            raise unusable(authcfg, address)
        grant(address, access)


def _headers(authcfg: str, address: Address) -> dict[str, str]:
    """Return the headers that an authentication adds to a request."""
    _fits, request = QgsApplication.authManager().updateNetworkRequest(QNetworkRequest(QUrl(address.href)), authcfg)
    values = {name: request.rawHeader(name) for name in request.rawHeaderList()}
    return {bytes(name).decode("latin-1"): bytes(value).decode("latin-1") for name, value in values.items()}


def _keys(authcfg: str, scheme: str) -> dict[str, str]:
    """Return key and secret of a bucket: user and password of an authentication, or those of the method for S3."""
    _found, config = QgsApplication.authManager().loadAuthenticationConfig(authcfg, QgsAuthMethodConfig(), True)
    return {option: config.config(name) for option, name in _OPTIONS[scheme].items() if config.config(name)}
