"""The options are stored, reach the engine, and flag products that they exclude."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, Qt, QThread
from qgis.PyQt.QtTest import QSignalSpy

from ...core.cards.card import load_cards
from ...core.cards.choice import name_by_titles
from ...core.errors import SettingError
from ...core.masks.usable import ClearRule
from ...core.networks.store import ModelState
from ...core.product.product import open_product
from ...core.settings import CLEAR_BUFFER, CLEAR_MIN_SIZE, OPTIONS, create_settings
from ...ui.options_panel import OptionsPanel, place_of
from ...ui.shared.host import SETTINGS_GROUP, desktop_threads
from ...ui.shared.installation import Installation
from ..refusals import refused

READY = dict.fromkeys(("ukis-4b-l1c", "ukis-4b-l2a", "ukis-6b-l1c", "ukis-6b-l2a"), ModelState("ready"))


@pytest.fixture
def panel() -> Iterator[OptionsPanel]:
    """Options on a computer with all models and a GPU."""
    made = OptionsPanel()
    made.set_installation(Installation((), READY, ("auto", "cuda", "cpu")))
    yield made
    made.shut_down()


def test_20_metres_and_automatic_options_are_preselected(panel, tmp_path):
    """I only need to choose an output folder."""
    panel.output_folder.setFilePath(str(tmp_path))
    settings = panel.settings([tmp_path / "a.SAFE"])
    assert (settings.processing_res, settings.model, settings.device) == (20, "auto", "auto")
    assert (settings.patch_size, settings.patch_overlap_px, settings.buffer_m) == (None, None, 0)
    assert settings.keep_vrt
    assert settings.make_qml_files
    assert not settings.overwrite
    assert not settings.verify
    assert "seconds per product" in panel.verify.toolTip()
    assert panel.advanced.isCollapsed()


def test_one_core_is_left_to_qgis(panel, tmp_path, monkeypatch):
    """QGIS stays responsive, because the engine leaves one core free."""
    panel.output_folder.setFilePath(str(tmp_path))
    monkeypatch.setattr("os.sched_getaffinity", lambda _process: range(8))
    assert panel.settings([tmp_path]).processing_threads == 7
    monkeypatch.setattr("os.sched_getaffinity", lambda _process: range(1))
    assert panel.settings([tmp_path]).processing_threads == 1


def test_options_reach_the_engine_and_the_next_session(panel, tmp_path):
    """I find the options as I left them."""
    panel.output_folder.setFilePath(str(tmp_path))
    panel.resolution_other.setChecked(True)
    panel.resolution_value.setValue(40)
    for combo, value in (
        (panel.model, "ukis-4b-l2a"),
        (panel.device, "cuda"),
        (panel.placement, "grid"),
        (panel.compression, "zstd"),
    ):
        combo.setCurrentIndex(combo.findData(value))
    panel.buffer.setValue(150)
    panel.patch_size.setValue(256)
    panel.patch_overlap.setValue(64)
    panel.overwrite.setChecked(True)
    panel.keep_vrt.setChecked(False)
    panel.verify.setChecked(True)
    panel.advanced.setCollapsed(False)
    panel.save()
    again = OptionsPanel()
    again.set_installation(Installation((), READY, ("auto", "cuda", "cpu")))
    settings = again.settings([tmp_path / "a.SAFE"])
    assert settings == panel.settings([tmp_path / "a.SAFE"])
    assert (settings.processing_res, settings.model, settings.device) == (40, "ukis-4b-l2a", "cuda")
    assert (settings.patch_placement, settings.output_compression) == ("grid", "zstd")
    assert (settings.buffer_m, settings.patch_size, settings.patch_overlap_px) == (150, 256, 64)
    assert (settings.overwrite, settings.keep_vrt, settings.verify) == (True, False, True)
    assert not again.advanced.isCollapsed()


def test_options_of_the_previous_version_are_read(tmp_path):
    """After an update I find my options: keys and values are those of the previous version."""
    stored = {
        "resolution": 30,
        "output_folder": str(tmp_path),
        "model": "ukis-6b-l1c",
        "device": "cuda",
        "placement": "upstream",
        "compression": "lzw",
        "patch_size": 480,
        "patch_overlap": 240,
        "buffer": 120.0,
        "min_clear": 25,
        "overwrite": True,
        "keep_vrt": False,
        "qml_files": False,
        "with_model": "ukis-4b-l1c",
        "tta_depth": 7,
        "ensemble": False,
        "confidence": True,
        "valid_mask": True,
        "without_thick_cloud": True,
        "without_thin_cloud": True,
        "without_shadow": False,
        "valid_buffer": 60.0,
        "valid_min": 0.25,
        "threshold": 0.55,
        "average_px": 0,
        "dilate_px": 50,
        "advanced_collapsed": False,
    }
    for name, value in stored.items():
        QgsSettings().setValue(f"{SETTINGS_GROUP}/{name}", value)
    panel = OptionsPanel()
    panel.set_installation(Installation((), READY, ("auto", "cuda", "cpu")))
    options = {
        "processing_res": 30,
        "model": "ukis-6b-l1c+ukis-4b-l1c",
        "device": "cuda",
        "patch_placement": "upstream",
        "output_compression": "lzw",
        "patch_size": 480,
        "patch_overlap_px": 240,
        "buffer_m": 120.0,
        "overwrite": True,
        "keep_vrt": False,
        "make_qml_files": False,
        "tta_max_depth": 7,
        "export_confidence": True,
        "valid_mask": ClearRule(("thick_cloud",), 60.0, 0.25),
        "processing_threads": desktop_threads(),
        "quiet": True,
    }
    scene = tmp_path / "a.SAFE"
    assert panel.settings([scene]) == create_settings([scene], tmp_path, **options)
    assert panel.min_clear() == 25
    assert panel.only_clear.isChecked()
    assert not panel.advanced.isCollapsed()
    panel.model.setCurrentIndex(panel.model.findData("s2cloudless"))
    settings = panel.settings([scene])
    assert (settings.threshold, settings.average_px, settings.dilate_px) == (0.55, 0, 50)
    panel.save()
    kept = {name: QgsSettings().value(f"{SETTINGS_GROUP}/{name}") for name in stored}
    assert kept == stored | {"model": "s2cloudless", "with_model": ""}


def test_all_scenes_are_added_to_the_map_unless_i_tick_the_box(panel):
    """The least clear share counts only while its box is ticked, and is kept for the next session."""
    assert not panel.only_clear.isChecked()
    assert panel.min_clear() == 0
    assert not panel.least_clear.isEnabled()
    assert "tick the box" in panel.least_clear.toolTip()
    panel.only_clear.setChecked(True)
    assert panel.least_clear.isEnabled()
    assert panel.min_clear() == panel.least_clear.value() == 60
    panel.least_clear.setValue(75)
    panel.save()
    again = OptionsPanel()
    assert again.min_clear() == 75
    again.only_clear.setChecked(False)
    again.save()
    assert OptionsPanel().min_clear() == 0


def test_the_window_offers_the_range_of_the_engine(panel, tmp_path):
    """Every widget has the limits and the defaults of the engine."""
    refine = panel.refine
    for widget, option in {
        panel.resolution_value: OPTIONS["processing_res"],
        panel.buffer: OPTIONS["buffer_m"],
        panel.patch_size: OPTIONS["patch_size"],
        panel.patch_overlap: OPTIONS["patch_overlap_px"],
        refine.tta_depth: OPTIONS["tta_max_depth"],
        refine.average_px: OPTIONS["average_px"],
        refine.dilate_px: OPTIONS["dilate_px"],
        refine.shadow_dilate_px: OPTIONS["shadow_dilate_px"],
        refine.snow_dilate_px: OPTIONS["snow_dilate_px"],
        refine.valid_buffer: CLEAR_BUFFER,
        refine.valid_min: CLEAR_MIN_SIZE,
    }.items():
        assert widget.maximum() == option.high
        assert widget.minimum() <= option.low
    assert refine.threshold.maximum() == 0.99
    panel.output_folder.setFilePath(str(tmp_path))
    defaults = create_settings([tmp_path], tmp_path, processing_threads=desktop_threads(), quiet=True)
    assert panel.settings([tmp_path]) == defaults


def test_the_tool_tip_of_a_device_describes_it(panel):
    """I see the precision of a device, and the share of labels that a lower one changes."""
    fresh = OptionsPanel()
    fresh.set_installation(Installation((), READY, ("auto", "cpu", "cpu-bf16", "new")))

    def tip(name: str) -> str:
        return fresh.device.itemData(fresh.device.findData(name), Qt.ItemDataRole.ToolTipRole)

    assert "32 bits" in tip("cpu")
    assert "0.7 % of labels" in tip("cpu-bf16")
    assert not tip("new")


def test_a_device_that_is_away_is_chosen_again_when_it_is_back(panel):
    """The driver of my GPU fails for a session: the mask is made on another device, and my choice is kept."""
    panel.device.setCurrentIndex(panel.device.findData("cuda"))
    panel.save()
    without = OptionsPanel()
    without.set_installation(Installation((), READY, ("auto", "cpu")))
    assert without.device.currentData() == "auto"
    without.save()
    without.set_installation(Installation((), READY, ("auto", "cpu", "webgpu")))  # installed in this session
    assert [without.device.itemData(index) for index in range(without.device.count())] == ["auto", "cpu", "webgpu"]
    assert without.device.currentData() == "auto"
    without.set_installation(Installation((), READY, ("auto", "cuda", "cpu")))
    assert without.device.currentData() == "cuda"
    without.device.setCurrentIndex(0)
    without.save()
    again = OptionsPanel()
    again.set_installation(Installation((), READY, ("auto", "cuda", "cpu")))
    assert again.device.currentData() == "auto"


def test_a_stored_device_is_kept_before_the_devices_are_known(panel):
    """Closing the window at once keeps the stored device."""
    QgsSettings().setValue(f"{SETTINGS_GROUP}/device", "cuda")
    OptionsPanel().save()
    assert QgsSettings().value(f"{SETTINGS_GROUP}/device") == "cuda"


@pytest.fixture
def by_titles() -> Iterator[None]:
    """Advice as in the plugin, whose lists show titles."""
    name_by_titles()
    yield
    name_by_titles(False)


def test_a_model_of_another_level_is_refused_with_a_remedy(panel, make_product, by_titles):
    """An L2A product cannot be masked by an L1C model, and the row names the models that can."""
    panel.model.setCurrentIndex(panel.model.findData("ukis-6b-l1c"))
    reason = panel.why_unusable(open_product(make_product({"B02": 0.1}, level="L2A", baseline="05.10")))
    assert load_cards()["ukis-6b-l2a"].title in reason


def test_a_missing_band_is_flagged_before_the_run(panel, make_product):
    """A product without a band that the model needs is flagged in the list."""
    product = open_product(make_product({"B02": 0.1, "B03": 0.1, "B04": 0.1}))
    assert "B08" in panel.why_unusable(product)


def test_a_missing_model_is_flagged_before_the_run(panel, make_product):
    """A product whose model is not installed is flagged, and so is the model."""
    product = open_product(make_product(dict.fromkeys(["B02", "B03", "B04", "B08", "B11", "B12"], 0.1)))
    assert panel.why_unusable(product) == ""
    panel.set_installation(Installation((), READY | {"ukis-6b-l1c": ModelState("missing")}, ("auto", "cpu")))
    assert load_cards()["ukis-6b-l1c"].title in panel.why_unusable(product)
    assert panel.model.itemText(panel.model.findData("ukis-6b-l1c")).endswith("(not downloaded)")


def test_automatic_needs_both_of_its_networks_and_fast_only_one(panel, make_product):
    """If the second network of Automatic is missing, the list says so and how to get it, as for any model."""
    product = open_product(make_product(dict.fromkeys(["B02", "B03", "B04", "B08", "B11", "B12"], 0.1)))
    panel.set_installation(Installation((), READY | {"ukis-4b-l1c": ModelState("missing")}, ("auto", "cpu")))
    of_automatic = panel.why_unusable(product)
    assert load_cards()["ukis-4b-l1c"].title in of_automatic
    panel.choose_model("auto-fast")
    assert panel.why_unusable(product) == ""
    panel.choose_model("ukis-4b-l1c")
    assert panel.why_unusable(product) == of_automatic


def test_automatic_comes_first_and_names_its_networks(panel):
    """Automatic means the same networks whatever is installed, and says which."""
    ids = [panel.model.itemData(index) for index in range(panel.model.count())]
    assert ids[:2] == ["auto", "auto-fast"]
    assert set(ids) == {"auto", "auto-fast", *load_cards()}
    assert len(set(ids)) == len(ids)
    assert panel.model.itemText(0) == "Automatic (ukis-csmask)"
    assert panel.model.itemText(1) == "Automatic, fast (ukis-csmask)"
    end = "below, 4 bands. Finds cloud, shadow. Apache-2.0"
    mean = "the mean of its networks of 6 and of 4 bands"
    assert panel.model_note.text() == f"Always ukis-csmask: from 20 m {mean}; {end}"
    panel.choose_model("auto-fast")
    alone = "6 bands alone, faster and less accurate"
    assert panel.model_note.text() == f"Always ukis-csmask: from 20 m {alone}; {end}"
    assert panel.settings([panel.folder()]).model == "auto-fast"
    titles = {card.id: card.named for card in load_cards().values()}
    panel.set_installation(Installation((), dict.fromkeys(titles, ModelState("ready")), ("auto", "cpu")))
    assert panel.model.itemText(0) == "Automatic (ukis-csmask)"
    shown = {panel.model.itemData(i): panel.model.itemText(i) for i in range(2, panel.model.count())}
    assert shown == {**titles, "fmask": "Fmask, rules without a network"}


def test_ready_models_and_the_recommended_one_come_first(panel):
    """I need not search a long list for the models that I can use; my choices stay when it is sorted again."""

    def listed(combo):
        ids = [combo.itemData(index) for index in range(combo.count())]
        return [model for model in ids if model in load_cards()]

    for combo in (panel.model, panel.refine.with_model):
        assert set(listed(combo)[:4]) == set(READY)
        assert listed(combo)[4] == "omnicloudmask"
    panel.model.setCurrentIndex(panel.model.findData("ukis-6b-l1c"))
    panel.refine.with_model.setCurrentIndex(panel.refine.with_model.findData("ukis-4b-l1c"))
    ready = READY | dict.fromkeys(("kappamask-l2a", "omnicloudmask"), ModelState("ready"))
    panel.set_installation(Installation((), ready, ("auto", "cpu")))
    assert listed(panel.model)[0] == "omnicloudmask"
    assert listed(panel.model)[5] == "kappamask-l2a"
    assert panel.refine.model() == "ukis-6b-l1c+ukis-4b-l1c"


def test_a_declined_download_puts_the_former_model_back(panel):
    """I choose a model, decline its download, and have the one that I had."""
    panel.set_installation(Installation((), READY | {"kappamask-l2a": ModelState("missing")}, ("auto", "cpu")))
    for model in ("ukis-6b-l1c", "kappamask-l2a"):
        panel.choose_model(model)
        panel.model.activated.emit(panel.model.currentIndex())
    panel.give_up("ukis-4b-l1c")  # another one that was chosen before
    assert panel.model.currentData() == "kappamask-l2a"
    panel.give_up("kappamask-l2a")
    assert panel.model.currentData() == "ukis-6b-l1c"


def test_a_model_is_described_below_the_list_and_in_its_tool_tip(panel):
    """I see classes, levels, pixels and licence of the chosen model, and its summary in the tool tip."""
    index = panel.model.findData("unetmobv2-l2a")
    panel.model.setCurrentIndex(index)
    facts = "Finds cloud, thin cloud, shadow. L2A, 10 m. CC-BY-NC-4.0, not for commercial use"
    assert panel.model_note.text() == facts
    summary = load_cards()["unetmobv2-l2a"].described
    assert panel.model_note.toolTip() == summary
    assert panel.model.itemData(index, Qt.ItemDataRole.ToolTipRole) == f"{facts}\n{summary}"


def test_choosing_a_model_that_is_not_there_asks_for_its_download(panel):
    """Only my own choice asks, and only for a model that is missing or damaged."""
    wanted: list[str] = []
    panel.download_wanted.connect(wanted.append)
    states = READY | {"omnicloudmask": ModelState("missing"), "s2cloudless": ModelState("damaged")}
    panel.set_installation(Installation((), states, ("auto", "cpu")))
    for model in ("omnicloudmask", "s2cloudless", "ukis-4b-l1c", "auto"):
        index = panel.model.findData(model)
        panel.model.setCurrentIndex(index)  # as a stored choice does
        assert wanted == []
        panel.model.activated.emit(index)
        assert wanted == ([model] if model in {"omnicloudmask", "s2cloudless"} else [])
        wanted.clear()
    for combo in (panel.model, panel.refine.with_model):
        assert combo.itemText(combo.findData("omnicloudmask")) == "OmniCloudMask (not downloaded)"
        assert combo.itemText(combo.findData("s2cloudless")).endswith("(damaged)")


@pytest.mark.parametrize(
    ("folder", "reason"),
    [("", "Choose an output folder"), ("masks", "full path"), ("/no/such/folder", "does not exist")],
)
def test_an_impossible_output_folder_is_reported_before_the_run(panel, folder, reason):
    """The reason why Run is disabled names the output folder."""
    panel.output_folder.setFilePath(folder)
    assert reason in panel.why_not_ready()


def test_the_output_folder_tells_its_own_purpose(panel):
    """The tool tip of the field is about the folder of the masks, not about a file as QGIS's own."""
    tip = panel.output_folder.lineEdit().toolTip()
    assert tip == panel.output_folder.toolTip()
    assert tip.startswith("Masks, their styles")


