"""Mask scenes: read, infer, blend, classify and write, many scenes in a row."""
