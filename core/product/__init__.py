"""Read Sentinel-2 products, or rasters that stand in for one, as strips of reflectance."""
