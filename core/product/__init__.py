"""Read Sentinel-2 products, or rasters in their place, as strips of reflectance."""
