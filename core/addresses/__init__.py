"""Locations of products, on a disk or behind an address, and reading from the latter by parts of files."""
