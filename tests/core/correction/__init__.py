"""Tests of `core/correction`."""
