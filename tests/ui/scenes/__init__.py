"""Tests of `ui/scenes`."""
