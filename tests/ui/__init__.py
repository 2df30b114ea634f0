"""Tests of the windows, the run and its layers."""
