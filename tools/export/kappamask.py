"""Export KappaMask's U-Net (KappaZeta's km_predict) from its Keras weights.

The network reads 13 bands at 10 m: all bands of L1C; of L2A all but B07, with aerosol and water vapour. Its input is DN
divided by the largest DN of the band in training, which km_predict's data_generator.py gives as a fraction of 65,535.
Differences from km_predict and others:

- From baseline 04.00 on, km_predict adds the offset to DN and to the largest DN. Here it is added to DN only, so that
  the same reflectance gives the same mask. Both clip negative values to 0.
- km_predict does not document the class UNDEFINED, and its TIFF confuses it with semi-transparent cloud (3, the grey of
  UNDEFINED, is not translated). Here it is nodata, like MISSING.
- CloudSEN12 and maskay divide by 65,635, a typing error: as fractions of 65,535 the largest DN of L2A are integers.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..export import ExportError
from .system import Model, Network, System
from .torch_network import brief

if TYPE_CHECKING:
    import keras


class _Level(NamedTuple):
    """The input of the network for one processing level."""

    bands: tuple[str, ...]
    largest: tuple[float, ...]
    """DN of each band that are scaled to 1."""


# fmt: off
LEVELS = {
    "L1C": _Level(
        ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12"),
        (13762.35, 21364.41, 17301.24, 19529.43, 16056.075, 16908.03, 17432.31, 23854.74, 16973.565, 10813.275,
         3604.425, 13303.605, 13631.28),
    ),
    "L2A": _Level(
        ("AOT", "B01", "B02", "B03", "B04", "B05", "B06", "B08", "B8A", "B09", "B11", "B12", "WVP"),
        (256, 18569, 18288, 17488, 16767, 16448, 16120, 15848, 15864, 16614, 14629, 15417, 4953),
    ),
}
# fmt: on
CLASSES = ("nodata", "clear", "shadow", "thin_cloud", "thick_cloud", "nodata")
"""UNDEFINED, CLEAR, CLOUD_SHADOW, SEMI_TRANSPARENT_CLOUD, CLOUD and MISSING as mask classes."""

_DN_PER_REFLECTANCE = 10_000
_FILTERS = 64
"""Number of filters in the first layer of the published network."""
_DEPTH = 4
_BANDS = 13
_OPSET = 17
_OTHER_NETWORK = (
    "{path} does not contain the weights of KappaMask's U-Net for 13 bands ({reason}). Give l1c_unet.hdf5 or "
    "l2a_unet.hdf5 of km_predict."
)


def _read(weights: Sequence[Path], _resolution: int | None) -> list[Model]:
    levels = [level_of(path) for path in weights]
    if len(set(levels)) < len(levels):
        raise ExportError(
            "Several files were given for one level: {levels}. Give one per level.", levels=", ".join(levels)
        )
    return [_model(path, level) for path, level in zip(weights, levels)]


def _model(path: Path, level: str) -> Model:
    network, (bands, largest) = load(path), LEVELS[level]
    name = f"kappamask-{level.lower()}"
    card = {
        "id": name,
        "title": f"KappaMask, {level}",
        "version": path.name.split(".")[0],
        "levels": [level],
        "bands": list(bands),
        "resolution": [10, 10],
        "mean": [0.0] * len(bands),
        "std": [dn / _DN_PER_REFLECTANCE for dn in largest],
        "patch_size": 512,
        "patch_multiple": 2**_DEPTH,
        "patch_overlap": 32,
        "activation": "none",
        "blend": "probabilities",
        "classes": list(CLASSES),
        "licence": "Apache-2.0",
        "citation": "Domnich, M., Sünter, I., Trofimov, H. et al. (2021). KappaMask: AI-based cloudmask processor for "
        "Sentinel-2. Remote Sensing 13(20), 4100",
    }
    original = Network(f"{name}.onnx", partial(infer, network), lambda path: path.write_bytes(to_onnx(network)))
    return Model(card, (original,))


def level_of(path: Path) -> str:
    """Find the level in the name of a file of weights: the networks of L1C and L2A have the same shape.

    Raises:
        ExportError: The name contains no level, or both.
    """
    found = {level.upper() for level in re.findall(r"l1c|l2a", path.name.lower())}
    if len(found) != 1:
        raise ExportError(
            "The name of {path} must contain l1c or l2a, and not both. Begin it with the level, as km_predict does.",
            path=path,
        )
    return found.pop()


def load(path: Path) -> keras.Model:
    """Load the network from a file of weights of Keras 2 or 3 (.h5, .hdf5, .weights.h5).

    Raises:
        ExportError: The file is damaged, or its weights belong to another network or are not finite.
    """
    filters = _filters_of(path)
    network = unet(filters)
    try:
        network.load_weights(path)
    except (OSError, ValueError, KeyError) as error:
        raise ExportError(_OTHER_NETWORK, path=path, reason=brief(error)) from error
    if not all(np.isfinite(weights).all() for weights in network.get_weights()):
        raise ExportError("{path} contains weights that are not finite. Download the file again.", path=path)
    return network


def _filters_of(path: Path) -> int:
    """Count the filters of the first layer in a file of weights."""
    import h5py

    kernels: list[tuple[int, ...]] = []

    def look(_name: str, item: h5py.Group | h5py.Dataset) -> None:
        if isinstance(item, h5py.Dataset) and item.shape[:3] == (3, 3, _BANDS):
            kernels.append(item.shape)

    try:
        with h5py.File(path) as file:
            file.visititems(look)
    except OSError as error:
        raise ExportError(
            "{path} cannot be read as an HDF5 file ({reason}). Download it again.", path=path, reason=brief(error)
        ) from error
    if not kernels:
        raise ExportError(_OTHER_NETWORK, path=path, reason=f"no layer for {_BANDS} bands")
    return kernels[0][3]


def unet(filters: int = _FILTERS) -> keras.Model:
    """Build the published network, untrained: (batch, lines, columns, 13 bands) -> (batch, lines, columns, 6 classes).

    Source: Domnich et al. 2021, figure 4, and km_predict, architectures.py.
    """
    os.environ.setdefault("KERAS_BACKEND", "torch")
    from keras import Input, Model, layers

    def convolve(fields: Any, width: int, kernel: int = 3, times: int = 1) -> Any:
        for _ in range(times):
            fields = layers.Conv2D(width, kernel, padding="same", activation="relu")(fields)
        return fields

    inputs = fields = Input((None, None, _BANDS))
    skips = []
    for depth in range(_DEPTH):
        fields = convolve(fields, filters * 2**depth, times=2)
        skips.append(fields)
        fields = layers.MaxPooling2D()(fields)
    fields = convolve(fields, filters * 2**_DEPTH, times=2)
    for depth in reversed(range(_DEPTH)):
        fields = convolve(layers.UpSampling2D()(fields), filters * 2**depth, kernel=2)
        fields = convolve(layers.Concatenate()([skips[depth], fields]), filters * 2**depth, times=2)
    fields = convolve(fields, 2)
    return Model(inputs, layers.Conv2D(len(CLASSES), 1, activation="softmax")(fields))


def infer(network: keras.Model, inputs: NDArray[np.float32]) -> NDArray[np.float32]:
    """Run Keras on patches, with the same input as in km_predict.

    Args:
        network: The original network.
        inputs: (patches, bands, height, width) normalised.

    Returns:
        (patches, classes, height, width) probabilities.
    """
    probabilities: NDArray[np.float32] = network.predict_on_batch(np.maximum(inputs, 0).transpose(0, 2, 3, 1))
    return probabilities.transpose(0, 3, 1, 2)


def to_onnx(network: keras.Model) -> bytes:
    """Convert a network of convolutions layer by layer, channels first, for patches of any size.

    A trace through Keras would transpose the channels before and after every layer.
    """
    import onnx
    from keras import layers
    from onnx import TensorProto, helper, numpy_helper

    nodes = [helper.make_node("Relu", ["x"], ["reflectance"])]
    tensors = [numpy_helper.from_array(np.array([1, 1, 2, 2], np.float32), "twice")]
    names = {network.input.name: "reflectance"}
    for layer in network.layers[1:]:
        inputs = [names[one.name] for one in (layer.input if isinstance(layer.input, list) else [layer.input])]
        output = names[layer.output.name] = "y" if layer is network.layers[-1] else layer.name
        if isinstance(layer, layers.Conv2D):
            kernel, bias = layer.get_weights()
            tensors.append(numpy_helper.from_array(kernel.transpose(3, 2, 0, 1).copy(), f"{layer.name} kernel"))
            tensors.append(numpy_helper.from_array(bias, f"{layer.name} bias"))
            before, after = (len(kernel) - 1) // 2, len(kernel) // 2
            parts = [*inputs, f"{layer.name} kernel", f"{layer.name} bias"]
            nodes.append(helper.make_node("Conv", parts, [f"{layer.name} sum"], pads=[before] * 2 + [after] * 2))
            if output == "y":
                nodes.append(helper.make_node("Softmax", [f"{layer.name} sum"], [output], axis=1))
            else:
                nodes.append(helper.make_node("Relu", [f"{layer.name} sum"], [output]))
        elif isinstance(layer, layers.MaxPooling2D):
            nodes.append(helper.make_node("MaxPool", inputs, [output], kernel_shape=[2, 2], strides=[2, 2]))
        elif isinstance(layer, layers.UpSampling2D):
            nearest = {"mode": "nearest", "nearest_mode": "floor", "coordinate_transformation_mode": "asymmetric"}
            nodes.append(helper.make_node("Resize", [*inputs, "", "twice"], [output], **nearest))
        else:
            nodes.append(helper.make_node("Concat", inputs, [output], axis=1))
    ends = (("x", _BANDS), ("y", len(CLASSES)))
    shapes = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", count, "h", "w"]) for name, count in ends]
    graph = helper.make_graph(nodes, "kappamask", shapes[:1], shapes[1:], tensors)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()


SYSTEM = System("kappamask", "km_predict's l1c_unet.hdf5, l2a_unet.hdf5 or both", _read)
