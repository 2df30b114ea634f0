"""The files of a mask: a Cloud Optimized GeoTIFF with palette and tags, its style, and the VRT of its bands."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..cards.card import ModelCard, Rules
from ..classes import NODATA, classes_of
from ..decoding.band_file import file_stamp
from ..errors import MaskExistsError, OutputError
from ..files import is_there, text_writer, write_all
from ..language import translated
from ..masks import tags
from ..masks.confidence import Confidence
from ..masks.differences import differing_settings
from ..masks.mask_file import WrittenMask, write_mask
from ..masks.names import MaskNames, extent_name
from ..masks.qml import confidence_qml, mask_qml, natural_colour_qml, valid_mask_qml
from ..masks.result import MaskResult, class_shares
from ..masks.usable import ValidMask
from ..masks.versions import newest_version
from ..masks.vrt import bands_vrt
from ..product.bands import BANDS, NATURAL_COLOUR
from ..product.source import Source
from ..raster.grid import Grid
from ..settings import MaskSettings, SceneToFiles
from ..version import plugin_version
from .scene import fitted_patches


@dataclass(frozen=True)
class RunDetails:
    """Details of how a scene was masked."""

    provider: str
    seconds: Callable[[], float]
    """Time since the start of the scene."""
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class FinishedMask:
    """A mask in memory."""

    mask: NDArray[np.uint8]
    """(lines, columns) uint8 classes, 255 nodata."""
    grid: Grid
    pixels: int
    """Number of its pixels inside the area of interest; all without an area."""
    confidence: Confidence | None = None


@dataclass(frozen=True)
class MaskOutput:
    """The output files of a source: their names, existing files, and writing."""

    settings: MaskSettings
    source: Source
    card: ModelCard

    @property
    def mask_path(self) -> Path:
        """Path of the mask."""
        return self._names.mask

    @property
    def confidence_path(self) -> Path | None:
        """Path of the confidence raster; None if it is not wanted."""
        if not self.settings.export_confidence:
            return None
        return (self._exact and self._exact.confidence) or self._names.confidence

    @property
    def valid_mask_path(self) -> Path | None:
        """Path of the valid mask; None if it is not wanted."""
        if not self.settings.valid_mask:
            return None
        return (self._exact and self._exact.valid_mask) or self._names.valid_mask

    @property
    def _exact(self) -> SceneToFiles | None:
        """The files that the user named; None if they are named after the product."""
        return self.settings.job if isinstance(self.settings.job, SceneToFiles) else None

    @property
    def vrt_path(self) -> Path | None:
        """Path of the VRT of the bands; None if it is not wanted, or bands for natural colours are missing.

        A raster has no VRT, because its bands are in one file already. Nor has a product behind an address: each look
        at the map would read its bands over the network, which has no smaller versions of them.
        """
        wanted = self.settings.keep_vrt and not self.settings.of_raster and not self.source.is_remote
        if not wanted or not set(NATURAL_COLOUR) <= set(self.source.bands):
            return None
        return self._names.vrt

    @property
    def _names(self) -> MaskNames:
        if self._exact:
            return MaskNames.beside(self._exact.mask)
        settings = self.settings
        extent = extent_name(settings.processing_res, settings.area.digest if settings.area else None)
        return MaskNames.in_folder(settings.job.folder, self.source.acquisition.name, self.card.id, extent)

    def existing(self) -> MaskResult | None:
        """Find an existing mask that was made with the same settings, or the newest version that a person made of it.

        Returns:
            None if no mask exists, if it will be overwritten, or if its confidence raster is wanted but missing.

        Raises:
            MaskExistsError: a mask with its name was made with other settings.
            OutputError: a file with its name has other content, or the name of a file is too long.
        """
        path, paths = self.mask_path, (self.mask_path, self.confidence_path, self.valid_mask_path, self.vrt_path)
        there = [one for one in paths if one and is_there(one)]
        if self.settings.overwrite or self._exact or path not in there:
            return None
        written = WrittenMask.read(path)
        found, expected = written.tags if written else {}, self._tags()
        if written is None or not found:
            raise OutputError(
                "{path} exists, but is not a mask made with CloudS2Mask. Choose another output folder.", path=path
            )
        differing = differing_settings(found, expected)
        try:
            tags.valid_percent_of(found), tags.shares_of(found)
        except (KeyError, ValueError):  # changed by another program
            differing.append(translated("unreadable shares of the classes"))
        if differing:
            raise MaskExistsError(
                "A mask with other settings ({names}) exists: {path}. Choose 'Replace existing masks', or another "
                "output folder.",
                path=path,
                names=differing,
                differing=differing,
            )
        if self.confidence_path and self.confidence_path not in there:
            return None
        return self._reused(newest_version(written))

    def write(self, done: FinishedMask, details: RunDetails) -> MaskResult:
        """Write a mask and the files beside it, or nothing.

        Args:
            done: The mask.
            details: Details of how it was made.

        Raises:
            OutputError: the folder is missing, read-only or full; another program uses the file; or another run has
                written a different mask with this name.
        """
        settings, shares = self.settings, class_shares(done.mask, self.card.classes)
        data_percent = 100 * int(np.count_nonzero(done.mask != NODATA)) / done.pixels
        files: dict[Path, Callable[[Path], object]] = {}
        first = self.existing()  # another run may have finished the same mask in the meantime: its mask stays
        if first is None:
            run_tags = {tags.PROVIDER: details.provider, tags.SECONDS: f"{details.seconds():.1f}"}
            run_tags |= tags.warnings_tag(details.warnings) | tags.share_tags(shares, data_percent)
            all_tags = self._tags() | run_tags
            compression = settings.output_compression
            files[self.mask_path] = lambda part: write_mask(part, done.mask, done.grid, all_tags, compression)
            if self.confidence_path and done.confidence:
                write_confidence = done.confidence.write
                files[self.confidence_path] = lambda part: write_confidence(part, all_tags, compression)
                files |= self._style(self.confidence_path, confidence_qml(classes_of(self.card.classes)))
        files |= self._style(self.mask_path, mask_qml(classes_of(self.card.classes)))
        if self.valid_mask_path and settings.valid_mask:
            usable = ValidMask.of(done.mask, settings.valid_mask, done.grid, self._tags())
            files[self.valid_mask_path] = usable.write
            files |= self._style(self.valid_mask_path, valid_mask_qml())
        if self.vrt_path:
            others = [band for band in self.card.bands if band in BANDS and band not in NATURAL_COLOUR]
            bands = [*NATURAL_COLOUR, *others]
            files[self.vrt_path] = text_writer(bands_vrt(self.source, bands, done.grid, self.vrt_path.parent))
            files |= self._style(self.vrt_path, natural_colour_qml(self.source.acquisition.level))
        write_all(files)
        return self._result(done.grid, data_percent, shares, details, reused=first is not None)

    def add_valid_mask(self, existing: MaskResult) -> None:
        """Write the valid mask of an existing mask, if it is wanted.

        Raises:
            OutputError: see `write`.
        """
        path = existing.valid_mask_path
        if path and self.settings.valid_mask:
            usable = ValidMask.read(str(existing.mask_path), self.settings.valid_mask)
            write_all({path: usable.write, **self._style(path, valid_mask_qml())})

    def _reused(self, mask: WrittenMask) -> MaskResult:
        """Return the result of the mask, or of a version of it, as it is."""
        details = RunDetails(mask.tags.get(tags.PROVIDER, ""), lambda: 0.0, tags.warnings_of(mask.tags))
        percent, shares = tags.valid_percent_of(mask.tags), tags.shares_of(mask.tags)
        result = self._result(mask.grid, percent, shares, details, reused=True)
        beside = MaskNames.beside(mask.path).valid_mask
        return replace(
            result,
            mask_path=mask.path,
            valid_mask_path=result.valid_mask_path and beside,
            edited=tags.edited_time_of(mask.tags),
        )

    def _style(self, path: Path, qml: str) -> dict[Path, Callable[[Path], object]]:
        return {path.with_suffix(".qml"): text_writer(qml)} if self.settings.make_qml_files else {}

    def _tags(self) -> dict[str, str]:
        """Make the tags that are known before the scene is masked: its acquisition, model and options."""
        settings, card = self.settings, self.card
        options = {
            **(self._patching() if card.context == "patch" else {}),
            "buffer_m": settings.buffer_m,
            **(asdict(card.decision) if card.decision else {}),
            **(_tagged(card.rules) if card.rules else {}),
            **({"least_share": dict(card.least_share)} if card.least_share else {}),
            **({"model_ensembling": True} if self._ensembles else {}),
            **({"area": settings.area.digest} if settings.area else {}),
            **({"reading": self.source.reading} if self.source.reading else {}),
        }
        return {
            **tags.acquisition_tags(self.source.acquisition),
            tags.MODEL: card.id,
            tags.MODEL_VERSION: card.version,
            tags.RESOLUTION: f"{settings.processing_res:g}",
            tags.NETWORK_RESOLUTION: f"{card.network_resolution(settings.processing_res):g}",
            tags.OPTIONS: json.dumps(options, sort_keys=True),
            tags.PLUGIN_VERSION: plugin_version(),
            tags.CLASS_LABELS: json.dumps({str(c.value): c.label for c in classes_of(card.classes)}),
        }

    def _patching(self) -> dict[str, object]:
        """Return the options of patches, which affect only models that use a pixel's neighbourhood."""
        settings, card = self.settings, self.card
        return {
            "patch_placement": settings.patch_placement,
            "patch_size": settings.patch_size or card.patch_size,
            "patch_overlap_px": card.patch_overlap if settings.patch_overlap_px is None else settings.patch_overlap_px,
            **({"patch_shape": card.patch_shape} if fitted_patches(card, settings) else {}),
            **({"tta_max_depth": settings.tta_max_depth} if settings.tta_max_depth else {}),
        }

    @property
    def _ensembles(self) -> bool:
        """True if ensembling adds networks that the model's id does not name."""
        cards = self.card.members or (self.card,)
        return self.settings.model_ensembling and any(c.networks != c.networks_in_use(ensembling=False) for c in cards)

    def _result(
        self,
        grid: Grid,
        data_percent: float | None,
        shares: dict[str, float] | None,
        details: RunDetails,
        *,
        reused: bool,
    ) -> MaskResult:
        vrt = self.vrt_path
        return MaskResult(
            mask_path=self.mask_path,
            vrt_path=vrt if vrt and vrt.exists() else None,
            confidence_path=self.confidence_path,
            valid_mask_path=self.valid_mask_path,
            acquisition=self.source.acquisition,
            model=self.card.id,
            classes=self.card.classes,
            provider=details.provider,
            resolution=self.settings.processing_res,
            grid=grid,
            valid_percent=data_percent,
            shares=shares,
            seconds=details.seconds(),
            reused=reused,
            warnings=details.warnings,
        )


def _tagged(rules: Rules) -> dict[str, object]:
    """Return the numbers of rules, and their rasters by name, size and time of change; those not given are left out."""
    return {
        name: [value.name, *(file_stamp(str(value)) or ())] if isinstance(value, Path) else value
        for name, value in asdict(rules).items()
        if value is not None
    }
