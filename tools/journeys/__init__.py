"""Journeys of `walk`: each is a user's way to a result in the real QGIS desktop."""
