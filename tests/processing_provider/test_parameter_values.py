"""Parameter values from models, scripts and the shell: a wrong value is never replaced by the default."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsProcessingContext,
    QgsProperty,
)
from qgis.PyQt.QtCore import QVariant

from ...core.errors import OutputError, SettingError
from ...core.settings import OPTIONS
from ...processing_provider.parameter_values import Values, make_fields
from ..refusals import refused
from .conftest import FLAT, stopped, unnamed

NULL = QVariant(QVariant.Int) if hasattr(QVariant, "Int") else QVariant()


@pytest.fixture
def algorithm(provider):
    """An algorithm with parameters of all kinds."""
    return QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscenes")


@pytest.fixture
def context() -> QgsProcessingContext:
    """A context with a variable for expressions."""
    scope = QgsExpressionContextScope()
    scope.setVariable("wanted", ["shadow", "thin_cloud"])
    expressions = QgsExpressionContext()
    expressions.appendScope(scope)
    made = QgsProcessingContext()
    made.setExpressionContext(expressions)
    return made


@pytest.mark.parametrize(
    "value",
    [
        "shadow, thin_cloud",
        "shadow,thin_cloud",
        ["shadow", "thin_cloud"],
        ("shadow", "thin_cloud"),
        [["shadow"], "thin_cloud"],
        QgsProperty.fromValue(["shadow", "thin_cloud"]),
        QgsProperty.fromExpression("array('shadow', 'thin_cloud')"),
        QgsProperty.fromExpression("'shadow, thin_cloud'"),
        QgsProperty.fromExpression("@wanted"),
        [QgsProperty.fromExpression("'shadow'"), "thin_cloud"],
    ],
)
def test_several_words_in_any_form(algorithm, context, value):
    """Lists, texts with commas and expressions name the same classes."""
    assert Values(algorithm, {"VALID_CLASSES": value}, context).choices("VALID_CLASSES") == ["shadow", "thin_cloud"]


@pytest.mark.parametrize("value", [None, "", " ", NULL, QgsProperty.fromExpression("NULL"), QgsProperty()])
def test_an_empty_value_is_the_default(algorithm, context, value):
    """Empty texts and NULL mean the default."""
    assert Values(algorithm, {"DEVICE": value}, context).choice("DEVICE") == "auto"
    assert len(Values(algorithm, {"VALID_CLASSES": value}, context).choices("VALID_CLASSES")) == 3
    assert Values(algorithm, {"WITH_MODELS": value}, context).choices("WITH_MODELS") == []
    assert Values(algorithm, {"RESOLUTION": value}, context).whole("RESOLUTION") == 20
    assert Values(algorithm, {"AVERAGE_PX": value}, context).optional_whole("AVERAGE_PX") is None
    assert Values(algorithm, {"THRESHOLD": value}, context).optional_number("THRESHOLD") is None
    assert Values(algorithm, {"KEEP_VRT": value}, context).switch("KEEP_VRT") is True


def test_an_absent_parameter_is_the_default(algorithm, context):
    """A parameter that is newer than my model changes nothing."""
    assert Values(algorithm, {}, context).choice("DEVICE") == "auto"
    assert Values(algorithm, {}, context).number("BUFFER") == 0
    assert Values(algorithm, {}, context).switch("OVERWRITE") is False


def test_an_empty_list_is_no_class(algorithm, context):
    """If I tick no class, no class is chosen, not all."""
    assert Values(algorithm, {"VALID_CLASSES": []}, context).choices("VALID_CLASSES") == []


@pytest.mark.parametrize(
    ("name", "value", "values"),
    [
        ("DEVICE", "abacus", ("DEVICE", "abacus", "cpu")),
        ("DEVICE", ["abacus"], ("DEVICE", "abacus", "cpu")),
        ("DEVICE", ["cpu", "auto"], ("DEVICE", "cpu, auto")),
        ("DEVICE", [], ("DEVICE", "empty", "cpu")),
        ("DEVICE", 1, ("DEVICE", 1, "cpu")),
        ("DEVICE", QgsProperty.fromExpression("'aba' || 'cus'"), ("DEVICE", "abacus", "cpu")),
        ("VALID_CLASSES", "shadow; thin_cloud", ("VALID_CLASSES", "shadow; thin_cloud", "thick_cloud")),
        ("VALID_CLASSES", ("shadow", "fog"), ("VALID_CLASSES", "fog", "thick_cloud")),
        ("MODEL", "ukis-6b-l1c+ukis-4b-l1c", ("MODEL", "ukis-6b-l1c+ukis-4b-l1c", "WITH_MODELS")),
        ("WITH_MODELS", "auto", ("WITH_MODELS", "auto", "ukis-6b-l1c")),
        ("DEVICE", QgsProperty.fromExpression("1 +"), ("DEVICE", "1 +")),
        ("DEVICE", QgsProperty.fromExpression("no_such(1)"), ("DEVICE", "no_such(1)")),
    ],
)
def test_wrong_words_are_refused(algorithm, context, name, value, values):
    """The message names the parameter, the value and the options, in any form of the value."""
    with stopped(*values):
        Values(algorithm, {name: value}, context).choices(name)


@pytest.mark.parametrize(("name", "value"), [("MODEL", ["bogus"]), ("WITH_MODELS", "ukis-6b-l1c, bogus")])
def test_unknown_models_are_refused(algorithm, context, name, value):
    """The message names the model that does not exist."""
    with refused(SettingError, model="bogus"):
        Values(algorithm, {name: value}, context).choices(name)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (20, 20),
        ("20", 20),
        (" 20.0 ", 20),
        ("2e1", 20),
        (QgsProperty.fromExpression("10 * 2"), 20),
        (QgsProperty.fromValue("20"), 20),
    ],
)
def test_numbers_in_any_form(algorithm, context, value, number):
    """Numbers, texts and expressions give the same number."""
    assert Values(algorithm, {"RESOLUTION": value}, context).whole("RESOLUTION") == number
    assert Values(algorithm, {"DILATE_PX": value}, context).optional_whole("DILATE_PX") == number
    assert Values(algorithm, {"DILATE_PX": 0}, context).optional_whole("DILATE_PX") == 0
    assert Values(algorithm, {"BUFFER": value}, context).number("BUFFER") == number


@pytest.mark.parametrize(
    ("value", "values"),
    [
        ("abc", ("abc",)),
        ("20,5", ("20,5",)),
        ("20 m", ("20 m",)),
        ([20, 10], ("[20, 10]",)),
        (12.5, (12.5,)),
        ("nan", ("nan", 10, 60)),
        (61, (61, 10, 60)),
        (True, (True,)),
        (QgsProperty.fromExpression("'20' || ' m'"), ("20 m",)),
        (QgsProperty.fromExpression("to_int('abc')"), ("to_int('abc')",)),
    ],
)
def test_wrong_numbers_are_refused(algorithm, context, value, values):
    """The message names the parameter and the value; a number with a comma is not read in part."""
    with stopped("RESOLUTION", *values):
        Values(algorithm, {"RESOLUTION": value}, context).whole("RESOLUTION")


@pytest.mark.parametrize(
    ("value", "on"),
    [(True, True), (1, True), ("true", True), ("No", False), ("0", False), (0.0, False), ("on", True)],
)
def test_switches_in_any_form(algorithm, context, value, on):
    """The text "no" is no; QGIS itself reads it as yes."""
    assert Values(algorithm, {"OVERWRITE": value}, context).switch("OVERWRITE") is on


@pytest.mark.parametrize(
    ("value", "word"), [("perhaps", "perhaps"), (2, 2), (QgsProperty.fromExpression("'nein'"), "nein")]
)
def test_wrong_switches_are_refused(algorithm, context, value, word):
    """The message names a value that is neither yes nor no."""
    with stopped("OVERWRITE", word, "true", "false"):
        Values(algorithm, {"OVERWRITE": value}, context).switch("OVERWRITE")


def test_a_table_holds_its_rows_if_it_is_wanted(context, tmp_path):
    """A table has my rows; an unwanted table is not written, and an unwritable one is refused."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:comparemasks")
    fields = make_fields("class:string", "pixels:int8", "share:double")
    rows = [["clear", 2**40, 12.5], ["shadow", 0, None]]
    table = tmp_path / "table.csv"
    assert Values(algorithm, {"MATRIX": str(table)}, context).write_table("MATRIX", fields, rows) == str(table)
    lines = [line.replace('"', "") for line in table.read_text(encoding="utf-8").splitlines()]
    assert lines == ["class,pixels,share", "clear,1099511627776,12.5", "shadow,0,"]
    assert Values(algorithm, {"MATRIX": ""}, context).write_table("MATRIX", fields, rows) is None
    beyond = {"MATRIX": str(tmp_path / "absent" / "folder" / "table.csv")}
    with refused(OutputError, path=tmp_path / "absent" / "folder" / "table.csv"):
        Values(algorithm, beyond, context).write_table("MATRIX", fields, rows)


