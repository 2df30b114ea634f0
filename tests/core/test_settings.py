"""Options are checked before a run starts, and may have CloudS2Mask's names."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from ...core import create_settings
from ...core.errors import SettingError
from ...core.masks.usable import ClearRule
from ...core.product.raster import RasterStack
from ...core.settings import OPTIONS, MaskSettings, ProductsToFolder, SceneToFiles
from ..refusals import refused


def test_the_defaults_need_products_and_a_folder_only():
    """I name products and a folder, and get 20 m masks with styles and VRTs."""
    settings = create_settings(sent_safe_dirs=["a.SAFE", Path("b.zip")], output_dir="masks")
    assert settings == MaskSettings(ProductsToFolder((Path("a.SAFE"), Path("b.zip")), Path("masks")))
    assert (settings.processing_res, settings.patch_placement, settings.buffer_m) == (20, "offset", 0)
    assert (settings.model, settings.device, settings.output_compression) == ("auto", "auto", "deflate")
    assert settings.keep_vrt
    assert settings.make_qml_files
    assert not settings.overwrite


def test_one_product_may_be_given_without_a_list():
    """I pass one path instead of a list, and it is one product."""
    assert create_settings("a.SAFE", "masks").paths == (Path("a.SAFE"),)


@pytest.mark.parametrize(("given", "kept"), [("LZW", "lzw"), ("DEFLATE", "deflate"), (None, "none"), ("zstd", "zstd")])
def test_compression_is_spelt_as_in_clouds2mask(given, kept):
    """I write LZW or None, as I did for CloudS2Mask."""
    assert create_settings("a", "b", output_compression=given).output_compression == kept


@pytest.mark.parametrize(
    "options",
    [
        {"batch_size": 4},
        {"patch_size": 480, "patch_overlap_px": 240},
        {"keep_vrt": False, "make_qml_files": False},
        {"optimise_scene_order": False, "quiet": True},
        {"processing_threads": 3, "processing_res": 60},
    ],
)
def test_options_have_the_names_of_clouds2mask(options):
    """An option with CloudS2Mask's name is a setting with that name."""
    settings = create_settings("a", "b", **options)
    assert {name: getattr(settings, name) for name in options} == options


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pytorch_device", "cuda"),
        ("fp16_mode", True),
        ("required_bands", ["B02"]),
    ],
)
def test_unsupported_options_are_refused_with_a_remedy(name, value):
    """An option that has no effect is an error with a remedy, and is not ignored."""
    with refused(SettingError, name=name) as caught:
        create_settings("a", "b", **{name: value})
    assert len(str(caught.value.values["remedy"])) > 20


@pytest.mark.parametrize(
    ("name", "value"),
    [("fp16_mode", False), ("tta_max_depth", 0), ("model_ensembling", False), ("export_confidence", False)],
)
def test_values_without_effect_are_accepted(name, value):
    """My old script that switches off unsupported options still runs."""
    assert create_settings("a", "b", **{name: value}) == create_settings("a", "b")


def test_an_unknown_option_is_refused_with_the_known_ones():
    """A misspelt option is an error that lists the options."""
    with refused(SettingError, name="patchsize") as caught:
        create_settings("a", "b", patchsize=512)
    assert "patch_size" in str(caught.value.values["names"]).split(", ")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("processing_res", 9),
        ("processing_res", 61),
        ("processing_res", 20.5),
        ("processing_res", True),
        ("processing_res", "20"),
        ("patch_placement", "random"),
        ("output_compression", "jpeg"),
        ("patch_size", 16),
        ("patch_overlap_px", -1),
        ("batch_size", 0),
        ("processing_threads", 0),
        ("buffer_m", -1.0),
        ("buffer_m", 5001.0),
        ("buffer_m", float("nan")),
        ("buffer_m", "wide"),
        ("buffer_m", None),
    ],
)
def test_a_wrong_value_is_refused_with_its_name(name, value):
    """A wrong value is an error that names the option and the value."""
    with refused(SettingError, name=name) as caught:
        MaskSettings(ProductsToFolder((Path("a"),), Path("b")), **{name: value})
    assert caught.value.values["value"] is value


@pytest.mark.parametrize("name", [name for name, option in OPTIONS.items() if option.kind is int])
def test_the_limits_of_an_option_hold(name):
    """A run accepts exactly the limits that the help, the toolbox and the windows show."""
    option = OPTIONS[name]
    for value in (option.low, option.high):
        assert getattr(create_settings("a", "b", **{name: value}), name) == value
    for value in (option.low - 1, option.high + 1):
        with pytest.raises(SettingError) as caught:
            create_settings("a", "b", **{name: value})
        assert caught.value.values == {"name": name, "value": value, "low": option.low, "high": option.high}


