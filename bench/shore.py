"""Draw what *Automatic* and Fmask, with and without its test of parallax, make of a lake and its villages."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from ..core import batch_process_scenes, create_settings
from ..core.masks.mask_file import WrittenMask
from ..core.previews.picture import Picture
from ..core.previews.scene import scene_picture
from ..tools.demo import make_product

RESOLUTION = 20
PANELS: tuple[dict[str, Any], ...] = ({}, {"model": "fmask"}, {"model": "fmask", "parallax": False})
"""Options of the masks, after the panel in natural colours."""
_EDGE = 768
"""Longer side of a panel in pixels."""


def draw(path: Path) -> None:
    """Mask the product of the demo, and write the picture: two panels beside each other, two below."""
    safe = make_product()
    with TemporaryDirectory() as scratch:
        panels: list[Picture] = []
        for number, options in enumerate(PANELS):
            mask = Path(scratch) / f"{number}.tif"
            settings = {"mask_path": mask, "processing_res": RESOLUTION, "quiet": True, **options}
            batch_process_scenes(create_settings([safe], scratch, **settings))
            written = WrittenMask.read(mask)
            if written is None:
                raise FileNotFoundError(mask)
            scene = scene_picture(written.result(), safe, _EDGE)
            panels += [scene.copy()] if not panels else []
            scene.lay_mask(mask)
            panels.append(scene)
    first, second, third, fourth = (panel.pixels for panel in panels)
    joined = np.concatenate([np.concatenate(row, axis=2) for row in ((first, second), (third, fourth))], axis=1)
    path.write_bytes(Picture(panels[0].grid, joined).jpeg())
