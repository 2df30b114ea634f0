"""Tests of the toolbox algorithms."""
