"""Tests of `core/previews`."""
