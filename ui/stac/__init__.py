"""The window that adds STAC items to the list of scenes."""
