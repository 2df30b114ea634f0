"""Fixtures and helpers of the engine's tests: real imagery as products, tiny networks with known outputs, and runs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import rasterio
from onnx import helper, numpy_helper

from ...core.addresses.location import Location
from ...core.cards import card as model_card
from ...core.cards.card import models_dir
from ...core.errors import CloudS2MaskError
from ...core.graphs import template as graph_template
from ...core.language import use_translator
from ...core.masks.result import MaskResult, SceneOutcome
from ...core.pipeline.batch import run_batch
from ...core.pipeline.progress import Listener
from ...core.product.raster import RasterStack, open_raster
from ...core.settings import create_settings
from ...tools.labelled_scene import SIX_BANDS, write_product
from ..rasters import write_raster

VISIBLE = SIX_BANDS[:3]
BACKGROUND = dict.fromkeys(SIX_BANDS, 0.1)


@pytest.fixture
def another_language() -> Iterator[None]:
    """A translator that puts a mark before each text."""
    use_translator(lambda text: f"§{text}")
    yield
    use_translator(None)


class Recorder(Listener):
    """A listener that records the progress, and cancels at a fraction."""

    def __init__(self, cancel_at: float = 2.0) -> None:
        self.fractions: list[float] = []
        self.messages: list[str] = []
        self.done: list[int] = []
        self.cancel_at = cancel_at

    def is_cancelled(self) -> bool:
        """Cancel once the fraction has been reached."""
        return bool(self.fractions) and self.fractions[-1] >= self.cancel_at

    def progress(self, fraction: float, message: str) -> None:
        """Record the progress of the run."""
        self.fractions.append(fraction)
        self.messages.append(message)

    def scene_done(self, index: int, outcome: SceneOutcome) -> None:
        """Record the finished scenes."""
        self.done.append(index)


def read_mask(path: Path) -> np.ndarray:
    """Read the classes (lines, columns) uint8 of a mask file."""
    with rasterio.open(path) as dataset:
        mask: np.ndarray = dataset.read(1)
    return mask


def run(scenes: Location | str | list[Path], out: Path, **options: Any) -> list[SceneOutcome]:
    """Run the engine on one or several products."""
    listener = options.pop("listener", None)
    return run_batch(create_settings(scenes if isinstance(scenes, list) else [scenes], out, **options), listener)


def mask(scene: Path, out: Path, **options: Any) -> np.ndarray:
    """Mask one product, which must not fail, and read its classes."""
    (outcome,) = run(scene, out, **options)
    assert outcome.result, outcome.error
    return read_mask(outcome.result.mask_path)


def one_error(scene: Path, out: Path, **options: Any) -> CloudS2MaskError:
    """Mask one product, which must fail and leave nothing in the folder, and return its error."""
    (outcome,) = run(scene, out, **options)
    assert outcome.error is not None, "the scene was masked"
    assert outcome.result is None
    assert list(out.iterdir()) == []
    return outcome.error


def flat(value: float, bands: int = 6, edge: int = 64, dtype: Any = np.uint16) -> np.ndarray:
    """Make uniform bands."""
    return np.full((bands, edge, edge), value, dtype)


def result_of(stack: RasterStack, out: Path, **options: Any) -> MaskResult:
    """Mask a raster, which must not fail, at its own pixel size unless another is given."""
    options.setdefault("processing_res", open_raster(stack).pixel_size)
    settings = create_settings([], out, raster=stack, mask_path=out / "mask.tif", quiet=True, **options)
    (outcome,) = run_batch(settings)
    assert outcome.result, outcome.error
    return outcome.result


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty output folder."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def raster(tmp_path) -> Callable[..., RasterStack]:
    """Write bands (bands, lines, columns) as a GeoTIFF in UTM; other arguments are fields of the stack."""

    def write(
        values: np.ndarray,
        pixel_size: float = 20,
        *,
        file: dict[str, Any] | None = None,
        scales: tuple[float, float] | None = None,
        names: tuple[str, ...] = (),
        **fields: Any,
    ) -> RasterStack:
        target = tmp_path / f"raster {len(list(tmp_path.iterdir()))}.tif"
        options: dict[str, Any] = {"dtype": values.dtype.name, "size": pixel_size, "names": names}
        path = write_raster(target, values, **options, **(file or {}))
        if scales:
            with rasterio.open(path, "r+") as dataset:
                dataset.scales, dataset.offsets = (scales[:1] * len(values), scales[1:] * len(values))
        numbers = {band: number for number, band in enumerate(SIX_BANDS[: len(values)], start=1)}
        return RasterStack(**({"path": path, "name": target.stem, "level": "L1C", "bands": numbers} | fields))

    return write


@pytest.fixture(scope="session")
def cumulus_product(labelled_cumulus, tmp_path_factory) -> Callable[..., Path]:
    """Write the labelled cumulus as a 20 m product of 1024 px at 10 m, once per baseline and swath edge.

    `cumulus_product("05.10", slope=0.2)` has no data left of a line that leans by 0.2 columns per line.
    """
    written: dict[tuple[str, float | None], Path] = {}

    def product(baseline: str = "02.06", slope: float | None = None) -> Path:
        if (baseline, slope) not in written:
            folder = tmp_path_factory.mktemp("cumulus")
            written[baseline, slope] = write_product(folder, labelled_cumulus[0], baseline, slope)
        return written[baseline, slope]

    return product


@pytest.fixture(scope="session")
def real_product(shared_data: Path) -> Path:
    """A real product of baseline 02.06, reduced to 439, 219 and 73 px."""
    return next((shared_data / "safe").glob("*_T56JMM_*.SAFE"))


@pytest.fixture
def tiny_model(tmp_path, monkeypatch) -> Any:
    """Install a network that weighs the bands of a pixel, as a card and a file; returns the card's id.

    `tiny_model([[0, 0], [1, 0], [0, 1]], [0.5, 0, 0], bands=("B02", "B03"))` gives each class its logits. The real
    cards stay installed. `tiny_model.networks([onnx, onnx], ...)` installs ready-made networks.
    """
    cards, models = tmp_path / "cards", tmp_path / "models"
    cards.mkdir()
    models.mkdir()
    for path in model_card.CARDS_DIR.glob("*.json"):
        (cards / path.name).write_bytes(path.read_bytes())
    for path in models_dir().glob("ukis-*"):
        (models / path.name).symlink_to(path)
    monkeypatch.setattr(model_card, "CARDS_DIR", cards)
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(models))

    def install(weights: Any, bias: Any, **fields: Any) -> str:
        networks = [tiny_network(np.array(weights, np.float32), np.array(bias, np.float32))]
        return install_networks(networks, **fields)

    def install_networks(networks: list[bytes], **fields: Any) -> str:
        card = tiny_card(**fields)
        card["networks"] = []
        for number, data in enumerate(networks):
            name = f"{card['id']}{number or ''}.onnx"
            card["networks"].append({"file": name, "sha256": hashlib.sha256(data).hexdigest()})
            (models / name).write_bytes(data)
        (cards / f"{card['id']}.json").write_text(json.dumps(card), encoding="utf-8")
        return str(card["id"])

    install.networks = install_networks  # type: ignore[attr-defined]
    return install


@pytest.fixture
def publish(tmp_path, monkeypatch) -> Any:
    """Install graph templates and cards of published models beside the default models; returns the cards' folder.

    `publish([graph("tiny")], [published_card("tiny", {"tiny.safetensors": ["tiny"]})])`
    """
    cards = tmp_path / "published"
    graphs = cards / "graphs"
    graphs.mkdir(parents=True)
    for path in model_card.CARDS_DIR.glob("ukis-*.json"):
        (cards / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(model_card, "CARDS_DIR", cards)
    monkeypatch.setattr(graph_template, "GRAPHS_DIR", graphs)

    def install(templates: Iterable[dict[str, Any]], fields: Iterable[dict[str, Any]]) -> Path:
        for template in templates:
            (graphs / f"{template['head']['name']}.json").write_text(json.dumps(template), encoding="utf-8")
        for card in fields:
            (cards / f"{card['id']}.json").write_text(json.dumps(card), encoding="utf-8")
        return cards

    return install


def tiny_card(**fields: Any) -> dict[str, Any]:
    """Make a model card as in JSON, with some fields replaced."""
    bands = fields.get("bands", SIX_BANDS)
    card = {
        "id": "tiny",
        "title": "Bands weighed per pixel",
        "version": "1",
        "levels": ["L1C", "L2A"],
        "bands": bands,
        "resolution": [10, 60],
        "mean": [0.0] * len(bands),
        "std": [1.0] * len(bands),
        "patch_size": 64,
        "patch_multiple": 32,
        "patch_overlap": 16,
        "activation": "softmax",
        "blend": "probabilities",
        "classes": ["clear", "thick_cloud", "shadow"],
        "networks": [{"file": "tiny.onnx", "sha256": "0" * 64}],
        "licence": "Apache-2.0",
        "citation": "none",
    }
    return card | fields


def tiny_network(weights: np.ndarray, bias: np.ndarray) -> bytes:
    """Make an ONNX network (batch, bands, height, width) -> (batch, classes, height, width): one convolution.

    Args:
        weights: (classes, bands) for a kernel of 1 x 1, or (classes, bands, height, width).
        bias: (classes,).
    """
    kernel = weights if weights.ndim == 4 else weights[:, :, None, None]
    classes, bands = kernel.shape[:2]
    margins = [length // 2 for length in kernel.shape[2:]] * 2
    number = helper.np_dtype_to_tensor_dtype(weights.dtype)
    shapes = [helper.make_tensor_value_info("x", number, ["n", bands, "h", "w"])]
    shapes += [helper.make_tensor_value_info("y", number, ["n", classes, "h", "w"])]
    tensors = [numpy_helper.from_array(kernel, "weights"), numpy_helper.from_array(bias, "bias")]
    graph = helper.make_graph(
        [helper.make_node("Conv", ["x", "weights", "bias"], ["y"], pads=margins)],
        "tiny",
        shapes[:1],
        shapes[1:],
        tensors,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())
