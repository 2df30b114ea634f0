"""Masking of one scene: from its files to the mask in memory, strip by strip."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ..areas.area import AreaOnGrid, ScaledArea
from ..cards.card import ModelCard
from ..classes import NODATA
from ..errors import SettingError
from ..language import message
from ..product.source import Source
from ..product.strips import Bands, PlannedScene, Strip
from ..raster.disc_mean import Lines, averaged
from ..raster.grid import Grid
from ..raster.morphology import grow
from ..raster.patches import PatchPlan, PatchRule, plan_patches, plan_strips
from ..settings import MaskSettings
from ..workers import Workers
from .checks import setting_warnings
from .classify import ClassLines, ClassRule, FieldSink
from .plausibility import value_warnings

RESAMPLING_MARGIN = 2
"""Pixels of the network's grid around an area that contribute to its resampled pixels."""


@dataclass(frozen=True)
class Scene:
    """A prepared scene: its source, its bands on the network's grid, and the plan of its patches."""

    source: Source
    card: ModelCard
    bands: Bands
    plan: PatchPlan
    grid: Grid
    """Grid of the mask of the whole scene; the network's grid is `bands.grid`."""
    warnings: tuple[str, ...]
    buffer_m: float = 0.0
    """Distance in metres by which cloud and shadow grow over clear pixels."""
    area: AreaOnGrid | None = None
    """The area of interest on `grid`."""

    @property
    def mask_grid(self) -> Grid:
        """Grid of the mask: the whole `grid`, or the bounding box of the area of interest."""
        return self.grid.window(self.area.lines, self.area.columns) if self.area else self.grid

    @property
    def mask_pixels(self) -> int:
        """Number of pixels of the mask inside the area of interest; all without an area."""
        return int(self.area.inside.sum()) if self.area else self.grid.height * self.grid.width


class Model(Protocol):
    """A model that is ready to run: networks, or rules."""

    @property
    def provider(self) -> str:
        """Names of the execution providers in use."""

    def take_notices(self) -> list[str]:
        """Return and clear the messages for the user."""

    def lines(
        self, scene: PlannedScene, strips: Iterable[Strip], progress: Callable[[int], None]
    ) -> Generator[Lines, None, None]:
        """Yield the class probabilities of a scene over the columns of its plan, from top to bottom.

        Args:
            scene: The scene.
            strips: The strips of its plan.
            progress: Called with the number of finished patches; may raise to stop.
        """


def prepare_scene(
    source: Source,
    card: ModelCard,
    settings: MaskSettings,
    workers: Workers,
    placing: Callable[[], None] = lambda: None,
) -> Scene:
    """Open the bands and place the patches; only `upstream` placement decodes a whole band.

    Args:
        source: The source.
        card: Card of the model.
        settings: The options.
        workers: Decode the quick look that tells where the scene has data.
        placing: Called before patches are placed, when the scene is known to touch the area.

    Raises:
        ProductError, UnreadableBandError: see `Bands`.
        OutsideAreaError: the product does not touch the area of interest.
        SettingError: the model does not support an option.
    """
    bands = Bands(source, card.bands, card.network_resolution(settings.processing_res))
    grid = bands.grid_at(settings.processing_res)
    area = settings.area.on(grid, source.acquisition.name) if settings.area else None
    near = area.scaled(grid.pixel_size / bands.grid.pixel_size) if area else None
    decision = card.decision
    reach = settings.buffer_m / grid.pixel_size + (decision.dilate_px if decision else 0)
    margin = reach * grid.pixel_size / bands.grid.pixel_size + (decision.average_px if decision else 0)
    margin += RESAMPLING_MARGIN
    placing()
    try:
        plan = _plan(bands, card, settings, (near, margin) if near else None, workers)
    finally:
        bands.close()
    warnings = [*source.warnings(), *value_warnings(source), *setting_warnings(source, card, settings)]
    if bands.placed_by_metadata and not settings.of_raster:
        warnings.append(
            message(
                "The bands of {name} have no coordinate reference system, so it was taken from MTD_TL.xml. If other "
                "rasters lack theirs too, PROJ_LIB or PROJ_DATA leads to another database of PROJ.",
                name=source.acquisition.name,
            )
        )
    if bands.metres_per_nominal != 1:
        warnings.append(
            message(
                "{name} is a reduced product: its pixels, and those of the mask, have {factor:.1f} times their nominal "
                "size.",
                name=source.acquisition.name,
                factor=bands.metres_per_nominal,
            )
        )
    return Scene(source, card, bands, plan, grid, tuple(warnings), settings.buffer_m, area)