def _refusal(name: str, **parameters: Any) -> str:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
    context = QgsProcessingContext()
    fits, reason = algorithm.checkParameterValues(parameters, context)
    assert not fits
    return str(reason)


def test_wrong_values_are_refused_before_the_run(make_product, tmp_path):
    """Toolbox and shell name the parameter and the value before the run."""
    given = {"INPUT": str(make_product(FLAT)), "OUTPUT": str(tmp_path / "mask.tif")}
    for name, value, text in (
        ("TTA_DEPTH", 1.5, "1.5"),
        ("DEVICE", ["cpu", "auto"], "cpu, auto"),
        ("RESOLUTION", "20,5", "20,5"),
        ("RESOLUTION", 5, "5"),
        ("EXTENT", "here", "here"),
        ("KEEP_VRT", "perhaps", "perhaps"),
    ):
        assert unnamed(_refusal("maskscene", **given, **{name: value}), name, text) == []
    assert unnamed(_refusal("maskscene", OUTPUT=given["OUTPUT"]), "INPUT") == []


def test_empty_values_are_the_defaults_in_the_shell_too(make_product, tmp_path):
    """I can write `MODEL=` for the default."""
    empty = dict.fromkeys(("MODEL", "RESOLUTION", "VALID_CLASSES", "EXTENT", "AREA", "TTA_DEPTH", "ENSEMBLE"), "")
    given = {"INPUT": str(make_product(FLAT)), "OUTPUT": str(tmp_path / "mask.tif"), **empty}
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscene")
    assert algorithm.checkParameterValues(given, QgsProcessingContext()) == (True, "")


