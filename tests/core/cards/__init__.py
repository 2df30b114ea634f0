"""Tests of `core/cards`."""
