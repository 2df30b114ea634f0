"""The network of the program in which the engine runs: its proxy and the certificates that it trusts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Network:
    """The settings of a program for its network; they may change at any time."""

    proxy: Callable[[str], str | None]
    """Returns the address of the proxy for an address, with its login if it has one; empty: none, None: that of the
    environment."""
    certificates: Callable[[], str]
    """Returns certificates as PEM text that are trusted beside those of the environment."""


class _Host:
    """The network of this process."""

    network: Network | None = None


def use_network(network: Network | None) -> None:
    """Use the network of a program; None: that of the environment, with `HTTPS_PROXY` and `REQUESTS_CA_BUNDLE`."""
    _Host.network = network


def network() -> Network | None:
    """Return the network that is used; None: that of the environment."""
    return _Host.network
