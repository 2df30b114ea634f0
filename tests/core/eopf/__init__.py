"""Tests of `core/eopf`."""
