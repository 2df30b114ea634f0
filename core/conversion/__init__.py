"""Conversion of the networks of packages to ONNX files for any patch size."""
