"""Tests of `core/masks`."""
