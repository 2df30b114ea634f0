"""Values of parameters as models, scripts and the shell give them: what makes no sense is never the default."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProperty,
)
from qgis.PyQt.QtCore import QVariant

from ...core.errors import CloudS2MaskError
from ...core.settings import OPTIONS
from ...processing_provider.parameter_values import Values, make_fields
from .conftest import FLAT

NULL = QVariant(QVariant.Int) if hasattr(QVariant, "Int") else QVariant()


@pytest.fixture
def algorithm(provider):
    """An algorithm with parameters of all kinds."""
    return QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscenes")


@pytest.fixture
def context() -> QgsProcessingContext:
    """A context whose expressions know a variable."""
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
def test_nothing_given_is_the_default(algorithm, context, value):
    """Empty texts and NULL are not given."""
    assert Values(algorithm, {"DEVICE": value}, context).choice("DEVICE") == "auto"
    assert len(Values(algorithm, {"VALID_CLASSES": value}, context).choices("VALID_CLASSES")) == 3
    assert Values(algorithm, {"WITH_MODELS": value}, context).choices("WITH_MODELS") == []
    assert Values(algorithm, {"RESOLUTION": value}, context).whole("RESOLUTION") == 20
    assert Values(algorithm, {"AVERAGE_PX": value}, context).optional_whole("AVERAGE_PX") is None
    assert Values(algorithm, {"THRESHOLD": value}, context).optional_number("THRESHOLD") is None
    assert Values(algorithm, {"KEEP_VRT": value}, context).switch("KEEP_VRT") is True


def test_what_is_absent_is_the_default(algorithm, context):
    """A parameter that was not there when a model was made changes nothing."""
    assert Values(algorithm, {}, context).choice("DEVICE") == "auto"
    assert Values(algorithm, {}, context).number("BUFFER") == 0
    assert Values(algorithm, {}, context).switch("OVERWRITE") is False


def test_an_empty_list_is_no_class(algorithm, context):
    """Nothing ticked is not everything."""
    assert Values(algorithm, {"VALID_CLASSES": []}, context).choices("VALID_CLASSES") == []


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("DEVICE", "abacus", "DEVICE is abacus, but must be one of: auto, "),
        ("DEVICE", ["abacus"], "DEVICE is abacus, but must be one of: auto, "),
        ("DEVICE", ["cpu", "auto"], "DEVICE is cpu, auto, but must be one of: auto, "),
        ("DEVICE", [], "DEVICE is empty, but must be one of: auto, "),
        ("DEVICE", 1, "DEVICE is 1, but must be one of: auto, "),
        ("DEVICE", QgsProperty.fromExpression("'aba' || 'cus'"), "DEVICE is abacus, but must be one of: "),
        ("VALID_CLASSES", "shadow; thin_cloud", "VALID_CLASSES holds shadow; thin_cloud, but may hold only: "),
        ("VALID_CLASSES", ("shadow", "fog"), "VALID_CLASSES holds fog, but may hold only: "),
        ("MODEL", ["bogus"], "There is no model 'bogus'"),
        ("MODEL", "ukis-6b-l1c+ukis-4b-l1c", "names several models"),
        ("WITH_MODELS", "ukis-6b-l1c, bogus", "There is no model 'bogus'"),
        ("WITH_MODELS", "auto", "WITH_MODELS holds auto, but may hold only: "),
        ("DEVICE", QgsProperty.fromExpression("1 +"), "The expression of DEVICE fails"),
        ("DEVICE", QgsProperty.fromExpression("no_such(1)"), "The expression of DEVICE fails"),
    ],
)
def test_wrong_words_are_told(algorithm, context, name, value, message):
    """Value and options are named, in whatever form the value came."""
    with pytest.raises((QgsProcessingException, CloudS2MaskError)) as told:
        Values(algorithm, {name: value}, context).choices(name)
    assert message in str(told.value)


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
    """Numbers, texts and expressions are the same."""
    assert Values(algorithm, {"RESOLUTION": value}, context).whole("RESOLUTION") == number
    assert Values(algorithm, {"DILATE_PX": value}, context).optional_whole("DILATE_PX") == number
    assert Values(algorithm, {"DILATE_PX": 0}, context).optional_whole("DILATE_PX") == 0
    assert Values(algorithm, {"BUFFER": value}, context).number("BUFFER") == number


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("abc", "RESOLUTION is abc, but must be a number, such as 12.5"),
        ("20,5", "RESOLUTION is 20,5, but must be a number, such as 12.5"),
        ("20 m", "RESOLUTION is 20 m, but must be a number"),
        ([20, 10], "but must be a number"),
        (12.5, "RESOLUTION is 12.5, but must be a whole number"),
        ("nan", "RESOLUTION is nan, but must be from 10 to 60"),
        (61, "RESOLUTION is 61, but must be from 10 to 60"),
        (True, "RESOLUTION is True, but must be a number"),
        (QgsProperty.fromExpression("'20' || ' m'"), "RESOLUTION is 20 m, but must be a number"),
        (QgsProperty.fromExpression("to_int('abc')"), "The expression of RESOLUTION fails"),
    ],
)
def test_wrong_numbers_are_told(algorithm, context, value, message):
    """A number with a comma is not half read."""
    with pytest.raises(QgsProcessingException) as told:
        Values(algorithm, {"RESOLUTION": value}, context).whole("RESOLUTION")
    assert message in str(told.value)


@pytest.mark.parametrize(
    ("value", "on"),
    [(True, True), (1, True), ("true", True), ("No", False), ("0", False), (0.0, False), ("on", True)],
)
def test_switches_in_any_form(algorithm, context, value, on):
    """QGIS itself takes the text "no" for yes."""
    assert Values(algorithm, {"OVERWRITE": value}, context).switch("OVERWRITE") is on


@pytest.mark.parametrize("value", ["perhaps", 2, QgsProperty.fromExpression("'nein'")])
def test_wrong_switches_are_told(algorithm, context, value):
    """Neither yes nor no."""
    with pytest.raises(QgsProcessingException, match=r"OVERWRITE is .*, but must be true or false"):
        Values(algorithm, {"OVERWRITE": value}, context).switch("OVERWRITE")


def test_a_table_holds_its_rows_if_it_is_wanted(context, tmp_path):
    """What has no value is empty; a table that nobody wants is not written, and one that cannot be is refused."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:comparemasks")
    fields = make_fields("class:string", "pixels:int8", "share:double")
    rows = [["clear", 2**40, 12.5], ["shadow", 0, None]]
    table = tmp_path / "table.csv"
    assert Values(algorithm, {"MATRIX": str(table)}, context).write_table("MATRIX", fields, rows) == str(table)
    lines = [line.replace('"', "") for line in table.read_text(encoding="utf-8").splitlines()]
    assert lines == ["class,pixels,share", "clear,1099511627776,12.5", "shadow,0,"]
    assert Values(algorithm, {"MATRIX": ""}, context).write_table("MATRIX", fields, rows) is None
    beyond = {"MATRIX": str(tmp_path / "absent" / "folder" / "table.csv")}
    with pytest.raises(QgsProcessingException, match="Could not create"):
        Values(algorithm, beyond, context).write_table("MATRIX", fields, rows)


