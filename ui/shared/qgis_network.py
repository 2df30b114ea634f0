"""Let the engine use the network as QGIS's options say: its proxy, and the certificates that it trusts."""

from __future__ import annotations

from urllib.parse import quote

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from ...core.hosts.network import Network, use_network


def follow_qgis() -> None:
    """Let the engine use the network of QGIS; called on the main thread, whose network has the options."""
    manager = QgsNetworkAccessManager.instance()
    use_network(Network(lambda address: _proxy_for(address, manager), _certificates))


def proxy_for(address: str) -> str:
    """Return the proxy of QGIS's options for an address, with its login; empty if QGIS uses none."""
    return _proxy_for(address, QgsNetworkAccessManager.instance()) or ""


def _proxy_for(address: str, manager: QgsNetworkAccessManager) -> str | None:
    """Return the proxy for an address; empty: none, None: QGIS leaves it to the system, which has none for Qt."""
    proxy = manager.fallbackProxy()
    if any(address.startswith(one) for one in (*manager.excludeList(), *manager.noProxyList()) if one):
        return ""
    of_system = proxy.type() == QNetworkProxy.ProxyType.DefaultProxy
    if of_system:
        proxy = next(iter(QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(address)))), proxy)
    if not proxy.hostName():
        return None if of_system else ""
    scheme = "socks5h" if proxy.type() == QNetworkProxy.ProxyType.Socks5Proxy else "http"
    login = ":".join(quote(part, safe="") for part in (proxy.user(), proxy.password()) if part)
    return f"{scheme}://{login}{'@' if login else ''}{proxy.hostName()}:{proxy.port()}"


def _certificates() -> str:
    """Return the certificates that QGIS trusts, those of the system and those that the user has added, as PEM text."""
    return bytes(QgsApplication.authManager().trustedCaCertsPemText()).decode("ascii", "ignore")
