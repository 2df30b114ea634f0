"""Tests of `core/areas`."""
