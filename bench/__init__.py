"""The benchmark; not shipped with the plugin."""
