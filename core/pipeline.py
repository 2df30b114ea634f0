"""One scene: from its files to the finished mask in memory, strip by strip."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .area import AreaOnGrid
from .bands import Bands, Strip
from .blend import Blend
from .classes import CLASS_OF_KEY, NODATA
from .errors import SettingError
from .grid import Grid
from .model_card import ModelCard
from .patches import PatchPlan, PatchRule, plan_patches
from .postprocess import grow
from .predict import Batch, Member
from .resample import Axis, resample
from .settings import MaskSettings
from .source import Source

RESAMPLING_MARGIN = 2
"""Pixels of the network's grid around an area that have a part in its resampled pixels."""


@dataclass(frozen=True)
class Scene:
    """A source made ready: its bands on the network's grid, and where the patches go."""

    source: Source
    card: ModelCard
    bands: Bands
    plan: PatchPlan
    grid: Grid
    """Of the mask; that of the network is `bands.grid`."""
    warnings: tuple[str, ...]
    area: AreaOnGrid | None = None
    """On `grid`: what the mask is cut to."""

    @property
    def mask_grid(self) -> Grid:
        """The grid of the mask: all of `grid`, or the box of the area of interest."""
        return self.grid.window(self.area.lines, self.area.columns) if self.area else self.grid

    @property
    def mask_pixels(self) -> int:
        """How many pixels of the mask are inside the area of interest; all, if there is none."""
        return int(self.area.inside.sum()) if self.area else self.grid.height * self.grid.width


def prepare_scene(source: Source, card: ModelCard, settings: MaskSettings) -> Scene:
    """Open the bands and place the patches; no band is decoded in full, except for `upstream` placement.

    Raises:
        MissingBandError, UnreadableBandError, GridMismatchError: see `Bands`.
        OutsideAreaError: the product does not touch the area of interest.
    """
    bands = Bands(source, card.bands, card.network_resolution(settings.processing_res))
    grid = bands.grid_at(settings.processing_res)
    area = settings.area.on(grid, source.name) if settings.area else None
    overlap = card.patch_overlap if settings.patch_overlap_px is None else settings.patch_overlap_px
    if overlap > (settings.patch_size or card.patch_size) // 2:
        raise SettingError(
            f"patch_overlap_px is {overlap}, but may be at most half of the patch size of {card.id} "
            f"({settings.patch_size or card.patch_size})."
        )
    rule = PatchRule(settings.patch_size or card.patch_size, overlap, card.patch_multiple, settings.patch_placement)
    valid = bands.valid_mask(exact=settings.patch_placement == "upstream")
    plan = plan_patches(valid, bands.grid.shape, rule)
    warnings = [*source.warnings()]
    if bands.metres_per_nominal != 1:
        warnings.append(
            f"{source.name} is a reduced product: its pixels are {bands.metres_per_nominal:.1f} times as large as "
            f"the instrument's, and so are the mask's."
        )
    if settings.area:
        margin = settings.buffer_m / bands.grid.pixel_size + RESAMPLING_MARGIN
        plan = settings.area.on(bands.grid, source.name).select(plan, bands.grid.shape, margin)
    return Scene(source, card, bands, plan, grid, tuple(warnings), area)


def mask_scene(
    scene: Scene,
    strips: Iterable[Strip],
    member: Member,
    buffer_m: float,
    advanced: Callable[[int], None],
) -> NDArray[np.uint8]:
    """Mask a scene.

    Args:
        scene: The scene.
        strips: The strips of its plan.
        member: The network of its card.
        buffer_m: Distance in metres by which cloud and shadow grow into clear ground.
        advanced: Called after each batch with the number of patches done; may raise to stop.

    Returns:
        (lines, columns) uint8 classes on the scene's `mask_grid`, 255 nodata.
    """
    classes = _ClassLines(scene)
    predictions = member.predict(strips, scene.plan, scene.source.quantification)
    with closing(predictions):
        _join(scene, predictions, member, classes, advanced)
    mask = classes.finish()
    grow(mask, buffer_m / scene.grid.pixel_size, lambda: advanced(scene.plan.count))
    if scene.area:
        mask = mask[scene.area.lines, scene.area.columns].copy()
        mask[~scene.area.inside] = NODATA
    return mask


