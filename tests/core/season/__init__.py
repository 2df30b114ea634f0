"""Tests of `core/season`."""
