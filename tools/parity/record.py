"""Record the class counts of the packages on a small product with small networks; needs build/template-env."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch
from clouds2mask import processing_settings
from cloudsen12_models.utils_torch import padded_predict
from numpy.typing import NDArray
from omnicloudmask import load_s2, predict_from_array

from ...core.cards.card import built_in_cards
from ...core.cards.schema import NODATA_CLASS
from ...core.classes import CLASS_OF_KEY, NODATA
from ...core.product import bands as spectral
from . import clouds2mask
from .bands import read_dn
from .small import OVERLAP, PATCH, count_classes, small_network, write_small_product

BANDS = list(spectral.BANDS)
_QUANTIFICATION = 10_000


class SmallNetwork(torch.nn.Conv2d):
    """A single convolution, in a form that the packages can load."""

    def __init__(self, bands: int, seed: int, spread: float) -> None:
        """Set the weights."""
        weights, bias = small_network(bands, seed, spread)
        super().__init__(bands, len(bias), 3, padding=1)
        self.weight, self.bias = (torch.nn.Parameter(torch.from_numpy(part)) for part in (weights, bias))


def _clouds2mask(product: Path, folder: Path) -> dict[str, Any]:
    weights = [folder / f"v0.{number}_small_{number}_20m.pkl" for number in (1, 2)]
    for number, path in enumerate(weights, start=1):
        torch.save(SmallNetwork(len(BANDS), number, 3.0), path)
    patches: dict[str, Any] = {"patch_size": PATCH, "patch_overlap_px": OVERLAP}
    mean, std = processing_settings.get_normalization_stats(torch.device("cpu"), False, "L1C", BANDS)
    recorded: dict[str, Any] = {"mean": mean.flatten().tolist(), "std": std.flatten().tolist()}
    cases: dict[str, dict[str, Any]] = {
        "plain": {},
        "ensembling and augmentation": {"model_ensembling": True, "tta_max_depth": 3},
    }
    for name, options in cases.items():
        result = clouds2mask.mask(product, weights, folder / name, **patches, **options)
        # The labels before truncation to 8 bits.
        recorded[name] = _counted(result.probabilities.argmax(axis=0))
    return recorded


def _omnicloudmask(product: Path, _folder: Path) -> dict[str, Any]:
    array, _ = load_s2(product, 20)
    models = [SmallNetwork(3, number, 3.0).eval() for number in (1, 2)]
    return {"plain": _counted(predict_from_array(array, PATCH, OVERLAP, custom_models=models)[0])}


def _unetmobv2(product: Path, _folder: Path) -> dict[str, Any]:
    reflectance = read_dn(product, BANDS, 20) / np.float32(_QUANTIFICATION)
    return {"plain": _counted(padded_predict(reflectance, SmallNetwork(len(BANDS), 1, 30.0), 32).argmax(axis=0))}


def _kappamask(product: Path, _folder: Path) -> dict[str, Any]:
    os.environ.setdefault("KERAS_BACKEND", "torch")
    import keras

    card = built_in_cards()["kappamask-unet-l1c"]
    weights, bias = small_network(len(card.bands), 1, 30.0, len(card.classes))
    network = keras.Sequential([keras.Input((None, None, len(card.bands)))])
    network.add(keras.layers.Conv2D(len(bias), 3, padding="same", activation="softmax"))
    network.set_weights([weights.transpose(2, 3, 1, 0), bias])
    largest = np.array(card.std, np.float32) * _QUANTIFICATION
    inputs = read_dn(product, card.bands, 20).transpose(1, 2, 0) / largest
    labels = network.predict_on_batch(inputs[None])[0].argmax(axis=-1)
    values = np.array([NODATA if key == NODATA_CLASS else CLASS_OF_KEY[key].value for key in card.classes])
    return {"plain": _counted(values[labels])}


def _counted(labels: NDArray[Any]) -> list[list[list[int]]]:
    counted: list[list[list[int]]] = count_classes(labels.astype(np.uint8)).tolist()
    return counted


def main(arguments: Sequence[str]) -> int:
    """Write a file for each system."""
    with TemporaryDirectory() as scratch:
        product = write_small_product(Path(scratch))
        for system in (_clouds2mask, _omnicloudmask, _unetmobv2, _kappamask):
            path = Path(arguments[0]) / f"{system.__name__.strip('_')}.json"
            path.write_text(json.dumps(system(product, Path(scratch))) + "\n", encoding="utf-8")
            print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
