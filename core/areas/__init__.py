"""Areas of interest: polygons, and the pixels of a grid inside them."""
