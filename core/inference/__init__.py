"""Run networks on patches, on a GPU or a CPU, through ONNX Runtime."""