def _plan(
    bands: Bands,
    card: ModelCard,
    settings: MaskSettings,
    near: tuple[ScaledArea, float] | None,
    workers: Workers,
) -> PatchPlan:
    """Place patches or strips; those of an area are a selection of those of the whole scene.

    Args:
        bands: The bands on the network's grid.
        card: Card of the model.
        settings: The options.
        near: The area on the network's grid, and the pixels around it that affect it; None without an area.
        workers: Decode the quick look; for an area where it is needed.
    """
    shape = bands.grid.shape
    if card.context == "patch":
        rule = _patch_rule(card, settings)
        exact = rule.placement == "upstream"
        data = bands.data_pixels(workers) if exact else bands.data_cells(workers, whole=near is None)
        return plan_patches(data, shape, rule, near[0].cells(shape, near[1]) if near else None)
    if near and card.context == "pixel":
        return plan_strips(bands.data_cells(workers, whole=False), near[0].box(shape, near[1]))
    return plan_strips(bands.data_cells(workers), (slice(0, shape[0]), slice(0, shape[1])))


def _patch_rule(card: ModelCard, settings: MaskSettings) -> PatchRule:
    """Return size, overlap and placement of a model's patches."""
    size = settings.patch_size or card.patch_size
    for one in card.members or (card,):
        if one.fixed_size and size != one.patch_size:
            raise SettingError(
                "{name} is {value}, but must be {size}: the model {model} only supports patches of this size.",
                name="patch_size",
                value=size,
                model=one.id,
                size=one.patch_size,
            )
    overlap = card.patch_overlap if settings.patch_overlap_px is None else settings.patch_overlap_px
    if overlap > size // 2:
        raise SettingError(
            "{name} is {value}, but must be at most half of the patch size of {model} ({size}).",
            name="patch_overlap_px",
            value=overlap,
            model=card.id,
            size=size,
        )
    return PatchRule(size, overlap, card.patch_multiple, settings.patch_placement, fitted_patches(card, settings))


def fitted_patches(card: ModelCard, settings: MaskSettings) -> bool:
    """Return True if the card allows rectangles, and the user asks neither for a size nor for CloudS2Mask's places."""
    return card.patch_shape == "fitted" and settings.patch_size is None and settings.patch_placement != "upstream"


def mask_scene(
    scene: Scene,
    strips: Iterable[Strip],
    model: Model,
    progress: Callable[[int], None],
    sink: FieldSink | None = None,
) -> NDArray[np.uint8]:
    """Mask a scene.

    Args:
        scene: The scene.
        strips: The strips of its plan.
        model: The model of its card.
        progress: Called with the number of finished patches; may raise to stop.
        sink: Receives the class probabilities.

    Returns:
        (lines, columns) uint8 classes on the scene's `mask_grid`, 255 nodata.
    """
    columns = scene.plan.columns if scene.plan.rows else (0, 0)
    card, decision = scene.card, scene.card.decision
    rule = ClassRule(card.classes, decision.threshold if decision else None, card.least_share)
    classes = ClassLines(rule, scene.bands.grid, scene.grid, columns, sink)
    with closing(model.lines(scene, strips, progress)) as predicted:
        lines: Iterable[Lines] = predicted
        if decision and decision.average_px:
            lines = averaged(lines, decision.average_px, columns[0], scene.bands.grid.shape)
        for part in lines:
            classes.add(*part)
    mask = classes.finish()
    if scene.plan.rows:
        for radius in (decision.dilate_px if decision else 0, scene.buffer_m / scene.grid.pixel_size):
            grow(mask, radius, lambda: progress(scene.plan.count))
    if scene.area:
        mask = mask[scene.area.lines, scene.area.columns].copy()
        mask[~scene.area.inside] = NODATA
    return mask


def no_data_warning(scene: Scene, mask: NDArray[np.uint8]) -> tuple[str, ...]:
    """Warn if a mask has no pixel with data."""
    # In parts, because the first part usually has data.
    if any((lines != NODATA).any() for lines in np.array_split(mask, len(mask) // 512 + 1)):
        return ()
    name = scene.source.acquisition.name
    if scene.area:
        return (message("{name} has no data in the area of interest: its whole mask is nodata.", name=name),)
    return (message("{name} has no data: its whole mask is nodata.", name=name),)
