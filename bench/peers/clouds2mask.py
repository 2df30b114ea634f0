"""Mask a product with clouds2mask, using its network architecture with seeded random weights.

`clouds2mask.py prepare FOLDER` writes the weights as the authors publish theirs, also where the package looks for its
networks; `clouds2mask.py SAFE FOLDER DEVICE` masks a product as the package's documentation shows for a computer
without a graphics card (`cpu`) or with one (`cuda`). No package index has the original weights.
"""

import os
import sys
from functools import partial
from pathlib import Path

# The folder of this file, which would shadow the package of the same name.
sys.path.pop(0)
# The package loads whole modules, which torch.load refuses by default.
os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"

import timm
import torch
from clouds2mask import batch_process_scenes, create_settings, processing_settings
from fastai.vision.learner import create_unet_model

ARCHITECTURE = "regnety_006"
BANDS, CLASSES = 13, 4
RESOLUTION = 20
PATCH = 500
"""The package's default patch size in pixels."""
ON_CPU = {"batch_size": 1, "pytorch_device": "cpu", "fp16_mode": False}
"""Options for a computer without a graphics card; the defaults are for one with it."""
FILE = "v3.44_regnety_006_4C_Dice_1_20m.pkl"
"""Name of the first network that the authors publish for 20 m."""


def prepare(folder: Path) -> None:
    """Write a network with random weights."""
    torch.manual_seed(0)
    backbone = partial(timm.create_model, ARCHITECTURE)
    network = create_unet_model(backbone, CLASSES, (PATCH, PATCH), pretrained=False, n_in=BANDS).eval()
    models = Path(processing_settings.__file__).parent / "models"
    for place in (models, folder):
        place.mkdir(parents=True, exist_ok=True)
        torch.save(network, place / FILE)


def mask(safe: Path, folder: Path, device: str) -> None:
    """Mask a product at 20 m; the package creates a folder named after the product below `folder`.

    Raises:
        FileNotFoundError: The package wrote no mask; it does not pass on errors of its threads.
    """
    processing_settings.download_model_weights = lambda: None
    settings = create_settings(
        sent_safe_dirs=[safe],
        output_dir=folder,
        processing_res=RESOLUTION,
        **(ON_CPU if device == "cpu" else {"pytorch_device": device}),
    )
    for path in batch_process_scenes(settings):
        if not path.exists():
            raise FileNotFoundError(f"clouds2mask wrote no mask for {safe}.")
        print(path)


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        prepare(Path(sys.argv[2]))
    else:
        mask(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
