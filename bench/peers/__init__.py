"""Scripts that run each peer as its documentation shows, in an environment of its own."""
