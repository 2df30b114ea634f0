"""Correct masks by hand: paint classes, undo, and save a new version."""
