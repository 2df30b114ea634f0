"""Tests of `core/hosts`."""
