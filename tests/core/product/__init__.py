"""Tests of `core/product`."""
