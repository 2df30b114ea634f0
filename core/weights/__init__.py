"""Reads the tensors of published networks from the files of their authors, and runs nothing that a file says."""
