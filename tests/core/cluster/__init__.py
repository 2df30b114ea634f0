"""Tests of `core/cluster`."""