def _told_before_it_runs(name: str, **parameters: Any) -> str:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
    context = QgsProcessingContext()
    fits, reason = algorithm.checkParameterValues(parameters, context)
    assert not fits
    return str(reason)


def test_a_wrong_number_is_told_before_it_runs(make_product, tmp_path):
    """Toolbox and shell say it at once."""
    given = {"INPUT": str(make_product(FLAT)), "OUTPUT": str(tmp_path / "mask.tif")}
    assert "TTA_DEPTH is 1.5" in _told_before_it_runs("maskscene", **given, TTA_DEPTH=1.5)
    assert "DEVICE is cpu, auto" in _told_before_it_runs("maskscene", **given, DEVICE=["cpu", "auto"])
    assert "RESOLUTION is 20,5, but must be a number" in _told_before_it_runs("maskscene", **given, RESOLUTION="20,5")
    assert "RESOLUTION is 5, but must be from 10 to 60" in _told_before_it_runs("maskscene", **given, RESOLUTION=5)
    assert "EXTENT is here, which is no extent" in _told_before_it_runs("maskscene", **given, EXTENT="here")
    assert "KEEP_VRT is perhaps, but must be true" in _told_before_it_runs("maskscene", **given, KEEP_VRT="perhaps")
    assert "No product was given" in _told_before_it_runs("maskscene", OUTPUT=given["OUTPUT"])


def test_empty_values_are_the_defaults_for_the_shell_too(make_product, tmp_path):
    """`MODEL=` is no mistake."""
    empty = dict.fromkeys(("MODEL", "RESOLUTION", "VALID_CLASSES", "EXTENT", "AREA", "TTA_DEPTH", "ENSEMBLE"), "")
    given = {"INPUT": str(make_product(FLAT)), "OUTPUT": str(tmp_path / "mask.tif"), **empty}
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscene")
    assert algorithm.checkParameterValues(given, QgsProcessingContext()) == (True, "")


def test_a_valid_mask_of_no_class_is_told_before_it_runs(make_product, tmp_path):
    """Also one of classes that the model does not tell apart."""
    given = {
        "INPUT": str(make_product(FLAT)),
        "OUTPUT": str(tmp_path / "mask.tif"),
        "VALID_MASK": str(tmp_path / "v.tif"),
    }
    assert "at least one of" in _told_before_it_runs("maskscene", **given, VALID_CLASSES=[])
    assert "all would be usable" in _told_before_it_runs("maskscene", **given, VALID_CLASSES=["thin_cloud"])


@pytest.mark.parametrize(
    ("parameter", "name"),
    [
        ("RESOLUTION", "processing_res"),
        ("BUFFER", "buffer_m"),
        ("TTA_DEPTH", "tta_max_depth"),
        ("THRESHOLD", "threshold"),
        ("AVERAGE_PX", "average_px"),
        ("DILATE_PX", "dilate_px"),
        ("PATCH_SIZE", "patch_size"),
        ("PATCH_OVERLAP", "patch_overlap_px"),
        ("BATCH_SIZE", "batch_size"),
    ],
)
def test_the_toolbox_offers_what_the_engine_takes(parameter, name):
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
    """Every word that the engine knows can be chosen."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscenes")
    definition = algorithm.parameterDefinition(parameter)
    assert tuple(definition.options()) == OPTIONS[name].choices
    assert definition.defaultValue() == OPTIONS[name].default
