"""List the journeys in their order; nothing of QGIS is imported here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Journey:
    """A function of a module of this package; it depends on the journeys before it."""

    name: str
    module: str
    interface: bool = True
    """True if it leads through windows of the plugin, in every language; others are about QGIS."""
    guide: bool = False
    """True if it keeps pictures of the guide, from a QGIS that has the models."""


PLAN = (
    Journey("install", "first_steps"),
    Journey("on_the_map", "products", guide=True),
    Journey("six_dates", "dates", guide=True),
    Journey("season", "dates", guide=True),
    Journey("choose_dates", "dates", guide=True),
    Journey("by_keyboard", "dates"),
    Journey("rerun", "dates"),
    Journey("composite", "masks", guide=True),
    Journey("polygons", "masks", guide=True),
    Journey("correct", "masks", guide=True),
    Journey("correct_again", "masks"),
    Journey("layer_menu", "masks", guide=True),
    Journey("compare", "masks", interface=False, guide=True),
    Journey("cancel", "desktop"),
    Journey("close_window", "desktop", interface=False),
    Journey("close_project", "desktop", interface=False),
    Journey("one_scene", "first_steps"),
    Journey("wrong_inputs", "first_steps"),
    Journey("inputs", "products"),
    Journey("models", "first_steps", guide=True),
    Journey("designer", "desktop", interface=False, guide=True),
    Journey("unload", "desktop", interface=False),
    Journey("leave", "desktop", interface=False),
)
ALL = tuple(one.name for one in PLAN)
INTERFACE = tuple(one.name for one in PLAN if one.interface)
GUIDE = tuple(one.name for one in PLAN if one.guide)
