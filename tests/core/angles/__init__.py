"""Tests of `core/angles`."""