def no_data_warning(scene: Scene, mask: NDArray[np.uint8]) -> tuple[str, ...]:
    """What there is to say of a mask without a single valid pixel; nothing of any other."""
    # By parts, of which mostly one is looked at.
    if any((lines != NODATA).any() for lines in np.array_split(mask, len(mask) // 512 + 1)):
        return ()
    where = " inside the area of interest" if scene.area else ""
    return (f"{scene.source.name} holds no data{where}; all of its mask is nodata.",)


def _join(
    scene: Scene,
    predictions: Iterator[tuple[Batch, NDArray[np.float32]]],
    member: Member,
    classes: _ClassLines,
    advanced: Callable[[int], None],
) -> None:
    """Blend what is predicted of patches, row by row, and hand on the lines that no later row reaches."""
    plan, height = scene.plan, scene.bands.grid.height
    if not plan.rows:
        return
    left, right = plan.columns
    blend = Blend(len(scene.card.classes), (plan.height, plan.width), right - left, plan.overlap)
    next_tops = {row: below.top for row, below in zip(plan.rows, plan.rows[1:])}
    patches = 0
    for batch, fields in predictions:
        for patch_left, field in zip(batch.lefts, fields):
            blend.add(patch_left - left, field)
        patches += len(fields)
        advanced(patches)
        if batch.ends_row:
            row, nodata = batch.row, batch.strip.nodata
            lines = min(next_tops.get(row, height), plan.bottom(row), height) - row.top
            field, covered = blend.advance(lines)
            if scene.card.blend == "logits":
                field = member.activate(field)
            width = nodata.shape[1]
            classes.add(row.top, field[:, :, :width], covered[:, :width] & ~nodata[:lines])


class _ClassLines:
    """Lines of probabilities in, lines of a mask out; resampled where the network runs at another resolution."""

    def __init__(self, scene: Scene) -> None:
        network, grid = scene.bands.grid, scene.grid
        self._columns = scene.plan.columns if scene.plan.rows else (0, 0)
        self._values = np.array([CLASS_OF_KEY[key].value for key in scene.card.classes], np.uint8)
        self._mask = np.full(grid.shape, NODATA, np.uint8)
        self._axes = None
        if network != grid:
            factor = grid.pixel_size / network.pixel_size
            self._axes = (
                Axis.between(network.height, grid.height, factor),
                Axis.between(network.width, grid.width, factor),
            )
            self._network = network
            self._held = np.zeros((len(self._values) + 1, 0, network.width), np.float32)
            self._held_top = self._written = 0

    def add(self, top: int, field: NDArray[np.float32], valid: NDArray[np.bool_]) -> None:
        """Take lines below all that came before.

        Args:
            top: Their first line on the network's grid.
            field: (classes, lines, columns) float32 probabilities over the columns of the plan.
            valid: (lines, columns) bool.
        """
        left = self._columns[0]
        if self._axes is None:
            lines = slice(top, top + valid.shape[0]), slice(left, left + valid.shape[1])
            self._mask[lines] = np.where(valid, self._values[_likeliest(field)], np.uint8(NODATA))
            return
        gap = top - self._held_top - self._held.shape[1]
        added = np.zeros((len(self._held), gap + valid.shape[0], self._network.width), np.float32)
        added[:-1, gap:, left : left + valid.shape[1]] = field
        added[-1, gap:, left : left + valid.shape[1]] = valid
        self._held = np.concatenate([self._held, added], axis=1)
        self._write()

    def finish(self) -> NDArray[np.uint8]:
        """The whole mask."""
        if self._axes:
            rest = self._network.height - self._held_top - self._held.shape[1]
            self._held = np.pad(self._held, ((0, 0), (0, rest), (0, 0)))
            self._write()
        return self._mask

    def _write(self) -> None:
        """Write the output lines whose source lines are all there, and let go of those that are done with."""
        if self._axes is None:
            return
        rows, columns = self._axes
        bottom = self._held_top + self._held.shape[1]
        ready = int(np.searchsorted(np.where(rows.weight > 0, rows.index, -1).max(axis=1), bottom))
        if ready <= self._written:
            return
        part = rows.part(self._written, ready, origin=self._held_top)
        lines = resample(self._held, part, columns)
        valid = lines[-1] > 0.999  # every pixel that has a part holds data
        classes = self._values[_likeliest(lines[:-1])]
        self._mask[self._written : ready] = np.where(valid, classes, np.uint8(NODATA))
        self._written = ready
        if ready < len(rows.index):
            done = rows.source(ready, ready + 1)[0] - self._held_top
            self._held, self._held_top = self._held[:, done:], self._held_top + done


def _likeliest(field: NDArray[np.float32]) -> NDArray[np.uint8]:
    """The index of the largest value along the first axis; the first of equals, as `argmax` has it, but in bytes."""
    largest, index = field[0].copy(), np.zeros(field.shape[1:], np.uint8)
    for number in range(1, len(field)):
        larger = field[number] > largest
        index[larger] = number
        np.maximum(largest, field[number], out=largest)
    return index
