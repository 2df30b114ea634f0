"""Know where the sun and the satellite are, as seen from the pixels of a product."""
