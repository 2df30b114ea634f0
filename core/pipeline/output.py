"""The mask on disk: a Cloud Optimized GeoTIFF with palette and tags, its style and the VRT of its bands."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..cards.card import Decision, ModelCard
from ..classes import CLASSES, NODATA, confidence_bands
from ..errors import OutputError
from ..files import write_all
from ..masks import tags
from ..masks.mask_file import WrittenMask, write_mask
from ..masks.names import MaskNames, extent_name
from ..masks.qml import confidence_qml, mask_qml, valid_mask_qml
from ..masks.result import MaskResult, class_shares
from ..masks.usable import ValidMask
from ..masks.vrt import bands_qml, bands_vrt
from ..product.bands import BANDS, NATURAL_COLOUR
from ..product.source import Source
from ..raster.grid import Grid
from ..settings import MaskSettings, SceneToFiles
from ..version import plugin_version
from .confidence import Confidence


@dataclass(frozen=True)
class RunFacts:
    """What happened while a scene was masked."""

    provider: str
    seconds: Callable[[], float]
    """Time since the scene was begun."""
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class FinishedMask:
    """A mask in memory."""

    mask: NDArray[np.uint8]
    """(lines, columns) uint8 classes, 255 nodata."""
    grid: Grid
    pixels: int
    """How many of its pixels are inside the area of interest; all, if there is none."""
    confidence: Confidence | None = None


@dataclass(frozen=True)
class MaskOutput:
    """The files that masking a source makes: what they are called, whether they are there, and writing them."""

    settings: MaskSettings
    source: Source
    card: ModelCard
    decision: Decision | None

    @property
    def mask_path(self) -> Path:
        """Where the mask goes."""
        return self._names.mask

    @property
    def confidence_path(self) -> Path | None:
        """Where the confidence goes; None if it is not wanted."""
        if not self.settings.export_confidence:
            return None
        return (self._exact and self._exact.confidence) or self._names.confidence

    @property
    def valid_mask_path(self) -> Path | None:
        """Where the valid mask goes; None if it is not wanted."""
        if not self.settings.valid_mask:
            return None
        return (self._exact and self._exact.valid_mask) or self._names.valid_mask

    @property
    def _exact(self) -> SceneToFiles | None:
        """Return the exact files that were asked for, or None where the product names them."""
        return self.settings.job if isinstance(self.settings.job, SceneToFiles) else None

    @property
    def vrt_path(self) -> Path | None:
        """Where the VRT of the bands goes; None if it is not wanted, or the natural colours are not there.

        A raster gets none: it has its bands in one file already, of any type.
        """
        if not self.settings.keep_vrt or self.settings.of_raster or not set(NATURAL_COLOUR) <= set(self.source.bands):
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
        """The mask that is there already, if it is the one that would be made.

        Returns:
            None if there is none, if it is to be overwritten, or if what is wanted beside it is not there.

        Raises:
            OutputError: a file of other content has its name.
        """
        path = self.mask_path
        if self.settings.overwrite or self._exact or not path.exists():
            return None
        written = WrittenMask.read(path)
        found, wanted = written.tags if written else {}, self._tags()
        differing = [name.lower() for name in tags.IDENTITY if found.get(name) != wanted[name]]
        if written is None or differing:
            raise OutputError(
                "{path} exists, but was not made with these settings (differs in {names}). Choose to "
                "overwrite, or another output folder.",
                path=path,
                names=", ".join(differing),
            )
        if self.confidence_path and not self.confidence_path.exists():
            return None
        facts = RunFacts(found.get(tags.PROVIDER, ""), lambda: 0.0, ())
        return self._result(written.grid, tags.valid_percent_of(found), tags.shares_of(found), facts, reused=True)

    def write(self, done: FinishedMask, facts: RunFacts) -> MaskResult:
        """Write a mask with all that goes beside it, or nothing.

        Args:
            done: The mask.
            facts: What happened on the way.

        Raises:
            OutputError: the folder is gone, read-only or full.
            OutputError: the file is held open by another program.
            OutputError: another run wrote a different mask there meanwhile.
        """
        settings, shares = self.settings, class_shares(done.mask)
        valid = 100 * np.count_nonzero(done.mask != NODATA) / done.pixels
        files: dict[Path, Callable[[Path], object]] = {}
        first = self.existing()  # a run beside this one may have finished the same mask meanwhile: the first one stays
        if first is None:
            how = {tags.PROVIDER: facts.provider, tags.SECONDS: f"{facts.seconds():.1f}"}
            stated = self._tags() | how | tags.share_tags(shares, valid)
            compression = settings.output_compression
            files[self.mask_path] = lambda part: write_mask(part, done.mask, done.grid, stated, compression)
            if self.confidence_path and done.confidence:
                write_confidence = done.confidence.write
                files[self.confidence_path] = lambda part: write_confidence(part, stated, compression)
                files |= self._style(self.confidence_path, confidence_qml(confidence_bands(self.card.classes)))
        files |= self._style(self.mask_path, mask_qml())
        if self.valid_mask_path and settings.valid_mask:
            usable = ValidMask.of(done.mask, settings.valid_mask, done.grid, self._tags())
            files[self.valid_mask_path] = usable.write
            files |= self._style(self.valid_mask_path, valid_mask_qml())
        if self.vrt_path:
            others = [band for band in self.card.bands if band in BANDS and band not in NATURAL_COLOUR]
            bands = [*NATURAL_COLOUR, *others]
            files[self.vrt_path] = _text(bands_vrt(self.source, bands, done.grid))
            files |= self._style(self.vrt_path, bands_qml())
        write_all(files)
        return self._result(done.grid, valid, shares, facts, reused=first is not None)

    def add_valid_mask(self) -> None:
        """Write the valid mask of a mask that is there already, if it is wanted.

        Raises:
            OutputError, OutputError: see `write`.
        """
        if self.valid_mask_path and self.settings.valid_mask:
            usable = ValidMask.read(str(self.mask_path), self.settings.valid_mask)
            write_all({self.valid_mask_path: usable.write, **self._style(self.valid_mask_path, valid_mask_qml())})

    def _style(self, path: Path, qml: str) -> dict[Path, Callable[[Path], object]]:
        return {path.with_suffix(".qml"): _text(qml)} if self.settings.make_qml_files else {}

    def _tags(self) -> dict[str, str]:
        """Say what the mask is made from and how, as far as it is known beforehand."""
        settings, card = self.settings, self.card
        options = {
            **(self._patching() if card.context == "patch" else {}),
            "buffer_m": settings.buffer_m,
            **(asdict(self.decision) if self.decision else {}),
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
            tags.CLASS_LABELS: json.dumps({str(c.value): c.label for c in CLASSES}),
        }

    def _patching(self) -> dict[str, object]:
        """How patches are laid and looked at, which matters where a model sees a neighbourhood."""
        settings, card = self.settings, self.card
        return {
            "patch_placement": settings.patch_placement,
            "patch_size": settings.patch_size or card.patch_size,
            "patch_overlap_px": card.patch_overlap if settings.patch_overlap_px is None else settings.patch_overlap_px,
            **({"tta_max_depth": settings.tta_max_depth} if settings.tta_max_depth else {}),
        }

    @property
    def _ensembles(self) -> bool:
        """Whether ensembling makes a difference that the model's name does not tell."""
        cards = self.card.members or (self.card,)
        return self.settings.model_ensembling and any(c.networks != c.networks_in_use(ensembling=False) for c in cards)

    def _result(
        self, grid: Grid, valid: float | None, shares: dict[str, float] | None, facts: RunFacts, *, reused: bool
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
            provider=facts.provider,
            resolution=self.settings.processing_res,
            grid=grid,
            valid_percent=valid,
            shares=shares,
            seconds=facts.seconds(),
            reused=reused,
            warnings=facts.warnings,
        )


def _text(text: str) -> Callable[[Path], object]:
    return lambda part: part.write_text(text, encoding="utf-8")
