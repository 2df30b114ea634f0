"""Tests of `core/stac`."""
