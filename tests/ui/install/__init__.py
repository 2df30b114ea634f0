"""Tests of `ui/install`."""
