"""Tests of ONNX Runtime's devices and stored graphs."""
