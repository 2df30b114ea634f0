"""Place and change arrays of pixels: grids, areas, patches, resampling and GeoTIFF; nothing of Sentinel-2."""
