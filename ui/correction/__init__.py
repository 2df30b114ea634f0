"""The panel in which a person corrects a mask, its tools on the map, and the corrected mask over it."""