def test_a_file_is_no_output_folder(panel, tmp_path):
    """I have chosen a file by mistake, and read it before the run."""
    (tmp_path / "list.txt").touch()
    panel.output_folder.setFilePath(str(tmp_path / "list.txt"))
    assert panel.why_not_ready() == "The output folder is a file. Choose a folder."


def test_contradictory_options_are_reported_before_the_run(panel, tmp_path):
    """An overlap of more than half a patch is refused with the engine's message."""
    panel.output_folder.setFilePath(str(tmp_path))
    panel.patch_size.setValue(256)
    panel.patch_overlap.setValue(200)
    with refused(SettingError) as caught:
        panel.settings([tmp_path])
    assert panel.why_not_ready() == str(caught.value)
    assert "patch_overlap_px" in panel.why_not_ready()


def test_masks_are_written_beside_the_products_until_i_choose_a_folder(panel, tmp_path):
    """I choose no folder: it follows the products. One that I choose stays, also in the next session."""
    first = tmp_path / "a"
    assert panel.why_not_ready() == "Choose an output folder."
    for place in (first, tmp_path / "b"):
        place.mkdir()
        panel.set_place(place)
        assert panel.why_not_ready() == ""
        assert panel.settings([place / "one.SAFE"]).job.folder == place / "cloud masks"
        assert panel.output_folder.lineEdit().placeholderText() == str(place / "cloud masks")
    panel.save()
    assert OptionsPanel().folder() is None
    panel.output_folder.setFilePath(str(tmp_path))
    panel.set_place(first)
    assert panel.folder() == tmp_path
    panel.save()
    assert OptionsPanel().folder() == tmp_path
    panel.output_folder.setFilePath("")
    assert panel.folder() == tmp_path / "a" / "cloud masks"


