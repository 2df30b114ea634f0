"""Run CloudS2Mask itself with random weights."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
from clouds2mask import create_settings, inference, processing_settings
from clouds2mask.cloud_mask import create_progress_bar
from clouds2mask.inference import run_inference
from clouds2mask.patch_generator import generate_patches
from clouds2mask.pred_joiner import create_gradient_mask, merge_overlapped_preds

from ...core.cards.card import built_in_cards
from ..templates.clouds2mask import ACTIVATIONS, unet
from .bands import read_dn
from .package_mask import PackageMask
from .published import files_of
from .random_weights import randomise

# The package loads whole modules, which torch.load refuses by default.
os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"

_MODEL = "clouds2mask-20m"
_TILE = 10980
_PATCH = 500


def write_weights(folder: Path, product: Path) -> None:
    """Write two networks of the package's architecture for 20 m, under their published names."""
    bands = built_in_cards()[_MODEL].bands
    mean, std = processing_settings.get_normalization_stats(torch.device("cpu"), False, "L1C", list(bands))
    dn = torch.from_numpy(read_dn(product, bands, 20)[None, :, :_PATCH, :_PATCH])
    for number, name in enumerate(files_of(_MODEL), start=1):
        torch.manual_seed(number)
        network = randomise(unet(ACTIVATIONS["relu"]), (dn / 32767 - mean) / std, number)
        torch.save(network, folder / name)


def mask(
    product: Path, weights: Sequence[Path], folder: Path, *, model_ensembling: bool = False, **options: Any
) -> PackageMask:
    """Mask a product with the package, and keep its probabilities before truncation to 8 bits.

    Args:
        product: A `.SAFE` folder.
        weights: Files of both networks.
        folder: Folder for the output files.
        model_ensembling: Use both networks, not only the first.
        options: Other settings of the package.
    """
    used = list(weights) if model_ensembling else [weights[0]]
    processing_settings.download_model_weights = lambda: None
    processing_settings.find_models = lambda **_: used
    (settings,) = create_settings(
        sent_safe_dirs=[product],
        output_dir=folder,
        batch_size=1,
        processing_res=20,
        pytorch_device="cpu",
        fp16_mode=False,
        model_ensembling=model_ensembling,
        **options,
    )
    band = next(product.rglob("*IMG_DATA/*B05.jp2"))
    with rasterio.open(band) as dataset:
        edge = dataset.width
    settings.scale_factor = (edge + 0.5) / _TILE  # the package expects a product of a whole tile
    settings.mask_output_dir.mkdir(parents=True)
    settings.scene_progress_pbar = create_progress_bar(settings)
    arrays, places, used_pixels = generate_patches(settings)
    settings.vrt_path = band  # the VRT has the size of a tile; only its grid is used
    with _untruncated() as untruncated:
        predictions = run_inference(arrays, places, settings)
    merge_overlapped_preds(predictions, settings, used_pixels)
    with rasterio.open(settings.cloud_mask_path) as dataset:
        labels = dataset.read(1)
    probabilities = _blend(untruncated, places, create_gradient_mask(settings), edge)
    return PackageMask(labels, probabilities, len(places))


@contextmanager
def _untruncated() -> Iterator[list[np.ndarray]]:
    """Collect the mean of each patch over networks and augmentations, before truncation to 8 bits."""
    means: list[np.ndarray] = []
    get_preds, update = inference.get_preds, inference.update_active_indices

    def of_patch(*arguments: Any) -> Any:
        means.append(np.empty(0))
        return get_preds(*arguments)

    def after_augmentation(mean: torch.Tensor, active: list[int]) -> list[int]:
        means[-1] = mean[0].numpy().copy()
        return update(mean, active)

    inference.get_preds, inference.update_active_indices = of_patch, after_augmentation
    try:
        yield means
    finally:
        inference.get_preds, inference.update_active_indices = get_preds, update


def _blend(
    means: Sequence[np.ndarray], places: Sequence[dict[str, Any]], gradient: np.ndarray, edge: int
) -> np.ndarray:
    """Blend patches by weight without truncation; 0 where no patch lies."""
    sums, total = np.zeros((4, edge, edge)), np.zeros((edge, edge))
    for mean, place in zip(means, places):
        window = slice(place["top"], place["bottom"]), slice(place["left"], place["right"])
        sums[(slice(None), *window)] += mean * gradient
        total[window] += gradient
    return (sums / np.maximum(total, np.finfo(float).tiny)).astype(np.float32)
