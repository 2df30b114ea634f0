"""ONNX Runtime: its package, its devices, and the graphs that it has optimised for them."""
