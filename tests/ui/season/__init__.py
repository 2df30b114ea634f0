"""Tests of `ui/season`."""
