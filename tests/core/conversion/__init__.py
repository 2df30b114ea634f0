"""Tests of `core/conversion`."""
