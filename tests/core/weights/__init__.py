"""Tests of `core/weights`."""
