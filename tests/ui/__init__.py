"""Tests of the dialog, its task and its layers."""
