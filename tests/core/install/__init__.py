"""Tests of `core/install`."""
