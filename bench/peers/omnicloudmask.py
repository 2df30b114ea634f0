"""Mask a product with omnicloudmask, using its two network architectures with seeded random weights.

`omnicloudmask.py prepare FOLDER` writes the weights as the authors publish theirs; `omnicloudmask.py SAFE FOLDER
WEIGHTS DEVICE` masks a product as the package's documentation shows, with the weights in the folder WEIGHTS, on `cpu`
or `cuda`. No package index has the original weights.
"""

import sys
from functools import partial
from pathlib import Path

# The folder of this file, which would shadow the package of the same name.
sys.path.pop(0)

import segmentation_models_pytorch as smp
import torch
from omnicloudmask import load_s2, predict_from_load_func
from omnicloudmask.model_utils import load_model_from_weights
from safetensors.torch import save_file

RESOLUTION = 20
FILES = {
    "tu-regnety_004": "PM_model_OCM_7.97_R_G_NIR_3_smp_regnety_004.pycls_in1k_PT_state.safetensors",
    "tu-edgenext_small": "PM_model_OCM_7.97_R_G_NIR_3_smp_edgenext_small.usi_in1k_PT_state.safetensors",
}
"""Encoder of each network of version 4, and the file that the authors publish."""


def prepare(folder: Path) -> None:
    """Write both networks with random weights."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed, (encoder, file) in enumerate(FILES.items()):
        torch.manual_seed(seed)
        network = smp.Unet(encoder, encoder_weights=None, in_channels=3, classes=4)
        save_file({name: values.contiguous() for name, values in network.state_dict().items()}, folder / file)


def mask(safe: Path, folder: Path, weights: Path, name: str) -> None:
    """Mask a product at 20 m with the package's default patches."""
    device = torch.device(name)
    networks = [load_model_from_weights(encoder, weights / file, "smp", device) for encoder, file in FILES.items()]
    load = partial(load_s2, resolution=RESOLUTION)
    for path in predict_from_load_func([safe], load, custom_models=networks, inference_device=name, output_dir=folder):
        print(path)


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        prepare(Path(sys.argv[2]))
    else:
        safe, folder, weights, device = sys.argv[1:5]
        mask(Path(safe), Path(folder), Path(weights), device)
