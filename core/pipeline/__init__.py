"""The masking of scenes: read, infer, blend, classify and write."""
