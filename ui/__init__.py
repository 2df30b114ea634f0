"""The window, its icons, and the background task behind it."""