def test_a_folder_that_cannot_be_written_to_is_told_before_the_run(panel, tmp_path, monkeypatch, wait):
    """The products are on a medium that I can only read: I am told to choose another folder.

    This is tried once after each change of the folder, and not on the main thread, which a slow disk would block.
    """
    threads = []

    def refuse(**_where: Path) -> None:
        threads.append(QThread.currentThread())
        raise PermissionError

    def answer() -> str:
        panel.why_not_ready()
        wait(lambda: not panel._tester.is_busy())
        return panel.why_not_ready()

    changes = QSignalSpy(panel.changed)
    panel.set_place(tmp_path)
    monkeypatch.setattr("cloud_s2_mask.ui.options_panel.TemporaryFile", refuse)
    for _refresh in range(3):
        assert answer() == f"{tmp_path} cannot be written to. Choose another output folder."
        panel.set_place(tmp_path)
    assert len(changes) == len(threads) == 1
    assert threads != [QCoreApplication.instance().thread()]
    monkeypatch.undo()
    panel.output_folder.setFilePath(str(tmp_path))
    assert answer() == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["folder", "granule", "nested", "zip", "named zip", "in a folder of a zip"])
def test_the_place_of_a_product_is_outside_of_all_its_parts(product, tmp_path, form):
    """The folder beside which I find a product is none of its own folders, and never an archive."""
    place = path = tmp_path / "place"
    place.mkdir()
    inside = Path("tuscany") if form == "in a folder of a zip" else Path()
    if form == "nested":
        path = place / product.name
    if "zip" in form:
        archive = place / ("two.dat" if form == "named zip" else "two.zip")
        with zipfile.ZipFile(archive, "w") as target:
            for name in (product.name, product.name.replace("T33UUU", "T33UVU")):
                for file in product.rglob("*"):
                    target.write(file, inside / name / file.relative_to(product))
        path = archive / inside / product.name
    else:
        path = Path(shutil.copytree(product, path / product.name))
    if form == "granule":
        path = next(path.glob("GRANULE/*"))
    listed = open_product(path)
    assert isinstance(listed.path, Path)
    assert listed.path.is_relative_to(path)
    assert place_of(listed) == place


def test_options_of_networks_are_grey_with_rules_and_say_why(panel):
    """Fmask uses no device and no patches, s2cloudless no patches, and networks both; the tool tips tell."""
    patches = [panel.patch_size, panel.patch_overlap, panel.placement]
    tips = [widget.toolTip() for widget in (panel.device, *patches)]
    panel.choose_model("fmask")
    assert not any(widget.isEnabled() for widget in (panel.device, *patches))
    assert "rules" in panel.device.toolTip()
    assert all("no patches" in widget.toolTip() for widget in patches)
    panel.choose_model("s2cloudless")
    assert panel.device.isEnabled()
    assert not any(widget.isEnabled() for widget in patches)
    panel.choose_model("ukis-6b-l1c")
    assert all(widget.isEnabled() for widget in (panel.device, *patches))
    assert [widget.toolTip() for widget in (panel.device, *patches)] == tips
