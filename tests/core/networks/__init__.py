"""Tests of `core/networks`."""
