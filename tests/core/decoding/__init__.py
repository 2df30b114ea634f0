"""Tests of `core/decoding` and `core/jpeg2000`."""
