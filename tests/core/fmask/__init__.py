"""Tests of `core/fmask`."""
