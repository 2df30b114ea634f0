"""Tests of `core/jpeg2000`."""