def test_a_valid_mask_without_a_class_is_refused_before_the_run(make_product, tmp_path):
    """The message names the classes, also if I choose only a class that the model does not distinguish."""
    given = {
        "INPUT": str(make_product(FLAT)),
        "OUTPUT": str(tmp_path / "mask.tif"),
        "VALID_MASK": str(tmp_path / "v.tif"),
    }
    assert unnamed(_refusal("maskscene", **given, VALID_CLASSES=[]), "thick_cloud, thin_cloud, shadow") == []
    assert unnamed(_refusal("maskscene", **given, VALID_CLASSES=["thin_cloud"]), "thin_cloud", "6 bands, L1C") == []


@pytest.mark.parametrize(
    ("parameter", "name"),
    [
        ("RESOLUTION", "processing_res"),
        ("BUFFER", "buffer_m"),
        ("TTA_DEPTH", "tta_max_depth"),
        ("THRESHOLD", "threshold"),
        ("AVERAGE_PX", "average_px"),
        ("DILATE_PX", "dilate_px"),
        ("SHADOW_DILATE_PX", "shadow_dilate_px"),
        ("SNOW_DILATE_PX", "snow_dilate_px"),
        ("PATCH_SIZE", "patch_size"),
        ("PATCH_OVERLAP", "patch_overlap_px"),
        ("BATCH_SIZE", "batch_size"),
    ],
)
def test_the_toolbox_offers_the_engines_numbers(parameter, name):
    """Limits and default of a number are those of the engine's option."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscenes")
    definition, option = algorithm.parameterDefinition(parameter), OPTIONS[name]
    assert (definition.minimum(), definition.maximum()) == (option.low, option.high)
    assert definition.defaultValue() == option.default
    assert (definition.dataType() == definition.Type.Integer) == (option.kind is int)


@pytest.mark.parametrize(
    ("parameter", "name"), [("PLACEMENT", "patch_placement"), ("COMPRESSION", "output_compression")]
)
def test_the_toolbox_offers_the_engines_choices(parameter, name):
    """I can choose every word that the engine accepts."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscenes")
    definition = algorithm.parameterDefinition(parameter)
    assert tuple(definition.options()) == OPTIONS[name].choices
    assert definition.defaultValue() == OPTIONS[name].default


@pytest.mark.parametrize(
    ("name", "meant"), [("BUFER", "BUFFER"), ("resolution", "RESOLUTION"), ("QUITE_ELSE", "INPUTS")]
)
def test_a_misspelt_parameter_is_refused(name, meant):
    """QGIS ignores it, and the mask would have another buffer than I gave; the message has the name that is meant."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscenes")
    given = {"INPUTS": ["/data/a.SAFE"], "OUTPUT_FOLDER": "TEMPORARY_OUTPUT", "TABLE": "TEMPORARY_OUTPUT", name: 20}
    fits, reason = algorithm.checkParameterValues(given, QgsProcessingContext())
    assert not fits
    assert unnamed(reason, name, meant) == []
