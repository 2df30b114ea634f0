"""KappaMask (KappaZeta's km_predict 2.4): the U-Net, and DeepLabv3+ for L1C and for L2A.

Sources: Domnich et al. 2021, Remote Sensing 13(20), 4100, figure 4, and km_predict's architectures.py. The graphs clip
their input to 0 and above, as km_predict does before its networks, and return probabilities. In version 2.4 the U-Net
ends in a sigmoid, where the paper and version 1 have softmax: the class is the same, and only softmax's sum is 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
from keras import Input, Model, layers
from numpy.typing import NDArray

from .keras_graph import Mirror, draw, names_of
from .network import Network

CLASSES = 6
"""UNDEFINED, CLEAR, CLOUD_SHADOW, SEMI_TRANSPARENT_CLOUD, CLOUD and MISSING."""
_DRAWN = (512, 512)


def unet(shape: tuple[int, int], bands: int) -> Model:
    """Build the U-Net, untrained: (batch, lines, columns, bands) -> (batch, lines, columns, classes).

    Args:
        shape: Lines and columns, multiples of 16.
        bands: Number of bands.
    """

    def convolve(fields: Any, width: int, kernel: int = 3, times: int = 1) -> Any:
        for _ in range(times):
            fields = layers.Conv2D(width, kernel, padding="same", activation="relu")(fields)
        return fields

    inputs = fields = Input((*shape, bands))
    skips = []
    for width in (64, 128, 256, 512):
        skips.append(convolve(fields, width, times=2))
        fields = layers.MaxPooling2D()(skips[-1])
    fields = convolve(fields, 1024, times=2)
    for width, skip in zip((512, 256, 128, 64), reversed(skips)):
        fields = convolve(layers.UpSampling2D()(fields), width, kernel=2)
        fields = convolve(layers.Concatenate()([skip, fields]), width, times=2)
    return Model(inputs, layers.Conv2D(CLASSES, 1, activation="softmax")(convolve(fields, 2)))


def deeplab(shape: tuple[int, int], bands: int) -> Model:
    """Build DeepLabv3+ on an Xception of 1/16 of the resolution, untrained; arguments and shapes as in `unet`.

    The shortcut of each of the first blocks comes from the shortcut before it, not from the sum.
    """
    inputs = Input((*shape, bands))
    fields = shortcut = _rectify(_convolve(_rectify(_convolve(inputs, 32, stride=2)), 64))
    fields = _separate(_rectify(_separate(fields, 128)), 128)
    for width in (128, 256, 728):
        if width > 128:
            fields = _separate(_rectify(_separate(_rectify(fields), width)), width)
        if width == 256:
            fine = fields
        fields = layers.MaxPooling2D(3, 2)(_pad(fields, 3, stride=2))
        shortcut = _convolve(shortcut, width, 1, stride=2)
        fields = layers.Add()([shortcut, fields])
    for _ in range(8):
        block = fields
        for _ in range(3):
            block = _separate(_rectify(block), 728)
        fields = layers.Add()([fields, _rectify(block)])
    coarse = _separate(_rectify(_separate(_rectify(fields), 728)), 1024)
    fields = layers.UpSampling2D(4, interpolation="bilinear")(_pyramid(coarse))
    fields = layers.Concatenate()([fields, _rectify(_convolve(fine, 48, 1))])
    fields = _rectify(_convolve(_rectify(_convolve(fields, 256)), 256))
    fields = layers.UpSampling2D(4, interpolation="bilinear")(fields)
    return Model(inputs, layers.Conv2D(CLASSES, 1, activation="softmax")(fields))


def _pyramid(fields: Any) -> Any:
    """See the whole patch, single pixels, and pixels at three distances."""
    whole = tuple(fields.shape[1:3])
    pooled = _rectify(_convolve(layers.AveragePooling2D(whole)(fields), 256, 1, use_bias=True))
    parts = [layers.UpSampling2D(whole, interpolation="bilinear")(pooled), _rectify(_convolve(fields, 256, 1))]
    parts += [_rectify(_convolve(fields, 256, dilation_rate=distance)) for distance in (6, 12, 18)]
    return _rectify(_convolve(layers.Concatenate()(parts), 256, 1))


def _convolve(fields: Any, width: int, kernel: int = 3, stride: int = 1, **options: Any) -> Any:
    fields = _pad(fields, kernel, stride, options.get("dilation_rate", 1))
    fields = layers.Conv2D(width, kernel, stride, **{"use_bias": False, **options})(fields)
    return layers.BatchNormalization()(fields)


def _separate(fields: Any, width: int) -> Any:
    return layers.BatchNormalization()(layers.SeparableConv2D(width, 3, use_bias=False)(_pad(fields, 3)))


def _rectify(fields: Any) -> Any:
    return layers.ReLU()(fields)


def _pad(fields: Any, kernel: int, stride: int = 1, dilation: int = 1) -> Any:
    both = max((kernel - 1) * dilation + 1 - stride, 0)
    return Mirror(both // 2, both - both // 2)(fields)


def _infer(
    build: Callable[[tuple[int, int], int], Model],
    weights: Mapping[str, NDArray[np.float32]],
    inputs: NDArray[np.float32],
) -> NDArray[np.float32]:
    _, bands, lines, columns = inputs.shape
    network = build((lines, columns), bands)
    for layer, names in names_of(network).items():
        network.get_layer(layer).set_weights([weights[name] for name in names])
    outputs: NDArray[np.float32] = network.predict_on_batch(np.maximum(inputs, 0).transpose(0, 2, 3, 1))
    return outputs.transpose(0, 3, 1, 2)


def _network(name: str, build: Callable[[tuple[int, int], int], Model], bands: int, **fields: Any) -> Network:
    return Network(
        name=f"kappamask-{name}",
        packages=("keras",),
        bands=bands,
        classes=CLASSES,
        draw=lambda: draw(build(_DRAWN, bands)),
        infer=partial(_infer, build),
        **fields,
    )


NETWORKS = (
    _network("unet", unet, 13),
    # 288 pixels are the fewest of which km_predict can mirror 18 of 16.
    _network("deeplabv3plus-l1c", deeplab, 13, shape=(288, 288)),
    _network("deeplabv3plus-l2a", deeplab, 14),
)
