"""Programs that run a peer as its documentation shows; each is run by the Python of the peer's own environment."""
