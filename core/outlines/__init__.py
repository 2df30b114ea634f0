"""Turn masks into polygons that share their borders, and simplify these without gaps or overlaps."""
