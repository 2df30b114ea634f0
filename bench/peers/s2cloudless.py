"""Mask a product with s2cloudless: `s2cloudless.py SAFE MASK RESOLUTION`, the resolution in metres (60 or 20).

The package expects ten bands as reflectance, harmonised from baseline 04.00 on, and masks whole images; so rasterio
reads whole bands (a tile at 20 m needs less than 4 GB). Resampling is nearest neighbour, the default of the service
from which the package downloads bands.
"""

import sys
from pathlib import Path

# The folder of this file, which would shadow the package of the same name.
sys.path.pop(0)

import numpy as np
import rasterio
from rasterio.enums import Resampling
from s2cloudless import S2PixelCloudDetector
from s2cloudless.utils import MODEL_BANDS

OFFSET, QUANTIFICATION = 1000, 10000

safe, target, resolution = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
planes = []
for band in MODEL_BANDS:
    path = next(safe.glob(f"GRANULE/*/IMG_DATA/*_{band}.jp2"))
    with rasterio.open(path) as dataset:
        step = resolution / dataset.res[0]
        shape = (round(dataset.height / step), round(dataset.width / step))
        dn = dataset.read(1, out_shape=shape, resampling=Resampling.nearest)
        profile = {"crs": dataset.crs, "transform": dataset.transform * dataset.transform.scale(step)}
    planes.append(np.where(dn == 0, 0, (dn.astype(np.float32) - OFFSET) / QUANTIFICATION))
image = np.stack(planes, axis=-1)
del planes
detector = S2PixelCloudDetector(threshold=0.4, average_over=1, dilation_size=1, all_bands=False)
mask = detector.get_cloud_masks(image[np.newaxis])[0]
height, width = mask.shape
layout = {"driver": "GTiff", "height": height, "width": width, "count": 1, "dtype": "uint8", "compress": "deflate"}
with rasterio.open(target, "w", **layout, **profile) as dataset:
    dataset.write(mask, 1)