@pytest.mark.parametrize("name", [name for name, option in OPTIONS.items() if option.kind in {str, bool}])
def test_the_choices_of_an_option_hold(name):
    """Every choice is accepted, and the first one is the default."""
    option = OPTIONS[name]
    for value in option.choices or (option.default,):
        assert getattr(create_settings("a", "b", **{name: value}), name) == value
    assert not option.choices or option.choices[0] == option.default
    if name != "output_compression":  # create_settings also accepts CloudS2Mask's spelling
        with refused(SettingError, name=name, value=7):
            create_settings("a", "b", **{name: 7})


def test_an_overlap_over_half_a_patch_is_refused():
    """Patches cannot overlap by more than half of their size."""
    with refused(SettingError, name="patch_overlap_px", value=130, size=256):
        create_settings("a", "b", patch_size=256, patch_overlap_px=130)


def test_no_product_is_an_error_with_a_remedy():
    """A run without products is an error."""
    for options in ({}, {"mask_path": "m.tif"}):
        with refused(SettingError) as caught:
            create_settings([], "masks", **options)
        assert caught.value.values == {}
        assert ".SAFE" in str(caught.value)


def test_a_mask_path_is_for_one_product():
    """Two products cannot have the same mask path."""
    settings = create_settings("a", "b", mask_path="b/mask.tif")
    assert settings == MaskSettings(SceneToFiles(Path("a"), Path("b"), Path("b/mask.tif")))
    with refused(SettingError, name="mask_path", count=2):
        create_settings(["a", "c"], "b", mask_path="b/mask.tif")


def test_maps_may_be_text_like_folders():
    """I write the path of my elevation raster as I write that of the folder."""
    settings = create_settings("a", "b", elevation="/maps/heights.tif", water_map=Path("water.tif"))
    assert (settings.elevation, settings.water_map) == (Path("/maps/heights.tif"), Path("water.tif"))
    with refused(SettingError, name="elevation"):
        create_settings("a", "b", elevation=5)


def test_paths_beside_a_mask_need_its_path_and_their_option():
    """I name all files of a product; a path without the mask's path, or without its option, is an error."""
    rule = ClearRule(("shadow",))
    files = {"mask_path": "m.tif", "confidence_path": "c.tif", "valid_mask_path": Path("v.tif")}
    settings = create_settings("a", "b", export_confidence=True, valid_mask=rule, **files)
    job = SceneToFiles(Path("a"), Path("b"), Path("m.tif"), Path("c.tif"), Path("v.tif"))
    assert settings == MaskSettings(job, export_confidence=True, valid_mask=rule)
    for missing, name in (
        ({"export_confidence": False}, "confidence_path"),
        ({"valid_mask": None}, "valid_mask_path"),
        ({"mask_path": None}, "confidence_path"),
    ):
        option = {"confidence_path": "export_confidence", "valid_mask_path": "valid_mask"}[name]
        with pytest.raises(SettingError) as caught:
            create_settings("a", "b", **{"export_confidence": True, "valid_mask": rule, **files, **missing})
        assert caught.value.values == {"name": name, "option": option}


def test_a_raster_is_masked_by_itself_at_any_resolution():
    """A raster needs a mask path and no products; its pixels may have any size up to a kilometre."""
    stack = RasterStack("a.tif", "a", "L1C", {})
    settings = create_settings([], "b", raster=stack, mask_path="b/mask.tif", processing_res=7.25)
    assert settings.sources == (stack,)
    assert create_settings(["a.SAFE"], "b").sources == (Path("a.SAFE"),)
    for scenes, options in ((["a.SAFE"], {"mask_path": None}), (["a.SAFE"], {"mask_path": "m.tif"}), ([], {})):
        with pytest.raises(SettingError) as caught:
            create_settings(scenes, "b", raster=stack, **options)
        assert caught.value.values == {"name": "mask_path"}
    with refused(SettingError, name="verify"):
        create_settings([], "b", raster=stack, mask_path="b/mask.tif", verify=True)
    for size in (0, -10, float("nan"), 1001):
        with refused(SettingError, name="processing_res", value=size, high=1000):
            create_settings([], "b", raster=stack, mask_path="b/mask.tif", processing_res=size)


def test_settings_never_change():
    """The settings of a running task cannot be changed."""
    settings = create_settings("a", "b")
    with pytest.raises(FrozenInstanceError):
        settings.processing_res = 10  # type: ignore[misc]
