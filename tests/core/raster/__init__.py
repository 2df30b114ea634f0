"""Tests of `core/raster`."""
