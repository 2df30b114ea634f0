"""Tests of `ui/tables`."""
