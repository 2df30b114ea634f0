"""Tests of `core/pipeline`."""
