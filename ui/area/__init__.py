"""Choose the area of interest in the window."""
