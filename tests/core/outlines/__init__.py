"""Tests of `core/outlines`."""
