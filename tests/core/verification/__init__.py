"""Tests of `core/verification`."""
