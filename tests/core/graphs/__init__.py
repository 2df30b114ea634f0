"""Tests of `core/graphs`."""
