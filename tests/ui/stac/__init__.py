"""Tests of `ui/stac`."""
