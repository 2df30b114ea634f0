"""Tests of `ui/shared`."""
