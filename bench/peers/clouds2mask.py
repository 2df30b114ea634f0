"""Mask a product with clouds2mask, using its network architecture with seeded random weights.

`clouds2mask.py prepare FOLDER` creates the network, stores it where the package looks for its networks, exports it to
ONNX for the plugin and prints the input fields of the model card; `clouds2mask.py SAFE FOLDER` masks a product as the
package's documentation shows for a computer without a graphics card. No package index has the original weights.
"""

import json
import os
import sys
from functools import partial
from pathlib import Path

# The folder of this file, which would shadow the package of the same name.
sys.path.pop(0)
# The package loads whole modules, which torch.load refuses by default.
os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import numpy as np
import onnxruntime
import timm
import torch
from clouds2mask import batch_process_scenes, create_settings, processing_settings
from fastai.vision.learner import create_unet_model

ARCHITECTURE = "regnety_006"
BANDS = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12")
CLASSES = 4
RESOLUTION = 20
PATCH = 500
"""The package's default patch size in pixels."""
TRACED = 257
"""Odd at every level of the encoder, so that the trace includes the decoder's size adjustments."""
VERIFIED = (500, 512)
TOLERANCE = 1e-3
DN_SCALE, QUANTIFICATION = 32767, 10000


def prepare(folder: Path) -> None:
    """Create the PyTorch and ONNX networks and check that they agree."""
    torch.manual_seed(0)
    backbone = partial(timm.create_model, ARCHITECTURE)
    network = create_unet_model(backbone, CLASSES, (PATCH, PATCH), pretrained=False, n_in=len(BANDS)).eval()
    models = Path(processing_settings.__file__).parent / "models"
    models.mkdir(exist_ok=True)
    torch.save(network, models / f"random_{RESOLUTION}m.pkl")
    folder.mkdir(parents=True, exist_ok=True)
    onnx = folder / "clouds2mask-random.onnx"
    _export(network, onnx)
    _verify(network, onnx)
    # The package computes (DN / 32767 - mean) / std.
    mean, std = processing_settings.get_normalization_stats(torch.device("cpu"), False, "L1C", list(BANDS))
    to_reflectance = DN_SCALE / QUANTIFICATION
    mean, std = ([round(value * to_reflectance, 7) for value in values.flatten().tolist()] for values in (mean, std))
    print(json.dumps({"bands": BANDS, "mean": mean, "std": std}))


def mask(safe: Path, folder: Path) -> None:
    """Mask a product at 20 m; the package creates a folder named after the product below `folder`.

    Raises:
        FileNotFoundError: The package wrote no mask; it does not pass on errors of its threads.
    """
    processing_settings.download_model_weights = lambda: None
    settings = create_settings(
        sent_safe_dirs=[safe],
        output_dir=folder,
        batch_size=1,
        processing_res=RESOLUTION,
        pytorch_device="cpu",
        fp16_mode=False,
    )
    for path in batch_process_scenes(settings):
        if not path.exists():
            raise FileNotFoundError(f"clouds2mask wrote no mask for {safe}.")
        print(path)


def _export(network: torch.nn.Module, path: Path) -> None:
    axes = {0: "batch", 2: "height", 3: "width"}
    torch.onnx.export(
        network,
        torch.zeros(1, len(BANDS), TRACED, TRACED),
        str(path),
        input_names=["input"],
        output_names=["output"],
        dynamic_axes={"input": axes, "output": axes},
        opset_version=17,
        dynamo=False,
    )


def _verify(network: torch.nn.Module, path: Path) -> None:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    for size in VERIFIED:
        patch = torch.randn(1, len(BANDS), size, size)
        with torch.inference_mode():
            expected = network(patch).numpy()
        difference = float(np.abs(session.run(None, {"input": patch.numpy()})[0] - expected).max())
        print(f"{size} px: the largest difference between torch and ONNX is {difference:.1e}")
        if difference > TOLERANCE:
            raise ValueError(f"torch and ONNX differ by {difference:.1e} at {size} px.")


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        prepare(Path(sys.argv[2]))
    else:
        mask(Path(sys.argv[1]), Path(sys.argv[2]))
