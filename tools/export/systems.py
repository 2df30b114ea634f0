"""The systems that can be exported: a module each, and a line here."""

from __future__ import annotations

from . import clouds2mask, kappamask, omnicloudmask, unetmobv2
from .system import System

SYSTEMS: dict[str, System] = {
    system.name: system for system in (clouds2mask.SYSTEM, omnicloudmask.SYSTEM, unetmobv2.SYSTEM, kappamask.SYSTEM)
}
