"""Mask a product with clouds2mask, its own network and seeded random weights.

`clouds2mask.py prepare FOLDER` makes the network and exports it to ONNX; `clouds2mask.py SAFE FOLDER` masks.
"""

import os
import sys
from pathlib import Path

os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"  # the package loads whole modules

import torch

BANDS, CLASSES, PATCH = 13, 4, 512


def prepare(folder: Path) -> None:
    """Save the network where clouds2mask looks for it, and as ONNX for the plugin."""
    import clouds2mask
    from fastai.vision.learner import create_unet_model

    torch.manual_seed(0)
    network = create_unet_model("regnety_006", CLASSES, (PATCH, PATCH), pretrained=False, n_in=BANDS).eval()
    models = Path(clouds2mask.__file__).parent / "models"
    models.mkdir(exist_ok=True)
    torch.save(network, models / "random_20m.pkl")
    axes = {0: "batch", 2: "height", 3: "width"}
    torch.onnx.export(
        network,
        torch.zeros(1, BANDS, PATCH, PATCH),
        str(folder / "clouds2mask-random.onnx"),
        input_names=["input"],
        output_names=["output"],
        dynamic_axes={"input": axes, "output": axes},
        opset_version=17,
        dynamo=False,
    )


def mask(safe: Path, folder: Path) -> None:
    """Mask as the package's documentation shows, with its defaults but for the resolution and the device."""
    from clouds2mask import cloud_mask, processing_settings

    processing_settings.download_model_weights = lambda: None
    settings = processing_settings.create_settings(
        sent_safe_dirs=[safe], output_dir=folder, processing_res=20, pytorch_device="cpu", fp16_mode=False, quiet=True
    )
    cloud_mask.batch_process_scenes(settings)


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        prepare(Path(sys.argv[2]))
    else:
        mask(Path(sys.argv[1]), Path(sys.argv[2]))
