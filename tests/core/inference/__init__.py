"""Tests of `core/inference`."""
