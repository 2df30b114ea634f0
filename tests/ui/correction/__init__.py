"""Tests of `ui/correction`."""
