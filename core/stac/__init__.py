"""Read STAC items as scenes: their bands by address, and how their values become reflectance."""
