"""Decode bands in pieces, on a working grid."""
