"""Graph templates of published networks: read, recognised by their tensors, and bound to weights as ONNX files."""
