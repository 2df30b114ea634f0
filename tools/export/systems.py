"""List the systems that can be exported; each has a module."""

from __future__ import annotations

from . import clouds2mask, kappamask, omnicloudmask, unetmobv2
from .system import System

SYSTEMS: dict[str, System] = {
    system.name: system for system in (clouds2mask.SYSTEM, omnicloudmask.SYSTEM, unetmobv2.SYSTEM, kappamask.SYSTEM)
}
