"""Name, tag, style and read mask files, and make valid masks from them."""
