"""Draw small pictures of scenes before they are masked."""
