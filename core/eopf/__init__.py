"""Read the metadata of EOPF products: Sentinel-2 scenes in Zarr stores, the format that follows SAFE."""
