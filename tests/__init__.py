"""Tests, in the layout of the plugin."""
