"""Run a package in its own environment: `packaged_peer.py s2cloudless|ukis INPUTS.npz RESULTS.npz`.

The inputs hold `counts` (lines, columns, bands), reflectance x 10,000; those of s2cloudless also `decisions`, rows of
threshold, averaging and dilation.
"""

import os
import sys

import numpy as np

# ukis-csmask imports ONNX Runtime, which reads it then.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

COUNTS = 10_000

package, inputs, results = sys.argv[1:]
with np.load(inputs) as archive:
    arrays = dict(archive)
image = (arrays["counts"] / COUNTS).astype(np.float32)
if package == "s2cloudless":
    from s2cloudless import S2PixelCloudDetector

    detector = S2PixelCloudDetector()
    probability = detector.get_cloud_probability_maps(image[np.newaxis])
    exact = detector.get_cloud_probability_maps(arrays["counts"][np.newaxis] / COUNTS)
    masks = []
    for threshold, average, dilate in arrays["decisions"]:
        detector = S2PixelCloudDetector(threshold=threshold, average_over=int(average), dilation_size=int(dilate))
        masks.append(detector.get_mask_from_prob(probability)[0])
    np.savez(results, probability=probability[0], exact=exact[0], masks=np.array(masks, np.uint8))
else:
    from ukis_csmask.mask import CSmask

    bands = ["blue", "green", "red", "nir", "swir16", "swir22"][: image.shape[2]]
    classes = CSmask(img=image, product_level="l1c", band_order=bands).csm[..., 0]
    np.savez(results, classes=classes)
