"""Tests of `ui/area`."""
