"""Inference: networks run on patches with ONNX Runtime, on a GPU or a CPU."""
