"""Advanced parameters of the masking algorithms: several models, augmentation, thresholds, and valid masks.

All are optional, so that older graphical models keep working.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterEnum, QgsProcessingParameterRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..core.cards.card import load_cards
from ..core.cards.choice import AUTOMATIC, JOINT
from ..core.classes import INVALID_CLASSES, USUAL_INVALID
from ..core.errors import SettingError
from ..core.masks.usable import ClearRule
from ..core.product.product import Product
from ..core.settings import CLEAR_BUFFER, CLEAR_MIN_SIZE, OPTIONS
from .algorithm import shown_by

if TYPE_CHECKING:
    from ..core.product.source import Source
    from .algorithm import Algorithm
    from .parameter_values import Values

WITH_MODELS = "WITH_MODELS"
ENSEMBLE = "ENSEMBLE"
TTA_DEPTH = "TTA_DEPTH"
SHADOW_SHARE = "SHADOW_SHARE"
THRESHOLD = "THRESHOLD"
AVERAGE_PX = "AVERAGE_PX"
DILATE_PX = "DILATE_PX"
SHADOW_DILATE_PX = "SHADOW_DILATE_PX"
SNOW_DILATE_PX = "SNOW_DILATE_PX"
PARALLAX = "PARALLAX"
ELEVATION = "ELEVATION"
WATER_MAP = "WATER_MAP"
VALID_CLASSES = "VALID_CLASSES"
VALID_BUFFER = "VALID_BUFFER"
VALID_MIN_SIZE = "VALID_MIN_SIZE"


def add_network_parameters(algorithm: Algorithm) -> None:
    """Declare the options of the networks."""
    translate = QCoreApplication.translate
    others = QgsProcessingParameterEnum(
        WITH_MODELS, translate("Refinement", "Combine with models"), list(load_cards()), True, None, True, True
    )
    others.setHelp(translate("Refinement", "Averages their probabilities with those of the model chosen above."))
    shown_by(others, "Choices", option="model")
    algorithm.add_as_advanced(others)
    algorithm.add_switch(
        ENSEMBLE,
        translate("Refinement", "Use all networks of the model"),
        OPTIONS["model_ensembling"].default,
        translate("Refinement", "For models that consist of several networks, such as those of CloudS2Mask."),
        advanced=True,
    )
    algorithm.add_number(
        TTA_DEPTH,
        translate("Refinement", "Test-time augmentation (most passes)"),
        OPTIONS["tta_max_depth"],
        translate(
            "Refinement", "Predicts patches with speckled labels again, turned and mirrored, up to this many times."
        ),
        advanced=True,
    )
    shadow = translate("Refinement", "Least probability of shadow")
    text = translate(
        "Refinement", "Pixels below get another class. Empty: the model's. 0: each gets its likeliest class."
    )
    algorithm.add_number(SHADOW_SHARE, shadow, OPTIONS["shadow_share"], text, advanced=True)
    _add_threshold_parameters(algorithm)
    add_rule_parameters(algorithm)


def _add_threshold_parameters(algorithm: Algorithm) -> None:
    """Declare the options of models that classify cloud by a threshold."""
    translate = QCoreApplication.translate
    threshold = translate("Refinement", "Cloud probability threshold")
    text = translate("Refinement", "Empty: the model's. For models with a threshold, like the next two options.")
    algorithm.add_number(THRESHOLD, threshold, OPTIONS["threshold"], text, advanced=True)
    average = translate("Refinement", "Cloud probability: averaging (pixels)")
    text = translate("Refinement", "Radius that smooths the probabilities before the threshold. Empty: the model's.")
    algorithm.add_number(AVERAGE_PX, average, OPTIONS["average_px"], text, advanced=True)
    dilate = translate("Refinement", "Cloud probability: dilation (pixels)")
    text = translate("Refinement", "Radius that widens clouds after the threshold. Empty: the model's.")
    algorithm.add_number(DILATE_PX, dilate, OPTIONS["dilate_px"], text, advanced=True)


def add_rule_parameters(algorithm: Algorithm, *, alone: bool = False) -> None:
    """Declare the options of models that consist of rules.

    Args:
        algorithm: The algorithm.
        alone: Declare threshold and dilation of cloud too, which other algorithms have for all models with a threshold.
    """
    translate = QCoreApplication.translate
    if alone:
        title = translate("Refinement", "Rules: cloud probability above clear land")
        text = translate("Refinement", "A lower one finds more cloud, and more bright land. Empty: the model's.")
        algorithm.add_number(THRESHOLD, title, OPTIONS["threshold"], text, advanced=True)
        title = translate("Refinement", "Rules: dilation of cloud (pixels)")
        text = translate("Refinement", "Radius that widens clouds. Empty: the model's.")
        algorithm.add_number(DILATE_PX, title, OPTIONS["dilate_px"], text, advanced=True)
    title = translate("Refinement", "Rules: dilation of shadow (pixels)")
    text = translate("Refinement", "Empty: the model's. For models that consist of rules, like the next four options.")
    algorithm.add_number(SHADOW_DILATE_PX, title, OPTIONS["shadow_dilate_px"], text, advanced=True)
    title = translate("Refinement", "Rules: dilation of snow (pixels)")
    text = translate("Refinement", "Cloud and shadow take precedence over snow. Empty: the model's.")
    algorithm.add_number(SNOW_DILATE_PX, title, OPTIONS["snow_dilate_px"], text, advanced=True)
    title = translate("Refinement", "Rules: clouds must move between the bands")
    text = translate("Refinement", "Leaves out roofs and beaches, which have no parallax.")
    algorithm.add_switch(PARALLAX, title, OPTIONS["parallax"].default, text, advanced=True)
    title = translate("Refinement", "Rules: elevation raster (metres)")
    text = translate("Refinement", "Slopes and shaded hillsides are then neither water nor cloud shadow.")
    _add_map(algorithm, ELEVATION, title, text)
    title = translate("Refinement", "Rules: water map")
    text = translate("Refinement", "A raster that is 1 in water, or the occurrence of water in percent.")
    _add_map(algorithm, WATER_MAP, title, text)


def _add_map(algorithm: Algorithm, name: str, title: str, text: str) -> None:
    raster = QgsProcessingParameterRasterLayer(name, title, None, True)
    raster.setHelp(text)
    algorithm.add_as_advanced(raster)


def add_valid_mask_parameters(algorithm: Algorithm) -> None:
    """Declare the rule of a valid mask beside the cloud mask."""
    translate = QCoreApplication.translate
    every, usual = list(INVALID_CLASSES), list(USUAL_INVALID)
    title = translate("Refinement", "Valid mask: classes to exclude")
    classes = QgsProcessingParameterEnum(VALID_CLASSES, title, every, True, usual, True, True)
    classes.setHelp(translate("Refinement", "Their pixels, and those without data, are 0 in the valid mask."))
    shown_by(classes, "Choices", option="classes")
    algorithm.add_as_advanced(classes)
    buffer = translate("Refinement", "Valid mask: buffer (metres)")
    text = translate("Refinement", "The excluded classes grow by this distance, in the valid mask only.")
    algorithm.add_number(VALID_BUFFER, buffer, CLEAR_BUFFER, text, decimals=2, advanced=True)
    smallest = translate("Refinement", "Valid mask: smallest object (hectares)")
    text = translate("Refinement", "Smaller objects count as clear in the valid mask.")
    algorithm.add_number(VALID_MIN_SIZE, smallest, CLEAR_MIN_SIZE, text, decimals=2, advanced=True)


def network_settings(model: str, values: Values) -> dict[str, Any]:
    """Read the fields of the settings for the networks.

    Raises:
        SettingError: models are averaged with `auto` or `auto-fast`, which depend on the product.
    """
    others = values.choices(WITH_MODELS)
    if others and model in AUTOMATIC:
        text = QCoreApplication.translate(
            "Refinement", "{others} cannot be averaged with {model} = {automatic}. Choose a model in {model}."
        )
        raise SettingError(text.format(others=WITH_MODELS, model="MODEL", automatic=model))
    return {
        "model": JOINT.join([model, *others]),
        "model_ensembling": values.switch(ENSEMBLE),
        "tta_max_depth": values.whole(TTA_DEPTH),
        "shadow_share": values.optional_number(SHADOW_SHARE),
        "average_px": values.optional_whole(AVERAGE_PX),
        **rule_settings(values),
    }


def rule_settings(values: Values) -> dict[str, Any]:
    """Read the fields of the settings for models of rules, but not their rasters; see `read_maps`."""
    return {
        "threshold": values.optional_number(THRESHOLD),
        "dilate_px": values.optional_whole(DILATE_PX),
        "shadow_dilate_px": values.optional_whole(SHADOW_DILATE_PX),
        "snow_dilate_px": values.optional_whole(SNOW_DILATE_PX),
        "parallax": values.switch(PARALLAX),
    }


def read_maps(values: Values) -> dict[str, Any]:
    """Read the fields of the settings for the rasters of rules, on the thread that owns their layers.

    Raises:
        SettingError, QgsProcessingException: a raster is no file.
    """
    return {"elevation": values.raster_file(ELEVATION), "water_map": values.raster_file(WATER_MAP)}


def check_map_files(maps: Mapping[str, Any], scene: Source | None = None) -> None:
    """Check the rasters of `read_maps` without reading their pixels, so that the window of the algorithm does not wait.

    Args:
        maps: The rasters.
        scene: The scene to mask, if it is known and open.

    Raises:
        RasterError: a raster cannot be opened, has several bands or no CRS, or lies elsewhere.
    """
    files = [path for path in maps.values() if path]
    if not files:
        return
    # Imported here: it needs rasterio, and the toolbox lists the algorithms without it.
    from ..core.fmask.maps import check_files

    check_files(files, scene if isinstance(scene, Product) else None)


def try_maps(maps: Mapping[str, Any], scene: Source | None = None) -> None:
    """Check the rasters of `read_maps` by some of their pixels, before a run of several scenes or models.

    Args:
        maps: The rasters.
        scene: The scene to mask, if it is known and open.

    Raises:
        RasterError: a raster has other values than it should, or lies elsewhere; see `check_maps`.
    """
    if not any(maps.values()):
        return
    # Imported here: it needs rasterio, and the toolbox lists the algorithms without it.
    from ..core.fmask.maps import check_maps

    check_maps(maps["elevation"], maps["water_map"], [scene] if isinstance(scene, Product) else [])


def valid_mask_rule(values: Values) -> ClearRule:
    """Read the rule of a valid mask.

    Raises:
        SettingError: no class was chosen.
    """
    return ClearRule(
        tuple(values.choices(VALID_CLASSES)),
        values.number(VALID_BUFFER),
        values.number(VALID_MIN_SIZE),
    )
