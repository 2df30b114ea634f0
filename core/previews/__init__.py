"""Draw small pictures of scenes, before and after they are masked."""
