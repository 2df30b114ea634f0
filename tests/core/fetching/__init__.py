"""Tests of `core/fetching`."""
