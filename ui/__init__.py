"""Windows, icons and background tasks of the plugin."""
