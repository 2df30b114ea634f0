"""Mask a product with ukis-csmask: `ukis.py SAFE MASK`.

rasterio reads the six bands at 20 m before the mask is computed, as in the package's example.
"""

import os
import sys
from pathlib import Path

# ukis-csmask imports ONNX Runtime, which reads it then.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import numpy as np
import rasterio
from rasterio.enums import Resampling
from ukis_csmask.mask import CSmask

BANDS = {"B02": "blue", "B03": "green", "B04": "red", "B08": "nir", "B11": "swir16", "B12": "swir22"}
OFFSET, QUANTIFICATION, SIZE = 1000, 10000, 5490

safe, target = Path(sys.argv[1]), Path(sys.argv[2])
image = np.empty((SIZE, SIZE, len(BANDS)), np.float32)
for number, band in enumerate(BANDS):
    path = next(safe.glob(f"GRANULE/*/IMG_DATA/*_{band}.jp2"))
    with rasterio.open(path) as dataset:
        dn = dataset.read(1, out_shape=(SIZE, SIZE), resampling=Resampling.nearest)
        profile = {"crs": dataset.crs, "transform": dataset.transform * dataset.transform.scale(dataset.width / SIZE)}
    image[..., number] = np.where(dn == 0, 0, (dn.astype(np.float32) - OFFSET) / QUANTIFICATION)
mask = CSmask(img=image, product_level="l1c", band_order=list(BANDS.values()), nodata_value=0).csm
layout = {"driver": "GTiff", "height": SIZE, "width": SIZE, "count": 1, "dtype": "uint8", "compress": "deflate"}
with rasterio.open(target, "w", **layout, **profile) as dataset:
    dataset.write(mask[..., 0], 1)
